/*
 * calendar_edit.h - the text of the office's calendar with a holiday or an
 * outage more, changed or less.
 *
 * The text is read, changed and written anew in the one form that sopap gives
 * a calendar (clock/calfile.h): what it says stays, the comments and the line
 * breaks that someone wrote into it are lost.  What is worth keeping about a
 * change is a note of the calendar ("catatan").
 *
 * Each gives a text that calendar_parse() takes, to be freed with free(), or
 * NULL with the reason in `why` (Indonesian): the text is no calendar, what is
 * new is wrong (its line is that of the new text), what is old is not there.
 */
#pragma once

#include "clock/calendar.h"

/* With these holidays more; their weekdays are not looked at. */
char		*calendar_add_holidays(const char *yaml,
		    const struct cal_holiday *list, size_t n, char *why,
		    size_t whysize);

/* Without the holiday of a date. */
char		*calendar_remove_holiday(const char *yaml,
		    const struct cal_date *, char *why, size_t whysize);

/*
 * With a weekly pattern: in the place of the one that begins on the same date
 * (year 0: of the one that always holds), else one more.  Year 0 in `until`:
 * until further notice.
 */
char		*calendar_put_pattern(const char *yaml,
		    const struct cal_pattern *, char *why, size_t whysize);

/*
 * With the outage `old` (its begin and unit say which; NULL: none) as `new`,
 * or without it when that is NULL, and with a note that says why (or NULL).
 * Instants are kept in the office's time, to the minute.
 */
char		*calendar_change_outage(const char *yaml,
		    const struct cal_outage *old, const struct cal_outage *new,
		    const char *note, char *why, size_t whysize);

/* Is `text` what was, as it was written or as a change writes it? */
int		 calendar_edit_same(const char *was, const char *text);
