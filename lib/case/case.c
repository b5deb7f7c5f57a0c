/*
 * case.c - reading cases, tasks and documents, and who may see and do them.
 */
#include "case/case.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/column.h"
#include "case/work.h"
#include "clock/account.h"
#include "clock/calendar.h"

enum stmt {
	STMT_CASE,
	STMT_CASE_CODE,
	STMT_CASE_NUMBER,
	STMT_TASK,
	STMT_TASKS,
	STMT_SPANS,
	STMT_HOLDS,
	STMT_INSTITUTION,
	STMT_PERFORMER_NAME,
	STMT_DOCUMENT,
	STMT_DOCUMENTS,
	STMT_SEEN,
	STMT__MAX
};

#define DOCUMENT_COLUMNS \
	"id, case_id, task_id, field, name, type, sha256, size, added_at," \
	" coalesce(added_by, 0)"

static const char *const sql[STMT__MAX] = {
	[STMT_CASE] =
		"SELECT " CASE_COLUMNS " FROM cases c WHERE c.id = $1",
	[STMT_CASE_CODE] =
		"SELECT " CASE_COLUMNS " FROM cases c WHERE c.code_hash = $1",
	[STMT_CASE_NUMBER] =
		"SELECT " CASE_COLUMNS " FROM cases c WHERE c.number = $1",
	[STMT_TASK] =
		"SELECT " TASK_COLUMNS " FROM tasks t WHERE t.id = $1",
	[STMT_TASKS] =
		"SELECT " TASK_COLUMNS " FROM tasks t WHERE t.case_id = $1"
		" ORDER BY t.opened_at, t.pos, t.visit, t.id",
	[STMT_SPANS] =
		"SELECT phase, from_at FROM spans WHERE task_id = $1"
		" ORDER BY from_at, n",
	/* The most definitive capacity first. */
	[STMT_HOLDS] =
		"SELECT h.capacity FROM performers p"
		"  JOIN holders h ON h.role_id = p.role_id"
		"  JOIN people w ON w.id = h.person_id"
		" WHERE p.expr = $1 AND h.person_id = $2 AND h.from_at <= $3"
		"   AND (h.to_at IS NULL OR h.to_at > $3) AND w.active = 1"
		" ORDER BY h.capacity LIMIT 1",
	[STMT_INSTITUTION] =
		"SELECT coalesce(institution_id, 0) FROM people"
		" WHERE id = $1 AND active = 1",
	[STMT_PERFORMER_NAME] =
		"SELECT name FROM performers WHERE expr = $1 ORDER BY role_id",
	[STMT_DOCUMENT] =
		"SELECT " DOCUMENT_COLUMNS " FROM documents WHERE id = $1",
	[STMT_DOCUMENTS] =
		"SELECT " DOCUMENT_COLUMNS " FROM documents"
		" WHERE case_id = $1 ORDER BY added_at, id",
	[STMT_SEEN] =
		"INSERT INTO reads (person_id, case_id, hour)"
		" VALUES ($1, $2, $3)"
		" ON CONFLICT (person_id, case_id, hour) DO NOTHING",
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
outcome_slug(enum outcome o)
{
	return outcomes[o];
}

int
outcome_from(const char *slug)
{
	int i;

	for (i = 0; i < OUTCOME__MAX; i++)
		if (strcmp(outcomes[i], slug) == 0)
			return i;
	return -1;
}

/* Read the one row of a statement. */
static enum case_err
one_row(struct office *o, struct db_stmt *st, const struct column *columns,
    void *row)
{
	int found = db_step(st);

	if (found)
		columns_read(columns, st, 0, row);
	if (db_done(st) != 0)
		return case_err_tx(o, DB_ERROR);
	if (!found)
		return office_fail(o, CASE_NOT_FOUND, "",
		    "Perkara tidak ditemukan.");
	return CASE_OK;
}

enum case_err
case_get(struct office *o, int64_t id, struct case_row *c)
{
	return one_row(o, db_query(office_db(o), sql[STMT_CASE], "i", id),
	    case_columns, c);
}

enum case_err
case_by_code(struct office *o, const char *typed, struct case_row *c)
{
	char hash[65];

	/* A text that is no code takes the same path as an unknown one. */
	if (office_code_hash(o, typed, hash) == -1)
		hash[0] = '\0';
	return one_row(o, db_query(office_db(o), sql[STMT_CASE_CODE], "t",
	    hash), case_columns, c);
}

enum case_err
case_by_number(struct office *o, const char *number, struct case_row *c)
{
	return one_row(o, db_query(office_db(o), sql[STMT_CASE_NUMBER], "t",
	    number), case_columns, c);
}

enum case_err
task_get(struct office *o, int64_t id, struct task_row *t)
{
	return one_row(o, db_query(office_db(o), sql[STMT_TASK], "i", id),
	    task_columns, t);
}

/*
 * Read all rows of a statement into a grown array of `size` bytes a row, by
 * `read`.  The array is at least one row long, so that it is never NULL.
 */
static enum case_err
all_rows(struct office *o, struct db_stmt *st, size_t size,
    void (*read)(struct db_stmt *, void *), void **rows, size_t *count)
{
	size_t n = 0, room = 16;
	char *list = calloc(room, size), *more;

	while (list != NULL && db_step(st)) {
		if (n == room) {
			room *= 2;
			if ((more = realloc(list, room * size)) == NULL)
				break;
			list = more;
		}
		memset(list + n * size, 0, size);
		read(st, list + n++ * size);
	}
	if (db_done(st) != 0 || list == NULL) {
		free(list);
		return case_err_tx(o, DB_ERROR);
	}
	*rows = list;
	*count = n;
	return CASE_OK;
}

static void
read_task(struct db_stmt *st, void *row)
{
	columns_read(task_columns, st, 0, row);
}

enum case_err
case_tasks(struct office *o, int64_t case_id, struct task_row **tasks,
    size_t *count)
{
	void *rows;
	enum case_err err;

	err = all_rows(o, db_query(office_db(o), sql[STMT_TASKS], "i", case_id),
	    sizeof(**tasks), read_task, &rows, count);
	if (err == CASE_OK)
		*tasks = rows;
	return err;
}

static void
read_document(struct db_stmt *st, void *row)
{
	struct document *d = row;

	d->id = db_int(st, 0);
	d->case_id = db_int(st, 1);
	d->task_id = db_int(st, 2);
	db_copy(st, 3, d->field, sizeof(d->field));
	db_copy(st, 4, d->name, sizeof(d->name));
	db_copy(st, 5, d->type, sizeof(d->type));
	db_copy(st, 6, d->sha256, sizeof(d->sha256));
	d->size = db_int(st, 7);
	d->added_at = db_int(st, 8);
	d->added_by = db_int(st, 9);
}

enum case_err
document_get(struct office *o, int64_t id, struct document *d)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_DOCUMENT], "i",
	    id);
	int found = db_step(st);

	if (found)
		read_document(st, d);
	db_done(st);
	return found ? CASE_OK : office_fail(o, CASE_NOT_FOUND, "",
	    "Berkas tidak ditemukan.");
}

