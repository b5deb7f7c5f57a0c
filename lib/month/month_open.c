/*
 * month_open.c - the visits that were open at the end of a month, counted
 * into the parts of a grid: how old they are, and which are late already.
 */
#include "month/grid.h"

#include <stdlib.h>
#include <string.h>

#include "clock/calendar.h"
#include "clock/verdict.h"

enum stmt {
	STMT_OPEN,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_OPEN] =
		"SELECT t.id, t.performer, t.version_id, t.pos, t.external,"
		" t.outcome, t.opened_at, t.received_at, t.claimed_at, t.due_at,"
		" t.moved, t.queue_max, t.min, t.max, t.unit, t.measure,"
		" s.phase, s.from_at, t.phase, t.calendar_id"
		"  FROM tasks t JOIN sop_versions v ON v.id = t.version_id"
		"  LEFT JOIN spans s ON s.task_id = t.id"
		" WHERE t.id IN ("
		"SELECT o.id FROM tasks o WHERE o.open = 1 AND o.opened_at < $1"
		OPEN_THEN("tasks", "closed_at")
		") AND ($2 = 0 OR v.sop_id = $2)"
		" ORDER BY t.id, s.from_at, s.n",
};

/* One visit open at the end, and its spans so far. */
struct pending {
	int64_t		 id;		/* 0: none yet */
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
	p->nspan = 0;
}

static void
add_span(struct grid *g, struct pending *p, struct db_stmt *st)
{
	struct span *list;

	if (db_null(st, 16))
		return;
	if ((p->nspan & (p->nspan - 1)) == 0) {
		list = realloc(p->span, (p->nspan == 0 ? 1 : 2 * p->nspan) *
		    sizeof(*list));
		if (list == NULL) {
			g->failed = 1;
			return;
		}
		p->span = list;
	}
	p->span[p->nspan].phase = (enum phase)account_phase_from(db_text(st, 16));
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

	if (p->untimed || p->started_at == 0 || p->started_at >= g->to)
		return 0;
	if (p->standard.measure == MEASURE_WORK && !p->external) {
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

/* Count one visit with all its spans. */
static void
end_pending(struct grid *g, const struct pending *v, int light)
{
	size_t cell, part, i;
	int64_t days;
	int late;

	if (v->id == 0)
		return;
	cell = grid_cell(g, v->performer, v->external, v->version_id, v->pos);
	if (cell == GRID_NONE)
		return;
	late = is_late(g, v);
	days = calendar_days(g->cal, v->opened_at, g->to - 1);
	for (i = 0; i < MONTH_SCOPE__MAX; i++) {
		part = g->cell[cell].part[i];
		if (part == GRID_NONE)
			continue;
		if (light)
			g->part[part].light.late_open += late;
		else
			add_open(g, &g->part[part].p, v, days, late);
	}
}

int
month_visits_open(struct grid *g, int light)
{
	struct db_stmt *st = db_query(g->db, sql[STMT_OPEN], "ii", g->to,
	    g->sop_id);
	struct pending v = { 0 };

	while (!g->failed && db_step(st)) {
		if (db_int(st, 0) != v.id) {
			end_pending(g, &v, light);
			read_pending(st, &v);
		}
		add_span(g, &v, st);
	}
	end_pending(g, &v, light);
	free(v.span);
	return db_done(st) != 0 || g->failed ? -1 : 0;
}
