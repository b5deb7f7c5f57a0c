/* calendar_change-t.c - entries taken out of a calendar's text, or changed. */
#include <stdlib.h>
#include <string.h>

#include "calendar/calendar_edit.h"
#include "clock/calendar.h"
#include "tests/slurp.h"
#include "tests/tap.h"

#define HEAD "zona: UTC\npola:\n  - nama: A\n    senin: [\"08:00-12:00\"]\n"
#define WRITTEN "zona:\n  nama: \"UTC\"\n  selisih: \"+00:00\"\npola:\n" \
	"  - nama: \"A\"\n    senin: [\"08:00-12:00\"]\n"
#define ONE "  - tanggal: 2026-01-01\n    jenis: libur\n    nama: \"Baru\"\n"
#define TWO "  - tanggal: 2026-05-01\n    jenis: libur\n" \
	"    nama: \"Buruh, sedunia\"\n"

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
	is_text(WRITTEN "libur:\n" TWO, take_out(HEAD "libur:\n" ONE TWO
	    "\nkhusus:\n", 1, 1), "the first");
	is_text(WRITTEN "libur:\n" ONE, take_out(HEAD "libur:\n" TWO
	    "# buruh\n" ONE, 5, 1), "the last");
	is_text(WRITTEN, take_out(HEAD "libur:\n" ONE, 1, 1), "the only one");
	is_text(WRITTEN, take_out(HEAD "libur: [{tanggal: 2026-01-01, jenis: "
	    "libur, nama: B}]\n", 1, 1), "one in brackets");
	is_text(WRITTEN "libur:\n" TWO, take_out(HEAD "libur:\n"
	    "  - {tanggal: 2026-01-01,\n  jenis: libur, nama: B}\n" TWO, 1, 1),
	    "one that goes on left of its own");
}

static void
refuses(void)
{
	ok(take_out(HEAD "libur:\n" ONE, 2, 1) == NULL, "a date that is none");
	is_string("tanggal ini bukan hari libur", why, "...is told");
	ok(take_out("zona: UTC\n", 1, 1) == NULL, "a text with a fault");
	ok(strstr(why, "pola") != NULL, "...is told");
}

/* Every holiday of the shipped file goes out and comes back to the same, which
 * is the shipped file as it is written. */
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
		    &all[i], 1, why, sizeof(why));
		good += more != NULL && strcmp(more, yaml) != 0 &&
		    calendar_edit_same(yaml, more) &&
		    !calendar_edit_same(yaml, less);
		free(less);
		free(more);
	}
	is_int((int64_t)n, (int64_t)good, "all %zu of 2024", n);
	ok(n > 20, "...which are many");
	ok(calendar_edit_same(yaml, yaml), "a text is the same as itself");
	ok(!calendar_edit_same(yaml, yaml + strcspn(yaml, "\n") + 1), "...not "
	    "as one with other comments");
	calendar_free(cal);
	free(yaml);
}

/* -- outages ------------------------------------------------------------- */

#define POWER "  - dari: 2026-01-06T10:00\n    sampai: 2026-01-06T11:30\n" \
	"    nama: \"Padam\"\n    dasar: \"PLN 12\"\n"
#define NETWORK "  - dari: 2026-01-06T10:00\n    sampai: 2026-01-06T12:00\n" \
	"    nama: \"Jaringan\"\n    unit: \"kanim\"\n"
#define NOTE(text) "catatan:\n  - \"" text "\"\n"
#define T10 INT64_C(1767693600)		/* 6 January 2026, 10.00 UTC */
#define OUTAGES HEAD "gangguan:\n" POWER NETWORK "# akhir\nlibur:\n" ONE

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

	is_text(WRITTEN "libur:\n" ONE "gangguan:\n" NETWORK
	    NOTE("Salah # \\\"catat\\\""),
	    mend(OUTAGES, NULL, NULL, "Salah # \"catat\""), "one of two");
	is_text(WRITTEN "libur:\n" ONE "gangguan:\n" POWER NOTE("Dua kali"),
	    mend(OUTAGES, "kanim", NULL, "Dua kali"), "that of a unit");
	is_text(WRITTEN NOTE("Satu") "  - \"Semua\"\n", mend(HEAD
	    NOTE("Satu") "gangguan:\n" POWER, NULL, NULL, "Semua"),
	    "the only one, with another note");
	is_text(WRITTEN "libur:\n" ONE "gangguan:\n" NETWORK
	    "  - dari: 2026-01-06T10:00\n    sampai: 2026-01-06T12:00\n"
	    "    nama: \"Padam\"\n    dasar: \"PLN 13\"\n"
	    NOTE("Lebih lama"), mend(OUTAGES, NULL, &longer, "Lebih lama"),
	    "one that was longer");
	is_text(WRITTEN NOTE("x \xc3\xa9"), mend(HEAD "gangguan: [{dari: "
	    "2026-01-06T10:00, sampai: 2026-01-06T11:00, nama: A}]\n", NULL,
	    NULL, "x \xc3\xa9"), "one in brackets");
}

static void
refuses_to_mend(void)
{
	static const char *const breaks[] = { "a\nzona: X", "a\rb",
		"a\xc2\x85zona: X", "a\xe2\x80\xa8zona: X",
		"a\xe2\x80\xa9zona: X", "a\tb", "a\x7f" };
	const struct cal_outage over = { T10, T10 + 7200, "Dua", NULL,
		"kanim" };

	ok(mend(OUTAGES, "divisi", NULL, "x") == NULL, "one that is none");
	is_string("gangguan ini tidak tercatat", why, "...is told");
	for (size_t i = 0; i < sizeof(breaks) / sizeof(breaks[0]); i++) {
		ok(mend(OUTAGES, NULL, NULL, breaks[i]) == NULL,
		    "a reason of more than a line");
		ok(strstr(why, "tulis dalam satu baris") != NULL,
		    "...is told");
	}
	ok(mend(OUTAGES, NULL, NULL, "a\xff") == NULL, "one that is not UTF-8");
	ok(strstr(why, "bukan UTF-8") != NULL, "...is told: %s", why);
	ok(mend(OUTAGES, NULL, &over, "x") == NULL, "one over another");
	ok(strstr(why, "bertumpang") != NULL, "...is told: %s", why);
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
