/*
 * deadline.c - the time of a visit: its phases, the instants of its limit, and
 * its verdict and accounts when it closes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_frame.h"
#include "clock/calendar.h"

struct standard
task_standard(const struct task_row *t)
{
	struct standard s;

	s.min = (int32_t)t->min;
	s.max = (int32_t)t->max;
	s.unit = (enum time_unit)time_unit_from(t->unit);
	s.measure = (enum time_measure)time_measure_from(t->measure);
	return s;
}

const struct calendar *
work_calendar(struct work *w, const struct task_row *t)
{
	const struct calendar *cal = office_calendar_for(w->o,
	    w->as_if != 0 ? w->as_if : t->calendar_id, t->performer);

	return cal != NULL ? cal : w->cal;
}

void
work_phase(struct work *w, struct task_row *t, enum phase phase, int64_t from)
{
	struct work_span *s;

	snprintf(t->phase, sizeof(t->phase), "%s", phase_slug(phase));
	if (w->nspan == WORK_SPANS) {
		w->broken = "too many phases in one act";
		return;
	}
	s = &w->span[w->nspan++];
	s->task_id = t->id;
	s->from = from;
	memcpy(s->phase, t->phase, sizeof(s->phase));
}

/* Put a span where its instant belongs; of equals the later written is last. */
static void
insert(struct span *list, size_t n, struct span s)
{
	for (; n > 0 && list[n - 1].from > s.from; n--)
		list[n] = list[n - 1];
	list[n] = s;
}

/* Is the task in the database yet? */
static int
is_fresh(const struct work *w, const struct task_row *t)
{
	size_t i;

	for (i = 0; i < w->ntask; i++)
		if (&w->task[i].now == t)
			return w->task[i].fresh;
	return 0;
}

size_t
work_spans(struct work *w, const struct task_row *t, struct span **list)
{
	struct span s;
	size_t i, n = 0;

	if (is_fresh(w, t))
		*list = malloc(WORK_SPANS * sizeof(**list));
	else
		n = task_spans(w->o, t->id, WORK_SPANS, list);
	if (*list == NULL) {
		w->broken = "out of memory";
		return 0;
	}
	for (i = 0; i < w->nspan; i++) {
		if (w->span[i].task_id != t->id)
			continue;
		s.from = w->span[i].from;
		s.phase = (enum phase)phase_from(w->span[i].phase);
		insert(*list, n++, s);
	}
	return n;
}

void
work_receive(struct work *w, struct task_row *t, int64_t at)
{
	const struct sop_row *row = sop_row_at(w->sop, (int)t->pos);

	t->received_at = at;
	t->queue_max = queue_allowance(work_calendar(w, t), at,
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
limits_work(struct work *w, struct task_row *t, const struct standard *s)
{
	const struct calendar *cal = work_calendar(w, t);
	struct span *span;
	struct span_list l = { .count = work_spans(w, t, &span) };
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

void
work_limits(struct work *w, struct task_row *t)
{
	struct standard s = task_standard(t);
	int64_t start = t->received_at ? t->received_at : t->claimed_at;

	t->min_at = t->due_at = 0;
	if (t->max == 0 || t->awaited || strcmp(t->phase, "outside") == 0)
		return;
	if (s.measure == MEASURE_WORK && !t->external)
		limits_work(w, t, &s);
	else if (start != 0)
		standard_due(work_calendar(w, t), &s, start, t->moved,
		    &t->min_at, &t->due_at);
}

void
work_follow(struct work *w, struct task_row *t)
{
	struct span *span;
	struct span_list l = { .close = w->at };

	if (t->received_at != 0)
		work_receive(w, t, t->received_at);
	/* A wait that is not over yet moves the limit when it ends. */
	if (strcmp(t->phase, "outside") != 0) {
		l.count = work_spans(w, t, &span);
		l.span = span;
		t->moved = accounts_outside_work(work_calendar(w, t), &l);
		free(span);
	}
	work_limits(w, t);
}

/* -- closing ----------------------------------------------------------- */

/* Verdict of a visit that finishes at an instant. */
static enum verdict
verdict_at(struct work *w, const struct task_row *t, int64_t at,
    const struct accounts *sum)
{
	const struct calendar *cal = work_calendar(w, t);
	struct standard s = task_standard(t);
	int64_t start = t->received_at ? t->received_at : t->claimed_at;

	if (t->max == 0 || start == 0 || strcmp(t->phase, "system") == 0)
		return VERDICT_NONE;
	if (s.measure == MEASURE_WORK && !t->external)
		return standard_verdict_work(&s, sum->own, sum->queue,
		    t->queue_max, calendar_day_length(cal, at));
	return standard_verdict(cal, &s, start, t->moved, at);
}

/* Accounts of a visit that closes at an instant; an outside wait it was in
 * moves the limit, too. */
static void
account(struct work *w, struct task_row *t, int64_t at)
{
	struct accounts sum = { 0 };
	struct span *span;
	struct span_list l = { .count = work_spans(w, t, &span), .close = at };
	enum verdict v;

	l.span = span;
	if (l.count > 0) {
		accounts_task(work_calendar(w, t), &l, &sum);
		t->moved = accounts_outside_work(work_calendar(w, t), &l);
	}
	free(span);
	t->own = sum.own;
	t->queue = sum.queue;
	t->outside = sum.outside;
	t->waiting = sum.applicant;
	t->closed = sum.closed;
	v = verdict_at(w, t, at, &sum);
	snprintf(t->verdict, sizeof(t->verdict), "%s", verdict_slug(v));
}

/* What somebody finished is his, and has a verdict; what others ended counts
 * only when it was late already, and what never was does not. */
static void
judge(struct work *w, struct task_row *t, enum outcome outcome, int64_t at)
{
	account(w, t, at);
	if (outcome == OUTCOME_VOID || outcome == OUTCOME_EXPIRED ||
	    (outcome > OUTCOME_DOWNLOAD && strcmp(t->verdict, "over") != 0))
		snprintf(t->verdict, sizeof(t->verdict), "none");
}

void
work_judge_again(struct work *w, struct task_row *t)
{
	if (t->received_at != 0)
		work_receive(w, t, t->received_at);
	judge(w, t, (enum outcome)outcome_from(t->outcome), t->closed_at);
	work_limits(w, t);
}

void
work_close(struct work *w, struct task_row *t, enum outcome outcome,
    int64_t at)
{
	int by_act = outcome <= OUTCOME_DOWNLOAD;

	if (at < t->opened_at)
		at = t->opened_at;
	judge(w, t, outcome, at);
	t->open = 0;
	t->closed_at = at;
	t->recorded_at = w->a->now;
	snprintf(t->outcome, sizeof(t->outcome), "%s", outcome_slug(outcome));
	if (!by_act)
		return;
	t->closed_by = w->who;
	/* Recorded more than a working hour later: "dicatat belakangan". */
	t->late_entry |= calendar_elapsed(w->cal, at, w->a->now) > 3600;
}

void
work_close_others(struct work *w, const struct task_row *but,
    enum outcome outcome, int64_t at)
{
	struct task_row *t;
	size_t i;

	for (i = 0; i < w->ntask; i++) {
		t = &w->task[i].now;
		if (t == but || !t->open || (but != NULL &&
		    (t->pos != but->pos || t->side)))
			continue;
		work_close(w, t, outcome, at);
	}
}
