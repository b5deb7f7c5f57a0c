/*
 * serve-t.c - a small program served as plain CGI and as FastCGI.
 *
 * The test runs itself again as that program ("serve-t NAME"), with an office
 * and templates of its own in a temporary folder.  It answers as one of the
 * programs of routes.tsv, so that every kind of "who may" can be asked for.
 */
#include <sys/stat.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <signal.h>
#include <time.h>

#include "case/login.h"
#include "page/page.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/fcgi.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/serve.h"

static char dir[] = "/tmp/sopap-serve-XXXXXX";

/* -- the program -------------------------------------------------------- */

/* Tell the test that the request is here, and wait until it says go on. */
static void
wait_for_test(void)
{
	char path[128], c = 'x';
	int fd;

	snprintf(path, sizeof(path), "%s/here", getenv("SERVE_DIR"));
	if ((fd = open(path, O_WRONLY)) != -1) {
		(void)!write(fd, &c, 1);
		close(fd);
	}
	snprintf(path, sizeof(path), "%s/go", getenv("SERVE_DIR"));
	if ((fd = open(path, O_RDONLY)) != -1) {
		(void)!read(fd, &c, 1);
		close(fd);
	}
}

static int
echo(struct request *req, struct reply *reply, int status)
{
	struct page *body, *frame = reply_frame(req, "echo.tpl", "/ajukan",
	    &body);
	const char *text = form_get(req, "teks");

	if (text == NULL)
		text = query_get(req, "teks");
	page_set(body, "TEXT", text);
	for (size_t i = 0; i < req->nupload; i++)
		page_set(page_add(body, "FILE"), "TEXT", req->upload[i].hash ?
		    req->upload[i].type : req->upload[i].error);
	return reply_page(reply, req, status, "Gema", frame);
}

static int
get(struct request *req, struct reply *reply)
{
	const char *what = path_segment(req, 1);

	if (what == NULL)
		return echo(req, reply, 200);
	if (strcmp(what, "lambat") == 0)
		wait_for_test();
	if (strcmp(what, "rusak") == 0)
		return reply_page(reply, req, 200, "Rusak",
		    reply_frame(req, "missing.tpl", NULL, &(struct page *){
		    NULL }));
	if (strcmp(what, "tabel") == 0)
		return reply_bytes(reply, "text/csv; charset=utf-8", "a,b\n",
		    4);
	if (strcmp(what, "berkas") == 0)
		return reply_file(reply, req, query_get(req, "hash"),
		    "application/pdf", "surat \"\xC3\xA9\".pdf",
		    query_get(req, "lihat") != NULL);
	return echo(req, reply, 200);
}

static int
post(struct request *req, struct reply *reply)
{
	if (form_get(req, "salah") != NULL || req->nupload > 0)
		return echo(req, reply, 422);
	reply_notice(reply, req, "Kasus <K-1> diteruskan.");
	return reply_redirect(reply, "/ajukan");
}

static const char *const templates[] = { "echo.tpl", NULL };

static int
serve_as(const char *name)
{
	const struct web_program program = { name, get, post, templates, 1 };

	return web_serve(&program);
}

/* -- the test ----------------------------------------------------------- */

/* What is asked; what is NULL is not given. */
struct ask {
	const char	*method, *uri, *type, *length, *cookie;
	const char	*body;
};

#define ASK(m, u) ((struct ask){ .method = (m), .uri = (u) })
#define ASK_AS(u, c) ((struct ask){ .method = "GET", .uri = (u), \
	.cookie = (c) })
#define FORM "application/x-www-form-urlencoded"
/* A form posted: declared length (NULL: none), cookie, text. */
#define SEND(u, l, c, b) ((struct ask){ .method = "POST", .uri = (u), \
	.type = FORM, .length = (l), .cookie = (c), .body = (b) })

static char *self;

static const char *
in_dir(const char *name)
{
	static char path[4][160];
	static int n;

	n = (n + 1) % 4;
	snprintf(path[n], sizeof(path[n]), "%s/%s", dir, name);
	return path[n];
}

static void
write_file(const char *name, const char *text, size_t len)
{
	int fd = open(in_dir(name), O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd == -1 || write(fd, text, len) != (ssize_t)len)
		bail("cannot write a file of the test");
	close(fd);
}

