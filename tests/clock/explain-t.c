/* explain-t.c - deadlines day by day, and why a date has its hours. */

#include "clock/standard.h"
#include "tests/clock/office.h"

#define DAYS 40

/* An office with one entry of every kind, open in the week of 5 January. */
#define LAYERS \
	"zona: \"+08:00\"\n" \
	"pola:\n" \
	"  - nama: Biasa\n" \
	"    dasar: Perpres\n" \
	"    senin: [\"08:00-12:00\", \"13:00-16:00\"]\n" \
	"    selasa: [\"08:00-12:00\"]\n" \
	"    rabu: [\"08:00-12:00\"]\n" \
	"    kamis: [\"20:00-24:00\"]\n" \
	"libur:\n" \
	"  - {tanggal: 2026-01-06, jenis: cuti, nama: Cuti, dasar: SKB}\n" \
	"  - {tanggal: 2026-01-07, jenis: libur, nama: Libur}\n" \
	"  - {tanggal: 2026-01-14, jenis: libur, nama: Raya}\n" \
	"hari_kerja_pengganti:\n" \
	"  - {tanggal: 2026-01-10, seperti: senin, nama: Ganti}\n" \
	"khusus:\n" \
	"  - {tanggal: 2026-01-07, jam: [\"08:00-09:00\"], nama: Rapat}\n" \
	"  - {tanggal: 2026-01-12, jam: [], nama: Pindah, dasar: SE}\n" \
	"gangguan:\n" \
	"  - {dari: 2026-01-05T10:00, sampai: 2026-01-05T11:00, nama: A, " \
	"dasar: BA}\n" \
	"  - {dari: 2026-01-05T15:00, sampai: 2026-01-05T18:00, nama: B}\n" \
	"  - {dari: 2026-01-05T19:00, sampai: 2026-01-06T10:00, nama: C}\n" \
	"  - {dari: 2026-01-08T19:00, sampai: 2026-01-08T20:00, nama: E}\n" \
	"  - {dari: 2026-01-13T00:00, sampai: 2026-01-14T00:00, nama: D}\n"

static struct calendar *
layers(void)
{
	char why[256];
	struct calendar *cal = calendar_parse(LAYERS, strlen(LAYERS), why,
	    sizeof(why));

	if (cal == NULL)
		bail(why);
	return cal;
}

