/* calfile-t.c - calendar files: what they may say, and what is refused. */

#include "clock/calendar.h"
#include "tests/clock/office.h"
#include "tests/clock/written.h"
#include "tests/slurp.h"

/* A zone and a pattern in five lines, to put other keys after. */
#define BASE \
	"zona: Asia/Jakarta\n" \
	"pola:\n" \
	"  - nama: Biasa\n" \
	"    senin: [\"08:00-12:00\", \"13:00-16:00\"]\n" \
	"    jumat: [\"08:00-11:00\"]\n"

/* The words that stand in many faults. */
#define SYNTAX "susunan YAML salah di sini atau tepat sebelumnya (periksa " \
	"inden, titik dua, tanda kutip dan kurung)"
#define DATE "bukan tanggal; tulis seperti 2025-03-31, tahun 2005 sampai 2050"
#define HOURS "bukan jam kerja; tulis seperti \"07:30-12:00\""
#define TIME "bukan tanggal dan jam; tulis seperti 2025-05-06T10:00"

static const struct {
	const char	*what, *yaml, *why;
} refused[] = {
	/* Text that is no calendar at all. */
	{ "an empty file", "", "kalender kosong" },
	{ "only a comment", "# libur\n", "kalender kosong" },
	{ "no mapping", "- a\n",
	    "baris 1: harus berisi pasangan \"kunci: nilai\"" },
	{ "plain text", "halo\n",
	    "baris 1: \"halo\" harus berisi pasangan \"kunci: nilai\"" },
	{ "an unclosed list", BASE "libur: [\n", "baris 7: " SYNTAX },
	{ "a wrong indent", BASE "libur:\n  - nama: a\n jenis: b\n",
	    "baris 8: " SYNTAX },
	{ "an anchor", BASE "libur: &a []\nkhusus: *a\n",
	    "baris 6: penanda & dan * tidak boleh dipakai" },
	{ "an anchor on a scalar", BASE "libur: [&a 1]\n",
	    "baris 6: penanda & dan * tidak boleh dipakai" },
	{ "an anchor on a mapping", BASE "libur: [&a {b: c}]\n",
	    "baris 6: penanda & dan * tidak boleh dipakai" },
	{ "an alias alone", BASE "libur: *a\n",
	    "baris 6: penanda & dan * tidak boleh dipakai" },
	{ "deep nesting", BASE "libur: [[[[[\n[[[[\n",
	    "baris 7: susunan terlalu dalam" },
	{ "a byte that is not UTF-8", BASE "libur: \xff\n",
	    "baris 6: ada huruf yang bukan UTF-8 atau tidak boleh dipakai" },
	{ "a control character", BASE "libur: \x01\n",
	    "baris 6: ada huruf yang bukan UTF-8 atau tidak boleh dipakai" },
	{ "two documents", BASE "---\n" BASE,
	    "baris 6: hanya satu kalender dalam satu file" },

	/* Keys. */
	{ "an unknown key", BASE "hari_libur: []\n",
	    "baris 6: \"hari_libur\" kunci tidak dikenal" },
	{ "a list as key", BASE "[a]: 1\n", "baris 6: kunci tidak dikenal" },
	{ "an unknown key inside",
	    BASE "libur:\n  - {tanggal: 2025-01-01, nma: a, jenis: libur}\n",
	    "baris 7, libur: \"nma\" kunci tidak dikenal" },
	{ "a long key is cut", BASE
	    "h\xc3\xa9" "0123456789012345678901234567890123456\xc3\xa9x: 1\n",
	    "baris 6: \"h\xc3\xa9" "0123456789012345678901234567890123456...\" "
	    "kunci tidak dikenal" },
	{ "a key twice", BASE "libur: []\nlibur: []\n",
	    "baris 7: kunci \"libur\" sudah ada di baris 6" },
	{ "no zone", "pola:\n  - {nama: a, senin: [\"08:00-12:00\"]}\n",
	    "baris 1: kunci \"zona\" wajib diisi" },
	{ "no pattern", "zona: UTC\n", "baris 1: kunci \"pola\" wajib diisi" },
	{ "a holiday without name",
	    BASE "libur:\n  - tanggal: 2025-01-01\n    jenis: libur\n",
	    "baris 7, libur: kunci \"nama\" wajib diisi" },
	{ "a scalar for a list", BASE "libur: tidak ada\n",
	    "baris 6, libur: \"tidak ada\" harus berisi daftar" },
	{ "a mapping for a list", BASE "libur: {a: b}\n",
	    "baris 6, libur: harus berisi daftar" },
	{ "an empty name",
	    BASE "libur:\n  - {tanggal: 2025-01-01, nama: , jenis: libur}\n",
	    "baris 7, libur.nama: \"\" harus berisi teks" },
	{ "a list for a name",
	    BASE "libur:\n  - {tanggal: 2025-01-01, nama: [a], jenis: cuti}\n",
	    "baris 7, libur.nama: harus berisi teks" },

	/* The zone. */
	{ "an unknown zone", "zona: Asia/Jakrta\n", "baris 1, zona: zona tidak "
	    "dikenal; tulis Asia/Jakarta (WIB), Asia/Makassar (WITA), "
	    "Asia/Jayapura (WIT), UTC, selisih seperti \"+08:00\", atau nama "
	    "dan selisih" },
	{ "an offset too far as zone", "zona: \"+14:01\"\n", "baris 1, zona: "
	    "zona tidak dikenal; tulis Asia/Jakarta (WIB), Asia/Makassar "
	    "(WITA), Asia/Jayapura (WIT), UTC, selisih seperti \"+08:00\", "
	    "atau nama dan selisih" },
	{ "a zone without name", "zona: {selisih: \"+07:00\"}\n",
	    "baris 1, zona: kunci \"nama\" wajib diisi" },
	{ "an offset without sign", "zona: {nama: A, selisih: \"07:00\"}\n",
	    "baris 1, zona.selisih: \"07:00\" bukan selisih waktu; tulis "
	    "seperti \"+07:00\", paling jauh 14 jam" },
	{ "an offset too far", "zona: {nama: A, selisih: \"+14:01\"}\n",
	    "baris 1, zona.selisih: \"+14:01\" bukan selisih waktu; tulis "
	    "seperti \"+07:00\", paling jauh 14 jam" },
	{ "a change in local time", "zona:\n  nama: A\n  selisih: \"+07:00\"\n"
	    "  perubahan:\n"
	    "    - {sejak: 2030-01-01T00:00, selisih: \"+08:00\"}\n",
	    "baris 5, zona.sejak: \"2030-01-01T00:00\" bukan waktu UTC; tulis "
	    "seperti 2025-05-06T03:00Z" },
	{ "changes out of order", "zona:\n  nama: A\n  selisih: \"+07:00\"\n"
	    "  perubahan:\n"
	    "    - {sejak: 2030-01-01T00:00Z, selisih: \"+08:00\"}\n"
	    "    - {sejak: 2030-01-01T00:00Z, selisih: \"+07:00\"}\n",
	    "baris 5, zona.perubahan: perubahan harus urut menurut waktu" },

	/* Weekly patterns. */
	{ "an empty list of patterns", "zona: UTC\npola: []\n",
	    "baris 2, pola: satu pola harus berlaku selalu, tanpa "
	    "\"berlaku\"" },
	{ "no pattern for always", "zona: UTC\npola:\n  - nama: A\n"
	    "    berlaku: {dari: 2025-01-01}\n    senin: [\"08:00-12:00\"]\n",
	    "baris 3, pola: satu pola harus berlaku selalu, tanpa "
	    "\"berlaku\"" },
	{ "a pattern without hours", "zona: UTC\npola:\n  - nama: A\n"
	    "    senin: []\n", "baris 3, pola: pola tanpa jam kerja" },
	{ "validity backwards", BASE "  - nama: R\n"
	    "    berlaku: {dari: 2025-03-30, sampai: 2025-03-01}\n"
	    "    senin: [\"08:00-12:00\"]\n",
	    "baris 7, pola.berlaku: berakhir sebelum mulai" },
	{ "two patterns from one date", BASE
	    "  - {nama: A, berlaku: {dari: 2025-03-01}, "
	    "senin: [\"08:00-12:00\"]}\n"
	    "  - {nama: B, berlaku: {dari: 2025-03-01, sampai: 2025-03-09}, "
	    "senin: [\"08:00-12:00\"]}\n",
	    "baris 7, pola: mulai berlaku pada tanggal yang sama dengan pola "
	    "di baris 6" },
	{ "two patterns that cross", BASE
	    "  - {nama: A, berlaku: {dari: 2025-03-01, sampai: 2025-03-30}, "
	    "senin: [\"08:00-12:00\"]}\n"
	    "  - {nama: B, berlaku: {dari: 2025-03-30, sampai: 2025-04-09}, "
	    "senin: [\"08:00-12:00\"]}\n",
	    "baris 7, pola: masa berlaku bertumpang sebagian dengan pola di "
	    "baris 6" },
	{ "an unknown weekday", "zona: UTC\npola:\n  - nama: A\n"
	    "    monday: [\"08:00-12:00\"]\n",
	    "baris 4, pola: \"monday\" kunci tidak dikenal" },

	/* Hours. */
	{ "hours that are no list", "zona: UTC\npola:\n  - nama: A\n"
	    "    senin: \"08:00-12:00\"\n", "baris 4, pola.senin: "
	    "\"08:00-12:00\" harus berisi daftar jam, seperti "
	    "[\"07:30-12:00\", \"13:00-16:00\"]" },
	{ "a short hour", "zona: UTC\npola:\n  - nama: A\n"
	    "    senin: [\"8:00-12:00\"]\n",
	    "baris 4, pola.senin: \"8:00-12:00\" " HOURS },
	{ "hours with full stops", "zona: UTC\npola:\n  - nama: A\n"
	    "    senin: [\"08.00-12.00\"]\n",
	    "baris 4, pola.senin: \"08.00-12.00\" " HOURS },
	{ "minute 60", "zona: UTC\npola:\n  - nama: A\n"
	    "    senin: [\"08:60-12:00\"]\n",
	    "baris 4, pola.senin: \"08:60-12:00\" " HOURS },
	{ "hour 25", "zona: UTC\npola:\n  - nama: A\n"
	    "    senin: [\"08:00-24:01\"]\n",
	    "baris 4, pola.senin: \"08:00-24:01\" " HOURS },
	{ "an end before its start", "zona: UTC\npola:\n  - nama: A\n"
	    "    senin: [\"12:00-08:00\"]\n",
	    "baris 4, pola.senin: \"12:00-08:00\" selesai sebelum mulai" },
	{ "an empty interval", "zona: UTC\npola:\n  - nama: A\n"
	    "    senin: [\"08:00-08:00\"]\n",
	    "baris 4, pola.senin: \"08:00-08:00\" selesai sebelum mulai" },
	{ "hours that overlap", "zona: UTC\npola:\n  - nama: A\n"
	    "    senin:\n      - \"08:00-12:00\"\n      - \"11:59-16:00\"\n",
	    "baris 6, pola.senin: \"11:59-16:00\" bertumpang dengan jam "
	    "sebelumnya" },
	{ "hours out of order", "zona: UTC\npola:\n  - nama: A\n"
	    "    senin: [\"13:00-16:00\", \"08:00-12:00\"]\n",
	    "baris 4, pola.senin: \"08:00-12:00\" harus ditulis sebelum jam "
	    "sebelumnya" },
	{ "nine intervals", "zona: UTC\npola:\n  - nama: A\n    senin: ["
	    "\"01:00-01:01\", \"02:00-02:01\", \"03:00-03:01\", "
	    "\"04:00-04:01\", \"05:00-05:01\", \"06:00-06:01\", "
	    "\"07:00-07:01\", \"08:00-08:01\", \"09:00-09:01\"]\n",
	    "baris 4, pola.senin: paling banyak 8 jam kerja sehari" },

	/* Dates. */
	{ "30 February",
	    BASE "libur:\n  - {tanggal: 2025-02-30, nama: a, jenis: libur}\n",
	    "baris 7, libur.tanggal: \"2025-02-30\" " DATE },
	{ "29 February in a usual year",
	    BASE "libur:\n  - {tanggal: 2025-02-29, nama: a, jenis: libur}\n",
	    "baris 7, libur.tanggal: \"2025-02-29\" " DATE },
	{ "month 13",
	    BASE "libur:\n  - {tanggal: 2025-13-01, nama: a, jenis: libur}\n",
	    "baris 7, libur.tanggal: \"2025-13-01\" " DATE },
	{ "day 0",
	    BASE "libur:\n  - {tanggal: 2025-01-00, nama: a, jenis: libur}\n",
	    "baris 7, libur.tanggal: \"2025-01-00\" " DATE },
	{ "2004",
	    BASE "libur:\n  - {tanggal: 2004-12-31, nama: a, jenis: libur}\n",
	    "baris 7, libur.tanggal: \"2004-12-31\" " DATE },
	{ "2051",
	    BASE "libur:\n  - {tanggal: 2051-01-01, nama: a, jenis: libur}\n",
	    "baris 7, libur.tanggal: \"2051-01-01\" " DATE },
	{ "a date the other way round",
	    BASE "libur:\n  - {tanggal: 01-01-2025, nama: a, jenis: libur}\n",
	    "baris 7, libur.tanggal: \"01-01-2025\" " DATE },
	{ "a date with more behind it",
	    BASE "libur:\n  - {tanggal: 2025-01-01x, nama: a, jenis: libur}\n",
	    "baris 7, libur.tanggal: \"2025-01-01x\" " DATE },
	{ "an unknown kind",
	    BASE "libur:\n  - {tanggal: 2025-01-01, nama: a, jenis: raya}\n",
	    "baris 7, libur.jenis: harus libur atau cuti" },
	{ "a holiday twice", BASE "libur:\n"
	    "  - {tanggal: 2025-12-25, nama: a, jenis: libur}\n"
	    "  - {tanggal: 2025-01-01, nama: a, jenis: libur}\n"
	    "  - {tanggal: 2025-12-25, nama: b, jenis: cuti}\n",
	    "baris 9, libur: tanggal 2025-12-25 sudah ada di baris 7" },
	{ "a make-up day twice", BASE "hari_kerja_pengganti:\n"
	    "  - {tanggal: 2025-12-27, nama: a, seperti: senin}\n"
	    "  - {tanggal: 2025-12-27, nama: a, seperti: senin}\n",
	    "baris 8, hari_kerja_pengganti: tanggal 2025-12-27 sudah ada di "
	    "baris 7" },
	{ "a make-up day like no weekday", BASE "hari_kerja_pengganti:\n"
	    "  - {tanggal: 2025-12-27, nama: a, seperti: ahad}\n",
	    "baris 7, hari_kerja_pengganti.seperti: \"ahad\" bukan nama hari; "
	    "tulis senin sampai minggu" },
	{ "an override twice", BASE "khusus:\n"
	    "  - {tanggal: 2025-12-27, nama: a, jam: []}\n"
	    "  - {tanggal: 2025-12-27, nama: a, jam: []}\n",
	    "baris 8, khusus: tanggal 2025-12-27 sudah ada di baris 7" },
	{ "an override without hours", BASE "khusus:\n"
	    "  - {tanggal: 2025-12-27, nama: a}\n",
	    "baris 7, khusus: kunci \"jam\" wajib diisi" },

	/* Outages. */
	{ "an outage without end", BASE "gangguan:\n"
	    "  - {dari: 2025-05-06T10:00, nama: a}\n",
	    "baris 7, gangguan: kunci \"sampai\" wajib diisi" },
	{ "an outage backwards", BASE "gangguan:\n"
	    "  - {dari: 2025-05-06T10:00, sampai: 2025-05-06T10:00, "
	    "nama: a}\n", "baris 7, gangguan: selesai sebelum mulai" },
	{ "an outage at hour 24", BASE "gangguan:\n"
	    "  - {dari: 2025-05-06T24:00, sampai: 2025-05-07T10:00, "
	    "nama: a}\n",
	    "baris 7, gangguan.dari: \"2025-05-06T24:00\" " TIME },
	{ "a note that is none", BASE "catatan:\n  - a\n  - []\n",
	    "baris 8, catatan: harus berisi teks" },
	{ "outages that overlap", BASE "gangguan:\n"
	    "  - {dari: 2025-05-06T10:00, sampai: 2025-05-06T12:00, nama: a}\n"
	    "  - {dari: 2025-05-05T10:00, sampai: 2025-05-06T10:01, nama: b}\n",
	    "baris 7, gangguan: bertumpang dengan baris 8" },
};

