/*
 * migrate.h - the schema of the database: the list of its files, and bringing
 * a database to it.
 *
 * Only db_open() and tests call this.  A change of the schema is one more file
 * in schema/, named in local.mk; user_version counts how many a database has
 * had.
 */
#pragma once

#include <stddef.h>

struct db;

struct db_migration {
	const char	*name;		/* "0001-office" */
	const char	*sql;		/* with the tokens of schema files */
};

/* The schema files, compiled in by the build (schema.awk). */
extern const struct db_migration db_schema[];
extern const int db_schema_count;

/*
 * Compare the file with the list: may it be opened in the handle's mode?
 * Changes nothing.  0, or -1 and the reason.
 */
int		 db_schema_check(struct db *, const char *path, int count,
		    char *why, size_t whysize);
/* Run what is missing, each in a transaction of its own: 0, or -1. */
int		 db_migrate(struct db *, const struct db_migration *,
		    int count);
