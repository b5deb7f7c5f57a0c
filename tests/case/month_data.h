/*
 * month_data.h - the small month made by hand of tests/data/month.txt.
 */
#ifndef TESTS_CASE_MONTH_DATA_H
#define TESTS_CASE_MONTH_DATA_H

#include <stdint.h>

#include "case/month.h"
#include "case/office.h"

/* Put it into the office of fixture.h; bails out on failure. */
void	 month_data_load(struct office *);

/* "2026-10-05T08:00" or with seconds, in WIB; "-" is 0. */
int64_t	 month_data_at(struct office *, const char *text);

/* The part of a key; one that is not there fails, and is all zeros. */
const struct month_part	*part(const struct month_part *, size_t n,
			    const char *key);

/* A member of a part, named. */
#define IS(want, p, member) is_int(want, (p)->member, #member)

#endif
