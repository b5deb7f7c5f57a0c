/*
 * pace.h - a visit against its own limit: the time it used, and the time it
 * had.
 *
 * A limit of work has the larger of two parts: its work of the maximum, and
 * its time in the queue of the allowance.  Every other limit has the time from
 * receipt to finish of that from receipt to its own due, outside waits in
 * neither.  Pure functions.
 */
#pragma once

#include <stdint.h>

#include "clock/standard.h"

/* Seconds: working time, of an elapsed limit real time. */
struct pace {
	int64_t	used, limit;
};

#define PACE_LIMIT	1000	/* the whole limit, in the thousandths below */
#define PACE_MOST	1000000	/* more is cut */

/* Of a turnaround or elapsed limit: from its start (as standard_due()) to an
 * instant; `due` is its own, moved by `moved` working seconds. */
struct pace	 pace_of(const struct calendar *, enum time_measure,
		    int64_t start, int64_t moved, int64_t due, int64_t at);

/* Of a limit of work; arguments as verdict_of_work(). */
struct pace	 pace_of_work(const struct standard *, int64_t own,
		    int64_t queued, int64_t queue_max, int64_t day);

/* A visit as it closed, or (open) as it stands. */
struct pace_visit {
	struct standard	standard;
	int64_t		start;		/* receipt, else claim */
	int64_t		moved;		/* working seconds outside that move
					   its due */
	int64_t		own, queue, queue_max;	/* working seconds */
};
struct pace	 pace_of_visit(const struct calendar *,
		    const struct pace_visit *, int64_t at);

/*
 * Thousandths of the limit that were used, rounded, and never on the wrong
 * side of the verdict: more than PACE_LIMIT exactly when it was late.  (Who
 * finishes after hours on the last day is late, without having used a second
 * of working time more.)
 */
int64_t		 pace_thousandths(struct pace, int late);
