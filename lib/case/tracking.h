/*
 * tracking.h - a case found by its public code, by somebody without account.
 *
 * The code itself, its letters, its length and its hash: office/office_code.c.
 */
#pragma once

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
 * A second factor for a case that is known already, before what cannot be
 * undone: the last four digits of the applicant's telephone number, as
 * try->code; anything passes when none is known.  CASE_OK; CASE_INVALID (field
 * "angka"); CASE_STATE after too many tries for this case, from this address,
 * or from all together.
 */
enum case_err	 tracking_digits(struct office *, const struct case_row *,
		    const struct tracking_try *);

/*
 * The case of a code and those digits, whose letter may be given out.
 * CASE_NOT_FOUND (field "kode"), by one path and with one answer, whether the
 * code is unknown, is none, or the digits are wrong; CASE_STATE as above.
 */
enum case_err	 tracking_letter(struct office *, const struct tracking_try *,
		    const char *digits, struct case_row *);

/* Do the digits typed, spaces and the like aside, end the number? */
int		 tracking_fit(const char *phone, const char *typed);

/*
 * "Lupa kode": send the codes of the requests asked for with a telephone number
 * to that number.  try->code is the number as typed.  CASE_OK whether it is
 * known or not; CASE_INVALID when it is no mobile number; CASE_STATE after too
 * many of them.
 */
enum case_err	 tracking_lost(struct office *, const struct tracking_try *);

/*
 * An earlier case, to copy from it: by its code, or by the number of its
 * letter, and the last four digits of its telephone number.  CASE_NOT_FOUND,
 * one answer whatever does not fit; CASE_STATE after too many tries.
 */
enum case_err	 tracking_earlier(struct office *,
		    const struct tracking_try *, const char *digits,
		    struct case_row *);
