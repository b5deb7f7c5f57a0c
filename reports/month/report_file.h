/*
 * report_file.h - the files beside the page of a report: tables (report_csv.h),
 * all figures (report_json.h), the visits (visits.h) and the event log (xes.h).
 */
#pragma once

#include <stddef.h>
#include <stdio.h>

struct report;

struct report_file {
	const char	*name;		/* "peran.csv" */
	const char	*type;		/* MIME */
	const char	*title;		/* for a link */
	int		 by_month;	/* none of a range of days */
};

/* All files; the list ends with a NULL name. */
const struct report_file *report_files(void);
/* Has this report the file?  1 or 0. */
int	 report_has_file(const struct report *, const struct report_file *);

/* Options: CSV with a byte order mark, for spreadsheets that guess; in visits
 * and event log names of persons and in all files numbers of cases instead of
 * pseudonyms; numbers alone. */
#define REPORT_BOM	1u
#define REPORT_NAMES	2u
#define REPORT_NUMBERS	4u

/* Write a file of the list into a stream, however long it becomes: 0, or -1
 * when out of memory or the database failed. */
int	 report_file_write(const struct report *, const struct report_file *,
	    unsigned options, FILE *);
