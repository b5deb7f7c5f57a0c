/* tx-t.c - transactions: all or nothing, one at a time, bounded waits. */
#include <sys/file.h>

#include <fcntl.h>
#include <string.h>

#include "store/db.h"
#include "store/migrate.h"
#include "store/sqlite.h"
#include "tests/store/folder.h"
#include "tests/tap.h"

static const struct db_migration schema[] = {
	{ "0001-test", "CREATE TABLE t (n @INT@ PRIMARY KEY) @STRICT@;"
	    "CREATE TABLE names (id @ID@, name TEXT UNIQUE) @STRICT@;"
	    "CREATE TABLE later (n @INT@ REFERENCES t (n)"
	    " DEFERRABLE INITIALLY DEFERRED) @STRICT@;", NULL },
};

static const char insert[] = "INSERT INTO t (n) VALUES ($1)";

static struct db *
open_file(enum db_mode mode)
{
	char why[256];
	struct db *db = db_open_schema(folder_path("tx.db"), mode, schema, 1,
	    why, sizeof(why));

	if (db == NULL)
		bail(why);
	db_patience(db, 20);
	return db;
}

static int64_t
rows(struct db *db)
{
	return sqlite_number(db, "SELECT count(*) FROM t");
}

/* A function's doings in its transaction, and what it saw. */
struct act {
	int	calls;
	int	value;		/* what it returns */
	int	after;		/* result of a statement after a failed one */
	int	failed;		/* what db_failed() said */
};

static int
insert_two(struct db *db, void *arg)
{
	struct act *act = arg;

	act->calls++;
	db_run(db, insert, "i", (int64_t)1);
	db_run(db, insert, "i", (int64_t)2);
	return act->value;
}

static int
insert_twice(struct db *db, void *arg)
{
	struct act *act = arg;

	act->calls++;
	db_run(db, insert, "i", (int64_t)7);
	db_run(db, insert, "i", (int64_t)7);
	act->failed = db_failed(db);
	act->after = db_run(db, insert, "i", (int64_t)8);
	return act->value;
}

static int
insert_orphan(struct db *db, void *arg)
{
	return db_run(db, "INSERT INTO later VALUES (99)", "") == 1 ? 0 : 1;
}

static int
leave_open(struct db *db, void *arg)
{
	db_run(db, insert, "i", (int64_t)20);
	db_step(db_query(db, "SELECT n FROM t", ""));
	return 0;
}

static int
end_it(struct db *db, void *arg)
{
	db_run(db, "COMMIT", "");
	return 0;
}

static int
nest(struct db *db, void *arg)
{
	db_run(db, insert, "i", (int64_t)30);
	*(int *)arg = db_tx(db, insert_two, &(struct act){ 0 });
	return 0;
}

static int
returning(struct db *db, void *arg)
{
	struct db_stmt *st = db_query(db, "INSERT INTO t VALUES (40), (41)"
	    " RETURNING n", "");

	db_step(st);
	*(int64_t *)arg = db_int(st, 0);
	if (db_done(st) != 0)
		return 1;
	return db_done(db_query(db, "INSERT INTO t VALUES (42)", ""));
}

static void
all_or_nothing(struct db *db)
{
	struct act act = { .value = 3 };

	is_int(3, db_tx(db, insert_two, &act), "its own result comes back");
	is_int(0, rows(db), "...and nothing is done");
	act.value = 0;
	is_int(0, db_tx(db, insert_two, &act), "0 commits");
	is_int(2, rows(db), "...both rows");
	is_int(2, act.calls, "...each tried once");
	act.value = -5;
	is_int(DB_ERROR, db_tx(db, insert_two, &act), "a result below 0 fails");
	ok(!db_failed(db), "...and is past afterwards");
}

static void
errors_stick(struct db *db)
{
	struct act act = { 0 };

	is_int(DB_ERROR, db_tx(db, insert_twice, &act),
	    "a failed statement fails the transaction");
	is_int(1, act.failed, "...db_failed() says so inside");
	is_int(DB_ERROR, act.after, "...later statements fail, too");
	is_int(2, act.calls, "...a key that exists is tried once more");
	ok(strstr(db_error(db), "UNIQUE") != NULL, "...the first error stays");
	is_int(2, rows(db), "...nothing is done");
	act.value = 4;
	is_int(DB_ERROR, db_tx(db, insert_twice, &act),
	    "...also when the function has a result of its own");
	is_int(DB_ERROR, db_tx(db, insert_orphan, NULL),
	    "a commit that fails is an error");
	is_int(0, sqlite_number(db, "SELECT count(*) FROM later"),
	    "...and leaves nothing");
}

