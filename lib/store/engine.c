/* engine.c - a handle of either engine, by the place of the database. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/engine.h"
#include "store/migrate.h"
#include "store/statement.h"

#define PATIENCE	5000		/* milliseconds */

const char *(*db_elsewhere)(const char *place);
int64_t db_clock_shift;

/* -- failures ------------------------------------------------------------ */

static int
fail(struct db *db, int rc, const char *fmt, va_list ap)
{
	if (db->in_tx && db->failed)
		return db->failed;
	vsnprintf(db->error, sizeof(db->error), fmt, ap);
	if (db->in_tx)
		db->failed = rc;
	return rc;
}

int
db_fail_as(struct db *db, int rc, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	rc = fail(db, rc, fmt, ap);
	va_end(ap);
	return rc;
}

int
db_fail(struct db *db, const char *fmt, ...)
{
	va_list ap;
	int rc;

	va_start(ap, fmt);
	rc = fail(db, DB_ERROR, fmt, ap);
	va_end(ap);
	return rc;
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

/* -- opening --------------------------------------------------------------- */

int
db_is_server(const char *place)
{
	return strncmp(place, "postgresql://", 13) == 0 ||
	    strncmp(place, "postgres://", 11) == 0;
}

int
db_is_shared(const struct db *db)
{
	return db->engine->shared;
}

/* How messages name the place: an address may hold a password. */
static const char *
name_of(const char *place)
{
	return db_is_server(place) ? "PostgreSQL" : place;
}

/* The steps of opening: the schema is looked at before anything is set. */
static int
open_place(struct db *db, const char *place, const char *name,
    const struct db_migration *list, int count, char *why, size_t whysize)
{
	int rc = db->engine->open(db, place);

	if (rc == 0)
		rc = db_schema_check(db, name, list, count, why, whysize);
	if (rc == 0)
		rc = db->engine->ready(db);
	return rc == 0 && db->mode == DB_CREATE ?
	    db_migrate(db, list, count) : rc;
}

struct db *
db_open_schema(const char *place, enum db_mode mode,
    const struct db_migration *list, int count, char *why, size_t whysize)
{
	const struct db_engine *engine;
	const char *name;
	struct db *db;

	if (db_elsewhere != NULL)
		place = db_elsewhere(place);
	engine = db_is_server(place) ? &pgsql_engine : &sqlite_engine;
	if ((db = calloc(1, engine->size)) == NULL) {
		snprintf(why, whysize, "%s: %s", place, strerror(errno));
		return NULL;
	}
	db->engine = engine;
	db->mode = mode;
	db->patience = PATIENCE;
	db->none.db = db;
	db->jitter = (uint32_t)getpid() * 2654435761u;
	why[0] = '\0';
	name = name_of(place);
	if (open_place(db, place, name, list, count, why, whysize) == 0)
		return db;
	if (why[0] == '\0')
		snprintf(why, whysize, "%s: %s", name, db->error);
	db_close(db);
	return NULL;
}

struct db *
db_open(const char *place, enum db_mode mode, char *why, size_t whysize)
{
	return db_open_schema(place, mode, db_schema, db_schema_count, why,
	    whysize);
}

void
db_close(struct db *db)
{
	if (db == NULL)
		return;
	db_stmts_free(db);
	db->engine->close(db);
	free(db);
}

int
db_claim(struct db *db)
{
	return db->engine->claim != NULL ? db->engine->claim(db) : 0;
}

void
db_look_again(struct db *db, int (*look)(void *, char *, size_t), void *arg)
{
	db->look = look;
	db->look_arg = arg;
}

void
db_patience(struct db *db, int ms)
{
	db->patience = ms;
}

/* -- what the engine answers ---------------------------------------------- */

int
db_version(struct db *db)
{
	return db->engine->version(db);
}

int64_t
db_clock(struct db *db)
{
	int64_t now = db->engine->clock(db);

	return now < 0 ? now : now + db_clock_shift;
}

int
db_has_table(struct db *db, const char *name)
{
	return db->engine->has_table(db, name);
}

int
db_check(struct db *db, void (*fault)(void *, const char *), void *arg)
{
	return db->engine->check(db, fault, arg);
}

int
db_backup(struct db *db, const char *path)
{
	return db->engine->backup(db, path);
}

int
db_checkpoint(struct db *db)
{
	if (db->in_tx || db->in_use > 0)
		return db_fail(db, "checkpoint inside a transaction");
	db_snapshot_end(db);
	return db->engine->checkpoint(db);
}

int
db_bulk(struct db *db, int on)
{
	return db->engine->bulk(db, on);
}
