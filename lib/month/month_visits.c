/*
 * month_visits.c - the visits of a month, counted into the parts of a grid:
 * those that closed, the medians they make, and those open at its end.
 */
#include "month/month_visits.h"

#include <stdlib.h>
#include <string.h>

#include "case/lateness.h"
#include "clock/calendar.h"
#include "clock/verdict.h"
#include "month/grid.h"
#include "month/month_correct.h"
#include "month/month_pace.h"
#include "month/month_sign.h"
#include "month/month_wait.h"

enum stmt {
	STMT_CLOSED,
	STMT_LIGHT,
	STMT_OPEN,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_CLOSED] =
		"SELECT t.performer, t.version_id, t.pos, t.external, t.id,"
		" t.case_id, t.visit, t.opened_at, t.received_at, t.closed_at,"
		" t.queue_max, t.moved, t.outcome, t.verdict,"
		" t.late_entry, t.own_approval, t.max, t.unit, t.measure,"
		" t.late_reason, t.own, t.queue, t.outside, t.waiting,"
		" t.closed, t.joint, t.claimed_at, t.calendar_id, t.phase,"
		" t.unproved FROM tasks t"
		" WHERE t.closed_at >= $1 AND t.closed_at < $2"
		" ORDER BY t.closed_at",
	/* The index tasks_closed has all of it: no row is looked up. */
	[STMT_LIGHT] =
		"SELECT t.performer, t.version_id, t.pos, t.external,"
		" t.outcome, t.verdict"
		"  FROM tasks t WHERE t.closed_at >= $1 AND t.closed_at < $2"
		" ORDER BY t.closed_at",
	[STMT_OPEN] =
		"SELECT t.id, t.performer, t.version_id, t.pos, t.external,"
		" t.outcome, t.opened_at, t.received_at, t.claimed_at,"
		" t.due_at, t.moved, t.queue_max, t.min, t.max, t.unit,"
		" t.measure, s.phase, s.from_at, t.phase, t.calendar_id,"
		" s.still, t.case_id"
		"  FROM tasks t JOIN sop_versions v ON v.id = t.version_id"
		"  LEFT JOIN spans s ON s.task_id = t.id"
		" WHERE t.id IN ("
		"SELECT o.id FROM tasks o WHERE o.open = 1 AND o.opened_at < $1"
		OPEN_THEN("tasks", "closed_at")
		") AND v.version > 0 AND ($2 = 0 OR v.sop_id = $2)"
		" ORDER BY t.id, s.from_at, s.n",
};

/* Did its performer finish the visit? */
static int
is_finished(enum outcome outcome)
{
	return outcome == OUTCOME_FORWARD || outcome == OUTCOME_REFUSE ||
	    outcome == OUTCOME_END || outcome == OUTCOME_DOWNLOAD;
}

int
month_is_done(enum outcome outcome, enum verdict verdict)
{
	switch (outcome) {
	case OUTCOME_FORWARD:
	case OUTCOME_REFUSE:
	case OUTCOME_END:
	case OUTCOME_DOWNLOAD:
		return verdict != VERDICT_NONE;
	case OUTCOME_RETURN:
	case OUTCOME_WITHDRAWN:
	case OUTCOME_CANCELLED:
	case OUTCOME_SUPERSEDED:
		return verdict == VERDICT_OVER;
	default:
		return 0;
	}
}

static int
is_decided(enum outcome outcome)
{
	return outcome >= OUTCOME_FORWARD && outcome <= OUTCOME_DOWNLOAD;
}

/* The count of the visits that were late for a reason, "" for none. */
static int64_t *
reason_count(struct month_part *p, const char *given)
{
#define COUNT(arg, id, member, slug, label) \
	if (strcmp(slug, given) == 0) \
		return &p->why_##member;
	LATENESS(COUNT, )
#undef COUNT
	return &p->why_none;
}

static void
add_done(struct month_part *p, const struct grid_visit *v)
{
	p->done++;
	p->below += v->verdict == VERDICT_BELOW;
	p->within += v->verdict == VERDICT_WITHIN;
	p->rework += v->visit > 1;
	if (v->verdict == VERDICT_OVER) {
		p->over++;
		(*reason_count(p, v->reason))++;
	}
}

