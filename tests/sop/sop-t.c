/* sop-t.c - reading SOP files, and refusing wrong ones. */
#include <string.h>

#include "sop/sop.h"
#include "tests/slurp.h"

static const char *const roles[] = {
	"pemohon", "kasub", "staf", "layanan", NULL
};

/*
 * The file is right as it stands; in each case `from` is replaced by `to` the
 * first time it occurs after `after` (NULL: anywhere), and the reading must
 * fail with exactly these lines, "F" standing for the file's name.
 */
static const struct bad {
	const char	*what;
	const char	*after;
	const char	*from, *to;
	const char	*why;
} bad[] = {
	/* Not the YAML we read. */
	{ "broken indentation", "no: 1\n", "    jenis", "   jenis",
	    "F:21: susunan YAML salah: periksa lekukan baris, titik dua dan "
	    "tanda kutip\n" },
	{ "a colon without quotes", NULL, "Mengajukan cuti",
	    "Mengajukan: cuti",
	    "F:23: susunan YAML salah: periksa lekukan baris, titik dua dan "
	    "tanda kutip\n" },
	{ "not UTF-8", NULL, "Mengajukan", "\xff\xfe",
	    "F:1: susunan YAML salah: periksa lekukan baris, titik dua dan "
	    "tanda kutip\n" },
	{ "a NUL", NULL, "Mengajukan cuti", "\"Menga\\0jukan\"",
	    "F:23: teks memuat karakter NUL\n" },
	{ "a second document", "umum", "janji", "--- {}\n---\njanji",
	    "F:17: hanya satu dokumen YAML dalam satu file\n" },
	{ "brackets in brackets", NULL, "Mengajukan cuti",
	    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
	    "F:23: susunan terlalu dalam\n" },
	{ "an alias", NULL, "nama: Cuti\nnomor: \"\"",
	    "nama: &n Cuti\nnomor: *n",
	    "F:5: nomor: alias YAML (*nama) tidak dipakai di sini; tulis "
	    "lengkap\n" },
	{ "an alias of nothing", NULL, "Mengajukan cuti", "*nama",
	    "F:23: susunan YAML salah: periksa lekukan baris, titik dua dan "
	    "tanda kutip\n" },

	/* Keys and values that the schema does not know. */
	{ "unknown key at the top", NULL, "umum: ya", "umun: ya",
	    "F:16: umun: kunci tidak dikenal\n" },
	{ "unknown key of a row", "no: 3", "keluaran", "keluran",
	    "F:51: langkah[3].keluran: kunci tidak dikenal\n" },
	{ "unknown key of a field", "isian", "maks", "max",
	    "F:26: langkah[1].isian[1].max: kunci tidak dikenal\n" },
	{ "a key twice", NULL, "nama: Cuti", "kode: cuti",
	    "F:4: kode: kunci ini ditulis dua kali\n" },
	{ "a missing key", "no: 2", "    kegiatan: Memeriksa\n", "",
	    "F:35: langkah[2].kegiatan: kunci wajib ini tidak ada\n" },
	{ "a missing key inside a key", NULL, ", ukur: elapsed", "",
	    "F:24: langkah[1].waktu.ukur: kunci wajib ini tidak ada\n" },
	{ "an empty mapping", "no: 2", "{ peran: kasub|staf, dasar: mark }",
	    "{}",
	    "F:37: langkah[2].pelaksana.peran: kunci wajib ini tidak ada\n" },
	{ "an empty text", NULL, "Mengajukan cuti", "\"\"",
	    "F:23: langkah[1].kegiatan: tidak boleh kosong\n" },
	{ "a text too long", NULL, "2024-02-29", "29 Februari 2024",
	    "F:8: tanggal.pembuatan: terlalu panjang\n" },
	{ "not a number", NULL, "min: 5", "min: lima",
	    "F:24: langkah[1].waktu.min: 'lima' bukan bilangan bulat atau "
	    "terlalu besar\n" },
	{ "a number too large", NULL, "min: 5", "min: 5000000000",
	    "F:24: langkah[1].waktu.min: '5000000000' bukan bilangan bulat "
	    "atau terlalu besar\n" },
	{ "a list for a text", NULL, "Mengajukan cuti", "[a]",
	    "F:23: langkah[1].kegiatan: tidak boleh berupa daftar\n" },
	{ "a mapping for a text", NULL, "Mengajukan cuti", "{ a: b }",
	    "F:23: langkah[1].kegiatan: tidak boleh berupa kumpulan kunci\n" },
	{ "a text for a list", NULL, "[Satu, Dua]", "Satu",
	    "F:10: dasar_hukum: harus berupa daftar atau kumpulan kunci, "
	    "bukan satu nilai\n" },
	{ "an empty list of returns", NULL, "ke: [1]", "ke: []",
	    "F:42: langkah[2].kembali.ke: daftar ini kosong\n" },
	{ "nine returns", NULL, "ke: [1]", "ke: [1, 1, 1, 1, 1, 1, 1, 1, 1]",
	    "F:42: langkah[2].kembali.ke: daftar ini terlalu panjang\n" },

	/* Words. */
	{ "unknown kind", NULL, "jenis: review", "jenis: reviu",
	    "F:36: langkah[2].jenis: \"reviu\" tidak dikenal\n" },
	{ "unknown unit of time", NULL, "satuan: hari", "satuan: minggu",
	    "F:41: langkah[2].waktu.satuan: \"minggu\" tidak dikenal\n" },
	{ "unknown measure", NULL, "ukur: turnaround", "ukur: kerja",
	    "F:41: langkah[2].waktu.ukur: \"kerja\" tidak dikenal\n" },
	{ "unknown basis", NULL, "dasar: mark", "dasar: tanda",
	    "F:37: langkah[2].pelaksana.dasar: \"tanda\" tidak dikenal: harus "
	    "text, mark atau inferred\n" },
	{ "unknown basis of a return", NULL, "[1], dasar: inferred",
	    "[1], dasar: \"\"",
	    "F:42: langkah[2].kembali.dasar: tidak boleh kosong\n" },
	{ "unknown type of field", NULL, "jenis: pegawai", "jenis: orang",
	    "F:33: langkah[1].isian[3].jenis: \"orang\" tidak dikenal\n" },
	{ "neither yes nor no", NULL, "wajib: ya", "wajib: true",
	    "F:26: langkah[1].isian[1].wajib: \"true\" tidak dikenal: harus "
	    "ya atau tidak\n" },
	{ "unknown start", NULL, "mulai: hadir", "mulai: present",
	    "F:53: langkah[3].mulai: \"present\" tidak dikenal: harus "
	    "hadir\n" },
	{ "unknown refusal", NULL, "tolak: next", "tolak: end",
	    "F:62: langkah[4].tolak: \"end\" tidak dikenal: harus next atau "
	    "NOMOR,end\n" },
	{ "two mistakes, two lines", NULL, "jenis: review\n    pelaksana: { "
	    "peran: kasub|staf, dasar: mark }", "jenis: x\n    pelaksana: { "
	    "peran: kasub|staf, dasar: y }",
	    "F:36: langkah[2].jenis: \"x\" tidak dikenal\n"
	    "F:37: langkah[2].pelaksana.dasar: \"y\" tidak dikenal: harus "
	    "text, mark atau inferred\n" },

	/* Fields with a condition, consents, persons refused. */
	{ "a condition on a later field", NULL, "wajib: ya, maks: 80 }",
	    "wajib: ya, bila: { isian: macam } }",
	    "F:26: langkah[1].isian[1].bila.isian: tidak ada isian \"macam\" "
	    "sebelum ini pada langkah yang sama\n" },
	{ "a condition nothing meets", NULL, "jenis: pegawai }",
	    "jenis: pegawai, bila: { isian: macam, nilai: haji } }",
	    "F:33: langkah[1].isian[3].bila.nilai: isian \"macam\" tidak "
	    "punya pilihan \"haji\"\n" },
	{ "a consent without its text", NULL, "jenis: angka, min: 1, maks: "
	    "12, bantuan: Hari", "jenis: persetujuan",
	    "F:34: langkah[1].isian[4].pilihan: isian jenis persetujuan "
	    "perlu satu pilihan: versi dan bunyinya\n" },
	{ "a refusal of nobody's list", NULL, "jenis: angka, min: 1, maks: "
	    "12, bantuan: Hari", "jenis: orang-ditolak, dari: perihal",
	    "F:34: langkah[1].isian[4].dari: tidak ada isian jenis "
	    "daftar-orang bernama \"perihal\" pada langkah sebelumnya\n" },
	/* Where a choice leads. */
	{ "a branch by a text", NULL, "    isian:",
	    "    cabang: { isian: perihal, ke: [{ nilai: a, langkah: 2 }] }\n"
	    "    isian:",
	    "F:25: langkah[1].cabang.isian: \"perihal\" bukan isian jenis "
	    "pilihan langkah ini yang wajib dan selalu ditanyakan\n" },
	{ "a branch by a choice that may be left out", NULL, "    isian:",
	    "    cabang: { isian: macam, ke: [{ nilai: sakit, langkah: 2 }] }\n"
	    "    isian:",
	    "F:25: langkah[1].cabang.isian: \"macam\" bukan isian jenis "
	    "pilihan langkah ini yang wajib dan selalu ditanyakan\n" },
	/* Through whom a row passes. */
	{ "another way to count", NULL, "luar: Kakanwil",
	    "lewat: { pihak: sisumaker, waktu: separuh }",
	    "F:44: langkah[2].lewat.waktu: \"separuh\" tidak dikenal: harus "
	    "di-luar atau termasuk\n" },
	{ "a party that is no code", NULL, "luar: Kakanwil",
	    "lewat: { pihak: SISU MAKER, waktu: di-luar }",
	    "F:44: langkah[2].lewat.pihak: \"SISU MAKER\" harus huruf kecil, "
	    "angka dan tanda hubung\n"
	    "F:44: langkah[2].lewat.waktu: di-luar perlu langkah kantor "
	    "sesudahnya, tempat kembalinya dicatat\n" },
	{ "a trip within hours of work", NULL, "catatan: a note",
	    "lewat: { pihak: sisumaker, waktu: termasuk }",
	    "F:55: langkah[3].lewat.waktu: termasuk hanya bila waktu langkah "
	    "diukur turnaround\n" },
	{ "a list for who refuses nobody", NULL, "jenis: pegawai }",
	    "jenis: pegawai, dari: perihal }",
	    "F:33: langkah[1].isian[3].dari: hanya untuk isian jenis "
	    "orang-ditolak dan dokumen\n" },
	{ "a signature on what is no file", NULL, "jenis: pegawai }",
	    "jenis: pegawai, tanda_tangan: ya }",
	    "F:33: langkah[1].isian[3].tanda_tangan: hanya untuk isian jenis "
	    "dokumen\n" },
	{ "a file of no earlier row", NULL, "jenis: angka, min: 1, maks: "
	    "12, bantuan: Hari", "jenis: dokumen, dari: perihal",
	    "F:34: langkah[1].isian[4].dari: tidak ada isian jenis "
	    "dokumen bernama \"perihal\" pada langkah sebelumnya\n" },

	/* Bounds of dates. */
	{ "bounds of what is no date", NULL, "jenis: pegawai }",
	    "jenis: pegawai, batas: [ { sampai: terima } ] }",
	    "F:33: langkah[1].isian[3].batas: hanya untuk isian jenis "
	    "tanggal\n" },
	{ "a bound that is no day", NULL, "jenis: angka, min: 1, "
	    "maks: 12, bantuan: Hari", "jenis: tanggal, batas: "
	    "[ { sampai: besok lusa } ]",
	    "F:34: langkah[1].isian[4].batas[1].sampai: \"besok lusa\" bukan "
	    "hari: tulis terima, hari-ini atau nama isian tanggal, boleh "
	    "dengan \"- 90 hari\" atau \"+ 2 tahun\" di belakangnya\n" },
	{ "a bound in weeks", NULL, "jenis: angka, min: 1, "
	    "maks: 12, bantuan: Hari", "jenis: tanggal, batas: "
	    "[ { dari: terima - 2 minggu } ]",
	    "F:34: langkah[1].isian[4].batas[1].dari: \"terima - 2 minggu\" "
	    "bukan hari: tulis terima, hari-ini atau nama isian tanggal, "
	    "boleh dengan \"- 90 hari\" atau \"+ 2 tahun\" di belakangnya\n" },
	{ "a bound by a field that is no date", NULL, "jenis: angka, min: 1, "
	    "maks: 12, bantuan: Hari", "jenis: tanggal, batas: "
	    "[ { dari: perihal } ]",
	    "F:34: langkah[1].isian[4].batas[1].dari: tidak ada isian jenis "
	    "tanggal bernama \"perihal\" sebelum ini pada langkah yang "
	    "sama\n" },
	{ "a bound by the field itself", NULL, "jenis: angka, min: 1, "
	    "maks: 12, bantuan: Hari", "jenis: tanggal, batas: "
	    "[ { dari: hari } ]",
	    "F:34: langkah[1].isian[4].batas[1].dari: tidak ada isian jenis "
	    "tanggal bernama \"hari\" sebelum ini pada langkah yang sama\n" },
	{ "a day that does not exist", NULL, "jenis: angka, min: 1, "
	    "maks: 12, bantuan: Hari", "jenis: tanggal, batas: "
	    "[ { dari: 2026-02-30 } ]",
	    "F:34: langkah[1].isian[4].batas[1].dari: tidak ada isian jenis "
	    "tanggal bernama \"2026-02-30\" sebelum ini pada langkah yang "
	    "sama\n" },
	{ "a bound of nothing", NULL, "jenis: angka, min: 1, "
	    "maks: 12, bantuan: Hari", "jenis: tanggal, batas: "
	    "[ { bila: { isian: macam } } ]",
	    "F:34: langkah[1].isian[4].batas[1]: perlu dari, sampai atau "
	    "tanya\n" },
	{ "a bound behind the one for all", NULL, "jenis: angka, min: 1, "
	    "maks: 12, bantuan: Hari", "jenis: tanggal, batas: "
	    "[ { sampai: terima }, { dari: terima } ]",
	    "F:34: langkah[1].isian[4].batas[1]: batas tanpa bila harus "
	    "yang terakhir\n" },
	{ "a bound on a choice there is not", NULL, "jenis: angka, min: 1, "
	    "maks: 12, bantuan: Hari", "jenis: tanggal, batas: "
	    "[ { bila: { isian: macam, nilai: haji }, dari: terima } ]",
	    "F:34: langkah[1].isian[4].batas[1].bila.nilai: isian "
	    "\"macam\" tidak punya pilihan \"haji\"\n" },
	{ "bounds in the wrong order", NULL, "jenis: angka, min: 1, "
	    "maks: 12, bantuan: Hari", "jenis: tanggal, batas: "
	    "[ { dari: terima + 1 tahun, sampai: terima } ]",
	    "F:34: langkah[1].isian[4].batas[1]: dari lebih kemudian "
	    "daripada sampai\n" },
	{ "a question of an official", NULL, "    keluaran: Catatan\n",
	    "    isian: [ { nama: kapan, label: Kapan, jenis: tanggal, "
	    "batas: [ { tanya: terima } ] } ]\n",
	    "F:51: langkah[3].isian[1].batas[1]: tanya hanya pada langkah "
	    "jenis submit\n" },

	/* The account of an institution. */
	{ "an institution that is no text", NULL, "jenis: pegawai }",
	    "jenis: pegawai, lembaga: ya }",
	    "F:33: langkah[1].isian[3].lembaga: hanya untuk isian jenis teks "
	    "pada langkah pertama\n" },
	{ "a kind of institution without its choice", NULL,
	    "label: Macam cuti",
	    "label: Macam cuti\n        jenis_lembaga: { kampus: haji }",
	    "F:29: langkah[1].isian[2].jenis_lembaga: \"haji\" bukan pilihan "
	    "isian ini pada langkah pertama\n" },
	{ "an unknown kind of institution", NULL, "label: Macam cuti",
	    "label: Macam cuti\n        jenis_lembaga: { pesantren: sakit }",
	    "F:29: langkah[1].isian[2].jenis_lembaga.pesantren: kunci tidak "
	    "dikenal\n" },

	/* Persons. */
	{ "a person's name that is no text", NULL, "jenis: pegawai }",
	    "jenis: pegawai, nama_orang: ya }",
	    "F:33: langkah[1].isian[3].nama_orang: hanya untuk isian jenis "
	    "teks\n" },
	{ "parts of persons of no list", NULL, "jenis: pegawai }",
	    "jenis: pegawai, tiap_orang: [nomor] }",
	    "F:33: langkah[1].isian[3].tiap_orang: hanya untuk isian jenis "
	    "daftar-orang\n" },
	{ "a part that persons have not", NULL, "jenis: pegawai }",
	    "jenis: daftar-orang, tiap_orang: [umur] }",
	    "F:33: langkah[1].isian[3].tiap_orang: \"umur\" tidak dikenal: "
	    "harus nomor atau program\n" },

	/* Formats of files. */
	{ "formats of what is no file", NULL, "jenis: pegawai }",
	    "jenis: pegawai, format: [pdf] }",
	    "F:33: langkah[1].isian[3].format: hanya untuk isian jenis "
	    "dokumen\n" },
	{ "photos that may not become PDF", NULL, "jenis: angka, min: 1, "
	    "maks: 12, bantuan: Hari", "jenis: dokumen, format: [word, foto]",
	    "F:34: langkah[1].isian[4].format: foto menjadi PDF, maka "
	    "sebutkan juga pdf\n" },
	{ "an unknown format", NULL, "jenis: angka, min: 1, maks: 12, "
	    "bantuan: Hari", "jenis: dokumen, format: [pdf, gif]",
	    "F:34: langkah[1].isian[4].format: \"gif\" tidak dikenal: harus "
	    "pdf, foto, word, excel, powerpoint atau opendocument\n" },
	{ "several of what is no file", NULL, "jenis: pegawai }",
	    "jenis: pegawai, banyak: ya }",
	    "F:33: langkah[1].isian[3].banyak: hanya untuk isian jenis "
	    "dokumen\n" },

	/* Pages. */
	{ "a page of an unknown field", NULL, "langkah:\n",
	    "halaman: [{ judul: A, isian: [perihal, macam, hari, orang, "
	    "pengganti] }]\nlangkah:\n",
	    "F:19: halaman[1].isian[4]: langkah pertama tidak punya isian "
	    "\"orang\"\n" },
	{ "a field on no page", NULL, "langkah:\n",
	    "halaman: [{ judul: A, isian: [perihal, macam, hari] }]\n"
	    "langkah:\n",
	    "F:19: halaman: isian \"pengganti\" tidak ada di halaman mana "
	    "pun\n" },

	/* Performers. */
	{ "unknown role", NULL, "peran: pemohon", "peran: tamu",
	    "F:22: langkah[1].pelaksana.peran: peran \"tamu\" tidak "
	    "dikenal\n" },
	{ "unknown role among several", NULL, "kasub|staf", "kasub|stav",
	    "F:37: langkah[2].pelaksana.peran: peran \"stav\" tidak "
	    "dikenal\n" },
	{ "an empty role among several", NULL, "kasub|staf", "kasub|",
	    "F:37: langkah[2].pelaksana.peran: peran \"\" tidak dikenal\n" },
	{ "a role twice", NULL, "kasub|staf", "staf|staf",
	    "F:37: langkah[2].pelaksana.peran: peran \"staf\" disebut dua "
	    "kali\n" },
	{ "any and all mixed", NULL, "kasub|staf", "kasub|staf+pemohon",
	    "F:37: langkah[2].pelaksana.peran: | (salah satu) dan + (semua) "
	    "tidak boleh bersama-sama\n" },
	{ "superior of a row that is not there", NULL, "superior-of:3",
	    "superior-of:4",
	    "F:58: langkah[4].pelaksana.peran: langkah 4 tidak ada\n" },
	{ "superior of the row itself", NULL, "superior-of:3",
	    "superior-of:5",
	    "F:58: langkah[4].pelaksana.peran: langkah 5 tidak mendahului "
	    "langkah ini\n" },
	{ "same as a later row", NULL, "superior-of:3", "same-as:6",
	    "F:58: langkah[4].pelaksana.peran: langkah 6 tidak mendahului "
	    "langkah ini\n" },
	{ "same as an evaluation", NULL, "peran: layanan", "peran: same-as:5a",
	    "F:70: langkah[6].pelaksana.peran: langkah 5a adalah evaluasi, "
	    "bukan bagian dari berkas\n" },
	{ "an evaluation by who did a row", "no: 5a", "peran: kasub",
	    "peran: same-as:3",
	    "F:65: langkah[5].pelaksana.peran: evaluasi bukan bagian dari "
	    "berkas yang memuat langkah 3\n" },
	{ "same as a row that a refusal leaves out", NULL, "peran: layanan",
	    "peran: same-as:3",
	    "F:70: langkah[6].pelaksana.peran: langkah 3 dapat terlewati: "
	    "langkah 2 menolak ke langkah 6\n" },
	{ "superior of such a row", NULL, "peran: layanan",
	    "peran: superior-of:5",
	    "F:70: langkah[6].pelaksana.peran: langkah 5 dapat terlewati: "
	    "langkah 2 menolak ke langkah 6\n" },
	{ "superior of a row left out on the way back", NULL,
	    "    jenis: notify\n",
	    "    jenis: review\n    kembali: { ke: [5], dasar: text }\n",
	    "F:58: langkah[4].pelaksana.peran: langkah 3 dapat terlewati: "
	    "langkah 2 menolak ke langkah 6\n" },
	{ "unknown fallback", NULL, "cadangan: staf", "cadangan: staff",
	    "F:73: langkah[6].cadangan: peran \"staff\" tidak dikenal\n" },
	/* Every holder of a role, and a case for each of several persons. */
	{ "every holder of two roles", NULL, "kasub|staf, dasar",
	    "setiap:kasub|staf, dasar",
	    "F:37: langkah[2].pelaksana.peran: setiap menyebut satu peran\n" },
	{ "every holder of an unknown role", NULL, "kasub|staf, dasar",
	    "setiap:kepala, dasar",
	    "F:37: langkah[2].pelaksana.peran: peran \"kepala\" tidak "
	    "dikenal\n" },
	{ "every holder begins", NULL, "peran: pemohon", "peran: setiap:kasub",
	    "F:22: langkah[1].pelaksana.peran: langkah pertama dimulai "
	    "seorang, bukan setiap pemegang peran\n" },
	{ "every holder who is named", "no: 3", "peran: staf",
	    "peran: setiap:staf",
	    "F:54: langkah[3].ditunjuk: tidak bersama setiap\n"
	    "F:58: langkah[4].pelaksana.peran: langkah 3 dikerjakan beberapa "
	    "orang\n" },
	{ "every holder evaluates", "no: 5a", "peran: kasub",
	    "peran: setiap:kasub",
	    "F:65: langkah[5].pelaksana.peran: langkah jenis evaluate tidak "
	    "dikerjakan setiap pemegang peran\n" },
	{ "a first row for each", "no: 1\n", "    kegiatan",
	    "    tiap: staf\n    kegiatan",
	    "F:23: langkah[1].tiap: langkah pertama membuka berkas dan tidak "
	    "membaginya\n"
	    "F:23: langkah[1].tiap: perlu ditunjuk: isian yang menyebut "
	    "orangnya\n" },
	{ "a case for each, done by several", NULL,
	    "{ peran: superior-of:3, dasar: inferred }",
	    "{ peran: staf+kasub, dasar: inferred }\n    tiap: staf\n"
	    "    ditunjuk: pengganti",
	    "F:43: langkah[2].tolak: langkah 5 membagi berkas: tidak dituju "
	    "dari sini\n"
	    "F:60: langkah[4].ditunjuk: tidak ada isian jenis daftar-pegawai "
	    "bernama \"pengganti\" pada langkah sebelumnya\n"
	    "F:63: langkah[4].kembali.ke: langkah 3 ada sebelum berkas "
	    "dibagi\n"
	    "F:63: langkah[4].kembali.ke: langkah 1 ada sebelum berkas "
	    "dibagi\n"
	    "F:59: langkah[4].tiap: berkas tiap orang tidak dikerjakan "
	    "beberapa orang\n" },
	{ "a case for each past which one is sent back and refused", "no: 5\n",
	    "    kegiatan", "    tiap: staf\n    kegiatan",
	    "F:43: langkah[2].tolak: langkah 5 membagi berkas: tidak dituju "
	    "dari sini\n"
	    "F:62: langkah[4].kembali.ke: langkah 3 ada sebelum berkas "
	    "dibagi\n"
	    "F:62: langkah[4].kembali.ke: langkah 1 ada sebelum berkas "
	    "dibagi\n"
	    "F:59: langkah[4].tiap: perlu ditunjuk: isian yang menyebut "
	    "orangnya\n" },
	{ "a case for each of an unknown role", "no: 2\n", "    peserta",
	    "    tiap: kepala\n    peserta",
	    "F:43: langkah[2].kembali.ke: langkah 1 ada sebelum berkas "
	    "dibagi\n"
	    "F:38: langkah[2].tiap: peran \"kepala\" tidak dikenal\n"
	    "F:38: langkah[2].tiap: perlu ditunjuk: isian yang menyebut "
	    "orangnya\n"
	    "F:62: langkah[4].kembali.ke: langkah 1 ada sebelum berkas "
	    "dibagi\n" },
	{ "a case for who did a later row", "no: 2\n", "    peserta",
	    "    tiap: same-as:1|same-as:3|5\n    peserta",
	    "F:43: langkah[2].kembali.ke: langkah 1 ada sebelum berkas "
	    "dibagi\n"
	    "F:38: langkah[2].tiap: \"same-as:3\" bukan langkah sebelum "
	    "berkas dibagi\n"
	    "F:38: langkah[2].tiap: \"5\" bukan langkah sebelum berkas "
	    "dibagi\n"
	    "F:62: langkah[4].kembali.ke: langkah 1 ada sebelum berkas "
	    "dibagi\n" },
	{ "a case for each whom a field for one person names", "no: 3\n",
	    "    kegiatan", "    tiap: staf\n    kegiatan",
	    "F:43: langkah[2].tolak: langkah 3 membagi berkas: tidak dituju "
	    "dari sini\n"
	    "F:55: langkah[3].ditunjuk: tidak ada isian jenis daftar-pegawai "
	    "bernama \"pengganti\" pada langkah sebelumnya\n"
	    "F:62: langkah[4].kembali.ke: langkah 1 ada sebelum berkas "
	    "dibagi\n" },
	{ "a list of people of an unknown role", NULL, "jenis: pegawai }",
	    "jenis: daftar-pegawai, dari: kepala }",
	    "F:54: langkah[3].ditunjuk: tidak ada isian jenis pegawai bernama "
	    "\"pengganti\" pada langkah sebelumnya\n"
	    "F:33: langkah[1].isian[3].dari: peran \"kepala\" tidak "
	    "dikenal\n" },
	{ "designated by no officer field", NULL, "ditunjuk: pengganti",
	    "ditunjuk: perihal",
	    "F:54: langkah[3].ditunjuk: tidak ada isian jenis pegawai bernama "
	    "\"perihal\" pada langkah sebelumnya\n" },

	/* Rows and where they lead. */
	{ "a number twice", NULL, "no: 5a", "no: 5",
	    "F:63: langkah[5].no: nomor 5 sudah dipakai\n" },
	{ "a return to no row", NULL, "ke: [1]", "ke: [9]",
	    "F:42: langkah[2].kembali.ke: langkah 9 tidak ada\n" },
	{ "a return to the row itself", NULL, "ke: [1]", "ke: [2]",
	    "F:42: langkah[2].kembali.ke: langkah 2 tidak mendahului langkah "
	    "ini\n" },
	{ "a return to a later row", NULL, "ke: [1]", "ke: [5]",
	    "F:42: langkah[2].kembali.ke: langkah 5 tidak mendahului langkah "
	    "ini\n" },
	{ "a return named twice", NULL, "ke: [3, 1]", "ke: [3, 3]",
	    "F:61: langkah[4].kembali.ke: langkah 3 disebut dua kali\n" },
	{ "a return by a row that cannot", NULL, "jenis: approve",
	    "jenis: record",
	    "F:61: langkah[4].kembali: langkah jenis record tidak dapat "
	    "mengembalikan\n" },
	{ "a refusal to no row", NULL, "6,end", "7,end",
	    "F:43: langkah[2].tolak: langkah 7 tidak ada\n" },
	{ "a refusal back", NULL, "6,end", "1,end",
	    "F:43: langkah[2].tolak: langkah 1 tidak sesudah langkah ini\n" },
	{ "a refusal to an evaluation", NULL, "6,end", "5a,end",
	    "F:43: langkah[2].tolak: langkah 5a adalah evaluasi, bukan bagian "
	    "dari berkas\n" },
	{ "a refusal by a row that cannot", "no: 6", "cadangan: staf",
	    "tolak: next",
	    "F:73: langkah[6].tolak: langkah jenis notify tidak dapat "
	    "menolak\n"
	    "F:73: langkah[6].tolak: tidak ada langkah sesudah ini\n" },
	{ "a row nobody can reach", NULL, "jenis: record", "jenis: archive",
	    "F:56: langkah[4].no: langkah 5 tidak pernah tercapai\n" },
	{ "an evaluation first", NULL, "jenis: submit", "jenis: evaluate",
	    "F:16: umum: hanya bila langkah pertama berjenis submit\n"
	    "F:21: langkah[1].jenis: langkah pertama membuka berkas dan "
	    "tidak boleh evaluate\n" },

	/* Times. */
	{ "min over max", NULL, "min: 5, maks: 10", "min: 15, maks: 10",
	    "F:24: langkah[1].waktu.min: 15 lebih besar daripada maks 10\n" },
	{ "no time at all", NULL, "min: 5, maks: 10", "min: 0, maks: 10",
	    "F:24: langkah[1].waktu.min: harus 1 atau lebih\n" },
	{ "a negative queue", NULL, "antre: 2", "antre: -1",
	    "F:41: langkah[2].waktu.antre: tidak boleh kurang dari 0\n" },

	/* Short names. */
	{ "a short name twice", "no: 2", "kegiatan",
	    "singkat: BERI TAHU\n    kegiatan",
	    "F:75: langkah[6].singkat: nama singkat \"Beri tahu\" sudah "
	    "dipakai langkah 2\n" },
	{ "a short name that is long", "no: 2", "kegiatan",
	    "singkat: Memeriksa permohonan dan segala syaratnya\n    kegiatan",
	    "F:39: langkah[2].singkat: terlalu panjang\n" },
	{ "an empty short name", "no: 2", "kegiatan",
	    "singkat: \"\"\n    kegiatan",
	    "F:39: langkah[2].singkat: tidak boleh kosong\n" },

	/* Fields. */
	{ "a field's name twice", NULL, "nama: macam", "nama: perihal",
	    "F:27: langkah[1].isian[2].nama: nama \"perihal\" sudah dipakai "
	    "pada langkah ini\n" },
	{ "a field's name that is no slug", NULL, "nama: macam",
	    "nama: Macam Cuti",
	    "F:27: langkah[1].isian[2].nama: \"Macam Cuti\" harus huruf "
	    "kecil, angka dan garis bawah\n" },
	{ "a field every step has", NULL, "nama: macam", "nama: catatan",
	    "F:27: langkah[1].isian[2].nama: \"catatan\" sudah ditanyakan "
	    "setiap langkah\n" },
	{ "a field the form of a request has", NULL, "nama: macam",
	    "nama: mulai",
	    "F:27: langkah[1].isian[2].nama: \"mulai\" sudah ditanyakan "
	    "setiap langkah\n" },
	{ "a field's min over max", NULL, "min: 1, maks: 12",
	    "min: 13, maks: 12",
	    "F:34: langkah[1].isian[4].min: 13 lebih besar daripada maks "
	    "12\n" },
	{ "a text of negative length", NULL, "maks: 80", "maks: -80",
	    "F:26: langkah[1].isian[1].min: 0 lebih besar daripada maks -80\n"
	    "F:26: langkah[1].isian[1].min: min dan maks tidak boleh kurang "
	    "dari 0\n" },
	{ "a choice without choices", NULL, "jenis: angka", "jenis: pilihan",
	    "F:34: langkah[1].isian[4].pilihan: isian jenis pilihan perlu "
	    "daftar pilihan\n" },
	{ "choices without a choice", NULL, "jenis: pilihan", "jenis: teks",
	    "F:30: langkah[1].isian[2].pilihan: hanya untuk isian jenis "
	    "pilihan\n" },
	{ "a choice twice", NULL, "nilai: sakit", "nilai: tahunan",
	    "F:32: langkah[1].isian[2].pilihan[2].nilai: pilihan \"tahunan\" "
	    "dua kali\n" },
	{ "a choice that is no slug", NULL, "nilai: sakit", "nilai: Sakit",
	    "F:32: langkah[1].isian[2].pilihan[2].nilai: \"Sakit\" harus "
	    "huruf kecil, angka dan tanda hubung\n" },

	/* The head. */
	{ "a code that is no slug", NULL, "kode: cuti", "kode: ../cuti",
	    "F:2: kode: \"../cuti\" harus huruf kecil, angka dan tanda "
	    "hubung\n" },
	{ "a day that does not exist", NULL, "2024-02-29", "2023-02-29",
	    "F:8: tanggal.pembuatan: \"2023-02-29\" bukan tanggal: tulis "
	    "TTTT-BB-HH, atau \"\" bila tidak ada\n" },
	{ "a date in words", NULL, "2024-03-01", "1 Maret 24",
	    "F:8: tanggal.efektif: \"1 Maret 24\" bukan tanggal: tulis "
	    "TTTT-BB-HH, atau \"\" bila tidak ada\n" },
	{ "a promise to no row", NULL, "sampai: 5", "sampai: 4",
	    "F:17: janji.sampai: langkah 4 tidak ada\n" },
	{ "a promise backwards", NULL, "dari: 2, sampai: 5",
	    "dari: 3, sampai: 3",
	    "F:17: janji.sampai: harus langkah sesudah dari\n" },
	{ "a promise to an evaluation", NULL, "sampai: 5", "sampai: 5a",
	    "F:17: janji.sampai: langkah 5a adalah evaluasi, bukan bagian "
	    "dari berkas\n" },
	{ "a promise of no days", NULL, "hari: 3", "hari: 0",
	    "F:17: janji.hari: harus 1 atau lebih\n" },
	{ "a column of nobody", NULL, "perihal_dari: perihal",
	    "kolom:\n  - { judul: Staf, pelaksana: [staf, orang] }\n"
	    "perihal_dari: perihal",
	    "F:19: kolom[1].pelaksana: \"orang\" bukan pelaksana langkah "
	    "mana pun\n" },
	{ "a column without a title", NULL, "perihal_dari: perihal",
	    "kolom:\n  - { pelaksana: [staf] }\nperihal_dari: perihal",
	    "F:19: kolom[1].judul: kunci wajib ini tidak ada\n" },
	{ "less than no days for a correction", NULL, "perihal_dari: perihal",
	    "batas_perbaikan: -1\nperihal_dari: perihal",
	    "F:18: batas_perbaikan: harus 1 atau lebih\n" },
	{ "public, and not opened by a request", NULL, "jenis: submit",
	    "jenis: draft",
	    "F:16: umum: hanya bila langkah pertama berjenis submit\n" },
	{ "named by a field that is not there", NULL,
	    "perihal_dari: perihal", "perihal_dari: judul",
	    "F:18: perihal_dari: langkah pertama tidak punya isian "
	    "\"judul\"\n" },
	{ "named by a person", NULL, "perihal_dari: perihal",
	    "perihal_dari: pengganti",
	    "F:18: perihal_dari: isian jenis pegawai tidak dapat menjadi nama "
	    "berkas\n" },
};

