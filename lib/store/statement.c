/*
 * statement.c - statements of a handle: prepared once, found again by the
 * address of their text, bound, stepped.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "store/engine.h"
#include "store/statement.h"
#include "store/transaction.h"

/* Longer lists are read by db_scan(): one that was forgotten is found by its
 * error and not by the memory of the machine. */
#define LIST_MAX	(64u << 20)
#define FEW		32		/* parameters of most statements */

static size_t
bucket(const char *sql)
{
	return ((uintptr_t)sql >> 3) * 2654435761u >> 7 & (DB_BUCKETS - 1);
}

static void
stmt_free(struct db_stmt *st)
{
	free(st->text);
	free(st->types);
	st->db->engine->free(st);
}

static struct db_stmt *
stmt_new(struct db *db, const char *sql, const char *types)
{
	struct db_stmt *st = db->engine->prepare(db, sql, types);

	if (st == NULL)
		return NULL;
	st->db = db;
	st->sql = sql;
	st->text = strdup(sql);
	st->types = strdup(types);
	if (st->text == NULL || st->types == NULL) {
		db_fail(db, "out of memory");
		stmt_free(st);
		return NULL;
	}
	st->next = db->stmt[bucket(sql)];
	return db->stmt[bucket(sql)] = st;
}

/*
 * A statement of this text and these types that is free, or a new one.  The
 * texts are compared besides: a buffer whose address is used again must not
 * run what it held before.  NULL when it cannot be prepared.
 */
static struct db_stmt *
stmt_get(struct db *db, const char *sql, const char *types)
{
	struct db_stmt *st;

	for (st = db->stmt[bucket(sql)]; st != NULL; st = st->next)
		if (st->sql == sql && !st->in_use &&
		    strcmp(st->types, types) == 0 &&
		    strcmp(st->text, sql) == 0)
			return st;
	return stmt_new(db, sql, types);
}

/* -- values ---------------------------------------------------------------- */

/* The values of a call, by its letters; more than a few lie on the heap. */
struct values {
	struct db_value	 few[FEW], *list;
	size_t		 n;
};

static int
take_values(struct db *db, struct values *v, const char *types, va_list ap)
{
	struct db_value *at;
	size_t i;

	v->n = strlen(types);
	v->list = v->n <= FEW ? v->few : calloc(v->n, sizeof(*v->list));
	if (v->list == NULL)
		return db_fail(db, "out of memory");
	for (i = 0; i < v->n; i++) {
		at = &v->list[i];
		*at = (struct db_value){ .null = types[i] == 'n' };
		if (types[i] == 'i') {
			at->num = va_arg(ap, int64_t);
		} else if (types[i] == 't') {
			at->text = va_arg(ap, const char *);
			at->null = at->text == NULL;
		} else if (types[i] == 'b') {
			at->bytes = va_arg(ap, const void *);
			at->size = va_arg(ap, size_t);
		} else if (types[i] != 'n') {
			return db_fail(db, "no type '%c'", types[i]);
		}
	}
	return 0;
}

static void
drop_values(struct values *v)
{
	if (v->list != v->few)
		free(v->list);
}

/* -- a list ---------------------------------------------------------------- */

/* The statement that only carries an error. */
static struct db_stmt *
failing(struct db *db, int rc)
{
	db->none.rc = rc;
	db->none.ended = 1;
	return &db->none;
}

/* Bind the statement: it is in use, or failed. */
static struct db_stmt *
begin(struct db_stmt *st, const struct db_value *v, size_t n)
{
	const struct db_engine *engine = st->db->engine;
	int rc;

	st->row = st->ended = st->rc = 0;
	st->taken = 0;
	rc = n == (size_t)st->nparam ? engine->bind(st, v) : db_fail(st->db,
	    "%d parameters, not %zu: %s", st->nparam, n, st->sql);
	if (rc != 0) {
		engine->reset(st);
		return failing(st->db, rc);
	}
	st->in_use = 1;
	st->db->in_use++;
	return st;
}

static struct db_stmt *
query(struct db *db, const char *sql, const char *types,
    const struct db_value *v, size_t n)
{
	struct db_stmt *st;

	if (db_failed(db))
		return failing(db, db->failed);
	if ((st = stmt_get(db, sql, types)) == NULL)
		return failing(db, db->in_tx ? db->failed : DB_ERROR);
	if (!db->in_tx && !st->readonly)
		return failing(db, db_fail(db,
		    "a change outside a transaction: %s", sql));
	st->scan = 0;
	return begin(st, v, n);
}

static struct db_stmt *
query_typed(struct db *db, const char *sql, const char *types, va_list ap)
{
	struct values v;
	struct db_stmt *st;
	int rc = take_values(db, &v, types, ap);

	st = rc == 0 ? query(db, sql, types, v.list, v.n) : failing(db, rc);
	drop_values(&v);
	return st;
}