enum case_err
case_documents(struct office *o, int64_t case_id, struct document **docs,
    size_t *count)
{
	void *rows;
	enum case_err err;

	err = all_rows(o, db_query(office_db(o), sql[STMT_DOCUMENTS], "i",
	    case_id), sizeof(**docs), read_document, &rows, count);
	if (err == CASE_OK)
		*docs = rows;
	return err;
}

/* Institution of an outsider, 0 for an official, -1 for nobody active. */
static int64_t
institution_of(struct office *o, int64_t person_id)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_INSTITUTION], "i",
	    person_id);
	int64_t id = db_step(st) ? db_int(st, 0) : -1;

	db_done(st);
	return id;
}

int
case_may_see(struct office *o, const struct actor *a, const struct case_row *c)
{
	int64_t institution;

	if (a->person_id == 0)
		return a->case_id == c->id;
	institution = institution_of(o, a->person_id);
	if (institution == 0)
		return 1;
	if (institution == -1)
		return 0;
	return c->applicant_id == a->person_id ||
	    c->institution_id == institution;
}

int
task_may(struct office *o, const struct actor *a, const struct task_row *t,
    int64_t now, const char **capacity)
{
	static const char *const capacities[] = { "definitif", "plh", "plt" };
	struct db_stmt *st;
	int64_t who = a->behalf_id ? a->behalf_id : a->person_id;
	size_t i;
	int may;

	*capacity = "";
	if (a->person_id == 0)
		return t->external && a->case_id == t->case_id;
	if (t->institution_id != 0 &&
	    t->institution_id != institution_of(o, who))
		return 0;
	if (t->assignee_id != 0)
		return t->assignee_id == who && institution_of(o, who) != -1;
	st = db_query(office_db(o), sql[STMT_HOLDS], "tii", t->performer, who,
	    now);
	may = db_step(st);
	for (i = 0; may && i < 3; i++)
		if (strcmp(capacities[i], db_text(st, 0)) == 0)
			*capacity = capacities[i];
	db_done(st);
	return may;
}

