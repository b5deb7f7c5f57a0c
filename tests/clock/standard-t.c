/* standard-t.c - reading and writing time standards, and their words. */

#include "clock/standard.h"
#include "clock/verdict.h"
#include "tests/tap.h"

static void
reads(const char *text, int32_t min, int32_t max, enum time_unit unit)
{
	struct standard std = { 0 };

	is_int(0, standard_parse(text, &std), "reads \"%s\"", text);
	ok(std.min == min && std.max == max && std.unit == unit,
	    "...as %d to %d %s", min, max, standard_unit_slug(unit));
	is_int(unit == UNIT_DAY ? MEASURE_TURNAROUND : MEASURE_WORK,
	    std.measure, "...measured as usual");
}

static void
reads_what_sops_print(void)
{
	reads("10-20 menit", 10, 20, UNIT_MINUTE);
	reads("15 menit", 15, 15, UNIT_MINUTE);
	reads("480 Menit", 480, 480, UNIT_MINUTE);
	reads("30 detik", 30, 30, UNIT_SECOND);
	reads("3 jam", 3, 3, UNIT_HOUR);
	reads("1-2 hari", 1, 2, UNIT_DAY);
	reads("2 Hari", 2, 2, UNIT_DAY);
	reads("1 - 2 hari", 1, 2, UNIT_DAY);
	reads("1\xe2\x80\x93" "2 HARI", 1, 2, UNIT_DAY);
	reads("  5 \xe2\x80\x93 10\tmenit ", 5, 10, UNIT_MINUTE);
	reads("15menit", 15, 15, UNIT_MINUTE);
	reads("7-7 hari", 7, 7, UNIT_DAY);
	reads("999999 menit", 999999, 999999, UNIT_MINUTE);
}

static void
refuses_what_is_none(void)
{
	static const char *const texts[] = {
		"", " ", "menit", "10", "10-20", "20-10 menit", "0 menit",
		"0-5 menit", "-5 menit", "5- menit", "5-10-15 menit",
		"5 menit 30", "5 minutes", "5 menitan", "5,5 menit",
		"1000000 menit", "99999999999 menit", "5 hari kerja", "\xe2 5",
		"5 \xe2\x80 6 menit",
	};
	struct standard std = { .min = 77 };
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		is_int(-1, standard_parse(texts[i], &std), "refuses \"%s\"",
		    texts[i]);
	is_int(77, std.min, "...and leaves the standard as it was");
}

static void
writes_with_an_en_dash(void)
{
	struct standard std;
	char buf[40];

	standard_parse("10 - 20 Menit", &std);
	is_string("10\xe2\x80\x93" "20 menit", standard_text(&std, buf,
	    sizeof(buf)), "a range");
	standard_parse("1-1 Hari", &std);
	is_string("1 hari", standard_text(&std, buf, sizeof(buf)),
	    "one figure");
	standard_parse("2 hari", &std);
	is_int(54000, standard_seconds(&std, 2, 27000), "two usual days");
	standard_parse("2 jam", &std);
	is_int(7200, standard_seconds(&std, 2, 27000), "two hours");
	standard_parse("999999 hari", &std);
	is_int(999999LL * 86400, standard_seconds(&std, 999999, 86400),
	    "many days");
}

static void
words_come_back(void)
{
	int i, wrong = 0;

	for (i = 0; i < UNIT__MAX; i++)
		wrong += standard_unit_from(
		    standard_unit_slug((enum time_unit)i)) != i;
	for (i = 0; i < MEASURE__MAX; i++)
		wrong += standard_measure_from(standard_measure_slug(
		    (enum time_measure)i)) != i;
	for (i = 0; i < VERDICT__MAX; i++)
		wrong += verdict_from(verdict_slug((enum verdict)i)) != i;
	is_int(0, wrong, "every word comes back");
	is_string("turnaround", standard_measure_slug(MEASURE_TURNAROUND),
	    "...as stored");
	is_int(-1, standard_unit_from("Menit"), "words are exact");
	is_int(-1, verdict_from(""), "...and not empty");
	is_int(-1, standard_measure_from(NULL), "...nor none");
}

int
main(void)
{
	reads_what_sops_print();
	refuses_what_is_none();
	writes_with_an_en_dash();
	words_come_back();
	return tap_done();
}
