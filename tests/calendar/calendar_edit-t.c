/* calendar_edit-t.c - holidays put into the text of a calendar. */

#include "calendar/calendar_edit.h"
#include "clock/calendar.h"
#include "tests/clock/office.h"

#define BASE \
	"zona: WIB # zona kantor\n" \
	"pola:\n" \
	"  - nama: Biasa\n" \
	"    senin: [\"08:00-12:00\"]\n"
#define WRITTEN \
	"zona:\n  nama: \"WIB\"\n  selisih: \"+07:00\"\n" \
	"pola:\n  - nama: \"Biasa\"\n    senin: [\"08:00-12:00\"]\n"

#define NEW(date) \
	"  - tanggal: " date "\n    jenis: libur\n" \
	"    nama: \"Hari \\\"Baru\\\" \\\\\"\n    dasar: \"SKB\"\n"
#define TWO NEW("2026-03-03") NEW("2026-12-25")
#define OLD(date, name) \
	"  - {tanggal: " date ", jenis: cuti, nama: " name "}\n"
#define KEPT(date, name) \
	"  - tanggal: " date "\n    jenis: cuti\n    nama: \"" name "\"\n"

static const struct {
	const char	*what, *before, *after;
} added[] = {
	{ "no list yet", BASE, WRITTEN "libur:\n" TWO },
	{ "no line end", BASE "khusus: []\ngangguan:",
	    WRITTEN "libur:\n" TWO },
	{ "an empty list and a comment", BASE "libur: # belum\n\nkhusus:\n",
	    WRITTEN "libur:\n" TWO },
	{ "empty brackets", BASE "libur:\n  []\n", WRITTEN "libur:\n" TWO },
	{ "between others, not in order",
	    BASE "libur:\n" OLD("2027-01-01", "C") OLD("2026-06-01", "B")
	    "  # awal\n" OLD("2026-01-01", "A"),
	    WRITTEN "libur:\n" KEPT("2026-01-01", "A") NEW("2026-03-03")
	    KEPT("2026-06-01", "B") NEW("2026-12-25")
	    KEPT("2027-01-01", "C") },
	{ "entries of several lines",
	    BASE "libur:\n -\n   jenis: cuti\n   nama: >-\n    A\n    B\n\n"
	    "   tanggal: 2026-01-01\n -  nama: 'A\n\n     B'\n    tanggal: "
	    "2026-01-02\n    jenis: cuti\n\n",
	    WRITTEN "libur:\n" KEPT("2026-01-01", "A B")
	    KEPT("2026-01-02", "A\\x0AB") TWO },
	{ "old line ends and separators", BASE "libur:\r\n"
	    "  - {nama: \"A\xe2\x80\xa8" "B\", jenis: cuti, "
	    "tanggal: 2026-01-01}\r\n",
	    WRITTEN "libur:\n" KEPT("2026-01-01", "A\\u2028B") TWO },
	{ "a list in brackets",
	    BASE "libur: [{tanggal: 2026-01-01, jenis: cuti, nama: A}]\n",
	    WRITTEN "libur:\n" KEPT("2026-01-01", "A") TWO },
	{ "a calendar in braces", "{zona: WIB, pola: [{nama: Biasa, senin: "
	    "[\"08:00-12:00\"]}]}\n", WRITTEN "libur:\n" TWO },
	{ "all other lists", BASE "catatan: [satu]\ngangguan:\n"
	    "  - {dari: 2026-01-05T10:00, sampai: 2026-01-05T11:00, nama: G}\n"
	    "khusus: [{tanggal: 2026-01-06, jam: [], nama: K}]\n"
	    "hari_kerja_pengganti: [{tanggal: 2026-01-07, seperti: senin, "
	    "nama: P}]\n", WRITTEN "libur:\n" TWO
	    "hari_kerja_pengganti:\n  - tanggal: 2026-01-07\n"
	    "    seperti: senin\n    nama: \"P\"\n"
	    "khusus:\n  - tanggal: 2026-01-06\n    jam: []\n"
	    "    nama: \"K\"\n"
	    "gangguan:\n  - dari: 2026-01-05T10:00\n"
	    "    sampai: 2026-01-05T11:00\n    nama: \"G\"\n"
	    "catatan:\n  - \"satu\"\n" },
};

