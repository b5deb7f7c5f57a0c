/*
 * saved_view.h - the one view of the inbox that a person has kept, to come back
 * to it by a link or to begin with it.
 *
 * It is a convenience of a browser, as a bookmark is: no event tells of it.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

#define SAVED_VIEW_SIZE 600

struct saved_view {
	char	query[SAVED_VIEW_SIZE];	/* of the address, "?tab=peran&sop=rkt";
					   "": none is kept */
	int64_t	first;			/* the inbox begins with it */
};

/* That of a person; none is CASE_OK with "".  CASE_OK, CASE_DB. */
enum case_err	 saved_view_get(struct office *, int64_t person_id,
		    struct saved_view *);
/* Does the inbox begin with one?  1, and *v has it; 0. */
int		 saved_view_begins(struct office *, int64_t person_id,
		    struct saved_view *);
/* Keep one in the place of that before; "" keeps none.  CASE_OK, CASE_BUSY,
 * CASE_DB. */
enum case_err	 saved_view_set(struct office *, int64_t person_id,
		    const struct saved_view *);
