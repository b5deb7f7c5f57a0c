/*
 * password_link.h - one-time links by which a person chooses a password.
 *
 * The token goes out in a message; the database knows its SHA-256.  It is
 * used once, and for three days.
 */
#pragma once

#include "office/office.h"
#include "people/login_session.h"

#define PASSWORD_LINK_DAYS 3

/* Make a new token for a person, inside the caller's transaction; those made
 * before are worth nothing then.  CASE_OK, CASE_DB. */
enum case_err	 password_link_make(struct office *, int64_t person_id,
		    int64_t now, char token[LOGIN_TOKEN_SIZE]);

/* Find the person of a token: CASE_NOT_FOUND unless it can be used now. */
enum case_err	 password_link_find(struct office *, const char *token,
		    int64_t now, int64_t *person_id);

/* Use a token: the password is set, and the token is worth nothing any more.
 * CASE_NOT_FOUND; CASE_INVALID (field "password") as password_set(). */
enum case_err	 password_link_use(struct office *, const char *token,
		    int64_t now, const char *password);
