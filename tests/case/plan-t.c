/*
 * plan-t.c - no statement of an act, of an inbox or of what runs beside them
 * reads a whole table that grows with the cases, and acts write little.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_close.h"
#include "case/act_hold.h"
#include "case/act_recall.h"
#include "case/arrival.h"
#include "case/below.h"
#include "case/calendar_moves.h"
#include "case/inbox.h"
#include "month/month.h"
#include "people/preference.h"
#include "store/sqlite.h"
#include "tests/case/play.h"
#include "tests/store/plan.h"
#include "tick/tick.h"

/* Tables that stay as small as the office is, and the indexes that have open
 * tasks, archives to be destroyed and absences to come alone. */
static const char *const small[] = { "CONSTANT ROW", "(subquery", "page",
    "units", "roles", "r", "p", "f", "calendar_versions", "sop_versions",
    "v", "sops", "leases", "steps", "parties",
    "k", "held", "w", "within", "q", "found",
    "a", "above", "seats", "staff", "theirs", "asked",
    "t USING INDEX tasks_due", "list",
    "disposal_cases USING INDEX disposal_cases_open",
    "absences USING INDEX absences_open" };

static int
is_small(const char *name)
{
	size_t i, n;

	for (i = 0; i < sizeof(small) / sizeof(small[0]); i++) {
		n = strlen(small[i]);
		if (strncmp(name, small[i], n) == 0 &&
		    (name[n] == '\0' || name[n] == ' ' || small[i][0] == '('))
			return 1;
	}
	return 0;
}

/* How often the plan of a statement scans a large table. */
static int
scans(sqlite3 *sq, const char *sql)
{
	sqlite3_stmt *st;
	char *text = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql);
	const char *detail, *scan;
	int n = 0;

	if (sqlite3_prepare_v2(sq, text, -1, &st, NULL) != SQLITE_OK)
		bail(sqlite3_errmsg(sq));
	while (sqlite3_step(st) == SQLITE_ROW) {
		detail = (const char *)sqlite3_column_text(st, 3);
		scan = strstr(detail, "SCAN ");
		if (scan == NULL || is_small(scan + 5))
			continue;
		printf("# %s\n#   in %s\n", detail, sql);
		n++;
	}
	sqlite3_finalize(st);
	sqlite3_free(text);
	return n;
}

/* How many indexes a statement writes. */
static int
indexes_written(sqlite3 *sq, const char *sql)
{
	char *text = sqlite3_mprintf("EXPLAIN %s", sql);
	sqlite3_stmt *st;
	int n = 0;

	if (sqlite3_prepare_v2(sq, text, -1, &st, NULL) != SQLITE_OK)
		bail(sqlite3_errmsg(sq));
	while (sqlite3_step(st) == SQLITE_ROW)
		n += strcmp((const char *)sqlite3_column_text(st, 1),
		    "IdxDelete") == 0;
	sqlite3_finalize(st);
	sqlite3_free(text);
	return n;
}

/* Every statement prepared since. */
static int
all_scans(int *statements)
{
	struct db *db = office_db(play_office);
	struct db_stmt *st;
	int i, n = 0;

	*statements = 0;
	if (place_is_server()) {
		plan_scale(db, "2000");
		return plan_scans_all(db, 0, statements);
	}
	for (i = 0; i < DB_BUCKETS; i++)
		for (st = db->stmt[i]; st != NULL; st = st->next) {
			if (plan_is_before(st->sql))
				continue;
			++*statements;
			n += scans(sqlite_handle(db), st->sql);
		}
	return n;
}

static void
forget_what_ran(void)
{
	sqlite3 *sq = sqlite_handle(office_db(play_office));
	sqlite3_stmt *st = NULL;

	while ((st = sqlite3_next_stmt(sq, st)) != NULL)
		sqlite3_stmt_status(st, SQLITE_STMTSTATUS_RUN, 1);
}

/* How many indexes the updates of a table that ran since then write. */
static int
updates_write(const char *update)
{
	sqlite3 *sq = sqlite_handle(office_db(play_office));
	sqlite3_stmt *st = NULL;
	int n = 0;

	while ((st = sqlite3_next_stmt(sq, st)) != NULL)
		if (sqlite3_stmt_status(st, SQLITE_STMTSTATUS_RUN, 0) > 0 &&
		    strncmp(sqlite3_sql(st), update, strlen(update)) == 0)
			n += indexes_written(sq, sqlite3_sql(st));
	return n;
}

/* An act writes the columns that it changes: the engine writes each index anew
 * whose column is named, and an act waits for all that. */
static void
acts_write_little(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "3");
	struct task_row t = play_task(id, NULL);
	struct act a = play_act("petugas-layanan", &t);

	play_must(act_present(play_office, &a), "present");
	t = play_task(id, NULL);
	forget_what_ran();
	play_claim("petugas-layanan", id);
	ok(updates_write("UPDATE tasks SET") <= 5, "a claim writes few of the "
	    "indexes of tasks");
	t = play_again(t.id);
	a = play_act("petugas-layanan", &t);
	play_must(act_release(play_office, &a), "release");
	ok(updates_write("UPDATE tasks SET") <= 5, "...and so does a release");
	is_int(0, updates_write("UPDATE cases SET"), "...none of those of "
	    "cases");
}

