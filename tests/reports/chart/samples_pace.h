/* samples_pace.h - how long steps took: an ordinary month, and hard cases. */
#pragma once

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reports/chart/chart_pace.h"
#include "tests/reports/chart/samples.h"

#define SAMPLE_PACES 40
#define SAMPLE_VISITS 400	/* of a row, at most */

struct sample_pace {
	const char		*name;
	struct chart_pace	 chart;
	struct chart_pace_row	 rows[SAMPLE_PACES];
	int64_t			 value[SAMPLE_PACES][SAMPLE_VISITS];
};

static inline void
sample_pace_begin(struct sample_pace *s, const char *name)
{
	memset(s, 0, sizeof(*s));
	s->name = name;
	s->chart = (struct chart_pace) { .period = "Oktober 2026",
		.source = SAMPLE_SOURCE, .rows = s->rows };
}

static inline int
sample_pace_order(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/*
 * A row whose visits lie around its median, nine of ten below p90, the rest up
 * to half as much again; `late` of n are late, as far as it is told.  Of the
 * strip at most SAMPLE_VISITS are drawn.
 */
static inline struct chart_pace_row *
sample_pace_add(struct sample_pace *s, const char *name, const char *standard,
    int64_t median, int64_t p90, int64_t late, int64_t n)
{
	struct chart_pace_row *row = &s->rows[s->chart.n];
	int64_t *v = s->value[s->chart.n];
	int i, most = n < SAMPLE_VISITS ? (int)n : SAMPLE_VISITS;
	double part;

	snprintf(row->name, sizeof(row->name), "%s", name);
	row->activity = "Periksa kelengkapan syarat";
	snprintf(row->who, sizeof(row->who), "Petugas Entri dan Pindai Kanim");
	snprintf(row->standard, sizeof(row->standard), "%s", standard);
	for (i = 0; i < most; i++) {
		part = (i + 0.5) / most;
		v[i] = part < 0.5 ? (int64_t)((double)median * (0.5 + part)) :
		    part < 0.9 ? median + (int64_t)((double)(p90 - median) *
		    (part - 0.5) / 0.4) :
		    p90 + (int64_t)((double)p90 * 5 * (part - 0.9));
	}
	qsort(v, (size_t)most, sizeof(*v), sample_pace_order);
	for (i = 0; i < most && standard[0] != '\0'; i++) {
		if (i < most - (int)(late * most / n) ? v[i] > 1000 :
		    v[i] <= 1000)
			v[i] = i < most - (int)(late * most / n) ? 1000 : 1001;
	}
	row->share = (struct share) { n - late, n };
	row->value = v;
	row->n = most;
	row->median = median;
	row->p90 = p90;
	row->place = s->chart.n++;
	return row;
}

/* From thirty seconds to ten days, on both sides of the limit. */
static inline void
sample_pace_month(struct sample_pace *s)
{
	sample_pace_begin(s, "month");
	sample_pace_add(s, "SIGAP, langkah 1", "30 detik", 400, 800, 2, 128);
	sample_pace_add(s, "SIGAP, langkah 2", "5\xe2\x80\x93" "10 menit", 500,
	    1500, 34, 118);
	snprintf(sample_pace_add(s, "SIGAP, langkah 4", "1\xe2\x80\x93"
	    "2 hari", 790, 1220, 14, 60)->who, 160, "Sub Bagian Kepegawaian, "
	    "Tata Usaha, dan Rumah Tangga");
	sample_pace_add(s, "RKT, langkah 3", "10 hari", 600, 900, 1, 12);
	sample_pace_add(s, "Keimigrasian WNA, langkah 18", "5 menit", 660,
	    1004, 15, 144);
	sample_pace_add(s, "Keimigrasian WNA, langkah 14", "60 menit", 160,
	    410, 0, 140);
}

/* All three groups: ranked, one holder, done too few times. */
static inline void
sample_pace_groups(struct sample_pace *s)
{
	sample_pace_month(s);
	s->name = "groups";
	s->chart.scope = "Keimigrasian WNA";
	sample_pace_add(s, "Langkah 9", "15 menit", 1100, 2100, 20,
	    37)->single = 1;
	sample_pace_add(s, "Langkah 7", "15 menit", 550, 880, 1,
	    37)->single = 1;
	sample_pace_add(s, "Langkah 12", "3 hari", 330, 3000, 1, 5);
}

/* Names of 60 characters, visits off the scale, long words. */
static inline void
sample_pace_extreme(struct sample_pace *s)
{
	static const char *const name = "Penyampaian data capaian kinerja "
	    "triwulanan & tahunan, langkah 12";
	struct chart_pace_row *row;

	sample_pace_begin(s, "extreme");
	s->chart.scope = "Pelaksanaan Monev (SMART DJA, E-Monev Bappenas, "
	    "TARJA, e-Performance)";
	row = sample_pace_add(s, name, "110\xe2\x80\x93" "120 menit", 1,
	    999999, 1234567, 9876543);
	row->activity = "Mencocokkan capaian dengan tar";
	snprintf(row->who, sizeof(row->who), "Kepala Subbagian Kepegawaian, "
	    "Tata Usaha, dan Rumah Tangga & Perlengkapan Kantor Wilayah");
	sample_pace_add(s, name, "30 detik", 0, 0, 0, 10);
	sample_pace_add(s, SAMPLE_UNBROKEN, "100 hari", 9000, 9900, 12, 12);
	sample_pace_add(s, name, "10 menit", 1000, 1000, 0, 40);
	sample_pace_add(s, name, "10 menit", 50, 83, 0, 40)->single = 1;
	sample_pace_add(s, name, "10 menit", 1000, 1000, 0, 1)->activity = "";
}

static inline void
sample_pace_many(struct sample_pace *s)
{
	char name[64];
	int i;

	sample_pace_begin(s, "many");
	for (i = 0; i < SAMPLE_PACES; i++) {
		snprintf(name, sizeof(name), "Pagu Anggaran, langkah %d",
		    i + 1);
		sample_pace_add(s, name, "2 jam", 125 + 14 * i, 250 + 42 * i,
		    i / 4, 20 + i);
	}
}

static inline void
sample_pace_one(struct sample_pace *s)
{
	sample_pace_begin(s, "one");
	sample_pace_add(s, "RKT, langkah 1", "1 jam", 500, 500, 0, 1);
}

/* An imported history without standards: durations in seconds. */
static inline void
sample_pace_durations(struct sample_pace *s)
{
	sample_pace_begin(s, "durations");
	s->chart.durations = 1;
	s->chart.scope = "Catatan 2025";
	sample_pace_add(s, "Langkah 1", "", 12, 45, 0, 60)->share.on_time = 0;
	sample_pace_add(s, "Langkah 2", "", 4000, 30000, 0,
	    60)->share.on_time = 0;
	sample_pace_add(s, "Langkah 3", "", 90000, 2700000, 0,
	    60)->share.on_time = 0;
	sample_pace_add(s, "Langkah 4", "", 600, 900, 0, 4)->share.on_time = 0;
}

static inline void
sample_pace_none(struct sample_pace *s)
{
	sample_pace_begin(s, "none");
}

static void (*const sample_paces[])(struct sample_pace *) = {
	sample_pace_month, sample_pace_groups, sample_pace_extreme,
	sample_pace_many, sample_pace_one, sample_pace_none,
	sample_pace_durations,
};

#define SAMPLE_PACE_COUNT (int)(sizeof(sample_paces) / sizeof(*sample_paces))
