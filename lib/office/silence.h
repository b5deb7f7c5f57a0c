/*
 * silence.h - is the machine's clock far ahead?
 *
 * The history tells: nobody has been silent for longer than the office ever
 * was.  What is done without anybody asking, tick and messenger, does nothing
 * at such an instant: it would open the evaluations of years, and send what
 * cannot be called back.  An administrator whose office really slept says so
 * with silence_confirm(), which is an event and ends the silence.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

struct change;

/*
 * CASE_OK, or CASE_STATE when `now` is more than a day past the newest event
 * plus the office's longest silence so far, which counts as a fortnight at
 * least: a young office has not had its longest holidays yet.  Events later
 * than `now`, made by a clock that was ahead, are passed over.  An office
 * without history is never silent.  CASE_DB.
 */
enum case_err	 silence_check(struct office *, int64_t now);

/* Record that the clock is right, where silence_check() refuses it: an event of
 * the unit with the name of the system user who says so.  CASE_REPEATED when
 * there is nothing to confirm; CASE_BUSY, CASE_DB. */
enum case_err	 silence_confirm(struct office *, const struct change *,
		    const char *user);