/* The text with one thing replaced; free() it. */
static char *
replaced(const char *text, const struct bad *b, size_t *len)
{
	const char *at = b->after != NULL ? strstr(text, b->after) : text;
	char *out;

	at = at != NULL ? strstr(at, b->from) : NULL;
	out = malloc(strlen(text) + strlen(b->to) + 1);
	if (at == NULL || out == NULL)
		bail(b->what);
	*len = (size_t)sprintf(out, "%.*s%s%s", (int)(at - text), text,
	    b->to, at + strlen(b->from));
	return out;
}

static void
refuses(const char *text, const struct bad *b)
{
	char why[1000], *wrong;
	struct sop *sop;
	size_t len;

	wrong = replaced(text, b, &len);
	sop = sop_parse("F", wrong, len, roles, why, sizeof(why));
	is_string(sop == NULL ? b->why : "(read)", why, "%s", b->what);
	sop_free(sop);
	free(wrong);
}

static void
reads_the_rows(const struct sop *s)
{
	const struct sop_row *r = sop_row_at(s, 2);

	is_int(6, s->nrows, "six rows");
	is_string("kasub|staf", r->performer, "performer");
	is_string("mark", r->performer_basis, "...and its basis");
	is_string("staf lain", r->participants, "participants");
	is_string("Memeriksa permohonan", r->activity_fixed,
	    "corrected text beside the printed one");
	is_string("Memeriksa permohonan", sop_row_short(r),
	    "a row without a short name is called by its activity");
	is_string("Beri tahu", sop_row_short(sop_row_at(s, 6)),
	    "...and another by its short name");
	is_int(UNIT_DAY, r->standard.unit, "unit");
	is_int(MEASURE_TURNAROUND, r->standard.measure, "measure");
	is_int(2, r->queue_days, "queue");
	is_int(1, r->nreturns, "one return");
	is_int(REFUSE_ROW_END, r->refuse, "refusal by a row");
	is_int(6, r->refuse_row, "...which is a position");
	is_string("Kakanwil", r->outside, "outside party");
	is_string("", r->output, "a missing text is empty");
	is_string("", r->return_basis == NULL ? "(null)" :
	    sop_row_at(s, 1)->return_basis, "...also the basis of no return");
	r = sop_row_at(s, 3);
	is_int(1, r->present, "waits for the applicant");
	is_string("pengganti", r->designate, "designated officer");
	r = sop_row_at(s, 4);
	is_string("5", r->no, "a row keeps its printed number");
	is_int(2, r->nreturns, "two returns");
	is_int(3, r->returns[0], "...the usual first");
	is_int(1, r->returns[1], "...then the other");
	is_int(REFUSE_NEXT, r->refuse, "refusal that goes on");
	is_string("staf", sop_row_at(s, 6)->fallback, "fallback");
}

