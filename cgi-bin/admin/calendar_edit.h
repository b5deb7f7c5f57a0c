/* calendar_edit.h - the calendar that is edited: the draft, or the calendar in
 * force while there is no draft. */
#pragma once

struct request;

struct calendar;
struct reply;

struct calendar_edited {
	const char	*text;		/* lives with the request */
	struct calendar	*cal;
};

/* The pages that change it; `part` and `one` are the segments behind
 * /admin/kalender, or NULL. */
int	 admin_calendar_edit(struct request *, struct reply *,
	    const struct calendar_edited *, const char *part, const char *one);
int	 admin_calendar_import(struct request *, struct reply *,
	    const struct calendar_edited *);
int	 admin_outage(struct request *, struct reply *,
	    const struct calendar_edited *, const char *one);
