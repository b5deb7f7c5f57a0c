/*
 * backdate-t.c - after the fact: acts that occurred earlier than they are
 * recorded, for oneself or for another.
 */
#include <string.h>

#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/act_start.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"

#define SIGAP "sigap-magang-penelitian"

/* An act of `login` that occurred from `begun` (or NULL) to `at`. */
static struct act
earlier(const char *login, const struct task_row *t, const char *begun,
    const char *at, struct fixture_form *form)
{
	struct act a = play_act(login, t);

	a.begun_at = begun != NULL ? play_at(begun) : 0;
	a.occurred_at = play_at(at);
	a.late_reason = "beban";
	a.note = "Dicatat dari buku agenda.";
	fixture_fill(play_office, sop_row_at(office_sop(play_office,
	    t->version_id), (int)t->pos), form, &a);
	return a;
}

static enum case_err
forward(struct act *a)
{
	return act_finish(play_office, a, OUTCOME_FORWARD);
}

/* SIGAP row 2, received at 09.00, claimed at 10.00, worked on before. */
static void
own_work(void)
{
	int64_t id;
	struct task_row t;
	struct fixture_form form;
	struct act a;

	play_clock("2026-01-05T09:00");
	id = play_case(SIGAP, "admin-user", "2");
	play_clock("2026-01-05T10:00");
	t = play_claim("admin-kanwil", id);
	play_clock("2026-01-05T10:20");
	a = earlier("admin-kanwil", &t, "2026-01-05T09:30",
	    "2026-01-05T09:37", &form);
	is_int(CASE_OK, forward(&a), "done before it was claimed");
	t = play_again(t.id);
	is_int(play_at("2026-01-05T09:37"), t.closed_at, "it closed then");
	is_int(play_now, t.recorded_at, "... recorded now");
	is_int(play_at("2026-01-05T09:30"), t.claimed_at,
	    "... the work began when it did");
	is_int(7 * 60, t.own, "... and took its time");
	is_int(30 * 60, t.queue, "... after the queue");
	is_string("within", t.verdict, "... in time");
	is_int(0, t.late_entry, "within a working hour that is no late entry");
	is_int(play_now, play_task(id, NULL).opened_at,
	    "the next is opened when it is recorded");
	is_int(play_at("2026-01-05T09:37"), play_row(id).promise_from,
	    "the promise runs from the act");
}

static void
late_entries(void)
{
	int64_t id;
	struct task_row t;
	struct fixture_form form;
	struct act a;

	play_clock("2026-01-05T09:00");
	id = play_case(SIGAP, "admin-user", "2");
	t = play_claim("admin-kanwil", id);
	play_clock("2026-01-05T15:30");
	a = earlier("admin-kanwil", &t, NULL, "2026-01-05T09:08", &form);
	a.now = play_at("2026-01-05T10:08");
	is_int(CASE_OK, forward(&a), "a working hour later");
	is_int(0, play_again(t.id).late_entry, "... is not marked");
	play_clock("2026-01-05T15:30");
	id = play_case(SIGAP, "admin-user", "2");
	t = play_claim("admin-kanwil", id);
	play_clock("2026-01-06T08:07:59");
	a = earlier("admin-kanwil", &t, NULL, "2026-01-05T15:37:58", &form);
	is_int(CASE_OK, forward(&a), "a working hour and a second, over night");
	t = play_again(t.id);
	is_int(1, t.late_entry, "... is \"dicatat belakangan\"");
	is_string("within", t.verdict, "... and stays in the rate");
}

