/*
 * statement.c - statements of the SQLite engine: prepared once per handle,
 * bound by the parameter's name, stepped.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "store/sqlite.h"
#include "store/statement.h"

static size_t
bucket(const char *sql)
{
	return ((uintptr_t)sql >> 3) * 2654435761u >> 7 & (DB_BUCKETS - 1);
}

/*
 * PostgreSQL counts parameters, SQLite sees names: find the index of each.
 * The parameters must be $1 .. $n, or the text means different things to the
 * two.
 */
static int
index_parameters(struct db_stmt *st)
{
	char name[16];
	int i;

	st->nparam = sqlite3_bind_parameter_count(st->st);
	st->ncolumn = sqlite3_column_count(st->st);
	st->index = calloc((size_t)st->nparam + 1, sizeof(*st->index));
	if (st->index == NULL)
		return db_fail(st->db, "out of memory");
	for (i = 0; i < st->nparam; i++) {
		snprintf(name, sizeof(name), "$%d", i + 1);
		st->index[i] = sqlite3_bind_parameter_index(st->st, name);
		if (st->index[i] == 0)
			return db_fail(st->db, "no parameter %s: %s", name,
			    st->sql);
	}
	return 0;
}

static void
stmt_free(struct db_stmt *st)
{
	sqlite3_finalize(st->st);
	free(st->index);
	free(st);
}

static struct db_stmt *
stmt_new(struct db *db, const char *sql)
{
	struct db_stmt *st = calloc(1, sizeof(*st));
	const char *tail = "";
	int code;

	if (st == NULL) {
		db_fail(db, "out of memory");
		return NULL;
	}
	st->db = db;
	st->sql = sql;
	code = sqlite3_prepare_v3(db->sq, sql, -1, SQLITE_PREPARE_PERSISTENT,
	    &st->st, &tail);
	if (code != SQLITE_OK)
		db_fail_sqlite(db, code, sql);
	else if (st->st == NULL || tail[0] != '\0')
		db_fail(db, "not one statement: %s", sql);
	else if (index_parameters(st) == 0) {
		st->next = db->stmt[bucket(sql)];
		db->stmt[bucket(sql)] = st;
		return st;
	}
	stmt_free(st);
	return NULL;
}

/*
 * A statement of this text that is free, or a new one.  The texts are compared
 * besides: a buffer whose address is used again must not run what it held
 * before.  NULL when it cannot be prepared.
 */
static struct db_stmt *
stmt_get(struct db *db, const char *sql)
{
	struct db_stmt *st;

	for (st = db->stmt[bucket(sql)]; st != NULL; st = st->next)
		if (st->sql == sql && !st->in_use &&
		    strcmp(sqlite3_sql(st->st), sql) == 0)
			return st;
	return stmt_new(db, sql);
}

static int
bind(struct db_stmt *st, const char *types, va_list ap)
{
	int i, at, code = SQLITE_OK;

	if (strlen(types) != (size_t)st->nparam)
		return db_fail(st->db, "%d parameters, not %zu: %s",
		    st->nparam, strlen(types), st->sql);
	for (i = 0; i < st->nparam && code == SQLITE_OK; i++) {
		at = st->index[i];
		switch (types[i]) {
		case 'i':
			code = sqlite3_bind_int64(st->st, at,
			    va_arg(ap, int64_t));
			break;
		case 't':
			code = sqlite3_bind_text(st->st, at,
			    va_arg(ap, const char *), -1, SQLITE_TRANSIENT);
			break;
		case 'n':
			code = sqlite3_bind_null(st->st, at);
			break;
		default:
			return db_fail(st->db, "no type '%c'", types[i]);
		}
	}
	return code == SQLITE_OK ? 0 : db_fail_sqlite(st->db, code, st->sql);
}

/* The statement that only carries an error. */
static struct db_stmt *
failing(struct db *db, int rc)
{
	db->none.rc = rc;
	db->none.ended = 1;
	return &db->none;
}

/* The statement of a text, or NULL with *none carrying the error. */
static struct db_stmt *
take(struct db *db, const char *sql, struct db_stmt **none)
{
	struct db_stmt *st;

	if (db_failed(db)) {
		*none = failing(db, db->failed);
		return NULL;
	}
	if ((st = stmt_get(db, sql)) == NULL) {
		*none = failing(db, db->in_tx ? db->failed : DB_ERROR);
		return NULL;
	}
	if (!db->in_tx && !sqlite3_stmt_readonly(st->st)) {
		*none = failing(db, db_fail(db,
		    "a change outside a transaction: %s", sql));
		return NULL;
	}
	st->row = st->ended = st->rc = 0;
	return st;
}

/* The statement is bound, with result rc: it is in use, or failed. */
static struct db_stmt *
begin(struct db_stmt *st, int rc)
{
	if (rc != 0) {
		sqlite3_clear_bindings(st->st);
		return failing(st->db, rc);
	}
	st->in_use = 1;
	st->db->in_use++;
	return st;
}

static struct db_stmt *
query(struct db *db, const char *sql, const char *types, va_list ap)
{
	struct db_stmt *st, *none;

	if ((st = take(db, sql, &none)) == NULL)
		return none;
	return begin(st, bind(st, types, ap));
}

struct db_stmt *
db_query(struct db *db, const char *sql, const char *types, ...)
{
	struct db_stmt *st;
	va_list ap;

	va_start(ap, types);
	st = query(db, sql, types, ap);
	va_end(ap);
	return st;
}

