/*
 * trial-t.c - one case of a text that is not in force goes all its way with
 * real people, and nothing that counts knows of it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_close.h"
#include "case/act_start.h"
#include "case/below.h"
#include "case/case_list.h"
#include "case/trial.h"
#include "exchange/export_visits.h"
#include "month/month.h"
#include "office/change.h"
#include "office/soplist.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/case/walk.h"
#include "tests/slurp.h"
#include "tests/tap.h"

#define IZIN	"izin-magang-penelitian"

/* All that counts, as one text. */
static FILE *out;

static int
add_visit(void *arg, const struct export_visit *v)
{
	(void)arg;
	fprintf(out, "visit %s %s\n", v->number, v->standard);
	return 0;
}

#define PRINT(name) fprintf(out, " %lld", (long long)p->name);
static void
add_part(const struct month_part *p)
{
	fprintf(out, "part %s", p->key);
	MONTH_COUNTS(PRINT)
	putc('\n', out);
}

static void
add_month(const char *sop)
{
	struct month_figures *f;

	play_must(month_compute(play_office, 2026, 1, sop, play_now, &f),
	    "figures");
	add_part(&f->office);
	for (size_t i = 0; i < f->nrole; i++)
		add_part(&f->role[i]);
	for (size_t i = 0; i < f->nsops; i++)
		add_part(&f->sops[i]);
	for (size_t i = 0; i < f->nrow; i++)
		add_part(&f->row[i]);
	for (size_t i = 0; i < f->nunit; i++)
		add_part(&f->unit[i]);
	for (size_t i = 0; i < f->nmark; i++)
		fprintf(out, "mark %s\n", f->mark[i].number);
	month_free(f);
}

static void
add_list(const char *login, const char *search)
{
	struct case_query q = { .actor = { .person_id = play_person(login) },
	    .now = play_now, .search = search, .sop = "", .state = "",
	    .month = "", .result = "", .limit = 50 };
	struct case_item *items;
	size_t n;
	int64_t total;

	play_must(case_list(play_office, &q, &items, &n, &total), "list");
	fprintf(out, "list %s %s %lld\n", login, search, (long long)total);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "  %s\n", items[i].c.number);
	free(items);
}

static void
add_below(const char *login)
{
	struct below b;

	play_must(below_read(play_office, play_person(login), play_now, &b),
	    "below");
	fprintf(out, "below %s %lld %lld %zu\n", login, (long long)b.all.open,
	    (long long)b.all.late, b.npromise);
	below_free(&b);
}

static void
add_sops(void)
{
	struct sop_item *items;
	int64_t first, last;
	size_t n;

	play_must(soplist_current(play_office, play_now, &items, &n), "SOPs");
	for (size_t i = 0; i < n; i++)
		fprintf(out, "sop %s %lld %lld\n", items[i].slug,
		    (long long)items[i].version,
		    (long long)items[i].open_cases);
	free(items);
	play_must(soplist_idle(play_office, play_now, &items, &n), "idle");
	fprintf(out, "idle %zu\n", n);
	free(items);
	play_must(soplist_versions(play_office, IZIN, &items, &n), "versions");
	fprintf(out, "versions %zu\n", n);
	free(items);
	play_must(month_extent(play_office, &first, &last), "extent");
	fprintf(out, "since %lld\n", (long long)first);
}

static char *
counts(void)
{
	char *text;
	size_t len;

	if ((out = open_memstream(&text, &len)) == NULL)
		bail("out of memory");
	add_month("");
	add_month(IZIN);
	add_list("kakanwil", "");
	add_list("kakanwil", "magang");
	add_list("petugas-layanan", "");
	add_list("petugas-layanan", "magang");
	add_below("kakanwil");
	add_below("kadivmin");
	add_sops();
	play_must(export_visits(play_office, 0, play_now + 1, "", add_visit,
	    NULL), "visits");
	fprintf(out, "letters %lld\n", (long long)fixture_int(play_office,
	    "SELECT coalesce(sum(value), 0) FROM counters WHERE name NOT LIKE"
	    " 'U-%' AND $1 = 0", 0));
	fclose(out);
	return text;
}

