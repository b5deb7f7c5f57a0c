/*
 * verdict-t.c - limits and verdicts to the second: work and its queue,
 * turnaround, elapsed; the counter, where one keypress claims and finishes.
 * Monday 5 January 2026 has 07.30-12.00 and 13.00-16.00.
 */
#include <string.h>

#include "case/act_start.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"

#define SIGAP "sigap-magang-penelitian"
#define WNA "keimigrasian-wna"

/* Row `no` of a case opened at a time, claimed and finished at others. */
static struct task_row
visit(const char *no, const char *opened, const char *claimed,
    const char *finished)
{
	const char *login = strcmp(no, "2") == 0 ? "admin-kanwil" :
	    "subbag-kepegawaian-tu-rt";
	int64_t id;

	play_clock(opened);
	id = play_case(SIGAP, "admin-user", no);
	play_clock(claimed);
	play_claim(login, id);
	play_clock(finished);
	return play_finish(login, id, OUTCOME_FORWARD);
}

static void
is_verdict(const char *want, struct task_row t, const char *what)
{
	is_string(want, t.verdict, "%s", what);
}

/* SIGAP row 2: 5-10 minutes of work, taken by the end of the next day. */
static void
work(void)
{
	struct task_row t;

	is_verdict("below", visit("2", "2026-01-05T08:00", "2026-01-05T08:30",
	    "2026-01-05T08:34:59"), "work of 4.59");
	is_verdict("within", visit("2", "2026-01-05T08:00", "2026-01-05T08:30",
	    "2026-01-05T08:35"), "... of 5.00");
	is_verdict("within", visit("2", "2026-01-05T08:00", "2026-01-05T08:30",
	    "2026-01-05T08:40"), "... of 10.00");
	is_verdict("over", visit("2", "2026-01-05T08:00", "2026-01-05T08:30",
	    "2026-01-05T08:40:01"), "... of 10.01");
	t = visit("2", "2026-01-05T08:00", "2026-01-05T11:55",
	    "2026-01-05T13:05");
	is_verdict("within", t, "a break between is no work");
	is_int(600, t.own, "... 10 minutes");
	is_int(3600, t.closed, "... beside the break");
	is_verdict("within", visit("2", "2026-01-12T07:29", "2026-01-12T15:50",
	    "2026-01-12T16:00"), "to the very end of the day");
	is_verdict("within", visit("2", "2026-01-12T07:29", "2026-01-12T15:50",
	    "2026-01-13T07:30"), "... the night is no work");
	is_verdict("over", visit("2", "2026-01-12T07:29", "2026-01-12T15:50",
	    "2026-01-13T07:30:01"), "... a second of the morning is");
}

static void
queue(void)
{
	struct task_row t;
	int64_t id;

	t = visit("2", "2026-01-12T07:29", "2026-01-13T16:00",
	    "2026-01-14T07:36");
	is_verdict("within", t, "taken at the end of the next working day");
	is_int(t.queue_max, t.queue, "... all of the allowance in the queue");
	t = visit("2", "2026-01-12T07:29", "2026-01-14T07:30:01",
	    "2026-01-14T07:36");
	is_verdict("over", t, "a letter left lying is late");
	is_int(359, t.own, "... though the work was short");
	play_clock("2026-01-12T07:29");
	id = play_case(SIGAP, "admin-user", "2");
	play_clock("2026-01-14T09:00");
	t = play_claim("admin-kanwil", id);
	is_int(play_at("2026-01-13T16:00"), t.due_at,
	    "claimed late, it has been late since the queue ended");
	play_clock("2026-01-05T10:00");
	id = play_case("pinjam-ruang", "admin-user", "2");
	is_int(play_at("2026-01-07T16:00"), play_task(id, NULL).due_at,
	    "an SOP may leave it longer in the queue");
	play_clock("2026-01-09T17:00");
	id = play_case(SIGAP, "admin-user", "2");
	is_int(play_at("2026-01-13T16:00"), play_task(id, NULL).due_at,
	    "received on Friday evening is received on Monday");
}

/* SIGAP row 3: 1-2 working days from receipt to finish. */
static void
turnaround(void)
{
	struct task_row t;
	int64_t id;

	is_verdict("below", visit("3", "2026-01-05T09:00", "2026-01-06T15:00",
	    "2026-01-06T15:59:59"), "before the end of the first day");
	is_verdict("within", visit("3", "2026-01-05T09:00", "2026-01-06T15:00",
	    "2026-01-06T16:00"), "... at its end");
	is_verdict("within", visit("3", "2026-01-05T09:00", "2026-01-06T15:00",
	    "2026-01-07T16:00"), "at the end of the second");
	is_verdict("over", visit("3", "2026-01-05T09:00", "2026-01-06T15:00",
	    "2026-01-07T16:00:01"), "... a second later");
	t = visit("3", "2026-01-05T16:00", "2026-01-06T15:00",
	    "2026-01-08T16:00");
	is_verdict("within", t, "received at closing counts as the next day");
	play_clock("2026-01-15T09:00");
	id = play_case(SIGAP, "admin-user", "3");
	is_int(play_at("2026-01-20T16:00"), play_task(id, NULL).due_at,
	    "the Friday that is a holiday (Isra Mikraj) does not count");
}

