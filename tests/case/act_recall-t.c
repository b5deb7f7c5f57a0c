/*
 * act_recall-t.c - "tarik kembali": a forward is taken back until the next one
 * has claimed; the same visit goes on with its clock running.
 */
#include <string.h>

#include "case/act_hold.h"
#include "case/act_recall.h"
#include "case/task.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/tap.h"

static enum case_err
recall(const char *login, const struct task_row *t)
{
	struct act a = play_act(login, t);

	return act_recall(play_office, &a);
}

static int
may(const char *login, const struct task_row *t)
{
	struct actor a = { .person_id = play_person(login) };

	return act_may_recall(play_office, &a, t, play_now);
}

static void
goes_on(void)
{
	int64_t id;
	struct task_row t, next;

	play_clock("2026-01-05T08:00");
	id = play_case("pagu-anggaran", "kakanwil", "2");
	t = play_claim("kadivmin", id);
	play_clock("2026-01-05T08:10");
	t = play_finish("kadivmin", id, OUTCOME_FORWARD);
	next = play_task(id, NULL);
	is_int(1, may("kadivmin", &t), "who forwarded may take it back");
	is_int(0, may("kakanwil", &t), "... nobody else");
	play_clock("2026-01-05T08:12");
	play_keep(id);
	play_refused(CASE_DENIED, recall("kakanwil", &t),
	    "not even his superior");
	is_int(CASE_OK, recall("kadivmin", &t), "taken back");
	t = play_again(t.id);
	is_int(1, t.open, "the same visit is open");
	is_int(play_person("kadivmin"), t.claimed_by, "... and claimed");
	is_int(play_at("2026-01-05T08:15"), t.due_at,
	    "... due as before: its clock has run on");
	is_string("none", t.verdict, "... without verdict");
	next = play_again(next.id);
	is_string("void", next.outcome, "what followed is void");
	is_string("none", next.verdict, "... and counts nowhere");
	play_clock("2026-01-05T08:15");
	t = play_finish("kadivmin", id, OUTCOME_FORWARD);
	is_string("within", t.verdict, "forwarded again within its time");
	is_int(15 * 60, t.own, "... all of it own work");
	next = play_task(id, NULL);
	is_int(1, next.visit, "the next row is visited for the first time");
}

static void
not_any_more(void)
{
	int64_t id = play_case("pagu-anggaran", "kakanwil", "2");
	struct task_row t, next;

	play_claim("kadivmin", id);
	t = play_finish("kadivmin", id, OUTCOME_FORWARD);
	next = play_claim("kabag-program-humas", id);
	is_int(0, may("kadivmin", &t), "not when the next has claimed");
	play_keep(id);
	play_refused(CASE_STATE, recall("kadivmin", &t), "... refused");
	play_must(act_release(play_office, &(struct act){ .task_id = next.id,
	    .version = next.version, .now = play_now, .actor.person_id =
	    play_person("kabag-program-humas") }), "release");
	is_int(1, may("kadivmin", &t), "released, it can be");
	fixture_close_month(play_office, "2026-01");
	is_int(0, may("kadivmin", &t), "not in a closed month");
	play_keep(id);
	play_refused(CASE_STATE, recall("kadivmin", &t), "... refused");
	fixture_run(play_office, "DELETE FROM months");
	play_claim("kabag-program-humas", id);
	play_finish("kabag-program-humas", id, OUTCOME_FORWARD);
	play_keep(id);
	play_refused(CASE_STATE, recall("kadivmin", &t), "nor two rows back");
}

/* The next is outside, the system, or there is none. */
static void
beyond_reach(void)
{
	int64_t id = play_case("sigap-magang-penelitian", "admin-user", "7");
	struct task_row t, start;

	play_claim("admin-kanwil", id);
	t = play_finish("admin-kanwil", id, OUTCOME_FORWARD);
	play_keep(id);
	play_refused(CASE_STATE, recall("admin-kanwil", &t),
	    "not from an outsider");
	id = play_case("izin-magang-penelitian", NULL, "5");
	play_claim("petugas-layanan", id);
	t = play_finish("petugas-layanan", id, OUTCOME_FORWARD);
	play_keep(id);
	play_refused(CASE_STATE, recall("petugas-layanan", &t),
	    "not when the case has ended");
	id = play_case("monev", "jfu", "2");
	start = play_again(fixture_int(play_office, "SELECT id FROM tasks"
	    " WHERE case_id = $1 AND pos = 1", id));
	is_int(CASE_OK, recall("jfu", &start),
	    "the first row can be taken back");
	play_finish("jfu", id, OUTCOME_FORWARD);
	is_int(2, play_task(id, NULL).pos, "... and sent again");
	play_claim("kasubbag-program-pelaporan", id);
	t = play_finish("kasubbag-program-pelaporan", id, OUTCOME_RETURN);
	play_keep(id);
	play_refused(CASE_STATE, recall("kasubbag-program-pelaporan", &t),
	    "a return is not taken back");
	start = play_again(start.id);
	play_refused(CASE_STATE, recall("jfu", &start),
	    "nor a forward that was returned since");
}

