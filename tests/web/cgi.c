/*
 * cgi.c - the web server and the browser of the tests of cgi-bin.
 */
#include "tests/web/cgi.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "people/login_session.h"
#include "tests/case/fixture.h"
#include "tests/store/folder.h"
#include "tests/store/place.h"
#include "tests/tap.h"

#define FORM "application/x-www-form-urlencoded"
#define BOUNDARY "----sopap-test"

static const char *
from_env(const char *name)
{
	const char *value = getenv(name);

	return value != NULL ? value : ".";
}

struct office *
cgi_office(void)
{
	FILE *f;
	const char *path, *built = from_env("BUILDDIR");

	folder_make();
	path = folder_path("sopap.conf");
	if ((f = fopen(path, "w")) == NULL)
		bail("cannot write sopap.conf");
	fprintf(f, "data = %s/data\ntemplates = %s/templates\n"
	    "office = Kantor Wilayah Uji\nservice = Layanan Uji\n"
	    "contact = Telepon 0711-1\nsecure = no\n"
	    "second_factor = no\n"
	    "letters = %s/reports/letter\n"
	    "letter = %s/reports/letter/sopap-letter\n", folder,
	    built, from_env("SRCDIR"), built);
	mkdir(folder_path("data"), 0700);
	if (place_is_server())
		fprintf(f, "database = %s\n",
		    place_of(folder_path("data/office.db")));
	fclose(f);
	chmod(path, 0600);
	setenv("SOPAP_CONF", path, 1);
	return fixture_open(folder_path("data"));
}

/* The lines of a file without that of a key; free() them. */
static char *
without(const char *path, const char *key)
{
	size_t len = strlen(key), used = 0, room = 0;
	char *line = NULL, *text = calloc(1, 8192);
	FILE *f = fopen(path, "r");

	while (f != NULL && text != NULL && getline(&line, &room, f) > 0)
		if (strncmp(line, key, len) != 0 || line[len] != ' ')
			used += (size_t)snprintf(text + used, 8192 - used,
			    "%s", line);
	if (f == NULL || text == NULL || used >= 8192)
		bail("cannot read sopap.conf");
	fclose(f);
	free(line);
	return text;
}

void
cgi_configure(const char *key, const char *value)
{
	const char *path = folder_path("sopap.conf");
	char *text = without(path, key);
	FILE *f = fopen(path, "w");

	if (f == NULL)
		bail("cannot write sopap.conf");
	fprintf(f, "%s%s = %s\n", text, key, value);
	fclose(f);
	free(text);
}

const char *
cgi_folder(void)
{
	return folder;
}

void
cgi_cookie(struct visitor *v, const char *cookie)
{
	size_t len = strcspn(cookie, "=") + 1, i;

	for (i = 0; i < CGI_COOKIES - 1; i++)
		if (v->cookie[i] == NULL ||
		    strncmp(v->cookie[i], cookie, len) == 0)
			break;
	free(v->cookie[i]);
	v->cookie[i] = strndup(cookie, strcspn(cookie, ";"));
}

void
cgi_login(struct office *o, struct visitor *v, const char *login)
{
	struct login_session_ends ends = login_session_ends(NULL);
	struct login_session s;
	char token[LOGIN_TOKEN_SIZE], cookie[96];

	if (login_session_open(o, fixture_person(o, login), v->now, &ends,
	    token) != CASE_OK ||
	    login_session_find(o, token, v->now, &ends, &s) != CASE_OK)
		bail("cannot begin a session");
	snprintf(cookie, sizeof(cookie), "sopap=%s", token);
	cgi_cookie(v, cookie);
	snprintf(v->csrf, sizeof(v->csrf), "%s", s.csrf);
}

void
cgi_leave(struct visitor *v)
{
	for (size_t i = 0; i < CGI_COOKIES; i++) {
		free(v->cookie[i]);
		v->cookie[i] = NULL;
	}
	free(v->answer);
	v->answer = NULL;
	v->csrf[0] = '\0';
}

/* -- the web server ----------------------------------------------------- */

/* The environment of RFC 3875, as far as it is needed, and nothing else of
 * the visitor's. */
static void
set_environment(const struct visitor *v, const char *method, const char *uri,
    const char *type, size_t len)
{
	char text[4096] = "";

	setenv("REQUEST_METHOD", method, 1);
	setenv("REQUEST_URI", uri, 1);
	setenv("REMOTE_ADDR", v->remote != NULL ? v->remote : "192.0.2.7", 1);
	if (type != NULL) {
		setenv("CONTENT_TYPE", type, 1);
		snprintf(text, sizeof(text), "%zu", len);
		setenv("CONTENT_LENGTH", text, 1);
	}
	text[0] = '\0';
	for (size_t i = 0; i < CGI_COOKIES && v->cookie[i] != NULL; i++)
		snprintf(text + strlen(text), sizeof(text) - strlen(text),
		    "%s%s", i > 0 ? "; " : "", v->cookie[i]);
	if (text[0] != '\0')
		setenv("HTTP_COOKIE", text, 1);
	snprintf(text, sizeof(text), "%lld", (long long)v->now);
	setenv("SOPAP_NOW", text, 1);
}

static int
open_file(const char *name, int flags)
{
	int fd = open(folder_path(name), flags, 0600);

	if (fd == -1)
		bail("cannot open a file of the test");
	return fd;
}

static void
put_body(const char *body, size_t len)
{
	int fd = open_file("in", O_WRONLY | O_CREAT | O_TRUNC);

	if (len > 0 && write(fd, body, len) != (ssize_t)len)
		bail("cannot write the body");
	close(fd);
}

