/*
 * ics.h - days off as an iCalendar file (RFC 5545): reading and writing.
 *
 * Read are events of whole days, with what was left out and what was cancelled.
 * An event may come again each year on its date, and on dates that are listed
 * (RDATE); one with another rule is not read.  libical knows the format.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct calendar;
struct holiday_reader;

/*
 * Read an iCalendar text that holds no controls, and add each day of its
 * events to the reader's list, unsorted.  0, or -1 with the fault in the
 * reader's `why`.  An event that cannot be read is an entry marked
 * HOLIDAY_UNREAD.
 */
int	 ics_read(struct holiday_reader *, const char *text, size_t len);

/*
 * The days off of these years as an iCalendar file, `now` as its time stamp:
 * holidays, joint leave, and dates closed by an override.  Text to be freed
 * with free(), or NULL when memory runs out.
 */
char	*ics_write(const struct calendar *, int first_year, int last_year,
	    int64_t now);
