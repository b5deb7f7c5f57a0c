/* db-t.c - opening the database, statements and the values they carry. */
#include <string.h>

#include "store/db.h"
#include "store/migrate.h"
#include "store/sqlite.h"
#include "store/statement.h"
#include "tests/store/folder.h"
#include "tests/tap.h"

static const struct db_migration schema[] = {
	{ "0001-test",
	    "CREATE TABLE kinds (name TEXT PRIMARY KEY) @STRICT@;"
	    "CREATE TABLE things (id @ID@, n @INT@, word TEXT,"
	    " kind TEXT REFERENCES kinds (name)) @STRICT@;"
	    "INSERT INTO kinds VALUES ('a');", NULL },
};

static const char insert[] =
    "INSERT INTO things (id, n, word) VALUES ($1, $2, $3)";
static const char get[] = "SELECT n, word FROM things WHERE id = $1";

static struct db *
open_file(const char *name, enum db_mode mode)
{
	char why[256];
	struct db *db = db_open_schema(folder_path(name), mode, schema, 1, why,
	    sizeof(why));

	if (db == NULL)
		bail(why);
	return db;
}

static void
fills_in_bulk(void)
{
	struct db *db = open_file("bulk.db", DB_CREATE);

	is_int(0, db_bulk(db, 1), "a database may be filled");
	is_int(0, sqlite_number(db, "PRAGMA synchronous"),
	    "... without syncing");
	is_int(0, db_bulk(db, 0), "... and then");
	is_int(2, sqlite_number(db, "PRAGMA synchronous"),
	    "... is durable again");
	db_close(db);
}

static void
opens_hardened(void)
{
	struct db *db = open_file("hard.db", DB_CREATE);

	ok(db_run(db, "PRAGMA writable_schema = ON", "") >= 0 &&
	    db_run(db, "DELETE FROM sqlite_schema", "") == DB_ERROR,
	    "the schema table cannot be written");
	is_int(DB_ERROR, db_run(db, "INSERT INTO things (id, kind)"
	    " VALUES (1, 'z')", ""), "foreign keys are on");
	is_int(DB_ERROR, db_run(db, "SELECT \"no such column\"", ""),
	    "a double-quoted text is no string");
	is_int(0, sqlite_number(db, "PRAGMA trusted_schema"),
	    "schema untrusted");
	is_int(2, sqlite_number(db, "PRAGMA synchronous"),
	    "synchronous is FULL");
	is_int(0, sqlite_number(db, "PRAGMA wal_autocheckpoint"),
	    "SQLite itself never checkpoints");
	is_int(1, sqlite_number(db, "PRAGMA secure_delete"), "erases for good");
	is_int(1, sqlite_number(db, "SELECT journal_mode = 'wal' FROM"
	    " pragma_journal_mode"), "the journal is a WAL");
	is_int(DB_ERROR, db_run(db, "INSERT INTO things (id, n)"
	    " VALUES (1, 'word')", ""), "a word is no number");
	db_close(db);
	ok(folder_size("hard.db-wal") > 0, "closing does not checkpoint");
}

static void
reads_only(void)
{
	struct db *db = open_file("hard.db", DB_READ);

	is_int(DB_ERROR, db_run(db, "DELETE FROM kinds", ""),
	    "DB_READ refuses a change");
	ok(strstr(db_error(db), "readonly") != NULL, "...and says so: %s",
	    db_error(db));
	is_int(0, db_run(db, "SELECT name FROM kinds", ""), "...but reads");
	db_close(db);
}

static void
carries_values(struct db *db)
{
	struct db_stmt *st;

	is_int(1, db_run(db, insert, "iit", (int64_t)1, INT64_MIN,
	    "kata \xc3\xa9"), "a row with a number and a text");
	st = db_query(db, get, "i", (int64_t)1);
	is_int(1, db_step(st), "...is found");
	is_int(INT64_MIN, db_int(st, 0), "...the number");
	is_string("kata \xc3\xa9", db_text(st, 1), "...the text");
	is_int(0, db_step(st), "...once");
	is_int(0, db_step(st), "...and does not begin again");
	is_int(0, db_done(st), "...without an error");
}

static void
tells_null_from_empty(struct db *db)
{
	struct db_stmt *st;

	is_int(DB_ERROR, db_run(db, insert, "in", (int64_t)2),
	    "too few types are refused");
	is_int(DB_ERROR, db_run(db, insert, "inq", (int64_t)2, ""),
	    "an unknown type is refused");
	is_int(1, db_run(db, insert, "int", (int64_t)2, NULL),
	    "NULL is stored");
	is_int(1, db_run(db, insert, "iit", (int64_t)3, (int64_t)0, ""),
	    "...and what is empty");
	st = db_query(db, get, "i", (int64_t)2);
	db_step(st);
	ok(db_null(st, 0) && db_null(st, 1), "NULL number and text are NULL");
	is_int(0, db_int(st, 0), "...read as 0");
	is_string("", db_text(st, 1), "...and as an empty text");
	db_done(st);
	st = db_query(db, get, "i", (int64_t)3);
	db_step(st);
	ok(!db_null(st, 0) && !db_null(st, 1), "0 and an empty text are not");
	db_done(st);
}

