/*
 * month_promise.c - the service times that were kept in a month: in all time,
 * and without the time in which nobody of the office had the case; and those
 * that are over at its end while the case runs.
 */
#include "month/month_promise.h"

#include <stdlib.h>

#include "clock/calendar.h"
#include "clock/verdict.h"
#include "month/grid.h"
#include "sop/sop.h"

enum stmt {
	STMT_DECIDED,
	STMT_RUNNING,
	STMT_SPANS,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_DECIDED] =
		"SELECT c.id, c.version_id, c.promise_from, c.promise_to"
		"  FROM cases c JOIN sop_versions v ON v.id = c.version_id"
		" WHERE c.evaluation = 0 AND c.parent_id IS NULL"
		"   AND v.version > 0"
		"   AND ($3 = 0 OR v.sop_id = $3)"
		"   AND c.promise_to >= $1 AND c.promise_to < $2"
		"   AND c.promise_from IS NOT NULL"
		" ORDER BY c.promise_to, c.id",
	/* Cases open at $2, the end of the month, $1 the same; as they were
	 * decided later, or were not. */
	[STMT_RUNNING] =
		"SELECT c.version_id, c.promise_from, c.id"
		"  FROM cases c JOIN sop_versions v ON v.id = c.version_id"
		" WHERE c.evaluation = 0 AND c.parent_id IS NULL"
		"   AND v.version > 0"
		"   AND ($3 = 0 OR v.sop_id = $3)"
		"   AND c.promise_from < $2"
		"   AND (c.promise_to IS NULL OR c.promise_to >= $2)"
		"   AND c.id IN ("
		"SELECT o.id FROM cases o"
		" WHERE o.state = 'open' AND o.opened_at + 0 < $2"
		OPEN_THEN("cases", "ended_at")
		") ORDER BY c.id",
	/* None where nobody outside had it within the service time. */
	[STMT_SPANS] =
		"SELECT t.id, coalesce(t.closed_at, $2), s.phase, s.from_at"
		"  FROM tasks t JOIN spans s ON s.task_id = t.id"
		" WHERE t.case_id = $1 AND t.outcome <> 'void'"
		"   AND EXISTS (SELECT 1 FROM tasks x WHERE x.case_id = $1"
		"   AND x.opened_at < $2 AND (x.open = 1"
		"   OR (x.outside + x.waiting > 0 AND x.closed_at > $3)))"
		" ORDER BY t.id, s.from_at, s.n",
};

struct stretch {
	int64_t	from, to;
};

struct stretches {
	struct stretch	*list;
	size_t		 n;
};

/* One case decided in the month: when somebody had it, and when the office. */
struct promise {
	int64_t			case_id, version_id, from, to;
	struct stretches	all, office;
};

/* A span of a task, until the next or the close of its task. */
struct stage {
	int64_t		task_id;	/* 0: none yet */
	int64_t		from, close;
	enum phase	phase;
};

static void
add_stretch(struct grid *g, struct stretches *s, int64_t from, int64_t to)
{
	struct stretch *list = grid_more(g, s->list, s->n, sizeof(*list));

	if (list == NULL)
		return;
	s->list = list;
	s->list[s->n].from = from;
	s->list[s->n++].to = to;
}

/* A span ends at `to`: count the part of it within the service time. */
static void
end_span(struct grid *g, struct promise *p, const struct stage *h, int64_t to)
{
	int64_t from = h->from > p->from ? h->from : p->from;

	if (to > h->close)
		to = h->close;
	if (to > p->to)
		to = p->to;
	if (h->task_id == 0 || from >= to)
		return;
	add_stretch(g, &p->all, from, to);
	if (h->phase != PHASE_OUTSIDE && h->phase != PHASE_APPLICANT)
		add_stretch(g, &p->office, from, to);
}

static int
by_from(const void *a, const void *b)
{
	const struct stretch *x = a, *y = b;

	return x->from < y->from ? -1 : x->from > y->from;
}

/* Working seconds in which at least one of the stretches runs. */
static int64_t
covered(const struct grid *g, struct stretches *s)
{
	int64_t sum = 0, until = INT64_MIN, from;
	size_t i;

	if (s->n > 0)
		qsort(s->list, s->n, sizeof(*s->list), by_from);
	for (i = 0; i < s->n; i++) {
		from = s->list[i].from > until ? s->list[i].from : until;
		if (s->list[i].to <= from)
			continue;
		sum += calendar_elapsed(g->cal, from, s->list[i].to);
		until = s->list[i].to;
	}
	return sum;
}

