/*
 * month_history.c - the months before a period, month by month, of the SOPs
 * and rows that have something in it.
 */
#include "clock/calendar.h"
#include "month/grid.h"

/* Rows of a frozen month are read only where the grid has them. */
static int
make_rows(struct grid *g, const struct month_figures *f)
{
	size_t i;

	for (i = 0; i < f->nrow; i++)
		if (grid_part(g, MONTH_ROW, f->row[i].key) == NULL)
			return -1;
	return 0;
}

static void
copy_light(struct grid *g, struct month_part *list, size_t n, int month)
{
	const struct grid_part *part;
	size_t i;

	for (i = 0; i < n; i++) {
		part = grid_find(g, list[i].scope, list[i].key);
		if (part == NULL)
			continue;
		list[i].series[month] = (struct month_tally) {
		    part->light.on_time, part->light.done,
		    part->light.late_open };
	}
}

enum case_err
month_history(struct office *o, struct month_figures *f)
{
	struct grid g;
	const struct month_point *at = f->series;
	enum case_err err;
	int64_t sop_id;
	int failed, i;

	if ((err = month_sop(o, f, &sop_id)) != CASE_OK)
		return err;
	failed = grid_open(&g, o, sop_id, f->to) == -1 ||
	    make_rows(&g, f) == -1;
	for (i = 0; i < MONTH_SERIES && !failed; i++, at++) {
		if (calendar_month(g.cal, at->year, at->month) >= f->from)
			break;
		failed = month_count_before(&g, at->year, at->month, f->sop) ==
		    -1;
		copy_light(&g, f->sops, f->nsops, i);
		copy_light(&g, f->row, f->nrow, i);
	}
	grid_close(&g);
	return failed ? office_err_tx(o, DB_ERROR) : CASE_OK;
}
