/* holiday-t.c - days off from iCalendar files and tables, and back. */
#include <stdio.h>
#include <stdlib.h>

#include "base/built.h"
#include "calendar/holiday.h"
#include "calendar/ics.h"
#include "tests/case/others.h"
#include "tests/clock/office.h"
#include "tests/slurp.h"

#define BEGIN "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
#define END "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\n" lines "END:VEVENT\r\n"
#define ICS(lines) BEGIN EVENT(lines) END
#define ON(date) "DTSTART;VALUE=DATE:" date "\r\n"
#define NAME(name) "SUMMARY:" name "\r\n"

/* A zone as an office program writes it, eight hours east. */
#define ZONE "BEGIN:VTIMEZONE\r\nTZID:Waktu Kantor\r\nBEGIN:STANDARD\r\n" \
	"DTSTART:16010101T000000\r\nTZOFFSETFROM:+0800\r\n" \
	"TZOFFSETTO:+0800\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"

/* The answer to an event of line 3 whose rule is not followed. */
#define OTHER_RULE "- tak terbaca 3: A; pengulangannya (RRULE) bukan setahun " \
	"sekali pada tanggal yang sama; tulis setiap tanggalnya sebagai " \
	"kegiatan tersendiri\n"

static struct calendar *cal;

/* Files and the list they give, an entry as "date mark line: name[ (cuti)][;
 * note]". */
