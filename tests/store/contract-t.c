/*
 * contract-t.c - what db.h promises holds on either engine.
 */
#include <string.h>

#include "store/engine.h"
#include "store/migrate.h"
#include "tests/store/folder.h"
#include "tests/store/place.h"
#include "tests/tap.h"

#define ID	9000000000000000001	/* no int4, no double */

static const struct db_migration schema[] = {
	{ "0001-test",
	    "CREATE TABLE things (id @ID@, n @INT@, word TEXT UNIQUE)"
	    " @STRICT@;"
	    "CREATE TABLE parts (thing @INT@ REFERENCES things (id)"
	    " DEFERRABLE INITIALLY DEFERRED, name TEXT,"
	    " PRIMARY KEY (thing, name)) @KEYED@;", NULL },
};

static const char insert[] =
    "INSERT INTO things (id, n, word) VALUES ($1, nullif($2, 0), $3)";

static struct db *
open_db(enum db_mode mode)
{
	char why[512];
	struct db *db = db_open_schema(folder_path("contract.db"), mode,
	    schema, 1, why, sizeof(why));

	if (db == NULL)
		bail(why);
	return db;
}

static int64_t
number(struct db *db, const char *sql)
{
	struct db_stmt *st = db_query(db, sql, "");
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	return db_done(st) == 0 ? n : -1;
}

static int64_t
things(struct db *db)
{
	return number(db, "SELECT count(*) FROM things");
}

/* -- values ---------------------------------------------------------------- */

static void
values_come_back(struct db *db)
{
	struct db_stmt *st;

	is_int(1, db_run(db, insert, "iit", (int64_t)ID, (int64_t)INT64_MIN,
	    "kata \xc3\xa9'\"$1"), "a row is one change");
	is_int(1, db_run(db, insert, "int", (int64_t)2, NULL), "NULL twice");
	is_int(1, db_run(db, insert, "iit", (int64_t)3, (int64_t)0, ""),
	    "nothing beside it");
	st = db_query(db, "SELECT id, n, word, n IS NULL, word = '', n > 0"
	    " FROM things WHERE id = $1 OR id = nullif($2, 0) ORDER BY id",
	    "ii", (int64_t)ID, (int64_t)2);
	ok(db_step(st) && db_null(st, 1) && db_null(st, 2), "NULL is NULL");
	is_int(0, db_int(st, 1), "... 0 as a number");
	is_string("", db_text(st, 2), "... and empty as a text");
	is_int(1, db_int(st, 3), "a comparison that is true is 1");
	is_string("1", db_text(st, 3), "... as a text, too");
	ok(db_null(st, 5), "... one with NULL is NULL");
	ok(db_step(st) && db_int(st, 0) == ID, "an id of 63 bits");
	is_int(INT64_MIN, db_int(st, 1), "the smallest number");
	is_string("kata \xc3\xa9'\"$1", db_text(st, 2), "a text as it was");
	is_string("0", db_text(st, 3), "a comparison that is false is 0");
	is_int(0, db_step(st) + db_done(st), "two rows, no error");
	st = db_query(db, "SELECT sum(n), count(*) FROM things WHERE id < $1",
	    "i", (int64_t)4);
	ok(db_step(st) && db_null(st, 0) && db_int(st, 1) == 2, "sums");
	db_done(st);
}

#define COLUMNS 80

static void
many_parameters(struct db *db)
{
	struct db_value v[COLUMNS] = { 0 };
	char sql[1024] = "SELECT $1 + 0";
	struct db_stmt *st;

	for (int i = 0; i < COLUMNS; i++) {
		v[i].num = i + 1;
		if (i > 0)
			snprintf(sql + strlen(sql), sizeof(sql) - strlen(sql),
			    " + $%d", i + 1);
	}
	st = db_query_values(db, "INSERT INTO parts VALUES ($1, $2)", v, 2);
	is_int(DB_ERROR, db_done(st), "a change wants a transaction");
	st = db_query_values(db, sql, v, COLUMNS);
	ok(db_step(st) && db_int(st, 0) == COLUMNS * (COLUMNS + 1) / 2,
	    "%d parameters", COLUMNS);
	is_int(0, db_done(st), "... without an error");
	is_int(DB_ERROR, db_run(db, sql, "ii", (int64_t)1, (int64_t)2),
	    "too few are refused");
	/* As the texts of a table lie beside each other. */
	strcpy(sql, "SELECT $1 || '$9'");
	strcpy(sql + strlen(sql) + 1, "SELECT $1 + $2");
	st = db_query(db, sql, "t", "x");
	is_string("x$9", db_step(st) ? db_text(st, 0) : "", "a quoted text "
	    "is no parameter, nor is what follows the statement");
	is_int(0, db_done(st), "... without an error");
}

