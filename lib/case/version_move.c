/* version_move.c - an open case goes over to another version of its SOP. */
#include "case/version_move.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/act_record.h"
#include "case/task_close.h"
#include "case/task_open.h"
#include "case/transition.h"
#include "office/row.h"
#include "sop/sop_match.h"

enum stmt { STMT_CASES, STMT_SAME_SOP, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_CASES] =
		"SELECT c.id, v.id, v.version, c.number, c.subject"
		"  FROM cases c JOIN sop_versions v ON v.id = c.version_id"
		"  JOIN sop_versions n ON n.sop_id = v.sop_id"
		"  JOIN sops s ON s.id = v.sop_id"
		" WHERE s.slug = $1 AND n.id = $2 AND v.id <> n.id"
		"   AND c.state = 'open' AND c.evaluation = 0"
		" ORDER BY c.opened_at, c.id",
	[STMT_SAME_SOP] =
		"SELECT count(*) FROM sop_versions a"
		"  JOIN sop_versions b ON b.sop_id = a.sop_id"
		" WHERE a.id = $1 AND b.id = $2",
};

/* The rows of a case, and where each goes. */
struct plan {
	const struct sop	*old, *new;
	int			*to;	/* by position of the old version */
	const struct task_row	*task;
	size_t			 ntask;
	char			*why;
	size_t			 size;
};

/* Does the task count for the place of its row?  Not one taken back. */
static int
counts(const struct task_row *t)
{
	return strcmp(t->outcome, "void") != 0;
}

/* A row that was done must stand where it stood.  1; 0 with the reason. */
static int
stays(const struct plan *p, const struct task_row *t)
{
	const struct sop_row *row = sop_row_at(p->old, (int)t->pos);
	int to = p->to[t->pos];

	if (to == t->pos)
		return 1;
	snprintf(p->why, p->size, "langkah %s, yang sudah dikerjakan, %s",
	    row->no, to == 0 ? "tidak ada lagi" :
	    "tidak di tempat yang sama lagi");
	return 0;
}

/* Is there a row after the one that a refusal ends with, in its place? */
static int
ends_alike(const struct plan *p, const struct case_row *c)
{
	if (c->end_pos == 0 || p->to[c->end_pos] != 0)
		return 1;
	snprintf(p->why, p->size, "langkah penutupnya tidak ada lagi");
	return 0;
}

/* A case that parted, and its parts, have rows in each other. */
static int
is_whole(const struct plan *p, const struct case_row *c)
{
	int parts = c->parent_id != 0;

	for (int i = 1; i <= p->old->nrows && !parts; i++)
		parts = sop_row_at(p->old, i)->each != NULL;
	for (int i = 1; i <= p->new->nrows && !parts; i++)
		parts = sop_row_at(p->new, i)->each != NULL;
	if (parts)
		snprintf(p->why, p->size, "berkas yang terbagi tetap pada "
		    "versinya");
	return !parts;
}

/* May the case move?  1, or 0 with the reason. */
static int
judge(const struct plan *p, const struct case_row *c)
{
	p->why[0] = '\0';
	if (!is_whole(p, c) || !ends_alike(p, c))
		return 0;
	for (size_t i = 0; i < p->ntask; i++) {
		const struct task_row *t = &p->task[i];

		if (!counts(t))
			continue;
		if (t->open && !t->side && p->to[t->pos] == 0) {
			snprintf(p->why, p->size, "langkah %s, tempatnya "
			    "sekarang, tidak ada lagi", sop_row_at(p->old,
			    (int)t->pos)->no);
			return 0;
		}
		if ((!t->open || t->side) && !stays(p, t))
			return 0;
	}
	return 1;
}

/* Make the plan of a case: its tasks and its map are given, free() them.  0, or
 * -1. */
static int
plan_make(struct office *o, const struct case_row *c, int64_t to,
    struct plan *p)
{
	struct task_row *tasks = NULL;

	p->old = office_sop(o, c->version_id);
	p->new = office_sop(o, to);
	p->to = p->old != NULL ? calloc((size_t)p->old->nrows + 1,
	    sizeof(*p->to)) : NULL;
	p->task = NULL;
	if (p->to == NULL || p->new == NULL || case_tasks(o, c->id, &tasks,
	    &p->ntask) != CASE_OK) {
		free(p->to);
		return -1;
	}
	p->task = tasks;
	sop_match(p->old, p->new, p->to);
	return 0;
}

static void
plan_free(struct plan *p)
{
	free((struct task_row *)p->task);
	free(p->to);
}

/* -- looked at beforehand -------------------------------------------------- */

#define MEMBER(m) ROW_MEMBER(struct version_move, m)
static const struct row_kind moves = ROW_KIND(struct version_move, "",
    MEMBER(case_id), MEMBER(version_id), MEMBER(version), MEMBER(number),
    MEMBER(subject));

