/*
 * xes.h - an event log for process mining (IEEE 1849, XES).
 *
 * One trace per case with a visit that closed in the period, one event per
 * such visit, at its closing.  A case that is a part of another names it in
 * sopap:parent.  org:role is the performer as printed;
 * org:resource a pseudonym made with the server's key, the same in every log,
 * or the name when asked for.  Attributes of our own begin with "sopap:"; times
 * of the accounts are in seconds.
 */
#pragma once

#include <stdint.h>
#include <stdio.h>

struct month_figures;
struct office;

/* Write the log of a period; `names`: with names of persons instead of
 * pseudonyms.  0, or -1 when the database or the file failed. */
int	 xes_write(FILE *, struct office *, const struct month_figures *,
	    int names);

/* The person of a visit: a name, or a pseudonym that is the same in every log
 * of this office; "" for the person 0.  Returns name. */
#define XES_RESOURCE 160
char	*xes_resource(struct office *, int64_t person, int names,
	    char name[XES_RESOURCE]);
