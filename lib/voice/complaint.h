/*
 * complaint.h - complaints of the public: a number and a code of their own, a
 * day by which they are answered, and the answer.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/case.h"
#include "office/change.h"

struct complaint {
	int64_t	id;
	char	number[24];
	int64_t	case_id;		/* 0: about no case */
	char	case_number[24];	/* read along */
	char	name[160];
	char	phone[24], email[128];
	char	body[4096];
	int64_t	came_at, due_at;
	char	answer[4096];
	int64_t	answered_at, answered_by;
};

/* How complaints are taken here. */
struct complaint_rule {
	int64_t		 days;		/* working days until the answer: key
					   complaint_days (base/conf.c) */
	const char	*role;		/* slug of the role that answers */
	const char	*site;		/* public address, for messages */
};

/* CASE_INVALID: office_field() is the member's name.  The row of the complaint
 * is read back into *out. */
enum case_err	 complaint_add(struct office *, const struct change *,
		    const struct complaint *, const struct complaint_rule *,
		    struct complaint *out);

enum case_err	 complaint_get(struct office *, int64_t id,
		    struct complaint *);
/* By the complainant's code; CASE_STATE after too many tries. */
struct tracking_try;
enum case_err	 complaint_find(struct office *, const struct tracking_try *,
		    struct complaint *);
/* The open ones first, by the day they are due; then the last answered.
 * Given, free() *list. */
enum case_err	 complaint_list(struct office *, struct complaint **list,
		    size_t *count);
int64_t		 complaint_waiting(struct office *);

/* By a holder of the rule's role or an administrator (holder_or_admin());
 * once; the complainant is told.  CASE_DENIED, CASE_STATE, CASE_INVALID
 * (answer). */
enum case_err	 complaint_answer(struct office *, const struct change *,
		    int64_t id, const char *answer,
		    const struct complaint_rule *);
