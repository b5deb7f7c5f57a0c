/* report_pace.c - how long the steps took: their chart and its table. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "page/format.h"
#include "people/performer.h"
#include "reports/chart/finding.h"
#include "reports/month/report.h"
#include "reports/month/report_chart.h"
#include "reports/month/report_share.h"
#include "reports/month/report_step.h"
#include "reports/month/report_table.h"
#include "sop/sop.h"

#define ACTIVITY_MOST 24	/* bytes of a row's activity */

/* -- the chart ---------------------------------------------------------- */

/* A row of the office with a limit, and done at least once: 1, else 0. */
static int
make_row(const struct report *r, const struct month_part *p,
    struct chart_pace_row *row)
{
	const struct sop_row *step = report_step(r, p);
	struct report_step_measure m;

	if (p->external || p->system || step == NULL)
		return 0;
	report_step_measure(r, p, step, &m);
	if (m.median < 0 || m.limit <= 0)
		return 0;
	report_step_name(r, p, row->name, sizeof(row->name));
	performer_name(r->office, step->performer, row->who,
	    sizeof(row->who));
	standard_text(&step->standard, row->standard, sizeof(row->standard));
	row->share = report_share(p);
	row->done = p->done;
	row->limit = m.limit;
	row->median = m.median;
	row->p90 = m.p90;
	row->day = m.day;
	row->single = p->single != 0;
	return 1;
}

static int
open_pace(struct report *r)
{
	struct chart_pace *c = &r->pace;
	size_t i;

	c->period = r->period;
	c->scope = r->scope;
	c->source = r->source;
	c->rows = calloc(r->f->nrow + 1, sizeof(*c->rows));
	if (c->rows == NULL)
		return -1;
	for (i = 0; i < r->f->nrow; i++) {
		c->rows[c->n].place = (int)i;
		c->n += make_row(r, &r->f->row[i], &c->rows[c->n]);
	}
	chart_pace_sort(c);
	return 0;
}

REPORT_CHART_SHOWS(pace, pace)

/* -- the table ---------------------------------------------------------- */

/* The beginning of a row's activity in whole words; the dots stay with the
 * last. */
static char *
shortened(const char *text, char *buf, size_t size)
{
	size_t n = strlen(text);

	if (n < ACTIVITY_MOST) {
		snprintf(buf, size, "%s", text);
		return buf;
	}
	for (n = ACTIVITY_MOST; n > 0 && text[n] != ' '; n--)
		continue;
	snprintf(buf, size, "%.*s\xc2\xa0\xe2\x80\xa6", (int)n, text);
	return buf;
}

static void
pace_cell(struct page *row, int64_t seconds,
    const struct report_step_measure *m)
{
	char words[PACE_WORDS];

	report_cell(row, seconds < 0 ? "\xe2\x80\x93" :
	    chart_pace_words(words, seconds, m->limit, m->day));
}

static void
row_row(const struct report *r, struct page *group, const struct month_part *p)
{
	const struct sop_row *step = report_step(r, p);
	const int64_t day = report_step_day(r, p);
	char words[FORMAT_SIZE], text[ACTIVITY_MOST + 8] = "";
	struct report_step_measure m = { -1, -1, 0, day };
	struct page *row;

	shortened(report_step_activity(r, p), text, sizeof(text));
	if (step != NULL)
		report_step_measure(r, p, step, &m);
	row = report_row(group, p->no, text);
	report_cell(row, step != NULL ? standard_text(&step->standard,
	    words, sizeof(words)) : "");
	pace_cell(row, m.median, &m);
	pace_cell(row, m.p90, &m);
	report_time(row, p->turn_p90, day);
	report_share_cell(row, report_share(p), report_target(p));
	report_share_cell(row, report_share_before(p), SHARE_NONE);
	report_year_cell(r, row, report_share_year(p));
	report_int(row, p->done);
}

static int
is_drawn(const struct report *r, int place)
{
	int i;

	for (i = 0; i < r->pace.n && i < PACE_MOST; i++)
		if (r->pace.rows[i].place == place)
			return 1;
	return 0;
}

/* A step done a few times, never late, which the table leaves out? */
static int
is_quiet(const struct month_part *p)
{
	const struct share s = report_share(p);

	return share_is_few(s) && s.on_time == s.counted;
}

static void
fill_quiet(struct page *chart, int quiet)
{
	char text[REPORT_WORDS], words[FORMAT_SIZE];

	if (quiet == 0)
		return;
	snprintf(text, sizeof(text), "%s langkah lain ada pada langkah.csv: "
	    "selesai kurang dari sepuluh kali, tidak ada yang terlambat.",
	    format_int(words, sizeof(words), quiet));
	report_chart_note(chart, text);
}

static void
fill_pace(const struct report *r, struct page *chart)
{
	const struct report_column columns[] = {
		{ "Langkah", 0 }, { "Standar", 0 }, { "Median", 0 },
		{ "9 dari 10", 0 }, { "Sampai selesai, 9 dari 10", 0 },
		{ "Tepat waktu", 0 }, { r->before, 0 }, { r->yearly, 0 },
		{ "Selesai", 0 }, { NULL, 0 }
	};
	struct page *table = report_table(chart, "CHART_TABLE",
	    "Langkah SOP", columns), *group = NULL;
	const struct month_part *p = r->f->row, *last = NULL;
	const int span = r->yearly[0] != '\0' ? 9 : 8;
	int quiet = 0;
	size_t i;

	for (i = 0; i < r->f->nrow; i++, p++) {
		if (is_quiet(p) && !is_drawn(r, (int)i)) {
			quiet++;
			continue;
		}
		if (last == NULL || strcmp(p->name, last->name) != 0)
			group = report_group(table, p->name, span);
		row_row(r, group, p);
		last = p;
	}
	fill_quiet(chart, quiet);
}

const struct report_chart report_pace_chart = {
	.title = "Berapa lama tiap langkah",
	REPORT_CHART_FILES("lama"),
	.open = open_pace,
	.draw = draw_chart,
	.alt = alternative,
	.table = fill_pace,
};
