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

/* -- what a calendar says of itself ------------------------------------ */

/* The holidays of a year are a stretch of the list: its first and count. */
static size_t
year_holidays(const struct calendar *cal, int year, size_t *first)
{
	const struct dated_list *all = &cal->file.holidays;
	int64_t from = civil_day(year, 1, 1);
	int64_t to = civil_day((int64_t)year + 1, 1, 1);
	size_t i = 0, n = 0;

	while (i < all->count && all->list[i].day < from)
		i++;
	*first = i;
	while (i + n < all->count && all->list[i + n].day < to)
		n++;
	return n;
}

int
calendar_year_known(const struct calendar *cal, int year)
{
	size_t first;

	return year_holidays(cal, year, &first) > 0;
}

size_t
calendar_holidays(const struct calendar *cal, int year, struct cal_holiday *out,
    size_t max)
{
	const struct dated *off;
	size_t first, n = year_holidays(cal, year, &first), i;

	for (i = 0; i < n && i < max; i++) {
		off = &cal->file.holidays.list[first + i];
		civil_date(off->day, &out[i].year, &out[i].month, &out[i].day);
		out[i].weekday = civil_weekday(off->day);
		out[i].joint = off->joint;
		out[i].name = off->name;
		out[i].decree = off->decree;
	}
	return n;
}

size_t
calendar_hours(const struct calendar *cal, int year, int month, int day,
    struct cal_hours *out, size_t max)
{
	int64_t number = civil_day(year, month, day);
	const struct day_shape *shape;
	const struct piece *p;
	size_t n;
	int i;

	if (number < CAL_FIRST_DAY || number >= CAL_FIRST_DAY + CAL_DAYS)
		return 0;
	i = (int)(number - CAL_FIRST_DAY);
	shape = caltable_shape(cal, i);
	for (n = 0; n < shape->count && n < max; n++) {
		p = &cal->pieces[shape->first + n];
		out[n] = caltable_hours(cal, i,
		    caltable_instant(cal, i, p->from),
		    caltable_instant(cal, i, p->to));
	}
	return shape->count;
}

static struct cal_date
date_of(int32_t number)
{
	struct cal_date date = { 0 };

	if (number != INT32_MIN && number != INT32_MAX)
		civil_date(number, &date.year, &date.month, &date.day);
	return date;
}

void
calendar_pattern(const struct calendar *cal, int64_t t, struct cal_pattern *out)
{
	const struct week *week = caltable_week(cal, t);
	int d;

	out->name = week->name;
	out->decree = week->decree;
	out->from = date_of(week->from);
	out->until = date_of(week->until);
	for (d = 0; d < 7; d++)
		out->day[d] = week->day[d];
}

/* The part of day `i` that lies in [from, to), for calendar_elapsed(). */
static int64_t
counted_on(const struct calendar *cal, int i, int64_t from, int64_t to)
{
	int64_t start = caltable_instant(cal, i, 0);
	int64_t end = caltable_instant(cal, i + 1, 0);

	return calendar_elapsed(cal, from > start ? from : start,
	    to < end ? to : end);
}

size_t
calendar_explain(const struct calendar *cal, int64_t a, int64_t b,
    struct cal_day *days, size_t max)
{
	int64_t from = a < b ? a : b, to = a < b ? b : a, total = 0;
	int first = caltable_day(cal, from);
	int last = caltable_day(cal, to > from ? to - 1 : to);
	struct cal_day *d;
	int i;

	if (first < 0)
		first = 0;
	if (last == CAL_DAYS)
		last = CAL_DAYS - 1;
	for (i = first; i <= last && (size_t)(i - first) < max; i++) {
		d = &days[i - first];
		civil_date(CAL_FIRST_DAY + i, &d->year, &d->month, &d->day);
		d->weekday = civil_weekday(CAL_FIRST_DAY + i);
		d->working = caltable_shape(cal, i)->total > 0;
		d->why = cal->names[cal->days[i].why];
		d->counted = counted_on(cal, i, from, to);
		if (b < a)
			d->counted = -d->counted;
		total += d->counted;
		d->total = total;
	}
	return last < first ? 0 : (size_t)(last - first + 1);
}
