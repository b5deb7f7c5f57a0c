/*
 * random-t.c - the clock against a naive one, over random instants of 2021 to
 * 2026: one that steps minute by minute and second by second, and for very
 * many pairs one that looks up a table of all minutes.
 *
 * The naive clock knows nothing of the library: it reads the holidays from
 * their table and has the hours and the weeks of Ramadan written out.
 */

#include <time.h>

#include "clock/standard.h"
#include "tests/clock/office.h"
#include "tests/clock/random.h"

#define FIRST	1609434000	/* 2021-01-01T00:00 WIB */
#define MINUTES	(2191 * 1440)	/* to 2026-12-31T24:00 */
#define DAYS	(MINUTES / 1440)
#define DAY	86400

static char working[MINUTES];	/* is the minute working time? */
static char workday[DAYS];
static int before[MINUTES + 1];	/* working minutes before the minute */

/* Days since FIRST of a date, counted by the C library. */
static int
day_of(const char *date)
{
	struct tm tm = { 0 };

	if (sscanf(date, "%4d-%2d-%2d", &tm.tm_year, &tm.tm_mon,
	    &tm.tm_mday) != 3)
		bail(date);
	tm.tm_year -= 1900;
	tm.tm_mon -= 1;
	return (int)((timegm(&tm) - (FIRST + 7 * 3600)) / DAY);
}

static void
fill(int day, int from, int to)
{
	int m;

	for (m = from; m < to; m++)
		working[day * 1440 + m] = 1;
}

/* Write the hours of every day; 1 January 2021 was a Friday. */
static void
fill_hours(void)
{
	static const char *const ramadan[][2] = {
		{ "2021-04-13", "2021-05-12" }, { "2022-04-03", "2022-05-01" },
		{ "2023-03-23", "2023-04-21" }, { "2024-03-12", "2024-04-09" },
		{ "2025-03-01", "2025-03-30" }, { "2026-02-19", "2026-03-20" },
	};
	int d, i, fasting, friday;

	for (d = 0; d < DAYS; d++) {
		if (d % 7 == 1 || d % 7 == 2)
			continue;
		friday = d % 7 == 0;
		for (fasting = 0, i = 0; i < 6; i++)
			fasting |= d >= day_of(ramadan[i][0]) &&
			    d <= day_of(ramadan[i][1]);
		workday[d] = 1;
		if (fasting) {
			fill(d, 480, friday ? 690 : 720);
			fill(d, 750, friday ? 930 : 900);
		} else {
			fill(d, 450, friday ? 690 : 720);
			fill(d, 780, friday ? 990 : 960);
		}
	}
}

/* Take out the days off, and compare each with what the calendar lists. */
static void
take_holidays(struct calendar *cal)
{
	static struct cal_holiday h[64];
	char path[4096], line[512], *field[4], *save;
	int i, year = 0, rows = 0, wrong = 0;
	size_t n = 0, at_row = 0;
	FILE *f;

	snprintf(path, sizeof(path), "%s/tests/data/libur-indonesia.tsv",
	    getenv("SRCDIR"));
	f = fopen(path, "r");
	if (f == NULL || fgets(line, sizeof(line), f) == NULL)
		bail(path);
	while (fgets(line, sizeof(line), f) != NULL) {
		for (i = 0; i < 4; i++)
			field[i] = strtok_r(i ? NULL : line, "\t\n", &save);
		*strstr(field[3], " | ") = '\0';
		if (atoi(field[0]) != year) {
			wrong += at_row != n;
			year = atoi(field[0]);
			n = calendar_holidays(cal, year, h, 64);
			at_row = 0;
		}
		snprintf(path, sizeof(path), "%04d-%02d-%02d", h[at_row].year,
		    h[at_row].month, h[at_row].day);
		if (at_row >= n || strcmp(path, field[0]) != 0 ||
		    strcmp(h[at_row].name, field[1]) != 0 ||
		    strcmp(h[at_row].joint ? "cuti" : "libur", field[2]) != 0 ||
		    strcmp(h[at_row].decree, field[3]) != 0)
			wrong++;
		at_row++;
		rows++;
		i = day_of(field[0]);
		workday[i] = 0;
		memset(&working[i * 1440], 0, 1440);
	}
	fclose(f);
	wrong += at_row != n;
	is_int(145, rows, "the table of days off has 145 rows");
	is_int(0, wrong, "...and the calendar has each, with its decree");
}

static void
sum_minutes(void)
{
	int m;

	for (m = 0; m < MINUTES; m++)
		before[m + 1] = before[m] + working[m];
}

/* An instant at least `room` seconds from the end; every second one lies at
 * a full minute and close to an edge of the hours. */
static int64_t
random_instant(int64_t room)
{
	static const int edges[] = { 450, 480, 690, 720, 750, 780, 900, 930,
		960, 990, 0 };
	int64_t t = random_below((int64_t)MINUTES * 60 - room);

	if (random_below(2) == 0)
		t = t / DAY * DAY + edges[random_below(11)] * 60 +
		    random_below(3) - 1;
	if (t < 0)
		t = 0;
	return FIRST + t;
}

