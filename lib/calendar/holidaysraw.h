/*
 * holidaysraw.h - lists of holidays as they are filled.  Private to lib/case.
 */
#ifndef CALENDAR_HOLIDAYSRAW_H
#define CALENDAR_HOLIDAYSRAW_H

#include "calendar/holiday.h"

/* A list that is being filled, and where its fault goes. */
struct holiday_reader {
	const struct holiday_source	*src;
	struct holidays			*out;
	size_t				 room;
	char				*why;
	size_t				 whysize;
};

/* Write "baris N: reason" and return -1; line 0 names none. */
__attribute__((format(printf, 3, 4)))
int	 holiday_refuse(struct holiday_reader *, size_t line,
	    const char *fmt, ...);

/* Add an entry: texts are copied, and cleaned of what a calendar may not have.
 * A note may be NULL.  -1 when memory runs out or the list is full. */
int	 holiday_add(struct holiday_reader *, const struct holiday *);

/* Is the text UTF-8 (RFC 3629)? */
int	 holiday_is_utf8(const char *text);

/* ics.c: read an iCalendar text without controls. */
int	 ics_read(struct holiday_reader *, const char *text,
	    size_t len);

#endif
