/*
 * month_data.h - the small month made by hand of tests/data/month.txt.
 */
#ifndef TESTS_CASE_MONTH_DATA_H
#define TESTS_CASE_MONTH_DATA_H

#include <stdint.h>

#include "case/office.h"

/* Put it into the office of fixture.h; bails out on failure. */
void	 month_data_load(struct office *);

/* "2026-10-05T08:00" or with seconds, in WIB; "-" is 0. */
int64_t	 month_data_at(struct office *, const char *text);

#endif
