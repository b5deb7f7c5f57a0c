/*
 * month_sign.c - signs that figures may have been helped along: counted for
 * every part, the earliest of each listed.
 */
#include "month/month_sign.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock/calendar.h"
#include "clock/verdict.h"
#include "month/grid.h"
#include "month/month_pace.h"
#include "office/row.h"
#include "office/soplist.h"

enum stmt {
	STMT_SENT_BACK,
	STMT_HANDED_IN,
	STMT_NUMBER,
	STMT_CONTESTED,
	STMT_ALONE,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	/* Was a visit opened by a return?  Few of those done again were. */
	[STMT_SENT_BACK] =
		"SELECT 1 FROM tasks r WHERE r.case_id = $1"
		"   AND r.outcome = 'return' AND r.return_pos = $2"
		"   AND r.recorded_at = $3 LIMIT 1",
	/* The form handed in at a row by the visit before ($3) and by this one
	 * ($4); of a forward that was taken back, the last. */
	[STMT_HANDED_IN] =
		"SELECT t.visit, d.payload FROM tasks t"
		"  JOIN events e ON e.recorded_at = t.recorded_at"
		"   AND +e.stream = t.case_id AND e.task_id = t.id"
		"   AND e.kind = 'forward'"
		"  JOIN event_data d ON d.stream = e.stream AND d.seq = e.seq"
		" WHERE t.case_id = $1 AND t.pos = $2 AND t.side = 0"
		"   AND t.visit IN ($3, $4) AND t.outcome = 'forward'"
		" ORDER BY t.visit, e.seq",
	[STMT_NUMBER] =
		"SELECT number FROM cases WHERE id = $1",
	[STMT_CONTESTED] = (
		"SELECT c.version_id, count(*) FROM events e"
		"  JOIN cases c ON c.id = e.stream WHERE e.kind = 'contest'"
		"   AND " SOPLIST_SQL_REAL("c.version_id")
		"   AND e.recorded_at >= $1 AND e.recorded_at < $2"
		"   AND ($3 = 0 OR c.version_id IN (SELECT v.id"
		"     FROM sop_versions v WHERE v.sop_id = $3))"
		" GROUP BY c.version_id ORDER BY c.version_id"),
	/* Of no SOP: the office's alone. */
	[STMT_ALONE] = (
		"SELECT 0, count(*) FROM events WHERE kind = 'alone'"
		"   AND recorded_at >= $1 AND recorded_at < $2 AND $3 = 0"),
};

/* The time of a visit that counts against its limit: of work what was done,
 * however long it lay in the queue. */
static struct pace
pace_of_sign(struct grid *g, size_t cell, const struct grid_visit *v)
{
	if (v->standard.measure == MEASURE_WORK)
		return (struct pace){ v->time.own, standard_seconds(
		    &v->standard, v->standard.max,
		    calendar_day_length(g->cal, v->closed_at)) };
	return month_pace_visit(g, cell, v);
}

/* Sent back when nine tenths of the time, or more, were gone. */
static int
is_tight(struct grid *g, size_t cell, const struct grid_visit *v)
{
	struct pace p;

	if (v->outcome != OUTCOME_RETURN || v->verdict == VERDICT_NONE ||
	    v->verdict == VERDICT_OVER)
		return 0;
	p = pace_of_sign(g, cell, v);
	return p.used * 10 >= p.limit * 9;
}

/* Was the visit done in under a tenth of the limit?  One that a single press
 * finished with its neighbours has a sign of its own. */
static int
is_fast(struct grid *g, size_t cell, const struct grid_visit *v)
{
	struct pace p;

	if (!v->done || v->joint || v->verdict == VERDICT_OVER)
		return 0;
	p = pace_of_sign(g, cell, v);
	return p.used * 10 < p.limit;
}

/* The hashes of the files handed in, as an array. */
static json_t *
hashes(const json_t *payload)
{
	const json_t *files = json_object_get(payload, "files");
	json_t *list = json_array(), *f;
	size_t i;

	json_array_foreach(files, i, f)
		json_array_append(list, json_object_get(f, "sha256"));
	return list;
}

/* Do two payloads hand in the same?  Files left out are the old ones. */
static int
same_content(const json_t *was, const json_t *now)
{
	const json_t *a = json_object_get(was, "fields");
	const json_t *b = json_object_get(now, "fields");
	json_t *x = hashes(was), *y = hashes(now);
	int same;

	same = (a != NULL || json_array_size(x) > 0) &&
	    (a == NULL ? b == NULL : json_equal(a, b)) &&
	    (json_array_size(y) == 0 || json_equal(x, y));
	json_decref(x);
	json_decref(y);
	return same;
}

/*
 * Was a visit that a return asked for forwarded with the same form as before?
 * Not for rows that hand in nothing, and payloads destroyed since.
 */
