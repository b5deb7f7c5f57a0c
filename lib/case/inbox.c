/*
 * inbox.c - the lists people work from: the inbox and its counts.
 */
#include "case/inbox.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_recall.h"
#include "case/below.h"
#include "case/column.h"
#include "case/search.h"
#include "clock/calendar.h"
#include "office/row.h"

enum stmt {
	STMT_MINE,		/* the four in the order of inbox_tab */
	STMT_ROLE,
	STMT_SENT,
	STMT_BELOW,
	STMT_FIND_MINE,		/* ... of those that match a filter */
	STMT_FIND_ROLE,
	STMT_FIND_SENT,
	STMT_FIND_BELOW,
	STMT_BACK_MINE,		/* ... and the last first */
	STMT_BACK_ROLE,
	STMT_BACK_SENT,
	STMT_BACK_BELOW,
	STMT_OPEN_MINE,
	STMT_OPEN_ROLE,
	STMT_OPEN_BELOW,
	STMT_OPEN_ALL,
	STMT_SENT_COUNT,
	STMT__MAX
};

/* The columns of a list beside the task. */
#define INBOX_COLUMNS(who) \
	TASK_COLUMNS ", c.number, c.subject, s.slug, v.name," \
	" (SELECT count(*) FROM tasks x WHERE x.case_id = t.case_id" \
	"   AND x.outcome = 'return'), " who ", t.opened_at"
#define SENDER \
	"coalesce((SELECT CASE y.external WHEN 1 THEN c.applicant" \
	"   ELSE coalesce(p.name, '') END FROM tasks y" \
	"   LEFT JOIN people p ON p.id = y.closed_by" \
	"   WHERE y.case_id = t.case_id AND y.open = 0 AND y.side = 0" \
	"   AND y.outcome <> 'void' AND y.closed_at <= t.opened_at" \
	"   AND y.id <> t.id ORDER BY y.closed_at DESC, y.id DESC" \
	"   LIMIT 1), '')"
#define HOLDER \
	"coalesce((SELECT p.name FROM people p" \
	"   WHERE p.id = coalesce(t.claimed_by, t.assignee_id)), '')"
/* Whether what was passed on can still be taken back. */
#define OPEN_COLUMNS INBOX_COLUMNS(SENDER) ", 0"
#define BELOW_COLUMNS INBOX_COLUMNS(HOLDER) ", 0"
#define SENT_COLUMNS \
	INBOX_COLUMNS(SENDER) ", CASE WHEN " ACT_RECALL_SQL_UNTOUCHED \
	" THEN 1 ELSE 0 END"
#define INBOX_JOIN \
	" JOIN cases c ON c.id = t.case_id" \
	"  JOIN sop_versions v ON v.id = t.version_id" \
	"  JOIN sops s ON s.id = v.sop_id"
#define OFFICIAL \
	"(SELECT q.institution_id FROM people q WHERE q.id = $1) IS NULL"
#define INBOX_FILTER \
	" AND ($6 = '' OR s.slug = $6) AND ($13 = '' OR c.code_hash = $13)" \
	SEARCH_HAS_WORD("t.case_id", "$7", "$8", OFFICIAL) \
	SEARCH_HAS_WORD("t.case_id", "$9", "$10", OFFICIAL) \
	SEARCH_HAS_WORD("t.case_id", "$11", "$12", OFFICIAL) \
	SEARCH_HAS_REST("t.case_id", "$22", OFFICIAL) \
	" AND ($14 = '' OR t.kind = $14)" \
	" AND ($15 = '' OR ($15 = '" INBOX_ANY_PARTY "'" \
	"   AND t.phase = 'outside') OR $15 = (SELECT a.party FROM spans a" \
	"   WHERE a.task_id = t.id AND t.phase = 'outside'" \
	"   ORDER BY a.n DESC LIMIT 1))" \
	" AND ($16 = 0 OR (t.open = 1 AND t.external = 0" \
	"   AND (($16 = 1 AND t.due_at < $2)" \
	"    OR ($16 = 2 AND $18 LIKE '%,' || t.id || ',%')" \
	"    OR ($16 = 3 AND t.due_at >= $2 AND t.due_at < $17))))" \
	" AND ($19 = 0 OR (t.external = 0 AND t.awaited = 0" \
	"   AND t.phase <> 'outside'))" \
	" AND ($20 = '' OR t.performer = $20) AND ($21 = 0" \
	"   OR coalesce(t.claimed_by, t.assignee_id, -1) = $21)"
/* By remaining time (late first, stopped clocks last), SOP, number, subject,
 * kind of step or arrival; what was passed on, the last first. */
#define KEYS(way) \
	" ORDER BY CASE $3 WHEN 1 THEN v.name WHEN 2 THEN c.number" \
	"  WHEN 3 THEN lower(c.subject) WHEN 4 THEN t.kind ELSE '' END" way
#define INBOX_ORDER_BY(way) KEYS(way) \
	", CASE WHEN $3 = 5 THEN t.opened_at END" way \
	", t.due_at IS NULL, t.due_at" way ", c.number, t.id"