static struct calendar *
parse(const char *yaml, char *why, size_t size)
{
	return calendar_parse(yaml, strlen(yaml), why, size);
}

static void
refuses_wrong_files(void)
{
	struct calendar *cal;
	char why[512];
	size_t i;

	for (i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		snprintf(why, sizeof(why), "accepted");
		cal = parse(refused[i].yaml, why, sizeof(why));
		is_string(refused[i].why, cal ? "accepted" : why,
		    "refuses %s", refused[i].what);
		calendar_free(cal);
	}
}

/* Files that are dear to read must be refused soon. */
static void
refuses_huge_files(void)
{
	static char yaml[(1 << 20) + 2];
	char why[256];
	size_t n;

	memset(yaml, '[', sizeof(yaml) - 1);
	is_string(NULL, (char *)calendar_parse(yaml, 1 << 20, why,
	    sizeof(why)), "a million open brackets");
	is_string("baris 1: susunan terlalu dalam", why, "...says so");
	is_string(NULL, (char *)calendar_parse(yaml, sizeof(yaml) - 1, why,
	    sizeof(why)), "a byte more than 1 MiB");
	is_string("kalender lebih besar dari 1 MiB", why, "...says so");

	n = (size_t)snprintf(yaml, sizeof(yaml), BASE "libur: [1");
	while (n < sizeof(yaml) - 100)
		n += (size_t)snprintf(yaml + n, 100, ",1");
	snprintf(yaml + n, 100, "]\n");
	is_string(NULL, (char *)parse(yaml, why, sizeof(why)),
	    "half a million entries");
	is_string("baris 6, libur: paling banyak 20000 entri", why,
	    "...says so");

	n = (size_t)snprintf(yaml, sizeof(yaml), BASE "libur:\n  - nama: ");
	memset(yaml + n, 'x', 501);
	snprintf(yaml + n + 501, 100, "\n");
	is_string(NULL, (char *)parse(yaml, why, sizeof(why)), "a long name");
	is_string("baris 7, libur.nama: paling panjang 500 huruf", why,
	    "...says so");
}

