/*
 * transaction.h - how long a wait may last, for the engines.
 * Others use db.h.
 */
#pragma once

#include <stdint.h>

#define TRANSACTION_NAP	300000L		/* nanoseconds between two tries */

/* Of a clock that only counts on. */
int64_t		 transaction_milliseconds(void);
void		 transaction_nap(long nanoseconds);