static int
is_working(int64_t t)
{
	return working[(t - FIRST) / 60];
}

static int64_t
slow_elapsed(int64_t a, int64_t b)
{
	int64_t n = 0;

	for (; a < b && (a - FIRST) % 60 != 0; a++)
		n += is_working(a);
	for (; a + 60 <= b; a += 60)
		n += 60 * is_working(a);
	for (; a < b; a++)
		n += is_working(a);
	return n;
}

/* Second by second, until that many have been counted. */
static int64_t
slow_add(int64_t t, int64_t seconds)
{
	for (; seconds > 0; t++)
		seconds -= is_working(t);
	return t;
}

/* End of the last working minute of a day. */
static int64_t
slow_closing(int day)
{
	int m = 1440;

	while (!working[day * 1440 + m - 1])
		m--;
	return FIRST + ((int64_t)day * 1440 + m) * 60;
}

static int64_t
slow_day_end(int64_t t, int n)
{
	int day = (int)((t - FIRST) / DAY);

	if (!workday[day] || t >= slow_closing(day))
		for (day++; !workday[day];)
			day++;
	for (; n > 0; n--)
		for (day++; !workday[day];)
			day++;
	return slow_closing(day);
}

static int
slow_days(int64_t a, int64_t b)
{
	int day = (int)((a - FIRST) / DAY), n = 0;

	while (++day <= (b - FIRST) / DAY)
		n += workday[day];
	return n;
}

/* Count a difference, and show the first. */
static int
differs(const char *what, int64_t t, int64_t want, int64_t got)
{
	static int shown;

	if (want == got)
		return 0;
	if (shown++ < 5)
		printf("# %s at %lld: wanted %lld, got %lld\n", what,
		    (long long)t, (long long)want, (long long)got);
	return 1;
}

/* Working seconds before t, by the table. */
static int64_t
table_sum(int64_t t)
{
	int64_t m = (t - FIRST) / 60;

	if (m == MINUTES)
		return 60LL * before[MINUTES];
	return 60LL * before[m] + working[m] * ((t - FIRST) % 60);
}

/* The first instant with `sum` working seconds before it, by the table. */
static int64_t
table_instant(int64_t sum)
{
	int low = 0, high = MINUTES, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (60LL * before[middle + 1] >= sum)
			high = middle;
		else
			low = middle + 1;
	}
	return FIRST + low * 60LL + sum - 60LL * before[low];
}

/* Compare both instants of a standard with those the table gives. */
static int
due_differs(struct calendar *cal, int64_t a)
{
	static const int unit[] = { 1, 60, 3600 };
	struct standard std = { .min = 1 + (int32_t)random_below(30) };
	int64_t want[2], at_min, at_max;
	int i, n;

	std.max = std.min + (int32_t)random_below(31);
	std.unit = (enum time_unit)random_below(UNIT__MAX);
	for (i = 0; i < 2; i++) {
		n = i ? std.max : std.min;
		want[i] = std.unit == UNIT_DAY ? slow_day_end(a, n) :
		    table_instant(table_sum(a) + n * unit[std.unit]);
	}
	standard_due(cal, &std, a, 0, &at_min, &at_max);
	return differs("lower due", a, want[0], at_min) ||
	    differs("upper due", a, want[1], at_max);
}

/* Pairs of any two instants, near and far, and deadlines from the first. */
static void
table_agrees(struct calendar *cal, int pairs)
{
	int64_t a, b, sum;
	int i, elapsed = 0, added = 0, due = 0;

	for (i = 0; i < pairs; i++) {
		a = random_instant(0);
		b = random_instant(0);
		sum = table_sum(b) - table_sum(a);
		elapsed += differs("elapsed", a, sum,
		    calendar_elapsed(cal, a, b));
		sum = 1 + random_below(400 * 3600);
		if (table_sum(a) + sum > 60LL * before[MINUTES])
			sum = -sum;
		added += differs("add", a, sum < 0 ? a :
		    table_instant(table_sum(a) + sum),
		    calendar_add(cal, a, sum));
		if (a < FIRST + (DAYS - 100LL) * DAY)
			due += due_differs(cal, a);
	}
	is_int(0, elapsed, "elapsed agrees on %d pairs of 2021 to 2026", pairs);
	is_int(0, added, "...and the instant of as many amounts");
	is_int(0, due, "...and both instants of as many standards");
}

static void
elapsed_agrees(struct calendar *cal, int pairs, int64_t span)
{
	int64_t a, b, sum;
	int i, wrong = 0;

	for (i = 0; i < pairs; i++) {
		a = random_instant(span);
		b = a + random_below(span);
		sum = slow_elapsed(a, b);
		wrong += differs("elapsed", a, sum,
		    calendar_elapsed(cal, a, b));
		wrong += differs("back", b, -sum, calendar_elapsed(cal, b, a));
		wrong += differs("days", a, slow_days(a, b),
		    calendar_days(cal, a, b));
	}
	is_int(0, wrong, "elapsed and days agree on %d pairs up to %lld days "
	    "apart", pairs, (long long)(span / DAY));
}

