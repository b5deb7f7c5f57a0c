/* serve.c - the order of refusals for one request, and the loop over all. */
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <fcgiapp.h>
#include <sodium.h>

#include "web/serve.h"

#include "base/arena.h"
#include "base/conf.h"
#include "base/log.h"
#include "base/metrics.h"
#include "base/price.h"
#include "office/audit.h"
#include "office/office.h"
#include "office/throttle.h"
#include "page/page.h"
#include "page/terminal.h"
#include "store/db.h"
#include "store/files.h"
#include "upload/active.h"
#include "upload/child.h"
#include "upload/loose.h"
#include "upload/quarantine.h"
#include "upload/signature.h"
#include "upload/upload.h"
#include "web/body.h"
#include "web/form.h"
#include "web/gateway.h"
#include "web/language.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"
#include "web/standin.h"
#include "web/traffic.h"

#define BACKLOG 128
#define PAUSE_MAX 60		/* seconds */
#define IDLE	300000		/* milliseconds without a request */
#define KEPT_MEMORY (4 << 20)	/* bytes */
#define VISITOR_UPLOADS 60	/* forms with files in 15 minutes, from one
				   address: a class may share it */

/* Kept by a process from its start to its end. */
struct server {
	const struct web_program *program;
	struct conf	*conf;
	struct office	*office;
	int		 loaded;	/* the templates are */
	int64_t		 now;		/* instead of the clock's; 0: not */
	int64_t		 next;		/* office not open: when to try again */
	int		 pause;		/* ... seconds from the last try */
};

/* -- one request ------------------------------------------------------- */

/* May the person logged in ask here?  0, or the status of the refusal. */
static int
check_person(const struct request *req, struct reply *reply)
{
	enum who who = req->route->who;

	if (who == WHO_OFFICIAL && req->session.institution_id != 0)
		return reply_error(reply, req, 403,
		    "Halaman ini hanya untuk pegawai kantor.");
	if (who == WHO_ADMIN && !req->session.admin && !req->session.personal)
		return reply_error(reply, req, 403,
		    "Halaman ini hanya untuk administrator.");
	return 0;
}

/* Is a second code asked for at this address, and was none given just now?
 * Before data goes out its program asks: reply_export(). */
static int
lacks_proof(const struct request *req)
{
	return session_lacks_proof(req) && (req->route->who == WHO_ADMIN ||
	    (strcmp(req->conf->second_factor, "approve") == 0 &&
	    strcmp(req->route->path, PATH_SETUJUI) == 0));
}

/* The body of a POST: 0, or the status of what is wrong with it, and why. */
static int
read_body(const struct server *sv, struct request *req, struct gateway *gw,
    struct uploads **ups, const char **why)
{
	int64_t max = sv->conf->upload_max;
	int status;

	*ups = sv->program->takes != NULL ?
	    uploads_new(req->arena, office_files(sv->office), max) : NULL;
	if (*ups != NULL && sv->program->compares)
		uploads_hash_only(*ups);
	else if (*ups != NULL)
		uploads_in_memory(*ups, sv->program->hold != NULL ?
		    sv->program->hold(req) : 0);
	status = body_read(req, gw, *ups, max, why);
	if (status != 0)
		req->nform = 0;		/* a part of it would mislead */
	return status;
}

struct asked {
	const struct web_program *program;
	const struct request	 *req;
};

static int
takes(void *arg, const char *field)
{
	const struct asked *asked = arg;

	return asked->program->takes(asked->req, field);
}

/* A file for which the form has no field is not looked into: 0, or the status
 * replied. */
static int
check_fields(const struct server *sv, const struct request *req,
    struct reply *reply, const struct uploads *ups)
{
	struct asked asked = { sv->program, req };

	return uploads_stray(ups, takes, &asked) == NULL ? 0 :
	    reply_error(reply, req, 413, "Formulir ini tidak meminta dokumen "
	    "yang dikirim. Buka halamannya sekali lagi, lalu kirim dari "
	    "sana.");
}

