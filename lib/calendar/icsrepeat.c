/* icsrepeat.c - events of an iCalendar file that come again. */
#include <stdlib.h>
#include <string.h>

#include "calendar/icsraw.h"

#define STEPS_MAX	2000000	/* repetitions and exceptions looked at */

/* Is the instance of this date left out, or told by another event? */
static int
is_left_out(struct ics *in, const struct ics_event *e,
    struct icaltimetype day)
{
	const struct ics_event *other = in->event;
	struct icaltimetype out;
	icalproperty *p;
	size_t i;

	for (p = icalcomponent_get_first_property(e->comp,
	    ICAL_EXDATE_PROPERTY); p != NULL;
	    p = icalcomponent_get_next_property(e->comp,
	    ICAL_EXDATE_PROPERTY)) {
		in->steps++;
		ics_office_date(in, p, icalproperty_get_exdate(p), &out);
		if (ics_number(out) == ics_number(day))
			return 1;
	}
	for (i = 0; i < in->file.events.count; i++, other++)
		if (e->instance == 0 && *e->uid != '\0' &&
		    other->instance == ics_number(day) &&
		    strcmp(other->uid, e->uid) == 0)
			return 1;
	return 0;
}

static int
too_many(const struct ics *in, const struct ics_event *e)
{
	return holiday_refuse(in->r, e->part->line,
	    "terlalu banyak pengulangan");
}

static int
add_instance(struct ics *in, const struct ics_event *e, struct icaltimetype day,
    const struct holiday *as)
{
	if (in->steps++ > STEPS_MAX)
		return too_many(in, e);
	return is_left_out(in, e, day) ? 0 : ics_add_days(in, e, day, as);
}

/* Follow one rule through the years that are asked for. */
static int
follow_rule(struct ics *in, const struct ics_event *e,
    struct icalrecurrencetype rule, const struct holiday *as)
{
	const struct holiday_source *src = in->r->src;
	icalrecur_iterator *it = icalrecur_iterator_new(rule, e->first);
	struct icaltimetype day;
	int rc = 0;

	while (rc == 0 && it != NULL) {
		day = icalrecur_iterator_next(it);
		if (icaltime_is_null_time(day) || day.year > src->last_year)
			break;
		if (day.year >= src->first_year &&
		    ics_number(day) != ics_number(e->first))
			rc = add_instance(in, e, day, as);
		else if (in->steps++ > STEPS_MAX)
			rc = too_many(in, e);
	}
	if (it != NULL)
		icalrecur_iterator_free(it);
	return rc;
}

static int
count_of(const short *list)
{
	int n = 0;

	while (list[n] != ICAL_RECURRENCE_ARRAY_MAX)
		n++;
	return n;
}

/* Does one of the months have one of the days, the last being -1? */
static int
has_day(const short *months, const short *days)
{
	static const int length[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31,
		30, 31 };
	int m, d;

	for (m = 0; m < count_of(months); m++)
		for (d = 0; d < count_of(days); d++)
			if (months[m] >= 1 && months[m] <= 12 && days[d] != 0 &&
			    abs(days[d]) <= length[months[m] - 1])
				return 1;
	return 0;
}

/* Are the weekdays' positions ("5MO") such as a month or year can have? */
static int
has_weekdays(const struct icalrecurrencetype *rule)
{
	int most = rule->freq == ICAL_YEARLY_RECURRENCE &&
	    count_of(rule->by_month) == 0 ? 53 : 5, i;

	for (i = 0; i < count_of(rule->by_day); i++)
		if (abs(icalrecurrencetype_day_position(rule->by_day[i])) >
		    most)
			return 0;
	return 1;
}

/*
 * Only rules that are sure to come true are followed: for one that never does
 * libical searches the next five centuries.
 */
static int
is_followed(const struct icalrecurrencetype *rule)
{
	static const short all[] = { 1, ICAL_RECURRENCE_ARRAY_MAX };
	int months = count_of(rule->by_month);
	int days = count_of(rule->by_month_day);
	int weekdays = count_of(rule->by_day);

	if (rule->rscale != NULL || count_of(rule->by_set_pos) +
	    count_of(rule->by_week_no) + count_of(rule->by_year_day) +
	    count_of(rule->by_hour) + count_of(rule->by_minute) +
	    count_of(rule->by_second) > 0 || (days > 0 && weekdays > 0) ||
	    !has_weekdays(rule))
		return 0;
	if (days > 0 && !has_day(months ? rule->by_month : all,
	    rule->by_month_day))
		return 0;
	switch (rule->freq) {
	case ICAL_YEARLY_RECURRENCE:
	case ICAL_MONTHLY_RECURRENCE:
		return rule->interval == 1 || months + days + weekdays == 0;
	case ICAL_WEEKLY_RECURRENCE:
		return months + days == 0;
	case ICAL_DAILY_RECURRENCE:
		return months + days + weekdays == 0;
	default:
		return 0;
	}
}

int
ics_add_all(struct ics *in, const struct ics_event *e, struct holiday *as)
{
	struct icalrecurrencetype rule;
	struct icaldatetimeperiodtype t;
	struct icaltimetype day;
	icalproperty *p;
	int rc;

	p = icalcomponent_get_first_property(e->comp, ICAL_RRULE_PROPERTY);
	if (p != NULL) {
		rule = icalproperty_get_rrule(p);
		as->note = (char *)(is_followed(&rule) ? "berulang" :
		    "berulang, tetapi aturannya tidak diikuti");
	}
	rc = add_instance(in, e, e->first, as);
	for (p = icalcomponent_get_first_property(e->comp,
	    ICAL_RRULE_PROPERTY); p != NULL && rc == 0;
	    p = icalcomponent_get_next_property(e->comp,
	    ICAL_RRULE_PROPERTY)) {
		rule = icalproperty_get_rrule(p);
		if (is_followed(&rule))
			rc = follow_rule(in, e, rule, as);
	}
	for (p = icalcomponent_get_first_property(e->comp,
	    ICAL_RDATE_PROPERTY); p != NULL && rc == 0;
	    p = icalcomponent_get_next_property(e->comp,
	    ICAL_RDATE_PROPERTY)) {
		t = icalproperty_get_rdate(p);
		if (!icaltime_is_null_time(t.time) &&
		    ics_office_date(in, p, t.time, &day) >= 0)
			rc = add_instance(in, e, day, as);
	}
	return rc;
}
