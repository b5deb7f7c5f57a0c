/* serve-t.c - the course of a request, asked as plain CGI. */
#include <sys/statvfs.h>
#include <sys/vfs.h>

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include "base/price.h"
#include "people/login_session.h"
#include "store/engine.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/pdf.h"
#include "tests/web/small.h"
#include "upload/loose.h"

static void
shows_a_page(void)
{
	char *a = cgi("submit", ASK("GET", "/ajukan?teks=%3Cb%3E"));
	char *h = cgi("submit", ASK("HEAD", "/ajukan?teks=%3Cb%3E"));

	is_int(200, answer_status(a), "GET");
	ok(has(a, "<p>&lt;b&gt;</p>"), "...its text, escaped");
	ok(has(a, "<title>Gema - Layanan Uji</title>"), "...its title");
	ok(has(a, "href=\"/ajukan\" aria-current=\"page\""), "...its place");
	ok(has(a, "href=\"/masuk\""), "...and the way to the log-in");
	is_string("text/html; charset=utf-8", header(a, "Content-Type"),
	    "its type");
	ok(strstr(header(a, "Content-Security-Policy"), "default-src 'none'")
	    != NULL, "the policy of contents");
	is_string("nosniff", header(a, "X-Content-Type-Options"),
	    "no sniffing");
	is_string("same-origin", header(a, "Referrer-Policy"), "referrer");
	is_string("", header(a, "Strict-Transport-Security"),
	    "nothing is said of https where there is none");
	is_string("no-store", header(a, "Cache-Control"),
	    "no cache keeps what does not say that it is public");
	is_string("Cookie", header(a, "Vary"), "it varies by cookie");
	is_int((int64_t)strlen(answer_body(a)), atoi(header(a,
	    "Content-Length")), "its length");
	ok(strstr(header(a, "Set-Cookie"), "; Path=/; HttpOnly; SameSite=Lax")
	    != NULL, "a visitor's cookie");
	ok(strstr(header(a, "Set-Cookie"), "Secure") == NULL,
	    "...as configured without https");
	is_int(200, answer_status(h), "HEAD");
	is_string("", answer_body(h), "...has no body");
	is_int(atoi(header(a, "Content-Length")), atoi(header(h,
	    "Content-Length")), "...and the same length");
	free(a);
	free(h);
}

static void
refuses_in_order(void)
{
	char *a = cgi("submit", ASK("DELETE", "/ajukan"));

	is_int(405, answer_status(a), "an unknown method");
	is_string("GET, HEAD, POST", header(a, "Allow"), "...which are known");
	free(a);
	a = cgi("login", ASK("GET", "/keluar"));
	is_int(405, answer_status(a), "a method the route does not have");
	is_string("POST", header(a, "Allow"), "...which it has");
	free(a);
	is_int(400, cgi_status("submit", ASK("GET", "/ajukan%00")),
	    "a malformed address");
	a = cgi("submit", ASK("GET", "/lain"));
	is_int(404, answer_status(a), "no address of ours");
	ok(has(a, "action=\"/lacak\""), "...with the way to track");
	free(a);
	a = cgi("submit", ASK("GET", "//lain.example/ajukan"));
	ok(answer_status(a) == 404 && !has(a, "lain.example"),
	    "another host's name is no page, and no link");
	free(a);
	a = cgi("submit", ASK("GET", "/%5clain.example/ajukan?a=b"));
	ok(answer_status(a) == 404 && !has(a, "lain.example"),
	    "...however it is spelled");
	free(a);
	is_int(404, cgi_status("submit", ASK("GET", "/sop")),
	    "an address of another program");
	a = cgi("submit", ASK("GET", "/mulai/x?a=1&b=%20"));
	is_int(303, answer_status(a), "nobody is logged in");
	is_string("/masuk?kembali=%2Fmulai%2Fx%3Fa%3D1%26b%3D%2520",
	    header(a, "Location"), "...log in and come back");
	free(a);
	a = cgi("submit", ASK("GET", "/ajukan/rusak"));
	is_int(500, answer_status(a), "a page that cannot be made");
	ok(has(a, "Terjadi gangguan"), "...says so");
	free(a);
}

