/*
 * sweep.h - files that came in and belong to nothing: of forms that were given
 * up, of requests that were cut; drafts past their end (case/draft.h); and
 * codes in messages that were sent (message/secret.h).
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

/*
 * Remove files that no document names and nobody has sent or taken up for a
 * day.  Does so once an hour, however often it is asked.  CASE_OK with their
 * number in *removed; CASE_REPEATED when it was done in the last hour;
 * CASE_BUSY, CASE_DB.
 */
enum case_err	 sweep_files(struct office *, int64_t now, int *removed);
