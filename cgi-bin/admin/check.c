/*
 * check.c - the page that asks once more: old and new, side by side.
 */
#include "cgi-bin/admin/form.h"

#include <string.h>

#include "base/arena.h"
#include "page/page.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/request.h"

static const char *
words_of(const struct admin *a, const struct sop_field *f, const char *value)
{
	return *value != '\0' ? words_field(a->req, f, value) : "kosong";
}

static void
check_row(const struct admin *a, struct page *body, const struct sop_field *f)
{
	const char *old = admin_old_value(a->sent, f->name);
	struct page *row;

	/* What changes in a whole text is for the edit's note to say. */
	if (!admin_is_changed(a, f->name) || f->type == FIELD_PARAGRAPH)
		return;
	row = page_add(body, "ROWS");
	page_set(row, "KEY", f->label);
	if (a->sent->nnow > 0)
		page_text(row, "OLD", words_of(a, f, old));
	page_text(row, "VALUES", words_of(a, f, admin_value(a, f->name)));
}

/* Is it a field of the form, or a part of a date in it? */
static int
is_carried(const struct edit *e, const char *name)
{
	for (size_t i = 0; i < e->nfield; i++) {
		const struct sop_field *f = &e->field[i];
		size_t n = strlen(f->name);

		if (strncmp(f->name, name, n) == 0 && (name[n] == '\0' ||
		    (name[n] == '-' && f->type == FIELD_DATE)))
			return 1;
	}
	return 0;
}

static void
hide(struct page *body, const char *name, const char *value)
{
	struct page *p = page_add(body, "HIDDEN");

	page_set(p, "NAME", name);
	page_set(p, "VALUE", value);
}

int
admin_ask(struct admin *a)
{
	const struct edit *e = a->sent;
	struct page *body, *frame = admin_frame(a, "check.tpl", &body);

	if (a->caption != NULL)
		page_text(body, "CAPTION", arena_printf(a->req->arena,
		    "%s · %s", a->caption, a->heading));
	page_set(body, "HEADING", e->question);
	for (size_t i = 0; i < e->nfield; i++)
		check_row(a, body, &e->field[i]);
	if (e->note != NULL)
		e->note(a, body);
	hide(body, "tindakan", e->act);
	hide(body, "pasti", "ya");
	for (size_t i = 0; i < a->req->nform; i++)
		if (is_carried(e, a->req->form[i].name))
			hide(body, a->req->form[i].name,
			    a->req->form[i].value);
	page_set(body, "BUTTON", e->confirm != NULL ? e->confirm : e->button);
	if (e->ends)
		page_show(body, "WARNING");
	page_text(body, "RETURN", e->nfield > 0 ? "Ubah" : "Batal");
	page_set(body, "VERSION", admin_version(a, e));
	page_set(body, "KEY", form_get(a->req, "kunci"));
	return reply_page(a->reply, a->req, 200, e->question, frame);
}
