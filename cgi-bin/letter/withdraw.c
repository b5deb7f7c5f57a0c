/*
 * withdraw.c - an administrator withdraws an issued letter: its verification
 * then says that it is no longer valid.
 */
#include <stdio.h>

#include "cgi-bin/letter/letter.h"

#include "base/arena.h"
#include "base/number.h"
#include "casepage/fields.h"
#include "casepage/words.h"
#include "letter/letter.h"
#include "page/page.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define REASON_MAX 500

static void
row(struct page *page, const char *key, const char *text)
{
	struct page *p = page_add(page, "ROWS");

	page_set(p, "KEY", key);
	page_set(p, "TEXT", text);
}

static int
show(struct request *req, struct reply *rep, const struct letter_row *l,
    const char *error)
{
	static const struct sop_field reason = { .name = "alasan",
	    .required = 1, .type = FIELD_PARAGRAPH, .max = REASON_MAX,
	    .label = "Alasan menarik surat" };
	const struct act_value value = { "alasan", form_value(req,
	    "alasan") };
	struct field_error e = { .field = "alasan", .part = "" };
	struct fields_state typed = { .value = &value, .nvalue = 1, .error = &e,
	    .nerror = error != NULL };
	struct page *page, *form;
	struct page *frame = frame_new(req, "form.tpl", PATH_PERKARA, &page);
	struct page *back = page_add(frame, "BACK");

	page_setf(back, "HREF", PATH_PERKARA "/%lld", (long long)l->case_id);
	page_set(back, "TEXT", "Kembali ke perkara");
	if (error != NULL)
		snprintf(e.text, sizeof(e.text), "%s", error);
	fields_show_errors(page, &typed);
	page_set(page, "HEADING", "Tarik surat ini?");
	page_text(page, "INTRO", "Siapa pun yang memeriksa surat ini kemudian "
	    "membaca bahwa surat ini ditarik. Nomornya tidak dipakai lagi.");
	row(page, "Nomor", l->number);
	row(page, "Tanggal", words_date(req, l->dated));
	row(page, "Hal", l->subject);
	row(page, "Atas nama", l->holder);
	form = page_add(page, "FORMS");
	page_show(form, "WARNING");
	page_set(form, "ACT", "tarik");
	page_set(form, "BUTTON", "Tarik surat");
	fields_show_one(req, form, "FIELDS", NULL, &reason, &typed);
	page_setf(page, "ACTION", PATH_SURAT "/tarik/%lld",
	    (long long)l->id);
	page_set(page, "KEY", error != NULL ? form_get(req, "kunci") :
	    request_token(req->arena));
	return reply_page(rep, req, error != NULL ? 422 : 200,
	    "Tarik surat", frame);
}

static int
withdraw(struct request *req, struct reply *rep, const struct letter_row *l)
{
	struct act a = { .actor = { .person_id = req->session.person_id },
		.case_id = l->case_id, .now = req->now,
		.idem = idempotency_key(req), .note = form_value(req,
		    "alasan") };
	enum case_err err;

	if (a.idem == NULL)
		return reply_error(rep, req, 400, NULL);
	err = letter_withdraw(req->office, &a, l->id);
	if (err == CASE_INVALID)
		return show(req, rep, l, office_why(req->office));
	if (err != CASE_OK && err != CASE_REPEATED)
		return reply_case_error(rep, req, err);
	session_notice(rep, req, arena_printf(req->arena, "Surat %s ditarik.",
	    l->number));
	return reply_redirect(rep, arena_printf(req->arena, PATH_PERKARA
	    "/%lld", (long long)l->case_id));
}

int
letter_withdrawal(struct request *req, struct reply *rep)
{
	const char *id = request_segment(req, 2);
	struct letter_row l;
	int64_t n;
	enum case_err err;

	if (!req->session.admin)
		return reply_error(rep, req, 403, "Hanya administrator yang "
		    "menarik surat.");
	if (id == NULL || request_segment(req, 3) != NULL ||
	    number_parse(id, 1, INT64_MAX, &n) < 0)
		return reply_error(rep, req, 404, NULL);
	if ((err = letter_get(req->office, n, &l)) != CASE_OK)
		return reply_case_error(rep, req, err);
	return req->method == METHOD_POST ? withdraw(req, rep, &l) :
	    show(req, rep, &l, NULL);
}
