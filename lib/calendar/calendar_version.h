/*
 * calendar_version.h - the versions of the office's calendar.
 *
 * This is the noun of the room calendar, which knows how the calendar is kept:
 * its versions, the draft of the next (calendar_draft.h), edits of its text
 * (calendar_edit.h), holidays as a table (holiday.h) and as iCalendar (ics.h).
 * It does no arithmetic, and does not know which tasks a change moves
 * (case/calendar_moves.h), nor which months are closed: those keep their
 * figures (month/month_close.h).
 *
 *	text = calendar_version_text(office, 3);
 *	... a holiday is written into it ...
 *	calendar_draft_save(office, &change, text);
 *	calendar_draft_publish(office, &change);	now there is version 4
 *
 * The highest version is in force: tasks opened from then on follow it, those
 * already open only by act_calendar().  What a calendar says is in
 * clock/calendar.h; the next version is prepared by calendar_draft.h.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

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

/* The number of the version with this id; 0 when none has it. */
int64_t		 calendar_version_of(struct office *, int64_t id);
