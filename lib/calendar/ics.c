/*
 * ics.c - days off of an iCalendar file: events of whole days, with what
 * repeats, what is left out and what was cancelled.
 *
 * icsfile.c has looked at the shape; each event's own lines are given to
 * libical one event at a time.
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "calendar/holiday.h"
#include "calendar/ics.h"
#include "calendar/icsfile.h"

#define SPAN_MAX	366	/* days of one event */
#define DAY		86400
#define YEAR_MIN	1902	/* of times that libical can count */
#define YEAR_MAX	2500
#define STEPS_MAX	2000000	/* repetitions and exceptions looked at */
#define FOLD	75		/* octets of a line, its end not counted */

/* An event as libical sees it. */
struct ics_event {
	const struct ics_part	*part;
	icalcomponent		*comp;		/* NULL: not to be read */
	const char		*uid;		/* "" when it has none */
	int			 sequence;
	int			 instance;	/* date of its RECURRENCE-ID as
						   20261231, or 0 */
	struct icaltimetype	 first;		/* date */
	int			 span;		/* days; 0: not whole days */
};

struct ics {
	struct holiday_reader	*r;
	struct ics_file		 file;
	struct ics_event	*event;
	icaltimezone		**zone;		/* of the file */
	size_t			 nzones;
	long			 steps;		/* of repetitions, so far */
};

/* A date as 20261231. */
static int
number_of(struct icaltimetype t)
{
	return t.year * 10000 + t.month * 100 + t.day;
}

/* -- the days of an event ---------------------------------------------- */

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

/*
 * The office's date of a property's time: itself when it is a date.  0, or 1
 * when it is a time that is not the office's midnight, or -1 when its zone is
 * not known.
 */
static int
office_date(const struct ics *in, icalproperty *prop, struct icaltimetype t,
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
	if (number_of(to) < number_of(from))
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
		return office_date(in, p, icalproperty_get_dtend(p), end);
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

/* Find the days of an event; NULL, or why it cannot be read (static). */
static const char *
find_days(const struct ics *in, struct ics_event *e)
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
	if ((rc = office_date(in, p, start, &e->first)) < 0)
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

/* -- events that come again -------------------------------------------- */

/* Add every day of the event that begins on this date. */
static int
add_days(struct ics *in, const struct ics_event *e, struct icaltimetype day,
    const struct holiday *as)
{
	struct holiday h = *as;
	int i;

	for (i = 0; i < (e->span ? e->span : 1); i++) {
		h.day.year = day.year;
		h.day.month = day.month;
		h.day.day = day.day;
		if (holiday_add(in->r, &h) != 0)
			return -1;
		icaltime_adjust(&day, 1, 0, 0, 0);
	}
	return 0;
}

/* Is the instance of this date left out, or described by another event? */
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
		office_date(in, p, icalproperty_get_exdate(p), &out);
		if (number_of(out) == number_of(day))
			return 1;
	}
	for (i = 0; i < in->file.events.count; i++, other++)
		if (e->instance == 0 && *e->uid != '\0' &&
		    other->instance == number_of(day) &&
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
	return is_left_out(in, e, day) ? 0 : add_days(in, e, day, as);
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
		    number_of(day) != number_of(e->first))
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

/* Add the days of an event, what its rules give, and the dates beside them,
 * each as `as`. */
static int
add_all(struct ics *in, const struct ics_event *e, struct holiday *as)
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
		    office_date(in, p, t.time, &day) >= 0)
			rc = add_instance(in, e, day, as);
	}
	return rc;
}

/* -- an event ---------------------------------------------------------- */

static int
contains(const char *text, const char *part)
{
	for (; text != NULL && *text != '\0'; text++)
		if (strncasecmp(text, part, strlen(part)) == 0)
			return 1;
	return 0;
}

static int
is_joint(const struct ics_event *e, const char *name)
{
	icalproperty *p;

	for (p = icalcomponent_get_first_property(e->comp,
	    ICAL_CATEGORIES_PROPERTY); p != NULL;
	    p = icalcomponent_get_next_property(e->comp,
	    ICAL_CATEGORIES_PROPERTY))
		if (contains(icalproperty_get_categories(p), "cuti bersama"))
			return 1;
	return contains(name, "cuti bersama");
}

static enum holiday_mark
mark_of(const struct ics_event *e, const char *name)
{
	static const char *const unsure[] = { "(belum pasti)", "(perkiraan)",
		"(tentative)" };
	enum icalproperty_status status =
	    icalcomponent_get_status(e->comp);
	const char *text = icalcomponent_get_description(e->comp);
	size_t i;

	if (e->part->cancelled || status == ICAL_STATUS_CANCELLED)
		return HOLIDAY_CANCELLED;
	if (e->span == 0)
		return HOLIDAY_PARTIAL;
	for (i = 0; i < sizeof(unsure) / sizeof(unsure[0]); i++)
		if (contains(name, unsure[i]))
			return HOLIDAY_UNSURE;
	if (status == ICAL_STATUS_TENTATIVE)
		return HOLIDAY_UNSURE;
	/* As the public calendars of holidays mark them. */
	if (text != NULL && (strncasecmp(text, "Perayaan", 8) == 0 ||
	    strncasecmp(text, "Observance", 10) == 0))
		return HOLIDAY_OBSERVED;
	return HOLIDAY_NEW;
}

