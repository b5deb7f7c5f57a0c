/*
 * session.h - who asks, and the cookies that say so.
 *
 * An account's session is a random token in the cookie "sopap", known to the
 * database by its hash (case/login.h).  A visitor without account has a random
 * cookie as well, once a page was shown: the CSRF token of the forms is that
 * value signed with the server key, so it cannot be made up for a cookie that
 * another site managed to set.
 */
#ifndef WEB_SESSION_H
#define WEB_SESSION_H

#include <stdint.h>

#include "case/office.h"

struct reply;
struct request;

#define SESSION_COOKIE "sopap"
#define VISIT_COOKIE "sopap-kunjungan"
#define NOTICE_COOKIE "sopap-kabar"
#define TRACK_COOKIE "lacak"	/* the tracking code last given */

/* Fill req->session, req->visit and req->notice from the cookies.  CASE_OK,
 * also when nobody is logged in; CASE_BUSY, CASE_DB. */
enum case_err	 session_load(struct request *);

/* Does the form carry the token of this session or visit? */
int		 session_csrf_ok(const struct request *);

/* Log a person in, after login_check(); log the session's person out. */
enum case_err	 session_begin(const struct request *, struct reply *,
		    int64_t person_id);
enum case_err	 session_end(const struct request *, struct reply *);

#endif