struct db_stmt *
db_query(struct db *db, const char *sql, const char *types, ...)
{
	struct db_stmt *st;
	va_list ap;

	va_start(ap, types);
	st = query_typed(db, sql, types, ap);
	va_end(ap);
	return st;
}

struct db_stmt *
db_scan(struct db *db, const char *sql, const char *types, ...)
{
	struct db_stmt *st;
	va_list ap;

	va_start(ap, types);
	st = query_typed(db, sql, types, ap);
	va_end(ap);
	st->scan = 1;
	return st;
}

struct db_stmt *
db_query_values(struct db *db, const char *sql, const struct db_value *v,
    size_t n)
{
	return query(db, sql, "", v, n);
}

/* The list is longer than anything that is shown. */
static int
too_long(struct db_stmt *st)
{
	st->rc = db_fail(st->db, "a list of more than %u MB, to be read by "
	    "db_scan(): %s", LIST_MAX >> 20, st->sql);
	st->row = 0;
	st->ended = 1;
	return 0;
}

int
db_step(struct db_stmt *st)
{
	int rc;

	if (st->ended || !st->in_use)
		return 0;
	st->row = 0;
	rc = db_failed(st->db) ? st->db->failed : st->db->engine->step(st);
	if (rc == 1) {
		st->row = 1;
		return st->scan || st->taken <= LIST_MAX ? 1 : too_long(st);
	}
	st->ended = 1;
	st->rc = rc;
	return 0;
}

/* Forget the values: they may be large, or personal. */
static void
release(struct db_stmt *st)
{
	st->db->engine->reset(st);
	st->row = 0;
	st->in_use = 0;
	st->db->in_use--;
}

/* A change that nobody has stepped yet, within a transaction that goes on. */
static int
can_wait(const struct db_stmt *st)
{
	return st->db->engine->later != NULL && st->db->in_tx && !st->row &&
	    !st->ended && !db_failed(st->db);
}

int
db_done(struct db_stmt *st)
{
	if (!st->in_use)
		return st->rc;
	if (!st->readonly && can_wait(st))
		st->rc = st->db->engine->later(st);
	else if (!st->readonly)
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

/* -- a change -------------------------------------------------------------- */

/* A statement that is a transaction of its own. */
struct single {
	struct db_stmt	*st;
	struct values	 v;
	int		 changed;
};

/* Bind from the start each time, step to the end; 0 or the error. */
static int
run_bound(struct single *run)
{
	struct db_stmt *st;

	run->st->scan = 0;
	st = begin(run->st, run->v.list, run->v.n);
	while (db_step(st))
		;
	if (st->rc == 0 && !run->st->readonly)
		run->changed = st->db->engine->changes(st);
	return db_done(st);
}

/* The error, if any, is the transaction's: db_tx() sees it there. */
static int
run_alone(struct db *db, void *arg)
{
	run_bound(arg);
	return 0;
}

static int
run_single(struct db *db, struct single *run)
{
	int rc;

	if (db->in_tx || run->st->readonly)
		rc = run_bound(run);
	else
		rc = transaction_bare(db, run_alone, run);
	return rc == 0 ? run->changed : rc;
}

int
db_run(struct db *db, const char *sql, const char *types, ...)
{
	struct single run = { 0 };
	va_list ap;
	int rc;

	if (db_failed(db))
		return db->failed;
	va_start(ap, types);
	rc = take_values(db, &run.v, types, ap);
	va_end(ap);
	if (rc == 0 && (run.st = stmt_get(db, sql, types)) == NULL)
		rc = db->in_tx ? db->failed : DB_ERROR;
	if (rc == 0)
		rc = run_single(db, &run);
	drop_values(&run.v);
	return rc;
}

void
db_put(struct db *db, const char *sql, const char *types, ...)
{
	va_list ap;

	va_start(ap, types);
	db_done(query_typed(db, sql, types, ap));
	va_end(ap);
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
	return readable(st, col) ? st->db->engine->number(st, col) : 0;
}

const char *
db_text(struct db_stmt *st, int col)
{
	const char *text = NULL;

	if (readable(st, col))
		text = st->db->engine->text(st, col);
	return text != NULL ? text : "";
}

const void *
db_bytes(struct db_stmt *st, int col, size_t *size)
{
	*size = 0;
	return readable(st, col) ? st->db->engine->bytes(st, col, size) : "";
}

int
db_null(struct db_stmt *st, int col)
{
	return !readable(st, col) || st->db->engine->null(st, col);
}

char *
db_copy(struct db_stmt *st, int col, char *buf, size_t size)
{
	return utf8_copy(buf, size, db_text(st, col));
}
