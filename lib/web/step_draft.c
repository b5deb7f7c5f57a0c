/*
 * step_draft.c - "Simpan draf": what an official has typed and chosen at a
 * step, kept for him alone until the step is done.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "web/step.h"

#include "case/draft.h"
#include "case/office.h"
#include "page/page.h"
#include "web/arena.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/step_form.h"
#include "web/words.h"

int
step_may_save(const struct step *s)
{
	return s->actor.person_id != 0 && s->prog->counter == NULL &&
	    s->req->session.institution_id == 0 && !s->t.external;
}

/* Of boxes that are ticked a form has several values of one name, a draft one:
 * the others are kept as "alasan[2]". */
static const char *
name_of(struct step *s, const struct act_value *value, size_t n)
{
	size_t before = 0;

	for (size_t i = 0; i < n; i++)
		before += strcmp(value[i].name, value[n].name) == 0;
	return before == 0 ? value[n].name : arena_printf(s->req->arena,
	    "%s[%zu]", value[n].name, before + 1);
}

/* What is kept of a form: all that was typed or chosen, right or wrong. */
static void
take(struct step *s, const struct field_input *in, struct draft_form *form)
{
	form->value = arena_alloc(s->req->arena,
	    (in->nvalue + 1) * sizeof(*form->value));
	for (size_t i = 0; i < in->nvalue; i++)
		if (!step_is_hidden(in->value[i].name))
			form->value[form->nvalue++] = (struct act_value){
			    name_of(s, in->value, i), in->value[i].value };
	form->file = (struct act_file *)(uintptr_t)in->file;
	form->nfile = in->nfile;
}

/* A file that is refused is said at once; the rest is kept. */
static int
show_refused(struct step *s, const struct field_input *in)
{
	struct field_form *form;
	enum case_err err = field_check(s->req->office, s->row, in, &form);

	if (err != CASE_OK && err != CASE_INVALID)
		return reply_case_error(s->rep, s->req, err);
	arena_adopt(s->req->arena, form);
	s->typed.value = in->value;
	s->typed.nvalue = in->nvalue;
	s->typed.file = form->file;
	s->typed.nfile = form->nfile;
	for (size_t i = 0; i < form->nerror; i++)
		for (size_t k = 0; k < in->nrefused; k++)
			if (strcmp(in->refused[k].name,
			    form->error[i].field) == 0 &&
			    s->typed.nerror < STEP_ERRORS_MAX)
				s->error[s->typed.nerror++] = form->error[i];
	return step_page(s, 422, NULL);
}

int
step_save(struct step *s)
{
	struct draft_form form = { 0 };
	struct field_input in;
	struct act a = step_act(s);
	enum case_err err;

	if (!step_may_save(s))
		return reply_error(s->rep, s->req, 404, NULL);
	if (!s->t.open)
		return step_page(s, 409, &a);
	fields_input(s->req, s->row, &in);
	take(s, &in, &form);
	err = draft_save_task(s->req->office, &s->t, s->actor.person_id,
	    &form, s->req->now);
	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	if (in.nrefused > 0)
		return show_refused(s, &in);
	reply_notice(s->rep, s->req, arena_printf(s->req->arena, "Draf "
	    "tersimpan sampai %s. Hanya Anda yang melihatnya.",
	    moment_words(s->req, s->req->now + DRAFT_LIFE)));
	return reply_redirect(s->rep, step_next(s, 1));
}

int
step_draft_typed(struct step *s)
{
	struct draft_form *form;
	struct act_value *value;
	struct draft d;

	if (!step_may_save(s) || draft_of_task(s->req->office, s->t.id,
	    s->actor.person_id, s->req->now, &d) != CASE_OK ||
	    draft_read(s->req->office, d.id, &form) != CASE_OK)
		return 0;
	arena_adopt(s->req->arena, form);
	value = arena_alloc(s->req->arena,
	    (form->nvalue + 1) * sizeof(*value));
	for (size_t i = 0; i < form->nvalue; i++) {
		const char *name = form->value[i].name;

		value[i].name = arena_strndup(s->req->arena, name,
		    strcspn(name, "["));
		value[i].value = form->value[i].value;
	}
	s->typed.value = value;
	s->typed.nvalue = form->nvalue;
	s->typed.file = form->file;
	s->typed.nfile = form->nfile;
	s->saved_at = d.expires_at - DRAFT_LIFE;
	return 1;
}