static void
reads_the_head(const struct sop *s)
{
	const struct sop_row *first = sop_row_at(s, 1);

	is_string("cuti", s->slug, "slug");
	is_string("", s->number, "an empty number");
	is_string("2024-02-29", s->made_on, "a leap day");
	is_int(2, s->legal_basis.count, "two laws");
	is_string("Dua", s->legal_basis.item[1], "...the second");
	is_int(0, s->warning.count, "no warning");
	is_int(1, s->public_request, "open to everyone");
	is_int(3, s->promise_days, "promise");
	is_int(2, s->promise_from, "...from a position");
	is_int(4, s->promise_to, "...to a position");
	is_string("perihal", s->subject_field, "field that names the case");
	is_string("cuti", s->noun, "what a run is called");
	is_int(4, first->nfield, "four fields");
	is_int(FIELD_TEXT, first->field[0].type, "a text field");
	is_int(1, first->field[0].required, "...required");
	is_int(80, first->field[0].max, "...of 80 characters");
	is_int(0, first->field[1].required, "a field is optional otherwise");
	is_int(2, first->field[1].nchoice, "two choices");
	is_string("sakit", first->field[1].choice[1].value, "...by value");
	is_int(0, sop_row_at(s, 2)->nfield, "no fields");
}

static void
walks_the_rows(const struct sop *s)
{
	is_int(2, sop_next(s, 1), "the next row");
	is_int(6, sop_next(s, 4), "...evaluations are skipped");
	is_int(0, sop_next(s, 5), "...and end with themselves");
	is_int(0, sop_next(s, 6), "...nothing after the last");
	is_int(0, sop_next(s, 0), "...nor from before the first");
	is_int(4, sop_row_no(s, "5"), "row 5 is the fourth");
	is_int(5, sop_row_no(s, "5a"), "row 5a the fifth");
	is_int(0, sop_row_no(s, "4"), "there is no row 4");
	ok(sop_row_at(s, 0) == NULL, "no row 0");
	ok(sop_row_at(s, 7) == NULL, "no row 7 of six");
}

