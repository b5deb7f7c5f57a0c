/* icsday.c - which days of the office an event of an iCalendar file is on. */
#include <string.h>

#include "calendar/icsraw.h"

#define SPAN_MAX	366	/* days of one event */
#define DAY		86400
#define YEAR_MIN	1902	/* of times that libical can count */
#define YEAR_MAX	2500

/* The zone a property names: of the file, or a well-known one. */
static icaltimezone *
zone_of(const struct ics *in, icalproperty *prop)
{
	icalparameter *param = icalproperty_get_first_parameter(prop,
	    ICAL_TZID_PARAMETER);
	const char *id = param ? icalparameter_get_tzid(param) : NULL, *have;
	size_t i;

	if (id == NULL)
		return NULL;
	for (i = 0; i < in->nzones; i++) {
		have = icaltimezone_get_tzid(in->zone[i]);
		if (have != NULL && strcmp(have, id) == 0)
			return in->zone[i];
	}
	return icaltimezone_get_builtin_timezone(id);
}

int
ics_office_date(const struct ics *in, icalproperty *prop, struct icaltimetype t,
    struct icaltimetype *out)
{
	const struct calendar *cal = in->r->src->cal;
	icaltimezone *zone = zone_of(in, prop);
	struct cal_local l;
	int64_t at;

	*out = (struct icaltimetype){ .year = t.year, .month = t.month,
	    .day = t.day, .is_date = 1 };
	if (t.is_date)
		return 0;
	if (t.year < YEAR_MIN || t.year > YEAR_MAX)
		return 1;
	if (icaltime_is_utc(t))
		at = icaltime_as_timet(t);
	else if (zone != NULL)
		at = icaltime_as_timet_with_zone(t, zone);
	else if (icalproperty_get_first_parameter(prop,
	    ICAL_TZID_PARAMETER) != NULL)
		return -1;
	else
		at = calendar_instant(cal, t.year, t.month, t.day, t.hour,
		    t.minute, t.second);
	calendar_local(cal, at, &l);
	out->year = l.year;
	out->month = l.month;
	out->day = l.day;
	return l.hour != 0 || l.minute != 0 || l.second != 0;
}

/* Is there such a date? */
static int
is_real(struct icaltimetype t)
{
	return !icaltime_is_null_time(t) && t.year >= 1 && t.year <= 9999 &&
	    t.month >= 1 && t.month <= 12 && t.day >= 1 &&
	    t.day <= icaltime_days_in_month(t.month, t.year);
}

/* Dates from one to the other; libical's own count begins in 1902. */
static int
days_between(const struct calendar *cal, struct icaltimetype from,
    struct icaltimetype to)
{
	if (ics_number(to) < ics_number(from))
		return -1;
	return (int)((calendar_instant(cal, to.year, to.month, to.day, 12, 0,
	    0) - calendar_instant(cal, from.year, from.month, from.day, 0, 0,
	    0)) / DAY);
}

/* Find the end of the event: 0, 1 when it is not of whole days, -1. */
static int
find_end(const struct ics *in, const struct ics_event *e,
    struct icaltimetype start, struct icaltimetype *end)
{
	icalproperty *p = icalcomponent_get_first_property(e->comp,
	    ICAL_DTEND_PROPERTY);
	struct icaldurationtype d;

	if (p != NULL)
		return ics_office_date(in, p, icalproperty_get_dtend(p), end);
	*end = e->first;
	p = icalcomponent_get_first_property(e->comp, ICAL_DURATION_PROPERTY);
	if (p == NULL) {
		icaltime_adjust(end, start.is_date, 0, 0, 0);
		return !start.is_date;
	}
	d = icalproperty_get_duration(p);
	if (d.is_neg || d.hours || d.minutes || d.seconds)
		return 1;
	icaltime_adjust(end, (int)(d.days + 7 * d.weeks), 0, 0, 0);
	return 0;
}

const char *
ics_find_days(const struct ics *in, struct ics_event *e)
{
	icalproperty *p = icalcomponent_get_first_property(e->comp,
	    ICAL_DTSTART_PROPERTY);
	struct icaltimetype start, end;
	int rc, whole;

	if (p == NULL)
		return "DTSTART tidak ada atau tidak terbaca";
	start = icalproperty_get_dtstart(p);
	if (!is_real(start))
		return "DTSTART tidak terbaca";
	if ((rc = ics_office_date(in, p, start, &e->first)) < 0)
		return "zona waktunya (TZID) tidak dikenal";
	whole = rc == 0;
	if ((rc = find_end(in, e, start, &end)) < 0)
		return "zona waktunya (TZID) tidak dikenal";
	if (!is_real(end))
		return "DTEND tidak terbaca";
	if (!whole || rc != 0)
		return NULL;
	e->span = days_between(in->r->src->cal, e->first, end);
	/* Some write the same day as the end of one day. */
	if (e->span == 0 && start.is_date)
		e->span = 1;
	if (e->span < 0)
		return "selesai sebelum mulai";
	if (e->span > SPAN_MAX)
		return "lebih panjang dari setahun";
	return NULL;
}
