/*
 * hand.c - what an officer has in hand: one task at a time.
 *
 * Laying down a task of another case is an event of that case, in the same
 * transaction.  It changes nothing that a page shows to be acted on, so the
 * version of the task stays, and a form that is open in another window can
 * still be sent.
 */
#include "case/hand.h"

#include <stdlib.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/act_record.h"
#include "case/case_account.h"
#include "case/deadline.h"
#include "case/span.h"
#include "clock/calendar.h"
#include "clock/verdict.h"
#include "office/closed.h"
#include "office/row.h"
#include "office/soplist.h"

enum stmt { STMT_IN_HAND, STMT_TURNED, STMT__MAX };

/* Of a clock that went back so far the previous act bears a later time: then
 * nothing was worked since. */
#define CLOCK_BACK	86400

static const char *const sql[STMT__MAX] = {
	[STMT_IN_HAND] = (
		"SELECT id FROM tasks WHERE claimed_by = $1 AND id <> $2"
		"   AND open = 1 AND phase = 'own'"
		"   AND " SOPLIST_SQL_REAL("version_id") " ORDER BY id"),
	/* The first stretch of work of a person on other tasks. */
	[STMT_TURNED] = (
		"SELECT coalesce(min(s.from_at), 0) FROM spans s"
		" WHERE s.phase = 'own' AND s.from_at >= $2 AND s.task_id <> $3"
		"   AND s.task_id IN (SELECT id FROM tasks"
		"     WHERE claimed_by = $1 AND open = 1"
		"     AND " SOPLIST_SQL_REAL("version_id") " UNION ALL"
		"     SELECT id FROM tasks WHERE closed_by = $1"
		"     AND closed_at >= $2"
		"     AND " SOPLIST_SQL_REAL("version_id") ")"),
};

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

int
hand_holds(const struct task_row *t)
{
	return t->open && t->claimed_by != 0 && strcmp(t->phase, "own") == 0;
}

int64_t
hand_task(struct office *o, int64_t person_id)
{
	return row_int(db_query(office_db(o), sql[STMT_IN_HAND], "ii",
	    person_id, (int64_t)0));
}

int64_t
hand_turned(struct act_work *w, int64_t since)
{
	return row_int(db_query(w->db, sql[STMT_TURNED], "iii", w->who, since,
	    w->t->id));
}

/* -- since when ---------------------------------------------------------- */

/* The span of an instant; without one before it the first of all. */
static struct span
span_at(const struct span *span, size_t n, int64_t at)
{
	struct span none = { .from = at, .phase = PHASE_QUEUE };

	while (n > 1 && span[n - 1].from > at)
		n--;
	return n > 0 ? span[n - 1] : none;
}

/* An instant that lies in no closed month: that one, or the end of the
 * month. */
static int64_t
after_closed(struct office *o, int64_t at)
{
	struct cal_local l;

	if (!office_month_is_closed(o, at))
		return at;
	calendar_local(office_calendar(o), at, &l);
	return calendar_month(office_calendar(o), l.year + l.month / 12,
	    l.month % 12 + 1);
}

/* Work on a task that waits counts from its person's previous act. */
static int64_t
began(struct office *o, int64_t person, const struct span *s, int64_t at,
    int64_t until)
{
	int64_t from = s->from;

	if (s->phase != PHASE_OWN)
		from = later(from, after_closed(o, task_previous_act(o,
		    person, until)));
	return from < at ? from : at;
}

int64_t
hand_began(struct office *o, int64_t person_id, const struct task_row *t,
    int64_t at, int told)
{
	struct span *list, s;
	size_t n = span_read(o, t->id, 0, &list);

	s = span_at(list, n, at);
	free(list);
	return began(o, person_id, &s, at, told ? at : at + CLOCK_BACK);
}

int
hand_exceeds(struct office *o, int64_t person_id, const struct task_row *t,
    int64_t now)
{
	const struct calendar *cal = office_calendar_for(o, t->calendar_id,
	    t->performer);
	struct standard s = task_standard(t);
	struct accounts sum;
	int64_t more = 0;

	if (s.measure != MEASURE_WORK || t->max == 0 || cal == NULL ||
	    case_account_task(o, t, now, &sum) != CASE_OK)
		return 0;
	if (!hand_holds(t))
		more = calendar_elapsed(cal, hand_began(o, person_id, t, now,
		    0), now);
	return verdict_of_work(&s, sum.own + more, sum.queue - more,
	    t->queue_max, calendar_day_length(cal, now)) == VERDICT_OVER;
}