static enum case_err
look(struct office *o, struct version_move *m, int64_t to)
{
	struct plan p = { .why = m->why, .size = sizeof(m->why) };
	struct case_row c;
	enum case_err err = case_get(o, m->case_id, &c);

	if (err != CASE_OK)
		return err;
	if (plan_make(o, &c, to, &p) != 0)
		return CASE_DB;
	judge(&p, &c);
	for (size_t i = 0; i < p.ntask; i++)
		if (p.task[i].open && !p.task[i].side) {
			m->from = (int)p.task[i].pos;
			m->to = p.to[m->from];
		}
	plan_free(&p);
	return CASE_OK;
}

enum case_err
version_move_list(struct office *o, const char *slug, int64_t to,
    struct version_move **list, size_t *count)
{
	enum case_err err;

	if (office_sop(o, to) == NULL)
		return office_fail(o, CASE_NOT_FOUND, "",
		    "Versi SOP tidak ditemukan.");
	err = row_all(o, db_query(office_db(o), sql[STMT_CASES], "ti", slug,
	    to), &moves, list, count);
	for (size_t i = 0; err == CASE_OK && i < *count; i++)
		err = look(o, &(*list)[i], to);
	if (err != CASE_OK)
		free(*list);
	return err;
}

/* -- the act --------------------------------------------------------------- */

/* Is it done by the same as before, so that it goes on? */
static int
goes_on(const struct sop_row *old, const struct sop_row *new)
{
	const char *a = old->designate != NULL ? old->designate : "";
	const char *b = new->designate != NULL ? new->designate : "";

	return strcmp(old->performer, new->performer) == 0 &&
	    strcmp(a, b) == 0;
}

/* The open task of a row becomes one of the new version's. */
static int
carry_over(struct act_work *w, const struct plan *p, struct task_row *t,
    int *opened)
{
	int to = p->to[t->pos];

	if (t->side || goes_on(sop_row_at(p->old, (int)t->pos),
	    sop_row_at(p->new, to))) {
		task_open_follow(w, t, to);
		return CASE_OK;
	}
	task_close(w, t, OUTCOME_SUPERSEDED, w->at);
	if (*opened == to)
		return CASE_OK;
	*opened = to;
	return task_open(w, to);
}

static int
move_all(struct act_work *w, const struct plan *p)
{
	size_t n = w->ntask;
	int err = CASE_OK, opened = 0;

	if (w->c.end_pos != 0)
		w->c.end_pos = p->to[w->c.end_pos];
	for (size_t i = 0; i < n && err == CASE_OK; i++)
		if (w->task[i].now.open)
			err = carry_over(w, p, &w->task[i].now, &opened);
	return err;
}

static int
check(struct act_work *w, int64_t to)
{
	if (!act_is_admin(w, w->a->actor.person_id))
		return office_fail(w->o, CASE_DENIED, "", "Hanya administrator "
		    "yang dapat memindahkan berkas ke versi lain.");
	if (w->a->note == NULL || *w->a->note == '\0')
		return office_fail(w->o, CASE_INVALID, "note",
		    "Tulis alasannya.");
	if (w->c.ended_at != 0 || w->c.evaluation || w->c.version_id == to ||
	    row_int(db_query(w->db, sql[STMT_SAME_SOP], "ii",
	    w->c.version_id, to)) == 0)
		return office_fail(w->o, CASE_STATE, "",
		    "%s sudah selesai, atau sudah memakai versi itu.",
		    w->c.number);
	return CASE_OK;
}

/* An act that moves a case.  The act comes first: the frame's pointer to it is
 * one to this. */
struct moving {
	struct act	act;
	int64_t		to;
};

static int
move(struct act_work *w)
{
	int64_t to = ((const struct moving *)w->a)->to;
	char why[192];
	struct plan p = { .why = why, .size = sizeof(why) };
	int err = check(w, to);

	if (err != CASE_OK)
		return err;
	if (plan_make(w->o, &w->c, to, &p) != 0)
		return CASE_DB;
	if (!judge(&p, &w->c)) {
		err = office_fail(w->o, CASE_STATE, "", "%s tidak dapat "
		    "dipindahkan: %s.", w->c.number, why);
	} else {
		w->c.version_id = to;
		w->sop = p.new;
		err = move_all(w, &p);
	}
	plan_free(&p);
	if (err == CASE_OK)
		err = act_record(w, w->act->kind, 0, w->actor_kind);
	return err == CASE_OK ? transition_system(w) : err;
}

enum case_err
version_move(struct office *o, struct act *a, int64_t to)
{
	static const struct act_kind act = { "version", move, 0 };

	struct moving m = { *a, to };
	enum case_err err;

	m.act.task_id = 0;
	err = act_run(o, &m.act, &act, NULL);
	*a = m.act;
	return err;
}
