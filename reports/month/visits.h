/*
 * visits.h - the visits of an event log as a table, UTF-8, RFC 4180.
 */
#pragma once

struct csv;
struct month_figures;
struct office;

/* One line for each visit that closed in the period, under a line of headings.
 * `names`: as for xes_write().  0, or -1 when the database or the file
 * failed. */
int	 visits_write(struct csv *, struct office *,
	    const struct month_figures *, int names);
