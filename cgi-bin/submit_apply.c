/*
 * submit_apply.c - a request from outside: what to know before it, its draft,
 * and which of its pages is asked for.
 */
#include "cgi-bin/submit_apply.h"

#include <string.h>

#include "case/office.h"
#include "case/people.h"
#include "case/throttle.h"
#include "conf/conf.h"
#include "page/page.h"
#include "web/arena.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/service.h"
#include "web/session.h"
#include "web/words.h"

#define DRAFT_TRIES 60	/* drafts of an address in a while: a whole class */

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
		    field_asked(&a->row->field[i], a->typed.value,
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
	struct page *frame = reply_frame(a->req, template,
	    a->person_id != 0 ? PATH_MULAI : PATH_AJUKAN, page);

	if (status == 422)
		page_show(frame, "ERROR_TITLE");
	reply_personal(a->rep);
	errors_show(*page, &a->typed);
	page_set(*page, "VERSION", "0");
	page_set(*page, "KEY", session_sign(a->req, "kirim", a->token));
	return frame;
}

/* -- what to know before -------------------------------------------------- */

static int
show_start(struct apply *a, int status, const char *notice)
{
	struct page *page, *back, *frame = reply_frame(a->req, "begin.tpl",
	    a->person_id != 0 ? PATH_MULAI : PATH_AJUKAN, &page);

	back = page_add(frame, "BACK");
	page_set(back, "HREF", a->person_id != 0 ? PATH_MULAI : PATH_AJUKAN);
	page_set(back, "TEXT", "Pilih layanan lain");
	page_text(page, "NOTICE", notice);
	page_set(page, "HEADING", a->sop->name);
	service_show(a->req, page, a->sop);
	for (size_t i = 1; i <= pages(a); i++)
		if (!is_extra(a, i))
			page_text(page, "PAGES", apply_title(a, i));
	page_text(page, "PAGES", "Periksa jawaban, lalu kirim");
	page_set(page, "ACTION", a->address);
	return reply_page(a->rep, a->req, status, a->sop->name, frame);
}

/* What the account of an institution's operator says already. */
static void
fill_account(struct apply *a, struct draft_form *form)
{
	struct institution_row place;
	struct person *p = arena_alloc(a->req->arena, sizeof(*p));

	if (person_get(a->req->office, a->person_id, p) != CASE_OK ||
	    institution_get(a->req->office, p->institution_id, &place) !=
	    CASE_OK)
		return;
	form->value = arena_alloc(a->req->arena,
	    (a->row->nfield + 1) * sizeof(*form->value));
	for (size_t i = 0; i < a->row->nfield; i++) {
		const struct sop_field *f = &a->row->field[i];
		const char *known = NULL;

		if (f->type == FIELD_PHONE)
			known = p->phone;
		else if (f->type == FIELD_EMAIL)
			known = p->email;
		else if (strcmp(f->name, "lembaga") == 0)
			known = arena_strdup(a->req->arena, place.name);
		if (known != NULL)
			form->value[form->nvalue++] =
			    (struct act_value){ f->name, known };
	}
}

/* Begin a draft: it has an address from now on. */
static int
begin(struct apply *a)
{
	char address[THROTTLE_ADDRESS_SIZE], token[DRAFT_TOKEN_SIZE];
	struct throttle brake = { "draf",
		throttle_address(a->req->remote, address), DRAFT_TRIES };
	struct draft_form form = { NULL, 0, NULL, 0 };
	enum case_err err;

	err = throttle_take(a->req->office, &brake, a->req->now);
	if (err == CASE_STATE)
		return reply_error(a->rep, a->req, 429,
		    office_why(a->req->office));
	if (err == CASE_OK)
		err = draft_new(a->req->office, a->version_id, a->person_id,
		    a->req->now, &a->d);
	if (err == CASE_OK && a->person_id != 0) {
		fill_account(a, &form);
		err = draft_save(a->req->office, &a->d, &form, a->req->now);
	}
	if (err != CASE_OK)
		return reply_case_error(a->rep, a->req, err);
	draft_token(a->req->office, a->d.id, token);
	return reply_redirect(a->rep, arena_printf(a->req->arena, "%s/%s/1",
	    a->address, token));
}

/* -- the draft -------------------------------------------------------------- */

enum case_err
apply_check(struct apply *a, struct field_form **form)
{
	struct field_input in = { .value = a->typed.value,
		.nvalue = a->typed.nvalue, .file = a->typed.file,
		.nfile = a->typed.nfile };
	enum case_err err = field_check(a->req->office, a->row, &in, form);

	if (err != CASE_OK && err != CASE_INVALID)
		return err;
	arena_adopt(a->req->arena, *form);
	return CASE_OK;
}

/* It became a case: whoever sent it sees what follows, by the code that its
 * browser was given then; who has nothing but the link does not. */
