/*
 * period-t.c - a quarter made by hand (tests/data/month.txt: October, and what
 * of it closed in November and December), each figure worked out on paper; a
 * year; what a closed month in it changes; how periods are written.
 */
#include "month/month.h"

#include <stdlib.h>
#include <string.h>

#include "month/month_close.h"
#include "tests/case/fixture.h"
#include "tests/month/month_data.h"
#include "tests/tap.h"

#define SIGAP "sigap-magang-penelitian"

static struct office *o;

static struct month_figures *
period(int year, int month, int months, const char *now)
{
	struct month_figures *f = NULL;

	if (month_period(o, year, month, months, "", month_data_at(o, now),
	    &f) != CASE_OK)
		bail(office_why(o));
	return f;
}

/* October as in month-t; in November E's and C's of Admin Kanwil and Subbag
 * in time, D's of Subbag late; in December L's since August, late. */
static void
counts_the_office(const struct month_figures *f)
{
	const struct month_part *p = &f->office;

	is_int(month_data_at(o, "2026-10-01T00:00"), f->from, "from October");
	is_int(month_data_at(o, "2026-12-10T08:00") + 1, f->to, "... to now");
	ok(f->running && !f->frozen, "it runs");
	IS(37, p, done);		/* 33 + 3 + 1 */
	IS(3, p, below);
	IS(26, p, within);		/* 24 + 2 */
	IS(8, p, over);			/* 6 + 1 + 1 */
	IS(3, p, late_open);		/* E since 30 October, H's two */
	IS(3, p, open_after);
	IS(2, p, open_before);		/* those of 1 October */
	IS(46, p, came);
	is_int(p->open_before + p->came, p->done + p->apart_returns +
	    p->apart_void + p->apart_none + p->apart_stopped + p->open_after,
	    "what was open and what came is done, apart or open");
	is_int(29, month_on_time(p), "on time");
	is_int(40, month_counted(p), "... of");
	IS(40, p, decided);		/* 36 + C, D, E, L */
	IS(5, p, returned);
	IS(4, p, why_none);		/* 2 + D + L */
	IS(90, p, target);
}

static void
counts_cases(const struct month_figures *f)
{
	const struct month_part *p = &f->office;

	IS(3, p, cases_open_before);	/* G, K, L */
	IS(8, p, cases_came);
	IS(5, p, cases_done);		/* A, B, K; C; L */
	IS(1, p, cases_refused);
	IS(1, p, cases_withdrawn);
	IS(1, p, cases_cancelled);
	IS(1, p, cases_unfetched);	/* D */
	IS(2, p, cases_open_after);	/* E, H */
	IS(6, p, promised);		/* and E, in time */
	IS(3, p, kept);
	IS(5, p, kept_own);
}

/* Own work: 30 200 300 350 400 400 450 500 600 600 601 700.  Receipt to close:
 * 30 200 350 400 450 500 600 601 700 1300 1800 1900600. */
static void
takes_medians_of_all(const struct month_figures *f)
{
	const struct month_part *p = part(f->role, f->nrole, "admin-kanwil");

	IS(12, p, done);
	IS(1, p, late_open);
	IS(425, p, own_median);		/* (400 + 450) / 2 */
	IS(601, p, own_p90);		/* 600 + 0.9 x 1 */
	IS(550, p, turn_median);	/* (500 + 600) / 2 */
	IS(1750, p, turn_p90);		/* 1300 + 0.9 x 500 */
	p = part(f->role, f->nrole, "subbag-kepegawaian-tu-rt");
	IS(4, p, done);
	IS(3, p, within);
	IS(0, p, late_open);
	IS(1486400, p, outside_time);	/* 86,400; 600,000, 800,000 */
}

static void
compares(const struct month_figures *f)
{
	const struct month_part *p = &f->office;

	IS(2, p, prev_done);		/* July to September */
	IS(1, p, prev_on_time);
	IS(1, p, prev_late_open);	/* L */
	IS(1, p, prev_returned);
	IS(2, p, last_done);		/* October to December 2025 */
	IS(2, p, last_on_time);
	IS(0, p, last_late_open);
	p = part(f->role, f->nrole, "admin-kanwil");
	IS(1, p, prev_done);
	IS(1, p, last_done);
}

static void
counts_units(const struct month_figures *f)
{
	int64_t done = 0, cases = 0;
	size_t i;

	for (i = 0; i < f->nunit; i++) {
		done += f->unit[i].done;
		cases += f->unit[i].cases_came;
		ok(f->unit[i].name[0] != '\0', "unit %s has a name",
		    f->unit[i].key);
	}
	is_int(f->office.done, done, "units have all that was done");
	is_int(f->office.cases_came, cases, "... and all that came");
}