static void
takes_a_form(void)
{
	char *a = cgi("submit", ASK("GET", "/ajukan"));
	char cookie[256], token[65], body[256], notice[4096];

	visit(a, cookie, sizeof(cookie), token);
	free(a);
	snprintf(body, sizeof(body), "csrf=%s&teks=a%%0D%%0Ab", token);
	a = cgi("submit", SEND("/ajukan", NULL, cookie, body));
	is_int(303, answer_status(a), "a form with its token");
	is_string("/ajukan", header(a, "Location"), "...goes on");
	snprintf(notice, sizeof(notice), "%s; %.*s", cookie,
	    (int)strcspn(header(a, "Set-Cookie"), ";"),
	    header(a, "Set-Cookie"));
	free(a);
	a = cgi("submit", ASK_AS("/ajukan", notice));
	ok(has(a, "Berkas &lt;K-1&gt; diteruskan."), "its notice is shown");
	ok(strstr(header(a, "Set-Cookie"), "sopap-kabar=; ") != NULL,
	    "...once");
	free(a);
	notice[strlen(notice) - 1] ^= 1;
	a = cgi("submit", ASK_AS("/ajukan", notice));
	ok(!has(a, "Berkas &lt;K-1&gt;"), "a forged notice is not");
	free(a);
	snprintf(body, sizeof(body), "csrf=%s&teks=%%22x&salah=1", token);
	a = cgi("submit", SEND("/ajukan", NULL, cookie, body));
	is_int(422, answer_status(a), "a form that must be mended");
	ok(has(a, "<p>&quot;x</p>"), "...comes back with what was typed");
	ok(has(a, "<title>Galat: Gema"), "...and says so in the title");
	free(a);
}

/* A visitor who sends a body or takes a file may be slow; the log of the
 * database must not wait for him. */
static void
shows_one_instant(struct office *office)
{
	char *a, cookie[256], token[65], body[256];

	if (office_db(office)->engine->snapshot == NULL)
		return;
	a = cgi("submit", ASK("GET", "/ajukan"));
	visit(a, cookie, sizeof(cookie), token);
	free(a);
	a = cgi("submit", ASK("GET", "/ajukan/sesaat"));
	is_string("satu", answer_body(a), "a page is of one instant");
	free(a);
	snprintf(body, sizeof(body), "csrf=%s&sesaat=1", token);
	a = cgi("submit", SEND("/ajukan", NULL, cookie, body));
	is_string("kini", answer_body(a), "a form is of now");
	free(a);
}

static void
refuses_a_form(void)
{
	char *a = cgi("submit", ASK("GET", "/ajukan"));
	char cookie[256], token[65], body[256];
	struct ask ask;

	visit(a, cookie, sizeof(cookie), token);
	free(a);
	is_int(422, cgi_status("submit",
	    SEND("/ajukan", NULL, cookie, "teks=a")), "no token");
	token[0] ^= 1;
	snprintf(body, sizeof(body), "csrf=%s", token);
	is_int(422, cgi_status("submit", SEND("/ajukan", NULL, cookie, body)),
	    "a wrong token");
	token[0] ^= 1;
	snprintf(body, sizeof(body), "csrf=%s", token);
	is_int(422, cgi_status("submit", SEND("/ajukan", NULL, NULL, body)),
	    "a token without its cookie");
	cookie[strlen(cookie) - 1] ^= 1;
	is_int(422, cgi_status("submit", SEND("/ajukan", NULL, cookie, body)),
	    "a token with another cookie");
	is_int(400, cgi_status("submit", SEND("/ajukan", "999", cookie, body)),
	    "a cut body");
	is_int(413, cgi_status("submit",
	    SEND("/ajukan", "99999999", cookie, body)), "a body too large");
	ask = SEND("/ajukan", NULL, cookie, body);
	ask.type = "text/plain";
	is_int(415, cgi_status("submit", ask), "no form");
}

static int
stored_files(void)
{
	char command[256];
	int n = -1;
	FILE *fp;

	snprintf(command, sizeof(command), "find %s -type f | wc -l",
	    in_dir("files"));
	if ((fp = popen(command, "r")) != NULL) {
		if (fscanf(fp, "%d", &n) != 1)
			n = -1;
		pclose(fp);
	}
	return n;
}

#define PART "\r\nContent-Disposition: form-data; name=\""
/* In the place of the C library's, also in the program that this test becomes:
 * a disk may have nothing left. */