#define SENT_ORDER_BY(way, contrary) KEYS(way) \
	", t.closed_at" contrary ", t.id" contrary
#define INBOX_ORDER INBOX_ORDER_BY("")
#define SENT_ORDER SENT_ORDER_BY("", " DESC")
/* The usual order, for which the tasks and the numbers of their cases are
 * enough; of what was passed on, an index (never NULL: closed_at). */
#define CASE_JOIN " JOIN cases c ON c.id = t.case_id"
#define BY_DUE " ORDER BY t.due_at IS NULL, t.due_at, c.number, t.id"
#define BY_END " ORDER BY t.closed_at DESC, t.id DESC"
/* The columns beside a task are read for the page alone. */
#define PAGE(columns, total, join, which, order, limit) \
	"SELECT " columns \
	" FROM (SELECT t.id" total " FROM tasks t" join " WHERE " which \
	order " LIMIT " limit ") page" \
	"  JOIN tasks t ON t.id = page.id" INBOX_JOIN order
#define USUAL(columns, join, which, order) \
	PAGE(columns, "", join, which, order, "$3 OFFSET $4")
#define FIND(columns, which, order) \
	PAGE(columns ", page.total", ", count(*) OVER () AS total", \
	    INBOX_JOIN, which INBOX_FILTER, order, "$4 OFFSET $5")
#define MINE "t.id IN (" INBOX_SQL_MINE ")"
#define ROLE "t.id IN (" INBOX_SQL_ROLE ")"
#define BELOW "t.id IN (" BELOW_SQL_TASKS ")"
/* The columns task_urgency() looks at. */
#define URGENCY \
	"t.open, t.external, t.due_at, t.min, t.max, t.unit, t.measure," \
	" t.received_at, t.claimed_at, t.id"
/* Tasks the person passed on, in the last three months: an open one has not
 * been closed, so that an index alone can tell. */
#define SENT "t.closed_by = $1 AND t.closed_at > $2 - 7948800"

static const char *const sql[STMT__MAX] = {
	[STMT_MINE] = (USUAL(OPEN_COLUMNS, CASE_JOIN, MINE, BY_DUE)),
	[STMT_ROLE] = (USUAL(OPEN_COLUMNS, CASE_JOIN, ROLE, BY_DUE)),
	[STMT_SENT] = (USUAL(SENT_COLUMNS, "", SENT, BY_END)),
	[STMT_BELOW] = (USUAL(BELOW_COLUMNS, CASE_JOIN, BELOW, BY_DUE)),
	[STMT_FIND_MINE] = (FIND(OPEN_COLUMNS, MINE, INBOX_ORDER)),
	[STMT_FIND_ROLE] = (FIND(OPEN_COLUMNS, ROLE, INBOX_ORDER)),
	[STMT_FIND_SENT] = (DB_PLANNED FIND(SENT_COLUMNS, SENT,
	    SENT_ORDER)),
	[STMT_FIND_BELOW] = (FIND(BELOW_COLUMNS, BELOW, INBOX_ORDER)),
	[STMT_BACK_MINE] = (FIND(OPEN_COLUMNS, MINE, INBOX_ORDER_BY(" DESC"))),
	[STMT_BACK_ROLE] = (FIND(OPEN_COLUMNS, ROLE, INBOX_ORDER_BY(" DESC"))),
	[STMT_BACK_SENT] = (DB_PLANNED FIND(SENT_COLUMNS, SENT,
	    SENT_ORDER_BY(" DESC", ""))),
	[STMT_BACK_BELOW] = (FIND(BELOW_COLUMNS, BELOW,
	    INBOX_ORDER_BY(" DESC"))),
	[STMT_OPEN_MINE] = (
		"SELECT " URGENCY " FROM tasks t"
		" WHERE " MINE),
	[STMT_OPEN_ROLE] = (
		"SELECT " URGENCY " FROM tasks t"
		" WHERE " ROLE),
	[STMT_OPEN_BELOW] = (
		"SELECT " URGENCY " FROM tasks t"
		" WHERE " BELOW),
	[STMT_OPEN_ALL] = (
		"SELECT " URGENCY " FROM tasks t"
		" WHERE t.open = 1 AND t.external = 0"),
	[STMT_SENT_COUNT] = (
		"SELECT count(*) FROM (SELECT 1 FROM tasks t WHERE " SENT
		" LIMIT $3) page"),
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
	r->untouched = db_int(st, n + 7) != 0;
}

static int
is_given(const char *text)
{
	return text != NULL && *text != '\0';
}

/* -- how much time is left ------------------------------------------------- */

/* The columns of URGENCY. */
static void
read_urgency(struct db_stmt *st, struct task_row *t)
{
	t->open = db_int(st, 0);
	t->external = db_int(st, 1);
	t->due_at = db_int(st, 2);
	t->min = db_int(st, 3);
	t->max = db_int(st, 4);
	db_copy(st, 5, t->unit, sizeof(t->unit));
	db_copy(st, 6, t->measure, sizeof(t->measure));
	t->received_at = db_int(st, 7);
	t->claimed_at = db_int(st, 8);
	t->id = db_int(st, 9);
}

