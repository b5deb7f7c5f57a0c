/* health-t.c - who may see whether the office is up, and its figures. */
#include <string.h>
#include <unistd.h>

#include "office/last_run.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"

#define NOW (FIXTURE_START + 3600)
#define TOKEN "rahasia-pemantau-0123456789"

/* Ask from an address, with one more header, or NULL: the status. */
static int
ask(struct visitor *v, const char *uri, const char *remote, const char *name,
    const char *value)
{
	v->remote = remote;
	if (name != NULL)
		setenv(name, value, 1);
	cgi_get(v, "health", uri);
	if (name != NULL)
		unsetenv(name);
	return v->status;
}

static void
local_or_nobody(void)
{
	static const char *const here[] = { "127.0.0.1", "127.8.9.1", "::1",
		"::ffff:127.0.0.1" };
	static const char *const away[] = { "192.0.2.7", "10.0.0.1",
		"1127.0.0.1", "::2", "::ffff:192.0.2.7", "" };
	static const char *const proxy[] = { "HTTP_X_FORWARDED_FOR",
		"HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA" };
	static const char *const uri[] = { "/healthz", "/metrics" };
	struct visitor v = { .now = NOW };
	size_t u, i;

	for (u = 0; u < 2; u++) {
		for (i = 0; i < 4; i++)
			is_int(200, ask(&v, uri[u], here[i], NULL, NULL),
			    "%s from %s", uri[u], here[i]);
		for (i = 0; i < 6; i++)
			is_int(404, ask(&v, uri[u], away[i], NULL, NULL),
			    "%s from \"%s\"", uri[u], away[i]);
		for (i = 0; i < 4; i++)
			is_int(404, ask(&v, uri[u], "127.0.0.1", proxy[i],
			    "127.0.0.1"), "%s with %s", uri[u], proxy[i]);
	}
	is_int(404, ask(&v, "/metrics/x", "127.0.0.1", NULL, NULL),
	    "nothing below");
	is_int(404, ask(&v, "/healthz/x", "127.0.0.1", NULL, NULL),
	    "...either of them");
	cgi_post(&v, "health", "/metrics", "a=b");
	is_int(405, v.status, "no POST");
	cgi_leave(&v);
}

/* To a stranger the page looks like one that was never there. */
static void
as_if_there_were_none(void)
{
	struct visitor v = { .now = NOW }, w = { .now = NOW };

	ask(&v, "/metrics", "192.0.2.7", NULL, NULL);
	cgi_get(&w, "home", "/tidakad");
	is_int(404, w.status, "no such page");
	ok(strstr(cgi_body(&v), "Halaman tidak ditemukan") != NULL,
	    "...is what a stranger sees");
	is_int((int64_t)w.size, (int64_t)v.size, "...as long");
	cgi_leave(&v);
	cgi_leave(&w);
}

static void
by_token(void)
{
	struct visitor v = { .now = NOW };
	const char *name = "HTTP_AUTHORIZATION", *from = "192.0.2.7";
	char path[256];
	FILE *f;

	is_int(404, ask(&v, "/metrics", from, name, "Bearer "),
	    "no token is set: an empty one is none");
	snprintf(path, sizeof(path), "%s/sopap.conf", cgi_folder());
	if ((f = fopen(path, "a")) == NULL)
		bail("no configuration");
	fprintf(f, "metrics_token = " TOKEN "\n");
	fclose(f);
	is_int(200, ask(&v, "/metrics", from, name, "Bearer " TOKEN),
	    "the token");
	is_int(200, ask(&v, "/healthz", from, name, "Bearer " TOKEN),
	    "...for either page");
	is_int(404, ask(&v, "/metrics", from, name, "Bearer " TOKEN "0"),
	    "another");
	is_int(404, ask(&v, "/metrics", from, name, "Bearer rahasia"),
	    "a part of it");
	is_int(404, ask(&v, "/metrics", from, name, "Bearer "), "none");
	is_int(404, ask(&v, "/metrics", from, name, "Basic " TOKEN),
	    "another scheme");
	is_int(404, ask(&v, "/metrics", from, name, TOKEN), "no scheme");
	is_int(200, ask(&v, "/metrics", "127.0.0.1", NULL, NULL),
	    "the machine itself needs none");
	cgi_leave(&v);
}

/* Does the answer have the line? */
static int
has_line(const struct visitor *v, const char *line)
{
	const char *s = cgi_body(v);
	size_t len = strlen(line);

	for (; s != NULL; s = strchr(s, '\n') != NULL ?
	    strchr(s, '\n') + 1 : NULL)
		if (strncmp(s, line, len) == 0 && s[len] == '\n')
			return 1;
	printf("# no line %s\n", line);
	return 0;
}

