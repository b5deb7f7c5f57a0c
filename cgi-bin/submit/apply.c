/*
 * apply.c - a request from outside: what to know before it, and which of
 * its pages is asked for.
 */
#include "cgi-bin/submit/apply.h"

#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "case/field_form.h"
#include "casepage/service.h"
#include "cgi-bin/submit/apply_check.h"
#include "cgi-bin/submit/apply_draft.h"
#include "cgi-bin/submit/apply_page.h"
#include "office/office.h"
#include "page/page.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

/* -- the pages ----------------------------------------------------------- */

/* Without pages in its file an SOP's request is one. */
static size_t
pages(const struct apply *a)
{
	return a->sop->npage > 0 ? a->sop->npage : 1;
}

size_t
apply_pages(const struct apply *a)
{
	return pages(a) + 1;
}

const char *
apply_title(const struct apply *a, size_t n)
{
	if (n > pages(a))
		return "Periksa jawaban sebelum mengirim";
	return a->sop->npage > 0 ? a->sop->page[n - 1].title :
	    "Data permohonan";
}

int
apply_holds(const struct apply *a, size_t n, const struct sop_field *f)
{
	if (f->type == FIELD_CONSENT)
		return n == apply_pages(a);
	if (a->sop->npage == 0 || n > pages(a))
		return n == 1;
	for (size_t i = 0; i < a->sop->page[n - 1].field.count; i++)
		if (strcmp(a->sop->page[n - 1].field.item[i], f->name) == 0)
			return 1;
	return 0;
}

const struct sop_field *
apply_field(const struct apply *a, size_t n, size_t k)
{
	if (a->sop->npage > 0 && n <= pages(a))
		return k < a->sop->page[n - 1].field.count ? sop_field_of(
		    a->row, a->sop->page[n - 1].field.item[k]) : NULL;
	for (size_t i = 0; i < a->row->nfield; i++)
		if (apply_holds(a, n, &a->row->field[i]) && k-- == 0)
			return &a->row->field[i];
	return NULL;
}

int
apply_asked(const struct apply *a, size_t n)
{
	for (size_t i = 0; i < a->row->nfield; i++)
		if (apply_holds(a, n, &a->row->field[i]) &&
		    field_form_asked(&a->row->field[i], a->typed.value,
		    a->typed.nvalue))
			return 1;
	return 0;
}

/* Is all of a page asked only of some?  It counts with the page before it, so
 * that the number of steps does not change while somebody goes them. */
static int
is_extra(const struct apply *a, size_t n)
{
	for (size_t i = 0; i < a->row->nfield; i++)
		if (apply_holds(a, n, &a->row->field[i]) &&
		    a->row->field[i].when_field == NULL)
			return 0;
	return 1;
}

const char *
apply_caption(const struct apply *a, size_t n)
{
	size_t at = 0, all = 1;

	for (size_t i = 1; i <= pages(a); i++) {
		if (is_extra(a, i))
			continue;
		all++;
		at += i <= n;
	}
	if (n > pages(a))
		at++;
	return arena_printf(a->req->arena, "Langkah %zu dari %zu", at, all);
}

const char *
apply_address(const struct apply *a, size_t n)
{
	return n > pages(a) ? arena_printf(a->req->arena, "%s/periksa",
	    a->base) : arena_printf(a->req->arena, "%s/%zu", a->base, n);
}

struct page *
apply_frame(struct apply *a, int status, const char *template,
    struct page **page)
{
	struct page *frame = frame_new(a->req, template,
	    a->person_id != 0 ? PATH_MULAI : PATH_AJUKAN, page);

	if (status == 422)
		page_show(frame, "ERROR_TITLE");
	fields_show_errors(*page, &a->typed);
	page_set(*page, "VERSION", "0");
	page_set(*page, "KEY", session_sign(a->req, "kirim", a->token));
	if (a->person_id == 0)
		page_hidden(*page, APPLY_TOKEN, a->token);
	return frame;
}

/* -- what to know before -------------------------------------------------- */

