/*
 * calendar_edit.h - the text of the office's calendar with a holiday or an
 * outage more, changed or less.
 *
 * The text is the office's own: what is not asked for stays as it is written,
 * comments and all.  An answer is a calendar that calendar_parse() takes.
 */
#pragma once

#include "clock/calendar.h"

/*
 * The text of a calendar with these holidays added, each behind the last
 * earlier one, and everything else as it is written.  Weekdays of `list` are
 * not looked at.  Returns text to be freed with free(), or NULL with the
 * reason: the text is no calendar, its list of holidays is written in [ ], a
 * date is there already (the line is then that of the new text).
 */
char		*calendar_add_holidays(const char *yaml, size_t len,
		    const struct cal_holiday *list, size_t n, char *why,
		    size_t whysize);

/*
 * The text without the holiday of a date, and everything else as it is
 * written.  Returns text to be freed with free(), or NULL with the reason: the
 * text is no calendar, the date is no holiday, or its entry has no lines of
 * its own.
 */
char		*calendar_remove_holiday(const char *yaml,
		    const struct cal_date *, char *why, size_t whysize);

/*
 * The text with one more outage, behind the others, and everything else as it
 * is written; its instants are written in the office's time, to the minute.
 * Text to be freed with free(), or NULL with the reason, as above.
 */
char		*calendar_add_outage(const char *yaml, size_t len,
		    const struct cal_outage *, char *why, size_t whysize);

/*
 * The text with an outage (its begin and unit say which) as `new`, or without
 * it when that is NULL, and a comment above its place that says why, in one
 * line.  Text to be freed with free(), or NULL with the reason, as above.
 */
char		*calendar_change_outage(const char *yaml,
		    const struct cal_outage *old, const struct cal_outage *new,
		    const char *reason, char *why, size_t whysize);
