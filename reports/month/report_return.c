/* report_return.c - returns, row by row: the chart and its table. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reports/chart/finding.h"
#include "reports/month/report.h"
#include "reports/month/report_chart.h"
#include "reports/month/report_step.h"
#include "reports/month/report_table.h"

#define DECISION "Keputusan: diteruskan, dikembalikan, ditolak, atau selesai."

/* Rows, and behind them their names. */
static int
make_rows(struct report *r)
{
	const struct month_part *p;
	struct chart_return_row *row;
	char (*name)[REPORT_WORDS];

	r->sent.rows = calloc(r->f->nrow + 1, sizeof(*row) + sizeof(*name));
	if (r->sent.rows == NULL)
		return -1;
	name = (char (*)[REPORT_WORDS])(r->sent.rows + r->f->nrow + 1);
	for (p = r->f->row; p < r->f->row + r->f->nrow; p++) {
		if (p->external || p->system || p->returned == 0)
			continue;
		row = &r->sent.rows[r->sent.n++];
		row->name = report_step_name(r, p, *name++, REPORT_WORDS);
		row->activity = report_step_short(r, p);
		row->sent = (struct share) { p->returned, p->decided };
		row->single = p->single != 0;
	}
	return 0;
}

static int
open_return(struct report *r)
{
	struct chart_return *c = &r->sent;

	c->period = r->period;
	c->column = r->column;
	c->scope = r->scope;
	c->note = DECISION;
	c->source = r->source;
	c->office = (struct share) { r->f->office.returned,
	    r->f->office.decided };
	if (make_rows(r) == -1)
		return -1;
	chart_return_sort(c);
	return 0;
}

REPORT_CHART_SHOWS(return, sent)

/* The part that a row of the chart is of. */
static const struct month_part *
part_of(const struct report *r, const struct chart_return_row *row)
{
	char name[REPORT_WORDS];
	const struct month_part *p = r->f->row;

	while (p < r->f->row + r->f->nrow - 1 && (p->returned !=
	    row->sent.on_time || p->decided != row->sent.counted ||
	    strcmp(report_step_name(r, p, name, sizeof(name)), row->name) !=
	    0))
		p++;
	return p;
}

static void
fill_return(const struct report *r, struct page *chart)
{
	static const struct report_column columns[] = {
		{ "Langkah", 0 }, { "Dikembalikan", 0 }, { "Kali", 0 },
		{ "Keputusan", 0 }, { NULL, 0 }
	};
	const struct chart_return_row *p = r->sent.rows;
	struct page *group, *row;
	int i;

	report_chart_note(chart, r->f->months > 1 ? DECISION " Langkah yang "
	    "memutuskan kurang dari sepuluh kali tidak disebut; "
	    "alasan pengembalian ada pada Sebab." : DECISION " Langkah yang "
	    "tidak mengembalikan tidak disebut; alasan pengembalian ada pada "
	    "Sebab.");
	if (r->sent.n == 0)
		return;
	group = report_group(report_table(chart, "CHART_TABLE",
	    "Pengembalian per langkah", columns), NULL, 0);
	for (i = 0; i < r->sent.n; i++, p++) {
		if (r->f->months > 1 && share_is_few(p->sent))
			continue;
		row = report_row(group, p->name, p->activity);
		report_row_to(r, row, part_of(r, p), "returned");
		report_share_cell(row, p->sent, SHARE_NONE);
		report_work(r, row, part_of(r, p), "returned");
		report_work(r, row, part_of(r, p), "decided");
	}
}

const struct report_chart report_return_chart = {
	.title = "Di mana berkas dikembalikan",
	REPORT_CHART_FILES("kembali"),
	.open = open_return,
	.draw = draw_chart,
	.alt = alternative,
	.table = fill_return,
};
