/*
 * meddle.h - what somebody with the database and without our programs would
 * do to it, on either engine.
 */
#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include "store/engine.h"
#include "store/files.h"
#include "tests/store/place.h"
#include "tests/tap.h"

/* Run any statements. */
static inline void
meddle(struct db *db, const char *sql)
{
	if (db->engine->script(db, sql) != 0)
		bail(db_error(db));
}

/* From here on everything may be done, and all of it is undone at the end. */
static inline void
meddle_begin(struct db *db)
{
	meddle(db, place_is_server() ?
	    "BEGIN; SET LOCAL session_replication_role = replica" :
	    "SAVEPOINT meddle; PRAGMA defer_foreign_keys = ON;"
	    "DROP TRIGGER events_no_update; DROP TRIGGER events_no_delete");
}

static inline void
meddle_undo(struct db *db)
{
	meddle(db, place_is_server() ? "ROLLBACK" :
	    "ROLLBACK TO meddle; RELEASE meddle");
}

/* Take the guard of the history away, for good. */
static inline void
meddle_unguard(struct db *db)
{
	meddle(db, place_is_server() ?
	    "DROP TRIGGER events_no_update ON events;"
	    "DROP TRIGGER events_no_delete ON events" :
	    "DROP TRIGGER events_no_update; DROP TRIGGER events_no_delete");
}

/* From here on the rows of a table cannot be inserted, or deleted; once at a
 * time. */
static inline void
meddle_break(struct db *db, const char *deed, const char *table)
{
	char sql[512];

	snprintf(sql, sizeof(sql), place_is_server() ?
	    "CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$"
	    " BEGIN RAISE EXCEPTION 'no'; END $$; CREATE TRIGGER broken BEFORE"
	    " %s ON %s FOR EACH ROW EXECUTE FUNCTION broken()" :
	    "CREATE TRIGGER broken BEFORE %s ON %s"
	    " BEGIN SELECT RAISE(ABORT, 'no'); END", deed, table);
	meddle(db, sql);
}

/* They can again. */
static inline void
meddle_mend(struct db *db)
{
	meddle(db, place_is_server() ? "DROP FUNCTION broken CASCADE" :
	    "DROP TRIGGER broken");
}

/* Statements that keep no foreign key. */
static inline void
meddle_loose(struct db *db, const char *sql)
{
	int server = place_is_server();

	meddle(db, server ? "SET session_replication_role = replica" :
	    "PRAGMA foreign_keys = OFF");
	meddle(db, sql);
	meddle(db, server ? "SET session_replication_role = origin" :
	    "PRAGMA foreign_keys = ON");
}

/* Other bytes in place of a stored file; NULL: none. */
static inline void
meddle_file(const struct files *f, const char *hash, const char *bytes)
{
	char text[4096];
	FILE *file;

	if (place_is_server()) {
		snprintf(text, sizeof(text), bytes != NULL ?
		    "DELETE FROM file_parts WHERE sha256 = '%s';"
		    "INSERT INTO file_parts VALUES ('%s', 0, '%s')" :
		    "DELETE FROM file_parts WHERE sha256 = '%s'", hash, hash,
		    bytes);
		meddle(f->db, text);
		return;
	}
	snprintf(text, sizeof(text), "%s/%.2s/%s", f->dir, hash, hash);
	chmod(text, 0640);
	if (bytes == NULL)
		unlink(text);
	else if ((file = fopen(text, "w")) == NULL ||
	    fputs(bytes, file) == EOF || fclose(file) != 0)
		bail(text);
}

/* Take all stored files away, or put them back. */
static inline void
meddle_files(const struct files *f, int back)
{
	char away[512];

	if (place_is_server()) {
		meddle(f->db, back ? "DROP TABLE file_parts;"
		    "ALTER TABLE away RENAME TO file_parts" :
		    "ALTER TABLE file_parts RENAME TO away;"
		    "CREATE TABLE file_parts (LIKE away)");
		return;
	}
	snprintf(away, sizeof(away), "%s.away", f->dir);
	if (rename(back ? away : f->dir, back ? f->dir : away) != 0)
		bail(away);
}
