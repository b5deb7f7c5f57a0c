/*
 * fixture.h - a whole small office for tests: the shipped units, roles,
 * calendar and eleven SOPs, one person for every role (two for some), and two
 * institutions with an operator each.
 *
 * Persons have logins: their role's slug ("kakanwil"); "admin-kanwil-2" is a
 * second holder; "admin-user" and "admin-user-2" are operators of different
 * institutions; "admin" is an administrator.
 */
#ifndef TESTS_CASE_FIXTURE_H
#define TESTS_CASE_FIXTURE_H

#include <stdint.h>

#include "case/office.h"

/* Monday 5 January 2026, 08.00 WIB. */
#define FIXTURE_START INT64_C(1767574800)

/* The office in folder `data`, or in memory when NULL; bails out on failure.
 * Published and in force from FIXTURE_START. */
struct office	*fixture_open(const char *data);

/* Id of the person with a login; 0 when there is none. */
int64_t		 fixture_person(struct office *, const char *login);
/* Version in force of an SOP. */
int64_t		 fixture_sop(struct office *, const char *slug);
/* First integer of a statement with an integer parameter. */
int64_t		 fixture_int(struct office *, const char *sql, int64_t arg);
/* Run a statement that changes something, without parameters. */
void		 fixture_run(struct office *, const char *sql);

#endif
