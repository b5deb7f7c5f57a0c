/*
 * installation.h - what the database knows of its own installation.
 *
 * Rows of a name and a value, each with one writer:
 *
 *	key_check	proves the server key (office/office_key.h)
 *	copying		key_check of the office whose copy this is to become:
 *			only while it is made (archive/archive_copy.h)
 *	schema		fingerprint of the schema, as it was made
 *	release		version of sopap that made or upgraded it
 *
 * sopap upgrade and sopap doctor read them, and so does an office that opens.
 */
#pragma once

#include <stddef.h>

struct db;

#define INSTALLATION_KEY_CHECK	"key_check"
#define INSTALLATION_COPYING	"copying"

#define INSTALLATION_FINGERPRINT 65	/* hex SHA-256 and the NUL */

/* The value of a name, cut to buf: 1; 0 when there is none, also in a schema
 * that has no such table; -1 when the database failed. */
int	 installation_get(struct db *, const char *name, char *buf,
	    size_t size);
/* Write a value, inside db_tx() or as a transaction of its own: 0, or an error
 * of db.h. */
int	 installation_put(struct db *, const char *name, const char *value);

/* Write a value unless there is one, and read what is there then: of several
 * who claim a name at once all get the same.  1, or an error. */
int	 installation_claim(struct db *, const char *name, const char *value,
	    char *buf, size_t size);

/* SHA-256 over the sorted texts of the schema as it is now: 0, or an error. */
int	 installation_fingerprint(struct db *,
	    char hex[INSTALLATION_FINGERPRINT]);
