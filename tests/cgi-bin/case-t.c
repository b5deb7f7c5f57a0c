/* case-t.c - cases listed, taken out, looked at, noted and ended. */
#include <string.h>

#include "case/case.h"
#include "people/person.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"
#include "tests/web/desk.h"

#define NOW	(FIXTURE_START + 3600)	/* Monday 5 January 2026, 09.00 */
#define MINUTE	60

static struct visitor v = { .now = NOW };

static const char *
address(int64_t id)
{
	static char text[64];

	snprintf(text, sizeof(text), "/berkas/%lld", (long long)id);
	return text;
}

static void
see(struct office *o, const char *login, const char *uri)
{
	cgi_login(o, &v, login);
	cgi_get(&v, "case", uri);
}

/* Post to a case as somebody who looked at it first. */
static void
act(struct office *o, const char *login, int64_t id, const char *form)
{
	char all[4096];

	see(o, login, address(id));
	snprintf(all, sizeof(all), "%s&kunci=%s&versi=%s", form,
	    cgi_field(&v, "kunci"), "");
	if (strstr(form, "versi=") != NULL)
		snprintf(all, sizeof(all), "%s", form);
	cgi_post(&v, "case", address(id), all);
}

static int64_t
public_case(struct office *o)
{
	static const struct act_value value[] = {
		{ "lembaga", "=Siti <b>\"&'" }, { "nama", "-Siti" },
		{ "whatsapp", "+6281234567890" },
		{ "jenis_permohonan", "magang" },
		{ "peserta", "Siti; 01; Hukum\nBudi; 02; Hukum" },
		{ "tanggal_mulai", "2026-02-02" },
	};

	return walk_start(o, "izin-magang-penelitian", 0, value, 6, NOW);
}

static void
lists_cases(struct office *o)
{
	int64_t id = public_case(o);

	cgi_get(&v, "case", "/berkas");
	is_int(303, v.status, "nobody");
	see(o, "jfu", "/berkas");
	is_int(200, v.status, "the list");
	ok(cgi_has(&v, "Semua berkas</h1>"), "...its heading");
	ok(cgi_has(&v, "K-2026-0001") && cgi_has(&v, address(id)),
	    "...a case");
	ok(cgi_has(&v, "=Siti &lt;b&gt;&quot;&amp;&#39;, -Siti</a>"),
	    "...escaped");
	ok(cgi_has(&v, ">Menunggu</strong>"), "...its state");
	ok(cgi_has(&v, "langkah 3, Petugas Layanan"), "...who has it");
	ok(cgi_has(&v, "tersisa "), "...how long");
	ok(cgi_has(&v, "5 Jan 2026"), "...since when");
	ok(cgi_has(&v, "<option value=\"2025-12\">Desember 2025</option>"),
	    "...months to choose");
	see(o, "jfu", "/berkas?status=ended");
	ok(cgi_has(&v, "Tidak ada berkas yang cocok."), "none has ended");
	see(o, "jfu", "/berkas?cari=siti&sop=izin-magang-penelitian"
	    "&status=open&bulan=2026-01");
	ok(cgi_has(&v, address(id)), "found by all");
	ok(cgi_has(&v, "href=\"/berkas?cari=siti&amp;sop=izin-magang-"
	    "penelitian&amp;status=open&amp;bulan=2026-01&amp;format=csv\""),
	    "...to be taken out as it is");
	see(o, "jfu", "/berkas?cari=k%E2%80%932026%C2%A0%E2%80%93+0001");
	ok(cgi_has(&v, address(id)), "by its number with other dashes");
	see(o, "jfu", "/berkas?cari=%E2%80%9CK+2026+0001%E2%80%9D");
	ok(cgi_has(&v, address(id)), "...or none, and quotes");
	see(o, "jfu", "/berkas?bulan=2025-12");
	ok(!cgi_has(&v, address(id)), "not in another month");
	cgi_post(&v, "case", "/berkas", "aksi=catat");
	is_int(405, v.status, "nothing is posted to the list");
}

static void
waits_for(int left, int all)
{
	char text[64];

	snprintf(text, sizeof(text), "menunggu %d dari %d berkas pegawai",
	    left, all);
	ok(cgi_has(&v, text), "...%s", text);
}