static void
cuts_reasons_between_letters(void)
{
	const char *yaml = "zona: UTC\nh\xc3\xa9: 1\n";
	char why[32];

	is_string(NULL, (char *)parse(yaml, why, 12), "a short room");
	is_string("baris 2: \"h", why, "...holds whole letters");
	is_string(NULL, (char *)parse(yaml, why, 13), "a byte more");
	is_string("baris 2: \"h", why, "...is not half a letter");
	is_string(NULL, (char *)parse(yaml, why, 14), "two more");
	is_string("baris 2: \"h\xc3\xa9", why, "...are the letter");
	is_string(NULL, (char *)parse(yaml, why, 0), "no room at all");
}

/* Parse a file that is right. */
static struct calendar *
good(const char *yaml)
{
	char why[256];
	struct calendar *cal = parse(yaml, why, sizeof(why));

	if (cal == NULL)
		bail(why);
	is_written(yaml, "a right file");
	return cal;
}

static void
dates_come_in_layers(void)
{
	struct calendar *cal = good(BASE "libur:\n"
	    "  - {tanggal: 2025-01-06, nama: Libur, jenis: libur}\n"
	    "  - {tanggal: 2025-01-13, nama: Libur, jenis: libur}\n"
	    "hari_kerja_pengganti:\n"
	    "  - {tanggal: 2025-01-13, nama: Ganti, seperti: jumat}\n"
	    "  - {tanggal: 2025-01-18, nama: Sabtu, seperti: senin}\n"
	    "  - {tanggal: 2025-01-20, nama: Ganti, seperti: jumat}\n"
	    "khusus:\n"
	    "  - {tanggal: 2025-01-20, nama: Khusus, jam: [\"09:00-10:00\"]}\n"
	    "  - {tanggal: 2025-01-27, nama: Tutup, jam: []}\n"
	    "gangguan:\n");
	struct cal_day d[40];
	const char *why;
	size_t n;

	n = calendar_explain(cal, at(cal, "2025-01-01T00:00"),
	    at(cal, "2025-02-01T00:00"), d, 40);
	is_int(31, (int64_t)n, "January 2025 has 31 days");
	is_int(0, d[5].counted, "a holiday has no working time");
	is_int(3 * 3600, d[12].counted, "a make-up day goes before a holiday");
	is_string("Ganti", d[12].why, "...and is named");
	is_int(7 * 3600, d[17].counted, "a Saturday made up like a Monday");
	is_int(3600, d[19].counted, "an override goes before a make-up day");
	is_string("Khusus", d[19].why, "...and is named");
	ok(!d[26].working, "an override without hours is a day off");
	ok(!calendar_is_workday(cal, at(cal, "2025-01-27T09:00"), &why),
	    "...not a working day");
	is_string("Tutup", why, "...and is named");
	is_int(3 * 3600, d[30].counted, "Friday as the pattern has it");
	is_int(0, d[29].counted, "a weekday left out is off");
	calendar_free(cal);
}

