/*
 * trust-t.c - what a page carries is worth nothing in other hands: signed
 * values, keys, cookies and addresses taken elsewhere; and what was written
 * is not lost when the session was.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "people/password.h"
#include "store/files.h"
#include "tests/case/fixture.h"
#include "tests/store/meddle.h"
#include "tests/tap.h"
#include "tests/web/applicant.h"
#include "tests/web/seat.h"

#define SIGAP "sigap-magang-penelitian"
#define IZIN "izin-magang-penelitian"
#define PAGU "/mulai/pagu-anggaran"
#define APPROVED "keputusan=teruskan&nomor_surat=W.6-1" \
	"&tanggal_surat=2026-01-05"

#define UNPROVED "&sebab=beban&alasan-dokumen=Surat+ini+hanya+untuk+uji."

static struct office *office;

static void
sit(struct seat *s, const char *program, const char *path, const char *no)
{
	seat_take(s, office, program, path, desk_case(office, SIGAP, no), 1);
}

/* A value as a form sends it. */
static const char *
escaped(const char *value)
{
	static char text[2][1024];
	static int n;
	char *o = text[n = !n];

	for (; *value != '\0'; value++)
		o += sprintf(o, "%%%02X", (unsigned char)*value);
	return text[n];
}

static int64_t
documents(const struct seat *s)
{
	return fixture_int(office, "SELECT count(*) FROM documents"
	    " WHERE task_id = $1", s->task.id);
}

static int64_t
notes(const struct seat *s)
{
	return fixture_int(office, "SELECT count(*) FROM events"
	    " WHERE stream = $1 AND kind = 'note'", s->case_id);
}

static int64_t
cases(void)
{
	return fixture_int(office, "SELECT count(*) FROM cases"
	    " WHERE id > $1", 0);
}

/* A request by the public, complete; the address of its answers. */
static const char *
apply(struct visitor *v, const char *file)
{
	static char check[512];

	snprintf(check, sizeof(check), "%s", applicant_write(office, v,
	    "/ajukan/" IZIN, NULL, file));
	applicant_send(v, check);
	return check;
}

/* A file accepted in one form is referred to in another. */
static void
kept_files_stay_in_their_form(void)
{
	struct seat mine, other;
	char form[2048];

	sit(&mine, "approve", "/setujui", "5");
	sit(&other, "approve", "/setujui", "5");
	seat_send_file(&mine, "aksi=selesai&keputusan=teruskan", "berkas");
	is_int(422, mine.v.status, "a file is accepted, its form is not");
	snprintf(form, sizeof(form), "aksi=kirim&" APPROVED "&berkas-lama=%s",
	    escaped(cgi_field(&mine.v, "berkas-lama")));
	seat_send(&other, form);
	is_int(422, other.v.status, "its reference in another case's form");
	ok(cgi_has(&other.v, "href=\"#berkas\""), "...is no file");
	cgi_login(office, &mine.v, desk_doer(office, &mine.task));
	seat_send(&mine, form);
	is_int(422, mine.v.status, "...nor in another session");
	is_int(0, documents(&mine) + documents(&other), "...and none is kept");
	seat_leave(&other);
	seat_leave(&mine);
}

/* A form that waits for a second code has its file when it goes on. */
static void
files_wait_for_the_code(void)
{
	struct seat s;
	char form[2048];

	sit(&s, "approve", "/setujui", "5");
	cgi_configure("second_factor", "approve");
	seat_send_file(&s, "aksi=kirim&" APPROVED UNPROVED, "berkas");
	is_int(403, s.v.status, "an approval without a second code");
	ok(cgi_has(&s.v, "action=\"/akun/bukti\""), "...asks for it");
	is_string("W.6-1", cgi_field(&s.v, "isian.nomor_surat"),
	    "...and takes the form along");
	is_int(0, documents(&s), "...and nothing is done");
	snprintf(form, sizeof(form), "aksi=kirim&" APPROVED UNPROVED
	    "&berkas-lama=%s", escaped(cgi_field(&s.v, "isian.berkas-lama")));
	seat_send(&s, form);
	is_int(403, s.v.status, "...also with the file that was kept");
	fixture_run(office, "UPDATE sessions SET proved_at = created_at");
	seat_send(&s, form);
	is_int(303, s.v.status, "with the code it goes on as it was");
	is_int(1, documents(&s), "...with its file");
	cgi_configure("second_factor", "no");
	seat_leave(&s);
}

