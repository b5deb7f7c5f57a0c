/*
 * caltext.h - dates, times and offsets as text of fixed forms.  Inside
 * lib/clock and calendar/holiday.c.
 */
#pragma once

#include <stdint.h>

/*
 * Match text against a form in which 9 stands for a digit and everything else
 * for itself; the numbers go to `out` in order.  Returns whether it matches.
 */
int	 caltext_match(const char *text, const char *form, int *out);

/* Is v a date (year, month, day) in the calendar's years?  Its day number. */
int	 caltext_date(const int *v, int64_t *day);

/* Read "+07:00", "+0700" or "+07", 14 hours at most, as seconds east of UTC:
 * 0, or -1 with `out` untouched. */
int	 caltext_offset(const char *text, int32_t *out);
