/* calendar-t.c - what the shipped calendar says of days, zones and itself. */

#include "clock/calfile.h"
#include "clock/civil.h"
#include "tests/clock/office.h"

static void
dates_count_from_1970(void)
{
	int y, m, d;

	is_int(0, civil_day(1970, 1, 1), "1970-01-01 is day 0");
	is_int(-1, civil_day(1969, 12, 31), "...and the day before is -1");
	is_int(CAL_FIRST_DAY, civil_day(CAL_FIRST_YEAR, 1, 1),
	    "the first day of the calendar");
	is_int(CAL_DAYS, civil_day(CAL_LAST_YEAR + 1, 1, 1) - CAL_FIRST_DAY,
	    "...and how many there are");
	is_int(4, civil_weekday(0), "1970-01-01 was a Thursday");
	is_int(3, civil_weekday(-1), "...the day before a Wednesday");
	is_int(29, civil_day(2024, 3, 1) - civil_day(2024, 2, 1),
	    "February 2024 has 29 days");
	is_int(28, civil_day(1900, 3, 1) - civil_day(1900, 2, 1),
	    "February 1900 has 28");
	civil_date(civil_day(2000, 2, 29), &y, &m, &d);
	ok(y == 2000 && m == 2 && d == 29, "2000-02-29 comes back");
	civil_date(civil_day(-1, 12, 31), &y, &m, &d);
	ok(y == -1 && m == 12 && d == 31, "a date before year 0 comes back");
}

static void
local_time_is_the_offices(struct calendar *cal)
{
	struct cal_local l;

	is_string("WIB", calendar_zone(cal), "the zone is called WIB");
	calendar_local(cal, 0, &l);
	is_int(7, l.hour, "the epoch is 07:00 in WIB");
	is_int(7 * 3600, l.offset, "...seven hours east");
	is_int(4, l.weekday, "...on a Thursday");
	is_int(1767200400, calendar_month(cal, 2026, 1),
	    "2026 begins at 2025-12-31T17:00Z");
	is_int(calendar_month(cal, 2027, 1), calendar_month(cal, 2026, 13),
	    "month 13 is January of the next year");
	is_int(calendar_month(cal, 2025, 12), calendar_month(cal, 2026, 0),
	    "month 0 is December of the year before");
	is_int(at(cal, "2026-03-01T00:00"),
	    calendar_instant(cal, 2026, 2, 29, 0, 0, 0),
	    "a day past the month's end runs on");
	calendar_local(cal, INT64_MAX, &l);
	is_int(9999, l.year, "the far future ends in year 9999");
	calendar_local(cal, INT64_MIN, &l);
	is_int(1, l.year, "the far past in year 1");
}

/* Working days of each year: 365 or 366 less weekends and days off. */
static void
years_have_their_working_days(struct calendar *cal)
{
	static const int days[] = { 248, 246, 239, 238, 237, 240 };
	int y;

	for (y = 2021; y <= 2026; y++)
		is_int(days[y - 2021], calendar_days(cal,
		    calendar_month(cal, y, 1) - 1,
		    calendar_month(cal, y + 1, 1) - 1),
		    "working days of %d", y);
	ok(calendar_year_known(cal, 2021), "2021 has holiday data");
	ok(calendar_year_known(cal, 2026), "...and 2026");
	ok(!calendar_year_known(cal, 2020), "2020 has none");
	ok(!calendar_year_known(cal, 2027), "...nor 2027");
}

static void
lists_holidays(struct calendar *cal)
{
	struct cal_holiday h[30];
	size_t n = 0;
	int y;

	for (y = CAL_FIRST_YEAR; y <= CAL_LAST_YEAR; y++)
		n += calendar_holidays(cal, y, h, 0);
	is_int(145, (int64_t)n, "145 days off in all");
	n = calendar_holidays(cal, 2025, h, 30);
	is_int(28, (int64_t)n, "28 of them in 2025");
	is_string("Tahun Baru 2025 Masehi", h[0].name, "...the first named");
	is_string("SKB 1017/2024, 2/2024, 2/2024", h[0].decree,
	    "...with its decree");
	ok(!h[0].joint && h[2].joint, "...holiday and joint leave apart");
	ok(h[27].month == 12 && h[27].day == 26 && h[27].weekday == 5,
	    "...the last is Friday 26 December");
	n = calendar_holidays(cal, 2025, h, 1);
	is_int(28, (int64_t)n, "a short array still gets the count");
	is_int(0, (int64_t)calendar_holidays(cal, 2028, h, 30),
	    "a year without data has none");
}

static void
knows_its_patterns(struct calendar *cal)
{
	struct cal_pattern p;
	struct cal_hours h[4];

	calendar_pattern(cal, at(cal, "2025-03-30T23:59:59"), &p);
	is_string("Ramadan 1446 H", p.name, "the last day of Ramadan 2025");
	ok(p.from.month == 3 && p.from.day == 1 && p.until.day == 30,
	    "...its validity");
	is_int(2, p.day[4].count, "...Friday has two stretches");
	is_int(23400, calendar_day_length(cal, at(cal, "2025-03-10T10:00")),
	    "a day of Ramadan has 6.5 hours");
	calendar_pattern(cal, at(cal, "2025-03-31T00:00"), &p);
	is_string("Hari biasa", p.name, "the next day is usual again");
	ok(p.from.year == 0 && p.until.year == 0, "...always in force");
	is_int(27000, calendar_day_length(cal, at(cal, "2025-06-02T10:00")),
	    "a usual day has 7.5 hours");
	is_int(27000, calendar_day_length(cal, INT64_MAX),
	    "...also beyond the calendar");
	is_int(2, (int64_t)calendar_hours(cal, 2026, 1, 2, h, 4),
	    "Friday 2 January 2026 has two stretches");
	ok(h[0].from == 27000 && h[0].to == 41400 && h[1].from == 46800 &&
	    h[1].to == 59400, "...07:30-11:30 and 13:00-16:30");
	is_int(0, (int64_t)calendar_hours(cal, 2026, 1, 1, h, 4),
	    "New Year has none");
	is_int(0, (int64_t)calendar_hours(cal, 2051, 1, 2, h, 4),
	    "...nor a day after the calendar");
}

