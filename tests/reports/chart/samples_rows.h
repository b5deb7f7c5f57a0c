/*
 * samples_rows.h - charts of SOPs, of returns, and of rows by months: an
 * ordinary month, and the hard cases.
 */
#pragma once

#include "reports/chart/chart_heat.h"
#include "reports/chart/chart_return.h"
#include "tests/reports/chart/samples.h"

#define SAMPLE_ROWS 40
#define SAMPLE_LONG "Perpanjangan & alih status izin tinggal warga negara " \
	"asing"	/* 60 characters with the number of a row */

/* -- SOPs: rows of shares with a line each ------------------------------- */

static inline void
sample_sop_begin(struct sample_role *s, const char *name, int months)
{
	sample_role_begin(s, name);
	s->chart.kind = ROWS_OF_SOPS;
	s->chart.months = months;
	s->chart.from = months == 1 ? "Okt 2026" : "Nov 2025";
	s->chart.to = "Okt 2026";
}

/* An SOP whose months are percents of 200; -1: only three tasks. */
static inline void
sample_sop_add(struct sample_role *s, const char *name, int64_t on_time,
    int64_t counted, const int *percents)
{
	struct share *month = s->rows[s->chart.n].month;
	int i;

	sample_role_add(s, name, on_time, counted, 4 * counted / 5, counted,
	    0);
	for (i = 0; i < s->chart.months; i++)
		month[i] = percents[i] < 0 ? (struct share) { 2, 3 } :
		    (struct share) { 2 * percents[i], 200 };
}

static inline void
sample_sop_month(struct sample_role *s)
{
	static const int a[] = { 77, 82, 80, 79, 71, 73, 83, 86, 86, 86, 87,
		89 };
	static const int b[] = { 81, 78, 82, 84, 74, 69, 88, 89, 86, 87, 92,
		90 };
	static const int c[] = { 91, 92, 90, 93, 90, 92, 93, 95, 95, 94, 95,
		94 };
	static const int few[] = { -1, -1, 60, 65, -1, -1, 90, -1, -1, -1, -1,
		-1 };
	static const int none[] = { -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
		-1, -1 };

	sample_sop_begin(s, "month", 12);
	sample_sop_add(s, "Magang dan penelitian (SIGAP)", 626, 702, a);
	sample_sop_add(s, "Izin magang dan penelitian", 160, 177, b);
	sample_sop_add(s, "Keimigrasian WNA", 688, 728, c);
	sample_sop_add(s, "Monev", 8, 9, few);
	sample_sop_add(s, "Renstra", 0, 0, none);
	s->rows[3].year = (struct share) { 9, 10 };
	s->rows[1].tier = s->rows[2].tier = 1;
}

static inline void
sample_sop_extreme(struct sample_role *s)
{
	static const int up[] = { 0, 0, 0, 0, 0, 0, 100, 100, 100, 100, 100,
		100 };
	static const int down[] = { 100, 0, 100, 0, 100, 0, 100, 0, 100, 0,
		100, 0 };

	sample_sop_begin(s, "extreme", 12);
	sample_sop_add(s, SAMPLE_LONG, 9876543, 9876543, up);
	sample_sop_add(s, SAMPLE_UNBROKEN, 0, 1234567, down);
	sample_sop_add(s, SAMPLE_LONG, 3, 4, down);
}

static inline void
sample_sop_many(struct sample_role *s)
{
	static const int flat[] = { 80, 81, 82, 83, 84, 85, 86, 87, 88, 89,
		90, 91 };
	char name[64];
	int i;

	sample_sop_begin(s, "many", 12);
	for (i = 0; i < SAMPLE_ROWS; i++) {
		snprintf(name, sizeof(name), "SOP nomor %d", i + 1);
		sample_sop_add(s, name, 60 + i, 100, flat);
	}
}

static inline void
sample_sop_first(struct sample_role *s)
{
	static const int now[] = { 92 };

	sample_sop_begin(s, "first", 1);
	sample_sop_add(s, "Magang dan penelitian (SIGAP)", 184, 200, now);
	sample_sop_add(s, "Monev", 1, 1, now);
}

static inline void
sample_sop_one(struct sample_role *s)
{
	static const int few[] = { -1, -1, -1 };

	sample_sop_begin(s, "one", 3);
	sample_sop_add(s, "Monev", 1, 1, few);
}

