/* sqlite.c - the one place that opens SQLite. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "store/migrate.h"
#include "store/sqlite.h"
#include "store/statement.h"
#include "store/transaction.h"

#define PATIENCE	5000		/* milliseconds */
#define WAL_MAX		(4 << 20)	/* bytes; longer is checkpointed */
#define WAL_FRAME	24		/* bytes of a frame beside its page */

int64_t db_clock_shift;

int
db_fail(struct db *db, const char *fmt, ...)
{
	va_list ap;

	if (db->in_tx && db->failed)
		return db->failed;
	va_start(ap, fmt);
	vsnprintf(db->error, sizeof(db->error), fmt, ap);
	va_end(ap);
	if (db->in_tx)
		db->failed = DB_ERROR;
	return DB_ERROR;
}

int
db_fail_sqlite(struct db *db, int code, const char *sql)
{
	int primary = code & 0xff;

	if (db->in_tx && db->failed)
		return db->failed;
	db_fail(db, "%s (%d)%s%s", sqlite3_errmsg(db->sq), code,
	    sql != NULL ? ": " : "", sql != NULL ? sql : "");
	if (code == SQLITE_CONSTRAINT_PRIMARYKEY ||
	    code == SQLITE_CONSTRAINT_UNIQUE)
		db->conflict = 1;
	if (primary != SQLITE_BUSY && primary != SQLITE_LOCKED)
		return DB_ERROR;
	if (db->in_tx)
		db->failed = DB_BUSY;
	return DB_BUSY;
}

int
db_exec_script(struct db *db, const char *sql)
{
	int code = sqlite3_exec(db->sq, sql, NULL, NULL, NULL);

	return code == SQLITE_OK ? 0 : db_fail_sqlite(db, code, NULL);
}

int64_t
db_pragma(struct db *db, const char *sql)
{
	sqlite3_stmt *st;
	int64_t value = -1;

	if (sqlite3_prepare_v2(db->sq, sql, -1, &st, NULL) != SQLITE_OK)
		return -1;
	if (sqlite3_step(st) == SQLITE_ROW)
		value = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return value;
}

int64_t
db_clock(struct db *db)
{
	return (int64_t)time(NULL) + db_clock_shift;
}

int
db_version(struct db *db)
{
	return (int)db_pragma(db, "PRAGMA user_version");
}

int
db_has_table(struct db *db, const char *name)
{
	struct db_stmt *st = db_query(db, "SELECT 1 FROM sqlite_schema"
	    " WHERE type = 'table' AND name = $1", "t", name);
	int found = db_step(st);

	return db_done(st) == 0 && found;
}

int
db_check(struct db *db, void (*fault)(void *, const char *), void *arg)
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

const char *
db_error(struct db *db)
{
	return db->error;
}

int
db_failed(struct db *db)
{
	return db->in_tx && db->failed;
}

void
db_patience(struct db *db, int ms)
{
	db->patience = ms;
}

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

	sqlite3_extended_result_codes(db->sq, 1);
	for (i = 0; i < sizeof(option) / sizeof(option[0]); i++) {
		code = sqlite3_db_config(db->sq, option[i].op, option[i].on,
		    &now);
		if (code != SQLITE_OK || now != option[i].on)
			return db_fail(db, "SQLite lacks option %d",
			    option[i].op);
	}
	db_hooks(db);
	/* Erased data must be gone from the disk, too. */
	return db_exec_script(db, "PRAGMA synchronous = FULL;"
	    "PRAGMA secure_delete = ON");
}

/* Beside the file itself, however its path was written. */
static int
open_lock(struct db *db)
{
	char name[4096];
	int n;

	n = snprintf(name, sizeof(name), "%s-lock",
	    sqlite3_db_filename(db->sq, "main"));
	if (n < 0 || (size_t)n >= sizeof(name))
		return db_fail(db, "the path is too long");
	db->lock = open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0660);
	if (db->lock == -1)
		return db_fail(db, "%s: %s", name, strerror(errno));
	return 0;
}

/*
 * The steps of db_open() after SQLite has the file.
 *
 * The file is opened for writing even to read it: a reader of a WAL writes its
 * marks into the -shm file, and the first one after a crash recovers the log,
 * so a handle that cannot write would fail whenever it comes alone.  Changes
 * of a reader are refused by query_only instead.  Pages that only show things
 * are no readers in this sense: every request of a person moves the session
 * on and may note that personal data were seen.
 */
static int
prepare(struct db *db, const char *path, const struct db_migration *list,
    int count, char *why, size_t whysize)
{
	int64_t page;
	int file = strcmp(path, ":memory:") != 0;

	if (harden(db) != 0)
		return -1;
	if (db_schema_check(db, path, list, count, why, whysize) != 0)
		return -1;
	if (db->mode < DB_WRITE)
		return db_exec_script(db, "PRAGMA query_only = ON");
	if (file && (open_lock(db) != 0 || db_set_wal(db) != 0))
		return -1;
	if ((page = db_pragma(db, "PRAGMA page_size")) < 512)
		return db_fail(db, "the page size cannot be read");
	db->wal_base = db->wal_next = (int)(WAL_MAX / (page + WAL_FRAME));
	return db->mode == DB_CREATE ? db_migrate(db, list, count) : 0;
}

/* A file that nobody changes is named by an URI: SQLite then looks for no log
 * beside it and makes none, so that the medium need not be writable. */
static int
open_still(struct db *db, const char *path)
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
	return sqlite3_open_v2(uri, &db->sq, SQLITE_OPEN_READONLY |
	    SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
}

static int
open_file(struct db *db, const char *path)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;

	if (db->mode == DB_STILL)
		return open_still(db, path);
	if (db->mode == DB_CREATE)
		flags |= SQLITE_OPEN_CREATE;
	return sqlite3_open_v2(path, &db->sq, flags, NULL);
}

struct db *
db_open_schema(const char *path, enum db_mode mode,
    const struct db_migration *list, int count, char *why, size_t whysize)
{
	struct db *db = calloc(1, sizeof(*db));
	int code;

	if (db == NULL) {
		snprintf(why, whysize, "%s: %s", path, strerror(errno));
		return NULL;
	}
	db->mode = mode;
	db->lock = -1;
	db->patience = PATIENCE;
	db->none.db = db;
	db->jitter = (uint32_t)getpid() * 2654435761u;
	why[0] = '\0';
	code = open_file(db, path);
	if (code != SQLITE_OK)
		db_fail_sqlite(db, code, NULL);
	else if (prepare(db, path, list, count, why, whysize) == 0)
		return db;
	if (why[0] == '\0')
		snprintf(why, whysize, "%s: %s", path, db->error);
	db_close(db);
	return NULL;
}

struct db *
db_open(const char *path, enum db_mode mode, char *why, size_t whysize)
{
	return db_open_schema(path, mode, db_schema, db_schema_count, why,
	    whysize);
}

void
db_close(struct db *db)
{
	if (db == NULL)
		return;
	db_stmts_free(db);
	sqlite3_close(db->sq);
	if (db->lock != -1)
		close(db->lock);
	free(db);
}
