/*
 * holiday.h - days off that a file brings, for people to look at before any
 * counts: iCalendar (RFC 5545) or TSV.
 *
 * Nothing here changes a calendar; what is chosen of a list goes to
 * calendar_add_holidays().
 */
#pragma once

#include <stddef.h>

#include "clock/calendar.h"

#define HOLIDAY_FILE_MAX (1024 * 1024)	/* bytes of a file */

/* The standing of an entry: may it be taken, and if not, why. */
enum holiday_mark {
	HOLIDAY_NEW,		/* may be taken */
	HOLIDAY_UNSURE,		/* tentative: taken only when asked for */
	HOLIDAY_OBSERVED,	/* a day people keep, but work: likewise */
	HOLIDAY_HAVE,		/* the calendar has a holiday on that date */
	HOLIDAY_TWICE,		/* the file has the date earlier */
	HOLIDAY_CANCELLED,	/* or replaced by a later event */
	HOLIDAY_PARTIAL,	/* an event of hours, not of whole days */
	HOLIDAY_BEYOND,		/* not of the calendar's years */
	HOLIDAY_UNREAD,		/* `note` says what is wrong; has no date */
	HOLIDAY__MAX
};

struct holiday {
	struct cal_holiday	 day;	/* its texts belong to the list */
	enum holiday_mark	 mark;
	size_t			 line;	/* of the file, from 1 */
	char			*note;	/* what more there is to say, or NULL */
};

struct holidays {
	struct holiday	*list;	/* by date, then line; the unread last */
	size_t		 count;
};

/* The calendar a file is read for, and the years that are read. */
struct holiday_source {
	const struct calendar	*cal;
	/* Events that repeat are followed in these years only. */
	int			 first_year, last_year;
};

/*
 * Read a file: iCalendar when it begins with BEGIN, else lines of date
 * (2026-12-31), name, and if wanted `libur` or `cuti` and the decree, with
 * tabs between.  0, or -1 with "baris N: reason" in why when the file is
 * damaged: cut off, too large, not UTF-8, a line that is none, and in lines of
 * text a date twice.  A single event that cannot be read is an entry of the
 * list.  Free the list in both cases.
 */
int	 holidays_read(const struct holiday_source *, const char *text,
	    size_t len, struct holidays *, char *why, size_t whysize);
void	 holidays_free(struct holidays *);

/* May it be taken at all?  NEW, UNSURE and OBSERVED may. */
int	 holiday_may_be_taken(const struct holiday *);

/* "baru", "belum pasti", ...: the mark for people. */
const char	*holiday_mark_text(enum holiday_mark);

/* -- for the readers of files ------------------------------------------- */

/* A list that is being filled, and where its fault goes. */
struct holiday_reader {
	const struct holiday_source	*src;
	struct holidays			*out;
	size_t				 room;	/* entries, in `out` */
	char				*why;
	size_t				 whysize;
};

/* Write "baris N: reason" to why and return -1; line 0 names none. */
__attribute__((format(printf, 3, 4)))
int	 holiday_refuse(struct holiday_reader *, size_t line,
	    const char *fmt, ...);

/* Add a copy of an entry, its texts cleaned of what a calendar may not have.
 * Its note may be NULL.  0; -1 when memory runs out or the list is full. */
int	 holiday_add(struct holiday_reader *, const struct holiday *);
