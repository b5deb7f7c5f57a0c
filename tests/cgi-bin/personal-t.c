/*
 * personal-t.c - the pages of personal data: what expires, requests of persons,
 * archives that go, who read a case.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_close.h"
#include "case/case.h"
#include "case/disposal.h"
#include "doctor/doctor.h"
#include "message/alarm.h"
#include "office/subject.h"
#include "people/rights.h"
#include "people/role.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/tap.h"
#include "tests/web/admin.h"

#define NOW	FIXTURE_START
#define DAY	INT64_C(86400)
#define LATER	(NOW + 2200 * DAY)	/* in January 2032 */
#define DATA	"/admin/data-pribadi"
#define MUSNAH	"/admin/musnah"
#define ASKED	"aksi=catat&jenis=erase&nama=Rina+%3CAstuti%3E" \
	"&kontak=0812-3456-7890&bukti=KTP&isi=Hapus+data+saya" \
	"&datang-hari=&datang-bulan=&datang-tahun="

static struct office *o;
static int64_t ended, other, letter;

static int64_t
count(const char *sql)
{
	return fixture_int(o, sql, 0);
}

/* -- what expires ---------------------------------------------------------- */

static void
shows_the_terms(void)
{
	get("/admin/masa-simpan");
	is_int(200, v.status, "the terms");
	ok(cgi_has(&v, "Alamat dan isi pesan yang sudah dikirim") &&
	    cgi_has(&v, "90 hari sejak dibuat") &&
	    cgi_has(&v, "message_days"), "of messages, and the key");
	ok(cgi_has(&v, "7 hari sejak terakhir diubah"), "of drafts");
	ok(cgi_has(&v, "hanya dimusnahkan menurut daftar usul musnah"),
	    "...and what is an archive");
	get("/admin/masa-simpan/x");
	is_int(404, v.status, "nothing below it");
	post("/admin/masa-simpan", "m", "aksi=x");
	is_int(405, v.status, "nothing to send");
}

/* -- requests of persons --------------------------------------------------- */

static void
writes_one_down(void)
{
	get(DATA);
	ok(cgi_has(&v, "Belum ada permintaan."), "no request");
	get(DATA "/baru");
	post(DATA "/baru", "p1", "aksi=catat&jenis=&nama=&kontak=&bukti="
	    "&isi=");
	is_int(422, v.status, "one needs all of it");
	ok(cgi_has(&v, "#jenis") && cgi_has(&v, "#nama") &&
	    cgi_has(&v, "#kontak") && cgi_has(&v, "#bukti") &&
	    cgi_has(&v, "#isi"), "...which is said beside each field");
	get(DATA "/baru");
	post_twice(DATA "/baru", "p2", "%s", ASKED);
	is_int(303, v.status, "one is written down");
	is_int(1, count("SELECT count(*) FROM subject_requests WHERE due_at ="
	    " came_at + 259200 AND noted_by IS NOT NULL AND $1 = 0"),
	    "...to be answered in 3 x 24 hours");
	is_int(1, count("SELECT count(*) FROM events WHERE kind ="
	    " 'subject-asked' AND effect NOT LIKE '%Rina%' AND $1 = 0"),
	    "...an event, with nothing personal outside its payload");
	is_int(1, count("SELECT count(*) FROM audit WHERE kind ="
	    " 'subject-asked' AND $1 = 0"), "...and in the audit");
	get(DATA);
	ok(cgi_has(&v, "Rina &lt;Astuti&gt;") && cgi_has(&v,
	    "Menunggu jawaban, batas") && cgi_has(&v, "D-2026-0001"),
	    "it is listed");
}

static int findings;

static void
finding(void *arg, const struct doctor_finding *f)
{
	findings += strcmp(f->slug, arg) == 0 && f->state == DOCTOR_FAULT;
}

static int64_t
mails(void)
{
	return count("SELECT count(*) FROM messages WHERE subject LIKE"
	    " 'Permintaan data pribadi%' AND $1 = 0");
}

