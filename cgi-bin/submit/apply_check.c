/*
 * apply_check.c - all answers of a request once more, and sending them.
 */
#include "cgi-bin/submit/apply_check.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "case/act_start.h"
#include "case/field_form.h"
#include "casepage/fields_people.h"
#include "case/request_brake.h"
#include "casepage/words.h"
#include "cgi-bin/submit/apply.h"
#include "cgi-bin/submit/sent.h"
#include "office/closed.h"
#include "office/office.h"
#include "page/page.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/request.h"

#define BEGUN_MAX 86400		/* seconds a request may have taken */
#define STATEMENT "Dengan mengirim, saya menyatakan isian dan dokumen ini " \
	"benar."

/* The page a field stands on. */
static size_t
page_of(const struct apply *a, const struct sop_field *f)
{
	size_t n = 1;

	while (n < apply_pages(a) && !apply_holds(a, n, f))
		n++;
	return n;
}

/* The first page on which something is wrong; 0: none but the consents. */
static size_t
wrong_page(const struct apply *a, const struct field_form *form)
{
	size_t found = 0, n;

	for (size_t i = 0; i < form->nerror; i++) {
		n = page_of(a, sop_field_of(a->row, form->error[i].field));
		if (n < apply_pages(a) && (found == 0 || n < found))
			found = n;
	}
	return found;
}

/* -- shown ----------------------------------------------------------------- */

/* The end of the name of a field's first input. */
static const char *
first_input(const struct sop_field *f)
{
	return f->type == FIELD_DATE ? "-hari" :
	    f->type == FIELD_PEOPLE ? "-1-nama" : "";
}

static void
show_answer(const struct apply *a, struct page *page,
    const struct sop_field *f, const char *value, const char *file)
{
	struct page *row = page_add(page, "ROWS");
	struct page *answer = f->type == FIELD_PEOPLE && value != NULL ? NULL :
	    page_add(row, "VALUES");
	char label[128];

	page_set(row, "KEY", f->label);
	if (file != NULL)
		page_set(answer, "TEXT", file);
	else if (value == NULL)
		page_set(answer, "TEXT", "Tidak diisi");
	else if (f->type == FIELD_PEOPLE)
		fields_people_table(a->req, row, f->label, value);
	else if (f->type == FIELD_CHOICE || f->type == FIELD_CONSENT ||
	    f->type == FIELD_DATE)
		page_set(answer, "TEXT", words_field(a->req, f, value));
	else
		page_set_typed(answer, "TEXT", words_field(a->req, f, value));
	if (field_account_value(&a->account, f->name) != NULL)
		return;
	page_link(row, "CHANGE", arena_printf(a->req->arena, "%s?ubah=1#%s%s",
	    apply_address(a, page_of(a, f)), f->name, first_input(f)),
	    field_label(f->label, label, sizeof(label)));
}

/* The files chosen for a field in words; NULL when there is none. */
static const char *
file_answer(const struct apply *a, const struct field_form *form,
    const struct sop_field *f)
{
	const char *words[SOP_FILES_MAX], *all = NULL;
	size_t n = 0;

	for (size_t i = 0; i < form->nfile && n < SOP_FILES_MAX; i++)
		if (strcmp(form->file[i].field, f->name) == 0)
			words[n++] = words_file(a->req, form->file[i].name,
			    form->file[i].type, form->file[i].size);
	while (n > 0)
		all = all == NULL ? words[--n] : arena_printf(a->req->arena,
		    "%s; %s", words[--n], all);
	return all;
}

static void
show_answers(const struct apply *a, struct page *page,
    const struct field_form *form)
{
	struct fields_state checked = { .value = form->value,
		.nvalue = form->nvalue };

	const struct sop_field *f;

	for (size_t n = 1; n < apply_pages(a); n++)
		for (size_t k = 0; (f = apply_field(a, n, k)) != NULL; k++)
			if (field_form_asked(f, form->value, form->nvalue))
				show_answer(a, page, f, fields_value(&checked,
				    f->name), file_answer(a, form, f));
}

static int
show(struct apply *a, int status, const struct field_form *form)
{
	size_t last = apply_pages(a), before = last - 1;
	struct page *page, *frame = apply_frame(a, status, "check.tpl",
	    &page);

	while (before > 1 && !apply_asked(a, before))
		before--;
	page_link(frame, "BACK", apply_address(a, before), "Kembali");
	page_text(page, "CAPTION", arena_printf(a->req->arena, "%s · %s",
	    a->sop->name, apply_caption(a, last)));
	page_set(page, "HEADING", apply_title(a, last));
	show_answers(a, page, form);
	for (size_t i = 0; i < a->row->nfield; i++)
		if (apply_holds(a, last, &a->row->field[i]) &&
		    field_form_asked(&a->row->field[i], form->value,
		    form->nvalue))
			fields_show_one(a->req, page, "FIELDS", a->row,
			    &a->row->field[i], &a->typed);
	for (size_t i = 0; i < form->nasked; i++)
		fields_show_one(a->req, page, "FIELDS", NULL,
		    fields_asked(a->req, &form->asked[i]), &a->typed);
	page_text(page, "STATEMENT", STATEMENT);
	page_set(page, "BUTTON", "Kirim permohonan");
	page_set(page, "ACTION", apply_address(a, last));
	page_text(page, "KEPT", arena_printf(a->req->arena, "Isian tersimpan "
	    "sampai %s.", words_time(a->req, a->d.expires_at)));
	return reply_page(a->rep, a->req, status, apply_title(a, last), frame);
}

