/*
 * wait-t.c - waiting: for the applicant to be present, for a named party
 * outside.  The one is his own time, the other's charged to the party.
 */
#include <string.h>

#include "case/act_close.h"
#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/act_recall.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"

#define SIGAP "sigap-magang-penelitian"
#define WNA "keimigrasian-wna"
#define ENTRY "petugas-entry-scan-kanim"
#define SUBBAG "subbag-kepegawaian-tu-rt"

static enum case_err
present(const char *login, int64_t id)
{
	struct task_row t = play_task(id, NULL);
	struct act a = play_act(login, &t);

	return act_present(play_office, &a);
}

static enum case_err
outside(const char *login, int64_t id, const char *party)
{
	struct task_row t = play_task(id, NULL);
	struct act a = play_act(login, &t);

	a.party = party;
	a.register_no = "AGD-17";
	return act_outside(play_office, &a);
}

static enum case_err
back(const char *login, int64_t id)
{
	struct task_row t = play_task(id, NULL);
	struct act a = play_act(login, &t);

	return act_outside_back(play_office, &a);
}

/* Row 4 of the immigration service, 3 minutes. */
static void
presence(void)
{
	int64_t id;
	struct task_row t;
	struct act a;

	play_clock("2026-01-05T15:00");
	id = play_case(WNA, ENTRY, "4");
	t = play_task(id, NULL);
	is_int(1, t.awaited, "the row waits for the applicant");
	is_int(0, t.due_at, "... without limit");
	is_int(0, t.received_at, "... nor receipt");
	a = play_act(ENTRY, &t);
	play_keep(id);
	play_refused(CASE_STATE, act_claim(play_office, &a),
	    "there is nothing to claim");
	play_refused(CASE_STATE, play_try(ENTRY, &t, OUTCOME_FORWARD),
	    "nor to finish");
	play_clock("2026-01-06T10:00");
	play_refused(CASE_DENIED, present("petugas-biometric-kanim", id),
	    "another role does not say who is there");
	is_int(CASE_OK, present(ENTRY, id), "there he is");
	t = play_task(id, NULL);
	is_int(play_now, t.received_at, "that is the receipt");
	is_int(play_at("2026-01-07T16:00"), t.due_at, "... the limit runs");
	play_keep(id);
	play_refused(CASE_STATE, present(ENTRY, id), "once");
	play_clock("2026-01-06T10:03");
	t = play_finish(ENTRY, id, OUTCOME_FORWARD);
	is_string("within", t.verdict, "three minutes later: in time");
	is_int(19 * 3600, t.waiting, "until then it was his own time");
	is_int(180, t.own, "... then the officer's");
	is_int(0, t.closed, "... the night, too, was his");
}

/* Rows 14 and 15: sent back, presence is asked for only if he says so. */
static void
asked_again(void)
{
	int64_t id = play_case(WNA, ENTRY, "15");
	struct task_row t = play_claim("kasubsi-izin-tinggal", id);
	struct act a = play_act("kasubsi-izin-tinggal", &t);

	a.note = "Paspor belum dicap.";
	play_must(act_finish(play_office, &a, OUTCOME_RETURN), "return");
	t = play_task(id, NULL);
	is_int(14, t.pos, "row 14 again");
	is_int(0, t.awaited, "... the applicant is there still");
	is_int(play_now, t.received_at, "... it is received at once");
	play_finish(ENTRY, id, OUTCOME_FORWARD);
	t = play_claim("kasubsi-izin-tinggal", id);
	a = play_act("kasubsi-izin-tinggal", &t);
	a.note = "Pemohon perlu kembali besok.";
	a.ask_present = 1;
	play_must(act_finish(play_office, &a, OUTCOME_RETURN), "return");
	is_int(1, play_task(id, NULL).awaited, "or he has to come again");
	is_int(3, play_task(id, NULL).visit, "... for a third visit");
}