/* SQLite steps through a list in flat memory anyway. */
struct db_stmt *
db_scan(struct db *db, const char *sql, const char *types, ...)
{
	struct db_stmt *st;
	va_list ap;

	va_start(ap, types);
	st = query(db, sql, types, ap);
	va_end(ap);
	return st;
}

static int
bind_values(struct db_stmt *st, const struct db_value *v, size_t n)
{
	int i, at, code = SQLITE_OK;

	if (n != (size_t)st->nparam)
		return db_fail(st->db, "%d parameters, not %zu: %s",
		    st->nparam, n, st->sql);
	for (i = 0; i < st->nparam && code == SQLITE_OK; i++) {
		at = st->index[i];
		if (v[i].null)
			code = sqlite3_bind_null(st->st, at);
		else if (v[i].text != NULL)
			code = sqlite3_bind_text(st->st, at, v[i].text, -1,
			    SQLITE_TRANSIENT);
		else
			code = sqlite3_bind_int64(st->st, at, v[i].num);
	}
	return code == SQLITE_OK ? 0 : db_fail_sqlite(st->db, code, st->sql);
}

struct db_stmt *
db_query_values(struct db *db, const char *sql, const struct db_value *v,
    size_t n)
{
	struct db_stmt *st, *none;

	if ((st = take(db, sql, &none)) == NULL)
		return none;
	return begin(st, bind_values(st, v, n));
}

int
db_step(struct db_stmt *st)
{
	int code;

	if (st->ended || !st->in_use)
		return 0;
	st->row = 0;
	if (db_failed(st->db)) {
		st->ended = 1;
		st->rc = st->db->failed;
		return 0;
	}
	code = sqlite3_step(st->st);
	if (code == SQLITE_ROW)
		return st->row = 1;
	st->ended = 1;
	if (code != SQLITE_DONE)
		st->rc = db_fail_sqlite(st->db, code, st->sql);
	return 0;
}

/* Forget the values: they may be large, or personal. */
static void
release(struct db_stmt *st)
{
	sqlite3_reset(st->st);
	sqlite3_clear_bindings(st->st);
	st->row = 0;
	st->in_use = 0;
	st->db->in_use--;
}

int
db_done(struct db_stmt *st)
{
	if (!st->in_use)
		return st->rc;
	if (!sqlite3_stmt_readonly(st->st))
		while (db_step(st))
			;
	release(st);
	return st->rc;
}

int
db_stmts_reset(struct db *db)
{
	struct db_stmt *st;
	int i, count = db->in_use;

	for (i = 0; i < DB_BUCKETS && db->in_use > 0; i++)
		for (st = db->stmt[i]; st != NULL; st = st->next)
			if (st->in_use)
				release(st);
	return count;
}

void
db_stmts_free(struct db *db)
{
	struct db_stmt *st, *next;
	int i;

	for (i = 0; i < DB_BUCKETS; i++)
		for (st = db->stmt[i]; st != NULL; st = next) {
			next = st->next;
			stmt_free(st);
		}
}

/* A statement that is a transaction of its own. */
struct single {
	struct db_stmt	*st;
	const char	*types;
	va_list		 ap;
	int		 changed;
};

/* Bind from the start each time, step to the end; 0 or the error. */
static int
run_bound(struct single *run)
{
	struct db_stmt *st;
	va_list ap;
	int rc;

	va_copy(ap, run->ap);
	run->st->row = run->st->ended = run->st->rc = 0;
	st = begin(run->st, bind(run->st, run->types, ap));
	va_end(ap);
	while (db_step(st))
		;
	if (st->rc == 0 && !sqlite3_stmt_readonly(run->st->st))
		run->changed = sqlite3_changes(st->db->sq);
	rc = db_done(st);
	return rc;
}

/* The error, if any, is the transaction's: db_tx() sees it there. */
static int
run_alone(struct db *db, void *arg)
{
	run_bound(arg);
	return 0;
}

int
db_run(struct db *db, const char *sql, const char *types, ...)
{
	struct single run = { .types = types };
	int rc;

	if (db_failed(db))
		return db->failed;
	if ((run.st = stmt_get(db, sql)) == NULL)
		return db->in_tx ? db->failed : DB_ERROR;
	va_start(run.ap, types);
	if (db->in_tx || sqlite3_stmt_readonly(run.st->st))
		rc = run_bound(&run);
	else
		rc = db_tx(db, run_alone, &run);
	va_end(run.ap);
	return rc == 0 ? run.changed : rc;
}

/* -- the row a statement stands at ------------------------------------- */

/* May the column be read?  A column that is not there is an error. */
static int
readable(struct db_stmt *st, int col)
{
	if (!st->row)
		return 0;
	if (col >= 0 && col < st->ncolumn)
		return 1;
	st->rc = db_fail(st->db, "no column %d: %s", col, st->sql);
	return 0;
}

int64_t
db_int(struct db_stmt *st, int col)
{
	return readable(st, col) ? sqlite3_column_int64(st->st, col) : 0;
}

const char *
db_text(struct db_stmt *st, int col)
{
	const unsigned char *text = NULL;

	if (readable(st, col))
		text = sqlite3_column_text(st->st, col);
	return text != NULL ? (const char *)text : "";
}

int
db_null(struct db_stmt *st, int col)
{
	return !readable(st, col) ||
	    sqlite3_column_type(st->st, col) == SQLITE_NULL;
}

char *
db_copy(struct db_stmt *st, int col, char *buf, size_t size)
{
	return utf8_copy(buf, size, db_text(st, col));
}