static void
figures(struct office *o)
{
	struct visitor v = { .now = NOW };

	ask(&v, "/metrics", "127.0.0.1", NULL, NULL);
	is_string("text/plain; version=0.0.4; charset=utf-8",
	    cgi_header(&v, "Content-Type"), "the type of the format");
	ok(has_line(&v, "sopap_build_info{version=\"" PACKAGE_VERSION "\"} 1"),
	    "the version");
	ok(has_line(&v, "sopap_up 1"), "the office is up");
	ok(has_line(&v, "sopap_tasks_late 0"), "nothing is late");
	ok(has_line(&v, "sopap_messages_queued 0"), "no message waits");
	ok(has_line(&v, "sopap_messages_oldest_seconds 0"), "...for no time");
	ok(has_line(&v, "sopap_last_run_timestamp_seconds{job=\"tick\"} 0"),
	    "no tick ever ran");
	fixture_run(o, "INSERT INTO messages (id, kind, channel, address,"
	    " subject, body, state, queued_at, expires_at) VALUES"
	    " (1, 'x', 'mail', 'a@b', '', '', 'queued', 1767578000, NULL),"
	    " (2, 'x', 'mail', 'a@b', '', '', 'queued', 1767578300, NULL),"
	    " (3, 'x', 'mail', 'a@b', '', '', 'queued', 1, 1767578000),"
	    " (4, 'x', 'mail', 'a@b', '', '', 'sent', 1, NULL)");
	last_run_note(o, LAST_RUN_TICK, "", NOW - 60);
	last_run_note(o, LAST_RUN_TICK, "disk \"penuh\"", NOW);
	last_run_note(o, LAST_RUN_BACKUP, "", NOW - 5);
	ask(&v, "/metrics", "127.0.0.1", NULL, NULL);
	ok(has_line(&v, "sopap_messages_queued 2"),
	    "two wait: one has expired, one was sent");
	ok(has_line(&v, "sopap_messages_oldest_seconds 400"),
	    "...the oldest for so long");
	ok(has_line(&v, "sopap_last_run_timestamp_seconds{job=\"tick\"} "
	    "1767578400"), "a tick ended");
	ok(has_line(&v, "sopap_last_success_timestamp_seconds{job=\"tick\"} "
	    "1767578340"), "...the one before it well");
	ok(has_line(&v, "sopap_last_success_timestamp_seconds{job=\"backup\"} "
	    "1767578395"), "a backup");
	ok(has_line(&v, "sopap_last_run_timestamp_seconds{job=\"messenger\"} "
	    "0"), "no messenger");
	cgi_leave(&v);
}

/* Tasks past their limit are counted, acts by what came of them, and tries that
 * were refused. */
static void
counted(struct office *o)
{
	struct visitor v = { .now = NOW };

	walk_start(o, "monev", fixture_person(o, "jfu"), NULL, 0, NOW);
	walk_start(o, "monev", fixture_person(o, "jfu"), NULL, 0, NOW);
	fixture_run(o, "UPDATE tasks SET due_at = 1 WHERE open = 1");
	fixture_run(o, "UPDATE tasks SET external = 1"
	    " WHERE id = (SELECT min(id) FROM tasks WHERE open = 1)");
	ask(&v, "/metrics", "127.0.0.1", NULL, NULL);
	ok(has_line(&v, "sopap_tasks_late 1"),
	    "a task past its limit is late, an applicant's is not");
	cgi_get(&v, "track", "/lacak");
	for (int i = 0; i < 30; i++)
		cgi_post(&v, "track", "/lacak", "kode=AAAABBBBCCCC");
	ask(&v, "/metrics", "127.0.0.1", NULL, NULL);
	ok(strstr(cgi_body(&v), "kind=\"lacak\"} 0\n") == NULL,
	    "guesses are refused and counted");
	ok(has_line(&v, "sopap_brakes_total{kind=\"akun\"} 0"),
	    "...by kind");
	ok(strstr(cgi_body(&v), "_count{program=\"track\",status=\"4xx\"} ") !=
	    NULL, "requests of a program");
	cgi_leave(&v);
}

int
main(void)
{
	struct office *o = cgi_office();

	local_or_nobody();
	as_if_there_were_none();
	by_token();
	figures(o);
	counted(o);
	office_close(o);
	return tap_done();
}