static void
rows_changed(struct db *db)
{
	static const char lease[] = "INSERT INTO things (id, n, word)"
	    " VALUES ($1, $2, 'l') ON CONFLICT (word) DO UPDATE"
	    " SET n = excluded.n WHERE things.n < excluded.n";

	is_int(1, db_run(db, lease, "ii", (int64_t)50, (int64_t)5), "taken");
	is_int(0, db_run(db, lease, "ii", (int64_t)51, (int64_t)4),
	    "a conflict that changes nothing is no row");
	is_int(1, db_run(db, lease, "ii", (int64_t)52, (int64_t)6),
	    "... one that does is one");
	is_int(4, db_run(db, "UPDATE things SET n = 1", ""), "four changed");
	is_int(0, db_run(db, "SELECT 1", ""), "reading changes none");
	is_int(1, db_run(db, "DELETE FROM things WHERE word = 'l'", ""),
	    "one gone");
}

/* Texts are ordered by their bytes, and folded only within ASCII. */
static void
order_of_texts(struct db *db)
{
	static const char sql[] = "WITH w (t) AS (VALUES ('K-2026-10'),"
	    " ('K-2026-1'), ('ab'), ('a_b'), ('Ali'), ('A-6'), ('\xc3\xa9'))"
	    " SELECT t, upper(t), t LIKE '\\%' ESCAPE '!' FROM w ORDER BY t";
	static const char *const want[] = { "A-6", "Ali", "K-2026-1",
		"K-2026-10", "a_b", "ab", "\xc3\xa9" };
	struct db_stmt *st = db_query(db, sql, "");
	int i = 0, plain = 0;

	for (; i < 7 && db_step(st) && strcmp(db_text(st, 0), want[i]) == 0;
	    i++)
		plain += db_int(st, 2) == 0;
	is_int(7, i, "texts are ordered by their bytes");
	is_int(7, plain, "... and a backslash escapes nothing");
	is_string("\xc3\xa9", db_text(st, 1), "... capitals are ASCII's");
	db_done(st);
}

/* -- when a statement runs ------------------------------------------------- */

static int
lazily(struct db *db, void *arg)
{
	int64_t *seen = arg;
	struct db_stmt *st = db_query(db, insert, "iit", (int64_t)60,
	    (int64_t)1, "x");

	seen[0] = things(db);
	db_done(st);
	seen[1] = things(db);
	st = db_query(db, "INSERT INTO things (id) VALUES (61), (62)"
	    " RETURNING id", "");
	seen[2] = db_step(st) ? db_int(st, 0) : 0;
	db_done(st);
	seen[3] = things(db);
	return 5;
}

static void
statements_wait(struct db *db)
{
	int64_t seen[4], before = things(db);

	is_int(5, db_tx(db, lazily, seen), "its own result comes back");
	is_int(before, seen[0], "a statement does nothing before its end");
	is_int(before + 1, seen[1], "... a change is done then");
	is_int(61, seen[2], "RETURNING gives its row");
	is_int(before + 3, seen[3], "... and does all");
	is_int(before, things(db), "all of it was rolled back");
}

static int
fail_early(struct db *db, void *arg)
{
	int *rc = arg;

	db_run(db, "INSERT INTO things (id, word) VALUES (70, 'a')", "");
	rc[0] = db_run(db, "INSERT INTO nowhere VALUES (1)", "");
	rc[1] = db_run(db, "INSERT INTO things (id) VALUES (71)", "");
	rc[2] = db_done(db_query(db, "SELECT 1", ""));
	rc[3]++;
	return 0;
}

static void
errors_stick(struct db *db)
{
	int rc[4] = { 0 };
	int64_t before = things(db);

	is_int(DB_ERROR, db_tx(db, fail_early, rc), "a failed statement fails"
	    " its transaction");
	ok(rc[0] == DB_ERROR && rc[1] == DB_ERROR && rc[2] == DB_ERROR,
	    "... and each one after it");
	is_int(1, rc[3], "... which is not tried again");
	ok(strstr(db_error(db), "nowhere") != NULL, "... the first error "
	    "stays: %s", db_error(db));
	is_int(before, things(db), "... nothing was done");
	is_int(DB_ERROR, db_run(db, "SELEC", ""), "no statement");
	is_int(DB_ERROR, db_run(db, "SELECT 1; SELECT 2", ""), "two at once");
	is_int(DB_ERROR, db_run(db, "SELECT $1 + $3", "ii", (int64_t)1,
	    (int64_t)2), "parameters skip no number");
	is_int(1, number(db, "SELECT 1"), "... and the handle goes on");
}

