/*
 * submit_mend.c - mend a request that came back: for an applicant with the
 * reason on top, for an official (a request typed in at a counter) the page
 * every step has.
 *
 * The form is filled with what was sent, telephone number and all.  A tracking
 * code stands on paper and on screens, so who comes with it alone first says
 * the last digits of that number, once in a visit; a cookie remembers it.
 */
#include "cgi-bin/submit_mend.h"

#include <string.h>

#include "case/office.h"
#include "case/tracking.h"
#include "page/page.h"
#include "web/arena.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"
#include "web/start.h"

#define HEADING "Perbaiki permohonan"

/* -- the digits -------------------------------------------------------- */

static const char *
id_text(const struct request *req, int64_t id)
{
	return arena_printf(req->arena, "%lld", (long long)id);
}

void
mend_prove(const struct request *req, struct reply *rep, int64_t case_id)
{
	reply_cookie(rep, req, PROOF_COOKIE, session_sign(req, "bukti",
	    id_text(req, case_id)));
}

static int
is_proved(const struct step *s)
{
	char mac[80];

	if (s->actor.person_id != 0 || s->c.phone[0] == '\0')
		return 1;
	return session_cookie(s->req, PROOF_COOKIE, mac, sizeof(mac)) > 0 &&
	    session_signed(s->req, "bukti", id_text(s->req, s->c.id), mac);
}

/* -- pages ------------------------------------------------------------- */

static struct page *
begin(struct step *s, int status, struct page **page)
{
	struct page *frame = reply_frame(s->req, "submit.tpl",
	    s->actor.person_id != 0 ? PATH_KOTAK_MASUK : PATH_LACAK, page);

	if (status == 422)
		page_show(frame, "ERROR_TITLE");
	errors_show(*page, &s->typed);
	page_text(*page, "CAPTION", arena_printf(s->req->arena, "%s · %s",
	    s->c.number, s->sop->name));
	page_set(*page, "HEADING", HEADING);
	page_set(*page, "ACTION", step_address(s->req->arena, STEP_SUBMIT,
	    s->t.id));
	page_set_int(*page, "VERSION", s->t.version);
	page_set(*page, "KEY", s->key);
	return frame;
}

static int
digits_page(struct step *s, int status)
{
	static const struct sop_field digits = { .name = "angka",
	    .required = 1, .label = "Empat angka terakhir nomor WhatsApp "
	    "pemohon" };
	struct page *page, *group, *frame = begin(s, status, &page);

	page_text(page, "INTRO", "Isian permohonan memuat data pribadi. "
	    "Tunjukkan dahulu bahwa permohonan ini milik Anda.");
	group = page_add(page, "GROUPS");
	page_text(group, "TITLE", "Nomor WhatsApp");
	field_show(s->req, group, "FIELDS", NULL, &digits, &s->typed);
	page_set(page, "BUTTON", "Lanjut");
	return reply_page(s->rep, s->req, status, HEADING, frame);
}

static int
mend_page(struct step *s, int status, const struct act *conflict)
{
	struct page *frame, *page;

	if (!s->t.external)
		return step_page_usual(s, status, conflict);
	if (conflict != NULL)
		return reply_error(s->rep, s->req, 409, NULL);
	if (!is_proved(s))
		return digits_page(s, status);
	frame = begin(s, status, &page);
	step_show_returned(s, page);
	page_text(page, "INTRO", "Selama Anda memperbaiki, waktu kami "
	    "berhenti.");
	start_groups(s->req, page, s->row, &s->typed);
	page_text(page, "STATEMENT", "Dengan mengirim, saya menyatakan isian "
	    "dan berkas ini benar.");
	page_set(page, "BUTTON", "Ajukan kembali");
	return reply_page(s->rep, s->req, status, HEADING, frame);
}

/* -- what was sent ----------------------------------------------------- */

static int
take_digits(struct step *s)
{
	enum case_err err = tracking_digits(s->req->office, &s->c,
	    form_value(s->req, "angka"), s->req->now);

	if (err == CASE_INVALID || err == CASE_STATE) {
		step_error(s, "angka", "%s", office_why(s->req->office));
		return digits_page(s, 422);
	}
	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	mend_prove(s->req, s->rep, s->c.id);
	return reply_redirect(s->rep, step_address(s->req->arena, STEP_SUBMIT,
	    s->t.id));
}

static int
mend_post(struct step *s, const char *aksi)
{
	return is_proved(s) ? step_post_usual(s, aksi) : take_digits(s);
}

const struct step_program mend = {
	.name		= "submit",
	.kind		= STEP_SUBMIT,
	.page		= mend_page,
	.post		= mend_post,
};
