/* loop-t.c - the FastCGI loop: many requests, those cut short, and its end. */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "office/office.h"
#include "store/engine.h"
#include "store/migrate.h"
#include "tests/store/place.h"
#include "tests/tap.h"
#include "tests/web/fcgi.h"
#include "tests/web/small.h"

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

/* The library's reason for one person is not shown to the next. */
static void
forgets_the_one_before(void)
{
	char *a = fcgi(ASK("GET", "/ajukan/sebab"));

	is_int(409, answer_status(a), "a refusal with its reason");
	ok(has(a, "Sebab milik Siti."), "...which is told");
	free(a);
	a = fcgi(ASK("GET", "/ajukan/tanpa-sebab"));
	is_int(403, answer_status(a), "the next one, without a reason");
	ok(!has(a, "Siti"), "...does not get that of the one before");
	ok(has(a, "Hubungi administrator"), "...but the usual one");
	free(a);
}

/* Other requests are answered while one is slow. */
static void
serves_others(const char *what)
{
	for (int i = 0; i < 3; i++) {
		char *a = fcgi(ASK("GET", "/ajukan?teks=lain"));

		is_int(200, a != NULL ? answer_status(a) : -1,
		    "while %s, another is served", what);
		free(a);
	}
}

static void
suffers_slow_lines(void)
{
	char *a = fcgi(ASK("GET", "/ajukan")), cookie[256], token[65];
	char body[256], length[32];
	int slow[3], reader;

	visit(a, cookie, sizeof(cookie), token);
	free(a);
	snprintf(body, sizeof(body), "csrf=%s&salah=1&teks=lama", token);
	snprintf(length, sizeof(length), "%zu", strlen(body));
	for (int i = 0; i < 3; i++) {
		slow[i] = send_head(SEND("/ajukan", length, cookie, NULL));
		fcgi_record(slow[i], FCGI_STDIN, body, 9);
	}
	serves_others("three send slowly");
	for (int i = 0; i < 3; i++) {
		fcgi_record(slow[i], FCGI_STDIN, body + 9, strlen(body) - 9);
		fcgi_record(slow[i], FCGI_STDIN, NULL, 0);
		a = fcgi_answer(slow[i]);
		ok(a != NULL && answer_status(a) == 422 &&
		    has(a, "<p>lama</p>"), "...and each has its answer");
		free(a);
	}
	reader = send_head(ASK("GET", "/ajukan/besar"));
	fcgi_record(reader, FCGI_STDIN, NULL, 0);
	serves_others("one reads slowly");
	a = fcgi_answer(reader);
	is_int(SMALL_LARGE, a != NULL ? atoi(header(a, "Content-Length")) : -1,
	    "...who has it all in the end");
	free(a);
	/* A body that is refused, and does not end. */
	reader = send_head(SEND("/ajukan", "9000000", cookie, NULL));
	serves_others("one goes on sending");
	close(reader);
}

