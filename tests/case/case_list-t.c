/*
 * case_list-t.c - how the list of cases is read, by the plans of the very
 * statements that ran: whatever the page asks for, no table that grows is read
 * from end to end.  The list of somebody who sees all comes sorted out of the
 * index of the openings; that of another official takes of each version and of
 * those he took part in as many as a page has, by an index that is sorted.
 */
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "case/case_list.h"
#include "store/sqlite.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/store/plan.h"

#define STEPS 64		/* of a plan, at most */

struct plan {
	int	scans;		/* tables read whole */
	int	sorts;		/* of all that was chosen, not of a page */
};

/* The page of rows that were chosen, tables as small as the office is, and the
 * index that has the open cases alone. */
static int
is_small(const char *table)
{
	static const char *const small[] = { "page", "s", "v",
		"CONSTANT ROW", "o USING INDEX cases_open",
		"t USING INDEX tasks_due",
		/* of what a person may see (case/access.h) */
		"units", "w", "a", "k", "m", "e", "q", "f", "u", "held",
		"below", "seen", "seats", "mine", "taken", "edge", "found",
		"p", "roles", "r", "sop_versions",
		"(subquery",
		"p USING COVERING INDEX people_superior" };
	size_t i, n;

	for (i = 0; i < sizeof(small) / sizeof(small[0]); i++) {
		n = strlen(small[i]);
		if (strncmp(table, small[i], n) == 0 &&
		    (table[n] == '\0' || table[n] == ' ' || table[0] == '('))
			return 1;
	}
	return 0;
}

/* One step of a plan: does it choose rows, rather than show a page of them? */
static int
chooses(const char *detail)
{
	return strcmp(detail, "CO-ROUTINE page") == 0 ||
	    strcmp(detail, "MATERIALIZE page") == 0;
}

static struct plan
words_of(sqlite3 *sq, const char *sql)
{
	struct plan p = { 0 };
	int choice[STEPS] = { 0 }, nchoice = 0, i, inside;
	char *text = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql);
	const char *detail;
	sqlite3_stmt *st;

	if (sqlite3_prepare_v2(sq, text, -1, &st, NULL) != SQLITE_OK)
		bail(sqlite3_errmsg(sq));
	while (sqlite3_step(st) == SQLITE_ROW) {
		detail = (const char *)sqlite3_column_text(st, 3);
		for (inside = chooses(detail), i = 0; i < nchoice; i++)
			inside |= choice[i] == sqlite3_column_int(st, 1);
		if (inside && nchoice < STEPS)
			choice[nchoice++] = sqlite3_column_int(st, 0);
		if (strncmp(detail, "SCAN ", 5) == 0 &&
		    !is_small(detail + 5)) {
			printf("# %s\n", detail);
			p.scans++;
		}
		/* Of equal openings ("LAST TERM") the index leaves the order
		 * open. */
		if (inside && strcmp(detail, "USE TEMP B-TREE FOR ORDER BY")
		    == 0)
			p.sorts++;
	}
	sqlite3_finalize(st);
	sqlite3_free(text);
	return p;
}

/* Whether a statement ran since it was asked last. */
static int
ran(sqlite3_stmt *st)
{
	return sqlite3_stmt_status(st, SQLITE_STMTSTATUS_RUN, 1) > 0;
}

static void
forget_what_ran(void)
{
	sqlite3 *sq = sqlite_handle(office_db(play_office));
	sqlite3_stmt *st = NULL;

	while ((st = sqlite3_next_stmt(sq, st)) != NULL)
		ran(st);
}

/* The plans of all statements that ran since then, and how many of them list
 * or count cases. */
