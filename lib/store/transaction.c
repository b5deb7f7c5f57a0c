/*
 * transaction.c - transactions of the SQLite engine, and its checkpoints.
 *
 * Commits and checkpoints never overlap: SQLite before 3.51.3 can lose pages
 * when they do (sqlite.org/wal.html#walresetbug).  SQLite itself therefore
 * never checkpoints, neither by size nor on close.  A writer takes a shared
 * flock on the side file NAME-lock once its BEGIN IMMEDIATE has succeeded and
 * keeps it until after its commit; who finds the WAL long after a commit asks
 * for the lock exclusively, without waiting, and checkpoints.  The lock comes
 * after BEGIN: taken before, waiting writers always hold it and the WAL grows
 * without end.  A checkpoint waits for nobody, so the two cannot deadlock.
 */
#include <sys/file.h>

#include <errno.h>
#include <string.h>
#include <time.h>

#include "store/mark.h"
#include "store/sqlite.h"
#include "store/statement.h"
#include "store/transaction.h"

#define TRIES		10		/* of one transaction */
#define NAP		300000L		/* nanoseconds between two tries */

void (*db_watch)(enum db_point);
void (*db_again)(void);

static void
watch(enum db_point point)
{
	if (db_watch != NULL)
		db_watch(point);
}

static int64_t
milliseconds(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * 1000LL + ts.tv_nsec / 1000000;
}

static void
nap(long nanoseconds)
{
	struct timespec ts = { 0, nanoseconds };

	nanosleep(&ts, NULL);
}

/*
 * SQLite's own busy timeout sleeps up to 100 ms at a time, which a person
 * notices; many short naps cost little more and wake in time.  A wait inside
 * db_tx() shares the transaction's deadline, another has its own.
 */
static int
busy(void *arg, int count)
{
	struct db *db = arg;

	if (count == 0 && !db->in_tx)
		db->deadline = milliseconds() + db->patience;
	if (milliseconds() >= db->deadline)
		return 0;
	nap(NAP);
	return 1;
}

/* SQLite gives the length of the WAL after each commit of this handle. */
static int
committed(void *arg, sqlite3 *sq, const char *name, int pages)
{
	struct db *db = arg;

	db->wal_pages = pages;
	if (pages <= db->wal_base)
		db->wal_next = db->wal_base;
	return SQLITE_OK;
}

/*
 * Checkpoint, unless someone writes: then he will.  A reader may keep the WAL
 * from being cut; the next try is then a quarter later, since each one that
 * copies pages costs a sync of the whole database.
 */