/*
 * Working time of a case within its service time in which nobody of the office
 * had it, only the applicant or a named party; -1 when the database failed.
 */
static int64_t
not_ours(struct grid *g, struct promise *p)
{
	struct db_stmt *st = db_query(g->db, sql[STMT_SPANS], "iii",
	    p->case_id, p->to, p->from);
	struct stage h = { 0 };

	p->all.n = p->office.n = 0;
	while (db_step(st)) {
		end_span(g, p, &h, db_int(st, 0) == h.task_id ?
		    db_int(st, 3) : p->to);
		h.task_id = db_int(st, 0);
		h.close = db_int(st, 1);
		h.phase = (enum phase)account_phase_from(db_text(st, 2));
		h.from = db_int(st, 3);
	}
	end_span(g, p, &h, p->to);
	if (db_done(st) != 0 || g->failed)
		return -1;
	return covered(g, &p->all) - covered(g, &p->office);
}

/*
 * Judge a case: the service time is in working days, as a turnaround limit,
 * and time that was not the office's moves the day it is due.
 */
static int
judge(struct grid *g, struct promise *p)
{
	struct standard days = { .unit = UNIT_DAY,
	    .measure = MEASURE_TURNAROUND };
	const struct sop *sop = office_sop(g->office, p->version_id);
	struct month_part *part;
	int64_t moved = 0;
	size_t at[3] = { 0, 0, 0 }, i;
	int kept, own;

	if (sop == NULL || sop->promise_days == 0)
		return 0;
	if ((at[1] = grid_sop(g, p->version_id)) == GRID_NONE)
		return -1;
	at[2] = g->unit;
	days.min = days.max = (int32_t)sop->promise_days;
	own = kept = verdict_of(g->cal, &days, p->from, 0, p->to) !=
	    VERDICT_OVER;
	if (!kept && (moved = not_ours(g, p)) == -1)
		return -1;
	if (!kept)
		own = verdict_of(g->cal, &days, p->from, moved, p->to) !=
		    VERDICT_OVER;
	for (i = 0; i < 3; i++) {
		part = &g->part[at[i]].p;
		part->promised++;
		part->kept += kept;
		part->kept_own += own;
	}
	grid_traced(g, 0, p->case_id);
	return 0;
}

/* Count a case that runs at the end of the month, when its time is over. */
static int
count_running(struct grid *g, int64_t version_id, int64_t from,
    int64_t case_id)
{
	const struct sop *sop = office_sop(g->office, version_id);
	size_t at;

	if (sop == NULL || sop->promise_days == 0 ||
	    calendar_day_end(g->cal, from, sop->promise_days) >= g->to)
		return 0;
	if ((at = grid_sop(g, version_id)) == GRID_NONE)
		return -1;
	g->part[0].p.promise_late++;
	g->part[at].p.promise_late++;
	g->part[g->unit].p.promise_late++;
	grid_traced(g, 0, case_id);
	return 0;
}

static int
count_all_running(struct grid *g)
{
	struct db_stmt *st = db_scan(g->db, sql[STMT_RUNNING], "iii", g->to,
	    g->to, g->sop_id);
	int failed = 0;

	while (!failed && db_step(st))
		failed = count_running(g, db_int(st, 0), db_int(st, 1),
		    db_int(st, 2)) == -1;
	return db_done(st) != 0 || failed ? -1 : 0;
}

int
month_promise_count(struct grid *g)
{
	struct db_stmt *st = db_scan(g->db, sql[STMT_DECIDED], "iii",
	    g->from, g->to, g->sop_id);
	struct promise p = { 0 };
	int failed = 0;

	while (!failed && db_step(st)) {
		p.case_id = db_int(st, 0);
		p.version_id = db_int(st, 1);
		p.from = db_int(st, 2);
		p.to = db_int(st, 3);
		failed = judge(g, &p) == -1;
	}
	free(p.all.list);
	free(p.office.list);
	return db_done(st) != 0 || failed ? -1 : count_all_running(g);
}
