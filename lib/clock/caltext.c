/* caltext.c - instants, dates and weekdays as text. */

#include <stdio.h>
#include <string.h>

#include "clock/calendar.h"
#include "clock/caltable.h"
#include "clock/caltext.h"
#include "clock/civil.h"

#define MINUTE_FORM	"9999-99-99T99:99"
#define SECOND_FORM	"9999-99-99T99:99:99"

int
caltext_match(const char *text, const char *form, int *out)
{
	int n = -1, inside = 0;

	for (; *form != '\0'; form++, text++) {
		if (*form != '9') {
			inside = 0;
			if (*text != *form)
				return 0;
			continue;
		}
		if (*text < '0' || *text > '9')
			return 0;
		if (!inside)
			out[++n] = 0;
		inside = 1;
		out[n] = out[n] * 10 + (*text - '0');
	}
	return *text == '\0';
}

size_t
caltext_unfit(const char *text)
{
	static const char *const three[] = { "\xe2\x80\xa8", "\xe2\x80\xa9",
		"\xef\xbb\xbf", "\xef\xbf\xbe", "\xef\xbf\xbf" };
	const unsigned char *u = (const unsigned char *)text;
	size_t i;

	if (u[0] < ' ' || u[0] == 0x7f)
		return u[0] != '\0';
	if (u[0] == 0xc2 && u[1] >= 0x80 && u[1] < 0xa0)
		return 2;
	for (i = 0; i < sizeof(three) / sizeof(three[0]); i++)
		if (strncmp(text, three[i], 3) == 0)
			return 3;
	return 0;
}

int
caltext_find(const char *const *names, int count, const char *name)
{
	int i;

	for (i = 0; name != NULL && i < count; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return -1;
}

int
caltext_date(const int *v, int64_t *day)
{
	*day = civil_day(v[0], v[1], v[2]);
	return v[0] >= CAL_FIRST_YEAR && v[0] <= CAL_LAST_YEAR &&
	    civil_is_date(v[0], v[1], v[2]);
}

int
caltext_offset(const char *text, int32_t *out)
{
	int v[2] = { 0 };

	if (*text != '+' && *text != '-')
		return -1;
	if (caltext_match(text + 1, "9999", v)) {
		v[1] = v[0] % 100;
		v[0] /= 100;
	} else if (!caltext_match(text + 1, "99:99", v) &&
	    !caltext_match(text + 1, "99", v)) {
		return -1;
	}
	if (v[1] > 59 || v[0] * 60 + v[1] > 14 * 60)
		return -1;
	*out = (*text == '-' ? -1 : 1) * (v[0] * 3600 + v[1] * 60);
	return 0;
}

/* Read the date and time at the beginning as seconds as if UTC; what follows
 * them, or NULL. */
static const char *
read_local_part(const char *text, int64_t *out)
{
	char head[sizeof(SECOND_FORM)];
	size_t len = strlen(MINUTE_FORM);
	int v[6] = { 0 };
	int64_t day;

	if (strlen(text) >= strlen(SECOND_FORM) && text[len] == ':')
		len = strlen(SECOND_FORM);
	snprintf(head, len + 1, "%s", text);
	if (!caltext_match(head, len < strlen(SECOND_FORM) ? MINUTE_FORM :
	    SECOND_FORM, v) || !caltext_date(v, &day) || v[4] > 59 || v[5] > 59)
		return NULL;
	v[5] += v[3] * 3600 + v[4] * 60;
	if (v[5] > DAY_SECONDS)		/* 24:00 ends the day */
		return NULL;
	*out = day * DAY_SECONDS + v[5];
	return text + len;
}

int
calendar_read(const struct calendar *cal, const char *text, int64_t *out)
{
	const char *rest;
	int64_t local;
	int32_t offset = 0;

	if ((rest = read_local_part(text, &local)) == NULL)
		return -1;
	if (*rest == '\0') {
		*out = zone_instant(&cal->file.zone, local);
		return 0;
	}
	if (strcmp(rest, "Z") != 0 && caltext_offset(rest, &offset) != 0)
		return -1;
	*out = local - offset;
	return 0;
}

const char *
calendar_write(const struct calendar *cal, int64_t t, char *buf)
{
	struct cal_local l;
	int east;

	calendar_local(cal, t, &l);
	east = l.offset < 0 ? -l.offset : l.offset;
	snprintf(buf, CAL_TEXT_SIZE, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d",
	    l.year, l.month, l.day, l.hour, l.minute, l.second,
	    l.offset < 0 ? '-' : '+', east / 3600, east / 60 % 60);
	return buf;
}

const char *
calendar_weekday(int weekday)
{
	static const char *const names[] = { "senin", "selasa", "rabu",
		"kamis", "jumat", "sabtu", "minggu" };

	return names[weekday - 1];
}
