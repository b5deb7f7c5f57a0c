/* sop_tree-t.c - the text of an SOP read, changed and written again. */
#include <string.h>

#include "base/arena.h"
#include "sop/sop_tree.h"
#include "tests/slurp.h"

static const char *const shipped[] = {
	"data-capaian-kinerja", "izin-magang-penelitian", "keimigrasian-wna",
	"keterangan-selesai-sertifikat", "monev", "pagu-anggaran",
	"perjanjian-kinerja", "renstra", "rkt", "sigap-magang-penelitian",
	"skp",
};

#define NSHIPPED (sizeof(shipped) / sizeof(shipped[0]))

static struct arena *arena;

static struct sop_tree *
tree(const char *text)
{
	char why[2000];
	struct sop_tree *t = sop_tree_read(arena, text, strlen(text), why,
	    sizeof(why));

	if (t == NULL)
		bail(why);
	return t;
}

static char *
shipped_text(const char *slug)
{
	char name[100];
	size_t len;

	snprintf(name, sizeof(name), "lib/sop/%s.yaml", slug);
	return slurp(name, &len);
}

/* -- one text for one tree ------------------------------------------------- */

static void
keeps_shipped_files(void)
{
	char *text;

	for (size_t i = 0; i < NSHIPPED; i++) {
		text = shipped_text(shipped[i]);
		is_string(text, sop_tree_text(tree(text)),
		    "%s: a round trip changes no byte", shipped[i]);
		free(text);
	}
}

static void
has_one_spelling(void)
{
	const char *text = sop_tree_text(tree(
	    "#  first \n\n# second\r\n# third\n\n\nlangkah:\n"
	    "- {keluaran: 'a: b', kegiatan: !!str \"x\\ty\", no: '2',\n"
	    "   lain: {b: [1, 'yes'], a: }}\n# inside\n"
	    "- no: 1 # more\nsendiri: [[a b, {c: d}], -]\nnomor: ''\n"
	    "kode: \"-5\"\nunit: >\n  a\n  b\n\nnama: |-\n  a: b\n\n"
	    "  c\njudul: '  '\n"));

	is_string("#  first\n\n# second\n# third\n\nkode: -5\njudul: \"  \"\n"
	    "nama: |-\n  a: b\n\n  c\nnomor: \"\"\nunit: \"a b\\n\"\n\n"
	    "langkah:\n  - no: 2\n    kegiatan: \"x\\ty\"\n"
	    "    keluaran: \"a: b\"\n"
	    "    lain: { b: [1, \"yes\"], a: \"\" }\n\n  - no: 1\n"
	    "sendiri:\n  - - a b\n    - { c: d }\n  - \"-\"\n", text,
	    "order, quotes, lists and comments have one spelling");
	is_string(text, sop_tree_text(tree(text)), "... which is kept");
}

static void
refuses_no_yaml(void)
{
	static const struct {
		const char *text, *why;
	} bad[] = {
		{ "a: [", "SOP:2: susunan YAML salah: periksa lekukan baris, "
		    "titik dua dan tanda kutip\n" },
		{ "", "SOP:1: dokumen kosong\n" },
		{ "- a", "SOP:1: harus berupa kumpulan kunci\n" },
		{ "a: &x [*x]", "SOP:1: a[1]: alias YAML (*nama) tidak dipakai "
		    "di sini; tulis lengkap\n" },
		{ "a: { b: 1, b: 2 }", "SOP:1: a.b: kunci ini ditulis dua "
		    "kali\n" },
		{ "[a]: b", "SOP:1: kunci harus satu kata\n" },
	};
	char why[300];

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		sop_tree_read(arena, bad[i].text, strlen(bad[i].text), why,
		    sizeof(why));
		is_string(bad[i].why, why, "\"%s\" is refused", bad[i].text);
	}
}

/* -- forms ----------------------------------------------------------------- */

/* Set every text and list of a tree to what it is. */
static int
set_again(struct sop_tree *t)
{
	static const char *const head[] = { "kode", "judul", "nomor",
	    "disahkan.nama", "janji.hari", "perihal_dari" };
	static const char *const keys[] = { "no", "jenis", "pelaksana.peran",
	    "kegiatan", "waktu.min", "waktu.ukur", "keluaran", "catatan",
	    "tolak", "isian[1].label", "isian[2].bantuan" };
	char path[80];
	int rc = 0;

	for (size_t i = 0; i < sizeof(head) / sizeof(head[0]); i++)
		rc |= sop_tree_set(t, head[i], sop_tree_get(t, head[i]));
	rc |= sop_tree_set_lines(t, "dasar_hukum",
	    sop_tree_lines(t, "dasar_hukum"));
	for (int row = 1; row <= sop_tree_count(t, "langkah"); row++) {
		for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
			snprintf(path, sizeof(path), "langkah[%d].%s", row,
			    keys[i]);
			rc |= sop_tree_set(t, path, sop_tree_get(t, path));
		}
		snprintf(path, sizeof(path), "langkah[%d].waktu.teks", row);
		rc |= sop_tree_set_time(t, row, sop_tree_get(t, path));
		snprintf(path, sizeof(path), "langkah[%d].kembali.ke", row);
		rc |= sop_tree_set_lines(t, path, sop_tree_lines(t, path));
	}
	return rc;
}