/* Row 5 of SIGAP, 1-2 days of turnaround. */
static void
turnaround_moves(void)
{
	int64_t id;
	struct task_row t;

	play_clock("2026-01-05T09:00");
	id = play_case(SIGAP, "admin-user", "5");
	t = play_task(id, NULL);
	is_int(play_at("2026-01-07T16:00"), t.due_at, "2 working days");
	play_keep(id);
	play_refused(CASE_STATE, outside(SUBBAG, id, "Kakanwil"),
	    "only who has it gives it away");
	play_claim(SUBBAG, id);
	play_clock("2026-01-05T10:00");
	play_keep(id);
	play_refused(CASE_INVALID, outside(SUBBAG, id, ""),
	    "the party has a name");
	is_int(CASE_OK, outside(SUBBAG, id, "Kakanwil (SISUMAKER)"), "given");
	t = play_task(id, NULL);
	is_int(0, t.due_at, "meanwhile there is no due");
	is_string("outside", t.phase, "... it lies outside");
	play_keep(id);
	play_refused(CASE_STATE, play_try(SUBBAG, &t, OUTCOME_FORWARD),
	    "it cannot be finished");
	play_refused(CASE_STATE, act_release(play_office,
	    &(struct act){ .task_id = t.id, .version = t.version, .now =
	    play_now, .actor.person_id = play_person(SUBBAG) }),
	    "nor released");
	play_refused(CASE_STATE, outside(SUBBAG, id, "Dirjen"),
	    "nor given to two at once");
	play_clock("2026-01-06T11:00");
	is_int(CASE_OK, back(SUBBAG, id), "back");
	t = play_task(id, NULL);
	is_int(5 * 3600 + 12600, t.moved, "8 1/2 working hours outside");
	is_int(play_at("2026-01-09T08:30"), t.due_at,
	    "... move the end of the limit, into the day");
	is_int(play_at("2026-01-08T08:30"), t.min_at, "... and its beginning");
	play_keep(id);
	play_refused(CASE_STATE, back(SUBBAG, id), "once");
	play_clock("2026-01-09T08:30");
	t = play_finish(SUBBAG, id, OUTCOME_FORWARD);
	is_string("within", t.verdict, "in time to the second");
	is_int(25 * 3600, t.outside, "the party had it day and night");
	is_int(6 * 3600 + 2 * 27000, t.own,
	    "own work is what is left of the working time");
}

/* Row 2 of SIGAP, 5-10 minutes of work: the wait is none. */
static void
work_stops(void)
{
	int64_t id;
	struct task_row t;

	play_clock("2026-01-05T09:00");
	id = play_case(SIGAP, "admin-user", "2");
	play_claim("admin-kanwil", id);
	play_clock("2026-01-05T09:08");
	play_must(outside("admin-kanwil", id, "Kampus"), "outside");
	play_clock("2026-01-07T10:00");
	play_must(back("admin-kanwil", id), "back");
	t = play_task(id, NULL);
	is_int(play_at("2026-01-07T10:02"), t.due_at, "2 minutes are left");
	play_clock("2026-01-07T10:02");
	t = play_finish("admin-kanwil", id, OUTCOME_FORWARD);
	is_string("within", t.verdict, "... used up");
	is_int(600, t.own, "10 minutes of own work");
}

/* Ended while the party had it: that is not the role's lateness. */
static void
ended_outside(void)
{
	int64_t id;
	struct task_row t;
	struct act a;

	play_clock("2026-01-05T09:00");
	id = play_case(SIGAP, "admin-user", "5");
	t = play_claim(SUBBAG, id);
	play_must(outside(SUBBAG, id, "Kakanwil"), "outside");
	play_clock("2026-01-30T09:00");
	t = play_again(t.id);
	a = play_act("admin", &t);
	a.note = "Kampus membatalkan.";
	play_must(act_cancel(play_office, &a), "cancel");
	t = play_again(t.id);
	is_string("cancelled", t.outcome, "cancelled after weeks outside");
	is_string("none", t.verdict, "... it is nobody's lateness");
	play_clock("2026-01-05T09:00");
	id = play_case(SIGAP, "admin-user", "5");
	t = play_claim(SUBBAG, id);
	play_clock("2026-01-12T09:00");
	play_must(outside(SUBBAG, id, "Kakanwil"), "outside");
	a = play_act("admin", &t);
	a.note = "Kampus membatalkan.";
	play_must(act_cancel(play_office, &a), "cancel");
	is_string("over", play_again(t.id).verdict,
	    "given away late it stays late");
}

static int64_t
spans_with(int64_t task_id)
{
	return fixture_int(play_office, "SELECT count(*) FROM spans"
	    " WHERE party = 'sisumaker' AND task_id = $1", task_id);
}

/* Row 5 of SIGAP passes through SISUMAKER: the standard measures the trip. */
static void
trip_within(void)
{
	int64_t id;
	struct task_row t;

	play_clock("2026-01-05T09:00");
	id = play_case(SIGAP, "admin-user", "5");
	play_claim(SUBBAG, id);
	play_must(outside(SUBBAG, id, "sisumaker"), "outside");
	t = play_task(id, NULL);
	is_int(play_at("2026-01-07T16:00"), t.due_at, "the due stays");
	is_string("outside", t.phase, "... while it is there");
	play_clock("2026-01-07T10:00");
	play_must(back(SUBBAG, id), "back");
	t = play_task(id, NULL);
	is_int(play_at("2026-01-07T16:00"), t.due_at, "... and afterwards");
	is_int(0, t.moved, "... nothing has moved");
	play_must(outside(SUBBAG, id, "SISUMAKER"), "outside by its name");
	play_clock("2026-01-07T11:00");
	play_must(back(SUBBAG, id), "back");
	is_int(2, spans_with(t.id), "one party, however it is written");
	play_must(outside(SUBBAG, id, "srikandi"), "outside");
	is_int(0, play_task(id, NULL).due_at, "with another party it stands");
	play_clock("2026-01-07T13:00");
	play_must(back(SUBBAG, id), "back");
	is_int(3600, play_task(id, NULL).moved, "... and moves by that");
	play_clock("2026-01-08T08:31");
	t = play_finish(SUBBAG, id, OUTCOME_FORWARD);
	is_string("over", t.verdict, "a trip within excuses nothing");
	is_int(play_at("2026-01-07T10:00") - play_at("2026-01-05T09:00") +
	    3600 + 7200, t.outside, "its time is the party's all the same");
}

