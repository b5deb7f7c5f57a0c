/*
 * clock_back-t.c - the clock of the machine goes back, by a minute, an hour, a
 * day: nothing that was is changed, every act is still possible, what it lends
 * is nobody's work, and nobody is late by it or asked why.
 */
#include <string.h>

#include "case/act_close.h"
#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/act_recall.h"
#include "case/case_account.h"
#include "case/hand.h"
#include "people/login_session.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"

#define PIN_IDLE (30 * 60)

#define SIGAP "sigap-magang-penelitian"
#define ADMIN "admin-kanwil"
#define SUBBAG "subbag-kepegawaian-tu-rt"
#define ENTRY "petugas-entry-scan-kanim"
#define WNA "keimigrasian-wna"

static const int64_t steps[] = { 60, 3600, 86400 };
static int64_t back;		/* by how much it goes */

typedef enum case_err act_fn(struct office *, struct act *);

static struct task_row
does(act_fn *fn, const char *login, const struct task_row *t)
{
	struct task_row now = play_again(t->id);
	struct act a = play_act(login, &now);

	a.party = "SISUMAKER";
	a.person_id = play_person("admin-kanwil-2");
	a.note = "Catatan yang cukup panjang.";
	a.occurred_at = 0;
	play_must(fn(play_office, &a), "act");
	is_int(play_now, a.now, "the caller's clock is his");
	return play_again(t->id);
}

/* Finish without a reason of lateness. */
static struct task_row
finish(const char *login, const struct task_row *t, int counter)
{
	struct task_row now = play_again(t->id);
	struct act a = play_act(login, &now);
	struct fixture_form form;

	a.counter = counter;
	fixture_fill(play_office, sop_row_at(office_sop(play_office,
	    t->version_id), (int)t->pos), &form, &a);
	play_must(act_finish(play_office, &a, OUTCOME_FORWARD), "finish");
	return play_again(t->id);
}

static int64_t
marked(int64_t case_id)
{
	return fixture_int(play_office, "SELECT count(*) FROM event_data"
	    " WHERE stream = $1 AND payload LIKE '%\"clock\":%'", case_id);
}

/* Nothing of a case lies before what was done before it. */
static void
in_order(int64_t id)
{
	is_int(0, fixture_int(play_office, "SELECT count(*) FROM events e"
	    " JOIN events f ON f.stream = e.stream AND f.seq = e.seq + 1"
	    " WHERE e.stream = $1 AND (f.occurred_at < e.occurred_at"
	    "   OR f.recorded_at < e.recorded_at)", id),
	    "the history is in order");
	is_int(0, fixture_int(play_office, "SELECT count(*) FROM tasks"
	    " WHERE case_id = $1 AND (closed_at < opened_at OR own < 0"
	    "   OR queue < 0 OR claimed_at < opened_at"
	    "   OR recorded_at < closed_at OR (open = 0 AND own + queue"
	    "   + outside + waiting + closed <> closed_at - opened_at))", id),
	    "... and its seconds add up");
}

/* F18: claimed, the clock is corrected, finished. */
static void
claimed_before(void)
{
	int64_t id;
	struct task_row t;

	play_clock("2026-01-06T08:00");
	id = play_case(SIGAP, "admin-user", "2");
	play_clock("2026-01-06T10:10");
	play_claim(ADMIN, play_case(SIGAP, "admin-user", "2"));
	play_clock("2026-01-06T11:00");
	t = play_claim(ADMIN, id);
	play_now -= back;
	t = finish(ADMIN, &t, 0);
	is_int(0, t.own, "no second of work is lent");
	ok(strcmp(t.verdict, "over") != 0, "... he is not late");
	is_string("", t.late_reason, "... and not asked why");
	is_int(play_at("2026-01-06T11:00"), t.closed_at, "done when claimed");
	is_int(back, t.lent, "... it is marked");
	is_int(1, marked(id), "... in the history, too");
	t = play_task(id, NULL);
	is_int(play_at("2026-01-06T11:00"), t.opened_at,
	    "the next is opened then");
	in_order(id);
	play_now += back;
	does(act_outside_back, SUBBAG, &t);
	is_int(1, marked(id), "when the clock is right nothing is marked");
}

/* The fast clock itself had passed the limit. */
static void
due_between(void)
{
	int64_t id;
	struct task_row t;

	play_clock("2026-01-05T15:00");
	id = play_case(SIGAP, "admin-user", "5");
	t = play_task(id, NULL);
	play_now = t.due_at + 30;
	does(act_claim, t.performer, &t);
	play_now = t.due_at - back + 31;
	t = finish(t.performer, &t, 0);
	ok(strcmp(t.verdict, "over") != 0,
	    "by the clock of now the limit is not over: %s", t.verdict);
	is_int(back - 1, t.lent, "... that counts");
	in_order(id);
}

