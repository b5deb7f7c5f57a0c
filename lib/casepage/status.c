/*
 * status.c - a case as its applicant sees it, and what he does there.
 */
#include <string.h>

#include "case/act_close.h"
#include "casepage/status_raw.h"

#include "base/arena.h"
#include "case/tracking.h"
#include "casepage/download.h"
#include "office/office.h"
#include "web/form.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/session.h"

const char *
words_code(const struct request *req, int64_t case_id)
{
	char code[CASE_CODE_LEN + 1];

	office_code(req->office, case_id, code);
	return arena_printf(req->arena, "%.4s-%.4s-%.4s", code, code + 4,
	    code + 8);
}

/* Read the case whole and find where it is: 0, or a status replied. */
static int
load(struct status *s)
{
	enum case_err err = dossier_read(s->req, &s->c, &s->dossier);

	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	for (size_t i = 0; i < s->dossier.ntask && s->t == NULL; i++)
		if (s->dossier.task[i].open && !s->dossier.task[i].side)
			s->t = &s->dossier.task[i];
	if (s->t != NULL)
		s->row = sop_row_at(s->dossier.sop, (int)s->t->pos);
	s->typed.error = s->error;
	return 0;
}

int
status_get(struct status *s)
{
	int status = load(s);

	s->key = request_token(s->req->arena);
	return status != 0 ? status : status_show(s, 200);
}

/* The page again, with what was typed and what is wrong with it. */
static int
refuse(struct status *s, const char *field, const char *text)
{
	struct act_value *value = arena_alloc(s->req->arena,
	    (s->req->nform + 1) * sizeof(*value));
	struct field_error *e = &s->error[s->typed.nerror++];

	for (size_t i = 0; i < s->req->nform; i++)
		value[i] = (struct act_value){ s->req->form[i].name,
		    s->req->form[i].value };
	s->typed.value = value;
	s->typed.nvalue = s->req->nform;
	e->field = field;
	e->part = "";
	strncpy(e->text, text, sizeof(e->text) - 1);
	return status_show(s, 422);
}

/* A code is on paper and on screens: what cannot be undone asks for the digits
 * as well.  0, or a status replied. */
static int
check_digits(struct status *s)
{
	const struct tracking_try try = { form_value(s->req, "angka"),
	    s->req->remote, s->req->now };
	enum case_err err;

	if (!status_needs_digits(s))
		return 0;
	err = tracking_digits(s->req->office, &s->c, &try);
	if (err == CASE_INVALID || err == CASE_STATE)
		return refuse(s, "angka", office_why(s->req->office));
	return err == CASE_OK ? 0 : reply_case_error(s->rep, s->req, err);
}

static int
withdraw(struct status *s)
{
	struct act a = { .actor = s->actor, .case_id = s->c.id,
		.idem = idempotency_key(s->req), .now = s->req->now,
		.note = form_value(s->req, "alasan") };
	enum case_err err;
	int status;

	if (a.idem == NULL)
		return reply_error(s->rep, s->req, 400, NULL);
	if (a.note[0] == '\0')
		return refuse(s, "alasan", "Tulis alasan membatalkan");
	if ((status = check_digits(s)) != 0)
		return status;
	err = act_withdraw(s->req->office, &a);
	if (err != CASE_OK && err != CASE_REPEATED)
		return reply_case_error(s->rep, s->req, err);
	session_notice(s->rep, s->req, "Permohonan dibatalkan.");
	return reply_redirect(s->rep, s->action);
}

int
status_post(struct status *s)
{
	const char *aksi = form_value(s->req, "aksi");
	const char *key = form_get(s->req, "kunci");
	int status = load(s);

	s->key = key != NULL ? key : request_token(s->req->arena);
	if (status != 0)
		return status;
	if (strcmp(aksi, "cabut") == 0)
		return withdraw(s);
	if (strcmp(aksi, "unduh") == 0 && s->actor.person_id != 0)
		return download_letter(s->req, s->rep, &s->c, &s->actor);
	return reply_error(s->rep, s->req, 400, NULL);
}
