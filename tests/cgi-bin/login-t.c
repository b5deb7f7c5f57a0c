/* login-t.c - logging in, coming back to where one was, and out. */
#include <string.h>

#include "people/password.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"

#define PASSWORD "kuda-besi-terbang"
#define FORM "nip=kakanwil&kata-sandi=" PASSWORD

static const struct change by_system = { .now = FIXTURE_START };

static void
shows_the_form(void)
{
	struct visitor v = { .now = FIXTURE_START };

	cgi_get(&v, "login", "/masuk?kembali=/berkas/12%3Fa=%22%3E");
	is_int(200, v.status, "the form");
	ok(cgi_has(&v, "<h1 class=\"govuk-heading-l\">Masuk</h1>"), "...head");
	is_string("/berkas/12?a=&quot;&gt;", cgi_field(&v, "kembali"),
	    "...keeps the address asked for, escaped");
	ok(!cgi_has(&v, "govuk-inset-text"), "...says nothing of a session");
	ok(strlen(v.csrf) == 64, "...has a token");
	cgi_cookie(&v, "sopap=0000000000000000000000000000000000000000000000"
	    "000000000000000000");
	cgi_get(&v, "login", "/masuk");
	ok(cgi_has(&v, "Sesi Anda sudah berakhir."), "a session that ended");
	cgi_ask(&v, "login", "PUT", "/masuk", NULL, NULL, 0);
	is_int(405, v.status, "PUT");
	cgi_get(&v, "login", "/keluar");
	is_int(405, v.status, "nobody is logged out by a link");
	cgi_leave(&v);
}

static void
lets_in_and_out(void)
{
	struct visitor v = { .now = FIXTURE_START }, stranger = v;
	char uri[128] = "";

	cgi_get(&v, "login", "/masuk");
	cgi_post(&v, "login", "/masuk", FORM "&kembali=/berkas/12%3Fa%3Db");
	is_int(303, v.status, "in");
	is_string("/berkas/12?a=b", v.location, "...to where one was");
	cgi_get(&v, "login", "/masuk?kembali=/laporan");
	is_int(303, v.status, "who is in needs no form");
	for (int i = 0; i < CGI_COOKIES && v.cookie[i] != NULL; i++)
		if (strncmp(v.cookie[i], "sopap=", 6) == 0)
			snprintf(uri, sizeof(uri), "/kotak-masuk?%s",
			    v.cookie[i]);
	cgi_get(&stranger, "inbox", uri);
	is_int(303, stranger.status, "a session is no part of an address");
	cgi_leave(&stranger);
	is_string("/laporan", v.location, "...and goes on");
	v.csrf[0] = 'x';
	cgi_post(&v, "login", "/keluar", "a=b");
	is_int(403, v.status, "out needs the token");
	cgi_get(&v, "login", "/masuk");
	is_int(303, v.status, "...still in");
	cgi_get(&v, "login", "/masuk/x");
	is_int(404, v.status, "nothing below it");
	cgi_leave(&v);
}

static void
lets_out(struct office *o)
{
	struct visitor v = { .now = FIXTURE_START };

	cgi_login(o, &v, "kakanwil");
	cgi_post(&v, "login", "/keluar", "a=b");
	is_int(303, v.status, "out");
	is_string("/masuk?keluar=1", v.location, "...to the form");
	cgi_get(&v, "login", v.location);
	is_int(200, v.status, "...which is shown");
	ok(cgi_has(&v, "Anda sudah keluar."), "...and says so");
	cgi_leave(&v);
}

static void
goes_nowhere_else(void)
{
	static const char *const bad[] = { "//evil.example",
		"https://evil.example/", "/%5Cevil.example", "", "masuk" };
	char form[256];

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct visitor v = { .now = FIXTURE_START };

		cgi_get(&v, "login", "/masuk");
		snprintf(form, sizeof(form), FORM "&kembali=%s", bad[i]);
		cgi_post(&v, "login", "/masuk", form);
		is_string("/kotak-masuk", v.location, "not to '%s'", bad[i]);
		cgi_leave(&v);
	}
}

static void
refuses_alike(void)
{
	struct visitor v = { .now = FIXTURE_START };
	char *one;

	cgi_get(&v, "login", "/masuk");
	cgi_post(&v, "login", "/masuk", "nip=kakanwil&kata-sandi=salah"
	    "&kembali=/laporan");
	is_int(422, v.status, "a wrong password");
	ok(cgi_has(&v, "<title>Galat: Masuk - "), "...its title");
	ok(cgi_has(&v, "href=\"#nip\">NIP atau kata sandi tidak cocok."),
	    "...its summary");
	is_string("/laporan", cgi_field(&v, "kembali"), "...address kept");
	ok(cgi_has(&v, "value=\"kakanwil\""), "...name kept");
	ok(!cgi_has(&v, "salah\""), "...password not");
	one = strdup(cgi_body(&v));
	cgi_post(&v, "login", "/masuk", "nip=kakanwix&kata-sandi=salah"
	    "&kembali=/laporan");
	is_int(422, v.status, "an unknown name");
	memcpy(strstr(one, "kakanwil"), "kakanwix", 8);
	is_string(one, cgi_body(&v), "...the same page");
	free(one);
	cgi_post(&v, "login", "/masuk", "nip=%3Cb%3E%22%27%26&kata-sandi=x");
	ok(cgi_has(&v, "value=\"&lt;b&gt;&quot;&#39;&amp;\""), "escaped");
	cgi_post(&v, "login", "/masuk", "kata-sandi=x");
	ok(v.status == 422 && cgi_has(&v, "Isi NIP"), "without a name");
	cgi_post(&v, "login", "/masuk", "nip=kakanwil&kata-sandi=");
	ok(v.status == 422 && cgi_has(&v, "Isi kata sandi"), "and password");
	cgi_post(&v, "login", "/masuk", FORM "&csrf=");
	is_int(422, v.status, "without a token it is asked again");
	cgi_leave(&v);
}

