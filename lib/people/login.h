/*
 * login.h - passwords, sessions, and the brake on guessing.
 *
 * Passwords are argon2id strings that carry their cost, and are made anew at
 * a log-in when it is below today's.  A session's token is in the cookie
 * alone; the database knows its SHA-256.  Failed tries are counted by account
 * and by address, under a hash: people type passwords into the wrong field.
 * A browser in which the account logged in before has a count of its own:
 * logins are printed on letters, and whoever guesses at one from elsewhere
 * must not keep its owner out.
 */
#ifndef PEOPLE_LOGIN_H
#define PEOPLE_LOGIN_H

#include <stdint.h>

#include "office/change.h"

#define LOGIN_TOKEN_SIZE 65	/* 64 hex digits and the NUL */

struct login_try {
	const char	*login;		/* as typed */
	const char	*password;
	const char	*address;	/* of the client */
	int64_t		 now;
	const char	*device;	/* random name of a browser in which this
					   login succeeded before; or NULL */
	int		 pin;		/* the password is the PIN */
};

struct login_session {
	int64_t	id, person_id;
	char	csrf[LOGIN_TOKEN_SIZE];	/* every form carries it */
	int64_t	by_pin;			/* begun at a counter, by PIN */
	int64_t	created_at, seen_at;
};

/*
 * Set a person's password and end their sessions.  CASE_INVALID (field
 * "password") when it is shorter than 10 characters, longer than 128 bytes or
 * holds the login.
 */
enum case_err	 password_set(struct office *, const struct change *,
		    int64_t person_id, const char *password);

/*
 * Set the PIN by which a person takes over at a counter from a colleague who
 * is logged in there.  CASE_INVALID (field "pin") unless it is six digits,
 * neither all the same nor in a row.  A new password clears it.
 */
enum case_err	 password_set_pin(struct office *, const struct change *,
		    int64_t person_id, const char *pin);

/*
 * Who is it?  CASE_OK; CASE_DENIED, one answer for an unknown login, a wrong
 * password and an inactive person, in the same time; CASE_STATE after too many
 * tries, whatever the password.
 */
enum case_err	 login_check(struct office *, const struct login_try *,
		    int64_t *person_id);

/* Begin a session.  Sessions unused for `idle` seconds, or a week old, are
 * deleted. */
enum case_err	 login_session_open(struct office *, int64_t person_id, int64_t now,
		    int64_t idle, char token[LOGIN_TOKEN_SIZE]);
/* The same after a PIN: it ends when it was unused for LOGIN_PIN_IDLE. */
#define LOGIN_PIN_IDLE (30 * 60)
enum case_err	 login_session_open_pin(struct office *, int64_t person_id,
		    int64_t now, int64_t idle, char token[LOGIN_TOKEN_SIZE]);

/*
 * The session of a token: CASE_OK, or CASE_NOT_FOUND when there is none, it
 * was unused for `idle` seconds, is a week old, or its person is inactive.
 * Notes every five minutes at most that it was used.
 */
enum case_err	 login_session_find(struct office *, const char *token, int64_t now,
		    int64_t idle, struct login_session *);
/* The same, for a look that is no use: nothing is noted. */
enum case_err	 login_session_peek(struct office *, const char *token, int64_t now,
		    int64_t idle, struct login_session *);

/* End a session: log out. */
enum case_err	 login_session_close(struct office *, int64_t session_id);

#endif
