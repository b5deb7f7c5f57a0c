/* answer.c - the course of one request. */
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/log.h"
#include "office/office.h"
#include "office/throttle.h"
#include "page/page.h"
#include "upload/quarantine.h"
#include "upload/signature.h"
#include "upload/upload.h"
#include "web/body.h"
#include "web/gateway.h"
#include "web/language.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve_raw.h"
#include "web/session.h"

#define VISITOR_UPLOADS 60	/* forms with files in 15 minutes, from one
				   address: a class may share it */

/* Who may ask, of those logged in: 0, or the status of the refusal. */
static int
check_person(const struct request *req, struct reply *reply)
{
	enum who who = req->route->who;

	if (who == WHO_OFFICIAL && req->session.institution_id != 0)
		return reply_error(reply, req, 403,
		    "Halaman ini hanya untuk pegawai kantor.");
	if (who == WHO_ADMIN && !req->session.admin)
		return reply_error(reply, req, 403,
		    "Halaman ini hanya untuk administrator.");
	return 0;
}

/* The body of a POST: 0, or the status of what is wrong with it. */
static int
read_body(const struct server *sv, struct request *req, struct gateway *gw,
    struct uploads **ups)
{
	int64_t max = sv->conf->upload_max;
	int status;

	*ups = sv->program->uploads || sv->program->hold > 0 ?
	    uploads_new(req->arena, office_files(sv->office), max) : NULL;
	if (*ups != NULL)
		uploads_in_memory(*ups, sv->program->hold);
	status = body_read(req, gw, *ups, max);
	if (status != 0)
		req->nform = 0;		/* a part of it would mislead */
	return status;
}

/* Whoever is not logged in and should be. */
static int
to_login(const struct server *sv, struct request *req, struct reply *reply,
    struct gateway *gw)
{
	struct uploads *ups = NULL;

	if (req->method == METHOD_POST)
		read_body(sv, req, gw, &ups);
	if (ups != NULL)
		uploads_drop(ups);
	return reply_login(reply, req);
}

/* Whoever has no account cannot fill the disk: 0, or the status replied. */
static int
check_flood(const struct request *req, struct reply *reply,
    const struct uploads *ups)
{
	char address[THROTTLE_ADDRESS_SIZE];
	struct throttle t = { "unggah", throttle_address(req->remote,
	    address), VISITOR_UPLOADS };
	enum case_err err;

	if (req->session.id != 0 || uploads_count(ups) == 0)
		return 0;
	err = throttle_take(req->office, &t, req->now);
	if (err == CASE_STATE)
		return reply_error(reply, req, 429, office_why(req->office));
	return err == CASE_OK ? 0 : reply_case_error(reply, req, err);
}

/* Note what was found out about a stored file. */
static enum case_err
note_file(const struct request *req, const struct upload *up)
{
	enum case_err err = CASE_OK;

	if (up->unscanned) {
		log_line(LOG_WARN, "a file is held until clamd has looked at it");
		err = quarantine_add(req->office, up->hash, up->name,
		    req->now);
	} else if (up->scanned)
		err = quarantine_scanned(req->office, up->hash, "");
	if (err == CASE_OK && up->nsignature > 0)
		err = signature_put(req->office, up->hash, up->signature,
		    up->nsignature);
	return err;
}

/* Look into the files, store them, and note what was found: 0, or the status
 * replied. */
static int
keep_files(struct request *req, struct reply *reply, struct uploads *ups)
{
	enum case_err err = CASE_OK;

	if (req->conf->clamd[0] != '\0')
		uploads_scan(ups, req->conf->clamd);
	uploads_judge(ups);
	uploads_keep(ups, req);
	for (size_t i = 0; i < req->nupload && err == CASE_OK; i++)
		if (req->upload[i].hash != NULL)
			err = note_file(req, &req->upload[i]);
	return err == CASE_OK ? 0 : reply_case_error(reply, req, err);
}

/* Read a POST, check its token, hand it on; keep its files only then. */
static int
post(const struct server *sv, struct request *req, struct reply *reply,
    struct gateway *gw)
{
	struct uploads *ups;
	int status = read_body(sv, req, gw, &ups);

	if (status != 0)
		status = reply_error(reply, req, status, NULL);
	else if (!session_csrf_ok(req))
		status = reply_error(reply, req, 403,
		    "Halaman ini sudah terlalu lama terbuka. Muat ulang, "
		    "lalu kirim sekali lagi.");
	else if (ups != NULL)
		status = check_flood(req, reply, ups);
	if (ups != NULL && status == 0)
		status = keep_files(req, reply, ups);
	else if (ups != NULL)
		uploads_drop(ups);
	return status != 0 ? status : sv->program->post(req, reply);
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

	err = session_load(req);
	if (err == CASE_OK && bad == 0)
		req->route = route_find(req->path);
	/* Even what is wrong is said in the visitor's language. */
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
	if (req->route->who != WHO_ANYONE && req->session.id == 0)
		return to_login(sv, req, reply, gw);
	if ((status = check_person(req, reply)) != 0)
		return status;
	/* Another process may have put another calendar in force. */
	office_fresh(req->office);
	if (method == METHOD_POST && program->raw != NULL)
		return program->raw(req, reply, gw);
	if (method == METHOD_POST)
		return post(sv, req, reply, gw);
	return program->get(req, reply);
}

void
serve_one(const struct server *sv, struct gateway *gw)
{
	struct arena *arena = arena_new();
	struct request req = {
		.arena = arena,
		.office = sv->office,
		.conf = sv->conf,
		.now = sv->now != 0 ? sv->now : time(NULL),
		.session = { .name = "", .csrf = "" },
		.language = page_language(NULL),
	};
	struct reply *reply = reply_new(arena);
	char *id = request_token(arena);
	int status;

	id[12] = '\0';
	req.id = id;
	/* What the library said to the one before is not for this one. */
	office_fail(sv->office, CASE_OK, "", "%s", "");
	log_context(id, NULL);
	status = answer(sv, &req, reply, gw);
	if (status >= 500)
		log_line(LOG_ERROR, "%d %s", status, req.path);
	if (reply_send(reply, &req, status, gw) == -1)
		log_line(LOG_WARN, "the client has gone");
	log_context(NULL, NULL);
	arena_free(arena);
}
