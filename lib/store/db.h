/*
 * db.h - the database: open, transaction, statement, row.
 *
 * One place opens the database (db_open), one function runs a transaction
 * (db_tx).  Statements are constant texts with parameters $1, $2 ...; the same
 * text runs on SQLite and PostgreSQL.  A statement is prepared once per handle
 * and kept, found again by the address of its text.
 *
 * This is the face of the room store, which knows rows, files by their hash
 * (files.h), the chain of events (event.h), ids (id.h) and the schema
 * (migrate.h).  It does not know what a case, a person or a month is: who may
 * write, and when, is said above it.
 *
 * Errors are sticky inside a transaction: after the first failed statement
 * every further one does nothing and fails, and db_tx() rolls back.  So a
 * caller inside db_tx() may check once, at the end.
 *
 *	struct db_stmt *st = db_query(db, sql[STMT_TASK_GET], "i", task_id);
 *	if (db_step(st))
 *		row_version = db_int(st, 0);
 *	db_done(st);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct db;
struct db_stmt;

enum db_mode {			/* those that only read come first */
	DB_STILL,		/* as DB_OLD, a file that nobody changes: its
				   log is not looked at, nothing is locked */
	DB_OLD,			/* as DB_READ, of an older schema, too */
	DB_READ,		/* refuses every write */
	DB_WRITE,		/* an existing database */
	DB_CREATE,		/* make the file if need be */
	DB_UPGRADE		/* as DB_WRITE, of an older schema, too */
};

/* Answers of db_tx() beside the function's own results (which are >= 0). */
#define DB_BUSY		(-1)	/* still busy after the bounded retries */
#define DB_ERROR	(-2)	/* any other failure; db_error() says which */

/*
 * Open the database at `place`: the path of an SQLite file (":memory:" for
 * tests), or postgresql://..., the address of a database of PostgreSQL.
 * Hardens the handle, so that a commit that is answered is on the disk, keys
 * are kept and no wait is without end; refuses a database whose schema is not
 * the code's, with what to do.  NULL on failure, reason in `why`.
 */
struct db	*db_open(const char *place, enum db_mode, char *why,
		    size_t whysize);
/* Is the place a database of a server, and no file?  Is the handle one's? */
int		 db_is_server(const char *place);
int		 db_is_shared(const struct db *);
void		 db_close(struct db *);		/* NULL is allowed */

/*
 * Have the database for oneself as long as the handle is open: 0; DB_BUSY when
 * others have it open, to use it (DB_READ and above).  Only of a server: who
 * wants a file alone locks its folder (office_open()).
 */
int		 db_claim(struct db *);

/*
 * A connection to a server that is lost is made anew, perhaps to another that
 * took its place.  `look` then says whether it is the one that was meant: 0, or
 * -1 with the reason; until it is, everything is DB_BUSY.  It may read from the
 * handle.
 */
void		 db_look_again(struct db *, int (*look)(void *arg, char *why,
		    size_t whysize), void *arg);

/*
 * Run fn in one transaction.  fn returns 0 to commit, a value above 0 to roll
 * back and have db_tx() return it.  A failure that others caused (busy, or at
 * the commit itself) rolls back and runs fn again, bounded, with jitter, and
 * so, once, does a key that exists: fn makes its ids inside.  So fn has no
 * effect outside the database, starts from its arguments each time, and reads
 * inside what it judges by.
 * Returns fn's value, DB_BUSY or DB_ERROR.  Not to be nested, nor begun while
 * a statement is open: read the list to its end first.  On a DB_READ handle
 * the transaction is a snapshot: all its statements see one instant.
 */
int	 db_tx(struct db *, int (*fn)(struct db *, void *), void *arg);

/*
 * As db_tx(), while no other transaction runs: for what changes the ground on
 * which others are judged (rights, SOPs, the calendar, a month that closes).
 * SQLite has one writer anyway.
 */
int	 db_tx_alone(struct db *, int (*fn)(struct db *, void *), void *arg);

/*
 * Have every transaction carry something along from now on: `load` runs at the
 * beginning of each try of db_tx() and db_tx_alone(), `done` after the one that
 * was committed.  `load` gives 0, or -1, which fails the transaction.  One
 * statement by itself (db_run()) carries nothing.  One cargo per handle;
 * `load` NULL: none any more.
 */
void	 db_carry(struct db *, int (*load)(struct db *, void *),
	    void (*done)(void *), void *arg);

/* The beginning of a text that is planned anew for the values of each call. */
#define DB_PLANNED	"/* planned */ "

/*
 * Read as of one instant from the next statement on, until db_snapshot_end() or
 * the next db_tx(), which ends it: each statement of a page then sees the same,
 * and none of them has to find out anew where the log ends.  The log cannot be
 * cut meanwhile, so that it must not last while a visitor is waited for.
 * Nothing happens inside db_tx(), where one has begun, and on PostgreSQL, which
 * it would cost two trips.  0, DB_BUSY or DB_ERROR.
 */
