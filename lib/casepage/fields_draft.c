/*
 * fields_draft.c - what an official's form holds, kept as a draft and shown
 * again.
 */
#include <string.h>

#include "case/field_form.h"
#include "casepage/fields.h"

#include "base/arena.h"
#include "case/draft.h"
#include "office/office.h"
#include "web/request.h"

int
fields_is_hidden(const char *name)
{
	static const char *const names[] = { "csrf", "versi", "kunci",
		"aksi" };
	size_t n = strlen(name);

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return 1;
	return n > 5 && strcmp(name + n - 5, "-lama") == 0;
}

/* Of boxes that are ticked a form has several values of one name, a draft one:
 * the others are kept as "alasan[2]". */
static const char *
name_of(const struct request *req, const struct act_value *value, size_t n)
{
	size_t before = 0;

	for (size_t i = 0; i < n; i++)
		before += strcmp(value[i].name, value[n].name) == 0;
	return before == 0 ? value[n].name : arena_printf(req->arena,
	    "%s[%zu]", value[n].name, before + 1);
}

void
fields_keep(const struct request *req, const struct field_input *in,
    struct draft_form *form)
{
	memset(form, 0, sizeof(*form));
	form->value = arena_alloc(req->arena,
	    (in->nvalue + 1) * sizeof(*form->value));
	for (size_t i = 0; i < in->nvalue; i++)
		if (!fields_is_hidden(in->value[i].name))
			form->value[form->nvalue++] = (struct act_value){
			    name_of(req, in->value, i), in->value[i].value };
	form->file = (struct act_file *)(uintptr_t)in->file;
	form->nfile = in->nfile;
}

enum case_err
fields_refused(const struct request *req, const struct sop_row *row,
    const struct field_input *in, struct fields_state *t, struct field_error *error,
    size_t max)
{
	struct field_form *form;
	enum case_err err = field_form_check(req->office, row, in, &form);

	if (err != CASE_OK && err != CASE_INVALID)
		return err;
	arena_adopt(req->arena, form);
	t->value = in->value;
	t->nvalue = in->nvalue;
	t->file = form->file;
	t->nfile = form->nfile;
	for (size_t i = 0; i < form->nerror; i++)
		for (size_t k = 0; k < in->nrefused; k++)
			if (strcmp(in->refused[k].name,
			    form->error[i].field) == 0 && t->nerror < max)
				error[t->nerror++] = form->error[i];
	return CASE_OK;
}

enum case_err
fields_kept(const struct request *req, int64_t draft_id, struct fields_state *t)
{
	struct draft_form *form;
	struct act_value *value;
	enum case_err err = draft_read(req->office, draft_id, &form);

	if (err != CASE_OK)
		return err;
	arena_adopt(req->arena, form);
	value = arena_alloc(req->arena, (form->nvalue + 1) * sizeof(*value));
	for (size_t i = 0; i < form->nvalue; i++) {
		const char *name = form->value[i].name;

		value[i].name = arena_strndup(req->arena, name,
		    strcspn(name, "["));
		value[i].value = form->value[i].value;
	}
	t->value = value;
	t->nvalue = form->nvalue;
	t->file = form->file;
	t->nfile = form->nfile;
	return CASE_OK;
}
