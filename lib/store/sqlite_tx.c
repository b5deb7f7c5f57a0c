/*
 * sqlite_tx.c - transactions of the SQLite engine, and its checkpoints.
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
#include "store/sqlite_tx.h"

#include <sys/file.h>

#include <errno.h>
#include <string.h>

#include "store/sqlite.h"
#include "store/transaction.h"

enum stmt { STMT_SNAPSHOT, STMT_SNAPSHOT_END, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_SNAPSHOT] = "BEGIN",
	[STMT_SNAPSHOT_END] = "COMMIT",
};

void (*db_watch)(enum db_point);

static void
watch(enum db_point point)
{
	if (db_watch != NULL)
		db_watch(point);
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
		db->deadline = transaction_milliseconds() + db->patience;
	if (transaction_milliseconds() >= db->deadline)
		return 0;
	transaction_nap(TRANSACTION_NAP);
	return 1;
}

/* SQLite gives the length of the WAL after each commit of this handle. */
static int
committed_pages(void *arg, sqlite3 *sq, const char *name, int pages)
{
	struct sqlite *lite = arg;

	lite->wal_pages = pages;
	if (pages <= lite->wal_base)
		lite->wal_next = lite->wal_base;
	return SQLITE_OK;
}

/*
 * Checkpoint, unless someone writes: then he will.  A reader may keep the WAL
 * from being cut; the next try is then a quarter later, since each one that
 * copies pages costs a sync of the whole database.
 */
static int
checkpoint(struct sqlite *lite)
{
	int code;

	if (flock(lite->lock, LOCK_EX | LOCK_NB) != 0)
		return DB_BUSY;
	watch(DB_CHECKPOINT_BEGINS);
	sqlite3_busy_handler(lite->sq, NULL, NULL);
	code = sqlite3_wal_checkpoint_v2(lite->sq, "main",
	    SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
	sqlite3_busy_handler(lite->sq, busy, &lite->db);
	watch(DB_CHECKPOINT_ENDS);
	flock(lite->lock, LOCK_UN);
	if (code != SQLITE_OK) {
		lite->wal_next = lite->wal_pages + lite->wal_base / 4;
		return sqlite_fail(&lite->db, code, NULL);
	}
	lite->wal_pages = 0;
	lite->wal_next = lite->wal_base;
	return 0;
}

int
sqlite_tx_checkpoint(struct db *db)
{
	struct sqlite *lite = (struct sqlite *)db;

	return lite->lock == -1 ? 0 : checkpoint(lite);
}

int
sqlite_tx_bulk(struct db *db, int on)
{
	int rc;

	/* Room for the indexes whose keys come in no order. */
	if (on)
		return sqlite_script(db, "PRAGMA synchronous = OFF;"
		    " PRAGMA cache_size = -131072");
	rc = sqlite_script(db, "PRAGMA synchronous = FULL;"
	    " PRAGMA cache_size = -2000");
	return rc == 0 ? db_checkpoint(db) : rc;
}

/* The shared lock of a writer; waits while a checkpoint runs. */
static int
lock_shared(struct sqlite *lite)
{
	struct db *db = &lite->db;

	if (lite->lock == -1)
		return 0;
	while (flock(lite->lock, LOCK_SH | LOCK_NB) != 0) {
		if (errno != EWOULDBLOCK && errno != EINTR)
			return db_fail(db, "flock: %s", strerror(errno));
		if (transaction_milliseconds() >= db->deadline)
			return db_fail_as(db, DB_BUSY,
			    "a checkpoint takes too long");
		transaction_nap(TRANSACTION_NAP);
	}
	return 0;
}

/* After some errors SQLite has ended it by itself. */
int
sqlite_tx_snapshot(struct db *db, int on)
{
	if (!on && !sqlite_tx_running(db))
		return 0;
	return db_run(db, sql[on ? STMT_SNAPSHOT : STMT_SNAPSHOT_END], "");
}

int
sqlite_tx_begin(struct db *db)
{
	struct sqlite *lite = (struct sqlite *)db;
	int rc;

	lite->writing = 0;
	if (db->mode < DB_WRITE)
		return sqlite_script(db, "BEGIN");
	rc = sqlite_script(db, "BEGIN IMMEDIATE");
	if (rc == 0 && (rc = lock_shared(lite)) == 0) {
		lite->writing = 1;
		watch(DB_WRITE_BEGINS);
	}
	return rc;
}

int
sqlite_tx_running(struct db *db)
{
	return !sqlite3_get_autocommit(sqlite_handle(db));
}

int
sqlite_tx_commit(struct db *db)
{
	return sqlite_script(db, "COMMIT");
}

/* SQLite has rolled back by itself after some errors (disk full). */
void
sqlite_tx_roll_back(struct db *db)
{
	struct sqlite *lite = (struct sqlite *)db;

	if (sqlite_tx_running(db))
		sqlite3_exec(lite->sq, "ROLLBACK", NULL, NULL, NULL);
	if (lite->writing)
		watch(DB_WRITE_ENDS);
	lite->writing = 0;
}

void
sqlite_tx_over(struct db *db, int committed)
{
	struct sqlite *lite = (struct sqlite *)db;

	if (lite->lock == -1)
		return;
	/* The shared lock becomes the exclusive one in a single call, before
	 * the next writer has woken up. */
	if (committed && lite->wal_pages > lite->wal_next)
		checkpoint(lite);
	flock(lite->lock, LOCK_UN);
}

/* WAL is a property of the file; changing to it wants the file alone, and
 * SQLite does not call the busy handler then. */
int
sqlite_tx_set_wal(struct db *db)
{
	int rc;

	db->deadline = transaction_milliseconds() + db->patience;
	while ((rc = sqlite_script(db, "PRAGMA journal_mode = WAL")) ==
	    DB_BUSY && transaction_milliseconds() < db->deadline)
		transaction_nap(TRANSACTION_NAP);
	return rc;
}

void
sqlite_tx_hooks(struct db *db)
{
	struct sqlite *lite = (struct sqlite *)db;

	sqlite3_busy_handler(lite->sq, busy, db);
	/* In place of the automatic checkpoint, which is such a hook too. */
	sqlite3_wal_hook(lite->sq, committed_pages, lite);
}
