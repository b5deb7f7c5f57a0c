/* report_sop.c - the SOPs of the month: their chart and its table. */
#include <stdio.h>
#include <stdlib.h>

#include "page/format.h"
#include "reports/finding.h"
#include "reports/report_chart.h"

void
report_series(const struct report *r, const struct month_part *p,
    struct share *out)
{
	const struct month_tally *t = p->series + MONTH_SERIES - r->trend.n;
	int i;

	for (i = 0; i < r->trend.n; i++, t++)
		out[i] = (struct share) { t->on_time, t->done + t->late_open };
}

static char *
month_name(const struct chart_trend_month *m, char *buf, size_t size)
{
	snprintf(buf, size, "%s %d", format_month_short(m->month), m->year);
	return buf;
}

static int
make_rows(struct report *r)
{
	const struct month_part *p;
	struct chart_role_row *row;

	r->sops.rows = calloc(r->f->nsops + 1, sizeof(*r->sops.rows));
	if (r->sops.rows == NULL)
		return -1;
	for (p = r->f->sops; p < r->f->sops + r->f->nsops; p++) {
		if (month_counted(p) + month_prev_counted(p) + p->year_done ==
		    0)
			continue;
		row = &r->sops.rows[r->sops.n++];
		row->name = p->name;
		row->now = report_share(p);
		row->before = report_share_before(p);
		row->year.on_time = p->year_on_time;
		row->year.counted = p->year_done + p->late_open;
		row->done = p->done;
		report_series(r, p, row->month);
	}
	return 0;
}

static int
open_sop(struct report *r)
{
	struct chart_role *c = &r->sops;

	c->kind = ROWS_OF_SOPS;
	c->months = r->trend.n;
	c->from = month_name(r->trend.month, r->first, sizeof(r->first));
	c->to = month_name(r->trend.month + r->trend.n - 1, r->last,
	    sizeof(r->last));
	c->period = r->period;
	c->column = r->column;
	c->before = r->before;
	c->scope = r->scope;
	c->note = REPORT_MEASURE;
	c->source = r->source;
	c->target = r->target;
	c->office = report_share(&r->f->office);
	if (make_rows(r) == -1)
		return -1;
	chart_role_sort(c);
	return 0;
}

static void
close_sop(struct report *r)
{
	free(r->sops.rows);
	r->sops.rows = NULL;
}

static struct canvas *
draw_sop(const struct report *r, const struct typeface *face,
    enum chart_layout layout, int scale)
{
	return chart_role_draw(&r->sops, face, layout, scale);
}

static char *
alt_sop(const struct report *r, char *buf, size_t size)
{
	return finding_role_alt(&r->sops, buf, size);
}

/* The months stand in the table of the rows, under the name of their SOP. */
static void
fill_sop(const struct report *r, struct page *chart)
{
	const struct report_column columns[] = {
		{ "SOP", 0 }, { "Tepat waktu", 0 }, { r->before, 0 },
		{ "Selisih (poin persen)", 0 }, { r->yearly, 0 },
		{ "Langkah selesai", 0 }, { NULL, 0 }
	};
	struct page *group = report_group(report_table(chart, "CHART_TABLE",
	    "Ketepatan waktu per SOP", columns), NULL, 0), *row;
	const struct month_part *p = r->f->sops;
	size_t i;

	for (i = 0; i < r->f->nsops; i++, p++) {
		row = report_row(group, p->name, NULL);
		report_share_cell(row, report_share(p), r->target);
		report_share_cell(row, report_share_before(p), SHARE_NONE);
		report_change(row, report_share(p), report_share_before(p),
		    r->target);
		report_share_cell(row, report_share_year(p), SHARE_NONE);
		report_int(row, p->done);
	}
	report_chart_note(chart, "Bulan demi bulan: di bawah peta warna.");
}

const struct report_chart report_sop_chart = {
	.title = "Ketepatan waktu per SOP",
	REPORT_CHART_FILES("sop"),
	.open = open_sop,
	.close = close_sop,
	.draw = draw_sop,
	.alt = alt_sop,
	.table = fill_sop,
};
