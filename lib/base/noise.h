/*
 * noise.h - how much of a figure is chance: a share that stands on a few
 * counts, a month among its neighbours.
 *
 * Pure arithmetic; it knows no month and no words.  Shares are fractions from 0
 * to 1.
 *
 *	a = noise_share(242, 326);
 *	b = noise_share(32, 43);
 *	if (noise_apart(a, b) == 0)
 *		... neither may be called the lower one
 */
#pragma once

#include <stdint.h>

struct noise_range {
	double	low, high;
};

/* The 95% interval of the share that `hits` of n are (Wilson 1927, the score
 * interval); from 0 to 1 when nothing was counted. */
struct noise_range	 noise_share(int64_t hits, int64_t n);

/* -1 when all of a lies below b, 1 when it lies above, 0 when they meet. */
int			 noise_apart(struct noise_range a,
			    struct noise_range b);

#define NOISE_LEAST 6		/* values that make limits */

/* The mean of values in a row, and how far a process that does not change
 * strays from it. */
struct noise_limits {
	double	mean, low, high;
};

/*
 * The natural limits of n values in their order: the mean, and 2.66 times the
 * mean moving range to both sides of it (individuals and moving range, Wheeler
 * and Chambers 1992).  A value that is NAN is missing, and so are the ranges to
 * its neighbours.  0, or -1 (nothing is written) with fewer than NOISE_LEAST
 * values, or without two that are neighbours.
 */
int			 noise_limits(const double *, int n,
			    struct noise_limits *);
