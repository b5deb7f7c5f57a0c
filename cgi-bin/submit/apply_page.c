/*
 * apply_page.c - one page of a request: shown as far as it is filled in,
 * taken, kept, and only then judged.
 */
#include "cgi-bin/submit/apply_page.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "case/field_form.h"
#include "case/participant.h"
#include "case/roster.h"
#include "case/tracking.h"
#include "casepage/fields_people.h"
#include "casepage/words.h"
#include "cgi-bin/submit/apply.h"
#include "office/office.h"
#include "page/page.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/request.h"

#define VALUE_MAX 100000	/* bytes of one value that a draft keeps */

/* -- shown ----------------------------------------------------------------- */

/* The applicant is most often one of the persons: the list begins with the
 * name. */
static void
suggest_self(struct apply *a, const struct sop_field *f)
{
	const char *name = fields_value(&a->typed, "nama");
	struct act_value *more;

	if (f->type != FIELD_PEOPLE || name == NULL ||
	    fields_value(&a->typed, f->name) != NULL)
		return;
	more = arena_alloc(a->req->arena,
	    (a->typed.nvalue + 1) * sizeof(*more));
	if (a->typed.nvalue > 0)
		memcpy(more, a->typed.value, a->typed.nvalue * sizeof(*more));
	more[a->typed.nvalue++] = (struct act_value){ f->name,
	    arena_printf(a->req->arena, "%s\t\t", name) };
	a->typed.value = more;
}

static void
show_fields(struct apply *a, struct page *page, size_t n)
{
	struct page *group = page_add(page, "GROUPS");
	const struct sop_field *f;

	for (size_t k = 0; (f = apply_field(a, n, k)) != NULL; k++) {
		/* A field that depends on an answer of this very page stays
		 * open. */
		if (!field_form_asked(f, a->typed.value, a->typed.nvalue) &&
		    !apply_holds(a, n, sop_field_of(a->row, f->when_field)))
			continue;
		if (f->type == FIELD_FILE)
			page_show(page, "MULTIPART");
		if (a->req->method != METHOD_POST)
			suggest_self(a, f);
		fields_show_one(a->req, group, "FIELDS", a->row, f, &a->typed);
	}
}

static int
show(struct apply *a, size_t n, int status)
{
	struct page *page, *frame;
	const char *again = request_query(a->req, "ubah");
	size_t before = n - 1;

	frame = apply_frame(a, status, "submit.tpl", &page);
	while (before > 0 && !apply_asked(a, before))
		before--;
	page_link(frame, "BACK", before > 0 ? apply_address(a, before) :
	    a->address, "Kembali");
	page_text(page, "CAPTION", arena_printf(a->req->arena, "%s · %s",
	    a->sop->name, apply_caption(a, n)));
	page_set(page, "HEADING", apply_title(a, n));
	show_fields(a, page, n);
	page_hidden(page, "ubah", again != NULL || *form_value(a->req, "ubah") ?
	    "1" : "");
	page_show(page, "SAVE");
	page_text(page, "KEPT", arena_printf(a->req->arena, "Isian tersimpan "
	    "sampai %s.", words_time(a->req, a->d.expires_at)));
	page_set(page, "BUTTON", "Lanjut");
	page_set(page, "ACTION", apply_address(a, n));
	return reply_page(a->rep, a->req, status, apply_title(a, n), frame);
}


/* -- taken ----------------------------------------------------------------- */

/* Is it a value of this field: itself, a part of its date, or a list that
 * found no room? */
static int
is_value_of(const char *name, const struct sop_field *f)
{
	size_t n = strlen(f->name);

	return strncmp(name, f->name, n) == 0 && (name[n] == '\0' ||
	    (f->type == FIELD_DATE && (strcmp(name + n, "-hari") == 0 ||
	    strcmp(name + n, "-bulan") == 0 ||
	    strcmp(name + n, "-tahun") == 0)) ||
	    (f->type == FIELD_PEOPLE && strcmp(name + n, ROSTER_PASTE) == 0));
}

/* The field of the page that a value belongs to, or NULL. */
static const struct sop_field *
on_page(const struct apply *a, size_t n, const char *name)
{
	for (size_t i = 0; i < a->row->nfield; i++)
		if (a->row->field[i].type != FIELD_FILE &&
		    apply_holds(a, n, &a->row->field[i]) &&
		    is_value_of(name, &a->row->field[i]))
			return &a->row->field[i];
	return NULL;
}

