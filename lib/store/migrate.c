/*
 * migrate.c - bring a file's schema to the program's.
 *
 * The schema files are compiled in, in order; user_version counts how many a
 * file has had, application_id marks it as ours.  Each runs in a transaction
 * with its number, so a file is always at one version or the next.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/migrate.h"
#include "store/sqlite.h"

/* Words of the schema files that each engine says differently. */
static const struct { const char *word, *text; } token[] = {
	{ "@ID@", "INTEGER PRIMARY KEY" },
	{ "@INT@", "INTEGER" },
	{ "@BLOB@", "BLOB" },
	{ "@STRICT@", "STRICT" },
	/* Small rows that are read by their key: kept in its order. */
	{ "@KEYED@", "STRICT, WITHOUT ROWID" },
};

#define TOKENS	(sizeof(token) / sizeof(token[0]))
#define LONGEST	sizeof("STRICT, WITHOUT ROWID")

/* The token that begins at `at`, or NULL. */
static const char *
find_token(const char *at, size_t *len)
{
	size_t i;

	for (i = 0; i < TOKENS; i++) {
		*len = strlen(token[i].word);
		if (strncmp(at, token[i].word, *len) == 0)
			return token[i].text;
	}
	return NULL;
}

/* Length of "@WORD@" at `at`, or 0. */
static size_t
word_length(const char *at)
{
	size_t n = strspn(at + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	return n > 0 && at[n + 1] == '@' ? n + 2 : 0;
}

/* The text with its tokens expanded, to be freed; NULL when out of memory or
 * when a word in @ signs is no token. */
static char *
expand(const char *sql)
{
	const char *at, *text;
	char *out, *end;
	size_t n = 1, len;

	for (at = sql; *at != '\0'; at++)
		n += *at == '@' ? LONGEST : 1;
	if ((out = end = malloc(n)) == NULL)
		return NULL;
	for (at = sql; *at != '\0';) {
		if (*at != '@' || word_length(at) == 0) {
			*end++ = *at++;
			continue;
		}
		if ((text = find_token(at, &len)) == NULL) {
			free(out);
			return NULL;
		}
		end = stpcpy(end, text);
		at += len;
	}
	*end = '\0';
	return out;
}

/* An empty file that nobody has marked is ours to fill. */
static int
is_empty(struct db *db)
{
	return db_pragma(db, "SELECT count(*) FROM sqlite_schema") == 0;
}

int
db_schema_check(struct db *db, const char *path, int count, char *why,
    size_t whysize)
{
	int64_t id = db_pragma(db, "PRAGMA application_id");
	int64_t version = db_pragma(db, "PRAGMA user_version");

	if (id < 0 || version < 0) {
		snprintf(why, whysize, "%s: %s", path, sqlite3_errmsg(db->sq));
		return -1;
	}
	if (db->mode == DB_CREATE && id == 0 && version == 0 && is_empty(db))
		return 0;
	if (id != DB_APPLICATION_ID) {
		snprintf(why, whysize, "%s: bukan basis data sopap", path);
		return -1;
	}
	if (version > count) {
		snprintf(why, whysize, "%s: skema versi %d lebih baru daripada "
		    "program ini (versi %d); pasang sopap yang lebih baru",
		    path, (int)version, count);
		return -1;
	}
	if (version < count && db->mode >= DB_READ && db->mode != DB_CREATE) {
		snprintf(why, whysize, "%s: skema versi %d lebih lama daripada "
		    "program ini (versi %d); jalankan \"sopap init\"",
		    path, (int)version, count);
		return -1;
	}
	return 0;
}

struct step {
	const struct db_migration	*migration;
	int				 number;
};

/* Pragmas take no parameters; a number is all that is put into the text. */
static int
mark(struct db *db, int version)
{
	char sql[96];

	snprintf(sql, sizeof(sql),
	    "PRAGMA application_id = %d; PRAGMA user_version = %d",
	    DB_APPLICATION_ID, version);
	return db_exec_script(db, sql);
}

/* Another process may have done it while this one waited for its turn. */
static int
migrate_one(struct db *db, void *arg)
{
	struct step *step = arg;
	char *sql;
	int rc;

	if (db_pragma(db, "PRAGMA user_version") >= step->number)
		return 0;
	if ((sql = expand(step->migration->sql)) == NULL)
		return db_fail(db, "%s: an unknown token",
		    step->migration->name);
	rc = db_exec_script(db, sql);
	free(sql);
	return rc == 0 ? mark(db, step->number) : rc;
}

int
db_migrate(struct db *db, const struct db_migration *list, int count)
{
	struct step step;
	int i;

	for (i = 0; i < count; i++) {
		step.migration = &list[i];
		step.number = i + 1;
		if (db_tx(db, migrate_one, &step) != 0)
			return -1;
	}
	return 0;
}
