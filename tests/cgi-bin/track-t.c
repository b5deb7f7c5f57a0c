/* track-t.c - a request followed by its code, without an account. */
#include <stdlib.h>
#include <string.h>

#include "case/act_start.h"
#include "case/case.h"
#include "store/files.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"

#define NOW	(FIXTURE_START + 3600)
#define PDF	"%PDF-1.4\nsurat\n%%EOF\n"
#define UNKNOWN	"Kode tidak ditemukan. Periksa kembali 12 huruf dan angka " \
		"pada bukti permohonan."

static const struct act_value request[] = {
	{ "nama", "Siti <Rahmawati>" }, { "whatsapp", "+6281234567890" },
};

static struct visitor v = { .now = NOW };

static int64_t
new_request(struct office *o)
{
	return walk_start(o, "izin-magang-penelitian", 0, request, 2, NOW);
}

/* Ask for the status of a case by its code. */
static void
track(struct office *o, int64_t id)
{
	char code[CASE_CODE_LEN + 1], form[64];

	cgi_leave(&v);
	cgi_get(&v, "track", "/lacak?lain=1");
	office_code(o, id, code);
	snprintf(form, sizeof(form), "kode=%s", code);
	cgi_post(&v, "track", "/lacak", form);
	cgi_get(&v, "track", "/lacak/status");
}

/* A code as a chat or a word processor hands it on. */
static void
reads_a_pasted_code(struct office *o)
{
	int64_t id = new_request(o);
	char code[CASE_CODE_LEN + 1], form[128];

	cgi_leave(&v);
	cgi_get(&v, "track", "/lacak?lain=1");
	office_code(o, id, code);
	snprintf(form, sizeof(form), "kode=%%E2%%80%%9C%.4s%%C2%%A0%.4s"
	    "%%E2%%80%%93%.4s%%E2%%80%%9D.", code, code + 4, code + 8);
	cgi_post(&v, "track", "/lacak", form);
	is_string("/lacak/status", v.location, "a pasted code: %s", form);
	snprintf(form, sizeof(form), "kode=%%2A%.4s%%E2%%80%%91%.8s%%2A"
	    "&angka=%%EF%%BC%%97+8-90", code, code + 4);
	cgi_post(&v, "track", "/lacak/surat", form);
	ok(!cgi_has(&v, "tidak cocok"), "...with digits of any width");
	cgi_leave(&v);
}

static void
asks_for_the_code(struct office *o)
{
	char code[CASE_CODE_LEN + 1], form[128];
	int64_t id = new_request(o);
	size_t i;

	cgi_get(&v, "track", "/lacak");
	is_int(200, v.status, "the form");
	ok(cgi_has(&v, "<h1 class=\"govuk-heading-l\">Lacak permohonan</h1>"),
	    "...its heading");
	ok(cgi_has(&v, "<form method=\"post\" action=\"/lacak\""),
	    "...posts: no address holds a code");
	cgi_get(&v, "track", "/lacak/status");
	ok(v.status == 303 && strcmp(v.location, "/lacak") == 0,
	    "without a code there is no status");
	cgi_get(&v, "track", "/lacak/lain");
	is_int(404, v.status, "nothing else below it");
	cgi_post(&v, "track", "/lacak", "kode=K7QM2F9DXW4T&csrf=");
	is_int(422, v.status, "without a token");
	office_code(o, id, code);
	for (i = 0; code[i] != '\0'; i++)
		if (code[i] >= 'A' && code[i] <= 'Z')
			code[i] = (char)(code[i] - 'A' + 'a');
	snprintf(form, sizeof(form), "kode=+%.4s-%.4s%%20%.4s", code,
	    code + 4, code + 8);
	cgi_post(&v, "track", "/lacak", form);
	is_int(303, v.status, "a code, small and apart");
	is_string("/lacak/status", v.location, "...goes on");
	ok(strstr(v.answer, "Set-Cookie: lacak=") != NULL, "...and is kept");
	cgi_get(&v, "track", "/lacak");
	is_string("/lacak/status", v.location, "coming back");
	cgi_get(&v, "track", "/lacak?lain=1");
	is_int(200, v.status, "...or with another one");
	cgi_get(&v, "track", "/lacak/status");
	is_int(303, v.status, "...and the first is forgotten");
	cgi_leave(&v);
}

