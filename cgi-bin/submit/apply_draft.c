/*
 * apply_draft.c - the draft of a request from outside: begun, found again,
 * and continued on another device.
 *
 * A visitor with a draft's token may read and change it, so no address has it:
 * addresses stand in the logs of web servers, in histories and in Referer.
 * The browser keeps the token in a cookie named after the draft, and the
 * address has that name, from which the token cannot be computed.  The link for
 * another telephone has the token behind "#", which browsers do not send: the
 * page it leads to gives it back in a form (app.js), or asks for it to be
 * pasted.  A log format that hides the token would not do, as it hides it only
 * where it is set.  The draft of an account is open to that account alone, even
 * when its address is read in a log.
 */
#include "cgi-bin/submit/apply_draft.h"

#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "casepage/words.h"
#include "cgi-bin/submit/apply.h"
#include "cgi-bin/submit/sent.h"
#include "office/office.h"
#include "office/throttle.h"
#include "page/page.h"
#include "people/person.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define DRAFT_TRIES 60	/* drafts of an address in a while: a whole class */
#define DRAFT_DAYS (DRAFT_LIFE / 86400)

static const char lost[] = "Permohonan yang sedang diisi tidak ditemukan. "
    "Isian disimpan 7 hari sesudah terakhir diubah, lalu dihapus. Silakan "
    "mulai lagi.";
static const char lost_here[] = "Permohonan yang sedang diisi tidak "
    "ditemukan di peramban ini. Bila mengisinya di perangkat lain, buka "
    "tautan untuk melanjutkan. Isian disimpan 7 hari sesudah terakhir diubah, "
    "lalu dihapus.";

/* -- whose it is ----------------------------------------------------------- */

static const char *
cookie_name(const struct apply *a, const char *name)
{
	return arena_printf(a->req->arena, "draf-%s", name);
}

/* The browser keeps the token; the draft's address. */
static const char *
give(struct apply *a, const char *token)
{
	char name[DRAFT_NAME_SIZE];

	if (a->person_id != 0)
		return arena_printf(a->req->arena, "%s/%s", a->address, token);
	draft_name(token, name);
	reply_cookie_days(a->rep, a->req, cookie_name(a, name), token,
	    DRAFT_DAYS);
	return arena_printf(a->req->arena, "%s/%s", a->address, name);
}

/* The token of the draft with this name in the address; "" when the browser
 * has none that fits. */
static const char *
token_of(const struct apply *a, const char *name)
{
	char token[DRAFT_TOKEN_SIZE + 1], made[DRAFT_NAME_SIZE];

	if (a->person_id != 0)
		return name;
	if (strlen(name) != DRAFT_NAME_SIZE - 1 || session_cookie(a->req,
	    cookie_name(a, name), token, sizeof(token)) !=
	    DRAFT_TOKEN_SIZE - 1)
		return "";
	draft_name(token, made);
	return strcmp(made, name) == 0 ? arena_strdup(a->req->arena, token) :
	    "";
}

/* -- begun ----------------------------------------------------------------- */

/* The first answers of an institution's operator, from the account. */
static void
fill_account(struct apply *a, struct draft_form *form)
{
	struct person *p = arena_alloc(a->req->arena, sizeof(*p));

	if (person_get(a->req->office, a->person_id, p) != CASE_OK)
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
		if (known != NULL)
			form->value[form->nvalue++] =
			    (struct act_value){ f->name, known };
	}
}

/* A new draft with these answers: 0, with its address as the base; or the
 * status replied. */
static int
new_draft(struct apply *a, const struct draft_form *form)
{
	char address[THROTTLE_ADDRESS_SIZE], token[DRAFT_TOKEN_SIZE];
	struct throttle brake = { "draf",
		throttle_address(a->req->remote, address), DRAFT_TRIES };
	enum case_err err;

	err = throttle_take(a->req->office, &brake, a->req->now);
	if (err == CASE_STATE)
		return reply_error(a->rep, a->req, 429,
		    office_why(a->req->office));
	if (err == CASE_OK)
		err = draft_new(a->req->office, a->version_id, a->person_id,
		    a->req->now, &a->d);
	if (err == CASE_OK && form->nvalue + form->nfile > 0)
		err = draft_save(a->req->office, &a->d, form, a->req->now);
	if (err != CASE_OK)
		return reply_case_error(a->rep, a->req, err);
	draft_token(a->req->office, a->d.id, token);
	a->token = arena_strdup(a->req->arena, token);
	a->base = give(a, token);
	return 0;
}

/* Begin a draft: it has an address from now on. */
int
apply_draft_begin(struct apply *a)
{
	struct draft_form form = { NULL, 0, NULL, 0 };
	int status;

	if (a->person_id != 0)
		fill_account(a, &form);
	if ((status = new_draft(a, &form)) != 0)
		return status;
	return reply_redirect(a->rep, arena_printf(a->req->arena, "%s/1",
	    a->base));
}

/* -- found again ----------------------------------------------------------- */

/* The draft became a case: its sender, whose browser was given the code then,
 * is led to the page after it; a visitor who has only the link is not. */
