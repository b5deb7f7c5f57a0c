/*
 * case.h - a case: one request or matter that goes through the rows of an SOP.
 *
 * This is where reading begins.  A case (case/case.h) has tasks (case/task.h),
 * which have spans (case/span.h), and documents (case/document.h).  Who may see
 * and do what: case/access.h.  Lists: case/inbox.h, case/case_list.h,
 * case/claim_list.h, case/counter_queue.h; words: case/search.h.  Where the
 * time went: case/case_account.h.  The applicant's side: case/tracking.h (the
 * code), case/answer.h (the letter), case/participant.h (the persons), case/
 * draft.h (not sent yet).  What was typed: case/field.h, case/field_form.h.
 *
 * Cases, tasks and spans are derived from events.  Only acts change them
 * (case/act.h), and case/rebuild.h compares them with their history.  One list
 * of columns per struct (case/column.h) serves reading, writing, the history
 * and that comparison.
 *
 *	struct case_row c;
 *	struct task_row *t;
 *	size_t n;
 *
 *	if (case_by_number(office, "K-2026-0412", &c) == CASE_OK &&
 *	    case_may_see(office, &actor, &c, now) &&
 *	    case_tasks(office, c.id, &t, &n) == CASE_OK) {
 *		... t[0] .. t[n - 1], in order of opening ...
 *		free(t);
 *	}
 *
 * The room does not know pages, HTTP or printing, nor the time: `now` is given.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/task.h"
#include "office/office.h"
#include "sop/sop.h"

/* Instants are seconds UTC, 0 when not there (SQL NULL); ids likewise. */
struct case_row {
	int64_t	id;
	char	number[24];
	int64_t	unit_id, version_id;
	int64_t	evaluation;
	char	period[8];
	char	subject[256];
	int64_t	applicant_id;
	char	applicant[160];
	char	phone[24];
	char	email[128];
	int64_t	institution_id, officer_id;
	char	code_hash[65];
	char	state[8];		/* open, ended */
	char	result[12];
	int64_t	refused, end_pos, seq;
	int64_t	opened_at, ended_at, promise_from, promise_to;
	int64_t	own, queue, outside, waiting, closed;
	char	institution[256];	/* as the request names it, or "" */
	char	language[8];		/* of its form; "": the SOP's */
	int64_t	parent_id;		/* of a child (case/case_child.h) */
};

/* A trial (office/soplist.h) has numbers of its own, "U-2026-0001"; so has a
 * case that is being opened. */
#define CASE_TRIAL_LETTER 'U'
static inline int
case_is_trial(const struct case_row *c)
{
	return c->number[0] == CASE_TRIAL_LETTER;
}

/* The language in which its applicant is told of a case of this SOP. */
static inline const char *
case_language(const struct case_row *c, const struct sop *sop)
{
	return c->language[0] != '\0' ? c->language : sop->language;
}

/* The case of an id; of a tracking code as it was typed, by one path whether
 * it is unknown or no code at all; of a number as it was typed.  CASE_OK;
 * CASE_NOT_FOUND and CASE_DB leave the row. */
enum case_err	 case_get(struct office *, int64_t id, struct case_row *);
enum case_err	 case_by_code(struct office *, const char *typed,
		    struct case_row *);
enum case_err	 case_by_number(struct office *, const char *typed,
		    struct case_row *);
