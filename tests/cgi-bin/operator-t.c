/* operator-t.c - an institution's way to its account, over the web. */
#include <string.h>

#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"
#include "tests/web/desk.h"

#define FORM "kunci=k&jenis=kampus&nama=Sri+%3CRahayu%3E&whatsapp=0812-3456" \
	"-7890&surel=&lembaga="

static struct visitor v = { .now = FIXTURE_START };
static char uri[64], form[1024];

static void
see(struct office *o, const char *login, const char *address)
{
	cgi_login(o, &v, login);
	cgi_get(&v, "operator", address);
}

static int64_t
number(struct office *o, const char *sql)
{
	return fixture_int(o, sql, 0);
}

static void
anybody_asks(struct office *o)
{
	cgi_get(&v, "operator", "/daftar");
	is_int(200, v.status, "a public page");
	cgi_post(&v, "operator", "/daftar", FORM);
	is_int(422, v.status, "what is missing");
	ok(cgi_has(&v, "Isi nama perguruan tinggi atau sekolah"), "...named");
	ok(cgi_has(&v, "Sri &lt;Rahayu&gt;"), "...and what was typed kept");
	cgi_post(&v, "operator", "/daftar", FORM "Kampus+%22A%22");
	is_string("/daftar/terkirim", v.location, "sent");
	cgi_get(&v, "operator", v.location);
	ok(cgi_has(&v, "Pendaftaran terkirim</h1>"), "...which is said");
	cgi_post(&v, "operator", "/daftar", FORM "Kampus+%22A%22");
	is_int(1, number(o, "SELECT count(*) FROM registrations"
	    " WHERE id > $1"), "sent twice, asked once");
	for (int i = 0; i < 5; i++) {
		snprintf(form, sizeof(form), "%sK%d", FORM, i);
		cgi_post(&v, "operator", "/daftar", form);
	}
	is_int(429, v.status, "not without end");
	fixture_run(o, "DELETE FROM registrations WHERE institution LIKE 'K_'");
}

static void
office_decides(struct office *o)
{
	int64_t id = number(o, "SELECT id FROM registrations WHERE id > $1");

	snprintf(uri, sizeof(uri), "/operator/%lld", (long long)id);
	see(o, "kakanwil", uri);
	is_int(403, v.status, "not every official");
	see(o, "admin-user", uri);
	is_int(403, v.status, "no outsider");
	cgi_login(o, &v, "admin-kanwil");
	cgi_get(&v, "inbox", "/kotak-masuk");
	ok(cgi_has(&v, "Pendaftaran operator lembaga: 1 menunggu"),
	    "the inbox says who waits");
	see(o, "admin-kanwil", "/operator");
	ok(cgi_has(&v, "Kampus &quot;A&quot;"), "a list");
	cgi_get(&v, "operator", uri);
	ok(cgi_has(&v, "value=\"081234567890\""), "a login is offered");
	snprintf(form, sizeof(form), "aksi=tolak&kunci=b&alasan=%0501d", 0);
	cgi_post(&v, "operator", uri, form);
	is_int(422, v.status, "501 letters are no reason");
	ok(cgi_has(&v, "Tulis paling banyak 500 karakter") &&
	    cgi_has(&v, strrchr(form, '=') + 1), "...and come back");
	cgi_post(&v, "operator", uri, "aksi=tolak&kunci=a&alasan=");
	is_int(422, v.status, "no refusal without reason");
	cgi_post(&v, "operator", uri, "aksi=setujui&kunci=b&lembaga-id=baru"
	    "&pengguna=admin-user");
	is_int(422, v.status, "a login that is taken");
	ok(cgi_has(&v, "sudah dipakai"), "...is named");
	cgi_post(&v, "operator", uri, "aksi=setujui&kunci=c&lembaga-id=baru"
	    "&pengguna=sri");
	is_string("/operator", v.location, "approved");
	ok(fixture_person(o, "sri") != 0, "...an account");
	cgi_get(&v, "operator", uri);
	ok(cgi_has(&v, "Kirim tautan kata sandi lagi"), "...another link");
	cgi_leave(&v);
}

