/* samples_pace.h - how long steps took: an ordinary month, and hard cases. */
#pragma once

#include <stdio.h>
#include <string.h>

#include "reports/chart/chart_pace.h"
#include "tests/reports/chart/samples.h"

#define SAMPLE_PACES 40
#define SAMPLE_DAY 27000	/* a working day of 7.5 hours */

struct sample_pace {
	const char		*name;
	struct chart_pace	 chart;
	struct chart_pace_row	 rows[SAMPLE_PACES];
};

static inline void
sample_pace_begin(struct sample_pace *s, const char *name)
{
	memset(s, 0, sizeof(*s));
	s->name = name;
	s->chart = (struct chart_pace) { .period = "Oktober 2026",
		.source = SAMPLE_SOURCE, .rows = s->rows };
}

/* Times in seconds; four of five are on time, as far as it is told. */
static inline struct chart_pace_row *
sample_pace_add(struct sample_pace *s, const char *name, const char *standard,
    int64_t limit, int64_t median, int64_t p90, int64_t done)
{
	struct chart_pace_row *row = &s->rows[s->chart.n];

	snprintf(row->name, sizeof(row->name), "%s", name);
	snprintf(row->who, sizeof(row->who), "Petugas Entri dan Pindai Kanim");
	snprintf(row->standard, sizeof(row->standard), "%s", standard);
	row->share = (struct share) { 4 * done / 5, done };
	row->done = done;
	row->limit = limit;
	row->median = median;
	row->p90 = p90;
	row->day = SAMPLE_DAY;
	row->place = s->chart.n++;
	return row;
}

/* From thirty seconds to ten days, on both sides of the standard. */
static inline void
sample_pace_month(struct sample_pace *s)
{
	sample_pace_begin(s, "month");
	sample_pace_add(s, "SIGAP, langkah 1", "30 detik", 30, 12, 24, 128);
	sample_pace_add(s, "SIGAP, langkah 2", "5\xe2\x80\x93" "10 menit", 600,
	    300, 1200, 131);
	sample_pace_add(s, "SIGAP, langkah 4", "1\xe2\x80\x93" "2 hari",
	    2 * SAMPLE_DAY, SAMPLE_DAY + 7200, 3 * SAMPLE_DAY + 3600, 60);
	sample_pace_add(s, "RKT, langkah 3", "10 hari", 10 * SAMPLE_DAY,
	    6 * SAMPLE_DAY, 9 * SAMPLE_DAY, 12);
	sample_pace_add(s, "Keimigrasian WNA, langkah 18", "5 menit", 300, 200,
	    320, 144);
	sample_pace_add(s, "Keimigrasian WNA, langkah 14", "60 menit", 3600,
	    600, 1500, 140);
}

/* All three groups: ranked, one holder, done too few times. */
static inline void
sample_pace_groups(struct sample_pace *s)
{
	sample_pace_month(s);
	s->name = "groups";
	s->chart.scope = "Keimigrasian WNA";
	sample_pace_add(s, "Langkah 9", "15 menit", 900, 1000, 1900,
	    37)->single = 1;
	sample_pace_add(s, "Langkah 7", "15 menit", 900, 500, 800,
	    37)->single = 1;
	sample_pace_add(s, "Langkah 12", "3 hari", 3 * SAMPLE_DAY, SAMPLE_DAY,
	    9 * SAMPLE_DAY, 5);
}

/* Names of 60 characters, dots off both ends of the scale, long words. */
static inline void
sample_pace_extreme(struct sample_pace *s)
{
	static const char *const name = "Penyampaian data capaian kinerja "
	    "triwulanan & tahunan, langkah 12";
	struct chart_pace_row *row;

	sample_pace_begin(s, "extreme");
	s->chart.scope = "Pelaksanaan Monev (SMART DJA, E-Monev Bappenas, "
	    "TARJA, e-Performance)";
	row = sample_pace_add(s, name, "110\xe2\x80\x93" "120 menit", 7200, 1,
	    999 * SAMPLE_DAY + 25200, 9876543);
	snprintf(row->who, sizeof(row->who), "Kepala Subbagian Kepegawaian, "
	    "Tata Usaha, dan Rumah Tangga & Perlengkapan Kantor Wilayah");
	sample_pace_add(s, name, "30 detik", 30, 0, 0, 10);
	sample_pace_add(s, SAMPLE_UNBROKEN, "100 hari", 100 * SAMPLE_DAY,
	    900 * SAMPLE_DAY, 990 * SAMPLE_DAY, 12);
	sample_pace_add(s, name, "10 menit", 600, 600, 600, 40);
	sample_pace_add(s, name, "10 menit", 600, 30, 50, 40)->single = 1;
	sample_pace_add(s, name, "10 menit", 600, 600, 600, 1);
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
		sample_pace_add(s, name, "2 jam", 7200, 900 + 100 * i,
		    1800 + 300 * i, 20 + i);
	}
}

static inline void
sample_pace_one(struct sample_pace *s)
{
	sample_pace_begin(s, "one");
	sample_pace_add(s, "RKT, langkah 1", "1 jam", 3600, 1800, 1800, 1);
}

static inline void
sample_pace_none(struct sample_pace *s)
{
	sample_pace_begin(s, "none");
}

static void (*const sample_paces[])(struct sample_pace *) = {
	sample_pace_month, sample_pace_groups, sample_pace_extreme,
	sample_pace_many, sample_pace_one, sample_pace_none,
};

#define SAMPLE_PACE_COUNT (int)(sizeof(sample_paces) / sizeof(*sample_paces))
