/*
 * activity_report.h - reports that institutions hand in on what came of a
 * case, or on their work as a whole.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"
#include "office/office.h"

struct activity_report {
	int64_t	id, institution_id;
	int64_t	case_id;		/* 0: of the institution as a whole */
	char	title[256];
	char	name[256], type[64], sha256[65];
	int64_t	size, added_at, added_by;
	int64_t	seen_at, seen_by;	/* by the office, first */

	/* read along, not written */
	char	institution[160];
	char	number[24];		/* of the case */
};

/* By an operator (change.by) of that institution, about a case the operator
 * may see or none; *id gets the number of the report.  CASE_OK, CASE_DENIED;
 * CASE_INVALID (title, file, case_id); CASE_DB. */
enum case_err	 activity_report_add(struct office *, const struct change *,
		    const struct activity_report *, int64_t *id);
/* Of an institution; 0: of all, for the office.  The latest 200, the newest
 * first: *list is given, free() it.  CASE_OK, CASE_DB. */
enum case_err	 activity_report_list(struct office *, int64_t institution_id,
		    struct activity_report **list, size_t *count);
/* One of them, for a member of the institution, or for a person who decides on
 * operators (people/operator.h), whose first look is noted.  CASE_OK,
 * CASE_NOT_FOUND, CASE_DENIED, CASE_DB. */
enum case_err	 activity_report_open(struct office *, int64_t id,
		    int64_t person_id, int64_t now, struct activity_report *);
/* How many the office has not looked at yet. */
int64_t		 activity_report_unseen(struct office *);