/* Opens a case at play_now; the visit of row 1. */
static struct task_row
begin(const char *slug, const char *login, int64_t received, int64_t begun)
{
	struct act_start s = { .version_id = office_sop_version(play_office,
	    slug, play_now), .received_at = received, .begun_at = begun };
	struct act a = { .now = play_now, .late_reason = "beban" };
	struct fixture_form form;

	a.actor.person_id = play_person(login);
	fixture_fill(play_office, sop_row_at(office_sop(play_office,
	    s.version_id), 1), &form, &a);
	play_must(act_start(play_office, &a, &s), slug);
	return play_again(fixture_int(play_office, "SELECT id FROM tasks"
	    " WHERE case_id = $1 AND pos = 1", a.case_id));
}

/* The applicant's clock runs day and night, and judges nobody. */
static void
elapsed(void)
{
	struct task_row t;
	int64_t begun;

	play_clock("2026-01-10T23:50");
	begun = play_now;
	play_now = begun + 599;
	is_verdict("none", begin(SIGAP, "admin-user", 0, begun),
	    "on a Saturday night: 9.59 of 10-20 minutes");
	play_now = begun + 1200;
	t = begin(SIGAP, "admin-user", 0, begun);
	is_verdict("none", t, "... 20.00: an applicant is not judged");
	is_int(1200, t.waiting, "... the applicant's time");
	play_now = begun + 1201;
	t = begin(SIGAP, "admin-user", 0, begun);
	is_verdict("none", t, "... 20.01");
	is_string("", t.late_reason, "... nobody is asked why");
	t = begin(SIGAP, "admin-user", 0, 0);
	is_verdict("none", t, "when it was begun nobody knows: no verdict");
}

/* A typed arrival is the receipt, the beginning of the draft the claim. */
static void
beginnings(void)
{
	struct task_row t;
	struct act_start s = { .version_id = 0 };
	struct act a = { .now = play_at("2026-01-06T09:30") };

	play_now = a.now;
	t = begin("monev", "jfu", 0, play_now - 1800);
	is_verdict("within", t, "30 minutes of work since the draft was begun");
	t = begin("monev", "jfu", 0, play_now - 1801);
	is_verdict("over", t, "... a second more");
	is_string("beban", t.late_reason, "... and why");
	is_verdict("none", begin("monev", "jfu", 0, 0), "nothing known");
	t = begin("monev", "jfu", play_at("2026-01-05T10:00"),
	    play_now - 1800);
	is_verdict("within", t, "arrived the day before");
	is_int(play_at("2026-01-05T10:00"), t.opened_at, "... opens it then");
	is_int(5 * 3600 + 5400, t.queue, "... it lay till it was begun");
	t = begin("monev", "jfu", play_at("2026-01-02T10:00"),
	    play_now - 1800);
	is_verdict("over", t, "left lying over the next working day");
	t = begin("renstra", "kakanwil", play_at("2026-01-05T10:00"), 0);
	is_verdict("within", t, "a turnaround runs from the arrival");
	t = begin("renstra", "kakanwil", play_at("2026-01-02T10:00"), 0);
	is_verdict("over", t, "... to the finish");
	s.received_at = play_now + 1;
	is_int(CASE_INVALID, act_start(play_office, &a, &s),
	    "nothing arrives in the future");
	s.received_at = 0;
	s.begun_at = play_now + 1;
	is_int(CASE_INVALID, act_start(play_office, &a, &s), "nor begins");
}

/* Immigration row 5, 4 minutes: no claim; the work counts from the later of
 * receipt and the officer's previous keypress. */
static void
counter(void)
{
	int64_t one, two;
	struct task_row t;

	play_clock("2026-01-05T08:00");
	one = play_case(WNA, "petugas-entry-scan-kanim", "5");
	play_clock("2026-01-05T08:01");
	two = play_case(WNA, "petugas-entry-scan-kanim", "5");
	play_clock("2026-01-05T08:03");
	t = play_finish("petugas-biometric-kanim", one, OUTCOME_FORWARD);
	is_int(play_at("2026-01-05T08:00"), t.claimed_at,
	    "the first of the day: from receipt");
	is_int(180, t.own, "... to the keypress");
	play_clock("2026-01-05T08:07");
	t = play_finish("petugas-biometric-kanim", two, OUTCOME_FORWARD);
	is_int(play_at("2026-01-05T08:03"), t.claimed_at,
	    "the second: from the keypress before");
	is_int(240, t.own, "... 4 minutes");
	is_int(120, t.queue, "... before that it waited");
	is_verdict("within", t, "... in time");
	play_clock("2026-01-05T08:11:01");
	t = play_finish("petugas-biometric-kanim", one, OUTCOME_FORWARD);
	is_int(241, t.own, "after an idle minute or a long one: from the "
	    "keypress");
	play_clock("2026-01-05T09:00");
	one = play_case(WNA, "petugas-entry-scan-kanim", "5");
	play_claim("petugas-biometric-kanim", one);
	play_clock("2026-01-05T09:04");
	t = play_finish("petugas-biometric-kanim", one, OUTCOME_FORWARD);
	is_int(240, t.own, "who claims first is measured from that");
}

int
main(void)
{
	play_open();
	work();
	queue();
	turnaround();
	elapsed();
	beginnings();
	counter();
	play_whole();
	office_close(play_office);
	return tap_done();
}
