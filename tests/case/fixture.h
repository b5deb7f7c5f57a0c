/*
 * fixture.h - a whole small office for tests: the shipped units, roles,
 * calendar and eleven SOPs, one person for every role (two for some), and two
 * institutions with an operator each.
 *
 * Persons have logins: their role's slug ("kakanwil"); "admin-kanwil-2" is a
 * second holder; "admin-user" and "admin-user-2" are operators of different
 * institutions; "admin" is an administrator.
 */
#pragma once

#include <stdint.h>

#include "case/act.h"
#include "office/office.h"
#include "sop/sop.h"

/* Monday 5 January 2026, 08.00 WIB. */
#define FIXTURE_START INT64_C(1767574800)

/* An office that was made once, for the others to copy; below BUILDDIR. */
#define FIXTURE_TEMPLATE "tests/office.db"

/*
 * The office in folder `data`, or in memory when NULL; bails out on failure.
 * Published and in force from FIXTURE_START.  A copy of the template where
 * there is one, else made by fixture_make().
 */
struct office	*fixture_open(const char *data);
/* The same, made anew out of the shipped files. */
struct office	*fixture_make(const char *data);

/* Id of the person with a login; 0 when there is none. */
int64_t		 fixture_person(struct office *, const char *login);
/* Version in force of an SOP. */
int64_t		 fixture_sop(struct office *, const char *slug);
/*
 * The form of a row with a plausible value for every field it requires (and
 * the applicant's name), valid as long as the form.  A value given in `own`
 * stands in place of the usual one.
 */
#define FIXTURE_FIELDS 24
struct fixture_form {
	struct act_value	value[FIXTURE_FIELDS];
	char			text[FIXTURE_FIELDS][96];
	struct act_file		file[FIXTURE_FIELDS];
	size_t			nvalue, nfile;
};
void		 fixture_form(struct office *, const struct sop_row *,
		    int64_t now, const struct act_value *own, size_t nown,
		    struct fixture_form *);
/* The same, set in an act, at its time. */
void		 fixture_fill(struct office *, const struct sop_row *,
		    struct fixture_form *, struct act *);

/* A date for a field, where it may lie: one of February 2026, but today when
 * that is past or the field takes no day to come. */
void		 fixture_date(struct office *, const struct sop_field *,
		    int64_t now, char *buf, size_t size);

/* Let a person see all cases and take lists of them out: by a role of its own
 * that has the right. */
void		 fixture_sees_all(struct office *, const char *login);

/* Name a clerk of a role, from the beginning until further notice. */
void		 fixture_clerk(struct office *, const char *login,
		    const char *role);

/* Mark a month ("2026-01") as closed, without figures. */
void		 fixture_close_month(struct office *, const char *month);

/* First integer of a statement with an integer parameter. */
int64_t		 fixture_int(struct office *, const char *sql, int64_t arg);
/* Run a statement that changes something, without parameters. */
void		 fixture_run(struct office *, const char *sql);
