/*
 * deadline.c - the time of a visit: its phases, the instants of its limit, and
 * its verdict and accounts when it closes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_frame.h"
#include "clock/calendar.h"
#include "clock/verdict.h"

struct standard
task_standard(const struct task_row *t)
{
	struct standard s;

	s.min = (int32_t)t->min;
	s.max = (int32_t)t->max;
	s.unit = (enum time_unit)standard_unit_from(t->unit);
	s.measure = (enum time_measure)standard_measure_from(t->measure);
	return s;
}

const struct calendar *
deadline_calendar(struct act_work *w, const struct task_row *t)
{
	const struct calendar *cal = office_calendar_for(w->o,
	    w->as_if != 0 ? w->as_if : t->calendar_id, t->performer);

	return cal != NULL ? cal : w->cal;
}

void
span_begin(struct act_work *w, struct task_row *t, enum phase phase, int64_t from)
{
	struct act_span *s;

	snprintf(t->phase, sizeof(t->phase), "%s", account_phase_slug(phase));
	if (w->nspan == ACT_SPANS) {
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
is_fresh(const struct act_work *w, const struct task_row *t)
{
	size_t i;

	for (i = 0; i < w->ntask; i++)
		if (&w->task[i].now == t)
			return w->task[i].fresh;
	return 0;
}

size_t
span_all(struct act_work *w, const struct task_row *t, struct span **list)
{
	struct span s;
	size_t i, n = 0;

	if (is_fresh(w, t))
		*list = malloc(ACT_SPANS * sizeof(**list));
	else
		n = span_read(w->o, t->id, ACT_SPANS, list);
	if (*list == NULL) {
		w->broken = "out of memory";
		return 0;
	}
	for (i = 0; i < w->nspan; i++) {
		if (w->span[i].task_id != t->id)
			continue;
		s.from = w->span[i].from;
		s.phase = (enum phase)account_phase_from(w->span[i].phase);
		insert(*list, n++, s);
	}
	return n;
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

void
deadline_set(struct act_work *w, struct task_row *t)
{
	struct standard s = task_standard(t);
	int64_t start = t->received_at ? t->received_at : t->claimed_at;

	t->min_at = t->due_at = 0;
	if (t->max == 0 || t->awaited || strcmp(t->phase, "outside") == 0)
		return;
	if (s.measure == MEASURE_WORK && !t->external)
		limits_work(w, t, &s);
	else if (start != 0)
		standard_due(deadline_calendar(w, t), &s, start, t->moved,
		    &t->min_at, &t->due_at);
}

void
deadline_follow(struct act_work *w, struct task_row *t)
{
	struct span *span;
	struct span_list l = { .close = w->at };

	if (t->received_at != 0)
		deadline_receive(w, t, t->received_at);
	/* A wait that is not over yet moves the limit when it ends. */
	if (strcmp(t->phase, "outside") != 0) {
		l.count = span_all(w, t, &span);
		l.span = span;
		t->moved = accounts_outside_work(deadline_calendar(w, t), &l);
		free(span);
	}
	deadline_set(w, t);
}

/* -- closing ----------------------------------------------------------- */

/* Verdict of a visit that finishes at an instant. */
static enum verdict
verdict_at(struct act_work *w, const struct task_row *t, int64_t at,
    const struct accounts *sum)
{
	const struct calendar *cal = deadline_calendar(w, t);
	struct standard s = task_standard(t);
	int64_t start = t->received_at ? t->received_at : t->claimed_at;

	if (t->max == 0 || start == 0 || strcmp(t->phase, "system") == 0)
		return VERDICT_NONE;
	if (s.measure == MEASURE_WORK && !t->external)
		return verdict_of_work(&s, sum->own, sum->queue,
		    t->queue_max, calendar_day_length(cal, at));
	return verdict_of(cal, &s, start, t->moved, at);
}

/* Accounts of a visit that closes at an instant; an outside wait it was in
 * moves the limit, too. */
static void
account(struct act_work *w, struct task_row *t, int64_t at)
{
	struct accounts sum = { 0 };
	struct span *span;
	struct span_list l = { .count = span_all(w, t, &span), .close = at };
	enum verdict v;

	l.span = span;
	if (l.count > 0) {
		accounts_task(deadline_calendar(w, t), &l, &sum);
		t->moved = accounts_outside_work(deadline_calendar(w, t), &l);
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
judge(struct act_work *w, struct task_row *t, enum outcome outcome, int64_t at)
{
	account(w, t, at);
	if (outcome == OUTCOME_VOID || outcome == OUTCOME_EXPIRED ||
	    (outcome > OUTCOME_DOWNLOAD && strcmp(t->verdict, "over") != 0))
		snprintf(t->verdict, sizeof(t->verdict), "none");
}

void
task_close_again(struct act_work *w, struct task_row *t)
{
	if (t->received_at != 0)
		deadline_receive(w, t, t->received_at);
	judge(w, t, (enum outcome)task_outcome_from(t->outcome), t->closed_at);
	deadline_set(w, t);
}

void
task_close(struct act_work *w, struct task_row *t, enum outcome outcome,
    int64_t at)
{
	int by_act = outcome <= OUTCOME_DOWNLOAD;

	if (at < t->opened_at)
		at = t->opened_at;
	judge(w, t, outcome, at);
	t->open = 0;
	t->closed_at = at;
	t->recorded_at = w->a->now;
	snprintf(t->outcome, sizeof(t->outcome), "%s", task_outcome_slug(outcome));
	if (!by_act)
		return;
	t->closed_by = w->who;
	/* Recorded more than a working hour later: "dicatat belakangan". */
	t->late_entry |= calendar_elapsed(w->cal, at, w->a->now) > 3600;
}

void
task_close_others(struct act_work *w, const struct task_row *but,
    enum outcome outcome, int64_t at)
{
	struct task_row *t;
	size_t i;

	for (i = 0; i < w->ntask; i++) {
		t = &w->task[i].now;
		if (t == but || !t->open || (but != NULL &&
		    (t->pos != but->pos || t->side)))
			continue;
		task_close(w, t, outcome, at);
	}
}
