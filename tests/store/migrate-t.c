/* migrate-t.c - a file's schema against the program's; copies of a file. */
#include <sys/wait.h>

#include <sodium.h>
#include <string.h>

#include "store/db.h"
#include "store/installation.h"
#include "store/migrate.h"
#include "store/sqlite.h"
#include "tests/store/folder.h"
#include "tests/tap.h"

static const struct db_migration good[] = {
	{ "0001-one", "CREATE TABLE one (id @ID@, n @INT@) @STRICT@;"
	    "INSERT INTO one VALUES (1, 10); -- no@token @ all\n", NULL },
	{ "0002-two", "CREATE TABLE two (data @BLOB@) @STRICT@;"
	    "UPDATE one SET n = 20;", NULL },
};
static const struct db_migration broken[] = {
	{ "0001-one", "", NULL },
	{ "0002-two", "UPDATE one SET n = 30; CREATE TABLE x (; ", NULL },
};
static const struct db_migration half[] = {
	{ "0001-one", "CREATE TABLE one (n @INT@) @STRICT@;", NULL },
	{ "0002-two", "CREATE TABLE x (; ", NULL },
};
static const struct db_migration deadly[] = {
	{ "0001-one", "", NULL },
	{ "0002-two", "UPDATE one SET n = 40; SELECT die();", NULL },
};
static const struct db_migration unknown[] = {
	{ "0001-one", "CREATE TABLE one (n @BIGINT@) @STRICT@;", NULL },
};
static const struct db_migration escaping[] = {
	{ "0001-one", "CREATE TABLE one (n @INT@) @STRICT@; COMMIT;", NULL },
};

static char why[512];

static struct db *
open_with(const char *name, enum db_mode mode, const struct db_migration *list,
    int count)
{
	return db_open_schema(folder_path(name), mode, list, count, why,
	    sizeof(why));
}

/* Bring a file to `last` migrations: 0, or an error with its reason. */
static int
upgrade_with(const char *name, const struct db_migration *list, int last)
{
	struct db *db = open_with(name, DB_UPGRADE, list, last);
	int rc;

	if (db == NULL)
		return DB_ERROR;
	rc = db_migrate(db, list, last);
	snprintf(why, sizeof(why), "%s", db_error(db));
	db_close(db);
	return rc;
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
	is_int(version, sqlite_number(db, "PRAGMA user_version"),
	    "...the file stands at version %d", version);
	is_int(n, sqlite_number(db, "SELECT n FROM one"),
	    "...with its content");
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
	is_int(DB_APPLICATION_ID, sqlite_number(db, "PRAGMA application_id"),
	    "...marked as ours");
	db_close(db);
	stands_at("a.db", 1, 10);
	refuses("a.db", DB_WRITE, 2, "lebih lama");
	refuses("a.db", DB_READ, 2, "sopap upgrade");
	refuses("a.db", DB_CREATE, 2, "lebih lama");
	stands_at("a.db", 1, 10);
	is_int(0, upgrade_with("a.db", good, 2), "an upgrade");
	stands_at("a.db", 2, 20);
	refuses("a.db", DB_READ, 1, "lebih baru");
	refuses("a.db", DB_WRITE, 1, "lebih baru");
	refuses("a.db", DB_CREATE, 1, "lebih baru");
	refuses("a.db", DB_UPGRADE, 1, "lebih baru");
	refuses("a.db", DB_OLD, 1, "lebih baru");
	is_int(0, upgrade_with("a.db", good, 2), "an upgrade of nothing");
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
	ok(upgrade_with("b.db", broken, 2) == DB_ERROR &&
	    strstr(why, "syntax error") != NULL, "a bad migration: %s", why);
	stands_at("b.db", 1, 10);
	ok(open_with("e.db", DB_CREATE, half, 2) == NULL &&
	    strstr(why, "syntax error") != NULL, "a bad file of two: %s", why);
	db_close(open_with("e.db", DB_CREATE, good, 1));
	stands_at("e.db", 1, 10);
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
		db = open_with("b.db", DB_UPGRADE, good, 1);
		sqlite3_create_function(sqlite_handle(db), "die", 0,
		    SQLITE_UTF8, NULL,
		    die, NULL, NULL);
		db_migrate(db, deadly, 2);
		_exit(0);
	}
	waitpid(pid, &status, 0);
	is_int(9, WEXITSTATUS(status), "killed in the middle of a migration");
	stands_at("b.db", 1, 10);
	is_int(0, upgrade_with("b.db", good, 2), "... and upgraded again");
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

