/*
 * body.h - reading the body of a POST into fields and uploads.
 *
 * The length is counted while reading: CONTENT_LENGTH may be missing or empty
 * (chunked uploads), and when it is there what comes must be that long.  How
 * much may come says base/price.h.
 */
#pragma once

#include <stdint.h>

struct gateway;
struct request;
struct uploads;

/*
 * Read the request's body: 0, or the HTTP status of what is wrong: 400 (cut,
 * malformed, no UTF-8), 413 (too large), 415 (no form).  `uploads` takes the
 * files; NULL where none are expected: a form with files is then a 415.  *why
 * is a sentence for the visitor, in the arena, or NULL: what the status says.
 */
int	 body_read(struct request *, struct gateway *, struct uploads *,
	    int64_t upload_max, const char **why);
