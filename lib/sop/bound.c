/*
 * bound.c - a day that bounds a date field.
 */
#include "sop/bound.h"

#include <stdio.h>
#include <string.h>

#include "clock/civil.h"

#define DAYS_MAX 36525	/* a century */
#define YEARS_MAX 100

int
bound_read(const char *text, struct bound *b)
{
	char unit[8] = "", sign = '\0', more = '\0';
	int n = 0, parts;

	memset(b, 0, sizeof(*b));
	parts = sscanf(text, "%64[a-z0-9_-] %c %6d %7s %c", b->base, &sign, &n,
	    unit, &more);
	if (parts == 1)
		return 0;
	if (parts != 4 || (sign != '-' && sign != '+') || n < 1)
		return -1;
	if (strcmp(unit, "hari") == 0 && n <= DAYS_MAX)
		b->days = sign == '-' ? -n : n;
	else if (strcmp(unit, "tahun") == 0 && n <= YEARS_MAX)
		b->years = sign == '-' ? -n : n;
	else
		return -1;
	return 0;
}

int
bound_is_date(const struct bound *b)
{
	return b->base[0] >= '0' && b->base[0] <= '9';
}

void
bound_day(const struct bound *b, const char from[11], char day[11])
{
	int y = 0, m = 1, d = 1;

	sscanf(from, "%4d-%2d-%2d", &y, &m, &d);
	y += b->years;
	if (!civil_is_date(y, m, d))
		d = 28;
	civil_date(civil_day(y, m, d) + b->days, &y, &m, &d);
	/* The years of fields and bounds have four digits; the masks show the
	 * compiler as much. */
	snprintf(day, 11, "%04u-%02u-%02u", (unsigned)y % 10000,
	    (unsigned)m % 100, (unsigned)d % 100);
}