/* The name that files are counted by: an institution, or a visitor's address;
 * NULL: the office's own are not. */
static const char *
sender(const struct request *req, char name[THROTTLE_ADDRESS_SIZE])
{
	if (req->session.id == 0)
		return throttle_address(req->remote, name);
	if (req->session.institution_id == 0)
		return NULL;
	snprintf(name, THROTTLE_ADDRESS_SIZE, "lembaga %lld",
	    (long long)req->session.institution_id);
	return name;
}

/* The brake on forms with files, of visitors without account. */
static struct throttle
flood(const struct request *req, char address[THROTTLE_ADDRESS_SIZE])
{
	return (struct throttle){ .kind = "unggah",
	    .key = throttle_address(req->remote, address),
	    .tries = VISITOR_UPLOADS };
}

/* Nobody from outside can fill the disk: 0, or the status replied. */
static int
check_flood(const struct request *req, struct reply *reply,
    const struct uploads *ups)
{
	char address[THROTTLE_ADDRESS_SIZE], name[THROTTLE_ADDRESS_SIZE];
	struct throttle t = flood(req, address);
	const char *who = sender(req, name);
	enum case_err err = CASE_OK;

	if (uploads_count(ups) == 0)
		return 0;
	if (loose_is_full(req->office, uploads_bytes(ups)))
		return reply_error(reply, req, 503, "Penyimpanan kantor "
		    "hampir penuh, sehingga dokumen belum dapat diterima. "
		    "Coba lagi nanti.");
	if (who == NULL)
		return 0;
	if (req->session.id == 0)
		err = throttle_take(req->office, &t, req->now);
	if (err == CASE_OK)
		err = loose_check(req->office, who, uploads_bytes(ups));
	if (err == CASE_STATE)
		return reply_error(reply, req, 429, office_why(req->office));
	return err == CASE_OK ? 0 : reply_case_error(reply, req, err);
}

/* Looking into a visitor's files took long: it counts as so many forms more,
 * so that an address has a part of the time of all, and no more. */
static enum case_err
charge(const struct request *req)
{
	char address[THROTTLE_ADDRESS_SIZE];
	struct throttle t = flood(req, address);
	int seconds = child_took(PRICE_CHILDREN) / 1000;

	return req->session.id != 0 || seconds == 0 ? CASE_OK :
	    throttle_add(req->office, &t, seconds, req->now);
}

/* Record what virus scanner and signature check found in a stored file. */
static enum case_err
record_file(const struct request *req, const struct upload *up)
{
	int wait = (up->unscanned ? QUARANTINE_SCAN : 0) |
	    (up->unchecked ? QUARANTINE_CHECK : 0);
	char name[THROTTLE_ADDRESS_SIZE];
	const char *who = sender(req, name);
	enum case_err err = CASE_OK;

	if (wait != 0) {
		/* Of a qpdf that is not there the log knows by now. */
		if (up->unscanned)
			log_line(LOG_WARN, "a file is held until clamd has "
			    "looked at it");
		err = quarantine_add(req->office, up->hash, up->name, wait,
		    req->now);
	} else if (up->scanned)
		err = quarantine_scanned(req->office, up->hash, "");
	if (err == CASE_OK && up->nsignature > 0)
		err = signature_put(req->office, up->hash, up->signature,
		    up->nsignature);
	if (err == CASE_OK && up->active != 0)
		err = active_put(req->office, up->hash, up->active);
	if (err == CASE_OK && who != NULL)
		loose_note(req->office, who, up->hash, up->size);
	return err;
}

/* Look into the files, store them, and record what was found: 0, or the status
 * replied. */
