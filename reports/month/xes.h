/*
 * xes.h - an event log for process mining (IEEE 1849, XES).
 *
 * One trace per case with a visit that closed in the period, one event per
 * such visit, at its closing.  A case that is a part of another names it in
 * sopap:parent.  org:role is the performer as printed; org:resource and the
 * case are pseudonyms, or name and number when asked for.  Attributes of our
 * own begin with "sopap:"; times of the accounts are in seconds.
 *
 * A pseudonym is made with the server's key, of the file, its period and SOP:
 * the same file comes out the same, and in no other anybody has the same one.
 * Beside a pseudonym of a person there is no case number, by which the history
 * would tell who it is.
 */
#pragma once

#include <stdint.h>
#include <stdio.h>

struct month_figures;
struct office;

/* Instead of pseudonyms a file has names of persons, or numbers of cases. */
#define XES_NAMES	1u
#define XES_NUMBERS	2u

/* A file of visits, whose pseudonyms are its own. */
struct xes_mask {
	struct office			*o;
	const struct month_figures	*m;	/* its period and SOP */
	const char			*file;	/* its name */
	unsigned			 show;	/* XES_NAMES, XES_NUMBERS */
};

/* Write the log of a period: 0, or -1 when the database or the file failed. */
int	 xes_write(FILE *, const struct xes_mask *);

/* The person of a visit, "" for the person 0; and its case, "" for none: each
 * as such a file has it.  They return buf. */
#define XES_RESOURCE 160
char	*xes_resource(const struct xes_mask *, int64_t person,
	    char buf[XES_RESOURCE]);
char	*xes_case(const struct xes_mask *, const char *number,
	    char buf[XES_RESOURCE]);
