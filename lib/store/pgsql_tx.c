/*
 * pgsql_tx.c - transactions of PostgreSQL.
 *
 * READ COMMITTED: the acts of one case are ordered by the row of the case,
 * which each of them raises first and reads after.  The ground that a whole
 * office stands on (rights, SOPs, the calendar, a month that closes) is changed
 * alone: every transaction takes one advisory lock, shared with others or, in
 * db_tx_alone(), not.
 */
#include "store/pgsql_tx.h"

#include <stdio.h>
#include <string.h>

#include "store/pgsql.h"

#define LOCK	"1936683117"		/* "sopa" + 12 */

/* One trip: the transaction, how long it waits, and the lock. */
static void
begin_text(const struct db *db, char *buf, size_t size)
{
	if (db->mode < DB_WRITE)
		snprintf(buf, size, "BEGIN ISOLATION LEVEL REPEATABLE READ"
		    " READ ONLY; SET LOCAL"
		    " idle_in_transaction_session_timeout = '1h'");
	else
		snprintf(buf, size, "BEGIN ISOLATION LEVEL READ COMMITTED;"
		    " SET LOCAL lock_timeout = %d;"
		    " SELECT pg_advisory_xact_lock%s(" LOCK ")",
		    db->patience, db->alone ? "" : "_shared");
}

/* A connection that was lost since the last transaction is made again. */
int
pgsql_tx_begin(struct db *db)
{
	char sql[160];
	PGresult *res;
	int rc;

	if ((rc = pgsql_connected(db)) != 0)
		return rc;
	begin_text(db, sql, sizeof(sql));
	res = pq.exec(pgsql_connection(db), sql);
	if (pgsql_lost(db)) {
		pq.clear(res);
		if ((rc = pgsql_connected(db)) != 0)
			return rc;
		res = pq.exec(pgsql_connection(db), sql);
	}
	rc = pgsql_result(db, res, NULL);
	pq.clear(res);
	if (rc == 0 && db->mode >= DB_WRITE && db_watch != NULL)
		db_watch(DB_WRITE_BEGINS);
	return rc;
}

int
pgsql_tx_running(struct db *db)
{
	return pq.transactionStatus(pgsql_connection(db)) != PQTRANS_IDLE;
}

/* Without an answer nobody knows; a transaction that had failed unseen is
 * rolled back by the server, which says so. */
int
pgsql_tx_commit(struct db *db)
{
	PGconn *conn = pgsql_connection(db);
	PGresult *res = NULL;
	int rc = 0;

	if (pq.pipelineStatus(conn) == PQ_PIPELINE_OFF)
		res = pq.exec(conn, "COMMIT");
	else if (pq.sendQueryParams(conn, "COMMIT", 0, NULL, NULL, NULL, NULL,
	    0)) {
		pgsql_sent(db, "COMMIT");
		rc = pgsql_answers(db, &res);
	}
	db->unknown = pgsql_lost(db);
	if (rc == 0)
		rc = pgsql_result(db, res, NULL);
	if (rc == 0 && strcmp(pq.cmdStatus(res), "COMMIT") != 0)
		rc = db_fail(db, "the transaction was rolled back");
	pq.clear(res);
	return rc;
}

void
pgsql_tx_roll_back(struct db *db)
{
	pgsql_answers(db, NULL);
	if (!pgsql_lost(db) && pgsql_tx_running(db))
		pq.clear(pq.exec(pgsql_connection(db), "ROLLBACK"));
	if (db->mode >= DB_WRITE && db_watch != NULL)
		db_watch(DB_WRITE_ENDS);
}

void
pgsql_tx_over(struct db *db, int committed)
{
}
