/* sqlite.c - the one place that opens SQLite. */
#include "store/sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "store/sqlite_statement.h"
#include "store/sqlite_tx.h"

#define WAL_MAX		(4 << 20)	/* bytes; longer is checkpointed */
#define WAL_FRAME	24		/* bytes of a frame beside its page */

sqlite3 *
sqlite_handle(struct db *db)
{
	return ((struct sqlite *)db)->sq;
}

int
sqlite_fail(struct db *db, int code, const char *sql)
{
	int primary = code & 0xff;
	int busy = primary == SQLITE_BUSY || primary == SQLITE_LOCKED;

	if (code == SQLITE_CONSTRAINT_PRIMARYKEY ||
	    code == SQLITE_CONSTRAINT_UNIQUE)
		db->conflict |= !db->failed;
	return db_fail_as(db, busy ? DB_BUSY : DB_ERROR, "%s (%d)%s%s",
	    sqlite3_errmsg(sqlite_handle(db)), code, sql != NULL ? ": " : "",
	    sql != NULL ? sql : "");
}

int
sqlite_script(struct db *db, const char *sql)
{
	int code = sqlite3_exec(sqlite_handle(db), sql, NULL, NULL, NULL);

	return code == SQLITE_OK ? 0 : sqlite_fail(db, code, NULL);
}

int64_t
sqlite_number(struct db *db, const char *sql)
{
	sqlite3_stmt *st;
	int64_t value = -1;

	if (sqlite3_prepare_v2(sqlite_handle(db), sql, -1, &st, NULL) !=
	    SQLITE_OK)
		return -1;
	if (sqlite3_step(st) == SQLITE_ROW)
		value = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return value;
}

/* -- what is in the file -------------------------------------------------- */

static int
version(struct db *db)
{
	return (int)sqlite_number(db, "PRAGMA user_version");
}

/* Pragmas take no parameters; a number is all that is put into the text. */
static int
set_version(struct db *db, int n)
{
	char sql[96];

	snprintf(sql, sizeof(sql),
	    "PRAGMA application_id = %d; PRAGMA user_version = %d",
	    DB_APPLICATION_ID, n);
	return sqlite_script(db, sql);
}

static int
is_empty(struct db *db)
{
	return sqlite_number(db, "PRAGMA application_id") == 0 &&
	    sqlite_number(db, "SELECT count(*) FROM sqlite_schema") == 0;
}

static int
is_ours(struct db *db)
{
	int64_t id = sqlite_number(db, "PRAGMA application_id");

	return id < 0 ? sqlite_fail(db, sqlite3_extended_errcode(
	    sqlite_handle(db)), NULL) : id == DB_APPLICATION_ID;
}

static int
has_table(struct db *db, const char *name)
{
	struct db_stmt *st = db_query(db, "SELECT 1 FROM sqlite_schema"
	    " WHERE type = 'table' AND name = $1", "t", name);
	int found = db_step(st);

	return db_done(st) == 0 && found;
}

static int
check(struct db *db, void (*fault)(void *, const char *), void *arg)
{
	struct db_stmt *st = db_query(db, "PRAGMA integrity_check", "");
	int n = 0;

	while (db_step(st))
		if (strcmp(db_text(st, 0), "ok") != 0) {
			fault(arg, db_text(st, 0));
			n++;
		}
	return db_done(st) == 0 ? n : -1;
}

static int64_t
now(struct db *db)
{
	struct timespec ts;

	clock_gettime(CLOCK_REALTIME, &ts);
	return (int64_t)ts.tv_sec;
}

static const char *
file(struct db *db)
{
	return sqlite3_db_filename(sqlite_handle(db), "main");
}

static int64_t
last_row(struct db *db)
{
	return sqlite3_last_insert_rowid(sqlite_handle(db));
}

/* -- opening --------------------------------------------------------------- */

/* The switches of one handle that no statement can turn back. */
static int
harden(struct db *db)
{
	static const struct { int op, on; } option[] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
	};
	size_t i;
	int code, now;

	sqlite3_extended_result_codes(sqlite_handle(db), 1);
	for (i = 0; i < sizeof(option) / sizeof(option[0]); i++) {
		code = sqlite3_db_config(sqlite_handle(db), option[i].op,
		    option[i].on, &now);
		if (code != SQLITE_OK || now != option[i].on)
			return db_fail(db, "SQLite lacks option %d",
			    option[i].op);
	}
	sqlite_tx_hooks(db);
	/* Erased data must be gone from the disk, too. */
	return sqlite_script(db, "PRAGMA synchronous = FULL;"
	    "PRAGMA secure_delete = ON");
}

/* Beside the file itself, however its path was written. */
static int
open_lock(struct sqlite *lite)
{
	char name[4096];
	int n = snprintf(name, sizeof(name), "%s-lock", file(&lite->db));

	if (n < 0 || (size_t)n >= sizeof(name))
		return db_fail(&lite->db, "the path is too long");
	lite->lock = open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
	    0660);
	if (lite->lock == -1)
		return db_fail(&lite->db, "%s: %s", name, strerror(errno));
	return 0;
}

