/*
 * visitor.h - the case of a visitor without account: that of the tracking code
 * which the browser keeps in a cookie.
 *
 * Forms about the case carry the code as well, so that one which is sent when
 * the cookie has gone (request.h, stale) is shown again.
 */
#pragma once

struct case_row;
struct page;
struct reply;
struct request;

#define VISITOR_CODE "kode-lacak"	/* the form's field */

/* The case of the cookie; of a stale form whose browser has lost it, that of
 * the form's code, which the browser is given again: 1.  0 when there is
 * none, or after too many wrong codes. */
int	 visitor_case(const struct request *, struct reply *,
	    struct case_row *);

/* Let a form about this case carry its code (section HIDDEN). */
void	 visitor_carry(const struct request *, struct page *,
	    const struct case_row *);
