/*
 * people_table.h - people of the office out of a CSV: who is new, who changes,
 * in which values; and all of it done as one change.
 *
 *	err = people_table_read(o, text, &list, &n);	nothing is changed yet
 *	... each is shown: its `was` and its `now` ...
 *	err = people_table_apply(o, &change, list, n);
 *
 * The columns (csv_read.h): nama_pengguna (or nip) says who it is; nama, nip,
 * unit (its code), atasan (code of a role), telepon, surel, aktif (ya, tidak).
 * A column that is not there leaves values as they are, an empty cell empties
 * them; nobody becomes an administrator, and nobody who is left out changes.
 */
#pragma once

#include <stddef.h>

#include "people/person.h"

#define PEOPLE_TABLE_MAX 2000	/* rows */

struct people_change {
	size_t		line;		/* in the text, from 1 */
	struct person	was, now;	/* was.id 0: somebody new; now.id is
					   set when that one is added */
};

/*
 * Read a table: those who are new or would change, in its order; given, free()
 * *list.  CASE_INVALID with "Baris 7: ..." in office_why(): a column or a value
 * that cannot be read, somebody twice, too many rows, an operator of an
 * institution.
 */
enum case_err	 people_table_read(struct office *, const char *text,
		    struct people_change **list, size_t *n);

/* Do them all or none, and set now.id of those added.  CASE_INVALID,
 * CASE_STATE with the line in office_why(); CASE_REPEATED, CASE_DB. */
enum case_err	 people_table_apply(struct office *, const struct change *,
		    struct people_change *list, size_t n);
