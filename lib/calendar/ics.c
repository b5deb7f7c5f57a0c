/*
 * ics.c - days off of an iCalendar file, and a file of an office's days off.
 *
 * libical reads and writes: it unfolds lines, closes components, and leaves an
 * X-LIC-ERROR where a line is none.  Here is said which days an event means.
 * libical counts no lines, so each BEGIN and each fault is followed by a
 * property of our own that has the number of its line.
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "calendar/holiday.h"
#include "calendar/ics.h"
#include "clock/civil.h"

#define SPAN_MAX	366	/* days of one event */
#define DAY		86400
#define YEAR_MIN	1902	/* of times that libical can count */
#define YEAR_MAX	2500
#define DEPTH_MAX	8	/* an alarm in an event in a calendar is 3 */
#define EVENTS_MAX	5000
#define FAULTS_MAX	10000	/* lines that libical does not take */
#define DATES_MAX	500	/* of one line; libical drops what follows */
#define BAD_LINE	"bukan baris iCalendar (NAMA:nilai)"

#define EACH_PROPERTY(p, comp, kind) \
	for (icalproperty *p = icalcomponent_get_first_property(comp, kind); \
	    p != NULL; p = icalcomponent_get_next_property(comp, kind))

struct ics_event {
	icalcomponent		*comp;
	size_t			 line;		/* of its BEGIN, from 1 */
	int			 cancelled;	/* its calendar cancels */
	const char		*uid;		/* "" when it has none */
	int			 sequence;
	int			 instance;	/* date of its RECURRENCE-ID as
						   20261231, or 0 */
	int			*left_out;	/* such dates, ended by 0 */
	struct icaltimetype	 first;		/* date */
	int			 span;		/* days; 0: not whole days */
};

struct ics {
	struct holiday_reader	*r;
	FILE			*file;
	size_t			 line;		/* read last, from 1 */
	int			 within;	/* that line: its end is not
						   read */
	icalparser		*parser;
	size_t			 open[DEPTH_MAX];	/* lines of BEGIN */
	int			 depth;
	long			 faults;
	icalcomponent		*root;		/* of all calendars */
	struct ics_event	*event;
	size_t			 nevents;
};

/* A date as 20261231. */
static int
number_of(struct icaltimetype t)
{
	return t.year * 10000 + t.month * 100 + t.day;
}

/* -- lines --------------------------------------------------------------- */

/* Give libical a line, or a piece of a long one; blank lines are left out. */
static char *
next_piece(char *piece, size_t size, void *data)
{
	struct ics *in = data;
	int blank;

	do {
		in->line += !in->within;
		*piece = '\0';
		if (fgets(piece, (int)size, in->file) == NULL)
			return NULL;
		blank = !in->within && piece[strspn(piece, "\r\n")] == '\0';
		in->within = strchr(piece, '\n') == NULL;
	} while (blank);
	return piece;
}

static int
has_name(const char *line, const char *name)
{
	size_t n = strlen(name);

	return strncasecmp(line, name, n) == 0 && line[n] != '\0' &&
	    strchr(":;", line[n]) != NULL;
}

/* Keep the number of a line in the component that is open. */
static void
mark_line(struct ics *in, size_t at)
{
	char mark[40];

	snprintf(mark, sizeof(mark), "X-SOPAP-LINE:%zu", at);
	icalparser_add_line(in->parser, mark);
}

/* Count what is open; 0, or -1 when the line may not stand here. */
static int
follow_depth(struct ics *in, const char *line, size_t at)
{
	if (has_name(line, "BEGIN")) {
		if (in->depth == DEPTH_MAX)
			return holiday_refuse(in->r, at,
			    "susunan terlalu dalam");
		in->open[in->depth++] = at;
		return 0;
	}
	if (in->depth == 0 && *line != '\0')
		return holiday_refuse(in->r, at,
		    "di luar BEGIN:VCALENDAR dan END:VCALENDAR");
	in->depth -= has_name(line, "END");
	return 0;
}

/* Has a list of dates more of them than libical keeps? */
static int
is_too_long(const char *line)
{
	size_t n = 1;

	if (!has_name(line, "RDATE") && !has_name(line, "EXDATE"))
		return 0;
	for (; *line != '\0'; line++)
		n += *line == ',';
	return n > DATES_MAX;
}