static void
refuses_alike(void)
{
	static const char *const bad[] = { "K7QM2F9DXW4T", "x",
		"0000000000000000000", "%3Cb%3E" };
	size_t i;

	cgi_get(&v, "track", "/lacak");
	cgi_post(&v, "track", "/lacak", "kode=");
	ok(v.status == 422 && cgi_has(&v, "Isi kode pelacakan"), "no code");
	for (i = 0; i < 4; i++) {
		char form[64];

		snprintf(form, sizeof(form), "kode=%s", bad[i]);
		cgi_post(&v, "track", "/lacak", form);
		is_int(422, v.status, "not a code: %s", bad[i]);
		ok(cgi_has(&v, "href=\"#kode\">" UNKNOWN), "...says so");
	}
	ok(cgi_has(&v, "value=\"&lt;b&gt;\""), "...keeps it, escaped");
	ok(strstr(v.answer, "lacak=") == NULL, "...not as a cookie");
	cgi_leave(&v);
}

static void
guesses_brake_nobody(struct office *o)
{
	struct visitor w = { .now = NOW, .remote = "192.0.2.99" };
	char code[CASE_CODE_LEN + 1], form[64];
	int i;

	cgi_get(&w, "track", "/lacak");
	for (i = 0; i < 20; i++)
		cgi_post(&w, "track", "/lacak", "kode=K7QM2F9DXW4T");
	office_code(o, new_request(o), code);
	snprintf(form, sizeof(form), "kode=%s", code);
	cgi_post(&w, "track", "/lacak", form);
	is_int(303, w.status, "after twenty misses the right one is found");
	cgi_leave(&w);
}

static void
shows_the_way(struct office *o)
{
	int64_t id = new_request(o);

	track(o, id);
	is_int(200, v.status, "the status");
	ok(cgi_has(&v, "Sedang diproses: langkah 3 dari 5</h1>"),
	    "...is the heading");
	ok(cgi_has(&v, "Menunggu Petugas Layanan Magang dan Penelitian. Batas "
	    "waktu "), "...who has it");
	ok(cgi_has(&v, "Anda tidak perlu melakukan apa pun sekarang."),
	    "...what to do");
	ok(cgi_has(&v, "Permohonan diterima</h3>"), "...what happened");
	ok(cgi_has(&v, "Belum dimulai"), "...what is to come");
	ok(cgi_has(&v, "Izin magang dan penelitian"), "...which service");
	ok(cgi_has(&v, "Belum tersedia."), "...no letter yet");
	ok(!cgi_has(&v, "81234567890"), "...no telephone number");
	ok(!cgi_has(&v, "Rahmawati"), "...not even the name");
	ok(!cgi_has(&v, "Pegawai "), "...no official's either");
	ok(v.size < 60000, "...small");
	walk_step(o, id, OUTCOME_FORWARD, NULL, NOW + 60);
	track(o, id);
	ok(cgi_has(&v, "langkah 4 dari 5</h1>"), "then further");
	ok(!cgi_has(&v, "Pegawai "), "...still without names");
}

static void
shows_what_to_mend(struct office *o)
{
	int64_t id = new_request(o);
	struct task_row t;
	char text[96];

	walk_step(o, id, OUTCOME_RETURN, NULL, NOW);
	walk_current(o, id, &t);
	track(o, id);
	ok(cgi_has(&v, "Perlu perbaikan dari Anda</h1>"), "sent back");
	ok(cgi_has(&v, "Surat belum lengkap."), "...why");
	ok(cgi_has(&v, "Dikembalikan oleh Petugas Layanan"), "...by whom");
	ok(cgi_has(&v, "kepada Anda pada 5 Januari 2026, 09.00 WIB. Sejak itu "
	    "waktu kami berhenti"), "...whose time it is, since when");
	snprintf(text, sizeof(text), "href=\"/perbaiki/%lld\"",
	    (long long)t.id);
	ok(cgi_has(&v, text), "...where to mend it");
}

/* Ask for the letter by code and digits: the status. */
static int
fetch(struct office *o, int64_t id, const char *digits)
{
	char code[CASE_CODE_LEN + 1], form[80];

	office_code(o, id, code);
	snprintf(form, sizeof(form), "aksi=unduh&kunci=a&kode=%s&angka=%s",
	    code, digits);
	cgi_post(&v, "track", "/lacak/surat", form);
	return v.status;
}

