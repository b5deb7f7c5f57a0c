/*
 * calendar_moves.c - the open tasks that another calendar would move: the
 * reckoning of act_calendar(), without the act.
 */
#include "case/calendar_moves.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "case/act_frame.h"
#include "case/calendar_moves.h"
#include "case/column.h"
#include "case/deadline.h"
#include "office/office_calendar.h"
#include "people/performer.h"

enum stmt { STMT_OPEN, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_OPEN] =
		"SELECT " TASK_COLUMNS ", c.number, c.subject FROM tasks t"
		"  JOIN cases c ON c.id = t.case_id"
		/* Not by the order of all tasks, closed ones too. */
		" WHERE t.open = 1 ORDER BY +t.id",
};

/* The moves found so far. */
struct moves {
	struct calendar_move	*list;
	size_t			 n;
};

/* Does the task move?  Then `m` says from when to when. */
static int
moves(struct act_work *w, const struct task_row *now, struct calendar_move *m)
{
	struct task_row t = *now;

	deadline_follow(w, &t);
	m->was = now->due_at;
	m->will = t.due_at;
	return t.due_at != now->due_at || t.min_at != now->min_at;
}

/* The case, the row and the performer of a move. */
static void
describe(struct office *o, struct db_stmt *st, const struct task_row *t,
    struct calendar_move *m)
{
	const struct sop *sop = office_sop(o, t->version_id);
	const struct sop_row *row = sop != NULL ?
	    sop_row_at(sop, (int)t->pos) : NULL;

	m->case_id = t->case_id;
	m->task_id = t->id;
	utf8_copy(m->no, sizeof(m->no), row != NULL ? row->no : "");
	db_copy(st, TASK_NCOLUMNS, m->number, sizeof(m->number));
	db_copy(st, TASK_NCOLUMNS + 1, m->subject, sizeof(m->subject));
	utf8_copy(m->performer, sizeof(m->performer), t->performer);
}

static int
add(struct moves *all, const struct calendar_move *m)
{
	struct calendar_move *more = all->list;

	if ((all->n & (all->n - 1)) == 0)
		more = realloc(more, (all->n == 0 ? 1 : 2 * all->n) *
		    sizeof(*more));
	if (more == NULL)
		return -1;
	all->list = more;
	all->list[all->n++] = *m;
	return 0;
}

/* Reckon every open task again by w->as_if; those that follow it already
 * stay where they are. */
static int
find(struct act_work *w, struct moves *all)
{
	struct db_stmt *st = db_query(w->db, sql[STMT_OPEN], "");
	struct calendar_move m;
	struct task_row t;
	int failed = 0;

	while (!failed && db_step(st)) {
		columns_read(task_columns, st, 0, &t);
		w->sop = office_sop(w->o, t.version_id);
		if (w->sop == NULL || t.calendar_id == w->as_if ||
		    !moves(w, &t, &m))
			continue;
		describe(w->o, st, &t, &m);
		failed = add(all, &m) == -1;
	}
	return db_done(st) != 0 || failed || w->broken != NULL ? -1 : 0;
}

/* By the earlier of both limits; what has none then comes last. */
static int
by_limit(const void *a, const void *b)
{
	const struct calendar_move *x = a, *y = b;
	int64_t l = x->was != 0 && (x->will == 0 || x->was < x->will) ?
	    x->was : x->will;
	int64_t r = y->was != 0 && (y->will == 0 || y->was < y->will) ?
	    y->was : y->will;

	if (l != r)
		return l < r ? -1 : 1;
	return x->task_id < y->task_id ? -1 : x->task_id > y->task_id;
}

/* Keep the part of the list that is asked for, with printed names. */
static void
cut(struct office *o, struct moves *all, size_t skip, size_t limit)
{
	char expr[sizeof(all->list->performer)];
	size_t i;

	if (all->n > 0)
		qsort(all->list, all->n, sizeof(*all->list), by_limit);
	skip = skip < all->n ? skip : all->n;
	all->n = all->n - skip < limit ? all->n - skip : limit;
	if (skip > 0 && all->n > 0)
		memmove(all->list, all->list + skip,
		    all->n * sizeof(*all->list));
	for (i = 0; i < all->n; i++) {
		memcpy(expr, all->list[i].performer, sizeof(expr));
		performer_name(o, expr, all->list[i].performer,
		    sizeof(all->list[i].performer));
	}
}

enum case_err
calendar_moves(struct office *o, const char *yaml, int64_t now, size_t skip,
    size_t limit, struct calendar_move **rows, size_t *count, size_t *total)
{
	struct act_work *w = calloc(1, sizeof(*w));
	struct moves all = { 0 };
	int failed;

	if (w == NULL)
		return office_fail(o, CASE_DB, "", "out of memory");
	office_fresh(o);
	w->o = o;
	w->db = office_db(o);
	w->cal = office_calendar(o);
	w->at = now;
	w->as_if = yaml != NULL ? CALENDAR_AS_IF : office_calendar_id(o);
	failed = (yaml != NULL && office_calendar_try(o, yaml) == -1) ||
	    find(w, &all) == -1;
	office_calendar_forget(o);
	free(w);
	if (failed) {
		free(all.list);
		return office_fail(o, CASE_DB, "",
		    "open tasks cannot be reckoned by another calendar");
	}
	*total = all.n;
	cut(o, &all, skip, limit);
	*rows = all.list;
	*count = all.n;
	return CASE_OK;
}