static void
keeps_equal_values(void)
{
	struct sop_tree *t;
	char *text;
	int n;

	for (size_t i = 0; i < NSHIPPED; i++) {
		text = shipped_text(shipped[i]);
		t = tree(text);
		is_int(0, set_again(t), "%s: each value is set to itself",
		    shipped[i]);
		is_string(text, sop_tree_text(t), "... and no byte changes");
		n = sop_tree_count(t, "langkah");
		for (int pos = 1; pos <= n + 1; pos++) {
			sop_tree_add(t, "langkah", pos);
			sop_tree_remove(t, "langkah", pos);
			sop_tree_move(t, "langkah", pos > n ? n : pos, 1);
			sop_tree_move(t, "langkah", 1, pos > n ? n : pos);
		}
		is_string(text, sop_tree_text(t), "... nor by rows that come "
		    "and go, and move there and back");
		free(text);
	}
}

static const char table[] =
    "kode: x\n"
    "janji: { hari: 5, dari: 2, sampai: 5, dasar: inferred }\n"
    "\nkolom:\n  - { judul: A, pelaksana: [same-as:2, b] }\n"
    "\nlangkah:\n"
    "  - no: 1\n    pelaksana: { peran: a, dasar: text }\n"
    "\n  - no: 2\n    tolak: 9,end\n"
    "\n  - no: 3\n    tiap: same-as:2|superior-of:1\n"
    "\n  - no: 5\n    pelaksana: { peran: same-as:2, dasar: text }\n"
    "    kembali: { ke: [3, 2], dasar: mark }\n"
    "    cabang:\n      isian: a\n      ke:\n"
    "        - { nilai: x, langkah: 7 }\n"
    "        - { nilai: z, langkah: selesai }\n"
    "\n  - no: 7\n    kembali: { ke: [2], dasar: mark }\n";

static void
follows_rows(void)
{
	struct sop_tree *t = tree(table);

	is_string(table, sop_tree_text(t), "the table is canonical");
	sop_tree_add(t, "langkah", 2);
	is_string("2", sop_tree_get(t, "langkah[2].no"), "a row is put in");
	is_string("3", sop_tree_get(t, "langkah[3].no"), "... those behind "
	    "count on");
	is_string("8", sop_tree_get(t, "langkah[6].no"), "... over gaps");
	is_string("3", sop_tree_get(t, "janji.dari"), "janji follows");
	is_string("6", sop_tree_get(t, "janji.sampai"), "... both rows");
	is_string("same-as:3\nb", sop_tree_lines(t, "kolom[1].pelaksana"),
	    "columns follow");
	is_string("same-as:3|superior-of:1", sop_tree_get(t,
	    "langkah[4].tiap"), "performers follow");
	is_string("4\n3", sop_tree_lines(t, "langkah[5].kembali.ke"),
	    "returns follow");
	is_string("8", sop_tree_get(t, "langkah[5].cabang.ke[1].langkah"),
	    "branches follow");
	is_string("selesai", sop_tree_get(t,
	    "langkah[5].cabang.ke[2].langkah"), "... but for the end");
	is_string("9,end", sop_tree_get(t, "langkah[3].tolak"),
	    "a number that no row has stays");
	is_int(0, sop_tree_remove(t, "langkah", 2), "nothing names the row");
	is_string(table, sop_tree_text(t), "... and all is as before");

	sop_tree_set(t, "langkah[2].tolak", "5,end");
	sop_tree_move(t, "langkah", 4, 1);
	is_string("1,end", sop_tree_get(t, "langkah[3].tolak"),
	    "a row that moves is followed");
	is_string("5", sop_tree_get(t, "langkah[4].no"), "numbers stay with "
	    "the places");
	is_string("same-as:3", sop_tree_get(t, "langkah[1].pelaksana.peran"),
	    "... and who is named moves on");
}