int
statvfs(const char *path, struct statvfs *fs)
{
	struct statfs real;

	if (statfs(path, &real) == -1)
		return -1;
	*fs = (struct statvfs){ .f_frsize = (unsigned long)real.f_bsize,
		.f_bavail = getenv("DISK_FULL") ? 1 : real.f_bavail };
	return 0;
}

/* A form with a PDF, as a browser sends it that has seen its page. */
struct sent {
	char	cookie[256], token[65];	/* of the visit */
	char	body[2048];
};

#define PDF_FIELD "surat\"; filename=\"a.pdf\"\r\n\r\n"
#define TYPED "teks\"\r\n\r\nsatu dua"

/* The form at an address, with the bytes of its file and one more part, to be
 * sent by somebody with a session's cookie, or NULL: a visitor. */
static struct ask
form_with_file(struct sent *f, const char *uri, const char *session,
    const char *pdf, const char *part)
{
	char *a = cgi("submit", ASK_AS(uri, session));
	struct ask ask = SEND(uri, NULL, session != NULL ? session : f->cookie,
	    f->body);

	visit(a, f->cookie, sizeof(f->cookie), f->token);
	free(a);
	snprintf(f->body, sizeof(f->body), "--b" PART PDF_FIELD "%s\r\n--b"
	    PART "%s\r\n--b" PART "csrf\"\r\n\r\n%s\r\n--b--", pdf, part,
	    f->token);
	ask.type = "multipart/form-data; boundary=b";
	return ask;
}

/* The same form without a file: the status of its answer. */
static int
status_without(struct sent *f)
{
	snprintf(f->body, sizeof(f->body), "csrf=%s", f->token);
	return cgi_status("submit", SEND("/ajukan", NULL, f->cookie, f->body));
}

/* On a disk that is nearly full what is left is for the acts of the office. */
static void
keeps_room_on_the_disk(void)
{
	struct sent f;
	struct ask ask = form_with_file(&f, "/ajukan", NULL, SMALL_PDF "%",
	    TYPED);
	int before = stored_files();
	char *a;

	setenv("DISK_FULL", "1", 1);
	a = cgi("submit", ask);
	is_int(503, answer_status(a), "a file on a disk that is nearly full");
	ok(has(a, "Penyimpanan kantor hampir penuh"), "...is refused in words");
	ok(has(a, "satu dua"), "...with what was written");
	is_int(before, stored_files(), "...and stores nothing");
	free(a);
	is_int(303, status_without(&f), "a text is taken");
	unsetenv("DISK_FULL");
}

/* Without an account nobody fills the disk. */
static void
brakes_floods(struct office *office)
{
	struct sent f;
	struct ask ask = form_with_file(&f, "/ajukan", NULL,
	    "%PDF-1.4\n3 0 obj", TYPED);
	int before = stored_files(), i;
	char *a;

	fixture_run(office, "UPDATE throttles SET tries = 60"
	    " WHERE kind = 'unggah'");
	a = cgi("submit", ask);
	is_int(429, answer_status(a), "one form with files too many");
	ok(has(a, "Terlalu banyak permintaan"), "...says so");
	ok(has(a, "satu dua"), "...with what was written");
	is_int(before, stored_files(), "...and stores nothing");
	free(a);
	for (i = 0; i < 2; i++)
		is_int(303, status_without(&f), "forms without files go on");
}

#define SHA "9dd35a7d91ad5ee2d4ecbc3e1bfb0d3e0c0a8cc6a2f5e7e4e6d1a1d5b7c9e0f1"

static void
takes_files(void)
{
	struct sent f;
	struct ask ask = form_with_file(&f, "/ajukan", NULL, SMALL_PDF,
	    "foto\"; filename=\"x\"\r\n\r\nabc");
	char *a, *last = f.body + strlen(f.body) - 10;	/* of the token */
	int before = stored_files();

	a = cgi("submit", ask);
	is_int(422, answer_status(a), "a form with files");
	ok(has(a, "<li>application/pdf</li>"), "...one of them good");
	ok(has(a, "<li>Pilih dokumen PDF, JPEG atau PNG</li>"), "...one not");
	free(a);
	is_int(before + 1, stored_files(), "the good one is stored");
	*last ^= 1;
	memcpy(strstr(f.body, "1 0 obj"), "2 0 obj", 7);
	is_int(422, cgi_status("submit", ask), "with a wrong token");
	is_int(before + 1, stored_files(), "...a bad file is not stored");
	*last ^= 1;
	memcpy(strstr(f.body, "foto\""), "lain", 4);
	a = cgi("submit", ask);
	is_int(413, answer_status(a), "a file that the form does not ask for");
	ok(has(a, "tidak meminta dokumen yang dikirim"), "...is told");
	is_int(before + 1, stored_files(), "...and not looked into");
	free(a);
}