static const struct {
	const char	*what, *text, *want;
} read_right[] = {
	/* Whole days. */
	{ "a date", ICS(ON("20280101") NAME("A")), "2028-01-01 baru 3: A\n" },
	{ "no name", ICS(ON("20280101")), "2028-01-01 baru 3: Tanpa nama\n" },
	{ "an end that is not included",
	    ICS(ON("20280228") "DTEND;VALUE=DATE:20280302\r\n" NAME("A")),
	    "2028-02-28 baru 3: A\n2028-02-29 baru 3: A\n"
	    "2028-03-01 baru 3: A\n" },
	{ "an end on the same day",
	    ICS(ON("20280228") "DTEND;VALUE=DATE:20280228\r\n" NAME("A")),
	    "2028-02-28 baru 3: A\n" },
	{ "a duration", ICS(ON("20280228") "DURATION:P2D\r\n" NAME("A")),
	    "2028-02-28 baru 3: A\n2028-02-29 baru 3: A\n" },
	{ "a duration of a week", ICS(ON("20280101") "DURATION:P1W\r\n"
	    "RRULE:FREQ=YEARLY;COUNT=1\r\n" NAME("A")),
	    "2028-01-01 baru 3: A; berulang\n2028-01-02 baru 3: A; berulang\n"
	    "2028-01-03 baru 3: A; berulang\n2028-01-04 baru 3: A; berulang\n"
	    "2028-01-05 baru 3: A; berulang\n2028-01-06 baru 3: A; berulang\n"
	    "2028-01-07 baru 3: A; berulang\n" },
	{ "no line end at the end, small letters",
	    "begin:vcalendar\nbegin:vevent\ndtstart;value=date:20280101\n"
	    "summary:A\nend:vevent\nend:vcalendar",
	    "2028-01-01 baru 2: A\n" },
	{ "blank lines, a fold between them",
	    "\n\n" BEGIN EVENT(ON("2028\r\n\r\n 0101") NAME("A")) END,
	    "2028-01-01 baru 5: A\n" },
	{ "escapes, and a fold inside a letter",
	    ICS(ON("20280101") NAME("Satu\\, \\;dua\\nt\xc3\r\n \xa9" "as")),
	    "2028-01-01 baru 3: Satu, ;dua t\xc3\xa9" "as\n" },
	{ "an alarm's own lines", ICS(ON("20280101") NAME("A")
	    "BEGIN:VALARM\r\nSUMMARY:B\r\nDURATION:P3D\r\nEND:VALARM\r\n"),
	    "2028-01-01 baru 3: A\n" },
	{ "two calendars", ICS(ON("20280102") NAME("B"))
	    ICS(ON("20280101") NAME("A")),
	    "2028-01-01 baru 10: A\n2028-01-02 baru 3: B\n" },
	{ "no event", BEGIN END, "" },

	/* Times. */
	{ "midnight to midnight", ICS("DTSTART:20280101T000000\r\n"
	    "DTEND:20280103T000000\r\n" NAME("A")),
	    "2028-01-01 baru 3: A\n2028-01-02 baru 3: A\n" },
	{ "the office's midnight in UTC", ICS("DTSTART:20271231T170000Z\r\n"
	    "DTEND:20280101T170000Z\r\n" NAME("A")),
	    "2028-01-01 baru 3: A\n" },
	{ "... in a well-known zone",
	    ICS("DTSTART;TZID=Asia/Makassar:20280101T010000\r\n"
	    "DURATION:P1D\r\n" NAME("A")), "2028-01-01 baru 3: A\n" },
	{ "... in a zone of the file",
	    BEGIN ZONE EVENT("DTSTART;TZID=Waktu Kantor:20280101T010000\r\n"
	    "DTEND;TZID=Waktu Kantor:20280102T010000\r\n" NAME("A")) END,
	    "2028-01-01 baru 11: A\n" },
	{ "another zone's midnight",
	    ICS("DTSTART;TZID=Asia/Makassar:20280102T000000\r\n"
	    "DURATION:P1D\r\n" NAME("A")), "2028-01-01 bukan sehari 3: A\n" },
	{ "hours", ICS("DTSTART:20280101T080000\r\nDTEND:20280101T100000\r\n"
	    NAME("A")), "2028-01-01 bukan sehari 3: A\n" },
	{ "a time without end", ICS("DTSTART:20280101T000000\r\n" NAME("A")),
	    "2028-01-01 bukan sehari 3: A\n" },

	/* Repetition, followed in 2028 and 2029 only. */
	{ "every year", ICS(ON("19450817") "RRULE:FREQ=YEARLY\r\n" NAME("A")),
	    "1945-08-17 di luar tahun 3: A; berulang\n"
	    "2028-08-17 baru 3: A; berulang\n"
	    "2029-08-17 baru 3: A; berulang\n" },
	{ "... a number of times", ICS(ON("20280102")
	    "RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=2;COUNT=1\r\n" NAME("A")),
	    "2028-01-02 baru 3: A; berulang\n" },
	{ "... on 29 February",
	    ICS(ON("20240229") "RRULE:FREQ=YEARLY\r\n" NAME("A")),
	    "2024-02-29 baru 3: A; berulang\n"
	    "2028-02-29 baru 3: A; berulang\n" },
	{ "... until a date", ICS(ON("20280101")
	    "RRULE:FREQ=YEARLY;UNTIL=20281231T235959Z\r\n" NAME("A")),
	    "2028-01-01 baru 3: A; berulang\n" },
	{ "exceptions and additions", ICS(ON("20280101")
	    "RRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20290101,20280202\r\n"
	    "RDATE;VALUE=DATE:20280201,20280202,20280203\r\n" NAME("A")),
	    "2028-01-01 baru 3: A; berulang\n2028-02-01 baru 3: A; berulang\n"
	    "2028-02-03 baru 3: A; berulang\n" },
	{ "a list of dates", ICS(ON("20280101")
	    "RDATE;VALUE=DATE:20280201,20280202\r\n" NAME("A")),
	    "2028-01-01 baru 3: A\n2028-02-01 baru 3: A\n"
	    "2028-02-02 baru 3: A\n" },
	{ "an instance moved", BEGIN EVENT("UID:u\r\n" ON("20280101")
	    "RRULE:FREQ=YEARLY\r\n" NAME("A")) EVENT("UID:u\r\n"
	    "RECURRENCE-ID;VALUE=DATE:20290101\r\n" ON("20290102") NAME("B"))
	    END, "2028-01-01 baru 3: A; berulang\n2029-01-02 baru 9: B\n" },
	{ "an instance cancelled", BEGIN EVENT("UID:u\r\n" ON("20280101")
	    "RRULE:FREQ=YEARLY\r\n" NAME("A")) EVENT("UID:u\r\n"
	    "RECURRENCE-ID;VALUE=DATE:20290101\r\n" ON("20290101")
	    "STATUS:CANCELLED\r\n" NAME("B")) END,
	    "2028-01-01 baru 3: A; berulang\n2029-01-01 batal 9: B\n" },

	/* Other rules are refused by their line. */
	{ "every day", ICS(ON("20280101")
	    "RRULE:FREQ=DAILY;COUNT=4\r\n" NAME("A")),
	    OTHER_RULE },
	{ "a weekday of a month", ICS(ON("20280101")
	    "RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=1SU\r\n" NAME("A")),
	    OTHER_RULE },
	{ "another date of the year", ICS(ON("20280101")
	    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1\r\n" NAME("A")),
	    OTHER_RULE },
	{ "a day of every month", ICS(ON("20280101")
	    "RRULE:FREQ=YEARLY;BYMONTHDAY=1\r\n" NAME("A")),
	    OTHER_RULE },
	{ "every second year", ICS(ON("20280101")
	    "RRULE:FREQ=YEARLY;INTERVAL=2\r\n" NAME("A")),
	    OTHER_RULE },
	{ "another calendar's year", ICS(ON("20280101")
	    "RRULE:RSCALE=CHINESE;FREQ=YEARLY\r\n" NAME("A")),
	    OTHER_RULE },
	{ "a rule that is none", ICS(ON("20280101")
	    "RRULE:FREQ=YEARLY;BYDAY=99XX\r\n" NAME("A")),
	    OTHER_RULE },

	/* Marks. */
	{ "joint leave by its name", ICS(ON("20280101")
	    NAME("CUTI BERSAMA A")),
	    "2028-01-01 baru 3: CUTI BERSAMA A (cuti)\n" },
	{ "... by its category", ICS(ON("20280101")
	    "CATEGORIES:Kantor,Cuti Bersama\r\n" NAME("A")),
	    "2028-01-01 baru 3: A (cuti)\n" },
	{ "a date the calendar has", ICS(ON("20260101") NAME("A")),
	    "2026-01-01 sudah ada 3: A; Tahun Baru 2026 Masehi\n" },
	{ "a date the file has twice", BEGIN EVENT(ON("20280101") NAME("A"))
	    EVENT(ON("20280101") NAME("A")) END,
	    "2028-01-01 baru 3: A\n2028-01-01 ganda 7: A\n" },
	{ "a cancelled event", ICS(ON("20280101") "STATUS:CANCELLED\r\n"
	    NAME("A")), "2028-01-01 batal 3: A\n" },
	{ "a calendar of cancellations", "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\n"
	    EVENT(ON("20280101") NAME("A")) END ICS(ON("20280102") NAME("B")),
	    "2028-01-01 batal 3: A\n2028-01-02 baru 10: B\n" },
	{ "an event that was replaced", BEGIN
	    EVENT("UID:u\r\nSEQUENCE:1\r\n" ON("20280102") NAME("B"))
	    EVENT("UID:u\r\nSEQUENCE:0\r\n" ON("20280101") NAME("A")) END,
	    "2028-01-01 batal 9: A; diganti oleh baris 3\n"
	    "2028-01-02 baru 3: B\n" },
	{ "a tentative event", ICS(ON("20280101") "STATUS:TENTATIVE\r\n"
	    NAME("A")), "2028-01-01 belum pasti 3: A\n" },
	{ "... by its name", ICS(ON("20280101") NAME("A (Belum pasti)")),
	    "2028-01-01 belum pasti 3: A (Belum pasti)\n" },
	{ "a day people keep", ICS(ON("20280421") NAME("Hari Kartini")
	    "DESCRIPTION:Perayaan\\nUntuk menyembunyikan\r\n"),
	    "2028-04-21 perayaan 3: Hari Kartini\n" },
	{ "years beyond the calendar", BEGIN EVENT(ON("20041231") NAME("A"))
	    EVENT(ON("20510101") NAME("B")) END,
	    "2004-12-31 di luar tahun 3: A\n"
	    "2051-01-01 di luar tahun 7: B\n" },
	{ "letters a calendar may not have", ICS(ON("20280101")
	    NAME(" A\tB\xc2\x9b" "C\xe2\x80\xa8" "D\xef\xbf\xbf ")),
	    "2028-01-01 baru 3: A B C D\n" },

	/* Events that cannot be read leave the others alone. */
	{ "no date", BEGIN EVENT(NAME("A")) EVENT(ON("20280101") NAME("B")) END,
	    "2028-01-01 baru 6: B\n"
	    "- tak terbaca 3: A; DTSTART tidak ada atau tidak terbaca\n" },
	{ "a date that does not exist", ICS(ON("20280231") NAME("A")),
	    "- tak terbaca 3: A; DTSTART tidak terbaca\n" },
	{ "an end before the start",
	    ICS(ON("20280102") "DTEND;VALUE=DATE:20280101\r\n" NAME("A")),
	    "- tak terbaca 3: A; selesai sebelum mulai\n" },
	{ "a year and more",
	    ICS(ON("20280101") "DURATION:P367D\r\n" NAME("A")),
	    "- tak terbaca 3: A; lebih panjang dari setahun\n" },
	{ "times long ago", ICS("DTSTART:16010101T000000Z\r\n"
	    "DTEND:16010102T000000Z\r\n" NAME("A")),
	    "1601-01-01 bukan sehari 3: A\n" },
	{ "a zone nobody knows",
	    ICS("DTSTART;TZID=Pluto:20280101T000000\r\n" NAME("A")),
	    "- tak terbaca 3: A; zona waktunya (TZID) tidak dikenal\n" },
	{ "a line that is none", ICS(ON("20280101") "X-A=1\r\n" NAME("A")),
	    "- tak terbaca 5: A; bukan baris iCalendar "
	    "(NAMA:nilai)\n" },
	{ "an empty parameter", ICS("DTSTART;;VALUE=DATE:20280101\r\n"),
	    "2028-01-01 baru 3: Tanpa nama\n" },
	{ "an open quotation mark", ICS("DTSTART;X=\"A:20280101\r\n"),
	    "- tak terbaca 3: Tanpa nama; DTSTART tidak ada atau tidak "
	    "terbaca\n" },

	/* Tables. */
	{ "a table", "2028-01-02\tB\tcuti\tSKB 1\r\n2028-01-01\tA",
	    "2028-01-01 baru 2: A\n2028-01-02 baru 1: B (cuti) [SKB 1]\n" },
	{ "a table with headings and remarks",
	    "tanggal\tnama\n# catatan\n\n2028-02-29\tA\tlibur\n",
	    "2028-02-29 baru 4: A\n" },
};

static const struct {
	const char	*what, *text, *why;
} refused[] = {
	{ "nothing", "", "tidak ada tanggal di dalamnya" },
	{ "a file cut off", BEGIN EVENT(ON("20280101")) "BEGIN:VEVENT\r\nDTST",
	    "baris 6: terpotong: BEGIN di sini tidak ditutup" },
	{ "... between lines", BEGIN "BEGIN:VEVENT\r\n" ON("20280101"),
	    "baris 3: terpotong: BEGIN di sini tidak ditutup" },
	{ "... between events", BEGIN EVENT(ON("20280101")),
	    "baris 1: terpotong: BEGIN di sini tidak ditutup" },
	{ "an END too early", BEGIN "BEGIN:VEVENT\r\n" END,
	    "baris 1: terpotong: BEGIN di sini tidak ditutup" },
	{ "an END too many", BEGIN END END,
	    "baris 4: di luar BEGIN:VCALENDAR dan END:VCALENDAR" },
	{ "a line after the end", BEGIN END "X:1\r\n", "baris 4: di luar "
	    "BEGIN:VCALENDAR dan END:VCALENDAR" },
	{ "a bad line outside events", BEGIN "X-A=1\r\n" END,
	    "baris 3: bukan baris iCalendar (NAMA:nilai)" },
	{ "nesting without end", "BEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\n"
	    "BEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\n",
	    "baris 9: susunan terlalu dalam" },
	{ "another encoding", ICS(ON("20280101") NAME("T\xe9")),
	    "baris 5: ada huruf yang bukan UTF-8" },
	{ "an overlong letter", ICS(NAME("\xc0\xaf")),
	    "baris 4: ada huruf yang bukan UTF-8" },
	{ "half a letter pair", ICS(NAME("\xed\xa0\x80")),
	    "baris 4: ada huruf yang bukan UTF-8" },
	{ "UTF-16", "B\0E\0", "baris 1: ada huruf kendali" },
	{ "a byte order mark", "\xef\xbb\xbf" BEGIN END, "baris 1: diawali "
	    "tanda urutan byte (BOM); simpan sebagai UTF-8 tanpa BOM" },
	{ "a lone CR", BEGIN "X:a\rb\r\n" END, "baris 3: ada huruf kendali" },
	{ "a web page", "<!DOCTYPE html>\n<html>\n",
	    "baris 1: \"<!DOCTYPE html>\" bukan tanggal; tulis seperti "
	    "2026-12-31" },
	{ "a date that does not exist", "2028-01-01\tA\n2027-02-29\tB\n",
	    "baris 2: \"2027-02-29\" bukan tanggal; tulis seperti "
	    "2026-12-31" },
	{ "a date without zeros", "2028-1-01\tA\n", "baris 1: \"2028-1-01\" "
	    "bukan tanggal; tulis seperti 2026-12-31" },
	{ "a date twice", "2028-01-01\tA\n2028-01-02\tB\n2028-01-01\tC\n",
	    "baris 3: tanggal 2028-01-01 sudah ada di baris 1" },
	{ "a date twice that the calendar has",
	    "2026-01-01\tA\n2026-01-01\tB\n",
	    "baris 2: tanggal 2026-01-01 sudah ada di baris 1" },
	{ "no name", "2028-01-01\t \tlibur\n",
	    "baris 1: tanpa nama hari libur" },
	{ "an unknown kind", "2028-01-01\tA\tpesta\n",
	    "baris 1: \"pesta\" harus libur atau cuti" },
	{ "five columns", "2028-01-01\tA\tlibur\tSKB\tx\n",
	    "baris 1: lebih dari 4 kolom" },
};

static int
read_text(const char *text, size_t len, struct holidays *h, char *why)
{
	struct holiday_source src = { cal, 2028, 2029 };

	*why = '\0';
	return holidays_read(&src, text, len, h, why, 256);
}

/* The list as text; free() it. */
static char *
list_text(const struct holidays *h)
{
	char *text = NULL;
	size_t len, i;
	FILE *f = open_memstream(&text, &len);
	const struct holiday *e;

	for (i = 0; i < h->count; i++) {
		e = &h->list[i];
		if (e->day.year == 0)
			fputc('-', f);
		else
			fprintf(f, "%04d-%02d-%02d", e->day.year,
			    e->day.month, e->day.day);
		fprintf(f, " %s %zu: %s%s", holiday_mark_text(e->mark),
		    e->line, e->day.name, e->day.joint ? " (cuti)" : "");
		if (e->day.decree != NULL)
			fprintf(f, " [%s]", e->day.decree);
		fprintf(f, "%s%s\n", e->note ? "; " : "",
		    e->note ? e->note : "");
	}
	fclose(f);
	return text;
}

static void
reads_files(void)
{
	struct holidays h;
	char why[256], *text;
	size_t i;

	for (i = 0; i < sizeof(read_right) / sizeof(read_right[0]); i++) {
		read_text(read_right[i].text, strlen(read_right[i].text), &h,
		    why);
		text = list_text(&h);
		is_string("", why, "%s: accepted", read_right[i].what);
		is_string(read_right[i].want, text, "...as it is meant");
		free(text);
		holidays_free(&h);
	}
}

static void
refuses_damaged_files(void)
{
	struct holidays h;
	char why[256];
	size_t i, len;
	int rc;

	for (i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		len = strlen(refused[i].text);
		if (len == 1)
			len = 4;	/* the one with NUL */
		rc = read_text(refused[i].text, len, &h, why);
		is_int(-1, rc, "%s: refused", refused[i].what);
		is_string(refused[i].why, why, "...with line and reason");
		holidays_free(&h);
	}
}

static void
refuses_huge_files(void)
{
	size_t len = 10 * 1024 * 1024;
	char *text = malloc(len), why[256];
	struct holidays h;

	memset(text, 'x', len);
	memcpy(text, BEGIN, strlen(BEGIN));
	is_int(-1, read_text(text, len, &h, why), "10 MB: refused");
	is_string("file lebih besar dari 1 MiB", why, "...at once");
	holidays_free(&h);
	is_int(-1, read_text(text, 100000, &h, why), "a huge line: refused");
	is_string("baris 1: terpotong: BEGIN di sini tidak ditutup", why,
	    "...as one cut off");
	holidays_free(&h);
	free(text);
}

/* An event of 2028 with a line of `n` dates, the last of them 3 March. */
static char *
dates_in_a_line(const char *name, int n)
{
	char *text = malloc(20000), *at = text;

	at += sprintf(at, "%s", BEGIN "BEGIN:VEVENT\r\n" ON("20280101"));
	at += sprintf(at, "%s;VALUE=DATE:", name);
	while (--n > 0)
		at += sprintf(at, "20280202,%s", n % 5 == 0 ? "\r\n " : "");
	sprintf(at, "20280303\r\n%s", NAME("A") "END:VEVENT\r\n" END);
	return text;
}

/* libical keeps the first 500 dates of a line. */
static void
refuses_long_lines_of_dates(void)
{
	static const char *const names[] = { "RDATE", "rdate", "EXDATE" };
	char *text = dates_in_a_line("RDATE", 500), why[256];
	struct holidays h;

	is_int(0, read_text(text, strlen(text), &h, why), "500 dates: read");
	is_int(3, h.list[h.count - 1].day.month, "...to the last");
	holidays_free(&h);
	free(text);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		text = dates_in_a_line(names[i], 501);
		is_int(-1, read_text(text, strlen(text), &h, why),
		    "501 of %s: refused", names[i]);
		is_string("baris 5: lebih dari 500 tanggal dalam satu baris; "
		    "pecah menjadi beberapa baris", why, "...by the line");
		holidays_free(&h);
		free(text);
	}
}

