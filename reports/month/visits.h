/*
 * visits.h - the visits of an event log as a table, UTF-8, RFC 4180.
 */
#pragma once

struct csv;
struct xes_mask;

/* One line for each visit that closed in the period, under a line of headings,
 * as xes_write() has them.  0, or -1 when the database or the file failed. */
int	 visits_write(struct csv *, const struct xes_mask *);
