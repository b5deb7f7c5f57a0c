/*
 * root-t.c - the root of a closed month against a tree worked out here, what
 * changes it, and who may close with what minutes.
 */
#include "month/root.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_start.h"
#include "clock/calendar.h"
#include "month/month.h"
#include "month/month_close.h"
#include "tests/case/fixture.h"
#include "tests/store/meddle.h"
#include "tests/tap.h"

#define LEAVES 4096

static struct office *o;

static int64_t
at(int month, int day)
{
	return calendar_instant(office_calendar(o), 2026, month, day, 9, 0, 0);
}

static void
open_case(const char *sop, const char *who, int64_t now)
{
	struct act a = { .now = now };
	struct act_start s = { .version_id = fixture_sop(o, sop),
	    .subject = "Nota dinas" };
	struct fixture_form form;

	a.actor.person_id = fixture_person(o, who);
	fixture_fill(o, sop_row_at(office_sop(o, s.version_id), 1), &form,
	    &a);
	if (act_start(o, &a, &s) != CASE_OK)
		bail(office_why(o));
}

/* -- the tree, as RFC 6962 defines it: split at the largest power of two -- */

static void
tree(char **leaf, size_t n, unsigned char out[32])
{
	unsigned char part[65];
	char text[512];
	size_t half = 1;

	if (n == 1) {
		snprintf(text, sizeof(text), "%c%s", '.', leaf[0]);
		text[0] = '\0';
		crypto_hash_sha256(out, (unsigned char *)text,
		    strlen(leaf[0]) + 1);
		return;
	}
	while (half * 2 < n)
		half *= 2;
	part[0] = 1;
	tree(leaf, half, part + 1);
	tree(leaf + half, n - half, part + 33);
	crypto_hash_sha256(out, part, sizeof(part));
}

static char *
root_of(char *text, char hex[ROOT_SIZE])
{
	static char *leaf[LEAVES];
	unsigned char out[32];
	size_t n = 0;
	char *save, *line;

	for (line = strtok_r(text, "\n", &save); line != NULL && n < LEAVES;
	    line = strtok_r(NULL, "\n", &save))
		leaf[n++] = line;
	tree(leaf, n, out);
	return sodium_bin2hex(hex, ROOT_SIZE, out, sizeof(out));
}

/* -- who closes ----------------------------------------------------------- */

static void
asks_for_role_and_minutes(void)
{
	struct change ch = { .by = fixture_person(o, "kabag-program-humas"),
	    .now = at(2, 3) };
	struct month_minutes m = { .held_on = "2026-02-03",
	    .attended = "Kakanwil, para Kadiv", .findings = "Dua terlambat." };
	struct month_closing c;

	is_int(CASE_DENIED, month_close(o, &ch, 2026, 1, "kakanwil", &m),
	    "another role does not close");
	ok(!month_may_close(o, ch.by, "kakanwil", ch.now), "... nor may it");
	ch.by = fixture_person(o, "kakanwil");
	ok(month_may_close(o, ch.by, "kakanwil", ch.now), "the role may");
	is_int(CASE_INVALID, month_close(o, &ch, 2026, 1, "kakanwil", &m),
	    "minutes without a decision");
	is_string("decisions", office_field(o), "... are told");
	is_int(CASE_NOT_FOUND, month_closing_get(o, 2026, 1, &c),
	    "nothing is closed yet");
	snprintf(m.decisions, sizeof(m.decisions), "Ditambah satu petugas.");
	ch.dry = 1;
	is_int(CASE_OK, month_close(o, &ch, 2026, 1, "kakanwil", &m),
	    "tried, it would close");
	is_int(CASE_NOT_FOUND, month_closing_get(o, 2026, 1, &c),
	    "... and has not");
	ch.dry = 0;
	is_int(CASE_OK, month_close(o, &ch, 2026, 1, "kakanwil", &m),
	    "closed");
	is_int(CASE_OK, month_closing_get(o, 2026, 1, &c), "... and kept");
	is_string("Ditambah satu petugas.", c.minutes.decisions,
	    "... with its minutes");
	is_int(ch.by, c.closed_by, "... who closed it");
	is_int(1, c.n, "... the first closing");
	is_string("", c.prev, "... which has none before it");
	is_int(1, c.calendar, "... by the first calendar");
}

/* -- what it stands for ---------------------------------------------------- */

