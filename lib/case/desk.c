/*
 * desk.c - the queue at one desk of a counter.
 */
#include <string.h>

#include "case/column.h"
#include "case/desk.h"
#include "case/rows.h"

enum stmt {
	STMT_STATIONS,
	STMT_QUEUE,
	STMT_DONE,
	STMT_OPENED,
	STMT__MAX
};

#define KINDS "('record', 'submit', 'review', 'archive')"

static const char *const sql[STMT__MAX] = {
	[STMT_STATIONS] = (
		"SELECT DISTINCT d.performer FROM steps d"
		"  JOIN sop_versions v ON v.id = d.version_id"
		" WHERE v.effective_from <= $1"
		"   AND (v.effective_to IS NULL OR v.effective_to > $1)"
		"   AND d.kind IN " KINDS
		"   AND EXISTS (SELECT 1 FROM steps r"
		"     WHERE r.version_id = d.version_id AND r.kind = 'record')"
		"   AND ($2 = 0 OR d.performer IN (SELECT p.expr"
		"     FROM holders h JOIN performers p ON p.role_id = h.role_id"
		"     WHERE h.person_id = $2 AND h.from_at <= $1"
		"     AND (h.to_at IS NULL OR h.to_at > $1)))"
		" ORDER BY d.performer"),
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
desk_kind(const char *kind)
{
	return strcmp(kind, "record") == 0 || strcmp(kind, "submit") == 0 ||
	    strcmp(kind, "review") == 0 || strcmp(kind, "archive") == 0;
}

static void
read_station(struct db_stmt *st, void *row)
{
	struct desk_station *s = row;

	db_copy(st, 0, s->performer, sizeof(s->performer));
}

static void
read_row(struct db_stmt *st, void *row)
{
	struct desk_row *r = row;
	int n = TASK_NCOLUMNS;

	columns_read(task_columns, st, 0, &r->task);
	db_copy(st, n, r->number, sizeof(r->number));
	db_copy(st, n + 1, r->subject, sizeof(r->subject));
	r->total = db_int(st, n + 2);
}

enum case_err
desk_stations(struct office *o, int64_t person_id, int64_t now,
    struct desk_station **list, size_t *count)
{
	static const struct row_kind kind = { sizeof(struct desk_station),
		read_station, "" };

	return row_all(o, db_query(office_db(o), sql[STMT_STATIONS], "ii", now,
	    person_id),
	    &kind, list, count);
}

enum case_err
desk_queue(struct office *o, const char *performer, struct desk_row **list,
    size_t *count)
{
	static const struct row_kind kind = { sizeof(struct desk_row),
		read_row, "" };

	return row_all(o, db_query(office_db(o), sql[STMT_QUEUE], "ti",
	    performer, (int64_t)DESK_ROWS), &kind, list, count);
}

int64_t
desk_done(struct office *o, const char *performer, int64_t since)
{
	return row_int(db_query(office_db(o), sql[STMT_DONE], "ti", performer,
	    since));
}

int64_t
desk_opened(struct office *o, int64_t version_id, int64_t since)
{
	return row_int(db_query(office_db(o), sql[STMT_OPENED], "ii",
	    version_id, since));
}