/* Row 2 of SIGAP ends with the number; the wait stands before row 3. */
static void
wait_before(void)
{
	int64_t id;
	struct task_row t;
	struct act a;

	play_clock("2026-01-05T09:00");
	id = play_case(SIGAP, "admin-user", "2");
	t = play_claim("admin-kanwil", id);
	a = play_act("admin-kanwil", &t);
	play_keep(id);
	play_refused(CASE_INVALID, act_finish(play_office, &a,
	    OUTCOME_FORWARD), "it is passed on under a number");
	is_string("register_no", office_field(play_office), "... is said");
	play_clock("2026-01-05T09:07");
	play_must(play_try("admin-kanwil", &t, OUTCOME_FORWARD), "forward");
	t = play_again(t.id);
	is_string("within", t.verdict, "row 2 is done in its minutes");
	is_int(0, t.outside, "... the trip is none of it");
	t = play_task(id, NULL);
	is_int(3, t.pos, "row 3");
	is_string("outside", t.phase, "... waits for the party");
	is_int(0, t.received_at, "... not received");
	is_int(0, t.due_at, "... without limit");
	play_keep(id);
	a = play_act(SUBBAG, &t);
	play_refused(CASE_STATE, act_claim(play_office, &a),
	    "it cannot be taken");
	play_refused(CASE_STATE, play_try(SUBBAG, &t, OUTCOME_FORWARD),
	    "nor finished");
	play_refused(CASE_DENIED, back("admin-kanwil", id),
	    "nor closed by row 2");
	play_clock("2026-01-09T10:00");
	a = play_act(SUBBAG, &t);
	a.occurred_at = play_at("2026-01-05T09:00");
	play_refused(CASE_INVALID, act_outside_back(play_office, &a),
	    "it was not back before it went");
	is_int(CASE_OK, back(SUBBAG, id), "whoever does row 3 closes it");
	t = play_task(id, NULL);
	is_int(play_now, t.received_at, "... that is the receipt");
	is_int(play_at("2026-01-13T16:00"), t.due_at, "... the limit runs");
	is_string("queue", t.phase, "... for anyone of the role");
	play_claim(SUBBAG, id);
	play_clock("2026-01-13T16:00");
	t = play_finish(SUBBAG, id, OUTCOME_FORWARD);
	is_string("within", t.verdict, "two days from then");
	is_int(play_at("2026-01-09T10:00") - play_at("2026-01-05T09:07"),
	    t.outside, "the wait is the party's");
}

/* A case taken back, sent back or cancelled leaves nobody waiting. */
static void
wait_undone(void)
{
	int64_t id;
	struct task_row t, next;
	struct act a;

	play_clock("2026-01-05T09:00");
	id = play_case(SIGAP, "admin-user", "2");
	t = play_claim("admin-kanwil", id);
	play_must(play_try("admin-kanwil", &t, OUTCOME_FORWARD), "forward");
	next = play_task(id, NULL);
	t = play_again(t.id);
	a = play_act("admin-kanwil", &t);
	play_must(act_recall(play_office, &a), "recall");
	is_string("void", play_again(next.id).outcome, "the wait is void");
	is_string("none", play_again(next.id).verdict, "... unjudged");
	is_int(2, play_task(id, NULL).pos, "row 2 goes on");
	play_finish("admin-kanwil", id, OUTCOME_FORWARD);
	t = play_claim(SUBBAG, id);
	play_must(play_try(SUBBAG, &t, OUTCOME_RETURN), "return");
	is_string("queue", play_task(id, NULL).phase,
	    "what comes back to row 2 passes through nobody");
	t = play_claim("admin-kanwil", id);
	play_must(play_try("admin-kanwil", &t, OUTCOME_FORWARD), "forward");
	t = play_task(id, NULL);
	play_clock("2026-02-05T09:00");
	a = play_act("admin", &t);
	a.note = "Kampus membatalkan.";
	play_must(act_cancel(play_office, &a), "cancel");
	is_string("none", play_again(t.id).verdict,
	    "cancelled there it is nobody's lateness");
}

int
main(void)
{
	play_open();
	presence();
	asked_again();
	turnaround_moves();
	work_stops();
	ended_outside();
	trip_within();
	wait_before();
	wait_undone();
	play_whole();
	office_close(play_office);
	return tap_done();
}
