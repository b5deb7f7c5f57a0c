/*
 * password.h - passwords and PINs: which are good enough, how they are kept,
 * and whether one fits.
 *
 * Both are kept as argon2id strings that carry their cost; one whose cost is
 * below today's (password.c) is made anew at the next log-in.
 */
#pragma once

#include <stdint.h>

#include "office/change.h"

#define PASSWORD_HASH_SIZE 128	/* bytes of a hash, with the NUL */

#define PASSWORD_MIN 12		/* characters */
#define PASSWORD_HELP "Paling sedikit 12 huruf atau angka. Beberapa kata " \
	"yang tidak berhubungan mudah diingat dan sukar ditebak."

/*
 * Set a person's password, which clears the PIN, ends the person's sessions and
 * is told to the person.  CASE_INVALID (field "password") when it is shorter
 * than PASSWORD_MIN, longer than 128 bytes, holds the login or would be guessed
 * (password_weak.h); CASE_NOT_FOUND.
 */
enum case_err	 password_set(struct office *, const struct change *,
		    int64_t person_id, const char *password);
/* The same by the person: one session goes on. */
enum case_err	 password_change(struct office *, const struct change *,
		    int64_t person_id, const char *password,
		    int64_t session_id);

/*
 * Set the PIN by which a person takes over at a counter from a colleague who
 * is logged in there.  CASE_INVALID (field "pin") unless it is six digits,
 * neither all the same nor in a row.
 */
enum case_err	 password_set_pin(struct office *, const struct change *,
		    int64_t person_id, const char *pin);

/* The two halves of password_set(), for a larger change: check a new password
 * of a person and hash it, which takes a moment, outside the transaction ... */
enum case_err	 password_make(struct office *, int64_t person_id,
		    const char *password, char hash[PASSWORD_HASH_SIZE]);
/* ... and store the hash inside it, with its event and its message; of the
 * sessions the one of this id (or 0) goes on. */
enum case_err	 password_store(struct change_work *, int64_t person_id,
		    const char *hash, int64_t session_id);

/*
 * Does the password fit the hash?  1 or 0.  "" is the hash of nobody's
 * password: never, but it takes as long as a wrong one.  A letter with an
 * accent fits composed or in pieces.  *renew is set to 1 when it fits and the
 * hash, below today's cost or of letters in pieces, was made anew in its place.
 */
int		 password_fits(struct office *, const char *password,
		    char hash[PASSWORD_HASH_SIZE], int *renew);
/* Store such a hash of a password, or with `pin` of a PIN: no change, and
 * without an event.  Inside the caller's transaction. */
void		 password_renew(struct db *, int64_t person_id, int pin,
		    const char *hash);
