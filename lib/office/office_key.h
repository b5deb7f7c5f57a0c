/*
 * office_key.h - the server key of an office: read, made once, and proved.
 *
 * The file DATA/key has CASE_KEY_SIZE bytes, and behind them the keys that it
 * had before it was turned, each with the first id that it does not make.  All
 * codes in the hands of the public follow from it, so that another key makes
 * them worthless: the database keeps a check value by which a wrong key is
 * refused, on every host of the office, and one is made only for a database
 * that has none yet.
 */
#pragma once

#include <stddef.h>

#include "office/office.h"

/*
 * Read DATA/key into the office, whose database is open.  With DB_CREATE it is
 * made when it is missing or empty and the database has no check value.  In the
 * modes that only look (DB_OLD, DB_STILL) an office without a key is let
 * through, with office_key_fault().  0, or -1 with the reason.
 */
int	 office_key_load(struct office *, const char *data, enum db_mode,
	    char *why, size_t whysize);

/*
 * Compare the key with the check value of the database; who may write puts it
 * there where there is none.  0, or -1 with the reason; the modes that only
 * look let a wrong key through as above.
 */
int	 office_key_prove(struct office *, enum db_mode, char *why,
	    size_t whysize);

/*
 * Put another key in force from the second after `now` on, when nobody else has
 * the office open.  Codes, letters and links that were given out before stay as
 * they are, and can be printed again; forms that are open and cookies are worth
 * nothing.  Interrupted, it is finished by who opens the office next.  0, or -1
 * with the reason.
 */
int	 office_key_turn(struct office *, const char *data, int64_t now,
	    char *why, size_t whysize);