/* Never before its receipt, nor before what was recorded. */
static void
bounds(void)
{
	int64_t id;
	struct task_row t;
	struct fixture_form form;
	struct act a;

	play_clock("2026-01-05T09:00");
	id = play_case(SIGAP, "admin-user", "2");
	play_clock("2026-01-05T10:00");
	t = play_claim("admin-kanwil", id);
	play_clock("2026-01-05T10:30");
	play_keep(id);
	a = earlier("admin-kanwil", &t, NULL, "2026-01-05T10:30:01", &form);
	play_refused(CASE_INVALID, forward(&a), "not in the future");
	a = earlier("admin-kanwil", &t, "2026-01-05T10:25",
	    "2026-01-05T10:20", &form);
	play_refused(CASE_INVALID, forward(&a), "nor begun after it ended");
	is_string("begun_at", office_field(play_office), "... is told");
	a = earlier("admin-kanwil", &t, NULL, "2026-01-05T08:59:59", &form);
	play_refused(CASE_INVALID, forward(&a), "nor before its receipt");
	is_string("occurred_at", office_field(play_office), "... is told");
	a = earlier("admin-kanwil", &t, "2026-01-05T08:59:59",
	    "2026-01-05T09:10", &form);
	play_refused(CASE_INVALID, forward(&a), "nor begun before that");
	a = play_act("admin-kanwil", &t);
	a.party = "Kampus";
	a.occurred_at = play_at("2026-01-05T09:50");
	play_refused(CASE_INVALID, act_outside(play_office, &a),
	    "given away before it was claimed");
	a.occurred_at = play_at("2026-01-05T10:05");
	is_int(CASE_OK, act_outside(play_office, &a), "afterwards it can be");
	a = play_act("admin-kanwil", &t);
	a.version++;
	a.occurred_at = play_at("2026-01-05T10:04");
	play_keep(id);
	play_refused(CASE_INVALID, act_outside_back(play_office, &a),
	    "back before it went");
	a.occurred_at = play_at("2026-01-05T10:15");
	is_int(CASE_OK, act_outside_back(play_office, &a), "back then");
	t = play_again(t.id);
	is_int(10 * 60, t.moved, "10 minutes outside");
	a = earlier("admin-kanwil", &t, NULL, "2026-01-05T10:10", &form);
	play_keep(id);
	play_refused(CASE_INVALID, forward(&a),
	    "not finished while it was outside");
	a = earlier("admin-kanwil", &t, "2026-01-05T09:30",
	    "2026-01-05T10:20", &form);
	play_refused(CASE_INVALID, forward(&a),
	    "nor begun anew before the wait");
	a = earlier("admin-kanwil", &t, NULL, "2026-01-05T10:20", &form);
	is_int(CASE_OK, forward(&a), "after it it was");
	t = play_again(t.id);
	is_int(10 * 60, t.own, "5 minutes before the wait and 5 after");
}

/* The next row's receipt is its own first act, when that was earlier than the
 * record of what led to it. */
static void
chains(void)
{
	int64_t id;
	struct task_row t, first;
	struct fixture_form form;
	struct act a;

	play_clock("2026-01-05T08:00");
	id = play_case("pagu-anggaran", "kakanwil", "2");
	t = play_claim("kadivmin", id);
	play_clock("2026-01-05T14:00");
	a = earlier("kadivmin", &t, NULL, "2026-01-05T08:10", &form);
	play_must(forward(&a), "row 2 of the morning");
	first = play_task(id, NULL);
	is_int(play_now, first.received_at, "row 3: received now");
	t = play_claim("kabag-program-humas", id);
	a = earlier("kabag-program-humas", &t, "2026-01-05T08:09",
	    "2026-01-05T08:30", &form);
	play_keep(id);
	play_refused(CASE_INVALID, forward(&a),
	    "not begun before row 2 was done");
	a = earlier("kabag-program-humas", &t, "2026-01-05T08:20",
	    "2026-01-05T08:30", &form);
	is_int(CASE_OK, forward(&a), "but before that was recorded");
	t = play_again(t.id);
	is_int(play_at("2026-01-05T08:20"), t.received_at,
	    "its first act is its receipt");
	is_int(play_at("2026-01-05T08:20"), t.opened_at, "... and opening");
	is_int(10 * 60, t.own, "... ten minutes of work");
	is_int(0, t.queue, "... no queue");
	t = play_task(id, NULL);
	a = play_act("kasubbag-program-pelaporan", &t);
	a.occurred_at = play_at("2026-01-05T08:29:59");
	play_keep(id);
	play_refused(CASE_INVALID, act_claim(play_office, &a),
	    "a claim, too, not before row 3 was done");
	a.occurred_at = play_at("2026-01-05T08:40");
	is_int(CASE_OK, act_claim(play_office, &a), "but then");
	t = play_again(t.id);
	is_int(a.occurred_at, t.received_at, "... it is the receipt");
	is_int(1, t.late_entry, "... and told late");
	is_int(play_at("2026-01-05T09:10"), t.due_at,
	    "30 minutes of work count from there");
	play_finish("kasubbag-program-pelaporan", id, OUTCOME_FORWARD);
	is_string("over", play_again(t.id).verdict,
	    "who says he began so early is late");
}

