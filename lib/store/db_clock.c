/* db_clock.c - the clock of this machine beside that of the database. */
#include "store/db_clock.h"

#include <stdio.h>
#include <time.h>

#include "store/db.h"

/* time() may be some milliseconds behind. */
static int64_t
here(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_REALTIME, &ts);
	return (int64_t)ts.tv_sec;
}

/* The answer was made between the two looks at our own clock. */
int64_t
db_clock_ahead(struct db *db)
{
	int64_t before = here(), there = db_clock(db), after = here();

	if (there < 0)
		return 0;
	return there < before ? there - before : there > after ?
	    there - after : 0;
}

int
db_clock_check(struct db *db, char *why, size_t whysize)
{
	int64_t ahead = db_clock_ahead(db);

	if (ahead > DB_CLOCK_APART)
		snprintf(why, whysize, "jam mesin ini %lld detik lebih lambat "
		    "daripada jam basis data", (long long)ahead);
	else if (ahead < -DB_CLOCK_APART)
		snprintf(why, whysize, "jam mesin ini %lld detik lebih cepat "
		    "daripada jam basis data", (long long)-ahead);
	else
		return 0;
	return -1;
}