/* January to December of SIGAP, and of three of its rows: one that December
 * has, and two that it lacks. */
static void
tells_twelve_months(const struct month_figures *f)
{
	const struct month_part *p = part(f->sops, f->nsops, SIGAP);

	is_tally(p, 11, 0, 1, 1);	/* L; E's fourth is late */
	is_tally(p, 10, 2, 3, 2);	/* E, C, D; L and E's fourth */
	is_tally(p, 9, 12, 16, 2);
	is_tally(p, 8, 1, 2, 1);
	is_tally(p, 7, 0, 0, 1);
	is_tally(p, 6, 0, 0, 0);
	p = part(f->row, f->nrow, SIGAP "/001/002");
	is_tally(p, 11, 0, 1, 1);
	is_tally(p, 10, 0, 0, 2);
	is_tally(p, 9, 4, 5, 1);
	is_tally(p, 8, 1, 1, 1);
	p = part(f->row, f->nrow, SIGAP "/001/003");
	is_tally(p, 11, 0, 0, 0);
	is_tally(p, 9, 2, 2, 0);
	is_tally(p, 8, 0, 1, 0);	/* before the quarter */
	p = part(f->row, f->nrow, SIGAP "/001/004");
	is_tally(p, 11, 0, 0, 0);
	is_tally(p, 10, 0, 0, 0);
	is_tally(p, 9, 2, 4, 0);
}

static void
counts_a_year(void)
{
	struct month_figures *f = period(2026, 12, 12, "2026-12-10T08:00");
	const struct month_part *p = &f->office;

	IS(39, p, done);		/* and two in September */
	is_int(30, month_on_time(p), "on time");	/* 29 + 1 */
	IS(0, p, open_before);
	/* Of 2025 October to December are known: no year to compare with. */
	IS(-1, p, prev_done);
	IS(-1, p, prev_on_time);
	IS(-1, p, last_done);
	IS(-1, p, last_on_time);
	is_int(12, month_begun(f), "its twelve months have begun");
	month_free(f);
	/* Of the half-year that runs five: with as many of the one before. */
	f = period(2026, 12, 6, "2026-11-20T08:00");
	is_int(5, month_begun(f), "five of six months have begun");
	ok(f->running, "... it runs");
	IS(-1, &f->office, last_done);	/* July 2025 is not known */
	month_free(f);
	f = period(2026, 12, 3, "2026-11-20T08:00");
	is_int(2, month_begun(f), "two of three months have begun");
	IS(0, &f->office, prev_done);	/* July and August, not September */
	IS(1, &f->office, prev_late_open);	/* at the end of August */
	IS(2, &f->office, last_done);	/* October and November 2025 */
	month_free(f);
	f = period(2025, 12, 12, "2026-12-10T08:00");
	IS(2, &f->office, done);
	IS(0, &f->office, late_open);
	ok(!f->running, "a year that is over");
	month_free(f);
}

/* October is read as it was frozen, the rest as it stands now; a quarter of
 * frozen months is frozen. */
static void
adds_what_is_frozen(void)
{
	static const struct month_minutes said;
	struct change ch = { .now = month_data_at(o, "2026-12-10T08:00") };
	struct month_figures *f;

	if (month_close(o, &ch, 2026, 10, "", &said) != CASE_OK)
		bail(office_why(o));
	fixture_run(o, "UPDATE tasks SET verdict = 'over'"
	    " WHERE verdict = 'within'");
	f = period(2026, 12, 3, "2026-12-10T08:00");
	IS(37, &f->office, done);
	IS(24, &f->office, within);	/* October's */
	IS(10, &f->office, over);	/* 6 + 4 */
	ok(!f->frozen, "not all of it is frozen");
	month_free(f);
	ch.now = month_data_at(o, "2027-01-10T08:00");
	if (month_close(o, &ch, 2026, 11, "", &said) != CASE_OK ||
	    month_close(o, &ch, 2026, 12, "", &said) != CASE_OK)
		bail(office_why(o));
	f = period(2026, 12, 3, "2027-02-10T08:00");
	ok(f->frozen && !f->running, "three closed months are");
	is_int(ch.now, f->at, "... as of the last closing");
	IS(37, &f->office, done);
	/* Row 2 as December had it when it was closed; row 4 only October. */
	is_tally(part(f->row, f->nrow, SIGAP "/001/002"), 9, 4, 5, 1);
	is_tally(part(f->row, f->nrow, SIGAP "/001/004"), 9, 2, 4, 0);
	month_free(f);
}