static void
cuts_between_characters(struct db *db)
{
	struct db_stmt *st;
	char buf[8];

	db_run(db, "INSERT INTO things (id, word) VALUES ($1, $2)", "it",
	    (int64_t)4, "ab\xe2\x82\xac\xe2\x82\xac");	/* ab, two euro signs */
	st = db_query(db, get, "i", (int64_t)4);
	db_step(st);
	is_string("ab\xe2\x82\xac", db_copy(st, 1, buf, 8), "half a sign goes");
	is_string("ab\xe2\x82\xac", db_copy(st, 1, buf, 6), "a whole one fits");
	is_string("ab", db_copy(st, 1, buf, 5), "...or goes whole");
	is_string("", db_copy(st, 1, buf, 1), "no room gives nothing");
	is_string("", db_copy(st, 0, buf, 8), "NULL copies as nothing");
	is_int(0, db_int(st, 9), "a column that is not there is 0");
	is_int(DB_ERROR, db_done(st), "...and an error");
}

static int64_t
sum_below(struct db *db, const char *sql, int64_t id)
{
	struct db_stmt *st = db_query(db, sql, "i", id);
	int64_t sum = 0;

	while (db_step(st))
		sum += db_int(st, 0) + sum_below(db, sql, db_int(st, 0));
	db_done(st);
	return sum;
}

static void
uses_statements_again(struct db *db)
{
	static const char below[] = "SELECT id FROM things WHERE id < $1"
	    " ORDER BY id";
	char text[64] = "SELECT 1";
	struct db_stmt *st;
	int i;

	/* f(n) is the sum of k + f(k) for each k below n: 0, 0, 1, 4, 11. */
	is_int(11, sum_below(db, below, 4), "a statement runs inside itself");
	is_int(11, sum_below(db, below, 4), "...and again");
	for (i = 0; i < 1000; i++)
		db_done(db_query(db, below, "i", (int64_t)i));
	ok(db_query(db, below, "i", (int64_t)1) !=
	    db_query(db, below, "i", (int64_t)1), "two at once are two");
	is_int(2, db_stmts_reset(db), "...both in use");
	db_done(db_query(db, text, ""));
	strcpy(text, "SELECT 2");
	st = db_query(db, text, "");
	db_step(st);
	is_int(2, db_int(st, 0), "a buffer's new text is not its old one");
	db_done(st);
	st = db_query(db, "SELECT $2 - $1", "ii", (int64_t)1, (int64_t)3);
	db_step(st);
	is_int(2, db_int(st, 0), "parameters go by number, not by place");
	db_done(st);
	st = db_query(db, "SELECT 4 WHERE $1 > 2 AND 'x' = 'x'\0 $2 $3", "i",
	    (int64_t)3);
	db_step(st);
	is_int(4, db_int(st, 0), "what lies behind a text is no part of it");
	db_done(st);
}

static void
scans_long_lists(struct db *db)
{
	static const char all[] = "SELECT id FROM things WHERE id >= $1"
	    " ORDER BY id";
	struct db_stmt *st = db_scan(db, all, "i", (int64_t)2);

	is_int(1, db_step(st), "a long list");
	is_int(2, db_int(st, 0), "...begins");
	is_int(4, sum_below(db, "SELECT id FROM things WHERE id < $1"
	    " ORDER BY id", 3), "...another is read meanwhile");
	is_int(DB_ERROR, db_run(db, "DELETE FROM things", ""),
	    "...nothing is written");
	is_int(1, db_step(st), "...and goes on");
	is_int(3, db_int(st, 0), "...with the next row");
	is_int(0, db_done(st), "...until one has seen enough");
}

static void
refuses_bad_statements(struct db *db)
{
	struct db_stmt *st;

	st = db_query(db, "SELEC", "");
	is_int(0, db_step(st), "a bad statement has no row");
	is_string("", db_text(st, 0), "...nor a value");
	is_int(DB_ERROR, db_done(st), "...and is an error");
	is_int(DB_ERROR, db_run(db, "SELECT $1 + $3", "ii", (int64_t)1,
	    (int64_t)3), "parameters do not skip a number");
	is_int(DB_ERROR, db_run(db, "SELECT ?", "i", (int64_t)1),
	    "...and have one");
	is_int(DB_ERROR, db_run(db, "SELECT 1; SELECT 2", ""),
	    "two statements are not one");
	is_int(DB_ERROR, db_run(db, "", ""), "none is not one");
	st = db_query(db, "DELETE FROM things RETURNING id", "");
	is_int(DB_ERROR, db_done(st), "a change by query wants a transaction");
	is_int(4, db_run(db, "DELETE FROM things", ""), "...nothing was lost");
	is_int(0, db_run(db, "DELETE FROM things", ""), "no row, no change");
}

static void
opens_the_office(void)
{
	char why[256];
	struct db *db = db_open(":memory:", DB_CREATE, why, sizeof(why));

	ok(db != NULL, "the office's schema opens in memory");
	if (db == NULL)
		bail(why);
	ok(sqlite_number(db, "SELECT count(*) FROM sqlite_schema"
	    " WHERE name IN ('cases', 'tasks', 'events')") == 3,
	    "...with its tables");
	is_int(0, sqlite_number(db, "SELECT count(*) FROM sqlite_schema WHERE"
	    " type = 'table' AND sql NOT LIKE '%STRICT' AND"
	    " sql NOT LIKE '%STRICT, WITHOUT ROWID' AND"
	    " name NOT LIKE 'sqlite%'"), "...all of them strict");
	db_close(db);
	db_close(NULL);
}

int
main(void)
{
	char why[256];
	struct db *db;

	folder_make();
	fills_in_bulk();
	opens_hardened();
	reads_only();
	db = db_open_schema(":memory:", DB_CREATE, schema, 1, why, sizeof(why));
	if (db == NULL)
		bail(why);
	carries_values(db);
	tells_null_from_empty(db);
	cuts_between_characters(db);
	uses_statements_again(db);
	scans_long_lists(db);
	refuses_bad_statements(db);
	db_close(db);
	opens_the_office();
	return tap_done();
}
