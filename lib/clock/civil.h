/*
 * civil.h - dates of the Gregorian calendar as day numbers.
 *
 * Day 0 is 1970-01-01, a Thursday.  For rooms that reckon with dates.
 */
#pragma once

#include <stdint.h>

#define DAY_SECONDS 86400

/* Division that rounds down, for numbers before 1970. */
static inline int64_t
civil_floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/*
 * The day number of a date.  Counts from 1 March, so that the leap day comes
 * last in its year; a day past the end of the month runs into the next.
 */
static inline int64_t
civil_day(int64_t year, int month, int day)
{
	int64_t y = year - (month <= 2), era = civil_floor_div(y, 400);
	int64_t of_era = y - era * 400;
	int64_t of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
	    of_year - 719468;
}

/* The date of a day number. */
static inline void
civil_date(int64_t number, int *year, int *month, int *day)
{
	int64_t z = number + 719468, era = civil_floor_div(z, 146097);
	int64_t of_era = z - era * 146097;
	int64_t y = (of_era - of_era / 1460 + of_era / 36524 -
	    of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * y + y / 4 - y / 100);
	int64_t m = (5 * of_year + 2) / 153;

	*day = (int)(of_year - (153 * m + 2) / 5 + 1);
	*month = (int)(m < 10 ? m + 3 : m - 9);
	*year = (int)(y + era * 400 + (*month <= 2));
}

/* Is there such a date? */
static inline int
civil_is_date(int year, int month, int day)
{
	int y, m, d;

	civil_date(civil_day(year, month, day), &y, &m, &d);
	return y == year && m == month && d == day;
}

/* 1 Monday .. 7 Sunday. */
static inline int
civil_weekday(int64_t number)
{
	return (int)(number + 3 - civil_floor_div(number + 3, 7) * 7) + 1;
}
