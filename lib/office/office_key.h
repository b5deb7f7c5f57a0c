/*
 * office_key.h - the server key of an office: read, made once, and proved.
 *
 * The file DATA/key has CASE_KEY_SIZE bytes.  All codes in the hands of the
 * public follow from it, so that another key makes them worthless: one is made
 * only where there is no database yet, and the database keeps a check value by
 * which a wrong key is refused.
 */
#pragma once

#include <stddef.h>

#include "office/office.h"

/*
 * Read DATA/key into the office.  With DB_CREATE it is made when it is missing
 * or empty and there is no database.  In the modes that only look (DB_OLD,
 * DB_STILL) an office without a key is let through, with office_key_fault().
 * 0, or -1 with the reason.
 */
int	 office_key_load(struct office *, const char *data, enum db_mode,
	    char *why, size_t whysize);

/*
 * Compare the key with the check value of the database; with DB_CREATE the
 * value is written where there is none.  A database that has none proves
 * nothing.  0, or -1 with the reason; the modes that only look let a wrong key
 * through as above.
 */
int	 office_key_prove(struct office *, enum db_mode, char *why,
	    size_t whysize);