static void
names_days_off(struct calendar *cal)
{
	const char *why = "unset";

	ok(calendar_is_workday(cal, at(cal, "2026-03-17T03:00"), &why),
	    "Tuesday 17 March 2026 is a working day");
	is_string(NULL, why, "...for no reason");
	ok(!calendar_is_workday(cal, at(cal, "2026-03-20T10:00"), &why),
	    "the 20th is not");
	is_string("Cuti Bersama Hari Raya Idul Fitri 1447 Hijriah", why,
	    "...named as joint leave");
	ok(!calendar_is_workday(cal, at(cal, "2026-03-15T10:00"), &why),
	    "Sunday is not");
	is_string(NULL, why, "...without a name");
	ok(!calendar_is_workday(cal, at(cal, "2051-01-02T10:00"), NULL),
	    "nor any day after the calendar");
}

static void
explains_day_by_day(struct calendar *cal)
{
	struct cal_day d[16];
	int64_t a = at(cal, "2026-03-17T14:00");
	int64_t b = at(cal, "2026-03-25T08:30");
	size_t n = calendar_explain(cal, a, b, d, 16), i;
	int64_t sum = 0;

	is_int(9, (int64_t)n, "17 to 25 March 2026 are nine days");
	ok(d[0].day == 17 && d[0].weekday == 2 && d[0].working,
	    "...the first a working Tuesday");
	is_int(3600, d[0].counted, "...with an hour of Ramadan time left");
	ok(!d[1].working && d[1].counted == 0, "...the second off");
	is_string("Cuti Bersama Hari Suci Nyepi Tahun Baru Saka 1948",
	    d[1].why, "...and named");
	is_int(3600, d[8].counted, "...an hour on the last");
	is_int(7200, d[8].total, "...two in all");
	for (i = 0; i < n; i++)
		sum += d[i].counted;
	is_int(calendar_elapsed(cal, a, b), sum, "...as elapsed says");
	is_int(9, (int64_t)calendar_explain(cal, a, b, d, 2),
	    "a short array still gets the count");
	n = calendar_explain(cal, b, a, d, 16);
	is_int(-7200, d[n - 1].total, "backwards it is negative");
	n = calendar_explain(cal, a, at(cal, "2026-03-18T00:00"), d, 16);
	is_int(1, (int64_t)n, "midnight belongs to the day before");
	is_int(1, (int64_t)calendar_explain(cal, a, a, d, 16),
	    "an instant is one day");
	is_int(0, (int64_t)calendar_explain(cal, INT64_MIN, 0, d, 16),
	    "before the calendar there is none");
	is_int(0, (int64_t)calendar_explain(cal, INT64_MAX, INT64_MAX, d, 16),
	    "...nor after it");
	is_int(CAL_DAYS, (int64_t)calendar_explain(cal, INT64_MIN, INT64_MAX,
	    d, 0), "all of time is the calendar's days");
}

static void
survives_its_ends(struct calendar *cal)
{
	int64_t first = calendar_month(cal, CAL_FIRST_YEAR, 1);
	int64_t last = calendar_month(cal, CAL_LAST_YEAR + 1, 1);
	char buf[32];

	is_int(0, calendar_elapsed(cal, INT64_MIN, first),
	    "no working time before 2005");
	is_int(0, calendar_elapsed(cal, last, INT64_MAX),
	    "...nor after 2050");
	is_string("2005-01-03T07:30", local_text(cal,
	    calendar_next(cal, INT64_MIN), buf, sizeof(buf)),
	    "the first opening");
	is_string("2050-12-30T16:30", local_text(cal,
	    calendar_prev(cal, INT64_MAX), buf, sizeof(buf)),
	    "the last closing");
	is_int(INT64_MAX, calendar_next(cal, last), "none opens after it");
	is_int(INT64_MIN, calendar_prev(cal, first), "none closes before");
	is_int(INT64_MAX, calendar_add(cal, last - 86400 * 2, 27001),
	    "an amount beyond the end is never due");
	is_int(calendar_prev(cal, INT64_MAX),
	    calendar_add(cal, at(cal, "2050-12-30T00:00"), 27000),
	    "...one that just fits is");
	is_int(INT64_MAX, calendar_day_end(cal, last - 86400 * 2, 1),
	    "a day beyond the end is never due");
	is_int(INT64_MAX, calendar_day_end(cal, last, 0), "...nor after it");
	is_string("2005-01-03T16:00", local_text(cal,
	    calendar_day_end(cal, INT64_MIN, 0), buf, sizeof(buf)),
	    "before it counts from the first day");
	ok(!calendar_is_open(cal, INT64_MIN) &&
	    !calendar_is_open(cal, INT64_MAX), "the ends of time are closed");
}

int
main(void)
{
	struct calendar *cal = office_calendar(OFFICE);

	dates_count_from_1970();
	local_time_is_the_offices(cal);
	years_have_their_working_days(cal);
	lists_holidays(cal);
	knows_its_patterns(cal);
	names_days_off(cal);
	explains_day_by_day(cal);
	survives_its_ends(cal);
	calendar_free(cal);
	return tap_done();
}