static int
checkpoint(struct db *db)
{
	int code;

	if (flock(db->lock, LOCK_EX | LOCK_NB) != 0)
		return DB_BUSY;
	watch(DB_CHECKPOINT_BEGINS);
	sqlite3_busy_handler(db->sq, NULL, NULL);
	code = sqlite3_wal_checkpoint_v2(db->sq, "main",
	    SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
	sqlite3_busy_handler(db->sq, busy, db);
	watch(DB_CHECKPOINT_ENDS);
	flock(db->lock, LOCK_UN);
	if (code != SQLITE_OK) {
		db->wal_next = db->wal_pages + db->wal_base / 4;
		return db_fail_sqlite(db, code, NULL);
	}
	db->wal_pages = 0;
	db->wal_next = db->wal_base;
	return 0;
}

int
db_checkpoint(struct db *db)
{
	if (db->in_tx || db->in_use > 0)
		return db_fail(db, "checkpoint inside a transaction");
	return db->lock == -1 ? 0 : checkpoint(db);
}

int
db_bulk(struct db *db, int on)
{
	int rc;

	/* Room for the indexes whose keys come in no order. */
	if (on)
		return db_exec_script(db, "PRAGMA synchronous = OFF;"
		    " PRAGMA cache_size = -131072");
	rc = db_exec_script(db, "PRAGMA synchronous = FULL;"
	    " PRAGMA cache_size = -2000");
	return rc == 0 ? db_checkpoint(db) : rc;
}

/* The shared lock of a writer; waits while a checkpoint runs. */
static int
lock_shared(struct db *db)
{
	if (db->lock == -1)
		return 0;
	while (flock(db->lock, LOCK_SH | LOCK_NB) != 0) {
		if (errno != EWOULDBLOCK && errno != EINTR)
			return db_fail(db, "flock: %s", strerror(errno));
		if (milliseconds() >= db->deadline) {
			db_fail(db, "a checkpoint takes too long");
			return db->failed = DB_BUSY;
		}
		nap(NAP);
	}
	return 0;
}

static void
unlock(struct db *db)
{
	if (db->lock != -1)
		flock(db->lock, LOCK_UN);
}

static int
begin(struct db *db)
{
	int rc;

	if (db->mode < DB_WRITE)
		return db_exec_script(db, "BEGIN");
	rc = db_exec_script(db, "BEGIN IMMEDIATE");
	if (rc == 0 && (rc = lock_shared(db)) == 0)
		watch(DB_WRITE_BEGINS);
	return rc;
}

/* SQLite has rolled back by itself after some errors (disk full). */
static void
roll_back(struct db *db)
{
	if (!sqlite3_get_autocommit(db->sq))
		sqlite3_exec(db->sq, "ROLLBACK", NULL, NULL, NULL);
}

static void
commit(struct db *db, int first)
{
	if (!first || db_again == NULL) {
		db_exec_script(db, "COMMIT");
		return;
	}
	db_fail(db, "a test asks for a second try");
	db->failed = DB_BUSY;
}

/* One try, the first or a later one: fn's value, DB_BUSY or DB_ERROR. */
static int
attempt(struct db *db, int (*fn)(struct db *, void *), void *arg, int first)
{
	int rc, value = 0, begun;

	db->failed = db->conflict = 0;
	db->mark.length = 0;
	begun = (rc = begin(db)) == 0;
	if (begun)
		value = fn(db, arg);
	if (db_stmts_reset(db) > 0)
		db_fail(db, "a statement was left open in a transaction");
	if (value < 0)
		db_fail(db, "the function failed with %d", value);
	if (sqlite3_get_autocommit(db->sq) && begun)
		db_fail(db, "the transaction was ended by a statement");
	if (!db->failed && value == 0)
		commit(db, first);
	roll_back(db);
	if (begun && db->mode >= DB_WRITE)
		watch(DB_WRITE_ENDS);
	return db->failed ? db->failed : value;
}

/*
 * Is another try worth it?  A key that exists already was made by another
 * process at the same time: a second try makes another id, or sees what the
 * other did.  A key that is really double fails again, and is then an error.
 */
static int
try_again(struct db *db, int rc, int tries)
{
	if (rc == DB_ERROR)
		return db->conflict && tries == 1;
	return rc == DB_BUSY && tries < TRIES && milliseconds() < db->deadline;
}

int
db_tx(struct db *db, int (*fn)(struct db *, void *), void *arg)
{
	int rc, n = 0;

	if (db->in_tx)
		return db_fail(db, "a transaction inside a transaction");
	if (db->in_use > 0)
		return db_fail(db, "a transaction inside an open statement");
	db->in_tx = 1;
	db->deadline = milliseconds() + db->patience;
	while (rc = attempt(db, fn, arg, n == 0), try_again(db, rc, ++n)) {
		unlock(db);
		if (n == 1 && db_again != NULL)
			db_again();
		db->jitter = db->jitter * 1664525 + 1013904223;
		nap(NAP + (long)(db->jitter >> 12) * n);
	}
	db->in_tx = 0;
	if (rc == 0)
		mark_write(db);
	/* The shared lock becomes the exclusive one in a single call, before
	 * the next writer has woken up. */
	if (rc == 0 && db->lock != -1 && db->wal_pages > db->wal_next)
		checkpoint(db);
	unlock(db);
	return rc;
}

int
db_tx_alone(struct db *db, int (*fn)(struct db *, void *), void *arg)
{
	return db_tx(db, fn, arg);
}

/* WAL is a property of the file; changing to it wants the file alone, and
 * SQLite does not call the busy handler then. */
int
db_set_wal(struct db *db)
{
	int rc;

	db->deadline = milliseconds() + db->patience;
	while ((rc = db_exec_script(db, "PRAGMA journal_mode = WAL")) ==
	    DB_BUSY && milliseconds() < db->deadline)
		nap(NAP);
	return rc;
}

void
db_hooks(struct db *db)
{
	sqlite3_busy_handler(db->sq, busy, db);
	/* In place of the automatic checkpoint, which is such a hook too. */
	sqlite3_wal_hook(db->sq, committed, db);
}
