/*
 * act_hold-t.c - claim, release, hand over: who has a task.  None of it resets
 * a limit.
 */
#include <string.h>

#include "case/act_hold.h"
#include "case/task.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/tap.h"

static enum case_err
release(const char *login, const struct task_row *t, const char *note)
{
	struct act a = play_act(login, t);

	a.note = note;
	return act_release(play_office, &a);
}

static enum case_err
hand_over(const char *login, const struct task_row *t, const char *to)
{
	struct act a = play_act(login, t);

	a.person_id = play_person(to);
	a.note = "Dinas luar sampai Jumat";
	return act_hand_over(play_office, &a);
}

/* Row 2 of SIGAP: 5-10 minutes of work, taken by the end of tomorrow. */
static void
releases(void)
{
	int64_t id = play_case("sigap-magang-penelitian", "admin-user", "2");
	int64_t due;
	struct task_row t = play_task(id, NULL);

	is_int(play_at("2026-01-06T16:00"), t.due_at,
	    "unclaimed it is due at the end of the next working day");
	play_clock("2026-01-05T09:00");
	t = play_claim("admin-kanwil", id);
	is_int(play_at("2026-01-05T09:10"), t.due_at, "claimed, in 10 minutes");
	is_int(play_at("2026-01-05T09:05"), t.min_at, "... at least 5");
	play_keep(id);
	play_refused(CASE_STATE, release("admin-kanwil-2", &t, NULL),
	    "another cannot release it");
	play_clock("2026-01-05T09:04");
	is_int(CASE_OK, release("admin-kanwil", &t, NULL), "the claimer can");
	t = play_again(t.id);
	is_int(0, t.claimed_by, "... nobody has it then");
	is_string("queue", t.phase, "... it lies in the queue");
	is_int(play_at("2026-01-07T07:34"), t.due_at,
	    "... where it may lie as much longer as it was worked on");
	play_clock("2026-01-05T13:30");
	t = play_claim("admin-kanwil-2", id);
	due = play_at("2026-01-05T13:36");
	is_int(due, t.due_at, "the next has the rest of the 10 minutes");
	play_clock("2026-01-05T13:36");
	t = play_finish("admin-kanwil-2", id, OUTCOME_FORWARD);
	is_string("within", t.verdict, "... to the second");
	is_int(10 * 60, t.own, "own work of both");
	is_int(3600 + (3 * 60 + 26) * 60, t.queue, "both stretches in queue");
	is_int(3600, t.closed, "the break is neither");
}

static void
hands_over(void)
{
	int64_t id = play_case("sigap-magang-penelitian", "admin-user", "2");
	struct task_row t = play_claim("admin-kanwil", id);

	play_keep(id);
	play_refused(CASE_INVALID, hand_over("admin-kanwil", &t, "jfu"),
	    "to nobody without the role");
	is_string("person_id", office_field(play_office), "... and is told");
	play_refused(CASE_INVALID, hand_over("admin-kanwil", &t,
	    "admin-kanwil"), "not to oneself");
	play_refused(CASE_STATE, hand_over("admin-kanwil-2", &t,
	    "admin-kanwil-2"), "not by another");
	is_int(CASE_OK, hand_over("admin-kanwil", &t, "admin-kanwil-2"),
	    "to another holder");
	t = play_again(t.id);
	is_int(0, t.claimed_by, "who has not claimed it by that");
	is_int(play_person("admin-kanwil-2"), t.assignee_id, "... but alone");
	play_keep(id);
	play_refused(CASE_DENIED, hand_over("admin-kanwil", &t,
	    "admin-kanwil"), "the one before has no more to say");
	play_claim("admin-kanwil-2", id);
	t = play_finish("admin-kanwil-2", id, OUTCOME_FORWARD);
	is_int(play_person("admin-kanwil-2"), t.closed_by, "he does it");
}

/* A task whose holder is gone would lie there for ever. */
static void
frees(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "4");
	struct task_row t = play_claim("jfu", id);
	struct act a = play_act("jfu", &t);

	a.party = "Kakanwil (SISUMAKER)";
	a.now = play_now + 600;
	play_must(act_outside(play_office, &a), "outside");
	play_now += 1200;
	fixture_run(play_office, "UPDATE people SET active = 0"
	    " WHERE login = 'jfu'");
	t = play_again(t.id);
	play_keep(id);
	play_refused(CASE_DENIED, release("jfu", &t, "Pindah"),
	    "who is no longer active does nothing");
	play_refused(CASE_DENIED, release("jfu-2", &t, "Pindah"),
	    "another holder of the role cannot free it");
	play_refused(CASE_INVALID, release("admin", &t, NULL),
	    "an administrator needs a reason");
	is_int(CASE_OK, release("admin", &t, "Jfu pindah tugas."), "... then");
	t = play_again(t.id);
	is_int(0, t.assignee_id, "it is nobody's");
	is_string("queue", t.phase, "... and in the queue");
	is_int(600, t.moved, "... the time outside counts for nobody");
	play_claim("jfu-2", id);
	t = play_finish("jfu-2", id, OUTCOME_FORWARD);
	is_int(600, t.outside, "another goes on");
	t = play_task(id, NULL);
	play_keep(id);
	play_refused(CASE_STATE, release("admin", &t, "Pindah"),
	    "what nobody holds is not freed");
	fixture_run(play_office, "UPDATE people SET active = 1"
	    " WHERE login = 'jfu'");
}

/* A deputy whose order ends leaves the rest of the time to the holder. */
static void
deputies_leave(void)
{
	int64_t id = play_case("pagu-anggaran", "kakanwil", "2");
	struct task_row t;

	play_hold("jfu-2", "kadivmin", "plh");
	t = play_claim("jfu-2", id);
	play_now += 300;
	fixture_run(play_office, "UPDATE holders SET to_at = 1767574801"
	    " WHERE capacity = 'plh'");
	play_keep(id);
	play_refused(CASE_DENIED, play_try("jfu-2", &t, OUTCOME_FORWARD),
	    "a deputy of yesterday finishes nothing");
	is_int(CASE_OK, release("admin", &t, "Masa Plh. berakhir."), "freed");
	t = play_claim("kadivmin", id);
	is_int(play_now + 600, t.due_at, "the rest of 15 minutes is left");
}

int
main(void)
{
	play_open();
	releases();
	hands_over();
	frees();
	deputies_leave();
	play_whole();
	office_close(play_office);
	return tap_done();
}
