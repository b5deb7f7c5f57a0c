/* report_heat.c - rows of the SOPs by months: the chart and its table. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "page/format.h"
#include "reports/chart/finding.h"
#include "reports/month/report.h"
#include "reports/month/report_chart.h"
#include "reports/month/report_step.h"
#include "reports/month/report_table.h"
#include "reports/month/report_trend.h"

/* The number of the SOP a row belongs to: the SOP's key begins the row's.
 * Returns the number of all SOPs when there is none. */
static size_t
sop_of(const struct report *r, const struct month_part *row)
{
	const struct month_part *p = r->f->sops;
	size_t i, n;

	for (i = 0; i < r->f->nsops; i++, p++) {
		n = strlen(p->key);
		if (strncmp(p->key, row->key, n) == 0 && row->key[n] == '/')
			break;
	}
	return i;
}

/* Rows in the order of their SOPs, and behind them their names. */
static int
make_rows(struct report *r)
{
	struct chart_heat *c = &r->heat;
	const struct month_part *p = r->f->row;
	struct chart_heat_row *row;
	char (*name)[32];
	size_t i;

	c->rows = calloc(r->f->nrow + 1, sizeof(*row) + sizeof(*name));
	if (c->rows == NULL)
		return -1;
	name = (char (*)[32])(c->rows + r->f->nrow + 1);
	for (i = 0; i < r->f->nrow; i++, p++) {
		if (p->external || p->system)
			continue;
		row = &c->rows[c->nrows++];
		snprintf(*name, sizeof(*name), "Langkah %s", p->no);
		row->name = *name++;
		row->sop = p->name;
		row->activity = report_step_short(r, p);
		row->order = (int64_t)(sop_of(r, p) * r->f->nrow + i);
		row->single = p->single != 0;
		report_trend_series(r, p, row->month);
	}
	return 0;
}

static int
open_heat(struct report *r)
{
	struct chart_heat *c = &r->heat;
	const struct chart_trend_month *last = &r->trend.month[r->trend.n - 1];

	c->scope = r->scope;
	c->note = REPORT_MEASURE;
	c->source = r->source;
	c->target = r->target;
	c->year = last->year;
	c->month = last->month;
	c->n = r->trend.n;
	if (make_rows(r) == -1)
		return -1;
	chart_heat_choose(c);
	return 0;
}

REPORT_CHART_SHOWS(heat, heat)

static void
months_row(const struct report *r, struct page *group, const char *name,
    const char *note, const struct share *month)
{
	struct page *row = report_row(group, name, note);
	char words[FORMAT_SIZE];
	int i;

	for (i = 0; i < r->heat.n; i++)
		report_cell(row, chart_heat_words(words, sizeof(words),
		    month[i], r->target));
}

/* Has an SOP as a whole a month to show?  Its months are set. */
static int
has_months(const struct report *r, size_t k, struct share month[MONTH_SERIES])
{
	int i;

	report_trend_series(r, &r->f->sops[k], month);
	for (i = 0; i < r->heat.n && !chart_heat_has(month[i]); i++)
		continue;
	return i < r->heat.n;
}

/* An SOP as a whole, and those of its rows that are drawn. */
static void
fill_sop(const struct report *r, struct page *table, size_t k,
    const struct share month[MONTH_SERIES])
{
	const struct chart_heat_row *row = r->heat.rows;
	const struct chart_heat_row *end = row + r->heat.nrows;
	struct page *group = report_group(table, NULL, 0);

	months_row(r, group, r->f->sops[k].name, NULL, month);
	for (; row < end; row++)
		if ((size_t)row->order / r->f->nrow == k)
			months_row(r, group, row->name, row->activity,
			    row->month);
}

static void
fill_heat(const struct report *r, struct page *chart)
{
	struct report_column columns[MONTH_SERIES + 2] = { { "Langkah", 0 } };
	const struct chart_trend_month *m = r->trend.month;
	char name[MONTH_SERIES][24];
	struct share month[MONTH_SERIES];
	struct page *table = NULL;
	size_t k;
	int i;

	for (i = 0; i < r->heat.n; i++, m++) {
		snprintf(name[i], sizeof(name[i]), "%s %d",
		    format_month_short(m->month), m->year);
		columns[i + 1].text = name[i];
	}
	for (k = 0; k < r->f->nsops; k++) {
		if (!has_months(r, k, month))
			continue;
		if (table == NULL)
			table = report_table(chart, "CHART_TABLE",
			    "Persen tepat waktu per langkah dan bulan",
			    columns);
		fill_sop(r, table, k, month);
	}
	report_chart_note(chart, "Persen langkah tepat waktu, dibulatkan; di "
	    "baris SOP semua langkahnya. \xe2\x80\x93: kurang dari lima. "
	    "Langkah lain ada pada bulan.csv.");
}

const struct report_chart report_heat_chart = {
	.title = "Di langkah mana waktu hilang",
	REPORT_CHART_FILES("peta"),
	.open = open_heat,
	.draw = draw_chart,
	.alt = alternative,
	.table = fill_heat,
};
