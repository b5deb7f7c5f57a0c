/*
 * language-t.c - the public pages in English: chosen by a link, kept in
 * a cookie, nothing of them left in Indonesian, and what people typed as it
 * is.
 */
#include <stdio.h>
#include <string.h>

#include "case/act_close.h"
#include "case/act_finish.h"
#include "letter/letter_number.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"
#include "tests/web/desk.h"
#include "tests/web/english.h"

static struct visitor v;

static void
see(const char *program, const char *uri)
{
	cgi_get(&v, program, uri);
	is_int(200, v.status, "%s", uri);
	is_english(&v, uri);
}

/* -- the choice ----------------------------------------------------------- */

static void
is_chosen_by_a_link(struct office *o)
{
	cgi_get(&v, "home", "/");
	ok(cgi_has(&v, "<html lang=\"id\""), "at first Indonesian");
	ok(cgi_has(&v, "href=\"/?bahasa=en\" hreflang=\"en\" lang=\"en\""
	    ">English</a>"), "...with a link to English");
	cgi_get(&v, "home", "/?bahasa=xx");
	is_int(200, v.status, "an unknown language is none");
	cgi_get(&v, "verify", "/verifikasi?a=%3Cb%3E&bahasa=en");
	is_string("/verifikasi?a=%3Cb%3E", v.location,
	    "the link leads back to the page");
	cgi_get(&v, "home", "/");
	is_english(&v, "kept for the next page");
	ok(cgi_has(&v, "lang=\"id\">Bahasa Indonesia</a>"), "...and back");
	cgi_get(&v, "sop", "/sop");
	is_english(&v, "the SOPs");
	cgi_get(&v, "sop", "/sop/rkt");
	ok(cgi_has(&v, "<html lang=\"en\"") && cgi_has(&v,
	    "<p class=\"app-flow-list__line\" lang=\"id\">"),
	    "the official text is marked as Indonesian");
	cgi_login(o, &v, "kakanwil");
	cgi_get(&v, "home", "/bantuan");
	ok(cgi_has(&v, "<html lang=\"id\""), "so are an official's pages");
	cgi_leave(&v);
	cgi_cookie(&v, "bahasa=en");
}

/* -- the pages ------------------------------------------------------------- */

static void
pages_without_a_case(void)
{
	see("home", "/bantuan");
	see("home", "/sidik-jari");
	see("report", "/kinerja");
	see("submit", "/ajukan");
	see("submit", "/ajukan/izin-magang-penelitian");
	see("submit", "/ajukan/keterangan-selesai-sertifikat");
	see("track", "/lacak");
	see("login", "/masuk");
	see("operator", "/daftar");
	see("operator", "/daftar/terkirim");
	see("verify", "/verifikasi");
	see("complaint", "/pengaduan");
	see("complaint", "/pengaduan/lacak");
	cgi_get(&v, "home", "/tidak/ada");
	is_int(404, v.status, "no such page");
	is_english(&v, "an error");
}

/* A request page by page: what is typed stands as it was typed. */
static void
writes_a_request(void)
{
	char draft[sizeof(v.location)];

	cgi_get(&v, "submit", "/ajukan/izin-magang-penelitian");
	cgi_post(&v, "submit", "/ajukan/izin-magang-penelitian",
	    "aksi=mulai&kunci=k");
	snprintf(draft, sizeof(draft), "%s", v.location);
	see("submit", draft);
	cgi_post(&v, "submit", draft, "kunci=k&aksi=kirim&nama=Masuk+Dan");
	is_int(422, v.status, "a page of the form, wrong");
	ok(cgi_has(&v, "value=\"Masuk Dan\""), "what was typed is kept");
	is_english(&v, "...its errors");
}

