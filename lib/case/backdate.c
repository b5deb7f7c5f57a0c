/*
 * backdate.c - when an act occurred, when that is earlier than it is recorded.
 *
 * The spans of the task say how early an act on it may be.  A receipt or a
 * claim that lies before its opening or its claim is written as a span more.
 */
#include "case/backdate.h"

#include <stdlib.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/deadline.h"
#include "case/hand.h"
#include "case/span.h"
#include "clock/calendar.h"
#include "office/row.h"

enum stmt {
	STMT_FLOOR,
	STMT_LAST,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	/* The end of the tasks that led to this one: not of those that another
	 * act ended. */
	[STMT_FLOOR] = (
		"SELECT coalesce(max(closed_at), 0) FROM tasks"
		" WHERE case_id = $1 AND open = 0 AND side = 0"
		"   AND outcome NOT IN ('void', 'superseded')"
		"   AND NOT (pos = $2 AND visit = $3)"),
	[STMT_LAST] =
		"SELECT coalesce(max(closed_at), 0) FROM tasks"
		" WHERE case_id = $1 AND open = 0",
};

/* How a task is held, and how early an act on it may be. */
struct task_known {
	int64_t	last;		/* when it came to be held as it is */
	int64_t	bound;		/* nothing may lie before this */
	int	claimed;	/* `last` is a claim, which may move */
	int	untouched;	/* nobody had it before that */
};

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* The span with which the task came to be held as it is: its claim, or its
 * return from outside after that; else the last. */
static size_t
holding(const struct task_row *t, const struct span *span, size_t n,
    int *claimed)
{
	size_t i, from = n - 1;

	*claimed = 0;
	for (i = n - 1; t->claimed_by != 0 && i > 0 &&
	    span[i].phase != PHASE_OUTSIDE; i--) {
		*claimed = span[i].phase == PHASE_OWN &&
		    span[i].from == t->claimed_at;
		from = i;
		if (*claimed)
			break;
	}
	return from;
}

static void
task_known(struct act_work *w, struct task_known *k)
{
	const struct task_row *t = w->t;
	struct span *span;
	size_t n = span_all(w, t, &span), i;

	memset(k, 0, sizeof(*k));
	if (n == 0)
		return;
	i = holding(t, span, n, &k->claimed);
	k->last = span[i].from;
	k->bound = span[i - (size_t)k->claimed].from;
	k->untouched = i == (size_t)k->claimed;
	if (k->untouched)
		k->bound = later(w->c.opened_at, row_int(db_query(w->db,
		    sql[STMT_FLOOR], "iii", w->c.id, t->pos, t->visit)));
	free(span);
}

static int
refuse(struct act_work *w, const char *field)
{
	return office_fail(w->o, CASE_INVALID, field,
	    "Waktu ini mendahului yang sudah dicatat sebelumnya.");
}

/* Before its opening the task was in the phase it was opened in. */
static void
receive_earlier(struct act_work *w, int64_t at)
{
	struct task_row *t = w->t;
	enum phase phase = t->external || t->awaited ? PHASE_APPLICANT :
	    PHASE_QUEUE;
	char now[sizeof(t->phase)];

	memcpy(now, t->phase, sizeof(now));
	t->opened_at = at;
	if (t->received_at != 0)
		deadline_receive(w, t, at);
	span_begin(w, t, phase, at);
	memcpy(t->phase, now, sizeof(now));
}

int
backdate_act(struct act_work *w)
{
	struct task_known k;

	task_known(w, &k);
	if (w->at >= k.last)
		return CASE_OK;
	if (k.claimed || !k.untouched || w->at < k.bound)
		return refuse(w, "occurred_at");
	receive_earlier(w, w->at);
	return CASE_OK;
}

/* When the first of it occurred that the act tells of. */
static int64_t
first_of(const struct act_work *w)
{
	int64_t begun = w->t->external ? 0 : w->a->begun_at;

	return begun != 0 && begun < w->at ? begun : w->at;
}

int
backdate_finish(struct act_work *w)
{
	struct task_row *t = w->t;
	int64_t first = first_of(w);
	int told = w->a->occurred_at != 0 || first < w->at;
	struct task_known k;

	task_known(w, &k);
	if (told && first < k.bound)
		return refuse(w, first < w->at && w->at >= k.bound ?
		    "begun_at" : "occurred_at");
	if (told && k.untouched && first < t->opened_at)
		receive_earlier(w, first);
	if (t->external)
		return CASE_OK;
	if (k.claimed && first < t->claimed_at)
		t->late_entry |= calendar_elapsed(w->cal, first,
		    t->claimed_at) > 3600;
	return hand_work(w, first);
}

int
backdate_end(struct act_work *w)
{
	struct span *span;
	int64_t last;
	size_t i, n;

	if (w->at == w->a->now)
		return CASE_OK;
	last = row_int(db_query(w->db, sql[STMT_LAST], "i", w->c.id));
	for (i = 0; i < w->ntask; i++) {
		if (!w->task[i].now.open)
			continue;
		n = span_all(w, &w->task[i].now, &span);
		if (n > 0)
			last = later(last, span[n - 1].from);
		free(span);
	}
	return w->at < last ? refuse(w, "occurred_at") : CASE_OK;
}
