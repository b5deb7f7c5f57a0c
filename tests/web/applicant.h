/*
 * applicant.h - a request from outside, written page by page through the real
 * program, for tests.
 */
#pragma once

#include "tests/web/cgi.h"

struct office;

/* Begin a request at `path` ("/ajukan/SLUG") and fill in its pages with what
 * each field takes, `over` ("nama=x") in place of one; the file is named
 * `file`, and left out when that is NULL.  Stops at the page that is refused
 * (422), else at that of the answers (303 to it); its address. */
const char	*applicant_write(struct office *, struct visitor *,
		    const char *path, const char *over, const char *file);

/* Look at the answers at this address and send them, agreeing to all. */
void		 applicant_send(struct visitor *, const char *check);
