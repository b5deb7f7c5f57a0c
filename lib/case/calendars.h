/*
 * calendars.h - the versions of the office's calendar.  Putting one in force
 * is office_set_calendar(); what a calendar says is in clock/calendar.h.
 */
#ifndef CASE_CALENDARS_H
#define CASE_CALENDARS_H

#include <stddef.h>
#include <stdint.h>

#include "case/office.h"

struct calendar_item {
	int64_t	version;		/* 1, 2 ...; the highest is in force */
	int64_t	made_at;
	int64_t	made_by;		/* person; 0: at set-up */
};

/* The latest first; given, free() *rows. */
enum case_err	 calendar_versions(struct office *,
		    struct calendar_item **rows, size_t *count);

/* The text of a version; NULL when there is none.  Given, free() it. */
char		*calendar_version_text(struct office *, int64_t version);

#endif
