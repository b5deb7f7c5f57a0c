/*
 * month_data.h - the small month made by hand of tests/data/month.txt.
 */
#pragma once

#include <stdint.h>

#include "month/month.h"
#include "office/office.h"
#include "tests/tap.h"

/* Put it into the office of fixture.h; bails out on failure. */
void	 month_data_load(struct office *);

/* "2026-10-05T08:00" or with seconds, in WIB; "-" is 0. */
int64_t	 month_data_at(struct office *, const char *text);

/* The part of a key; one that is not there fails, and is all zeros. */
const struct month_part	*part(const struct month_part *, size_t n,
			    const char *key);

/* A month of the series of a part: counted from 0, the last is 11. */
static inline void
is_tally(const struct month_part *p, int month, int64_t on_time, int64_t done,
    int64_t late_open)
{
	const struct month_tally *t = &p->series[month];

	ok(t->on_time == on_time && t->done == done &&
	    t->late_open == late_open, "%s, month %d: %d of %d and %d",
	    p->key, month, (int)t->on_time, (int)t->done, (int)t->late_open);
}

/* A member of a part, named. */
#define IS(want, p, member) is_int(want, (p)->member, #member)