static void
knows_its_words(void)
{
	int i, kinds = 0, types = 0;

	for (i = 0; i < STEP__MAX; i++)
		kinds += step_kind_from(step_kind_slug((enum step_kind)i)) == i;
	for (i = 0; i < FIELD__MAX; i++)
		types += field_type_from(field_type_slug(
		    (enum field_type)i)) == i;
	is_int(STEP__MAX, kinds, "every kind is read as it is written");
	is_int(FIELD__MAX, types, "every type is read as it is written");
	is_int(-1, step_kind_from("Review"), "no other kind");
	is_int(-1, field_type_from(""), "no other type");
}

/* A buffer too small holds whole lines only. */
static void
tells_whole_lines(const char *text)
{
	const struct bad two = { "two mistakes", NULL, "jenis: review",
	    "jenis: x\n    mulai: y", NULL };
	const char *first = "F:36: langkah[2].jenis: \"x\" tidak dikenal\n";
	char why[60], *wrong;
	size_t len;

	wrong = replaced(text, &two, &len);
	ok(sop_parse("F", wrong, len, roles, why, sizeof(why)) == NULL,
	    "two mistakes and little room");
	is_string(first, why, "...the first fault is there as a whole");
	ok(sop_parse("F", wrong, len, roles, why, strlen(first)) == NULL,
	    "no room for the first");
	is_string("", why, "...no fault is there by half");
	free(wrong);
	ok(sop_parse("F", "", 0, roles, why, sizeof(why)) == NULL, "no text");
	is_string("F:1: dokumen kosong\n", why, "...says so");
}