/* Run the program to its end; 0 when it went well. */
static int
run(const struct visitor *v, const char *name, const char *method,
    const char *uri, const char *type, size_t len)
{
	char path[4096];
	int status = 0;
	pid_t pid;

	snprintf(path, sizeof(path), "%s/libexec/%s", from_env("BUILDDIR"),
	    name);
	fflush(stdout);
	if ((pid = fork()) == 0) {
		dup2(open_file("in", O_RDONLY), STDIN_FILENO);
		dup2(open_file("out", O_WRONLY | O_CREAT | O_TRUNC),
		    STDOUT_FILENO);
		dup2(open_file("err", O_WRONLY | O_CREAT | O_APPEND),
		    STDERR_FILENO);
		set_environment(v, method, uri, type, len);
		execl(path, name, (char *)NULL);
		_exit(127);
	}
	if (pid == -1 || waitpid(pid, &status, 0) != pid || status != 0) {
		printf("# %s %s: the program ended with %#x\n", method, uri,
		    status);
		return -1;
	}
	return 0;
}

/* -- the browser --------------------------------------------------------- */

const char *
cgi_body(const struct visitor *v)
{
	const char *end = v->answer ? strstr(v->answer, "\r\n\r\n") : NULL;

	return end != NULL ? end + 4 : "";
}

const char *
cgi_header(const struct visitor *v, const char *name)
{
	static char value[4096];
	const char *line = v->answer, *end = cgi_body(v);
	size_t len = strlen(name);

	for (; line != NULL && line < end; line = strstr(line, "\r\n") + 2)
		if (strncmp(line, name, len) == 0 && line[len] == ':') {
			snprintf(value, sizeof(value), "%.*s",
			    (int)strcspn(line + len + 2, "\r"),
			    line + len + 2);
			return value;
		}
	return "";
}

int
cgi_has(const struct visitor *v, const char *text)
{
	return strstr(cgi_body(v), text) != NULL;
}

const char *
cgi_field(const struct visitor *v, const char *name)
{
	static char value[512];
	char tag[128];
	const char *s;

	snprintf(tag, sizeof(tag), "name=\"%s\" value=\"", name);
	s = strstr(cgi_body(v), tag);
	value[0] = '\0';
	if (s != NULL) {
		s += strlen(tag);
		snprintf(value, sizeof(value), "%.*s", (int)strcspn(s, "\""),
		    s);
	}
	return value;
}

/* Read the answer and keep its cookies and its token. */
static void
take_answer(struct visitor *v)
{
	static const char set[] = "Set-Cookie: ";
	int fd = open_file("out", O_RDONLY);
	struct stat st;
	const char *line, *end;

	free(v->answer);
	if (fstat(fd, &st) == -1 ||
	    (v->answer = calloc(1, (size_t)st.st_size + 1)) == NULL ||
	    read(fd, v->answer, (size_t)st.st_size) != st.st_size)
		bail("cannot read the answer");
	close(fd);
	end = cgi_body(v);
	v->size = (size_t)(v->answer + st.st_size - end);
	for (line = v->answer; line < end; line = strstr(line, "\r\n") + 2)
		if (strncmp(line, set, strlen(set)) == 0)
			cgi_cookie(v, line + strlen(set));
	v->status = atoi(cgi_header(v, "Status"));
	snprintf(v->location, sizeof(v->location), "%s",
	    cgi_header(v, "Location"));
	if (cgi_field(v, "csrf")[0] != '\0')
		snprintf(v->csrf, sizeof(v->csrf), "%s",
		    cgi_field(v, "csrf"));
}

void
cgi_ask(struct visitor *v, const char *name, const char *method,
    const char *uri, const char *type, const char *body, size_t len)
{
	put_body(body, len);
	if (run(v, name, method, uri, type, len) == 0) {
		take_answer(v);
		return;
	}
	free(v->answer);
	v->answer = NULL;
	v->size = 0;
	v->status = -1;
	v->location[0] = '\0';
}

void
cgi_get(struct visitor *v, const char *name, const char *uri)
{
	cgi_ask(v, name, "GET", uri, NULL, NULL, 0);
}

void
cgi_post(struct visitor *v, const char *name, const char *uri,
    const char *form)
{
	char *body;
	int len;

	if (strncmp(form, "csrf=", 5) == 0 || strstr(form, "&csrf=") != NULL)
		len = asprintf(&body, "%s", form);
	else
		len = asprintf(&body, "%s&csrf=%s", form, v->csrf);
	if (len == -1)
		bail("out of memory");
	cgi_ask(v, name, "POST", uri, FORM, body, (size_t)len);
	free(body);
}

void
cgi_upload(struct visitor *v, const char *name, const char *uri,
    const char *const *fields, const struct cgi_file *file)
{
	char *body;
	size_t len;
	FILE *f = open_memstream(&body, &len);

	if (f == NULL)
		bail("out of memory");
	fprintf(f, "--" BOUNDARY "\r\nContent-Disposition: form-data; "
	    "name=\"csrf\"\r\n\r\n%s\r\n", v->csrf);
	for (; fields != NULL && *fields != NULL; fields++)
		fprintf(f, "--" BOUNDARY "\r\nContent-Disposition: form-data; "
		    "name=\"%.*s\"\r\n\r\n%s\r\n",
		    (int)strcspn(*fields, "="), *fields,
		    *fields + strcspn(*fields, "=") + 1);
	if (file != NULL) {
		fprintf(f, "--" BOUNDARY "\r\nContent-Disposition: form-data; "
		    "name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n",
		    file->field, file->name, file->type);
		fwrite(file->data, 1, file->len, f);
		fputs("\r\n", f);
	}
	fputs("--" BOUNDARY "--\r\n", f);
	fclose(f);
	cgi_ask(v, name, "POST", uri,
	    "multipart/form-data; boundary=" BOUNDARY, body, len);
	free(body);
}
