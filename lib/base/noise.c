/* noise.c - how much of a figure is chance. */
#include "base/noise.h"

#include <math.h>

#define Z	1.959963984540054	/* 95% of a normal distribution */
#define RANGES	2.66			/* 3 / d2 of two values, 1.128 */

struct noise_range
noise_share(int64_t hits, int64_t n)
{
	const double count = (double)n, z2 = Z * Z;
	double share, middle, half;

	if (n <= 0)
		return (struct noise_range) { 0, 1 };
	share = (double)hits / count;
	middle = (share + z2 / (2 * count)) / (1 + z2 / count);
	half = Z * sqrt(share * (1 - share) / count + z2 / (4 * count *
	    count)) / (1 + z2 / count);
	return (struct noise_range) { fmax(0, middle - half),
	    fmin(1, middle + half) };
}

int
noise_apart(struct noise_range a, struct noise_range b)
{
	return a.high < b.low ? -1 : a.low > b.high;
}

int
noise_limits(const double *x, int n, struct noise_limits *out)
{
	double sum = 0, moved = 0;
	int i, values = 0, ranges = 0;

	for (i = 0; i < n; i++) {
		if (isnan(x[i]))
			continue;
		sum += x[i];
		values++;
		if (i > 0 && !isnan(x[i - 1])) {
			moved += fabs(x[i] - x[i - 1]);
			ranges++;
		}
	}
	if (values < NOISE_LEAST || ranges == 0)
		return -1;
	out->mean = sum / values;
	out->low = out->mean - RANGES * moved / ranges;
	out->high = out->mean + RANGES * moved / ranges;
	return 0;
}
