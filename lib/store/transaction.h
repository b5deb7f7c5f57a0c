/*
 * transaction.h - how long a wait may last, for the engines; a transaction of
 * one statement, and one that others wait for.
 * Others use db.h.
 */
#pragma once

#include <stdint.h>

struct db;

#define TRANSACTION_NAP	300000L		/* nanoseconds between two tries */

/* Of a clock that only counts on. */
int64_t		 transaction_milliseconds(void);
void		 transaction_nap(long nanoseconds);

/* As db_tx(), of one statement: it carries nothing. */
int		 transaction_bare(struct db *, int (*fn)(struct db *, void *),
		    void *arg);

/*
 * Others wait for what the running transaction has changed, one after the
 * other: they go on as soon as its commit is written, before it is on the disk.
 * db_tx() returns when it is there, as ever.  A server that dies in between
 * loses it with all that was built on it, none of which was answered.
 */
void		 transaction_hurry(struct db *);
