/*
 * download.c - the applicant fetches the signed letter.
 *
 * The button is a POST, so that no link preview closes a case.  The act is
 * recorded before the first byte leaves; later the letter is there still, for
 * whoever may see the case.
 */
#include <string.h>

#include "case/office.h"
#include "case/paper.h"
#include "case/tracking.h"
#include "page/page.h"
#include "web/arena.h"
#include "web/material.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/step.h"

static const struct document *
answer(struct step *s)
{
	struct papers p = { &s->c, s->dossier.task, s->dossier.ntask,
	    s->dossier.document, s->dossier.ndocument };

	return papers_answer(&p);
}

/* Number and date of the letter, as its approval recorded them. */
static void
show_rows(struct step *s, struct page *page)
{
	for (int pos = 1; pos <= s->sop->nrows; pos++) {
		const struct sop_row *row = sop_row_at(s->sop, pos);

		for (size_t i = 0; row->kind == STEP_APPROVE &&
		    i < row->nfield; i++) {
			const struct sop_field *f = &row->field[i];
			const char *v = material_value(&s->dossier, f->name);
			struct page *p;

			if (f->type == FIELD_FILE || v == NULL)
				continue;
			p = page_add(page, "ROWS");
			page_set(p, "KEY", f->label);
			page_set(p, "TEXT", field_words(s->req, f, v));
		}
	}
}

/* Whoever has only the code says the last digits of the number, too. */
static int
needs_digits(const struct step *s)
{
	return s->actor.person_id == 0 && s->c.phone[0] != '\0';
}

static void
show_form(struct step *s, struct page *page, const struct document *doc)
{
	struct sop_field digits = { .name = "angka", .required = 1,
	    .label = "Empat angka terakhir nomor WhatsApp pemohon" };
	struct page *form = page_add(page, "FORM");

	page_text(page, "INTRO", "Unduhan pertama dicatat sebagai langkah "
	    "terakhir perkara ini.");
	page_set(form, "ACTION", step_address(s->req->arena, STEP_DOWNLOAD,
	    s->t.id));
	page_set_int(form, "VERSION", s->t.version);
	page_set(form, "KEY", s->key);
	if (needs_digits(s))
		field_show(s->req, form, "FIELDS", s->row, &digits,
		    &s->typed);
	page_set(form, "BUTTON", arena_printf(s->req->arena, "Unduh %s",
	    file_words(s->req, doc->name, doc->type, doc->size)));
}

static int
page(struct step *s, int status, const struct act *conflict)
{
	const struct document *doc = answer(s);
	const char *heading = doc != NULL ? "Surat siap diunduh" :
	    "Surat belum tersedia";
	struct page *frame, *body;

	frame = reply_frame(s->req, "download.tpl",
	    s->actor.person_id != 0 ? PATH_KOTAK_MASUK : PATH_LACAK, &body);
	if (status == 422)
		page_show(frame, "ERROR_TITLE");
	page_set(body, "NUMBER", s->c.number);
	page_set(body, "SOP", s->sop->name);
	page_set(body, "HEADING", heading);
	errors_show(body, &s->typed);
	show_rows(s, body);
	if (doc != NULL)
		show_form(s, body, doc);
	else
		page_text(body, "NO_LETTER", "Surat ini belum diunggah. "
		    "Hubungi kantor kami.");
	return reply_page(s->rep, s->req, status, heading, frame);
}

/* Record the first download: 0, or the status of a refusal. */
static int
record_download(struct step *s)
{
	struct act a = step_act(s);
	enum case_err err;

	if (!s->t.open)
		return 0;
	err = act_finish(s->req->office, &a, OUTCOME_DOWNLOAD);
	if (err == CASE_OK || err == CASE_REPEATED)
		return 0;
	/* A colleague of the same institution was faster: it is recorded. */
	if (err == CASE_CONFLICT && task_get(s->req->office, s->t.id,
	    &s->t) == CASE_OK && !s->t.open)
		return 0;
	return reply_case_error(s->rep, s->req, err);
}

static int
post(struct step *s, const char *aksi)
{
	const struct tracking_try try = { form_value(s->req, "angka"),
	    s->req->remote, s->req->now };
	const struct document *doc;
	enum case_err err;
	int status;

	if (strcmp(aksi, "unduh") != 0)
		return reply_error(s->rep, s->req, 400, NULL);
	if (needs_digits(s) && (err = tracking_digits(s->req->office, &s->c,
	    &try)) != CASE_OK) {
		if (err != CASE_INVALID && err != CASE_STATE)
			return reply_case_error(s->rep, s->req, err);
		step_error(s, "angka", "%s", office_why(s->req->office));
		return step_page(s, 422, NULL);
	}
	if ((err = dossier_read(s->req, &s->c, &s->dossier)) != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	if ((doc = answer(s)) == NULL)
		return reply_error(s->rep, s->req, 404,
		    "Surat ini belum diunggah.");
	if ((status = reply_held(s->rep, s->req, doc->sha256)) != 0 ||
	    (status = record_download(s)) != 0)
		return status;
	return reply_file(s->rep, s->req, doc->sha256, doc->type, doc->name,
	    0);
}

static const char *const templates[] = { "download.tpl", "field.tpl",
	"errors.tpl", NULL };

static const struct step_program download = {
	.name		= "download",
	.kind		= STEP_DOWNLOAD,
	.templates	= templates,
	.page		= page,
	.post		= post,
};

int
main(void)
{
	return step_serve(&download);
}