static void
outages_are_closed_time(void)
{
	struct calendar *cal = good(BASE "gangguan:\n"
	    "  - {dari: 2025-01-13T15:00, sampai: 2025-01-14T10:00, nama: B}\n"
	    "  - {dari: 2025-01-06T09:00, sampai: 2025-01-06T10:00, nama: A}\n"
	    "  - {dari: 2025-01-06T11:30, sampai: 2025-01-06T13:30, nama: A2}\n"
	    "  - {dari: 2025-01-20T00:00, sampai: 2025-01-21T00:00, "
	    "nama: C}\n");
	struct cal_hours h[8];
	const char *why;
	char buf[32];

	is_int(5 * 3600, calendar_elapsed(cal, at(cal, "2025-01-06T00:00"),
	    at(cal, "2025-01-07T00:00")), "two hours of seven are taken out");
	is_int(3, (int64_t)calendar_hours(cal, 2025, 1, 6, h, 8),
	    "...the day is in three stretches");
	ok(h[0].from == 8 * 3600 && h[0].to == 9 * 3600 && h[1].to == 41400 &&
	    h[2].from == 48600, "...08:00-09:00 10:00-11:30 13:30-16:00");
	is_string("2025-01-06T10:10", local_text(cal, calendar_add(cal,
	    at(cal, "2025-01-06T08:50"), 1200), buf, sizeof(buf)),
	    "an amount runs over an outage");
	is_string("2025-01-13T15:00", local_text(cal, calendar_day_end(cal,
	    at(cal, "2025-01-10T08:00"), 1), buf, sizeof(buf)),
	    "an outage to the evening is an earlier closing");
	ok(!calendar_is_workday(cal, at(cal, "2025-01-20T08:00"), &why),
	    "an outage of all hours is a day off");
	is_string("C", why, "...and is named");
	is_string("2025-01-24T11:00", local_text(cal, calendar_day_end(cal,
	    at(cal, "2025-01-17T08:00"), 1), buf, sizeof(buf)),
	    "...and no working day after receipt");
	calendar_free(cal);
}

