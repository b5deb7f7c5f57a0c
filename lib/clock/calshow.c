/* calshow.c - what a calendar says of itself: days, holidays, hours. */

#include "clock/calendar.h"
#include "clock/caltable.h"

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
		out[n] = caltable_hours(cal, i, caltable_instant(cal, i, p->from),
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
