/* account.c - where the seconds of a task and of a case went. */

#include "clock/account.h"
#include "clock/calendar.h"
#include "clock/caltext.h"

static const char *const phases[PHASE__MAX] = {
	[PHASE_QUEUE] = "queue",
	[PHASE_OWN] = "own",
	[PHASE_OUTSIDE] = "outside",
	[PHASE_APPLICANT] = "applicant",
	[PHASE_SYSTEM] = "system",
};

const char *
account_phase_slug(enum phase phase)
{
	return phases[phase];
}

int
account_phase_from(const char *slug)
{
	return caltext_find(phases, PHASE__MAX, slug);
}

/* When span `i` ends: at the next, but never after the task closed. */
static int64_t
span_end(const struct span_list *task, size_t i)
{
	if (i + 1 < task->count && task->span[i + 1].from < task->close)
		return task->span[i + 1].from;
	return task->close;
}

void
accounts_task(const struct calendar *cal, const struct span_list *task,
    struct accounts *out)
{
	struct accounts sum = { 0 };
	const struct span *span;
	int64_t real, work;
	size_t i;

	for (i = 0; i < task->count; i++) {
		span = &task->span[i];
		if (span->from >= task->close)
			break;
		real = span_end(task, i) - span->from;
		work = calendar_elapsed(cal, span->from, span->from + real);
		switch (span->phase) {
		case PHASE_QUEUE:
			sum.queue += work;
			sum.closed += real - work;
			break;
		case PHASE_OWN:
			sum.own += work;
			sum.closed += real - work;
			break;
		case PHASE_OUTSIDE:
			sum.outside += real;
			break;
		case PHASE_APPLICANT:
			sum.applicant += real;
			break;
		default:
			sum.own += real;
		}
	}
	*out = sum;
}

/*
 * The phases that tasks are in at t, as bits; *next is lowered to the first
 * instant after t at which that may change.
 */
static unsigned int
phases_at(const struct span_list *tasks, size_t count, int64_t t, int64_t *next)
{
	const struct span_list *task;
	unsigned int bits = 0;
	size_t n, i;
	int64_t change;

	for (n = 0; n < count; n++) {
		task = &tasks[n];
		if (t >= task->close)
			continue;
		for (i = 0; i < task->count && task->span[i].from <= t; i++)
			continue;
		change = i < task->count && task->span[i].from < task->close ?
		    task->span[i].from : task->close;
		if (i > 0)
			bits |= 1U << task->span[i - 1].phase;
		if (change < *next)
			*next = change;
	}
	return bits;
}

/* Give a stretch in which no task changes to the first account it is in. */
static void
give(struct accounts *sum, unsigned int bits, int64_t work, int64_t rest)
{
	int64_t *at_work = &sum->queue, *at_rest = &sum->closed;

	if (bits & 1U << PHASE_SYSTEM)
		at_work = at_rest = &sum->own;
	else if (bits & 1U << PHASE_OUTSIDE)
		at_work = at_rest = &sum->outside;
	else if (bits & 1U << PHASE_APPLICANT)
		at_work = at_rest = &sum->applicant;
	/* Own work and queue go before those, but only in working time. */
	if (bits & 1U << PHASE_QUEUE && at_work != &sum->own)
		at_work = &sum->queue;
	if (bits & 1U << PHASE_OWN)
		at_work = &sum->own;
	*at_work += work;
	*at_rest += rest;
}

void
accounts_case(const struct calendar *cal, const struct span_list *tasks,
    size_t count, int64_t open, int64_t close, struct accounts *out)
{
	struct accounts sum = { 0 };
	int64_t next, work;
	unsigned int bits;

	while (open < close) {
		next = close;
		bits = phases_at(tasks, count, open, &next);
		work = calendar_elapsed(cal, open, next);
		give(&sum, bits, work, next - open - work);
		open = next;
	}
	*out = sum;
}

int64_t
accounts_outside_work(const struct calendar *cal, const struct span_list *task)
{
	int64_t sum = 0;
	size_t i;

	for (i = 0; i < task->count; i++)
		if (task->span[i].phase == PHASE_OUTSIDE &&
		    !task->span[i].still && task->span[i].from < task->close)
			sum += calendar_elapsed(cal, task->span[i].from,
			    span_end(task, i));
	return sum;
}

int64_t
accounts_sum(const struct accounts *a)
{
	return a->own + a->queue + a->outside + a->applicant + a->closed;
}