static void
patterns_have_validity(void)
{
	struct calendar *cal = good(BASE
	    "  - nama: Ramadan\n"
	    "    berlaku: {dari: 2026-02-19, sampai: 2026-03-20}\n"
	    "    senin: [\"09:00-10:00\", \"10:00-12:00\"]\n"
	    "  - nama: Baru\n"
	    "    dasar: Keputusan 1\n"
	    "    berlaku: {dari: 2025-07-01}\n"
	    "    senin: [\"07:00-12:00\"]\n");
	struct cal_pattern p;
	struct cal_hours h[4];

	calendar_pattern(cal, at(cal, "2025-06-30T12:00"), &p);
	is_string("Biasa", p.name, "the pattern for always");
	calendar_pattern(cal, at(cal, "2025-07-01T00:00"), &p);
	is_string("Baru", p.name, "a later one takes over");
	is_string("Keputusan 1", p.decree, "...with its rule");
	ok(p.from.year == 2025 && p.until.year == 0, "...open at its end");
	calendar_pattern(cal, at(cal, "2026-03-20T12:00"), &p);
	is_string("Ramadan", p.name, "one inside it goes before it");
	calendar_pattern(cal, at(cal, "2026-03-21T12:00"), &p);
	is_string("Baru", p.name, "...and gives way again");
	is_int(1, (int64_t)calendar_hours(cal, 2026, 2, 23, h, 4),
	    "intervals that touch are one");
	ok(h[0].from == 9 * 3600 && h[0].to == 12 * 3600, "...09:00-12:00");
	calendar_free(cal);
}

