/*
 * csv_read.h - rows of a CSV (RFC 4180) with a line of column names first.
 *
 * The mark between cells is the comma or the semicolon, whichever the first
 * line has more of: spreadsheets of this country write semicolons.
 */
#pragma once

#include <stddef.h>

struct csv_column {
	const char	*name;
	int		 needed;	/* or may be missing */
	const char	*old_name;	/* read where `name` is not; or NULL */
};

/* A row: word[i] of columns[i], NULL where the row or the file has none. */
typedef void csv_row(void *arg, size_t line, const char *const *word);

/*
 * Call fn for every row but the first; empty lines are passed over.  0, or -1
 * with the reason in why: a needed column is missing, a quotation mark is out
 * of place, the file is empty.  Rows before the reason have
 * been given to fn.
 */
int	 csv_read(const char *text, const struct csv_column *columns,
	    size_t ncolumns, csv_row *fn, void *arg, char *why,
	    size_t whysize);