/* Long texts are cut between letters. */
static void
cuts_long_names(void)
{
	char text[1024] = "2028-01-01\t", why[256];
	struct holidays h;
	int i;

	strcat(text, "x");
	for (i = 0; i < 200; i++)
		strcat(text, "\xc3\xa9");
	read_text(text, strlen(text), &h, why);
	is_int(199, (int64_t)strlen(h.list[0].day.name),
	    "a name of 401 bytes is cut at 199");
	holidays_free(&h);
}

/* The table of the decrees is what the shipped calendar has. */
static void
reads_the_decrees(void)
{
	struct holidays h;
	char why[256], *text;
	size_t len, i, have = 0, same = 0;

	text = slurp("tests/data/libur-indonesia.tsv", &len);
	is_int(0, read_text(text, len, &h, why), "the table of the decrees");
	for (i = 0; i < h.count; i++) {
		have += h.list[i].mark == HOLIDAY_HAVE;
		same += h.list[i].note != NULL &&
		    strcmp(h.list[i].note, h.list[i].day.name) == 0;
	}
	is_int(145, (int64_t)h.count, "...has 145 days");
	is_int(145, (int64_t)have, "...all in the calendar");
	is_int(145, (int64_t)same, "...by the same names");
	holidays_free(&h);
	free(text);
}

