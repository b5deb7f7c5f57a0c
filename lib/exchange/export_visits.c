/* export_visits.c - the visits that closed in a period. */
#include "exchange/export_visits.h"

#include <stdio.h>
#include <string.h>

#include "people/performer.h"

enum stmt { STMT_VISITS, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_VISITS] =
		"SELECT c.id, c.number, s.slug, c.result, c.evaluation,"
		" c.opened_at, coalesce(c.ended_at, 0), t.id, t.pos, t.visit,"
		" r.no, t.kind, t.performer, t.external, t.late_entry,"
		" t.own_approval, t.opened_at, coalesce(t.received_at, 0),"
		" t.closed_at, coalesce(t.due_at, 0),"
		" coalesce(t.closed_by, 0), t.outcome, t.verdict,"
		" t.late_reason, t.measure, t.own, t.queue, t.outside,"
		" t.waiting, t.closed, t.min, t.max, t.unit, t.moved,"
		" t.queue_max, t.calendar_id, t.phase, t.claimed_at,"
		" coalesce(p.number, ''), t.lent"
		"  FROM tasks t JOIN cases c ON c.id = t.case_id"
		"  LEFT JOIN cases p ON p.id = c.parent_id"
		"  JOIN sop_versions v ON v.id = t.version_id"
		"  JOIN sops s ON s.id = v.sop_id"
		"  JOIN steps r ON r.version_id = t.version_id"
		"   AND r.pos = t.pos"
		" WHERE t.closed_at >= $1 AND t.closed_at < $2"
		"   AND v.version > 0 AND ($3 = '' OR s.slug = $3)"
		" ORDER BY c.opened_at, c.id, t.closed_at, t.id",
};

static void
read_case(struct db_stmt *st, struct export_visit *v)
{
	v->case_id = db_int(st, 0);
	db_copy(st, 1, v->number, sizeof(v->number));
	db_copy(st, 2, v->sop, sizeof(v->sop));
	db_copy(st, 3, v->result, sizeof(v->result));
	v->evaluation = db_int(st, 4) != 0;
	v->case_opened = db_int(st, 5);
	v->case_ended = db_int(st, 6);
	db_copy(st, 38, v->parent, sizeof(v->parent));
}

/* Its standard, and how it stands against its own limit. */
static void
read_limit(struct office *o, struct db_stmt *st, struct export_visit *v)
{
	const struct calendar *cal = office_calendar_for(o, db_int(st, 35),
	    v->performer);
	const int judged = strcmp(v->verdict, "none") != 0;
	struct pace_visit as = { .own = v->own, .queue = v->queue };

	as.standard.min = (int32_t)db_int(st, 30);
	as.standard.max = (int32_t)db_int(st, 31);
	as.standard.unit = (enum time_unit)standard_unit_from(db_text(st, 32));
	as.standard.measure =
	    (enum time_measure)standard_measure_from(v->measure);
	as.moved = db_int(st, 33);
	as.queue_max = db_int(st, 34);
	v->started = strcmp(db_text(st, 36), "system") == 0 ? 0 :
	    v->received != 0 ? v->received : db_int(st, 37);
	as.start = v->started;
	v->standard[0] = '\0';
	if (as.standard.max != 0)
		standard_text(&as.standard, v->standard, sizeof(v->standard));
	v->pace = judged && cal != NULL ? pace_of_visit(cal, &as, v->closed) :
	    (struct pace){ -1, -1 };
}

static void
read_visit(struct db_stmt *st, struct export_visit *v)
{
	v->task_id = db_int(st, 7);
	v->pos = db_int(st, 8);
	v->visit = db_int(st, 9);
	db_copy(st, 10, v->no, sizeof(v->no));
	db_copy(st, 11, v->kind, sizeof(v->kind));
	db_copy(st, 12, v->performer, sizeof(v->performer));
	v->external = db_int(st, 13) != 0;
	v->late_entry = db_int(st, 14) != 0;
	v->own_approval = db_int(st, 15) != 0;
	v->opened = db_int(st, 16);
	v->received = db_int(st, 17);
	v->closed = db_int(st, 18);
	v->due = db_int(st, 19);
	v->closed_by = db_int(st, 20);
	db_copy(st, 21, v->outcome, sizeof(v->outcome));
	/* Applicants of before 0.3.0 were judged. */
	snprintf(v->verdict, sizeof(v->verdict), "%s", v->external ? "none" :
	    db_text(st, 22));
	db_copy(st, 23, v->reason, sizeof(v->reason));
	db_copy(st, 24, v->measure, sizeof(v->measure));
	v->own = db_int(st, 25);
	v->queue = db_int(st, 26);
	v->outside = db_int(st, 27);
	v->applicant = db_int(st, 28);
	v->closed_time = db_int(st, 29);
	v->lent = db_int(st, 39);
}

enum case_err
export_visits(struct office *o, int64_t from, int64_t to, const char *slug,
    export_visit_fn *fn, void *arg)
{
	struct db_stmt *st = db_scan(office_db(o), sql[STMT_VISITS], "iit",
	    from, to, slug);
	struct export_visit v;
	char last[sizeof(v.performer)] = "";
	int stopped = 0;

	memset(&v, 0, sizeof(v));
	while (!stopped && db_step(st)) {
		read_case(st, &v);
		read_visit(st, &v);
		read_limit(o, st, &v);
		if (strcmp(last, v.performer) != 0)
			performer_name(o, v.performer, v.role,
			    sizeof(v.role));
		memcpy(last, v.performer, sizeof(last));
		stopped = fn(arg, &v);
	}
	return db_done(st) == 0 ? CASE_OK : office_err_tx(o, DB_ERROR);
}