static void
dates_have_reasons(void)
{
	static const struct {
		int		 day;
		enum cal_rule	 rule;
		const char	*name, *decree, *outage, *evidence;
		int		 like, outages;
		const char	*word, *text;
	} want[] = {
		{ 5, CAL_RULE_WEEK, "Biasa", "Perpres", "A", "BA", 0, 2,
		    "kerja", "Biasa (Perpres); gangguan: A (BA) dan 1 lagi" },
		{ 6, CAL_RULE_JOINT, "Cuti", "SKB", NULL, NULL, 0, 0,
		    "cuti", "Cuti (SKB)" },
		{ 7, CAL_RULE_OVERRIDE, "Rapat", NULL, NULL, NULL, 0, 0,
		    "kerja", "jam khusus: Rapat" },
		{ 8, CAL_RULE_WEEK, "Biasa", "Perpres", NULL, NULL, 0, 0,
		    "kerja", "Biasa (Perpres)" },
		{ 9, CAL_RULE_WEEK, "Biasa", "Perpres", NULL, NULL, 0, 0,
		    "tutup", "bukan hari kerja: Biasa (Perpres)" },
		{ 10, CAL_RULE_MAKEUP, "Ganti", NULL, NULL, NULL, 1, 0,
		    "kerja", "hari pengganti seperti senin: Ganti" },
		{ 11, CAL_RULE_WEEK, "Biasa", "Perpres", NULL, NULL, 0, 0,
		    "tutup", "akhir pekan" },
		{ 12, CAL_RULE_OVERRIDE, "Pindah", "SE", NULL, NULL, 0, 0,
		    "tutup", "jam khusus: Pindah (SE)" },
		{ 13, CAL_RULE_WEEK, "Biasa", "Perpres", "D", NULL, 0, 1,
		    "tutup", "Biasa (Perpres); gangguan: D" },
		{ 14, CAL_RULE_HOLIDAY, "Raya", NULL, NULL, NULL, 0, 0,
		    "libur", "Raya" },
	};
	char text[CAL_REASON_SIZE];
	struct calendar *cal = layers();
	struct cal_reason r;
	size_t i;

	for (i = 0; i < sizeof(want) / sizeof(want[0]); i++) {
		calendar_reason(cal, 2026, 1, want[i].day, &r);
		is_int(want[i].rule, r.rule, "rule of 2026-01-%02d",
		    want[i].day);
		is_string(want[i].name, r.name, "...its name");
		is_string(want[i].decree, r.decree, "...its decree");
		is_string(want[i].outage, r.outage, "...its outage");
		is_string(want[i].evidence, r.evidence, "...and evidence");
		ok(r.like == want[i].like && r.outages == want[i].outages,
		    "...weekday and outages");
		is_string(want[i].word, calendar_reason_word(&r),
		    "...in a word");
		is_string(want[i].text, calendar_reason_text(&r, text),
		    "...and in words");
	}
	is_int(-1, calendar_reason(cal, 2004, 12, 31, &r),
	    "no reason before 2005");
	is_int(-1, calendar_reason(cal, 2051, 1, 1, &r), "...nor after 2050");
	calendar_free(cal);
}

/* Explain "standard[; measure]" from a local time; how many days. */
static size_t
explain(const struct calendar *cal, const char *start, const char *text,
    int64_t moved, struct due_day *days)
{
	struct standard std;

	if (standard_parse(text, &std) != 0)
		bail(text);
	return standard_explain(cal, &std, at(cal, start), moved, days, DAYS);
}

/* The intervals counted on a day as "08:00-12:00 13:00-16:00". */
static const char *
hours_text(const struct calendar *cal, const char *text,
    const struct due_day *day, char *buf, size_t size)
{
	struct cal_hours h[8];
	struct standard std;
	size_t n, i;

	standard_parse(text, &std);
	n = standard_explain_hours(cal, &std, day, h, 8);
	for (*buf = '\0', i = 0; i < n; i++)
		snprintf(buf + strlen(buf), size - strlen(buf),
		    "%s%02d:%02d-%02d:%02d", i ? " " : "", h[i].from / 3600,
		    h[i].from / 60 % 60, h[i].to / 3600, h[i].to / 60 % 60);
	return buf;
}

static void
minutes_show_what_counts(void)
{
	struct calendar *cal = layers();
	struct due_day d[DAYS];
	char buf[96];
	size_t n = explain(cal, "2026-01-05T09:30", "100-300 menit", 0, d);

	is_int(4, (int64_t)n, "300 minutes from Monday take four dates");
	is_string("09:30-10:00 11:00-12:00 13:00-15:00",
	    hours_text(cal, "300 menit", &d[0], buf, sizeof(buf)),
	    "...the first without its outages");
	ok(d[0].counted == 12600 && d[0].total == 12600, "...3.5 hours");
	ok(!d[1].reason.working && d[1].counted == 0 &&
	    d[1].reason.rule == CAL_RULE_JOINT, "...leave counts nothing");
	ok(d[2].counted == 3600 && d[2].total == 16200, "...an hour more");
	is_string("20:00-20:30",
	    hours_text(cal, "300 menit", &d[3], buf, sizeof(buf)),
	    "...the last ends at the due");
	is_int(18000, d[3].total, "...and the total is the standard");
	is_int(-1, d[0].nth, "...and no day has a number");
	n = explain(cal, "2026-01-05T08:00", "17 jam", 0, d);
	is_int(6, (int64_t)n, "17 hours end with the make-up day");
	is_string("08:00-12:00 13:00-16:00",
	    hours_text(cal, "17 jam", &d[5], buf, sizeof(buf)),
	    "...all of which counts");
	calendar_free(cal);
}

