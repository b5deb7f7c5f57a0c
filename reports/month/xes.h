/*
 * xes.h - an event log for process mining (IEEE 1849, XES).
 *
 * One trace per case with a visit that closed in the period, one event per
 * such visit, at its closing.  org:role is the performer as printed;
 * org:resource a pseudonym made with the server's key, the same in every log,
 * or the name when asked for.  Attributes of our own begin with "sopap:"; times
 * of the accounts are in seconds.
 */
#ifndef REPORTS_MONTH_XES_H
#define REPORTS_MONTH_XES_H

#include <stdint.h>
#include <stdio.h>

struct month_figures;
struct office;

/* 0, or -1 when the database or the file failed. */
int	 xes_write(FILE *, struct office *, const struct month_figures *,
	    int names);

/* Who did a visit: a name, or a pseudonym that is the same in every log of
 * this office; "" for nobody.  Returns name. */
#define XES_RESOURCE 160
char	*xes_resource(struct office *, int64_t person, int names,
	    char name[XES_RESOURCE]);

/* The same visits as a table (visits.c), UTF-8, RFC 4180. */
int	 visits_write(FILE *, struct office *, const struct month_figures *,
	    int names);

#endif
