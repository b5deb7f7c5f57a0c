/* roster-t.c - a list of persons: pasted, asked about, checked. */
#include "case/roster_paste.h"

#include "base/utf8.h"
#include "tests/tap.h"

static const struct sop_field list = { .name = "peserta", .label = "Peserta",
	.type = FIELD_PEOPLE, .required = 1, .min = 1, .max = 50,
	.each = EACH_NUMBER | EACH_PROGRAMME };

/* A text becomes these rows, with "|" for a tab, and the row and reason of the
 * first question. */
static void
pasted(const char *text, const char *rows, size_t row, const char *reason)
{
	struct roster_pasted p;

	if (roster_paste(&list, text, 0, &p) == -1)
		bail("out of memory");
	for (char *s = p.rows; (s = strchr(s, '\t')) != NULL; s++)
		*s = '|';
	is_string(rows, p.rows, "pasted: %s", text);
	is_int((int64_t)row, p.nasked > 0 ? (int64_t)p.asked[0].row : 0,
	    row > 0 ? "...is asked about" : "...is clear");
	if (row > 0 && p.nasked > 0)
		ok(strstr(p.asked[0].text, reason) != NULL, "...why: %s",
		    p.asked[0].text);
	free(p.rows);
	free(p.asked);
}

static void
clear_lists(void)
{
	pasted("Siti\t0902\tHukum\nBudi\t0903\tFisika",
	    "Siti|0902|Hukum\nBudi|0903|Fisika", 0, NULL);
	pasted("Siti; 0902; Hukum\r\n\n  Budi;0903; Fisika\n",
	    "Siti|0902|Hukum\nBudi|0903|Fisika", 0, NULL);
	pasted("Siti, 0902, Hukum", "Siti|0902|Hukum", 0, NULL);
	pasted("1. Siti; 01; H\n2) Budi; 02; H\n(3) Ani; 03; H\n\xe2\x80\xa2 "
	    "Tono; 04; H", "Siti|01|H\nBudi|02|H\nAni|03|H\nTono|04|H", 0,
	    NULL);
	pasted("1\tSiti\t0901\tHukum\n2\tBudi\t0902\tHukum",
	    "Siti|0901|Hukum\nBudi|0902|Hukum", 0, NULL);
	pasted("0902, Siti, Hukum", "Siti|0902|Hukum", 0, NULL);
	pasted("Ani, S.H.\t0904\tHukum", "Ani, S.H.|0904|Hukum", 0, NULL);
	pasted("\n \n", "", 0, NULL);
}

static void
headed_lists(void)
{
	pasted("Nama\tNIM\tProgram Studi\nSiti\t0902\tHukum",
	    "Siti|0902|Hukum", 0, NULL);
	pasted("No\tNIM\tNama Mahasiswa\tJenis Kelamin\tProdi\n"
	    "1\t0902\tSiti\tP\tHukum", "Siti|0902|Hukum", 0, NULL);
	pasted("NAMA,NISN,JURUSAN\nSiti,0012,IPA", "Siti|0012|IPA", 0, NULL);
	pasted("Nama; NIM\nSiti; 0902", "Siti|0902|", 0, NULL);
	pasted("Nama", "Nama||", 1, "nomornya tidak ditemukan");
}

static void
unclear_lines(void)
{
	pasted("Siti", "Siti||", 1, "nomornya tidak ditemukan");
	pasted("Siti\t\tHukum", "Siti||Hukum", 1, "nomornya tidak ditemukan");
	pasted("Ma'ruf 09021182126001 Hukum", "Ma'ruf|09021182126001|Hukum", 1,
	    "tidak dipisahkan");
	pasted("Siti; 01; A\nSoedirman, S.H., M.H.",
	    "Siti|01|A\nSoedirman, S.H., M.H.||", 2, "gelar");
	pasted("Budi, S.H., 0902, Hukum", "Budi, S.H.|0902|Hukum", 1,
	    "gelar");
	pasted("Siti, 0902, Hukum, Pidana", "Siti|0902|Hukum, Pidana", 1,
	    "gelar");
	pasted("Siti\t0902\tHukum\tUnsri", "Siti|0902|Hukum, Unsri", 1,
	    "lebih dari tiga");
	pasted("Nama\tNIM\nSiti 77\t0902", "Siti 77|0902|", 1,
	    "memuat angka");
}

