/* format-t.c - dates, durations, sizes and numbers in Indonesian. */
#include "page/format.h"
#include "tests/tap.h"

#define DAY 27000		/* a working day of 7.5 hours */

static char buf[FORMAT_SIZE];

static const struct format_time sunday = {
	2026, 11, 22, 14, 5, 0, 7, 7 * 3600, "WIB"
};

static void
writes_dates(void)
{
	static const struct format_time west = {
		2026, 3, 1, 0, 0, 9, 7, -(3 * 3600 + 1800), "X"
	};

#define IS(want, fn) is_string(want, fn(buf, sizeof(buf), &sunday), #fn)
	IS("22 November 2026", format_date);
	IS("Minggu, 22 November 2026", format_date_day);
	IS("22 Nov", format_date_short);
	IS("14.05 WIB", format_clock);
	IS("14.05", format_clock_bare);
	IS("22 November 2026, 14.05 WIB", format_moment);
	IS("Minggu, 22 November 2026, 14.05 WIB", format_moment_day);
	IS("22 Nov, 14.05", format_moment_short);
	IS("2026-11-22T14:05:00+07:00", format_iso);
#undef IS
	is_string("2026-03-01T00:00:09-03:30",
	    format_iso(buf, sizeof(buf), &west), "west of Greenwich");
}

static void
names_months_and_days(void)
{
	is_string("Agu", format_month_short(8), "August is Agu");
	is_string("Mei", format_month_short(5), "...and May Mei");
	is_string("Desember", format_month(12), "the last month");
	is_string("", format_month(13), "...and none after it");
	is_string("", format_month_short(0), "...nor before the first");
	is_string("Jumat", format_weekday(5), "Friday is Jumat");
	is_string("", format_weekday(0), "there is no day 0");
}

static void
speaks_of_time(void)
{
	static const struct {
		int64_t		 seconds, day;
		int		 with_seconds;
		const char	*want;
	} row[] = {
		{ 3 * DAY + 7200, DAY, 0, "3 hari 2 jam" },
		{ 3 * DAY + 1200, DAY, 0, "3 hari" },
		{ DAY, DAY, 0, "1 hari" },
		{ DAY - 1, DAY, 0, "7 jam 29 menit" },
		{ 4800, DAY, 0, "1 jam 20 menit" },
		{ 3600, DAY, 0, "1 jam" },
		{ 3599, DAY, 0, "59 menit" },
		{ 1500, DAY, 0, "25 menit" },
		{ 60, DAY, 0, "1 menit" },
		{ 59, DAY, 0, "kurang dari 1 menit" },
		{ 0, DAY, 0, "kurang dari 1 menit" },
		{ 59, DAY, 1, "59 detik" },
		{ 80, DAY, 1, "1 menit 20 detik" },
		{ 3605, DAY, 1, "1 jam" },
		{ 0, DAY, 1, "0 detik" },
		{ 100000, 0, 0, "27 jam 46 menit" },
		{ -1500, DAY, 0, "25 menit" },
	};
	size_t i;

	for (i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		is_string(row[i].want, format_duration(buf, sizeof(buf),
		    row[i].seconds, row[i].day, row[i].with_seconds),
		    "%lld seconds%s", (long long)row[i].seconds,
		    row[i].with_seconds ? " to the second" : "");
}

static void
writes_numbers(void)
{
	is_string("0", format_int(buf, sizeof(buf), 0), "nought");
	is_string("999", format_int(buf, sizeof(buf), 999), "under a thousand");
	is_string("1.234", format_int(buf, sizeof(buf), 1234), "thousands");
	is_string("-1.234.567", format_int(buf, sizeof(buf), -1234567),
	    "below nought");
	is_string("-123", format_int(buf, sizeof(buf), -123),
	    "...without a stop behind the sign");
	is_string("-9.223.372.036.854.775.808",
	    format_int(buf, sizeof(buf), INT64_MIN), "the smallest there is");
	is_string("1.234,5", format_number(buf, sizeof(buf), 1234.5, 1),
	    "one decimal");
	is_string("2", format_number(buf, sizeof(buf), 1.96, 0), "rounded");
	is_string("0,0", format_number(buf, sizeof(buf), -0.04, 1),
	    "nothing is not negative");
	is_string("-0,1", format_number(buf, sizeof(buf), -0.06, 1),
	    "...but a little less is");
	is_string("91,6%", format_percent(buf, sizeof(buf), 0.9161, 1),
	    "a share");
	is_string("100%", format_percent(buf, sizeof(buf), 1, 0), "all of it");
}

static void
writes_sizes(void)
{
	is_string("812 byte", format_size(buf, sizeof(buf), 812), "bytes");
	is_string("1 kB", format_size(buf, sizeof(buf), 1024), "a kB");
	is_string("312 kB", format_size(buf, sizeof(buf), 319488), "kB");
	is_string("1 MB", format_size(buf, sizeof(buf), 1048000),
	    "never 1.023 kB");
	is_string("4,2 MB", format_size(buf, sizeof(buf), 4404019), "MB");
	is_string("20 MB", format_size(buf, sizeof(buf), 20 << 20),
	    "the limit of an upload");
}

/* A value never leaves its buffer. */
static void
keeps_to_its_buffer(void)
{
	char small[8] = "xxxxxxx";

	is_string("22 Nov", format_date(small, 7, &sunday),
	    "a date is cut at the end");
	format_int(small, 5, 1234567);
	ok(strlen(small) < 5, "...and so is a number");
}

int
main(void)
{
	writes_dates();
	names_months_and_days();
	speaks_of_time();
	writes_numbers();
	writes_sizes();
	keeps_to_its_buffer();
	return tap_done();
}
