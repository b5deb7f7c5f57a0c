/*
 * sqlite_statement.h - statements of the SQLite engine, for sqlite.c.
 */
#pragma once

#include "store/engine.h"

struct db_stmt	*sqlite_statement_prepare(struct db *, const char *sql,
		    const char *types);
int		 sqlite_statement_bind(struct db_stmt *,
		    const struct db_value *);
int		 sqlite_statement_step(struct db_stmt *);
void		 sqlite_statement_reset(struct db_stmt *);
void		 sqlite_statement_free(struct db_stmt *);
int		 sqlite_statement_changes(struct db_stmt *);
const char	*sqlite_statement_text(struct db_stmt *, int col);
const void	*sqlite_statement_bytes(struct db_stmt *, int col,
		    size_t *size);
int64_t		 sqlite_statement_number(struct db_stmt *, int col);
int		 sqlite_statement_null(struct db_stmt *, int col);
