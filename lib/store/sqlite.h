/*
 * sqlite.h - the inside of a database handle, and how it is opened.
 *
 * Not for others: they use db.h.  The struct is shared by the six files of
 * the SQLite engine (sqlite.c opens, transaction.c, statement.c, migrate.c,
 * backup.c, mark.c) and by tests that crash, watch or tamper.
 */
#pragma once

#include <sqlite3.h>

#include "store/db.h"
#include "store/mark.h"

/* "sopa": marks the file as ours. */
#define DB_APPLICATION_ID 0x736f7061

#define DB_BUCKETS 64		/* of the statement cache; a power of two */

struct db_stmt {
	struct db	*db;
	const char	*sql;		/* the caller's text, by address */
	sqlite3_stmt	*st;		/* NULL: of the failing statement */
	struct db_stmt	*next;		/* in its bucket */
	int		*index;		/* SQLite's index of $1, $2 ... */
	int		 nparam, ncolumn;
	int		 in_use;	/* begun and not yet done */
	int		 row;		/* a row is there */
	int		 ended;		/* stepped to the end, or failed */
	int		 rc;		/* 0, DB_BUSY, DB_ERROR */
};

struct db {
	sqlite3		*sq;
	enum db_mode	 mode;
	int		 lock;		/* descriptor of the side file, or -1 */
	int		 in_tx;
	int		 failed;	/* of the running transaction; sticky */
	int		 conflict;	/* it met a key that exists */
	int		 in_use;	/* statements begun and not done */
	int		 wal_pages;	/* in the WAL after our last commit */
	int		 wal_base;	/* pages above which we checkpoint */
	int		 wal_next;	/* the same, put off after a failure */
	int		 patience;	/* milliseconds a wait may last */
	int64_t		 deadline;	/* of the running wait, milliseconds */
	uint32_t	 jitter;
	struct mark	 mark;		/* of the running transaction */
	struct db_stmt	 none;		/* when there is no statement */
	struct db_stmt	*stmt[DB_BUCKETS];
	char		 error[512];
};

struct db_migration;

/* db_open() with another list of migrations: for tests. */
struct db	*db_open_schema(const char *path, enum db_mode,
		    const struct db_migration *, int count, char *why,
		    size_t whysize);

/* Set the longest wait for another process (usual: 5 s). */
void		 db_patience(struct db *, int milliseconds);

/* Seconds that a test lets db_clock() be ahead. */
extern int64_t	 db_clock_shift;

/*
 * The points at which a test can watch that no write overlaps a checkpoint.
 * A write runs from before the first change to after the commit.
 */
enum db_point {
	DB_WRITE_BEGINS,
	DB_WRITE_ENDS,
	DB_CHECKPOINT_BEGINS,
	DB_CHECKPOINT_ENDS
};
extern void	(*db_watch)(enum db_point);	/* NULL: nobody watches */

/* For tests: with this the first try of every transaction fails at its commit,
 * as if others had been in its way, and this is called before the second. */
extern void	(*db_again)(void);

/*
 * Record a failure: keeps the first one of a transaction.  Returns DB_BUSY or
 * DB_ERROR.  `sql` may be NULL.
 */
int		 db_fail_sqlite(struct db *, int code, const char *sql);
__attribute__((format(printf, 2, 3)))
int		 db_fail(struct db *, const char *fmt, ...);

/* Run constant text that gives no rows; 0, DB_BUSY or DB_ERROR. */
int		 db_exec_script(struct db *, const char *sql);
/* The one number a pragma answers, or -1. */
int64_t		 db_pragma(struct db *, const char *sql);