static int
orphan(struct db *db, void *arg)
{
	++*(int *)arg;
	return db_run(db, "INSERT INTO parts VALUES (99, 'x')", "") == 1 ? 0 :
	    9;
}

static int
meet_a_key(struct db *db, void *arg)
{
	int *calls = arg;

	db_run(db, "INSERT INTO things (id, word) VALUES ($1, $2)", "it",
	    (int64_t)80 + *calls, *calls == 0 ? "" : "new");
	++*calls;
	return 0;
}

static void
commits(struct db *db)
{
	int calls = 0;

	is_int(DB_ERROR, db_tx(db, orphan, &calls), "a commit that fails");
	is_int(1, calls, "... is not tried again");
	is_int(0, number(db, "SELECT count(*) FROM parts"), "... and leaves"
	    " nothing");
	calls = 0;
	is_int(0, db_tx_alone(db, meet_a_key, &calls), "a key that exists");
	is_int(2, calls, "... is tried once more");
	db_run(db, "DELETE FROM things WHERE word = 'new'", "");
}

/* -- changes that nobody asks after ---------------------------------------- */

static int64_t listed;

/* More than are sent at once; in between they are read. */
static int
put_many(struct db *db, void *arg)
{
	int64_t i;

	for (i = 0; i < 150; i++)
		db_put(db, insert, "iit", 7000 + i, i, NULL);
	listed = number(db, "SELECT count(*) FROM things WHERE id BETWEEN"
	    " 7000 AND 7999");
	db_put(db, "DELETE FROM things WHERE id = $1", "i", (int64_t)7000);
	return db_run(db, "DELETE FROM things WHERE id = 7001", "") != 1;
}

/* The second is there already; the list after it is never seen. */
static int
put_double(struct db *db, void *arg)
{
	++*(int *)arg;
	db_put(db, insert, "iit", (int64_t)8000, (int64_t)1, NULL);
	db_put(db, insert, "iit", (int64_t)7002, (int64_t)1, NULL);
	db_put(db, insert, "iit", (int64_t)8001, (int64_t)1, NULL);
	if (*(int *)arg > 2)
		listed = things(db);
	return 0;
}

static int
put_wrong(struct db *db, void *arg)
{
	db_put(db, insert, "iit", (int64_t)8000, (int64_t)1, NULL);
	return 1;
}

static void
puts_changes(struct db *db)
{
	int calls = 0;

	is_int(0, db_tx(db, put_many, NULL), "changes that nobody asks after");
	is_int(150, listed, "... are seen by what follows them");
	is_int(148, number(db, "SELECT count(*) FROM things"
	    " WHERE id BETWEEN 7000 AND 7999"),
	    "... and committed in their order");
	is_int(DB_ERROR, db_tx(db, put_double, &calls),
	    "one of them meets a key that exists, at the commit");
	is_int(2, calls, "... and is tried once more");
	listed = 0;
	is_int(DB_ERROR, db_tx(db, put_double, &calls), "... or at a list");
	is_int(-1, listed, "... which is not seen");
	is_int(1, db_tx(db, put_wrong, NULL), "a function thinks otherwise");
	is_int(0, number(db, "SELECT count(*) FROM things WHERE id = 8000"),
	    "... nothing is left of any");
	db_put(db, insert, "iit", (int64_t)8000, (int64_t)1, NULL);
	is_int(0, number(db, "SELECT count(*) FROM things WHERE id = 8000"),
	    "outside a transaction there are none");
	db_run(db, "DELETE FROM things WHERE id >= 7000 AND id < 8000", "");
}

/* -- lists ----------------------------------------------------------------- */

#define MANY 2500

static int
fill(struct db *db, void *arg)
{
	for (int64_t i = 0; i < MANY; i++)
		db_run(db, "INSERT INTO things (id, n) VALUES ($1, $2)", "ii",
		    1000 + i, i);
	return 0;
}

