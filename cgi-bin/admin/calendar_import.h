/*
 * tool_calendar_import.h - days off from a file while they are looked at.
 */
#ifndef CGI_BIN_ADMIN_CALENDAR_IMPORT_H
#define CGI_BIN_ADMIN_CALENDAR_IMPORT_H

#include "calendar/holiday.h"
#include "cgi-bin/admin/admin.h"

#define CHOICES_MAX 400		/* check boxes of a form */

/* A file under way. */
struct import {
	struct request		*req;
	struct reply		*reply;
	const char		*text;	/* of the calendar that is edited */
	struct calendar		*cal;	/* ... read */
	struct holidays		 h;	/* of the file */
	int64_t			 year;	/* of which alone, 0: of all */
	struct field_error	 error;
	struct fields_state		 typed;
};

/* Was the box of the day at this place ticked?  On a page not sent before,
 * what is new is. */
int		 choice_is_ticked(const struct import *, size_t number,
		    const struct holiday *);
/* Only these count. */
int		 day_is_asked_for(const struct import *,
		    const struct holiday *);
/* How many may be taken; as a table of text, for the form to carry; each with
 * its box in a form. */
size_t		 choices_count(const struct import *);
const char	*choices_text(const struct import *);
void		 choices_show(struct import *, struct page *form);
/* Those that cannot be taken, and why. */
void		 others_show(struct import *, struct page *body);

#endif
