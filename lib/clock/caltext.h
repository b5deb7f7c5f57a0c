/*
 * caltext.h - dates, times and offsets as text of fixed forms.  Inside
 * lib/clock and lib/calendar.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

/*
 * Match text against a form in which 9 stands for a digit and everything else
 * for itself; the numbers go to `out` in order.  Returns whether it matches.
 */
int	 caltext_match(const char *text, const char *form, int *out);

/* Bytes at `text` that stand as themselves in no calendar's text: a control, a
 * line break of any kind, a byte order mark; 0 when there is none. */
size_t	 caltext_unfit(const char *text);

/* Index of a name, or -1; of NULL too. */
int	 caltext_find(const char *const *names, int count, const char *name);

/* Is v a date (year, month, day) in the calendar's years?  Its day number. */
int	 caltext_date(const int *v, int64_t *day);

/* Read "+07:00", "+0700" or "+07", 14 hours at most, as seconds east of UTC:
 * 0, or -1 with `out` untouched. */
int	 caltext_offset(const char *text, int32_t *out);
