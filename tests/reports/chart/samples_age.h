/* samples_age.h - work that is open: an ordinary month, and hard cases. */
#pragma once

#include <stdio.h>
#include <string.h>

#include "reports/chart/chart_age.h"
#include "tests/reports/chart/samples.h"

SAMPLE(age, SAMPLE_ROLES);

static inline void
sample_age_begin(struct sample_age *s, const char *name)
{
	memset(s, 0, sizeof(*s));
	s->name = name;
	s->chart = (struct chart_age) { .when = "akhir Oktober 2026",
		.source = SAMPLE_SOURCE, .rows = s->rows };
}

/* Those of the oldest class are late. */
static inline struct chart_age_row *
sample_age_add(struct sample_age *s, const char *name, int64_t day,
    int64_t week, int64_t fortnight, int64_t older, int64_t oldest)
{
	struct chart_age_row *row = &s->rows[s->chart.n];

	snprintf(s->names[s->chart.n], sizeof(s->names[0]), "%s", name);
	*row = (struct chart_age_row) { .name = s->names[s->chart.n],
	    .n = { day, week, fortnight, older }, .oldest = oldest,
	    .late = older };
	s->chart.n++;
	return row;
}

static inline void
sample_age_month(struct sample_age *s)
{
	sample_age_begin(s, "month");
	sample_age_add(s, "Admin Kanwil", 30, 10, 0, 0, 4);
	sample_age_add(s, "Kasubbag Kepegawaian, TU, dan RT", 10, 10, 10, 10,
	    38);
	sample_age_add(s, "Petugas Entri dan Pindai Kanim", 4, 3, 2, 1, 11);
	sample_age_add(s, "JFU/JFT", 0, 5, 5, 10, 24);
	sample_age_add(s, "Duta SIGAP", 1, 0, 0, 0, 0);
	sample_age_add(s, "Kakanwil", 2, 2, 0, 1, 15)->single = 1;
	sample_age_add(s, "Kadivmin", 3, 0, 0, 0, 1)->single = 1;
}

/* Nothing is old. */
static inline void
sample_age_fresh(struct sample_age *s)
{
	sample_age_begin(s, "fresh");
	sample_age_add(s, "Admin Kanwil", 30, 10, 0, 0, 4);
	sample_age_add(s, "JFU/JFT", 0, 5, 0, 0, 5);
}

/* Names of 60 characters, seven digits beside one. */
static inline void
sample_age_extreme(struct sample_age *s)
{
	sample_age_begin(s, "extreme");
	sample_age_add(s, "Kepala Subbagian Kepegawaian, Tata Usaha, dan "
	    "Rumah Tangga & Perlengkapan Kantor Wilayah", 1234567, 9876543,
	    1, 7654321, 12345);
	sample_age_add(s, "Kasi Izin Tinggal dan Status Keimigrasian Kanim "
	    "Kelas I TPI", 0, 0, 0, 1, 4000);
	sample_age_add(s, SAMPLE_UNBROKEN, 1, 1, 1, 0, 9);
	sample_age_add(s, "Kepala Divisi Pelayanan Hukum dan Hak Asasi "
	    "Manusia Provinsi", 0, 9876543, 0, 9876543, 100)->single = 1;
}

static inline void
sample_age_many(struct sample_age *s)
{
	char name[64];
	int i;

	sample_age_begin(s, "many");
	for (i = 0; i < SAMPLE_ROLES; i++) {
		snprintf(name, sizeof(name), "Peran nomor %d", i + 1);
		sample_age_add(s, name, i, 40 - i, i % 7, i % 3, 10 + i % 3);
	}
}

static inline void
sample_age_one(struct sample_age *s)
{
	sample_age_begin(s, "one");
	sample_age_add(s, "Kakanwil", 0, 0, 0, 1, 12)->single = 1;
}

static inline void
sample_age_none(struct sample_age *s)
{
	sample_age_begin(s, "none");
}

static void (*const sample_ages[])(struct sample_age *) = {
	sample_age_month, sample_age_fresh, sample_age_extreme,
	sample_age_many, sample_age_one, sample_age_none,
};

#define SAMPLE_AGE_COUNT (int)(sizeof(sample_ages) / sizeof(*sample_ages))