static void
misuse_is_refused(struct db *db)
{
	struct act act = { 0 };
	struct db_stmt *st;
	int64_t n = 0;
	int inner = 0;

	is_int(DB_ERROR, db_tx(db, nest, &inner), "no nesting");
	is_int(DB_ERROR, inner, "...the inner one fails");
	is_int(DB_ERROR, db_tx(db, leave_open, NULL),
	    "a statement left open is an error");
	is_int(DB_ERROR, db_tx(db, end_it, NULL), "COMMIT is db_tx()'s alone");
	is_int(2, rows(db), "...nothing was done");
	st = db_query(db, "SELECT n FROM t", "");
	db_step(st);
	is_int(DB_ERROR, db_tx(db, insert_two, &act),
	    "no transaction inside an open list");
	is_int(DB_ERROR, db_run(db, insert, "i", (int64_t)50),
	    "...nor a single change");
	is_int(1, db_step(st), "...the list goes on");
	db_done(st);
	is_int(1, db_run(db, insert, "i", (int64_t)50), "...after it, yes");
	is_int(0, db_tx(db, returning, &n), "RETURNING in a transaction");
	is_int(40, n, "...gives its row");
	is_int(6, rows(db), "...and does all rows, read or not");
}

static int
try_other(struct db *db, void *arg)
{
	struct db *other = arg;
	struct act act = { 0 };

	is_int(DB_BUSY, db_tx(other, insert_two, &act),
	    "a second writer gets DB_BUSY");
	is_int(0, act.calls, "...before it did anything");
	is_int(DB_BUSY, db_run(other, insert, "i", (int64_t)60),
	    "...also with a single change");
	is_int(6, rows(other), "...it can read meanwhile");
	return 0;
}

static void
waits_are_bounded(struct db *db)
{
	struct db *other = open_file(DB_WRITE);
	int fd = open(folder_path("tx.db-lock"), O_RDWR);

	is_int(0, db_tx(db, try_other, other), "the first goes on");
	flock(fd, LOCK_EX);
	is_int(DB_BUSY, db_run(other, insert, "i", (int64_t)60),
	    "nobody commits while a checkpoint runs");
	is_int(6, rows(other), "...readers do not wait");
	flock(fd, LOCK_SH);
	is_int(1, db_run(other, insert, "i", (int64_t)60),
	    "...afterwards, yes");
	is_int(DB_BUSY, db_checkpoint(db), "no checkpoint while one writes");
	ok(folder_size("tx.db-wal") > 0, "...the WAL stays");
	close(fd);
	is_int(0, db_checkpoint(db), "...a checkpoint afterwards");
	is_int(0, folder_size("tx.db-wal"), "...empties the WAL");
	is_int(7, rows(db), "...and loses nothing");
	db_close(other);
}

static int
insert_fresh(struct db *db, void *arg)
{
	struct act *act = arg;

	/* An id that is taken, and the next one. */
	db_run(db, insert, "i", (int64_t)70 + act->calls++);
	return 0;
}

static int
insert_wrong(struct db *db, void *arg)
{
	struct act *act = arg;

	act->calls++;
	db_run(db, "INSERT INTO t (n) VALUES ('word')", "");
	return 0;
}

static void
another_id_is_tried(struct db *db)
{
	struct act act = { 0 };

	is_int(0, db_tx(db, insert_fresh, &act), "a double id is made anew");
	is_int(2, act.calls, "...by running again");
	is_int(13, rows(db), "...and is there once");
	act.calls = 0;
	is_int(DB_ERROR, db_tx(db, insert_wrong, &act), "other errors are not");
	is_int(1, act.calls, "...tried again");
}

static int
insert_name(struct db *db, void *arg)
{
	struct act *act = arg;

	/* Others took the name at the same time: the second try sees it. */
	db_run(db, "INSERT INTO names (id, name) VALUES ($1, $2)", "it",
	    (int64_t)10 + act->calls, act->calls == 0 ? "a" : "b");
	act->calls++;
	return act->value;
}

static void
another_name_is_tried(struct db *db)
{
	struct act act = { 0 };

	db_run(db, "INSERT INTO names (id, name) VALUES (1, 'a')", "");
	is_int(0, db_tx(db, insert_name, &act),
	    "a key beside the primary one is tried once more");
	is_int(2, act.calls, "...by running again");
}

static int agains;

