/* pages-admin-t.c - what an administrator looks after. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/login.h"
#include "case/people.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"

static struct visitor v;		/* the administrator */

static void
get(const char *uri)
{
	cgi_get(&v, "admin", uri);
}

/* The version of a form of the page last shown, found by what it does; on the
 * page that asks once more there is one form. */
static const char *
version_of(const char *form)
{
	static char version[17];
	char act[64], *end;
	const char *page = cgi_body(&v), *s;

	snprintf(act, sizeof(act), "name=\"aksi\" value=\"%s",
	    strstr(form, "aksi=") != NULL ? strstr(form, "aksi=") + 5 : "?");
	if ((end = strchr(act, '&')) != NULL)
		*end = '\0';
	snprintf(act + strlen(act), sizeof(act) - strlen(act), "\"");
	s = strstr(page, "name=\"tindakan\"") == NULL ?
	    strstr(page, act) : page + strlen(page);
	if (s == NULL)
		return "";
	if (*s == '\0')
		s = strstr(page, "name=\"pasti\"");
	while (s > page && strncmp(s, "name=\"versi\"", 12) != 0)
		s--;
	if (s == page)
		return "";
	snprintf(version, sizeof(version), "%.16s", s + 20);
	return version;
}

/* Send a form of the page last shown, with its version, under a key. */
__attribute__((format(printf, 3, 4)))
static void
post(const char *uri, const char *key, const char *fmt, ...)
{
	char form[4096], all[5000];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(form, sizeof(form), fmt, ap);
	va_end(ap);
	snprintf(all, sizeof(all), "%s&kunci=%s&versi=%s", form, key,
	    version_of(form));
	cgi_post(&v, "admin", uri, all);
}

/* Send it, and say yes where it is asked once more. */
__attribute__((format(printf, 3, 4)))
static void
post_twice(const char *uri, const char *key, const char *fmt, ...)
{
	char form[4096];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(form, sizeof(form), fmt, ap);
	va_end(ap);
	post(uri, key, "%s", form);
	if (v.status == 200)
		post(uri, key, "tindakan=%s&pasti=ya",
		    strstr(form, "aksi=") + 5);
}

/* -- who may ------------------------------------------------------------------ */

static void
lets_in_administrators_alone(struct office *o)
{
	static const char *const others[] = { "kakanwil", "admin-kanwil",
		"admin-user" };
	struct visitor w = { .now = FIXTURE_START };

	cgi_get(&w, "admin", "/admin/pengguna");
	is_int(303, w.status, "nobody is sent to the log-in");
	for (size_t i = 0; i < 3; i++) {
		cgi_login(o, &w, others[i]);
		cgi_get(&w, "admin", "/admin");
		is_int(403, w.status, "%s may not look", others[i]);
		cgi_post(&w, "admin", "/admin/pengguna/baru",
		    "aksi=tambah&kunci=a&nama=X");
		is_int(403, w.status, "...nor change");
	}
	cgi_leave(&w);
	get("/admin/tidak-ada");
	is_int(404, v.status, "no such part");
	get("/admin/pengguna/baru/x");
	is_int(404, v.status, "nothing below a page");
	post("/admin", "a", "aksi=tambah");
	is_int(405, v.status, "the index takes no form");
}

/* -- people --------------------------------------------------------------------- */

#define NEW "/admin/pengguna/baru"
#define BUDI "aksi=tambah&nama=Budi+%%3CSantoso%%3E+%%26+%%22Rekan%%22" \
	"&login=1985+0620+2010011007&nip=198506202010011007&unit=%lld" \
	"&telepon=0812-3456-7890&surel=budi%%40example.id&admin=tidak"

static long long
unit(struct office *o)
{
	return (long long)office_unit(o);
}

static void
lists_people(struct office *o)
{
	get("/admin");
	ok(cgi_has(&v, "href=\"/admin/pengguna\">Pengguna</a>"), "the index");
	get("/admin/pengguna");
	is_int(200, v.status, "people");
	ok(cgi_has(&v, ">Pegawai admin</a>"), "...named");
	ok(cgi_has(&v, "Aktif, admin"), "...with what they may");
	ok(cgi_has(&v, "Halaman 1 dari 2"), "...a page at a time");
	ok(cgi_has(&v, "href=\"/admin/pengguna/baru\">Tambah pengguna"),
	    "...and the way to another");
	get("/admin/pengguna?cari=Pegawai+KAKANWIL");
	ok(cgi_has(&v, "Menampilkan 1–1 dari 1 orang"), "one is found");
	ok(cgi_has(&v, "<td>Kakanwil</td>"), "...with the role held");
	get("/admin/pengguna?cari=%3Cb%3E%22%27%26");
	ok(cgi_has(&v, "value=\"&lt;b&gt;&quot;&#39;&amp;\""), "escaped");
	ok(cgi_has(&v, "Tidak ada yang cocok"), "...and nobody found");
	(void)o;
}