/* Each of those who sign may, while nobody has what follows. */
static void
signers(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "5");
	int64_t from = play_row(id).promise_from;
	struct task_row a, b;

	play_clock("2026-01-06T08:00");
	play_claim("kadivmin", id);
	play_claim("kadiv-yankumham", id);
	a = play_finish("kadivmin", id, OUTCOME_FORWARD);
	is_int(CASE_OK, recall("kadivmin", &a), "one of two signatures");
	is_int(2, play_open_tasks(id), "... both are to be given");
	a = play_finish("kadivmin", id, OUTCOME_FORWARD);
	play_clock("2026-01-06T09:00");
	b = play_finish("kadiv-yankumham", id, OUTCOME_FORWARD);
	is_int(play_now, play_row(id).promise_to, "with the last the row ends");
	play_keep(id);
	play_refused(CASE_STATE, recall("kadivmin", &a),
	    "the next is an outsider: too late");
	is_int(0, may("kadiv-yankumham", &b), "... for both");
	is_int(from, play_row(id).promise_from, "the promise runs on");
	id = play_case("perjanjian-kinerja", "kakanwil", "8");
	play_claim("kadivmin", id);
	a = play_finish("kadivmin", id, OUTCOME_FORWARD);
	play_claim("kadiv-yankumham", id);
	play_finish("kadiv-yankumham", id, OUTCOME_FORWARD);
	is_int(CASE_OK, recall("kadivmin", &a),
	    "not the last to sign may take it back, too");
	play_finish("kadivmin", id, OUTCOME_FORWARD);
	play_claim("kadiv-pemasyarakatan", id);
	play_finish("kadiv-pemasyarakatan", id, OUTCOME_FORWARD);
	play_claim("kadiv-keimigrasian", id);
	play_finish("kadiv-keimigrasian", id, OUTCOME_FORWARD);
	is_int(9, play_task(id, NULL).pos, "when all have signed it goes on");
	a = play_again(a.id);
	is_int(CASE_OK, recall("kadivmin", &a), "and can still be taken back");
	is_int(1, play_open_tasks(id), "... one signature is missing");
	is_int(8, play_task(id, NULL).pos, "... of the same row");
	play_finish("kadivmin", id, OUTCOME_FORWARD);
	is_int(9, play_task(id, NULL).pos, "given again it goes on");
}

/* The instants of the service promise are taken back with the forward. */
static void
promises(void)
{
	int64_t id, began;
	struct task_row t;

	play_clock("2026-01-07T08:00");
	id = play_case("sigap-magang-penelitian", "admin-user", "2");
	play_claim("admin-kanwil", id);
	play_clock("2026-01-07T08:06");
	t = play_finish("admin-kanwil", id, OUTCOME_FORWARD);
	began = play_now;
	is_int(began, play_row(id).promise_from, "the promise begins");
	is_int(CASE_OK, recall("admin-kanwil", &t), "taken back");
	is_int(0, play_row(id).promise_from, "... it has not begun");
	play_clock("2026-01-07T08:09");
	play_finish("admin-kanwil", id, OUTCOME_FORWARD);
	is_int(play_now, play_row(id).promise_from, "it begins later");
	id = play_case("keimigrasian-wna", "petugas-entry-scan-kanim", "13");
	play_claim("petugas-kanwil", id);
	t = play_finish("petugas-kanwil", id, OUTCOME_FORWARD);
	is_int(play_now, play_row(id).promise_to, "a promise kept");
	is_int(CASE_OK, recall("petugas-kanwil", &t), "taken back");
	is_int(0, play_row(id).promise_to, "... is still to be kept");
}

int
main(void)
{
	play_open();
	goes_on();
	not_any_more();
	beyond_reach();
	signers();
	promises();
	play_whole();
	office_close(play_office);
	return tap_done();
}
