/* step_letter.c - letters on the page of a step. */
#include <stdlib.h>
#include <string.h>

#include "casepage/step_letter.h"

#include "base/arena.h"
#include "base/built.h"
#include "case/document.h"
#include "casepage/compose.h"
#include "casepage/letter_pdf.h"
#include "casepage/words.h"
#include "letter/letter.h"
#include "letter/letter_state.h"
#include "page/page.h"
#include "web/request.h"
#include "web/route.h"

/* The letter that waits for its signature in a document; NULL: none does. */
static const struct letter_row *
prepared(const struct letter_row *list, size_t n, const struct document *d)
{
	for (size_t i = 0; i < n; i++)
		if (list[i].document_id == d->id &&
		    letter_state_of(&list[i]) == LETTER_PREPARED)
			return &list[i];
	return NULL;
}

/* The paper composed at this visit that counts, or NULL: that of a letter which
 * waits for its signature, else the newest.  Of several made in one second the
 * newest is not known. */
static const struct document *
composed(const struct step *s)
{
	const struct document *newest = NULL;
	struct letter_row *list = NULL;
	size_t n = 0;

	if (letter_list(s->req->office, s->c.id, &list, &n) != CASE_OK)
		return NULL;
	arena_adopt(s->req->arena, list);
	for (size_t i = s->dossier.ndocument; i > 0; i--) {
		const struct document *d = &s->dossier.document[i - 1];

		if (d->task_id != s->t.id || strcmp(d->field, "surat") != 0)
			continue;
		if (prepared(list, n, d) != NULL)
			return d;
		if (newest == NULL)
			newest = d;
	}
	return newest;
}

static void
show_papers(struct step *s, struct page *page)
{
	const struct document *newest = composed(s);
	struct page *p;

	for (size_t i = 0; i < s->dossier.ndocument; i++) {
		const struct document *d = &s->dossier.document[i];

		if (d->task_id != s->t.id || strcmp(d->field, "surat") != 0)
			continue;
		p = page_link(page, "PAPERS", arena_printf(s->req->arena,
		    PATH_DOKUMEN "/%lld", (long long)d->id), words_file(s->req,
		    d->name, d->type, d->size));
		if (d != newest)
			page_show(p, "REPLACED");
	}
	if (newest != NULL && s->row->kind == STEP_APPROVE)
		page_text(page, "SIGN", "Surat ini baru disiapkan. Unduh, "
		    "tanda tangani di luar sistem ini, lalu unggah hasilnya "
		    "di bawah: surat berlaku sesudah keputusan dikirim. "
		    "Nomor dan tanggalnya sudah diisikan.");
}

void
step_letter_show(struct step *s, struct page *form)
{
	struct page *page;

	if (!compose_possible(&s->dossier))
		return;
	page = page_include(form, "EXTRA", STEP_LETTER_TEMPLATE);
	if (built_letter && s->t.claimed_by == 0)
		page_text(page, "LEFT_OUT", "Ambil dahulu tugas ini bila "
		    "suratnya disusun di sini.");
	else if (built_letter)
		page_link(page, "OFFER", arena_printf(s->req->arena, PATH_SURAT
		    "/%lld", (long long)s->t.id), s->row->kind ==
		    STEP_APPROVE ? "Susun surat bernomor" :
		    "Susun konsep surat");
	else
		page_text(page, "LEFT_OUT", LETTER_PDF_LEFT_OUT);
	show_papers(s, page);
}

/* The draft stands where the row's first file belongs. */
static void
type_draft(struct step *s, const struct document *d)
{
	struct act_file *file;
	const char *field = NULL;

	for (size_t i = 0; i < s->row->nfield && field == NULL; i++)
		if (s->row->field[i].type == FIELD_FILE)
			field = s->row->field[i].name;
	if (field == NULL)
		return;
	file = arena_alloc(s->req->arena,
	    (s->typed.nfile + 1) * sizeof(*file));
	file[0] = (struct act_file){ field, d->name, d->sha256, d->type,
	    d->size };
	for (size_t i = 0; i < s->typed.nfile; i++)
		file[i + 1] = s->typed.file[i];
	s->typed.file = file;
	s->typed.nfile++;
}

/* The letter that was prepared at this visit. */
static void
type_number(struct step *s, const struct document *d)
{
	struct act_value *value;
	struct letter_row *list = NULL;
	const struct letter_row *l;
	size_t n = 0, k = 0;

	if (letter_list(s->req->office, s->c.id, &list, &n) != CASE_OK)
		return;
	arena_adopt(s->req->arena, list);
	if ((l = prepared(list, n, d)) == NULL)
		return;
	value = arena_alloc(s->req->arena,
	    (s->typed.nvalue + 2) * sizeof(*value));
	value[k++] = (struct act_value){ "nomor_surat", l->number };
	value[k++] = (struct act_value){ "tanggal_surat", l->dated };
	for (size_t i = 0; i < s->typed.nvalue; i++)
		value[k++] = s->typed.value[i];
	s->typed.value = value;
	s->typed.nvalue = k;
}

void
step_letter_typed(struct step *s)
{
	const struct document *d = composed(s);

	/* A draft of the form that was kept after it stays. */
	if (d == NULL || d->added_at < s->saved_at)
		return;
	if (s->row->kind == STEP_DRAFT)
		type_draft(s, d);
	else if (s->row->kind == STEP_APPROVE)
		type_number(s, d);
}
