/*
 * tracking.h - a case found by its public code, by somebody without account.
 */
#ifndef CASE_TRACKING_H
#define CASE_TRACKING_H

#include "case/case.h"

struct tracking_try {
	const char	*code;		/* as typed */
	const char	*address;	/* of the client */
	int64_t		 now;
};

/*
 * The case of a code.  CASE_NOT_FOUND, one answer for an unknown code and a
 * text that is none, by the same path; CASE_STATE after too many of them from
 * this address, or from all together, whatever the code.
 */
enum case_err	 tracking_find(struct office *, const struct tracking_try *,
		    struct case_row *);

/*
 * A second factor before a letter is given out: the last four digits of the
 * applicant's telephone number; anything passes when none is known.  CASE_OK;
 * CASE_INVALID (field "angka"); CASE_STATE after too many tries for this case.
 */
enum case_err	 tracking_digits(struct office *, const struct case_row *,
		    const char *typed, int64_t now);

#endif
