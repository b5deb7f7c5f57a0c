/*
 * overlap-t.c - no write overlaps a checkpoint.
 *
 * First with two handles, at the very points where the one could slip into
 * the other.  Then several processes commit while they checkpoint: no row is
 * lost and the WAL stays short.  Shared memory counts who writes and who
 * checkpoints; each raises its own count before it looks at the other's, so
 * two that overlap are always seen.
 */
#include <sys/mman.h>
#include <sys/wait.h>

#include <stdatomic.h>
#include <string.h>

#include "store/db.h"
#include "store/migrate.h"
#include "store/sqlite.h"
#include "tests/store/folder.h"
#include "tests/tap.h"

#define WRITERS	4
#define ACTS	100
#define BYTES	100000		/* of a row: 40 MB in all, 10 times the limit */
#define WAL_OK	(16 << 20)	/* a reader may put a checkpoint off */

static const struct db_migration schema[] = {
	{ "0001-test", "CREATE TABLE t (writer @INT@, n @INT@, data TEXT,"
	    " PRIMARY KEY (writer, n)) @STRICT@;", NULL },
};

static struct shared {
	atomic_int	writing, checkpointing;
	atomic_int	overlaps, checkpoints, writes;
	atomic_long	longest;		/* WAL seen, bytes */
} *shared;

static void
note_wal(void)
{
	long size = folder_size("overlap.db-wal");
	long seen = atomic_load(&shared->longest);

	while (size > seen && !atomic_compare_exchange_weak(&shared->longest,
	    &seen, size))
		;
}

static void
watch(enum db_point point)
{
	switch (point) {
	case DB_WRITE_BEGINS:
		atomic_fetch_add(&shared->writing, 1);
		if (atomic_load(&shared->checkpointing) > 0)
			atomic_fetch_add(&shared->overlaps, 1);
		break;
	case DB_WRITE_ENDS:
		note_wal();
		atomic_fetch_add(&shared->writes, 1);
		atomic_fetch_sub(&shared->writing, 1);
		break;
	case DB_CHECKPOINT_BEGINS:
		atomic_fetch_add(&shared->checkpointing, 1);
		if (atomic_load(&shared->writing) > 0)
			atomic_fetch_add(&shared->overlaps, 1);
		break;
	case DB_CHECKPOINT_ENDS:
		atomic_fetch_add(&shared->checkpoints, 1);
		atomic_fetch_sub(&shared->checkpointing, 1);
		break;
	}
}

static struct db *
open_file(enum db_mode mode)
{
	char why[256];
	struct db *db = db_open_schema(folder_path("overlap.db"), mode, schema,
	    1, why, sizeof(why));

	if (db == NULL)
		bail(why);
	db_patience(db, 60000);
	return db;
}

/* Writes and reads by turns.  Exit code: how many acts failed, or saw less
 * than the one before. */
static int
write_all(int writer)
{
	static char data[BYTES + 1];
	struct db *db = open_file(DB_WRITE);
	int64_t count = 0, before;
	int n, failed = 0;

	memset(data, 'a' + writer, BYTES);
	for (n = 0; n < ACTS; n++) {
		failed += db_run(db, "INSERT INTO t VALUES ($1, $2, $3)",
		    "iit", (int64_t)writer, (int64_t)n, data) != 1;
		before = count;
		count = sqlite_number(db, "SELECT count(*) FROM t");
		failed += count <= before;
	}
	db_close(db);
	return failed;
}

static int
failures(int children)
{
	int status, sum = 0;

	while (children-- > 0) {
		wait(&status);
		sum += WIFEXITED(status) ? WEXITSTATUS(status) : 1;
	}
	return sum;
}

/* The other of two handles, and what came of its try. */
static struct db *other;
static int result;

static void
write_between(enum db_point point)
{
	if (point == DB_CHECKPOINT_BEGINS)
		result = db_run(other, "INSERT INTO t VALUES (9, 1, NULL)", "");
}

static void
checkpoint_between(enum db_point point)
{
	if (point == DB_WRITE_BEGINS || point == DB_WRITE_ENDS)
		result += db_checkpoint(other) == DB_BUSY;
}

static void
neither_slips_between(void)
{
	struct db *db = open_file(DB_WRITE);

	other = open_file(DB_WRITE);
	db_patience(other, 20);
	db_watch = write_between;
	is_int(0, db_checkpoint(db), "a checkpoint with a writer at the door");
	is_int(DB_BUSY, result, "...who does not get in");
	db_watch = checkpoint_between;
	result = 0;
	is_int(1, db_run(db, "INSERT INTO t VALUES (9, 2, NULL)", ""),
	    "a write with a checkpoint at the door");
	is_int(2, result, "...not before its first change, nor after its last");
	db_watch = NULL;
	is_int(0, db_checkpoint(other), "...when it is done, it may");
	is_int(1, db_run(db, "DELETE FROM t", ""), "one row was written");
	db_close(other);
	db_close(db);
}

int
main(void)
{
	struct db *db;
	int i;

	folder_make();
	db_close(open_file(DB_CREATE));
	neither_slips_between();
	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	db_watch = watch;
	for (i = 0; i < WRITERS; i++)
		if (fork() == 0)
			_exit(write_all(i));
	is_int(0, failures(WRITERS), "every act succeeds");
	is_int(0, shared->overlaps, "no write overlaps a checkpoint");
	is_int(0, shared->writing + shared->checkpointing,
	    "...all have ended");
	ok(shared->checkpoints >= 4, "...%d checkpoints beside %d writes",
	    shared->checkpoints, shared->writes);
	ok(shared->longest < WAL_OK, "the WAL stays short: %ld bytes",
	    shared->longest);
	db = open_file(DB_READ);
	is_int(WRITERS * ACTS, sqlite_number(db, "SELECT count(*) FROM t"),
	    "every row is there");
	is_int((int64_t)WRITERS * ACTS, sqlite_number(db,
	    "SELECT count(*) FROM t"
	    " WHERE data = replace(hex(zeroblob(50000)), '0',"
	    " char(97 + writer))"),
	    "...with its own content");
	ok(sqlite_number(db, "SELECT integrity_check = 'ok' FROM"
	    " pragma_integrity_check") == 1, "...and the file is whole");
	db_close(db);
	return tap_done();
}