static void
zones_are_data(void)
{
	static const struct {
		const char	*zone, *name;
		int		 offset;
	} zones[] = {
		{ "Asia/Jakarta", "WIB", 25200 },
		{ "Asia/Pontianak", "WIB", 25200 },
		{ "Asia/Makassar", "WITA", 28800 },
		{ "Asia/Jayapura", "WIT", 32400 },
		{ "UTC", "UTC", 0 },
		{ "WIB", "WIB", 25200 },
		{ "WITA", "WITA", 28800 },
		{ "WIT", "WIT", 32400 },
		{ "\"+05:30\"", "UTC+05:30", 19800 },
		{ "-11:00", "UTC-11:00", -39600 },
		{ "{nama: NPT, selisih: \"+05:45\"}", "NPT", 20700 },
		{ "{nama: NST, selisih: \"-03:30\"}", "NST", -12600 },
	};
	struct calendar *cal;
	char yaml[256];
	size_t i;

	for (i = 0; i < sizeof(zones) / sizeof(zones[0]); i++) {
		snprintf(yaml, sizeof(yaml), "zona: %s\npola:\n  - nama: A\n"
		    "    kamis: [\"00:00-24:00\"]\n", zones[i].zone);
		cal = good(yaml);
		is_string(zones[i].name, calendar_zone(cal), "zone %s",
		    zones[i].zone);
		is_int(1104537600 - zones[i].offset,
		    calendar_month(cal, 2005, 1), "...its first midnight");
		is_int(1104969600 - zones[i].offset,
		    calendar_next(cal, 0), "...when its first Thursday opens");
		calendar_free(cal);
	}
}

