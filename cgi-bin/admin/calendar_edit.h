/* calendar_edit.h - the calendar that is edited: the draft, or the calendar in
 * force while there is no draft. */
#pragma once

#include "office/change.h"
#include "office/office.h"

struct request;

/* Its text, living with the request; NULL when the office has no calendar. */
const char	*admin_calendar_edited(const struct request *);
/* Save the text as the draft; when it equals the calendar in force the draft
 * is dropped, and *none is 1.  Returns as calendar_draft_save(). */
enum case_err	 admin_calendar_keep(const struct request *,
		    const struct change *, const char *text, int *none);
