/* calendar.h - days and hours of a calendar in words; they live with the
 * request. */
#pragma once

#include <stddef.h>

struct cal_date;
struct cal_hours;
struct calendar;
struct request;

/* "Kamis, 1 Januari 2026" */
const char	*admin_calendar_day_words(const struct request *,
		    const struct calendar *, const struct cal_date *);
/* "07.30–12.00, 13.00–16.00" of n spans; "libur" of none. */
const char	*admin_calendar_hours_words(const struct request *,
		    const struct cal_hours *, size_t n);
