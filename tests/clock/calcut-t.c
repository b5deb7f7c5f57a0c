/* calcut-t.c - a holiday taken out of a calendar's text. */
#include <stdlib.h>
#include <string.h>

#include "clock/calendar.h"
#include "tests/case/slurp.h"
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

int
main(void)
{
	takes_out();
	refuses();
	there_and_back();
	return tap_done();
}
