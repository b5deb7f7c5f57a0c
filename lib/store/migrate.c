/*
 * migrate.c - bring a database's schema to the program's.
 *
 * The schema files are compiled in, in order; the database knows how many it
 * has had, and that it is ours.  They run in a transaction with their number,
 * so a database is always at one version or at another.
 *
 * A number alone does not tell a released schema from one that was made by a
 * build in between.  So the schema has a fingerprint, which stands in the
 * database and, for each version, in the program.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/installation.h"
#include "store/migrate.h"
#include "store/engine.h"

/* The token that begins at `at`, or NULL. */
static const char *
find_token(const struct db_token *token, const char *at, size_t *len)
{
	for (; token->word != NULL; token++) {
		*len = strlen(token->word);
		if (strncmp(at, token->word, *len) == 0)
			return token->text;
	}
	return NULL;
}

/* Length of "@WORD@" at `at`, or 0. */
static size_t
word_length(const char *at)
{
	size_t n = strspn(at + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_");

	return n > 0 && at[n + 1] == '@' ? n + 2 : 0;
}

/* Write the text with its tokens expanded: 0, or -1 when a word in @ signs is
 * no token. */
static int
expand_to(FILE *out, const struct db_token *token, const char *at)
{
	const char *text;
	size_t len;

	while (*at != '\0') {
		if (*at != '@' || word_length(at) == 0) {
			putc(*at++, out);
			continue;
		}
		if ((text = find_token(token, at, &len)) == NULL)
			return -1;
		fputs(text, out);
		at += len;
	}
	return 0;
}

char *
migrate_expand(const struct db_engine *engine, const char *sql)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);
	int rc;

	if (out == NULL)
		return NULL;
	rc = expand_to(out, engine->token, sql);
	if (fclose(out) == 0 && rc == 0)
		return text;
	free(text);
	return NULL;
}

enum db_schema_state
db_schema_state(struct db *db, const struct db_migration *list, int count)
{
	char made[INSTALLATION_FINGERPRINT] = "";
	int version = db_version(db);
	int rc = installation_get(db, "schema", made, sizeof(made));

	if (rc < 0 || version < 0)
		return DB_SCHEMA_UNREADABLE;
	if (list[0].schema == NULL)	/* a test's: told by its number only */
		rc = 1;
	else if (version > 0 && version <= count)
		rc = strcmp(made, list[version - 1].schema) == 0;
	if (rc == 0 || version == 0)
		return DB_SCHEMA_UNRELEASED;
	return version > count ? DB_SCHEMA_NEWER : version < count ?
	    DB_SCHEMA_OLDER : DB_SCHEMA_CURRENT;
}

/* Say why a schema is refused; returns -1. */
static int
refuse(struct db *db, const char *path, enum db_schema_state state, int count,
    char *why, size_t whysize)
{
	int version = db_version(db);

	switch (state) {
	case DB_SCHEMA_NEWER:
		snprintf(why, whysize, "%s: skema versi %d lebih baru "
		    "daripada program ini (versi %d); pasang sopap yang lebih "
		    "baru", path, version, count);
		break;
	case DB_SCHEMA_OLDER:
		snprintf(why, whysize, "%s: skema versi %d lebih lama "
		    "daripada program ini (versi %d); jalankan \"sopap "
		    "upgrade\"", path, version, count);
		break;
	case DB_SCHEMA_UNRELEASED:
		snprintf(why, whysize, "%s: skema ini bukan dari rilis sopap "
		    "(dibuat sebelum 0.2.0, atau di antara dua rilis) dan "
		    "tidak dapat ditingkatkan; pakai program yang membuatnya, "
		    "dan baca CHANGELOG.md", path);
		break;
	default:
		snprintf(why, whysize, "%s: %s", path, db_error(db));
	}
	return -1;
}

/* Which schemas a handle may have, by its mode. */
static int
is_allowed(enum db_mode mode, enum db_schema_state state)
{
	if (state == DB_SCHEMA_CURRENT)
		return 1;
	if (mode < DB_READ)
		return state == DB_SCHEMA_OLDER ||
		    state == DB_SCHEMA_UNRELEASED;
	return mode == DB_UPGRADE && state == DB_SCHEMA_OLDER;
}

int
db_schema_check(struct db *db, const char *path,
    const struct db_migration *list, int count, char *why, size_t whysize)
{
	enum db_schema_state state;
	int ours = db->engine->ours(db);

	if (ours < 0) {
		snprintf(why, whysize, "%s: %s", path, db_error(db));
		return -1;
	}
	if (!ours && db->mode == DB_CREATE && db->engine->empty(db) == 1)
		return 0;
	if (!ours) {
		snprintf(why, whysize, "%s: bukan basis data sopap", path);
		return -1;
	}
	state = db_schema_state(db, list, count);
	return is_allowed(db->mode, state) ? 0 :
	    refuse(db, path, state, count, why, whysize);
}

/* A run of migrations: those of the list up to `last` that are missing. */
struct run {
	const struct db_migration	*list;
	int				 last;
};

/* The schema must be the one that is expected of this file of the list. */
static int
sign(struct db *db, const struct db_migration *m)
{
	char made[INSTALLATION_FINGERPRINT];

	if (m->schema == NULL)
		return 0;
	snprintf(made, sizeof(made), "%s", m->schema);
	if (db->engine->schema != NULL &&
	    installation_fingerprint(db, made) != 0)
		return DB_ERROR;
	if (strcmp(made, m->schema) != 0)
		return db_fail(db, "%s: the schema has the fingerprint %s, "
		    "not %s", m->name, made, m->schema);
	installation_put(db, "schema", made);
	return installation_put(db, "release", PACKAGE_VERSION);
}

static int
migrate_one(struct db *db, const struct db_migration *m)
{
	char *sql = migrate_expand(db->engine, m->sql);
	int rc;

	if (sql == NULL)
		return db_fail(db, "%s: an unknown token", m->name);
	rc = db->engine->script(db, sql);
	free(sql);
	return rc == 0 ? sign(db, m) : rc;
}

/* Another process may have done it while this one waited for its turn. */
static int
migrate_all(struct db *db, void *arg)
{
	const struct run *run = arg;
	int version = db_version(db), rc = 0;

	if (version < 0 || version >= run->last)
		return version < 0 ? DB_ERROR : 0;
	while (version < run->last && rc == 0)
		rc = migrate_one(db, &run->list[version++]);
	return rc == 0 ? db->engine->set_version(db, version) : rc;
}

int
db_migrate(struct db *db, const struct db_migration *list, int last)
{
	struct run run = { list, last };

	return db_tx_alone(db, migrate_all, &run);
}
