/*
 * zones-t.c - random calendars in many zones, 2005 to 2050, against a table of
 * minutes filled from the same random facts without the library.
 */

#include <time.h>

#include "clock/standard.h"
#include "tests/clock/office.h"
#include "tests/clock/random.h"
#include "tests/clock/written.h"

#define DAY	86400
#define DAYS	16801		/* 2005-01-01 .. 2050-12-31 */
#define FIRST	1104537600	/* 2005-01-01T00:00Z */
#define HOURS	3		/* intervals of a day at most */
#define WEEKS	6
#define OUTAGES	300

struct hours {
	int	from[HOURS], to[HOURS], count;	/* minutes */
};

struct facts {
	int		 offset;		/* seconds east */
	int		 weeks;			/* the first always in force */
	int		 from[WEEKS], until[WEEKS];
	struct hours	 week[WEEKS][7];
	char		 holiday[DAYS], makeup[DAYS], special[DAYS];
	struct hours	 own[DAYS];		/* of special dates */
	int64_t		 out_from[OUTAGES], out_to[OUTAGES];	/* minutes */
	int		 outages;
};

static struct facts facts;
static char working[DAYS][1440];
static int before[DAYS + 1];	/* working minutes before the day */
static char yaml[1 << 20];
static size_t used;

static int
below(int64_t n)
{
	return (int)random_below(n);
}

/* 0 Monday; 1 January 2005 was a Saturday. */
static int
weekday(int day)
{
	return (day + 5) % 7;
}

__attribute__((format(printf, 1, 2))) static void
put(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	used += (size_t)vsnprintf(yaml + used, sizeof(yaml) - used, fmt, ap);
	va_end(ap);
	if (used >= sizeof(yaml))
		bail("the calendar is too long");
}

static void
put_hours(const struct hours *h)
{
	int i;

	for (i = 0; i < h->count; i++)
		put("%s\"%02d:%02d-%02d:%02d\"", i ? ", " : "[",
		    h->from[i] / 60, h->from[i] % 60, h->to[i] / 60,
		    h->to[i] % 60);
	put(h->count ? "]" : "[]");
}

