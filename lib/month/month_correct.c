/*
 * month_correct.c - a closed month judged again by the calendar in force: a
 * holiday or an outage that was not known when it was closed.
 *
 * Nothing is written.  Visits keep the verdict they closed with, the month the
 * figures it was closed with; this is only another look at them.
 */
#include "month/month_correct.h"

#include <stdlib.h>

#include "case/act_frame.h"
#include "case/task_close.h"
#include "clock/verdict.h"
#include "month/grid.h"
#include "month/month_visits.h"

int
month_correct_begin(struct grid *g)
{
	struct act_work *w = calloc(1, sizeof(*w));

	if (w == NULL)
		return -1;
	w->o = g->office;
	w->db = g->db;
	w->cal = g->cal;
	w->at = g->end;
	w->as_if = office_calendar_id(g->office);
	g->again = w;
	return 0;
}

void
month_correct_visit(struct grid *g, struct grid_visit *v)
{
	struct act_work *w = g->again;
	struct task_row t;

	if (task_get(g->office, v->task_id, &t) != CASE_OK ||
	    (w->sop = office_sop(g->office, t.version_id)) == NULL) {
		g->failed = 1;
		return;
	}
	/* Visits of the software have no verdict by any calendar. */
	task_close_again(w, &t);
	if (w->broken != NULL)
		g->failed = 1;
	v->verdict = (enum verdict)verdict_from(t.verdict);
	v->done = month_is_done(v->outcome, v->verdict);
	v->queue_max = t.queue_max;
	v->moved = t.moved;
	v->time.own = t.own;
	v->time.queue = t.queue;
	v->time.outside = t.outside;
	v->time.applicant = t.waiting;
	v->time.closed = t.closed;
}

const struct calendar *
month_correct_calendar(struct grid *g, int64_t calendar_id,
    const char *performer)
{
	const struct calendar *cal = office_calendar_for(g->office,
	    g->again != NULL ? g->again->as_if : calendar_id, performer);

	return cal != NULL ? cal : g->cal;
}

int64_t
month_correct_queue(const struct grid *g, const struct calendar *cal,
    int64_t version_id, int64_t pos, int64_t received_at, int64_t known)
{
	const struct sop *sop = g->again == NULL ? NULL :
	    office_sop(g->office, version_id);

	if (sop == NULL)
		return known;
	return standard_queue_allowance(cal, received_at,
	    sop_queue_days(sop_row_at(sop, (int)pos)));
}

enum case_err
month_correct(struct office *o, int year, int month, const char *sop,
    int64_t data_now, struct month_figures **out)
{
	struct month_figures *known, *f;
	enum case_err err = month_compute(o, year, month, sop, data_now,
	    &known);

	if (err != CASE_OK)
		return err;
	if (!known->frozen) {
		month_free(known);
		return office_fail(o, CASE_STATE, "bulan", "Bulan ini belum "
		    "disahkan, jadi belum ada yang dikoreksi.");
	}
	if ((f = month_new(o, year, month, sop)) == NULL) {
		month_free(known);
		return office_err_tx(o, DB_ERROR);
	}
	f->corrected = 1;
	f->known = known->office;
	f->known_calendar_id = known->calendar_id;
	month_free(known);
	return month_give(month_live(o, f, data_now, 0), f, out);
}
