/*
 * icsraw.h - an iCalendar file that is being read.  Private to lib/case.
 */
#ifndef CALENDAR_ICSRAW_H
#define CALENDAR_ICSRAW_H

#include <libical/ical.h>

#include "calendar/icsfile.h"

/* An event as libical sees it. */
struct ics_event {
	const struct ics_part	*part;
	icalcomponent		*comp;		/* NULL: not to be read */
	const char		*uid;		/* "" when it has none */
	int			 sequence;
	int			 instance;	/* date of its RECURRENCE-ID as
						   20261231, or 0 */
	struct icaltimetype	 first;		/* date */
	int			 span;		/* days; 0: not whole days */
};

struct ics {
	struct holiday_reader	*r;
	struct ics_file		 file;
	struct ics_event	*event;
	icaltimezone		**zone;		/* of the file */
	size_t			 nzones;
	long			 steps;		/* of repetitions, so far */
};

/* A date as 20261231. */
static inline int
ics_number(struct icaltimetype t)
{
	return t.year * 10000 + t.month * 100 + t.day;
}

/*
 * icsday.c: the office's date of a property's time: itself when it is a date;
 * 0, or 1 when it is a time that is not the office's midnight, or -1 when its
 * zone is not known.
 */
int	 ics_office_date(const struct ics *, icalproperty *,
	    struct icaltimetype, struct icaltimetype *out);

/* Find the days of an event; NULL, or why it cannot be read (static). */
const char	*ics_find_days(const struct ics *, struct ics_event *);


/* Add the days of an event, what its rules give, and the dates beside them,
 * each as `as`. */
int	 ics_add_all(struct ics *, const struct ics_event *,
	    struct holiday *as);

/* ics.c: add every day of the event that begins on this date. */
int	 ics_add_days(struct ics *, const struct ics_event *,
	    struct icaltimetype, const struct holiday *as);

#endif
