/*
 * report_csv.h - the tables of a report as CSV (RFC 4180, UTF-8).
 *
 * Numbers are whole numbers.  A cell that could be taken for a formula begins
 * with an apostrophe.
 */
#pragma once

struct csv;
struct report;

/* In the order of report_files(). */
enum report_table_file {
	TABLE_ROLES,
	TABLE_SOPS,
	TABLE_ROWS,
	TABLE_UNITS,
	TABLE_SERIES,
	TABLE_MONTHS,
	TABLE_MARKS,
	TABLE_PARTIES,
	TABLE__MAX
};

/* Write a table. */
void	 report_csv(const struct report *, enum report_table_file,
	    struct csv *);
