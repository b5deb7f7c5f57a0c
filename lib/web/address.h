/*
 * address.h - addresses of our own pages, not those of clients (remote in
 * request.h).  Their beginnings (PATH_SUSUN) are in route.h.
 */
#pragma once

#include <stdint.h>

#include "sop/sop.h"


struct arena;

/* The page on which a task of this kind is done: "/periksa/12". */
char	*address_of_step(struct arena *, enum step_kind, int64_t task);

/* Does it begin with one '/', and hold no space, control character or
 * backslash, so that no browser reads another host into it? */
int	 address_is_ours(const char *);

/* An address with one more parameter, its value percent-encoded; the same when
 * value is NULL or "". */
char	*address_with(struct arena *, const char *address, const char *name,
	    const char *value);
