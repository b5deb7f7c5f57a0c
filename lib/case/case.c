/*
 * case.c - reading cases, tasks and documents, and who may see and do them.
 */
#include "case/case.h"

#include <stdio.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/column.h"
#include "office/row.h"
#include "people/role.h"

enum stmt {
	STMT_CASE,
	STMT_CASE_CODE,
	STMT_CASE_NUMBER,
	STMT_TASK,
	STMT_TASKS,
	STMT_INSTITUTION,
	STMT_PERFORMER_NAME,
	STMT_DOCUMENT,
	STMT_DOCUMENTS,
	STMT_SEEN,
	STMT_SEEN_BEFORE,
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
	[STMT_INSTITUTION] =
		"SELECT coalesce(p.institution_id, 0) FROM people p"
		"  LEFT JOIN institutions i ON i.id = p.institution_id"
		" WHERE p.id = $1 AND p.active = 1"
		"   AND (i.id IS NULL OR i.state = 'active')",
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
	[STMT_SEEN_BEFORE] = (
		"SELECT 1 FROM reads WHERE person_id = $1 AND case_id = $2"
		"   AND hour = $3"),
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
	int i;

	for (i = 0; i < OUTCOME__MAX; i++)
		if (strcmp(outcomes[i], slug) == 0)
			return i;
	return -1;
}

static void
read_case(struct db_stmt *st, void *row)
{
	columns_read(case_columns, st, 0, row);
}

static void
read_task(struct db_stmt *st, void *row)
{
	columns_read(task_columns, st, 0, row);
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

static const struct row_kind cases = {
	sizeof(struct case_row), read_case, "Perkara tidak ditemukan."
};
static const struct row_kind tasks = {
	sizeof(struct task_row), read_task, "Langkah ini tidak ditemukan."
};
static const struct row_kind documents = {
	sizeof(struct document), read_document, "Berkas tidak ditemukan."
};

enum case_err
case_get(struct office *o, int64_t id, struct case_row *c)
{
	return row_one(o, db_query(office_db(o), sql[STMT_CASE], "i", id),
	    &cases, c);
}

enum case_err
case_by_code(struct office *o, const char *typed, struct case_row *c)
{
	char hash[65];

	/* A text that is no code takes the same path as an unknown one. */
	if (office_code_hash(o, typed, hash) == -1)
		hash[0] = '\0';
	return row_one(o, db_query(office_db(o), sql[STMT_CASE_CODE], "t",
	    hash), &cases, c);
}

enum case_err
case_by_number(struct office *o, const char *number, struct case_row *c)
{
	return row_one(o, db_query(office_db(o), sql[STMT_CASE_NUMBER], "t",
	    number), &cases, c);
}

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
document_get(struct office *o, int64_t id, struct document *d)
{
	return row_one(o, db_query(office_db(o), sql[STMT_DOCUMENT], "i", id),
	    &documents, d);
}

enum case_err
case_documents(struct office *o, int64_t case_id, struct document **list,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_DOCUMENTS], "i",
	    case_id), &documents, list, count);
}

/* -- rights ------------------------------------------------------------ */

int64_t
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
case_may_do(struct office *o, const struct actor *a, const struct task_row *t,
    int64_t now, const char **capacity)
{
	int64_t who = a->behalf_id ? a->behalf_id : a->person_id;
	int64_t institution;
	enum capacity as;
	int holds;

	*capacity = "";
	if (a->person_id == 0)
		return t->external && a->case_id == t->case_id;
	/* A request without account is its applicant's alone. */
	institution = institution_of(o, who);
	if (institution == -1 || (t->external && (t->institution_id == 0 ||
	    t->institution_id != institution)))
		return 0;
	holds = holder_acts_for(o, who, t->performer, now, &as);
	if (holds)
		*capacity = holder_capacity_slug(as);
	return t->assignee_id != 0 ? t->assignee_id == who : holds;
}

/* -- beside it --------------------------------------------------------- */

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
	int rc;

	/* Mostly it is noted already; a page need not wait for a writer. */
	if (row_int(db_query(office_db(o), sql[STMT_SEEN_BEFORE], "iii",
	    person_id, case_id, hour)) != 0)
		return CASE_OK;
	rc = db_run(office_db(o), sql[STMT_SEEN], "iii", person_id, case_id,
	    hour);
	return rc < 0 ? office_err_tx(o, rc) : CASE_OK;
}
