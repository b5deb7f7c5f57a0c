/*
 * pgsql_statement.h - statements of PostgreSQL, for pgsql.c.
 */
#pragma once

#include "store/engine.h"

struct db_stmt	*pgsql_statement_prepare(struct db *, const char *sql,
		    const char *types);
int		 pgsql_statement_bind(struct db_stmt *,
		    const struct db_value *);
int		 pgsql_statement_step(struct db_stmt *);
void		 pgsql_statement_reset(struct db_stmt *);
void		 pgsql_statement_free(struct db_stmt *);
int		 pgsql_statement_later(struct db_stmt *);
int		 pgsql_statement_changes(struct db_stmt *);
const char	*pgsql_statement_text(struct db_stmt *, int col);
const void	*pgsql_statement_bytes(struct db_stmt *, int col,
		    size_t *size);
int64_t		 pgsql_statement_number(struct db_stmt *, int col);
int		 pgsql_statement_null(struct db_stmt *, int col);
