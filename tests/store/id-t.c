/* id-t.c - ids: no two alike, later seconds are larger, seeds repeat. */
#include <sys/wait.h>

#include <unistd.h>

#include "store/id.h"
#include "tests/tap.h"

#define NOW	1795400000LL		/* in 2026 */
#define EPOCH	1262304000LL		/* 2010-01-01 UTC */
#define MANY	200000

static int
compare(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void
no_two_alike(void)
{
	int64_t *id = calloc(MANY, sizeof(*id));
	int i, same = 0;

	for (i = 0; i < MANY; i++)
		id[i] = id_new(NOW + i / (MANY / 2));
	qsort(id, MANY, sizeof(*id), compare);
	for (i = 1; i < MANY; i++)
		same += id[i] == id[i - 1];
	is_int(0, same, "%d ids of two seconds are all different", MANY);
	ok(id[0] > 0, "...and positive");
	free(id);
}

static void
carries_the_second(void)
{
	int64_t id;

	id_seed(UINT32_MAX);
	id = id_new(NOW);
	is_int(NOW - EPOCH, (id >> 22) / 1000, "41 bits of milliseconds");
	id_seed(0);
	ok(id_new(NOW + 1) > id, "a later second is larger");
}

static void
wraps_within_the_second(void)
{
	uint32_t last = (uint32_t)((1000LL << 22) - 1);
	int64_t id;

	id_seed(last - 1);
	id = id_new(NOW);
	is_int(NOW - EPOCH, (id >> 22) / 1000, "the last of a second");
	id = id_new(NOW);
	is_int(NOW - EPOCH, (id >> 22) / 1000, "...then the first of it");
	is_int(0, id & 0x3fffff, "...from 0");
}

static void
seeds_repeat(void)
{
	int64_t a;

	id_seed(5);
	a = id_new(NOW);
	id_seed(5);
	is_int(a, id_new(NOW), "the same seed gives the same id");
	is_int(a + 1, id_new(NOW), "...and counts up");
}

static void
children_differ(void)
{
	int64_t theirs = 0, ours;
	int fd[2];

	if (pipe(fd) != 0)
		bail("pipe");
	id_seed(5);
	if (fork() == 0) {
		theirs = id_new(NOW);
		_exit(write(fd[1], &theirs, sizeof(theirs)) !=
		    sizeof(theirs));
	}
	wait(NULL);
	ours = id_new(NOW);
	is_int(sizeof(theirs), read(fd[0], &theirs, sizeof(theirs)),
	    "a child makes an id");
	ok(theirs != ours, "...that is not its parent's");
}

int
main(void)
{
	no_two_alike();
	carries_the_second();
	wraps_within_the_second();
	seeds_repeat();
	children_differ();
	return tap_done();
}
