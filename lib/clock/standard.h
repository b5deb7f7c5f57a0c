/*
 * standard.h - the time standard of an SOP row ("10-20 menit", "2 hari"), its
 * two instants, and the later one explained day by day.
 *
 * Pure functions of (calendar, instants, standard).
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "clock/calendar.h"

enum time_unit {
	UNIT_SECOND,		/* detik: working seconds */
	UNIT_MINUTE,		/* menit */
	UNIT_HOUR,		/* jam */
	UNIT_DAY,		/* hari: working days */
	UNIT__MAX
};

/* The time that a limit measures. */
enum time_measure {
	MEASURE_WORK,		/* time in hand, outside waits excluded */
	MEASURE_TURNAROUND,	/* receipt to finish, outside waits excluded */
	MEASURE_ELAPSED,	/* real time, day and night */
	MEASURE__MAX
};

struct standard {
	int32_t			min;	/* in `unit`; min == max: one figure */
	int32_t			max;
	enum time_unit		unit;
	enum time_measure	measure;
};

/*
 * Read "10-20 menit", "1 - 2 hari", "480 Menit", "30 detik" (any case, en dash
 * too).  Returns 0, or -1 when it is not a standard; `out` is then untouched.
 * The measure becomes the usual one: turnaround for hari, work otherwise.
 */
int	 standard_parse(const char *text, struct standard *out);

/* "10-20 menit" as the page writes it, with an en dash; buf gets it. */
const char	*standard_text(const struct standard *, char *buf, size_t size);

/* Working seconds of `n` units when the unit is not a day; n * day otherwise,
 * where `day` is calendar_day_length(): for bars and shares only. */
int64_t	 standard_seconds(const struct standard *, int32_t n, int64_t day);

/*
 * Both instants of a standard counted from `start`: work and turnaround in
 * office time (hari: the end of the n-th working day after receipt), elapsed
 * in real time.  `moved` working seconds (outside waits) move both.
 */
void	 standard_due(const struct calendar *, const struct standard *,
	    int64_t start, int64_t moved, int64_t *min_at, int64_t *max_at);

/* One date of a deadline, and the time it adds. */
struct due_day {
	int			 year, month, day;
	struct cal_reason	 reason;	/* of its hours; its weekday */
	int			 nth;		/* hari: 0 the day of receipt,
						   then 1 .. n; else -1 */
	int64_t			 from, to;	/* seconds between these count;
						   equal when none does */
	int64_t			 counted;	/* seconds counted on it */
	int64_t			 total;		/* running total, seconds */
};

/*
 * Explain the later instant of standard_due() day by day, from the date of
 * `start` to the date it falls on (a due at midnight belongs to the day that
 * ends).  In hari the days are numbered, and only `moved` seconds are counted,
 * after the n-th.  Fills at most `max` and returns how many there are; 0 when
 * the due lies beyond the calendar.
 */
size_t	 standard_explain(const struct calendar *, const struct standard *,
	    int64_t start, int64_t moved, struct due_day *days, size_t max);

/* The intervals of such a day that were counted, at most `max`; returns how
 * many there are. */
size_t	 standard_explain_hours(const struct calendar *,
	    const struct standard *, const struct due_day *,
	    struct cal_hours *out, size_t max);

/* Working seconds a task may lie in the queue: from receipt to the end of the
 * `days`-th working day after it (usual: 1). */
int64_t	 standard_queue_allowance(const struct calendar *, int64_t receipt,
	    int days);

/* Slugs as stored and written in files: "menit", "work". */
const char	*standard_unit_slug(enum time_unit);
const char	*standard_measure_slug(enum time_measure);
int		 standard_unit_from(const char *slug);	/* -1 when unknown */
int		 standard_measure_from(const char *slug);
