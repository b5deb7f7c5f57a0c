/*
 * samples.h - charts to test and to look at: an ordinary month, and the hard
 * cases a month can be.
 */
#pragma once

#include <stdio.h>
#include <string.h>

#include "reports/chart/chart_role.h"
#include "reports/chart/chart_trend.h"

#define SAMPLE_SOURCE "Sumber: catatan langkah berkas, 1\xe2\x80\x93" \
	"31 Oktober 2026. Data per 2 November 2026, 08.00 WIB."
#define SAMPLE_NOTE "Waktu dihitung pada jam kerja, hari libur tidak " \
	"dihitung."
#define SAMPLE_ROLES 40

/* One word of 60 characters, and no place to break it. */
#define SAMPLE_UNBROKEN "Perpanjangandanalihstatuskeimigrasianwargane" \
	"garaasingsatuatap"

/* A chart, with room for its rows and for their names. */
#define SAMPLE(kind, most)						\
	struct sample_##kind {						\
		const char			*name;			\
		struct chart_##kind		 chart;			\
		struct chart_##kind##_row	 rows[most];		\
		char				 names[most][128];	\
	}

SAMPLE(role, SAMPLE_ROLES);

struct sample_trend {
	const char		*name;
	struct chart_trend	 chart;
};

static inline void
sample_role_add(struct sample_role *s, const char *name, int64_t on_time,
    int64_t counted, int64_t was, int64_t was_counted, int single)
{
	struct chart_role_row *row = &s->rows[s->chart.n];

	snprintf(s->names[s->chart.n], sizeof(s->names[0]), "%s", name);
	*row = (struct chart_role_row) {
		.name = s->names[s->chart.n], .now = { on_time, counted },
		.before = { was, was_counted },
		.single = single, .year = { 11 * on_time, 12 * counted },
	};
	s->chart.rows = s->rows;
	s->chart.n++;
	s->chart.office.on_time += on_time;
	s->chart.office.counted += counted;
}

static inline void
sample_role_begin(struct sample_role *s, const char *name)
{
	memset(s, 0, sizeof(*s));
	s->name = name;
	s->chart = (struct chart_role) { .period = "Oktober 2026",
		.column = "Oktober", .before = "September",
		.note = SAMPLE_NOTE, .source = SAMPLE_SOURCE,
		.target = 900, .rows = s->rows };
}

/* The month of the model pictures. */
static inline void
sample_role_month(struct sample_role *s)
{
	sample_role_begin(s, "month");
	sample_role_add(s, "Admin Kanwil", 128, 131, 105, 108, 0);
	sample_role_add(s, "Duta SIGAP", 123, 128, 110, 117, 0);
	sample_role_add(s, "Kasubbag Program dan Pelaporan", 45, 48, 61, 68, 0);
	sample_role_add(s, "JFU/JFT", 98, 106, 81, 87, 0);
	sample_role_add(s, "Kadivmin", 42, 46, 49, 54, 0);
	sample_role_add(s, "Petugas Entri dan Pindai Kanim", 128, 144, 94,
	    110, 0);
	sample_role_add(s, "Kasubbag Kepegawaian, TU, dan RT", 52, 60, 60,
	    68, 0);
	sample_role_add(s, "Kabag Program dan Humas", 37, 44, 30, 38, 0);
	sample_role_add(s, "Kakanwil", 29, 37, 33, 40, 0);
}

