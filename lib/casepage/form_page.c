/* form_page.c - a page of forms that no SOP describes. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "casepage/form_page.h"

#include "base/arena.h"
#include "case/act.h"
#include "case/field_form.h"
#include "page/page.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/session.h"

void
form_page_begin(struct form_page *s, struct request *req, struct reply *rep,
    const char *address, const char *heading)
{
	memset(s, 0, sizeof(*s));
	s->req = req;
	s->rep = rep;
	s->address = address;
	s->heading = heading;
	if (req->stale)
		fields_typed(req, &s->typed);
}

/* -- the form sent ----------------------------------------------------- */

enum case_err
form_page_read(struct form_page *s, const struct sop_field *field, size_t n)
{
	struct sop_row row = { .kind = STEP_SUBMIT, .nfield = n };
	struct sop_field *own;
	struct field_input in;

	own = arena_alloc(s->req->arena, (n + 1) * sizeof(*own));
	if (n > 0)	/* else there may be none to copy from */
		memcpy(own, field, n * sizeof(*own));
	s->field = row.field = own;
	s->nfield = n;
	fields_input(s->req, &row, &in);
	return fields_check(s->req, &row, &in, &s->typed, &s->form);
}

const char *
form_page_value(const struct form_page *s, const char *name)
{
	for (size_t i = 0; s->form != NULL && i < s->form->nvalue; i++)
		if (strcmp(s->form->value[i].name, name) == 0)
			return s->form->value[i].value;
	return "";
}

void
form_page_copy(const struct form_page *s, const char *name, char *buf,
    size_t size)
{
	snprintf(buf, size, "%s", form_page_value(s, name));
}

const struct act_file *
form_page_file(const struct form_page *s, const char *name)
{
	for (size_t i = 0; s->form != NULL && i < s->form->nfile; i++)
		if (strcmp(s->form->file[i].field, name) == 0)
			return &s->form->file[i];
	return NULL;
}

static const struct sop_field *
field_named(const struct form_page *s, const char *name)
{
	for (size_t i = 0; i < s->nfield; i++)
		if (strcmp(s->field[i].name, name) == 0)
			return &s->field[i];
	return NULL;
}

void
form_page_error(struct form_page *s, const char *field, const char *text)
{
	const struct sop_field *f = field_named(s, field);

	fields_wrong(s->req, &s->typed, field,
	    f != NULL && f->type == FIELD_DATE ? "-hari" : "", "%c%s",
	    toupper((unsigned char)text[0]), *text != '\0' ? text + 1 : "");
}

int
form_page_refused(struct form_page *s, enum case_err err,
    const char *const *names)
{
	const char *field = office_field(s->req->office);

	if (err != CASE_INVALID)
		return 0;
	for (; *names != NULL; names += 2)
		if (strcmp(names[0], field) == 0 && (s->nfield == 0 ||
		    field_named(s, names[1]) != NULL)) {
			form_page_error(s, names[1],
			    office_why(s->req->office));
			return 1;
		}
	return 0;
}

int
form_page_take(struct form_page *s, const struct sop_field *field, size_t n)
{
	enum case_err err;

	if (idempotency_key(s->req) == NULL)
		return reply_error(s->rep, s->req, 400, NULL);
	if ((err = form_page_read(s, field, n)) != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	return s->typed.nerror > 0 ? s->show(s, 422) : 0;
}

int
form_page_done(struct form_page *s, enum case_err err, const char *notice,
    const char *address)
{
	if (s->names != NULL && form_page_refused(s, err, s->names))
		return s->show(s, 422);
	if (err != CASE_OK && err != CASE_REPEATED)
		return reply_case_error(s->rep, s->req, err);
	if (notice != NULL)
		session_notice(s->rep, s->req, notice);
	return reply_redirect(s->rep, address);
}

/* -- the page --------------------------------------------------------- */

struct page *
form_page_frame(struct form_page *s, const char *template_name)
{
	s->frame = frame_new(s->req, template_name, s->menu, &s->page);
	if (s->back != NULL)
		page_link(s->frame, "BACK", s->back, s->back_text);
	return s->page;
}

struct page *
form_page_ask(struct form_page *s, const char *question, const char *button)
{
	form_page_frame(s, "check.tpl");
	s->heading = question;
	page_set(s->page, "HEADING", question);
	page_set(s->page, "ACTION", s->address);
	page_set(s->page, "KEY", form_get(s->req, "kunci"));
	page_set(s->page, "BUTTON", button);
	return s->page;
}

/* Is it one of the fields, or a part of a date among them? */
static int
is_carried(const struct sop_field *field, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++) {
		size_t len = strlen(field[i].name);

		if (strncmp(field[i].name, name, len) == 0 &&
		    (name[len] == '\0' || (name[len] == '-' &&
		    field[i].type == FIELD_DATE)))
			return 1;
	}
	return 0;
}

void
form_page_carry(struct form_page *s, const struct sop_field *field, size_t n)
{
	for (size_t i = 0; i < s->req->nform; i++)
		if (is_carried(field, n, s->req->form[i].name))
			page_hidden(s->page, s->req->form[i].name,
			    s->req->form[i].value);
}

struct page *
form_page_show(struct form_page *s)
{
	form_page_frame(s, "form.tpl");
	fields_show_errors(s->page, &s->typed);
	page_set(s->page, "HEADING", s->heading);
	page_set(s->page, "ACTION", s->address);
	page_set(s->page, "VERSION", "0");
	page_set(s->page, "KEY", request_token(s->req->arena));
	return s->page;
}

struct page *
form_page_add(struct form_page *s, const char *act, const char *button,
    const struct sop_field *field, size_t n)
{
	struct page *form = page_add(s->page, "FORMS");
	struct sop_row row = { .kind = STEP_SUBMIT };

	page_set(form, "ACT", act);
	page_set(form, "BUTTON", button);
	for (size_t i = 0; i < n; i++) {
		if (field[i].type == FIELD_FILE)
			page_show(form, "MULTIPART");
		fields_show_one(s->req, form, "FIELDS", &row, &field[i],
		    &s->typed);
	}
	return form;
}

/* A field that no SOP has. */
static struct page *
show_own(struct form_page *s, struct page *form, const struct sop_field *f)
{
	struct page *p = page_include(form, "FIELDS", "field.tpl");
	const struct field_error *e = fields_error(&s->typed, f->name);

	page_set(p, "NAME", f->name);
	page_set(p, "LABEL", f->label);
	page_text(p, "HINT", f->help);
	page_text(p, "ERROR", e != NULL ? e->text : NULL);
	return p;
}

void
form_page_secret(struct form_page *s, struct page *form,
    const struct sop_field *f)
{
	page_show(page_add(show_own(s, form, f), "SINGLE"), "IS_PASSWORD");
}

void
form_page_text(struct form_page *s, struct page *form,
    const struct sop_field *f)
{
	struct page *p = show_own(s, form, f);

	page_set(p, "VALUE", fields_value(&s->typed, f->name));
	page_show(p, "TALL");
	page_show(page_add(p, "SINGLE"), "IS_PARAGRAPH");
}

void
form_page_row(struct form_page *s, const char *key, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	page_pair(s->page, "ROWS", "KEY", key, "TEXT", text);
}

int
form_page_reply(struct form_page *s, int status)
{
	return reply_page(s->rep, s->req, status, s->heading, s->frame);
}