static void
slows_down(void)
{
	struct visitor v = { .now = FIXTURE_START, .remote = "192.0.2.9" };

	cgi_get(&v, "login", "/masuk");
	for (int i = 0; i < 10; i++)
		cgi_post(&v, "login", "/masuk", "nip=jfu&kata-sandi=x");
	is_int(422, v.status, "ten misses");
	cgi_post(&v, "login", "/masuk", "nip=jfu&kata-sandi=" PASSWORD);
	is_int(422, v.status, "then not even the right one");
	ok(cgi_has(&v, "Coba lagi dalam 15 menit"), "...until when");
	v.now += 15 * 60 + 1;
	cgi_post(&v, "login", "/masuk", "nip=jfu&kata-sandi=" PASSWORD);
	is_int(303, v.status, "...then it is");
	cgi_leave(&v);
}

/* Guesses from elsewhere do not lock the owner of a name out. */
static void
knows_its_browser(void)
{
	struct visitor v = { .now = FIXTURE_START + 7200 };
	struct visitor other = { .now = FIXTURE_START + 7200 };
	size_t i;

	cgi_get(&v, "login", "/masuk");
	cgi_post(&v, "login", "/masuk", FORM);
	is_int(303, v.status, "in");
	ok(strstr(v.answer, "sopap-peramban=") != NULL &&
	    strstr(v.answer, "; Max-Age=15552000") != NULL,
	    "...in a browser known from then on");
	cgi_post(&v, "login", "/keluar", "a=b");
	cgi_get(&other, "login", "/masuk");
	for (i = 0; i < 10; i++)
		cgi_post(&other, "login", "/masuk",
		    "nip=kakanwil&kata-sandi=x");
	cgi_post(&other, "login", "/masuk", FORM);
	is_int(422, other.status, "elsewhere the name is guessed at");
	cgi_get(&v, "login", "/masuk");
	cgi_post(&v, "login", "/masuk", FORM);
	is_int(303, v.status, "...its owner comes in all the same");
	for (i = 0; i < CGI_COOKIES && v.cookie[i] != NULL; i++)
		if (strncmp(v.cookie[i], "sopap-peramban=", 15) == 0)
			cgi_cookie(&other, v.cookie[i]);
	cgi_post(&other, "login", "/masuk", "nip=jfu&kata-sandi=" PASSWORD);
	is_int(303, other.status, "another name in that browser");
	cgi_leave(&v);
	cgi_leave(&other);
}

/* A form that came after the end of its session goes through the log-in, and
 * back to its page. */
static void
brings_a_form_back(void)
{
	struct visitor v = { .now = FIXTURE_START };

	cgi_post(&v, "inbox", "/pemberitahuan", "csrf=lama&telepon="
	    "%3C7%3E&kunci=a&kata-sandi=rahasia");
	is_int(403, v.status, "a form without a session");
	ok(cgi_has(&v, "Sesi Anda sudah berakhir"), "...is told why");
	is_string("&lt;7&gt;", cgi_field(&v, "isian.telepon"),
	    "...and goes with the log-in");
	is_string("/pemberitahuan", cgi_field(&v, "kembali"), "...and back");
	is_string("no-store", cgi_header(&v, "Cache-Control"), "...uncached");
	ok(!cgi_has(&v, "rahasia"), "...but no secret");
	cgi_post(&v, "login", "/masuk", "kembali=/pemberitahuan&isian.csrf="
	    "lama&isian.telepon=%3C7%3E&isian.kunci=a");
	is_int(200, v.status, "the log-in");
	is_string("&lt;7&gt;", cgi_field(&v, "isian.telepon"),
	    "...has it");
	is_string("no-store", cgi_header(&v, "Cache-Control"), "...uncached");
	cgi_post(&v, "login", "/masuk", "nip=kakanwil&kata-sandi=salah"
	    "&kembali=/pemberitahuan&isian.telepon=%3C7%3E");
	is_int(422, v.status, "a wrong password");
	is_string("&lt;7&gt;", cgi_field(&v, "isian.telepon"),
	    "...has it still");
	cgi_post(&v, "login", "/masuk", FORM "&kembali=/pemberitahuan"
	    "&isian.csrf=lama&isian.telepon=%3C7%3E"
	    "&isian.kunci=a");
	is_int(200, v.status, "the right one");
	ok(cgi_has(&v, "<form method=\"post\" action=\"/pemberitahuan\""),
	    "...leads to the page");
	is_string("&lt;7&gt;", cgi_field(&v, "telepon"),
	    "...with the form");
	ok(!cgi_has(&v, PASSWORD), "...and without the password");
	cgi_post(&v, "inbox", "/pemberitahuan", "csrf=lama&telepon="
	    "%3C7%3E&kunci=a");
	is_int(422, v.status, "which shows it filled in");
	ok(cgi_has(&v, "value=\"&lt;7&gt;\""), "...as it was typed");
	cgi_leave(&v);
}

int
main(void)
{
	struct office *o = cgi_office();

	if (password_set(o, &by_system, fixture_person(o, "kakanwil"),
	    PASSWORD) != CASE_OK || password_set(o, &by_system,
	    fixture_person(o, "jfu"), PASSWORD) != CASE_OK)
		bail(office_why(o));
	shows_the_form();
	lets_in_and_out();
	lets_out(o);
	goes_nowhere_else();
	refuses_alike();
	slows_down();
	knows_its_browser();
	brings_a_form_back();
	office_close(o);
	return tap_done();
}