static int
keep_files(struct request *req, struct reply *reply, struct uploads *ups)
{
	enum case_err err;
	int refused;

	if (req->conf->clamd[0] != '\0')
		uploads_scan(ups, req->conf->clamd);
	refused = uploads_judge(ups);
	if ((err = charge(req)) != CASE_OK || refused != 0)
		uploads_drop(ups);
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	if (refused != 0)
		return reply_error(reply, req, refused == CHILD_BUSY ? 503 :
		    413, refused == CHILD_BUSY ? NULL : "Memeriksa dokumen-"
		    "dokumen ini terlalu lama. Kirim dokumen yang lebih "
		    "sedikit, atau simpan ulang sebagai PDF yang lebih "
		    "sederhana.");
	req->upload = uploads_keep(ups, &req->nupload);
	for (size_t i = 0; i < req->nupload && err == CASE_OK; i++)
		if (req->upload[i].stored)
			err = record_file(req, &req->upload[i]);
	return err == CASE_OK ? 0 : reply_case_error(reply, req, err);
}

/* Check the files of a form and keep them, when nothing is wrong with it so
 * far: 0, or the status replied. */
static int
take_files(const struct server *sv, struct request *req, struct reply *reply,
    struct uploads *ups, int status)
{
	if (ups == NULL)
		return status;
	if (status == 0)
		status = check_fields(sv, req, reply, ups);
	if (status == 0 && !sv->program->compares)
		status = check_flood(req, reply, ups);
	if (status == 0)
		return keep_files(req, reply, ups);
	uploads_drop(ups);
	return status;
}

/* Does the visitor have to log in first?  Who came by six digits is known at a
 * counter alone (routes.tsv): elsewhere the password is asked for. */
static int
is_stranger(const struct request *req)
{
	return req->session.pin ? !req->route->pin :
	    req->session.id == 0 && req->route->who != WHO_ANYONE;
}

/* May a file that its program would have read in memory be stored?  Those of
 * strangers have the brakes of all. */
static int
may_store(const struct request *req, const struct upload *u, const char *who)
{
	return u->data != NULL && u->error == NULL && (who == NULL ||
	    (!loose_is_full(req->office, u->size) && loose_check(req->office,
	    who, u->size) == CASE_OK));
}

/* Store it: it goes along. */
static void
store_in_memory(struct request *req)
{
	char hash[FILES_HASH_SIZE], name[THROTTLE_ADDRESS_SIZE];
	const char *who = sender(req, name);

	for (size_t i = 0; i < req->nupload; i++) {
		struct upload *u = &req->upload[i];

		if (!may_store(req, u, who) || files_put(
		    office_files(req->office), u->data, u->len, hash) != 0)
			continue;
		u->hash = arena_strdup(req->arena, hash);
		u->type = "application/octet-stream";
		u->stored = 1;
		if (who != NULL)
			loose_note(req->office, who, u->hash, u->size);
	}
}

/* Does the form that a visitor sends come from a page of his, also when the
 * session has ended by which it had its token?  Nothing is done with it but to
 * carry it on. */
static int
is_carried(const struct request *req)
{
	return session_csrf_ok(req) || (req->session.id == 0 &&
	    strlen(form_value(req, "csrf")) == SESSION_TOKEN_LEN);
}

/* The reply to a visitor who has to log in, or to show a second code, first: a
 * form is read, so that its texts and files go along. */
static int
to_detour(const struct server *sv, struct request *req, struct reply *reply,
    struct gateway *gw)
{
	struct uploads *ups = NULL;
	const char *why;
	int status = 0, ours;

	if (req->method == METHOD_POST)
		status = read_body(sv, req, gw, &ups, &why);
	ours = status == 0 && is_carried(req);
	if (!ours && ups != NULL)
		uploads_drop(ups);
	else if ((status = take_files(sv, req, reply, ups, 0)) != 0)
		return status;
	if (ours)
		store_in_memory(req);
	return is_stranger(req) ? reply_login(reply, req) :
	    reply_prove(reply, req);
}

/* A form without the token of this visit becomes a GET of its page, which shows
 * it again: 0, or the status of a refusal where there is no page. */