/* Clocks go forward at 02:00 on 31 March 2030, back at 03:00 on 27 October. */
static void
clocks_may_change(void)
{
	struct calendar *cal = good("zona:\n  nama: MET\n"
	    "  selisih: \"+01:00\"\n  perubahan:\n"
	    "    - {sejak: 2030-03-31T01:00Z, selisih: \"+02:00\"}\n"
	    "    - {sejak: 2030-10-27T01:00Z, selisih: \"+01:00\"}\n"
	    "pola:\n  - nama: A\n    sabtu: [\"08:00-12:00\"]\n"
	    "    minggu: [\"01:00-04:00\"]\n    senin: [\"08:00-12:00\"]\n");
	struct cal_local l;
	struct cal_hours h[4];
	char buf[32];

	is_int(7200, calendar_elapsed(cal, at(cal, "2030-03-31T00:00"),
	    at(cal, "2030-04-01T00:00")), "a night without 02:00 is shorter");
	is_int(4 * 3600, calendar_elapsed(cal, at(cal, "2030-10-27T00:00"),
	    at(cal, "2030-10-28T00:00")), "one with two 02:00 is longer");
	is_int(23 * 3600, at(cal, "2030-04-01T00:00") -
	    at(cal, "2030-03-31T00:00"), "a day of 23 hours");
	is_int(25 * 3600, at(cal, "2030-10-28T00:00") -
	    at(cal, "2030-10-27T00:00"), "...and one of 25");
	is_string("2030-03-31T03:00", local_text(cal,
	    at(cal, "2030-03-31T02:30"), buf, sizeof(buf)),
	    "a skipped time is the instant of the change");
	calendar_local(cal, at(cal, "2030-10-27T02:30"), &l);
	is_int(7200, l.offset, "a repeated time is the first");
	is_string("2030-03-31T04:00", local_text(cal, calendar_day_end(cal,
	    at(cal, "2030-03-30T09:00"), 1), buf, sizeof(buf)),
	    "the closing is a local time");
	is_string("2030-10-28T12:00", local_text(cal, calendar_day_end(cal,
	    at(cal, "2030-10-26T09:00"), 2), buf, sizeof(buf)),
	    "...also after the change");
	is_int(1, (int64_t)calendar_hours(cal, 2030, 10, 27, h, 4),
	    "the long night is one stretch");
	ok(h[0].from == 3600 && h[0].to == 4 * 3600, "...as written");
	is_int(3600, calendar_elapsed(cal, 1919293200, 1919296800),
	    "the second 02:00 counts as well");
	calendar_free(cal);
}

/* The example of the man page must be a calendar. */
static void
the_manual_is_right(void)
{
	static char text[20000];
	char path[4096], *from, *to, why[256] = "", *again;
	struct calendar *cal;
	const char *off;
	size_t len;
	FILE *f;

	snprintf(path, sizeof(path), "%s/lib/clock/sopap-calendar.5",
	    getenv("SRCDIR"));
	f = fopen(path, "r");
	if (f == NULL)
		bail(path);
	len = fread(text, 1, sizeof(text) - 1, f);
	fclose(f);
	text[len] = '\0';
	from = strstr(strstr(text, ".Sh EXAMPLES"), "zona:");
	to = strstr(from, ".Ed");
	cal = calendar_parse(from, (size_t)(to - from), why, sizeof(why));
	is_string("", why, "the example of the manual is accepted");
	ok(written_again(from, (size_t)(to - from), &again), "...and comes "
	    "back when it is written");
	free(again);
	if (cal == NULL)
		return;
	ok(!calendar_is_workday(cal, at(cal, "2026-03-19T10:00"), &off),
	    "...its holiday is off");
	ok(calendar_is_workday(cal, at(cal, "2026-06-06T10:00"), &off),
	    "...its make-up day is not");
	is_int(3 * 3600, calendar_elapsed(cal, at(cal, "2026-05-06T00:00"),
	    at(cal, "2026-05-06T15:00")), "...its outage is closed");
	calendar_free(cal);
}

static void
quotes_and_comments_may_be_used(void)
{
	struct calendar *cal = good("\xef\xbb\xbf# Kalender\n" BASE
	    "libur:\r\n  - tanggal: '2025-01-01'\r\n    jenis: \"libur\"\r\n"
	    "    nama: \"Tahun \\\"Baru\\\"\"\r\n");
	struct cal_holiday h[1];

	is_int(1, (int64_t)calendar_holidays(cal, 2025, h, 1),
	    "a byte order mark and CRLF do no harm");
	is_string("Tahun \"Baru\"", h[0].name, "...nor do quotes");
	is_string(NULL, h[0].decree, "a decree may be left out");
	calendar_free(cal);
}

/* Texts that YAML has as escapes, or not at all as they are. */
#define ODD "\"\\\"\\\\'#: {}[]&*!|>%@`,-? \\x01\\t\\n\\r\\e\\x7F" \
	"\\N\\x9F\\_\\L\\P\\uFEFF\\uFFFE\\uFFFF" \
	"\\U0001F600\xc3\xa9\xe2\x80\xa6 \""
#define WRITTEN "\"\\\"\\\\'#: {}[]&*!|>%@`,-? \\x01\\x09\\x0A\\x0D" \
	"\\x1B\\x7F\\x85\\x9F\xc2\xa0\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF" \
	"\xf0\x9f\x98\x80\xc3\xa9\xe2\x80\xa6 \""