/* A clerk types what the holder did on paper. */
static void
clerks(void)
{
	int64_t id;
	struct task_row t;
	struct fixture_form form;
	struct act a;

	play_clock("2026-01-05T08:00");
	id = play_case("pagu-anggaran", "kakanwil", "2");
	play_clock("2026-01-05T13:00");
	t = play_task(id, NULL);
	fixture_clerk(play_office, "admin", "kadivmin");
	fixture_clerk(play_office, "admin", "kabag-program-humas");
	fixture_clerk(play_office, "admin", "kasubbag-program-pelaporan");
	a = earlier("admin", &t, "2026-01-05T08:30", "2026-01-05T08:45",
	    &form);
	a.actor.behalf_id = play_person("kadivmin");
	a.evidence = "Lembar disposisi 3";
	is_int(CASE_OK, forward(&a), "one act claims and finishes");
	t = play_again(t.id);
	is_int(play_person("kadivmin"), t.closed_by, "... as the holder's");
	is_int(15 * 60, t.own, "... with his time");
	is_string("within", t.verdict, "... and verdict");
	is_int(1, t.late_entry, "... told late");
	is_int(1, fixture_int(play_office, "SELECT count(*) FROM event_data"
	    " WHERE stream = $1 AND payload LIKE '%Lembar disposisi 3%'", id),
	    "the evidence stays in the history");
	t = play_task(id, NULL);
	a = earlier("admin", &t, NULL, "2026-01-05T09:00", &form);
	a.actor.behalf_id = play_person("kabag-program-humas");
	a.evidence = "Lembar disposisi 4";
	is_int(CASE_OK, forward(&a), "without beginning");
	t = play_again(t.id);
	is_int(0, t.own + t.queue, "... it began at its receipt");
	t = play_claim("kasubbag-program-pelaporan", id);
	a = earlier("admin", &t, NULL, "2026-01-05T12:00", &form);
	a.actor.behalf_id = play_person("kasubbag-program-pelaporan");
	a.evidence = "Buku agenda";
	is_int(CASE_OK, forward(&a), "what the holder has claimed");
}

static void
closed_months(void)
{
	int64_t id;
	struct task_row t;
	struct fixture_form form;
	struct act a, begun;
	struct act_start start = { .version_id = fixture_sop(play_office,
	    SIGAP), .begun_at = play_at("2026-01-20T09:00") };

	play_clock("2026-01-30T15:00");
	id = play_case(SIGAP, "admin-user", "2");
	t = play_claim("admin-kanwil", id);
	fixture_close_month(play_office, "2026-01");
	play_clock("2026-02-02T08:00");
	a = earlier("admin-kanwil", &t, NULL, "2026-01-30T15:08", &form);
	play_keep(id);
	play_refused(CASE_STATE, forward(&a),
	    "nothing is told of a closed month");
	a.occurred_at = 0;
	is_int(CASE_OK, forward(&a), "today it can be done");
	begun = a;
	begun.actor.person_id = play_person("admin-user");
	is_int(CASE_STATE, act_start(play_office, &begun, &start),
	    "... nor is a case opened in it");
	start.begun_at = 0;
	start.received_at = play_at("2026-01-20T09:00");
	is_int(CASE_STATE, act_start(play_office, &begun, &start),
	    "... by a letter that came then");
	fixture_run(play_office, "DELETE FROM months");
}

/* Returned today for what happened yesterday: others learn of it today. */
static void
others_learn_now(void)
{
	int64_t id;
	struct task_row mine, other;
	struct fixture_form form;
	struct act a;

	play_clock("2026-01-05T08:00");
	id = play_case("pinjam-ruang", "admin-user", "5");
	mine = play_claim("kadivmin", id);
	play_clock("2026-01-05T10:00");
	other = play_claim("kadiv-yankumham", id);
	play_clock("2026-01-05T11:00");
	a = earlier("kadivmin", &mine, NULL, "2026-01-05T09:00", &form);
	play_must(act_finish(play_office, &a, OUTCOME_RETURN), "return");
	other = play_again(other.id);
	is_int(play_now, other.closed_at,
	    "the other's visit ended when it was recorded");
	is_int(3600, other.own, "... and he worked on it till then");
	is_int(play_now, play_task(id, NULL).received_at,
	    "the row returned to is received then");
	play_claim("jfu", id);
	play_now += 60;
	mine = play_again(play_task(id, NULL).id);
	a = earlier("jfu", &mine, "2026-01-05T09:30", "2026-01-05T10:30",
	    &form);
	is_int(CASE_OK, forward(&a),
	    "whose work may have begun after the return");
}

int
main(void)
{
	play_open();
	own_work();
	late_entries();
	bounds();
	chains();
	clerks();
	closed_months();
	others_learn_now();
	play_whole();
	office_close(play_office);
	return tap_done();
}
