/*
 * withdraw.c - an administrator cancels a letter that is in force: its
 * verification then says that it no longer is.
 */
#include "cgi-bin/letter/letter.h"

#include "base/arena.h"
#include "base/number.h"
#include "case/access.h"
#include "casepage/form_page.h"
#include "casepage/words.h"
#include "letter/letter.h"
#include "page/page.h"
#include "web/form.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

#define REASON_MAX 500

static int
show(struct form_page *s, int status)
{
	static const struct sop_field reason = { .name = "alasan",
	    .required = 1, .type = FIELD_PARAGRAPH, .max = REASON_MAX,
	    .label = "Alasan membatalkan surat" };
	const struct act_value value = { "alasan", form_value(s->req,
	    "alasan") };
	const struct letter_row *l = s->about;
	struct page *page = form_page_show(s), *form;

	page_text(page, "INTRO", "Siapa pun yang memeriksa surat ini kemudian "
	    "membaca bahwa surat ini dibatalkan. Nomornya tidak dipakai lagi.");
	form_page_row(s, "Nomor", l->number);
	form_page_row(s, "Tanggal", words_date(s->req, l->dated));
	form_page_row(s, "Hal", l->subject);
	form_page_row(s, "Atas nama", l->holder);
	s->typed.value = &value;
	s->typed.nvalue = 1;
	form = form_page_add(s, "tarik", "Batalkan surat", &reason, 1);
	page_show(form, "WARNING");
	return reply_page(s->rep, s->req, status, "Batalkan surat", s->frame);
}

static int
withdraw(struct form_page *s)
{
	const struct letter_row *l = s->about;
	struct act a = { .actor = { .person_id = s->req->session.person_id },
		.case_id = l->case_id, .now = s->req->now,
		.idem = idempotency_key(s->req), .note = form_value(s->req,
		    "alasan") };
	enum case_err err;

	if (a.idem == NULL)
		return reply_error(s->rep, s->req, 400, NULL);
	fields_text(s->req, &s->typed, "alasan", REASON_MAX);
	if (s->typed.nerror > 0)
		return show(s, 422);
	err = letter_withdraw(s->req->office, &a, l->id);
	if (err == CASE_INVALID) {
		form_page_error(s, "alasan", office_why(s->req->office));
		return show(s, 422);
	}
	return form_page_done(s, err, arena_printf(s->req->arena,
	    "Surat %s dibatalkan.", l->number), s->back);
}

int
letter_withdrawal(struct request *req, struct reply *rep)
{
	const char *id = request_segment(req, 2);
	struct letter_row l;
	struct form_page s;
	int64_t n;
	enum case_err err;

	if (!req->session.admin)
		return reply_error(rep, req, 403, "Hanya administrator yang "
		    "membatalkan surat.");
	if (id == NULL || request_segment(req, 3) != NULL ||
	    number_parse(id, 1, INT64_MAX, &n) < 0)
		return reply_error(rep, req, 404, NULL);
	if ((err = letter_get(req->office, n, &l)) != CASE_OK)
		return reply_case_error(rep, req, err);
	form_page_begin(&s, req, rep, arena_printf(req->arena, PATH_SURAT
	    "/tarik/%lld", (long long)l.id), "Batalkan surat ini?");
	s.menu = PATH_BERKAS;
	s.back = PATH_SURAT;
	s.back_text = "Kembali ke daftar surat keluar";
	if (case_may_see_id(req->office, req->session.person_id, l.case_id,
	    req->now)) {
		s.back = arena_printf(req->arena, PATH_BERKAS "/%lld",
		    (long long)l.case_id);
		s.back_text = "Kembali ke berkas";
	}
	s.about = &l;
	return req->method == METHOD_POST ? withdraw(&s) : show(&s, 200);
}