/* A parent has no task while its children run: how many it waits for. */
static void
tells_of_children(struct office *o)
{
	int64_t child, parent;
	int all;

	desk_now = NOW;
	child = desk_case(o, "skp", "6");
	parent = fixture_int(o, "SELECT parent_id FROM cases WHERE id = $1",
	    child);
	all = (int)fixture_int(o, "SELECT count(*) FROM cases WHERE parent_id"
	    " = $1", parent);
	v.now = desk_now;
	see(o, "jfu", "/berkas?sop=skp&bulan=2026-01");
	ok(cgi_has(&v, address(parent)), "a case that parted");
	waits_for(all, all);
	fixture_run(o, "UPDATE cases SET state = 'ended', result = 'done',"
	    " ended_at = opened_at WHERE id = (SELECT max(id) FROM cases WHERE"
	    " parent_id IS NOT NULL)");
	see(o, "jfu", "/berkas?sop=skp&format=csv");
	waits_for(all - 1, all);
	see(o, "jfu", address(parent));
	waits_for(all - 1, all);
	ok(cgi_has(&v, "pada berkas pegawai") && !cgi_has(&v, "dilewati"),
	    "...and where its last rows are done");
	v.now = NOW;
}

/* Links of before 0.3.0 were printed and mailed. */
static void
leads_on(struct office *o)
{
	see(o, "jfu", "/perkara/12?a=b%20c");
	is_int(308, v.status, "an old address of a case");
	is_string("/berkas/12?a=b%20c", v.location,
	    "...leads on, query and all");
	see(o, "jfu", "/perkara");
	is_string("/berkas", v.location, "...that of the list, too");
	cgi_post(&v, "case", "/perkara/12", "aksi=catat");
	is_int(308, v.status, "...and a form that was open");
	cgi_leave(&v);
	cgi_get(&v, "case", "/perkara/12");
	is_string("/masuk?kembali=%2Fperkara%2F12", v.location,
	    "...after the log-in");
}

static void
takes_cases_out(struct office *o)
{
	see(o, "jfu", "/berkas?cari=siti&format=csv");
	is_int(200, v.status, "as a table file");
	is_string("text/csv; charset=utf-8", cgi_header(&v, "Content-Type"),
	    "...of its type");
	is_string("attachment; filename=\"berkas.csv\"",
	    cgi_header(&v, "Content-Disposition"), "...to be kept");
	ok(cgi_has(&v, "\"Nomor berkas\",\"Berkas induk\",\"Perihal\""),
	    "...with heads");
	ok(cgi_has(&v, "\r\n\"K-2026-0001\",\"\",\"'=Siti <b>\"\"&', -Siti\","
	    "\"'-Siti\",\"Izin magang dan penelitian\",\"Berjalan\",\"langkah "
	    "3, Petugas Layanan Magang dan Penelitian\",\"5 Januari 2026, "
	    "09.00 WIB\",\"\","), "...a formula defused");
	ok(!cgi_has(&v, "81234567890"), "...no telephone numbers");
}

