/*
 * start_draft.c - "Simpan draf" of the form that begins a case.
 */
#include <stdlib.h>
#include <string.h>

#include "case/field_form.h"
#include "casepage/start.h"

#include "base/arena.h"
#include "casepage/words.h"
#include "office/office.h"
#include "page/page.h"
#include "web/reply.h"
#include "web/request.h"

static void
set_address(struct start *s, const char *token)
{
	s->address = arena_printf(s->req->arena, "%s/%s", s->address, token);
}

int
start_draft_find(struct start *s, const char *token)
{
	enum case_err err = draft_find(s->req->office, token,
	    s->req->session.person_id, s->req->now, &s->draft);

	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	/* It goes on with the SOP that it was begun with. */
	s->version_id = s->draft.version_id;
	s->sop = office_sop(s->req->office, s->version_id);
	if (s->sop == NULL)
		return reply_case_error(s->rep, s->req, CASE_DB);
	s->row = sop_row_at(s->sop, 1);
	set_address(s, token);
	return 0;
}

enum case_err
start_draft_typed(struct start *s)
{
	enum case_err err = fields_kept(s->req, s->draft.id, &s->typed);

	s->typed.error = s->error;
	s->typed.nerror = 0;
	/* Left lying for long, its work begins when it is gone on with. */
	s->begun = s->draft.begun_at < s->req->now - START_BEGUN_MAX ?
	    s->req->now : s->draft.begun_at;
	return err;
}

enum case_err
start_draft_same(struct start *s)
{
	int64_t person = s->req->session.person_id;
	struct draft *list;
	size_t n;
	enum case_err err = draft_list(s->req->office, person, s->req->now,
	    &list, &n);

	if (err != CASE_OK)
		return err;
	for (size_t i = 0; i < n; i++)
		if (list[i].version_id == s->version_id &&
		    list[i].begun_at == s->begun)
			s->draft = list[i];
	free(list);
	return CASE_OK;
}

enum case_err
start_draft_save(struct start *s)
{
	char token[DRAFT_TOKEN_SIZE];
	struct draft_form form;
	struct field_input in;
	enum case_err err = CASE_OK;

	if (s->draft.id == 0) {
		err = start_draft_same(s);
		if (err == CASE_OK && s->draft.id == 0)
			err = draft_new(s->req->office, s->version_id,
			    s->req->session.person_id, s->begun, &s->draft);
		if (err != CASE_OK)
			return err;
		draft_token(s->req->office, s->draft.id, token);
		set_address(s, token);
	}
	fields_input(s->req, s->row, &in);
	fields_keep(s->req, &in, &form);
	err = draft_save(s->req->office, &s->draft, &form, s->req->now);
	if (err != CASE_OK)
		return err;
	s->draft.expires_at = s->req->now + DRAFT_LIFE;
	return in.nrefused == 0 ? CASE_OK : fields_refused(s->req, s->row,
	    &in, &s->typed, s->error, START_ERRORS_MAX);
}

void
start_draft_show(struct start *s, struct page *page)
{
	page_show(page, "SAVE");
	if (s->draft.id == 0)
		return;
	page_text(page, "KEPT", arena_printf(s->req->arena, "Isian ini draf "
	    "Anda, tersimpan sampai %s. Hanya Anda yang melihatnya, dan belum "
	    "ada perkara yang dimulai.",
	    words_time(s->req, s->draft.expires_at)));
}
