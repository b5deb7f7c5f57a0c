/*
 * engine.h - the inside of a database handle, and what an engine does for it.
 *
 * Not for others: they use db.h.  engine.c opens a handle by its place,
 * statement.c keeps its statements, transaction.c runs its transactions,
 * migrate.c brings its schema up to date; what differs between SQLite
 * (sqlite.c, sqlite_statement.c, sqlite_tx.c, sqlite_backup.c) and PostgreSQL
 * (pgsql.c, pgsql_statement.c, pgsql_tx.c) is behind struct db_engine.
 */
#pragma once

#include "store/db.h"
#include "store/mark.h"

#define DB_BUCKETS 64		/* of the statement cache; a power of two */

/* Both are the beginning of a larger struct of the engine. */
struct db_stmt {
	struct db	*db;
	const char	*sql;		/* the caller's text, by address */
	char		*text;		/* a copy: a buffer may be used again */
	char		*types;		/* the letters it is bound with */
	struct db_stmt	*next;		/* in its bucket */
	int		 nparam, ncolumn;
	int		 readonly;
	int		 in_use;	/* begun and not yet done */
	int		 scan;		/* a long list: db_scan() */
	size_t		 taken;		/* bytes of the list so far */
	int		 row;		/* a row is there */
	int		 ended;		/* stepped to the end, or failed */
	int		 rc;		/* 0, DB_BUSY, DB_ERROR */
};

struct db {
	const struct db_engine *engine;
	enum db_mode	 mode;
	int		 in_tx;
	int		 in_snapshot;	/* db_snapshot() has begun */
	int		 alone;		/* by db_tx_alone() */
	int		 failed;	/* of the running transaction; sticky */
	int		 conflict;	/* it met a key that exists */
	int		 hurries;	/* transaction_hurry() */
	int		 unknown;	/* nobody knows whether it committed */
	int		 in_use;	/* statements begun and not done */
	int		(*load)(struct db *, void *);	/* db_carry() */
	void		(*loaded)(void *);
	void		*cargo;
	int		 patience;	/* milliseconds a wait may last */
	int64_t		 deadline;	/* of the running wait, milliseconds */
	uint32_t	 jitter;
	int		 (*look)(void *arg, char *why, size_t whysize);
	void		*look_arg;	/* of db_look_again() */
	struct mark	 mark;		/* of the running transaction */
	struct db_stmt	 none;		/* when there is no statement */
	struct db_stmt	*stmt[DB_BUCKETS];
	char		 error[512];
};

/* A word of the schema files, and its text for an engine. */
struct db_token {
	const char	*word, *text;
};

/*
 * The part of an engine.  Those that answer int give 0, or DB_BUSY or DB_ERROR
 * after db_fail(), unless another answer is told.
 */
struct db_engine {
	size_t		 size;		/* of its struct db */
	int		 shared;	/* by hosts: a server */
	const struct db_token *token;	/* until one without a word */

	/* Connect; and, once the schema is seen to be right, get ready. */
	int	 (*open)(struct db *, const char *place);
	int	 (*ready)(struct db *);
	/* As db_claim(); NULL: a file has its folder for that. */
	int	 (*claim)(struct db *);
	void	 (*close)(struct db *);

	/* A statement of this text, with nparam, readonly and what is its own
	 * filled in; NULL when it cannot be. */
	struct db_stmt *(*prepare)(struct db *, const char *sql,
		    const char *types);
	/* Copy the values; give them and the rows back; free it. */
	int	 (*bind)(struct db_stmt *, const struct db_value *);
	void	 (*reset)(struct db_stmt *);
	void	 (*free)(struct db_stmt *);
	/* 1: a row; 0: no more. */
	int	 (*step)(struct db_stmt *);
	int	 (*changes)(struct db_stmt *);
	/* Instead of stepping: send a change, whose answer comes with that of
	 * what follows.  NULL: it is stepped. */
	int	 (*later)(struct db_stmt *);
	/* Of the row; NULL is SQL NULL. */
	const char *(*text)(struct db_stmt *, int col);
	const void *(*bytes)(struct db_stmt *, int col, size_t *size);
	int64_t	 (*number)(struct db_stmt *, int col);
	int	 (*null)(struct db_stmt *, int col);

	/* Begin or end reading as of one instant, outside a transaction; NULL:
	 * every statement is of its own. */
	int	 (*snapshot)(struct db *, int on);
	int	 (*begin)(struct db *);
	int	 (*running)(struct db *);	/* 1, or 0 */
	int	 (*commit)(struct db *);
	void	 (*roll_back)(struct db *);	/* if it still runs */
	/* It is over, and nothing of it is locked any more. */
	void	 (*over)(struct db *, int committed);

	/* Constant text of any number of statements without rows. */
	int	 (*script)(struct db *, const char *sql);
	int	 (*has_table)(struct db *, const char *name);	/* 1, or 0 */
	/* Is it empty; is it sopap's: 1, 0, or below 0. */
	int	 (*empty)(struct db *);
	int	 (*ours)(struct db *);
	int	 (*version)(struct db *);	/* or -1 */
	int	 (*set_version)(struct db *, int version);
	/* SQL of the schema's texts; NULL: it has none. */
	const char *schema;

	int64_t	 (*clock)(struct db *);		/* as db_clock() */
	/* The file of the database, NULL without one; the number of the row
	 * that was inserted last. */
	const char *(*file)(struct db *);
	int64_t	 (*last_row)(struct db *);

	int	 (*backup)(struct db *, const char *path);
	int	 (*check)(struct db *, void (*fault)(void *, const char *),
		    void *arg);
	int	 (*checkpoint)(struct db *);
	int	 (*bulk)(struct db *, int on);
};

extern const struct db_engine sqlite_engine, pgsql_engine;

struct db_migration;

/* db_open() with another list of migrations, or with the first `count` of the
 * schema's: for a copy of an older schema, and for tests. */
struct db	*db_open_schema(const char *path, enum db_mode,
		    const struct db_migration *, int count, char *why,
		    size_t whysize);

/* Set the longest wait for another process (usual: 5 s). */
void		 db_patience(struct db *, int milliseconds);

/* For tests: with this the first try of every transaction fails at its commit,
 * as if others had been in its way, and this is called before the second. */
extern void	(*db_again)(void);
/* For tests: the place of a database instead of the one that is asked for. */
extern const char *(*db_elsewhere)(const char *place);

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

/* Record a failure, DB_BUSY or DB_ERROR, which is returned; that of an earlier
 * one of the transaction stays.  db_fail() is a DB_ERROR. */
__attribute__((format(printf, 3, 4)))
int		 db_fail_as(struct db *, int rc, const char *fmt, ...);
__attribute__((format(printf, 2, 3)))
int		 db_fail(struct db *, const char *fmt, ...);