/* A form left lying for days: its file is swept away. */
static void
kept_files_may_be_gone(void)
{
	struct seat s;
	char form[2048], hash[FILES_HASH_SIZE];
	const char *key;

	sit(&s, "approve", "/setujui", "5");
	seat_send_file(&s, "aksi=selesai&keputusan=teruskan", "berkas");
	key = cgi_field(&s.v, "berkas-lama");
	snprintf(hash, sizeof(hash), "%s", strchr(key, ' ') + 1);
	snprintf(form, sizeof(form), "aksi=kirim&" APPROVED "&berkas-lama=%s",
	    escaped(key));
	meddle_file(office_files(office), hash, NULL);
	seat_send(&s, form);
	is_int(422, s.v.status, "a reference to a file that is gone");
	ok(cgi_has(&s.v, "href=\"#berkas\""), "...is asked for again");
	is_int(0, documents(&s), "...and not kept");
	seat_leave(&s);
}

/* The page behind a request tells its code; its address is in logs. */
static void
addresses_tell_nobody_else(void)
{
	struct visitor v = { .now = FIXTURE_START + 60 };
	struct visitor thief = { .now = FIXTURE_START + 60 };
	char sent[512];

	cgi_get(&v, "submit", "/ajukan");
	is_string("private, no-cache", cgi_header(&v, "Cache-Control"),
	    "an empty form is nobody's secret");
	apply(&v, "surat.pdf");
	is_int(303, v.status, "a request");
	snprintf(sent, sizeof(sent), "%s", v.location);
	cgi_get(&thief, "submit", "/ajukan");
	cgi_get(&thief, "submit", sent);
	is_int(404, thief.status, "its address in other hands");
	ok(!cgi_has(&thief, "Kode pelacakan Anda"), "...tells no code");
	cgi_get(&v, "submit", sent);
	is_int(200, v.status, "the one who sent it");
	is_string("no-store", cgi_header(&v, "Cache-Control"),
	    "...gets a code that no cache keeps");
	cgi_get(&v, "submit", "/ajukan");
	is_string("no-store", cgi_header(&v, "Cache-Control"),
	    "...nor anything shown to whoever has it");
	cgi_leave(&v);
	cgi_leave(&thief);
}

/* A request is sent once, and its page answers for nobody else. */
static void
keys_answer_for_nobody_else(void)
{
	struct visitor v = { .now = FIXTURE_START + 120 };
	struct visitor thief = { .now = FIXTURE_START + 120 };
	int64_t n = cases();
	const char *check = apply(&v, "surat.pdf");
	char sent[512], form[256];

	is_int(303, v.status, "a request");
	snprintf(sent, sizeof(sent), "%s", v.location);
	cgi_get(&v, "submit", sent);
	cgi_post(&v, "submit", check, "persetujuan_data=v1");
	is_string(sent, v.location, "...sent twice leads to the same");
	is_int(n + 1, cases(), "...and opens one case");
	cgi_get(&thief, "submit", "/ajukan/" IZIN);
	snprintf(form, sizeof(form), "kunci=%064d&persetujuan_data=v1", 0);
	cgi_post(&thief, "submit", check, form);
	is_int(404, thief.status, "its address in other hands");
	ok(!cgi_has(&thief, "Kode pelacakan Anda"), "...tells no code");
	is_int(n + 1, cases(), "...and opens none");
	cgi_leave(&v);
	cgi_leave(&thief);
}

