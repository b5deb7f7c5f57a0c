/* calendar_text.c - hours and durations as the commands print them. */
#include <stdio.h>
#include <string.h>

#include "tool/calendar.h"

/* "07:30", and the second when there is one. */
static size_t
time_text(int32_t second, char *buf, size_t size)
{
	int n = snprintf(buf, size, "%02d:%02d", second / 3600,
	    second / 60 % 60);

	if (second % 60 != 0)
		n += snprintf(buf + n, size - (size_t)n, ":%02d", second % 60);
	return (size_t)n;
}

const char *
tool_calendar_hours(const struct cal_hours *list, size_t n, char buf[CLOCK_TEXT])
{
	size_t i, at = 0;

	for (i = 0; i < n && i < CLOCK_HOURS; i++) {
		if (i > 0)
			buf[at++] = ' ';
		at += time_text(list[i].from, buf + at, CLOCK_TEXT - at);
		buf[at++] = '-';
		at += time_text(list[i].to, buf + at, CLOCK_TEXT - at);
	}
	snprintf(buf + at, CLOCK_TEXT - at, "%s", n == 0 ? "-" :
	    n > CLOCK_HOURS ? " ..." : "");
	return buf;
}

const char *
tool_calendar_duration(int64_t seconds, char buf[CLOCK_TEXT])
{
	long long s = seconds < 0 ? -seconds : seconds;

	snprintf(buf, CLOCK_TEXT, "%s%lld:%02lld:%02lld",
	    seconds < 0 ? "-" : "", s / 3600, s / 60 % 60, s % 60);
	return buf;
}
