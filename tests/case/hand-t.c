/*
 * hand-t.c - one task in hand: what is claimed and not in hand waits, and who
 * acts on it has worked on it since his previous act.  Row 2 of SIGAP has 5-10
 * minutes and two holders; Monday 5 January 2026 has 07.30-12.00, 13.00-16.00.
 */
#include <string.h>

#include "case/act_finish.h"
#include "case/act_frame.h"
#include "case/act_hold.h"
#include "case/act_recall.h"
#include "case/act_record.h"
#include "case/act_start.h"
#include "case/deadline.h"
#include "case/hand.h"
#include "case/span.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"

#define SIGAP "sigap-magang-penelitian"
#define ADMIN "admin-kanwil"

typedef enum case_err act_fn(struct office *, struct act *);

static enum case_err
does(act_fn *fn, const char *login, const struct task_row *t)
{
	struct act a = play_act(login, t);

	a.party = "SISUMAKER";
	return fn(play_office, &a);
}

static int64_t
letter(const char *at)
{
	play_clock(at);
	return play_case(SIGAP, "admin-user", "2");
}

static struct task_row
claimed(int64_t id, const char *at)
{
	play_clock(at);
	return play_claim(ADMIN, id);
}

static struct task_row
sent(int64_t id, const char *at)
{
	play_clock(at);
	return play_finish(ADMIN, id, OUTCOME_FORWARD);
}

/* Forty taken letters are not forty late ones; here are four. */
static void
four_letters(void)
{
	static const char *const take[] = { "2026-01-05T08:10:00",
	    "2026-01-05T08:10:05", "2026-01-05T08:10:10",
	    "2026-01-05T08:10:15" };
	static const char *const done[] = { "2026-01-05T08:19",
	    "2026-01-05T08:28", "2026-01-05T08:37", "2026-01-05T08:46" };
	struct task_row t[4];
	int64_t id[4], sum = 0;
	int i;

	for (i = 0; i < 4; i++)
		id[i] = letter("2026-01-05T08:00");
	for (i = 0; i < 4; i++)
		t[i] = claimed(id[i], take[i]);
	is_int(play_at("2026-01-05T08:20:15"), t[3].due_at,
	    "ten minutes for what is in hand");
	is_int(t[3].id, hand_task(play_office, play_person(ADMIN)),
	    "... the last that was taken");
	for (i = 0; i < 3; i++) {
		is_int(t[i].version, play_again(t[i].id).version,
		    "a page of the others holds");
		t[i] = play_again(t[i].id);
		is_int(play_at("2026-01-07T07:30:05"), t[i].due_at,
		    "... they have the limit of the queue, and the seconds "
		    "in hand");
		is_int(play_person(ADMIN), t[i].claimed_by, "... and are his");
	}
	for (i = 0; i < 4; i++) {
		t[i] = sent(id[i], done[i]);
		is_string("within", t[i].verdict, "letter %d is in time", i);
		sum += t[i].own;
	}
	is_int(540, t[3].own, "the last: nine minutes since the one before");
	is_int(37 * 60, t[3].queue, "... until then it waited");
	is_int(36 * 60, sum, "together no more than he had");
}

/* A letter that is taken and left lying is late. */
static void
left_lying(void)
{
	int64_t one = letter("2026-01-12T07:29");
	int64_t two = letter("2026-01-12T07:29");
	struct task_row t;

	claimed(one, "2026-01-12T08:00");
	claimed(two, "2026-01-12T08:01");
	sent(two, "2026-01-12T08:08");
	play_clock("2026-01-14T08:00");
	t = play_task(one, NULL);
	is_int(play_at("2026-01-14T07:31"), t.due_at, "it was in hand for "
	    "a minute: so much longer it may wait");
	is_int(1, task_urgency(play_office, &t, t.due_at, 20) != 2 &&
	    task_urgency(play_office, &t, t.due_at + 1, 20) == 2,
	    "... then it is late");
	is_int(1, hand_exceeds(play_office, play_person(ADMIN), &t, play_now),
	    "... and who finishes it is asked why");
	t = sent(one, "2026-01-14T08:00");
	is_string("over", t.verdict, "taken and left lying is late");
}

