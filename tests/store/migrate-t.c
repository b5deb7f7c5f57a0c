/* migrate-t.c - a file's schema against the program's; copies of a file. */
#include <sys/wait.h>

#include <string.h>

#include "store/db.h"
#include "store/migrate.h"
#include "store/sqlite.h"
#include "tests/store/folder.h"
#include "tests/tap.h"

static const struct db_migration good[] = {
	{ "0001-one", "CREATE TABLE one (id @ID@, n @INT@) @STRICT@;"
	    "INSERT INTO one VALUES (1, 10); -- no@token @ all\n" },
	{ "0002-two", "CREATE TABLE two (data @BLOB@) @STRICT@;"
	    "UPDATE one SET n = 20;" },
};
static const struct db_migration broken[] = {
	{ "0001-one", "" },
	{ "0002-two", "UPDATE one SET n = 30; CREATE TABLE x (; " },
};
static const struct db_migration deadly[] = {
	{ "0001-one", "" },
	{ "0002-two", "UPDATE one SET n = 40; SELECT die();" },
};
static const struct db_migration unknown[] = {
	{ "0001-one", "CREATE TABLE one (n @BIGINT@) @STRICT@;" },
};
static const struct db_migration escaping[] = {
	{ "0001-one", "CREATE TABLE one (n @INT@) @STRICT@; COMMIT;" },
};

static char why[512];

static struct db *
open_with(const char *name, enum db_mode mode, const struct db_migration *list,
    int count)
{
	return db_open_schema(folder_path(name), mode, list, count, why,
	    sizeof(why));
}

static void
refuses(const char *name, enum db_mode mode, int count, const char *part)
{
	struct db *db = open_with(name, mode, good, count);

	ok(db == NULL && strstr(why, part) != NULL,
	    "%s in mode %d with %d: \"%s\"", name, mode, count, part);
	db_close(db);
}

/* Version and content of a file that has had `version` migrations. */
static void
stands_at(const char *name, int version, int n)
{
	struct db *db = open_with(name, DB_READ, good, version);

	if (db == NULL)
		bail(why);
	is_int(version, db_pragma(db, "PRAGMA user_version"),
	    "...the file stands at version %d", version);
	is_int(n, db_pragma(db, "SELECT n FROM one"), "...with its content");
	db_close(db);
}

static void
migrates_in_order(void)
{
	struct db *db;

	refuses("a.db", DB_WRITE, 1, "unable to open");
	refuses("a.db", DB_READ, 1, "unable to open");
	db = open_with("a.db", DB_CREATE, good, 1);
	ok(db != NULL, "DB_CREATE makes the file");
	is_int(DB_APPLICATION_ID, db_pragma(db, "PRAGMA application_id"),
	    "...marked as ours");
	db_close(db);
	stands_at("a.db", 1, 10);
	refuses("a.db", DB_WRITE, 2, "lebih lama");
	refuses("a.db", DB_READ, 2, "lebih lama");
	stands_at("a.db", 1, 10);
	db_close(open_with("a.db", DB_CREATE, good, 2));
	stands_at("a.db", 2, 20);
	refuses("a.db", DB_READ, 1, "lebih baru");
	refuses("a.db", DB_WRITE, 1, "lebih baru");
	refuses("a.db", DB_CREATE, 1, "lebih baru");
	db_close(open_with("a.db", DB_CREATE, good, 2));
	stands_at("a.db", 2, 20);
}

static void
leaves_foreign_files_alone(void)
{
	sqlite3 *sq;
	FILE *f = fopen(folder_path("text.db"), "w");

	fputs("This is a text and no database; long enough to be read as "
	    "one, since a header has a hundred bytes at its beginning.\n", f);
	fclose(f);
	refuses("text.db", DB_CREATE, 1, "not a database");
	sqlite3_open(folder_path("other.db"), &sq);
	sqlite3_exec(sq, "CREATE TABLE theirs (n)", NULL, NULL, NULL);
	sqlite3_close(sq);
	refuses("other.db", DB_CREATE, 1, "bukan basis data sopap");
	refuses("other.db", DB_WRITE, 1, "bukan basis data sopap");
	is_int(-1, folder_size("other.db-wal"), "...it is not changed to WAL");
}

static void
fails_whole(void)
{
	db_close(open_with("b.db", DB_CREATE, good, 1));
	ok(open_with("b.db", DB_CREATE, broken, 2) == NULL &&
	    strstr(why, "syntax error") != NULL, "a bad migration: %s", why);
	stands_at("b.db", 1, 10);
	ok(open_with("c.db", DB_CREATE, unknown, 1) == NULL &&
	    strstr(why, "unknown token") != NULL, "an unknown token");
	ok(open_with("d.db", DB_CREATE, escaping, 1) == NULL,
	    "a migration that commits by itself is refused");
}

static void
die(sqlite3_context *context, int argc, sqlite3_value **argv)
{
	_exit(9);
}

static void
dies_whole(void)
{
	struct db *db;
	int status = 0;
	pid_t pid = fork();

	if (pid == 0) {
		db = open_with("b.db", DB_WRITE, good, 1);
		sqlite3_create_function(db->sq, "die", 0, SQLITE_UTF8, NULL,
		    die, NULL, NULL);
		db_migrate(db, deadly, 2);
		_exit(0);
	}
	waitpid(pid, &status, 0);
	is_int(9, WEXITSTATUS(status), "killed in the middle of a migration");
	stands_at("b.db", 1, 10);
	db_close(open_with("b.db", DB_CREATE, good, 2));
	stands_at("b.db", 2, 20);
}

static void
copies_whole(void)
{
	struct db *db = open_with("a.db", DB_WRITE, good, 2);
	struct db *other = open_with("a.db", DB_WRITE, good, 2);
	struct db_stmt *st;

	db_run(other, "UPDATE one SET n = 50", "");
	st = db_query(other, "SELECT n FROM one", "");
	db_step(st);
	is_int(0, db_backup(db, folder_path("copy.db")),
	    "a backup while another reads");
	db_done(st);
	db_run(other, "UPDATE one SET n = 60", "");
	stands_at("copy.db", 2, 50);
	stands_at("a.db", 2, 60);
	is_int(DB_ERROR, db_backup(db, folder_path("copy.db")),
	    "a backup does not write over a file");
	stands_at("copy.db", 2, 50);
	is_int(DB_ERROR, db_backup(db, folder_path("no/copy.db")),
	    "a backup into nowhere fails");
	db_close(other);
	db_close(db);
}

int
main(void)
{
	folder_make();
	migrates_in_order();
	leaves_foreign_files_alone();
	fails_whole();
	dies_whole();
	copies_whole();
	return tap_done();
}