/* No line over 75 octets, each ended by CRLF, no letter cut. */
static int
bad_lines(const char *text)
{
	const char *end;
	int bad = 0;

	for (; *text != '\0'; text = end + 1) {
		end = strchr(text, '\n');
		if (end == NULL)
			return bad + 1;
		bad += end == text || end[-1] != '\r' || end - text > 76 ||
		    ((unsigned char)text[1] & 0xc0) == 0x80;
	}
	return bad;
}

#define BARE "zona: WIB\npola:\n  - {nama: A, senin: [\"08:00-12:00\"]}\n"

/* Another office reads the file that the shipped calendar writes. */
static void
comes_back_from_a_file(void)
{
	struct calendar *shipped = cal;
	struct cal_holiday list[64];
	struct holidays h;
	char why[256], *text;
	size_t i, n, wrong = 0, at = 0;
	int y;

	text = ics_write(cal, 2021, 2026, 1767573000);
	is_int(0, bad_lines(text), "lines are folded and ended as they should");
	ok(strstr(text, "DTSTAMP:20260105T003000Z\r\n") != NULL,
	    "...with the time they were written");
	cal = calendar_parse(BARE, strlen(BARE), why, sizeof(why));
	read_text(text, strlen(text), &h, why);
	is_int(145, (int64_t)h.count, "145 days off come back");
	for (y = 2021; y <= 2026; y++) {
		n = calendar_holidays(shipped, y, list, 64);
		for (i = 0; i < n && at < h.count; i++, at++)
			wrong += h.list[at].mark != HOLIDAY_NEW ||
			    h.list[at].day.year != list[i].year ||
			    h.list[at].day.month != list[i].month ||
			    h.list[at].day.day != list[i].day ||
			    h.list[at].day.joint != list[i].joint ||
			    strcmp(h.list[at].day.name, list[i].name) != 0;
	}
	is_int(0, (int64_t)wrong, "...each with its name and kind");
	holidays_free(&h);
	free(text);
	calendar_free(cal);
	cal = shipped;
}

