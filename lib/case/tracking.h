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
 * text that is none, by the same path.  There is no brake: a code has 59 bits.
 */
enum case_err	 tracking_find(struct office *, const struct tracking_try *,
		    struct case_row *);

/*
 * A second factor for a case that is known already, before what cannot be
 * undone: the last four digits of the applicant's telephone number, as
 * try->code; anything passes when none is known.  After too many tries for this
 * case, from this address, or from all together, a code is sent to that number,
 * which is taken in place of the digits whatever others try.  CASE_OK;
 * CASE_INVALID (field "angka"), which says so.
 */
enum case_err	 tracking_digits(struct office *, const struct case_row *,
		    const struct tracking_try *);

/*
 * The case of a code and those digits, whose letter may be given out.
 * CASE_NOT_FOUND (field "kode"), by one path and with one answer, whether the
 * code is unknown, is none, or the digits are wrong; CASE_STATE when a code was
 * sent as above, or would have been.
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
