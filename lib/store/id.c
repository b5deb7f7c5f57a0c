/*
 * id.c - ids made by the program.
 *
 * An act's instant is known to the second, so the milliseconds carry on the
 * counter: it runs through the 1000 * 2^22 values of a second from a random
 * start, and two processes rarely meet.
 */
#include <sodium.h>
#include <unistd.h>

#include "store/id.h"

#define EPOCH	1262304000LL		/* 2010-01-01 00:00:00 UTC */
#define SECOND	(1000LL << 22)		/* ids of a second */

static int64_t counter;
static pid_t owner;			/* process the counter belongs to */

/* A child goes its own way, or it would repeat its parent's ids. */
int64_t
id_new(int64_t now)
{
	if (owner != getpid())
		id_seed(randombytes_random());
	counter = (counter + 1) % SECOND;
	return (now - EPOCH) * SECOND + counter;
}

int64_t
id_first(int64_t at)
{
	return (at - EPOCH) * SECOND;
}

void
id_seed(uint32_t start)
{
	owner = getpid();
	counter = start % SECOND;
}