static void
writes_what_is_closed(void)
{
	static const char yaml[] = BARE "libur:\n"
	    "  - {tanggal: 2028-01-03, jenis: libur, nama: Tetap bekerja}\n"
	    "  - {tanggal: 2028-01-10, jenis: cuti, nama: 'A; \\ \xc3\xa9"
	    "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
	    "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
	    "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
	    "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
	    ", z', dasar: 'SKB 1, 2'}\n"
	    "khusus:\n  - {tanggal: 2028-01-17, jam: [], nama: Pindah}\n"
	    "  - {tanggal: 2028-01-03, jam: [\"08:00-09:00\"], nama: B}\n";
	char why[256] = "", *text;
	struct calendar *other = calendar_parse(yaml, strlen(yaml), why,
	    sizeof(why));

	is_string("", why, "a calendar to write");
	text = ics_write(other, 2028, 2028, 0);
	ok(strstr(text, "20280103") == NULL, "a holiday worked is no day off");
	ok(strstr(text, "DTSTART;VALUE=DATE:20280117\r\n"
	    "DTEND;VALUE=DATE:20280118\r\nSUMMARY:Pindah\r\n") != NULL,
	    "...a date closed by an override is");
	ok(strstr(text, "SUMMARY:A\\; \\\\ ") != NULL,
	    "semicolon and backslash are escaped");
	ok(strstr(text, "DESCRIPTION:SKB 1\\, 2\r\n") != NULL,
	    "...and the comma");
	ok(strstr(text, " \r\n \xc3\xa9") != NULL,
	    "a long name is folded");
	is_int(0, bad_lines(text), "...between letters");
	ok(strstr(text, "CATEGORIES:Cuti Bersama\r\n") != NULL,
	    "joint leave is its category");
	free(text);
	calendar_free(other);
}

