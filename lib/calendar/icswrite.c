/* icswrite.c - the days off of a calendar as an iCalendar file (RFC 5545). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "calendar/holiday.h"

#define FOLD	75		/* octets of a line, its end not counted */

/* A content line that is being written, folded between characters. */
struct fold {
	FILE	*f;
	size_t	 used;
};

/* Write one character, of `n` octets. */
static void
put_char(struct fold *out, const char *s, size_t n)
{
	if (out->used + n > FOLD) {
		fputs("\r\n ", out->f);
		out->used = 1;
	}
	fwrite(s, 1, n, out->f);
	out->used += n;
}

/* Write a value of type TEXT: backslash, semicolon and comma are escaped, a
 * line break becomes \n (3.3.11). */
static void
put_text(struct fold *out, const char *s)
{
	size_t n;

	for (; *s != '\0'; s += n) {
		for (n = 1; (s[n] & 0xc0) == 0x80; n++)
			;
		if (*s == '\n')
			put_char(out, "\\n", 2);
		else if (strchr("\\;,", *s) != NULL)
			put_char(out, (char[]){ '\\', *s }, 2);
		else
			put_char(out, s, n);
	}
}

static void
write_property(FILE *f, const char *name, const char *value)
{
	struct fold out = { f, 0 };

	for (; *name != '\0'; name++)
		put_char(&out, name, 1);
	put_text(&out, value);
	fputs("\r\n", f);
}

/* "20261231", of an instant in office time. */
static void
write_date(FILE *f, const char *name, const struct calendar *cal, int64_t t)
{
	struct cal_local l;

	calendar_local(cal, t, &l);
	fprintf(f, "%s;VALUE=DATE:%04d%02d%02d\r\n", name, l.year, l.month,
	    l.day);
}

static void
write_event(FILE *f, const struct calendar *cal, int64_t t,
    const struct cal_reason *r, const char *stamp)
{
	struct cal_local l;

	calendar_local(cal, t, &l);
	fprintf(f, "BEGIN:VEVENT\r\nUID:libur-%04d%02d%02d@sopap\r\n"
	    "DTSTAMP:%s\r\n", l.year, l.month, l.day, stamp);
	write_date(f, "DTSTART", cal, t);
	/* The end is not included: it is the next date. */
	write_date(f, "DTEND", cal, calendar_instant(cal, l.year, l.month,
	    l.day + 1, 0, 0, 0));
	write_property(f, "SUMMARY:", r->name);
	if (r->decree != NULL)
		write_property(f, "DESCRIPTION:", r->decree);
	write_property(f, "CATEGORIES:", r->rule == CAL_RULE_JOINT ?
	    "Cuti Bersama" : "Libur");
	fputs("TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n", f);
}

static void
write_years(FILE *f, const struct calendar *cal, const int years[2],
    const char *stamp)
{
	int64_t t, end = calendar_month(cal, years[1] + 1, 1);
	struct cal_reason r;
	struct cal_local l;
	int day;

	for (day = 1; (t = calendar_instant(cal, years[0], 1, day, 0, 0, 0)) <
	    end; day++) {
		calendar_local(cal, t, &l);
		if (calendar_reason(cal, l.year, l.month, l.day, &r) == 0 &&
		    !r.working && (r.rule == CAL_RULE_HOLIDAY ||
		    r.rule == CAL_RULE_JOINT || (r.rule == CAL_RULE_OVERRIDE &&
		    r.outages == 0)))
			write_event(f, cal, t, &r, stamp);
	}
}

char *
ics_write(const struct calendar *cal, int first_year, int last_year,
    int64_t now)
{
	char *text = NULL, stamp[32];
	time_t t = (time_t)now;
	struct tm utc;
	size_t len;
	FILE *f;
	int bad;

	if (gmtime_r(&t, &utc) == NULL || strftime(stamp, sizeof(stamp),
	    "%Y%m%dT%H%M%SZ", &utc) == 0 ||
	    (f = open_memstream(&text, &len)) == NULL)
		return NULL;
	fputs("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
	    "PRODID:-//sopap//kalender kantor//ID\r\n"
	    "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n", f);
	write_years(f, cal, (int[]){ first_year, last_year }, stamp);
	fputs("END:VCALENDAR\r\n", f);
	bad = ferror(f);
	if (fclose(f) != 0 || bad) {
		free(text);
		return NULL;
	}
	return text;
}