static int
make_stale(const struct server *sv, struct request *req, struct reply *reply)
{
	if (sv->program->get == NULL ||
	    (req->route->methods & METHOD_GET) == 0)
		return reply_error(reply, req, 403,
		    "Halaman ini sudah terlalu lama terbuka. Muat ulang, "
		    "lalu kirim sekali lagi.");
	req->stale = 1;
	req->method = METHOD_GET;
	req->notice = "Halaman ini sudah lama terbuka, jadi belum ada yang "
	    "terkirim. Isian Anda masih ada di bawah. Periksa, lalu kirim "
	    "sekali lagi.";
	return 0;
}

/* Read a POST, check its token, hand it on; keep its files only then. */
static int
post(const struct server *sv, struct request *req, struct reply *reply,
    struct gateway *gw)
{
	struct uploads *ups;
	const char *why;
	int status = read_body(sv, req, gw, &ups, &why);

	if (status != 0)
		status = reply_error(reply, req, status, why);
	else if (!session_csrf_ok(req)) {
		session_audit(req, AUDIT_FORGED, AUDIT_DENIED);
		status = make_stale(sv, req, reply);
	}
	if ((status = take_files(sv, req, reply, ups, status)) != 0)
		return status;
	return (req->stale ? sv->program->get : sv->program->post)(req, reply);
}

/* A page shows the office as of one instant.  It has no body to read, and a
 * file is sent afterwards: that takes as long as the visitor's line. */
static int
get(const struct server *sv, struct request *req, struct reply *reply)
{
	struct db *db = office_db(sv->office);
	int status;

	db_snapshot(db);
	office_fresh(req->office);
	status = sv->program->get(req, reply);
	db_snapshot_end(db);
	return status;
}

static int
refuse_method(const struct request *req, struct reply *reply)
{
	unsigned may = req->route != NULL ? req->route->methods :
	    METHOD_GET | METHOD_POST;

	reply_header(reply, "Allow", may == METHOD_POST ? "POST" :
	    may == METHOD_GET ? "GET, HEAD" : "GET, HEAD, POST");
	return reply_error(reply, req, 405, NULL);
}

/* A request takes more memory than it may.  It cannot be unwound from wherever
 * it asked for it; so the visitor is told, and the process begins anew. */
static void
give_up(void *arg)
{
	struct gateway *gw = arg;

	log_line(LOG_WARN, "a request takes too much memory");
	reply_too_large(gw);
	if (gw->handle != NULL)
		gateway_end(gw);
	standin_renew();
	exit(1);
}

/* Everything before the handler, in the order of refusal, and the handler. */
static int
answer(const struct server *sv, struct request *req, struct reply *reply,
    struct gateway *gw)
{
	const struct web_program *program = sv->program;
	int bad = request_begin(req, gw), status;
	unsigned method = req->method == METHOD_POST ? METHOD_POST :
	    METHOD_GET;
	enum case_err err;

	audit_from(req->remote);
	err = session_load(req);
	if (req->session.id != 0)
		arena_limit(req->arena, PRICE_MEMORY_PERSON, give_up, gw);
	if (err == CASE_OK && bad == 0)
		req->route = route_find(req->path);
	/* Errors are said in the visitor's language, too. */
	if ((status = language_begin(req, reply)) != 0)
		return status;
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	if (bad == 405)
		return refuse_method(req, reply);
	if (bad != 0)
		return reply_error(reply, req, bad, NULL);
	if (req->route == NULL || strcmp(req->route->program, program->name))
		return reply_error(reply, req, 404, NULL);
	if ((req->route->methods & method) == 0 || (method == METHOD_POST ?
	    program->post == NULL && program->raw == NULL :
	    program->get == NULL))
		return refuse_method(req, reply);
	if (is_stranger(req))
		return to_detour(sv, req, reply, gw);
	if ((status = check_person(req, reply)) != 0)
		return status;
	if (lacks_proof(req))
		return to_detour(sv, req, reply, gw);
	if (method == METHOD_GET)
		return get(sv, req, reply);
	/* Another process may have put another calendar in force. */
	office_fresh(req->office);
	if (program->raw != NULL)
		return program->raw(req, reply, gw);
	return post(sv, req, reply, gw);
}