static void
gives_the_letter(struct office *o)
{
	char hash[FILES_HASH_SIZE];
	struct act_file file = { "berkas", "surat.pdf", hash,
		"application/pdf", sizeof(PDF) - 1 };
	int64_t id = new_request(o);
	int i;

	if (files_put(office_files(o), PDF, sizeof(PDF) - 1, hash) == -1)
		bail("cannot store a file");
	walk_to(o, id, 4, NOW);
	walk_step(o, id, OUTCOME_FORWARD, &file, NOW);
	track(o, id);
	ok(!cgi_has(&v, "value=\"unduh\""), "signed, not yet sent");
	is_int(404, fetch(o, id, "7890"), "...not given out");
	walk_to(o, id, 0, NOW);
	track(o, id);
	ok(cgi_has(&v, "Disetujui. Surat siap diunduh</h1>"),
	    "the end says yes");
	ok(cgi_has(&v, "Unduh surat-izin-") &&
	    cgi_has(&v, ".pdf (PDF, "), "...with a letter");
	ok(cgi_has(&v, ">Nomor</dt>") && cgi_has(&v, ">Tanggal surat</dt>"),
	    "...its number and date");
	ok(!cgi_has(&v, "value=\"cabut\""), "...not to be withdrawn");
	ok(cgi_has(&v, "action=\"/lacak/surat\""), "...by code and digits");
	is_int(422, fetch(o, id, ""), "without digits");
	is_int(422, fetch(o, id, "1234"), "with wrong ones");
	ok(cgi_has(&v, "href=\"#kode\">Kode pelacakan dan empat angka itu"),
	    "...says");
	is_int(200, fetch(o, id, "7890"), "with the right ones");
	is_string(PDF, cgi_body(&v), "...the letter");
	track(o, id);
	cgi_post(&v, "track", "/lacak/status", "aksi=unduh&angka=7890");
	is_int(400, v.status, "...nowhere else");
	cgi_get(&v, "track", "/lacak/surat");
	ok(v.status == 200 && cgi_has(&v, "value=\""), "the code kept");
	for (i = 0; i < 3; i++)
		fetch(o, id, "0000");
	is_int(422, fetch(o, id, "7890"), "after five guesses");
	ok(cgi_has(&v, "Kami kirim kode ke nomor WhatsApp"),
	    "...the telephone is asked for more");
	cgi_post(&v, "track", "/lacak/status", "aksi=apa");
	is_int(400, v.status, "an unknown act");
}

/* The page of an answer, but for what was typed and what is never the same. */
static char *
plain(const char *typed)
{
	static const char *const varied[] = { "name=\"csrf\" value=\"",
		"name=\"kunci\" value=\"", "name=\"kode\" type=\"text\" "
		"value=\"" };
	char *page = strdup(cgi_body(&v)), *at;

	if (page == NULL)
		bail("out of memory");
	ok(strstr(page, typed) != NULL, "what was typed is kept");
	for (size_t i = 0; i < sizeof(varied) / sizeof(varied[0]); i++) {
		if ((at = strstr(page, varied[i])) == NULL)
			continue;
		at += strlen(varied[i]);
		memmove(at, at + strcspn(at, "\""), strlen(at + strcspn(at,
		    "\"")) + 1);
	}
	return page;
}

/* An unknown code and a right one with wrong digits: the same page. */
static void
answers_alike(struct office *o)
{
	char code[CASE_CODE_LEN + 1], form[80];
	char *wrong, *unknown;

	v.remote = "203.0.113.9";
	office_code(o, new_request(o), code);
	snprintf(form, sizeof(form), "kode=%s&angka=0000&kunci=a", code);
	cgi_post(&v, "track", "/lacak/surat", form);
	is_int(422, v.status, "wrong digits");
	wrong = plain(code);
	cgi_post(&v, "track", "/lacak/surat",
	    "kode=ZZZZZZZZZZZZ&angka=0000&kunci=a");
	is_int(422, v.status, "an unknown code");
	unknown = plain("ZZZZZZZZZZZZ");
	is_string(wrong, unknown, "...answered alike, to the last byte");
	free(unknown);
	cgi_post(&v, "track", "/lacak/surat",
	    "kode=%3Cb%3E&angka=7890&kunci=a");
	is_int(422, v.status, "what is no code");
	ok(cgi_has(&v, "value=\"&lt;b&gt;\""), "...typed back, harmless");
	free(wrong);
}

