/* noise-t.c - how much of a figure is chance. */
#include "base/noise.h"

#include <math.h>

#include "tests/tap.h"

static int
near(double want, double got)
{
	return fabs(want - got) < 0.00005;
}

/* By the formula, worked out elsewhere. */
static const struct {
	int64_t	hits, n;
	double	low, high;
} shares[] = {
	{ 242, 326, 0.69223, 0.78679 },
	{ 32, 43, 0.59762, 0.85070 },
	{ 0, 10, 0, 0.27753 },
	{ 10, 10, 0.72247, 1 },
	{ 1, 1, 0.20655, 1 },
	{ 9000, 10000, 0.89397, 0.90573 },
	{ 0, 0, 0, 1 },		/* nothing is known */
};

static void
tells_intervals(void)
{
	struct noise_range r;
	size_t i;

	for (i = 0; i < sizeof(shares) / sizeof(shares[0]); i++) {
		r = noise_share(shares[i].hits, shares[i].n);
		ok(near(shares[i].low, r.low) && near(shares[i].high, r.high),
		    "%d of %d: %f to %f", (int)shares[i].hits,
		    (int)shares[i].n, r.low, r.high);
	}
	is_int(0, noise_apart(noise_share(242, 326), noise_share(32, 43)),
	    "74,2%% of 326 and 74,4%% of 43 are not told apart");
	is_int(-1, noise_apart(noise_share(242, 326),
	    noise_share(1900, 2000)), "... 95%% of 2000 is above");
	is_int(1, noise_apart(noise_share(1900, 2000),
	    noise_share(242, 326)), "... and not below");
	is_int(0, noise_apart(noise_share(0, 0), noise_share(1, 1)),
	    "nothing counted is told apart from nothing");
}

/* Mean 86, ranges 2 4 0 1 3, their mean 2. */
static void
tells_limits(void)
{
	const double x[] = { 0.86, 0.88, 0.84, 0.84, 0.85, 0.88 };
	const double gap[] = { 0.86, 0.88, NAN, 0.84, 0.84, 0.85, 0.88 };
	const double apart[] = { 1, NAN, 1, NAN, 1, NAN, 1, NAN, 1, NAN, 1 };
	struct noise_limits l = { -1, -1, -1 };

	is_int(-1, noise_limits(x, 5, &l), "five months make no limits");
	ok(l.mean < 0, "... nothing is written");
	is_int(0, noise_limits(x, 6, &l), "six do");
	ok(near(0.858333, l.mean), "... around the mean: %f", l.mean);
	ok(near(0.858333 - 2.66 * 0.02, l.low) &&
	    near(0.858333 + 2.66 * 0.02, l.high),
	    "... 2.66 mean ranges away: %f to %f", l.low, l.high);
	is_int(0, noise_limits(gap, 7, &l), "one is missing");
	ok(near(0.858333 - 2.66 * 0.015, l.low),
	    "... and no range goes over the gap: %f", l.low);
	is_int(-1, noise_limits(apart, 11, &l), "six without a neighbour");
	is_int(-1, noise_limits(x, 0, &l), "nothing at all");
}

int
main(void)
{
	tells_intervals();
	tells_limits();
	return tap_done();
}
