/*
 * report_csv.c - the tables of a report as CSV (RFC 4180, UTF-8).
 *
 * Numbers are whole numbers; a share stands as its two counts.
 */
#include <stdio.h>

#include "base/csv.h"
#include "clock/calendar.h"
#include "month/month_pace.h"
#include "month/month_party.h"
#include "page/format.h"
#include "reports/month/report.h"
#include "reports/month/report_csv.h"
#include "reports/month/report_step.h"
#include "reports/month/report_table.h"

/* In the order of enum month_group. */
static const char *const groups[MONTH_GROUP__MAX] = {
	"diperingkat", "satu pemegang", "kurang dari sepuluh", "luar kantor",
	"sistem"
};

/* Every count of a role's line, after its name, group and decree. */
#define COLUMNS(X)							\
	X("target persen", target)					\
	X("selesai", done)						\
	X("lebih cepat", below)						\
	X("dalam batas", within)					\
	X("terlambat", over)						\
	X("terbuka dan terlambat", late_open)				\
	X("terbuka", open_after)					\
	X("masuk", came)						\
	X("dikembalikan", returned)					\
	X("diputus", decided)						\
	X("ditolak", refused)						\
	X("perbaikan", rework)						\
	X("kerja median detik", own_median)				\
	X("kerja p90 detik", own_p90)					\
	X("sampai selesai median detik", turn_median)			\
	X("sampai selesai p90 detik", turn_p90)				\
	X("kerja detik", own_time)					\
	X("antre detik", queue_time)					\
	X("pihak luar detik", outside_time)				\
	X("pemohon detik", applicant_time)				\
	X("bulan lalu selesai", prev_done)				\
	X("bulan lalu tepat waktu", prev_on_time)			\
	X("bulan lalu terbuka dan terlambat", prev_late_open)		\
	X("dua belas bulan selesai", year_done)				\
	X("dua belas bulan tepat waktu", year_on_time)

/* Of SOPs and units, whose cases are counted as well. */
#define CASE_COLUMNS(X)							\
	X("berkas terbuka awal", cases_open_before)			\
	X("berkas masuk", cases_came)					\
	X("berkas selesai", cases_done)				\
	X("berkas ditolak", cases_refused)				\
	X("berkas ditarik", cases_withdrawn)				\
	X("berkas dibatalkan", cases_cancelled)			\
	X("berkas tidak diunduh", cases_unfetched)			\
	X("berkas terbuka akhir", cases_open_after)			\
	X("diputus dengan janji", promised)				\
	X("janji ditepati", kept)					\
	X("janji ditepati tanpa pemohon dan luar", kept_own)

/* A number; -1, a figure that does not exist, is an empty cell. */
static void
put_number(struct csv *c, int64_t n)
{
	if (n < 0)
		csv_plain(c, "");
	else
		csv_int(c, n);
}

/* Counts of a part, or (NULL) the headings over them; the row ends. */
static void
put_counts(struct csv *c, const struct month_part *p, int cases)
{
#define NUMBER(title, name)						\
	if (p != NULL)							\
		put_number(c, p->name);					\
	else								\
		csv_text(c, title);
	COLUMNS(NUMBER)
	if (cases) {
		CASE_COLUMNS(NUMBER)
	}
#undef NUMBER
	csv_end(c);
}

static void
put_roles(const struct report *r, struct csv *c)
{
	const struct month_part *p, *end = r->f->role + r->f->nrole;

	csv_texts(c, "peran", "kelompok", "dasar target", NULL);
	put_counts(c, NULL, 0);
	for (p = r->f->role; p < end; p++) {
		csv_texts(c, p->name, groups[p->group], p->decree, NULL);
		put_counts(c, p, 0);
	}
}

/* SOPs, or units. */
static void
put_parts(struct csv *c, const char *what, const struct month_part *p,
    size_t n)
{
	csv_texts(c, "kode", what, "kelompok", NULL);
	put_counts(c, NULL, 1);
	for (; n > 0; n--, p++) {
		csv_texts(c, p->key, p->name, groups[p->group], NULL);
		put_counts(c, p, 1);
	}
}

static void
put_sops(const struct report *r, struct csv *c)
{
	put_parts(c, "SOP", r->f->sops, r->f->nsops);
}

static void
put_units(const struct report *r, struct csv *c)
{
	put_parts(c, "unit", r->f->unit, r->f->nunit);
}

/* A row of an SOP: its names, and how its visits stand against their limits; or
 * (NULL) the headings. */
