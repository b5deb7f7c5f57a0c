/* report_role.c - the roles of the month: their chart and its table. */
#include <stdio.h>

#include "base/text.h"
#include "page/format.h"
#include "people/role.h"
#include "reports/chart/finding.h"
#include "reports/month/report.h"
#include "reports/month/report_chart.h"
#include "reports/month/report_share.h"
#include "reports/month/report_table.h"

static int
open_role(struct report *r)
{
	return report_share_rows_open(r, &r->role, r->f->role, r->f->nrole);
}

REPORT_CHART_SHOWS(role, role)

static const char *const groups[MONTH_GROUP__MAX] = {
	[MONTH_RANKED] = "Selang 95% bertemu: menurut nama",
	[MONTH_SINGLE] = "Satu pemegang jabatan: tidak diperingkat",
	[MONTH_SMALL] = "Kurang dari sepuluh langkah: tidak diperingkat",
	[MONTH_EXTERNAL] = "Di luar kantor: terpisah",
	[MONTH_SYSTEM] = "Sistem: terpisah",
};

static void
role_row(const struct report *r, struct page *group,
    const struct month_part *p)
{
	const struct share year = { p->year_on_time,
	    p->year_done + p->late_open };
	const int target = report_target(p);
	char words[2 * FORMAT_SIZE], note[3 * FORMAT_SIZE] = "";
	struct page *row;

	if (p->group == MONTH_SMALL && year.counted > 0)
		snprintf(note, sizeof(note), "dua belas bulan: %s",
		    share_words(words, sizeof(words), year, SHARE_NONE));
	row = report_row(group, p->name, note);
	report_row_to(r, row, p, REPORT_JUDGED);
	report_share_cells(r, row, p, target);
	report_cell(row, target == SHARE_NONE ? "\xe2\x80\x93" :
	    share_target(words, sizeof(words), target));
	report_to(r, report_cell(row, share_counts(words, sizeof(words),
	    report_share(p))), p, REPORT_JUDGED);
	report_cell(row, report_interval(words, sizeof(words), p));
	report_work(r, row, p, "over");
	report_work(r, row, p, "late_open");
}

/* The roles without a step that is judged, in one sentence. */
static void
note_idle(const struct report *r, struct page *chart)
{
	char words[2 * FORMAT_SIZE], text[8 * REPORT_WORDS] = "";
	const struct month_part *p = r->f->role;
	struct share year;
	int n = 0;

	for (; p < r->f->role + r->f->nrole; p++) {
		if (month_counted(p) > 0)
			continue;
		if (n++ == 0)
			text_add(text, sizeof(text), "Tanpa langkah yang "
			    "dinilai pada %s: ", r->period);
		year = (struct share) { p->year_on_time, p->year_done };
		text_add(text, sizeof(text), "%s%s", n > 1 ? "; " : "",
		    p->name);
		if (year.counted > 0)
			text_add(text, sizeof(text), " (dua belas bulan: %s)",
			    share_words(words, sizeof(words), year,
			    SHARE_NONE));
	}
	if (n == 0)
		return;
	text_add(text, sizeof(text), ".");
	report_chart_note(chart, text);
}

static void
fill_role(const struct report *r, struct page *chart)
{
	const struct report_column columns[] = {
		{ "Peran", 0 }, { "Tepat waktu", 0 }, { r->before, 0 },
		{ "Selisih (poin persen)", 0 }, { r->yearly, 0 },
		{ "Target", 0 }, { "Dari yang dinilai", 0 },
		{ "Selang 95%", 0 }, { "Selesai terlambat", 0 },
		{ "Terbuka dan terlambat", 0 }, { NULL, 0 }
	};
	struct page *table = NULL, *group = NULL;
	const struct month_part *p = r->f->role, *last = NULL;
	const int span = r->yearly[0] != '\0' ? 10 : 9;
	size_t i;

	for (i = 0; i < r->f->nrole; i++, p++) {
		if (month_counted(p) == 0)
			continue;
		if (table == NULL)
			table = report_table(chart, "CHART_TABLE",
			    "Ketepatan waktu per peran", columns);
		if (last == NULL || p->group != last->group)
			group = report_group(table, groups[p->group], span);
		else if (p->tier != last->tier)
			group = report_group(table, "Nyata lebih tinggi "
			    "daripada yang terendah di atas", span);
		role_row(r, group, p);
		last = p;
	}
	note_idle(r, chart);
	report_chart_note(chart, "Tepat waktu: langkah yang selesai dalam "
	    "batasnya, dibagi semua yang selesai dan yang masih terbuka tetapi "
	    "sudah tidak mungkin tepat waktu. Yang masih terbuka dan terlambat "
	    "dihitung lagi pada setiap bulan sampai selesai. Selang 95%: "
	    "sejauh itu sebuah persentase dapat berbeda karena kebetulan; "
	    "peran yang selangnya bertemu tidak dibandingkan.");
}

const struct report_chart report_role_chart = {
	.title = "Ketepatan waktu per peran",
	REPORT_CHART_FILES("peran"),
	.open = open_role,
	.draw = draw_chart,
	.alt = alternative,
	.table = fill_role,
};
