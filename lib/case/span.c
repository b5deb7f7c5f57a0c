/*
 * span.c - from when on a task is in which phase.
 */
#include "case/span.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_frame.h"
#include "office/row.h"

enum stmt { STMT_SPANS, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_SPANS] =
		"SELECT phase, from_at, still FROM spans WHERE task_id = $1"
		" ORDER BY from_at, n",
};

static void
read_span(struct db_stmt *st, void *row)
{
	struct span *s = row;
	int phase = account_phase_from(db_text(st, 0));

	s->phase = phase == -1 ? PHASE_QUEUE : (enum phase)phase;
	s->from = db_int(st, 1);
	s->still = db_int(st, 2) != 0;
}

static const struct row_kind spans = ROW_READ(struct span, read_span, "");

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

/* -- within an act ------------------------------------------------------- */

void
span_begin(struct act_work *w, struct task_row *t, enum phase phase,
    int64_t from)
{
	struct act_span *s;

	snprintf(t->phase, sizeof(t->phase), "%s", account_phase_slug(phase));
	if (w->nspan == ACT_SPANS) {
		w->broken = "too many phases in one act";
		return;
	}
	s = &w->span[w->nspan++];
	s->task_id = t->id;
	s->from = from;
	memcpy(s->phase, t->phase, sizeof(s->phase));
	s->party[0] = '\0';
	s->still = 0;
}

int
span_is_still(struct act_work *w, const struct task_row *t)
{
	struct span *span;
	size_t n = span_all(w, t, &span);
	int still = n > 0 && span[n - 1].still;

	free(span);
	return still;
}

/* Put a span where its instant belongs; of equals the later written is last. */
static void
insert(struct span *list, size_t n, struct span s)
{
	for (; n > 0 && list[n - 1].from > s.from; n--)
		list[n] = list[n - 1];
	list[n] = s;
}

/* Is the task in the database yet? */
static int
is_fresh(const struct act_work *w, const struct task_row *t)
{
	size_t i;

	for (i = 0; i < w->ntask; i++)
		if (&w->task[i].now == t)
			return w->task[i].fresh;
	return 0;
}

size_t
span_all(struct act_work *w, const struct task_row *t, struct span **list)
{
	struct span s;
	size_t i, n = 0;

	if (is_fresh(w, t))
		*list = malloc(ACT_SPANS * sizeof(**list));
	else
		n = span_read(w->o, t->id, ACT_SPANS, list);
	if (*list == NULL) {
		w->broken = "out of memory";
		return 0;
	}
	for (i = 0; i < w->nspan; i++) {
		if (w->span[i].task_id != t->id)
			continue;
		s.from = w->span[i].from;
		s.phase = (enum phase)account_phase_from(w->span[i].phase);
		s.still = w->span[i].still;
		insert(*list, n++, s);
	}
	return n;
}

/* The span that was begun at a place of the act's holds from there on: it
 * stands again where a later one begins. */
static void
overlay(struct act_work *w, const struct task_row *t, size_t place)
{
	struct act_span begun;
	struct span *list;
	size_t n, i;

	if (place >= w->nspan)
		return;
	begun = w->span[place];
	n = span_all(w, t, &list);
	for (i = 0; i < n && w->nspan < ACT_SPANS; i++) {
		if (list[i].from <= w->span[place].from)
			continue;
		begun.from = list[i].from;
		w->span[w->nspan++] = begun;
	}
	free(list);
}

void
span_set(struct act_work *w, struct task_row *t, enum phase phase,
    int64_t from)
{
	size_t place = w->nspan;

	span_begin(w, t, phase, from);
	overlay(w, t, place);
}

void
span_outside(struct act_work *w, struct task_row *t, const char *party,
    int still, int64_t from)
{
	size_t n = w->nspan;

	span_begin(w, t, PHASE_OUTSIDE, from);
	if (w->nspan == n)
		return;
	snprintf(w->span[n].party, sizeof(w->span[n].party), "%s", party);
	w->span[n].still = still;
	overlay(w, t, n);
}