/* All groups: ranked in two tiers, one holder, few tasks, none. */
static inline void
sample_role_groups(struct sample_role *s)
{
	sample_role_begin(s, "groups");
	sample_role_add(s, "Admin Kanwil", 128, 131, 105, 108, 0);
	sample_role_add(s, "Duta SIGAP", 123, 128, 110, 117, 0);
	sample_role_add(s, "JFU/JFT", 98, 106, 81, 87, 0);
	sample_role_add(s, "Petugas Entri dan Pindai Kanim", 128, 144, 94,
	    110, 0);
	sample_role_add(s, "Petugas Layanan Magang & Penelitian", 84, 97, 94,
	    110, 0);
	sample_role_add(s, "Kadivmin", 42, 46, 49, 54, 1);
	sample_role_add(s, "Kasubbag Program dan Pelaporan", 45, 48, 61, 68, 1);
	sample_role_add(s, "Kakanwil", 29, 37, 33, 40, 1);
	sample_role_add(s, "Kabid Zinfokim", 4, 5, 3, 4, 1);
	sample_role_add(s, "Petugas Kantor Wilayah", 9, 9, 0, 0, 0);
	sample_role_add(s, "Pejabat Eselon IV", 0, 0, 4, 8, 0);
	s->rows[0].tier = s->rows[1].tier = s->rows[2].tier = 1;
}

/* Names of 60 characters, shares of 0 and 100%, seven-digit counts. */
static inline void
sample_role_extreme(struct sample_role *s)
{
	sample_role_begin(s, "extreme");
	sample_role_add(s, "Kepala Subbagian Kepegawaian, Tata Usaha, dan "
	    "Rumah Tangga & Perlengkapan Kantor Wilayah", 1234567, 9876543,
	    9876543, 9876543, 0);
	sample_role_add(s, "Kasi Izin Tinggal dan Status Keimigrasian Kanim "
	    "Kelas I TPI", 12, 12, 0, 12, 0);
	sample_role_add(s, SAMPLE_UNBROKEN, 0, 4000, 4000, 4000, 0);
	sample_role_add(s, "Kepala Divisi Pelayanan Hukum dan Hak Asasi "
	    "Manusia Provinsi", 2999, 3000, 2700, 3000, 1);
	sample_role_add(s, "Petugas Pengambilan Biometrik dan Pemindaian "
	    "Dokumen Kanim B", 1, 9, 0, 0, 0);
}

static inline void
sample_role_many(struct sample_role *s)
{
	char name[64];
	int i;

	sample_role_begin(s, "many");
	for (i = 0; i < SAMPLE_ROLES; i++) {
		snprintf(name, sizeof(name), "Peran nomor %d", i + 1);
		sample_role_add(s, name, 60 + i, 100, 99 - i, 100, 0);
	}
}

static inline void
sample_role_one(struct sample_role *s)
{
	sample_role_begin(s, "one");
	sample_role_add(s, "Admin Kanwil", 40, 44, 0, 0, 0);
}

static inline void
sample_role_none(struct sample_role *s)
{
	sample_role_begin(s, "none");
}

/* The same month where no target has been set. */
static inline void
sample_role_free(struct sample_role *s)
{
	sample_role_month(s);
	s->name = "free";
	s->chart.target = SHARE_NONE;
}

static void (*const sample_roles[])(struct sample_role *) = {
	sample_role_month, sample_role_groups, sample_role_extreme,
	sample_role_many, sample_role_one, sample_role_none, sample_role_free,
};

#define SAMPLE_ROLE_COUNT (int)(sizeof(sample_roles) / sizeof(*sample_roles))

/* Twelve months to October 2026, given as on time and counted. */
static inline void
sample_trend_begin(struct sample_trend *s, const char *name,
    const int64_t counts[][2], int n)
{
	int i, month;

	memset(s, 0, sizeof(*s));
	s->name = name;
	s->chart = (struct chart_trend) { .source = "Sumber: catatan langkah "
		"berkas. Data per 2 November 2026, 08.00 WIB.",
		.target = 900, .n = n };
	for (i = 0; i < n; i++) {
		month = 10 - (n - 1 - i);
		s->chart.month[i] = (struct chart_trend_month) {
			.year = month > 0 ? 2026 : 2025,
			.month = month > 0 ? month : month + 12,
			.share = { counts[i][0], counts[i][1] },
			.done = counts[i][1],
		};
	}
}