/* Too much memory ends the request, and the process goes on. */
static void
limits_memory(struct ask ask)
{
	char *a = fcgi(ask);

	is_int(413, a != NULL ? answer_status(a) : -1,
	    "a request that takes too much memory");
	ok(a != NULL && has(a, "Kiriman terlalu besar") &&
	    has(a, "Too much was sent"), "...is told so in two languages");
	free(a);
	a = fcgi(ASK("GET", "/ajukan"));
	is_int(200, a != NULL ? answer_status(a) : -1, "...others are served");
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

/* The program listens by itself; where it is so far its log is read. */
static pid_t
start_listening(FILE **log)
{
	char line[512] = "";
	int fd[2];
	pid_t pid;

	if (pipe(fd) == -1)
		bail("no pipe");
	unlink(in_dir("sock"));
	setenv("SOPAP_SOCKET", in_dir("sock"), 1);
	pid = start("submit", NULL, STDIN_FILENO, STDOUT_FILENO, fd[1]);
	unsetenv("SOPAP_SOCKET");
	close(fd[1]);
	if ((*log = fdopen(fd[0], "r")) == NULL ||
	    fgets(line, sizeof(line), *log) == NULL)
		bail("the program says nothing");
	ok(strstr(line, "listening at") != NULL, "SOPAP_SOCKET is listened at");
	return pid;
}

static void
listens_at_a_path(void)
{
	FILE *log;
	pid_t pid = start_listening(&log);
	char *a = fcgi(ASK("GET", "/ajukan"));

	is_int(200, answer_status(a), "...and served");
	free(a);
	kill(pid, SIGINT);
	is_int(0, status_of(pid), "...until told to stop");
	fclose(log);
}

/* Lines of the log since `from` that have a text. */
static int
logged(long from, const char *text)
{
	char *log = read_file("err"), *at = log + from;
	int n = 0;

	while ((at = strstr(at, text)) != NULL) {
		at += strlen(text);
		n++;
	}
	free(log);
	return n;
}

static long
log_size(void)
{
	char *log = read_file("err");
	long size = (long)strlen(log);

	free(log);
	return size;
}

/* Ask for the page: its status; *pause gets the seconds of Retry-After. */
static int
ask_status(int *pause)
{
	char *a = fcgi(ASK("GET", "/ajukan"));
	int status = a != NULL ? answer_status(a) : -1;

	*pause = a != NULL ? atoi(header(a, "Retry-After")) : 0;
	free(a);
	poll(NULL, 0, 10);	/* leave the processor to it */
	return status;
}

/* A program without an office answers every request alike. */
static void
answers_503(const char *why)
{
	char *a = fcgi(ASK("GET", "/ajukan")), body[4096];
	int fd;

	is_int(503, answer_status(a), "%s: 503", why);
	ok(atoi(header(a, "Retry-After")) >= 1, "...to be asked again");
	ok(has(a, "Coba lagi beberapa saat lagi"), "...with a sentence");
	ok(has(a, "Try again in a while"), "...in two languages");
	free(a);
	a = fcgi(ASK("HEAD", "/ajukan"));
	is_int(503, answer_status(a), "...to HEAD");
	is_string("", answer_body(a), "...without a body");
	free(a);
	/* A form that nobody reads. */
	memset(body, 'x', sizeof(body));
	fd = send_head(SEND("/ajukan", "400000", NULL, NULL));
	for (int i = 0; i < 400000 / (int)sizeof(body); i++)
		fcgi_record(fd, FCGI_STDIN, body, sizeof(body));
	fcgi_record(fd, FCGI_STDIN, NULL, 0);
	a = fcgi_answer(fd);
	is_int(503, a != NULL ? answer_status(a) : -1, "...to a form");
	free(a);
}

/* Start without an office, in the state that `spoil` makes of it, and mend it
 * after a while: one process lives through it. */
static void
waits_for(const char *what, const char *logline, void (*spoil)(int))
{
	int sock, asked = 4, pause, status;	/* by answers_503() */
	long from = log_size();
	pid_t pid;

	spoil(1);
	pid = start_fcgi(&sock);
	close(sock);
	answers_503(what);
	for (; logged(from, logline) < 2; asked++)
		ask_status(&pause);
	is_int(503, ask_status(&pause), "...tried again");
	ok(pause >= 2, "...then after a longer pause");
	ok(logged(from, "\n") < asked, "...the log has a line for each try, "
	    "not for each request");
	spoil(0);
	do
		status = ask_status(&pause);
	while (status == 503 && pause < 16);
	is_int(200, status, "...and it serves when it is mended");
	kill(pid, SIGTERM);
	is_int(0, status_of(pid), "...the same process");
}

static void
spoil_conf(int bad)
{
	static char *conf;

	if (bad) {
		conf = read_file("sopap.conf");
		write_file("sopap.conf", "colour = red\n");
	} else {
		write_file("sopap.conf", conf);
		free(conf);
	}
}

static void
spoil_key(int bad)
{
	rename(in_dir(bad ? "key" : "key-gone"),
	    in_dir(bad ? "key-gone" : "key"));
}

static struct db *
open_database(enum db_mode mode)
{
	char why[512];
	struct db *db = db_open(in_dir("office.db"), mode, why, sizeof(why));

	if (db == NULL)
		bail(why);
	return db;
}

static void
spoil_schema(int bad)
{
	static struct db *db;

	if (bad)
		db = open_database(DB_WRITE);
	is_int(0, db->engine->set_version(db, bad ? 99 : db_schema_count),
	    "another number of the schema");
	if (!bad)
		db_close(db);
}

/* -- the connection to a server -------------------------------------------- */

/* Nobody connects before somebody asks: a server that is not there is no
 * trouble so far. */
static void
connects_when_asked(void)
{
	char *conf = place_is_server() ?
	    change_conf("host=", "host=/nowhere") :
	    change_conf("secure = no", "secure = no\n"
	    "database = postgresql:///kantor?host=/nowhere");
	char line[512];
	int pause;
	FILE *log;
	pid_t pid = start_listening(&log);

	kill(pid, SIGTERM);
	is_int(0, status_of(pid), "a program that nobody has asked");
	ok(fgets(line, sizeof(line), log) == NULL,
	    "...has asked nothing of the server");
	fclose(log);
	pid = start_listening(&log);
	is_int(503, ask_status(&pause), "...by the first request");
	ok(fgets(line, sizeof(line), log) != NULL, "...it is: %s", line);
	kill(pid, SIGTERM);
	is_int(0, status_of(pid), "...and it ends well");
	fclose(log);
	write_file("sopap.conf", conf);
	free(conf);
}

static int64_t
connections(struct db *db)
{
	struct db_stmt *st = db_query(db, "SELECT count(*)"
	    " FROM pg_stat_activity WHERE datname = current_database() AND"
	    " backend_type = 'client backend' AND pid <> pg_backend_pid()",
	    "");
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	return db_done(st) == 0 ? n : -1;
}

static void
rests_when_idle(void)
{
	struct db *db = open_database(DB_OLD);
	int sock, pause;
	pid_t pid = start_fcgi(&sock);

	close(sock);
	is_int(200, ask_status(&pause), "a program on a server");
	is_int(1, connections(db), "...stays connected for the next request");
	kill(pid, SIGTERM);
	is_int(0, status_of(pid), "...until it ends");
	setenv("SOPAP_IDLE", "10", 1);
	pid = start_fcgi(&sock);
	unsetenv("SOPAP_IDLE");
	close(sock);
	for (int round = 0; round < 2; round++) {
		is_int(200, ask_status(&pause), "a request");
		for (int i = 0; i < 500 && connections(db) > 0; i++)
			poll(NULL, 0, 10);
		is_int(0, connections(db), "...the connection that nobody "
		    "needs after it is closed");
	}
	kill(pid, SIGTERM);
	is_int(0, status_of(pid), "...the same process");
	db_close(db);
}

int
main(int argc, char **argv)
{
	int sock;
	pid_t pid;

	office_close(small_main(argc, argv));
	pid = start_fcgi(&sock);
	close(sock);
	serves_one_after_the_other();
	forgets_the_one_before();
	suffers_slow_lines();
	limits_memory(ASK("GET", "/ajukan/banyak"));
	kill(pid, SIGTERM);
	is_int(0, status_of(pid), "SIGTERM ends it");
	ends_gracefully(SIGTERM, "SIGTERM");
	ends_gracefully(SIGHUP, "SIGHUP");
	ends_idle();
	listens_at_a_path();
	waits_for("a bad configuration", "sopap.conf", spoil_conf);
	waits_for("no key", "key: ", spoil_key);
	waits_for("another schema", "skema", spoil_schema);
	connects_when_asked();
	if (place_is_server())
		rests_when_idle();
	small_end();
	return tap_done();
}