static void
midnight_ends_its_day(void)
{
	struct calendar *cal = layers();
	struct due_day d[DAYS];
	size_t n = explain(cal, "2026-01-08T00:00", "4 jam", 0, d);

	is_int(1, (int64_t)n, "a due at 24:00 is of the day that ends");
	is_int(8, d[0].day, "...the eighth");
	n = explain(cal, "2026-01-08T23:59", "60 detik", 0, d);
	is_int(1, (int64_t)n, "...from its last minute, too");
	is_int(60, d[0].counted, "...of sixty seconds");
	calendar_free(cal);
}

static void
days_are_numbered(struct calendar *cal)
{
	struct due_day d[DAYS];
	size_t n = explain(cal, "2026-01-09T16:45", "1-2 hari", 0, d);

	is_int(6, (int64_t)n, "from Friday evening to Wednesday");
	ok(d[0].reason.working && d[0].nth == -1,
	    "...after hours: not that day");
	ok(d[1].nth == -1 && d[2].nth == -1, "...nor the weekend");
	is_int(0, d[3].nth, "...received on Monday");
	is_int(1, d[4].nth, "...Tuesday is the first day");
	is_int(2, d[5].nth, "...Wednesday the second");
	is_int(0, d[5].total, "...and no seconds are counted");
	n = explain(cal, "2026-01-14T10:00", "1 hari", 3600, d);
	is_int(6, (int64_t)n, "moved by an hour: over the holiday");
	ok(d[0].nth == 0 && d[1].nth == 1, "...its days as before");
	ok(d[1].counted == 0 && d[2].nth == -1 && d[2].counted == 0,
	    "...the holiday counts nothing");
	ok(d[5].nth == -1 && d[5].counted == 3600, "...the hour on Monday");
}

static void
real_time_runs_at_night(struct calendar *cal)
{
	struct standard std = { 1, 2, UNIT_DAY, MEASURE_ELAPSED };
	struct due_day d[DAYS];
	struct cal_hours h[2];
	size_t n = standard_explain(cal, &std, at(cal, "2026-01-10T10:00"), 0,
	    d, DAYS);

	is_int(3, (int64_t)n, "48 hours from Saturday");
	ok(d[0].counted == 50400 && d[1].counted == 86400 &&
	    d[2].total == 172800, "...are real hours");
	is_int(1, (int64_t)standard_explain_hours(cal, &std, &d[1], h, 2),
	    "...Sunday in one piece");
	ok(h[0].from == 0 && h[0].to == 86400, "...from 00:00 to 24:00");
}

static void
ends_with_the_calendar(struct calendar *cal)
{
	struct due_day d[DAYS];

	is_int(0, (int64_t)explain(cal, "2050-12-29T10:00", "9 hari", 0, d),
	    "a due beyond 2050 has no explanation");
	is_int(0, (int64_t)explain(cal, "2050-12-30T10:00", "99 jam", 0, d),
	    "...nor has an amount");
	is_int(57, (int64_t)explain(cal, "2050-10-31T10:00", "300 jam", 0,
	    d), "a short array still gets the count");
}