/* The list of the program with a wrong fingerprint of its first file. */
static struct db *
open_signed(const char *name, enum db_mode mode, const char *schema, int count)
{
	struct db_migration list[] = {
		{ db_schema[0].name, db_schema[0].sql, schema },
		{ "0002-more", "CREATE TABLE more (n @INT@) @STRICT@;", "" },
	};

	return open_with(name, mode, list, count);
}

/* Says the reason why a file is refused; NULL when it is not. */
static const char *
refusal(const char *name, enum db_mode mode, int count)
{
	struct db *db = open_signed(name, mode, db_schema[0].schema, count);

	db_close(db);
	return db == NULL ? why : NULL;
}

/* A released file means to SQLite what it meant when offices were made by it;
 * no token is left for PostgreSQL. */
static void
expands_as_before(void)
{
	unsigned char sum[crypto_hash_sha256_BYTES];
	char hex[2 * sizeof(sum) + 1];
	char *text = migrate_expand(&sqlite_engine, db_schema[0].sql);

	crypto_hash_sha256(sum, (const unsigned char *)text, strlen(text));
	sodium_bin2hex(hex, sizeof(hex), sum, sizeof(sum));
	is_string("1a4c5b1a7435764da7780fac84e8d525"
	    "8eb76a755ec8e4c60586240edeceffd0", hex,
	    "0001 is to SQLite what it was");
	free(text);
	text = migrate_expand(&sqlite_engine, unknown[0].sql);
	ok(text == NULL, "a word that is no token is refused");
}

static void
knows_its_fingerprint(void)
{
	char made[INSTALLATION_FINGERPRINT], kept[INSTALLATION_FINGERPRINT];
	struct db *db = open_signed("f.db", DB_CREATE, db_schema[0].schema, 1);

	if (db == NULL)
		bail(why);
	installation_fingerprint(db, made);
	is_string(db_schema[0].schema, made, "the schema that it makes");
	is_int(1, installation_get(db, "schema", kept, sizeof(kept)),
	    "... is written down");
	is_string(made, kept, "... as it is");
	installation_get(db, "release", kept, sizeof(kept));
	is_string(PACKAGE_VERSION, kept, "... with the release");
	db_run(db, "CREATE TABLE sqlite_statistics (n)", "");
	db_run(db, "ANALYZE", "");
	installation_fingerprint(db, kept);
	is_string(made, kept, "the engine's own tables do not count");
	db_close(db);
	ok(refusal("f.db", DB_WRITE, 1) == NULL, "it is opened");
	ok(strstr(refusal("f.db", DB_WRITE, 2), "sopap upgrade") != NULL,
	    "an older one is to be upgraded");
	ok(refusal("f.db", DB_UPGRADE, 2) == NULL, "... and can be");
	ok(open_signed("g.db", DB_CREATE, "0123", 1) == NULL &&
	    strstr(why, made) != NULL, "another than expected is not made: %s",
	    why);
	ok(refusal("g.db", DB_CREATE, 1) == NULL, "... nothing is: the file "
	    "is empty");
}

/* Builds between two releases gave the same number to other schemas. */
static void
refuses_what_no_release_made(void)
{
	static const char *const change[] = {
		"UPDATE installation SET value = 'ab' WHERE name = 'schema'",
		"DELETE FROM installation WHERE name = 'schema'",
		"PRAGMA user_version = 10",
		"DROP TABLE installation",
	};
	static const enum db_mode mode[] = { DB_READ, DB_WRITE, DB_CREATE,
		DB_UPGRADE };
	sqlite3 *sq;

	for (size_t i = 0; i < sizeof(change) / sizeof(change[0]); i++) {
		sqlite3_open(folder_path("f.db"), &sq);
		sqlite3_exec(sq, change[i], NULL, NULL, NULL);
		sqlite3_close(sq);
		for (size_t m = 0; m < sizeof(mode) / sizeof(mode[0]); m++)
			ok(refusal("f.db", mode[m], 2) != NULL &&
			    strstr(why, "bukan dari rilis") != NULL,
			    "\"%s\" in mode %d", change[i], mode[m]);
		ok(refusal("f.db", DB_OLD, 2) == NULL, "... is looked at");
	}
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
	expands_as_before();
	knows_its_fingerprint();
	refuses_what_no_release_made();
	return tap_done();
}