static void
operator_sets_a_password(struct office *o)
{
	char link[200] = "";
	struct db_stmt *st = db_query(office_db(o), "SELECT body FROM messages"
	    " WHERE kind = 'account'", "");

	if (db_step(st))
		snprintf(link, sizeof(link), "%s", strstr(db_text(st, 0),
		    "/sandi"));
	db_done(st);
	cgi_get(&v, "account", "/sandi");
	is_int(404, v.status, "no link, no page");
	cgi_get(&v, "account", "/sandi?kunci=ab");
	is_int(404, v.status, "nor with a wrong one");
	cgi_get(&v, "account", link);
	is_string("/sandi", v.location, "the token leaves the address");
	cgi_get(&v, "account", "/sandi");
	is_int(200, v.status, "a form");
	cgi_post(&v, "account", "/sandi", "kata-sandi-baru=pendek");
	is_int(422, v.status, "a short password");
	ok(!cgi_has(&v, "pendek\""), "...is not shown again");
	cgi_post(&v, "account", "/sandi", "kata-sandi-baru=kuda-besi-terbang");
	is_string("/masuk", v.location, "set");
	cgi_get(&v, "login", "/masuk");
	cgi_post(&v, "login", "/masuk", "nip=sri&kata-sandi=kuda-besi-terbang");
	is_string("/kotak-masuk", v.location, "...and logs in");
	cgi_leave(&v);
	cgi_get(&v, "account", link);
	cgi_get(&v, "account", "/sandi");
	is_int(404, v.status, "the link is used up");
}

static void
hand_in(const char *title, const char *number)
{
	const char *const fields[] = { "kunci=q", "aksi=unggah", title, number,
		NULL };
	struct cgi_file file = { "laporan", "Januari.pdf", "application/pdf",
		desk_pdf, desk_pdf_len };

	cgi_upload(&v, "operator", "/lembaga", fields, &file);
}

static void
hands_in_reports(struct office *o)
{
	int64_t id = desk_case(o, "sigap-magang-penelitian", "2");
	struct case_row c;

	if (case_get(o, id, &c) != CASE_OK)
		bail("no case");
	v.now = desk_now;
	see(o, "admin-user", "/lembaga");
	is_int(200, v.status, "an institution's page");
	ok(cgi_has(&v, c.number), "...offers its requests");
	snprintf(form, sizeof(form), "permohonan=%s", c.number);
	hand_in("judul=", form);
	is_int(422, v.status, "a title is needed");
	ok(cgi_has(&v, "Januari.pdf"), "...and the file is kept");
	hand_in("judul=Laporan <Januari>", form);
	is_string("/lembaga", v.location, "handed in");
	cgi_get(&v, "operator", "/lembaga");
	ok(cgi_has(&v, "Laporan &lt;Januari&gt;") && cgi_has(&v,
	    "Belum dibuka"), "...and listed");
	see(o, "sri", "/lembaga");
	ok(!cgi_has(&v, "Januari") && !cgi_has(&v, c.number),
	    "another institution sees neither report nor request");
	hand_in("judul=Fremd", form);
	is_int(422, v.status, "...and reports on none of them");
	snprintf(uri, sizeof(uri), "/lembaga/%lld", (long long)number(o,
	    "SELECT id FROM activities WHERE id > $1"));
	cgi_get(&v, "operator", uri);
	is_int(403, v.status, "...nor reads it");
	see(o, "kakanwil", "/lembaga");
	is_int(403, v.status, "nor does every official");
	see(o, "admin-kanwil", "/lembaga");
	ok(cgi_has(&v, "Laporan &lt;Januari&gt;"), "Admin Kanwil sees it");
	cgi_get(&v, "operator", uri);
	is_int((int64_t)desk_pdf_len, (int64_t)v.size, "...and reads it");
	cgi_get(&v, "operator", "/lembaga");
	ok(cgi_has(&v, "Sudah dibuka"), "...which is noted");
}

int
main(void)
{
	struct office *o = cgi_office();

	anybody_asks(o);
	office_decides(o);
	operator_sets_a_password(o);
	hands_in_reports(o);
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
