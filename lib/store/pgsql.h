/*
 * pgsql.h - the inside of a handle of PostgreSQL.
 *
 * Not for others: they use db.h.  For the files of the engine (engine.h), and
 * for tests that end its connection.
 */
#pragma once

#include "store/engine.h"
#include "store/pgsql_library.h"

#define PGSQL_SENT	64	/* statements at once, without an answer */
#define PGSQL_END	4	/* of those, the ones that end a transaction */

struct pgsql {
	struct db	 db;
	PGconn		*conn;
	unsigned	 generation;	/* of the connection: what an earlier
					   one had prepared is gone */
	unsigned	 named;		/* statements that got a number */
	int		 scans;		/* begun outside db_tx() */
	const char	*sent[PGSQL_SENT]; /* not yet answered */
	int		 nsent;
	int		 ready;		/* the connection may be used */
	int		 claimed;	/* by db_claim() */
	int64_t		 lost_since;	/* milliseconds; 0: it is not */
	int		 connecting;	/* is being made anew */
};

PGconn		*pgsql_connection(struct db *);

/* Note that a statement was sent whose answer nobody has read; `sql` lives. */
void		 pgsql_sent(struct db *, const char *sql);
/* Read the answers of all that were sent: 0, or the first failure.  Unless
 * `last` is NULL the last of them is the caller's. */
int		 pgsql_answers(struct db *, PGresult **last);

/* Is the connection lost?  Then what ran on it was not committed, but for a
 * COMMIT on its way. */
int		 pgsql_lost(struct db *);
/* Connect anew when it is, if need be with patience: 0, or DB_BUSY. */
int		 pgsql_connected(struct db *);

/* Note the failure of an answer, unless it is none: 0, DB_BUSY, DB_ERROR.
 * `sql` may be NULL. */
int		 pgsql_result(struct db *, const PGresult *, const char *sql);
/* Run constant text that gives no rows; 0, DB_BUSY or DB_ERROR. */
int		 pgsql_script(struct db *, const char *sql);