static struct plan
plan_of_what_ran(int *lists)
{
	sqlite3 *sq = sqlite_handle(office_db(play_office));
	struct plan all = { 0 }, one;
	sqlite3_stmt *st = NULL;
	const char *sql;

	*lists = 0;
	while ((st = sqlite3_next_stmt(sq, st)) != NULL) {
		if (!ran(st))
			continue;
		sql = sqlite3_sql(st);
		*lists += strstr(sql, ") page") != NULL;
		one = words_of(sq, sql);
		all.scans += one.scans;
		all.sorts += one.sorts;
	}
	return all;
}

static void
reads(const struct case_query *q, int sees_all)
{
	struct case_item *items;
	struct plan p;
	int64_t total;
	size_t n;
	int lists;

	if (!place_is_server())
		forget_what_ran();
	play_must(case_list(play_office, q, &items, &n, &total), "list");
	free(items);
	if (place_is_server())
		return;
	p = plan_of_what_ran(&lists);
	is_int(2, lists, "\"%s\" of \"%s\", %s, month \"%s\"%s: a list and its "
	    "count", q->search, q->sop, *q->state != '\0' ? q->state : "all",
	    q->month, q->after_at != 0 ? ", further" : "");
	is_int(0, p.scans, "...read no table whole");
	if (sees_all && q->search[0] == '\0' && strcmp(q->state, "open") != 0)
		is_int(0, p.sorts, "...and sort no more than a page");
}

/* Everything the page's form can ask for, from its beginning and behind. */
static void
all_filters(const char *login, const char *code)
{
	const char *const searches[] = { "", "ruang", "ruang rapat siti",
		code };
	static const char *const sops[] = { "", "pinjam-ruang" };
	static const char *const states[] = { "", "open", "ended" };
	static const char *const months[] = { "", "2026-01" };
	struct case_query q = { .limit = 25, .now = play_now,
		.actor.person_id = play_person(login) };
	int i;

	for (i = 0; i < 4 * 2 * 3 * 2 * 2; i++) {
		q.search = searches[i % 4];
		q.sop = sops[i / 4 % 2];
		q.state = states[i / 8 % 3];
		q.month = months[i / 24 % 2];
		q.after_at = i / 48 != 0 ? play_now : 0;
		reads(&q, strcmp(login, "kakanwil") == 0);
	}
	/* By their open task, and by how they ended. */
	q.after_at = 0;
	for (i = 0; i < 5; i++) {
		q.search = searches[i % 2];
		q.kind = i == 0 ? "review" : "";
		q.party = i == 1 ? INBOX_ANY_PARTY : "";
		q.holder = i == 2 ? 7 : 0;
		q.term = i == 3 ? INBOX_SOON : INBOX_ANY_TERM;
		q.result = i == 4 ? "refused" : "";
		reads(&q, i == 4 && strcmp(login, "kakanwil") == 0);
	}
}

/* 500 more cases of each version, ended, in the past, with one common word; the
 * person took part in every other one. */
static void
grow(const char *login)
{
	struct db *db = office_db(play_office);

	fixture_run(play_office, "CREATE TEMP TABLE many AS WITH RECURSIVE"
	    " n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
	    " SELECT c.*, v.id AS version FROM n, sop_versions v,"
	    "  (SELECT * FROM cases WHERE evaluation = 0 LIMIT 1) c");
	fixture_run(play_office, "UPDATE many SET id = rowid, number = rowid,"
	    " code_hash = rowid, opened_at = opened_at - 60 * rowid,"
	    " state = 'ended', version_id = version");
	fixture_run(play_office, "ALTER TABLE many DROP COLUMN version");
	fixture_run(play_office, "INSERT INTO cases SELECT * FROM many");
	fixture_run(play_office, "INSERT INTO search_words (word, case_id,"
	    " office) SELECT 'umum', id, 0 FROM many");
	if (db_run(db, "INSERT INTO took_part SELECT $1, version_id,"
	    " opened_at, id"
	    " FROM many WHERE id % 2 = 0", "i", play_person(login)) <= 0)
		bail("took part");
}