/* The open tasks of a statement that are nearly late, ",12,15,": how much time
 * that is, the calendar alone can tell.  Given, free() it; NULL: no memory, or
 * the database failed. */
static char *
soon_of(struct office *o, struct db_stmt *st, int64_t now, int percent)
{
	struct task_row t = { 0 };
	size_t len = 0;
	char *text = NULL;
	FILE *f = open_memstream(&text, &len);
	int bad;

	if (f != NULL)
		fputc(',', f);
	while (db_step(st)) {
		read_urgency(st, &t);
		if (f != NULL && task_urgency(o, &t, now, percent) == 1)
			fprintf(f, "%lld,", (long long)t.id);
	}
	bad = db_done(st) != 0;
	if (f == NULL || fclose(f) != 0 || bad) {
		free(text);
		return NULL;
	}
	return text;
}

/* Those of a tab, where they are asked for. */
static char *
soon_ids(struct office *o, const struct inbox_query *q)
{
	static const enum stmt open_of[] = {
		[INBOX_MINE] = STMT_OPEN_MINE,
		[INBOX_ROLE] = STMT_OPEN_ROLE,
		[INBOX_BELOW] = STMT_OPEN_BELOW,
	};

	if (q->term != INBOX_SOON || q->tab == INBOX_SENT)
		return strdup(",");
	return soon_of(o, db_query(office_db(o), sql[open_of[q->tab]], "ii",
	    q->person_id, q->now), q->now, q->soon_percent);
}

char *
inbox_soon(struct office *o, int64_t now, int soon_percent)
{
	return soon_of(o, db_query(office_db(o), sql[STMT_OPEN_ALL], ""), now,
	    soon_percent);
}

int64_t
inbox_midnight(struct office *o, int64_t now)
{
	struct cal_local l;

	calendar_local(office_calendar(o), now, &l);
	return calendar_instant(office_calendar(o), l.year, l.month, l.day + 1,
	    0, 0, 0);
}

/* -- the list -------------------------------------------------------------- */

static int
has_filter(const struct inbox_query *q)
{
	return is_given(q->search) || is_given(q->sop) || is_given(q->kind) ||
	    is_given(q->party) || is_given(q->role) || q->holder != 0 ||
	    q->term != INBOX_ANY_TERM || q->workable || q->backwards;
}

static const char *
text_of(const char *text)
{
	return text != NULL ? text : "";
}

/* The statement of a tab: all of it in its usual order, or with what is looked
 * for in another. */
static struct db_stmt *
query(struct office *o, const struct inbox_query *q, int finds,
    const char *soon)
{
	struct db *db = office_db(o);
	struct search find;
	const struct search_range *w = find.word;

	if (!finds && q->sort == INBOX_BY_DUE)
		return db_query(db, sql[STMT_MINE + q->tab], "iiii",
		    q->person_id, q->now, q->limit, q->offset);
	search_read(o, q->search, &find);
	return db_query(db, sql[(q->backwards ? STMT_BACK_MINE :
	    STMT_FIND_MINE) + q->tab], "iiiiittttttttttiititit",
	    q->person_id, q->now, (int64_t)q->sort, q->limit, q->offset,
	    text_of(q->sop), w[0].from, w[0].to, w[1].from, w[1].to,
	    w[2].from, w[2].to, find.code, text_of(q->kind),
	    text_of(q->party), (int64_t)q->term, inbox_midnight(o, q->now),
	    soon, (int64_t)q->workable, text_of(q->role), q->holder,
	    find.rest);
}

enum case_err
inbox_list(struct office *o, const struct inbox_query *q,
    struct inbox_row **rows, size_t *count, int64_t *total)
{
	const int finds = total != NULL || has_filter(q);
	char *soon = soon_ids(o, q);
	struct db_stmt *st;
	size_t n = 0;

	*rows = calloc((size_t)q->limit + 1, sizeof(**rows));
	if (*rows == NULL || soon == NULL) {
		free(*rows);
		free(soon);
		return office_fail(o, CASE_DB, "", "no list");
	}
	if (total != NULL)
		*total = 0;
	st = query(o, q, finds, soon);
	while (n < (size_t)q->limit && db_step(st)) {
		read_inbox(st, &(*rows)[n++]);
		if (total != NULL)
			*total = db_int(st, TASK_NCOLUMNS + 8);
	}
	free(soon);
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
		read_urgency(st, &t);
		++*n;
		urgency = task_urgency(o, &t, now, percent);
		c->late += urgency == 2;
		c->soon += urgency == 1;
	}
	return db_done(st) == 0 ? CASE_OK : office_err_tx(o, DB_ERROR);
}

enum case_err
inbox_count(struct office *o, int64_t person_id, int64_t now,
    int soon_percent, int64_t sent_most, struct inbox_counts *c)
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
		c->sent = row_int(db_query(db, sql[STMT_SENT_COUNT], "iii",
		    person_id, now, sent_most));
	return err;
}