/* Versions that an office has from 0.2.0: a file was "berkas", and nothing said
 * what a run is called. */
static void
reads_older_files(char *text, size_t len)
{
	const char *noun = "sebutan: cuti\n";
	const char *type = "jenis: angka, min: 1, maks: 12,";
	char why[1000], *at = strstr(text, type);
	struct sop *sop;

	text[len - strlen(noun)] = '\0';
	memset(at, ' ', strlen(type));
	memcpy(at, "jenis: berkas,", strlen("jenis: berkas,"));
	sop = sop_parse("F", text, strlen(text), roles, why, sizeof(why));
	ok(sop != NULL, "a file of 0.2.0 is read");
	if (sop == NULL)
		bail(why);
	is_string("berkas", sop->noun, "...its runs are called berkas");
	is_int(FIELD_FILE, sop_row_at(sop, 1)->field[3].type,
	    "...and a field of the kind berkas takes a file");
	sop_free(sop);
}

#define WAYS "{ nilai: rahasia, langkah: 4 }, { nilai: tembusan, langkah: " \
	"selesai }"

/* Branches that the check refuses; NULL: it takes them. */
static const struct bad branches[] = {
	{ "a value of no choice, and no row", NULL, WAYS,
	    "{ nilai: haji, langkah: 9 }",
	    "F:33: langkah[2].cabang.ke[1].langkah: langkah 9 tidak ada\n" },
	{ "a value of no choice", NULL, WAYS, "{ nilai: haji, langkah: 4 }",
	    "F:33: langkah[2].cabang.ke[1].nilai: isian \"sifat\" tidak punya "
	    "pilihan \"haji\"\n" },
	{ "a value twice, and backwards", NULL, WAYS,
	    "{ nilai: biasa, langkah: 4 }, { nilai: biasa, langkah: 2 }",
	    "F:33: langkah[2].cabang.ke[2].nilai: pilihan \"biasa\" dua "
	    "kali\n"
	    "F:33: langkah[2].cabang.ke[2].langkah: langkah 2 tidak sesudah "
	    "langkah ini\n" },
	{ "past a row that another needs", "no: 5", "same-as:2", "same-as:3",
	    "F:56: langkah[5].pelaksana.peran: langkah 3 dapat terlewati oleh "
	    "cabang\n" },
	{ "past the end of the promise", NULL, "sampai: 2", "sampai: 4",
	    "F:17: janji.sampai: langkah 4 dapat terlewati oleh cabang\n" },
	{ "past the beginning of the promise", NULL, "dari: 1, sampai: 2",
	    "dari: 3, sampai: 5",
	    "F:17: janji.sampai: langkah 5 dapat terlewati oleh cabang\n"
	    "F:17: janji.dari: langkah 3 dapat terlewati oleh cabang\n" },
	{ "all past a row", NULL, WAYS, WAYS ", { nilai: biasa, langkah: 4 }",
	    "F:43: langkah[3].no: langkah 3 tidak pernah tercapai\n" },
	{ "several who do it", "no: 2", "peran: kadivmin",
	    "peran: kadivmin+jfu",
	    "F:33: langkah[2].cabang: langkah yang dikerjakan beberapa orang "
	    "tidak bercabang\n" },
	{ "a field of another row", NULL, "isian: sifat", "isian: perihal",
	    "F:33: langkah[2].cabang.isian: \"perihal\" bukan isian jenis "
	    "pilihan langkah ini yang wajib dan selalu ditanyakan\n" },
	{ "the row after by name", NULL, WAYS, WAYS
	    ", { nilai: biasa, langkah: 3 }", NULL },
};