static void
says_how_many_files(void)
{
	char *a, *body = NULL;
	size_t len;
	FILE *fp = open_memstream(&body, &len);
	struct ask ask;

	for (int i = 0; fp != NULL && i <= PRICE_FILES; i++)
		fprintf(fp, "--b\r\nContent-Disposition: form-data;"
		    " name=\"surat\"; filename=\"%d.pdf\"\r\n\r\nx\r\n", i);
	if (fp == NULL || fputs("--b--", fp) == EOF || fclose(fp) == EOF)
		bail("memory");
	ask = SEND("/ajukan", NULL, NULL, body);
	ask.type = "multipart/form-data; boundary=b";
	a = cgi("submit", ask);
	is_int(413, answer_status(a), "one file more than a form may have");
	ok(has(a, "Sekali kirim paling banyak 60 dokumen."),
	    "...and the page says how many that is");
	free(a);
	free(body);
}

static void
gives_bytes_and_files(void)
{
	char *a = cgi("submit", ASK("GET", "/ajukan/tabel"));
	char uri[256], path[256];
	FILE *fp;

	is_string("text/csv; charset=utf-8", header(a, "Content-Type"),
	    "bytes of a type");
	is_string("a,b\n", answer_body(a), "...as they are");
	free(a);
	snprintf(path, sizeof(path), "find %s -type f | head -n 1",
	    in_dir("files"));
	if ((fp = popen(path, "r")) == NULL ||
	    fscanf(fp, "%255s", path) != 1)
		bail("no stored file");
	pclose(fp);
	snprintf(uri, sizeof(uri), "/ajukan/berkas?hash=%s",
	    strrchr(path, '/') + 1);
	a = cgi("submit", ASK("GET", uri));
	is_string(SMALL_PDF, answer_body(a), "a stored file");
	is_string("attachment; filename=\"surat ____.pdf\"; "
	    "filename*=UTF-8''surat%20%22%C3%A9%22.pdf",
	    header(a, "Content-Disposition"), "...its name");
	is_string("no-store", header(a, "Cache-Control"), "...kept nowhere");
	free(a);
	strcat(uri, "&lihat=1");
	a = cgi("submit", ASK("GET", uri));
	is_int(0, strncmp("inline; ", header(a, "Content-Disposition"), 8),
	    "...or shown");
	free(a);
	is_int(500, cgi_status("submit", ASK("GET",
	    "/ajukan/berkas?hash=" SHA)), "a file that has gone");
}

/* A cookie of a session that begins now. */
static const char *
logged_in(struct office *office, const char *login, char cookie[96])
{
	struct login_session_ends ends = login_session_ends(NULL);
	char token[LOGIN_TOKEN_SIZE] = "";

	if (login_session_open(office, fixture_person(office, login),
	    time(NULL), &ends, token) != CASE_OK)
		bail("cannot begin a session");
	snprintf(cookie, 96, "sopap=%s", token);
	return cookie;
}

