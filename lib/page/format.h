/*
 * format.h - dates, durations, sizes and numbers as Indonesian readers expect
 * them: "22 November 2026", "14.05 WIB", "1.234,5", "91,6%",
 * "3 hari 2 jam", "312 kB".  Each writes into buf and returns it.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#define FORMAT_SIZE 96

/* A local date and time, as the caller's calendar gave it. */
struct format_time {
	int		 year, month, day;	/* month 1 .. 12 */
	int		 hour, minute, second;
	int		 weekday;		/* 1 Monday .. 7 Sunday */
	int		 offset;		/* seconds east of UTC */
	const char	*zone;			/* "WIB" */
};

const char	*format_month(int month);	/* "November"; static */
const char	*format_month_short(int month);	/* "Nov" */
const char	*format_weekday(int weekday);	/* "Minggu" */

/* "22 November 2026" / "Minggu, 22 November 2026" / "22 Nov" */
char	*format_date(char *buf, size_t, const struct format_time *);
char	*format_date_day(char *buf, size_t, const struct format_time *);
char	*format_date_short(char *buf, size_t, const struct format_time *);
/* "14.05 WIB" / "14.05" */
char	*format_clock(char *buf, size_t, const struct format_time *);
char	*format_clock_bare(char *buf, size_t, const struct format_time *);
/* "22 November 2026, 14.05 WIB" / "Senin, 23 November 2026, 16.00 WIB" /
 * "22 Nov, 14.05" */
char	*format_moment(char *buf, size_t, const struct format_time *);
char	*format_moment_day(char *buf, size_t, const struct format_time *);
char	*format_moment_short(char *buf, size_t, const struct format_time *);
/* "2026-11-22T14:05:00+07:00" for machines */
char	*format_iso(char *buf, size_t, const struct format_time *);

/*
 * Working time as people speak of it, two units at most: "3 hari 2 jam",
 * "1 jam 20 menit", "25 menit"; under a minute "kurang dari 1 menit", or
 * seconds when with_seconds.  `day` is the length of a working day in seconds;
 * 0 counts no days.
 */
char	*format_duration(char *buf, size_t, int64_t seconds, int64_t day,
	    int with_seconds);

/* "1.234", "1.234,5" (decimals 0..6), "91,6%", "312 kB", "4,2 MB" */
char	*format_int(char *buf, size_t, int64_t);
char	*format_number(char *buf, size_t, double, int decimals);
char	*format_percent(char *buf, size_t, double share, int decimals);
char	*format_size(char *buf, size_t, int64_t bytes);