static void
adds_a_person(struct office *o)
{
	int64_t id;

	get(NEW);
	is_int(200, v.status, "the form of a new person");
	post(NEW, "k1", BUDI, unit(o));
	is_int(200, v.status, "is looked at once more");
	ok(cgi_has(&v, "Tambah pengguna ini?"), "...and asked");
	ok(cgi_has(&v, "Budi &lt;Santoso&gt; &amp; &quot;Rekan&quot;</p>"),
	    "...with what was typed");
	ok(cgi_has(&v, "0812-3456-7890"), "...in words");
	is_int(0, fixture_person(o, "198506202010011007"), "...not yet");
	is_string("ya", cgi_field(&v, "pasti"), "the page carries the form");
	is_string("k1", cgi_field(&v, "kunci"), "...and its key");
	post(NEW, "k1", "tindakan=tambah&pasti=ya&" BUDI, unit(o));
	is_int(303, v.status, "sent");
	id = fixture_person(o, "198506202010011007");
	ok(id != 0, "...and there");
	post(NEW, "k1", "tindakan=tambah&pasti=ya&" BUDI, unit(o));
	is_int(303, v.status, "sent again");
	is_int(1, fixture_int(o, "SELECT count(*) FROM people WHERE name LIKE"
	    " 'Budi%' AND id <> $1", 0), "...there once");
	is_int(1, fixture_int(o, "SELECT count(*) FROM events"
	    " WHERE stream = $1 AND kind = 'person-added'", id),
	    "...by one event");
	get("/admin/pengguna?cari=budi");
	ok(cgi_has(&v, "Pengguna ditambahkan."), "said on the next page");
}

static void
refuses_a_person(struct office *o)
{
	static const struct { const char *what, *form, *say; } bad[] = {
		{ "a name", "nama=&login=a&unit=%lld&admin=tidak",
		    "href=\"#nama\">Isi nama lengkap" },
		{ "a login", "nama=A&login=+&unit=%lld&admin=tidak",
		    "href=\"#login\">Isi NIP atau nama pengguna" },
		{ "a login of its own",
		    "nama=A&login=Kakanwil&unit=%lld&admin=tidak",
		    "href=\"#login\">NIP atau nama pengguna ini sudah" },
		{ "a NIP of 18 digits",
		    "nama=A&login=a&nip=12&unit=%lld&admin=tidak",
		    "href=\"#nip\">Isi NIP dengan 18 angka" },
		{ "a unit", "nama=A&login=a&unit=%lld7&admin=tidak",
		    "href=\"#unit\">Pilih" },
		{ "a mobile number",
		    "nama=A&login=a&unit=%lld&telepon=12&admin=tidak",
		    "href=\"#telepon\">" },
		{ "an address",
		    "nama=A&login=a&unit=%lld&surel=a&admin=tidak",
		    "href=\"#surel\">" },
		{ "yes or no", "nama=A&login=a&unit=%lld&admin=",
		    "href=\"#admin\">Pilih" },
	};
	char form[256];

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		get(NEW);
		snprintf(form, sizeof(form), "aksi=tambah&%s", bad[i].form);
		/* The one number in it is the unit. */
		snprintf(form + strlen(form) - strlen(strstr(form, "%lld")),
		    64, "%lld%s", unit(o), strstr(bad[i].form, "%lld") + 4);
		post(NEW, "x", "%s", form);
		is_int(422, v.status, "a person needs %s", bad[i].what);
		ok(cgi_has(&v, bad[i].say), "...says %s", bad[i].say);
	}
	ok(cgi_has(&v, "id=\"nama\" name=\"nama\" type=\"text\" value=\"A\""),
	    "what was typed is kept");
	post(NEW, "", BUDI, unit(o));
	is_int(400, v.status, "without a key");
	post(NEW, "x", "aksi=hapus&nama=A");
	is_int(400, v.status, "no such form");
	post(NEW, "x", "csrf=0&aksi=tambah&nama=A");
	is_int(403, v.status, "without the token");
	get(NEW);
	post(NEW, "x", "tindakan=tambah&aksi=ubah&nama=%%3Cb%%3E%%22%%27%%26");
	is_int(200, v.status, "back from the question");
	ok(cgi_has(&v, "value=\"&lt;b&gt;&quot;&#39;&amp;\""),
	    "...as it was typed, escaped");
}

static const char *
person_page(struct office *o, const char *login)
{
	static char uri[64];

	snprintf(uri, sizeof(uri), "/admin/pengguna/%lld",
	    (long long)fixture_person(o, login));
	return uri;
}

#define JFU "nama=Pegawai+jfu&login=jfu&unit=%lld&admin=tidak"

