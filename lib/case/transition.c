/*
 * transition.c - going on after a task: the row's others, the next row, the
 * end; and the rows of the system.
 */
#include "case/transition.h"

#include <stdio.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/act_letter.h"
#include "case/act_message.h"
#include "case/act_record.h"
#include "case/field_form.h"
#include "case/lateness.h"
#include "case/promise.h"
#include "case/task_close.h"
#include "case/task_open.h"
#include "office/row.h"

enum stmt { STMT_ROW_END, STMT_REFUSED_AT, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_ROW_END] =
		"SELECT coalesce(max(closed_at), 0) FROM tasks"
		" WHERE case_id = $1 AND pos = $2 AND visit = $3 AND side = 0"
		"   AND outcome = 'forward'",
	[STMT_REFUSED_AT] =
		"SELECT pos FROM tasks WHERE case_id = $1"
		"   AND outcome = 'refuse' ORDER BY closed_at DESC, visit DESC"
		" LIMIT 1",
};

void
transition_end(struct act_work *w, const char *result, int64_t at)
{
	snprintf(w->c.state, sizeof(w->c.state), "ended");
	snprintf(w->c.result, sizeof(w->c.result), "%s", result);
	w->c.ended_at = at < w->c.opened_at ? w->c.opened_at : at;
	if (strcmp(result, "withdrawn") == 0)
		act_letter_cancel(w, 1, "Permohonan tidak dilanjutkan "
		    "pemohon.");
	else if (strcmp(result, "cancelled") == 0)
		act_letter_cancel(w, 1, "Berkas dibatalkan kantor.");
	else
		act_letter_cancel(w, ACT_LETTER_PREPARED, "");
}

/* Is another visit of the row still open (all of several)? */
static int
row_open(const struct act_work *w, int64_t pos)
{
	size_t i;

	for (i = 0; i < w->ntask; i++)
		if (w->task[i].now.open && w->task[i].now.pos == pos &&
		    !w->task[i].now.side)
			return 1;
	return 0;
}

/* One who signed later may have done so earlier. */
int64_t
transition_row_end(struct act_work *w, const struct task_row *t)
{
	int64_t last;

	if (strchr(sop_row_at(w->sop, (int)t->pos)->performer, '+') == NULL)
		return t->closed_at;
	last = row_int(db_query(w->db, sql[STMT_ROW_END], "iii", w->c.id,
	    t->pos, t->visit));
	return last > t->closed_at ? last : t->closed_at;
}

/* The row of a task that passed the matter on through a party outside, which
 * has it before the next row; or NULL. */
static const struct sop_row *
passed_through(const struct act_work *w, const struct task_row *t)
{
	const struct sop_row *row = sop_row_at(w->sop, (int)t->pos);

	return row->via_time == VIA_AFTER &&
	    strcmp(t->outcome, "forward") == 0 ? row : NULL;
}

/* The value that a forward has in the field that its row branches by; NULL: it
 * does not branch. */
static const char *
branch_value(const struct act_work *w, const struct task_row *t)
{
	const struct sop_row *row = sop_row_at(w->sop, (int)t->pos);
	const struct field_form *form = w->form;

	if (row->branch == NULL || w->form_task != t->id || form == NULL ||
	    strcmp(t->outcome, "forward") != 0)
		return NULL;
	for (size_t i = 0; i < form->nvalue; i++)
		if (strcmp(form->value[i].name, row->branch) == 0)
			return form->value[i].value;
	return NULL;
}

int
transition_next(struct act_work *w, struct task_row *t)
{
	int next;

	if (row_open(w, t->pos))
		return CASE_OK;
	promise_row_done(w, t);
	next = w->c.end_pos == t->pos ? 0 : sop_next_by(w->sop, (int)t->pos,
	    branch_value(w, t));
	if (next != 0) {
		w->via = passed_through(w, t);
		return task_open(w, next);
	}
	if (strcmp(t->outcome, "forward") == 0)
		snprintf(t->outcome, sizeof(t->outcome), "end");
	transition_end(w, w->c.refused ? "refused" : "done",
	    transition_row_end(w, t));
	return CASE_OK;
}

/* -- what ends a visit --------------------------------------------------- */

int
transition_forward(struct act_work *w)
{
	int err;

	task_close(w, w->t, OUTCOME_FORWARD, w->at);
	if ((err = lateness_take(w)) != CASE_OK)
		return err;
	return w->t->side ? CASE_OK : transition_next(w, w->t);
}

/* Sent back to the row that refused or before it, the case is decided anew. */
static void
undo_refusal(struct act_work *w, int to)
{
	if (!w->c.refused || row_int(db_query(w->db, sql[STMT_REFUSED_AT], "i",
	    w->c.id)) < to)
		return;
	w->c.refused = 0;
	w->c.end_pos = 0;
}

int
transition_return(struct act_work *w, int to)
{
	int err;

	task_close(w, w->t, OUTCOME_RETURN, w->at);
	w->t->return_pos = to;
	act_letter_cancel(w, to, "Berkas dikembalikan untuk diperbaiki.");
	if ((err = lateness_take(w)) != CASE_OK)
		return err;
	task_close_others(w, w->t, OUTCOME_SUPERSEDED, w->a->now);
	undo_refusal(w, to);
	w->via = NULL;
	return task_open(w, to);
}

int
transition_refuse(struct act_work *w)
{
	const struct sop_row *row = sop_row_at(w->sop, (int)w->t->pos);
	int err;

	task_close(w, w->t, OUTCOME_REFUSE, w->at);
	if ((err = lateness_take(w)) != CASE_OK)
		return err;
	task_close_others(w, w->t, OUTCOME_SUPERSEDED, w->a->now);
	act_letter_cancel(w, 1, "Permohonan ditolak sesudahnya.");
	w->c.refused = 1;
	if (row->refuse == REFUSE_NEXT)
		return transition_next(w, w->t);
	promise_row_done(w, w->t);
	w->c.end_pos = row->refuse_row;
	w->via = NULL;
	return task_open(w, row->refuse_row);
}

/* -- the system ---------------------------------------------------------- */

/* The message of a notify row of the system: right after the request it says
 * that the request came in, later that it was dealt with. */
static void
message_system(struct act_work *w, const struct task_row *t)
{
	const struct sop_row *before = sop_row_at(w->sop, (int)t->pos - 1);

	if (strcmp(t->kind, "notify") == 0)
		act_message(w, before != NULL && before->kind == STEP_SUBMIT ?
		    "confirmed" : "notified", t->id, NULL);
}

int
transition_system(struct act_work *w)
{
	struct task_row *t;
	size_t i;
	int err = CASE_OK;

	w->at = w->a->now;
	w->who = 0;
	for (i = 0; i < w->ntask && err == CASE_OK; i++) {
		t = &w->task[i].now;
		if (!t->open || strcmp(t->phase, "system") != 0)
			continue;
		message_system(w, t);
		task_close(w, t, OUTCOME_FORWARD, w->at);
		if ((err = transition_next(w, t)) == CASE_OK)
			err = act_record(w, "forward", t->id, ACTOR_SYSTEM);
	}
	return err;
}
