/*
 * month_wait.c - the time of a visit that was not the office's, in working
 * time: accounts have it day and night (clock/account.h), and days are not to
 * be added to working hours.
 */
#include "month/month_wait.h"

#include "clock/calendar.h"
#include "clock/verdict.h"
#include "month/grid.h"
#include "month/month_correct.h"

enum stmt { STMT_SPANS, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_SPANS] =
		"SELECT phase, from_at FROM spans WHERE task_id = $1"
		" ORDER BY from_at, n",
};

/* A visit, read span by span. */
struct walk {
	const struct calendar	*cal;
	struct grid_visit	*v;
	int64_t			 limit;		/* working seconds, no wait;
						   0: none that waits move */
	int64_t			 from;		/* of the span in hand */
	int			 phase;		/* of it, -1 before the first */
};

/* The working time that a turnaround limit gives without an outside wait: no
 * other is moved by one. */
static int64_t
limit_of(const struct calendar *cal, const struct grid_visit *v)
{
	int64_t min_at, due_at;

	if (v->standard.max == 0 || v->standard.measure != MEASURE_TURNAROUND)
		return 0;
	standard_due(cal, &v->standard, v->received_at, 0, &min_at, &due_at);
	return calendar_elapsed(cal, v->received_at, due_at);
}

/* When an outside wait begins, is nine tenths of the limit gone, and not yet
 * all of it? */
static int
is_late_wait(const struct walk *w, int64_t at)
{
	const int64_t used = calendar_elapsed(w->cal, w->v->received_at, at) -
	    w->v->outside_work;

	return used * 10 >= w->limit * 9 && used <= w->limit;
}

/* The span in hand ends. */
static void
end_span(struct walk *w, int64_t to)
{
	int64_t time;

	if (to > w->v->closed_at)
		to = w->v->closed_at;
	if (w->phase == -1 || w->from >= to)
		return;
	time = calendar_elapsed(w->cal, w->from, to);
	if (w->phase == PHASE_APPLICANT)
		w->v->applicant_work += time;
	if (w->phase != PHASE_OUTSIDE)
		return;
	w->v->late_wait |= w->limit > 0 && is_late_wait(w, w->from);
	w->v->outside_work += time;
}

/* A visit on time whose limit is one that waits move: would it be late without
 * them? */
static int
is_saved(const struct walk *w)
{
	return w->v->moved > 0 && verdict_of(w->cal, &w->v->standard,
	    w->v->received_at, 0, w->v->closed_at) == VERDICT_OVER;
}

int
month_wait_visit(struct grid *g, const struct grid_cell *c,
    struct grid_visit *v)
{
	struct walk w = { .v = v, .phase = -1 };
	struct db_stmt *st;

	v->outside_work = v->applicant_work = 0;
	v->saved = v->late_wait = 0;
	if (c->apart || v->time.outside + v->time.applicant == 0)
		return 0;
	w.cal = month_correct_calendar(g, v->calendar_id, c->performer);
	w.limit = limit_of(w.cal, v);
	st = db_query(g->db, sql[STMT_SPANS], "i", v->task_id);
	while (db_step(st)) {
		end_span(&w, db_int(st, 1));
		w.phase = account_phase_from(db_text(st, 0));
		w.from = db_int(st, 1);
	}
	end_span(&w, v->closed_at);
	if (!v->done || v->verdict == VERDICT_OVER || w.limit == 0)
		v->late_wait = 0;
	else
		v->saved = is_saved(&w);
	return db_done(st);
}