static void
is_the_tree_of_its_leaves(int month, const char *prev)
{
	struct month_closing c;
	char *text, hex[ROOT_SIZE], first[96];
	size_t len;
	FILE *f = open_memstream(&text, &len);

	if (month_closing_get(o, 2026, month, &c) != CASE_OK)
		bail(office_why(o));
	is_int(0, root_leaves(o, 2026, month, f), "the leaves of a month");
	fclose(f);
	snprintf(first, sizeof(first), "2026-%02d %s\n", month, prev);
	ok(strncmp(text, first, strlen(first)) == 0,
	    "the first leaf is month and root before");
	is_string(root_of(text, hex), c.root, "the root of month %d", month);
	is_string(prev, c.prev, "... follows the one before");
	free(text);
}

static char fault[128];
static int64_t fault_stream;

static void
note(void *arg, const char *month, int64_t stream, const char *what)
{
	if (fault[0] == '\0') {
		snprintf(fault, sizeof(fault), "%s: %s", month, what);
		fault_stream = stream;
	}
}

static int
faults(int64_t last)
{
	int64_t months;

	fault[0] = '\0';
	return root_verify(o, last, note, NULL, &months);
}

static void
finds_what_was_rewritten(void)
{
	int64_t stream = fixture_int(o, "SELECT min(stream) FROM month_heads"
	    " WHERE month = '2026-02' AND stream IN (SELECT id FROM cases)"
	    " AND 0 = $1", 0);
	char sql[256];

	is_int(0, faults(0), "all is as it was");
	meddle_begin(office_db(o));
	snprintf(sql, sizeof(sql), "UPDATE events SET hash = 'x' || hash"
	    " WHERE stream = %lld", (long long)stream);
	meddle(office_db(o), sql);
	is_int(2, faults(0), "a stream written anew, and with it the root");
	is_string("2026-02: riwayat ditulis ulang sejak bulan disahkan",
	    fault, "... is told");
	is_int(stream, fault_stream, "... by its number");
	is_int(0, faults(1), "the month before is as it was");
	snprintf(sql, sizeof(sql), "UPDATE month_heads SET hash = 'x' || hash"
	    " WHERE stream = %lld", (long long)stream);
	meddle(office_db(o), sql);
	is_int(1, faults(0), "the leaf as well: the root alone tells");
	is_string("2026-02: akar tidak cocok dengan riwayat", fault,
	    "... it does not agree");
	meddle_undo(office_db(o));
	meddle_begin(office_db(o));
	meddle(office_db(o), "UPDATE months SET root = 'ab' WHERE n = 1");
	is_int(2, faults(0), "a root written anew breaks the next one");
	meddle_undo(office_db(o));
	is_int(0, faults(0), "... and all is as before");
}

static void
finds_a_kept_root(void)
{
	struct month_closing c;
	struct root_row r, *list;
	char typed[128];
	size_t n;

	if (month_closing_get(o, 2026, 2, &c) != CASE_OK ||
	    root_list(o, &list, &n) != CASE_OK)
		bail(office_why(o));
	is_int(2, (int)n, "two months are closed");
	is_int(2, list[0].month, "... the last one first");
	free(list);
	snprintf(typed, sizeof(typed), " %.8s %.56s", c.root, c.root + 8);
	typed[1] = typed[1] >= 'a' ? (char)(typed[1] - 32) : typed[1];
	is_int(CASE_OK, root_find(o, typed, &r), "as people type it");
	is_int(2, r.month, "... it is February's");
	is_int(CASE_NOT_FOUND, root_find(o, "abc", &r), "another is not");
	is_int(CASE_NOT_FOUND, root_find(o, "", &r), "nor is nothing");
}

int
main(void)
{
	static const struct month_minutes none;
	struct change ch = { 0 };
	char first[ROOT_SIZE];
	struct month_closing c;

	o = fixture_open(NULL);
	open_case("monev", "jfu", at(1, 6));
	open_case("monev", "jfu", at(1, 20));
	open_case("monev", "jfu", at(2, 2));
	asks_for_role_and_minutes();
	is_the_tree_of_its_leaves(1, "");
	is_int(0, fixture_int(o, "SELECT count(*) FROM month_heads h"
	    " JOIN cases c ON c.id = h.stream WHERE c.opened_at > $1",
	    at(1, 31)), "February's cases are no leaves of January");
	month_closing_get(o, 2026, 1, &c);
	memcpy(first, c.root, sizeof(first));
	open_case("monev", "jfu", at(2, 10));
	open_case("monev", "jfu", at(2, 11));
	ch.now = at(3, 2);
	is_int(CASE_OK, month_close(o, &ch, 2026, 2, "", &none),
	    "the command closes without minutes");
	is_the_tree_of_its_leaves(2, first);
	finds_what_was_rewritten();
	finds_a_kept_root();
	office_close(o);
	return tap_done();
}