static void
put_row(const struct report *r, struct csv *c, const struct month_part *p)
{
	const struct month_pace_row *pace;
	char who[160], standard[FORMAT_SIZE];

	if (p == NULL) {
		csv_texts(c, "kode", "SOP", "langkah", "nama singkat",
		    "kegiatan", "pelaksana", "standar", "batas median permil",
		    "batas p90 permil", NULL);
		put_counts(c, NULL, 0);
		return;
	}
	csv_texts(c, p->key, p->name, p->no, report_step_short(r, p),
	    report_step_activity(r, p),
	    report_step_who(r, p, who, sizeof(who)),
	    report_step_standard(r, p, standard, sizeof(standard)), NULL);
	pace = report_step_pace(r, p);
	if (pace != NULL && !pace->limited)
		pace = NULL;
	put_number(c, pace != NULL ? pace->median : -1);
	put_number(c, pace != NULL ? pace->p90 : -1);
	put_counts(c, p, 0);
}

static void
put_rows(const struct report *r, struct csv *c)
{
	const struct month_part *p, *end = r->f->row + r->f->nrow;

	put_row(r, c, NULL);
	for (p = r->f->row; p < end; p++)
		put_row(r, c, p);
}

/* The headings over, and the figures of, a month; the row ends. */
static void
put_month_head(struct csv *c)
{
	csv_texts(c, "bulan", "tepat waktu", "selesai",
	    "terbuka dan terlambat", NULL);
	csv_end(c);
}

static void
put_month(struct csv *c, const struct month_point *at, int64_t on_time,
    int64_t done, int64_t late_open)
{
	char month[32];

	snprintf(month, sizeof(month), "%04d-%02d", at->year, at->month);
	csv_text(c, month);
	csv_int(c, on_time);
	csv_int(c, done);
	csv_int(c, late_open);
	csv_end(c);
}

static void
put_series(const struct report *r, struct csv *c)
{
	const struct month_point *p = r->f->series;

	put_month_head(c);
	for (; p < r->f->series + MONTH_SERIES; p++)
		put_month(c, p, p->on_time, p->done, p->late_open);
}

/* The months of a part in which something was done or is late. */
static void
put_part_months(const struct report *r, struct csv *c,
    const struct month_part *p)
{
	const struct month_tally *t = p->series;

	for (int i = 0; i < MONTH_SERIES; i++, t++) {
		if (t->done + t->late_open == 0)
			continue;
		csv_texts(c, p->key, p->name, p->no,
		    p->scope == MONTH_ROW ? report_step_short(r, p) : "",
		    NULL);
		put_month(c, &r->f->series[i], t->on_time, t->done,
		    t->late_open);
	}
}

/* Twelve months of SOPs, and of rows (whose number is a column). */
static void
put_months(const struct report *r, struct csv *c)
{
	csv_texts(c, "kode", "SOP", "langkah", "nama singkat", NULL);
	put_month_head(c);
	for (size_t i = 0; i < r->f->nsops; i++)
		put_part_months(r, c, &r->f->sops[i]);
	for (size_t i = 0; i < r->f->nrow; i++)
		put_part_months(r, c, &r->f->row[i]);
}

static void
put_marks(const struct report *r, struct csv *c)
{
	const struct month_mark *m = r->f->mark;
	char at[CAL_TEXT_SIZE], name[REPORT_WORDS];

	csv_texts(c, "berkas", "tanda", "SOP", "langkah", "pelaksana",
	    "selesai", NULL);
	csv_end(c);
	for (; m < r->f->mark + r->f->nmark; m++) {
		csv_texts(c, report_case_name(r, m->case_id, m->number, name),
		    report_sign(m->sign), m->sop, m->no,
		    m->performer, calendar_write(r->cal, m->closed_at, at),
		    NULL);
		csv_end(c);
	}
}

static void
put_outside(const struct report *r, struct csv *c)
{
	const struct month_party *p = r->party;

	csv_texts(c, "kode", "pihak luar", "berkas", "kali", "jam kerja detik",
	    "siang malam detik", "masih di sana", NULL);
	csv_end(c);
	for (; p < r->party + r->nparty; p++) {
		csv_texts(c, p->slug, p->name, NULL);
		csv_int(c, p->cases);
		csv_int(c, p->waits);
		csv_int(c, p->work);
		csv_int(c, p->real);
		csv_int(c, p->now);
		csv_end(c);
	}
}

void
report_csv(const struct report *r, enum report_table_file which,
    struct csv *c)
{
	static void (*const put[TABLE__MAX])(const struct report *,
	    struct csv *) = {
		[TABLE_ROLES] = put_roles,
		[TABLE_SOPS] = put_sops,
		[TABLE_ROWS] = put_rows,
		[TABLE_UNITS] = put_units,
		[TABLE_SERIES] = put_series,
		[TABLE_MONTHS] = put_months,
		[TABLE_MARKS] = put_marks,
		[TABLE_PARTIES] = put_outside,
	};

	put[which](r, c);
}