static int64_t
microseconds(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * INT64_C(1000000) + ts.tv_nsec / 1000;
}

static void
serve_one(const struct server *sv, struct gateway *gw)
{
	int64_t began = microseconds();
	struct arena *arena = arena_new();
	const struct nameplate *plate = NULL;
	struct request req = {
		.arena = arena,
		.office = sv->office,
		.conf = sv->conf,
		.now = sv->now != 0 ? sv->now : time(NULL),
		.session = { .name = "", .csrf = "" },
		.language = page_language(NULL),
		.plate = &plate,
	};
	struct reply *reply = reply_new(arena);
	char *id = request_token(arena);
	int status;

	id[12] = '\0';
	req.id = id;
	/* The library's reason of the request before is not for this one. */
	office_fail(sv->office, CASE_OK, "", "%s", "");
	log_context(id, NULL);
	gw->waited = 0;
	child_allow(PRICE_CHILDREN, standin_call);
	arena_limit(arena, PRICE_MEMORY_VISITOR, give_up, gw);
	status = answer(sv, &req, reply, gw);
	if (status == 401 || status == 403)
		session_audit(&req, AUDIT_REFUSED, AUDIT_DENIED);
	if (status >= 500)
		log_line(LOG_ERROR, "%d %s", status, req.path);
	if (reply_send(reply, &req, status, gw) == -1)
		log_line(LOG_WARN, "the client has gone");
	traffic_note(sv->program->name, status, microseconds() - began);
	/* Files that came in and were neither named nor kept. */
	files_forget(office_files(sv->office));
	log_context(NULL, NULL);
	arena_free(arena);
}

/* -- what it takes to serve -------------------------------------------- */

static int
load_templates(const struct server *sv)
{
	static const char *const always[] = { "frame.tpl", "error.tpl", NULL };
	const char *const *lists[] = { always, sv->program->templates };

	page_path(sv->conf->templates);
	page_prefix(conf_prefix(sv->conf));
	language_load(sv->conf);
	for (size_t i = 0; i < 2; i++)
		for (const char *const *name = lists[i];
		    name != NULL && *name != NULL; name++)
			if (page_load(*name) == -1) {
				log_line(LOG_ERROR, "cannot load %s", *name);
				return -1;
			}
	return 0;
}

/* 0, or -1 after one line of the log. */
static int
configure(struct server *sv)
{
	char why[512];

	if ((sv->conf = conf_read(why, sizeof(why))) == NULL) {
		log_line(LOG_ERROR, "%s", why);
		return -1;
	}
	log_limit(sv->conf->log);
	return 0;
}

static int
open_office(struct server *sv)
{
	char why[512];

	sv->office = office_open_at(sv->conf->data, sv->conf->database,
	    sv->conf->files, DB_WRITE, why, sizeof(why));
	if (sv->office != NULL)
		return 0;
	log_line(LOG_ERROR, "%s", why);
	return -1;
}

static int
load(struct server *sv)
{
	if (load_templates(sv) == -1)
		return -1;
	child_turns(sv->conf->data, PRICE_TURN);
	metrics_open(sv->conf->data);
	sv->loaded = 1;
	return 0;
}

/* Read the configuration, open the office, load the templates, as far as it is
 * not done: 0, or -1 after one line of the log, with nothing left open. */
static int
open_server(struct server *sv)
{
	if (sv->conf == NULL && configure(sv) == -1)
		return -1;
	if (open_office(sv) == 0 && (sv->loaded || load(sv) == 0))
		return 0;
	office_close(sv->office);
	sv->office = NULL;
	if (!sv->loaded) {
		conf_free(sv->conf);
		sv->conf = NULL;
	}
	return -1;
}

static int64_t
seconds(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec;
}

static void
put_off(struct server *sv)
{
	sv->pause = sv->pause == 0 ? 1 : sv->pause < PAUSE_MAX / 2 ?
	    2 * sv->pause : PAUSE_MAX;
	sv->next = seconds() + sv->pause;
}

