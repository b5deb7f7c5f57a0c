/*
 * calendar.h - office time: which seconds are working time, and arithmetic
 * over them.
 *
 * A calendar is immutable.  Instants are seconds since 1970, UTC; the office's
 * time zone is part of the calendar (a table of transitions), so nothing here
 * reads the process's time zone or the wall clock.  Working time is a set of
 * half-open intervals [start, end) per local date: the weekly pattern in force
 * on that date (Ramadan has its own), minus holidays and joint leave, plus
 * make-up days, plus overrides of one date, minus recorded outages.
 * It knows no database, no SOP and no person.
 *
 *	struct calendar *cal = calendar_parse(yaml, len, why, sizeof(why));
 *	due = calendar_add(cal, received_at, 480 * 60);
 */
#ifndef CLOCK_CALENDAR_H
#define CLOCK_CALENDAR_H

#include <stddef.h>
#include <stdint.h>

struct calendar;

/* A local date and time of day in the office's zone. */
struct cal_local {
	int	 year;		/* 2015 .. 2050 */
	int	 month;		/* 1 .. 12 */
	int	 day;		/* 1 .. 31 */
	int	 hour;		/* 0 .. 23 */
	int	 minute;	/* 0 .. 59 */
	int	 second;	/* 0 .. 59 */
	int	 weekday;	/* 1 Monday .. 7 Sunday */
	int	 offset;	/* seconds east of UTC */
};

/* One line of an explanation: what a date adds to a count of working time. */
struct cal_day {
	int		 year, month, day, weekday;
	int		 working;	/* is it a working day? */
	const char	*why;		/* holiday or override name, else NULL;
					   lives as long as the calendar */
	int64_t		 counted;	/* working seconds counted on it */
	int64_t		 total;		/* running total, seconds */
};

/*
 * Make a calendar from its YAML text (calendar(5): zone, weekly patterns with
 * validity, holidays, make-up days, overrides, outages).
 *
 * Returns a calendar to be freed with calendar_free(), or NULL with the
 * reason, line and field in `why` (Indonesian, for the person who edits it).
 * Overlapping intervals, an interval that ends before it starts and a date
 * given twice are refused.
 */
struct calendar	*calendar_parse(const char *yaml, size_t len, char *why,
		    size_t whysize);
void		 calendar_free(struct calendar *);

/* Working seconds in [a, b); negative when b is before a. */
int64_t	 calendar_elapsed(const struct calendar *, int64_t a, int64_t b);

/*
 * The first instant t >= start with calendar_elapsed(start, t) == seconds.
 * An amount that runs out exactly at closing time is due at closing time, not
 * at the next opening.  0 gives start itself.  INT64_MAX beyond the calendar.
 */
int64_t	 calendar_add(const struct calendar *, int64_t start, int64_t seconds);

/*
 * The end of working time of the n-th working day after the day of receipt
 * (n >= 1; 0 gives the end of the day of receipt).  Received after closing,
 * or on a day off, counts as received on the next working day.
 */
int64_t	 calendar_day_end(const struct calendar *, int64_t start, int n);

/* Working days whose date lies in (date of a, date of b]; negative if b < a. */
int	 calendar_days(const struct calendar *, int64_t a, int64_t b);

/* Is t inside working time?  The next (>= t) and previous (<= t) such instant:
 * next is t itself or an opening; previous is t itself or a closing. */
int	 calendar_is_open(const struct calendar *, int64_t t);
int64_t	 calendar_next(const struct calendar *, int64_t t);
int64_t	 calendar_prev(const struct calendar *, int64_t t);

/* Local time of an instant, and the instant of a local time. */
void	 calendar_local(const struct calendar *, int64_t t, struct cal_local *);
int64_t	 calendar_instant(const struct calendar *, int year, int month,
	    int day, int hour, int minute, int second);

/* First instant of a month in the office's zone (month 13 is next January). */
int64_t	 calendar_month(const struct calendar *, int year, int month);

/* Name of the zone for people: "WIB", "WITA", "WIT", "UTC". */
const char	*calendar_zone(const struct calendar *);

/* Does the year have holiday data?  Without, the weekly pattern decides. */
int	 calendar_year_known(const struct calendar *, int year);

/* Is the local date of t a working day; why not (holiday name) or NULL. */
int	 calendar_is_workday(const struct calendar *, int64_t t,
	    const char **why);

/* Typical working seconds of a day, for speaking of time left: the longest
 * of the pattern in force at t (27,000 = 7.5 hours; 23,400 in Ramadan). */
int64_t	 calendar_day_length(const struct calendar *, int64_t t);

/*
 * Explain calendar_elapsed(a, b) day by day, oldest first.  Fills at most
 * `max` days and returns how many there are.
 */
size_t	 calendar_explain(const struct calendar *, int64_t a, int64_t b,
	    struct cal_day *days, size_t max);

#endif
