/*
 * verdict.h - the verdict on a finished visit: below, within or over its
 * standard.
 *
 * Pure functions of (calendar, standard, instants).  A visit of which neither
 * receipt nor claim is known has no verdict.
 */
#pragma once

#include <stdint.h>

struct calendar;
struct standard;

enum verdict {
	VERDICT_NONE,		/* neither receipt nor claim is known */
	VERDICT_BELOW,		/* done before the lower end of a range */
	VERDICT_WITHIN,
	VERDICT_OVER,		/* later than the upper end, by a second */
	VERDICT__MAX
};

/*
 * Verdict of a finished visit measured from start to finish (turnaround and
 * elapsed), `moved` as above.
 */
enum verdict	 verdict_of(const struct calendar *,
		    const struct standard *, int64_t start, int64_t moved,
		    int64_t finish);

/*
 * Verdict of a finished visit of a work limit: `own` working seconds in hand,
 * `queued` working seconds in the queue, of which `queue_max` are allowed.
 * If either is exceeded it is over.  A limit in hari measured as work counts
 * n days of `day` seconds.
 */
enum verdict	 verdict_of_work(const struct standard *, int64_t own,
		    int64_t queued, int64_t queue_max, int64_t day);

/* The word as stored and written in files, "within"; and the verdict of such a
 * word, -1 when it is none or NULL. */
const char	*verdict_slug(enum verdict);
int		 verdict_from(const char *slug);
