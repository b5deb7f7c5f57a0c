/*
 * track.c - the state of a request, for a visitor who has its code.
 *
 * The code is sent by a POST and kept in a cookie, so that no address, log or
 * history of a browser holds it.
 */
#include <stdio.h>
#include <string.h>

#include "case/act.h"
#include "case/case.h"
#include "case/tracking.h"
#include "casepage/download.h"
#include "casepage/fields.h"
#include "casepage/status.h"
#include "casepage/visitor.h"
#include "casepage/words.h"
#include "office/office.h"
#include "page/page.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/language.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"
#include "web/session.h"

#define STATUS_PATH PATH_LACAK "/status"

static int
show_form(struct request *req, struct reply *reply, const char *error)
{
	struct page *body, *form;
	struct page *frame = frame_new(req, "track.tpl", PATH_LACAK, &body);

	form = page_add(body, "LOOKUP");
	page_set(form, "CODE", form_get(req, "kode"));
	if (error == NULL)
		return reply_page(reply, req, 200, "Lacak permohonan", frame);
	page_text(form, "ERROR", error);
	page_link(page_include(body, "ERRORS", "errors.tpl"), "ITEMS", "#kode",
	    error);
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
	language_follow(req, reply, case_language(&c, office_sop(req->office,
	    c.version_id)));
	return reply_redirect(reply, STATUS_PATH);
}

/* -- a code that was lost -------------------------------------------------- */

static int
show_lost(struct request *req, struct reply *reply, const char *error)
{
	static const struct sop_field phone = { .name = "telepon",
	    .type = FIELD_PHONE, .required = 1, .label = "Nomor WhatsApp" };
	const struct act_value typed = { "telepon", form_value(req,
		"telepon") };
	struct fields_state t = { .value = &typed, .nvalue = 1 };
	struct page *body, *lost, *frame = frame_new(req, "track.tpl",
	    PATH_LACAK, &body);

	if (error != NULL) {
		fields_wrong(req, &t, "telepon", "", "%s", error);
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

/* -- the letter ------------------------------------------------------------ */

/*
 * The letter of a case, for a visitor who has its code and knows the telephone
 * number it was asked for with.  Both are sent and judged at once, so that
 * nobody learns here which of them was wrong.  The letter is fetched by a POST:
 * previews of links follow a GET and get nothing.
 */
static int
show_letter(struct request *req, struct reply *reply, const char *code,
    const char *error)
{
	static const struct sop_field letter = { .name = "kode", .required = 1,
	    .type = FIELD_TEXT, .label = "Kode pelacakan",
	    .help = "12 huruf dan angka pada bukti permohonan" };
	const struct act_value value[] = { { "kode", code },
		{ "angka", form_value(req, "angka") } };
	struct fields_state typed = { .value = value, .nvalue = 2 };
	struct page *fetch, *body, *frame = frame_new(req, "track.tpl",
	    PATH_LACAK, &body);

	if (error != NULL) {
		fields_wrong(req, &typed, "kode", "", "%s", error);
		page_show(frame, "ERROR_TITLE");
	}
	fields_show_errors(body, &typed);
	fetch = page_pair(body, "FETCH", "ACTION", DOWNLOAD_PATH, "KEY",
	    request_token(req->arena));
	fields_show_one(req, fetch, "FETCH_FIELDS", NULL, &letter, &typed);
	fields_show_one(req, fetch, "FETCH_FIELDS", NULL, &fields_digits,
	    &typed);
	return reply_page(reply, req, error != NULL ? 422 : 200,
	    "Unduh surat balasan", frame);
}

static int
ask_letter(struct request *req, struct reply *reply)
{
	const char *code = form_get(req, "kode");
	struct case_row c;

	if (code == NULL && visitor_case(req, reply, &c))
		code = words_code(req, c.id);
	return show_letter(req, reply, code != NULL ? code : "", NULL);
}

static int
send_letter(struct request *req, struct reply *reply)
{
	const struct tracking_try try = { form_value(req, "kode"),
		req->remote, req->now };
	struct actor actor = { .person_id = 0 };
	struct case_row c;
	enum case_err err = tracking_letter(req->office, &try,
	    form_value(req, "angka"), &c);

	if (err == CASE_NOT_FOUND || err == CASE_STATE)
		return show_letter(req, reply, try.code,
		    office_why(req->office));
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	actor.case_id = c.id;
	return download_letter(req, reply, &c, &actor);
}

/* -- which page ------------------------------------------------------------ */

/* The status page of the cookie's case: 0, or a status replied. */
static int
begin(struct status *s, struct request *req, struct reply *reply)
{
	memset(s, 0, sizeof(*s));
	if (!visitor_case(req, reply, &s->c))
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
		return ask_letter(req, reply);
	if (which == PAGE_STATUS) {
		status = begin(&s, req, reply);
		return status != 0 ? status : status_get(&s);
	}
	if (request_query(req, "lain") == NULL && !req->stale &&
	    visitor_case(req, reply, &c))
		return reply_redirect(reply, STATUS_PATH);
	/* The next person at this browser is to find nothing. */
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
		return send_letter(req, reply);
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
main(int argc, char **argv)
{
	return web_serve(&track, argc, argv);
}
