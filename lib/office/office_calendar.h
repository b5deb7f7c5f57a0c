/*
 * office_calendar.h - the office's calendar for those who make another one of
 * it: the text is checked, tried without being in force, and put in force as
 * part of a larger change.  To read the calendar in force takes office.h
 * alone.
 *
 *	if (office_calendar_try(o, yaml) == 0)
 *		cal = office_calendar_of(o, CALENDAR_AS_IF);
 *	...
 *	office_calendar_forget(o);
 */
#pragma once

#include "office/office.h"

struct change_work;

/* The version number of a text that is only tried: no version has a negative
 * one. */
#define CALENDAR_AS_IF (-1)

/* Read a text as if it were the version CALENDAR_AS_IF, until it is
 * forgotten: 0, or -1 when it is no calendar or memory is out. */
int		 office_calendar_try(struct office *, const char *yaml);
/* Free what was tried; pointers to it end here. */
void		 office_calendar_forget(struct office *);

/* CASE_OK when the text is a calendar and every unit that has an outage in it
 * exists; else CASE_INVALID (field "yaml") with the reason; CASE_DB. */
enum case_err	 office_check_calendar(struct office *, const char *yaml);
/* Inside a change: the text `in`, checked before, becomes the version in
 * force, with its event.  A change_fn (office/change.h). */
enum case_err	 office_put_calendar(struct change_work *, const void *in);

/* Free every calendar an office has read: for office_close(). */
void		 office_calendars_free(struct office *);