/* The consents as ticked now, and the boxes under dates that are asked about
 * (fields_asked()), beside all that was kept. */
static void
take_consents(struct apply *a)
{
	struct act_value *all = arena_alloc(a->req->arena,
	    (a->typed.nvalue + 2 * a->row->nfield + 1) * sizeof(*all));
	size_t n = a->typed.nvalue;

	if (n > 0)
		memcpy(all, a->typed.value, n * sizeof(*all));
	for (size_t i = 0; i < a->row->nfield; i++) {
		const struct sop_field *f = &a->row->field[i];

		const char *name = f->type != FIELD_DATE ? f->name :
		    arena_printf(a->req->arena, "%s-pasti", f->name);

		if (f->type == FIELD_CONSENT || f->type == FIELD_DATE)
			all[n++] = (struct act_value){ name,
			    form_value(a->req, name) };
	}
	a->typed.value = all;
	a->typed.nvalue = n;
}

/* The page of the answers; a page with a required field left empty comes
 * first. */
int
apply_check_get(struct apply *a)
{
	struct field_form *form;
	enum case_err err = apply_check(a, &form);
	size_t n;

	if (err != CASE_OK)
		return reply_case_error(a->rep, a->req, err);
	if ((n = wrong_page(a, form)) != 0)
		return reply_redirect(a->rep, apply_address(a, n));
	if (a->req->stale)
		take_consents(a);
	return show(a, 200, form);
}

/* -- sent ------------------------------------------------------------------ */

/* The beginning of the request.  One that waited for days begins when it is
 * sent, and so does one of a month that has been closed since. */
static int64_t
begun(const struct apply *a)
{
	if (a->d.begun_at < a->req->now - BEGUN_MAX ||
	    office_month_is_closed(a->req->office, a->d.begun_at))
		return a->req->now;
	return a->d.begun_at;
}

/* The field of a row that takes the telephone number; NULL without one. */
static const struct sop_field *
phone_field(const struct sop_row *row)
{
	for (size_t i = 0; i < row->nfield; i++)
		if (row->field[i].type == FIELD_PHONE)
			return &row->field[i];
	return NULL;
}

/* Was a stranger's number named too often today?  0, or the status of the page
 * that says so; what was written is kept. */
static int
check_brake(struct apply *a, const struct field_form *form)
{
	const struct sop_field *f = phone_field(a->row);
	const struct fields_state checked = { .value = form->value,
	    .nvalue = form->nvalue };
	enum case_err err;

	if (f == NULL || a->person_id != 0 || a->d.case_id != 0)
		return 0;
	err = request_brake(a->req->office, fields_value(&checked, f->name),
	    a->req->conf->requests_per_day, a->req->now);
	if (err == CASE_OK)
		return 0;
	if (err != CASE_STATE)
		return reply_case_error(a->rep, a->req, err);
	fields_wrong(a->req, &a->typed, f->name, "", "%s",
	    office_why(a->req->office));
	return show(a, 429, form);
}

/* The draft is the key: however often it is sent, it becomes one case. */
static int
send(struct apply *a, const struct field_form *form)
{
	struct act act = { .now = a->req->now,
		.actor = { .person_id = a->person_id },
		.value = form->value, .nvalue = form->nvalue,
		.file = form->file, .nfile = form->nfile };
	struct act_start start = { .version_id = a->d.version_id,
		.begun_at = begun(a), .language = a->req->language };
	enum case_err err;

	act.idem = arena_printf(a->req->arena, "draf:%lld",
	    (long long)a->d.id);
	err = act_start(a->req->office, &act, &start);
	if (err == CASE_OK || err == CASE_REPEATED)
		err = draft_sent(a->req->office, a->d.id, act.case_id);
	if (err != CASE_OK)
		return reply_case_error(a->rep, a->req, err);
	return reply_redirect(a->rep, sent_address(a->req, "terkirim",
	    act.case_id));
}

int
apply_check_post(struct apply *a)
{
	struct field_form *form;
	enum case_err err;
	size_t n;
	int status;

	take_consents(a);
	if ((err = apply_check(a, &form)) != CASE_OK)
		return reply_case_error(a->rep, a->req, err);
	if ((n = wrong_page(a, form)) != 0)
		return reply_redirect(a->rep, apply_address(a, n));
	for (size_t i = 0; i < form->nerror; i++)
		fields_add_error(a->req, &a->typed, &form->error[i]);
	for (size_t i = 0; i < form->nasked; i++)
		if (!fields_sure(a->req, &form->asked[i]))
			fields_unsure(a->req, &a->typed, &form->asked[i]);
	if (a->typed.nerror > 0)
		return show(a, 422, form);
	status = check_brake(a, form);
	return status != 0 ? status : send(a, form);
}
