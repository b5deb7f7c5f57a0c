/* small.c - a small program made of lib/web, and asking it. */
#include <sys/stat.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <unistd.h>

#include "base/arena.h"
#include "page/page.h"
#include "store/engine.h"
#include "tests/case/fixture.h"
#include "tests/store/place.h"
#include "tests/tap.h"
#include "tests/web/small.h"
#include "upload/upload.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/serve.h"
#include "web/session.h"

static char dir[] = "/tmp/sopap-serve-XXXXXX";
static char *self;

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
	struct page *body, *frame = frame_new(req, "echo.tpl", "/ajukan",
	    &body);
	const char *text = form_get(req, "teks");

	if (text == NULL)
		text = request_query(req, "teks");
	page_set(body, "TEXT", text);
	for (size_t i = 0; i < req->nupload; i++)
		page_set(page_add(body, "FILE"), "TEXT", req->upload[i].hash ?
		    req->upload[i].type : req->upload[i].error);
	return reply_page(reply, req, status, "Gema", frame);
}

/* Does all that it reads come of one instant? */
static int
tell_instant(struct request *req, struct reply *reply)
{
	return reply_bytes(reply, "text/plain", !office_db(
	    req->office)->in_snapshot ? "kini" : "satu", 4);
}

static int
get(struct request *req, struct reply *reply)
{
	const char *what = request_segment(req, 1);

	if (what == NULL)
		return echo(req, reply, 200);
	if (strcmp(what, "lambat") == 0)
		wait_for_test();
	if (strcmp(what, "banyak") == 0)
		arena_alloc(req->arena, 32 << 20);
	if (strcmp(what, "besar") == 0)
		return reply_bytes(reply, "text/plain", arena_alloc(
		    req->arena, SMALL_LARGE), SMALL_LARGE);
	if (strcmp(what, "sesaat") == 0)
		return tell_instant(req, reply);
	if (strcmp(what, "rusak") == 0)
		return reply_page(reply, req, 200, "Rusak",
		    frame_new(req, "missing.tpl", NULL, &(struct page *){
		    NULL }));
	if (strcmp(what, "sebab") == 0)
		return reply_case_error(reply, req, office_fail(req->office,
		    CASE_STATE, "nama", "Sebab milik Siti."));
	if (strcmp(what, "tanpa-sebab") == 0)
		return reply_case_error(reply, req, CASE_DENIED);
	if (strcmp(what, "tabel") == 0)
		return reply_bytes(reply, "text/csv; charset=utf-8", "a,b\n",
		    4);
	if (strcmp(what, "berkas") == 0)
		return reply_file(reply, req, request_query(req, "hash"),
		    "application/pdf", "surat \"\xC3\xA9\".pdf",
		    request_query(req, "lihat") != NULL);
	return echo(req, reply, 200);
}

static int
post(struct request *req, struct reply *reply)
{
	if (form_get(req, "sesaat") != NULL)
		return tell_instant(req, reply);
	if (form_get(req, "salah") != NULL || req->nupload > 0)
		return echo(req, reply, 422);
	session_notice(reply, req, "Berkas <K-1> diteruskan.");
	return reply_redirect(reply, "/ajukan");
}

static int
takes(const struct request *req, const char *field)
{
	return strcmp(field, "lain") != 0;
}

static const char *const templates[] = { "echo.tpl", NULL };

static int
serve_as(const char *name)
{
	const struct web_program program = { .name = name, .get = get,
	    .post = post, .templates = templates, .takes = takes };

	return web_serve(&program, 1, NULL);
}

/* -- asking it ----------------------------------------------------------- */

const char *
in_dir(const char *name)
{
	static char path[4][160];
	static int n;

	n = (n + 1) % 4;
	snprintf(path[n], sizeof(path[n]), "%s/%s", dir, name);
	return path[n];
}

void
write_file(const char *name, const char *text)
{
	int fd = open(in_dir(name), O_WRONLY | O_CREAT | O_TRUNC, 0600);
	size_t len = strlen(text);

	if (fd == -1 || write(fd, text, len) != (ssize_t)len)
		bail("cannot write a file of the test");
	close(fd);
}

