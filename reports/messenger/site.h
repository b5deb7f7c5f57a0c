/* site.h - does the office's own site answer, as a visitor asks it? */
#pragma once

/* Ask for the first page: 1 when it comes with 200, or 0 with a reason.  It
 * takes six seconds at most. */
int	 site_answers(const char *site, char *reason, unsigned long size);
