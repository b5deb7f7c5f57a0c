/*
 * csv.h - writing comma-separated values (RFC 4180, UTF-8) for spreadsheets:
 * the one place that knows the separator, the quotes and the end of a line.
 *
 *	csv_begin(&csv, f, 0);
 *	csv_texts(&csv, "SOP", "selesai", NULL);
 *	csv_end(&csv);
 *	csv_text(&csv, sop->name);
 *	csv_int(&csv, done);
 *	csv_end(&csv);
 */
#pragma once

#include <stdint.h>
#include <stdio.h>

struct csv {
	FILE	*f;
	int	 within;	/* the row has a cell already */
};

/* Write to a file; `mark` puts a byte order mark in front. */
void	 csv_begin(struct csv *, FILE *, int mark);

/* Write a text cell, quoted.  A spreadsheet takes a cell that begins with
 * = + - @ or a control character for a formula; such a text gets an
 * apostrophe in front. */
void	 csv_text(struct csv *, const char *text);
/* ... several of them, ended by NULL. */
__attribute__((sentinel))
void	 csv_texts(struct csv *, const char *text, ...);
/* Write a cell as it is: a time, or nothing. */
void	 csv_plain(struct csv *, const char *text);
void	 csv_int(struct csv *, int64_t);

/* End the row. */
void	 csv_end(struct csv *);
