/*
 * report_csv.c - the tables of a report as CSV (RFC 4180, UTF-8).
 *
 * Numbers are whole numbers; a share stands as its two counts.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/csv.h"
#include "clock/calendar.h"
#include "reports/month/report.h"
#include "reports/month/report_csv.h"

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
	X("perkara terbuka awal", cases_open_before)			\
	X("perkara masuk", cases_came)					\
	X("perkara selesai", cases_done)				\
	X("perkara ditolak", cases_refused)				\
	X("perkara ditarik", cases_withdrawn)				\
	X("perkara dibatalkan", cases_cancelled)			\
	X("perkara tidak diunduh", cases_unfetched)			\
	X("perkara terbuka akhir", cases_open_after)			\
	X("diputus dengan janji", promised)				\
	X("janji ditepati", kept)					\
	X("janji ditepati tanpa pemohon dan luar", kept_own)

/* A number; -1, a figure that does not exist, is an empty cell. */
static void
put_number(FILE *f, int64_t n)
{
	if (n < 0)
		putc(',', f);
	else
		fprintf(f, ",%lld", (long long)n);
}

static void
put_cell(FILE *f, const char *text)
{
	putc(',', f);
	csv_text(f, text);
}

/* Counts of a part, or (NULL) the headings over them. */
static void
put_counts(FILE *f, const struct month_part *p, int cases)
{
#define NUMBER(title, name)						\
	if (p != NULL)							\
		put_number(f, p->name);					\
	else								\
		fputs(",\"" title "\"", f);
	COLUMNS(NUMBER)
	if (cases) {
		CASE_COLUMNS(NUMBER)
	}
#undef NUMBER
	fputs("\r\n", f);
}

static void
put_roles(FILE *f, const struct month_figures *m)
{
	const struct month_part *p;

	fputs("\"peran\",\"kelompok\",\"dasar target\"", f);
	put_counts(f, NULL, 0);
	for (p = m->role; p < m->role + m->nrole; p++) {
		csv_text(f, p->name);
		put_cell(f, groups[p->group]);
		put_cell(f, p->decree);
		put_counts(f, p, 0);
	}
}

static void
put_sops(FILE *f, const char *what, const struct month_part *p, size_t n)
{
	fprintf(f, "\"kode\",\"%s\",\"kelompok\"", what);
	put_counts(f, NULL, 1);
	for (; n > 0; n--, p++) {
		csv_text(f, p->key);
		put_cell(f, p->name);
		put_cell(f, groups[p->group]);
		put_counts(f, p, 1);
	}
}

static void
put_rows(FILE *f, const struct month_figures *m)
{
	const struct month_part *p;

	fputs("\"kode\",\"SOP\",\"langkah\"", f);
	put_counts(f, NULL, 0);
	for (p = m->row; p < m->row + m->nrow; p++) {
		csv_text(f, p->key);
		put_cell(f, p->name);
		put_cell(f, p->no);
		put_counts(f, p, 0);
	}
}

static void
put_series(FILE *f, const struct month_figures *m)
{
	const struct month_point *p;

	fputs("\"bulan\",\"tepat waktu\",\"selesai\","
	    "\"terbuka dan terlambat\"\r\n", f);
	for (p = m->series; p < m->series + MONTH_SERIES; p++)
		fprintf(f, "\"%04d-%02d\",%lld,%lld,%lld\r\n", p->year,
		    p->month, (long long)p->on_time, (long long)p->done,
		    (long long)p->late_open);
}

/* Twelve months of SOPs, or of rows (whose number is a column). */
static void
put_months(FILE *f, const struct month_figures *m, const struct month_part *p,
    size_t n)
{
	const struct month_point *at;
	const struct month_tally *t;
	int i;

	for (; n > 0; n--, p++)
		for (i = 0; i < MONTH_SERIES; i++) {
			at = &m->series[i];
			t = &p->series[i];
			if (t->done + t->late_open == 0)
				continue;
			csv_text(f, p->key);
			put_cell(f, p->name);
			put_cell(f, p->no);
			fprintf(f, ",\"%04d-%02d\",%lld,%lld,%lld\r\n",
			    at->year, at->month, (long long)t->on_time,
			    (long long)t->done, (long long)t->late_open);
		}
}

static void
put_marks(FILE *f, const struct report *r)
{
	const struct month_mark *m;
	char at[CAL_TEXT_SIZE];
	size_t i;

	fputs("\"perkara\",\"tanda\",\"SOP\",\"langkah\",\"pelaksana\","
	    "\"selesai\"\r\n", f);
	for (i = 0; i < r->f->nmark; i++) {
		m = &r->f->mark[i];
		csv_text(f, m->number);
		put_cell(f, report_sign(m->sign));
		put_cell(f, m->sop);
		put_cell(f, m->no);
		put_cell(f, m->performer);
		put_cell(f, calendar_write(r->cal, m->closed_at, at));
		fputs("\r\n", f);
	}
}

static void
put_table(FILE *f, const struct report *r, enum report_table_file which)
{
	switch (which) {
	case TABLE_ROLES:
		put_roles(f, r->f);
		break;
	case TABLE_SOPS:
		put_sops(f, "SOP", r->f->sops, r->f->nsops);
		break;
	case TABLE_UNITS:
		put_sops(f, "unit", r->f->unit, r->f->nunit);
		break;
	case TABLE_ROWS:
		put_rows(f, r->f);
		break;
	case TABLE_SERIES:
		put_series(f, r->f);
		break;
	case TABLE_MONTHS:
		fputs("\"kode\",\"SOP\",\"langkah\",\"bulan\","
		    "\"tepat waktu\",\"selesai\","
		    "\"terbuka dan terlambat\"\r\n", f);
		put_months(f, r->f, r->f->sops, r->f->nsops);
		put_months(f, r->f, r->f->row, r->f->nrow);
		break;
	default:
		put_marks(f, r);
	}
}

char *
report_csv(const struct report *r, enum report_table_file which, int bom,
    size_t *len)
{
	char *text = NULL;
	FILE *f = open_memstream(&text, len);

	if (f == NULL)
		return NULL;
	if (bom)
		fputs("\xef\xbb\xbf", f);
	put_table(f, r, which);
	if (fclose(f) != 0) {
		free(text);
		return NULL;
	}
	return text;
}
