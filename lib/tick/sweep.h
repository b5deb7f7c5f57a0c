/*
 * sweep.h - files that came in and belong to nothing: of forms that were given
 * up, of requests that were cut; and drafts past their end (case/draft.h).
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

/*
 * Remove files that no document names and nobody has sent or taken up for a
 * day.  Does so once a day, however often it is asked.  CASE_OK with their
 * number in *removed; CASE_REPEATED when it was done today; CASE_BUSY, CASE_DB.
 */
enum case_err	 sweep_files(struct office *, int64_t now, int *removed);