/* Back in the browser, and something else written: nothing is swallowed. */
static void
another_text_is_another_act(void)
{
	struct seat s;

	sit(&s, "review", "/periksa", "2");
	seat_send(&s, "aksi=catat&kunci=k&jenis-catatan=catatan"
	    "&isi-catatan=Satu");
	is_int(303, s.v.status, "a note");
	seat_send(&s, "aksi=catat&kunci=k&jenis-catatan=catatan"
	    "&isi-catatan=Satu");
	is_int(303, s.v.status, "...sent twice");
	is_int(1, notes(&s), "...is one");
	seat_send(&s, "aksi=catat&kunci=k&jenis-catatan=catatan"
	    "&isi-catatan=Dua");
	is_int(303, s.v.status, "another, from the same page");
	is_int(2, notes(&s), "...is kept, too");
	seat_send(&s, "aksi=selesai&kunci=k&keputusan=teruskan");
	is_int(303, s.v.status, "finished from that page");
	ok(desk_task(office, s.case_id).id != s.task.id, "...indeed");
	seat_leave(&s);
}

/* The time a form was first shown is signed for one session, and for a day. */
static void
beginnings_are_not_handed_on(void)
{
	struct visitor v = { .now = FIXTURE_START + 7200 };
	char form[512];
	int64_t shown;

	cgi_login(office, &v, "kakanwil");
	cgi_get(&v, "submit", PAGU);
	shown = v.now;
	snprintf(form, sizeof(form), "perihal=Pagu&tahun=2027&catatan=Siap"
	    "&kunci=a&mulai=%s", escaped(cgi_field(&v, "mulai")));
	v.now += 900;
	cgi_leave(&v);
	cgi_login(office, &v, "kakanwil");
	cgi_post(&v, "submit", PAGU, form);
	is_int(303, v.status, "a beginning of another session");
	is_int(v.now, fixture_int(office, "SELECT max(claimed_at) FROM tasks"
	    " WHERE pos > $1", 0), "...is now");
	cgi_get(&v, "submit", PAGU);
	snprintf(form, sizeof(form), "perihal=Pagu&tahun=2027&catatan=Siap"
	    "&kunci=b&mulai=%s", escaped(cgi_field(&v, "mulai")));
	for (v.now = shown; v.now < shown + 2 * 86400; v.now += 7200)
		cgi_get(&v, "submit", PAGU);
	cgi_post(&v, "submit", PAGU, form);
	is_int(303, v.status, "a form left lying for two days");
	is_int(v.now, fixture_int(office, "SELECT max(claimed_at) FROM tasks"
	    " WHERE pos > $1", 0), "...begins now as well");
	cgi_leave(&v);
}

/* A PDF can be a web page, too; saved as one it would be opened as one. */
static void
names_end_as_the_content_is(void)
{
	struct visitor v = { .now = FIXTURE_START + 180 };
	struct visitor officer = { .now = FIXTURE_START + 180 };
	char uri[64];

	apply(&v, "surat <b>.html");
	is_int(303, v.status, "a PDF called a web page");
	cgi_login(office, &officer, "petugas-layanan");
	snprintf(uri, sizeof(uri), "/dokumen/%lld", (long long)fixture_int(
	    office, "SELECT id FROM documents WHERE name = 'surat <b>.html'"
	    " AND id > $1", 0));
	cgi_get(&officer, "file", uri);
	is_int(200, officer.status, "...is given");
	is_string("attachment; filename=\"surat <b>.html.pdf\"; "
	    "filename*=UTF-8''surat%20%3Cb%3E.html.pdf",
	    cgi_header(&officer, "Content-Disposition"), "...as what it is");
	cgi_leave(&v);
	cgi_leave(&officer);
}