static void
long_lists(struct db *db)
{
	static const char all[] = "SELECT n, word FROM things WHERE id >= $1"
	    " AND id < $2 ORDER BY id";
	struct db_stmt *st, *inner;
	int64_t i = 0, nested = 0;

	is_int(0, db_tx(db, fill, NULL), "%d rows", MANY);
	st = db_scan(db, all, "ii", (int64_t)1000, (int64_t)1000 + MANY);
	while (db_step(st) && db_int(st, 0) == i) {
		inner = db_scan(db, all, "ii", 1000 + i, 1001 + i);
		nested += i++ % 500 == 0 && db_step(inner);
		db_done(inner);
	}
	is_int(MANY, i, "a long list, in order");
	is_int(5, nested, "... with others within it");
	is_int(DB_ERROR, db_run(db, "DELETE FROM things", ""),
	    "... while nothing is written");
	is_int(0, db_done(st), "... ends well");
	st = db_scan(db, all, "ii", (int64_t)1000, (int64_t)5000);
	ok(db_step(st) && db_step(st), "one that is not read to its end");
	is_int(0, db_done(st), "... is given back");
	is_int(MANY, db_run(db, "DELETE FROM things WHERE id >= 1000"
	    " AND id < 5000", ""), "... and they can be deleted");
}

/* A text of a megabyte, a hundred times. */
static void
too_long(struct db *db)
{
	static const char sql[] = "WITH RECURSIVE k (i) AS (SELECT 1 UNION ALL"
	    " SELECT i + 1 FROM k WHERE i < 100) SELECT $1 || i FROM k";
	char *text = malloc((1 << 20) + 1);
	struct db_stmt *st;
	int n = 0;

	memset(text, 'x', 1 << 20);
	text[1 << 20] = '\0';
	st = db_query(db, sql, "t", text);
	while (db_step(st))
		n += db_text(st, 0)[0] == 'x';
	ok(n < 100, "a list of 100 MB is not read whole");
	is_int(DB_ERROR, db_done(st), "... which is an error");
	ok(strstr(db_error(db), "db_scan()") != NULL, "... and said");
	st = db_scan(db, sql, "t", text);
	for (n = 0; db_step(st);)
		n += db_text(st, 0)[0] == 'x';
	is_int(0, db_done(st), "db_scan() reads it");
	is_int(100, n, "... to its end");
	free(text);
}

/* -- a handle that reads; two handles -------------------------------------- */

static struct db *other;

static int
look_twice(struct db *db, void *arg)
{
	int64_t *seen = arg;

	seen[0] = things(db);
	db_run(other, insert, "iit", (int64_t)90, (int64_t)1, "later");
	seen[1] = things(db);
	return 0;
}

static void
readers(struct db *db)
{
	struct db *reader = open_db(DB_READ);
	int64_t seen[2];

	other = db;
	is_int(DB_ERROR, db_run(reader, "DELETE FROM things", ""),
	    "DB_READ refuses a change");
	is_int(0, db_tx(reader, look_twice, seen), "a transaction of it");
	is_int(seen[0], seen[1], "... sees one instant");
	is_int(seen[0] + 1, things(reader), "... until its end");
	db_close(reader);
}

static int busy;

static int
try_other(struct db *db, void *arg)
{
	db_run(db, "UPDATE things SET n = 7 WHERE id = 2", "");
	busy = db_run(other, "UPDATE things SET n = 8 WHERE id = 2", "");
	return 0;
}

static void
writers(struct db *db)
{
	other = open_db(DB_WRITE);
	db_patience(other, 50);
	is_int(0, db_tx_alone(db, try_other, NULL), "one is alone");
	is_int(DB_BUSY, busy, "... the other waits, not for ever");
	is_int(0, db_tx(db, try_other, NULL), "two change one row");
	is_int(DB_BUSY, busy, "... the second waits, not for ever");
	is_int(7, number(db, "SELECT n FROM things WHERE id = 2"),
	    "... the first has it");
	is_int(1, db_run(other, "UPDATE things SET n = 8 WHERE id = 2", ""),
	    "... afterwards the second");
	db_close(other);
}

int
main(void)
{
	struct db *db;

	folder_make();
	place_use();
	db = open_db(DB_CREATE);
	values_come_back(db);
	many_parameters(db);
	rows_changed(db);
	order_of_texts(db);
	statements_wait(db);
	errors_stick(db);
	commits(db);
	puts_changes(db);
	long_lists(db);
	too_long(db);
	readers(db);
	writers(db);
	ok(db_clock(db) > 1700000000, "it has a clock");
	db_close(db);
	return tap_done();
}