char *
read_file(const char *name)
{
	char *text = calloc(1, 1024 * 1024);
	int fd = open(in_dir(name), O_RDONLY);

	if (text == NULL || fd == -1 || read(fd, text, 1024 * 1024 - 1) == -1)
		bail("cannot read a file of the test");
	close(fd);
	return text;
}

char *
change_conf(const char *part, const char *other)
{
	char *conf = read_file("sopap.conf"), *at = strstr(conf, part), *text;

	if (at == NULL || asprintf(&text, "%.*s%s%s", (int)(at - conf), conf,
	    other, at + strlen(part)) == -1)
		bail("nothing to change");
	write_file("sopap.conf", text);
	free(text);
	return conf;
}

/* Start this test as a program; in, out and err become its descriptors. */
pid_t
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

int
status_of(pid_t pid)
{
	int status;

	if (pid == -1 || waitpid(pid, &status, 0) != pid)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/* The whole answer of a plain CGI; free() it. */
char *
cgi(const char *name, struct ask ask)
{
	int in, out, err, status;

	write_file("in", ask.body ? ask.body : "");
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
const char *
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

int
answer_status(const char *answer)
{
	return answer != NULL ? atoi(header(answer, "Status")) : -1;
}

const char *
answer_body(const char *answer)
{
	const char *end = strstr(answer, "\r\n\r\n");

	return end != NULL ? end + 4 : "";
}

int
has(const char *answer, const char *text)
{
	return strstr(answer_body(answer), text) != NULL;
}

/* The status alone. */
int
cgi_status(const char *name, struct ask ask)
{
	char *answer = cgi(name, ask);
	int status = answer_status(answer);

	free(answer);
	return status;
}

/* A cookie the answer sets, as a Cookie header, and the token of its form. */
void
visit(const char *answer, char *cookie, size_t size, char token[65])
{
	const char *set = header(answer, "Set-Cookie");
	static const char field[] = "name=\"csrf\" value=\"";
	const char *csrf = strstr(answer_body(answer), field);

	snprintf(cookie, size, "%.*s", (int)strcspn(set, ";"), set);
	snprintf(token, 65, "%s", csrf ? csrf + strlen(field) : "");
}

static void
make_folder(void)
{
	static const char tpl[] = "{{%AUTOESCAPE context=\"HTML\"}}\n"
	    "{{! echo.tpl - TEXT, FILE {TEXT}, CSRF }}\n"
	    "<h1>Gema</h1><p>{{TEXT}}</p>"
	    "<input type=\"hidden\" name=\"csrf\" value=\"{{CSRF}}\">"
	    "<ul>{{#FILE}}<li>{{TEXT}}</li>{{/FILE}}</ul>\n";
	char conf[2048];

	if (mkdtemp(dir) == NULL)
		bail("cannot make a folder");
	snprintf(conf, sizeof(conf), "data = %s\ntemplates = %s:%s/lib/page\n"
	    "service = Layanan Uji\nsecure = no\n"
	    "second_factor = no\n%s%s\n", dir, dir,
	    getenv("SRCDIR") ? getenv("SRCDIR") : ".",
	    place_is_server() ? "files = folder\ndatabase = " : "",
	    place_is_server() ? place_of(in_dir("office.db")) : "");
	write_file("sopap.conf", conf);
	write_file("echo.tpl", tpl);
	setenv("SOPAP_CONF", in_dir("sopap.conf"), 1);
	setenv("SERVE_DIR", dir, 1);
	if (mkfifo(in_dir("here"), 0600) == -1 ||
	    mkfifo(in_dir("go"), 0600) == -1)
		bail("cannot make a fifo");
}

struct office *
small_main(int argc, char **argv)
{
	if (argc > 1)
		exit(serve_as(argv[1]));
	self = argv[0];
	make_folder();
	return fixture_open(dir);
}

void
small_end(void)
{
	char command[128];

	snprintf(command, sizeof(command), "rm -rf %s", dir);
	if (system(command) != 0)
		bail("cannot clean up");
}