static void
reads_instants(struct calendar *cal)
{
	static const struct {
		const char	*text;
		int64_t		 want;		/* -1: refused */
	} rows[] = {
		{ "2026-01-05T07:30", 1767573000 },
		{ "2026-01-05T07:30:59", 1767573059 },
		{ "2026-01-05T00:30Z", 1767573000 },
		{ "2026-01-05T00:30:00Z", 1767573000 },
		{ "2026-01-05T07:30+07:00", 1767573000 },
		{ "2026-01-05T09:30:00+0900", 1767573000 },
		{ "2026-01-05T09:30+09", 1767573000 },
		{ "2026-01-04T21:00-03:30", 1767573000 },
		{ "2026-01-04T24:00", 1767546000 },
		{ "2026-01-05T00:00", 1767546000 },
		{ "2024-02-29T12:00", 1709182800 },
		{ "", -1 },
		{ "2026", -1 },
		{ "2026-01-05", -1 },
		{ "2026-01-05T", -1 },
		{ "2026-01-05T7:30", -1 },
		{ "2026-01-05 07:30", -1 },
		{ "2026-01-05T07:30 ", -1 },
		{ " 2026-01-05T07:30", -1 },
		{ "2026-01-05T07:30:", -1 },
		{ "2026-01-05T07:30:0", -1 },
		{ "2026-01-05T07:30:00.5", -1 },
		{ "2026-01-05T07:30z", -1 },
		{ "2026-01-05T07:30ZZ", -1 },
		{ "2026-01-05T07:30+7", -1 },
		{ "2026-01-05T07:30+07:", -1 },
		{ "2026-01-05T07:30+14:01", -1 },
		{ "2026-01-05T07:30+07:60", -1 },
		{ "2026-01-05T24:01", -1 },
		{ "2026-01-05T24:00:01", -1 },
		{ "2026-01-05T25:00", -1 },
		{ "2026-01-05T07:60", -1 },
		{ "2026-01-05T07:30:60", -1 },
		{ "2025-02-29T12:00", -1 },
		{ "2026-13-01T12:00", -1 },
		{ "2004-12-31T23:59", -1 },
		{ "2051-01-01T00:00", -1 },
		{ "9999999999999-01-05T07:30", -1 },
	};
	int64_t t;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		t = -1;
		is_int(rows[i].want < 0 ? -1 : 0,
		    calendar_read(cal, rows[i].text, &t), "read \"%s\"",
		    rows[i].text);
		is_int(rows[i].want, t, "...as its instant, or untouched");
	}
}

static void
writes_instants(struct calendar *cal)
{
	static const char *const zones[] = { "\"-03:30\"", "\"+05:45\"", "UTC",
		"WITA", "WIT" };
	static const char *const want[] = { "2026-01-04T21:00:07-03:30",
		"2026-01-05T06:15:07+05:45", "2026-01-05T00:30:07+00:00",
		"2026-01-05T08:30:07+08:00", "2026-01-05T09:30:07+09:00" };
	char yaml[128], buf[CAL_TEXT_SIZE], why[256];
	struct calendar *other;
	int64_t t;
	size_t i;

	is_string("2026-01-05T07:30:07+07:00",
	    calendar_write(cal, 1767573007, buf), "written in office time");
	is_string("9999-12-31T06:59:59+07:00",
	    calendar_write(cal, INT64_MAX, buf), "...the end of time fits");
	for (i = 0; i < 5; i++) {
		snprintf(yaml, sizeof(yaml), "zona: %s\npola:\n  - nama: A\n"
		    "    kamis: [\"00:00-24:00\"]\n", zones[i]);
		other = calendar_parse(yaml, strlen(yaml), why, sizeof(why));
		if (other == NULL)
			bail(why);
		is_string(want[i], calendar_write(other, 1767573007, buf),
		    "written in %s", calendar_zone(other));
		t = 0;
		calendar_read(cal, buf, &t);
		is_int(1767573007, t, "...and read again elsewhere");
		calendar_free(other);
	}
}

int
main(void)
{
	struct calendar *cal = office_calendar(OFFICE);

	dates_have_reasons();
	minutes_show_what_counts();
	midnight_ends_its_day();
	days_are_numbered(cal);
	real_time_runs_at_night(cal);
	ends_with_the_calendar(cal);
	reads_instants(cal);
	writes_instants(cal);
	calendar_free(cal);
	return tap_done();
}