static void
add_agrees(struct calendar *cal, int count)
{
	int64_t t, amount;
	int i, wrong = 0, n;

	for (i = 0; i < count; i++) {
		t = random_instant(60 * DAY);
		amount = random_below(i % 4 == 0 ? 100000 : 40000);
		if (i % 8 == 1)
			amount -= amount % 1800;
		wrong += differs("add", t, slow_add(t, amount),
		    calendar_add(cal, t, amount));
		n = (int)random_below(12);
		wrong += differs("day_end", t, slow_day_end(t, n),
		    calendar_day_end(cal, t, n));
	}
	is_int(0, wrong, "add and day_end agree on %d instants", count);
}

static void
edges_agree(struct calendar *cal, int count)
{
	int64_t t, next, prev;
	int i, wrong = 0;

	for (i = 0; i < count; i++) {
		t = random_instant(60 * DAY) + 30 * DAY;
		for (next = t; !is_working(next);)
			next++;
		for (prev = t; !is_working(prev) && !is_working(prev - 1);)
			prev--;
		wrong += differs("open", t, is_working(t),
		    calendar_is_open(cal, t));
		wrong += differs("next", t, next, calendar_next(cal, t));
		wrong += differs("prev", t, prev, calendar_prev(cal, t));
		wrong += differs("workday", t, workday[(t - FIRST) / DAY],
		    calendar_is_workday(cal, t, NULL));
	}
	is_int(0, wrong, "next, previous and open agree on %d instants",
	    count);
}

static void
laws_hold(struct calendar *cal, int count)
{
	int64_t a, b, c, due, amount;
	int i, parts = 0, first = 0, inside = 0, back = 0;

	for (i = 0; i < count; i++) {
		a = random_instant(400 * DAY);
		b = random_instant(400 * DAY);
		c = random_instant(400 * DAY);
		parts += differs("parts", a, calendar_elapsed(cal, a, c),
		    calendar_elapsed(cal, a, b) + calendar_elapsed(cal, b, c));
		back += differs("back", a, calendar_elapsed(cal, a, b),
		    -calendar_elapsed(cal, b, a));
		amount = 1 + random_below(400 * 3600);
		due = calendar_add(cal, a, amount);
		first += differs("exact", a, amount,
		    calendar_elapsed(cal, a, due));
		first += differs("first", a, amount - 1,
		    calendar_elapsed(cal, a, due - 1));
		/* The second before a due is always working time. */
		inside += !calendar_is_open(cal, due - 1);
		inside += calendar_prev(cal, due) != due;
	}
	is_int(0, parts, "elapsed(a, b) + elapsed(b, c) = elapsed(a, c)");
	is_int(0, back, "elapsed(a, b) = -elapsed(b, a)");
	is_int(0, first, "add is the first instant with that much elapsed");
	is_int(0, inside, "...never in closed time but at its beginning");
}

static void
explanations_add_up(struct calendar *cal, int count)
{
	static struct cal_day d[64];
	int64_t a, b, sum;
	size_t n, j;
	int i, wrong = 0;

	for (i = 0; i < count; i++) {
		a = random_instant(60 * DAY);
		b = a + random_below(60 * DAY);
		n = calendar_explain(cal, a, b, d, 64);
		for (sum = 0, j = 0; j < n; j++) {
			sum += d[j].counted;
			wrong += d[j].total != sum;
			wrong += d[j].working != (calendar_hours(cal,
			    d[j].year, d[j].month, d[j].day, NULL, 0) > 0);
		}
		wrong += differs("explain", a, calendar_elapsed(cal, a, b),
		    sum);
	}
	is_int(0, wrong, "an explanation adds up to what it explains");
}

static void
instants_come_back(struct calendar *cal, int count)
{
	struct cal_local l;
	int64_t t;
	int i, wrong = 0;

	for (i = 0; i < count; i++) {
		t = random_instant(0) - 20000LL * DAY + random_below(40000) *
		    DAY;
		calendar_local(cal, t, &l);
		wrong += differs("local", t, t, calendar_instant(cal, l.year,
		    l.month, l.day, l.hour, l.minute, l.second));
	}
	is_int(0, wrong, "a local time comes back as its instant");
}

int
main(void)
{
	struct calendar *cal = office_calendar(OFFICE);

	fill_hours();
	take_holidays(cal);
	sum_minutes();
	table_agrees(cal, 100000);
	elapsed_agrees(cal, 2000, 365 * DAY);
	elapsed_agrees(cal, 2000, 5 * DAY);
	add_agrees(cal, 800);
	edges_agree(cal, 1000);
	laws_hold(cal, 100000);
	explanations_add_up(cal, 2000);
	instants_come_back(cal, 10000);
	calendar_free(cal);
	return tap_done();
}
