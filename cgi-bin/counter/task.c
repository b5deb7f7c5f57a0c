/*
 * task.c - an act of a station on a task: one press, for one row or for all
 * rows that follow one another at the same station.
 */
#include <stdlib.h>
#include <string.h>

#include "case/field_form.h"
#include "cgi-bin/counter/counter.h"

#include "base/arena.h"
#include "casepage/step_acts.h"
#include "casepage/step_finish.h"
#include "casepage/step_form.h"
#include "casepage/step_page.h"
#include "office/office.h"
#include "people/counter_desk.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

/* -- rows of one form --------------------------------------------------- */

int
counter_shares(const struct sop_row *a, const struct sop_row *b)
{
	for (size_t i = 0; i < a->nfield; i++)
		for (size_t k = 0; k < b->nfield; k++)
			if (strcmp(a->field[i].name, b->field[k].name) == 0)
				return 1;
	return 0;
}

/* May the next row join those before it? */
static int
joins(const struct sop_row *const row[], size_t n, const struct sop_row *next)
{
	if (next->present || !counter_desk_kind(step_kind_slug(next->kind)) ||
	    strcmp(next->performer, row[0]->performer) != 0)
		return 0;
	for (size_t i = 0; i < n; i++)
		if (counter_shares(row[i], next))
			return 0;
	return 1;
}

size_t
counter_chain(const struct step *s, const struct sop_row *row[CHAIN_MAX])
{
	size_t n = 1;
	int next;

	row[0] = s->row;
	if (s->clerk || s->t.awaited || s->t.side)
		return n;
	while (n < CHAIN_MAX && row[n - 1]->pos != s->c.end_pos &&
	    row[n - 1]->branch == NULL &&
	    (next = sop_next(s->sop, row[n - 1]->pos)) != 0 &&
	    joins(row, n, sop_row_at(s->sop, next)))
		row[n++] = sop_row_at(s->sop, next);
	return n;
}

/* -- one press for all of them ------------------------------------------ */

/* Check the form of a further row before the first is done. */
static enum case_err
check_further(struct step *s, const struct sop_row *row)
{
	struct field_input in;
	struct field_form *form;
	enum case_err err;

	fields_input(s->req, row, &in);
	err = field_form_check(s->req->office, row, &in, &form);
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

/* The beginning and the end of the work, as far as the form has them. */
static void
share_time(struct step *s, const struct sop_row *const row[], size_t n,
    int64_t done[])
{
	int64_t begun = instant_read(s->req, &step_form_begun, &s->typed);
	int64_t end = instant_read(s->req, &step_form_done, &s->typed);

	s->begun_at = begun;
	counter_queue_share(s->req->office, s->actor.person_id, &s->t, begun,
	    end != 0 ? end : s->req->now, s->req->now, row, n, done);
	/* A time of now is not noted. */
	if (end == 0)
		done[n - 1] = 0;
}

static int
finish_all(struct step *s)
{
	const struct sop_row *row[CHAIN_MAX];
	int64_t done[CHAIN_MAX], task;
	size_t n = counter_chain(s, row);
	struct step next;
	int status;
	enum case_err err;

	if (n < 2)
		return reply_error(s->rep, s->req, 400, NULL);
	for (size_t i = 1; i < n; i++)
		if ((err = check_further(s, row[i])) != CASE_OK)
			return reply_case_error(s->rep, s->req, err);
	share_time(s, row, n, done);
	if (s->typed.nerror > 0)
		return step_page(s, 422, NULL);
	s->joint = (int)n;
	s->done_at = done[0];
	status = step_finish(s, "kirim");
	for (size_t i = 1; i < n && status == 303 &&
	    (task = task_at(s, row[i]->pos)) != 0; i++) {
		status = step_open(&next, s->prog, s->req, s->rep, task);
		if (status != 0)
			return status;
		next.key = s->key;
		next.follows = (int)i;
		next.joint = (int)n;
		next.begun_at = done[i - 1];
		next.done_at = done[i];
		status = step_finish(&next, "kirim");
	}
	return status;
}

/* -- the program of a task ---------------------------------------------- */

static int
post_task(struct step *s, const char *aksi)
{
	if (!counter_is_here(s))
		return reply_error(s->rep, s->req, 404, NULL);
	if (strcmp(aksi, "selesai") == 0)
		return step_finish(s, "kirim");
	if (strcmp(aksi, "selesai-semua") == 0)
		return finish_all(s);
	return step_acts(s, aksi);
}

static int
page_of_task(struct step *s, int status, const struct act *conflict)
{
	struct counter_desk *at = arena_alloc(s->req->arena, sizeof(*at));

	if (!counter_is_here(s))
		return reply_error(s->rep, s->req, 404, NULL);
	memcpy(at->performer, s->t.performer, sizeof(at->performer));
	at->clerk = s->clerk;
	return counter_page(s->req, s->rep, status, at, s, conflict, NULL);
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