static void
is_written_in_one_form(void)
{
	static const char yaml[] = "catatan: [" ODD ", ~]\n"
	    "gangguan:\n  - {nama: A, dasar: " ODD ", unit: " ODD ",\n"
	    "    sampai: 2050-12-31T23:59, dari: 2005-01-01T00:01}\n"
	    "  - {nama: B, dari: 2005-01-01T00:00, sampai: 2005-01-01T00:01}\n"
	    "khusus:\n  - {tanggal: 2050-12-31, nama: " ODD ", dasar: " ODD
	    ", jam: []}\n  - {tanggal: 2005-01-01, nama: A, jam: "
	    "[\"00:00-00:01\", \"23:59-24:00\"]}\n"
	    "hari_kerja_pengganti:\n  - {tanggal: 2025-01-04, nama: " ODD
	    ", seperti: minggu}\n"
	    "libur:\n  - {tanggal: 2025-12-26, nama: B, jenis: cuti}\n"
	    "  - {tanggal: 2025-01-01, nama: " ODD ", jenis: libur}\n"
	    "pola:\n  - nama: >\n      dua\n      baris\n\n    dasar: |\n"
	    "      satu\n      dua\n    berlaku: {dari: 2010-01-31}\n"
	    "    sabtu: [\"08:00-12:00\"]\n  - nama: " ODD "\n    berlaku: {}\n"
	    "    minggu: [\"00:00-24:00\"]\n    senin:\n"
	    "  - {nama: C, sabtu: [\"07:00-08:00\", \"08:00-09:30\"], berlaku: "
	    "{sampai: 2012-02-29, dari: 2012-02-01}}\n"
	    "zona: {nama: " ODD ", selisih: \"-00:30\", perubahan: "
	    "[{sejak: 2005-01-01T00:00Z, selisih: \"+14:00\"}]}\n";
	char *text;

	ok(written_again(yaml, strlen(yaml), &text), "an odd file comes back");
	is_string("zona:\n  nama: " WRITTEN "\n  selisih: \"-00:30\"\n"
	    "  perubahan:\n"
	    "    - {sejak: 2005-01-01T00:00Z, selisih: \"+14:00\"}\n"
	    "pola:\n  - nama: " WRITTEN "\n    minggu: [\"00:00-24:00\"]\n"
	    "  - nama: \"dua baris\\x0A\"\n    dasar: \"satu\\x0Adua\\x0A\"\n"
	    "    berlaku: {dari: 2010-01-31}\n    sabtu: [\"08:00-12:00\"]\n"
	    "  - nama: \"C\"\n"
	    "    berlaku: {dari: 2012-02-01, sampai: 2012-02-29}\n"
	    "    sabtu: [\"07:00-08:00\", \"08:00-09:30\"]\n"
	    "libur:\n  - tanggal: 2025-01-01\n    jenis: libur\n"
	    "    nama: " WRITTEN "\n  - tanggal: 2025-12-26\n    jenis: cuti\n"
	    "    nama: \"B\"\nhari_kerja_pengganti:\n  - tanggal: 2025-01-04\n"
	    "    seperti: minggu\n    nama: " WRITTEN "\n"
	    "khusus:\n  - tanggal: 2005-01-01\n"
	    "    jam: [\"00:00-00:01\", \"23:59-24:00\"]\n    nama: \"A\"\n"
	    "  - tanggal: 2050-12-31\n    jam: []\n    nama: " WRITTEN "\n"
	    "    dasar: " WRITTEN "\n"
	    "gangguan:\n  - dari: 2005-01-01T00:00\n"
	    "    sampai: 2005-01-01T00:01\n    nama: \"B\"\n"
	    "  - dari: 2005-01-01T00:01\n    sampai: 2050-12-31T23:59\n"
	    "    nama: \"A\"\n    dasar: " WRITTEN "\n    unit: " WRITTEN "\n"
	    "catatan:\n  - " WRITTEN "\n  - \"~\"\n", text,
	    "...in one form");
	free(text);
	text = slurp(OFFICE, &(size_t){ 0 });
	is_written(text, "the shipped calendar");
	free(text);
}

int
main(void)
{
	refuses_wrong_files();
	refuses_huge_files();
	cuts_reasons_between_letters();
	dates_come_in_layers();
	outages_are_closed_time();
	patterns_have_validity();
	zones_are_data();
	clocks_may_change();
	quotes_and_comments_may_be_used();
	the_manual_is_right();
	is_written_in_one_form();
	calendar_free(NULL);
	return tap_done();
}