/* Closed, but not done: listed apart, in the first of these that fits. */
static void
add_apart(struct month_part *p, const struct grid_visit *v)
{
	switch (v->outcome) {
	case OUTCOME_VOID:
	case OUTCOME_SUPERSEDED:
		p->apart_void++;
		break;
	case OUTCOME_RETURN:
		p->apart_returns++;
		break;
	case OUTCOME_WITHDRAWN:
	case OUTCOME_CANCELLED:
	case OUTCOME_EXPIRED:
		p->apart_stopped++;
		break;
	default:
		p->apart_none++;
	}
}

static void
add_visit(const struct grid *g, struct month_part *p,
    const struct grid_visit *v)
{
	if (v->done)
		add_done(p, v);
	else
		add_apart(p, v);
	if (v->opened_at >= g->from)
		p->came++;
	else
		p->open_before++;
	p->decided += v->decided;
	p->returned += v->outcome == OUTCOME_RETURN;
	p->refused += v->outcome == OUTCOME_REFUSE;
	p->withdrawn += v->outcome == OUTCOME_WITHDRAWN;
	p->own_time += v->time.own;
	p->queue_time += v->time.queue;
	p->outside_time += v->time.outside;
	p->applicant_time += v->time.applicant;
	p->closed_time += v->time.closed;
	p->outside_work += v->outside_work;
	p->applicant_work += v->applicant_work;
	if (v->visit > 1)
		p->rework_time += accounts_sum(&v->time);
}

int64_t
month_visits_turn(const struct grid_visit *v)
{
	return v->standard.measure == MEASURE_ELAPSED ?
	    v->closed_at - v->received_at : v->time.own + v->time.queue;
}

/* Keep the times of a visit for the medians. */
static void
add_time(struct grid *g, size_t cell, const struct grid_visit *v)
{
	struct grid_time *t = grid_more(g, g->time, g->ntime, sizeof(*t));

	if (t == NULL)
		return;
	g->time = t;
	t = &g->time[g->ntime++];
	t->cell = cell;
	t->own = v->time.own;
	t->turn = month_visits_turn(v);
}

static void
read_visit(struct db_stmt *st, struct grid_visit *v)
{
	v->task_id = db_int(st, 4);
	v->case_id = db_int(st, 5);
	v->visit = db_int(st, 6);
	v->opened_at = db_int(st, 7);
	v->received_at = db_int(st, db_null(st, 8) ? 7 : 8);
	v->started_at = db_int(st, db_null(st, 8) ? 26 : 8);
	v->closed_at = db_int(st, 9);
	v->queue_max = db_int(st, 10);
	v->moved = db_int(st, 11);
	v->outcome = (enum outcome)task_outcome_from(db_text(st, 12));
	v->verdict = (enum verdict)verdict_from(db_text(st, 13));
	v->done = month_is_done(v->outcome, v->verdict);
	v->decided = is_decided(v->outcome);
	v->external = db_int(st, 3) != 0;
	v->late_entry = db_int(st, 14) != 0;
	v->own_approval = db_int(st, 15) != 0;
	v->standard.min = 0;
	v->standard.max = (int32_t)db_int(st, 16);
	v->standard.unit = (enum time_unit)standard_unit_from(db_text(st, 17));
	v->standard.measure =
	    (enum time_measure)standard_measure_from(db_text(st, 18));
	db_copy(st, 19, v->reason, sizeof(v->reason));
	v->time.own = db_int(st, 20);
	v->time.queue = db_int(st, 21);
	v->time.outside = db_int(st, 22);
	v->time.applicant = db_int(st, 23);
	v->time.closed = db_int(st, 24);
	v->joint = db_int(st, 25) != 0;
	v->calendar_id = db_int(st, 27);
	v->system = strcmp(db_text(st, 28), "system") == 0;
	v->unproved = db_int(st, 29) != 0;
}

/* Do the times of a visit count?  Of one that is not judged, without a standard
 * or by somebody outside, they say how long it took. */
static int
is_timed(const struct grid_visit *v)
{
	return v->done || ((v->standard.max == 0 || v->external) &&
	    is_finished(v->outcome) && v->started_at != 0 && !v->system);
}

/* The cell of the visit in a row that begins with performer, version, pos and
 * external; GRID_NONE when it is not asked for, or (g->failed) that failed. */