/* -- files of others, where they are there ------------------------------ */

/* Whole days of 2005 to 2035 as the list of them is written: dates by comma. */
static char *
dates_text(const struct holidays *h)
{
	char *text = NULL, day[16], last[16] = "";
	const struct holiday *e = h->list;
	size_t len, i;
	FILE *f = open_memstream(&text, &len);

	for (i = 0; i < h->count; i++, e++) {
		snprintf(day, sizeof(day), "%04d-%02d-%02d", e->day.year % 9999,
		    e->day.month % 99, e->day.day % 99);
		if (e->mark == HOLIDAY_UNREAD || e->mark == HOLIDAY_PARTIAL ||
		    e->mark == HOLIDAY_CANCELLED || e->day.year < 2005 ||
		    e->day.year > 2035 || strcmp(day, last) == 0)
			continue;
		fprintf(f, "%s%s", *last ? "," : "", day);
		snprintf(last, sizeof(last), "%s", day);
	}
	fclose(f);
	return text;
}

/*
 * Files that are read otherwise than by the reader that made the list: refused
 * for being cut off or for NUL, taken with a name that has blanks, or without
 * the dates of rules that are not followed.
 */
static const struct other {
	const char	*file;
	int		 rc;
} others[] = {
	{ "icalendar-big_bad_calendar.ics", -1 },
	{ "icalendar-fuzz_testcase_0_char_in_component_name.ics", -1 },
	{ "icalendar-pr_480_summary_with_colon.ics", -1 },
	{ "icalendar-small_bad_calendar.ics", -1 },
	{ "icalendar-issue_351_whitespace_in_property_and_params.ics", 0 },
	{ "icalendar-parsing_error.ics", 0 },
	{ "icalendar-rfc_7529.ics", 0 },
	{ "icaljs-day_long_recur_yearly.ics", 0 },
};

