/*
 * password_link.h - one-time links by which a person chooses a password.
 *
 * The token goes out in a message; the database knows its SHA-256.  It is
 * used once, and for three days, one that was asked for at the log-in for
 * fifteen minutes.  Nobody types or knows another's password: new people, too,
 * and those whose password an administrator resets, get a link.
 */
#pragma once

#include "office/change.h"
#include "people/login_session.h"

#define PASSWORD_LINK_DAYS 3
#define PASSWORD_LINK_SIZE 512	/* of an address, with the NUL */

/* Make a new token for a person, inside the caller's transaction; those made
 * before are worth nothing then.  CASE_OK, CASE_DB. */
enum case_err	 password_link_make(struct office *, int64_t person_id,
		    int64_t now, char token[LOGIN_TOKEN_SIZE]);

/*
 * Send a person a link, to the telephone number on record, else to the mail
 * address; site is the public address.  `shown` gets "" then, or the link
 * itself where there is neither: to be shown once to whoever asked.  CASE_OK,
 * CASE_NOT_FOUND, CASE_BUSY, CASE_DB.
 */
enum case_err	 password_link_send(struct office *, const struct change *,
		    int64_t person_id, const char *site,
		    char shown[PASSWORD_LINK_SIZE]);

struct password_forgotten {
	const char	*login;		/* as typed */
	const char	*address;	/* of the client */
	const char	*site;
	int64_t		 now;
};
/* The same for who has forgotten the password: CASE_OK whether there is such an
 * active person with a channel or not; two links in a quarter of an hour are
 * sent.  CASE_STATE after too many tries from this address. */
enum case_err	 password_link_forgotten(struct office *,
		    const struct password_forgotten *);

/* Find the person of a token: CASE_NOT_FOUND unless it can be used now. */
enum case_err	 password_link_find(struct office *, const char *token,
		    int64_t now, int64_t *person_id);

/* Use a token: the password is set, and the token is worth nothing any more.
 * CASE_NOT_FOUND; CASE_INVALID (field "password") as password_set(). */
enum case_err	 password_link_use(struct office *, const char *token,
		    int64_t now, const char *password);