/* A part that goes on and on is cut between characters. */
static void
endless_lines(void)
{
	struct roster_pasted p;
	char text[4096];

	for (size_t i = 0; i < 3; i++) {
		size_t n = 0;

		while (n + 16 < sizeof(text))
			n += (size_t)sprintf(text + n, "%s", i == 0 ?
			    "\u00e9x" : i == 1 ? "\u00e9, " : "\u738b ");
		strcpy(text + n, i == 2 ? " 0902" : "");
		roster_paste(&list, text, 0, &p);
		ok(utf8_valid(p.rows, strlen(p.rows)) &&
		    strlen(p.rows) < 1600, "an endless line, %zu", i);
		free(p.rows);
		free(p.asked);
	}
}

/* More than there is room for stay where they were pasted. */
static void
too_many(void)
{
	struct sop_field two = list;
	struct roster_pasted p;

	two.max = 2;
	roster_paste(&two, "A; 1; H\nB; 2; H\nC; 3; H\n", 1, &p);
	is_string("A\t1\tH", p.rows, "one finds room");
	is_string("B; 2; H\nC; 3; H\n", p.rest, "...the rest does not");
	is_int(1, (int64_t)p.nasked, "...which is said");
	is_string("Isi peserta paling banyak 2 orang. Sisanya belum "
	    "dimasukkan", p.asked[0].text, "...in words");
	is_string(ROSTER_PASTE, p.asked[0].part, "...beside the text");
	free(p.rows);
	free(p.asked);
}

/* Everything that is wrong is said at once, each beside its input. */
static void
checks_all(void)
{
	static const struct {
		size_t row;
		const char *part, *text;
	} want[] = {
		{ 1, "-nomor", "Peserta 1: isi NIM atau NISN" },
		{ 1, "-prodi", "Peserta 1: isi program studi" },
		{ 3, "-nama", "Peserta 3: isi nama lengkap" },
		{ 4, "-nomor", "Nomor 123 dipakai Siti dan Budi" },
		{ 5, "-nama", "Siti tertulis dua kali. Hapus salah satu" },
	};
	struct field_error e[16];
	struct roster_errors found = { .error = e, .max = 16 };
	char out[512];

	is_int(CASE_INVALID, roster_check(&list, "Ani\t\t\nSiti\t123\tHukum\n"
	    "\t99\tHukum\nBudi\t123\tHukum\nSiti\t123\tHukum\n\t\t", out,
	    &found), "a list with faults");
	is_int(5, (int64_t)found.n, "...five");
	for (size_t i = 0; i < found.n && i < 5; i++) {
		is_int((int64_t)want[i].row, (int64_t)e[i].row, "...row %zu",
		    want[i].row);
		is_string(want[i].part, e[i].part, "...at its input");
		is_string(want[i].text, e[i].text, "...in words");
	}
	found.n = 0;
	found.max = 2;
	roster_check(&list, "A\t\t\nB\t\t\nC\t\t", out, &found);
	is_int(2, (int64_t)found.n, "no more than there is room for");
}

/* Lists that were kept as lines of text read as they did. */
static void
old_lists(void)
{
	static const char *const t[][4] = {
		{ "Siti; 0102; Hukum", "Siti", "0102", "Hukum" },
		{ "Siti; ; Hukum", "Siti", "", "Hukum" },
		{ "Siti", "Siti", "", "" },
		{ "Siti; 01; a; b", "Siti", "01", "a; b" },
		{ "Ma'ruf 0902 Hukum", "Ma'ruf 0902 Hukum", "", "" },
	};
	struct roster_person p;
	char buf[64];

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		roster_split(t[i][0], strlen(t[i][0]), buf, &p);
		for (int k = 0; k < ROSTER_PARTS; k++)
			is_string(t[i][k + 1], p.part[k], "%s, part %d",
			    t[i][0], k);
	}
}

int
main(void)
{
	clear_lists();
	headed_lists();
	unclear_lines();
	endless_lines();
	too_many();
	checks_all();
	old_lists();
	return tap_done();
}
