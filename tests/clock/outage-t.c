/* outage-t.c - outages of the office and of its units. */
#include <stdlib.h>
#include <string.h>

#include "calendar/calendar_edit.h"
#include "clock/calendar.h"
#include "tests/clock/written.h"

#define WEEK "zona: Asia/Jakarta\npola:\n  - nama: Biasa\n" \
	"    senin: [\"08:00-12:00\", \"13:00-16:00\"]\n" \
	"    selasa: [\"08:00-12:00\", \"13:00-16:00\"]\n"
#define WRITTEN "zona:\n  nama: \"WIB\"\n  selisih: \"+07:00\"\npola:\n" \
	"  - nama: \"Biasa\"\n" \
	"    senin: [\"08:00-12:00\", \"13:00-16:00\"]\n" \
	"    selasa: [\"08:00-12:00\", \"13:00-16:00\"]\n"
#define OUT(from, to, name, more) "  - dari: 2026-01-05T" from "\n" \
	"    sampai: 2026-01-05T" to "\n    nama: " name "\n" more
#define UNIT(slug) "    unit: " slug "\n"

static char why[256];

static struct calendar *
parse(const char *text)
{
	struct calendar *cal = calendar_parse(text, strlen(text), why,
	    sizeof(why));

	if (cal == NULL)
		bail(why);
	is_written(text, "a calendar");
	return cal;
}

/* Working time of Monday 5 January 2026, in minutes. */
static int64_t
minutes(const struct calendar *cal)
{
	return calendar_elapsed(cal, calendar_instant(cal, 2026, 1, 5, 0, 0,
	    0), calendar_instant(cal, 2026, 1, 6, 0, 0, 0)) / 60;
}

static void
counts_for_its_unit(void)
{
	static const char *const section[] = { "seksi", "divisi", "kantor",
		NULL };
	static const char *const division[] = { "divisi", "kantor", NULL };
	static const char *const other[] = { "lain", "kantor", NULL };
	struct calendar *cal = parse(WEEK "gangguan:\n"
	    OUT("08:00", "08:30", "Kantor", "")
	    OUT("09:00", "10:00", "Divisi", UNIT("divisi"))
	    OUT("09:30", "10:30", "Seksi", UNIT("seksi") "    dasar: \"Surat "
	    "1\"\n")), *unit;
	struct cal_reason r;
	struct cal_outage list[2];

	is_int(390, minutes(cal), "an outage of the office is closed time");
	unit = calendar_of_unit(cal, division);
	is_int(330, minutes(unit), "for a unit its own also");
	calendar_free(unit);
	unit = calendar_of_unit(cal, section);
	is_int(300, minutes(unit), "for one inside it both, once where they "
	    "overlap");
	calendar_reason(unit, 2026, 1, 5, &r);
	is_int(3, r.outages, "...the day counts all three");
	calendar_free(unit);
	unit = calendar_of_unit(cal, other);
	is_int(390, minutes(unit), "for another unit neither");
	calendar_free(unit);
	ok(calendar_has_unit(cal, NULL) && calendar_has_unit(cal, division) &&
	    !calendar_has_unit(cal, other), "it knows whose it has");
	is_int(3, (int64_t)calendar_outages(cal, INT64_MIN, INT64_MAX, list,
	    2), "all are listed");
	is_string("divisi", list[1].unit, "...whose");
	ok(list[0].unit == NULL, "...or the office's");
	is_int(calendar_instant(cal, 2026, 1, 5, 9, 0, 0), list[1].from,
	    "...since when");
	is_int(calendar_instant(cal, 2026, 1, 5, 10, 0, 0), list[1].to,
	    "...until when");
	is_int(1, (int64_t)calendar_outages(cal, calendar_instant(cal, 2026, 1,
	    5, 10, 0, 0), INT64_MAX, list, 2), "...of a stretch");
	is_string("Surat 1", list[0].evidence, "...with the evidence");
	calendar_free(cal);
}

static void
refuses_overlaps(void)
{
	static const char *const bad[] = {
		OUT("08:00", "09:00", "a", "") OUT("08:59", "10:00", "b", ""),
		OUT("08:00", "12:00", "a", UNIT("x"))
		    OUT("09:00", "10:00", "b", UNIT("y"))
		    OUT("11:00", "11:30", "c", UNIT("x")),
	};
	char text[2048];

	for (size_t i = 0; i < 2; i++) {
		snprintf(text, sizeof(text), WEEK "gangguan:\n%s", bad[i]);
		ok(calendar_parse(text, strlen(text), why, sizeof(why)) ==
		    NULL, "two of one unit that overlap");
		ok(strstr(why, "bertumpang dengan baris 7") != NULL,
		    "...are refused: %s", why);
	}
}

/* A text with an outage more; the text is given. */
static char *
added(const char *text, const struct cal_outage *o)
{
	return calendar_change_outage(text, NULL, o, NULL,
	    why, sizeof(why));
}

static void
is_added(void)
{
	struct calendar *cal = parse(WEEK);
	struct cal_outage o = {
		.from = calendar_instant(cal, 2026, 1, 5, 10, 0, 0),
		.to = calendar_instant(cal, 2026, 1, 5, 14, 30, 0),
		.name = "Listrik \"padam\"", .evidence = "Surat PLN 12",
		.unit = "divisi" };
	char *text = added(WEEK "# akhir", &o), *more;

	is_string(WRITTEN "gangguan:\n  - dari: 2026-01-05T10:00\n"
	    "    sampai: 2026-01-05T14:30\n"
	    "    nama: \"Listrik \\\"padam\\\"\"\n"
	    "    dasar: \"Surat PLN 12\"\n    unit: \"divisi\"\n", text,
	    "an outage is put into the text");
	ok(added(text, &o) == NULL, "once");
	ok(strstr(why, "bertumpang") != NULL, "...it says: %s", why);
	o.unit = o.evidence = NULL;
	o.name = "Kantor";
	more = added(text, &o);
	ok(more != NULL && strncmp(more, text, strlen(text)) == 0 &&
	    strcmp(more + strlen(text), "  - dari: 2026-01-05T10:00\n"
	    "    sampai: 2026-01-05T14:30\n    nama: \"Kantor\"\n") == 0,
	    "another comes behind it");
	free(more);
	free(text);
	text = added("gangguan: []\n" WEEK, &o);
	is_string(WRITTEN "gangguan:\n  - dari: 2026-01-05T10:00\n"
	    "    sampai: 2026-01-05T14:30\n    nama: \"Kantor\"\n", text,
	    "an empty list is filled");
	free(text);
	o.to = o.from;
	ok(added(WEEK, &o) == NULL, "one that does not last is none");
	o.to = o.from + 60;
	o.name = "x\a";
	ok(added(WEEK, &o) == NULL, "nor one with controls in its name");
	calendar_free(cal);
}

int
main(void)
{
	counts_for_its_unit();
	refuses_overlaps();
	is_added();
	return tap_done();
}
