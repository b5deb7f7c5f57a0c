/*
 * sqlite.h - the inside of a handle of SQLite.
 *
 * Not for others: they use db.h.  For the files of the engine (engine.h) and
 * for tests that crash, watch or tamper.
 */
#pragma once

#include <sqlite3.h>

#include "store/engine.h"

/* "sopa": marks the file as ours. */
#define DB_APPLICATION_ID 0x736f7061

struct sqlite {
	struct db	 db;
	sqlite3		*sq;
	int		 lock;		/* descriptor of the side file, or -1 */
	int		 writing;	/* a transaction that may */
	int		 wal_pages;	/* in the WAL after our last commit */
	int		 wal_base;	/* pages above which we checkpoint */
	int		 wal_next;	/* the same, put off after a failure */
};

sqlite3		*sqlite_handle(struct db *);

/* Record a failure: keeps the first one of a transaction.  Returns DB_BUSY or
 * DB_ERROR.  `sql` may be NULL. */
int		 sqlite_fail(struct db *, int code, const char *sql);

/* Run constant text that gives no rows; 0, DB_BUSY or DB_ERROR. */
int		 sqlite_script(struct db *, const char *sql);
/* The one number a pragma answers, or -1. */
int64_t		 sqlite_number(struct db *, const char *sql);

/* As db_backup(). */
int		 sqlite_backup(struct db *, const char *path);
