/*
 * factor.h - the second factor: codes of six digits that a telephone makes anew
 * every half minute (TOTP, RFC 6238), and recovery codes for the day when it is
 * lost.
 *
 * The secret is not stored: it follows from the server key and a random salt,
 * so that a copy of the database alone makes no codes; a key that is turned
 * changes nothing.  It counts once a first
 * code has shown that the telephone has it.  A code is taken once.  Tries at
 * the digits are braked; a recovery code, of twelve letters, is always taken.
 *
 *	factor_begin(o, &change, person);
 *	factor_secret(o, person, now, base32);		for the telephone
 *	factor_confirm(o, &change, person, typed, codes);
 *	...
 *	if (factor_check(o, person, typed, now) == CASE_OK)
 *		login_session_prove(o, session, now);
 */
#pragma once

#include <stdint.h>

#include "office/change.h"

#define FACTOR_SECRET_SIZE 33	/* base32 of 20 bytes, and the NUL */
#define FACTOR_CODES 8		/* recovery codes */
#define FACTOR_SETTING_UP (15 * 60)	/* seconds for the first code */

/* Since when the person has one; 0: none that counts. */
int64_t		 factor_since(struct office *, int64_t person_id);
/* Recovery codes not used yet. */
int64_t		 factor_codes_left(struct office *, int64_t person_id);

/* Make a secret that is to be confirmed; one that counts is kept until then.
 * CASE_OK, CASE_BUSY, CASE_DB. */
enum case_err	 factor_begin(struct office *, const struct change *,
		    int64_t person_id);
/* The secret to be confirmed, in base32: CASE_OK; CASE_NOT_FOUND when none was
 * made in the last FACTOR_SETTING_UP seconds. */
enum case_err	 factor_secret(struct office *, int64_t person_id,
		    int64_t now, char base32[FACTOR_SECRET_SIZE]);
/* Take the first code: from now on it counts, and `code` gets new recovery
 * codes, which nobody can read again.  CASE_INVALID (field "code") when it does
 * not fit; CASE_STATE after too many tries; CASE_NOT_FOUND. */
enum case_err	 factor_confirm(struct office *, const struct change *,
		    int64_t person_id, const char *typed,
		    char code[FACTOR_CODES][CASE_CODE_LEN + 1]);
/* Without a second factor from now on. */
enum case_err	 factor_end(struct office *, const struct change *,
		    int64_t person_id);

/* Is it a code of the person's telephone, or a recovery code, not used before?
 * CASE_OK; CASE_DENIED; CASE_STATE after too many tries at the digits;
 * CASE_NOT_FOUND when there is no second factor; CASE_BUSY, CASE_DB. */
enum case_err	 factor_check(struct office *, int64_t person_id,
		    const char *typed, int64_t now);
