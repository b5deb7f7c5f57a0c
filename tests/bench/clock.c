/*
 * clock.c - how long the clock takes over spans of a year: `make bench-clock`.
 *
 * Prints the median over batches, in nanoseconds a call, with the fastest and
 * slowest batch beside it, and what was allocated meanwhile.  Goal: under 200
 * ns and nothing.
 */

#include <time.h>

#include "clock/standard.h"
#include "tests/clock/office.h"
#include "tests/clock/random.h"

#define BATCHES	501
#define CALLS	2000		/* of a batch */
#define YEAR	(365 * 86400LL)
#define FIRST	1609434000	/* 2021-01-01T00:00 WIB */
#define SPAN	(5 * YEAR)	/* to the end of 2025 */

/* Linked with --wrap, so that the library's own calls come here. */
void	*__real_malloc(size_t);
void	*__real_calloc(size_t, size_t);
void	*__real_realloc(void *, size_t);
void	*__wrap_malloc(size_t);
void	*__wrap_calloc(size_t, size_t);
void	*__wrap_realloc(void *, size_t);

static long allocations;

void *
__wrap_malloc(size_t size)
{
	allocations++;
	return __real_malloc(size);
}

void *
__wrap_calloc(size_t n, size_t size)
{
	allocations++;
	return __real_calloc(n, size);
}

void *
__wrap_realloc(void *p, size_t size)
{
	allocations++;
	return __real_realloc(p, size);
}

/* The inputs of a batch, made before it is timed. */
struct call {
	int64_t		from, until;
	struct standard	std;
};

static void
make_calls(struct call *calls, enum time_unit unit)
{
	int i;

	for (i = 0; i < CALLS; i++) {
		calls[i].from = FIRST + random_below(SPAN - YEAR);
		calls[i].until = calls[i].from + YEAR;
		calls[i].std = (struct standard){ .unit = unit };
		/* About a year of either: 240 days of 7.5 hours. */
		calls[i].std.max = unit == UNIT_DAY ? 240 : 108000;
		calls[i].std.min = calls[i].std.max / 2;
	}
}

typedef int64_t call_fn(const struct calendar *, const struct call *);

static int64_t
call_elapsed(const struct calendar *cal, const struct call *c)
{
	return calendar_elapsed(cal, c->from, c->until);
}

/* Both instants. */
static int64_t
call_due(const struct calendar *cal, const struct call *c)
{
	int64_t min_at, max_at;

	standard_due(cal, &c->std, c->from, 0, &min_at, &max_at);
	return min_at ^ max_at;
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static int
compare(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void
measure(const char *name, const struct calendar *cal, call_fn *fn,
    enum time_unit unit)
{
	static struct call calls[CALLS];
	static double batch[BATCHES];
	static volatile int64_t kept;	/* so that the calls are made */
	int64_t sum = 0;
	long before = allocations;
	double start;
	int b, i;

	for (b = 0; b < BATCHES; b++) {
		make_calls(calls, unit);
		start = now();
		for (i = 0; i < CALLS; i++)
			sum += fn(cal, &calls[i]);
		batch[b] = (now() - start) / CALLS;
	}
	kept = sum;
	(void)kept;
	qsort(batch, BATCHES, sizeof(batch[0]), compare);
	printf("%-22s median %6.1f ns, %6.1f to %6.1f, %ld allocations\n",
	    name, batch[BATCHES / 2], batch[0], batch[BATCHES - 1],
	    allocations - before);
}

int
main(void)
{
	struct calendar *cal = office_calendar(OFFICE);

	printf("spans of a year, %d batches of %d calls\n", BATCHES, CALLS);
	measure("elapsed", cal, call_elapsed, UNIT_MINUTE);
	measure("due, minutes (both)", cal, call_due, UNIT_MINUTE);
	measure("due, days (both)", cal, call_due, UNIT_DAY);
	calendar_free(cal);
	return 0;
}
