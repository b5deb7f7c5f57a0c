/*
 * calwrite.h - an entry of a calendar's text, as its lines, in which texts
 * stand in quotes.  Private to lib/clock.
 */
#ifndef CALENDAR_CALWRITE_H
#define CALENDAR_CALWRITE_H

#include <stdio.h>

#include "clock/calendar.h"

/* An outage and the two local times that its instants are. */
struct local_outage {
	const struct cal_outage	*what;
	struct cal_local	 from, to;
};

/* The dash stands behind `indent` columns; the entry is a struct cal_holiday,
 * or a struct local_outage. */
void	 write_holiday(FILE *, int indent, const void *entry);
void	 write_outage(FILE *, int indent, const void *entry);

#endif
