/* site.h - does the office's own site answer, as a visitor asks it? */
#pragma once

#include <stddef.h>

struct conf;

/* Ask for the first page: 1 when it comes with 200 and is one of the office, or
 * 0 with a reason.  It takes six seconds at most. */
int	 site_answers(const struct conf *, char *reason, size_t size);
