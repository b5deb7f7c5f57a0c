/*
 * report_share.c - shares on time: of a part, and as the charts of roles and of
 * SOPs have them, in rows of the chart and cells of its table.
 */
#include <stdlib.h>

#include "reports/month/report.h"
#include "reports/month/report_share.h"
#include "reports/month/report_table.h"
#include "reports/month/report_trend.h"

struct share
report_share(const struct month_part *p)
{
	return (struct share) { month_on_time(p), month_counted(p) };
}

struct share
report_share_before(const struct month_part *p)
{
	return (struct share) { p->prev_on_time, month_prev_counted(p) };
}

struct share
report_share_year(const struct month_part *p)
{
	return (struct share) { p->last_on_time, month_last_counted(p) };
}

static void
fill_row(const struct report *r, const struct month_part *p,
    const struct chart_role *c, struct chart_role_row *row)
{
	row->name = p->name;
	row->now = report_share(p);
	row->before = report_share_before(p);
	row->year.on_time = p->year_on_time;
	row->year.counted = p->year_done + p->late_open;
	row->done = p->done;
	row->single = p->single != 0;
	if (c->kind == ROWS_OF_SOPS)
		report_trend_series(r, p, row->month);
}

int
report_share_rows_open(const struct report *r, struct chart_role *c,
    const struct month_part *part, size_t n)
{
	const struct month_part *p;

	c->period = r->period;
	c->column = r->column;
	c->before = r->before;
	c->scope = r->scope;
	c->note = REPORT_MEASURE;
	c->source = r->source;
	c->target = r->target;
	c->office = report_share(&r->f->office);
	if ((c->rows = calloc(n + 1, sizeof(*c->rows))) == NULL)
		return -1;
	for (p = part; p < part + n; p++)
		if (!p->external && !p->system && month_counted(p) +
		    month_prev_counted(p) + p->year_done != 0)
			fill_row(r, p, c, &c->rows[c->n++]);
	chart_role_sort(c);
	return 0;
}

void
report_share_cells(const struct report *r, struct page *row,
    const struct month_part *p, int target)
{
	report_share_cell(row, report_share(p), target);
	report_share_cell(row, report_share_before(p), SHARE_NONE);
	report_change(row, report_share(p), report_share_before(p), target);
	report_year_cell(r, row, report_share_year(p));
}