/* Take one unfolded line, which begins at line `at` of the file. */
static int
take_line(struct ics *in, char *line, size_t at)
{
	icalcomponent *done;
	int bad;

	/* Not before it is unfolded: some fold inside a letter. */
	if (!utf8_valid(line, strlen(line)))
		return holiday_refuse(in->r, at, "ada huruf yang bukan UTF-8");
	if (is_too_long(line))
		return holiday_refuse(in->r, at, "lebih dari %d tanggal dalam "
		    "satu baris; pecah menjadi beberapa baris", DATES_MAX);
	if (follow_depth(in, line, at) != 0)
		return -1;
	if ((done = icalparser_add_line(in->parser, line)) != NULL)
		icalcomponent_add_component(in->root, done);
	bad = icalparser_get_state(in->parser) == ICALPARSER_ERROR;
	if ((in->faults += bad) > FAULTS_MAX)
		return holiday_refuse(in->r, at, BAD_LINE);
	if (bad || has_name(line, "BEGIN"))
		mark_line(in, at);
	return 0;
}

static int
take_lines(struct ics *in)
{
	size_t at;
	char *line;
	int rc = 0;

	icalparser_set_gen_data(in->parser, in);
	/* libical reads one line ahead, so this one begins where it stands. */
	while (rc == 0 && (at = in->line, line = icalparser_get_line(
	    in->parser, next_piece)) != NULL) {
		rc = take_line(in, line, at);
		icalmemory_free_buffer(line);
	}
	if (rc == 0 && in->depth > 0)
		rc = holiday_refuse(in->r, in->open[in->depth - 1],
		    "terpotong: BEGIN di sini tidak ditutup");
	return rc;
}

/* -- the days of an event ------------------------------------------------ */

/*
 * The time of a property in its zone: of the file, or a well-known one.  0, or
 * -1 when its zone is not known.
 */
static int
time_of(const struct ics_event *e, icalproperty *prop, struct icaltimetype *t)
{
	*t = icalproperty_get_datetime_with_component(prop, e->comp);
	return t->zone == NULL && !t->is_date &&
	    icalproperty_get_first_parameter(prop, ICAL_TZID_PARAMETER) !=
	    NULL ? -1 : 0;
}

/* The office's date of a time: itself when it is a date.  0, or 1 when it is a
 * time that is not the office's midnight. */
static int
office_date(const struct ics *in, struct icaltimetype t,
    struct icaltimetype *out)
{
	const struct calendar *cal = in->r->src->cal;
	struct cal_local l;
	int64_t at;

	*out = (struct icaltimetype){ .year = t.year, .month = t.month,
	    .day = t.day, .is_date = 1 };
	if (t.is_date)
		return 0;
	if (t.year < YEAR_MIN || t.year > YEAR_MAX)
		return 1;
	if (t.zone != NULL)
		at = icaltime_as_timet_with_zone(t, t.zone);
	else
		at = calendar_instant(cal, t.year, t.month, t.day, t.hour,
		    t.minute, t.second);
	calendar_local(cal, at, &l);
	out->year = l.year;
	out->month = l.month;
	out->day = l.day;
	return l.hour != 0 || l.minute != 0 || l.second != 0;
}

/* The office's date of a property as 20261231, or 0. */
static int
number_in(const struct ics *in, const struct ics_event *e, icalproperty *prop)
{
	struct icaltimetype t, day;

	if (time_of(e, prop, &t) != 0)
		return 0;
	office_date(in, t, &day);
	return number_of(day);
}

