/*
 * report_cause.c - the causes behind the figures, standards that do not fit the
 * measured times, and the evaluations of the services.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/evaluation.h"
#include "month/bottleneck.h"
#include "month/month_pace.h"
#include "month/month_party.h"
#include "reports/chart/chart_pace.h"
#include "reports/month/judge.h"
#include "reports/month/report.h"
#include "reports/month/report_cause.h"
#include "reports/month/report_share.h"
#include "reports/month/report_step.h"
#include "reports/month/report_table.h"

#define LONGEST_SHOWN	3	/* in a longer period */

/* -- why cases came back ----------------------------------------------- */

static void
fill_reasons(struct page *part, const struct bottlenecks *c)
{
	static const struct report_column columns[] = {
		{ "Alasan pengembalian", 0 }, { "Kali", 0 }, { NULL, 0 }
	};
	struct page *group;
	size_t i;

	if (c->nreason == 0)
		return;
	group = report_group(report_table_named(part, "MORE_TABLE",
	    "Alasan pengembalian terbanyak", columns), NULL, 0);
	for (i = 0; i < c->nreason; i++)
		report_int(report_row(group, c->reason[i].text, NULL),
		    c->reason[i].count);
}

/* How many of a list of the longest are shown: a longer period has room for
 * fewer. */
static size_t
shown(const struct report *r, size_t n)
{
	return r->f->months > 1 && n > LONGEST_SHOWN ? LONGEST_SHOWN : n;
}

/* The longest waits of a kind, of visits. */
static void
fill_waits(const struct report *r, struct page *part, const char *caption,
    const char *column, const struct bottleneck_wait *w, size_t n, int64_t day)
{
	const struct report_column columns[] = {
		{ "Berkas", 0 }, { "Langkah", 1 }, { "Pelaksana", 1 },
		{ column, 0 }, { NULL, 0 }
	};
	struct page *group, *row;
	char words[REPORT_WORDS];

	if (n == 0)
		return;
	group = report_group(report_table_named(part, "MORE_TABLE", caption,
	    columns), NULL, 0);
	for (n = shown(r, n); n > 0; n--, w++) {
		row = report_case_row(r, group, w->case_id, w->number);
		snprintf(words, sizeof(words), "%s, langkah %s", w->sop,
		    w->no);
		report_cell(row, words);
		report_cell(row, w->role);
		report_time(row, w->time, day);
	}
}

static void
fill_slow(const struct report *r, struct page *part,
    const struct bottlenecks *c)
{
	static const struct report_column columns[] = {
		{ "Berkas", 0 }, { "SOP", 1 }, { "Di kantor", 0 },
		{ "Kerja", 0 }, { "Antre", 0 },
		{ "Pihak luar atau pemohon", 0 }, { NULL, 0 }
	};
	const struct bottleneck_case *s;
	struct page *group, *row;

	if (c->nslow == 0)
		return;
	group = report_group(report_table_named(part, "MORE_TABLE",
	    "Berkas yang paling lama di kantor (jam kerja kantor)", columns),
	    NULL, 0);
	for (s = c->slow; s < c->slow + shown(r, c->nslow); s++) {
		row = report_case_row(r, group, s->case_id, s->number);
		report_cell(row, s->sop);
		report_time(row, s->own + s->queue, 0);
		report_time(row, s->own, 0);
		report_time(row, s->queue, 0);
		report_time(row, s->away, 0);
	}
}

void
report_fill_causes(const struct report *r, struct page *part)
{
	struct bottlenecks c;

	if (bottleneck_find(r->office, r->f, &c) != CASE_OK)
		return;
	fill_reasons(part, &c);
	fill_waits(r, part, "Menunggu diambil paling lama (jam kerja kantor)",
	    "Antre", c.wait, c.nwait, 0);
	fill_slow(r, part, &c);
}

void
report_fill_outside(const struct report *r, struct page *part)
{
	struct bottlenecks c;

	if (bottleneck_find(r->office, r->f, &c) == CASE_OK)
		fill_waits(r, part, "Menunggu pihak luar paling lama (waktu "
		    "nyata, siang dan malam)", "Pihak luar", c.outside,
		    c.noutside, 24 * 3600);
}

/* -- parties outside ----------------------------------------------------- */

