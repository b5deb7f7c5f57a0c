/* report_trend.c - the last twelve months: their chart and its table. */
#include <stdio.h>

#include "page/format.h"
#include "reports/chart/finding.h"
#include "reports/month/report.h"
#include "reports/month/report_chart.h"
#include "reports/month/report_share.h"
#include "reports/month/report_table.h"
#include "reports/month/report_trend.h"

void
report_trend_series(const struct report *r, const struct month_part *p,
    struct share *out)
{
	const struct month_tally *t = p->series + MONTH_SERIES - r->trend.n;
	int i;

	for (i = 0; i < r->trend.n; i++, t++)
		out[i] = (struct share) { t->on_time, t->done + t->late_open };
}

/* The months since the first that has a step done, or open and late. */
static int
open_trend(struct report *r)
{
	const struct month_point *p = r->f->series;
	const struct month_point *last = p + MONTH_SERIES - 1;
	struct chart_trend *c = &r->trend;
	struct chart_trend_month *m;

	c->scope = r->scope;
	c->note = REPORT_MEASURE;
	c->source = r->source;
	c->target = r->target;
	c->running = r->f->running;
	while (p < last && p->done + p->late_open == 0)
		p++;
	for (; p <= last; p++) {
		m = &c->month[c->n++];
		m->year = p->year;
		m->month = p->month;
		m->share.on_time = p->on_time;
		m->share.counted = p->done + p->late_open;
		m->done = p->done;
	}
	if (r->f->months == 1)
		return 0;
	c->period = r->period;
	c->own = report_share(&r->f->office);
	c->own_months = month_begun(r->f);
	return 0;
}

REPORT_CHART_SHOWS(trend, trend)

static void
fill_trend(const struct report *r, struct page *chart)
{
	static const struct report_column columns[] = {
		{ "Bulan", 0 }, { "Tepat waktu", 0 }, { "Langkah selesai", 0 },
		{ "Terbuka dan terlambat", 0 }, { NULL, 0 }
	};
	struct page *group = report_group(report_table(chart, "CHART_TABLE",
	    "Dua belas bulan terakhir", columns), NULL, 0), *row;
	const struct chart_trend_month *m;
	char name[48], href[128];

	for (m = r->trend.month; m < r->trend.month + r->trend.n; m++) {
		snprintf(name, sizeof(name), "%s %d", format_month(m->month),
		    m->year);
		row = report_row(group, name, NULL);
		if (r->reader != 0) {
			snprintf(href, sizeof(href), "/laporan/%04d-%02d/%s%s",
			    m->year, m->month, r->f->sop,
			    r->f->sop[0] != '\0' ? "/" : "");
			report_link(row, href);
		}
		report_share_cell(row, m->share, r->target);
		report_int(row, m->done);
		report_int(row, m->share.counted - m->done);
	}
}

const struct report_chart report_trend_chart = {
	.title = "Dua belas bulan terakhir",
	REPORT_CHART_FILES("tren"),
	.open = open_trend,
	.draw = draw_chart,
	.alt = alternative,
	.table = fill_trend,
};