/* -- laying down --------------------------------------------------------- */

/* The task waits from an instant on, but not before it came into the hand; a
 * page that shows it holds. */
static int
lay_down(struct act_work *w, struct act_task *k, int64_t at)
{
	struct span *list;
	size_t n = span_all(w, &k->now, &list);

	if (n == 0)
		return CASE_DB;
	span_begin(w, &k->now, PHASE_QUEUE, later(at, list[n - 1].from));
	free(list);
	deadline_set(w, &k->now);
	k->held = 1;
	return CASE_OK;
}

static struct act_task *
find(struct act_work *w, int64_t task_id)
{
	for (size_t i = 0; i < w->ntask; i++)
		if (w->task[i].now.id == task_id)
			return &w->task[i];
	return NULL;
}

/* The act of the other case. */
static int
aside(struct act_work *w)
{
	int err = lay_down(w, find(w, w->t->id), w->at);

	return err != CASE_OK ? err : act_record(w, w->act->kind, w->t->id,
	    w->actor_kind);
}

/* A task that was taken after an act that is told later stays in hand. */
static int
is_laid_down(struct act_work *w, int64_t task_id)
{
	struct span *list;
	size_t n;
	int64_t since;

	if (w->at >= w->clock)
		return 1;
	n = span_read(w->o, task_id, 0, &list);
	since = n > 0 ? list[n - 1].from : 0;
	free(list);
	return since <= w->at;
}

int
hand_alone(struct act_work *w, int64_t from)
{
	static const struct act_kind act = { "aside", aside, 1 };
	struct act_task *here;
	int64_t *id;
	size_t n, i;
	int err;

	/* A trial takes no time from other work. */
	if (case_is_trial(&w->c))
		return CASE_OK;
	/* A clock that went back lends time to its own task alone. */
	if (from > w->clock)
		from = w->clock;
	if ((err = row_ids(w->o, db_query(w->db, sql[STMT_IN_HAND], "ii",
	    w->who, w->t->id), &id, &n)) != CASE_OK)
		return err;
	for (i = 0; i < n && err == CASE_OK; i++) {
		if (!is_laid_down(w, id[i]))
			continue;
		here = find(w, id[i]);
		err = here != NULL ? lay_down(w, here, from) :
		    act_beside(w, id[i], from, &act);
	}
	free(id);
	return err;
}

/* -- taking -------------------------------------------------------------- */

int
hand_take(struct act_work *w, int64_t from)
{
	span_begin(w, w->t, PHASE_OWN, from);
	return hand_alone(w, from);
}

int
hand_keep(struct act_work *w, int64_t from)
{
	int64_t turned = from < w->a->now ? hand_turned(w, from) : 0;
	int err = hand_take(w, from);

	if (turned != 0)
		span_begin(w, w->t, PHASE_QUEUE, turned);
	return err;
}

int
hand_go_on(struct act_work *w)
{
	find(w, w->t->id)->held = 1;
	return hand_keep(w, w->at);
}

static int64_t
until(const struct act_work *w)
{
	return w->a->occurred_at != 0 ? w->at : w->at + CLOCK_BACK;
}

int
hand_work(struct act_work *w, int64_t first)
{
	struct task_row *t = w->t;
	struct span *list, s, last;
	size_t n = span_all(w, t, &list);
	int64_t from = w->at;

	s = span_at(list, n, first);
	last = span_at(list, n, w->at);
	free(list);
	if (s.phase != PHASE_OWN) {
		from = w->a->begun_at != 0 ? later(s.from, first) :
		    began(w->o, w->who, &s, w->at, until(w));
		if (t->claimed_by == 0 || from < t->claimed_at)
			t->claimed_at = from;
		t->claimed_by = w->who;
		span_begin(w, t, PHASE_OWN, from);
	}
	/* Laid down since then, he has taken it up again. */
	if (last.phase == PHASE_QUEUE && last.from > s.from) {
		from = last.from;
		span_begin(w, t, PHASE_OWN, from);
	}
	return hand_alone(w, from);
}