/* The months of the model picture. */
static inline void
sample_trend_year(struct sample_trend *s)
{
	static const int64_t counts[][2] = { { 430, 512 }, { 356, 438 },
		{ 475, 561 }, { 465, 540 }, { 307, 402 }, { 301, 377 },
		{ 501, 588 }, { 529, 603 }, { 544, 615 }, { 512, 574 },
		{ 579, 640 }, { 681, 744 } };

	sample_trend_begin(s, "month", counts, 12);
}

static inline void
sample_trend_free(struct sample_trend *s)
{
	sample_trend_year(s);
	s->name = "free";
	s->chart.target = SHARE_NONE;
}

/* Falling to the lowest of all, with months too small to have a share. */
static inline void
sample_trend_fall(struct sample_trend *s)
{
	static const int64_t counts[][2] = { { 8, 8 }, { 40, 41 }, { 0, 0 },
		{ 60, 66 }, { 61, 66 }, { 4, 5 }, { 62, 68 }, { 66, 71 },
		{ 70, 77 }, { 65, 72 }, { 60, 67 }, { 58, 69 } };

	sample_trend_begin(s, "fall", counts, 12);
}

static inline void
sample_trend_one(struct sample_trend *s)
{
	static const int64_t counts[][2] = { { 300, 320 } };

	sample_trend_begin(s, "one", counts, 1);
}

/* From nothing to everything, seven digits of steps. */
static inline void
sample_trend_extreme(struct sample_trend *s)
{
	static const int64_t counts[][2] = { { 1234567, 1234567 },
		{ 0, 9876543 }, { 9876543, 9876543 }, { 0, 20 },
		{ 9876542, 9876543 }, { 1, 9876543 }, { 500, 1000 },
		{ 1000, 1000 }, { 0, 5000000 }, { 1, 2000000 },
		{ 7000000, 7000000 }, { 0, 1234567 } };

	sample_trend_begin(s, "extreme", counts, 12);
}

/* All on time: the line runs along the top. */
static inline void
sample_trend_full(struct sample_trend *s)
{
	static const int64_t counts[][2] = { { 100, 100 }, { 90, 90 },
		{ 80, 80 }, { 85, 85 }, { 99, 99 }, { 120, 120 } };

	sample_trend_begin(s, "full", counts, 6);
	s->chart.target = 1000;
}

/* Just around the target. */
static inline void
sample_trend_near(struct sample_trend *s)
{
	static const int64_t counts[][2] = { { 903, 1000 }, { 897, 1000 },
		{ 901, 1000 }, { 899, 1000 }, { 904, 1000 }, { 895, 1000 },
		{ 902, 1000 }, { 898, 1000 }, { 900, 1000 }, { 903, 1000 },
		{ 902, 1000 }, { 899, 1000 } };

	sample_trend_begin(s, "near", counts, 12);
}

/* A year that runs: its own share, and a last month that is not over. */
static inline void
sample_trend_running(struct sample_trend *s)
{
	sample_trend_year(s);
	s->name = "running";
	s->chart.running = 1;
	s->chart.period = "Tahun 2026 (sampai 12 Oktober)";
	s->chart.own = (struct share) { 4894, 5644 };
	s->chart.own_months = 10;
}

/* One month that is not over, after the others. */
static inline void
sample_trend_unfinished(struct sample_trend *s)
{
	sample_trend_year(s);
	s->name = "unfinished";
	s->chart.running = 1;
}

static inline void
sample_trend_nothing(struct sample_trend *s)
{
	static const int64_t counts[][2] = { { 0, 0 }, { 3, 4 } };

	sample_trend_begin(s, "nothing", counts, 2);
}

static void (*const sample_trends[])(struct sample_trend *) = {
	sample_trend_year, sample_trend_free, sample_trend_fall,
	sample_trend_one, sample_trend_extreme, sample_trend_full,
	sample_trend_near, sample_trend_running, sample_trend_unfinished,
	sample_trend_nothing,
};

#define SAMPLE_TREND_COUNT (int)(sizeof(sample_trends) / \
	sizeof(*sample_trends))
