/*
 * report_calendar.c - what the calendar has to do with a month: outages,
 * holidays not known yet, and what a closed month would be by the calendar of
 * today.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendar/calendar_version.h"
#include "clock/calendar.h"
#include "office/unit.h"
#include "page/format.h"
#include "page/page.h"
#include "reports/month/report_table.h"

static void
add_text(struct page *page, const char *section, const char *text)
{
	page_set(page_add(page, section), "TEXT", text);
}

/* -- what is to be known first ------------------------------------------ */

void
report_fill_state(const struct report *r, struct page *body)
{
	char text[2 * REPORT_WORDS];

	if (r->f->running)
		snprintf(text, sizeof(text), "%s belum berakhir: angka "
		    "sampai %s.", r->period, r->moment);
	else if (r->f->corrected)
		snprintf(text, sizeof(text), "Angka ini dikoreksi: dihitung "
		    "lagi menurut kalender yang berlaku sekarang, versi %lld. "
		    "Angka yang disahkan memakai kalender versi %lld dan tidak "
		    "berubah.", (long long)calendar_version_of(r->office,
		    r->f->calendar_id), (long long)calendar_version_of(
		    r->office, r->f->known_calendar_id));
	else if (!r->f->frozen)
		snprintf(text, sizeof(text), "%s belum disahkan; angkanya "
		    "masih dapat berubah.", r->period);
	else
		text[0] = '\0';
	if (text[0] != '\0')
		add_text(body, "RUNNING", text);
	if (calendar_year_known(r->cal, r->f->year))
		return;
	snprintf(text, sizeof(text), "Hari libur %d belum diisi. Waktu "
	    "dihitung menurut jam kerja mingguan saja.", r->f->year);
	add_text(body, "RUNNING", text);
}

/* -- outages ------------------------------------------------------------- */

/* The name of a unit: into buf, which is returned. */
static const char *
unit_name(const struct report *r, const char *slug, char *buf, size_t size)
{
	struct unit_row *rows;
	size_t n, i;

	snprintf(buf, size, "%s", slug != NULL ? slug : "Seluruh kantor");
	if (slug == NULL || unit_list(r->office, &rows, &n) != CASE_OK)
		return buf;
	for (i = 0; i < n; i++)
		if (strcmp(rows[i].slug, slug) == 0)
			snprintf(buf, size, "%s", rows[i].name);
	free(rows);
	return buf;
}

static void
outage_row(const struct report *r, struct page *group,
    const struct cal_outage *o)
{
	struct page *row = report_row(group, o->name, NULL);
	char text[REPORT_WORDS];

	report_cell(row, unit_name(r, o->unit, text, sizeof(text)));
	report_cell(row, report_timestamp(r, o->from, text, sizeof(text)));
	report_cell(row, report_timestamp(r, o->to, text, sizeof(text)));
	report_cell(row, o->evidence != NULL ? o->evidence : "\xe2\x80\x93");
}

void
report_fill_outages(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "Gangguan", 0 }, { "Unit", 1 }, { "Dari", 1 },
		{ "Sampai", 1 }, { "Bukti", 1 }, { NULL, 0 }
	};
	size_t n = calendar_outages(r->cal, r->f->from, r->f->to, NULL, 0), i;
	struct cal_outage *list = calloc(n + 1, sizeof(*list));
	struct page *part, *group;

	if (n > 0 && list != NULL) {
		calendar_outages(r->cal, r->f->from, r->f->to, list, n);
		part = report_part(body, "Gangguan yang tercatat");
		add_text(part, "MORE_TEXT", "Selama gangguan ini waktu unit "
		    "yang terkena tidak dihitung.");
		group = report_group(report_table(part, "MORE_TABLE",
		    "Gangguan yang tercatat", columns), NULL, 0);
		for (i = 0; i < n; i++)
			outage_row(r, group, &list[i]);
	}
	free(list);
}

/* -- corrected ----------------------------------------------------------- */

static void
compare(struct page *group, const char *name, int64_t known, int64_t now)
{
	struct page *row = report_row(group, name, NULL);

	report_int(row, known);
	report_int(row, now);
}

void
report_fill_corrected(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "Angka", 0 }, { "Saat disahkan", 0 }, { "Dikoreksi", 0 },
		{ NULL, 0 }
	};
	const struct month_part *was = &r->f->known, *now = &r->f->office;
	struct page *part, *group, *row;

	if (!r->f->corrected)
		return;
	part = report_part(body, "Saat disahkan dan sesudah dikoreksi");
	add_text(part, "MORE_TEXT", "Bulan-bulan sebelumnya tetap menurut "
	    "angka ketika disahkan.");
	group = report_group(report_table(part, "MORE_TABLE",
	    "Saat disahkan dan sesudah dikoreksi", columns), NULL, 0);
	row = report_row(group, "Tepat waktu", NULL);
	report_share_cell(row, report_share(was), SHARE_NONE);
	report_share_cell(row, report_share(now), SHARE_NONE);
	compare(group, "Langkah selesai", was->done, now->done);
	compare(group, "Selesai terlambat", was->over, now->over);
	compare(group, "Terbuka dan terlambat", was->late_open,
	    now->late_open);
	compare(group, "Perkara dalam waktu layanan", was->kept, now->kept);
}
