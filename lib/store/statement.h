/*
 * statement.h - all statements of a handle, for db_tx() and db_close().
 * Others use db.h.
 */
#pragma once

struct db;

/* Reset every statement in use; returns how many there were. */
int		 db_stmts_reset(struct db *);
/* Free every statement of the handle: it is about to be closed. */
void		 db_stmts_free(struct db *);