static void
acts(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "3");
	struct task_row t;
	struct act a;
	int done;

	t = play_task(id, NULL);
	a = play_act("petugas-layanan", &t);
	play_must(act_present(play_office, &a), "present");
	play_finish("petugas-layanan", id, OUTCOME_FORWARD);
	t = play_claim("jfu", id);
	a = play_act("jfu", &t);
	a.party = "Kakanwil";
	a.idem = "kunci";
	play_must(act_outside(play_office, &a), "outside");
	a.version++;
	a.idem = NULL;
	play_must(act_outside_back(play_office, &a), "back");
	t = play_finish("jfu", id, OUTCOME_FORWARD);
	a = play_act("jfu", &t);
	a.version--;
	is_int(CASE_CONFLICT, act_recall(play_office, &a), "a conflict");
	a.version++;
	play_must(act_recall(play_office, &a), "recall");
	play_finish("jfu", id, OUTCOME_FORWARD);
	play_claim("kadivmin", id);
	play_finish("kadivmin", id, OUTCOME_RETURN);
	a = play_act("admin", &t);
	a.note = "Ganda.";
	play_must(act_cancel(play_office, &a), "cancel");
	id = play_case("sigap-magang-penelitian", "admin-user", "8");
	play_must(tick(play_office, "a", NULL, play_now + 31 * 86400, &done),
	    "tick");
	play_case("skp", "kepala-divisi", "9");
}

static void
lists(void)
{
	struct inbox_query q = { .person_id = play_person("jfu"),
	    .now = play_now, .limit = 25, .search = "ruang rapat" };
	struct inbox_counts counts;
	struct below below;
	struct inbox_row *rows;
	size_t n;
	int64_t total;

	for (q.tab = INBOX_MINE; q.tab <= INBOX_BELOW; q.tab++) {
		play_must(inbox_list(play_office, &q, &rows, &n, &total),
		    "inbox");
		free(rows);
	}
	play_must(below_read(play_office, q.person_id, play_now, &below),
	    "below");
	below_free(&below);
	play_must(inbox_count(play_office, q.person_id, play_now, 25,
	    1000, &counts), "counts");
}

/* News of messages, moves by another calendar, the months there are, and the
 * messages to the people of the office. */
static void
the_rest(void)
{
	static const struct tick_rules rules = { .soon_percent = 25,
		.remind_days = 3, .inbox = "http://x/" };
	const struct arrival_news news = { .provider_id = "nobody's",
		.alias = "nobody's", .arrival = ARRIVAL_DELIVERED };
	struct change ch = { .by = play_person("jfu"), .now = play_now };
	struct preference t;
	struct calendar_move *moves;
	int64_t first, last;
	size_t n, total;
	int done;

	arrival_news(play_office, &news, 0, play_now);
	play_must(calendar_moves(play_office, NULL, play_now, 0, 25, &moves,
	    &n, &total), "moves");
	free(moves);
	play_must(month_extent(play_office, &first, &last), "extent");
	play_must(preference_get(play_office, ch.by, &t), "telling");
	snprintf(t.email, sizeof(t.email), "jfu@example.invalid");
	snprintf(t.work_by, sizeof(t.work_by), PREFERENCE_MAIL);
	snprintf(t.digest_by, sizeof(t.digest_by), PREFERENCE_MAIL);
	play_must(preference_set(play_office, &ch, &t), "chosen");
	play_must(tick(play_office, "a", &rules, play_now + 32 * 86400,
	    &done),
	    "telling");
}

/* One that has no index to go by is found. */
static void
finds_a_scan(void)
{
	struct db *db = office_db(play_office);
	struct db_stmt *st = db_query(db, "SELECT id FROM tasks"
	    " WHERE awaited = $1", "i", (int64_t)1);

	is_int(1, plan_scans(db, st), "another is found");
	db_done(st);
}

/* Those that are planned for the values of each call. */
static void
watch_lists(void)
{
	struct db *db = office_db(play_office);
	struct db_stmt *st;
	int told, n = 0;

	plan_watch(db);
	lists();
	told = plan_watched(db, &n);
	is_int(0, n, "none is scanned by a list as it runs");
	ok(told > 8, "... by %d statements", told);
	plan_watch(db);
	plan_nran = 0;
	st = db_query(db, "SELECT id FROM tasks WHERE awaited = 1", "");
	while (db_step(st))
		;
	db_done(st);
	n = 0;
	plan_watched(db, &n);
	is_int(1, n, "... another would be found");
}

int
main(void)
{
	int n, statements;

	play_open();
	plan_begin(office_db(play_office));
	if (!place_is_server())
		acts_write_little();
	acts();
	lists();
	the_rest();
	n = all_scans(&statements);
	is_int(0, n, "no large table is scanned");
	ok(statements > 40, "... by %d statements", statements);
	if (place_is_server()) {
		finds_a_scan();
		watch_lists();
	}
	office_close(play_office);
	return tap_done();
}
