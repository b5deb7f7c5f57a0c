/*
 * fieldraw.h - what the checks of single values share.  Private to lib/case.
 */
#ifndef CASE_FIELDRAW_H
#define CASE_FIELDRAW_H

#include "case/field.h"

/* CASE_INVALID, with the part of the field and the sentence noted. */
__attribute__((format(printf, 3, 4)))
enum case_err	 field_refuse(struct field_error *, const char *part,
		    const char *fmt, ...);

/* Characters of UTF-8 text. */
int64_t		 field_length(const char *);

/* Copy without space at either end; inside, one space for any run of it.
 * With `lines`, line ends are kept and only the other controls go. */
char		*field_tidy(const char *, size_t len, int lines, char *out);

/* A whole date: "2027-01-04", "4 Januari 2027", "04/01/2027", "4-1-2027". */
enum case_err	 field_check_date(const struct sop_field *, char *out,
		    struct field_error *);
enum case_err	 field_check_phone(const struct sop_field *, char *out,
		    struct field_error *);
enum case_err	 field_check_email(const struct sop_field *, char *out,
		    struct field_error *);

/* A list of persons as typed or pasted, one a line. */
enum case_err	 field_check_people(const struct sop_field *, const char *typed,
		    char *out, struct field_error *);

#endif
