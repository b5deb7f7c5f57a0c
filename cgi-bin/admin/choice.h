/*
 * choice.h - the choices of a field in a form: yes or no, units, roles,
 * institutions, persons.
 *
 *	struct sop_field *f = choice_fields_copy(req, fields, FIELDS);
 *
 *	if ((err = choice_unit(req, &f[2])) != CASE_OK)
 *		return reply_case_error(reply, req, err);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"
#include "sop/sop.h"

struct request;

extern const struct sop_choice choice_yes_no[2];	/* "ya", "tidak" */
/* The value of choice_yes_no[] for a truth: "ya" of all but 0. */
const char	*choice_yes_or_no(int64_t yes);

/* A copy of a table of n fields, to put choices in; lives with the request. */
struct sop_field *choice_fields_copy(const struct request *,
		    const struct sop_field *, size_t n);

/*
 * Give a field its choices, by id: every unit; the roles of the office that
 * are in force; the institutions that are not closed; the active persons, of
 * institutions too with `outsiders`.  CASE_OK, CASE_DB.
 */
enum case_err	 choice_unit(const struct request *, struct sop_field *);
enum case_err	 choice_role(const struct request *, struct sop_field *);
enum case_err	 choice_institution(const struct request *,
		    struct sop_field *);
enum case_err	 choice_person(const struct request *, struct sop_field *,
		    int outsiders);