static int
show_sent(struct apply *a)
{
	struct page *page, *link, *frame;
	struct case_row c;
	char code[32];
	const char *key = form_get(a->req, "kunci");

	if (a->person_id != 0 || (key != NULL && session_signed(a->req,
	    "kirim", a->token, key)) || (session_cookie(a->req, TRACK_COOKIE,
	    code, sizeof(code)) > 0 && case_by_code(a->req->office, code, &c)
	    == CASE_OK && c.id == a->d.case_id))
		return reply_redirect(a->rep, sent_address(a->req,
		    "terkirim", a->d.case_id));
	frame = reply_frame(a->req, "sent.tpl", PATH_AJUKAN, &page);
	page_set(page, "TITLE", "Permohonan ini sudah terkirim");
	link = page_add(page, "LINKS");
	page_set(link, "HREF", PATH_LACAK);
	page_set(link, "TEXT", "Lacak permohonan dengan kode pelacakan");
	return reply_page(a->rep, a->req, 200, "Permohonan ini sudah terkirim",
	    frame);
}

/* The draft of the address, and what it holds: 0, or a status replied. */
static int
load(struct apply *a)
{
	struct draft_form *form;
	enum case_err err;

	a->token = path_segment(a->req, 2);
	err = draft_find(a->req->office, a->token, a->person_id, a->req->now,
	    &a->d);
	if (err == CASE_NOT_FOUND)
		return show_start(a, 404, "Permohonan yang sedang diisi tidak "
		    "ditemukan. Isian disimpan 7 hari sesudah terakhir "
		    "diubah, lalu dihapus. Silakan mulai lagi.");
	if (err == CASE_OK)
		err = draft_read(a->req->office, a->d.id, &form);
	if (err != CASE_OK)
		return reply_case_error(a->rep, a->req, err);
	arena_adopt(a->req->arena, form);
	a->sop = office_sop(a->req->office, a->d.version_id);
	if (a->sop == NULL)
		return reply_case_error(a->rep, a->req, CASE_DB);
	a->row = sop_row_at(a->sop, 1);
	a->base = arena_printf(a->req->arena, "%s/%s", a->address, a->token);
	a->typed = (struct typed){ .value = form->value,
		.nvalue = form->nvalue, .file = form->file,
		.nfile = form->nfile, .error = a->error };
	return a->d.case_id != 0 ? show_sent(a) : 0;
}

/* The link once more, to go on with another time or elsewhere. */
static int
show_link(struct apply *a)
{
	struct page *page, *frame = apply_frame(a, 200, "saved.tpl", &page);

	page_set(page, "UNTIL", moment_words(a->req, a->d.expires_at));
	page_set(page, "HREF", a->base);
	if (a->person_id == 0)
		page_text(page, "LINK", arena_printf(a->req->arena, "%s%s",
		    a->req->conf->site, a->base));
	return reply_page(a->rep, a->req, 200, "Isian tersimpan", frame);
}

/* Prepare for the SOP in force with this slug: 0, or 404 replied. */
static int
prepare(struct apply *a, struct request *req, struct reply *rep,
    const char *slug)
{
	memset(a, 0, sizeof(*a));
	a->req = req;
	a->rep = rep;
	a->error = arena_alloc(req->arena,
	    APPLY_ERRORS_MAX * sizeof(*a->error));
	a->address = arena_printf(req->arena, "%s/%s", req->route->path, slug);
	/* What anybody may ask for is asked for without an account. */
	a->person_id = strcmp(req->route->path, PATH_AJUKAN) == 0 ? 0 :
	    req->session.person_id;
	a->version_id = office_sop_version(req->office, slug, req->now);
	a->sop = a->version_id != 0 ?
	    office_sop(req->office, a->version_id) : NULL;
	if (a->sop == NULL)
		return reply_error(rep, req, 404, NULL);
	a->row = sop_row_at(a->sop, 1);
	return 0;
}

/* The number of a page of the address, 0 when it is none. */
static size_t
page_number(const struct apply *a, const char *text)
{
	int64_t n;

	return text != NULL && number_parse(text, 1, (int64_t)pages(a), &n) ==
	    0 ? (size_t)n : 0;
}

int
apply_get(struct request *req, struct reply *rep, const char *slug)
{
	const char *part = path_segment(req, 3);
	struct apply a;
	int status = prepare(&a, req, rep, slug);
	size_t n;

	if (status != 0)
		return status;
	if (path_segment(req, 2) == NULL)
		return show_start(&a, 200, NULL);
	if ((status = load(&a)) != 0)
		return status;
	if ((n = page_number(&a, part)) != 0)
		return apply_page_get(&a, n);
	if (part != NULL && strcmp(part, "simpan") == 0)
		return show_link(&a);
	return apply_check_get(&a);
}

int
apply_post(struct request *req, struct reply *rep, const char *slug)
{
	const char *part = path_segment(req, 3);
	struct apply a;
	int status = prepare(&a, req, rep, slug);
	size_t n;

	if (status != 0)
		return status;
	if (path_segment(req, 2) == NULL)
		return begin(&a);
	if ((status = load(&a)) != 0)
		return status;
	if ((n = page_number(&a, part)) != 0)
		return apply_page_post(&a, n);
	if (part != NULL && strcmp(part, "periksa") == 0)
		return apply_check_post(&a);
	return reply_error(rep, req, 404, NULL);
}
