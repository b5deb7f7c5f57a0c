/*
 * installation.h - what the database knows of its own installation.
 *
 * Rows of a name and a value, each with one writer:
 *
 *	key_check	proves the server key (office/office_key.h)
 *	schema		fingerprint of the schema, as it was made
 *	release		version of sopap that made or upgraded it
 *
 * sopap upgrade and sopap doctor read them, and so does an office that opens.
 */
#pragma once

#include <stddef.h>

struct db;

#define INSTALLATION_FINGERPRINT 65	/* hex SHA-256 and the NUL */

/* The value of a name, cut to buf: 1; 0 when there is none, also in a schema
 * that has no such table; -1 when the database failed. */
int	 installation_get(struct db *, const char *name, char *buf,
	    size_t size);
/* Write a value, inside db_tx() or as a transaction of its own: 0, or an error
 * of db.h. */
int	 installation_put(struct db *, const char *name, const char *value);

/* SHA-256 over the sorted texts of the schema as it is now: 0, or an error. */
int	 installation_fingerprint(struct db *,
	    char hex[INSTALLATION_FINGERPRINT]);
