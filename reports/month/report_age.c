/* report_age.c - the open steps by their age: chart and table. */
#include <stdio.h>
#include <stdlib.h>

#include "reports/chart/finding.h"
#include "reports/month/report.h"
#include "reports/month/report_chart.h"
#include "reports/month/report_table.h"

/* Roles outside the office and the system stand in the table alone. */
static int
open_age(struct report *r)
{
	struct chart_age *c = &r->age;
	const struct month_part *p;
	struct chart_age_row *row;

	snprintf(r->when, sizeof(r->when), "%s%s",
	    r->f->running ? "" : "akhir ",
	    r->f->running ? r->as_of : r->period);
	c->when = r->when;
	c->scope = r->scope;
	c->source = r->source;
	c->rows = calloc(r->f->nrole + 1, sizeof(*c->rows));
	if (c->rows == NULL)
		return -1;
	for (p = r->f->role; p < r->f->role + r->f->nrole; p++) {
		if (p->external || p->system || p->open_after == 0)
			continue;
		row = &c->rows[c->n++];
		row->name = p->name;
		row->n[AGE_DAY] = p->age_day;
		row->n[AGE_WEEK] = p->age_week;
		row->n[AGE_FORTNIGHT] = p->age_fortnight;
		row->n[AGE_OLDER] = p->age_older;
		row->oldest = p->oldest_days;
		row->late = p->late_open;
		row->single = p->single != 0;
	}
	chart_age_sort(c);
	return 0;
}

REPORT_CHART_SHOWS(age, age)

static void
fill_age(const struct report *r, struct page *chart)
{
	static const struct report_column columns[] = {
		{ "Peran", 0 }, { "Terbuka", 0 }, { "Sampai 1 hari kerja", 0 },
		{ "2\xe2\x80\x93""5 hari", 0 }, { "6\xe2\x80\x93""10 hari", 0 },
		{ "Lebih dari 10 hari", 0 }, { "Tertua (hari kerja)", 0 },
		{ "Terlambat", 0 }, { NULL, 0 }
	};
	struct page *group = NULL, *row;
	const struct month_part *p = r->f->role;
	size_t i;

	for (i = 0; i < r->f->nrole; i++, p++) {
		if (p->open_after == 0)
			continue;
		if (group == NULL)
			group = report_group(report_table(chart, "CHART_TABLE",
			    "Langkah terbuka menurut umur", columns), NULL, 0);
		row = report_row(group, p->name, NULL);
		report_row_to(r, row, p, "open_after");
		report_work(r, row, p, "open_after");
		report_work(r, row, p, "age_day");
		report_work(r, row, p, "age_week");
		report_work(r, row, p, "age_fortnight");
		report_work(r, row, p, "age_older");
		report_int(row, p->oldest_days);
		report_work(r, row, p, "late_open");
	}
}

const struct report_chart report_age_chart = {
	.title = "Pekerjaan yang terbuka",
	REPORT_CHART_FILES("umur"),
	.open = open_age,
	.draw = draw_chart,
	.alt = alternative,
	.table = fill_age,
};