static void
tells_what_is_late(void)
{
	char what[] = "subjects";
	struct doctor d = { .office = o, .now = NOW + 3 * DAY, .take = finding,
		.arg = what, .cost = DOCTOR_CHEAP, .data = cgi_folder(),
		.path = "", .trouble = "" };

	fixture_run(o, "UPDATE people SET email = 'a@example.id'"
	    " WHERE login = 'admin'");
	alarm_subjects(o, "http://x/y", NOW + DAY);
	is_int(0, mails(), "on the first day nobody is pressed");
	alarm_subjects(o, "http://x/y", NOW + 2 * DAY + 60);
	alarm_subjects(o, "http://x/y", NOW + 2 * DAY + 120);
	is_int(1, mails(), "on the last one is, once a day");
	doctor_run(&d);
	is_int(0, findings, "in time the doctor is content");
	d.now = NOW + 3 * DAY + 1;
	doctor_run(&d);
	is_int(1, findings, "after it the state of the office says so");
	v.now = NOW + 3 * DAY + 60;
	cgi_login(o, &v, "admin");
	get("/admin");
	ok(cgi_has(&v, "1 menunggu jawaban, 1 terlambat"), "...and the index");
	get(DATA);
	ok(cgi_has(&v, "Terlambat, batas"), "...and the list");
}

static void
decides_one(void)
{
	char one[64];

	snprintf(one, sizeof(one), DATA "/%lld", (long long)count("SELECT id"
	    " FROM subject_requests WHERE $1 = 0"));
	get(one);
	ok(cgi_has(&v, "Hapus data saya"), "what is asked for");
	post(one, "q1", "aksi=jawab&keputusan=refused&dasar=&jawaban=Tidak");
	is_int(422, v.status, "a decision needs its ground");
	ok(cgi_has(&v, "#dasar") && cgi_has(&v, "value=\"Tidak\""),
	    "...the rest is kept");
	post_twice(one, "q2", "aksi=jawab&keputusan=refused&dasar=Pasal+15"
	    "&jawaban=Disampaikan+lewat+surat");
	is_int(303, v.status, "decided");
	get(one);
	ok(cgi_has(&v, "Ditolak, ") && cgi_has(&v, "Pasal 15") &&
	    cgi_has(&v, "Disampaikan lewat surat"), "...with its ground");
	ok(!cgi_has(&v, "Simpan jawaban"), "...once");
	is_int(CASE_STATE, subject_decide(o, &(struct change){ .now = NOW },
	    count("SELECT id FROM subject_requests WHERE $1 = 0"),
	    &(struct subject_request){ .decision = "granted", .ground = "x",
	    .answer = "y" }), "...indeed");
	is_int(1, count("SELECT count(*) FROM audit WHERE kind ="
	    " 'subject-answered' AND $1 = 0"), "...and in the audit");
	get(DATA "/7");
	is_int(404, v.status, "one that is not there");
}

/* -- who read a case ------------------------------------------------------- */

static void
shows_who_read(void)
{
	struct visitor head = { .now = NOW + 3 * DAY + 60 };
	struct case_row c;
	char page[64];

	case_get(o, ended, &c);
	snprintf(page, sizeof(page), "/berkas/%lld", (long long)ended);
	cgi_login(o, &head, "kakanwil");
	cgi_get(&head, "case", page);
	cgi_get(&head, "case", page);
	is_int(200, head.status, "an official reads a case");
	is_int(1, fixture_int(o, "SELECT count(*) FROM audit WHERE kind ="
	    " 'case' AND about_id = $1", ended), "...which is kept once");
	ok(!cgi_has(&head, "Siapa membaca berkas ini"),
	    "who read it is not for everybody");
	cgi_get(&v, "case", page);
	ok(cgi_has(&v, "Siapa membaca berkas ini") && cgi_has(&v,
	    "Pegawai kakanwil: Berkas dibaca"), "...but for those who may");
	snprintf(page, sizeof(page), "/admin/keamanan?cari=%s", c.number);
	ok(cgi_has(&v, page), "...with the way to all of it");
	get(page);
	ok(cgi_has(&v, "<td>Berkas dibaca</td>") && cgi_has(&v, c.number) &&
	    !cgi_has(&v, "<td>Berhasil</td><td>Masuk</td>"),
	    "the audit of a case");
	cgi_leave(&head);
}