/* Values: of the page as sent, of the others as kept. */
static struct act_value *
merge_values(struct apply *a, size_t n, const struct field_input *in)
{
	struct act_value *all = arena_alloc(a->req->arena,
	    (in->nvalue + a->typed.nvalue + 1) * sizeof(*all));
	size_t count = 0;

	for (size_t i = 0; i < in->nvalue; i++)
		if (on_page(a, n, in->value[i].name) != NULL &&
		    field_account_value(&a->account, in->value[i].name) ==
		    NULL &&
		    strlen(in->value[i].value) <= VALUE_MAX)
			all[count++] = in->value[i];
	for (size_t i = 0; i < a->typed.nvalue; i++)
		if (on_page(a, n, a->typed.value[i].name) == NULL ||
		    field_account_value(&a->account,
		    a->typed.value[i].name) != NULL)
			all[count++] = a->typed.value[i];
	a->typed.value = all;
	a->typed.nvalue = count;
	return all;
}

/* Does a field of several files stand on this page?  Then the page said which
 * of those kept are left. */
static int
said_all(const struct apply *a, size_t n, const char *name)
{
	const struct sop_field *f = sop_field_of(a->row, name);

	return f != NULL && f->many && apply_holds(a, n, f);
}

/* Files: those sent now instead of those kept. */
static struct act_file *
merge_files(struct apply *a, size_t n, const struct field_input *in)
{
	struct act_file *all = arena_alloc(a->req->arena,
	    (in->nfile + a->typed.nfile + 1) * sizeof(*all));
	size_t count = 0;

	for (size_t i = 0; i < in->nfile; i++)
		all[count++] = in->file[i];
	for (size_t i = 0; i < a->typed.nfile; i++) {
		size_t k = 0;

		while (k < in->nfile && strcmp(in->file[k].field,
		    a->typed.file[i].field) != 0)
			k++;
		if (k == in->nfile && !said_all(a, n, a->typed.file[i].field))
			all[count++] = a->typed.file[i];
	}
	a->typed.file = all;
	a->typed.nfile = count;
	return all;
}

/* The answers of the draft with those of the form just sent. */
static struct draft_form
merge(struct apply *a, size_t n, struct field_input *in)
{
	struct draft_form form;

	fields_input(a->req, a->row, in);
	form.value = merge_values(a, n, in);
	form.nvalue = a->typed.nvalue;
	form.file = merge_files(a, n, in);
	form.nfile = a->typed.nfile;
	return form;
}

/* A form that was sent with an old token is shown, and kept when it is sent
 * again: until then a file stands in it by reference. */
int
apply_page_get(struct apply *a, size_t n)
{
	struct field_input in;

	if (a->req->stale)
		merge(a, n, &in);
	return show(a, n, 200);
}

/* A file refused now is wrong, whatever was kept before; of several the good
 * ones stay. */
static void
drop_refused(struct apply *a, struct field_input *in)
{
	struct act_file *left = arena_alloc(a->req->arena,
	    (in->nfile + 1) * sizeof(*left));
	size_t n = 0;

	for (size_t i = 0; i < in->nfile; i++) {
		size_t k = 0;

		while (k < in->nrefused && strcmp(in->refused[k].name,
		    in->file[i].field) != 0)
			k++;
		if (k == in->nrefused ||
		    sop_field_of(a->row, in->file[i].field)->many)
			left[n++] = in->file[i];
	}
	in->file = left;
	in->nfile = n;
}

/* A button of a list of persons: the page again, with what is said at once. */
static int
show_again(struct apply *a, size_t n, const struct field_input *sent)
{
	for (size_t i = 0; i < sent->nasked; i++)
		fields_add_error(a->req, &a->typed, &sent->asked[i]);
	return show(a, n, sent->nasked > 0 ? 422 : 200);
}

/* Note the errors in the fields of this page, in its order, and in files
 * refused now. */
static enum case_err
judge(struct apply *a, size_t n, const struct field_input *sent)
{
	struct field_input in = *sent;
	const struct sop_field *f;
	struct field_form *form;
	enum case_err err;

	in.value = a->typed.value;
	in.nvalue = a->typed.nvalue;
	in.file = a->typed.file;
	in.nfile = a->typed.nfile;
	drop_refused(a, &in);
	err = field_form_check(a->req->office, a->row, &in, &form);
	if (err != CASE_OK && err != CASE_INVALID)
		return err;
	arena_adopt(a->req->arena, form);
	for (size_t k = 0; (f = apply_field(a, n, k)) != NULL; k++)
		for (size_t i = 0; i < form->nerror; i++)
			if (strcmp(form->error[i].field, f->name) == 0)
				fields_add_error(a->req, &a->typed,
				    &form->error[i]);
	return CASE_OK;
}

