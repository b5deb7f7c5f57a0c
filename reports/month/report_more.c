/*
 * report_more.c - the report below its charts: times, SOPs, causes, signs,
 * what is listed apart, and how it was computed.
 */
#include <stdio.h>
#include <string.h>

#include "calendar/calendar_version.h"
#include "case/lateness.h"
#include "clock/calendar.h"
#include "page/format.h"
#include "page/page.h"
#include "reports/month/report_chart.h"
#include "sop/sop.h"

#define MARKS_SHOWN 3		/* of each sign, as told; tanda.csv has more */

/* -- how long it takes -------------------------------------------------- */

static void
times_row(const struct report *r, struct page *group,
    const struct month_part *p)
{
	const int64_t all = p->own_time + p->queue_time + p->outside_time +
	    p->applicant_time;
	const int64_t day = report_step_day(r, p);
	struct page *row = report_row(group, p->name, NULL);

	/* Whoever is not measured by work has none. */
	report_time(row, p->own_time > 0 ? p->own_median : -1, day);
	report_time(row, p->own_time > 0 ? p->own_p90 : -1, day);
	report_time(row, p->turn_median, day);
	report_time(row, p->turn_p90, day);
	report_percent(row, p->own_time, all);
	report_percent(row, p->queue_time, all);
	report_percent(row, p->outside_time, all);
	report_percent(row, p->applicant_time, all);
}

static void
fill_times(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "Peran", 0 }, { "Kerja, median", 0 },
		{ "Kerja, 9 dari 10", 0 }, { "Terima sampai selesai, median",
		0 }, { "Terima sampai selesai, 9 dari 10", 0 }, { "Kerja", 0 },
		{ "Antre", 0 }, { "Pihak luar", 0 }, { "Pemohon", 0 },
		{ NULL, 0 }
	};
	struct page *part = report_part(body, "Waktu per peran"), *group;
	size_t i;

	report_paragraph(part, "Median: separuh langkah lebih cepat. 9 dari "
	    "10: sembilan dari sepuluh langkah selesai dalam waktu itu. Empat "
	    "kolom terakhir membagi seluruh waktu langkah yang selesai, di "
	    "luar jam tutup.");
	group = report_group(report_table(part, "MORE_TABLE",
	    "Waktu per peran", columns), NULL, 0);
	for (i = 0; i < r->f->nrole; i++)
		if (r->f->role[i].own_median >= 0)
			times_row(r, group, &r->f->role[i]);
}

/* -- SOPs --------------------------------------------------------------- */

/* Cases of an SOP, or of the unit whose SOPs they are. */
static void
case_cells(struct page *row, const struct month_part *p)
{
	report_int(row, p->cases_came);
	report_int(row, p->cases_done + p->cases_unfetched);
	report_int(row, p->cases_refused);
	report_int(row, p->cases_withdrawn + p->cases_cancelled);
	report_int(row, p->cases_open_after);
}

static void
fill_units(const struct report *r, struct page *part)
{
	const struct report_column columns[] = {
		{ "Unit penanggung jawab SOP", 0 }, { "Tepat waktu", 0 },
		{ r->before, 0 }, { r->yearly, 0 }, { "Langkah selesai", 0 },
		{ "Perkara masuk", 0 }, { "Selesai", 0 }, { "Ditolak", 0 },
		{ "Ditarik atau dibatalkan", 0 }, { "Terbuka", 0 },
		{ NULL, 0 }
	};
	struct page *group = report_group(report_table_named(part, "MORE_TABLE",
	    "Perkara per unit", columns), NULL, 0), *row;
	const struct month_part *p = r->f->unit;

	for (; p < r->f->unit + r->f->nunit; p++) {
		row = report_row(group, p->name, NULL);
		report_share_cell(row, report_share(p), report_target(p));
		report_share_cell(row, report_share_before(p), SHARE_NONE);
		report_year_cell(r, row, report_share_year(p));
		report_int(row, p->done);
		case_cells(row, p);
	}
}

