/*
 * icsfile.h - the shape of an iCalendar file (RFC 5545 3.1): lines unfolded,
 * components closed, events and time zones cut out with their lines.  Knows no
 * property but a few names.  For ics.c.
 */
#ifndef CALENDAR_ICSFILE_H
#define CALENDAR_ICSFILE_H

#include "calendar/holiday.h"

/* A component cut out, each line unfolded and ended by CRLF. */
struct ics_part {
	size_t		 line;		/* of its BEGIN, from 1 */
	char		*text;
	size_t		 len;
	size_t		 fault_line;	/* of a line in it that is none, or 0 */
	const char	*fault;		/* what is wrong with that; static */
	int		 cancelled;	/* in a calendar of METHOD:CANCEL */
};

struct ics_parts {
	struct ics_part	*list;
	size_t		 count;
};

struct ics_file {
	struct ics_parts	 events;	/* what matters of VEVENTs */
	struct ics_parts	 zones;		/* each VTIMEZONE whole */
};

/* Read; 0, or -1 with the fault.  Free in both cases. */
int	 icsfile_read(struct ics_file *, struct holiday_reader *,
	    const char *text, size_t len);
void	 icsfile_free(struct ics_file *);

#endif