static const struct {
	const char	*what, *yaml, *why;
} refused[] = {
	{ "no calendar", "zona: WIB\n", "baris 1: kunci \"pola\" wajib diisi" },
	{ "a date that is there", BASE "libur:\n" OLD("2026-03-03", "A"),
	    "baris 15, libur: tanggal 2026-03-03 sudah ada di baris 8" },
};

static const struct cal_holiday two[] = {
	{ 2026, 12, 25, 0, 0, "Hari \"Baru\" \\", "SKB" },
	{ 2026, 3, 3, 0, 0, "Hari \"Baru\" \\", "SKB" },
};

static char *
add(const char *yaml, char *why, size_t size)
{
	*why = '\0';
	return calendar_add_holidays(yaml, two, 2, why, size);
}

static void
adds_to_the_text(void)
{
	char why[256], *text;
	size_t i;

	for (i = 0; i < sizeof(added) / sizeof(added[0]); i++) {
		text = add(added[i].before, why, sizeof(why));
		is_string("", why, "%s: accepted", added[i].what);
		is_string(added[i].after, text, "...in one form");
		free(text);
	}
}

static void
refuses_what_it_cannot(void)
{
	char why[256], *text;
	size_t i;

	for (i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		text = add(refused[i].yaml, why, sizeof(why));
		is_string(NULL, text, "%s: refused", refused[i].what);
		is_string(refused[i].why, why, "...with line and reason");
		free(text);
	}
}

static void
refuses_wrong_holidays(void)
{
	static const struct cal_holiday twice[] = {
		{ 2026, 3, 3, 0, 0, "A", NULL },
		{ 2026, 3, 3, 0, 1, "B", NULL },
	}, control = { 2026, 3, 3, 0, 0, "A\x01", NULL },
	    beyond = { 2051, 3, 3, 0, 0, "A", NULL };
	char why[256];

	is_string(NULL, calendar_add_holidays(BASE, twice, 2, why,
	    sizeof(why)), "the same date twice");
	is_string("baris 11, libur: tanggal 2026-03-03 sudah ada di baris 8",
	    why, "...refused");
	is_string(NULL, calendar_add_holidays(BASE, &control, 1, why,
	    sizeof(why)), "a control character");
	is_string("tulis dalam satu baris: ada huruf yang tidak boleh "
	    "dipakai", why, "...refused");
	is_string(NULL, calendar_add_holidays(BASE, &beyond, 1, why,
	    sizeof(why)), "a year beyond the calendar");
	is_string("baris 8, libur.tanggal: \"2051-03-03\" bukan tanggal; tulis "
	    "seperti 2025-03-31, tahun 2005 sampai 2050", why, "...refused");
}

/* All holidays of the shipped calendar, put back one by one. */
static void
rebuilds_the_shipped_list(struct calendar *cal)
{
	struct cal_holiday h[64], got[64];
	char why[256], *text = strdup(BASE), *next;
	struct calendar *made;
	int wrong = 0, y;
	size_t n, i;

	for (y = 2021; y <= 2026; y++) {
		n = calendar_holidays(cal, y, h, 64);
		/* The odd ones first, so that the others come between. */
		for (i = 1; i < 2 * n; i += 2) {
			next = calendar_add_holidays(text,
			    &h[i < n ? i : (i - n) / 2 * 2], 1, why,
			    sizeof(why));
			if (next == NULL)
				break;
			free(text);
			text = next;
		}
	}
	made = calendar_parse(text, strlen(text), why, sizeof(why));
	free(text);
	for (y = 2021; made != NULL && y <= 2026; y++) {
		n = calendar_holidays(cal, y, h, 64);
		wrong += calendar_holidays(made, y, got, 64) != n;
		for (i = 0; i < n; i++)
			wrong += got[i].month != h[i].month ||
			    got[i].day != h[i].day ||
			    got[i].joint != h[i].joint ||
			    strcmp(got[i].name, h[i].name) != 0 ||
			    strcmp(got[i].decree, h[i].decree) != 0;
	}
	ok(made != NULL && wrong == 0, "145 holidays, put in one by one");
	calendar_free(made);
}

int
main(void)
{
	struct calendar *cal = office_calendar(OFFICE);

	adds_to_the_text();
	refuses_what_it_cannot();
	refuses_wrong_holidays();
	rebuilds_the_shipped_list(cal);
	calendar_free(cal);
	return tap_done();
}
