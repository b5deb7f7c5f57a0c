/* sim_chance.c - the dice of a simulation; the same seed, the same history. */
#include <math.h>
#include <stdlib.h>

#include "tool/sim/sim.h"

double
sim_uniform(struct sim *s)
{
	return erand48(s->dice);
}

int
sim_below(struct sim *s, int n)
{
	return (int)(sim_uniform(s) * n);
}

double
sim_exponential(struct sim *s, double mean)
{
	return -mean * log(1.0 - sim_uniform(s));
}

double
sim_lognormal(struct sim *s, double median, double sigma)
{
	double u = 1.0 - sim_uniform(s), v = sim_uniform(s);
	double normal = sqrt(-2.0 * log(u)) * cos(6.283185307179586 * v);

	return median * exp(sigma * normal);
}

int
sim_poisson(struct sim *s, double mean)
{
	double limit = exp(-mean), p = sim_uniform(s);
	int n = 0;

	while (p > limit) {
		p *= sim_uniform(s);
		n++;
	}
	return n;
}