static void
cuts_names(void)
{
	struct sop_tree *t = tree(table);

	is_int(6, sop_tree_remove(t, "langkah", 2), "a row goes, with the six "
	    "places that name it");
	is_string("", sop_tree_get(t, "janji.dari"), "... a promise");
	is_string("b", sop_tree_lines(t, "kolom[1].pelaksana"), "... a column");
	is_string("superior-of:1", sop_tree_get(t, "langkah[2].tiap"),
	    "... one of several");
	is_string("", sop_tree_get(t, "langkah[3].pelaksana.peran"),
	    "... a performer");
	is_string("2", sop_tree_lines(t, "langkah[3].kembali.ke"),
	    "... a return");
	is_string("", sop_tree_get(t, "langkah[4].kembali.dasar"),
	    "... the last return with its key");
	is_string("2 4 6", arena_printf(arena, "%s %s %s",
	    sop_tree_get(t, "langkah[2].no"), sop_tree_get(t,
	    "langkah[3].no"), sop_tree_get(t, "langkah[4].no")),
	    "numbers fall");
	is_int(1, sop_tree_remove(t, "langkah", 4), "a branch is cut");
	is_int(1, sop_tree_count(t, "langkah[3].cabang.ke"),
	    "... and leaves the others");
}

static void
renumbers(void)
{
	struct sop_tree *t = tree(table);

	sop_tree_set(t, "langkah[2].no", "2a");
	is_string("same-as:2a", sop_tree_get(t, "langkah[4].pelaksana.peran"),
	    "a row that gets another number is followed");
	sop_tree_add(t, "langkah", 3);
	is_string("8", sop_tree_get(t, "langkah[3].no"), "behind a number "
	    "that does not count comes the next that is free");
}

static const char form[] =
    "perihal_dari: a\n"
    "\nhalaman:\n  - { judul: A, isian: [a, b] }\n"
    "  - { judul: B, isian: [c] }\n"
    "\nlangkah:\n"
    "  - no: 1\n    cabang:\n      isian: a\n      ke:\n"
    "        - { nilai: x, langkah: selesai }\n    isian:\n"
    "      - nama: a\n        label: A\n        jenis: pilihan\n"
    "        jenis_lembaga: { kampus: x }\n        pilihan:\n"
    "          - { nilai: x, label: X }\n"
    "      - nama: b\n        jenis: tanggal\n        batas:\n"
    "          - bila: { isian: a, nilai: x }\n            dari: terima\n"
    "        bila: { isian: a, nilai: x }\n"
    "      - nama: c\n        jenis: tanggal\n        batas:\n"
    "          - { dari: b - 3 hari, sampai: b }\n"
    "\n  - no: 2\n    ditunjuk: a\n    isian:\n"
    "      - nama: d\n        jenis: dokumen\n        dari: a\n";

static void
follows_fields(void)
{
	struct sop_tree *t = tree(form);
	const char *all;

	is_string(form, sop_tree_text(t), "the form is canonical");
	sop_tree_set(t, "langkah[1].isian[1].nama", "aa");
	sop_tree_set(t, "langkah[1].isian[2].nama", "bb");
	sop_tree_set(t, "langkah[1].isian[1].pilihan[1].nilai", "xx");
	all = sop_tree_text(t);
	ok(strstr(all, ": a\n") == NULL && strstr(all, "[a,") == NULL &&
	    strstr(all, ": a,") == NULL && strstr(all, " b]") == NULL &&
	    strstr(all, " b }") == NULL && strstr(all, ": x ") == NULL &&
	    strstr(all, ": x,") == NULL,
	    "nothing names a field or a choice as it was called");
	is_string("bb - 3 hari", sop_tree_get(t,
	    "langkah[1].isian[3].batas[1].dari"), "... a day neither");
	is_string("aa", sop_tree_get(t, "langkah[2].ditunjuk"),
	    "... nor a row behind");
	is_int(0, sop_tree_remove(t, "langkah[1].isian", 3), "a field goes");
	is_int(1, sop_tree_count(t, "halaman"), "... and its page with it");
	is_int(0, sop_tree_move(t, "langkah[1].isian", 1, 2), "one moves");
	is_string("aa", sop_tree_get(t, "langkah[1].isian[2].nama"),
	    "... to its place");
}

