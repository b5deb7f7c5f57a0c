/*
 * format.c - dates, durations, sizes and numbers in Indonesian.
 */
#include <stdio.h>
#include <string.h>

#include "page/format.h"

#include "clock/month_name.h"

static const char *const weekdays[] = {
	"Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
};

const char *
format_month(int month)
{
	return month_name("id", month);
}

const char *
format_month_short(int month)
{
	return month_name_short("id", month);
}

const char *
format_weekday(int weekday)
{
	return weekday >= 1 && weekday <= 7 ? weekdays[weekday - 1] : "";
}

char *
format_date(char *buf, size_t size, const struct format_time *t)
{
	snprintf(buf, size, "%d %s %d", t->day, format_month(t->month),
	    t->year);
	return buf;
}

char *
format_date_day(char *buf, size_t size, const struct format_time *t)
{
	char date[FORMAT_SIZE];

	snprintf(buf, size, "%s, %s", format_weekday(t->weekday),
	    format_date(date, sizeof(date), t));
	return buf;
}

char *
format_date_short(char *buf, size_t size, const struct format_time *t)
{
	snprintf(buf, size, "%d %s", t->day, format_month_short(t->month));
	return buf;
}

char *
format_clock(char *buf, size_t size, const struct format_time *t)
{
	snprintf(buf, size, "%02d.%02d %s", t->hour, t->minute, t->zone);
	return buf;
}

char *
format_clock_bare(char *buf, size_t size, const struct format_time *t)
{
	snprintf(buf, size, "%02d.%02d", t->hour, t->minute);
	return buf;
}

char *
format_moment(char *buf, size_t size, const struct format_time *t)
{
	char date[FORMAT_SIZE], clock[FORMAT_SIZE];

	snprintf(buf, size, "%s, %s", format_date(date, sizeof(date), t),
	    format_clock(clock, sizeof(clock), t));
	return buf;
}

char *
format_moment_day(char *buf, size_t size, const struct format_time *t)
{
	char date[FORMAT_SIZE], clock[FORMAT_SIZE];

	snprintf(buf, size, "%s, %s", format_date_day(date, sizeof(date), t),
	    format_clock(clock, sizeof(clock), t));
	return buf;
}

char *
format_moment_short(char *buf, size_t size, const struct format_time *t)
{
	char date[FORMAT_SIZE], clock[FORMAT_SIZE];

	snprintf(buf, size, "%s, %s", format_date_short(date, sizeof(date), t),
	    format_clock_bare(clock, sizeof(clock), t));
	return buf;
}

char *
format_iso(char *buf, size_t size, const struct format_time *t)
{
	int east = t->offset < 0 ? -t->offset : t->offset;

	snprintf(buf, size, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d",
	    t->year, t->month, t->day, t->hour, t->minute, t->second,
	    t->offset < 0 ? '-' : '+', east / 3600, east / 60 % 60);
	return buf;
}

char *
format_duration(char *buf, size_t size, int64_t seconds, int64_t day,
    int with_seconds)
{
	const struct {
		int64_t		 length;
		const char	*name;
	} unit[] = {
		{ day, "hari" }, { 3600, "jam" }, { 60, "menit" },
		{ 1, "detik" },
	};
	size_t i = 0, last = with_seconds ? 3 : 2;
	int64_t whole, rest;

	if (seconds < 0)
		seconds = -seconds;
	while (i < last && (unit[i].length <= 0 || seconds < unit[i].length))
		i++;
	whole = seconds / unit[i].length;
	rest = seconds % unit[i].length;
	if (whole == 0 && !with_seconds) {
		snprintf(buf, size, "kurang dari 1 menit");
		return buf;
	}
	rest = i < last ? rest / unit[i + 1].length : 0;
	if (rest > 0)
		snprintf(buf, size, "%lld %s %lld %s", (long long)whole,
		    unit[i].name, (long long)rest, unit[i + 1].name);
	else
		snprintf(buf, size, "%lld %s", (long long)whole, unit[i].name);
	return buf;
}

/*
 * Copy a number as snprintf() wrote it, its thousands parted by full stops and
 * its decimals by a comma.
 */
static char *
group(char *buf, size_t size, const char *plain)
{
	size_t sign = *plain == '-', digits, i, n = 0;

	digits = strcspn(plain + sign, ".");
	for (i = 0; plain[i] != '\0' && n + 2 < size; i++) {
		if (i > sign && i < sign + digits &&
		    (sign + digits - i) % 3 == 0)
			buf[n++] = '.';
		buf[n++] = plain[i] == '.' ? ',' : plain[i];
	}
	if (size > 0)
		buf[n] = '\0';
	return buf;
}

char *
format_int(char *buf, size_t size, int64_t value)
{
	char plain[FORMAT_SIZE];

	snprintf(plain, sizeof(plain), "%lld", (long long)value);
	return group(buf, size, plain);
}

char *
format_number(char *buf, size_t size, double value, int decimals)
{
	char plain[FORMAT_SIZE];

	snprintf(plain, sizeof(plain), "%.*f", decimals, value);
	/* -0,04 rounded to one decimal is 0, not -0. */
	if (plain[0] == '-' && plain[strspn(plain, "-0.")] == '\0')
		memmove(plain, plain + 1, strlen(plain));
	return group(buf, size, plain);
}

char *
format_percent(char *buf, size_t size, double share, int decimals)
{
	char number[FORMAT_SIZE];

	snprintf(buf, size, "%s%%", format_number(number, sizeof(number),
	    share * 100, decimals));
	return buf;
}

char *
format_size(char *buf, size_t size, int64_t bytes)
{
	char number[FORMAT_SIZE];
	/* Tenths of a MB, rounded: 1.023,7 kB is already 1 MB. */
	int64_t tenths = (bytes * 10 + (1 << 19)) >> 20;

	if (bytes < 1000)
		snprintf(buf, size, "%lld byte", (long long)bytes);
	else if (bytes < 1000 * 1024)
		snprintf(buf, size, "%lld kB",
		    (long long)((bytes + 512) >> 10));
	else
		snprintf(buf, size, "%s MB", format_number(number,
		    sizeof(number), (double)tenths / 10, tenths % 10 != 0));
	return buf;
}