static inline void
sample_sop_none(struct sample_role *s)
{
	sample_sop_begin(s, "none", 1);
}

static inline void
sample_sop_free(struct sample_role *s)
{
	sample_sop_month(s);
	s->name = "free";
	s->chart.target = SHARE_NONE;
}

static void (*const sample_sops[])(struct sample_role *) = {
	sample_sop_month, sample_sop_extreme, sample_sop_many,
	sample_sop_first, sample_sop_one, sample_sop_none, sample_sop_free,
};

#define SAMPLE_SOP_COUNT (int)(sizeof(sample_sops) / sizeof(*sample_sops))

/* -- what was sent back -------------------------------------------------- */

SAMPLE(return, SAMPLE_ROWS);

static inline void
sample_return_begin(struct sample_return *s, const char *name)
{
	memset(s, 0, sizeof(*s));
	s->name = name;
	s->chart = (struct chart_return) { .period = "Oktober 2026",
		.column = "Oktober", .source = SAMPLE_SOURCE,
		.note = "Keputusan: diteruskan, dikembalikan, ditolak, atau "
		"selesai.", .rows = s->rows };
}

static inline struct chart_return_row *
sample_return_add(struct sample_return *s, const char *name,
    const char *activity, int64_t returned, int64_t decided)
{
	struct chart_return_row *row = &s->rows[s->chart.n];

	snprintf(s->names[s->chart.n], sizeof(s->names[0]), "%s", name);
	*row = (struct chart_return_row) { .name = s->names[s->chart.n],
		.activity = activity, .sent = { returned, decided } };
	s->chart.n++;
	s->chart.office.on_time += returned;
	s->chart.office.counted += decided;
	return row;
}

static inline void
sample_return_month(struct sample_return *s)
{
	sample_return_begin(s, "month");
	sample_return_add(s, "SIGAP, langkah 2", "Memeriksa dan menelaah "
	    "permohonan", 15, 135);
	sample_return_add(s, "SIGAP, langkah 3", "Surat yang telah mendapat "
	    "persetujuan dan disposisi diteruskan kepada petugas", 12, 125);
	sample_return_add(s, "Keimigrasian WNA, langkah 11", "", 6, 50);
	sample_return_add(s, "Keimigrasian WNA, langkah 12", "Memberikan "
	    "keputusan", 4, 45)->single = 1;
	sample_return_add(s, "RKT, langkah 4", "Mengoreksi draf", 2, 5);
	s->chart.office.counted = 1200;
}

/* The longest bar is the whole scale; the shortest is next to nothing. */
static inline void
sample_return_extreme(struct sample_return *s)
{
	sample_return_begin(s, "extreme");
	sample_return_add(s, SAMPLE_LONG ", langkah 12", SAMPLE_LONG,
	    9876543, 9876543);
	sample_return_add(s, SAMPLE_UNBROKEN, SAMPLE_LONG, 1, 1234567);
	sample_return_add(s, SAMPLE_LONG, SAMPLE_LONG, 7, 7);
}

static inline void
sample_return_many(struct sample_return *s)
{
	char name[64];
	int i;

	sample_return_begin(s, "many");
	for (i = 0; i < SAMPLE_ROWS; i++) {
		snprintf(name, sizeof(name), "Monev, langkah %d", i + 1);
		sample_return_add(s, name, "Mengoreksi laporan", i + 1, 100);
	}
}

/* One SOP alone, one decision. */
static inline void
sample_return_one(struct sample_return *s)
{
	sample_return_begin(s, "one");
	s->chart.scope = "SIGAP";
	sample_return_add(s, "Langkah 2", "Memeriksa permohonan", 1, 1);
}

static inline void
sample_return_none(struct sample_return *s)
{
	sample_return_begin(s, "none");
}

static void (*const sample_returns[])(struct sample_return *) = {
	sample_return_month, sample_return_extreme, sample_return_many,
	sample_return_one, sample_return_none,
};

#define SAMPLE_RETURN_COUNT (int)(sizeof(sample_returns) / \
	sizeof(*sample_returns))

/* -- rows by months ------------------------------------------------------ */

SAMPLE(heat, SAMPLE_ROWS);