static void
sets_places(void)
{
	struct sop_tree *t = sop_tree_empty(arena, "surat-masuk", "tu");
	const char *text;

	sop_tree_set(t, "judul", "Pengelolaan surat masuk");
	sop_tree_set_lines(t, "peralatan", " Komputer \r\n\r\nPrinter\n");
	is_int(0, sop_tree_add(t, "langkah", 1), "a first row");
	sop_tree_set(t, "langkah[1].kegiatan", "Menerima\r\nsurat");
	sop_tree_set(t, "langkah[1].isian[1].label", "Nomor");
	sop_tree_set(t, "langkah[1].isian[1].nama", "nomor");
	is_int(0, sop_tree_set_time(t, 1, "10\xe2\x80\x93""20 Menit"),
	    "a time is understood");
	is_string("kode: surat-masuk\njudul: Pengelolaan surat masuk\n"
	    "nomor: \"\"\nunit: tu\nkepala: []\n"
	    "tanggal: { pembuatan: \"\", revisi: \"\", efektif: \"\" }\n"
	    "disahkan: { nip: \"\" }\ndasar_hukum: []\nkualifikasi: []\n"
	    "keterkaitan: []\nperalatan: [Komputer, Printer]\n"
	    "peringatan: []\npencatatan: { isi: [] }\n\nlangkah:\n"
	    "  - no: 1\n    kegiatan: |-\n      Menerima\n      surat\n"
	    "    waktu: { teks: 10\xe2\x80\x93""20 Menit, min: 10, maks: 20, "
	    "satuan: menit, ukur: work }\n"
	    "    isian:\n      - nama: nomor\n        label: Nomor\n",
	    sop_tree_text(t), "places are made in their order");
	is_int(-1, sop_tree_set(t, "langkah[3].no", "3"), "no third row "
	    "before the second");
	is_int(-1, sop_tree_set(t, "warna", "merah"), "no key of an SOP");
	is_int(-1, sop_tree_set(t, "langkah[1]", "x"), "a row is no text");
	is_int(-1, sop_tree_set(t, "judul", "\xff"), "no UTF-8");
	sop_tree_set(t, "langkah[1].isian[1].bila.isian", "x");
	sop_tree_set(t, "langkah[1].isian[1].bila.isian", "");
	sop_tree_set(t, "langkah[1].waktu", "");
	sop_tree_set(t, "nomor", "1");
	sop_tree_set(t, "nomor", "");
	sop_tree_set_lines(t, "peralatan", "");
	sop_tree_set(t, "langkah[1].isian[1].label", "");
	sop_tree_remove(t, "langkah[1].isian", 1);
	text = sop_tree_text(t);
	ok(strstr(text, "nomor: \"\"\n") != NULL &&
	    strstr(text, "peralatan: []\n") != NULL &&
	    strcmp(strstr(text, "      surat"), "      surat\n") == 0,
	    "what is empty goes, but for what no SOP lacks");
}

static void
sets_times(void)
{
	struct sop_tree *t = tree("langkah:\n  - no: 1\n");

	is_int(-1, sop_tree_set_time(t, 1, "sebentar"), "no time");
	is_string("langkah:\n  - no: 1\n    waktu: { teks: sebentar }\n",
	    sop_tree_text(t), "... is kept as it is written");
	sop_tree_set_time(t, 1, "2 hari");
	is_string("turnaround", sop_tree_get(t, "langkah[1].waktu.ukur"),
	    "days measure the turnaround");
	sop_tree_set_time(t, 1, "5 menit");
	is_string("work", sop_tree_get(t, "langkah[1].waktu.ukur"),
	    "minutes the work");
	sop_tree_set(t, "langkah[1].waktu.ukur", "elapsed");
	sop_tree_set_time(t, 1, "1-2 jam");
	is_string("{ teks: 1-2 jam, min: 1, maks: 2, satuan: jam, "
	    "ukur: elapsed }\n", strchr(sop_tree_text(t), '{'),
	    "a measure stays with its sort of unit");
	sop_tree_set_time(t, 1, "");
	is_string("{ teks: \"-\", min: 0, maks: 0, satuan: menit, "
	    "ukur: elapsed }\n", strchr(sop_tree_text(t), '{'),
	    "a row without limit");
}

static void
confirms_readings(void)
{
	struct sop_tree *t = tree(table);

	is_int(1, sop_tree_inferred(t, 0, "janji"), "a promise is inferred");
	is_int(0, sop_tree_inferred(t, 4, "kembali"), "a return is not");
	sop_tree_confirm(t, 0, "janji");
	sop_tree_confirm(t, 4, "kembali");
	is_string("text mark", arena_printf(arena, "%s %s",
	    sop_tree_get(t, "janji.dasar"), sop_tree_get(t,
	    "langkah[4].kembali.dasar")), "a reading is confirmed, and what "
	    "needs it not stays");
}

int
main(void)
{
	arena = arena_new();
	keeps_shipped_files();
	has_one_spelling();
	refuses_no_yaml();
	keeps_equal_values();
	follows_rows();
	cuts_names();
	renumbers();
	follows_fields();
	sets_places();
	sets_times();
	confirms_readings();
	arena_free(arena);
	return tap_done();
}