/* A text that differs from the one in force. */
static char *
changed(void)
{
	size_t len;
	char *yaml = slurp("lib/sop/" IZIN ".yaml", &len);
	char *text = malloc(len + 32);

	snprintf(text, len + 32, "%s# dicoba\n", yaml);
	free(yaml);
	return text;
}

static int64_t
begin(const char *text)
{
	struct change ch = { .by = play_person("admin"), .now = play_now };
	struct fixture_form form;
	struct act a = { .now = play_now };
	struct act_start st = { .version_id = 0 };
	struct draft d;

	play_must(trial_begin(play_office, &ch, text, 0, &d), "trial");
	is_int(1, soplist_is_trial(play_office, d.version_id),
	    "its draft has a version of its own");
	st.version_id = d.version_id;
	fixture_fill(play_office, sop_row_at(office_sop(play_office,
	    st.version_id), 1), &form, &a);
	play_must(act_start(play_office, &a, &st), "start");
	return a.case_id;
}

static void
asked_whom(const char *text)
{
	struct change ch = { .by = play_person("admin"), .now = play_now };
	struct draft d;

	is_int(CASE_DENIED, trial_begin(play_office, &ch, text,
	    play_person("kadivmin"), &d), "who does not begin it does not try");
}

/* The hand of an official lies on his own work, whatever he tries. */
static void
takes_no_time(int64_t real, int64_t trial)
{
	struct task_row t = play_claim("petugas-layanan", real);

	play_clock("2026-01-05T10:00");
	play_claim("petugas-layanan", trial);
	is_string("own", play_again(t.id).phase, "work goes on beside a trial");
	play_clock("2026-01-05T10:02");
	play_finish("petugas-layanan", real, OUTCOME_FORWARD);
	is_int(3720, play_again(t.id).own, "...and lasts as long as it did");
}

int
main(void)
{
	char *text = changed(), *before, *now;
	int64_t real, second, trial, other;
	struct trial_case *list;
	size_t n;

	play_open();
	fixture_sees_all(play_office, "kakanwil");
	real = play_case(IZIN, NULL, "3");
	play_case(IZIN, NULL, "4");
	second = play_case(IZIN, NULL, "3");
	play_clock("2026-01-05T09:00");
	asked_whom(text);
	before = counts();
	trial = begin(text);
	ok(strncmp("U-2026-0001", play_row(trial).number, 12) == 0,
	    "a number of its own series");
	ok(strncmp("Uji coba: ", play_row(trial).subject, 10) == 0,
	    "...its subject says what it is");
	is_string("petugas-layanan", play_task(trial, NULL).performer,
	    "...and it lies with real people");
	now = counts();
	is_string(before, now, "nothing that counts knows of it");
	free(now);
	other = begin(text);
	walk_to(play_office, trial, 5, play_now);
	play_claim("petugas-layanan", trial);
	play_finish("petugas-layanan", trial, OUTCOME_FORWARD);
	is_string("ended", play_row(trial).state, "it goes to its end");
	now = counts();
	is_string(before, now, "nor when it has ended");
	free(now);
	play_must(trial_list(play_office, IZIN, &list, &n), "list");
	is_int(2, (int64_t)n, "trials are listed by themselves");
	free(list);
	free(before);
	takes_no_time(real, other);
	before = counts();
	is_int(CASE_OK, act_cancel(play_office, &(struct act){ .case_id =
	    other, .now = play_now, .note = "Selesai dicoba.", .actor = {
	    .person_id = play_person("admin") } }), "one is thrown away");
	now = counts();
	is_string(before, now, "...and nothing that counts knows of that");
	free(now);
	free(before);
	real = play_case(IZIN, NULL, "3");
	is_string("K-2026-0004", play_row(real).number, "the numbers of others "
	    "have no gap");
	play_claim("petugas-layanan", second);
	play_finish("petugas-layanan", second, OUTCOME_FORWARD);
	play_whole();
	free(text);
	return tap_done();
}
