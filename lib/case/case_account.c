/*
 * case_account.c - where the time of a task and of a case went.
 */
#include <stdlib.h>
#include <string.h>

#include "case/act_frame.h"
#include "clock/account.h"
#include "office/row.h"

enum stmt {
	STMT_SPANS,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_SPANS] =
		"SELECT phase, from_at FROM spans WHERE task_id = $1"
		" ORDER BY from_at, n",
};

static void
read_span(struct db_stmt *st, void *row)
{
	struct span *s = row;
	int phase = account_phase_from(db_text(st, 0));

	s->phase = phase == -1 ? PHASE_QUEUE : (enum phase)phase;
	s->from = db_int(st, 1);
}

static const struct row_kind spans = {
	sizeof(struct span), read_span, ""
};

size_t
span_read(struct office *o, int64_t task_id, size_t more,
    struct span **list)
{
	struct span *room;
	size_t n = 0;

	*list = NULL;
	if (row_all(o, db_query(office_db(o), sql[STMT_SPANS], "i", task_id),
	    &spans, list, &n) != CASE_OK)
		return 0;
	room = realloc(*list, (n + more + 1) * sizeof(*room));
	if (room == NULL) {
		free(*list);
		n = 0;
	}
	*list = room;
	return n;
}

enum case_err
case_account_task(struct office *o, const struct task_row *t, int64_t at,
    struct accounts *out)
{
	const struct calendar *cal = office_calendar_for(o, t->calendar_id,
	    t->performer);
	struct span *span;
	struct span_list list;

	list.count = span_read(o, t->id, 0, &span);
	list.span = span;
	list.close = t->open ? at : t->closed_at;
	memset(out, 0, sizeof(*out));
	if (list.count > 0 && cal != NULL)
		accounts_task(cal, &list, out);
	free(span);
	return span != NULL && cal != NULL ? CASE_OK :
	    office_fail(o, CASE_DB, "", "the times of a task cannot be read");
}

/* Spans of a case's tasks; those beside the way and what was taken back are no
 * part of it.  *list is given with its spans; NULL when out of memory. */
static size_t
case_spans(struct office *o, const struct task_row *t, size_t n, int64_t at,
    struct span_list **list)
{
	struct span *span;
	size_t i, used = 0;

	*list = calloc(n + 1, sizeof(**list));
	for (i = 0; *list != NULL && i < n; i++) {
		if (t[i].side || strcmp(t[i].outcome, "void") == 0)
			continue;
		(*list)[used].count = span_read(o, t[i].id, 0, &span);
		(*list)[used].span = span;
		(*list)[used++].close = t[i].open ? at : t[i].closed_at;
	}
	return used;
}

enum case_err
case_accounts(struct office *o, const struct case_row *c, int64_t at,
    struct accounts *out)
{
	struct task_row *t;
	struct span_list *list;
	enum case_err err;
	size_t n, i;

	if ((err = case_tasks(o, c->id, &t, &n)) != CASE_OK)
		return err;
	if (c->ended_at != 0)
		at = c->ended_at;
	n = case_spans(o, t, n, at, &list);
	memset(out, 0, sizeof(*out));
	if (list != NULL)
		accounts_case(office_calendar(o), list, n, c->opened_at, at,
		    out);
	for (i = 0; i < n; i++)
		free((void *)(uintptr_t)list[i].span);
	free(list);
	free(t);
	return list != NULL ? CASE_OK : office_fail(o, CASE_DB, "",
	    "out of memory");
}