/* Is a later event of the same UID in its place?  Its line, or 0. */
static size_t
replaced_by(const struct ics *in, const struct ics_event *e)
{
	const struct ics_event *other = in->event;
	size_t i;

	for (i = 0; i < in->file.events.count; i++, other++)
		if (other != e && *e->uid != '\0' &&
		    strcmp(other->uid, e->uid) == 0 &&
		    other->instance == e->instance &&
		    other->sequence > e->sequence)
			return other->part->line;
	return 0;
}

/* Read the parts of an event that others ask for. */
static void
open_event(const struct ics *in, struct ics_event *e,
    const struct ics_part *part)
{
	icalproperty *p;
	struct icaltimetype day;

	e->part = part;
	e->uid = "";
	if (part->fault == NULL)
		e->comp = icalparser_parse_string(part->text);
	if (e->comp != NULL && icalcomponent_isa(e->comp) !=
	    ICAL_VEVENT_COMPONENT) {
		icalcomponent_free(e->comp);
		e->comp = NULL;
	}
	if (e->comp == NULL)
		return;
	if (icalcomponent_get_uid(e->comp) != NULL)
		e->uid = icalcomponent_get_uid(e->comp);
	e->sequence = icalcomponent_get_sequence(e->comp);
	p = icalcomponent_get_first_property(e->comp,
	    ICAL_RECURRENCEID_PROPERTY);
	if (p != NULL && office_date(in, p,
	    icalproperty_get_recurrenceid(p), &day) >= 0)
		e->instance = number_of(day);
}

static int
add_event(struct ics *in, struct ics_event *e)
{
	struct holiday h = { .line = e->part->line, .mark = HOLIDAY_UNREAD,
	    .day = { .name = "Tanpa nama" } };
	const char *why = e->part->fault, *name;
	char note[64];
	size_t line;

	if (e->comp != NULL) {
		name = icalcomponent_get_summary(e->comp);
		if (name != NULL && name[strspn(name, " \t\r\n")] != '\0')
			h.day.name = name;
		why = find_days(in, e);
	} else if (why == NULL) {
		why = "tidak terbaca";
	} else {
		h.line = e->part->fault_line;
	}
	if (why != NULL) {
		h.note = (char *)why;
		return holiday_add(in->r, &h);
	}
	h.mark = mark_of(e, h.day.name);
	h.day.joint = is_joint(e, h.day.name);
	if ((line = replaced_by(in, e)) != 0) {
		h.mark = HOLIDAY_CANCELLED;
		snprintf(note, sizeof(note), "diganti oleh baris %zu", line);
		h.note = note;
		return add_days(in, e, e->first, &h);
	}
	return add_all(in, e, &h);
}

/* Open the zones of the file; one that libical does not take is left out. */
static int
open_zones(struct ics *in)
{
	const struct ics_parts *parts = &in->file.zones;
	icalcomponent *comp;
	icaltimezone *zone;
	size_t i;

	in->zone = calloc(parts->count + 1, sizeof(*in->zone));
	if (in->zone == NULL)
		return holiday_refuse(in->r, 0, "memori habis");
	for (i = 0; i < parts->count; i++) {
		comp = parts->list[i].fault ? NULL :
		    icalparser_parse_string(parts->list[i].text);
		zone = comp ? icaltimezone_new() : NULL;
		if (zone != NULL && icaltimezone_set_component(zone, comp)) {
			in->zone[in->nzones++] = zone;
			continue;
		}
		if (zone != NULL)
			icaltimezone_free(zone, 1);
		if (comp != NULL)
			icalcomponent_free(comp);
	}
	return 0;
}

static void
close_all(struct ics *in)
{
	size_t i;

	for (i = 0; in->event != NULL && i < in->file.events.count; i++)
		if (in->event[i].comp != NULL)
			icalcomponent_free(in->event[i].comp);
	free(in->event);
	for (i = 0; i < in->nzones; i++)
		icaltimezone_free(in->zone[i], 1);
	free(in->zone);
	icsfile_free(&in->file);
	icalmemory_free_ring();
}

