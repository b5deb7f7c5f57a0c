/*
 * access.h - who may see a case, read its files, and do its tasks.
 *
 * There is one predicate for each, and no page has rules of its own:
 *
 *	case_may_see()		the case: its rows, its history, its list entry
 *	case_may_see_document()	one file of it
 *	case_may_do()		a task
 *
 * A case is seen by
 *	- whoever has its tracking code, with no account (person_id 0);
 *	- its applicant, and the active operators of the applicant's active
 *	  institution;
 *	- every active person of the office.  That is the rule and not an
 *	  oversight: an office answers for a case as a whole, deputies change
 *	  daily, and who looked at an applicant's data is noted by the hour
 *	  (case_seen()).
 *
 *	struct actor a = { .person_id = p };
 *	if (!case_may_see(office, &a, &c))
 *		return CASE_DENIED;
 *
 * Lists select by the same rule in SQL (case/case_list.h).
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

struct case_row;
struct document;
struct task_row;

/* The person who acts.  person_id 0 with case_id: an applicant who gave the
 * tracking code of that case.  behalf_id: the holder an authorised clerk
 * records for. */
struct actor {
	int64_t	person_id;
	int64_t	case_id;
	int64_t	behalf_id;
};

/* May this actor see the case?  1 or 0; 0 also when the database fails. */
int		 case_may_see(struct office *, const struct actor *,
		    const struct case_row *);

/* May this actor have the file?  The office has all files of its cases; an
 * outsider who sees the case has those that came from outside, and the answer
 * (case/answer.h) once it is given out.
 * CASE_OK, CASE_DENIED; CASE_NOT_FOUND, CASE_DB. */
enum case_err	 case_may_see_document(struct office *,
		    const struct actor *, const struct document *);

/* May this actor do the task now: as a holder of its role (of a task that was
 * handed to somebody, as that person alone), for an applicant's task as a
 * member of the institution, or with the case's code?  1 or 0.  *capacity gets
 * "" (no role is needed), definitif, plt or plh: a constant. */
int		 case_may_do(struct office *, const struct actor *,
		    const struct task_row *, int64_t now,
		    const char **capacity);

/* Note that a person saw the personal data of a case, once in an hour.
 * CASE_OK, CASE_BUSY, CASE_DB. */
enum case_err	 case_seen(struct office *, int64_t person_id,
		    int64_t case_id, int64_t now);