static const struct other *
other_of(const char *file)
{
	size_t i;

	for (i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (strcmp(others[i].file, file) == 0)
			return &others[i];
	return NULL;
}

static void
knows_file(const char *folder, char *line)
{
	char path[16384], why[256] = "", *text, *field[4] = { line, line, line,
		line }, *cut;
	struct holiday_source src = { cal, 2005, 2035 };
	struct holidays h;
	size_t len;
	const struct other *other;
	FILE *f = NULL;
	int i, rc;

	for (i = 1; i < 4 && (cut = strchr(field[i - 1], '\t')) != NULL; i++) {
		*cut = '\0';
		field[i] = cut + 1;
	}
	snprintf(path, sizeof(path), "%s/%s", folder, field[0]);
	if (i < 4 || (f = fopen(path, "r")) == NULL)
		bail(path);
	text = malloc(HOLIDAY_FILE_MAX);
	len = fread(text, 1, HOLIDAY_FILE_MAX, f);
	fclose(f);
	rc = holidays_read(&src, text, len, &h, why, sizeof(why));
	other = other_of(field[0]);
	is_int(other != NULL ? other->rc : -(strcmp(field[1], "accept") != 0),
	    rc, "%s: %s", field[0], *why ? why : "accepted");
	free(text);
	if (rc == 0) {
		text = dates_text(&h);
		/* Very long lists are cut there. */
		cut = strstr(field[3], ",...");
		if (cut != NULL && other == NULL) {
			*cut = '\0';
			text[strlen(field[3])] = '\0';
		}
		is_string(other != NULL ? "" : field[3], text, "...its dates");
		free(text);
	}
	holidays_free(&h);
}

int
main(void)
{
	if (!built_ical)
		skip_all("built --without-ical");
	cal = office_calendar(OFFICE);
	reads_files();
	refuses_damaged_files();
	refuses_huge_files();
	refuses_long_lines_of_dates();
	cuts_long_names();
	reads_the_decrees();
	comes_back_from_a_file();
	writes_what_is_closed();
	others_each(knows_file);
	calendar_free(cal);
	return tap_done();
}
