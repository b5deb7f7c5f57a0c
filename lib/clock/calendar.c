/* calendar.c - arithmetic over the table of days. */

#include <stdio.h>
#include <stdlib.h>

#include "clock/calendar.h"
#include "clock/caltable.h"
#include "clock/civil.h"

/* Instants beyond these are shown as them: a year has four digits at most,
 * wherever the zone. */
#define INSTANT_MIN	(-62135510400)	/* 0001-01-02T00:00Z */
#define INSTANT_MAX	253402214399	/* 9999-12-30T23:59:59Z */

struct calendar *
calendar_parse(const char *yaml, size_t len, char *why, size_t whysize)
{
	struct calendar *cal = calloc(1, sizeof(*cal));

	if (cal == NULL) {
		snprintf(why, whysize, "memori habis");
		return NULL;
	}
	if (calfile_read(&cal->file, yaml, len, why, whysize) != 0) {
		calendar_free(cal);
		return NULL;
	}
	if (caltable_build(cal) != 0) {
		snprintf(why, whysize, "memori habis");
		calendar_free(cal);
		return NULL;
	}
	return cal;
}

void
calendar_free(struct calendar *cal)
{
	if (cal == NULL)
		return;
	caltable_free(cal);
	if (cal->borrows)
		free(cal->file.outages);
	else
		calfile_free(&cal->file);
	free(cal);
}

/* Working seconds of a day before the instant `second` seconds into it. */
static int64_t
worked(const struct calendar *cal, int i, int64_t second)
{
	const struct day_shape *shape = caltable_shape(cal, i);
	const struct piece *p = cal->pieces + shape->first;
	const struct piece *end = p + shape->count;

	for (; p < end && second > p->from; p++)
		if (second < p->to)
			return p->before + second - p->from;
	return p < end ? p->before : shape->total;
}

/* Working seconds from the beginning of the calendar to t. */
static int64_t
sum_to(const struct calendar *cal, int64_t t)
{
	int i = caltable_day(cal, t);

	if (i < 0)
		return 0;
	if (i == CAL_DAYS)
		return cal->days[CAL_DAYS].before;
	return cal->days[i].before +
	    worked(cal, i, t - cal->base - cal->days[i].start);
}

int64_t
calendar_elapsed(const struct calendar *cal, int64_t a, int64_t b)
{
	return sum_to(cal, b) - sum_to(cal, a);
}

/* The first instant with `sum` working seconds before it; sum is over 0. */
static int64_t
instant_of(const struct calendar *cal, int64_t sum)
{
	const struct piece *p;
	int low = 0, high = CAL_DAYS, middle;

	/* The last day that has fewer seconds before it. */
	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (cal->days[middle].before < sum)
			low = middle;
		else
			high = middle;
	}
	sum -= cal->days[low].before;
	p = cal->pieces + caltable_shape(cal, low)->first;
	while (p->before + p->to - p->from < sum)
		p++;
	return caltable_instant(cal, low, p->from + sum - p->before);
}

int64_t
calendar_add(const struct calendar *cal, int64_t start, int64_t seconds)
{
	int64_t sum;

	if (seconds <= 0)
		return start;
	sum = sum_to(cal, start);
	if (seconds > cal->days[CAL_DAYS].before - sum)
		return INT64_MAX;
	return instant_of(cal, sum + seconds);
}

/* The end of the last interval of a working day. */
static int64_t
closing(const struct calendar *cal, int i)
{
	const struct day_shape *shape = caltable_shape(cal, i);

	return caltable_instant(cal, i,
	    cal->pieces[shape->first + shape->count - 1].to);
}

static int64_t
opening(const struct calendar *cal, int i)
{
	const struct day_shape *shape = caltable_shape(cal, i);

	return caltable_instant(cal, i, cal->pieces[shape->first].from);
}

int64_t
calendar_day_end(const struct calendar *cal, int64_t start, int n)
{
	int i = caltable_day(cal, start);
	size_t ordinal;

	if (i == CAL_DAYS)
		return INT64_MAX;
	if (i < 0)
		ordinal = 0;
	else if (caltable_shape(cal, i)->total > 0 && start < closing(cal, i))
		ordinal = cal->days[i].ordinal;
	else
		ordinal = cal->days[i + 1].ordinal;
	if (n > 0)
		ordinal += (size_t)n;
	if (ordinal >= cal->nworkdays)
		return INT64_MAX;
	return closing(cal, cal->workdays[ordinal]);
}

