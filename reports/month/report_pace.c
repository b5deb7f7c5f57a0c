/* report_pace.c - how long the steps took: their chart and its table. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "month/month_pace.h"
#include "page/format.h"
#include "page/page.h"
#include "reports/chart/finding.h"
#include "reports/month/report.h"
#include "reports/month/report_chart.h"
#include "reports/month/report_share.h"
#include "reports/month/report_step.h"
#include "reports/month/report_table.h"

/* -- the chart ---------------------------------------------------------- */

/* Of the office, as the chart is (with a limit, or without), and with a visit
 * to show? */
static int
is_charted(const struct report *r, const struct month_part *p)
{
	const struct month_pace_row *pace = report_step_pace(r, p);

	return !p->external && !p->system && pace != NULL &&
	    pace->limited != r->pace.durations &&
	    (r->pace.durations || month_counted(p) > 0);
}

static void
make_row(const struct report *r, const struct month_part *p,
    struct chart_pace_row *row)
{
	const struct month_pace_row *pace = report_step_pace(r, p);

	report_step_name(r, p, row->name, sizeof(row->name));
	row->activity = report_step_short(r, p);
	report_step_who(r, p, row->who, sizeof(row->who));
	if (pace->limited)
		report_step_standard(r, p, row->standard,
		    sizeof(row->standard));
	row->share = pace->limited ? report_share(p) :
	    (struct share){ 0, (int64_t)pace->n };
	row->value = pace->value;
	row->n = (int)pace->n;
	row->median = pace->median;
	row->p90 = pace->p90;
	row->single = p->single != 0;
}

/* Durations are drawn where there are steps of the office, none of which has a
 * standard. */
static int
is_unlimited(const struct report *r)
{
	const struct month_part *p = r->f->row;
	const struct month_pace_row *pace;
	int steps = 0, limited = 0;

	for (; p < r->f->row + r->f->nrow; p++) {
		pace = report_step_pace(r, p);
		if (pace == NULL || p->external || p->system)
			continue;
		steps++;
		limited += pace->limited;
	}
	return steps > 0 && limited == 0;
}

static int
open_pace(struct report *r)
{
	struct chart_pace *c = &r->pace;
	const struct month_part *p = r->f->row;
	size_t i;

	c->period = r->period;
	c->scope = r->scope;
	c->source = r->source;
	c->durations = is_unlimited(r);
	c->rows = calloc(r->f->nrow + 1, sizeof(*c->rows));
	if (c->rows == NULL)
		return -1;
	for (i = 0; i < r->f->nrow; i++, p++) {
		if (!is_charted(r, p))
			continue;
		c->rows[c->n].place = (int)i;
		make_row(r, p, &c->rows[c->n++]);
	}
	chart_pace_sort(c);
	return 0;
}

REPORT_CHART_SHOWS(pace, pace)

/* -- the table ---------------------------------------------------------- */

/* The part of the limit where there is one, "62%", else a duration. */
static void
pace_cell(struct page *row, const struct month_part *p,
    const struct month_pace_row *pace, int64_t value)
{
	char part[PACE_WORDS];

	if (pace->limited)
		report_cell(row, chart_pace_part(part, value));
	else
		report_time(row, value, report_step_day(p));
}

static void
late_cell(const struct report *r, struct page *row,
    const struct month_part *p)
{
	char words[PACE_WORDS];

	report_to(r, report_cell(row, month_counted(p) == 0 ?
	    "\xe2\x80\x93" : chart_pace_late(words, report_share(p))), p,
	    "over+late_open");
}

static void
row_row(const struct report *r, struct page *group, const struct month_part *p)
{
	const struct month_pace_row *pace = report_step_pace(r, p);
	char words[FORMAT_SIZE];
	struct page *row;

	row = report_row(group, p->no, report_step_short(r, p));
	report_row_to(r, row, p, month_counted(p) > 0 ? REPORT_JUDGED :
	    "done+apart_none");
	report_step_standard(r, p, words, sizeof(words));
	report_cell(row, words[0] != '\0' ? words : "\xe2\x80\x93");
	pace_cell(row, p, pace, pace->median);
	pace_cell(row, p, pace, pace->p90);
	report_time(row, p->turn_p90, report_step_day(p));
	late_cell(r, row, p);
	report_share_cell(row, report_share(p), report_target(p));
	report_share_cell(row, report_share_before(p), SHARE_NONE);
	report_year_cell(r, row, report_share_year(p));
}

static int
is_drawn(const struct report *r, int place)
{
	int i;

	for (i = 0; i < r->pace.n && i < PACE_DRAWN; i++)
		if (r->pace.rows[i].place == place)
			return 1;
	return 0;
}

/* A step of the chart that the table leaves out?  In a month it was done a few
 * times and never late; in a longer period late less than once in a hundred. */
static int
is_quiet(const struct report *r, const struct month_part *p)
{
	const struct share s = report_share(p);

	if (!is_charted(r, p) || r->pace.durations ||
	    is_drawn(r, (int)(p - r->f->row)))
		return 0;
	return r->f->months > 1 ? (s.counted - s.on_time) * 100 < s.counted :
	    share_is_few(s) && s.on_time == s.counted;
}

static void
fill_notes(const struct report *r, struct page *chart, int quiet)
{
	char text[REPORT_WORDS], words[FORMAT_SIZE];

	if (r->pace.durations) {
		report_chart_note(chart, "Langkah-langkah ini belum mempunyai "
		    "standar waktu: ada lamanya, dan tidak ada yang dinilai "
		    "tepat waktu atau terlambat.");
		return;
	}
	report_chart_note(chart, "Median dan 9 dari 10: bagian dari batas "
	    "waktu pekerjaan itu sendiri yang terpakai; lebih dari 100% "
	    "berarti terlambat. Lama dalam jam kerja.");
	if (quiet == 0)
		return;
	snprintf(text, sizeof(text), "%d dari %s langkah tidak disebut: "
	    "%s. Semuanya ada pada langkah.csv.",
	    quiet, format_int(words, sizeof(words), r->pace.n),
	    r->f->months > 1 ? "kurang dari satu dari seratus terlambat" :
	    "selesai kurang dari sepuluh kali, tidak ada yang terlambat");
	report_chart_note(chart, text);
}

static void
fill_pace(const struct report *r, struct page *chart)
{
	const struct report_column columns[] = {
		{ "Langkah", 0 }, { "Standar", 0 }, { "Median", 0 },
		{ "9 dari 10", 0 }, { "Sampai selesai, 9 dari 10", 0 },
		{ "Terlambat", 0 }, { "Tepat waktu", 0 }, { r->before, 0 },
		{ r->yearly, 0 }, { NULL, 0 }
	};
	struct page *table = NULL, *group = NULL;
	const struct month_part *p = r->f->row, *last = NULL;
	const int span = r->yearly[0] != '\0' ? 9 : 8;
	int quiet = 0;

	for (; p < r->f->row + r->f->nrow; p++) {
		quiet += is_quiet(r, p);
		if (is_quiet(r, p) || report_step_pace(r, p) == NULL)
			continue;
		if (table == NULL)
			table = report_table(chart, "CHART_TABLE",
			    "Langkah SOP", columns);
		if (last == NULL || strcmp(p->name, last->name) != 0)
			group = report_group(table, p->name, span);
		row_row(r, group, p);
		last = p;
	}
	fill_notes(r, chart, quiet);
}

const struct report_chart report_pace_chart = {
	.title = "Berapa lama tiap langkah",
	REPORT_CHART_FILES("lama"),
	.open = open_pace,
	.draw = draw_chart,
	.alt = alternative,
	.table = fill_pace,
};
