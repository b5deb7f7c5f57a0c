/*
 * form.h - text as browsers send it: percent-encoding, forms, cookies.
 *
 * Everything is decoded once, here.  What comes out is UTF-8 without NUL;
 * what is not is refused as a whole, since a repaired text is not what the
 * sender meant.  It knows no request and no connection.
 */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include <stddef.h>

#include "web/request.h"

struct arena;

/*
 * Decode "a=1&b=2" into fields in the order given; names and values live in
 * the arena.  0; -1 when a name or value is no valid text; -2 when there are
 * more than `max` fields.
 */
int	 form_decode(struct arena *, const char *text, size_t len, size_t max,
	    struct field **fields, size_t *count);

/*
 * The value of a cookie in a Cookie header, copied to buf: its length, or -1
 * when there is none of this name, it does not fit, or it holds anything but
 * the characters of RFC 6265.  The first of several counts.
 */
int	 cookie_get(const char *header, const char *name, char *buf,
	    size_t size);

#endif
