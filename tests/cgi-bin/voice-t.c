/* voice-t.c - the survey and complaints over the web. */
#include <string.h>

#include "case/act_close.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"
#include "tests/web/desk.h"

#define ALL "kunci=a&prosedur=4&waktu=3&biaya=4&produk=4&kompetensi=4" \
	"&perilaku=4&sarana=4&pengaduan=4&saran=Baik+%3Cb%3E"

static struct visitor v;
static char uri[64];

/* A public case that ended, with the code in the visitor's cookie. */
static void
hold_code(struct office *o)
{
	int64_t id = desk_case(o, "izin-magang-penelitian", "3");
	struct act a = { .actor = { .case_id = id }, .case_id = id,
		.now = desk_now, .note = "Tidak jadi." };
	char cookie[64], code[CASE_CODE_LEN + 1];

	v.now = desk_now;
	office_code(o, id, code);
	snprintf(cookie, sizeof(cookie), "lacak=%s", code);
	cgi_cookie(&v, cookie);
	cgi_get(&v, "survey", "/survei");
	is_int(409, v.status, "no survey before the end");
	if (act_withdraw(o, &a) != CASE_OK)
		bail(office_why(o));
}

static void
answers_once(struct office *o)
{
	cgi_get(&v, "survey", "/survei");
	is_string("/lacak", v.location, "without a code it is asked for");
	hold_code(o);
	cgi_get(&v, "track", "/lacak/status");
	ok(cgi_has(&v, "href=\"/survei\""), "the status page leads there");
	cgi_get(&v, "survey", "/survei");
	is_int(200, v.status, "nine questions");
	ok(cgi_has(&v, "Gratis") && cgi_has(&v, "Sangat kompeten"),
	    "...with answers in words");
	cgi_post(&v, "survey", "/survei", ALL);
	is_int(422, v.status, "one is missing");
	ok(cgi_has(&v, "Baik &lt;b&gt;"), "...nothing typed is lost");
	cgi_post(&v, "survey", "/survei", ALL "&persyaratan=9");
	is_int(422, v.status, "no answer of one's own");
	cgi_post(&v, "survey", "/survei", ALL "&persyaratan=4");
	is_string("/lacak", v.location, "answered");
	is_int(3, fixture_int(o, "SELECT time FROM surveys WHERE case_id > $1",
	    0), "...and kept by key");
	cgi_post(&v, "survey", "/survei", ALL "&persyaratan=4");
	is_int(409, v.status, "...once");
	cgi_get(&v, "track", "/lacak/status");
	ok(!cgi_has(&v, "href=\"/survei\""), "the link is gone");
	ok(cgi_has(&v, "href=\"/pengaduan\""), "...that to complain is not");
	cgi_login(o, &v, "kakanwil");
	cgi_get(&v, "survey", "/survei");
	is_int(403, v.status, "an official has none, code or not");
	cgi_leave(&v);
	cgi_login(o, &v, "admin-user");
	cgi_get(&v, "survey", "/survei/7");
	is_int(404, v.status, "a case that is not there");
	snprintf(uri, sizeof(uri), "/survei/%lld", (long long)fixture_int(o,
	    "SELECT max(case_id) FROM surveys WHERE case_id > $1", 0));
	cgi_get(&v, "survey", uri);
	is_int(404, v.status, "...is as that of somebody else");
	cgi_leave(&v);
}

static void
complains(struct office *o)
{
	cgi_get(&v, "complaint", "/pengaduan");
	is_int(200, v.status, "a form for anybody");
	cgi_post(&v, "complaint", "/pengaduan", "kunci=a&isi=&whatsapp=12");
	is_int(422, v.status, "what is wrong");
	ok(cgi_has(&v, "Isi pengaduan Anda") && cgi_has(&v,
	    "Isi nomor WhatsApp dengan angka"), "...is named");
	cgi_post(&v, "complaint", "/pengaduan", "kunci=a&kode=xyz"
	    "&isi=Petugas+%3Cb%3E+tidak+ada");
	is_int(422, v.status, "about an unknown request");
	cgi_post(&v, "complaint", "/pengaduan", "kunci=b"
	    "&isi=Petugas+%3Cb%3E+tidak+ada");
	is_string("/pengaduan/lacak", v.location, "sent");
	cgi_get(&v, "complaint", v.location);
	ok(cgi_has(&v, "P-2026-0001") && cgi_has(&v,
	    "Petugas &lt;b&gt; tidak ada"), "...with its number");
	ok(cgi_has(&v, "Dijawab paling lambat"), "...and its day");
	cgi_post(&v, "complaint", "/pengaduan", "kunci=b"
	    "&isi=Petugas+%3Cb%3E+tidak+ada");
	is_int(1, fixture_int(o, "SELECT count(*) FROM complaints"
	    " WHERE id > $1", 0), "sent twice, kept once");
	cgi_post(&v, "complaint", "/pengaduan/lacak", "aksi=lain");
	cgi_get(&v, "complaint", "/pengaduan/lacak");
	ok(!cgi_has(&v, "P-2026-0001"), "without the code nothing is told");
	cgi_post(&v, "complaint", "/pengaduan/lacak", "kode=AAAABBBBCCCC");
	is_int(422, v.status, "an unknown code");
}

static void
office_answers(struct office *o)
{
	char code[CASE_CODE_LEN + 1], form[64];
	int64_t id = fixture_int(o, "SELECT id FROM complaints WHERE id > $1",
	    0);

	cgi_get(&v, "complaint", "/pengaduan/daftar");
	is_int(303, v.status, "nobody sees the list");
	cgi_login(o, &v, "kakanwil");
	cgi_get(&v, "complaint", "/pengaduan/daftar");
	is_int(403, v.status, "nor every official");
	cgi_login(o, &v, "admin-kanwil");
	cgi_get(&v, "inbox", "/kotak-masuk");
	ok(cgi_has(&v, "Pengaduan: 1 belum dijawab"), "the inbox says it");
	cgi_get(&v, "complaint", "/pengaduan/daftar");
	ok(cgi_has(&v, "P-2026-0001"), "a list");
	snprintf(uri, sizeof(uri), "/pengaduan/daftar/%lld", (long long)id);
	cgi_post(&v, "complaint", uri, "kunci=c&jawaban=");
	is_int(422, v.status, "an answer is needed");
	cgi_post(&v, "complaint", uri, "kunci=d&jawaban=Kini+dijaga+%22dua%22"
	    "+orang.");
	is_string("/pengaduan/daftar", v.location, "answered");
	cgi_post(&v, "complaint", uri, "kunci=e&jawaban=Kini+dijaga+tiga+o.");
	is_int(409, v.status, "...once");
	cgi_leave(&v);
	cgi_get(&v, "complaint", "/pengaduan/lacak");
	office_code(o, id, code);
	snprintf(form, sizeof(form), "kode=%.4s+%.4s-%s", code, code + 4,
	    code + 8);
	cgi_post(&v, "complaint", "/pengaduan/lacak", form);
	cgi_get(&v, "complaint", "/pengaduan/lacak");
	ok(cgi_has(&v, "Pengaduan sudah dijawab</h1>") && cgi_has(&v,
	    "&quot;dua&quot; orang"), "the complainant reads it");
	ok(!cgi_has(&v, "Pegawai"), "...and no official's name");
}

int
main(void)
{
	struct office *o = cgi_office();

	v.now = desk_now;
	answers_once(o);
	complains(o);
	office_answers(o);
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
