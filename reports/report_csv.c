/*
 * report_csv.c - the roles of a month as CSV (RFC 4180, UTF-8).
 *
 * Numbers are whole numbers; a share is left to the reader of both its parts.
 */
#include "reports/report.h"

#include <stdio.h>
#include <stdlib.h>

#include "page/csv.h"

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

/* A number; what is not there (-1) is an empty cell. */
static void
put_number(FILE *f, int64_t n)
{
	if (n < 0)
		putc(',', f);
	else
		fprintf(f, ",%lld", (long long)n);
}

static void
put_role(FILE *f, const struct month_part *p)
{
	csv_text(f, p->name);
	putc(',', f);
	csv_text(f, groups[p->group]);
	putc(',', f);
	csv_text(f, p->decree);
#define NUMBER(title, name) put_number(f, p->name);
	COLUMNS(NUMBER)
#undef NUMBER
	fputs("\r\n", f);
}

char *
report_csv(const struct report *r, size_t *len)
{
	char *text = NULL;
	FILE *f = open_memstream(&text, len);
	size_t i;

	if (f == NULL)
		return NULL;
	fputs("\"peran\",\"kelompok\",\"dasar target\"", f);
#define TITLE(title, name) fputs(",\"" title "\"", f);
	COLUMNS(TITLE)
#undef TITLE
	fputs("\r\n", f);
	for (i = 0; i < r->f->nrole; i++)
		put_role(f, &r->f->role[i]);
	if (fclose(f) != 0) {
		free(text);
		return NULL;
	}
	return text;
}