static void
follows_a_case(struct office *o)
{
	int64_t id = desk_case(o, "izin-magang-penelitian", "3");
	struct act a = { .actor = { .case_id = id }, .case_id = id };
	char cookie[64], code[CASE_CODE_LEN + 1];

	v.now = desk_now;
	office_code(o, id, code);
	snprintf(cookie, sizeof(cookie), "lacak=%s", code);
	cgi_cookie(&v, cookie);
	see("track", "/lacak/status");
	cgi_post(&v, "track", "/lacak/status", "aksi=cabut&kunci=a&alasan=");
	is_int(422, v.status, "a withdrawal without reason");
	is_english(&v, "...is told");
	a.now = desk_now;
	a.note = "Batal.";
	if (act_withdraw(o, &a) != CASE_OK)
		bail(office_why(o));
	see("track", "/lacak/status");
	see("survey", "/survei");
	cgi_post(&v, "survey", "/survei", "kunci=a");
	is_int(422, v.status, "a survey without answers");
	is_english(&v, "...is told");
}

/* It comes back: the reason is the office's own, all else English. */
static void
mends_a_case(struct office *o)
{
	int64_t id = desk_case(o, "izin-magang-penelitian", "3");
	struct task_row t = desk_claimed(o, id);
	struct act a = { .task_id = t.id, .version = t.version,
	    .now = desk_now + 60, .note = "Surat belum ditandatangani.",
	    .actor = { .person_id = t.claimed_by } };
	char cookie[64], code[CASE_CODE_LEN + 1], uri[64];

	if (act_finish(o, &a, OUTCOME_RETURN) != CASE_OK)
		bail(office_why(o));
	v.now = a.now;
	office_code(o, id, code);
	snprintf(cookie, sizeof(cookie), "lacak=%s", code);
	cgi_cookie(&v, cookie);
	see("track", "/lacak/status");
	ok(cgi_has(&v, "Surat belum ditandatangani."), "the reason as it was "
	    "written");
	snprintf(uri, sizeof(uri), "/perbaiki/%lld",
	    (long long)desk_task(o, id).id);
	see("submit", uri);
	cgi_post(&v, "submit", uri, "kunci=a&angka=7890");
	see("submit", uri);
	ok(cgi_has(&v, "Send again"), "...to be mended");
}

static void
refuses_in_english(void)
{
	cgi_post(&v, "login", "/masuk", "nip=x&kata-sandi=y");
	is_int(422, v.status, "a wrong password");
	is_english(&v, "...is told");
	cgi_post(&v, "track", "/lacak", "kode=AAAABBBBCCCC");
	is_int(422, v.status, "an unknown code");
	is_english(&v, "...is told");
	cgi_post(&v, "complaint", "/pengaduan", "kunci=a&isi=&whatsapp=12"
	    "&surel=x");
	is_int(422, v.status, "a complaint that says nothing");
	is_english(&v, "...is told");
	cgi_post(&v, "complaint", "/pengaduan", "kunci=b&isi=Tidak+ada+yang"
	    "+datang+dan+pergi.");
	cgi_get(&v, "complaint", "/pengaduan/lacak");
	ok(cgi_has(&v, "Complaint being dealt with</h1>") && cgi_has(&v,
	    "Tidak ada yang datang dan pergi."),
	    "a complaint is shown as it was written");
	cgi_post(&v, "operator", "/daftar", "kunci=a");
	is_int(422, v.status, "a registration with nothing");
	is_english(&v, "...is told");
}

/* -- a letter -------------------------------------------------------------- */

static int
number(void *arg, int64_t n, char *buf, size_t size)
{
	(void)arg;
	return snprintf(buf, size, "W.6-%lld", (long long)n) < (int)size ? 0 :
	    -1;
}

/* A letter of a case at a row that is signed; its page. */
static struct letter_row
letter(struct office *o, int64_t id, char uri[64])
{
	static const char *const holder[] = { "Siti Rahmawati" };
	const struct act_file file = { "surat", "letter.pdf",
		"0123456789abcdef0123456789abcdef"
		"0123456789abcdef0123456789abcdef", "application/pdf", 9 };
	const struct letter_made made = { 1, &file, "balasan", "a", "b",
		"{}" };
	const struct letter_order order = { .kind = "balasan",
	    .subject = "Permit", .dated = "2026-01-05", .holder = holder,
	    .n = 1, .number = number };
	struct task_row t = desk_claimed(o, id);
	struct act a = { .actor = { .person_id = t.claimed_by },
		.case_id = id, .task_id = t.id, .now = desk_now }, b = a;
	struct letter_row row;
	char code[CASE_CODE_LEN + 1];

	if (letter_reserve(o, &a, &order, &row) != CASE_OK ||
	    letter_prepare(o, &b, &row, &made) != CASE_OK)
		bail("no letter");
	office_letter_code(o, row.id, code);
	snprintf(uri, 64, "/verifikasi/%s", code);
	return row;
}

