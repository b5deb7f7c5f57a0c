/*
 * login.h - the log-in: who is it, and the brake on guessing.
 *
 * Failed tries are counted by account and by address (office/throttle.h).  A
 * browser in which the account logged in before has a count of its own:
 * logins are printed on letters, and somebody who guesses at one from
 * elsewhere must not keep its owner out.  What a password is lies in
 * password.h, what begins after the log-in in login_session.h.
 *
 *	struct login_try try = { .login = typed, .password = word,
 *	    .address = client, .now = now };
 *
 *	if (login_check(o, &try, &person) == CASE_OK)
 *		login_session_open(o, person, now, idle, token);
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

struct login_try {
	const char	*login;		/* as typed */
	const char	*password;
	const char	*address;	/* of the client */
	int64_t		 now;
	const char	*device;	/* random name of a browser in which
					   this login succeeded before; NULL */
	int		 pin;		/* the password is the PIN */
};

/*
 * Find the person who logs in: CASE_OK with the id; CASE_DENIED, one answer
 * for an unknown login, a wrong password and an inactive person, in the same
 * time; CASE_STATE after too many tries, even if the password is right.
 */
enum case_err	 login_check(struct office *, const struct login_try *,
		    int64_t *person_id);