static void
fill_sops(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "SOP", 0 }, { "Perkara masuk", 0 }, { "Selesai", 0 },
		{ "Ditolak", 0 }, { "Ditarik atau dibatalkan", 0 },
		{ "Terbuka", 0 }, { NULL, 0 }
	};
	struct page *part = report_part(body, "SOP dan perkara"), *group;
	const struct month_part *p = r->f->sops;

	group = report_group(report_table_named(part, "MORE_TABLE",
	    "Perkara per SOP", columns), NULL, 0);
	for (; p < r->f->sops + r->f->nsops; p++)
		case_cells(report_row(group, p->name, NULL), p);
	if (r->f->nunit > 1)
		fill_units(r, part);
}

/* -- causes ------------------------------------------------------------- */

#define CAUSE(arg, id, member, slug, label) { label, p->why_##member },

static void
fill_causes(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "Sebab", 0 }, { "Langkah", 0 }, { NULL, 0 }
	};
	const struct month_part *p = &r->f->office;
	const struct {
		const char	*name;
		int64_t		 n;
	} list[] = {
		LATENESS(CAUSE, )
		{ "Tidak disebut", p->why_none },
	};
	struct page *part = report_part(body, "Sebab"), *group;
	size_t i;

	group = report_group(report_table_named(part, "MORE_TABLE",
	    "Sebab terlambat", columns), NULL, 0);
	for (i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		report_int(report_row(group, list[i].name, NULL), list[i].n);
	report_fill_causes(r, part);
}

/* -- signs, and what stands apart --------------------------------------- */

static const char *const signs[SIGN__MAX] = {
	[SIGN_TIGHT_RETURN] = "dikembalikan pada sepersepuluh waktu terakhir",
	[SIGN_UNCHANGED] = "dikembalikan, lalu diteruskan tanpa perubahan",
	[SIGN_FAST] = "selesai dalam kurang dari sepersepuluh batas",
	[SIGN_LATE_ENTRY] = "dicatat belakangan",
	[SIGN_OWN_APPROVAL] = "menyetujui konsep sendiri",
	[SIGN_JOINT] = "selesai bersama langkah di sebelahnya, sekali tekan",
};

const char *
report_sign(enum month_sign sign)
{
	return signs[sign];
}

static void
mark_row(const struct report *r, struct page *group,
    const struct month_mark *m)
{
	char words[REPORT_WORDS], moment[64];
	struct page *row = report_row(group, m->number, NULL);

	report_case_link(r, row, m->case_id);
	snprintf(words, sizeof(words), "%s, langkah %s", m->sop, m->no);
	report_cell(row, words);
	report_cell(row, m->performer);
	report_cell(row, report_timestamp(r, m->closed_at, moment,
	    sizeof(moment)));
}

/* The first of a sign under what it is, from the mark `at`; where the next
 * sign begins. */
static size_t
sign_rows(const struct report *r, struct page *table, enum month_sign sign,
    int64_t count, size_t at)
{
	char title[REPORT_WORDS], words[FORMAT_SIZE];
	struct page *group;
	int shown = 0;

	snprintf(title, sizeof(title), "%s langkah %s", format_int(words,
	    sizeof(words), count), signs[sign]);
	group = report_group(table, title, 4);
	for (; at < r->f->nmark && r->f->mark[at].sign == sign; at++)
		if (shown++ < MARKS_SHOWN)
			mark_row(r, group, &r->f->mark[at]);
	return at;
}

static void
fill_signs(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "Perkara", 0 }, { "Langkah", 1 }, { "Pelaksana", 1 },
		{ "Selesai", 1 }, { NULL, 0 }
	};
	const struct month_part *p = &r->f->office;
	const int64_t n[SIGN__MAX] = { p->tight_returns, p->unchanged,
		p->fast, p->late_entries, p->own_approvals, p->joint };
	struct page *part = report_part(body, "Yang perlu dilihat kembali");
	struct page *table;
	size_t at = 0;
	int i;

	report_paragraph(part, "Tanda bahwa angka dapat terbantu; bukan "
	    "kesalahan. Tiga yang pertama tiap tanda; selebihnya ada pada "
	    "tanda.csv.");
	table = report_table(part, "MORE_TABLE", "Langkah bertanda", columns);
	for (i = 0; i < SIGN__MAX; i++)
		at = sign_rows(r, table, i, n[i], at);
}

