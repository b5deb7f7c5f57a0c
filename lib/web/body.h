/*
 * body.h - reading the body of a POST into fields and uploads.
 *
 * The length is counted while reading: CONTENT_LENGTH may be missing or empty
 * (chunked uploads), and when it is there what comes must be that long.
 */
#pragma once

#include <stdint.h>

struct gateway;
struct request;
struct uploads;

#define BODY_TEXT_MAX (1024 * 1024)	/* bytes of all values of a form */
#define BODY_FIELDS_MAX 500
#define BODY_PARTS_MAX 500	/* fields and files of a multipart form */
#define BODY_FILES_MAX 5	/* files of the largest size, together */

/*
 * Read the request's body: 0, or the HTTP status of what is wrong: 400 (cut,
 * malformed, no UTF-8), 413 (too large), 415 (no form).  `uploads` takes the
 * files; NULL where none are expected: a form with files is then a 415.
 */
int	 body_read(struct request *, struct gateway *, struct uploads *,
	    int64_t upload_max);
