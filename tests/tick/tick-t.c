/*
 * tick-t.c - the evaluation of a month opens by itself, once.
 */
#include <string.h>

#include "case/evaluation.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tick/tick.h"

static int
ticks(const char *holder, const char *at)
{
	int done = -1;

	play_clock(at);
	return tick(play_office, holder, NULL, play_now, &done) == CASE_OK ?
	    done : -1;
}

static int64_t
evaluations(const char *period)
{
	struct db_stmt *st = db_query(office_db(play_office),
	    "SELECT count(*) FROM cases WHERE evaluation = 1 AND period = $1",
	    "t", period);
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	db_done(st);
	return n;
}

static void
opens_once(void)
{
	is_int(0, ticks("a", "2026-01-05T09:00"),
	    "a service that began this month has no month behind it");
	is_int(0, ticks("a", "2026-02-02T07:29:59"),
	    "before the first opening of the month nothing is due");
	is_int(3, ticks("a", "2026-02-02T07:30"),
	    "then the three services with such a row are");
	is_int(3, evaluations("2026-01"), "... for January");
	is_int(0, ticks("a", "2026-02-02T07:31"), "once");
	is_int(-1, ticks("b", "2026-02-02T07:31:30"),
	    "while one process ticks another does not");
	is_int(0, ticks("b", "2026-02-02T07:31:55"),
	    "after its lease another may");
	is_int(0, ticks("b", "2026-02-27T10:00"), "... all month long");
}

static void
is_a_case(void)
{
	int64_t id = fixture_int(play_office, "SELECT c.id FROM cases c"
	    " JOIN sop_versions v ON v.id = c.version_id"
	    " WHERE evaluation = $1 AND v.name = 'Pinjam ruang'", 1);
	struct task_row t = play_task(id, NULL);
	int64_t again = 0;

	play_clock("2026-02-02T08:00");
	is_int(10, t.pos, "a case of one row");
	is_int(0, strncmp(play_row(id).number, "E-2026-", 7),
	    "... numbered apart");
	is_int(CASE_REPEATED, evaluation_open(play_office, play_row(id)
	    .version_id, "2026-01", play_now, &again), "asked for again");
	is_int(id, again, "... it is the same");
	play_claim("jfu", id);
	t = play_finish("jfu", id, OUTCOME_FORWARD);
	is_string("end", t.outcome, "done, it ends");
	is_string("done", play_row(id).result, "... the case");
	is_int(CASE_NOT_FOUND, evaluation_open(play_office, fixture_sop(
	    play_office, "renstra"), "2026-01", play_now, &again),
	    "not every SOP has one");
}

/* A second version of a service does not evaluate the month twice. */
static void
by_service(void)
{
	int64_t id;

	play_clock("2026-02-03T08:00");
	fixture_run(play_office, "UPDATE sop_versions SET sha256 = 'x'"
	    " WHERE name = 'Pinjam ruang'");
	id = play_publish("tests/data/sop-ruang.yaml");
	is_int(0, ticks("b", "2026-02-03T08:01"),
	    "a new version opens no second one");
	is_int(3, ticks("b", "2026-03-02T08:00"), "the next month");
	is_int(1, fixture_int(play_office, "SELECT count(*) FROM cases"
	    " WHERE evaluation = 1 AND version_id = $1", id),
	    "... follows the new version");
}

/* A machine that was off for a quarter opens what it missed, once. */
static void
catches_up(void)
{
	is_int(9, ticks("c", "2026-06-10T10:00"),
	    "three months without a tick: all of their evaluations");
	is_int(3, evaluations("2026-03"), "... of March");
	is_int(3, evaluations("2026-04"), "... of April");
	is_int(3, evaluations("2026-05"), "... of May");
	is_int(0, evaluations("2026-06"), "... none of a month that runs");
	is_int(0, ticks("c", "2026-06-10T10:05"), "... once");
	is_int(0, ticks("c", "2026-07-01T07:29"), "June is over");
	is_int(3, ticks("c", "2026-07-01T07:30"),
	    "... and evaluated from its first working day on");
}

/* A failed read is not "nothing is due". */
static void
fails(const char *break_it, const char *mend_it, const char *what)
{
	int done = -1;

	play_now += 86400;
	fixture_run(play_office, break_it);
	is_int(CASE_DB, tick(play_office, "a", NULL, play_now, &done),
	    "%s cannot be read: the tick fails", what);
	ok(office_why(play_office)[0] != '\0', "... and says why: %s",
	    office_why(play_office));
	fixture_run(play_office, mend_it);
	is_int(CASE_OK, tick(play_office, "a", NULL, play_now, &done),
	    "... until it can");
}

int
main(void)
{
	play_open();
	opens_once();
	is_a_case();
	by_service();
	catches_up();
	fails("ALTER TABLE steps RENAME TO gone",
	    "ALTER TABLE gone RENAME TO steps", "what services are due");
	fails("ALTER TABLE tasks RENAME COLUMN side TO gone",
	    "ALTER TABLE tasks RENAME COLUMN gone TO side",
	    "what was never fetched");
	play_whole();
	office_close(play_office);
	return tap_done();
}
