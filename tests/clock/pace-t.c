/*
 * pace-t.c - a visit against its own limit: right of it is late, left of it is
 * not, for days as for minutes, in Ramadan too.
 */
#include "clock/pace.h"
#include "clock/verdict.h"
#include "tests/clock/office.h"

static struct calendar *cal;

static int64_t
part_of(const char *standard, const char *from, const char *to, int64_t moved)
{
	struct standard s;
	int64_t start = at(cal, from), end = at(cal, to), min_at, due;

	if (standard_parse(standard, &s) != 0)
		bail(standard);
	standard_due(cal, &s, start, moved, &min_at, &due);
	return pace_thousandths(pace_of(cal, s.measure, start, moved, due,
	    end), verdict_of(cal, &s, start, moved, end) == VERDICT_OVER);
}

/* 1 day from Monday 10.00: to Tuesday 16.00, 5 + 7.5 hours of work. */
static void
measures_days(void)
{
	is_int(1000, part_of("1 hari", "2026-10-05T10:00", "2026-10-06T16:00",
	    0), "at its due the whole limit is used");
	is_int(1001, part_of("1 hari", "2026-10-05T10:00",
	    "2026-10-06T16:00:01", 0),
	    "...a second later, after hours, it is late");
	is_int(400, part_of("1 hari", "2026-10-05T10:00", "2026-10-05T16:00",
	    0), "the day of receipt is part of what there is");
	is_int(1600, part_of("1 hari", "2026-10-05T10:00", "2026-10-07T16:00",
	    0), "a day late is the hours of that day");
	is_int(0, part_of("1 hari", "2026-10-05T10:00", "2026-10-05T10:00",
	    0), "nothing is used at once");
	/* Friday 15.30 to Monday 16.00: 1 + 7.5 hours. */
	is_int(1000, part_of("1 hari", "2026-10-09T15:30", "2026-10-12T16:00",
	    0), "days off do not count");
	is_int(588, part_of("1 hari", "2026-10-09T15:30", "2026-10-12T11:30",
	    0), "...5 of 8.5 hours");
	/* Two hours outside: in neither. */
	is_int(1000, part_of("1 hari", "2026-10-05T10:00", "2026-10-07T09:30",
	    7200), "an outside wait is neither used nor there to be used");
}

/* Ramadan begins on 19 February 2026: 7.5 hours before it, 6.5 in it. */
static void
measures_ramadan(void)
{
	is_int(1000, part_of("2 hari", "2026-02-18T07:30", "2026-02-20T15:30",
	    0), "into Ramadan, at its due");
	is_int(1001, part_of("2 hari", "2026-02-18T07:30",
	    "2026-02-20T15:30:01", 0), "...and late");
	is_int(683, part_of("2 hari", "2026-02-18T07:30", "2026-02-19T15:00",
	    0), "...14 of 20.5 hours, each day as long as it is");
	is_int(1000, part_of("60 menit", "2026-02-19T14:30",
	    "2026-02-20T08:30", 0), "minutes run out in the morning");
}

static void
measures_work(void)
{
	const struct standard s = { 5, 10, UNIT_MINUTE, MEASURE_WORK };

	is_int(500, pace_thousandths(pace_of_work(&s, 300, 0, 36000, 27000),
	    0), "half its work");
	is_int(750, pace_thousandths(pace_of_work(&s, 300, 27000, 36000,
	    27000), 0), "the queue counts when more of it is gone");
	is_int(1250, pace_thousandths(pace_of_work(&s, 1, 45000, 36000,
	    27000), 1), "...and is late by itself");
	is_int(1001, pace_thousandths(pace_of_work(&s, 600, 36001, 36000,
	    27000), 1), "late by a second is never the whole limit");
	is_int(1000, pace_thousandths(pace_of_work(&s, 600, 36000, 36000,
	    27000), 0), "...and on time never more");
	is_int(PACE_MOST, pace_thousandths(pace_of_work(&s, 1, 1, 0, 27000),
	    1), "no time in the queue was allowed");
	is_int(2, pace_thousandths(pace_of_work(&s, 1, 0, 0, 27000), 0),
	    "...and none was needed");
	is_int(PACE_MOST, pace_thousandths((struct pace){ INT64_C(1) << 40,
	    60 }, 1), "very late is cut");
	is_int(0, pace_thousandths((struct pace){ -5, 60 }, 0),
	    "less than nothing is nothing");
}

static void
measures_real_time(void)
{
	const struct standard s = { 5, 10, UNIT_MINUTE, MEASURE_ELAPSED };
	const int64_t night = at(cal, "2026-10-05T23:00");
	int64_t min_at, due;

	standard_due(cal, &s, night, 0, &min_at, &due);
	is_int(500, pace_thousandths(pace_of(cal, MEASURE_ELAPSED, night, 0,
	    due, night + 300), 0), "real time runs at night");
}

int
main(void)
{
	cal = office_calendar(OFFICE);
	measures_days();
	measures_ramadan();
	measures_work();
	measures_real_time();
	calendar_free(cal);
	return tap_done();
}
