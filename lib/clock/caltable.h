/*
 * caltable.h - a calendar as a table of days with running sums.
 *
 * The day of an instant is found by division, the day of an amount by
 * bisection.  Days that work alike share a shape.  All positions inside a day
 * are real seconds since its first instant, so that a change of the zone's
 * offset needs no case of its own.  Which rule a date follows, a holiday, joint
 * leave, a make-up day or the week, is decided here.  Inside lib/clock.
 */
#pragma once

#include "clock/calfile.h"
#include "clock/civil.h"

struct day {
	uint32_t	start;		/* first instant, from `base` */
	uint32_t	before;		/* working seconds before this day */
	uint16_t	ordinal;	/* working days before this day */
	uint16_t	shape;
	uint16_t	week;
	uint16_t	why;		/* index of a name; 0 none */
};

/* One interval [from, to); `before` working seconds earlier in the day. */
struct piece {
	int32_t	from, to, before;
};

struct day_shape {
	uint32_t	first;		/* its pieces */
	uint32_t	count;
	int32_t		total;		/* working seconds */
};

struct calendar {
	struct calfile	 file;
	int		 borrows;	/* all of `file` but the list of
					   outages is another calendar's */
	int64_t		 base;		/* first instant of the first day */
	struct day	*days;		/* CAL_DAYS and one past the end */
	uint16_t	*workdays;	/* index of the n-th working day */
	size_t		 nworkdays;
	const char	**names;	/* 0 is NULL */
	size_t		 nnames;
	struct day_shape	*shapes;	/* 0 is a day off */
	size_t		 nshapes;
	struct piece	*pieces;
	size_t		 npieces;
};

/* Make the table of cal->file; -1 when memory runs out. */
int	 caltable_build(struct calendar *);
void	 caltable_free(struct calendar *);

/*
 * The hours written for day `i`, whose week is known, and what decides them:
 * an override before a make-up day before a holiday before the week.  Leaves
 * the outages of `out` alone.
 */
const struct cal_hours_list	*caltable_written(const struct calendar *,
		    int i, struct cal_reason *out);

/* The instants [from, to) of day `i` as seconds since its local midnight. */
struct cal_hours	 caltable_hours(const struct calendar *, int i,
		    int64_t from, int64_t to);

/* Index of the day of an instant: -1 before the calendar, CAL_DAYS after. */
static inline int
caltable_day(const struct calendar *cal, int64_t t)
{
	int64_t since, i;

	if (t < cal->base)
		return -1;
	since = t - cal->base;
	if (since >= cal->days[CAL_DAYS].start)
		return CAL_DAYS;
	/* A day of 23 or 25 hours moves the division by one. */
	i = since / DAY_SECONDS;
	if (i >= CAL_DAYS)
		i = CAL_DAYS - 1;
	while (cal->days[i].start > since)
		i--;
	while (cal->days[i + 1].start <= since)
		i++;
	return (int)i;
}

static inline const struct day_shape *
caltable_shape(const struct calendar *cal, int i)
{
	return &cal->shapes[cal->days[i].shape];
}

/* The instant `second` seconds into a day. */
static inline int64_t
caltable_instant(const struct calendar *cal, int i, int64_t second)
{
	return cal->base + cal->days[i].start + second;
}

/* The pattern in force at t; beyond the calendar, at its nearer end. */
static inline const struct week *
caltable_week(const struct calendar *cal, int64_t t)
{
	int i = caltable_day(cal, t);

	if (i < 0)
		i = 0;
	if (i == CAL_DAYS)
		i = CAL_DAYS - 1;
	return &cal->file.weeks[cal->days[i].week];
}