/* -- archives that go ------------------------------------------------------ */

static const char *
verified(void)
{
	static char page[64];
	char code[CASE_CODE_LEN + 1];

	office_letter_code(o, letter, code);
	snprintf(page, sizeof(page), "/verifikasi/%.4s-%.4s-%.4s", code,
	    code + 4, code + 8);
	cgi_get(&v, "verify", page);
	return page;
}

static void
add_letter(void)
{
	char sql[768], code[CASE_CODE_LEN + 1], hash[65];
	int64_t task = fixture_int(o, "SELECT min(id) FROM tasks WHERE case_id"
	    " = $1", ended);

	letter = ended + 7;
	office_letter_code(o, letter, code);
	office_letter_hash(o, code, hash);
	snprintf(sql, sizeof(sql), "INSERT INTO documents (id, case_id,"
	    " task_id, field, name, type, size, sha256, added_at) VALUES"
	    " (%lld, %lld, %lld, 'surat', 'Rina.pdf', 'application/pdf', 5,"
	    " 'aa', 1)", (long long)letter, (long long)ended,
	    (long long)task);
	fixture_run(o, sql);
	snprintf(sql, sizeof(sql), "INSERT INTO letters (id, unit_id, case_id,"
	    " kind, person, holder, number, year, dated, subject, code_hash,"
	    " state, document_id, made_at, reason, addressee, serial) VALUES"
	    " (%lld, %lld, %lld, 'balasan', 0, 'Rina Astuti', 'W.6-1', 2026,"
	    " '2026-01-05', 'Izin Rina Astuti', '%s', 'valid', %lld, %lld, '',"
	    " '', 1)", (long long)letter, (long long)office_unit(o),
	    (long long)ended, hash, (long long)letter, (long long)NOW);
	fixture_run(o, sql);
}

/* The other case ends so much later. */
static void
move_end(int64_t seconds)
{
	char sql[128];

	snprintf(sql, sizeof(sql), "UPDATE cases SET ended_at = ended_at + %lld"
	    " WHERE id = %lld", (long long)seconds, (long long)other);
	fixture_run(o, sql);
}

static void
make_case(void)
{
	struct act a = { .now = NOW, .note = "tidak jadi" };

	ended = walk_start(o, "izin-magang-penelitian", 0, NULL, 0, NOW);
	a.case_id = a.actor.case_id = ended;
	if (act_withdraw(o, &a) != CASE_OK)
		bail(office_why(o));
	add_letter();
	other = a.case_id = a.actor.case_id = walk_start(o,
	    "izin-magang-penelitian", 0, NULL, 0, NOW);
	if (act_withdraw(o, &a) != CASE_OK)
		bail(office_why(o));
	move_end(366 * DAY);
}

static void
lists_what_is_over(void)
{
	struct case_row c;

	case_get(o, ended, &c);
	get(MUSNAH);
	is_int(200, v.status, "the list");
	ok(cgi_has(&v, "tidak ada berkas yang habis") &&
	    !cgi_has(&v, "Musnahkan menurut"), "nothing is due");
	v.now = LATER;
	cgi_login(o, &v, "admin");
	get("/admin");
	ok(cgi_has(&v, "1 berkas habis masa simpannya"), "years later one is");
	get(MUSNAH);
	ok(cgi_has(&v, c.number), "...on the list");
	get(MUSNAH "/daftar.csv");
	ok(cgi_has(&v, c.number) && cgi_has(&v, "2026-01-05") &&
	    strstr(cgi_header(&v, "Content-Disposition"), "usul-musnah.csv") !=
	    NULL, "...and in its table");
	is_int(1, count("SELECT count(*) FROM audit WHERE kind = 'export' AND"
	    " about LIKE '%musnah%' AND $1 = 0"), "...which the audit has");
}

