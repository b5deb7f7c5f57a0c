/*
 * idempotency.h - the key under which an act is done once, however often its
 * form is sent.
 *
 * The page puts a random token into the field "kunci" (request_token()).  The
 * key is that token signed for the session and the path, so that it answers
 * for nobody else; the case library refuses a second act of one key
 * (CASE_REPEATED).
 */
#pragma once

struct request;

/* The key of a form and all that was typed in it: sent again after going back
 * and writing something else, it is another act.  It lives as long as the
 * request; NULL when the form has no "kunci", or one that is too long. */
const char	*idempotency_key(const struct request *);

/* The key of the form itself, which begins one case whatever is typed in it;
 * NULL likewise. */
const char	*idempotency_key_once(const struct request *);
