/*
 * signers-t.c - rows that all of several sign, and what a return or a refusal
 * does to the others.
 */
#include <string.h>

#include "case/act_finish.h"
#include "case/act_hold.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"

/* The visit of a performer at row 5, the newest. */
static struct task_row
visit(int64_t id, const char *performer)
{
	struct db_stmt *st = db_query(office_db(play_office),
	    "SELECT id FROM tasks WHERE case_id = $1 AND performer = $2"
	    "   AND pos = 5 ORDER BY visit DESC LIMIT 1", "it", id, performer);
	int64_t task = db_step(st) ? db_int(st, 0) : 0;

	db_done(st);
	return play_again(task);
}

static void
each_signs(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "5");
	struct task_row t;
	struct act a;

	is_int(2, play_open_tasks(id), "each has a task of his own");
	t = play_task(id, "kadivmin");
	play_keep(id);
	a = play_act("kadiv-yankumham", &t);
	play_refused(CASE_DENIED, act_claim(play_office, &a),
	    "one cannot take the other's");
	play_now += 60;
	play_claim("kadivmin", id);
	play_now += 60;
	play_finish("kadivmin", id, OUTCOME_FORWARD);
	is_int(5, play_task(id, NULL).pos, "one signature: the row goes on");
	is_int(0, play_row(id).promise_to, "... it is not done");
	play_now += 60;
	play_claim("kadiv-yankumham", id);
	t = play_finish("kadiv-yankumham", id, OUTCOME_FORWARD);
	is_string("forward", t.outcome, "each has an outcome");
	is_string("within", t.verdict, "... and a verdict");
	is_int(6, play_task(id, NULL).pos, "with the last the row ends");
	is_int(play_now, play_row(id).promise_to, "... then");
}

/* The row ends with the last signature, in whatever order they are recorded. */
static void
recorded_late(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "5"), signed_at;
	struct task_row t = play_task(id, "kadiv-yankumham");
	struct act a;
	struct fixture_form form;

	play_now += 7200;
	play_claim("kadivmin", id);
	play_now += 60;
	play_finish("kadivmin", id, OUTCOME_FORWARD);
	signed_at = play_now;
	play_now += 60;
	a = play_act("kadiv-yankumham", &t);
	a.evidence = "Ditandatangani di kertas";
	a.occurred_at = signed_at - 3600;
	fixture_fill(play_office, sop_row_at(office_sop(play_office,
	    t.version_id), 5), &form, &a);
	play_must(act_finish(play_office, &a, OUTCOME_FORWARD), "late entry");
	is_int(signed_at - 3600, play_again(t.id).closed_at,
	    "the last to be recorded signed first");
	is_int(signed_at, play_row(id).promise_to,
	    "... the row ended with the other");
	is_int(play_now, play_task(id, NULL).received_at,
	    "... and the next is received when it is recorded");
}

/* A return by one voids what the others did: all sign again. */
static void
one_returns(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "5");
	struct task_row a, b;

	play_claim("kadivmin", id);
	a = play_finish("kadivmin", id, OUTCOME_FORWARD);
	play_claim("kadiv-yankumham", id);
	b = play_finish("kadiv-yankumham", id, OUTCOME_RETURN);
	is_string("return", b.outcome, "one returns after the other signed");
	is_string("within", b.verdict, "... with his verdict");
	is_int(4, play_task(id, NULL).pos, "row 4 runs again");
	is_int(2, play_task(id, NULL).visit, "... as a new visit");
	play_claim("jfu", id);
	play_finish("jfu", id, OUTCOME_FORWARD);
	is_int(2, play_open_tasks(id), "both sign again");
	is_int(2, visit(id, "kadivmin").visit, "... also who had signed");
	is_string("forward", play_again(a.id).outcome,
	    "his first signature stays in the history");
	play_claim("kadivmin", id);
	b = play_finish("kadivmin", id, OUTCOME_RETURN);
	a = visit(id, "kadiv-yankumham");
	is_string("superseded", a.outcome, "the open visit is superseded");
	is_string("none", a.verdict, "... without verdict, as it was in time");
	is_int(play_now, a.closed_at, "... then");
	is_int(0, a.closed_by, "... by nobody's act");
}

/* A task that was late already when another act ended it counts as late. */
static void
late_when_ended(void)
{
	int64_t id;
	struct task_row t;

	play_clock("2026-01-05T08:00");
	id = play_case("pinjam-ruang", "admin-user", "5");
	play_clock("2026-01-06T16:00");
	play_claim("kadivmin", id);
	play_finish("kadivmin", id, OUTCOME_RETURN);
	t = visit(id, "kadiv-yankumham");
	is_string("none", t.verdict, "on the last second it is not late");
	play_clock("2026-01-05T08:00");
	id = play_case("pinjam-ruang", "admin-user", "5");
	play_clock("2026-01-07T07:30:01");
	play_claim("kadivmin", id);
	play_finish("kadivmin", id, OUTCOME_RETURN);
	t = visit(id, "kadiv-yankumham");
	is_string("superseded", t.outcome, "a second later");
	is_string("over", t.verdict, "... it was late before it ended");
	is_string("", t.late_reason, "... nobody is asked why");
}

static void
one_refuses(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "5");
	struct task_row t;

	play_claim("kadivmin", id);
	t = play_finish("kadivmin", id, OUTCOME_REFUSE);
	is_string("refuse", t.outcome, "one refuses");
	is_string("superseded", visit(id, "kadiv-yankumham").outcome,
	    "... the other need not sign");
	is_int(6, play_task(id, NULL).pos, "... the case goes on");
	is_int(1, play_row(id).refused, "... as refused");
}

int
main(void)
{
	play_open();
	each_signs();
	recorded_late();
	one_returns();
	late_when_ended();
	one_refuses();
	play_whole();
	office_close(play_office);
	return tap_done();
}