#define FORM "aksi=setujui&nomor=B-1%%2FX&tanggal-surat-hari=5" \
	"&tanggal-surat-bulan=1&tanggal-surat-tahun=2032&tanggal-surat=" \
	"2032-01-05&pejabat=Kepala"

static void
approves(void)
{
	get(MUSNAH);
	post(MUSNAH, "r1", "aksi=setujui&nomor=&tanggal-surat=&pejabat=");
	is_int(422, v.status, "an approval needs number, date and name");
	get(MUSNAH);
	move_end(-366 * DAY);
	post(MUSNAH, "r2", FORM);
	is_int(409, v.status, "a list that is another now is not approved");
	move_end(366 * DAY);
	is_int(0, count("SELECT count(*) FROM disposals WHERE $1 = 0"),
	    "...indeed");
	get(MUSNAH);
	post(MUSNAH, "r3", FORM);
	ok(cgi_has(&v, "1 berkas dimusnahkan. Ini tidak dapat dibatalkan."),
	    "it is asked once more");
	post(MUSNAH, "r3", "tindakan=setujui&pasti=ya&" FORM);
	is_int(303, v.status, "approved");
	is_int(1, count("SELECT count(*) FROM audit WHERE kind ="
	    " 'disposal-approved' AND $1 = 0"), "...in the audit");
}

static void
is_destroyed(void)
{
	char page[64];
	int done = 0;

	verified();
	ok(cgi_has(&v, "R*** A*****"), "the letter is known");
	is_int(CASE_OK, disposal_tick(o, LATER, &done), "the minute comes");
	snprintf(page, sizeof(page), MUSNAH "/%lld", (long long)count("SELECT"
	    " id FROM disposals WHERE $1 = 0"));
	get(page);
	is_int(200, v.status, "the paper of it");
	ok(cgi_has(&v, "Berita acara pemusnahan arsip nomor 1") &&
	    cgi_has(&v, "B-1/X, 5 Januari 2032") && cgi_has(&v, "Kepala") &&
	    cgi_has(&v, "Saksi"), "...with number, date and place to sign");
	get(MUSNAH);
	ok(cgi_has(&v, "Nomor 1") && !cgi_has(&v, "Musnahkan menurut"),
	    "the list is done");
	snprintf(page, sizeof(page), "/berkas/%lld", (long long)ended);
	cgi_get(&v, "case", page);
	is_int(200, v.status, "the case is there");
	ok(cgi_has(&v, "Dimusnahkan") && !cgi_has(&v, "tidak jadi") &&
	    !cgi_has(&v, "Rina"), "...and empty");
	verified();
	ok(cgi_has(&v, "W.6-1") && cgi_has(&v, "Dimusnahkan") &&
	    !cgi_has(&v, "R***"), "its letter is in force, without a name");
	get(MUSNAH "/7");
	is_int(404, v.status, "no such list");
}

static void
is_for_those_who_may(void)
{
	static const char *const pages[] = { DATA, MUSNAH,
		MUSNAH "/daftar.csv", "/admin/masa-simpan" };
	struct visitor w = { .now = NOW };

	cgi_login(o, &w, "kakanwil");
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		cgi_get(&w, "admin", pages[i]);
		is_int(403, w.status, "%s is not for everybody", pages[i]);
	}
	cgi_leave(&w);
}

/* A request comes whose time is over soon. */
static void
is_told(void)
{
	const struct change ch = { .now = LATER };
	const struct subject_request s = { .kind = "see", .name = "Budi",
		.contact = "Jl. Merdeka 1", .proof = "KTP", .body = "Lihat",
		.came_at = LATER - 2 * DAY - 60 };
	int64_t before = mails();

	fixture_run(o, "UPDATE people SET email = 'k@example.id'"
	    " WHERE login = 'kadivmin'");
	is_int(CASE_OK, subject_add(o, &ch, &s, NULL), "one that came earlier");
	alarm_subjects(o, "http://x/y", LATER);
	is_int(before + 2, mails(), "...of which who has the right hears, too");
	is_int(1, count("SELECT count(*) FROM messages WHERE address ="
	    " 'k@example.id' AND subject LIKE 'Permintaan data%' AND $1 = 0"),
	    "...once");
}