/* The approval is sent with the signed letter. */
static void
sign(struct office *o, const struct letter_row *l)
{
	const struct task_row t = desk_task(o, l->case_id);
	const struct act_value value[] = { { "nomor_surat", l->number },
		{ "tanggal_surat", l->dated } };
	const struct act_file file = { "berkas", "signed.pdf",
		"fedcba9876543210fedcba9876543210"
		"fedcba9876543210fedcba9876543210", "application/pdf", 9 };
	struct act a = { .actor = { .person_id = t.claimed_by },
		.task_id = t.id, .version = t.version, .now = desk_now,
		.late_reason = "beban", .value = value, .nvalue = 2,
		.file = &file, .nfile = 1 };

	is_int(CASE_OK, act_finish(o, &a, OUTCOME_FORWARD), "signed");
}

static void
compares(const char *uri, const char *data, size_t len, const char *said)
{
	const char *const none[] = { NULL };
	const struct cgi_file file = { "dokumen", "a.pdf", "application/pdf",
		data, len };

	cgi_get(&v, "verify", uri);
	cgi_upload(&v, "verify", uri, none, &file);
	is_english(&v, said);
	ok(cgi_has(&v, said), "...says so");
}

/* The page that verifies a letter, in each of its states. */
static void
verifies_a_letter(struct office *o)
{
	int64_t id = desk_case(o, "sigap-magang-penelitian", "5");
	struct act a = { .actor = { .person_id = fixture_person(o, "admin") },
		.case_id = id, .note = "x" };
	char first[64], uri[64];
	struct letter_row l;

	letter(o, id, first);
	v.now = desk_now;
	see("verify", first);
	ok(cgi_has(&v, "This letter is not signed and not in force yet</h1>"),
	    "...a letter is prepared");
	ok(cgi_has(&v, "5 January 2026"), "...its date as one reads it");
	ok(cgi_has(&v, "S*** R********"), "...the name masked");
	compares(first, desk_pdf, desk_pdf_len, "This file differs from");
	compares(first, "no PDF", 6, "There is a problem");
	l = letter(o, id, uri);
	see("verify", first);
	ok(cgi_has(&v, "This letter was replaced</h1>"), "...replaced");
	sign(o, &l);
	see("verify", uri);
	ok(cgi_has(&v, "This letter is valid</h1>"), "...valid");
	a.now = desk_now;
	is_int(CASE_OK, letter_withdraw(o, &a, l.id), "withdrawn");
	see("verify", uri);
	ok(cgi_has(&v, "This letter was cancelled</h1>") &&
	    cgi_has(&v, "It is no longer valid."), "...cancelled");
	a.case_id = desk_case(o, "sigap-magang-penelitian", "5");
	letter(o, a.case_id, uri);
	a.now = desk_now;
	is_int(CASE_OK, act_cancel(o, &a), "a case is cancelled");
	see("verify", uri);
	ok(cgi_has(&v, "This letter was cancelled</h1>") &&
	    cgi_has(&v, "It was never in force."), "...and its letter");
	cgi_post(&v, "verify", "/verifikasi", "kode=K7QM3WXA9HTP");
	is_int(422, v.status, "an unknown code");
	is_english(&v, "...is told");
}

int
main(void)
{
	struct office *o = cgi_office();

	v.now = desk_now;
	is_chosen_by_a_link(o);
	pages_without_a_case();
	writes_a_request();
	follows_a_case(o);
	mends_a_case(o);
	verifies_a_letter(o);
	refuses_in_english();
	return tap_done();
}