static void
shows_a_case(struct office *o)
{
	int64_t id = public_case(o);
	char code[CASE_CODE_LEN + 1], text[32];
	struct task_row t;

	see(o, "jfu", address(id));
	is_int(200, v.status, "a case");
	ok(cgi_has(&v, "K-2026-0002 · Izin magang dan penelitian"),
	    "...number");
	ok(cgi_has(&v, "=Siti &lt;b&gt;&quot;&amp;&#39;, -Siti</h1>"),
	    "...subject");
	ok(cgi_has(&v, "langkah 3 dari 5, Petugas Layanan Magang dan "
	    "Penelitian, batas "), "...place and limit");
	ok(cgi_has(&v, "<caption class=\"govuk-visually-hidden\">Peserta"
	    "</caption>"), "...its persons in a table");
	ok(cgi_has(&v, ">Budi</th><td class=\"govuk-table__cell\" data-label=\""
	    "NIM atau NISN\">02</td><td class=\"govuk-table__cell\" "
	    "data-label=\"Program studi\">Hukum</td>"), "...part by part");
	ok(!cgi_has(&v, "Budi; 02"), "...and no more in lines");
	ok(cgi_has(&v, "2 Februari 2026"), "...a date in words");
	ok(cgi_has(&v, "0812-3456-7890"), "...the number");
	ok(cgi_has(&v, "5 hari kerja, paling lambat 12 Januari 2026, "
	    "16.00 WIB"), "...promise");
	ok(cgi_has(&v, "Permohonan diajukan</h3>"), "...what happened");
	ok(cgi_has(&v, "WhatsApp ke +628…7890: menunggu dikirim"),
	    "...messages");
	ok(cgi_has(&v, "aria-current=\"step\"><span class=\"app-steps__no\">3"),
	    "...where in the SOP");
	ok(cgi_has(&v, "href=\"/sop/izin-magang-penelitian?berkas="),
	    "...and in its chart");
	ok(cgi_has(&v, "Senin, 5 Januari 2026: "), "...the limit explained");
	ok(cgi_has(&v, "Menunggu dikerjakan</th>"), "...where the time went");
	ok(!cgi_has(&v, "Batalkan permohonan"), "...not to be cancelled");
	office_code(o, id, code);
	snprintf(text, sizeof(text), "%.4s-%.4s-%.4s", code, code + 4,
	    code + 8);
	ok(cgi_has(&v, text), "...its code, for who lost it");
	is_int(1, fixture_int(o, "SELECT count(*) FROM reads WHERE case_id ="
	    " $1", id), "...and who looked is known");
	see(o, "petugas-layanan", address(id));
	walk_current(o, id, &t);
	snprintf(text, sizeof(text), "/periksa/%lld", (long long)t.id);
	ok(cgi_has(&v, text) && cgi_has(&v, "Kerjakan langkah ini"),
	    "who may work on it finds the way");
	walk_to(o, id, 0, NOW + MINUTE);
	see(o, "jfu", address(id));
	ok(cgi_has(&v, ">Selesai</strong>"), "ended");
	ok(cgi_has(&v, "5 hari kerja, ditepati pada "), "...as promised");
	ok(!cgi_has(&v, "aria-current=\"step\""), "...nowhere any more");
	see(o, "jfu", "/berkas/1");
	is_int(404, v.status, "an unknown one");
	see(o, "jfu", "/berkas/x");
	is_int(404, v.status, "...or none");
	see(o, "jfu", "/berkas/1/2");
	is_int(404, v.status, "...or something below");
}

static void
shows_what_was_left_out(struct office *o)
{
	int64_t id = public_case(o);

	walk_step(o, id, OUTCOME_REFUSE, NULL, NOW);
	see(o, "jfu", address(id));
	ok(cgi_has(&v, "app-steps__item--skipped\"><span class=\"app-steps__no"
	    "\">4"), "a refusal leaves rows out");
	ok(cgi_has(&v, "Ditolak Petugas Layanan"), "...and is told");
}

static void
names_all_who_sign(struct office *o)
{
	int64_t id = walk_start(o, "perjanjian-kinerja",
	    fixture_person(o, "kakanwil"), NULL, 0, NOW);

	walk_to(o, id, 8, NOW);
	see(o, "jfu", address(id));
	ok(cgi_has(&v, "langkah 8 dari 9, Kadivmin, "), "four have to sign");
	walk_step(o, id, OUTCOME_FORWARD, NULL, NOW);
	see(o, "jfu", address(id));
	ok(cgi_has(&v, "langkah 8 dari 9, ") && !cgi_has(&v,
	    "langkah 8 dari 9, Kadivmin"), "...then three");
}

static void
keeps_notes(struct office *o)
{
	int64_t id = public_case(o);
	char form[2200];

	act(o, "jfu", id, "aksi=catat&jenis-catatan=telepon&isi-catatan="
	    "Menelepon+%3Cb%3E%22%26%27");
	is_int(303, v.status, "a note");
	is_string(address(id), v.location, "...back to the case");
	cgi_get(&v, "case", v.location);
	ok(cgi_has(&v, "Catatan disimpan."), "...said");
	ok(cgi_has(&v, "Catatan telepon</h3>") && cgi_has(&v,
	    "“Menelepon &lt;b&gt;&quot;&amp;&#39;”"), "...shown, escaped");
	snprintf(form, sizeof(form), "aksi=catat&jenis-catatan=catatan&"
	    "isi-catatan=%02001d", 0);
	act(o, "jfu", id, form);
	is_int(422, v.status, "2001 letters");
	ok(cgi_has(&v, "Tulis paling banyak 2000 karakter") &&
	    cgi_has(&v, strrchr(form, '=') + 1), "...come back");
	snprintf(form, sizeof(form), "aksi=batal&alasan=%02001d", 0);
	act(o, "admin", id, form);
	is_int(422, v.status, "...as a reason to cancel, too");
	act(o, "jfu", id, "aksi=catat&isi-catatan=Tanpa+jenis");
	is_int(422, v.status, "without a kind");
	ok(cgi_has(&v, "href=\"#jenis-catatan\">Pilih catatan"), "...says");
	ok(cgi_has(&v, ">Tanpa jenis</textarea>"), "...keeps the text");
	act(o, "jfu", id, "aksi=catat&jenis-catatan=catatan");
	ok(v.status == 422 && cgi_has(&v, "Isi catatan"), "without text");
	act(o, "jfu", id, "aksi=apa");
	is_int(400, v.status, "an unknown act");
	cgi_post(&v, "case", address(id), "aksi=catat&csrf=");
	is_int(422, v.status, "without a token it comes back");
}