static void
fill_apart(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "Langkah", 0 }, { "Jumlah", 0 }, { NULL, 0 }
	};
	const struct month_part *p = &r->f->office;
	const struct {
		const char	*name;
		int64_t		 n;
	} list[] = {
		{ "Terbuka pada awal masa", p->open_before },
		{ "Masuk", p->came },
		{ "Selesai dan dinilai", p->done },
		{ "Dikembalikan tepat waktu, tidak dinilai",
		    p->apart_returns },
		{ "Ditarik kembali atau digantikan", p->apart_void },
		{ "Tanpa penilaian, tidak ada waktu terima", p->apart_none },
		{ "Dihentikan pemohon atau administrator",
		    p->apart_stopped },
		{ "Terbuka pada akhir masa", p->open_after },
		{ "Perbaikan di antara yang selesai", p->rework },
	};
	struct page *group = report_group(report_table(report_part(body,
	    "Dari masuk sampai selesai"), "MORE_TABLE",
	    "Langkah masuk, selesai, dan dicatat terpisah", columns), NULL,
	    0);
	size_t i;

	for (i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		report_int(report_row(group, list[i].name, NULL), list[i].n);
}

/* -- how it was computed ------------------------------------------------ */

static void
fill_method(const struct report *r, struct page *body)
{
	struct page *part = report_part(body, "Cara menghitung");
	char text[2 * REPORT_WORDS];

	report_paragraph(part, "Satu langkah adalah satu kunjungan perkara "
	    "pada satu baris SOP. Yang dinilai ialah langkah yang selesai "
	    "pada masa ini karena diteruskan, ditolak, berakhir, atau diunduh, "
	    "dan yang terlambat lalu dikembalikan, ditarik, dibatalkan, atau "
	    "digantikan.");
	report_paragraph(part, "Batas dalam menit atau jam mengukur waktu "
	    "kerja sejak tugas diambil, dengan batas antre tersendiri; batas "
	    "dalam hari mengukur hari kerja sejak diterima. Waktu di pihak "
	    "luar tidak dihitung. Peran di luar kantor dan sistem tidak masuk "
	    "angka kantor.");
	snprintf(text, sizeof(text), "Waktu kantor: %s. Versi kalender kerja "
	    "yang dipakai: %lld.", calendar_zone(r->cal),
	    (long long)calendar_version_of(r->office, r->f->calendar_id));
	report_paragraph(part, text);
	if (r->f->months > 1)
		report_paragraph(part, "Angka bulan-bulannya dijumlahkan, yang "
		    "sudah disahkan sebagaimana disahkan; yang terbuka dan "
		    "terlambat ialah pada akhir masa; median dihitung dari "
		    "semua langkah pada masa itu.");
	if (r->f->office.decree[0] != '\0') {
		snprintf(text, sizeof(text), "Target menurut %s.",
		    r->f->office.decree);
		report_paragraph(part, text);
	}
}

/* What stands for the history of a closed month. */
static void
fill_root(const struct report *r, struct page *body)
{
	struct month_closing c;
	char text[2 * REPORT_WORDS], moment[64];

	if (!r->f->frozen || r->f->months != 1 || month_closing_get(r->office,
	    r->f->year, r->f->month, &c) != CASE_OK)
		return;
	snprintf(text, sizeof(text), "%s. Disahkan %s%s%s. Bandingkan di "
	    "halaman sidik jari riwayat, atau dengan perintah sopap verify "
	    "--root.", c.root, report_timestamp(r, c.closed_at, moment,
	    sizeof(moment)), c.role_name[0] != '\0' ? " oleh " : "",
	    c.role_name);
	page_set(page_add(body, "ROOT"), "TEXT", text);
}

void
report_fill_more(const struct report *r, struct page *body)
{
	report_fill_corrected(r, body);
	fill_times(r, body);
	fill_sops(r, body);
	fill_causes(r, body);
	fill_signs(r, body);
	fill_apart(r, body);
	report_fill_voices(r, body);
	report_fill_outages(r, body);
	report_fill_advice(r, report_part(body, "Standar yang perlu ditinjau"));
	if (r->f->months == 1)
		report_fill_evaluations(r, body);
	fill_method(r, body);
	fill_root(r, body);
}