static void
withdraws(struct office *o)
{
	int64_t id = new_request(o);
	struct case_row c;
	char form[256], key[64];

	track(o, id);
	ok(cgi_has(&v, "Batalkan permohonan ini"), "it may be withdrawn");
	snprintf(key, sizeof(key), "%s", cgi_field(&v, "kunci"));
	cgi_post(&v, "track", "/lacak/status", "aksi=cabut&kunci=a&alasan=+");
	is_int(422, v.status, "not without a reason");
	ok(cgi_has(&v, "href=\"#alasan\">Tulis alasan membatalkan"), "says");
	ok(cgi_has(&v, "<details class=\"govuk-details\" open"), "...open");
	snprintf(form, sizeof(form), "aksi=cabut&kunci=%s&alasan=Salah", key);
	cgi_post(&v, "track", "/lacak/status", form);
	is_int(422, v.status, "...nor by the code alone");
	ok(cgi_has(&v, "href=\"#angka\">Isi empat angka terakhir"), "says");
	ok(cgi_has(&v, ">Salah</textarea>"), "...and keeps the reason");
	snprintf(form, sizeof(form), "aksi=cabut&kunci=%s&angka=7890&alasan="
	    "Salah+%%3Cb%%3E%%22%%26%%27", key);
	cgi_post(&v, "track", "/lacak/status", form);
	is_int(303, v.status, "with both");
	is_string("/lacak/status", v.location, "...back to it");
	case_get(o, id, &c);
	is_string("withdrawn", c.result, "...it is");
	cgi_get(&v, "track", "/lacak/status");
	ok(cgi_has(&v, "Permohonan dibatalkan."), "said once");
	ok(cgi_has(&v, "Permohonan dibatalkan pemohon</h1>"), "and seen");
	ok(cgi_has(&v, "“Salah &lt;b&gt;&quot;&amp;&#39;”"), "...escaped");
	cgi_post(&v, "track", "/lacak/status", form);
	is_int(303, v.status, "sent again: nothing happens");
	cgi_post(&v, "track", "/lacak/status",
	    "aksi=cabut&kunci=b&angka=7890&alasan=Lagi");
	is_int(409, v.status, "a second time");
}

/* A request in English, followed by a browser that never chose a language. */
static void
speaks_english(struct office *o)
{
	struct act_start st = { .language = "en",
	    .version_id = office_sop_version(o, "izin-magang-penelitian",
	    NOW) };
	struct act a = { .now = NOW };
	struct fixture_form form;
	struct db_stmt *q;
	struct case_row c;

	fixture_form(o, sop_row_at(office_sop(o, st.version_id), 1), NOW,
	    request, 2, &form);
	a.value = form.value;
	a.nvalue = form.nvalue;
	a.file = form.file;
	a.nfile = form.nfile;
	if (act_start(o, &a, &st) != CASE_OK)
		bail(office_why(o));
	case_get(o, a.case_id, &c);
	is_string("en", c.language, "a request written in English");
	q = db_query(office_db(o), "SELECT body FROM messages"
	    " WHERE case_id = $1", "i", a.case_id);
	ok(db_step(q) && strncmp(db_text(q, 0), "We have received your "
	    "application", 28) == 0, "...is confirmed in English");
	db_done(q);
	track(o, a.case_id);
	ok(cgi_has(&v, "<html lang=\"en\"") && cgi_has(&v, "In progress: step"),
	    "...its status is read in English");
	cgi_leave(&v);
	cgi_get(&v, "track", "/lacak?bahasa=id");
	track(o, a.case_id);
	is_int(0, fixture_int(o, "SELECT count(*) FROM cases WHERE language <>"
	    " '' AND id <> $1", a.case_id), "others say nothing");
}

int
main(void)
{
	struct office *o = cgi_office();

	asks_for_the_code(o);
	reads_a_pasted_code(o);
	refuses_alike();
	guesses_brake_nobody(o);
	shows_the_way(o);
	shows_what_to_mend(o);
	gives_the_letter(o);
	answers_alike(o);
	withdraws(o);
	speaks_english(o);
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
