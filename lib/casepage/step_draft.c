/*
 * step_draft.c - "Simpan draf": what an official has typed and chosen at a
 * step, kept for him alone until the step is done.
 */
#include "casepage/step_draft.h"

#include "base/arena.h"
#include "case/draft.h"
#include "case/field_form.h"
#include "casepage/step.h"
#include "casepage/step_page.h"
#include "casepage/words.h"
#include "office/office.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/session.h"

int
step_draft_allowed(const struct step *s)
{
	return s->actor.person_id != 0 && s->prog->counter == NULL &&
	    s->req->session.institution_id == 0 && !s->t.external;
}

int
step_draft_save(struct step *s)
{
	struct draft_form form;
	struct field_input in;
	struct act a = step_act(s);
	enum case_err err;

	if (!step_draft_allowed(s))
		return reply_error(s->rep, s->req, 404, NULL);
	if (!s->t.open)
		return step_page(s, 409, &a);
	fields_input(s->req, s->row, &in);
	fields_keep(s->req, &in, &form);
	err = draft_save_task(s->req->office, &s->t, s->actor.person_id,
	    &form, s->req->now);
	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	/* A file that is refused is said at once; the rest is kept. */
	if (in.nrefused > 0)
		err = fields_refused(s->req, s->row, &in, &s->typed);
	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	if (in.nrefused > 0)
		return step_page(s, 422, NULL);
	session_notice(s->rep, s->req, arena_printf(s->req->arena, "Draf "
	    "tersimpan sampai %s. Hanya Anda yang melihatnya.",
	    words_time(s->req, s->req->now + DRAFT_LIFE)));
	return reply_redirect(s->rep, step_next(s, 1));
}

int
step_draft_typed(struct step *s)
{
	struct draft d;

	if (!step_draft_allowed(s) || draft_of_task(s->req->office, s->t.id,
	    s->actor.person_id, s->req->now, &d) != CASE_OK ||
	    fields_kept(s->req, d.id, &s->typed) != CASE_OK)
		return 0;
	s->saved_at = d.expires_at - DRAFT_LIFE;
	return 1;
}