static void
knows_who_asks(struct office *office)
{
	char official[96], outsider[96], admin[96], cookie[256], token[65];
	char *a;

	logged_in(office, "kakanwil", official);
	logged_in(office, "admin-user", outsider);
	logged_in(office, "admin", admin);
	a = cgi("submit", ASK_AS("/mulai", official));
	is_int(200, answer_status(a), "an official may");
	is_string("no-store", header(a, "Cache-Control"), "...nothing is kept");
	is_string("", header(a, "Set-Cookie"), "...no cookie for visitors");
	ok(has(a, "href=\"/laporan\"") && !has(a, "href=\"/admin\""),
	    "...the menu of officials");
	ok(has(a, "action=\"/keluar\""), "...with a way out");
	visit(a, cookie, sizeof(cookie), token);
	free(a);
	snprintf(cookie, sizeof(cookie), "csrf=%s", token);
	is_int(303, cgi_status("submit",
	    SEND("/mulai", NULL, official, cookie)),
	    "the session's token is taken");
	is_int(422, cgi_status("submit",
	    SEND("/mulai", NULL, outsider, cookie)),
	    "...not with another's session");
	is_int(303, cgi_status("submit", SEND("/mulai", NULL, NULL, cookie)),
	    "...and nobody's sent to the log-in");
	a = cgi("submit", ASK_AS("/mulai", outsider));
	is_int(200, answer_status(a), "an outsider may");
	ok(has(a, "Permohonan saya"), "...with a menu of their own");
	free(a);
	a = cgi("report", ASK_AS("/laporan", outsider));
	is_int(403, answer_status(a), "an outsider may not see reports");
	ok(has(a, "hanya untuk pegawai kantor"), "...and is told");
	free(a);
	is_int(200, cgi_status("report", ASK_AS("/laporan", official)),
	    "an official may");
	is_int(403, cgi_status("admin", ASK_AS("/admin/peran", official)),
	    "...but not administer");
	a = cgi("admin", ASK_AS("/admin", admin));
	is_int(200, answer_status(a), "an administrator may");
	ok(has(a, "href=\"/admin\""), "...and finds it in the menu");
	free(a);
	official[strlen(official) - 1] ^= 1;
	is_int(303, cgi_status("submit", ASK_AS("/mulai", official)),
	    "a made-up token is nobody's");
}

/* A form with a file, as somebody sends it who is logged in: its status. */
static int
status_of_file(const char *who)
{
	struct sent f;
	char pdf[1024];

	snprintf(pdf, sizeof(pdf), "%s%%%s", SMALL_PDF, who);
	return cgi_status("submit", form_with_file(&f, "/mulai", who, pdf,
	    TYPED));
}

/* Files of an institution that belong to nothing have a quota, as a visitor's
 * have; those of the office have none. */
static void
counts_an_institution(struct office *office)
{
	char official[96], outsider[96], name[32];

	logged_in(office, "kakanwil", official);
	logged_in(office, "admin-user", outsider);
	is_int(422, status_of_file(outsider), "an outsider's file is taken");
	snprintf(name, sizeof(name), "lembaga %lld", (long long)fixture_int(
	    office, "SELECT institution_id FROM people WHERE id = $1",
	    fixture_person(office, "admin-user")));
	loose_note(office, name, SHA, PRICE_LOOSE_ADDRESS);
	is_int(429, status_of_file(outsider), "...not without end");
	is_int(422, status_of_file(official), "an official's is");
	loose_sweep(office);
	is_int(422, status_of_file(outsider), "what was swept counts no more");
}

/* Over https a cookie has a name that no other host can set. */
static void
guards_cookies_over_https(struct office *office)
{
	char *conf = change_conf("secure = no", "secure = yes"), *a;
	char official[96], cookie[256];

	a = cgi("submit", ASK("GET", "/ajukan"));
	is_int(0, strncmp("__Host-sopap-kunjungan=", header(a, "Set-Cookie"),
	    23), "over https a cookie is this host's alone");
	is_string("max-age=31536000", header(a, "Strict-Transport-Security"),
	    "...and there is no other way to this host");
	ok(strstr(header(a, "Set-Cookie"), "; Secure") != NULL,
	    "...and goes over https alone");
	free(a);
	logged_in(office, "kakanwil", official);
	is_int(303, cgi_status("submit", ASK_AS("/mulai", official)),
	    "a session another host could have planted is none");
	snprintf(cookie, sizeof(cookie), "__Host-%s", official);
	is_int(200, cgi_status("submit", ASK_AS("/mulai", cookie)),
	    "...by its whole name it is");
	write_file("sopap.conf", conf);
	free(conf);
}

