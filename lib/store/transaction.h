/*
 * transaction.h - how a new handle waits, and its write-ahead log; for
 * db_open().
 * Others use db.h.
 */
#pragma once

struct db;

/* Have the handle wait for others in our way, and note the length of the WAL
 * after each commit. */
void		 db_hooks(struct db *);
/* Turn on the write-ahead log: 0, DB_BUSY or DB_ERROR. */
int		 db_set_wal(struct db *);
