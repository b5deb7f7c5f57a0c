/*
 * closed.h - months whose figures are closed: what happened in one cannot be
 * changed, taken back or recorded any more.
 *
 * The room month closes them and freezes their figures; an act that records
 * an instant asks here.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"


/* Is the month of the instant (seconds UTC, in the office's own time) closed?
 * 1 or 0; 0 also when the office has no calendar yet or the database fails. */
int		 office_month_is_closed(struct office *, int64_t instant);

/*
 * The closing of a month, 1 .. 12: 1 with the instant of it and the calendar
 * version the figures were made by; 0 when the month is open; -1 on a failure
 * of the database.  Outputs are untouched unless 1.
 */
int		 office_month_closing(struct office *, int year, int month,
		    int64_t *closed_at, int64_t *calendar_id);
