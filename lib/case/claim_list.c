/*
 * claim_list.c - open tasks that somebody claimed or was handed.
 */
#include "case/claim_list.h"

#include "case/column.h"
#include "office/row.h"

enum stmt {
	STMT_LIST,
	STMT_COUNT,
	STMT_OF,
	STMT_GET,
	STMT__MAX
};

/* Each part has its index of the open tasks. */
#define CLAIMED \
	"SELECT h.id FROM tasks h WHERE h.open = 1 AND h.claimed_by > 0" \
	"   AND h.external = 0" \
	" UNION SELECT h.id FROM tasks h WHERE h.open = 1" \
	"   AND h.assignee_id > 0 AND h.external = 0"
/* The person can no longer do the task at $1.  A task that was handed over
 * needs no role, but a seat does. */
#define LOST \
	"(p.active = 0 OR ((t.assignee_id IS NULL OR t.unit_id IS NOT NULL)" \
	" AND NOT EXISTS (SELECT 1" \
	"   FROM holders h JOIN performers f ON f.role_id = h.role_id" \
	"   JOIN roles r ON r.id = h.role_id WHERE (t.unit_id IS NULL" \
	"     OR coalesce(h.unit_id, r.unit_id) = t.unit_id) AND " \
	"   f.expr = t.performer AND h.person_id = p.id" \
	"   AND h.from_at <= $1 AND (h.to_at IS NULL OR h.to_at > $1))))"
#define SELECT_CLAIMED \
	"SELECT " TASK_COLUMNS ", c.number, c.subject, v.name, p.id, p.name," \
	" " LOST " AS lost FROM tasks t JOIN cases c ON c.id = t.case_id" \
	" JOIN sop_versions v ON v.id = t.version_id" \
	" JOIN people p ON p.id = coalesce(t.claimed_by, t.assignee_id)" \
	" WHERE t.id IN (" CLAIMED ")"

static const char *const sql[STMT__MAX] = {
	[STMT_LIST] = (
		DB_PLANNED SELECT_CLAIMED
		" ORDER BY lost DESC, t.due_at IS NULL, t.due_at, c.number,"
		" t.id LIMIT $2 OFFSET $3"),
	[STMT_COUNT] = (
		"SELECT count(*) FROM (" CLAIMED ") x"),
	[STMT_OF] = (
		SELECT_CLAIMED " AND p.id = $2"
		" ORDER BY t.due_at IS NULL, t.due_at, c.number, t.id"),
	[STMT_GET] = (
		SELECT_CLAIMED " AND t.id = $2"),
};

static void
read_item(struct db_stmt *st, void *row)
{
	struct claim_item *h = row;
	int n = TASK_NCOLUMNS;

	columns_read(task_columns, st, 0, &h->task);
	db_copy(st, n, h->number, sizeof(h->number));
	db_copy(st, n + 1, h->subject, sizeof(h->subject));
	db_copy(st, n + 2, h->sop_name, sizeof(h->sop_name));
	h->person_id = db_int(st, n + 3);
	db_copy(st, n + 4, h->holder, sizeof(h->holder));
	h->lost = db_int(st, n + 5) != 0;
}

static const struct row_kind rows = ROW_READ(struct claim_item, read_item,
    "Tugas ini tidak dipegang siapa pun.");

enum case_err
claim_list(struct office *o, int64_t now, int64_t offset, int64_t limit,
    struct claim_item **list, size_t *count, int64_t *total)
{
	*total = row_int(db_query(office_db(o), sql[STMT_COUNT], ""));
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "iii", now,
	    limit, offset), &rows, list, count);
}

enum case_err
claim_list_of(struct office *o, int64_t person_id, int64_t now,
    struct claim_item **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_OF], "ii", now,
	    person_id), &rows, list, count);
}

enum case_err
claim_list_get(struct office *o, int64_t task_id, int64_t now,
    struct claim_item *h)
{
	return row_one(o, db_query(office_db(o), sql[STMT_GET], "ii", now,
	    task_id), &rows, h);
}