static void
writes_periods(void)
{
	static const struct {
		const char	*text;
		int		 year, month, months;
	} good[] = {
		{ "2026-10", 2026, 10, 1 }, { "2026-T1", 2026, 3, 3 },
		{ "2026-T4", 2026, 12, 3 }, { "2026-S1", 2026, 6, 6 },
		{ "2026-S2", 2026, 12, 6 }, { "2026", 2026, 12, 12 },
	};
	static const char *const bad[] = { "", "26", "2026-13", "2026-00",
		"2026-T5", "2026-T0", "2026-S3", "2026-1", "2026-T1x", "20266",
		"x026", "2026-10/",
		"2026-01-05", "2026-01-05..", "2026-01-05..2026-2-10",
		"2026-01-05..2026-02-10x", "2026-01-05-.2026-02-10",
		"2026-1x-05..2026-02-10" };
	char buf[PERIOD_SIZE];
	struct period p;
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		is_int(0, month_period_read(good[i].text, &p), "%s",
		    good[i].text);
		ok(p.year == good[i].year && p.month == good[i].month &&
		    p.months == good[i].months, "... %d, %d, %d", p.year,
		    p.month, p.months);
		is_string(good[i].text, month_period_write(p.year, p.month,
		    p.months, buf), "... and back");
	}
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		is_int(-1, month_period_read(bad[i], &p), "\"%s\" is none",
		    bad[i]);
	is_int(0, month_period_read("2026-01-05..2026-02-10", &p), "days");
	is_int(0, p.months, "... are no months");
	is_string("2026-01-05", p.first, "... from one");
	is_string("2026-02-10", p.last, "... to another");
}

/* From a day to another, the last included, as the data stand at `at`. */
static struct month_figures *
range(const char *days, const char *at)
{
	struct month_figures *f;
	struct period p;

	if (month_period_read(days, &p) == -1 || month_range(o, &p, "",
	    month_data_at(o, at), month_data_at(o, at), &f) != CASE_OK)
		bail(office_why(o));
	return f;
}

static void
refuses_range(const char *days, const char *field, const char *why)
{
	const int64_t now = month_data_at(o, "2026-12-10T08:00");
	struct month_figures *f;
	struct period p;

	is_int(0, month_period_read(days, &p), "%s", days);
	is_int(CASE_INVALID, month_range(o, &p, "", now, now, &f),
	    "... is refused");
	is_string(field, office_field(o), "... for one of its days");
	ok(strstr(office_why(o), why) != NULL, "... %s", office_why(o));
}

/* Days of November: what is done in them adds up to the month. */
static void
counts_days(void)
{
	struct month_figures *month = period(2026, 11, 1, "2026-12-10T08:00");
	struct month_figures *f = range("2026-11-01..2026-11-30",
	    "2026-12-10T08:00");
	int64_t done = 0;
	char days[32];
	int day;

	is_int(month->office.done, f->office.done, "a month by its days");
	is_int(month->office.late_open, f->office.late_open, "... late");
	is_int(month->office.own_p90, f->office.own_p90, "... 90%%");
	is_int(-1, f->office.prev_done, "... compared with nothing");
	is_string("2026-11-01..2026-11-30", f->period, "... its name");
	month_free(f);
	for (day = 1; day <= 30; day++) {
		snprintf(days, sizeof(days), "2026-11-%02d..2026-11-%02d",
		    day, day);
		f = range(days, "2026-12-10T08:00");
		done += f->office.done;
		month_free(f);
	}
	is_int(month->office.done, done, "its days one by one");
	month_free(month);
	f = range("2026-12-20..2026-12-31", "2027-01-10T08:00");
	is_int(0, f->office.done, "days in which nothing was done");
	month_free(f);
	refuses_range("2026-11-10..2026-11-09", "last", "sesudah");
	refuses_range("2026-11-01..2026-11-31", "last", "2026-11-31 tidak");
	refuses_range("2026-00-01..2026-11-30", "first", "2026-00-01 tidak");
	refuses_range("1926-01-01..2026-11-30", "first", "1926-01-01 tidak");
	refuses_range("2026-12-11..2026-12-12", "first", "belum tiba");
	refuses_range("2026-12-10..2026-12-11", "last", "belum tiba");
	month_free(range("2026-12-10..2026-12-10", "2026-12-10T08:00"));
}

int
main(void)
{
	struct month_figures *f;

	o = fixture_open(NULL);
	month_data_load(o);
	f = period(2026, 12, 3, "2026-12-10T08:00");
	counts_the_office(f);
	counts_cases(f);
	takes_medians_of_all(f);
	compares(f);
	counts_units(f);
	tells_twelve_months(f);
	month_free(f);
	counts_a_year();
	is_int(CASE_INVALID, month_period(o, 2027, 3, 3, "", month_data_at(o,
	    "2026-12-31T23:59"), &f), "a quarter to come is none");
	counts_days();
	adds_what_is_frozen();
	writes_periods();
	office_close(o);
	return tap_done();
}
