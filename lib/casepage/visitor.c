/*
 * visitor.c - the case of a visitor without account.
 */
#include "casepage/visitor.h"

#include "case/case.h"
#include "case/tracking.h"
#include "office/office.h"
#include "page/page.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/session.h"

#define CODE_SIZE 32

/* By the code in the form: anybody may have sent it, so it is a guess as any
 * other, with its brake. */
static int
by_form(const struct request *req, struct reply *rep, struct case_row *c)
{
	struct tracking_try try = { form_get(req, VISITOR_CODE), req->remote,
		req->now };
	char code[CASE_CODE_LEN + 1];

	if (!req->stale || try.code == NULL ||
	    tracking_find(req->office, &try, c) != CASE_OK)
		return 0;
	office_code(req->office, c->id, code);
	reply_cookie(rep, req, TRACK_COOKIE, code);
	return 1;
}

int
visitor_case(const struct request *req, struct reply *rep,
    struct case_row *c)
{
	char code[CODE_SIZE];

	if (session_cookie(req, TRACK_COOKIE, code, sizeof(code)) > 0)
		return case_by_code(req->office, code, c) == CASE_OK;
	return by_form(req, rep, c);
}

void
visitor_carry(const struct request *req, struct page *form,
    const struct case_row *c)
{
	char code[CASE_CODE_LEN + 1];

	office_code(req->office, c->id, code);
	page_hidden(form, VISITOR_CODE, code);
}
