/*
 * deadline.c - the instants of the limit of an open task.
 */
#include "case/deadline.h"

#include <stdlib.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/span.h"
#include "clock/calendar.h"

const struct calendar *
deadline_calendar(struct act_work *w, const struct task_row *t)
{
	const struct calendar *cal = office_calendar_for(w->o,
	    w->as_if != 0 ? w->as_if : t->calendar_id, t->performer);

	return cal != NULL ? cal : w->cal;
}

void
deadline_receive(struct act_work *w, struct task_row *t, int64_t at)
{
	const struct sop_row *row = sop_row_at(w->sop, (int)t->pos);

	t->received_at = at;
	t->queue_max = standard_queue_allowance(deadline_calendar(w, t), at,
	    sop_queue_days(row));
}

/* -- limits ------------------------------------------------------------ */

/* The instant at which a phase has used up an amount of working time, the
 * last span going on; 0 when it has not and does not run. */
static int64_t
run_out(const struct calendar *cal, const struct span_list *l,
    enum phase phase, int64_t left)
{
	int64_t used;
	size_t i;

	for (i = 0; i < l->count; i++) {
		if (l->span[i].phase != phase)
			continue;
		if (i + 1 == l->count)
			return calendar_add(cal, l->span[i].from, left);
		used = calendar_elapsed(cal, l->span[i].from,
		    l->span[i + 1].from);
		if (used > left)
			return calendar_add(cal, l->span[i].from, left);
		left -= used;
	}
	return 0;
}

/* Both its own work and its time in the queue are limited: due is the first
 * to run out. */
static void
limits_work(struct act_work *w, struct task_row *t, const struct standard *s)
{
	const struct calendar *cal = deadline_calendar(w, t);
	struct span *span;
	struct span_list l = { .count = span_all(w, t, &span) };
	int64_t day = calendar_day_length(cal, w->at), queue;

	l.span = span;
	if (strcmp(t->phase, "own") == 0)
		t->min_at = run_out(cal, &l, PHASE_OWN,
		    standard_seconds(s, s->min, day));
	t->due_at = run_out(cal, &l, PHASE_OWN,
	    standard_seconds(s, s->max, day));
	queue = run_out(cal, &l, PHASE_QUEUE, t->queue_max);
	if (queue != 0 && (t->due_at == 0 || queue < t->due_at))
		t->due_at = queue;
	free(span);
}

/* Outside there is no due, unless the standard measures the trip. */
static int
is_stopped(struct act_work *w, const struct task_row *t)
{
	return strcmp(t->phase, "outside") == 0 &&
	    (t->received_at == 0 || !span_is_still(w, t));
}

void
deadline_set(struct act_work *w, struct task_row *t)
{
	struct standard s = task_standard(t);
	int64_t start = t->received_at ? t->received_at : t->claimed_at;

	t->min_at = t->due_at = 0;
	if (t->max == 0 || t->awaited || is_stopped(w, t))
		return;
	if (s.measure == MEASURE_WORK && !t->external)
		limits_work(w, t, &s);
	else if (start != 0)
		standard_due(deadline_calendar(w, t), &s, start, t->moved,
		    &t->min_at, &t->due_at);
}

void
deadline_move(struct act_work *w, struct task_row *t)
{
	struct span *span;
	struct span_list l = { .close = w->at };

	l.count = span_all(w, t, &span);
	l.span = span;
	t->moved = accounts_outside_work(deadline_calendar(w, t), &l);
	free(span);
}

void
deadline_follow(struct act_work *w, struct task_row *t)
{
	if (t->received_at != 0)
		deadline_receive(w, t, t->received_at);
	/* A wait that is not over yet moves the limit when it ends. */
	if (strcmp(t->phase, "outside") != 0)
		deadline_move(w, t);
	deadline_set(w, t);
}