static void
checks_branches(void)
{
	static const char *const those[] = { "jfu", "jft", "kadivmin", NULL };
	char why[1000], *wrong;
	size_t len, n, i;
	char *text = slurp("tests/data/sop-cabang.yaml", &len);
	struct sop *s = sop_parse("F", text, len, those, why, sizeof(why));

	if (s == NULL)
		bail(why);
	is_int(4, sop_next_by(s, 2, "rahasia"), "a way to a row");
	is_int(0, sop_next_by(s, 2, "tembusan"), "...to the end");
	is_int(3, sop_next_by(s, 2, "biasa"), "...none of its own");
	is_int(3, sop_next_by(s, 2, NULL), "...nor without a value");
	sop_free(s);
	for (i = 0; i < sizeof(branches) / sizeof(branches[0]); i++) {
		wrong = replaced(text, &branches[i], &n);
		why[0] = '\0';
		s = sop_parse("F", wrong, n, those, why, sizeof(why));
		ok((s == NULL) == (branches[i].why != NULL), "%s",
		    branches[i].what);
		is_string(branches[i].why != NULL ? branches[i].why : "", why,
		    "...as is said");
		if (s != NULL)
			sop_free(s);
		free(wrong);
	}
	free(text);
}

/* The man page has an entry for every kind, every type and every key. */
static void
documents_its_words(const char *text)
{
	char entry[80], *page;
	const char *p;
	size_t len, n;
	int i, missing = 0;

	page = slurp("lib/sop/sopap-sop.5", &len);
	for (i = 0; i < STEP__MAX; i++) {
		snprintf(entry, sizeof(entry), "\n.It Cm %s\n",
		    step_kind_slug((enum step_kind)i));
		ok(strstr(page, entry) != NULL, "sopap-sop(5) has %.*s",
		    (int)strlen(entry) - 2, entry + 1);
	}
	for (i = 0; i < FIELD__MAX; i++) {
		snprintf(entry, sizeof(entry), "\n.It Cm %s\n",
		    field_type_slug((enum field_type)i));
		ok(strstr(page, entry) != NULL, "sopap-sop(5) has %.*s",
		    (int)strlen(entry) - 2, entry + 1);
	}
	for (p = strchr(text, '\n'); *p != '\0'; p += n > 0 ? n : 1) {
		n = strspn(p, "abcdefghijklmnopqrstuvwxyz_");
		if (n == 0 || p[n] != ':' || (p[n + 1] != ' ' &&
		    p[n + 1] != '\n'))
			continue;
		snprintf(entry, sizeof(entry), "Cm %.*s", (int)n, p);
		if (strstr(page, entry) == NULL) {
			printf("# %s\n", entry);
			missing++;
		}
	}
	is_int(0, missing, "sopap-sop(5) has every key");
	free(page);
}

int
main(void)
{
	char why[1000], *text;
	struct sop *sop;
	size_t len, i;

	checks_branches();
	text = slurp("tests/data/sop-kecil.yaml", &len);
	sop = sop_parse("F", text, len, roles, why, sizeof(why));
	if (sop == NULL)
		bail(why);
	is_string("", why, "nothing to say of a right file");
	reads_the_head(sop);
	reads_the_rows(sop);
	walks_the_rows(sop);
	sop_free(sop);
	knows_its_words();
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		refuses(text, &bad[i]);
	tells_whole_lines(text);
	documents_its_words(text);
	reads_older_files(text, len);
	free(text);
	return tap_done();
}
