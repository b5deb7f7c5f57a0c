/*
 * inbox.c - the lists people work from: the inbox and its counts.
 */
#include "case/inbox.h"

#include <stdlib.h>
#include <string.h>

#include "case/column.h"
#include "case/search.h"
#include "office/row.h"

enum stmt {
	STMT_MINE,
	STMT_ROLE,
	STMT_SENT,
	STMT_OPEN_MINE,
	STMT_OPEN_ROLE,
	STMT_SENT_COUNT,
	STMT__MAX
};

/* The columns of a list beside the task. */
#define INBOX_COLUMNS \
	TASK_COLUMNS ", c.number, c.subject, s.slug, v.name," \
	" (SELECT count(*) FROM tasks x WHERE x.case_id = t.case_id" \
	"   AND x.outcome = 'return')," \
	" coalesce((SELECT CASE y.external WHEN 1 THEN c.applicant" \
	"   ELSE coalesce(p.name, '') END FROM tasks y" \
	"   LEFT JOIN people p ON p.id = y.closed_by" \
	"   WHERE y.case_id = t.case_id AND y.open = 0 AND y.side = 0" \
	"   AND y.outcome <> 'void' AND y.closed_at <= t.opened_at" \
	"   AND y.id <> t.id ORDER BY y.closed_at DESC, y.id DESC" \
	"   LIMIT 1), '')," \
	" t.opened_at, page.total"
#define INBOX_JOIN \
	" JOIN cases c ON c.id = t.case_id" \
	"  JOIN sop_versions v ON v.id = t.version_id" \
	"  JOIN sops s ON s.id = v.sop_id"
#define INBOX_FILTER \
	" AND ($3 = '' OR s.slug = $3) AND ($13 = '' OR c.code_hash = $13)" \
	SEARCH_HAS_WORD("t.case_id", "$7", "$8") \
	SEARCH_HAS_WORD("t.case_id", "$9", "$10") \
	SEARCH_HAS_WORD("t.case_id", "$11", "$12")
/* By remaining time (late first, stopped clocks last), SOP or number. */
#define INBOX_ORDER \
	" ORDER BY CASE $4 WHEN 1 THEN v.name WHEN 2 THEN c.number ELSE ''" \
	"  END, t.due_at IS NULL, t.due_at, c.number, t.id"
/* The last passed on first, or by SOP or number. */
#define SENT_ORDER \
	" ORDER BY CASE $4 WHEN 1 THEN v.name WHEN 2 THEN c.number ELSE ''" \
	"  END, t.closed_at DESC, t.id"
/* The columns beside a task are read for the page alone. */
#define INBOX(which, order) \
	DB_PLANNED "SELECT " INBOX_COLUMNS \
	" FROM (SELECT t.id, count(*) OVER () AS total FROM tasks t" \
	INBOX_JOIN " WHERE " which INBOX_FILTER order \
	"  LIMIT $5 OFFSET $6) page JOIN tasks t ON t.id = page.id" \
	INBOX_JOIN order
/* The columns task_urgency() looks at. */
#define URGENCY \
	"t.open, t.external, t.due_at, t.min, t.max, t.unit, t.measure," \
	" t.received_at, t.claimed_at"
/* Tasks the person passed on, in the last three months. */
#define SENT \
	"t.open = 0 AND t.closed_by = $1 AND t.closed_at > $2 - 7948800"

static const char *const sql[STMT__MAX] = {
	[STMT_MINE] = (INBOX("t.id IN (" INBOX_SQL_MINE ")", INBOX_ORDER)),
	[STMT_ROLE] = (INBOX("t.id IN (" INBOX_SQL_ROLE ")", INBOX_ORDER)),
	[STMT_SENT] = (INBOX(SENT, SENT_ORDER)),
	[STMT_OPEN_MINE] = (
		"SELECT " URGENCY " FROM tasks t"
		" WHERE t.id IN (" INBOX_SQL_MINE ")"),
	[STMT_OPEN_ROLE] = (
		"SELECT " URGENCY " FROM tasks t"
		" WHERE t.id IN (" INBOX_SQL_ROLE ")"),
	[STMT_SENT_COUNT] = (
		"SELECT count(*) FROM tasks t WHERE " SENT),
};

