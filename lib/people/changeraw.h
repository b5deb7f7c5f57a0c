/*
 * changeraw.h - additions as parts of a larger change.  Inside lib/case only.
 *
 * Each checks its row and writes it with its event inside the transaction of
 * the work, whose id becomes that of the new row.
 */
#ifndef PEOPLE_CHANGERAW_H
#define PEOPLE_CHANGERAW_H

#include "office/change.h"

enum case_err	 institution_insert(struct change_work *, const void *row);
enum case_err	 person_insert(struct change_work *, const void *row);
enum case_err	 holder_insert(struct change_work *, const void *row);

/* login.c: a hash for this person's new password, checked; and its place.  A
 * hash needs room for crypto_pwhash_STRBYTES. */
enum case_err	 password_make(struct office *, int64_t person_id,
		    const char *password, char *hash);
enum case_err	 password_store(struct change_work *, int64_t person_id,
		    const char *hash);

#endif
