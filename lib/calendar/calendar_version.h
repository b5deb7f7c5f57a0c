/*
 * calendar_version.h - the versions of the office's calendar, the draft of the next
 * one, and what a version would do to open tasks.
 *
 * A draft counts for nothing.  Put in force it is a version, which tasks
 * opened from then on follow; those already open follow it only by
 * act_calendar().  What a calendar says is in clock/calendar.h.
 */
#ifndef CALENDAR_CALENDAR_VERSION_H
#define CALENDAR_CALENDAR_VERSION_H

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

struct change;

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

/* Which version has this id; 0 when none has. */
int64_t		 calendar_version_of(struct office *, int64_t id);

/* -- the draft ----------------------------------------------------------- */

struct calendar_draft {
	int64_t	 base;			/* version in force when it was begun */
	int64_t	 begun_at, begun_by;	/* by whom: person, 0 the system */
	int64_t	 saved_at, saved_by;	/* the last time */
	char	*text;			/* given, free() it */
};

/* CASE_OK, CASE_NOT_FOUND (nothing is being prepared), CASE_DB. */
enum case_err	 calendar_draft_get(struct office *, struct calendar_draft *);

/* Keep a text as the draft, in place of the one there is.  CASE_INVALID when
 * it is no calendar, or says what is in force. */
enum case_err	 calendar_draft_save(struct office *, const struct change *,
		    const char *yaml);
enum case_err	 calendar_draft_drop(struct office *, const struct change *);

/* Put the draft in force, by a person; it is a draft no more. */
enum case_err	 calendar_draft_publish(struct office *,
		    const struct change *);

/* -- open tasks ---------------------------------------------------------- */

/* An open task that a calendar would give another limit. */
struct calendar_move {
	int64_t	case_id, task_id;
	char	number[24];		/* of the case */
	char	subject[256];
	char	no[8];			/* of the row, as printed */
	char	performer[160];		/* as printed */
	int64_t	was, will;		/* due, 0: none */
};

/*
 * The open tasks whose limits move when they follow the calendar of a text
 * (NULL: the one in force), earliest first, from `skip` on at most `limit`;
 * *total counts all.  Given, free() *rows.  Nothing is changed.
 */
enum case_err	 calendar_moves(struct office *, const char *yaml,
		    int64_t now, size_t skip, size_t limit,
		    struct calendar_move **rows, size_t *count,
		    size_t *total);

#endif
