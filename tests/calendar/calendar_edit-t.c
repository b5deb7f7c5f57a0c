/* calendar_edit-t.c - holidays put into the text of a calendar. */

#include "calendar/calendar_edit.h"
#include "clock/calendar.h"
#include "tests/clock/office.h"

#define BASE \
	"zona: WIB # zona kantor\n" \
	"pola:\n" \
	"  - nama: Biasa\n" \
	"    senin: [\"08:00-12:00\"]\n"
#define LATER "khusus: []\n"

#define A "tanggal: 2026-01-01\n"
#define NEW(indent, date) \
	indent "- tanggal: " date "\n" indent "  jenis: libur\n" \
	indent "  nama: \"Hari \\\"Baru\\\" \\\\\"\n" \
	indent "  dasar: \"SKB\"\n"
#define TWO(indent) NEW(indent, "2026-03-03") NEW(indent, "2026-12-25")
#define OLD(indent, date, name) \
	indent "- {tanggal: " date ", jenis: cuti, nama: " name "}\n"

static const struct {
	const char	*what, *before, *after;
} added[] = {
	{ "no list yet", BASE, BASE "libur:\n" TWO("  ") },
	{ "no line end", BASE LATER "gangguan:",
	    BASE LATER "gangguan:\nlibur:\n" TWO("  ") },
	{ "an empty list", BASE "libur:\n" LATER,
	    BASE "libur:\n" TWO("  ") LATER },
	{ "a key that ends the text", BASE "libur:",
	    BASE "libur:\n" TWO("  ") },
	{ "an empty list and a comment", BASE "libur: # belum\n\n" LATER,
	    BASE "libur: # belum\n" TWO("  ") "\n" LATER },
	{ "empty brackets", BASE "libur: [] # belum\n" LATER,
	    BASE "libur:  # belum\n" TWO("  ") LATER },
	{ "between others",
	    BASE "libur:\n  # awal\n" OLD("  ", "2026-01-01", "A")
	    "  # tengah\n" OLD("  ", "2026-06-01", "B") "# akhir\n" LATER,
	    BASE "libur:\n  # awal\n" OLD("  ", "2026-01-01", "A")
	    NEW("  ", "2026-03-03") "  # tengah\n" OLD("  ", "2026-06-01", "B")
	    NEW("  ", "2026-12-25") "# akhir\n" LATER },
	{ "before others", BASE "libur:\n\n" OLD("", "2027-01-01", "A") LATER,
	    BASE "libur:\n\n" TWO("") OLD("", "2027-01-01", "A") LATER },
	{ "a list that is not in order",
	    BASE "libur:\n" OLD("  ", "2026-06-01", "B")
	    OLD("  ", "2026-01-01", "A") LATER,
	    BASE "libur:\n" OLD("  ", "2026-06-01", "B")
	    OLD("  ", "2026-01-01", "A") TWO("  ") LATER },
	{ "entries of several lines",
	    BASE "libur:\n -\n   jenis: libur\n   nama: >\n    A\n    B\n\n"
	    "   tanggal: 2026-01-01\n -  nama: 'A\n\n     B'\n    tanggal: "
	    "2026-01-02\n    jenis: libur\n\n" LATER,
	    BASE "libur:\n -\n   jenis: libur\n   nama: >\n    A\n    B\n\n"
	    "   tanggal: 2026-01-01\n -  nama: 'A\n\n     B'\n    tanggal: "
	    "2026-01-02\n    jenis: libur\n" TWO(" ") "\n" LATER },
	{ "a folded text ends the list",
	    BASE "libur:\n  - tanggal: 2026-01-01\n    jenis: libur\n"
	    "    nama: >\n      A\n      B\n" LATER,
	    BASE "libur:\n  - tanggal: 2026-01-01\n    jenis: libur\n"
	    "    nama: >\n      A\n      B\n" TWO("  ") LATER },
	{ "old line ends and separators", BASE "libur:\r\n"
	    "  - {nama: \"A\xe2\x80\xa8" "B\", jenis: libur, "
	    "tanggal: 2026-01-01}"
	    "\r\n" LATER,
	    BASE "libur:\r\n"
	    "  - {nama: \"A\xe2\x80\xa8" "B\", jenis: libur, "
	    "tanggal: 2026-01-01}"
	    "\r\n" TWO("  ") LATER },
	{ "an indented calendar", "  zona: UTC\n  pola:\n   - nama: B\n"
	    "     senin: [\"08:00-12:00\"]\n", "  zona: UTC\n  pola:\n"
	    "   - nama: B\n     senin: [\"08:00-12:00\"]\n  libur:\n"
	    TWO("    ") },
};

static const struct {
	const char	*what, *yaml, *why;
} refused[] = {
	{ "no calendar", "zona: WIB\n", "baris 1: kunci \"pola\" wajib diisi" },
	{ "a date that is there", BASE "libur:\n" OLD("  ", "2026-03-03", "A"),
	    "baris 10, libur: tanggal 2026-03-03 sudah ada di baris 6" },
	{ "a list in brackets",
	    BASE "libur: [{tanggal: 2026-01-01, jenis: libur, nama: A}]\n",
	    "baris 5: daftar libur ditulis dalam [ ]; tulis satu entri di "
	    "bawah yang lain agar dapat ditambah" },
	{ "brackets on their own line", BASE "libur:\n  []\n",
	    "baris 6: daftar libur ditulis dalam [ ]; tulis satu entri di "
	    "bawah yang lain agar dapat ditambah" },
	{ "a calendar in braces", "{zona: WIB, pola: [{nama: A, senin: "
	    "[\"08:00-12:00\"]}]}\n", "baris 1: kalender ditulis dalam { }; "
	    "tulis satu kunci di bawah yang lain agar dapat ditambah" },
};

static const struct cal_holiday two[] = {
	{ 2026, 12, 25, 0, 0, "Hari \"Baru\" \\", "SKB" },
	{ 2026, 3, 3, 0, 0, "Hari \"Baru\" \\", "SKB" },
};

static char *
add(const char *yaml, char *why, size_t size)
{
	*why = '\0';
	return calendar_add_holidays(yaml, strlen(yaml), two, 2, why, size);
}

static void
adds_between_lines(void)
{
	char why[256], *text;
	size_t i;

	for (i = 0; i < sizeof(added) / sizeof(added[0]); i++) {
		text = add(added[i].before, why, sizeof(why));
		is_string("", why, "%s: accepted", added[i].what);
		is_string(added[i].after, text, "...and nothing else changed");
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

	is_string(NULL, calendar_add_holidays(BASE, strlen(BASE), twice, 2,
	    why, sizeof(why)), "the same date twice");
	is_string("baris 9, libur: tanggal 2026-03-03 sudah ada di baris 6",
	    why, "...refused");
	is_string(NULL, calendar_add_holidays(BASE, strlen(BASE), &control, 1,
	    why, sizeof(why)), "a control character");
	is_string("baris 8: ada huruf yang bukan UTF-8 atau tidak boleh "
	    "dipakai", why, "...refused");
	is_string(NULL, calendar_add_holidays(BASE, strlen(BASE), &beyond, 1,
	    why, sizeof(why)), "a year beyond the calendar");
	is_string("baris 6, libur.tanggal: \"2051-03-03\" bukan tanggal; tulis "
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
			next = calendar_add_holidays(text, strlen(text),
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

	adds_between_lines();
	refuses_what_it_cannot();
	refuses_wrong_holidays();
	rebuilds_the_shipped_list(cal);
	calendar_free(cal);
	return tap_done();
}