/* The session ended while somebody wrote. */
static void
text_outlives_its_session(void)
{
	struct seat s;
	struct visitor v = { .now = FIXTURE_START + 240 };
	int64_t events;

	sit(&s, "review", "/periksa", "2");
	events = seat_events(&s);
	s.v.now += 11 * 3600;
	seat_send(&s, "aksi=selesai&keputusan=kembali-1"
	    "&catatan=Surat+%3Cbelum%3E+ditandatangani");
	is_int(403, s.v.status, "a form after the session ended");
	ok(cgi_has(&s.v, "Sesi Anda sudah berakhir"), "...is told");
	ok(cgi_has(&s.v, "Surat &lt;belum&gt; ditandatangani"),
	    "...with what was written");
	ok(cgi_has(&s.v, "name=\"kembali\" value=\"/periksa/") &&
	    cgi_has(&s.v, "name=\"isian.catatan\""), "...and the way back");
	is_int(events, seat_events(&s), "...and changes nothing");
	cgi_login(office, &s.v, desk_doer(office, &s.task));
	seat_send(&s, "csrf=salah&aksi=selesai&keputusan=kembali-1"
	    "&catatan=Surat+belum+ditandatangani&kata-sandi=satu+dua");
	is_int(422, s.v.status, "a page of the session before");
	ok(cgi_has(&s.v, ">Surat belum ditandatangani</textarea>"),
	    "...comes back with what was written");
	ok(!cgi_has(&s.v, "satu dua"), "...but nothing secret");
	is_int(events, seat_events(&s), "...and changes nothing");
	cgi_get(&v, "submit", "/ajukan");
	cgi_post(&v, "submit", PAGU, "aksi=kirim&versi=0&kunci=x&catatan=");
	is_int(303, v.status, "where nothing was written");
	is_string("/masuk?kembali=%2Fmulai%2Fpagu-anggaran", v.location,
	    "...the log-in comes at once");
	cgi_leave(&v);
	seat_leave(&s);
}

/* Two people at one machine. */
static void
a_new_log_in_ends_the_old(void)
{
	struct visitor v = { .now = FIXTURE_START + 300 };
	struct visitor old = { .now = FIXTURE_START + 300 };
	struct change ch = { .now = v.now };

	if (password_set(office, &ch, fixture_person(office, "kakanwil"),
	    "kuda besi terbang") != CASE_OK)
		bail("cannot set a password");
	cgi_login(office, &v, "kadivmin");
	cgi_cookie(&old, v.cookie[0]);
	cgi_post(&v, "login", "/masuk", "nip=kakanwil"
	    "&kata-sandi=kuda+besi+terbang");
	is_int(303, v.status, "another logs in");
	cgi_get(&old, "inbox", "/kotak-masuk");
	is_int(303, old.status, "...the one before is logged out");
	cgi_get(&v, "inbox", "/kotak-masuk");
	is_int(200, v.status, "...and this one in");
	cgi_leave(&v);
	cgi_leave(&old);
}

/* Somebody writes; who looked a minute ago looks again. */
static int
look(struct db *db, void *arg)
{
	struct visitor *v = arg;
	char uri[64];

	(void)db;
	snprintf(uri, sizeof(uri), "/berkas/%lld", (long long)fixture_int(
	    office, "SELECT max(case_id) FROM reads WHERE case_id > $1", 0));
	cgi_get(v, "case", uri);
	return 0;
}

static void
looking_waits_for_no_writer(void)
{
	struct visitor v = { .now = FIXTURE_START + 360 };
	char uri[64];

	snprintf(uri, sizeof(uri), "/berkas/%lld", (long long)fixture_int(
	    office, "SELECT max(id) FROM cases WHERE id > $1", 0));
	cgi_login(office, &v, "kakanwil");
	cgi_get(&v, "case", uri);
	is_int(200, v.status, "a case is looked at, which is noted");
	v.now += 60;
	db_tx(office_db(office), look, &v);
	is_int(200, v.status, "...and again while somebody writes");
	cgi_leave(&v);
}

int
main(void)
{
	office = cgi_office();
	kept_files_stay_in_their_form();
	kept_files_may_be_gone();
	files_wait_for_the_code();
	addresses_tell_nobody_else();
	keys_answer_for_nobody_else();
	another_text_is_another_act();
	beginnings_are_not_handed_on();
	names_end_as_the_content_is();
	text_outlives_its_session();
	a_new_log_in_ends_the_old();
	looking_waits_for_no_writer();
	return tap_done();
}
