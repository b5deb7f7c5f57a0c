/* traffic.c - requests by program, class of status and time taken. */
#include "web/traffic.h"

#include "base/metrics.h"

/* Pages take milliseconds, uploads seconds. */
const int64_t traffic_bound[TRAFFIC_BUCKETS - 1] = { 5000, 10000, 25000,
	50000, 100000, 250000, 500000, 1000000, 2500000, 5000000, 10000000 };

#define BUCKET "request/%s/%d/%d"
#define MICROS "request/%s/%d/micros"

void
traffic_note(const char *program, int status, int64_t micros)
{
	int klass = status / 100, i = 0;

	if (klass < TRAFFIC_FIRST ||
	    klass >= TRAFFIC_FIRST + TRAFFIC_CLASSES || micros < 0)
		return;
	while (i < TRAFFIC_BUCKETS - 1 && micros > traffic_bound[i])
		i++;
	metrics_add(1, BUCKET, program, klass, i);
	metrics_add((uint64_t)micros, MICROS, program, klass);
}

uint64_t
traffic_read(const char *program, int klass, struct traffic *t)
{
	uint64_t n = 0;

	for (int i = 0; i < TRAFFIC_BUCKETS; i++)
		n += t->bucket[i] = metrics_get(BUCKET, program, klass, i);
	t->micros = metrics_get(MICROS, program, klass);
	return n;
}
