/* report_sop.c - the SOPs of the month: their chart and its table. */
#include <stdio.h>

#include "page/format.h"
#include "reports/chart/finding.h"
#include "reports/month/report.h"
#include "reports/month/report_chart.h"
#include "reports/month/report_share.h"
#include "reports/month/report_table.h"

static char *
short_month(const struct chart_trend_month *m, char *buf, size_t size)
{
	snprintf(buf, size, "%s %d", format_month_short(m->month), m->year);
	return buf;
}

static int
open_sop(struct report *r)
{
	struct chart_role *c = &r->sops;

	c->kind = ROWS_OF_SOPS;
	c->months = r->trend.n;
	c->from = short_month(r->trend.month, r->first, sizeof(r->first));
	c->to = short_month(r->trend.month + r->trend.n - 1, r->last,
	    sizeof(r->last));
	return report_share_rows_open(r, c, r->f->sops, r->f->nsops);
}

REPORT_CHART_SHOWS(role, sops)

/* The months stand in the table of the rows, under the name of their SOP. */
static void
fill_sop(const struct report *r, struct page *chart)
{
	const struct report_column columns[] = {
		{ "SOP", 0 }, { "Tepat waktu", 0 }, { r->before, 0 },
		{ "Selisih (poin persen)", 0 }, { r->yearly, 0 },
		{ "Dari yang dinilai", 0 }, { "Selang 95%", 0 }, { NULL, 0 }
	};
	const struct month_part *p = r->f->sops;
	char words[2 * FORMAT_SIZE];
	struct page *group, *row;
	size_t i;

	if (r->f->nsops == 0)
		return;
	group = report_group(report_table(chart, "CHART_TABLE",
	    "Ketepatan waktu per SOP", columns), NULL, 0);
	for (i = 0; i < r->f->nsops; i++, p++) {
		row = report_row(group, p->name, NULL);
		report_row_to(r, row, p, REPORT_JUDGED);
		report_share_cells(r, row, p, r->target);
		report_to(r, report_cell(row, share_counts(words,
		    sizeof(words), report_share(p))), p, REPORT_JUDGED);
		report_cell(row, report_interval(words, sizeof(words), p));
	}
	report_chart_note(chart, "Bulan demi bulan: di bawah peta warna.");
}

const struct report_chart report_sop_chart = {
	.title = "Ketepatan waktu per SOP",
	REPORT_CHART_FILES("sop"),
	.open = open_sop,
	.draw = draw_chart,
	.alt = alternative,
	.table = fill_sop,
};