static void
taken_up(void)
{
	int64_t one = letter("2026-01-05T09:00");
	int64_t two = letter("2026-01-05T09:00");
	struct task_row a = claimed(one, "2026-01-05T09:00"), b;

	b = claimed(two, "2026-01-05T09:03");
	play_clock("2026-01-05T09:05");
	play_keep(two);
	play_refused(CASE_STATE, does(act_take, ADMIN, &b),
	    "what is in hand is not taken up");
	a = play_again(a.id);
	play_keep(one);
	play_refused(CASE_STATE, does(act_take, "admin-kanwil-2", &a),
	    "... nor what another has");
	is_int(1, play_events(one, "aside"), "laid down once");
	is_int(CASE_OK, does(act_take, ADMIN, &a), "he goes on with the first");
	is_int(a.version, play_again(a.id).version, "... pages of it hold");
	a = play_again(a.id);
	is_int(play_at("2026-01-05T09:12"), a.due_at, "seven minutes are left");
	is_int(play_at("2026-01-05T09:07"), a.min_at, "... two at the least");
	is_int(1, play_events(two, "aside"), "... the second waits");
	is_int(0, hand_holds(&(struct task_row){ .open = 1 }),
	    "nobody's task is in no hand");
	play_clock("2026-01-05T09:12");
	is_int(CASE_OK, play_try(ADMIN, &b, OUTCOME_FORWARD),
	    "the page of the second was made before");
	b = play_again(b.id);
	is_int(9 * 60, b.own, "2 minutes, and those since his previous act");
	a = sent(one, "2026-01-05T09:15");
	is_int(6 * 60, a.own, "the first: 3 minutes twice");
	is_int(2 * 60 + 7 * 60, a.queue, "... the rest it waited");
}

/* A task that lies outside comes back into the hand it left, if that is
 * empty. */
static void
outside(void)
{
	int64_t one = letter("2026-01-05T10:00");
	int64_t two = letter("2026-01-05T10:00");
	struct task_row a = claimed(one, "2026-01-05T10:00"), b;

	play_clock("2026-01-05T10:02");
	play_must(does(act_outside, ADMIN, &a), "outside");
	play_clock("2026-01-05T11:00");
	a = play_again(a.id);
	play_must(does(act_outside_back, ADMIN, &a), "back");
	a = play_again(a.id);
	is_int(1, hand_holds(&a), "back in the hand that did nothing else");
	play_clock("2026-01-05T11:01");
	play_must(does(act_outside, ADMIN, &a), "outside");
	b = claimed(two, "2026-01-05T11:02");
	play_clock("2026-01-05T11:03");
	a = play_again(a.id);
	play_must(does(act_outside_back, ADMIN, &a), "back");
	is_int(1, hand_holds(&b), "what he took meanwhile stays in hand");
	a = play_again(a.id);
	is_int(0, hand_holds(&a), "... what came back waits");
	play_clock("2026-01-05T11:05");
	play_must(does(act_outside, ADMIN, &a), "outside");
	is_int(0, hand_task(play_office, play_person(ADMIN)),
	    "acted on, it was in hand instead of the other");
	play_clock("2026-01-05T11:10");
	a = play_again(a.id);
	play_must(does(act_outside_back, ADMIN, &a), "back");
	a = sent(one, "2026-01-05T11:11");
	is_int(2 * 60 + 60 + 2 * 60 + 60, a.own, "its work, piece by piece");
	b = sent(two, "2026-01-05T11:12");
	is_int(60 + 60, b.own, "... and the other's");
}

/* A task that is taken back was in hand until he turned to something else. */
static void
taken_back(void)
{
	int64_t one = letter("2026-01-05T13:00");
	int64_t two = letter("2026-01-05T13:00");
	struct task_row a, b;

	claimed(one, "2026-01-05T13:00");
	a = sent(one, "2026-01-05T13:05");
	b = claimed(two, "2026-01-05T13:06");
	play_clock("2026-01-05T13:10");
	play_must(does(act_recall, ADMIN, &a), "recall");
	is_int(1, hand_holds(&b), "the other stays in hand");
	is_int(0, play_again(a.id).open && hand_holds(&a), "... this waits");
	a = sent(one, "2026-01-05T13:12");
	is_int(6 * 60 + 2 * 60, a.own, "until the other, and since the recall");
	b = sent(two, "2026-01-05T13:15");
	is_int(4 * 60 + 3 * 60, b.own, "... the other had the rest");
}

