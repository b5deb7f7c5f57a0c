/*
 * task_close.c - closing a task: outcome, verdict, accounts.
 */
#include "case/task_close.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/deadline.h"
#include "case/span.h"
#include "clock/calendar.h"
#include "clock/verdict.h"

/* Verdict of a visit that finishes at an instant; nobody outside the office
 * and no software is judged. */
static enum verdict
verdict_at(struct act_work *w, const struct task_row *t, int64_t at,
    const struct accounts *sum)
{
	const struct calendar *cal = deadline_calendar(w, t);
	struct standard s = task_standard(t);
	int64_t start = t->received_at ? t->received_at : t->claimed_at;

	if (t->max == 0 || start == 0 || t->external ||
	    strcmp(t->phase, "system") == 0)
		return VERDICT_NONE;
	if (s.measure == MEASURE_WORK)
		return verdict_of_work(&s, sum->own, sum->queue,
		    t->queue_max, calendar_day_length(cal, at));
	return verdict_of(cal, &s, start, t->moved, at);
}

/* Accounts of a visit that closes at an instant; an outside wait it was in
 * moves the limit, too.  The verdict leaves out what a clock that went back has
 * lent. */
static void
account(struct act_work *w, struct task_row *t, int64_t at)
{
	struct accounts sum = { 0 }, judged = { 0 };
	struct span *span;
	struct span_list l = { .count = span_all(w, t, &span), .close = at };
	enum verdict v;

	l.span = span;
	if (l.count > 0) {
		accounts_task(deadline_calendar(w, t), &l, &sum);
		t->moved = accounts_outside_work(deadline_calendar(w, t), &l);
		l.close = at - t->lent;
		accounts_task(deadline_calendar(w, t), &l, &judged);
	}
	free(span);
	t->own = sum.own;
	t->queue = sum.queue;
	t->outside = sum.outside;
	t->waiting = sum.applicant;
	t->closed = sum.closed;
	v = verdict_at(w, t, at - t->lent, &judged);
	snprintf(t->verdict, sizeof(t->verdict), "%s", verdict_slug(v));
}

/* A task that its performer finished has a verdict; one that another act ended
 * only when it was late already; one that was taken back or expired has
 * none. */
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

/* A task that another act ends, ends after the last that is known of it. */
static int64_t
not_before_spans(struct act_work *w, const struct task_row *t, int64_t at)
{
	struct span *span;
	size_t n = span_all(w, t, &span);

	if (n > 0 && span[n - 1].from > at)
		at = span[n - 1].from;
	free(span);
	return at;
}

void
task_close(struct act_work *w, struct task_row *t, enum outcome outcome,
    int64_t at)
{
	int by_act = outcome <= OUTCOME_DOWNLOAD;

	if (at < t->opened_at)
		at = t->opened_at;
	if (!by_act)
		at = not_before_spans(w, t, at);
	t->lent = w->clock != 0 && at > w->clock ? at - w->clock : 0;
	judge(w, t, outcome, at);
	t->open = 0;
	t->closed_at = at;
	t->recorded_at = w->a->now;
	snprintf(t->outcome, sizeof(t->outcome), "%s",
	    task_outcome_slug(outcome));
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