static size_t
cell_of(struct grid *g, struct db_stmt *st)
{
	return !grid_wants(g, db_int(st, 1)) ? GRID_NONE : grid_cell(g,
	    db_text(st, 0), db_int(st, 3) != 0, db_int(st, 1), db_int(st, 2));
}

int
month_visits_each(struct grid *g, month_visits_fn *fn)
{
	struct db_stmt *st = db_scan(g->db, sql[STMT_CLOSED], "ii", g->from,
	    g->to);
	struct grid_visit v;
	size_t cell;

	while (!g->failed && db_step(st)) {
		if ((cell = cell_of(g, st)) == GRID_NONE)
			continue;
		read_visit(st, &v);
		if (g->again != NULL)
			month_correct_visit(g, &v);
		v.timed = is_timed(&v);
		fn(g, cell, &v);
	}
	return db_done(st) != 0 || g->failed ? -1 : 0;
}

/* Count a visit into the parts of its cell. */
static void
count_closed(struct grid *g, size_t cell, const struct grid_visit *visit)
{
	struct grid_visit v = *visit;
	size_t part, i;

	g->failed |= month_wait_visit(g, &g->cell[cell], &v) != 0;
	for (i = 0; i < MONTH_SCOPE__MAX; i++) {
		part = g->cell[cell].part[i];
		if (part != GRID_NONE)
			add_visit(g, &g->part[part].p, &v);
	}
	if (v.timed)
		add_time(g, cell, &v);
	if (!g->cell[cell].apart)
		month_sign_visit(g, cell, &v);
	grid_traced(g, v.task_id, v.case_id);
}

int
month_visits_closed(struct grid *g)
{
	return month_visits_each(g, count_closed);
}

/* Add one visit of a month before to the light of a cell's parts. */
static void
add_light(struct grid *g, const struct grid_cell *c, enum outcome outcome,
    enum verdict verdict)
{
	const int done = month_is_done(outcome, verdict);
	struct grid_light *l;
	size_t i;

	for (i = 0; i < MONTH_SCOPE__MAX; i++) {
		if (c->part[i] == GRID_NONE)
			continue;
		l = &g->part[c->part[i]].light;
		l->done += done;
		l->on_time += done && verdict != VERDICT_OVER;
		l->decided += is_decided(outcome);
		l->returned += outcome == OUTCOME_RETURN;
	}
}

int
month_visits_light(struct grid *g)
{
	struct db_stmt *st = db_scan(g->db, sql[STMT_LIGHT], "ii", g->from,
	    g->to);
	size_t cell;

	while (!g->failed && db_step(st))
		if ((cell = cell_of(g, st)) != GRID_NONE)
			add_light(g, &g->cell[cell],
			    (enum outcome)task_outcome_from(db_text(st, 4)),
			    (enum verdict)verdict_from(db_text(st, 5)));
	return db_done(st) != 0 || g->failed ? -1 : 0;
}

/* -- medians ------------------------------------------------------------- */

static int
by_own(const void *a, const void *b)
{
	const struct grid_time *x = a, *y = b;

	return x->own < y->own ? -1 : x->own > y->own;
}

static int
by_turn(const void *a, const void *b)
{
	const struct grid_time *x = a, *y = b;

	return x->turn < y->turn ? -1 : x->turn > y->turn;
}

/* Tenths keep it in whole numbers. */
int64_t
month_visits_quantile(const int64_t *v, size_t n, size_t tenths)
{
	size_t at, rest;

	if (n == 0)
		return -1;
	at = (n - 1) * tenths / 10;
	rest = (n - 1) * tenths % 10;
	if (rest == 0)
		return v[at];
	return v[at] + (2 * (v[at + 1] - v[at]) * (int64_t)rest + 10) / 20;
}

/*
 * The sorted values of all parts of a scope, those of a part together: where
 * each begins is in first[], where it ends in end[].
 */
static void
spread(const struct grid *g, enum month_scope scope, int turn, size_t *first,
    size_t *end, int64_t *v)
{
	const struct grid_time *t;
	size_t i, part, sum = 0;

	memset(end, 0, g->npart * sizeof(*end));
	/* By number: without visits the list is NULL. */
	for (i = 0; i < g->ntime; i++)
		if ((part = g->cell[g->time[i].cell].part[scope]) != GRID_NONE)
			end[part]++;
	for (i = 0; i < g->npart; i++) {
		first[i] = sum;
		sum += end[i];
		end[i] = first[i];
	}
	for (i = 0; i < g->ntime; i++) {
		t = &g->time[i];
		if ((part = g->cell[t->cell].part[scope]) != GRID_NONE)
			v[end[part]++] = turn ? t->turn : t->own;
	}
}

