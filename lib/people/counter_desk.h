/*
 * counter_desk.h - the desks of a counter, and who works at them.
 *
 * A desk is a performer (a column of the SOP form) of any SOP that has
 * physical acts (rows of the kind `record`), or has two acts of that
 * performer one after the other: such work is done by one keypress.  Drafts,
 * dispositions, signatures and messages have pages of their own.  The queue
 * that waits at a desk is in case/counter_queue.h.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

/* The kinds of row that one keypress at a counter can finish, as a list of
 * SQL. */
#define COUNTER_KINDS "('record', 'submit', 'review', 'deliver', 'archive')"

struct counter_desk {
	char	performer[96];
	int	clerk;		/* the person only writes down for it */
};

/* Is the kind (its slug) one of COUNTER_KINDS?  1 or 0. */
int		 counter_desk_kind(const char *kind);

/*
 * Performers that are a desk in the SOPs in force at `now`, by expression:
 * those the person may act for or (people/clerk.h) write down for; with
 * person 0 all of them.  Given, free() *list.  CASE_OK, CASE_DB.
 */
enum case_err	 counter_desk_list(struct office *, int64_t person_id,
		    int64_t now, struct counter_desk **list, size_t *count);

/* Is there a desk at `now` that the person may act or write down for?  1 or
 * 0. */
int		 counter_desk_has(struct office *, int64_t person_id,
		    int64_t now);
