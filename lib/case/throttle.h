/*
 * throttle.h - the brake on guessing: failed tries by kind and key.
 *
 * A key (an account, an address) is kept as its hash alone: people type
 * passwords into the wrong field.  Fifteen minutes after the last failure it
 * counts afresh.
 */
#ifndef CASE_THROTTLE_H
#define CASE_THROTTLE_H

#include <stdint.h>

#include "case/office.h"

struct throttle {
	const char	*kind;		/* "akun", "alamat", "lacak" */
	const char	*key;		/* any text */
	int64_t		 tries;		/* as many failures are allowed */
};

/* CASE_OK when one may try; else CASE_STATE, saying for how long not. */
enum case_err	 throttle_check(struct office *, const struct throttle *,
		    int64_t now);

/* Note a failure; forget them.  Inside the caller's transaction. */
void		 throttle_note(struct db *, const struct throttle *,
		    int64_t now);
void		 throttle_clear(struct db *, const struct throttle *);

#endif