/* -- copied from an earlier case ------------------------------------------- */

/* The field of the page that names an earlier case, or NULL. */
static const struct sop_field *
copying(const struct apply *a, size_t n)
{
	const struct sop_field *f;

	for (size_t k = 0; (f = apply_field(a, n, k)) != NULL; k++)
		if (f->copies)
			return f;
	return NULL;
}

/* May this value of another SOP's form stand here? */
static int
is_fitting(const struct sop_field *f, const char *value)
{
	/* Telephone number and address are never shown to somebody else. */
	if (f->type == FIELD_CONSENT || f->type == FIELD_FILE || f->copies ||
	    f->type == FIELD_PHONE || f->type == FIELD_EMAIL)
		return 0;
	for (size_t i = 0; i < f->nchoice; i++)
		if (strcmp(f->choice[i].value, value) == 0)
			return 1;
	return f->type != FIELD_CHOICE;
}

/* Fill the empty fields from a case, and keep them. */
static enum case_err
copy_case(struct apply *a, int64_t case_id)
{
	struct act_value *all = arena_alloc(a->req->arena,
	    (a->typed.nvalue + a->row->nfield + 1) * sizeof(*all));
	struct draft_form form = { all, 0, NULL, 0 };

	for (size_t i = 0; i < a->typed.nvalue; i++)
		all[form.nvalue++] = a->typed.value[i];
	for (size_t i = 0; i < a->row->nfield; i++) {
		const struct sop_field *f = &a->row->field[i];
		char *value = fields_value(&a->typed, f->name) != NULL ? NULL :
		    case_value(a->req->office, case_id, f->name);

		if (value == NULL)
			continue;
		arena_adopt(a->req->arena, value);
		if (is_fitting(f, value))
			all[form.nvalue++] = (struct act_value){ f->name,
			    value };
	}
	a->typed.value = all;
	a->typed.nvalue = form.nvalue;
	return draft_save(a->req->office, &a->d, &form, a->req->now);
}

/* Copy the answers of an earlier case, for an applicant who has its tracking
 * code.  The number of its letter is no secret, and copies nothing. */
static enum case_err
copy_earlier(struct apply *a, size_t n)
{
	const struct sop_field *f = copying(a, n);
	struct tracking_try try = { NULL, a->req->remote, a->req->now };
	struct case_row c;
	enum case_err err;

	if (f == NULL ||
	    (try.code = fields_value(&a->typed, f->name)) == NULL)
		return CASE_OK;
	err = tracking_find(a->req->office, &try, &c);
	if (err == CASE_OK)
		return copy_case(a, c.id);
	return err == CASE_NOT_FOUND ? CASE_OK : err;
}

/* The next page that asks anything. */
static const char *
next_address(const struct apply *a, size_t n)
{
	do
		n++;
	while (n < apply_pages(a) && !apply_asked(a, n));
	return apply_address(a, n);
}

int
apply_page_post(struct apply *a, size_t n)
{
	struct draft_form form;
	struct field_input in;
	enum case_err err;

	form = merge(a, n, &in);
	err = draft_save(a->req->office, &a->d, &form, a->req->now);
	if (err == CASE_OK && fields_people_pressed(a->req, a->row))
		return show_again(a, n, &in);
	if (err == CASE_OK)
		err = judge(a, n, &in);
	if (err != CASE_OK)
		return reply_case_error(a->rep, a->req, err);
	if (strcmp(form_value(a->req, "aksi"), "draf") == 0)
		return reply_redirect(a->rep, arena_printf(a->req->arena,
		    "%s/simpan", a->base));
	if (a->typed.nerror == 0 && (err = copy_earlier(a, n)) != CASE_OK)
		return reply_case_error(a->rep, a->req, err);
	if (a->typed.nerror > 0)
		return show(a, n, 422);
	/* A change begun on the page of the answers leads straight back to
	 * it. */
	return reply_redirect(a->rep, *form_value(a->req, "ubah") != '\0' ?
	    apply_address(a, apply_pages(a)) : next_address(a, n));
}