static int
show_sent(struct apply *a)
{
	struct page *page, *frame;
	struct case_row c;
	char code[32];
	const char *key = form_get(a->req, "kunci");

	a->req->stale = 0;	/* there is nothing to send again */
	a->req->notice = NULL;
	if (a->person_id != 0 || (key != NULL && session_signed(a->req,
	    "kirim", a->token, key)) || (session_cookie(a->req, TRACK_COOKIE,
	    code, sizeof(code)) > 0 && case_by_code(a->req->office, code, &c)
	    == CASE_OK && c.id == a->d.case_id))
		return reply_redirect(a->rep, sent_address(a->req,
		    "terkirim", a->d.case_id));
	frame = frame_new(a->req, "sent.tpl", PATH_AJUKAN, &page);
	page_set(page, "TITLE", "Permohonan ini sudah terkirim");
	page_link(page, "LINKS", PATH_LACAK,
	    "Lacak permohonan dengan kode pelacakan");
	return reply_page(a->rep, a->req, 200, "Permohonan ini sudah terkirim",
	    frame);
}

/* Read the draft and its SOP: CASE_OK, CASE_DB. */
static enum case_err
read_draft(struct apply *a, struct draft_form *form)
{
	enum case_err err = draft_read(a->req->office, a->d.id, a->req->arena,
	    form);

	if (err != CASE_OK)
		return err;
	a->version_id = a->d.version_id;
	a->sop = office_sop(a->req->office, a->version_id);
	if (a->sop == NULL)
		return CASE_DB;
	a->row = sop_row_at(a->sop, 1);
	return CASE_OK;
}

/*
 * The draft of a form that was sent when the browser had lost its cookie: the
 * form has the token (apply_frame()).  Whoever made the browser send it would
 * know that token, too, and read later what is typed into that draft; so its
 * answers go on in a new one.  A draft that is not found leaves the answers of
 * the form itself.  0, or a status replied.
 */
static int
adopt(struct apply *a, struct draft_form *form)
{
	const char *token = form_get(a->req, APPLY_TOKEN);
	enum case_err err = CASE_NOT_FOUND;

	memset(form, 0, sizeof(*form));
	if (token != NULL)
		err = draft_find(a->req->office, token, 0, a->req->now, &a->d);
	if (err == CASE_OK)
		err = read_draft(a, form);
	if (err == CASE_OK && a->d.case_id != 0)
		return 0;
	if (err != CASE_OK && err != CASE_NOT_FOUND)
		return reply_case_error(a->rep, a->req, err);
	return new_draft(a, form);
}

/* The draft of the address, by the browser's cookie: 0, or a status replied. */
static int
find_draft(struct apply *a, struct draft_form *form)
{
	const char *name = request_segment(a->req, 2);
	enum case_err err;

	a->token = token_of(a, name);
	a->base = arena_printf(a->req->arena, "%s/%s", a->address, name);
	if (a->req->stale && a->person_id == 0 && *a->token == '\0')
		return adopt(a, form);
	err = draft_find(a->req->office, a->token, a->person_id, a->req->now,
	    &a->d);
	if (err == CASE_NOT_FOUND) {
		a->req->notice = NULL;
		return apply_start(a, 404, a->person_id != 0 ? lost :
		    lost_here);
	}
	if (err == CASE_OK)
		err = read_draft(a, form);
	return err == CASE_OK ? 0 : reply_case_error(a->rep, a->req, err);
}

/* Load the draft of the address with its answers: 0, or a status replied. */
int
apply_draft_load(struct apply *a)
{
	struct draft_form form;
	int status = find_draft(a, &form);

	if (status != 0)
		return status;
	a->typed = (struct fields_state){ .value = form.value,
		.nvalue = form.nvalue, .file = form.file,
		.nfile = form.nfile };
	return a->d.case_id != 0 ? show_sent(a) : apply_account(a);
}

/* -- gone on with elsewhere ------------------------------------------------ */

/* The link once more, to go on with another time or elsewhere. */
int
apply_draft_link(struct apply *a)
{
	struct page *page, *frame = apply_frame(a, 200, "saved.tpl", &page);

	page_set(page, "UNTIL", words_time(a->req, a->d.expires_at));
	page_set(page, "HREF", a->base);
	if (a->person_id == 0)
		page_text(page, "LINK", arena_printf(a->req->arena,
		    "%s%s/" APPLY_GO_ON "#%s", a->req->conf->site, a->address,
		    a->token));
	return reply_page(a->rep, a->req, 200, "Isian tersimpan", frame);
}

int
apply_draft_ask(struct apply *a, int status)
{
	struct page *page, *frame;

	if (a->person_id != 0)
		return reply_error(a->rep, a->req, 404, NULL);
	frame = frame_new(a->req, "goon.tpl", PATH_AJUKAN, &page);
	page_set(page, "ACTION", arena_printf(a->req->arena,
	    "%s/" APPLY_GO_ON, a->address));
	page_set(page, "VALUE", form_get(a->req, "tautan"));
	if (status == 422)
		page_text(page, "ERROR", lost);
	return reply_page(a->rep, a->req, status, "Lanjutkan permohonan",
	    frame);
}

/* The token in a link, which may be pasted whole or from behind its "#". */
int
apply_draft_go_on(struct apply *a)
{
	const char *typed = form_value(a->req, "tautan");
	const char *token = strrchr(typed, '#');
	struct draft d;
	enum case_err err;

	if (a->person_id != 0)
		return reply_error(a->rep, a->req, 404, NULL);
	token = token != NULL ? token + 1 : typed;
	err = draft_find(a->req->office, token, 0, a->req->now, &d);
	if (err == CASE_NOT_FOUND)
		return apply_draft_ask(a, 422);
	if (err != CASE_OK)
		return reply_case_error(a->rep, a->req, err);
	return reply_redirect(a->rep, give(a, token));
}
