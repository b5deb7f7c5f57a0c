/*
 * track.c - where a request stands, for whoever has its code.
 *
 * The code is sent by a POST and kept in a cookie, so that no address, log or
 * history of a browser holds it.
 */
#include <string.h>

#include "cgi-bin/track/track.h"

#include "case/tracking.h"
#include "casepage/status.h"
#include "page/page.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"
#include "web/session.h"

#define STATUS_PATH PATH_LACAK "/status"
#define CODE_SIZE 32

int
track_kept(const struct request *req, struct case_row *c)
{
	char code[CODE_SIZE];

	return session_cookie(req, TRACK_COOKIE, code, sizeof(code)) > 0 &&
	    case_by_code(req->office, code, c) == CASE_OK;
}

static int
show_form(struct request *req, struct reply *reply, const char *error)
{
	struct page *body, *form, *item;
	struct page *frame = frame_new(req, "track.tpl", PATH_LACAK, &body);

	form = page_add(body, "LOOKUP");
	page_set(form, "CODE", form_get(req, "kode"));
	if (error == NULL)
		return reply_page(reply, req, 200, "Lacak permohonan", frame);
	page_text(form, "ERROR", error);
	item = page_add(page_include(body, "ERRORS", "errors.tpl"), "ITEMS");
	page_set(item, "HREF", "#kode");
	page_set(item, "TEXT", error);
	return reply_page(reply, req, 422, "Lacak permohonan", frame);
}

/* Look a code up and keep it. */
static int
look_up(struct request *req, struct reply *reply)
{
	const char *code = form_get(req, "kode");
	struct tracking_try try = { code, req->remote, req->now };
	struct case_row c;
	enum case_err err;
	char kept[CASE_CODE_LEN + 1];

	if (code == NULL || *code == '\0')
		return show_form(req, reply, "Isi kode pelacakan");
	err = tracking_find(req->office, &try, &c);
	if (err == CASE_NOT_FOUND || err == CASE_STATE)
		return show_form(req, reply, office_why(req->office));
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	office_code(req->office, c.id, kept);
	reply_cookie(reply, req, TRACK_COOKIE, kept);
	return reply_redirect(reply, STATUS_PATH);
}

/* -- a code that was lost --------------------------------------------------- */

static int
show_lost(struct request *req, struct reply *reply, const char *error)
{
	static const struct sop_field phone = { .name = "telepon",
	    .type = FIELD_PHONE, .required = 1, .label = "Nomor WhatsApp" };
	const struct act_value typed = { "telepon", form_value(req,
		"telepon") };
	struct field_error wrong = { "telepon", "", "" };
	struct fields_state t = { .value = &typed, .nvalue = 1, .error = &wrong,
		.nerror = error != NULL };
	struct page *body, *lost, *frame = frame_new(req, "track.tpl",
	    PATH_LACAK, &body);

	if (error != NULL) {
		strncpy(wrong.text, error, sizeof(wrong.text) - 1);
		page_show(frame, "ERROR_TITLE");
	}
	fields_show_errors(body, &t);
	lost = page_add(body, "LOST");
	fields_show_one(req, lost, "LOST_FIELDS", NULL, &phone, &t);
	return reply_page(reply, req, error != NULL ? 422 : 200, "Lupa kode",
	    frame);
}

/* The same answer, whether the number is known or not. */
static int
send_lost(struct request *req, struct reply *reply)
{
	struct tracking_try try = { form_value(req, "telepon"), req->remote,
		req->now };
	enum case_err err = tracking_lost(req->office, &try);

	if (err == CASE_INVALID || err == CASE_STATE)
		return show_lost(req, reply, office_why(req->office));
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	session_notice(reply, req, "Bila nomor itu tercatat pada permohonan, "
	    "kodenya kami kirim ke sana lewat WhatsApp.");
	return reply_redirect(reply, PATH_LACAK "?lain=1");
}

/* The status page of the cookie's case: 0, or a status replied. */
static int
begin(struct status *s, struct request *req, struct reply *reply)
{
	memset(s, 0, sizeof(*s));
	if (!track_kept(req, &s->c))
		return reply_redirect(reply, PATH_LACAK);
	s->req = req;
	s->rep = reply;
	s->actor.case_id = s->c.id;
	s->action = STATUS_PATH;
	s->menu = PATH_LACAK;
	s->code = words_code(req, s->c.id);
	return 0;
}

enum which { PAGE_NONE, PAGE_CODE, PAGE_STATUS, PAGE_LOST, PAGE_LETTER };

/* /lacak itself and the pages below it. */
static enum which
which_page(const struct request *req)
{
	const char *part = request_segment(req, 1);

	if (part == NULL)
		return PAGE_CODE;
	if (request_segment(req, 2) != NULL)
		return PAGE_NONE;
	return strcmp(part, "status") == 0 ? PAGE_STATUS :
	    strcmp(part, "lupa") == 0 ? PAGE_LOST :
	    strcmp(part, "surat") == 0 ? PAGE_LETTER : PAGE_NONE;
}

static int
get(struct request *req, struct reply *reply)
{
	enum which which = which_page(req);
	struct status s;
	struct case_row c;
	int status;

	if (which == PAGE_NONE)
		return reply_error(reply, req, 404, NULL);
	if (which == PAGE_LOST)
		return show_lost(req, reply, NULL);
	if (which == PAGE_LETTER)
		return track_letter_get(req, reply);
	if (which == PAGE_STATUS) {
		status = begin(&s, req, reply);
		return status != 0 ? status : status_get(&s);
	}
	if (request_query(req, "lain") == NULL && track_kept(req, &c))
		return reply_redirect(reply, STATUS_PATH);
	/* Whoever sits here next is to find nothing. */
	reply_cookie(reply, req, TRACK_COOKIE, NULL);
	reply_cookie(reply, req, PROOF_COOKIE, NULL);
	return show_form(req, reply, NULL);
}

static int
post(struct request *req, struct reply *reply)
{
	enum which which = which_page(req);
	struct status s;
	int status;

	if (which == PAGE_NONE)
		return reply_error(reply, req, 404, NULL);
	if (which == PAGE_LOST)
		return send_lost(req, reply);
	if (which == PAGE_LETTER)
		return track_letter_post(req, reply);
	if (which == PAGE_CODE)
		return look_up(req, reply);
	status = begin(&s, req, reply);
	return status != 0 ? status : status_post(&s);
}

static const char *const templates[] = { "track.tpl", "errors.tpl",
	"timeline.tpl", "sla.tpl", "field.tpl", NULL };

static const struct web_program track = {
	.name = "track",
	.get = get,
	.post = post,
	.templates = templates,
};

int
main(void)
{
	return web_serve(&track);
}
