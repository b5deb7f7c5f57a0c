/*
 * promise.c - when the service promise of a case began and was kept.
 */
#include "case/promise.h"

#include <string.h>

#include "case/act_frame.h"
#include "case/transition.h"

int
promise_is_inferred(const struct sop *sop)
{
	return sop->promise_days > 0 && strcmp(sop->promise_basis,
	    "inferred") == 0;
}

const char *
promise_note(const struct sop *sop)
{
	return promise_is_inferred(sop) ? " (" PROMISE_INFERRED ")" : "";
}

void
promise_begin(struct act_work *w)
{
	if (w->sop->promise_to != 0 && w->sop->promise_from == 0)
		w->c.promise_from = w->c.opened_at;
}

void
promise_row_open(struct act_work *w, int pos)
{
	if (pos <= w->sop->promise_to)
		w->c.promise_to = 0;
}

void
promise_row_done(struct act_work *w, const struct task_row *t)
{
	int64_t at = transition_row_end(w, t);

	if (w->sop->promise_to == 0)
		return;
	if (t->pos == w->sop->promise_from && w->c.promise_from == 0)
		w->c.promise_from = at;
	if (t->pos == w->sop->promise_to)
		w->c.promise_to = at;
}

void
promise_undo(struct act_work *w, const struct task_row *t)
{
	if (t->pos == w->sop->promise_from &&
	    w->c.promise_from == transition_row_end(w, t))
		w->c.promise_from = 0;
	if (t->pos <= w->sop->promise_to)
		w->c.promise_to = 0;
}
