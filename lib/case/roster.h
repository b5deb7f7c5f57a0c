/*
 * roster.h - a list of persons: how it is kept, typed, pasted and checked.
 *
 * Kept, a person is a line, "name; number; programme"; parts that are missing
 * at its end are left out.  Typed, the list is a row of three inputs for each
 * person, and their text a line with a tab between the parts: an input holds
 * no tab, so nothing that was typed is taken for another part.  A row left
 * empty stays in its place until the list is kept.
 *
 *	roster_check(field, typed, kept, &errors)	rows, as they are kept
 *	roster_split(line, len, buf, &person)		a line, in its parts
 *
 * A list that was pasted becomes rows by case/roster_paste.h.
 *
 * An error stands beside an input: it has the number of the row, from 1, and
 * the end of the input's name.
 */
#pragma once

#include "case/field.h"
#include "sop/sop.h"

enum { ROSTER_NAME, ROSTER_NUMBER, ROSTER_PROGRAMME, ROSTER_PARTS };

struct roster_person {
	const char	*part[ROSTER_PARTS];	/* "" when it is missing */
};

/* Ends of the names of a row's inputs, "-nama", and what they are called. */
extern const char *const roster_suffix[ROSTER_PARTS];
extern const char *const roster_label[ROSTER_PARTS];
#define ROSTER_PASTE "-tempel"	/* ... of the text to be pasted */

/* A list has at most so many, unless its field says another number. */
#define ROSTER_MAX 100
/* Must a person of this list have the part? */
int		 roster_needs(const struct sop_field *, int part);

/* Take a line of `len` bytes apart, typed or kept; buf has len + ROSTER_PARTS
 * bytes. */
void		 roster_split(const char *line, size_t len, char *buf,
		    struct roster_person *);
/* Lines of a list, empty ones too. */
size_t		 roster_lines(const char *);
/* Is it spelled like a NIM or NISN: letters and digits, one digit at least? */
int		 roster_is_number(const char *);

/* Errors found, the first at error[0]; what is found beyond `max` is not
 * noted. */
struct roster_errors {
	struct field_error	*error;
	size_t			 n, max;
};

/*
 * Check a list as typed (or kept) against its field, into its kept spelling;
 * out has field_room(typed) bytes.  CASE_OK, or CASE_INVALID with errors: of
 * each person what is missing or is none, a number that two persons have, too
 * many or too few.
 */
enum case_err	 roster_check(const struct sop_field *, const char *typed,
		    char *out, struct roster_errors *);