/* A form's way below a prefix: page, token, cookie, and where it leads. */
static void
takes_a_form_below_a_prefix(void)
{
	char *a = cgi("submit", ASK("GET", "/layanan/ajukan"));
	char cookie[256], token[65], body[256];

	is_int(200, answer_status(a), "below a prefix: a page");
	ok(has(a, "href=\"/layanan/ajukan\" aria-current=\"page\"") &&
	    has(a, "href=\"/layanan/masuk\"") &&
	    has(a, "href=\"/layanan/\"") &&
	    has(a, "src=\"/layanan/aset/app-"), "...all of it is below");
	ok(!has(a, "=\"/ajukan") && !has(a, "=\"/aset") &&
	    !has(a, "=\"/masuk"), "...and nothing beside");
	is_int(0, strncmp("__Secure-sopap-kunjungan=", header(a,
	    "Set-Cookie"), 25), "its cookie goes over https alone");
	ok(strstr(header(a, "Set-Cookie"), "; Path=/layanan; HttpOnly; "
	    "SameSite=Lax; Secure") != NULL, "...and nowhere else");
	visit(a, cookie, sizeof(cookie), token);
	free(a);
	snprintf(body, sizeof(body), "csrf=%s", token);
	a = cgi("submit", SEND("/layanan/ajukan", NULL, cookie, body));
	is_int(303, answer_status(a), "a form with its token");
	is_string("/layanan/ajukan", header(a, "Location"), "...goes on");
	free(a);
	token[0] ^= 1;
	snprintf(body, sizeof(body), "csrf=%s", token);
	is_int(422, cgi_status("submit", SEND("/layanan/ajukan", NULL, cookie,
	    body)), "a wrong token is none");
	is_int(422, cgi_status("submit", SEND("/layanan/ajukan", NULL,
	    strchr(cookie, '-') + 1, body)), "...and a cookie of another name");
}

/* The site is one of several on its host. */
static void
lives_below_a_prefix(void)
{
	static const char *const beside[] = { "/", "/ajukan",
	    "/layananx/ajukan", "/lain/ajukan" };
	char *conf = change_conf("secure = no",
	    "site = https://kantor.example/layanan"), *a;

	takes_a_form_below_a_prefix();
	a = cgi("submit", ASK("GET", "/layanan/mulai/x?a=1"));
	is_string("/layanan/masuk?kembali=%2Fmulai%2Fx%3Fa%3D1",
	    header(a, "Location"), "to the log-in and back");
	free(a);
	a = cgi("submit", ASK("GET", "/layanan//lain.example/"));
	is_int(404, answer_status(a), "another host's name is no page");
	ok(!has(a, "\"//lain.example"), "...and no link");
	free(a);
	a = cgi("submit", ASK("GET", "/layanan/ajukan?bahasa=id"));
	is_string("/layanan/ajukan", header(a, "Location"),
	    "a choice of language comes back");
	free(a);
	for (size_t i = 0; i < sizeof(beside) / sizeof(beside[0]); i++) {
		a = cgi("submit", ASK("GET", beside[i]));
		is_int(404, answer_status(a), "%s is not ours", beside[i]);
		free(a);
	}
	write_file("sopap.conf", conf);
	free(conf);
}

static void
refuses_to_start(void)
{
	char *conf = read_file("sopap.conf"), *a;
	int null = open("/dev/null", O_RDWR);
	struct ask ask = ASK("GET", "/ajukan");

	is_int(2, status_of(start("submit", NULL, null, null, null)),
	    "started by nobody it says how");
	write_file("sopap.conf", "colour = red\n");
	is_int(1, status_of(start("submit", &ask, null, null, null)),
	    "a bad configuration stops the start");
	a = cgi("submit", ask);
	is_int(503, answer_status(a), "...and a plain CGI says so");
	ok(has(a, "Coba lagi beberapa saat lagi"), "...in words");
	ok(has(a, "<p lang=\"en\">There is a problem with the service."),
	    "...of both languages, since no catalogue was read");
	free(a);
	write_file("sopap.conf", conf);
	rename(in_dir("echo.tpl"), in_dir("gone.tpl"));
	is_int(1, status_of(start("submit", &ask, null, null, null)),
	    "a missing template stops the start");
	close(null);
	free(conf);
}

int
main(int argc, char **argv)
{
	struct office *office = small_main(argc, argv);

	shows_a_page();
	refuses_in_order();
	takes_a_form();
	shows_one_instant(office);
	refuses_a_form();
	takes_files();
	says_how_many_files();
	keeps_room_on_the_disk();
	brakes_floods(office);
	gives_bytes_and_files();
	knows_who_asks(office);
	counts_an_institution(office);
	guards_cookies_over_https(office);
	lives_below_a_prefix();
	office_close(office);
	refuses_to_start();
	small_end();
	return tap_done();
}