/* Once somebody has the right, managing the office is not enough; and the right
 * does not manage it. */
static void
opens_by_right(void)
{
	const struct change ch = { .now = LATER };
	struct right_row g = { .right = RIGHTS_PERSONAL, .from_at = LATER };
	struct visitor w = { .now = LATER };
	struct role_row role;
	char page[64];

	if (role_by_slug(o, "kadivmin", &role) != CASE_OK)
		bail("no role");
	g.role_id = role.id;
	if (rights_give(o, &ch, &g, NULL) != CASE_OK)
		bail(office_why(o));
	snprintf(page, sizeof(page), "/berkas/%lld", (long long)other);
	get(DATA);
	is_int(403, v.status, "an administrator without the right");
	get("/admin");
	ok(cgi_has(&v, "/admin/pengguna") && !cgi_has(&v, "/admin/musnah") &&
	    !cgi_has(&v, "/admin/keamanan"), "...has the other pages");
	cgi_get(&v, "case", page);
	ok(!cgi_has(&v, "Siapa membaca berkas ini"), "...and no readers");
	cgi_login(o, &w, "kadivmin");
	cgi_get(&w, "admin", DATA);
	is_int(200, w.status, "who has the right looks after the requests");
	cgi_get(&w, "admin", "/admin/keamanan");
	is_int(200, w.status, "...and the audit");
	cgi_get(&w, "admin", MUSNAH);
	is_int(200, w.status, "...and the archives that go");
	ok(cgi_has(&w, "href=\"/admin\""), "...by the menu");
	cgi_get(&w, "admin", "/admin");
	ok(cgi_has(&w, "/admin/musnah") && !cgi_has(&w, "/admin/pengguna"),
	    "...and nothing else");
	cgi_get(&w, "admin", "/admin/pengguna");
	is_int(403, w.status, "...indeed");
	cgi_get(&w, "case", page);
	ok(cgi_has(&w, "Siapa membaca berkas ini"), "...but who read a case");
	is_told();
	cgi_leave(&w);
}

/* Personal data is opened by a second code, to a GET and to a POST; other work
 * goes on without. */
static void
asks_for_the_second_code(void)
{
	static const char *const pages[][2] = {
		{ DATA, "/akun/bukti?kembali=%2Fadmin%2Fdata-pribadi" },
		{ MUSNAH, "/akun/bukti?kembali=%2Fadmin%2Fmusnah" },
	};
	struct visitor w = { .now = LATER };

	cgi_configure("second_factor", "admin");
	cgi_login(o, &w, "kadivmin");
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		cgi_get(&w, "admin", pages[i][0]);
		is_int(303, w.status, "%s: the second code", pages[i][0]);
		is_string(pages[i][1], w.location, "...is asked for");
	}
	cgi_post(&w, "admin", MUSNAH, "aksi=susun&kunci=kedua");
	ok(w.status == 403 && cgi_has(&w, "Kode kedua diminta"),
	    "...before an act, too");
	cgi_get(&w, "inbox", "/kotak-masuk");
	is_int(200, w.status, "...and nowhere else");
	fixture_run(o, "UPDATE sessions SET proved_at = 4102444800");
	cgi_get(&w, "admin", DATA);
	is_int(200, w.status, "with the code it opens");
	cgi_leave(&w);
	cgi_configure("second_factor", "no");
}

int
main(void)
{
	o = cgi_office();
	fixture_sees_all(o, "kakanwil");
	fixture_sees_all(o, "admin");
	fixture_sees_all(o, "kadivmin");
	v.now = NOW;
	cgi_login(o, &v, "admin");
	make_case();
	is_for_those_who_may();
	shows_the_terms();
	writes_one_down();
	tells_what_is_late();
	decides_one();
	shows_who_read();
	lists_what_is_over();
	approves();
	is_destroyed();
	opens_by_right();
	asks_for_the_second_code();
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