int	 db_snapshot(struct db *);
void	 db_snapshot_end(struct db *);

/*
 * Bind and begin a statement.  `types` has a letter per parameter: i int64_t,
 * t text (const char *, NULL is SQL NULL), b bytes (const void *, size_t), n
 * SQL NULL (no argument).  Values are copied.  Never NULL; errors show in
 * db_step() and db_done().  A statement still in use may be queried again
 * (recursion): it is then prepared a second time.  One that changes rows
 * (INSERT ... RETURNING) is refused outside db_tx().  A list of more than 64 MB
 * is an error: db_scan() reads it.
 *
 * A text that begins with DB_PLANNED is planned anew for the
 * values of each call, where the engine can: lists whose best plan depends on
 * them.  Others are planned once.
 */
struct db_stmt	*db_query(struct db *, const char *sql, const char *types,
		    ...);

/*
 * As db_query(), for a list that grows with the office: it is read in flat
 * memory, row by row, and seen as of one instant.  Meanwhile nothing is
 * written, outside db_tx().
 */
struct db_stmt	*db_scan(struct db *, const char *sql, const char *types,
		    ...);

/* A value for db_query_values(): SQL NULL when `null`, else text when `text` is
 * set, else bytes when `bytes` is, else a number. */
struct db_value {
	int		 null;
	const char	*text;
	const void	*bytes;
	size_t		 size;
	int64_t		 num;
};

/* As db_query(), with $1 .. $n from an array: for rows bound by table. */
struct db_stmt	*db_query_values(struct db *, const char *sql,
		    const struct db_value *, size_t n);

/* 1: a row is there; 0: no more rows, or an error (db_done() answers it). */
int		 db_step(struct db_stmt *);

/* Columns of the current row, counted from 0.  Text lives until the next
 * db_step() or db_done(); it is "" for SQL NULL.  A column the statement does
 * not have is an error. */
int64_t		 db_int(struct db_stmt *, int col);
const char	*db_text(struct db_stmt *, int col);
int		 db_null(struct db_stmt *, int col);

/* A column of bytes, which live as long; their number in *size. */
const void	*db_bytes(struct db_stmt *, int col, size_t *size);

/* Copy a text column into buf, cut at a character's edge; returns buf. */
char		*db_copy(struct db_stmt *, int col, char *buf, size_t size);

/* End the statement: 0, DB_BUSY or DB_ERROR.  A change not yet stepped to its
 * end is done first, or as db_put() has it.  Every db_query() needs it. */
int		 db_done(struct db_stmt *);

/* db_query, step to the end, db_done: rows changed, or DB_BUSY / DB_ERROR.
 * A change outside db_tx() is a transaction of its own. */
int		 db_run(struct db *, const char *sql, const char *types, ...);

/*
 * As db_run() inside db_tx(), when nobody asks how many rows: sent with what
 * follows it, up to the commit, in one trip to a server.  An error shows there.
 */
void		 db_put(struct db *, const char *sql, const char *types, ...);

/* The last error in words, for the log; valid until the next call. */
const char	*db_error(struct db *);
/* Did any statement of the running transaction fail? */
int		 db_failed(struct db *);

/*
 * Copy what is committed now into the new file `path`, while others work.  A
 * file of that name is refused.  The copy is whole and synced when this
 * returns 0 (the folder is the caller's to sync), and gone after DB_BUSY or
 * DB_ERROR; only a crash leaves a part.
 */
int		 db_backup(struct db *, const char *path);

/*
 * Look at every page of the database (PRAGMA integrity_check); `fault` is told
 * of each finding.  The number of them, at most 100, or -1 on failure.
 */
int		 db_check(struct db *, void (*fault)(void *arg, const char *),
		    void *arg);

/* The clock of the database, seconds UTC; -1 on failure.  Of one in a file it
 * is the machine's. */
int64_t		 db_clock(struct db *);

/* Number of the schema that the file has, of those in schema/; -1 on
 * failure. */
int		 db_version(struct db *);
/* Has the schema of the file this table?  An older one may not. */
int		 db_has_table(struct db *, const char *name);

/*
 * Move the write-ahead log into the database file, unless someone writes or
 * reads: 0, DB_BUSY or DB_ERROR.  Long logs are moved after a commit anyway.
 */
int		 db_checkpoint(struct db *);

/*
 * Fill a database that does not count yet: with `on`, commits are not synced
 * to the disk; without, the log is moved and synced, and commits are durable
 * again.  A crash in between may leave a broken file.  0, or an error.
 */
int		 db_bulk(struct db *, int on);