/* Given away, it is in no hand. */
static void
given_away(void)
{
	int64_t one = letter("2026-01-05T14:00");
	int64_t two = letter("2026-01-05T14:00");
	struct task_row a = claimed(one, "2026-01-05T14:00"), b;
	struct act over;

	b = claimed(two, "2026-01-05T14:01");
	play_clock("2026-01-05T14:02");
	a = play_again(a.id);
	play_must(does(act_release, ADMIN, &a), "release what waits");
	over = play_act(ADMIN, &b);
	over.person_id = play_person("admin-kanwil-2");
	play_must(act_hand_over(play_office, &over), "hand over");
	is_int(0, hand_task(play_office, play_person(ADMIN)), "empty-handed");
	play_clock("2026-01-05T14:03");
	play_claim("admin-kanwil-2", two);
	play_clock("2026-01-05T14:09");
	b = play_finish("admin-kanwil-2", two, OUTCOME_FORWARD);
	is_int(7 * 60, b.own, "both have worked on it");
	a = claimed(one, "2026-01-05T14:04");
	a = sent(one, "2026-01-05T14:10");
	is_int(7 * 60, a.own, "its minute of before counts on");
}

/* A claim that is told later was in hand until his next work. */
static void
told_later(void)
{
	int64_t one = letter("2026-01-06T08:00");
	int64_t two = letter("2026-01-06T08:00");
	struct task_row a, b;
	struct act claim;

	b = claimed(two, "2026-01-06T08:30");
	play_clock("2026-01-06T08:40");
	a = play_task(one, NULL);
	claim = play_act(ADMIN, &a);
	claim.occurred_at = play_at("2026-01-06T08:10");
	play_must(act_claim(play_office, &claim), "a claim of before");
	is_int(b.id, hand_task(play_office, play_person(ADMIN)),
	    "what he took since stays in hand");
	is_int(b.version, play_again(b.id).version, "... untouched");
	a = sent(one, "2026-01-06T08:41");
	is_int(20 * 60 + 11 * 60, a.own, "told: till the other; and acted on, "
	    "since his act before");
	b = sent(two, "2026-01-06T08:45");
	is_int(4 * 60, b.own, "... the other after that");
	one = letter("2026-01-06T09:00");
	two = letter("2026-01-06T09:00");
	a = claimed(one, "2026-01-06T09:00");
	b = claimed(two, "2026-01-06T09:10");
	play_clock("2026-01-06T09:20");
	claim = play_act(ADMIN, &a);
	claim.version = play_again(a.id).version;
	claim.party = "SISUMAKER";
	claim.occurred_at = play_at("2026-01-06T09:05");
	play_must(act_outside(play_office, &claim), "sent out before that");
	a = play_again(a.id);
	is_string("outside", a.phase, "there it is");
	claim = play_act(ADMIN, &a);
	play_must(act_outside_back(play_office, &claim), "back");
	a = sent(one, "2026-01-06T09:21");
	is_int(15 * 60, a.outside, "... it was, from then on");
	is_int(5 * 60 + 60, a.own, "five minutes before, one after");
}

/* Of a role with a single holder sending claims; the work counts from the
 * later of receipt and his previous act. */
static void
alone_in_the_role(void)
{
	int64_t id;
	struct task_row t;

	play_clock("2026-01-07T08:00");
	id = play_case(SIGAP, "admin-user", "2");
	t = play_task(id, NULL);
	play_keep(id);
	play_refused(CASE_STATE, play_try(ADMIN, &t, OUTCOME_FORWARD),
	    "where two may, one has to take it first");
	play_clock("2026-01-07T08:05");
	id = play_case("pagu-anggaran", "kakanwil", "2");
	play_clock("2026-01-07T08:12");
	t = play_finish("kadivmin", id, OUTCOME_FORWARD);
	is_int(7 * 60, t.own, "who is alone just sends");
	is_int(play_person("kadivmin"), t.claimed_by, "... it was his");
	is_int(play_at("2026-01-07T08:05"), t.claimed_at, "... from receipt");
	play_clock("2026-01-07T08:10");
	id = play_case("pagu-anggaran", "kakanwil", "2");
	play_clock("2026-01-07T08:20");
	t = play_finish("kadivmin", id, OUTCOME_FORWARD);
	is_int(8 * 60, t.own, "... or from his previous act");
	play_hold("jfu-2", "kadivmin", "plh");
	id = play_case("pagu-anggaran", "kakanwil", "2");
	t = play_task(id, NULL);
	play_keep(id);
	play_refused(CASE_STATE, play_try("kadivmin", &t, OUTCOME_FORWARD),
	    "a deputy makes two of them");
}

