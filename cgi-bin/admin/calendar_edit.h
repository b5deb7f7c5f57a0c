/* calendar_edit.h - the calendar that is edited: the draft, or the calendar in
 * force while there is no draft. */
#pragma once

struct request;

/* Its text, living with the request; NULL when the office has no calendar. */
const char	*admin_calendar_edited(const struct request *);
