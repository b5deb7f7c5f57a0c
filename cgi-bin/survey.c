/*
 * survey.c - the opinion of applicants about the service, once their case has
 * ended.
 *
 * /survei is about the case of the tracking code in the cookie, /survei/ID
 * about one of an institution's account.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "case/access.h"
#include "casepage/form_page.h"
#include "casepage/visitor.h"
#include "page/page.h"
#include "voice/survey.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"
#include "web/session.h"

#define FIELDS (SURVEY_ELEMENTS + 1)
#define NOTE_MAX 1000

/* The nine questions, the answers of each from 1 to 4. */
static struct sop_field *
questions(const struct request *req)
{
	static const char *const scores[4] = { "1", "2", "3", "4" };
	struct sop_field *f = arena_alloc(req->arena, FIELDS * sizeof(*f));
	struct sop_choice *choice;

	memset(f, 0, FIELDS * sizeof(*f));
	for (int i = 0; i < SURVEY_ELEMENTS; i++) {
		choice = arena_alloc(req->arena, 4 * sizeof(*choice));
		for (int k = 0; k < 4; k++)
			choice[k] = (struct sop_choice){ scores[k],
			    survey_element[i].answer[k] };
		f[i].name = survey_element[i].key;
		f[i].label = survey_element[i].question;
		f[i].type = FIELD_CHOICE;
		f[i].required = 1;
		f[i].choice = choice;
		f[i].nchoice = 4;
	}
	f[SURVEY_ELEMENTS].name = "saran";
	f[SURVEY_ELEMENTS].label = "Saran";
	f[SURVEY_ELEMENTS].type = FIELD_PARAGRAPH;
	f[SURVEY_ELEMENTS].max = NOTE_MAX;
	return f;
}

/* Find the case, by the code or by the account: 0, or a status replied. */
static int
find(struct request *req, struct reply *rep, struct actor *actor,
    struct case_row *c)
{
	const char *id = request_segment(req, 1);
	int64_t n;
	enum case_err err;

	if (id != NULL && req->session.person_id == 0)
		return reply_login(rep, req);
	if (id != NULL) {
		if (number_parse(id, 1, INT64_MAX, &n) < 0)
			return reply_error(rep, req, 404, NULL);
		err = case_get(req->office, n, c);
		actor->person_id = req->session.person_id;
		/* Of others nobody learns whether it is there. */
		if (err == CASE_OK && !case_may_see(req->office, actor, c, 0))
			return reply_error(rep, req, 404, NULL);
	} else {
		if (!visitor_case(req, rep, c))
			return reply_redirect(rep, PATH_LACAK);
		err = CASE_OK;
		/* A person who is logged in is not taken for a stranger with a
		 * code. */
		actor->person_id = req->session.person_id;
		actor->case_id = c->id;
	}
	if (err == CASE_OK)
		err = survey_may(req->office, actor, c);
	return err == CASE_OK ? 0 : reply_case_error(rep, req, err);
}

static int
show(struct form_page *s, const struct case_row *c, int status)
{
	struct page *page = form_page_show(s), *form;

	page_text(page, "CAPTION", c->number);
	page_text(page, "INTRO", "Sembilan pertanyaan, sekali untuk setiap "
	    "permohonan. Jawaban Anda dihitung bersama jawaban lain; petugas "
	    "tidak melihat siapa yang menjawab.");
	form = form_page_add(s, "kirim", "Kirim jawaban", questions(s->req),
	    FIELDS);
	if (request_segment(s->req, 1) == NULL)
		visitor_carry(s->req, form, c);
	return form_page_reply(s, status);
}

static int
take(struct form_page *s, const struct actor *actor, const struct case_row *c)
{
	struct survey v = { .case_id = c->id };
	enum case_err err = form_page_read(s, questions(s->req), FIELDS);

	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	if (s->typed.nerror > 0)
		return show(s, c, 422);
	for (int i = 0; i < SURVEY_ELEMENTS; i++)
		v.score[i] = atoi(form_page_value(s, survey_element[i].key));
	v.note = form_page_value(s, "saran");
	err = survey_add(s->req->office, actor, &v, s->req->now);
	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	session_notice(s->rep, s->req, "Jawaban survei Anda disimpan. Terima "
	    "kasih.");
	return reply_redirect(s->rep, actor->person_id == 0 ? PATH_LACAK :
	    arena_printf(s->req->arena, "%s/%lld", PATH_BERKAS,
	    (long long)c->id));
}

static int
answer(struct request *req, struct reply *rep)
{
	struct actor actor = { 0 };
	struct case_row c;
	struct form_page s;
	int status = find(req, rep, &actor, &c);

	if (status != 0)
		return status;
	form_page_begin(&s, req, rep, req->path, "Survei kepuasan masyarakat");
	s.back = actor.person_id == 0 ? PATH_LACAK : PATH_BERKAS;
	s.back_text = "Kembali";
	return req->method == METHOD_POST ? take(&s, &actor, &c) :
	    show(&s, &c, 200);
}

int
main(int argc, char **argv)
{
	static const char *const templates[] = { "form.tpl", "field.tpl",
		"errors.tpl", "table.tpl", NULL };
	static const struct web_program program = { .name = "survey",
	    .get = answer, .post = answer, .templates = templates };

	return web_serve(&program, argc, argv);
}
