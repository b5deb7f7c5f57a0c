/* report_file.c - the list of files beside the page, and writing them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reports/month/report.h"
#include "reports/month/report_csv.h"
#include "reports/month/report_file.h"
#include "reports/month/report_json.h"
#include "reports/month/visits.h"
#include "reports/month/xes.h"

static const struct report_file files[] = {
	{ "peran.csv", "text/csv; charset=utf-8", "Peran", 0 },
	{ "sop.csv", "text/csv; charset=utf-8", "SOP", 0 },
	{ "langkah.csv", "text/csv; charset=utf-8", "Langkah", 0 },
	{ "unit.csv", "text/csv; charset=utf-8", "Unit", 0 },
	{ "tren.csv", "text/csv; charset=utf-8", "Dua belas bulan", 1 },
	{ "bulan.csv", "text/csv; charset=utf-8", "SOP dan langkah, bulan "
	    "demi bulan", 1 },
	{ "tanda.csv", "text/csv; charset=utf-8", "Langkah bertanda", 0 },
	{ "angka.json", "application/json", "Semua angka (JSON)", 0 },
	{ "kunjungan.csv", "text/csv; charset=utf-8",
	    "Setiap langkah yang selesai", 0 },
	{ "log.xes", "application/xml", "Catatan kejadian (XES)", 0 },
	{ NULL, NULL, NULL, 0 }
};

const struct report_file *
report_files(void)
{
	return files;
}

int
report_has_file(const struct report *r, const struct report_file *file)
{
	return r->f->months != 0 || !file->by_month;
}

int
report_file_write(const struct report *r, const struct report_file *file,
    unsigned options, FILE *f)
{
	const size_t which = (size_t)(file - files);
	const int names = (options & REPORT_NAMES) != 0;
	char *text;
	size_t len;
	int failed;

	/* Visits are many and are written one by one, as log or table. */
	if (which > TABLE__MAX + 1)
		return xes_write(f, r->office, r->f, names);
	if (which == TABLE__MAX + 1) {
		if ((options & REPORT_BOM) != 0)
			fputs("\xef\xbb\xbf", f);
		return visits_write(f, r->office, r->f, names);
	}
	text = which < TABLE__MAX ? report_csv(r,
	    (enum report_table_file)which, (options & REPORT_BOM) != 0, &len) :
	    report_json(r, &len);
	failed = text == NULL || fwrite(text, 1, len, f) != len;
	free(text);
	return failed ? -1 : 0;
}

char *
report_file_make(const struct report *r, const struct report_file *file,
    unsigned options, size_t *len)
{
	char *text = NULL;
	FILE *f = open_memstream(&text, len);
	int failed;

	if (f == NULL)
		return NULL;
	failed = report_file_write(r, file, options, f) == -1;
	if (fclose(f) != 0 || failed) {
		free(text);
		return NULL;
	}
	return text;
}
