/*
 * step_check.c - what was filled in and decided, shown once more.
 */
#include <string.h>

#include "casepage/step_check.h"

#include "base/arena.h"
#include "case/field_form.h"
#include "casepage/signed.h"
#include "casepage/step_form.h"
#include "casepage/words.h"
#include "page/page.h"
#include "web/address.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

int
step_needs_check(const struct step *s, const struct decision *d)
{
	if (d->outcome == OUTCOME_REFUSE)
		return 1;
	return d->outcome == OUTCOME_FORWARD && (s->prog->check ||
	    (step_receiver(s) == NULL && !s->t.side));
}

static void
check_row(struct page *page, const char *key, const char *value)
{
	struct page *row;

	if (value == NULL || value[0] == '\0')
		return;
	row = page_add(page, "ROWS");
	page_set(row, "KEY", key);
	page_set(page_add(row, "VALUES"), "TEXT", value);
}

/* A file, and what is known of its signatures. */
static void
check_file_rows(struct step *s, struct page *page, const char *label,
    const struct act_file *file)
{
	const char *const *words;
	struct page *row = NULL;
	size_t n;

	check_row(page, label, words_file(s->req, file->name, file->type,
	    file->size));
	check_row(page, "Antivirus", words_held(s->req, file->hash));
	words = words_signatures(s->req, file->hash, &n);
	for (size_t i = 0; i < n; i++) {
		if (row == NULL)
			row = page_add(page, "ROWS");
		page_set(row, "KEY", "Tanda tangan elektronik");
		page_set(page_add(row, "VALUES"), "TEXT", words[i]);
	}
}

static void
check_rows(struct step *s, struct page *page, const struct decision *d,
    const struct act *a)
{
	const struct field_form *form = d->form;

	check_row(page, "Keputusan", d->choice.label);
	for (size_t i = 0; i < s->row->nfield; i++) {
		const struct sop_field *f = &s->row->field[i];

		for (size_t k = 0; k < form->nvalue; k++)
			if (strcmp(form->value[k].name, f->name) == 0)
				check_row(page, f->label, words_field(s->req,
				    f, form->value[k].value));
		for (size_t k = 0; k < form->nfile; k++)
			if (strcmp(form->file[k].field, f->name) == 0)
				check_file_rows(s, page, f->label,
				    &form->file[k]);
	}
	check_row(page, "Catatan", a->note);
}

/* The whole form again, as the browser sent it; files by reference. */
static void
check_hidden(struct step *s, struct page *page, const struct decision *d)
{
	const struct field_form *form = d->form;
	struct page *p;

	for (size_t i = 0; i < s->req->nform; i++) {
		if (fields_is_hidden(s->req->form[i].name))
			continue;
		p = page_add(page, "HIDDEN");
		page_set(p, "NAME", s->req->form[i].name);
		page_set(p, "VALUE", s->req->form[i].value);
	}
	for (size_t i = 0; i < form->nfile; i++) {
		p = page_add(page, "HIDDEN");
		page_setf(p, "NAME", "%s-lama", form->file[i].field);
		page_set(p, "VALUE", fields_kept_key(s->req, form->file[i].field,
		    &form->file[i]));
	}
}

int
step_check_page(struct step *s, const struct decision *d, const struct act *a)
{
	struct page *frame, *page;
	const char *title = "Selesaikan perkara ini?";

	if (d->outcome == OUTCOME_REFUSE)
		title = "Tolak permohonan ini?";
	else if (s->prog->check_heading != NULL)
		title = s->prog->check_heading;
	frame = frame_new(s->req, "check.tpl", PATH_KOTAK_MASUK, &page);
	page_text(page, "CAPTION", arena_printf(s->req->arena, "%s · %s",
	    s->c.number, s->c.subject));
	page_set(page, "HEADING", title);
	page_text(page, "INTRO", step_form_consequence(s, d->choice.value));
	page_text(page, "INTRO", "Sesudah dikirim, keputusan ini tercatat dan "
	    "tidak dapat dihapus.");
	check_rows(s, page, d, a);
	check_hidden(s, page, d);
	page_set(page, "BUTTON", d->outcome == OUTCOME_REFUSE ?
	    "Tolak permohonan" : d->choice.label);
	if (d->outcome == OUTCOME_REFUSE)
		page_show(page, "WARNING");
	page_text(page, "RETURN", "Ubah");
	page_set(page, "ACTION", address_of_step(s->req->arena, s->prog->kind,
	    s->t.id));
	page_set(page, "VERSION", form_get(s->req, "versi"));
	page_set(page, "KEY", s->key);
	return reply_page(s->rep, s->req, 200, title, frame);
}
