/*
 * download.c - an institution fetches the signed letter of its request.
 *
 * The button is a POST, so that no link preview closes a case.  An applicant
 * without an account fetches it by code and digits instead: track.c.
 */
#include <string.h>

#include "base/arena.h"
#include "case/answer.h"
#include "case/document.h"
#include "casepage/download.h"
#include "casepage/material.h"
#include "casepage/step.h"
#include "casepage/words.h"
#include "office/office.h"
#include "page/page.h"
#include "web/address.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

static const struct document *
answer(struct step *s)
{
	struct answer_files p = { &s->c, s->dossier.task, s->dossier.ntask,
	    s->dossier.document, s->dossier.ndocument };

	return answer_find(&p);
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

			if (f->type == FIELD_FILE || v == NULL)
				continue;
			page_pair(page, "ROWS", "KEY", f->label, "TEXT",
			    words_field(s->req, f, v));
		}
	}
}

static void
show_form(struct step *s, struct page *page, const struct document *doc)
{
	struct page *form = page_add(page, "FORM");

	page_text(page, "INTRO", "Unduhan pertama dicatat sebagai langkah "
	    "terakhir permohonan ini.");
	page_set(form, "ACTION", address_of_step(s->req->arena, STEP_DOWNLOAD,
	    s->t.id));
	page_set_int(form, "VERSION", s->t.version);
	page_set(form, "KEY", s->key);
	page_set(form, "BUTTON", arena_printf(s->req->arena, "Unduh %s",
	    words_file(s->req, download_name(s->req, &s->dossier, doc),
	    doc->type, doc->size)));
}

static int
page(struct step *s, int status, const struct act *conflict)
{
	const struct document *doc = answer(s);
	const char *heading = doc == NULL ? "Surat belum tersedia" :
	    arena_printf(s->req->arena, "%s. Surat siap diunduh",
	    words_decision(s->req, &s->c));
	struct page *frame, *body;

	/* An applicant with only the code gives the last digits with it. */
	if (s->actor.person_id == 0)
		return reply_redirect(s->rep, DOWNLOAD_PATH);
	frame = frame_new(s->req, "download.tpl", PATH_KOTAK_MASUK, &body);
	page_set(body, "NUMBER", s->c.number);
	page_set(body, "SOP", s->sop->name);
	page_set(body, "HEADING", heading);
	show_rows(s, body);
	if (doc != NULL)
		show_form(s, body, doc);
	else
		page_text(body, "NO_LETTER", "Surat ini belum diunggah. "
		    "Hubungi kantor kami.");
	return reply_page(s->rep, s->req, status, heading, frame);
}

static int
post(struct step *s, const char *aksi)
{
	if (strcmp(aksi, "unduh") != 0)
		return reply_error(s->rep, s->req, 400, NULL);
	if (s->actor.person_id == 0)
		return reply_redirect(s->rep, DOWNLOAD_PATH);
	return download_letter(s->req, s->rep, &s->c, &s->actor);
}

static const char *const templates[] = { "download.tpl", NULL };

static const struct step_program download = {
	.name		= "download",
	.kind		= STEP_DOWNLOAD,
	.templates	= templates,
	.page		= page,
	.post		= post,
};

int
main(int argc, char **argv)
{
	return step_serve(&download, argc, argv);
}