static int
is_unchanged(struct grid *g, const struct grid_visit *v, int64_t pos)
{
	struct db_stmt *st;
	json_t *said[2] = { NULL, NULL };
	int now, same = 0;

	if (v->visit < 2 || v->outcome != OUTCOME_FORWARD ||
	    row_int(db_query(g->db, sql[STMT_SENT_BACK], "iii", v->case_id,
	    pos, v->opened_at)) == 0)
		return 0;
	st = db_query(g->db, sql[STMT_HANDED_IN], "iiii", v->case_id, pos,
	    v->visit - 1, v->visit);
	while (db_step(st)) {
		now = db_int(st, 0) == v->visit;
		json_decref(said[now]);
		said[now] = json_loads(db_text(st, 1), 0, NULL);
	}
	if (db_done(st) == 0 && said[0] != NULL && said[1] != NULL)
		same = same_content(said[0], said[1]);
	json_decref(said[0]);
	json_decref(said[1]);
	return same;
}

static int64_t *
counter(struct month_part *p, enum month_sign sign)
{
#define COUNT(arg, id, member, slug) &p->member,
	int64_t *const count[SIGN__MAX] = { MONTH_SIGNS(COUNT, ) };
#undef COUNT

	return count[sign];
}

/* List a visit; the case's number comes later. */
static void
list_mark(struct grid *g, const struct grid_cell *c,
    const struct grid_visit *v, enum month_sign sign)
{
	const struct month_part *row = &g->part[c->part[MONTH_ROW]].p;
	const struct month_part *role = &g->part[c->part[MONTH_ROLE]].p;
	struct month_mark *list, *m;

	if (g->mark == NULL)
		g->mark = calloc(SIGN__MAX * MONTH_MARKS, sizeof(*list));
	if (g->mark == NULL) {
		g->failed = 1;
		return;
	}
	m = &g->mark[g->nmark++];
	m->sign = sign;
	m->task_id = v->task_id;
	m->case_id = v->case_id;
	m->closed_at = v->closed_at;
	snprintf(m->sop, sizeof(m->sop), "%.95s", row->name);
	memcpy(m->no, row->no, sizeof(m->no));
	memcpy(m->performer, role->name, sizeof(m->performer));
}

void
month_sign_visit(struct grid *g, size_t cell, const struct grid_visit *v)
{
	const struct grid_cell *c = &g->cell[cell];
	const int seen[SIGN__MAX] = {
		[SIGN_TIGHT_RETURN] = is_tight(g, cell, v),
		[SIGN_UNCHANGED] = is_unchanged(g, v, c->pos),
		[SIGN_FAST] = is_fast(g, cell, v),
		[SIGN_LATE_ENTRY] = v->late_entry,
		[SIGN_OWN_APPROVAL] = v->own_approval,
		[SIGN_JOINT] = v->joint,
		[SIGN_UNPROVED] = v->unproved,
		[SIGN_SAVED] = v->saved,
		[SIGN_LATE_WAIT] = v->late_wait,
	};
	int s, i;

	for (s = 0; s < SIGN__MAX; s++) {
		if (!seen[s])
			continue;
		if (*counter(&g->part[0].p, (enum month_sign)s) < MONTH_MARKS)
			list_mark(g, c, v, (enum month_sign)s);
		for (i = 0; i < MONTH_SCOPE__MAX; i++)
			(*counter(&g->part[c->part[i]].p,
			    (enum month_sign)s))++;
	}
}

int
month_sign_order(const void *a, const void *b)
{
	const struct month_mark *x = a, *y = b;

	if (x->sign != y->sign)
		return x->sign < y->sign ? -1 : 1;
	if (x->closed_at != y->closed_at)
		return x->closed_at < y->closed_at ? -1 : 1;
	return x->task_id < y->task_id ? -1 : x->task_id > y->task_id;
}

static void
add_contested(struct month_part *p, struct db_stmt *st)
{
	p->contested += db_int(st, 1);
}

static void
add_alone(struct month_part *p, struct db_stmt *st)
{
	p->alone += db_int(st, 1);
}

int
month_sign_acts(struct grid *g)
{
	return grid_count(g, sql[STMT_CONTESTED], g->from, add_contested) ==
	    -1 ? -1 : grid_count(g, sql[STMT_ALONE], g->from, add_alone);
}

int
month_sign_marks(struct grid *g)
{
	struct db_stmt *st;
	size_t i;

	if (g->nmark > 0)
		qsort(g->mark, g->nmark, sizeof(*g->mark), month_sign_order);
	for (i = 0; i < g->nmark; i++) {
		st = db_query(g->db, sql[STMT_NUMBER], "i",
		    g->mark[i].case_id);
		if (db_step(st))
			db_copy(st, 0, g->mark[i].number,
			    sizeof(g->mark[i].number));
		if (db_done(st) != 0)
			return -1;
	}
	return 0;
}
