/*
 * plate.h - what the office calls itself and tells the public, as a page or a
 * paper bears it (office/nameplate.h); read once a request.
 */
#pragma once

#include <stdint.h>

#include "office/nameplate.h"

struct request;

/* The set that counts now; that of another instant.  As long as the request. */
const struct nameplate	*plate_now(const struct request *);
const struct nameplate	*plate_at(const struct request *, int64_t at);

/* The hours and the notice of now in the language of the page; "" when there
 * is none. */
const char	*plate_hours(const struct request *);
const char	*plate_notice(const struct request *);
