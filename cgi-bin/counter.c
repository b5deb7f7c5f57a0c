/*
 * counter.c - today's queue at one desk: one keypress per physical act.
 *
 * /loket shows the queue with its first task open, /loket/ID another one.
 * Only going on is done here; what is sent back or refused has the step's own
 * page.  Rows of the same desk that follow one another stand in one form.
 */
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/counter.h"

#include "case/desk.h"
#include "case/office.h"
#include "page/page.h"
#include "web/arena.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"
#include "web/session.h"
#include "web/step_form.h"
#include "web/words.h"

/* -- stations ---------------------------------------------------------- */

const char *const *
counter_stations(const struct request *req, size_t *n)
{
	struct desk_station *list = NULL;
	const char **names;
	enum case_err err;

	*n = 0;
	err = desk_stations(req->office, req->session.person_id, req->now,
	    &list, n);
	/* An administrator writes down what was done at any of them. */
	if (err == CASE_OK && *n == 0 && req->session.admin)
		err = desk_stations(req->office, 0, req->now, &list, n);
	if (err != CASE_OK)
		return NULL;
	arena_adopt(req->arena, list);
	names = arena_alloc(req->arena, (*n + 1) * sizeof(*names));
	for (size_t i = 0; i < *n; i++)
		names[i] = list[i].performer;
	return names;
}

const char *
counter_station(const struct request *req)
{
	char before[96];
	size_t n;
	const char *const *list = counter_stations(req, &n);
	const char *asked = query_get(req, "peran");

	if (asked == NULL && session_cookie(req, STATION_COOKIE, before,
	    sizeof(before)) > 0)
		asked = before;
	for (size_t i = 0; i < n && asked != NULL; i++)
		if (strcmp(list[i], asked) == 0)
			return list[i];
	return n > 0 ? list[0] : NULL;
}

static int
no_station(struct request *req, struct reply *rep)
{
	return reply_error(rep, req, 403, "Peran Anda tidak melayani di loket. "
	    "Tugas Anda ada di kotak masuk.");
}

/* -- the queue number -------------------------------------------------- */

int
counter_begins(const struct sop *sop, const char *station)
{
	const struct sop_row *row = sop_row_at(sop, 1);

	return row->kind == STEP_RECORD &&
	    strcmp(row->performer, station) == 0;
}

/* Go on with the applicant who has just got the number: row 2 is taken. */
static int
serve_now(struct request *req, struct reply *rep, const struct act *begun)
{
	struct act a = { .now = req->now, .task_id = begun->next_task,
	    .actor = { .person_id = req->session.person_id } };
	struct task_row t;

	if (a.task_id == 0 || task_get(req->office, a.task_id, &t) != CASE_OK)
		return reply_redirect(rep, PATH_LOKET);
	a.version = t.version;
	if (act_claim(req->office, &a) != CASE_OK)
		return reply_redirect(rep, PATH_LOKET);
	return reply_redirect(rep, arena_printf(req->arena, "%s/%lld",
	    PATH_LOKET, (long long)a.task_id));
}

/* The page again, with what is wrong in the form of the number. */
static int
number_refused(struct request *req, struct reply *rep, const char *station,
    const struct field_input *in, const struct field_form *form)
{
	struct typed typed = { .value = in->value, .nvalue = in->nvalue,
	    .error = form->error, .nerror = form->nerror };

	return counter_page(req, rep, 422, station, NULL, NULL, &typed);
}

static int
begin_case(struct request *req, struct reply *rep, const char *station,
    const char *aksi)
{
	struct act a = { .now = req->now, .idem = form_key_once(req),
	    .actor = { .person_id = req->session.person_id } };
	struct act_start st = { .version_id = office_sop_version(req->office,
	    form_value(req, "sop"), req->now) };
	const struct sop *sop = office_sop(req->office, st.version_id);
	struct field_input in;
	struct field_form *form;
	enum case_err err;

	if (sop == NULL || !counter_begins(sop, station) || a.idem == NULL)
		return reply_error(rep, req, 400, NULL);
	fields_input(req, sop_row_at(sop, 1), &in);
	err = field_check(req->office, sop_row_at(sop, 1), &in, &form);
	if (err != CASE_OK && err != CASE_INVALID)
		return reply_case_error(rep, req, err);
	arena_adopt(req->arena, form);
	if (err == CASE_INVALID)
		return number_refused(req, rep, station, &in, form);
	a.value = form->value;
	a.nvalue = form->nvalue;
	a.file = form->file;
	a.nfile = form->nfile;
	err = act_start(req->office, &a, &st);
	if (err == CASE_REPEATED)
		return reply_redirect(rep, PATH_LOKET);
	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	reply_notice(rep, req, arena_printf(req->arena, "Antrean %s: perkara "
	    "%s dimulai.", form_value(req, QUEUE_FIELD), a.number));
	if (strcmp(aksi, "layani") == 0)
		return serve_now(req, rep, &a);
	return reply_redirect(rep, PATH_LOKET);
}

/* -- the tasks --------------------------------------------------------- */

static int
share_a_field(const struct sop_row *a, const struct sop_row *b)
{
	for (size_t i = 0; i < a->nfield; i++)
		for (size_t k = 0; k < b->nfield; k++)
			if (strcmp(a->field[i].name, b->field[k].name) == 0)
				return 1;
	return 0;
}

