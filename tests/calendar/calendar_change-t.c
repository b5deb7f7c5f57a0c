/* calendar_change-t.c - entries taken out of a calendar's text, or changed. */
#include <stdlib.h>
#include <string.h>

#include "calendar/calendar_edit.h"
#include "clock/calendar.h"
#include "tests/slurp.h"
#include "tests/tap.h"

#define HEAD "zona: UTC\npola:\n  - nama: A\n    senin: [\"08:00-12:00\"]\n"
#define ONE "  - tanggal: 2026-01-01\n    jenis: libur\n    nama: Baru\n"
#define TWO "  - tanggal: 2026-05-01   # hari buruh\n" \
	"    nama: \"Buruh, sedunia\"\n    jenis: libur\n"

static char why[256];

static char *
take_out(const char *yaml, int month, int day)
{
	struct cal_date d = { 2026, month, day };

	return calendar_remove_holiday(yaml, &d, why, sizeof(why));
}

static void
is_text(const char *want, char *got, const char *what)
{
	is_string(want, got != NULL ? got : why, "%s", what);
	free(got);
}

static void
takes_out(void)
{
	is_text(HEAD "libur:\n" TWO "\nkhusus:\n", take_out(HEAD "libur:\n" ONE
	    TWO "\nkhusus:\n", 1, 1), "the first");
	is_text(HEAD "libur:\n" ONE "\nkhusus:\n", take_out(HEAD "libur:\n" ONE
	    TWO "\nkhusus:\n", 5, 1), "the last, with its comment");
	is_text(HEAD "libur:\n", take_out(HEAD "libur:\n" ONE, 1, 1),
	    "the only one");
}

static void
refuses(void)
{
	ok(take_out(HEAD "libur:\n" ONE, 2, 1) == NULL, "a date that is none");
	ok(strstr(why, "bukan hari libur") != NULL, "...is told");
	ok(take_out("zona: UTC\n", 1, 1) == NULL, "a text with a fault");
	ok(strstr(why, "pola") != NULL, "...is told");
	ok(take_out(HEAD "libur: [{tanggal: 2026-01-01, jenis: libur, "
	    "nama: B}]\n", 1, 1) == NULL, "a list in brackets");
	ok(strstr(why, "baris 5, libur: tulis satu entri") != NULL,
	    "...is told");
	ok(take_out(HEAD "libur:\n  -\n    tanggal: 2026-01-01\n"
	    "    jenis: libur\n    nama: B\n", 1, 1) == NULL,
	    "an entry below its dash");
	ok(take_out(HEAD "libur:\n  - {tanggal: 2026-01-01,\n"
	    "  jenis: libur, nama: B}\n" TWO, 1, 1) == NULL,
	    "an entry that goes on left of its own");
}

/* Every holiday of the shipped file goes out and comes back to the same. */
static void
there_and_back(void)
{
	struct cal_holiday all[64];
	size_t len, n, good = 0;
	char *yaml = slurp("lib/clock/kanwil-sumsel.yaml", &len), *less, *more;
	struct calendar *cal = calendar_parse(yaml, len, why, sizeof(why));

	n = calendar_holidays(cal, 2024, all, 64);
	for (size_t i = 0; i < n; i++) {
		struct cal_date d = { 2024, all[i].month, all[i].day };

		less = calendar_remove_holiday(yaml, &d, why, sizeof(why));
		more = less == NULL ? NULL : calendar_add_holidays(less,
		    strlen(less), &all[i], 1, why, sizeof(why));
		/* The first of a year comes back above the space. */
		good += more != NULL && strlen(more) == len &&
		    (i == 0 || strcmp(more, yaml) == 0);
		free(less);
		free(more);
	}
	is_int((int64_t)n, (int64_t)good, "all %zu of 2024", n);
	ok(n > 20, "...which are many");
	calendar_free(cal);
	free(yaml);
}

/* -- outages ------------------------------------------------------------- */

#define POWER "  - dari: 2026-01-06T10:00\n    sampai: 2026-01-06T11:30\n" \
	"    nama: \"Padam\"\n    dasar: \"PLN 12\"\n"
#define NETWORK "  - dari: 2026-01-06T10:00 # pagi\n    nama: Jaringan\n" \
	"    unit: kanim\n    sampai: 2026-01-06T12:00\n"
#define T10 INT64_C(1767693600)		/* 6 January 2026, 10.00 UTC */
#define OUTAGES HEAD "gangguan:\n" POWER NETWORK "libur:\n" ONE

static char *
mend(const char *yaml, const char *unit, const struct cal_outage *new,
    const char *reason)
{
	struct cal_outage old = { .from = T10, .unit = unit };

	return calendar_change_outage(yaml, &old, new, reason, why,
	    sizeof(why));
}

static void
mends_outages(void)
{
	const struct cal_outage longer = { T10, T10 + 7200, "Padam", "PLN 13",
		NULL };

	is_text(HEAD "gangguan:\n  # Salah # \"catat\"\n" NETWORK
	    "libur:\n" ONE,
	    mend(OUTAGES, NULL, NULL, "Salah # \"catat\""), "one of two");
	is_text(HEAD "gangguan:\n" POWER "  # Dua kali\n" "libur:\n" ONE,
	    mend(OUTAGES, "kanim", NULL, "Dua kali"), "that of a unit");
	is_text(HEAD "gangguan:\n  # Semua\n", mend(HEAD "gangguan:\n" POWER,
	    NULL, NULL, "Semua"), "the only one");
	is_text(HEAD "gangguan:\n  # Lebih lama\n  - dari: 2026-01-06T10:00\n"
	    "    sampai: 2026-01-06T12:00\n    nama: \"Padam\"\n"
	    "    dasar: \"PLN 13\"\n" NETWORK "libur:\n" ONE,
	    mend(OUTAGES, NULL,
	    &longer, "Lebih lama"), "one that was longer");
}

static void
refuses_to_mend(void)
{
	static const char *const breaks[] = { "a\nzona: X", "a\rb",
		"a\xc2\x85zona: X", "a\xe2\x80\xa8zona: X",
		"a\xe2\x80\xa9zona: X", "a\tb" };
	const struct cal_outage over = { T10, T10 + 7200, "Dua", NULL,
		"kanim" };

	ok(mend(OUTAGES, "divisi", NULL, "x") == NULL, "one that is none");
	is_string("gangguan ini tidak tercatat", why, "...is told");
	for (size_t i = 0; i < sizeof(breaks) / sizeof(breaks[0]); i++) {
		ok(mend(OUTAGES, NULL, NULL, breaks[i]) == NULL,
		    "a reason that would be more than a comment");
		is_string("tulis alasan dalam satu baris", why, "...is told");
	}
	ok(mend(OUTAGES, NULL, &over, "x") == NULL, "one over another");
	ok(strstr(why, "bertumpang") != NULL, "...is told: %s", why);
	ok(mend(HEAD "gangguan: [{dari: 2026-01-06T10:00, sampai: "
	    "2026-01-06T11:00, nama: A}]\n", NULL, NULL, "x") == NULL,
	    "a list in brackets");
	ok(strstr(why, "baris 5, gangguan: tulis satu entri") != NULL,
	    "...is told");
	ok(mend(HEAD "gangguan:\n  - {dari: 2026-01-06T10:00,\n  sampai: "
	    "2026-01-06T11:00, nama: A}\n" NETWORK, NULL, NULL, "x") == NULL,
	    "an entry that goes on left of its own");
}

int
main(void)
{
	takes_out();
	refuses();
	there_and_back();
	mends_outages();
	refuses_to_mend();
	return tap_done();
}
