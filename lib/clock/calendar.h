/*
 * calendar.h - office time: the seconds that are working time, and arithmetic
 * over them.
 *
 * A calendar is immutable.  Instants are seconds since 1970, UTC; the office's
 * time zone is part of the calendar (a table of transitions), so nothing here
 * reads the process's time zone or the wall clock.  Working time is a set of
 * half-open intervals [start, end) per local date: the weekly pattern in force
 * on that date (Ramadan has its own), minus holidays and joint leave, plus
 * make-up days, plus overrides of one date, minus recorded outages.
 * It knows no database, no SOP and no person.  The files calendar*.c are what
 * others see; cal*.h and zone.h are inside: the file as read (calfile.h, over
 * calyaml.h) and the table of days made of it (caltable.h).
 *
 *	struct calendar *cal = calendar_parse(yaml, len, why, sizeof(why));
 *	due = calendar_add(cal, received_at, 480 * 60);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct calendar;

/* The years a calendar spans; outside them there is no working time. */
#define CAL_FIRST_YEAR	2005
#define CAL_LAST_YEAR	2050

/* A local date and time of day in the office's zone. */
struct cal_local {
	int	 year;		/* 2005 .. 2050 */
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

/* An interval [from, to) of a date, seconds since its local midnight. */
struct cal_hours {
	int32_t	from, to;
};

/* Intervals of a date as the calendar file writes them, in order. */
#define CAL_HOURS_MAX	8
struct cal_hours_list {
	struct cal_hours	list[CAL_HOURS_MAX];
	int			count;
};

/* A date; year 0 means none. */
struct cal_date {
	int	year, month, day;
};

/* A holiday or day of joint leave; texts live as long as the calendar. */
struct cal_holiday {
	int		 year, month, day, weekday;
	int		 joint;		/* joint leave (cuti bersama)? */
	const char	*name;
	const char	*decree;	/* or NULL */
};

/* A recorded outage; texts live as long as the calendar. */
struct cal_outage {
	int64_t		 from, to;	/* seconds UTC */
	const char	*name;
	const char	*evidence;	/* or NULL */
	const char	*unit;		/* whose; NULL: the whole office's */
};

/* The rule that decides the hours of a date, before outages are taken out. */
enum cal_rule {
	CAL_RULE_WEEK,		/* the weekly pattern in force */
	CAL_RULE_HOLIDAY,
	CAL_RULE_JOINT,		/* joint leave (cuti bersama) */
	CAL_RULE_MAKEUP,	/* works like another weekday */
	CAL_RULE_OVERRIDE,	/* has hours of its own */
	CAL_RULE__MAX
};

/* Why a date has the hours it has; texts live as long as the calendar. */
struct cal_reason {
	enum cal_rule	 rule;
	int		 weekday;	/* of the date */
	int		 working;	/* is it a working day? */
	const char	*name;		/* of the pattern, holiday, ... */
	const char	*decree;	/* or NULL */
	int		 like;		/* make-up: this weekday, else 0 */
	int		 outages;	/* that take something out of it */
	const char	*outage;	/* the first of them, or NULL */
	const char	*evidence;	/* of that one, or NULL */
};

/* A weekly pattern; texts live as long as the calendar. */
struct cal_pattern {
	const char		*name;
	const char		*decree;	/* or NULL */
	struct cal_date		 from, until;	/* both included */
	struct cal_hours_list	 day[7];	/* Monday first */
};

/*
 * Make a calendar from its YAML text (sopap-calendar(5): zone, weekly patterns
 * with validity, holidays, make-up days, overrides, outages).
 *
 * Returns a calendar to be freed with calendar_free(), or NULL with the
 * line, field and reason in `why` (Indonesian, for the person who edits it).
 * Overlapping intervals, an interval that ends before it starts, a date
 * given twice and an unknown key are refused.
 */
struct calendar	*calendar_parse(const char *yaml, size_t len, char *why,
		    size_t whysize);
void		 calendar_free(struct calendar *);

/*
 * The calendar of a unit: what a calendar says, with the outages of these
 * units (a unit and those it belongs to, NULL ends the list) beside those of
 * the whole office, which alone count in the calendar itself.  It borrows from
 * `base` and must not outlive it; calendar_free().  NULL: no memory.
 */
struct calendar	*calendar_of_unit(const struct calendar *base,
		    const char *const *units);
/* Is there an outage of one of these units (NULL: of any unit)? */
int		 calendar_has_unit(const struct calendar *,
		    const char *const *units);

/* Working seconds in [a, b); negative when b is before a.  Here and below any
 * instant may be asked for; beyond the calendar's years nothing is counted. */
int64_t	 calendar_elapsed(const struct calendar *, int64_t a, int64_t b);

/*
 * The first instant t >= start with calendar_elapsed(start, t) == seconds.
 * An amount that runs out exactly at closing time is due at closing time, not
 * at the next opening.  0 or less gives start itself.  INT64_MAX beyond the
 * calendar.
 */
int64_t	 calendar_add(const struct calendar *, int64_t start, int64_t seconds);

/*
 * The end of working time of the n-th working day after the day of receipt
 * (n >= 1; 0 gives the end of the day of receipt).  Received after closing
 * (the instant of closing is not working time), or on a day off, counts as
 * received on the next working day.  INT64_MAX beyond the calendar.
 */
int64_t	 calendar_day_end(const struct calendar *, int64_t start, int n);

/*
 * Working days whose date lies in (date of a, date of b]; negative if b < a.
 * A working day is a date with any working time left after holidays and
 * outages.
 */
int	 calendar_days(const struct calendar *, int64_t a, int64_t b);

/* Is t inside working time?  The next (>= t) and previous (<= t) such instant:
 * next is t itself or an opening, INT64_MAX when there is none; previous is t
 * itself or a closing, INT64_MIN when there is none. */
int	 calendar_is_open(const struct calendar *, int64_t t);
int64_t	 calendar_next(const struct calendar *, int64_t t);
int64_t	 calendar_prev(const struct calendar *, int64_t t);

/* Local time of an instant (years 1 to 9999, beyond them their end), and the
 * instant of a local time; a month or day past its end runs into the next. */
void	 calendar_local(const struct calendar *, int64_t t, struct cal_local *);
int64_t	 calendar_instant(const struct calendar *, int year, int month,
	    int day, int hour, int minute, int second);

/*
 * Read an ISO 8601 instant of the calendar's years: "2026-01-05T07:30",
 * seconds and an offset ("Z", "+07:00", "+0700", "+07") if wanted; without an
 * offset it is a time of the office.  0, or -1 when it is none; `out` is then
 * untouched.
 */
int	 calendar_read(const struct calendar *, const char *text,
	    int64_t *out);

/* Write "2026-01-05T07:30:00+07:00", with the office's offset, into buf of
 * at least CAL_TEXT_SIZE bytes and return it. */
#define CAL_TEXT_SIZE	48
const char	*calendar_write(const struct calendar *, int64_t t, char *buf);

/* First instant of a month in the office's zone (month 13 is next January). */
int64_t	 calendar_month(const struct calendar *, int year, int month);

/* "senin" .. "minggu" for 1 .. 7, as the calendar file has them. */
const char	*calendar_weekday(int weekday);

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
 * The lists below fill at most `max` elements and return how many there are.
 *
 * Explain calendar_elapsed(a, b) day by day, oldest first, from the date of
 * the earlier instant to that of the last second before the later one.  When
 * b is before a, counts and totals are negative.
 */
size_t	 calendar_explain(const struct calendar *, int64_t a, int64_t b,
	    struct cal_day *days, size_t max);

/* Holidays and joint leave of a year by date. */
size_t	 calendar_holidays(const struct calendar *, int year,
	    struct cal_holiday *out, size_t max);

/* Outages, of the office and of its units, that touch [from, to). */
size_t	 calendar_outages(const struct calendar *, int64_t from, int64_t to,
	    struct cal_outage *out, size_t max);

/* Working intervals of a date, outages taken out. */
size_t	 calendar_hours(const struct calendar *, int year, int month, int day,
	    struct cal_hours *out, size_t max);

/* The reason for the hours of a date: 0, or -1 beyond the calendar's years. */
int	 calendar_reason(const struct calendar *, int year, int month, int day,
	    struct cal_reason *out);

/* Does a date have the same hours in both, and for the same reason? */
int	 calendar_same_date(const struct calendar *, const struct calendar *,
	    int year, int month, int day);

/* The reason in words for people, with the decree: "Hari biasa (Perpres
 * 21/2023)", "akhir pekan", "Isra Mikraj (SKB ...); gangguan: Listrik padam".
 * Writes into buf of at least CAL_REASON_SIZE bytes and returns it. */
#define CAL_REASON_SIZE	2400
const char	*calendar_reason_text(const struct cal_reason *, char *buf);

/* One word for it: "kerja", "libur", "cuti" or "tutup" (a weekend, or hours
 * taken away). */
const char	*calendar_reason_word(const struct cal_reason *);

/* The weekly pattern in force at t. */
void	 calendar_pattern(const struct calendar *, int64_t t,
	    struct cal_pattern *out);