static void
changes_a_person(struct office *o)
{
	const char *uri = person_page(o, "jfu");
	struct person p;

	get(uri);
	is_int(200, v.status, "a person");
	ok(cgi_has(&v, ">Pegawai jfu</h1>"), "...named");
	ok(cgi_has(&v, "JFU</dd>"), "...with the role");
	post(uri, "p1", "aksi=simpan&" JFU "&surel=jfu%%40example.id",
	    unit(o));
	is_int(200, v.status, "a change is asked once more");
	ok(cgi_has(&v, "<del>–</del>"), "...with what was");
	ok(cgi_has(&v, "jfu@example.id</p>"), "...and what will be");
	ok(!cgi_has(&v, "Nama lengkap"), "...and nothing that stays");
	post(uri, "p1", "tindakan=simpan&pasti=ya&" JFU
	    "&surel=jfu%%40example.id", unit(o));
	is_int(303, v.status, "sent");
	person_get(o, fixture_person(o, "jfu"), &p);
	is_string("jfu@example.id", p.email, "...kept");
	ok(p.superior_role_id == 0, "...as is what was emptied");
	post(uri, "p1", "tindakan=simpan&pasti=ya&" JFU
	    "&surel=jfu%%40example.id", unit(o));
	is_int(303, v.status, "sent twice");
	get(uri);
	post(uri, "p2", "aksi=simpan&" JFU "&surel=jfu%%40example.id",
	    unit(o));
	is_int(422, v.status, "nothing changed");
	ok(cgi_has(&v, "Belum ada yang diubah"), "...is said");
	post(uri, "p3", "aksi=simpan&versi=0&" JFU, unit(o));
	is_int(409, v.status, "a form of an older state");
	ok(cgi_has(&v, "sudah diubah sejak halaman dibuka"), "...is said");
	ok(!cgi_has(&v, "value=\"jfu@example.id\""), "...what was typed stays");
	post(uri, "p4", "aksi=simpan&nama=J&login=jft&unit=%lld&admin=tidak",
	    unit(o));
	is_int(422, v.status, "another's login");
	get("/admin/pengguna/1");
	is_int(404, v.status, "nobody");
	get("/admin/pengguna/x");
	is_int(404, v.status, "nobody at all");
}

static void
sets_a_password(struct office *o)
{
	const char *uri = person_page(o, "jfu");
	struct login_try t = { "jfu", "kuda-besi-terbang", "192.0.2.1",
		FIXTURE_START };
	int64_t id;

	get(uri);
	post(uri, "s1", "aksi=sandi&kata-sandi=pendek");
	is_int(422, v.status, "a short password");
	ok(cgi_has(&v, "href=\"#kata-sandi\""), "...is said beside it");
	post_twice(uri, "s2", "aksi=sandi&kata-sandi=kuda-besi-terbang");
	is_int(303, v.status, "a password");
	is_int(CASE_OK, login_check(o, &t, &id), "...lets in");
	get(uri);
	post(uri, "s3", "aksi=sandi&kata-sandi=kuda-besi-berenang");
	is_int(CASE_OK, login_check(o, &t, &id), "...until the next is sent");
	ok(!cgi_has(&v, "berenang</p>"), "...which is not shown");
}

static void
deactivates(struct office *o)
{
	const char *uri = person_page(o, "jfu-2");
	struct person p;

	get(uri);
	post(uri, "d1", "aksi=aktif");
	is_int(200, v.status, "who leaves is asked for");
	ok(cgi_has(&v, "Nonaktifkan pengguna ini?"), "...by name");
	ok(cgi_has(&v, "govuk-button--warning"), "...with a warning");
	post(uri, "d1", "tindakan=aktif&aksi=ubah");
	is_int(303, v.status, "and need not");
	is_string(uri, v.location, "...back to the page");
	get(uri);
	post_twice(uri, "d2", "aksi=aktif");
	is_int(303, v.status, "but may");
	person_get(o, fixture_person(o, "jfu-2"), &p);
	is_int(0, p.active, "...is out");
	post(uri, "d2", "tindakan=aktif&pasti=ya");
	person_get(o, fixture_person(o, "jfu-2"), &p);
	is_int(0, p.active, "sent twice, still out");
	get(uri);
	ok(cgi_has(&v, "Aktifkan pengguna</button>"), "and may come back");
	uri = person_page(o, "admin");
	get(uri);
	post(uri, "d3", "aksi=aktif");
	is_int(422, v.status, "the last administrator stays");
	ok(cgi_has(&v, "Harus tetap ada seorang admin"), "...and is told");
}

int
main(void)
{
	struct office *o = cgi_office();

	v.now = FIXTURE_START;
	cgi_login(o, &v, "admin");
	lets_in_administrators_alone(o);
	lists_people(o);
	adds_a_person(o);
	refuses_a_person(o);
	changes_a_person(o);
	sets_a_password(o);
	deactivates(o);
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