int
ics_read(struct holiday_reader *r, const char *text, size_t len)
{
	struct ics in = { .r = r };
	size_t i, n;
	int rc;

	icalerror_set_errors_are_fatal(0);
	rc = icsfile_read(&in.file, r, text, len);
	n = in.file.events.count;
	if (rc == 0 && (in.event = calloc(n + 1, sizeof(*in.event))) == NULL)
		rc = holiday_refuse(r, 0, "memori habis");
	if (rc == 0)
		rc = open_zones(&in);
	for (i = 0; rc == 0 && i < n; i++)
		open_event(&in, &in.event[i], &in.file.events.list[i]);
	for (i = 0; rc == 0 && i < n; i++)
		rc = add_event(&in, &in.event[i]);
	close_all(&in);
	return rc;
}

/* -- writing ----------------------------------------------------------- */

/* A content line that is being written, folded between characters. */
struct fold {
	FILE	*f;
	size_t	 used;
};

/* Write one character, of `n` octets. */
static void
put_char(struct fold *out, const char *s, size_t n)
{
	if (out->used + n > FOLD) {
		fputs("\r\n ", out->f);
		out->used = 1;
	}
	fwrite(s, 1, n, out->f);
	out->used += n;
}

/* Write a value of type TEXT: backslash, semicolon and comma are escaped, a
 * line break becomes \n (3.3.11). */
static void
put_text(struct fold *out, const char *s)
{
	size_t n;

	for (; *s != '\0'; s += n) {
		for (n = 1; (s[n] & 0xc0) == 0x80; n++)
			;
		if (*s == '\n')
			put_char(out, "\\n", 2);
		else if (strchr("\\;,", *s) != NULL)
			put_char(out, (char[]){ '\\', *s }, 2);
		else
			put_char(out, s, n);
	}
}

static void
write_property(FILE *f, const char *name, const char *value)
{
	struct fold out = { f, 0 };

	for (; *name != '\0'; name++)
		put_char(&out, name, 1);
	put_text(&out, value);
	fputs("\r\n", f);
}

/* "20261231", of an instant in office time. */
static void
write_date(FILE *f, const char *name, const struct calendar *cal, int64_t t)
{
	struct cal_local l;

	calendar_local(cal, t, &l);
	fprintf(f, "%s;VALUE=DATE:%04d%02d%02d\r\n", name, l.year, l.month,
	    l.day);
}

static void
write_event(FILE *f, const struct calendar *cal, int64_t t,
    const struct cal_reason *r, const char *stamp)
{
	struct cal_local l;

	calendar_local(cal, t, &l);
	fprintf(f, "BEGIN:VEVENT\r\nUID:libur-%04d%02d%02d@sopap\r\n"
	    "DTSTAMP:%s\r\n", l.year, l.month, l.day, stamp);
	write_date(f, "DTSTART", cal, t);
	/* The end is not included: it is the next date. */
	write_date(f, "DTEND", cal, calendar_instant(cal, l.year, l.month,
	    l.day + 1, 0, 0, 0));
	write_property(f, "SUMMARY:", r->name);
	if (r->decree != NULL)
		write_property(f, "DESCRIPTION:", r->decree);
	write_property(f, "CATEGORIES:", r->rule == CAL_RULE_JOINT ?
	    "Cuti Bersama" : "Libur");
	fputs("TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n", f);
}

static void
write_years(FILE *f, const struct calendar *cal, const int years[2],
    const char *stamp)
{
	int64_t t, end = calendar_month(cal, years[1] + 1, 1);
	struct cal_reason r;
	struct cal_local l;
	int day;

	for (day = 1; (t = calendar_instant(cal, years[0], 1, day, 0, 0, 0)) <
	    end; day++) {
		calendar_local(cal, t, &l);
		if (calendar_reason(cal, l.year, l.month, l.day, &r) == 0 &&
		    !r.working && (r.rule == CAL_RULE_HOLIDAY ||
		    r.rule == CAL_RULE_JOINT || (r.rule == CAL_RULE_OVERRIDE &&
		    r.outages == 0)))
			write_event(f, cal, t, &r, stamp);
	}
}

char *
ics_write(const struct calendar *cal, int first_year, int last_year,
    int64_t now)
{
	char *text = NULL, stamp[32];
	time_t t = (time_t)now;
	struct tm utc;
	size_t len;
	FILE *f;
	int bad;

	if (gmtime_r(&t, &utc) == NULL || strftime(stamp, sizeof(stamp),
	    "%Y%m%dT%H%M%SZ", &utc) == 0 ||
	    (f = open_memstream(&text, &len)) == NULL)
		return NULL;
	fputs("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
	    "PRODID:-//sopap//kalender kantor//ID\r\n"
	    "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n", f);
	write_years(f, cal, (int[]){ first_year, last_year }, stamp);
	fputs("END:VCALENDAR\r\n", f);
	bad = ferror(f);
	if (fclose(f) != 0 || bad) {
		free(text);
		return NULL;
	}
	return text;
}
