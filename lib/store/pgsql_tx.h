/*
 * pgsql_tx.h - transactions of PostgreSQL, for pgsql.c.  Others use db.h.
 */
#pragma once

struct db;

int		 pgsql_tx_begin(struct db *);
int		 pgsql_tx_running(struct db *);
int		 pgsql_tx_commit(struct db *);
void		 pgsql_tx_roll_back(struct db *);
void		 pgsql_tx_over(struct db *, int committed);