/* Is there such a date? */
static int
is_real(struct icaltimetype t)
{
	return t.year >= 1 && t.year <= 9999 &&
	    civil_is_date(t.year, t.month, t.day);
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
		return time_of(e, p, &start) != 0 ? -1 :
		    office_date(in, start, end);
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
	rc = time_of(e, p, &start);
	if (!is_real(start))
		return "DTSTART tidak terbaca";
	if (rc != 0)
		return "zona waktunya (TZID) tidak dikenal";
	whole = office_date(in, start, &e->first) == 0;
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

/* -- events that come again ---------------------------------------------- */

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
is_left_out(const struct ics *in, const struct ics_event *e, int day)
{
	const struct ics_event *other = in->event;
	const int *out;
	size_t i;

	for (out = e->left_out; *out != 0; out++)
		if (*out == day)
			return 1;
	for (i = 0; i < in->nevents; i++, other++)
		if (e->instance == 0 && *e->uid != '\0' &&
		    other->instance == day && strcmp(other->uid, e->uid) == 0)
			return 1;
	return 0;
}

static int
add_instance(struct ics *in, const struct ics_event *e, struct icaltimetype day,
    const struct holiday *as)
{
	return !is_real(day) || is_left_out(in, e, number_of(day)) ? 0 :
	    add_days(in, e, day, as);
}

/* Is the list of a rule empty, or this number alone? */
static int
is_only(const short *list, int n)
{
	return list[0] == ICAL_RECURRENCE_ARRAY_MAX ||
	    (list[0] == n && list[1] == ICAL_RECURRENCE_ARRAY_MAX);
}

/* Does the rule say: each year, on the date of the event? */
static int
is_yearly(const struct icalrecurrencetype *rule, struct icaltimetype first)
{
	const short *const none[] = { rule->by_day, rule->by_year_day,
		rule->by_week_no, rule->by_set_pos, rule->by_hour,
		rule->by_minute, rule->by_second };
	size_t i;

	for (i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		if (none[i][0] != ICAL_RECURRENCE_ARRAY_MAX)
			return 0;
	/* Without its month, a day of the month comes every month. */
	if (rule->by_month[0] == ICAL_RECURRENCE_ARRAY_MAX &&
	    rule->by_month_day[0] != ICAL_RECURRENCE_ARRAY_MAX)
		return 0;
	return rule->freq == ICAL_YEARLY_RECURRENCE && rule->interval == 1 &&
	    rule->rscale == NULL && is_only(rule->by_month, first.month) &&
	    is_only(rule->by_month_day, first.day);
}

/* Add the event's date in each later year that is asked for. */
static int
add_years(struct ics *in, const struct ics_event *e,
    const struct icalrecurrencetype *rule, const struct holiday *as)
{
	const struct holiday_source *src = in->r->src;
	struct icaltimetype day = e->first;
	int last = number_of(rule->until), count = 0, rc = 0;

	for (; rc == 0 && day.year <= src->last_year; day.year++) {
		if ((rule->count > 0 && count == rule->count) ||
		    (last > 0 && number_of(day) > last))
			break;
		count += is_real(day);
		if (day.year >= src->first_year && day.year > e->first.year)
			rc = add_instance(in, e, day, as);
	}
	return rc;
}

/* Add the days of an event, what its rule gives, and the dates beside them,
 * each as `as`. */
static int
add_all(struct ics *in, const struct ics_event *e, struct holiday *as)
{
	struct icalrecurrencetype rule;
	struct icaltimetype t, day;
	icalproperty *p;
	int rc;

	p = icalcomponent_get_first_property(e->comp, ICAL_RRULE_PROPERTY);
	if (p != NULL)
		as->note = (char *)"berulang";
	rc = add_instance(in, e, e->first, as);
	if (p != NULL && rc == 0) {
		rule = icalproperty_get_rrule(p);
		rc = add_years(in, e, &rule, as);
	}
	EACH_PROPERTY(date, e->comp, ICAL_RDATE_PROPERTY) {
		if (rc != 0 || time_of(e, date, &t) != 0)
			continue;
		office_date(in, t, &day);
		rc = add_instance(in, e, day, as);
	}
	return rc;
}

/* -- an event ------------------------------------------------------------ */

static int
contains(const char *text, const char *part)
{
	return text != NULL && strcasestr(text, part) != NULL;
}

static int
is_joint(const struct ics_event *e, const char *name)
{
	EACH_PROPERTY(p, e->comp, ICAL_CATEGORIES_PROPERTY)
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

	if (e->cancelled || status == ICAL_STATUS_CANCELLED)
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

	for (i = 0; i < in->nevents; i++, other++)
		if (other != e && *e->uid != '\0' &&
		    strcmp(other->uid, e->uid) == 0 &&
		    other->instance == e->instance &&
		    other->sequence > e->sequence)
			return other->line;
	return 0;
}

/* The number that mark_line() kept in a property, or 0. */
static size_t
line_in(icalproperty *p)
{
	const char *text = p != NULL && icalproperty_isa(p) ==
	    ICAL_X_PROPERTY ? icalproperty_get_x(p) : NULL;

	return text != NULL ? strtoul(text, NULL, 10) : 0;
}

/* The line of a component that is none, or 0. */
static size_t
bad_line(icalcomponent *comp)
{
	icalparameter *type;

	EACH_PROPERTY(p, comp, ICAL_ANY_PROPERTY) {
		if (icalproperty_isa(p) != ICAL_XLICERROR_PROPERTY)
			continue;
		type = icalproperty_get_first_parameter(p,
		    ICAL_XLICERRORTYPE_PARAMETER);
		if (type != NULL && icalparameter_get_xlicerrortype(type) ==
		    ICAL_XLICERRORTYPE_COMPONENTPARSEERROR)
			return line_in(icalcomponent_get_next_property(comp,
			    ICAL_ANY_PROPERTY));
	}
	return 0;
}

/* Has the event a rule that is not followed? */
static int
has_other_rule(const struct ics_event *e)
{
	struct icalrecurrencetype rule;

	EACH_PROPERTY(p, e->comp, ICAL_RRULE_PROPERTY) {
		rule = icalproperty_get_rrule(p);
		if (!is_yearly(&rule, e->first))
			return 1;
	}
	/* libical says so of a rule that it cannot read. */
	EACH_PROPERTY(p, e->comp, ICAL_XLICERROR_PROPERTY)
		if (contains(icalproperty_get_xlicerror(p),
		    "in RRULE property"))
			return 1;
	return 0;
}

/* Find the days of an event, and why it cannot be read: static, or NULL. */
static const char *
check_event(const struct ics *in, struct ics_event *e)
{
	const char *why = find_days(in, e);

	if (why == NULL && has_other_rule(e))
		why = "pengulangannya (RRULE) bukan setahun sekali pada "
		    "tanggal yang sama; tulis setiap tanggalnya sebagai "
		    "kegiatan tersendiri";
	return why;
}

static int
add_event(struct ics *in, struct ics_event *e)
{
	struct holiday h = { .line = e->line, .mark = HOLIDAY_UNREAD,
	    .day = { .name = "Tanpa nama" } };
	const char *name = icalcomponent_get_summary(e->comp);
	size_t line = bad_line(e->comp);
	char note[64];

	if (name != NULL && name[strspn(name, " \t\r\n")] != '\0')
		h.day.name = name;
	if (line != 0)
		h.line = line;
	h.note = (char *)(line != 0 ? BAD_LINE : check_event(in, e));
	if (h.note != NULL)
		return holiday_add(in->r, &h);
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

/* -- all events ---------------------------------------------------------- */

/* Read the parts of an event that others ask for. */
static int
open_event(struct ics *in, icalcomponent *comp)
{
	struct ics_event *e = &in->event[in->nevents];
	icalcomponent *parent = icalcomponent_get_parent(comp);
	icalproperty *p;
	size_t n = 0;

	*e = (struct ics_event){ .comp = comp, .uid = "" };
	e->line = line_in(icalcomponent_get_first_property(comp,
	    ICAL_X_PROPERTY));
	if (in->nevents == EVENTS_MAX)
		return holiday_refuse(in->r, e->line, "lebih dari %d kegiatan",
		    EVENTS_MAX);
	e->left_out = calloc((size_t)icalcomponent_count_properties(comp,
	    ICAL_EXDATE_PROPERTY) + 1, sizeof(*e->left_out));
	if (e->left_out == NULL)
		return holiday_refuse(in->r, 0, "memori habis");
	in->nevents++;
	e->cancelled = icalcomponent_get_method(parent) == ICAL_METHOD_CANCEL;
	if (icalcomponent_get_uid(comp) != NULL)
		e->uid = icalcomponent_get_uid(comp);
	e->sequence = icalcomponent_get_sequence(comp);
	p = icalcomponent_get_first_property(comp, ICAL_RECURRENCEID_PROPERTY);
	if (p != NULL)
		e->instance = number_in(in, e, p);
	EACH_PROPERTY(out, comp, ICAL_EXDATE_PROPERTY)
		if ((e->left_out[n] = number_in(in, e, out)) != 0)
			n++;
	return 0;
}

/* Open the events in a component; a bad line beside them spoils the file. */
static int
open_events(struct ics *in, icalcomponent *comp)
{
	icalcomponent *c;
	size_t line;
	int rc = 0;

	if (icalcomponent_isa(comp) == ICAL_VEVENT_COMPONENT)
		return open_event(in, comp);
	if (icalcomponent_isa(comp) == ICAL_XLICINVALID_COMPONENT)
		return 0;
	if ((line = bad_line(comp)) != 0)
		return holiday_refuse(in->r, line, BAD_LINE);
	for (c = icalcomponent_get_first_component(comp, ICAL_ANY_COMPONENT);
	    c != NULL && rc == 0; c = icalcomponent_get_next_component(comp,
	    ICAL_ANY_COMPONENT))
		rc = open_events(in, c);
	return rc;
}

static void
close_all(struct ics *in)
{
	size_t i;

	for (i = 0; i < in->nevents; i++)
		free(in->event[i].left_out);
	free(in->event);
	if (in->root != NULL)
		icalcomponent_free(in->root);
	if (in->parser != NULL)
		icalparser_free(in->parser);
	if (in->file != NULL)
		fclose(in->file);
	icalmemory_free_ring();
}

int
ics_read(struct holiday_reader *r, const char *text, size_t len)
{
	struct ics in = { .r = r };
	size_t i;
	int rc = 0;

	icalerror_set_errors_are_fatal(0);
	in.file = fmemopen((void *)text, len, "r");
	in.parser = icalparser_new();
	in.root = icalcomponent_new(ICAL_XROOT_COMPONENT);
	in.event = calloc(EVENTS_MAX + 1, sizeof(*in.event));
	if (in.file == NULL || in.parser == NULL || in.root == NULL ||
	    in.event == NULL)
		rc = holiday_refuse(r, 0, "memori habis");
	if (rc == 0)
		rc = take_lines(&in);
	if (rc == 0)
		rc = open_events(&in, in.root);
	for (i = 0; rc == 0 && i < in.nevents; i++)
		rc = add_event(&in, &in.event[i]);
	close_all(&in);
	return rc;
}

/* -- writing ------------------------------------------------------------- */

static icalcomponent *
event_of(const struct cal_local *l, const struct cal_reason *r,
    struct icaltimetype stamp)
{
	struct icaltimetype day = { .year = l->year, .month = l->month,
		.day = l->day, .is_date = 1 }, next = day;
	char uid[64];
	icalcomponent *event;

	snprintf(uid, sizeof(uid), "libur-%04d%02d%02d@sopap", l->year,
	    l->month, l->day);
	/* The end is not included: it is the next date. */
	icaltime_adjust(&next, 1, 0, 0, 0);
	event = icalcomponent_vanew(ICAL_VEVENT_COMPONENT,
	    icalproperty_new_uid(uid), icalproperty_new_dtstamp(stamp),
	    icalproperty_new_dtstart(day), icalproperty_new_dtend(next),
	    icalproperty_new_summary(r->name), (void *)0);
	if (r->decree != NULL)
		icalcomponent_add_property(event,
		    icalproperty_new_description(r->decree));
	icalcomponent_add_property(event, icalproperty_new_categories(
	    r->rule == CAL_RULE_JOINT ? "Cuti Bersama" : "Libur"));
	icalcomponent_add_property(event,
	    icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
	return event;
}

char *
ics_write(const struct calendar *cal, int first_year, int last_year,
    int64_t now)
{
	icalcomponent *file = icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT,
	    icalproperty_new_version("2.0"),
	    icalproperty_new_prodid("-//sopap//kalender kantor//ID"),
	    icalproperty_new_calscale("GREGORIAN"),
	    icalproperty_new_method(ICAL_METHOD_PUBLISH), (void *)0);
	struct icaltimetype stamp = icaltime_from_timet_with_zone((time_t)now,
	    0, icaltimezone_get_utc_timezone());
	int64_t t, end = calendar_month(cal, last_year + 1, 1);
	struct cal_reason r;
	struct cal_local l;
	char *text;
	int day;

	for (day = 1; (t = calendar_instant(cal, first_year, 1, day, 0, 0, 0)) <
	    end; day++) {
		calendar_local(cal, t, &l);
		if (calendar_reason(cal, l.year, l.month, l.day, &r) == 0 &&
		    !r.working && (r.rule == CAL_RULE_HOLIDAY ||
		    r.rule == CAL_RULE_JOINT || (r.rule == CAL_RULE_OVERRIDE &&
		    r.outages == 0)))
			icalcomponent_add_component(file, event_of(&l, &r,
			    stamp));
	}
	text = icalcomponent_as_ical_string_r(file);
	icalcomponent_free(file);
	return text;
}
