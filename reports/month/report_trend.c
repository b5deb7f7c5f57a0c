/* report_trend.c - the last twelve months: their chart and its table. */
#include <stdio.h>

#include "clock/calendar.h"
#include "page/format.h"
#include "reports/chart/finding.h"
#include "reports/month/report.h"
#include "reports/month/report_chart.h"
#include "reports/month/report_table.h"
#include "reports/month/report_trend.h"

#define HOLIDAYS_MANY 3		/* that explain a low month */

void
report_trend_series(const struct report *r, const struct month_part *p,
    struct share *out)
{
	const struct month_tally *t = p->series + MONTH_SERIES - r->trend.n;
	int i;

	for (i = 0; i < r->trend.n; i++, t++)
		out[i] = (struct share) { t->on_time, t->done + t->late_open };
}

/* Holidays and joint leave of a month that fell on a day from Monday to
 * Friday. */
static int
holidays_of(const struct calendar *cal, int year, int month)
{
	struct cal_holiday list[64];
	size_t i, n = calendar_holidays(cal, year, list,
	    sizeof(list) / sizeof(list[0]));
	int count = 0;

	for (i = 0; i < n && i < sizeof(list) / sizeof(list[0]); i++)
		count += list[i].month == month && list[i].weekday <= 5;
	return count;
}

/* The months since the first that has a step done, or open and late. */
static int
open_trend(struct report *r)
{
	const struct month_point *p = r->f->series;
	const struct month_point *last = p + MONTH_SERIES - 1;
	struct chart_trend *c = &r->trend;
	struct chart_trend_month *m;
	int lowest, days;

	c->scope = r->scope;
	c->note = REPORT_MEASURE;
	c->source = r->source;
	c->target = r->target;
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
	if ((lowest = chart_trend_lowest(c)) < 0)
		return 0;
	days = holidays_of(r->cal, c->month[lowest].year,
	    c->month[lowest].month);
	if (days < HOLIDAYS_MANY)
		return 0;
	snprintf(r->lowest, sizeof(r->lowest), "%d hari libur", days);
	c->lowest = r->lowest;
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
	char name[48];

	for (m = r->trend.month; m < r->trend.month + r->trend.n; m++) {
		snprintf(name, sizeof(name), "%s %d", format_month(m->month),
		    m->year);
		row = report_row(group, name, NULL);
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