static void
put_date(int day)
{
	time_t t = FIRST + (time_t)day * DAY;
	struct tm tm;

	gmtime_r(&t, &tm);
	put("%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

/* Hours in order, some of them up to and from midnight, some touching. */
static struct hours
random_hours(void)
{
	struct hours h = { .count = below(HOURS + 1) };
	int i, at = below(3) ? below(600) : 0;

	for (i = 0; i < h.count; i++) {
		h.from[i] = at;
		h.to[i] = at + 1 + below((1440 - at) / (h.count - i));
		at = h.to[i] + (below(3) ? below(60) : 0);
		if (at > 1430) {
			h.count = i + 1;
			h.to[i] = below(2) ? 1440 : h.to[i];
		}
	}
	return h;
}

/* The first pattern always, then pairs of one inside another. */
static void
make_weeks(void)
{
	int w, d, length = DAYS / (WEEKS + 1);

	facts.weeks = WEEKS;
	for (w = 0; w < WEEKS; w++) {
		for (d = 0; d < 7; d++)
			facts.week[w][d] = random_hours();
		facts.week[w][w % 7] = (struct hours){ { 450, 780, 0 },
		    { 720, 960, 0 }, 2 };
		facts.from[w] = 0;
		facts.until[w] = DAYS - 1;
		if (w == 0)
			continue;
		facts.from[w] = w * length + below(length / 3);
		facts.until[w] = facts.from[w] + length / 2 + below(90);
		if (w % 2 == 0) {
			facts.from[w] = facts.from[w - 1] + 1 + below(100);
			facts.until[w] = facts.from[w] + below(200);
		}
	}
}

static void
make_dates(void)
{
	int d, y, known[46];

	for (y = 0; y < 46; y++)
		known[y] = below(4) > 0;
	for (d = 0; d < DAYS; d++) {
		facts.holiday[d] = known[d * 4 / 1461] && below(25) == 0;
		facts.makeup[d] = below(200) ? 0 : (char)(1 + below(7));
		facts.special[d] = below(200) == 0;
		facts.own[d] = random_hours();
	}
}

/* A minute of the same day beside the beginning or end of some hours. */
static int64_t
beside_hours(int64_t minute)
{
	int day = (int)(minute / 1440), i;
	const struct hours *h = &facts.week[below(WEEKS)][weekday(day)];

	if (h->count == 0 || below(2))
		return minute;
	i = below(h->count);
	minute = (below(2) ? h->from[i] : h->to[i]) + below(3) - 1;
	return day * 1440LL + (minute < 0 ? 0 : minute);
}

static void
make_outages(void)
{
	int64_t at, step = (int64_t)DAYS * 1440 / OUTAGES;
	int i;

	facts.outages = OUTAGES;
	for (i = 0; i < OUTAGES; i++) {
		at = beside_hours(i * step + below(step / 2));
		facts.out_from[i] = at;
		facts.out_to[i] = beside_hours(at + 1 +
		    below(below(2) ? 600 : 9000));
		if (facts.out_to[i] <= at)
			facts.out_to[i] = at + 1;
	}
}

static void
put_weeks(void)
{
	static const char *const names[] = { "senin", "selasa", "rabu",
		"kamis", "jumat", "sabtu", "minggu" };
	int w, d;

	put("pola:\n");
	for (w = 0; w < facts.weeks; w++) {
		put("  - nama: P%d\n", w);
		if (w > 0) {
			put("    berlaku: {dari: ");
			put_date(facts.from[w]);
			put(", sampai: ");
			put_date(facts.until[w]);
			put("}\n");
		}
		for (d = 0; d < 7; d++) {
			put("    %s: ", names[d]);
			put_hours(&facts.week[w][d]);
			put("\n");
		}
	}
}

static void
put_dates(const char *key, const char *marked, void (*more)(int))
{
	int d;

	put("%s:\n", key);
	for (d = 0; d < DAYS; d++) {
		if (!marked[d])
			continue;
		put(" - {nama: N, tanggal: ");
		put_date(d);
		more(d);
		put("}\n");
	}
}

static void
more_holiday(int d)
{
	put(", jenis: %s", d % 2 ? "libur" : "cuti");
}

static void
more_makeup(int d)
{
	static const char *const names[] = { "senin", "selasa", "rabu",
		"kamis", "jumat", "sabtu", "minggu" };

	put(", seperti: %s", names[facts.makeup[d] - 1]);
}

static void
more_special(int d)
{
	put(", jam: ");
	put_hours(&facts.own[d]);
}

static void
put_outages(void)
{
	int i, j;
	int64_t m;

	put("gangguan:\n");
	for (i = 0; i < facts.outages; i++) {
		for (j = 0; j < 2; j++) {
			m = j ? facts.out_to[i] : facts.out_from[i];
			put(j ? ", sampai: " : " - {nama: G, dari: ");
			put_date((int)(m / 1440));
			put("T%02d:%02d", (int)(m / 60 % 24), (int)(m % 60));
		}
		put("}\n");
	}
}

static void
fill(int day, const struct hours *h)
{
	int i;

	for (i = 0; i < h->count; i++)
		memset(&working[day][h->from[i]], 1,
		    (size_t)(h->to[i] - h->from[i]));
}

/* Fill the minutes: a strict reading of sopap-calendar(5). */
static void
fill_table(void)
{
	int d, w, best, i;
	int64_t m;

	memset(working, 0, sizeof(working));
	for (d = 0; d < DAYS; d++) {
		for (best = 0, w = 1; w < facts.weeks; w++)
			if (facts.from[w] <= d && d <= facts.until[w] &&
			    (best == 0 || facts.from[w] > facts.from[best]))
				best = w;
		if (facts.special[d])
			fill(d, &facts.own[d]);
		else if (facts.makeup[d])
			fill(d, &facts.week[best][facts.makeup[d] - 1]);
		else if (!facts.holiday[d])
			fill(d, &facts.week[best][weekday(d)]);
	}
	for (i = 0; i < facts.outages; i++)
		for (m = facts.out_from[i]; m < facts.out_to[i]; m++)
			working[m / 1440][m % 1440] = 0;
	for (d = 0; d < DAYS; d++)
		for (before[d + 1] = before[d], i = 0; i < 1440; i++)
			before[d + 1] += working[d][i];
}

static struct calendar *
make_calendar(const char *zone)
{
	struct calendar *cal;
	char why[256];

	make_weeks();
	make_dates();
	make_outages();
	used = 0;
	put("zona: %s\n", zone);
	put_weeks();
	put_dates("libur", facts.holiday, more_holiday);
	put_dates("hari_kerja_pengganti", facts.makeup, more_makeup);
	put_dates("khusus", facts.special, more_special);
	put_outages();
	fill_table();
	cal = calendar_parse(yaml, used, why, sizeof(why));
	if (cal == NULL)
		bail(why);
	is_written(yaml, zone);
	return cal;
}

static int
is_open(int64_t second)
{
	return working[second / DAY][second % DAY / 60];
}

/* Working seconds before a second since the first midnight. */
static int64_t
slow_sum(int64_t second)
{
	int day = (int)(second / DAY), m, last = (int)(second % DAY / 60);
	int64_t sum;

	if (day == DAYS)
		return 60LL * before[DAYS];
	sum = before[day];
	for (m = 0; m < last; m++)
		sum += working[day][m];
	return sum * 60 + (working[day][last] ? second % 60 : 0);
}

/* The first second with `amount` working seconds since `second`. */
static int64_t
slow_add(int64_t second, int64_t amount)
{
	int64_t want = slow_sum(second) + amount, sum;
	int day = (int)(second / DAY), m = 0;

	if (amount <= 0)
		return second;
	while (day < DAYS && 60LL * before[day + 1] < want)
		day++;
	if (day == DAYS)
		return -1;
	for (sum = 60LL * before[day]; sum + 60 * working[day][m] < want; m++)
		sum += 60 * working[day][m];
	return (int64_t)day * DAY + m * 60 + want - sum;
}

/* The second after the last working one of a day; 0 on a day off. */
static int64_t
slow_closing(int day)
{
	int m = 1440;

	while (m > 0 && !working[day][m - 1])
		m--;
	return m ? (int64_t)day * DAY + m * 60 : 0;
}

static int64_t
slow_day_end(int64_t second, int n)
{
	int day = (int)(second / DAY);

	if (second >= slow_closing(day))
		day++;
	for (; day < DAYS; day++)
		if (slow_closing(day) > 0 && n-- == 0)
			return slow_closing(day);
	return -1;
}

/* Every second one close to an edge of the hours. */
static int64_t
random_second(void)
{
	int64_t s = (int64_t)below(DAYS) * DAY + below(DAY), m;

	if (below(2) == 0 || s >= (int64_t)DAYS * DAY - 60)
		return s;
	for (m = s / 60; m < (int64_t)DAYS * 1440 - 2 &&
	    is_open(m * 60) == is_open((m + 1) * 60);)
		m++;
	return (m + 1) * 60 - below(3);
}

/* The library's instant as seconds since the first midnight; -1 is never. */
static int64_t
since_first(int64_t t)
{
	return t == INT64_MAX ? -1 : t - FIRST + facts.offset;
}

static int
differs(const char *what, int64_t second, int64_t want, int64_t got)
{
	if (want != got)
		printf("# %s at %lld: wanted %lld, got %lld\n", what,
		    (long long)second, (long long)want, (long long)got);
	return want != got;
}

static int
pair_differs(const struct calendar *cal, int64_t a, int64_t b)
{
	int64_t base = FIRST - facts.offset, sum = slow_sum(b) - slow_sum(a);
	int64_t amount = 1 + below(400 * 3600);

	if (below(2))
		amount -= amount % 60;
	return differs("elapsed", a, sum,
	    calendar_elapsed(cal, base + a, base + b)) ||
	    differs("back", b, -sum,
	    calendar_elapsed(cal, base + b, base + a)) ||
	    differs("add", a, slow_add(a, amount),
	    since_first(calendar_add(cal, base + a, amount))) ||
	    (sum > 0 && differs("add to b", a, slow_add(a, sum),
	    since_first(calendar_add(cal, base + a, sum)))) ||
	    differs("day_end", a, slow_day_end(a, 3),
	    since_first(calendar_day_end(cal, base + a, 3))) ||
	    differs("open", a, is_open(a), calendar_is_open(cal, base + a));
}

/* Both instants of a standard, and what explains the later one. */
static int
due_differs(const struct calendar *cal, int64_t a)
{
	static const int unit[] = { 1, 60, 3600 };
	static struct due_day d[DAYS];
	struct standard std = { .min = 1 + below(20), .unit = below(4) };
	int64_t base = FIRST - facts.offset, min_at, max_at, want[2];
	size_t n, i;
	int nth = 0, wrong = 0;

	std.max = std.min + below(20);
	standard_due(cal, &std, base + a, 0, &min_at, &max_at);
	want[0] = std.unit == UNIT_DAY ? slow_day_end(a, std.min) :
	    slow_add(a, std.min * unit[std.unit]);
	want[1] = std.unit == UNIT_DAY ? slow_day_end(a, std.max) :
	    slow_add(a, std.max * unit[std.unit]);
	wrong += differs("lower", a, want[0], since_first(min_at));
	wrong += differs("upper", a, want[1], since_first(max_at));
	n = standard_explain(cal, &std, base + a, 0, d, DAYS);
	if (wrong || want[1] < 0)
		return wrong || n != 0;
	for (i = 0; i < n; i++)
		if (d[i].nth >= 0)
			wrong += differs("nth", a, nth++, d[i].nth);
	if (std.unit == UNIT_DAY)
		return wrong + differs("days", a, std.max + 1, nth);
	return wrong + differs("total", a, std.max * unit[std.unit],
	    d[n - 1].total);
}

static void
agrees(const char *zone, int offset, int pairs)
{
	struct calendar *cal;
	int64_t a, b;
	int i, y, d = 0, wrong = 0, due = 0, years = 0, known;

	facts.offset = offset;
	cal = make_calendar(zone);
	for (i = 0; i < pairs; i++) {
		a = random_second();
		b = random_second();
		wrong += pair_differs(cal, a, b);
		due += i % 10 == 0 && due_differs(cal, a);
	}
	for (y = 2005; y <= 2050; y++) {
		for (known = 0, i = 365 + (y % 4 == 0); i > 0; i--)
			known |= facts.holiday[d++];
		years += known != calendar_year_known(cal, y);
	}
	is_int(0, wrong, "%s: elapsed, add, day_end on %d pairs", zone, pairs);
	is_int(0, due, "...both instants of standards, and why");
	is_int(0, years, "...and which years have holidays");
	calendar_free(cal);
}

int
main(void)
{
	agrees("WIB", 7 * 3600, 3000);
	agrees("WITA", 8 * 3600, 3000);
	agrees("WIT", 9 * 3600, 3000);
	agrees("UTC", 0, 3000);
	agrees("\"+05:45\"", 20700, 3000);
	agrees("\"-03:30\"", -12600, 3000);
	agrees("\"+14:00\"", 14 * 3600, 3000);
	agrees("{nama: Barat, selisih: \"-14:00\"}", -14 * 3600, 3000);
	return tap_done();
}