int
apply_start(struct apply *a, int status, const char *notice)
{
	struct page *page, *frame = frame_new(a->req, "begin.tpl",
	    a->person_id != 0 ? PATH_MULAI : PATH_AJUKAN, &page);

	page_link(frame, "BACK", a->person_id != 0 ? PATH_MULAI : PATH_AJUKAN,
	    "Pilih layanan lain");
	page_text(page, "NOTICE", notice);
	page_set(page, "HEADING", a->sop->name);
	service_show(a->req, page, a->sop);
	for (size_t i = 1; i <= pages(a); i++)
		if (!is_extra(a, i))
			page_text(page, "PAGES", apply_title(a, i));
	page_text(page, "PAGES", "Periksa jawaban, lalu kirim");
	page_set(page, "ACTION", a->address);
	if (a->person_id == 0)
		page_setf(page_add(page, "GO_ON"), "HREF", "%s/" APPLY_GO_ON,
		    a->address);
	return reply_page(a->rep, a->req, status, a->sop->name, frame);
}

/* -- the draft ------------------------------------------------------------- */

enum case_err
apply_check(struct apply *a, struct field_form **form)
{
	struct field_input in = { .value = a->typed.value,
		.nvalue = a->typed.nvalue, .file = a->typed.file,
		.nfile = a->typed.nfile, .now = a->req->now };
	enum case_err err = field_form_check(a->req->office, a->row, &in, form);

	if (err != CASE_OK && err != CASE_INVALID)
		return err;
	arena_adopt(a->req->arena, *form);
	return CASE_OK;
}

int
apply_account(struct apply *a)
{
	struct act_value *all = arena_alloc(a->req->arena,
	    (a->typed.nvalue + FIELD_ACCOUNT_MAX) * sizeof(*all));
	enum case_err err = field_account(a->req->office, a->row,
	    a->person_id != 0 ? a->req->session.institution_id : 0,
	    &a->account);

	if (err != CASE_OK)
		return reply_case_error(a->rep, a->req, err);
	a->typed.nvalue = field_account_put(&a->account, a->typed.value,
	    a->typed.nvalue, all);
	a->typed.value = all;
	a->typed.account = &a->account;
	return 0;
}

/* Prepare for the SOP in force with this slug: 0, or 404 replied. */
static int
prepare(struct apply *a, struct request *req, struct reply *rep,
    const char *slug)
{
	memset(a, 0, sizeof(*a));
	a->req = req;
	a->rep = rep;
	a->address = arena_printf(req->arena, "%s/%s", req->route->path, slug);
	/* A request that is open to the public is made without an account. */
	a->person_id = strcmp(req->route->path, PATH_AJUKAN) == 0 ? 0 :
	    req->session.person_id;
	a->version_id = office_sop_version(req->office, slug, req->now);
	a->sop = a->version_id != 0 ?
	    office_sop(req->office, a->version_id) : NULL;
	/* A draft has a version of its own: a trial's is never in force. */
	if (a->sop == NULL && (request_segment(req, 2) == NULL ||
	    strcmp(request_segment(req, 2), APPLY_GO_ON) == 0))
		return reply_error(rep, req, 404, NULL);
	a->row = a->sop != NULL ? sop_row_at(a->sop, 1) : NULL;
	return 0;
}

/* A page below the address of a draft. */
static int
draft_part(struct apply *a, const char *part)
{
	const int post = a->req->method == METHOD_POST;
	int status = apply_draft_load(a);
	int64_t n;

	if (status != 0)
		return status;
	if (number_parse(part, 1, (int64_t)pages(a), &n) == 0)
		return post ? apply_page_post(a, (size_t)n) :
		    apply_page_get(a, (size_t)n);
	if (!post)
		return strcmp(part, "simpan") == 0 ? apply_draft_link(a) :
		    apply_check_get(a);
	return strcmp(part, "periksa") == 0 ? apply_check_post(a) :
	    reply_error(a->rep, a->req, 404, NULL);
}

int
apply_serve(struct request *req, struct reply *rep, const char *slug)
{
	const int post = req->method == METHOD_POST;
	const char *name = request_segment(req, 2);
	const char *part = request_segment(req, 3);
	struct apply a;
	int status = prepare(&a, req, rep, slug);

	if (status != 0)
		return status;
	if (name == NULL)
		return post ? apply_draft_begin(&a) :
		    apply_start(&a, 200, NULL);
	if (strcmp(name, APPLY_GO_ON) == 0)
		return post ? apply_draft_go_on(&a) : apply_draft_ask(&a, 200);
	return draft_part(&a, part != NULL ? part : "");
}
