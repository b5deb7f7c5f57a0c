/*
 * case_account.c - where the time of a task and of a case went.
 */
#include "case/case_account.h"

#include <stdlib.h>
#include <string.h>

#include "case/case.h"
#include "case/span.h"

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
