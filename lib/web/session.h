/*
 * session.h - the visitor of a request, known by his cookies.
 *
 * An account's session is a random token in the cookie "sopap", known to the
 * database by its hash (people/login_session.h).  A visitor without account has
 * a random cookie as well, once a page was shown: the CSRF token of the forms
 * is that value signed with the server key, so it cannot be made up for a
 * cookie that another site managed to set.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/audit.h"
#include "office/office.h"

struct reply;
struct request;

#define SESSION_COOKIE "sopap"
#define SESSION_TOKEN_LEN 64	/* of the token against forgery */
#define VISIT_COOKIE "sopap-kunjungan"
#define NOTICE_COOKIE "sopap-kabar"
#define DEVICE_COOKIE "sopap-peramban"
#define PROOF_COOKIE "sopap-bukti"	/* whose case it is was shown */
#define TRACK_COOKIE "lacak"	/* the tracking code last given */

/* Fill req->session, req->visit and req->notice from the cookies.  CASE_OK,
 * also when nobody is logged in; CASE_BUSY, CASE_DB. */
enum case_err	 session_load(struct request *);

/* Does the official stand at a counter (people/counter_desk.h)?  It is asked of
 * the database once, however often a page does. */
int		 session_has_desk(const struct request *);

/* Does the form carry the token of this session or visit? */
int		 session_csrf_ok(const struct request *);

/* The name under which browsers know a cookie, and its value in this request:
 * its length, or -1 (cookie_get()). */
const char	*session_cookie_name(const struct request *, const char *name);
int		 session_cookie(const struct request *, const char *name,
		    char *buf, size_t size);

/*
 * The hex signature of a text that a page carries, for one purpose (a word)
 * and this session or visit: what was signed for somebody else, or for
 * something else, is not signed.
 */
const char	*session_sign(const struct request *, const char *purpose,
		    const char *text);
int		 session_signed(const struct request *, const char *purpose,
		    const char *text, const char *hex);
/* The same for the visit whose token the form has, with which it comes back. */
const char	*session_sign_again(const struct request *, const char *purpose,
		    const char *text);
/* Was it signed for the visit whose token a stale form has (request.h)? */
int		 session_signed_before(const struct request *,
		    const char *purpose, const char *text, const char *hex);

/* The name this browser was given when somebody last logged in with it, if
 * that was by this login; else NULL. */
const char	*session_device(const struct request *, const char *login);
/* Give it one for this login. */
void		 session_name_device(const struct request *, struct reply *,
		    const char *login);

/* Leave a line for the next page of this visitor, shown there once: "Berkas
 * K-2026-0412 diteruskan ke ...".  Each further line is a link beside it, the
 * address of ours, a blank and its words.  For use before reply_redirect(); a
 * text too long for a cookie is not left. */
void		 session_notice(struct reply *, const struct request *,
		    const char *text);

/* Write down what the visitor did here (office/audit.h), with the page's path
 * where that is no secret. */
void		 session_audit(const struct request *, enum audit_kind,
		    enum audit_outcome);

/* Is it the password of the session's person?  CASE_OK; CASE_DENIED, saying so;
 * CASE_STATE after too many tries; CASE_BUSY, CASE_DB. */
enum case_err	 session_confirm(const struct request *, const char *password);
/* The person has shown the second factor (people/factor.h): for a quarter of an
 * hour req->session.proved is 1. */
enum case_err	 session_prove(const struct request *);
/* Are second codes asked for in this office, and was none shown just now? */
int		 session_lacks_proof(const struct request *);

/* Log a person in, after login_check(); log the session's person out. */
enum case_err	 session_begin(const struct request *, struct reply *,
		    int64_t person_id);
/* The same after a PIN at a counter, which opens what routes.tsv says. */
enum case_err	 session_begin_pin(const struct request *, struct reply *,
		    int64_t person_id);
enum case_err	 session_end(const struct request *, struct reply *);
