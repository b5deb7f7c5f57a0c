/*
 * counter_queue.c - the queue at one desk of a counter.
 */
#include "case/counter_queue.h"

#include <string.h>

#include "case/column.h"
#include "clock/calendar.h"
#include "clock/standard.h"
#include "office/row.h"

enum stmt {
	STMT_STATIONS,
	STMT_HAS,
	STMT_QUEUE,
	STMT_DONE,
	STMT_OPENED,
	STMT__MAX
};

#define KINDS "('record', 'submit', 'review', 'deliver', 'archive')"

/* The row d of the version v makes its performer a desk at $1. */
#define DESK \
	" v.effective_from <= $1" \
	" AND (v.effective_to IS NULL OR v.effective_to > $1)" \
	" AND d.kind IN " KINDS \
	" AND EXISTS (SELECT 1 FROM steps a LEFT JOIN steps n" \
	"    ON n.version_id = a.version_id AND n.pos = a.pos + 1" \
	"   WHERE a.version_id = d.version_id AND (a.kind = 'record'" \
	"     OR (a.performer = d.performer AND n.performer = d.performer" \
	"       AND a.kind IN " KINDS " AND n.kind IN " KINDS ")))"

/* An hour: what is told later than that is "dicatat belakangan". */
#define SHARE_MAX	3600

/* Does a person of the office (not $2 = 0) stand behind a performer in this
 * table of theirs? */
#define THEIRS(table) \
	"EXISTS (SELECT 1 FROM " table " h" \
	" JOIN performers q ON q.role_id = h.role_id" \
	" WHERE h.person_id = $2 AND q.expr = d.performer" \
	" AND h.from_at <= $1 AND (h.to_at IS NULL OR h.to_at > $1))"

static const char *const sql[STMT__MAX] = {
	[STMT_STATIONS] = (
		"SELECT DISTINCT d.performer,"
		" CASE WHEN " THEIRS("holders") " THEN 0 ELSE 1 END"
		"  FROM steps d JOIN sop_versions v ON v.id = d.version_id"
		"  JOIN performers f ON f.expr = d.performer"
		"  JOIN roles r ON r.id = f.role_id"
		"   AND r.external = 0 AND r.system = 0"
		" WHERE" DESK
		"   AND ($2 = 0 OR " THEIRS("holders") " OR "
		THEIRS("clerks") ")"
		" ORDER BY d.performer"),
	/* Asked for every page of an official: from the person on. */
	[STMT_HAS] = (
		"SELECT 1 FROM (SELECT role_id, person_id, from_at, to_at"
		"    FROM holders UNION ALL"
		"   SELECT role_id, person_id, from_at, to_at FROM clerks) h"
		"  JOIN performers f ON f.role_id = h.role_id"
		"  JOIN steps d ON d.performer = f.expr"
		"  JOIN sop_versions v ON v.id = d.version_id"
		" WHERE h.person_id = $2 AND h.from_at <= $1"
		"   AND (h.to_at IS NULL OR h.to_at > $1) AND" DESK
		" LIMIT 1"),
	[STMT_QUEUE] = (
		"SELECT " TASK_COLUMNS ", c.number, c.subject,"
		" count(*) OVER () FROM tasks t JOIN cases c ON c.id = t.case_id"
		" WHERE t.open = 1 AND t.performer = $1 AND t.external = 0"
		"   AND t.side = 0 AND t.kind IN " KINDS
		" ORDER BY t.awaited, coalesce(t.received_at, t.opened_at),"
		" c.number, t.id LIMIT $2"),
	[STMT_DONE] = (
		"SELECT count(*) FROM tasks WHERE closed_at >= $2"
		"   AND performer = $1 AND closed_by IS NOT NULL"),
	[STMT_OPENED] = (
		"SELECT count(*) FROM cases WHERE opened_at >= $2"
		"   AND version_id = $1"),
};

int
counter_desk_kind(const char *kind)
{
	static const char *const kinds[] = { "record", "submit", "review",
		"deliver", "archive" };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i], kind) == 0)
			return 1;
	return 0;
}

static void
read_station(struct db_stmt *st, void *row)
{
	struct counter_desk *s = row;

	db_copy(st, 0, s->performer, sizeof(s->performer));
	s->clerk = db_int(st, 1) != 0;
}

static void
read_row(struct db_stmt *st, void *row)
{
	struct counter_queue_row *r = row;
	int n = TASK_NCOLUMNS;

	columns_read(task_columns, st, 0, &r->task);
	db_copy(st, n, r->number, sizeof(r->number));
	db_copy(st, n + 1, r->subject, sizeof(r->subject));
	r->total = db_int(st, n + 2);
}

enum case_err
counter_desk_list(struct office *o, int64_t person_id, int64_t now,
    struct counter_desk **list, size_t *count)
{
	static const struct row_kind kind = { sizeof(struct counter_desk),
		read_station, "" };

	return row_all(o, db_query(office_db(o), sql[STMT_STATIONS], "ii", now,
	    person_id),
	    &kind, list, count);
}

int
counter_desk_has(struct office *o, int64_t person_id, int64_t now)
{
	return row_int(db_query(office_db(o), sql[STMT_HAS], "ii", now,
	    person_id)) != 0;
}

enum case_err
counter_queue_list(struct office *o, const char *performer, struct counter_queue_row **list,
    size_t *count)
{
	static const struct row_kind kind = { sizeof(struct counter_queue_row),
		read_row, "" };

	return row_all(o, db_query(office_db(o), sql[STMT_QUEUE], "ti",
	    performer, (int64_t)COUNTER_QUEUE_ROWS), &kind, list, count);
}

int64_t
counter_queue_done(struct office *o, const char *performer, int64_t since)
{
	return row_int(db_query(office_db(o), sql[STMT_DONE], "ti", performer,
	    since));
}

int64_t
counter_queue_opened(struct office *o, int64_t version_id, int64_t since)
{
	return row_int(db_query(office_db(o), sql[STMT_OPENED], "ii",
	    version_id, since));
}

/* -- one press for several rows ----------------------------------------- */

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* When the officer began, if nobody says so. */
static int64_t
share_begin(struct office *o, int64_t person, const struct task_row *t,
    int64_t end)
{
	if (t->claimed_by == person && t->claimed_at != 0)
		return t->claimed_at;
	return later(t->received_at != 0 ? t->received_at : t->opened_at,
	    task_previous_act(o, person, end));
}

void
counter_queue_share(struct office *o, int64_t person_id, const struct task_row *first,
    int64_t begun, int64_t end, const struct sop_row *const row[], size_t n,
    int64_t done[])
{
	const struct calendar *cal = office_calendar(o);
	int64_t day = calendar_day_length(cal, end), sum = 0, part = 0, work;

	if (begun == 0)
		begun = share_begin(o, person_id, first, end);
	work = calendar_elapsed(cal, begun, end);
	for (size_t i = 0; i < n; i++)
		sum += later(1, standard_seconds(&row[i]->standard,
		    row[i]->standard.max, day));
	for (size_t i = 0; i < n; i++) {
		part += later(1, standard_seconds(&row[i]->standard,
		    row[i]->standard.max, day));
		done[i] = later(calendar_add(cal, begun, work * part / sum),
		    end - SHARE_MAX);
		if (done[i] < begun)
			done[i] = begun;
		if (done[i] > end || i == n - 1)
			done[i] = end;
	}
}