static void
read_inbox(struct db_stmt *st, struct inbox_row *r)
{
	int n = TASK_NCOLUMNS;

	memset(r, 0, sizeof(*r));
	columns_read(task_columns, st, 0, &r->task);
	db_copy(st, n, r->number, sizeof(r->number));
	db_copy(st, n + 1, r->subject, sizeof(r->subject));
	db_copy(st, n + 2, r->sop_slug, sizeof(r->sop_slug));
	db_copy(st, n + 3, r->sop_name, sizeof(r->sop_name));
	r->returns = db_int(st, n + 4);
	db_copy(st, n + 5, r->sender, sizeof(r->sender));
	r->sent_at = db_int(st, n + 6);
}

enum case_err
inbox_list(struct office *o, const struct inbox_query *q,
    struct inbox_row **rows, size_t *count, int64_t *total)
{
	static const enum stmt tabs[] = {
		[INBOX_MINE] = STMT_MINE,
		[INBOX_ROLE] = STMT_ROLE,
		[INBOX_SENT] = STMT_SENT,
	};
	struct search find;
	const struct search_range *w = find.word;
	struct db_stmt *st;
	size_t n = 0;

	search_read(o, q->search, &find);
	*rows = calloc((size_t)q->limit + 1, sizeof(**rows));
	if (*rows == NULL)
		return office_fail(o, CASE_DB, "", "out of memory");
	*total = 0;
	st = db_query(office_db(o), sql[tabs[q->tab]], "iitiiittttttt",
	    q->person_id, q->now, q->sop ? q->sop : "", (int64_t)q->sort,
	    q->limit, q->offset, w[0].from, w[0].to, w[1].from, w[1].to,
	    w[2].from, w[2].to, find.code);
	while (n < (size_t)q->limit && db_step(st)) {
		read_inbox(st, &(*rows)[n++]);
		*total = db_int(st, TASK_NCOLUMNS + 7);
	}
	*count = n;
	if (db_done(st) == 0)
		return CASE_OK;
	free(*rows);
	return office_err_tx(o, DB_ERROR);
}

/* Open tasks of a statement, and how urgent they are. */
static enum case_err
count_open(struct office *o, struct db_stmt *st, int64_t now, int percent,
    struct inbox_counts *c, int64_t *n)
{
	struct task_row t = { 0 };
	int urgency;

	while (db_step(st)) {
		t.open = db_int(st, 0);
		t.external = db_int(st, 1);
		t.due_at = db_int(st, 2);
		t.min = db_int(st, 3);
		t.max = db_int(st, 4);
		db_copy(st, 5, t.unit, sizeof(t.unit));
		db_copy(st, 6, t.measure, sizeof(t.measure));
		t.received_at = db_int(st, 7);
		t.claimed_at = db_int(st, 8);
		++*n;
		urgency = task_urgency(o, &t, now, percent);
		c->late += urgency == 2;
		c->soon += urgency == 1;
	}
	return db_done(st) == 0 ? CASE_OK : office_err_tx(o, DB_ERROR);
}

enum case_err
inbox_count(struct office *o, int64_t person_id, int64_t now,
    int soon_percent, struct inbox_counts *c)
{
	struct db *db = office_db(o);
	enum case_err err;

	memset(c, 0, sizeof(*c));
	err = count_open(o, db_query(db, sql[STMT_OPEN_MINE], "ii", person_id,
	    now), now, soon_percent, c, &c->mine);
	if (err == CASE_OK)
		err = count_open(o, db_query(db, sql[STMT_OPEN_ROLE], "ii",
		    person_id, now), now, soon_percent, c, &c->role);
	if (err == CASE_OK)
		c->sent = row_int(db_query(db, sql[STMT_SENT_COUNT], "ii",
		    person_id, now));
	return err;
}
