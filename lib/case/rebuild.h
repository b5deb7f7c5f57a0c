/*
 * rebuild.h - the history is the truth: cases, tasks and spans are derived
 * again from their events and compared with the rows.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"


/* A difference: of which case, and what, in words for the reader. */
typedef void rebuild_fault(void *arg, int64_t case_id, const char *what);

/* Compare all cases, calling `fault` for each difference; with `mend` write
 * what the events say.  *cases counts those looked at.  Returns the number of
 * differences, -1 on failure. */
int		 rebuild(struct office *, int mend, rebuild_fault *,
		    void *arg, int64_t *cases);

/* Write the words by which cases are found (case/search.h) anew, as their
 * events say them: 0, or -1 on failure. */
int		 rebuild_words(struct office *);
