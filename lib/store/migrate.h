/*
 * migrate.h - the schema of the database: the list of its files, and bringing
 * a database to it.
 *
 * Only db_open(), the upgrade and tests call this.  A change of the schema is
 * one more file in schema/, named in local.mk, with the fingerprint that a
 * database has after it in schema/fingerprints.tsv.
 */
#pragma once

#include <stddef.h>

struct db;
struct db_engine;

struct db_migration {
	const char	*name;		/* "0001-office" */
	const char	*sql;		/* with the tokens of schema files */
	const char	*schema;	/* fingerprint after it, or NULL: of
					   a test, compared with none */
};

/* The schema files, compiled in by the build (schema.awk). */
extern const struct db_migration db_schema[];
extern const int db_schema_count;

/* A database's schema beside a list. */
enum db_schema_state {
	DB_SCHEMA_CURRENT,
	DB_SCHEMA_OLDER,
	DB_SCHEMA_NEWER,
	DB_SCHEMA_UNRELEASED,	/* of no release: none can upgrade it */
	DB_SCHEMA_UNREADABLE
};
enum db_schema_state	 db_schema_state(struct db *,
		    const struct db_migration *, int count);

/*
 * Compare the file with the list: may it be opened in the handle's mode?
 * Changes nothing.  0, or -1 and the reason.
 */
int		 db_schema_check(struct db *, const char *path,
		    const struct db_migration *, int count, char *why,
		    size_t whysize);
/* A schema file as the engine reads it, to be freed; NULL when a word in @
 * signs is no token, or out of memory. */
char		*migrate_expand(const struct db_engine *, const char *sql);
/* Run what is missing of the first `last` of the list, in one transaction, and
 * write down fingerprint and release: 0, DB_BUSY or DB_ERROR. */
int		 db_migrate(struct db *, const struct db_migration *,
		    int last);
