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

/* The spans of a case's tasks: list[i] borrows span[i]. */
struct case_spans {
	struct span_list	*list;
	struct span		**span;
	size_t			 n;
};

/* Read them, but for side tasks and tasks that were taken back, which are no
 * part of the case's way.  0, or -1 when out of memory. */
static int
read_spans(struct office *o, const struct task_row *t, size_t n, int64_t at,
    struct case_spans *s)
{
	struct span_list *l;
	size_t i;

	s->list = calloc(n + 1, sizeof(*s->list));
	s->span = calloc(n + 1, sizeof(*s->span));
	for (i = 0; s->list != NULL && s->span != NULL && i < n; i++) {
		if (t[i].side || strcmp(t[i].outcome, "void") == 0)
			continue;
		l = &s->list[s->n];
		l->count = span_read(o, t[i].id, 0, &s->span[s->n]);
		l->span = s->span[s->n++];
		l->close = t[i].open ? at : t[i].closed_at;
	}
	return s->list != NULL && s->span != NULL ? 0 : -1;
}

static void
free_spans(struct case_spans *s)
{
	for (size_t i = 0; i < s->n; i++)
		free(s->span[i]);
	free(s->span);
	free(s->list);
}

enum case_err
case_accounts(struct office *o, const struct case_row *c, int64_t at,
    struct accounts *out)
{
	struct case_spans spans = { NULL, NULL, 0 };
	struct task_row *t;
	enum case_err err;
	size_t n;

	/* While its children run a parent has no task of its own. */
	if ((err = case_family_tasks(o, c->id, &t, &n)) != CASE_OK)
		return err;
	if (c->ended_at != 0)
		at = c->ended_at;
	memset(out, 0, sizeof(*out));
	if (read_spans(o, t, n, at, &spans) == 0)
		accounts_case(office_calendar(o), spans.list, spans.n,
		    c->opened_at, at, out);
	else
		err = office_fail(o, CASE_DB, "", "out of memory");
	free_spans(&spans);
	free(t);
	return err;
}
