/*
 * sqlite_tx.h - transactions of the SQLite engine, and how a new handle waits,
 * for sqlite.c.  Others use db.h.
 */
#pragma once

struct db;

int		 sqlite_tx_snapshot(struct db *, int on);
int		 sqlite_tx_begin(struct db *);
int		 sqlite_tx_running(struct db *);
int		 sqlite_tx_commit(struct db *);
void		 sqlite_tx_roll_back(struct db *);
void		 sqlite_tx_over(struct db *, int committed);

int		 sqlite_tx_checkpoint(struct db *);
int		 sqlite_tx_bulk(struct db *, int on);

/* Have the handle wait for others in our way, and note the length of the WAL
 * after each commit. */
void		 sqlite_tx_hooks(struct db *);
/* Turn on the write-ahead log: 0, DB_BUSY or DB_ERROR. */
int		 sqlite_tx_set_wal(struct db *);
