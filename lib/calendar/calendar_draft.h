/*
 * calendar_draft.h - the draft of the next version of the office's calendar.
 *
 * There is one draft of the office.  It counts for nothing until a person puts
 * it in force: then it is a version.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

struct change;

struct calendar_draft {
	int64_t	 base;			/* version in force when it was begun */
	int64_t	 begun_at, begun_by;	/* by whom: person, 0 the system */
	int64_t	 saved_at, saved_by;	/* the last time */
	char	*text;			/* given, free() it */
};

/* CASE_OK, CASE_NOT_FOUND (nothing is being prepared), CASE_DB. */
enum case_err	 calendar_draft_get(struct office *, struct calendar_draft *);

/* Keep a text as the draft, in place of the one there is, or drop that when the
 * text is the calendar in force (calendar_edit_same()).  CASE_INVALID when it
 * is no calendar, or in force without a draft. */
enum case_err	 calendar_draft_save(struct office *, const struct change *,
		    const char *yaml);
enum case_err	 calendar_draft_drop(struct office *, const struct change *);

/* Put the draft in force, by a person; it is a draft no more. */
enum case_err	 calendar_draft_publish(struct office *,
		    const struct change *);
