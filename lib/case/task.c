/*
 * task.c - reading tasks, and what follows from one alone.
 */
#include "case/task.h"


#include "base/slug.h"
#include "case/column.h"
#include "clock/calendar.h"
#include "office/row.h"

enum stmt {
	STMT_TASK,
	STMT_TASKS,
	STMT_FAMILY,
	STMT_PREVIOUS_ACT,
	STMT_LATE,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_TASK] =
		"SELECT " TASK_COLUMNS " FROM tasks t WHERE t.id = $1",
	[STMT_TASKS] =
		"SELECT " TASK_COLUMNS " FROM tasks t WHERE t.case_id = $1"
		" ORDER BY t.opened_at, t.pos, t.visit, t.id",
	[STMT_FAMILY] =
		"SELECT " TASK_COLUMNS " FROM tasks t WHERE t.case_id IN"
		" (SELECT $1 UNION SELECT c.id FROM cases c"
		"   WHERE c.parent_id = $1)"
		" ORDER BY t.opened_at, t.pos, t.visit, t.id",
	[STMT_PREVIOUS_ACT] =
		"SELECT coalesce(max(occurred_at), 0) FROM events"
		" WHERE actor_id = $1 AND occurred_at <= $2",
	[STMT_LATE] =
		"SELECT count(*) FROM tasks WHERE open = 1 AND due_at < $1"
		"   AND external = 0",
};

static const char *const outcomes[OUTCOME__MAX] = {
	[OUTCOME_OPEN] = "",
	[OUTCOME_FORWARD] = "forward",
	[OUTCOME_RETURN] = "return",
	[OUTCOME_REFUSE] = "refuse",
	[OUTCOME_END] = "end",
	[OUTCOME_DOWNLOAD] = "download",
	[OUTCOME_SUPERSEDED] = "superseded",
	[OUTCOME_WITHDRAWN] = "withdrawn",
	[OUTCOME_CANCELLED] = "cancelled",
	[OUTCOME_VOID] = "void",
	[OUTCOME_EXPIRED] = "expired",
};

const char *
task_outcome_slug(enum outcome o)
{
	return outcomes[o];
}

int
task_outcome_from(const char *slug)
{
	return slug_index(outcomes, OUTCOME__MAX, slug);
}

/* -- rows -------------------------------------------------------------- */

static void
read_task(struct db_stmt *st, void *row)
{
	columns_read(task_columns, st, 0, row);
}

static const struct row_kind tasks = ROW_READ(struct task_row, read_task,
    "Langkah ini tidak ditemukan.");

enum case_err
task_get(struct office *o, int64_t id, struct task_row *t)
{
	return row_one(o, db_query(office_db(o), sql[STMT_TASK], "i", id),
	    &tasks, t);
}

enum case_err
case_tasks(struct office *o, int64_t case_id, struct task_row **list,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_TASKS], "i",
	    case_id), &tasks, list, count);
}

enum case_err
case_family_tasks(struct office *o, int64_t case_id, struct task_row **list,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_FAMILY], "i",
	    case_id), &tasks, list, count);
}

enum case_err
task_count_late(struct office *o, int64_t now, int64_t *count)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_LATE], "i", now);
	int rc;

	*count = db_step(st) ? db_int(st, 0) : 0;
	rc = db_done(st);
	return rc != 0 ? office_err_tx(o, rc) : CASE_OK;
}

int64_t
task_previous_act(struct office *o, int64_t person_id, int64_t until)
{
	return row_int(db_query(office_db(o), sql[STMT_PREVIOUS_ACT], "ii",
	    person_id, until));
}

/* -- its limit ----------------------------------------------------------- */

struct standard
task_standard(const struct task_row *t)
{
	struct standard s;

	s.min = (int32_t)t->min;
	s.max = (int32_t)t->max;
	s.unit = (enum time_unit)standard_unit_from(t->unit);
	s.measure = (enum time_measure)standard_measure_from(t->measure);
	return s;
}

int64_t
task_limit(const struct calendar *cal, const struct task_row *t)
{
	const struct standard s = task_standard(t);
	const int64_t start = t->received_at != 0 ? t->received_at :
	    t->claimed_at;

	if (s.unit == UNIT_DAY && start != 0 && t->due_at != 0)
		return calendar_elapsed(cal, start, t->due_at);
	return standard_seconds(&s, s.max, calendar_day_length(cal,
	    t->due_at));
}

int
task_urgency(struct office *o, const struct task_row *t, int64_t now,
    int percent)
{
	const struct calendar *cal = office_calendar(o);
	int64_t left;

	if (!t->open || t->due_at == 0 || t->external)
		return 0;
	if (now > t->due_at)
		return 2;
	left = calendar_elapsed(cal, now, t->due_at);
	return left * 100 < task_limit(cal, t) * percent;
}