static void
set_quantiles(struct month_part *p, int turn, const int64_t *v, size_t n)
{
	*(turn ? &p->turn_median : &p->own_median) =
	    month_visits_quantile(v, n, 5);
	*(turn ? &p->turn_p90 : &p->own_p90) = month_visits_quantile(v, n, 9);
}

int
month_visits_medians(struct grid *g)
{
	int64_t *v = malloc((g->ntime + 1) * sizeof(*v));
	size_t *first = malloc(2 * g->npart * sizeof(*first)), i;
	int turn, scope;

	for (turn = 0; turn <= 1 && v != NULL && first != NULL; turn++) {
		if (g->ntime > 0)
			qsort(g->time, g->ntime, sizeof(*g->time),
			    turn ? by_turn : by_own);
		for (scope = 0; scope < MONTH_SCOPE__MAX; scope++) {
			size_t *end = first + g->npart;

			spread(g, (enum month_scope)scope, turn, first, end,
			    v);
			for (i = 0; i < g->npart; i++)
				if ((int)g->part[i].p.scope == scope)
					set_quantiles(&g->part[i].p, turn,
					    v + first[i], end[i] - first[i]);
		}
	}
	g->failed |= v == NULL || first == NULL;
	free(v);
	free(first);
	return g->failed ? -1 : 0;
}

/* -- open at the end ------------------------------------------------------ */

/* One visit open at the end, and its spans so far. */
struct pending {
	int64_t		 id, case_id;	/* 0: none yet */
	char		 performer[96];
	int64_t		 version_id, pos;
	int		 external, untimed;
	int64_t		 opened_at, started_at, due_at, moved, queue_max;
	int64_t		 calendar_id;
	struct standard	 standard;
	struct span	*span;
	size_t		 nspan;
};

static void
read_pending(struct db_stmt *st, struct pending *p)
{
	p->id = db_int(st, 0);
	db_copy(st, 1, p->performer, sizeof(p->performer));
	p->version_id = db_int(st, 2);
	p->pos = db_int(st, 3);
	p->external = db_int(st, 4) != 0;
	/* Taken back later, or the software's own: has no verdict. */
	p->untimed = task_outcome_from(db_text(st, 5)) == OUTCOME_VOID ||
	    strcmp(db_text(st, 18), "system") == 0;
	p->opened_at = db_int(st, 6);
	p->started_at = db_int(st, db_null(st, 7) ? 8 : 7);
	p->due_at = db_int(st, 9);
	p->moved = db_int(st, 10);
	p->queue_max = db_int(st, 11);
	p->standard.min = (int32_t)db_int(st, 12);
	p->standard.max = (int32_t)db_int(st, 13);
	p->standard.unit = (enum time_unit)standard_unit_from(db_text(st, 14));
	p->standard.measure =
	    (enum time_measure)standard_measure_from(db_text(st, 15));
	p->calendar_id = db_int(st, 19);
	p->case_id = db_int(st, 21);
	p->nspan = 0;
}

static void
add_span(struct grid *g, struct pending *p, struct db_stmt *st)
{
	struct span *list;

	if (db_null(st, 16) ||
	    (list = grid_more(g, p->span, p->nspan, sizeof(*list))) == NULL)
		return;
	p->span = list;
	p->span[p->nspan].still = db_int(st, 20) != 0;
	p->span[p->nspan].phase =
	    (enum phase)account_phase_from(db_text(st, 16));
	p->span[p->nspan++].from = db_int(st, 17);
}

/*
 * Can it no longer be on time at the end of the month?  The stored due time
 * holds unless an outside wait ended or began later and moved it since.
 */
