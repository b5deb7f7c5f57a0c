/*
 * report_share.c - shares on time: of a part, and as the charts of roles and of
 * SOPs have them, in rows of the chart and cells of its table.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/noise.h"
#include "case/promise.h"
#include "reports/month/report.h"
#include "reports/month/report_share.h"
#include "reports/month/report_table.h"
#include "reports/month/report_trend.h"
#include "sop/sop.h"

#define EN_DASH "\xe2\x80\x93"

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

char *
report_interval(char *buf, size_t size, const struct month_part *p)
{
	const struct noise_range r = noise_share(month_on_time(p),
	    month_counted(p));

	if (month_counted(p) == 0)
		snprintf(buf, size, EN_DASH);
	else
		snprintf(buf, size, "%.0f" EN_DASH "%.0f%%", 100 * r.low,
		    100 * r.high);
	return buf;
}

struct share
report_kept(const struct month_part *p)
{
	return p == NULL ? (struct share){ 0, 0 } :
	    (struct share){ p->kept, month_promised(p) };
}

int
report_is_inferred(const struct report *r)
{
	const struct month_part *p;
	const struct sop *sop;

	for (p = r->f->sops; p < r->f->sops + r->f->nsops; p++) {
		sop = office_sop(r->office, p->version_id);
		if (month_promised(p) > 0 && sop != NULL &&
		    promise_is_inferred(sop))
			return 1;
	}
	return 0;
}

/* Direct standardisation: the rates of this period, weighted by the counts of
 * the one before. */
int
report_mixed(const struct report *r)
{
	const struct month_part *p;
	double sum = 0, weight = 0;
	int sops = 0;

	for (p = r->f->sops; p < r->f->sops + r->f->nsops; p++) {
		if (month_prev_counted(p) <= 0 || month_counted(p) == 0)
			continue;
		sum += (double)month_prev_counted(p) *
		    (double)month_on_time(p) / (double)month_counted(p);
		weight += (double)month_prev_counted(p);
		sops++;
	}
	return sops < 2 ? SHARE_NONE : (int)lround(1000 * sum / weight);
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
	row->tier = p->tier;
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
	c->longer = r->f->months > 1;
	c->running = r->f->running;
	if ((c->rows = calloc(n + 1, sizeof(*c->rows))) == NULL)
		return -1;
	for (p = part; p < part + n; p++)
		if (!p->external && !p->system && (month_counted(p) +
		    p->year_done > 0 || month_prev_counted(p) > 0))
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
