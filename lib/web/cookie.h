/*
 * cookie.h - cookies as browsers send them.  How one is set says reply.h, how
 * ours are named session.h.
 */
#pragma once

#include <stddef.h>

/*
 * The value of a cookie in a Cookie header, copied to buf with a NUL: its
 * length, or -1 when there is none of this name, it does not fit, or it holds
 * anything but the characters of RFC 6265.  The first of several counts.
 */
int	 cookie_get(const char *header, const char *name, char *buf,
	    size_t size);