/*
 * Can it serve?  What was not there at the start may have come meanwhile: an
 * office is upgraded or restored, a configuration mended.  It is tried again
 * when somebody asks, after a pause that doubles each time, and the log has a
 * line for each try.
 */
static int
is_ready(struct server *sv)
{
	if (sv->office != NULL)
		return 1;
	if (seconds() < sv->next)
		return 0;
	if (open_server(sv) == 0)
		return 1;
	put_off(sv);
	return 0;
}

/* An office of a file is opened before anybody asks.  The connections of a
 * server are counted, and there are many programs on many hosts: one that
 * nobody asks has none. */
static void
begin(struct server *sv)
{
	if (configure(sv) == -1)
		put_off(sv);
	else if (!db_is_server(sv->conf->database))
		is_ready(sv);
}

/* Give the connection back until somebody asks. */
static void
rest(struct server *sv)
{
	office_close(sv->office);
	sv->office = NULL;
	sv->pause = 0;
	sv->next = 0;
}

/* -- the loop ---------------------------------------------------------- */

static volatile sig_atomic_t stopping;

static void
stop(int sig)
{
	stopping = 1;
}

/* Milliseconds to wait for a request, -1: for ever.  A test does not wait five
 * minutes to see a connection closed: SOPAP_IDLE. */
static int
patience(const struct server *sv)
{
	const char *idle = getenv("SOPAP_IDLE");

	if (standin_patience() >= 0)
		return standin_patience();
	if (sv->office == NULL || !db_is_shared(office_db(sv->office)))
		return -1;
	return idle != NULL ? atoi(idle) : IDLE;
}

/* Sleep until a request comes, a signal (-1), or too long for nothing (0). */
static int
wait_for_request(const struct server *sv, int sock)
{
	struct pollfd fd = { .fd = sock, .events = POLLIN };
	int ms = patience(sv);
	struct timespec wait = { ms / 1000, ms % 1000 * 1000000L };
	sigset_t none;

	sigemptyset(&none);
	return ppoll(&fd, 1, ms < 0 ? NULL : &wait, &none);
}

/*
 * The loop.  A signal must neither cut a body that is being read nor be lost
 * between the look at the flag and accept(2): signals are blocked all the
 * time, let through once each round, and during ppoll(2), the only place that
 * sleeps.  Several processes wait on one socket, so it must not block.
 */
static int
loop(struct server *sv, int sock, const sigset_t *ours)
{
	FCGX_Request fcgi;
	struct gateway gw;
	int n, rc = 0;

	if (FCGX_Init() != 0 || FCGX_InitRequest(&fcgi, sock, 0) != 0 ||
	    fcntl(sock, F_SETFL, fcntl(sock, F_GETFL) | O_NONBLOCK) == -1) {
		log_line(LOG_ERROR, "cannot listen: %s", strerror(errno));
		return 1;
	}
	gateway_fcgi(&gw, &fcgi);
	begin(sv);
	for (;;) {
		/* ppoll() prefers a ready socket to a pending signal. */
		sigprocmask(SIG_UNBLOCK, ours, NULL);
		sigprocmask(SIG_BLOCK, ours, NULL);
		if (stopping)
			break;
		n = wait_for_request(sv, sock);
		if (n < 0 && errno != EINTR) {
			log_line(LOG_ERROR, "ppoll: %s", strerror(errno));
			rc = 1;
			break;
		}
		if (n == 0 && standin_patience() >= 0)
			break;		/* nobody needs the stand-in */
		if (n == 0)
			rest(sv);
		if (n <= 0)
			continue;
		n = FCGX_Accept_r(&fcgi);
		/* Another process was faster, or the client gave up. */
		if (n == -EAGAIN || n == -EINTR || n == -ECONNABORTED)
			continue;
		if (n != 0) {
			log_line(LOG_ERROR, "accept: error %d", n);
			rc = 1;
			break;
		}
		if (is_ready(sv)) {
			standin_open(sock);
			serve_one(sv, &gw);
		} else
			reply_unavailable(&gw, sv->program->unavailable,
			    sv->pause);
		gateway_end(&gw);
	}
	FCGX_Finish_r(&fcgi);
	return rc;
}