/* Working days up to the date of t, that date included. */
static int
workdays_to(const struct calendar *cal, int64_t t)
{
	int i = caltable_day(cal, t);

	if (i == CAL_DAYS)
		return (int)cal->nworkdays;
	return i < 0 ? 0 : cal->days[i + 1].ordinal;
}

int
calendar_days(const struct calendar *cal, int64_t a, int64_t b)
{
	return workdays_to(cal, b) - workdays_to(cal, a);
}

int
calendar_is_open(const struct calendar *cal, int64_t t)
{
	return sum_to(cal, t) < sum_to(cal, t + (t < INT64_MAX));
}

int64_t
calendar_next(const struct calendar *cal, int64_t t)
{
	const struct day_shape *shape;
	const struct piece *p;
	int64_t second;
	uint32_t n;
	int i = caltable_day(cal, t);

	if (i < 0)
		i = 0;
	if (i == CAL_DAYS)
		return INT64_MAX;
	shape = caltable_shape(cal, i);
	second = t < cal->base ? 0 : t - caltable_instant(cal, i, 0);
	for (n = 0; n < shape->count; n++) {
		p = &cal->pieces[shape->first + n];
		if (second < p->to)
			return caltable_instant(cal, i,
			    second > p->from ? second : p->from);
	}
	n = cal->days[i + 1].ordinal;
	return n < cal->nworkdays ? opening(cal, cal->workdays[n]) : INT64_MAX;
}

int64_t
calendar_prev(const struct calendar *cal, int64_t t)
{
	const struct day_shape *shape;
	const struct piece *p;
	int64_t second;
	uint32_t n;
	int i = caltable_day(cal, t);

	if (i < 0)
		return INT64_MIN;
	if (i < CAL_DAYS) {
		shape = caltable_shape(cal, i);
		second = t - caltable_instant(cal, i, 0);
		for (n = shape->count; n-- > 0;) {
			p = &cal->pieces[shape->first + n];
			if (second >= p->from)
				return caltable_instant(cal, i,
				    second < p->to ? second : p->to);
		}
	}
	n = cal->days[i].ordinal;
	return n > 0 ? closing(cal, cal->workdays[n - 1]) : INT64_MIN;
}

void
calendar_local(const struct calendar *cal, int64_t t, struct cal_local *out)
{
	int64_t day;
	int second;

	if (t < INSTANT_MIN)
		t = INSTANT_MIN;
	if (t > INSTANT_MAX)
		t = INSTANT_MAX;
	out->offset = zone_offset(&cal->file.zone, t);
	t += out->offset;
	day = civil_floor_div(t, DAY_SECONDS);
	second = (int)(t - day * DAY_SECONDS);
	civil_date(day, &out->year, &out->month, &out->day);
	out->weekday = civil_weekday(day);
	out->hour = second / 3600;
	out->minute = second / 60 % 60;
	out->second = second % 60;
}

int64_t
calendar_instant(const struct calendar *cal, int year, int month, int day,
    int hour, int minute, int second)
{
	int64_t months = (int64_t)year * 12 + month - 1;
	int64_t y = civil_floor_div(months, 12);

	return zone_instant(&cal->file.zone,
	    civil_day(y, (int)(months - y * 12) + 1, day) * DAY_SECONDS +
	    (int64_t)hour * 3600 + (int64_t)minute * 60 + second);
}

int64_t
calendar_month(const struct calendar *cal, int year, int month)
{
	return calendar_instant(cal, year, month, 1, 0, 0, 0);
}

const char *
calendar_zone(const struct calendar *cal)
{
	return cal->file.zone.name;
}

int
calendar_is_workday(const struct calendar *cal, int64_t t, const char **why)
{
	int i = caltable_day(cal, t);

	if (why != NULL)
		*why = NULL;
	if (i < 0 || i == CAL_DAYS)
		return 0;
	if (caltable_shape(cal, i)->total > 0)
		return 1;
	if (why != NULL)
		*why = cal->names[cal->days[i].why];
	return 0;
}

int64_t
calendar_day_length(const struct calendar *cal, int64_t t)
{
	return caltable_week(cal, t)->longest;
}
