/*
 * sqlite_statement.c - statements of SQLite: bound by the parameter's name,
 * stepped row by row.
 */
#include "store/sqlite_statement.h"

#include <stdio.h>
#include <stdlib.h>

#include "store/sqlite.h"

struct sqlite_stmt {
	struct db_stmt	 s;
	sqlite3_stmt	*st;
	int		*index;		/* SQLite's index of $1, $2 ... */
};

static sqlite3_stmt *
statement(struct db_stmt *s)
{
	return ((struct sqlite_stmt *)s)->st;
}

/*
 * PostgreSQL counts parameters, SQLite sees names: find the index of each.
 * The parameters must be $1 .. $n, or the text means different things to the
 * two.
 */
static int
index_parameters(struct db *db, struct sqlite_stmt *st, const char *sql)
{
	char name[16];
	int i, n = sqlite3_bind_parameter_count(st->st);

	st->s.nparam = n;
	st->index = calloc((size_t)n + 1, sizeof(*st->index));
	if (st->index == NULL)
		return db_fail(db, "out of memory");
	for (i = 0; i < n; i++) {
		snprintf(name, sizeof(name), "$%d", i + 1);
		st->index[i] = sqlite3_bind_parameter_index(st->st, name);
		if (st->index[i] == 0)
			return db_fail(db, "no parameter %s: %s", name, sql);
	}
	return 0;
}

struct db_stmt *
sqlite_statement_prepare(struct db *db, const char *sql, const char *types)
{
	struct sqlite_stmt *st = calloc(1, sizeof(*st));
	const char *tail = "";
	int code;

	if (st == NULL) {
		db_fail(db, "out of memory");
		return NULL;
	}
	code = sqlite3_prepare_v3(sqlite_handle(db), sql, -1,
	    SQLITE_PREPARE_PERSISTENT, &st->st, &tail);
	if (code != SQLITE_OK)
		sqlite_fail(db, code, sql);
	else if (st->st == NULL || tail[0] != '\0')
		db_fail(db, "not one statement: %s", sql);
	else if (index_parameters(db, st, sql) == 0) {
		st->s.ncolumn = sqlite3_column_count(st->st);
		st->s.readonly = sqlite3_stmt_readonly(st->st);
		return &st->s;
	}
	sqlite_statement_free(&st->s);
	return NULL;
}

void
sqlite_statement_free(struct db_stmt *s)
{
	struct sqlite_stmt *st = (struct sqlite_stmt *)s;

	sqlite3_finalize(st->st);
	free(st->index);
	free(st);
}

int
sqlite_statement_bind(struct db_stmt *s, const struct db_value *v)
{
	struct sqlite_stmt *st = (struct sqlite_stmt *)s;
	int i, at, code = SQLITE_OK;

	for (i = 0; i < s->nparam && code == SQLITE_OK; i++) {
		at = st->index[i];
		if (v[i].null)
			code = sqlite3_bind_null(st->st, at);
		else if (v[i].text != NULL)
			code = sqlite3_bind_text(st->st, at, v[i].text, -1,
			    SQLITE_TRANSIENT);
		else if (v[i].bytes != NULL)
			code = sqlite3_bind_blob64(st->st, at, v[i].bytes,
			    v[i].size, SQLITE_TRANSIENT);
		else
			code = sqlite3_bind_int64(st->st, at, v[i].num);
	}
	return code == SQLITE_OK ? 0 : sqlite_fail(s->db, code, s->sql);
}

void
sqlite_statement_reset(struct db_stmt *s)
{
	sqlite3_reset(statement(s));
	sqlite3_clear_bindings(statement(s));
}

int
sqlite_statement_step(struct db_stmt *s)
{
	int code = sqlite3_step(statement(s));

	if (code == SQLITE_ROW) {
		s->taken += (size_t)s->ncolumn * sizeof(int64_t);
		return 1;
	}
	return code == SQLITE_DONE ? 0 : sqlite_fail(s->db, code, s->sql);
}

int
sqlite_statement_changes(struct db_stmt *s)
{
	return sqlite3_changes(sqlite_handle(s->db));
}

int64_t
sqlite_statement_number(struct db_stmt *s, int col)
{
	return sqlite3_column_int64(statement(s), col);
}

const char *
sqlite_statement_text(struct db_stmt *s, int col)
{
	const unsigned char *text = sqlite3_column_text(statement(s), col);

	if (text != NULL)
		s->taken += (size_t)sqlite3_column_bytes(statement(s), col);
	return (const char *)text;
}

const void *
sqlite_statement_bytes(struct db_stmt *s, int col, size_t *size)
{
	const void *bytes = sqlite3_column_blob(statement(s), col);

	*size = (size_t)sqlite3_column_bytes(statement(s), col);
	s->taken += *size;
	return bytes != NULL ? bytes : "";
}

int
sqlite_statement_null(struct db_stmt *s, int col)
{
	return sqlite3_column_type(statement(s), col) == SQLITE_NULL;
}