const struct sop_row *
counter_second(const struct step *s)
{
	const struct sop_row *row;
	int next = s->c.end_pos == s->t.pos || s->t.side ? 0 :
	    sop_next(s->sop, (int)s->t.pos);

	if (next == 0 || s->clerk || s->t.awaited)
		return NULL;
	row = sop_row_at(s->sop, next);
	return row->present || !desk_kind(step_kind_slug(row->kind)) ||
	    strcmp(row->performer, s->row->performer) != 0 ||
	    share_a_field(s->row, row) ? NULL : row;
}

/* What the second row's form has wrong, before the first is done. */
static enum case_err
check_second(struct step *s, const struct sop_row *row)
{
	struct field_input in;
	struct field_form *form;
	enum case_err err;

	fields_input(s->req, row, &in);
	err = field_check(s->req->office, row, &in, &form);
	if (err != CASE_OK && err != CASE_INVALID)
		return err;
	arena_adopt(s->req->arena, form);
	s->typed.value = in.value;
	s->typed.nvalue = in.nvalue;
	for (size_t i = 0; i < form->nerror; i++)
		step_error(s, form->error[i].field, "%s", form->error[i].text);
	return CASE_OK;
}

/* The open task of the case at a row; 0: none. */
static int64_t
task_at(const struct step *s, int pos)
{
	struct task_row *list = NULL;
	size_t n = 0;

	if (case_tasks(s->req->office, s->c.id, &list, &n) != CASE_OK)
		return 0;
	arena_adopt(s->req->arena, list);
	for (size_t i = 0; i < n; i++)
		if (list[i].open && !list[i].side && list[i].pos == pos)
			return list[i].id;
	return 0;
}

static int
finish_both(struct step *s)
{
	const struct sop_row *row = counter_second(s);
	struct step second;
	int64_t task;
	int status;
	enum case_err err;

	if (row == NULL)
		return reply_error(s->rep, s->req, 400, NULL);
	if ((err = check_second(s, row)) != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	if (s->typed.nerror > 0)
		return step_page(s, 422, NULL);
	status = step_finish(s, "kirim");
	if (status != 303 || (task = task_at(s, row->pos)) == 0)
		return status;
	status = step_open(&second, s->prog, s->req, s->rep, task);
	if (status != 0)
		return status;
	second.key = s->key;
	second.follows = 1;
	return step_finish(&second, "kirim");
}

static int
post_task(struct step *s, const char *aksi)
{
	if (!desk_kind(step_kind_slug(s->row->kind)))
		return reply_error(s->rep, s->req, 404, NULL);
	if (strcmp(aksi, "selesai") == 0)
		return step_finish(s, "kirim");
	if (strcmp(aksi, "selesai-dua") == 0)
		return finish_both(s);
	return step_side(s, aksi);
}

static int
page_of_task(struct step *s, int status, const struct act *conflict)
{
	return counter_page(s->req, s->rep, status, s->t.performer, s,
	    conflict, NULL);
}

const struct step_program counter = {
	.name		= "counter",
	.forward	= "Selesai, teruskan",
	.done		= "dicatat dan diteruskan",
	.no_claim	= 1,
	.counter	= PATH_LOKET,
	.page		= page_of_task,
	.post		= post_task,
};

/* -- the program ------------------------------------------------------- */

/* The first that can be done now stands open. */
static int
show_first(struct request *req, struct reply *rep, const char *station)
{
	struct desk_row *row = NULL;
	struct step s;
	size_t n = 0;
	enum case_err err;

	err = desk_queue(req->office, station, &row, &n);
	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	arena_adopt(req->arena, row);
	for (size_t i = 0; i < n; i++) {
		const struct task_row *t = &row[i].task;

		if (t->awaited || strcmp(t->phase, "outside") == 0 ||
		    (t->claimed_by != 0 &&
		    t->claimed_by != req->session.person_id))
			continue;
		if (step_open(&s, &counter, req, rep, t->id) == 0)
			return step_show(&s);
	}
	return counter_page(req, rep, 200, station, NULL, NULL, NULL);
}

static int
get(struct request *req, struct reply *rep)
{
	const char *sub = path_segment(req, 1);
	const char *station = counter_station(req);

	if (sub != NULL && strcmp(sub, "pin") == 0)
		return counter_pin_get(req, rep);
	if (station == NULL)
		return no_station(req, rep);
	if (sub != NULL)
		return step_get(&counter, req, rep);
	if (query_get(req, "peran") != NULL)
		reply_cookie(rep, req, STATION_COOKIE, station);
	return show_first(req, rep, station);
}

static int
post(struct request *req, struct reply *rep)
{
	const char *sub = path_segment(req, 1);
	const char *aksi = form_value(req, "aksi");
	const char *station = counter_station(req);

	if (sub != NULL && strcmp(sub, "pin") == 0)
		return counter_pin_post(req, rep);
	if (station == NULL)
		return no_station(req, rep);
	if (sub != NULL)
		return step_post(&counter, req, rep);
	if (strcmp(aksi, "ganti") == 0)
		return counter_change(req, rep, station);
	if (strcmp(aksi, "nomor") == 0 || strcmp(aksi, "layani") == 0)
		return begin_case(req, rep, station, aksi);
	return reply_error(rep, req, 400, NULL);
}

int
main(void)
{
	static const char *const templates[] = { "counter.tpl", "field.tpl",
		"errors.tpl", "sla.tpl", "form.tpl", NULL };
	static const struct web_program program = { .name = "counter",
	    .get = get, .post = post, .templates = templates, .uploads = 1 };

	return web_serve(&program);
}