/* Beginning a case is taking it in hand. */
static void
beginnings(void)
{
	int64_t id;
	struct act_start s = { .begun_at = play_at("2026-01-08T08:20") };
	struct act a;
	struct fixture_form form;
	struct task_row t;

	play_clock("2026-01-08T08:00");
	id = play_case("monev", "jfu", "2");
	play_finish("kasubbag-program-pelaporan", id, OUTCOME_RETURN);
	t = play_claim("jfu", id);
	play_clock("2026-01-08T08:30");
	s.version_id = fixture_sop(play_office, "monev");
	a = (struct act){ .now = play_now, .late_reason = "beban",
	    .actor.person_id = play_person("jfu") };
	fixture_fill(play_office, sop_row_at(office_sop(play_office,
	    s.version_id), 1), &form, &a);
	play_must(act_start(play_office, &a, &s), "start");
	is_int(0, hand_task(play_office, play_person("jfu")),
	    "who begins another lays down what he has");
	play_clock("2026-01-08T08:40");
	t = play_finish("jfu", id, OUTCOME_FORWARD);
	is_int(30 * 60, t.own, "... from when it was begun");
	play_clock("2026-01-08T09:00");
	id = play_case("monev", "jfu", "2");
	play_finish("kasubbag-program-pelaporan", id, OUTCOME_RETURN);
	play_clock("2026-01-08T09:25");
	t = play_claim("jfu", id);
	play_clock("2026-01-08T09:30");
	a.now = play_now;
	s.begun_at = play_at("2026-01-08T09:20");
	play_must(act_start(play_office, &a, &s), "start");
	play_clock("2026-01-08T09:40");
	t = play_finish("jfu", id, OUTCOME_FORWARD);
	is_int(10 * 60, t.own, "what was taken meanwhile counts after it");
}

/* A claim as 0.2.0 made it, whatever was in hand. */
static int
claim_of_020(struct act_work *w)
{
	w->t->claimed_by = w->who;
	w->t->claimed_at = w->at;
	span_begin(w, w->t, PHASE_OWN, w->at);
	deadline_set(w, w->t);
	return act_record(w, w->act->kind, w->t->id, w->actor_kind);
}

static struct task_row
claimed_then(int64_t id)
{
	static const struct act_kind act = { "claim", claim_of_020, 0 };
	struct task_row t = play_task(id, NULL);
	struct act a = play_act(ADMIN, &t);

	play_must(act_run(play_office, &a, &act, NULL), "claim");
	return play_again(t.id);
}

/* Before the upgrade any number was in hand: they stay counted, and the next
 * act leaves one. */
static void
of_an_earlier_release(void)
{
	int64_t id[3];
	struct task_row t[3];
	int i;

	for (i = 0; i < 3; i++)
		id[i] = letter("2026-01-09T08:00");
	for (i = 0; i < 3; i++)
		t[i] = claimed_then(id[i]);
	is_int(3, fixture_int(play_office, "SELECT count(*) FROM tasks"
	    " WHERE open = 1 AND phase = 'own' AND claimed_by = $1",
	    play_person(ADMIN)), "three in hand");
	is_int(play_at("2026-01-09T08:10"), t[0].due_at, "all of them due");
	t[1] = sent(id[1], "2026-01-09T08:06");
	is_int(6 * 60, t[1].own, "the one that is sent counts");
	is_int(0, hand_task(play_office, play_person(ADMIN)),
	    "... the others wait from now on");
	t[0] = sent(id[0], "2026-01-09T08:08");
	is_int(8 * 60, t[0].own, "... with what they had");
	t[2] = sent(id[2], "2026-01-09T08:11");
	is_int(9 * 60, t[2].own, "... and what was worked on them since");
	is_string("within", t[2].verdict, "... in time");
}

int
main(void)
{
	play_open();
	four_letters();
	left_lying();
	taken_up();
	outside();
	taken_back();
	given_away();
	told_later();
	alone_in_the_role();
	beginnings();
	of_an_earlier_release();
	play_whole();
	office_close(play_office);
	return tap_done();
}
