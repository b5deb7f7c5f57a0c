/*
 * mark.h - how long the history is, told beside the database.
 *
 * The file `mark` in the folder of the database has one line: the number of
 * events, and stream, number and hash of the newest.  It is written after each
 * commit that appended events and never synced, so that after a crash it tells
 * of fewer events than there are, not of more.  A mark that tells of more, or
 * of an event that the database does not have, shows that the end of the
 * history was lost: most often, that the database was copied without its -wal
 * file.
 *
 * Such a mark is left as it is, while new events come, until somebody restores
 * the office or removes the file: it is the evidence.
 */
#pragma once

#include <stdint.h>

#include "store/db.h"

struct mark {
	int64_t	length;			/* events; 0: none appended */
	int64_t	stream, seq;		/* the newest of them */
	char	hash[65];
};

enum mark_state {
	MARK_NONE,			/* there is no mark, or half of one */
	MARK_GOOD,
	MARK_LOST			/* events are missing at the end */
};

/* Does the database have what the mark beside it tells of?  *length gets the
 * number of events it tells of. */
enum mark_state	 mark_check(struct db *, int64_t *length);

/* -- for event.c and transaction.c --------------------------------------- */

/* The transaction has just inserted an event. */
void		 mark_note(struct db *, int64_t stream, int64_t seq,
		    const char *hash);
/* The event that the running transaction noted last; seq 0: none yet. */
const struct mark *mark_noted(const struct db *);
/* The transaction was committed: tell of its last event, if it had one.  A mark
 * that cannot be written stays as it was. */
void		 mark_write(struct db *);
