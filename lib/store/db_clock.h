/*
 * db_clock.h - the clock of this machine beside that of the database.
 *
 * Hosts that share a database agree on who works until when by its clock
 * (office/lease.h); what they write down carries their own.  So a host whose
 * clock is another does no work.  On SQLite both are one clock.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct db;

#define DB_CLOCK_APART	5	/* seconds that the two may differ */

/* By how many seconds the database's clock is ahead of this machine's, less
 * than that when it is behind; 0 too when it cannot be asked. */
int64_t	 db_clock_ahead(struct db *);

/* Do they differ too much?  0; -1 with how much, in one line of Indonesian. */
int	 db_clock_check(struct db *, char *why, size_t whysize);