static void
takes_back(struct office *o)
{
	int64_t id = walk_start(o, "rkt", fixture_person(o, "kakanwil"), NULL,
	    0, NOW);
	struct task_row t;
	char form[128];

	see(o, "kadivmin", address(id));
	ok(!cgi_has(&v, "value=\"tarik\""), "not what another sent on");
	see(o, "kakanwil", address(id));
	ok(cgi_has(&v, "id=\"tarik\""), "what I sent on");
	snprintf(form, sizeof(form), "aksi=tarik&versi=%s&kunci=%s",
	    cgi_field(&v, "versi"), cgi_field(&v, "kunci"));
	act(o, "kakanwil", id, form);
	is_int(303, v.status, "...comes back");
	walk_current(o, id, &t);
	is_int(1, t.pos, "...to its row");
	snprintf(form, sizeof(form), "/disposisi/%lld", (long long)t.id);
	is_string(form, v.location, "...and page");
	act(o, "kakanwil", id, "aksi=tarik&versi=1&kunci=lagi");
	is_int(409, v.status, "not twice");
}

static void
ends_cases(struct office *o)
{
	int64_t id = public_case(o);
	struct case_row c;
	char form[256];

	act(o, "jfu", id, "aksi=batal&alasan=Ganda");
	is_int(403, v.status, "not by everyone");
	see(o, "admin", address(id));
	ok(cgi_has(&v, "Batalkan permohonan ini"), "an administrator");
	act(o, "admin", id, "aksi=batal&alasan=");
	is_int(422, v.status, "...not without a reason");
	ok(cgi_has(&v, "href=\"#alasan\">Tulis alasan pembatalan"), "...says");
	act(o, "admin", id, "aksi=batal&alasan=Ganda+%3Cb%3E%22%26%27");
	is_int(200, v.status, "...looks again");
	ok(cgi_has(&v, "Batalkan permohonan ini?</h1>") && cgi_has(&v,
	    "Ganda &lt;b&gt;&quot;&amp;&#39;</p>"), "...at the reason");
	case_get(o, id, &c);
	is_string("open", c.state, "...nothing happened yet");
	snprintf(form, sizeof(form), "aksi=ubah&alasan=%s&kunci=%s", "Ganda",
	    cgi_field(&v, "kunci"));
	cgi_post(&v, "case", address(id), form);
	ok(v.status == 200 && cgi_has(&v, ">Ganda</textarea>"), "...back");
	act(o, "admin", id, "aksi=kirim&alasan=Ganda");
	is_int(303, v.status, "...and does it");
	case_get(o, id, &c);
	is_string("cancelled", c.result, "...it is");
	cgi_get(&v, "case", address(id));
	ok(cgi_has(&v, "Dibatalkan</h3>") &&
	    cgi_has(&v, "“Ganda”") && cgi_has(&v, ">Dibatalkan</strong>"),
	    "...and told");
	act(o, "admin", id, "aksi=kirim&alasan=Lagi");
	is_int(409, v.status, "not twice");
}

