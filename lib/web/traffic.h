/*
 * traffic.h - how many requests a program has answered, how, and how long each
 * took, counted in base/metrics.h by the loop and read for /metrics.
 *
 * Requests are told apart by the class of their status (2 for 200 to 299, ...).
 */
#pragma once

#include <stdint.h>

#define TRAFFIC_CLASSES 4	/* 2 to 5 */
#define TRAFFIC_FIRST 2
#define TRAFFIC_BUCKETS 12	/* the last has no bound */

/* The bounds of the buckets, in microseconds. */
extern const int64_t traffic_bound[TRAFFIC_BUCKETS - 1];

/* Count one answer with its status and the microseconds it took. */
void	 traffic_note(const char *program, int status, int64_t micros);

struct traffic {
	uint64_t	bucket[TRAFFIC_BUCKETS];	/* each by itself */
	uint64_t	micros;				/* of all together */
};

/* The counts of a program and a class; returns the number of requests. */
uint64_t traffic_read(const char *program, int klass, struct traffic *);
