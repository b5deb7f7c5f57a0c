/*
 * transaction.h - how long a wait may last, for the engines; a transaction of
 * one statement.
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
