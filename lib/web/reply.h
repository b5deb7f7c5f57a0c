/*
 * reply.h - the answer to a request: status, headers, body; sent once, after
 * it is complete.
 *
 * Every function that makes a whole answer returns its HTTP status, so that a
 * handler can end with `return reply_page(...)`.  Made anew, an answer takes
 * the place of the one before; headers and cookies set before stay.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "office/audit.h"
#include "office/office.h"

struct arena;
struct gateway;
struct page;
struct reply;
struct request;

/* 303 See Other to an address of ours (begins with '/'; the site's prefix is
 * put before it when it is sent). */
int	 reply_redirect(struct reply *, const char *address);

/* 308 Permanent Redirect: what begins with `from` has moved to `to`, the rest
 * of the address and its query as they were. */
int	 reply_moved(struct reply *, const struct request *, const char *from,
	    const char *to);

/* A page: `frame` comes from frame_new(), its body is filled.  Frees it. */
int	 reply_page(struct reply *, const struct request *, int status,
	    const char *title, struct page *frame);

/* The page of an error: 400, 403, 404, 405, 409, 413 ..., in words; a NULL
 * message is the usual one of the status.  The texts of a form that came to
 * nothing are shown again (form_typed()). */
int	 reply_error(struct reply *, const struct request *, int status,
	    const char *message);

/* To the log-in and back here afterwards (303).  A form that came in after the
 * session had ended is not sent again behind the person's back: its texts are
 * shown, with the way to the log-in (403). */
int	 reply_login(struct reply *, const struct request *);

/* To the second code, likewise; a form goes along, with its files where they
 * were kept. */
int	 reply_prove(struct reply *, const struct request *);

/* Before a table with personal data goes out of the office: 0, and the record
 * of security has it as this kind of export; or the status of a reply that asks
 * for the second code first.  An institution's list is its own: it is asked for
 * none. */
int	 reply_export(struct reply *, const struct request *,
	    enum audit_kind);

/* Where such a form comes by again, its fields named FORM_CARRIED and their
 * names (form.h): a page whose button sends it on to its address. */
struct reply_words {
	const char	*title, *text, *button;
};
int	 reply_carried(struct reply *, const struct request *,
	    const char *address, const struct reply_words *);

/* The page of a refusal of the case library: 404, 403, 409, 422, 503 or 500,
 * with office_why() where that is for the reader. */
int	 reply_case_error(struct reply *, const struct request *,
	    enum case_err);

/* A header line of our own; value must hold no control character. */
void	 reply_header(struct reply *, const char *name, const char *value);
/* Set, or with a NULL value clear, a cookie (HttpOnly, SameSite=Lax, its path
 * the site's; Secure as configured) under session_cookie_name().  It lasts
 * until the browser is closed. */
void	 reply_cookie(struct reply *, const struct request *, const char *name,
	    const char *value);
/* Likewise, one that the browser keeps for so many days. */
void	 reply_cookie_days(struct reply *, const struct request *,
	    const char *name, const char *value, int days);
/* The answer of this status, made before, holds nothing of a person: a browser
 * may keep it, as long as nobody is logged in.  Without this call no cache
 * keeps it.  Returns the status. */
int	 reply_public(struct reply *, int status);
/* Such a page gets a tag of its bytes (ETag), and a browser that has them 304
 * without them.  Any other answer stays as it is.  The status of the answer. */
int	 reply_tagged(struct reply *, const struct request *, int status);
/* Bytes of a type of their own (CSV, PNG); data is copied. */
int	 reply_bytes(struct reply *, const char *type, const void *, size_t);
/* A list that grows with the office, written into a tmpfile(3) and sent from
 * there: no memory is as long as it.  Closes the file. */
int	 reply_written(struct reply *, const struct request *,
	    const char *type, FILE *);
/* Bytes made for this visitor, to be saved under a name or shown. */
int	 reply_attachment(struct reply *, const char *type, const char *name,
	    const void *, size_t);
int	 reply_shown(struct reply *, const char *type, const char *name,
	    const void *, size_t);
/* May a stored file be given?  0; else the status of the reply: 409 when it is
 * in quarantine (upload/quarantine.h), 500 when it is missing or not what was
 * stored (damage.h).  For a caller that has to know before an act. */
int	 reply_file_ready(struct reply *, const struct request *,
	    const char *hash);
/* A stored file as an attachment, or shown when inline_ and the type is
 * harmless (PDF, PNG, JPEG).  It is read once before its first byte leaves, so
 * that nobody gets another content than was stored; refused as above. */
int	 reply_file(struct reply *, const struct request *, const char *hash,
	    const char *type, const char *name, int inline_);

/* For the loop: a reply, and sending it.  reply_send() answers 0, or -1 when
 * the client has gone; an open file is closed either way. */
struct reply	*reply_new(struct arena *);
int		 reply_send(struct reply *, const struct request *, int status,
		    struct gateway *);

/* Answer 413, in a page that needs nothing else: the request takes too much. */
void		 reply_too_large(struct gateway *);

/* Answer 503, when there is no office to answer from, with a line of text or,
 * for NULL, a page that needs nothing else; it may be asked again after so many
 * seconds. */
void		 reply_unavailable(struct gateway *, const char *line,
		    int seconds);
