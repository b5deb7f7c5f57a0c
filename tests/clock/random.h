/* random.h - numbers by chance, the same in every run. */
#pragma once

#include <stdint.h>

/* xorshift64*. */
static inline uint64_t
random_number(void)
{
	static uint64_t state = 20260105;

	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return state * 2685821657736338717ULL;
}

/* From 0 to n - 1. */
static inline int64_t
random_below(int64_t n)
{
	return (int64_t)(random_number() % (uint64_t)n);
}
