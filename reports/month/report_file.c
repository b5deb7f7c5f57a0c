/* report_file.c - the list of files beside the page, and writing them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "reports/month/report.h"
#include "reports/month/report_csv.h"
#include "reports/month/report_file.h"
#include "reports/month/report_json.h"
#include "reports/month/visits.h"
#include "reports/month/xes.h"

#define CSV "text/csv; charset=utf-8"

static const struct report_file files[] = {
	{ "peran.csv", CSV, "Peran", 0 },
	{ "sop.csv", CSV, "SOP", 0 },
	{ "langkah.csv", CSV, "Langkah", 0 },
	{ "unit.csv", CSV, "Unit", 0 },
	{ "tren.csv", CSV, "Dua belas bulan", 1 },
	{ "bulan.csv", CSV, "SOP dan langkah, bulan demi bulan", 1 },
	{ "tanda.csv", CSV, "Langkah bertanda", 0 },
	{ "pihak.csv", CSV, "Pihak luar", 0 },
	{ "angka.json", "application/json", "Semua angka (JSON)", 0 },
	{ "kunjungan.csv", CSV, "Setiap langkah yang selesai", 0 },
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
	const struct xes_mask mask = { r->office, r->f, file->name,
		(options & REPORT_NAMES) != 0 ? XES_NAMES | XES_NUMBERS :
		(options & REPORT_NUMBERS) != 0 ? XES_NUMBERS : 0 };
	struct report shown = *r;
	struct csv csv;
	int rc = 0;

	shown.file = file->name;
	shown.reader = 0;
	shown.numbers = (options & (REPORT_NAMES | REPORT_NUMBERS)) != 0;

	csv_begin(&csv, f, (options & REPORT_BOM) != 0 &&
	    strcmp(file->type, CSV) == 0);
	/* Visits are many and are written one by one, as log or table. */
	if (which > TABLE__MAX + 1)
		rc = xes_write(f, &mask);
	else if (which == TABLE__MAX + 1)
		rc = visits_write(&csv, &mask);
	else if (which == TABLE__MAX)
		rc = report_json(&shown, f);
	else
		report_csv(&shown, (enum report_table_file)which, &csv);
	return rc == -1 || ferror(f) ? -1 : 0;
}