size_t
task_spans(struct office *o, int64_t task_id, size_t more,
    struct span **list)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_SPANS], "i",
	    task_id);
	struct span *grown;
	size_t n = 0;
	int phase;

	*list = calloc(more + 1, sizeof(**list));
	while (*list != NULL && db_step(st)) {
		grown = realloc(*list, (n + more + 2) * sizeof(**list));
		phase = phase_from(db_text(st, 0));
		if (grown == NULL || phase == -1)
			break;
		*list = grown;
		grown[n].phase = (enum phase)phase;
		grown[n++].from = db_int(st, 1);
	}
	db_done(st);
	return n;
}

enum case_err
task_accounts(struct office *o, const struct task_row *t, int64_t at,
    struct accounts *out)
{
	struct span *span;
	struct span_list list;

	list.count = task_spans(o, t->id, 0, &span);
	list.span = span;
	list.close = t->open ? at : t->closed_at;
	memset(out, 0, sizeof(*out));
	if (list.count > 0)
		accounts_task(office_calendar(o), &list, out);
	free(span);
	return CASE_OK;
}

enum case_err
case_accounts(struct office *o, const struct case_row *c, int64_t at,
    struct accounts *out)
{
	struct task_row *t;
	struct span_list *list;
	enum case_err err;
	size_t n, i, used = 0;

	if ((err = case_tasks(o, c->id, &t, &n)) != CASE_OK)
		return err;
	if (c->ended_at != 0)
		at = c->ended_at;
	list = calloc(n + 1, sizeof(*list));
	for (i = 0; list != NULL && i < n; i++) {
		struct span *span;

		if (t[i].side || strcmp(t[i].outcome, "void") == 0)
			continue;
		list[used].count = task_spans(o, t[i].id, 0, &span);
		list[used].span = span;
		list[used++].close = t[i].open ? at : t[i].closed_at;
	}
	memset(out, 0, sizeof(*out));
	if (list != NULL)
		accounts_case(office_calendar(o), list, used, c->opened_at, at,
		    out);
	for (i = 0; list != NULL && i < used; i++)
		free((void *)(uintptr_t)list[i].span);
	free(list);
	free(t);
	return list != NULL ? CASE_OK : CASE_DB;
}

char *
performer_name(struct office *o, const char *expr, char *buf, size_t size)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_PERFORMER_NAME],
	    "t", expr);
	size_t len;

	buf[0] = '\0';
	while (db_step(st)) {
		/* A name of the whole stands at every role; else join them. */
		if (strcmp(buf, db_text(st, 0)) == 0)
			break;
		len = strlen(buf);
		snprintf(buf + len, size - len, "%s%s", len ? "/" : "",
		    db_text(st, 0));
	}
	db_done(st);
	if (buf[0] == '\0')
		snprintf(buf, size, "%s", expr);
	return buf;
}

enum case_err
case_seen(struct office *o, int64_t person_id, int64_t case_id, int64_t now)
{
	int64_t hour = now - now % 3600;

	return db_run(office_db(o), sql[STMT_SEEN], "iii", person_id, case_id,
	    hour) < 0 ? case_err_tx(o, DB_ERROR) : CASE_OK;
}