/* Everything that can be done with a task that is held. */
static void
held(void)
{
	int64_t id;
	struct task_row t;

	play_clock("2026-01-13T10:00");
	id = play_case(SIGAP, "admin-user", "2");
	t = play_claim(ADMIN, id);
	play_now -= back;
	t = does(act_outside, ADMIN, &t);
	is_string("outside", t.phase, "sent out");
	play_now -= 7;
	t = does(act_outside_back, ADMIN, &t);
	is_int(1, hand_holds(&t), "and back");
	t = does(act_release, ADMIN, &t);
	is_int(0, t.claimed_by, "released");
	t = does(act_claim, ADMIN, &t);
	t = does(act_hand_over, ADMIN, &t);
	t = does(act_claim, "admin-kanwil-2", &t);
	is_int(play_at("2026-01-13T10:00"), t.claimed_at, "handed over");
	t = finish("admin-kanwil-2", &t, 0);
	is_int(0, t.own + t.queue + t.outside, "all in no time");
	t = does(act_recall, "admin-kanwil-2", &t);
	is_int(1, t.open, "taken back");
	is_int(0, t.lent, "... without a mark");
	t = finish("admin-kanwil-2", &t, 0);
	is_int(1, play_events(id, "recall"), "sent again");
	t = play_task(id, NULL);
	t = does(act_outside_back, SUBBAG, &t);
	t = does(act_claim, SUBBAG, &t);
	t = does(act_cancel, "admin", &t);
	is_string("cancelled", t.outcome, "cancelled");
	is_int(t.closed_at, play_row(id).ended_at, "... in order");
	in_order(id);
}

/* One in hand is laid down by another, and taken up. */
static void
in_hand(void)
{
	int64_t one, two;
	struct task_row a, b;

	play_clock("2026-01-14T10:00");
	one = play_case(SIGAP, "admin-user", "2");
	a = play_claim(ADMIN, one);
	play_now -= back;
	two = play_case(SIGAP, "admin-user", "2");
	b = play_claim(ADMIN, two);
	a = play_again(a.id);
	is_int(1, hand_holds(&b) && !hand_holds(&a), "one is in hand");
	play_now -= 20;
	a = does(act_take, ADMIN, &a);
	b = play_again(b.id);
	is_int(1, hand_holds(&a) && !hand_holds(&b), "... now the other");
	play_now += 30;
	b = finish(ADMIN, &b, 0);
	is_int(0, b.own, "his previous act is to come: no work since");
	a = finish(ADMIN, &a, 0);
	is_int(0, a.own, "... for neither");
	in_order(one);
	in_order(two);
}

/* At a counter: presence, and one keypress. */
static void
counter(void)
{
	int64_t id, other;
	struct task_row t;

	play_clock("2026-01-15T10:00");
	other = play_case(WNA, ENTRY, "2");
	id = play_case(WNA, ENTRY, "4");
	play_now -= back;
	t = does(act_present, ENTRY, &(struct task_row){ .id =
	    play_task(id, NULL).id });
	is_int(play_at("2026-01-15T10:00"), t.received_at,
	    "he is there when the row is");
	t = finish(ENTRY, &t, 1);
	is_int(0, t.own, "a keypress lends no work");
	t = play_task(other, ENTRY);
	t = finish(ENTRY, &t, 1);
	is_int(0, t.own, "... nor the next one");
	ok(strcmp(t.verdict, "over") != 0, "... nobody is late");
	in_order(id);
	in_order(other);
}

/* Acts of the system. */
static void
system_acts(void)
{
	int64_t id, message;
	struct task_row t;

	play_clock("2026-01-16T10:00");
	id = play_case(SIGAP, "admin-user", "8");
	t = play_task(id, NULL);
	is_string("download", t.kind, "a letter lies there");
	message = fixture_int(play_office, "SELECT max(id) FROM messages"
	    " WHERE case_id = $1 AND state = 'queued'", id);
	play_now -= back;
	play_must(act_undeliverable(play_office, message, play_now), "lost");
	play_must(act_expire(play_office, t.id, play_now), "expire");
	t = play_again(t.id);
	is_int(t.opened_at, t.closed_at, "never fetched, not before it lay");
	in_order(id);
}

/* A session that was used by the clock ahead goes on from now, and lasts no
 * longer for it; one by PIN is asked for again when it was far ahead. */
static void
sessions(void)
{
	const int64_t idle = 8 * 3600;
	const struct login_session_ends ends = { idle, PIN_IDLE, 604800 };
	char token[LOGIN_TOKEN_SIZE], pin[LOGIN_TOKEN_SIZE];
	struct login_session s;

	play_clock("2026-01-17T10:00");
	play_must(login_session_open(play_office, play_person(ADMIN),
	    play_now, &ends, token), "session");
	play_must(login_session_open_pin(play_office, play_person(ENTRY),
	    play_now, &ends, pin), "session by PIN");
	play_now -= back;
	is_int(CASE_OK, login_session_find(play_office, token, play_now, &ends,
	    &s), "nobody is thrown out");
	is_int(play_now, s.seen_at, "... it was used now");
	is_int(CASE_NOT_FOUND, login_session_find(play_office, token,
	    play_now + idle, &ends, &s), "... and ends as long after that");
	is_int(back < PIN_IDLE ? CASE_OK : CASE_NOT_FOUND,
	    login_session_find(play_office, pin, play_now, &ends, &s),
	    "one by PIN is no longer than it may be");
}

int
main(void)
{
	play_open();
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		back = steps[i];
		claimed_before();
		due_between();
		held();
		in_hand();
		counter();
		system_acts();
		sessions();
	}
	play_whole();
	office_close(play_office);
	return tap_done();
}
