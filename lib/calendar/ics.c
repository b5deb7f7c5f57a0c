/*
 * ics.c - days off of an iCalendar file: events of whole days, with what
 * repeats, what is left out and what was cancelled.
 *
 * icsfile.c has looked at the shape; each event's own lines are given to
 * libical one event at a time.
 */
#include <stdlib.h>
#include <string.h>

#include "calendar/icsraw.h"

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

int
ics_add_days(struct ics *in, const struct ics_event *e, struct icaltimetype day,
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
	if (p != NULL && ics_office_date(in, p,
	    icalproperty_get_recurrenceid(p), &day) >= 0)
		e->instance = ics_number(day);
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
		why = ics_find_days(in, e);
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
		return ics_add_days(in, e, e->first, &h);
	}
	return ics_add_all(in, e, &h);
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
