/*
 * link.c - the letter of a case, for a visitor who has the link of a message
 * and knows the telephone number the message went to.
 *
 * The letter is fetched by a POST: previews of links follow a GET and get
 * nothing.
 */
#include <stdio.h>
#include <string.h>

#include "case/answer.h"
#include "case/answer_link.h"
#include "case/document.h"
#include "case/tracking.h"
#include "casepage/download.h"
#include "casepage/fields.h"
#include "casepage/words.h"
#include "page/page.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/language.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/serve.h"

/* The letter that is asked for. */
struct letter {
	struct case_row	 c;
	struct document	 doc;
};

/* 0, or the status of a reply that says why not. */
static int
find(struct request *req, struct reply *reply, struct letter *l)
{
	const char *token = request_segment(req, 1);
	const struct sop *sop;
	enum case_err err;

	if (token == NULL || request_segment(req, 2) != NULL)
		return reply_error(reply, req, 404, NULL);
	err = answer_link_find(req->office, token, req->now, &l->c);
	if (err == CASE_OK)
		err = case_answer(req->office, &l->c, &l->doc);
	if (err == CASE_STATE || err == CASE_NOT_FOUND)
		return reply_error(reply, req, 404, office_why(req->office));
	if (err == CASE_OK && (sop = office_sop(req->office,
	    l->c.version_id)) != NULL)
		language_follow(req, reply, case_language(&l->c, sop));
	return err == CASE_OK ? 0 : reply_case_error(reply, req, err);
}

static int
page(struct request *req, struct reply *reply, const struct letter *l,
    const struct fields_state *typed)
{
	const struct sop *sop = office_sop(req->office, l->c.version_id);
	struct page *body, *frame = frame_new(req, "link.tpl", NULL, &body);

	if (typed->nerror > 0)
		page_show(frame, "ERROR_TITLE");
	fields_show_errors(body, typed);
	page_set(body, "NUMBER", l->c.number);
	page_set(body, "SOP", sop != NULL ? sop->name : "");
	page_set(body, "FILE", words_file(req, download_name_of(req, &l->c,
	    &l->doc), l->doc.type, l->doc.size));
	page_set(body, "ACTION", req->path);
	if (l->c.phone[0] != '\0')
		fields_show_one(req, body, "FIELDS", NULL, &fields_digits,
		    typed);
	return reply_page(reply, req, typed->nerror > 0 ? 422 : 200,
	    "Surat Anda", frame);
}

static int
get(struct request *req, struct reply *reply)
{
	struct fields_state typed = { .nerror = 0 };
	struct letter l;
	int status = find(req, reply, &l);

	if (req->stale)
		fields_typed(req, &typed);
	return status != 0 ? status : page(req, reply, &l, &typed);
}

static int
post(struct request *req, struct reply *reply)
{
	struct fields_state typed = { .nerror = 0 };
	const struct tracking_try try = { form_value(req, "angka"),
	    req->remote, req->now };
	struct letter l;
	enum case_err err;
	int status = find(req, reply, &l);

	if (status != 0)
		return status;
	err = tracking_digits(req->office, &l.c, &try);
	if (err == CASE_INVALID || err == CASE_STATE) {
		fields_wrong(req, &typed, fields_digits.name, "", "%s",
		    office_why(req->office));
		return page(req, reply, &l, &typed);
	}
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	return reply_file(reply, req, l.doc.sha256, l.doc.type,
	    download_name_of(req, &l.c, &l.doc), 0);
}

static const char *const templates[] = { "link.tpl", "errors.tpl",
	"field.tpl", NULL };

static const struct web_program program = {
	.name = "link",
	.get = get,
	.post = post,
	.templates = templates,
};

int
main(int argc, char **argv)
{
	return web_serve(&program, argc, argv);
}