/* The SKP of a division, and of one employee of it. */
static void
shows_its_family(struct office *o)
{
	int64_t id = walk_start(o, "skp", fixture_person(o, "kepala-divisi"),
	    NULL, 0, NOW);
	struct case_row c, parent;
	struct task_row t;
	struct person p;
	char text[256];

	walk_to(o, id, 7, NOW);
	walk_current(o, id, &t);
	case_get(o, id, &parent);
	case_get(o, t.case_id, &c);
	person_get(o, t.assignee_id, &p);
	see(o, "jfu", address(id));
	ok(cgi_has(&v, "Berkas pegawai</dt>"), "a case that has parted");
	snprintf(text, sizeof(text), "href=\"/berkas/%lld\">%s %s: Menunggu, "
	    "langkah 7, ", (long long)c.id, c.number, p.name);
	ok(cgi_has(&v, text), "...leads to each part, and says where it is");
	see(o, p.login, address(c.id));
	snprintf(text, sizeof(text), "href=\"/berkas/%lld\">%s</a>",
	    (long long)id, parent.number);
	ok(cgi_has(&v, "Berkas induk") && cgi_has(&v, text),
	    "a part leads back");
	ok(!cgi_has(&v, "Berkas pegawai</dt>"), "...and has no parts");
	ok(cgi_has(&v, "Kerjakan langkah ini: Isi formulir SKP</a>"),
	    "...says to its person what is asked");
	ok(!cgi_has(&v, "Susun konsep"), "...which is no letter");
	see(o, "duta-sigap", "/berkas?format=csv");
	is_int(403, v.status, "without the right no list is taken out");
	ok(cgi_has(&v, "pemegang hak lihat-semua"), "...as is said");
	see(o, "duta-sigap", "/berkas");
	ok(!cgi_has(&v, "format=csv"), "...nor offered");
	see(o, "jfu", "/berkas?format=csv");
	snprintf(text, sizeof(text), "\"%s\",\"%s\",\"", c.number,
	    parent.number);
	ok(cgi_has(&v, text), "a table file names the case it is a part of");
	snprintf(text, sizeof(text), "\"%s\",\"\",\"", parent.number);
	ok(cgi_has(&v, text), "...and of the case itself none");
}

static void
outsiders_see_theirs(struct office *o)
{
	int64_t own = walk_start(o, "sigap-magang-penelitian",
	    fixture_person(o, "admin-user"), NULL, 0, NOW);
	int64_t other = public_case(o);
	char form[1200];

	walk_step(o, own, OUTCOME_FORWARD, NULL, NOW);
	see(o, "admin-user", "/berkas");
	ok(cgi_has(&v, "Permohonan lembaga</h1>"), "an outsider's list");
	ok(cgi_has(&v, "1 permohonan") && cgi_has(&v, address(own)),
	    "...has theirs alone");
	see(o, "admin-user", "/berkas?format=csv");
	ok(!cgi_has(&v, "Izin magang"), "...taken out, too");
	see(o, "admin-user", address(own));
	is_int(200, v.status, "their case");
	ok(cgi_has(&v, "Sedang diproses: langkah 3 dari 8</h1>"),
	    "...as an applicant sees it");
	ok(!cgi_has(&v, "Pegawai admin-kanwil"), "...without names");
	ok(!cgi_has(&v, "Tambahkan catatan"), "...nor notes");
	see(o, "admin-user", address(other));
	is_int(404, v.status, "another's is not there");
	see(o, "admin-user-2", address(own));
	is_int(404, v.status, "...for other institutions");
	act(o, "admin-user", own, "aksi=catat&jenis-catatan=catatan&"
	    "isi-catatan=x");
	is_int(400, v.status, "they add no notes");
	act(o, "admin-user-2", own, "aksi=cabut&alasan=x");
	is_int(404, v.status, "nor withdraw what is not theirs");
	walk_step(o, other, OUTCOME_RETURN, NULL, v.now);
	see(o, "jfu", address(other));
	ok(cgi_has(&v, "Waktu kantor berhenti sejak 5 Januari 2026, "),
	    "while it is the applicant's turn the office's time stands still");
	ok(cgi_has(&v, "WIB: giliran pemohon"), "...and the page says why");
	snprintf(form, sizeof(form), "aksi=cabut&alasan=%01001d", 0);
	act(o, "admin-user", own, form);
	is_int(422, v.status, "1001 letters are no reason");
	ok(cgi_has(&v, "Tulis paling banyak 1000 karakter") &&
	    cgi_has(&v, strrchr(form, '=') + 1), "...and come back");
	act(o, "admin-user", own, "aksi=cabut&alasan=Batal");
	is_int(303, v.status, "but what is");
}