static inline void
sample_heat_begin(struct sample_heat *s, const char *name, int months)
{
	memset(s, 0, sizeof(*s));
	s->name = name;
	s->chart = (struct chart_heat) { .source = SAMPLE_SOURCE,
		.note = SAMPLE_NOTE, .target = 900, .year = 2026, .month = 10,
		.n = months, .rows = s->rows };
}

/* A row whose months are percents of `of`; -1: only four tasks. */
static inline struct chart_heat_row *
sample_heat_add(struct sample_heat *s, const char *sop, int no, int64_t of,
    const int *percents)
{
	const int k = s->chart.nrows++;
	struct chart_heat_row *row = &s->rows[k];
	int i;

	snprintf(s->names[k], sizeof(s->names[k]), "Langkah %d", no);
	row->sop = sop;
	row->name = s->names[k];
	row->activity = "Memeriksa kelengkapan berkas permohonan yang masuk";
	row->order = k;
	for (i = 0; i < s->chart.n; i++)
		row->month[i] = percents[i] < 0 ? (struct share) { 1, 4 } :
		    (struct share) { of * percents[i] / 100, of };
	return row;
}

static inline void
sample_heat_month(struct sample_heat *s)
{
	static const int bad[] = { 57, 62, 51, 60, 43, 47, 65, 71, 70, 61, 74,
		74 };
	static const int good[] = { 91, 94, 95, 93, 90, 100, 93, 99, 94, 91,
		96, 97 };
	static const int some[] = { -1, -1, 80, 89, 90, 79, 70, 69, -1, 94, 95,
		85 };
	static const int none[] = { -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
		-1, -1 };

	sample_heat_begin(s, "month", 12);
	sample_heat_add(s, "Magang dan penelitian (SIGAP)", 2, 100, good);
	sample_heat_add(s, "Magang dan penelitian (SIGAP)", 3, 100, bad);
	sample_heat_add(s, "Magang dan penelitian (SIGAP)", 4, 100, none);
	sample_heat_add(s, "Keimigrasian WNA", 11, 100, some)->single = 1;
	chart_heat_choose(&s->chart);
}

static inline void
sample_heat_free(struct sample_heat *s)
{
	sample_heat_month(s);
	s->name = "free";
	s->chart.target = SHARE_NONE;
}

static inline void
sample_heat_extreme(struct sample_heat *s)
{
	static const int ends[] = { 0, 100, 0, 100, 0, 100, 0, 100, 0, 100, 0,
		0 };
	static const int full[] = { 100, 100, 100, 100, 100, 100, 100, 100,
		100, 100, 100, 100 };

	sample_heat_begin(s, "extreme", 12);
	sample_heat_add(s, SAMPLE_LONG, 1000, 9876543, ends)->activity =
	    SAMPLE_LONG;
	sample_heat_add(s, SAMPLE_LONG, 2, 5, full)->activity = "";
	chart_heat_choose(&s->chart);
}

static inline void
sample_heat_many(struct sample_heat *s)
{
	static const int flat[] = { 80, 81, 82, 83, 84, 85, 86, 87, 88, 89,
		90, 91 };
	int i;

	sample_heat_begin(s, "many", 12);
	s->chart.scope = "Keimigrasian WNA";
	for (i = 0; i < SAMPLE_ROWS; i++)
		sample_heat_add(s, "Keimigrasian WNA", i + 1, 100 + 100 * i,
		    flat);
	chart_heat_choose(&s->chart);
}

static inline void
sample_heat_first(struct sample_heat *s)
{
	static const int now[] = { 85 };

	sample_heat_begin(s, "first", 1);
	sample_heat_add(s, "Magang dan penelitian (SIGAP)", 2, 100, now);
	chart_heat_choose(&s->chart);
}

static inline void
sample_heat_one(struct sample_heat *s)
{
	static const int few[] = { -1, -1 };

	sample_heat_begin(s, "one", 2);
	sample_heat_add(s, "Monev", 1, 100, few);
	chart_heat_choose(&s->chart);
}

static inline void
sample_heat_none(struct sample_heat *s)
{
	sample_heat_begin(s, "none", 1);
	chart_heat_choose(&s->chart);
}

static void (*const sample_heats[])(struct sample_heat *) = {
	sample_heat_month, sample_heat_free, sample_heat_extreme,
	sample_heat_many, sample_heat_first, sample_heat_one, sample_heat_none,
};

#define SAMPLE_HEAT_COUNT (int)(sizeof(sample_heats) / sizeof(*sample_heats))
