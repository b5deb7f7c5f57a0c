/*
 * act_recall.c - "tarik kembali": a forward is taken back as long as nobody has
 * what followed.  The same visit goes on with its clock running.
 */
#include "case/act_recall.h"

#include <stdio.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/act_letter.h"
#include "case/act_record.h"
#include "case/case_child.h"
#include "case/deadline.h"
#include "case/hand.h"
#include "case/promise.h"
#include "case/span.h"
#include "case/task_close.h"
#include "office/closed.h"
#include "office/row.h"

enum stmt { STMT_UNTOUCHED, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_UNTOUCHED] = (
		"SELECT 1 FROM tasks t WHERE t.id = $1 AND "
		ACT_RECALL_SQL_UNTOUCHED),
};

/* Can what followed still be undone? */
static int
untouched(struct office *o, const struct task_row *t)
{
	return row_int(db_query(office_db(o), sql[STMT_UNTOUCHED], "i",
	    t->id)) != 0;
}

int
act_may_recall(struct office *o, const struct actor *a,
    const struct task_row *t, int64_t now)
{
	int64_t who = a->behalf_id ? a->behalf_id : a->person_id;
	const char *capacity;

	return !t->open && !t->external && a->person_id != 0 &&
	    t->closed_by == who && case_may_do(o, a, t, now, &capacity) &&
	    untouched(o, t) && !office_month_is_closed(o, t->closed_at);
}

static int
check_recall(struct act_work *w)
{
	const struct task_row *t = w->t;
	int err;

	if (t == NULL || t->open || !untouched(w->o, t))
		return office_fail(w->o, CASE_STATE, "",
		    "Berkas ini sudah dikerjakan langkah berikutnya dan tidak "
		    "dapat ditarik kembali.");
	if (t->external || t->closed_by != w->who || w->who == 0)
		return office_fail(w->o, CASE_DENIED, "",
		    "Hanya yang meneruskan dapat menarik kembali.");
	if ((err = act_may(w)) != CASE_OK)
		return err;
	if (office_month_is_closed(w->o, t->closed_at))
		return office_fail(w->o, CASE_STATE, "",
		    "Bulan itu sudah disahkan.");
	if (w->at < t->closed_at)
		return office_fail(w->o, CASE_INVALID, "occurred_at",
		    "Waktu ini mendahului yang sudah dicatat sebelumnya.");
	return CASE_OK;
}

static int
recall(struct act_work *w)
{
	struct task_row *t = w->t, *n;
	int64_t turned;
	size_t i;
	int err;

	if ((err = check_recall(w)) != CASE_OK)
		return err;
	if ((err = case_child_take_back(w)) != CASE_OK)
		return err;
	promise_undo(w, t);
	act_letter_recall(w);
	for (i = 0; i < w->ntask; i++) {
		n = &w->task[i].now;
		if (n->open && n->pos != t->pos && !n->side)
			task_close(w, n, OUTCOME_VOID, w->at);
	}
	/* As if it had not been sent: in hand until he turned to another. */
	if ((turned = hand_turned(w, t->closed_at)) != 0)
		span_begin(w, t, PHASE_QUEUE, turned);
	t->open = 1;
	t->closed_at = t->recorded_at = t->closed_by = 0;
	t->own = t->queue = t->outside = t->waiting = t->closed = 0;
	t->late_entry = t->own_approval = t->joint = t->lent = 0;
	t->unproved = 0;
	t->outcome[0] = t->late_reason[0] = '\0';
	snprintf(t->verdict, sizeof(t->verdict), "none");
	deadline_set(w, t);
	return act_record(w, w->act->kind, t->id, w->actor_kind);
}

enum case_err
act_recall(struct office *o, struct act *a)
{
	static const struct act_kind act = { "recall", recall, 0 };

	return act_run(o, a, &act, NULL);
}