static int
is_late(struct grid *g, const struct pending *p)
{
	const struct span_list spans = { p->span, p->nspan, g->to };
	const struct calendar *cal = month_correct_calendar(g, p->calendar_id,
	    p->performer);
	struct accounts sum;
	int64_t moved, min_at, due_at = p->due_at;

	/* Without a standard nothing is late, and nobody outside. */
	if (p->untimed || p->standard.max == 0 || p->external ||
	    p->started_at == 0 || p->started_at >= g->to)
		return 0;
	if (p->standard.measure == MEASURE_WORK) {
		accounts_task(cal, &spans, &sum);
		return verdict_of_work(&p->standard, sum.own, sum.queue,
		    month_correct_queue(g, cal, p->version_id, p->pos,
		    p->started_at, p->queue_max),
		    calendar_day_length(cal, g->to)) == VERDICT_OVER;
	}
	moved = accounts_outside_work(cal, &spans);
	if (due_at == 0 || moved != p->moved || g->again != NULL)
		standard_due(cal, &p->standard, p->started_at, moved,
		    &min_at, &due_at);
	return due_at < g->to;
}

static void
add_open(const struct grid *g, struct month_part *p, const struct pending *v,
    int64_t days, int late)
{
	p->open_after++;
	if (v->opened_at >= g->from)
		p->came++;
	else
		p->open_before++;
	if (days <= 1)
		p->age_day++;
	else if (days <= 5)
		p->age_week++;
	else if (days <= 10)
		p->age_fortnight++;
	else
		p->age_older++;
	if (p->oldest_at == 0 || v->opened_at < p->oldest_at) {
		p->oldest_at = v->opened_at;
		p->oldest_days = days;
	}
	p->late_open += late;
	if (late && days > p->late_oldest_days)
		p->late_oldest_days = days;
}

typedef void pending_fn(struct grid *, size_t cell, const struct pending *,
	    int late);

/* One visit with all its spans. */
static void
end_pending(struct grid *g, const struct pending *v, pending_fn *fn)
{
	size_t cell;

	if (v->id == 0)
		return;
	cell = grid_cell(g, v->performer, v->external, v->version_id, v->pos);
	if (cell != GRID_NONE)
		fn(g, cell, v, is_late(g, v));
}

static int
each_open(struct grid *g, pending_fn *fn)
{
	struct db_stmt *st = db_scan(g->db, sql[STMT_OPEN], "ii", g->to,
	    g->sop_id);
	struct pending v = { 0 };

	while (!g->failed && db_step(st)) {
		if (db_int(st, 0) != v.id) {
			end_pending(g, &v, fn);
			read_pending(st, &v);
		}
		add_span(g, &v, st);
	}
	end_pending(g, &v, fn);
	free(v.span);
	return db_done(st) != 0 || g->failed ? -1 : 0;
}

static void
count_open(struct grid *g, size_t cell, const struct pending *v, int late)
{
	const int64_t days = calendar_days(g->cal, v->opened_at, g->to - 1);
	size_t part, i;

	for (i = 0; i < MONTH_SCOPE__MAX; i++) {
		part = g->cell[cell].part[i];
		if (part != GRID_NONE)
			add_open(g, &g->part[part].p, v, days, late);
	}
	grid_traced(g, v->id, v->case_id);
}

static void
count_late(struct grid *g, size_t cell, const struct pending *v, int late)
{
	size_t part, i;

	(void)v;
	for (i = 0; i < MONTH_SCOPE__MAX; i++) {
		part = g->cell[cell].part[i];
		if (part != GRID_NONE)
			g->part[part].light.late_open += late;
	}
}

int
month_visits_open(struct grid *g, int light)
{
	return each_open(g, light ? count_late : count_open);
}

/* A late visit, with all that it has used of its limit by the end. */
static void
keep_late(struct grid *g, size_t cell, const struct pending *v, int late)
{
	const struct span_list spans = { v->span, v->nspan, g->to };
	const struct calendar *cal = month_correct_calendar(g, v->calendar_id,
	    v->performer);
	struct grid_visit as = { .started_at = v->started_at,
		.closed_at = g->to, .calendar_id = v->calendar_id,
		.standard = v->standard, .verdict = VERDICT_OVER };

	if (!late)
		return;
	accounts_task(cal, &spans, &as.time);
	as.moved = accounts_outside_work(cal, &spans);
	as.queue_max = month_correct_queue(g, cal, v->version_id, v->pos,
	    v->started_at, v->queue_max);
	month_pace_keep(g, cell, &as);
}

int
month_visits_late(struct grid *g)
{
	return each_open(g, keep_late);
}