static char *
read_file(const char *name)
{
	char *text = calloc(1, 1024 * 1024);
	int fd = open(in_dir(name), O_RDONLY);

	if (text == NULL || fd == -1 || read(fd, text, 1024 * 1024 - 1) == -1)
		bail("cannot read a file of the test");
	close(fd);
	return text;
}

/* Start this test as a program; in, out and err become its descriptors. */
static pid_t
start(const char *name, const struct ask *ask, int in, int out, int err)
{
	pid_t pid = fork();

	if (pid != 0)
		return pid;
	dup2(in, STDIN_FILENO);
	dup2(out, STDOUT_FILENO);
	dup2(err, STDERR_FILENO);
	if (ask != NULL) {
		setenv("REQUEST_METHOD", ask->method, 1);
		setenv("REQUEST_URI", ask->uri, 1);
		if (ask->type != NULL)
			setenv("CONTENT_TYPE", ask->type, 1);
		if (ask->length != NULL)
			setenv("CONTENT_LENGTH", ask->length, 1);
		if (ask->cookie != NULL)
			setenv("HTTP_COOKIE", ask->cookie, 1);
	}
	execl(self, self, name, (char *)NULL);
	_exit(127);
}

static int
status_of(pid_t pid)
{
	int status;

	if (pid == -1 || waitpid(pid, &status, 0) != pid)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/* The whole answer of a plain CGI; free() it. */
static char *
cgi(const char *name, struct ask ask)
{
	int in, out, err, status;

	write_file("in", ask.body ? ask.body : "", ask.body ?
	    strlen(ask.body) : 0);
	in = open(in_dir("in"), O_RDONLY);
	out = open(in_dir("out"), O_WRONLY | O_CREAT | O_TRUNC, 0600);
	err = open(in_dir("err"), O_WRONLY | O_CREAT | O_APPEND, 0600);
	status = status_of(start(name, &ask, in, out, err));
	close(in);
	close(out);
	close(err);
	if (status != 0)
		printf("# the program ended with %d\n", status);
	return read_file("out");
}

/* The value of a header of the answer, "" when absent; static. */
static const char *
header(const char *answer, const char *name)
{
	static char value[2][4096];
	static int n;
	const char *line = answer, *end = strstr(answer, "\r\n\r\n");
	size_t len = strlen(name);

	n = !n;
	for (; line != NULL && line < end; line = strstr(line, "\r\n") + 2)
		if (strncmp(line, name, len) == 0 && line[len] == ':') {
			snprintf(value[n], sizeof(value[n]), "%.*s",
			    (int)strcspn(line + len + 2, "\r"),
			    line + len + 2);
			return value[n];
		}
	return "";
}

static int
answer_status(const char *answer)
{
	return answer != NULL ? atoi(header(answer, "Status")) : -1;
}

static const char *
answer_body(const char *answer)
{
	const char *end = strstr(answer, "\r\n\r\n");

	return end != NULL ? end + 4 : "";
}

static int
has(const char *answer, const char *text)
{
	return strstr(answer_body(answer), text) != NULL;
}

/* The status alone. */
static int
cgi_status(const char *name, struct ask ask)
{
	char *answer = cgi(name, ask);
	int status = answer_status(answer);

	free(answer);
	return status;
}

/* A cookie the answer sets, as a Cookie header, and the token of its form. */
static void
visit(const char *answer, char *cookie, size_t size, char token[65])
{
	const char *set = header(answer, "Set-Cookie");
	static const char field[] = "name=\"csrf\" value=\"";
	const char *csrf = strstr(answer_body(answer), field);

	snprintf(cookie, size, "%.*s", (int)strcspn(set, ";"), set);
	snprintf(token, 65, "%s", csrf ? csrf + strlen(field) : "");
}

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
	is_string("private, no-cache", header(a, "Cache-Control"),
	    "no shared cache");
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
	ok(has(a, "Kasus &lt;K-1&gt; diteruskan."), "its notice is shown");
	ok(strstr(header(a, "Set-Cookie"), "sopap-kabar=; ") != NULL,
	    "...once");
	free(a);
	notice[strlen(notice) - 1] ^= 1;
	a = cgi("submit", ASK_AS("/ajukan", notice));
	ok(!has(a, "Kasus &lt;K-1&gt;"), "a forged notice is not");
	free(a);
	snprintf(body, sizeof(body), "csrf=%s&teks=%%22x&salah=1", token);
	a = cgi("submit", SEND("/ajukan", NULL, cookie, body));
	is_int(422, answer_status(a), "a form that must be mended");
	ok(has(a, "<p>&quot;x</p>"), "...comes back with what was typed");
	ok(has(a, "<title>Galat: Gema"), "...and says so in the title");
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
	is_int(403, cgi_status("submit",
	    SEND("/ajukan", NULL, cookie, "teks=a")), "no token");
	token[0] ^= 1;
	snprintf(body, sizeof(body), "csrf=%s", token);
	is_int(403, cgi_status("submit", SEND("/ajukan", NULL, cookie, body)),
	    "a wrong token");
	token[0] ^= 1;
	snprintf(body, sizeof(body), "csrf=%s", token);
	is_int(403, cgi_status("submit", SEND("/ajukan", NULL, NULL, body)),
	    "a token without its cookie");
	cookie[strlen(cookie) - 1] ^= 1;
	is_int(403, cgi_status("submit", SEND("/ajukan", NULL, cookie, body)),
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

	snprintf(command, sizeof(command), "find %s/files -type f | wc -l",
	    dir);
	if ((fp = popen(command, "r")) != NULL) {
		if (fscanf(fp, "%d", &n) != 1)
			n = -1;
		pclose(fp);
	}
	return n;
}

#define PART "\r\nContent-Disposition: form-data; name=\""
#define SHA "9dd35a7d91ad5ee2d4ecbc3e1bfb0d3e0c0a8cc6a2f5e7e4e6d1a1d5b7c9e0f1"

static void
takes_files(void)
{
	char *a = cgi("submit", ASK("GET", "/ajukan"));
	char cookie[256], token[65], body[1024];
	int before = stored_files();
	struct ask ask = SEND("/ajukan", NULL, cookie, body);

	ask.type = "multipart/form-data; boundary=b";
	visit(a, cookie, sizeof(cookie), token);
	free(a);
	snprintf(body, sizeof(body), "--b" PART "surat\"; filename=\"a.pdf\""
	    "\r\n\r\n%%PDF-1.4\n1 0 obj\r\n--b" PART "foto\"; filename=\"x\""
	    "\r\n\r\nabc\r\n--b" PART "csrf\"\r\n\r\n%s\r\n--b--", token);
	a = cgi("submit", ask);
	is_int(422, answer_status(a), "a form with files");
	ok(has(a, "<li>application/pdf</li>"), "...one of them good");
	ok(has(a, "<li>Pilih berkas PDF, JPEG atau PNG</li>"), "...one not");
	free(a);
	is_int(before + 1, stored_files(), "the good one is stored");
	body[strlen(body) - 10] ^= 1;
	memcpy(strstr(body, "1 0 obj"), "2 0 obj", 7);
	is_int(403, cgi_status("submit", ask), "with a wrong token");
	is_int(before + 1, stored_files(), "...nothing is stored");
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
	snprintf(path, sizeof(path), "find %s/files -type f | head -n 1", dir);
	if ((fp = popen(path, "r")) == NULL ||
	    fscanf(fp, "%255s", path) != 1)
		bail("no stored file");
	pclose(fp);
	snprintf(uri, sizeof(uri), "/ajukan/berkas?hash=%s",
	    strrchr(path, '/') + 1);
	a = cgi("submit", ASK("GET", uri));
	is_string("%PDF-1.4\n1 0 obj", answer_body(a), "a stored file");
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
	is_int(404, cgi_status("submit", ASK("GET",
	    "/ajukan/berkas?hash=" SHA)), "a file that is not there");
}

/* A cookie of a session that begins now. */
static const char *
logged_in(struct office *office, const char *login, char cookie[96])
{
	char token[LOGIN_TOKEN_SIZE] = "";

	if (login_open(office, fixture_person(office, login), time(NULL), 3600,
	    token) != CASE_OK)
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
	is_int(403, cgi_status("submit",
	    SEND("/mulai", NULL, outsider, cookie)),
	    "...with another's session refused");
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

/* -- FastCGI ------------------------------------------------------------ */

/* A server on a socket of the test's: the program's standard input. */
static pid_t
start_fcgi(int *sock)
{
	int err = open(in_dir("err"), O_WRONLY | O_CREAT | O_APPEND, 0600);
	pid_t pid;

	if ((*sock = fcgi_listen(in_dir("sock"))) == -1)
		bail("cannot listen");
	pid = start("submit", NULL, *sock, err, err);
	close(err);
	return pid;
}

/* Begin a request; its body is left to the caller. */
static int
send_head(struct ask ask)
{
	int fd = fcgi_connect(in_dir("sock"));

	if (fd == -1)
		bail("cannot connect");
	fcgi_begin(fd);
	fcgi_param(fd, "REQUEST_METHOD", ask.method);
	fcgi_param(fd, "REQUEST_URI", ask.uri);
	fcgi_param(fd, "CONTENT_TYPE", ask.type ? ask.type : "");
	fcgi_param(fd, "CONTENT_LENGTH", ask.length ? ask.length : "");
	if (ask.cookie != NULL)
		fcgi_param(fd, "HTTP_COOKIE", ask.cookie);
	fcgi_record(fd, FCGI_PARAMS, NULL, 0);
	return fd;
}

static char *
fcgi(struct ask ask)
{
	int fd = send_head(ask);

	if (ask.body != NULL)
		fcgi_record(fd, FCGI_STDIN, ask.body, strlen(ask.body));
	fcgi_record(fd, FCGI_STDIN, NULL, 0);
	return fcgi_answer(fd);
}

static void
serves_one_after_the_other(void)
{
	char *a = fcgi(ASK("GET", "/ajukan?teks=satu"));
	char *c = cgi("submit", ASK("GET", "/ajukan?teks=satu"));
	char cookie[256], token[65], body[256];
	int fd;

	is_int(200, answer_status(a), "a page over FastCGI");
	ok(has(a, "<p>satu</p>"), "...is the page");
	is_string(header(c, "Content-Length"), header(a, "Content-Length"),
	    "...as long as over CGI");
	visit(a, cookie, sizeof(cookie), token);
	free(a);
	free(c);
	snprintf(body, sizeof(body), "csrf=%s&salah=1&teks=dua", token);
	a = fcgi(SEND("/ajukan", NULL, cookie, body));
	is_int(422, answer_status(a), "a form over FastCGI");
	ok(has(a, "<p>dua</p>"), "...is taken");
	free(a);
	a = fcgi(SEND("/ajukan", "9000", cookie, body));
	is_int(400, answer_status(a), "a body shorter than it says");
	free(a);
	a = fcgi(SEND("/ajukan", "9000000", cookie, body));
	is_int(413, answer_status(a), "a body too large");
	free(a);
	/* A client that goes in the middle of its body. */
	fd = send_head(SEND("/ajukan", "9000", cookie, NULL));
	fcgi_record(fd, FCGI_STDIN, body, strlen(body));
	shutdown(fd, SHUT_WR);
	free(fcgi_answer(fd));
	/* One that goes before it reads the answer. */
	fd = send_head(ASK("GET", "/ajukan"));
	fcgi_record(fd, FCGI_STDIN, NULL, 0);
	close(fd);
	a = fcgi(ASK("HEAD", "/ajukan"));
	is_int(200, answer_status(a), "it goes on after those who left");
	is_string("", a ? answer_body(a) : NULL, "...and HEAD has no body");
	free(a);
}

/* A signal while a request is under way: the request ends well, then the
 * process does. */
static void
ends_gracefully(int sig, const char *name)
{
	int sock, here, go, fd;
	pid_t pid = start_fcgi(&sock);
	char c, *a;

	close(sock);
	fd = send_head(ASK("GET", "/ajukan/lambat?teks=akhir"));
	fcgi_record(fd, FCGI_STDIN, NULL, 0);
	here = open(in_dir("here"), O_RDONLY);
	is_int(1, read(here, &c, 1), "a request is under way");
	close(here);
	kill(pid, sig);
	go = open(in_dir("go"), O_WRONLY);
	is_int(1, write(go, "x", 1), "%s came meanwhile", name);
	close(go);
	a = fcgi_answer(fd);
	ok(a != NULL && has(a, "<p>akhir</p>"), "...the answer is whole");
	is_int(0, status_of(pid), "...and the process ends");
	free(a);
}

static void
ends_idle(void)
{
	int sock;
	pid_t pid = start_fcgi(&sock);

	close(sock);
	free(fcgi(ASK("GET", "/ajukan")));
	kill(pid, SIGTERM);
	is_int(0, status_of(pid), "SIGTERM ends an idle process");
}

/* The program listens by itself; two processes of it share nothing here. */
static void
listens_at_a_path(void)
{
	char line[512] = "", *a;
	int fd[2];
	pid_t pid;
	FILE *fp;

	if (pipe(fd) == -1)
		bail("no pipe");
	unlink(in_dir("sock"));
	setenv("SOPAP_SOCKET", in_dir("sock"), 1);
	pid = start("submit", NULL, STDIN_FILENO, STDOUT_FILENO, fd[1]);
	unsetenv("SOPAP_SOCKET");
	close(fd[1]);
	if ((fp = fdopen(fd[0], "r")) == NULL ||
	    fgets(line, sizeof(line), fp) == NULL)
		bail("the program says nothing");
	ok(strstr(line, "listening at") != NULL, "SOPAP_SOCKET is listened at");
	a = fcgi(ASK("GET", "/ajukan"));
	is_int(200, answer_status(a), "...and served");
	free(a);
	kill(pid, SIGINT);
	is_int(0, status_of(pid), "...until told to stop");
	fclose(fp);
}

static void
refuses_to_start(void)
{
	char *conf = read_file("sopap.conf"), *a;
	int null = open("/dev/null", O_RDWR);
	struct ask ask = ASK("GET", "/ajukan");

	is_int(2, status_of(start("submit", NULL, null, null, null)),
	    "started by nobody it says how");
	write_file("sopap.conf", "colour = red\n", 13);
	is_int(1, status_of(start("submit", &ask, null, null, null)),
	    "a bad configuration stops the start");
	write_file("out", "", 0);
	a = cgi("submit", ask);
	is_int(503, answer_status(a), "...and a plain CGI says so");
	free(a);
	write_file("sopap.conf", conf, strlen(conf));
	rename(in_dir("echo.tpl"), in_dir("gone.tpl"));
	is_int(1, status_of(start("submit", &ask, null, null, null)),
	    "a missing template stops the start");
	close(null);
	free(conf);
}

static void
make_folder(void)
{
	static const char tpl[] = "{{%AUTOESCAPE context=\"HTML\"}}\n"
	    "{{! echo.tpl - TEXT, FILE {TEXT}, CSRF }}\n"
	    "<h1>Gema</h1><p>{{TEXT}}</p>"
	    "<input type=\"hidden\" name=\"csrf\" value=\"{{CSRF}}\">"
	    "<ul>{{#FILE}}<li>{{TEXT}}</li>{{/FILE}}</ul>\n";
	char conf[1024];

	if (mkdtemp(dir) == NULL)
		bail("cannot make a folder");
	snprintf(conf, sizeof(conf), "data = %s\ntemplates = %s:%s/lib/page\n"
	    "service = Layanan Uji\nsecure = no\n", dir, dir,
	    getenv("SRCDIR") ? getenv("SRCDIR") : ".");
	write_file("sopap.conf", conf, strlen(conf));
	write_file("echo.tpl", tpl, strlen(tpl));
	setenv("SOPAP_CONF", in_dir("sopap.conf"), 1);
	setenv("SERVE_DIR", dir, 1);
	if (mkfifo(in_dir("here"), 0600) == -1 ||
	    mkfifo(in_dir("go"), 0600) == -1)
		bail("cannot make a fifo");
}

int
main(int argc, char **argv)
{
	struct office *office;
	char command[128];
	int sock;
	pid_t pid;

	if (argc > 1)
		return serve_as(argv[1]);
	self = argv[0];
	make_folder();
	office = fixture_open(dir);
	shows_a_page();
	refuses_in_order();
	takes_a_form();
	refuses_a_form();
	takes_files();
	gives_bytes_and_files();
	knows_who_asks(office);
	office_close(office);
	pid = start_fcgi(&sock);
	close(sock);
	serves_one_after_the_other();
	kill(pid, SIGTERM);
	is_int(0, status_of(pid), "SIGTERM ends it");
	ends_gracefully(SIGTERM, "SIGTERM");
	ends_gracefully(SIGHUP, "SIGHUP");
	ends_idle();
	listens_at_a_path();
	refuses_to_start();
	snprintf(command, sizeof(command), "rm -rf %s", dir);
	if (system(command) != 0)
		bail("cannot clean up");
	return tap_done();
}