/* A file that nobody changes is named by an URI: SQLite then looks for no log
 * beside it and makes none, so that the medium need not be writable. */
static int
open_still(struct sqlite *lite, const char *path)
{
	static const char hex[] = "0123456789ABCDEF";
	char uri[3 * PATH_MAX + 32], *at = stpcpy(uri, "file:");
	const unsigned char *c;

	if (strlen(path) >= PATH_MAX)
		return SQLITE_CANTOPEN;
	for (c = (const unsigned char *)path; *c != '\0'; c++)
		if (strchr("%?#", *c) != NULL) {
			*at++ = '%';
			*at++ = hex[*c >> 4];
			*at++ = hex[*c & 15];
		} else
			*at++ = (char)*c;
	strcpy(at, "?immutable=1");
	return sqlite3_open_v2(uri, &lite->sq, SQLITE_OPEN_READONLY |
	    SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
}

static int
open_file(struct sqlite *lite, const char *path)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;

	if (lite->db.mode == DB_STILL)
		return open_still(lite, path);
	if (lite->db.mode == DB_CREATE)
		flags |= SQLITE_OPEN_CREATE;
	return sqlite3_open_v2(path, &lite->sq, flags, NULL);
}

/*
 * The file is opened for writing even to read it: a reader of a WAL writes its
 * marks into the -shm file, and the first one after a crash recovers the log,
 * so a handle that cannot write would fail whenever it comes alone.  Changes
 * of a reader are refused by query_only instead.  Pages that only show things
 * are no readers in this sense: every request of a person moves the session
 * on and may note that personal data were seen.
 */
static int
open_path(struct db *db, const char *path)
{
	struct sqlite *lite = (struct sqlite *)db;
	int code;

	lite->lock = -1;
	code = open_file(lite, path);
	return code == SQLITE_OK ? harden(db) : sqlite_fail(db, code, NULL);
}

static int
ready(struct db *db)
{
	struct sqlite *lite = (struct sqlite *)db;
	int64_t page;

	if (db->mode < DB_WRITE)
		return sqlite_script(db, "PRAGMA query_only = ON");
	if (file(db)[0] != '\0' && (open_lock(lite) != 0 ||
	    sqlite_tx_set_wal(db) != 0))
		return DB_ERROR;
	if ((page = sqlite_number(db, "PRAGMA page_size")) < 512)
		return db_fail(db, "the page size cannot be read");
	lite->wal_base = lite->wal_next =
	    (int)(WAL_MAX / (page + WAL_FRAME));
	return 0;
}

static void
close_file(struct db *db)
{
	struct sqlite *lite = (struct sqlite *)db;

	sqlite3_close(lite->sq);
	if (lite->lock != -1)
		close(lite->lock);
}

static const struct db_token token[] = {
	{ "@ID@", "INTEGER PRIMARY KEY" },
	{ "@INT@", "INTEGER" },
	{ "@BLOB@", "BLOB" },
	{ "@STRICT@", "STRICT" },
	/* Small rows that are read by their key: kept in its order. */
	{ "@KEYED@", "STRICT, WITHOUT ROWID" },
	/* The guard of the history: events are appended, nothing else. */
	{ "@EVENTS_KEPT@",
	    "CREATE TRIGGER events_no_update BEFORE UPDATE ON events\n"
	    "BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;\n"
	    "CREATE TRIGGER events_no_delete BEFORE DELETE ON events\n"
	    "BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;" },
	{ NULL, NULL }
};

const struct db_engine sqlite_engine = {
	.size		= sizeof(struct sqlite),
	.token		= token,
	.open		= open_path,
	.ready		= ready,
	.close		= close_file,
	.prepare	= sqlite_statement_prepare,
	.bind		= sqlite_statement_bind,
	.reset		= sqlite_statement_reset,
	.free		= sqlite_statement_free,
	.step		= sqlite_statement_step,
	.changes	= sqlite_statement_changes,
	.text		= sqlite_statement_text,
	.bytes		= sqlite_statement_bytes,
	.number		= sqlite_statement_number,
	.null		= sqlite_statement_null,
	.snapshot	= sqlite_tx_snapshot,
	.begin		= sqlite_tx_begin,
	.running	= sqlite_tx_running,
	.commit		= sqlite_tx_commit,
	.roll_back	= sqlite_tx_roll_back,
	.over		= sqlite_tx_over,
	.script		= sqlite_script,
	.has_table	= has_table,
	.empty		= is_empty,
	.ours		= is_ours,
	.version	= version,
	.set_version	= set_version,
	/* The tables of the engine itself (sqlite_stat1) are not ours. */
	.schema		=
		"SELECT sql FROM sqlite_schema"
		" WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%'"
		" ESCAPE '\\' ORDER BY sql",
	.clock		= now,
	.file		= file,
	.last_row	= last_row,
	.backup		= sqlite_backup,
	.check		= check,
	.checkpoint	= sqlite_tx_checkpoint,
	.bulk		= sqlite_tx_bulk,
};