void
report_fill_parties(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "Pihak luar", 0 }, { "Berkas", 0 }, { "Jam kerja kantor", 0 },
		{ "Siang dan malam", 0 }, { "Masih di sana", 0 }, { NULL, 0 }
	};
	const struct month_party *p = r->party;
	struct page *part, *group, *row;

	if (r->nparty == 0)
		return;
	part = report_part(body, "Di pihak luar");
	report_paragraph(part, "Waktu semua berkas di sana bersama-sama pada "
	    "masa ini, diukur dengan dua cara. Kolom terakhir: berkas pada "
	    "akhir masa.");
	group = report_group(report_table(part, "MORE_TABLE",
	    "Berkas di pihak luar", columns), NULL, 0);
	for (; p < r->party + r->nparty; p++) {
		row = report_row(group, p->name, NULL);
		report_int(row, p->cases);
		report_time(row, p->work, 0);
		report_time(row, p->real, 24 * 3600);
		report_int(row, p->now);
	}
}

/* -- standards that do not fit ----------------------------------------- */

static void
advise(const struct report *r, struct page *group, const struct month_part *p,
    const struct month_pace_row *pace)
{
	char name[256], words[PACE_WORDS];
	struct page *row;

	snprintf(name, sizeof(name), "%s, langkah %s", p->name, p->no);
	row = report_row(group, name, report_step_short(r, p));
	report_cell(row, report_step_standard(r, p, words, sizeof(words)));
	report_cell(row, chart_pace_part(words, pace->p90));
	report_to(r, report_cell(row, chart_pace_late(words,
	    report_share(p))), p, "over+late_open");
}

/* The rows whose standard fits in one way; the table is made by the first. */
static void
advise_all(const struct report *r, struct page *part, struct page **table,
    enum standard_fit fit, const char *title)
{
	static const struct report_column columns[] = {
		{ "Langkah", 0 }, { "Standar", 0 },
		{ "9 dari 10, dari batasnya", 0 }, { "Terlambat", 0 },
		{ NULL, 0 }
	};
	const struct month_pace_row *pace;
	const struct month_part *p;
	struct page *group = NULL;

	for (p = r->f->row; p < r->f->row + r->f->nrow; p++) {
		pace = report_step_pace(r, p);
		if (pace == NULL || judge_standard(p, pace->limited ?
		    pace->p90 : -1) != fit)
			continue;
		if (*table == NULL)
			*table = report_table(part, "MORE_TABLE",
			    "Standar yang perlu ditinjau", columns);
		if (group == NULL)
			group = report_group(*table, title, 4);
		advise(r, group, p, pace);
	}
}

void
report_fill_advice(const struct report *r, struct page *part)
{
	struct page *table = NULL;

	advise_all(r, part, &table, STANDARD_TIGHT,
	    "Lebih ketat daripada yang tercapai");
	advise_all(r, part, &table, STANDARD_LOOSE,
	    "Lebih longgar daripada yang diperlukan");
	report_paragraph(part, table == NULL ?
	    "Tidak ada standar yang jauh dari yang terukur." :
	    "Bahan peninjauan tahunan SOP: sepersepuluh pekerjaan atau lebih "
	    "melewati batasnya, atau sembilan dari sepuluh selesai dalam "
	    "kurang dari setengahnya. Hanya langkah yang selesai paling "
	    "sedikit 30 kali.");
}

/* -- evaluations of the services --------------------------------------- */

void
report_fill_evaluations(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "Layanan", 0 }, { "Evaluasi", 1 }, { "Keadaan", 1 },
		{ NULL, 0 }
	};
	struct evaluation *list = NULL;
	struct page *group, *row;
	char words[2 * REPORT_WORDS], name[REPORT_WORDS], at[64];
	size_t n = 0, i;

	if (evaluation_list(r->office, r->f->year, r->f->month, &list, &n) !=
	    CASE_OK || n == 0)
		return;
	group = report_group(report_table(report_part(body,
	    "Evaluasi layanan"), "MORE_TABLE", "Evaluasi bulanan layanan",
	    columns), NULL, 0);
	for (i = 0; i < n; i++) {
		row = report_row(group, list[i].sop, NULL);
		if (report_links_case(r, list[i].case_id)) {
			snprintf(words, sizeof(words),
			    "%s/evaluasi/laporan/%lld", r->links,
			    (long long)list[i].case_id);
			report_link(row, words);
		}
		report_cell(row, report_case_name(r, list[i].case_id,
		    list[i].number, name));
		snprintf(words, sizeof(words), "%s%s", list[i].ended_at == 0 ?
		    "belum selesai" : "selesai ", list[i].ended_at == 0 ? "" :
		    report_timestamp(r, list[i].ended_at, at, sizeof(at)));
		report_cell(row, words);
	}
	free(list);
}