/* The steps of SQLite's machine that a list and its count take. */
static int64_t
steps(const struct case_query *q, int64_t *total)
{
	sqlite3 *sq = sqlite_handle(office_db(play_office));
	struct case_item *items;
	sqlite3_stmt *st = NULL;
	int64_t n = 0;
	size_t count;

	for (int i = 0; i < 2; i++) {
		play_must(case_list(play_office, q, &items, &count, total),
		    "list");
		free(items);
		for (n = 0; (st = sqlite3_next_stmt(sq, st)) != NULL;)
			n += sqlite3_stmt_status(st,
			    SQLITE_STMTSTATUS_VM_STEP, 1);
	}
	return n;
}

/* Of an SOP of which he has no role he sees what he took part in, and passes
 * over none of the others. */
static void
lacks_one(struct case_query *q)
{
	int64_t total, n;

	fixture_run(play_office, "DELETE FROM version_roles WHERE version_id IN"
	    " (SELECT v.id FROM sop_versions v JOIN sops s ON s.id = v.sop_id"
	    " WHERE s.slug = 'skp')");
	q->sop = "skp";
	n = steps(q, &total);
	is_int(500, total, "...what he took part in of an SOP that is not his");
	ok(n < 50000, "...for %d steps", (int)n);
	q->sop = NULL;
	n = steps(q, &total);
	ok(total == CASES_COUNTED && n < 60000, "...and of all %d steps",
	    (int)n);
}

/* Counting stops at what is told, not at that of each version and of each part
 * that somebody took. */
static void
costs_little(const char *login)
{
	struct case_query q = { .limit = 25, .now = play_now,
		.actor.person_id = play_person(login) };
	int64_t total, n;

	grow(login);
	n = steps(&q, &total);
	is_int(CASES_COUNTED, total, "%s sees more than are counted", login);
	ok(n < 60000, "...for %d steps", (int)n);
	q.state = "ended";
	n = steps(&q, &total);
	ok(n < 60000, "...of the ended %d steps", (int)n);
	q.state = "";
	lacks_one(&q);
}

/* A word found so often that the way to the page is another has the same page
 * as without a count. */
static void
finds_common(const char *login)
{
	struct case_query q = { .limit = 25, .now = play_now, .offset = 25,
		.search = "umum", .actor.person_id = play_person(login) };
	struct case_item *one, *other;
	int64_t total, cost = steps(&q, &total);
	size_t n, m, same = 0;

	is_int(CASES_COUNTED, total, "%s finds more than are counted", login);
	ok(cost < 150000, "...for %d steps", (int)cost);
	play_must(case_list(play_office, &q, &one, &n, &total), "list");
	play_must(case_list(play_office, &q, &other, &m, NULL), "list");
	while (same < n && same < m && one[same].c.id == other[same].c.id)
		same++;
	free(one);
	free(other);
	is_int(25, (int64_t)same, "...the same as without a count");
}

int
main(void)
{
	struct db *db;
	char code[CASE_CODE_LEN + 1];
	int lists;

	play_open();
	db = office_db(play_office);
	office_code(play_office, play_case("pinjam-ruang", "admin-user", "3"),
	    code);
	fixture_run(play_office, "INSERT INTO rights (id, role_id, word,"
	    " letter_no, from_at) SELECT 7, id, 'lihat-semua', '', 0 FROM roles"
	    " WHERE slug = 'kakanwil'");
	all_filters("kakanwil", code);
	plan_begin(db);
	all_filters("jfu", code);
	all_filters("kasubbag-program-pelaporan", code);
	all_filters("admin-user", code);
	if (!place_is_server()) {
		costs_little("kasubbag-program-pelaporan");
		finds_common("kasubbag-program-pelaporan");
		finds_common("kakanwil");
	}
	if (place_is_server()) {
		plan_scale(db, "2000");
		is_int(0, plan_scans_all(db, 1, &lists), "no large table is "
		    "read whole");
		ok(lists >= 10, "... by %d texts", lists);
	}
	office_close(play_office);
	return tap_done();
}