/* The foot of a case names its readers: the roles of its own SOP, and whoever
 * is outside. */
static void
names_its_readers(struct office *o)
{
	int64_t public = public_case(o),
	    foreigner = desk_case(o, "keimigrasian-wna", "3"),
	    institution = desk_case(o, "sigap-magang-penelitian", "2");

	see(o, "admin", address(public));
	ok(cgi_has(&v, " ini dapat dilihat pemegang peran ") && cgi_has(&v,
	    "Petugas Layanan Magang dan Penelitian, ") && cgi_has(&v,
	    " beserta atasannya, yang ikut mengerjakannya, dan yang diberi hak "
	    "melihat semua berkas."), "the foot names the roles that see it");
	ok(!cgi_has(&v, "Kasi Izin Tinggal"), "...none of another SOP");
	ok(cgi_has(&v, "Dari luar kantor: pemohon dengan kode pelacakannya."),
	    "...and its applicant");
	see(o, "admin", address(foreigner));
	ok(cgi_has(&v, "Kasi Izin Tinggal dan Status Keimigrasian") &&
	    !cgi_has(&v, "Petugas Layanan Magang") &&
	    !cgi_has(&v, "Dari luar kantor"), "of a case from inside, nobody "
	    "outside");
	see(o, "admin", address(institution));
	ok(cgi_has(&v, "Dari luar kantor: operator "), "of an institution's "
	    "its operators");
}

/* 60 cases with a number that begins like "77-1"; of the three oldest it is
 * the whole number. */
static void
make_numbers(struct office *o)
{
	fixture_run(o, "CREATE TEMP TABLE many AS WITH RECURSIVE n (i) AS ("
	    "SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)"
	    " SELECT n.i, c.* FROM n, (SELECT * FROM cases WHERE evaluation ="
	    " 0 AND parent_id IS NULL ORDER BY id LIMIT 1) c");
	fixture_run(o, "UPDATE many SET id = i, number = 'X-' || (100 + i),"
	    " code_hash = 'x' || i, opened_at = opened_at - 60 * i");
	fixture_run(o, "ALTER TABLE many DROP COLUMN i");
	fixture_run(o, "INSERT INTO cases SELECT * FROM many");
	fixture_run(o, "INSERT INTO search_words (word, case_id, office)"
	    " SELECT CASE WHEN id > 57 THEN '77-1' ELSE '77-12' END, id, 0"
	    "  FROM many UNION ALL SELECT '77', id, 0 FROM many"
	    " UNION ALL SELECT '12', id, 0 FROM many");
}

/* How often each of the 60 is on the page, added to `seen`. */
static void
note_seen(int seen[61])
{
	char number[16];

	for (int i = 1; i <= 60; i++) {
		snprintf(number, sizeof(number), "X-%d", 100 + i);
		seen[i] += cgi_has(&v, number) != 0;
	}
}

static void
finds_a_number_first(struct office *o)
{
	int seen[61] = { 0 }, once = 0;

	make_numbers(o);
	see(o, "jfu", "/berkas?cari=77-1");
	note_seen(seen);
	ok(seen[58] + seen[59] + seen[60] == 3, "the whole number comes first, "
	    "however old");
	ok(cgi_has(&v, "60 berkas"), "...counted with the others");
	ok(seen[22] == 1 && seen[23] == 0, "...on a page as long as any");
	see(o, "jfu", "/berkas?cari=77-1&hal=2");
	note_seen(seen);
	ok(seen[23] == 1 && seen[47] == 1, "...the next goes on");
	see(o, "jfu", "/berkas?cari=77-1&hal=3");
	note_seen(seen);
	for (int i = 1; i <= 60; i++)
		once += seen[i] == 1;
	is_int(60, once, "...and each stands on one page");
}

int
main(void)
{
	struct office *o = cgi_office();

	fixture_sees_all(o, "jfu");
	fixture_sees_all(o, "admin");
	lists_cases(o);
	takes_cases_out(o);
	leads_on(o);
	shows_a_case(o);
	shows_what_was_left_out(o);
	tells_of_children(o);
	names_all_who_sign(o);
	keeps_notes(o);
	takes_back(o);
	ends_cases(o);
	shows_its_family(o);
	outsiders_see_theirs(o);
	names_its_readers(o);
	finds_a_number_first(o);
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
