/*
 * office.h - the shipped calendar and local times, for the tests of the clock.
 */
#pragma once

#include "clock/calendar.h"
#include "tests/tap.h"

/* The calendar of a file of the source tree; gives up when it is refused. */
static inline struct calendar *
office_calendar(const char *path)
{
	static char text[1 << 20];
	char name[4096], why[256];
	struct calendar *cal;
	size_t len;
	FILE *f;

	snprintf(name, sizeof(name), "%s/%s", getenv("SRCDIR"), path);
	f = fopen(name, "r");
	if (f == NULL)
		bail(name);
	len = fread(text, 1, sizeof(text), f);
	fclose(f);
	cal = calendar_parse(text, len, why, sizeof(why));
	if (cal == NULL)
		bail(why);
	return cal;
}

#define OFFICE "lib/clock/kanwil-sumsel.yaml"

/* The instant of "2026-03-20T15:00", seconds optional, in the zone. */
static inline int64_t
at(const struct calendar *cal, const char *text)
{
	int y, mo, d, h, mi, s = 0;

	if (sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2d", &y, &mo, &d, &h, &mi,
	    &s) < 5)
		bail(text);
	return calendar_instant(cal, y, mo, d, h, mi, s);
}

/* The local time of an instant as above; seconds only when there are any. */
static inline const char *
local_text(const struct calendar *cal, int64_t t, char *buf, size_t size)
{
	struct cal_local l;

	if (t == INT64_MAX || t == INT64_MIN) {
		snprintf(buf, size, "%s", t > 0 ? "never" : "before");
		return buf;
	}
	calendar_local(cal, t, &l);
	snprintf(buf, size, "%04d-%02d-%02dT%02d:%02d", l.year, l.month, l.day,
	    l.hour, l.minute);
	if (l.second != 0)
		snprintf(buf + strlen(buf), size - strlen(buf), ":%02d",
		    l.second);
	return buf;
}
