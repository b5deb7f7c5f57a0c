/*
 * calendar_follow.h - what follows from another calendar: on which dates
 * the hours change, until when a case that begins would have time, and which
 * open tasks would get another limit.
 */
#ifndef CGI_BIN_ADMIN_CALENDAR_FOLLOW_H
#define CGI_BIN_ADMIN_CALENDAR_FOLLOW_H

#include "cgi-bin/admin/admin.h"

#define DRAFT PATH_KALENDER "/rancangan"
#define APPLY PATH_KALENDER "/terapkan"

/* The dates that are otherwise by the new calendar, from today on and before;
 * those from today on as a table.  The first instant of the first, or 0. */
int64_t	 follow_dates(struct admin *, struct page *body,
	    const struct calendar *new);
/* Until when a case that begins then has one day. */
void	 follow_due(struct admin *, struct page *body,
	    const struct calendar *new, int64_t start);
/* The open tasks that a text (NULL: the calendar in force) would move, a page
 * of them; how many there are. */
size_t	 follow_moves(struct admin *, struct page *body, const char *yaml);

#endif