/* Block the signals that end the process; `ours` gets them. */
static void
take_signals(sigset_t *ours)
{
	static const int sig[] = { SIGTERM, SIGINT, SIGHUP, SIGUSR1 };
	struct sigaction sa = { .sa_handler = stop };

	sigemptyset(ours);
	sigemptyset(&sa.sa_mask);
	for (size_t i = 0; i < sizeof(sig) / sizeof(sig[0]); i++) {
		sigaddset(ours, sig[i]);
		sigaction(sig[i], &sa, NULL);
	}
	sigprocmask(SIG_BLOCK, ours, NULL);
	signal(SIGPIPE, SIG_IGN);
}

/*
 * A plain CGI takes SOPAP_NOW for the present, so that its answers can be
 * tested.  Clients cannot set it: theirs are the variables of RFC 3875.
 */
static int64_t
fixed_now(void)
{
	const char *text = getenv("SOPAP_NOW");

	return text != NULL ? strtoll(text, NULL, 10) : 0;
}

static void
usage(FILE *out)
{
	terminal_say(out,
	    "Program FastCGI ini dijalankan oleh server web, atau dengan\n"
	    "SOPAP_SOCKET=ALAMAT untuk menunggu di soket itu.\n"
	    "  --help     tampilkan bantuan ini\n"
	    "  --version  tampilkan versi\n");
}

/* Started by hand, and not as one of the servers do it: the exit status. */
static int
wrong_call(void)
{
	usage(stderr);
	return 2;
}

/* Serve as the process was started: one CGI request, or the loop. */
static int
serve(struct server *sv, const sigset_t *ours)
{
	const char *path = getenv("SOPAP_SOCKET");
	int sock = STDIN_FILENO, cgi = 0;
	struct gateway gw;

	if (path != NULL && *path != '\0')
		sock = -1;
	else if (FCGX_IsCGI())
		cgi = 1;
	if (cgi && getenv("REQUEST_METHOD") == NULL)
		return wrong_call();
	if (sodium_init() == -1) {
		log_line(LOG_ERROR, "no source of randomness");
		return 1;
	}
	if (cgi) {
		sv->now = fixed_now();
		gateway_cgi(&gw);
		if (is_ready(sv))
			serve_one(sv, &gw);
		else
			reply_unavailable(&gw, sv->program->unavailable,
			    PAUSE_MAX);
		return sv->office == NULL;
	}
	if (sock == -1) {
		if ((sock = FCGX_OpenSocket(path, BACKLOG)) == -1) {
			log_line(LOG_ERROR, "cannot listen at %s", path);
			return 1;
		}
		log_line(LOG_INFO, "listening at %s", path);
	}
	return loop(sv, sock, ours);
}

/* Memory that a request has given back serves the next one.  By itself glibc
 * returns it to the kernel, which clears each page anew for the next request;
 * what one large request leaves behind is given back above the limit. */
static void
keep_memory(void)
{
	mallopt(M_TRIM_THRESHOLD, KEPT_MEMORY);
	mallopt(M_MMAP_THRESHOLD, KEPT_MEMORY / 2);
	mallopt(M_TOP_PAD, KEPT_MEMORY / 8);
}

int
web_serve(const struct web_program *program, int argc, char **argv)
{
	struct server sv = { .program = program };
	char name[64];
	sigset_t ours;
	int rc;

	/* Words of a CGI server are out of an address: the visitor's. */
	if (argc > 1 && getenv("REQUEST_METHOD") == NULL) {
		snprintf(name, sizeof(name), "sopap-%s", program->name);
		return terminal_asked(argc, argv, name, usage) ? 0 :
		    wrong_call();
	}
	keep_memory();
	log_open(program->name);
	take_signals(&ours);
	rc = serve(&sv, &ours);
	metrics_close();
	office_close(sv.office);
	conf_free(sv.conf);
	return rc;
}