static void
count_again(void)
{
	agains++;
}

/* The switch that shows whether a transaction can run again. */
static void
first_tries_fail(struct db *db)
{
	struct act act = { .value = 3, .calls = 1 };

	db_again = count_again;
	db_run(db, "DELETE FROM names", "");
	is_int(1, agains, "the first try of a single change is undone");
	is_int(1, db_run(db, "INSERT INTO names (id, name) VALUES (1, 'a')",
	    ""), "...and the second counts");
	is_int(2, agains, "...of every one");
	is_int(3, db_tx_alone(db, insert_name, &act),
	    "what is not to be committed is not run again");
	db_again = NULL;
	is_int(1, sqlite_number(db, "SELECT count(*) FROM names"),
	    "...nothing is done twice");
}

static int64_t first, second;

static int
read_twice(struct db *db, void *arg)
{
	first = rows(db);
	db_run(arg, insert, "i", (int64_t)70);
	second = rows(db);
	return 0;
}

static void
reading_is_a_snapshot(struct db *db)
{
	struct db *reader = open_file(DB_READ);

	is_int(0, db_tx(reader, read_twice, db), "a reader's transaction");
	is_int(7, first, "...sees what there is");
	is_int(7, second, "...and nothing newer");
	is_int(8, rows(reader), "...until its end");
	db_close(reader);
}

static int
insert_one(struct db *db, void *arg)
{
	db_run(db, insert, "i", *(int64_t *)arg);
	return 0;
}

/* Outside a transaction statements see one instant as well. */
static void
pages_are_snapshots(struct db *db)
{
	struct db *page = open_file(DB_WRITE);
	int64_t n = 90;

	is_int(0, db_snapshot(page), "a page begins");
	is_int(8, rows(page), "...and sees what there is");
	is_int(0, db_tx(db, insert_one, &n), "somebody writes meanwhile");
	is_int(8, rows(page), "...of which it sees nothing");
	is_int(0, db_snapshot(page), "a second beginning is none");
	is_int(8, rows(page), "...and changes nothing");
	is_int(DB_BUSY, db_checkpoint(db), "the log is not cut meanwhile");
	db_snapshot_end(page);
	is_int(9, rows(page), "after its end it sees all");
	is_int(0, db_checkpoint(db), "...and the log is cut");
	db_snapshot_end(page);
	is_int(0, db_snapshot(page), "another page");
	is_int(9, rows(page), "...of its instant");
	n = 91;
	is_int(0, db_tx(db, insert_one, &n), "somebody writes");
	n = 92;
	is_int(0, db_tx(page, insert_one, &n), "an act of the page is no "
	    "part of it: it is of now");
	is_int(11, rows(page), "...and so is what follows");
	is_int(0, db_checkpoint(db), "...which holds no log");
	is_int(0, db_snapshot(page), "a third");
	is_int(0, db_checkpoint(page), "its own checkpoint ends it");
	db_close(page);
}

static int
in_both(struct db *db, void *arg)
{
	*(int *)arg = db_snapshot(db);
	db_snapshot_end(db);
	db_run(db, insert, "i", (int64_t)93);
	return 0;
}

static void
snapshots_leave_transactions(struct db *db)
{
	int rc = -1;

	is_int(0, db_tx(db, in_both, &rc), "a transaction goes on");
	is_int(0, rc, "...though something in it wants one instant");
	is_int(12, rows(db), "...and is done whole");
}

static int
swallow(struct db *db, void *arg)
{
	struct act *act = arg;

	/* The first time another process seems to be in the way. */
	if (act->calls++ == 0)
		sqlite_fail(db, SQLITE_BUSY, NULL);
	db_run(db, insert, "i", (int64_t)80);
	return 0;
}

static void
busy_is_tried_again(struct db *db)
{
	struct act act = { 0 };

	is_int(0, db_tx(db, swallow, &act), "a busy try is not the last");
	is_int(2, act.calls, "...the function runs twice");
	is_int(14, rows(db), "...and is done once");
}

int
main(void)
{
	struct db *db;

	folder_make();
	db = open_file(DB_CREATE);
	all_or_nothing(db);
	errors_stick(db);
	misuse_is_refused(db);
	waits_are_bounded(db);
	reading_is_a_snapshot(db);
	pages_are_snapshots(db);
	snapshots_leave_transactions(db);
	another_id_is_tried(db);
	another_name_is_tried(db);
	first_tries_fail(db);
	busy_is_tried_again(db);
	db_close(db);
	return tap_done();
}
