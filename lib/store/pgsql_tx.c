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

/* Of transaction_hurry() the locks go with the first commit, which waits for no
 * disk and no standby.  The second has something to write, and waits for both:
 * what was written before it is there, too. */
static const char *const hurried[PGSQL_END] = {
	"SET LOCAL synchronous_commit = off",
	"COMMIT AND CHAIN",
	"SELECT pg_logical_emit_message(true, 'sopap', '')",
	"COMMIT",
};
static const char *const usual[] = { "COMMIT" };

/* In one trip; the answer of the last of them. */
static int
send_commit(struct db *db, const char *const list[], size_t n, PGresult **res)
{
	PGconn *conn = pgsql_connection(db);
	size_t i;

	if (!pq.enterPipelineMode(conn))
		return pgsql_result(db, NULL, NULL);
	for (i = 0; i < n; i++) {
		if (!pq.sendQueryParams(conn, list[i], 0, NULL, NULL, NULL,
		    NULL, 0))
			return pgsql_result(db, NULL, NULL);
		pgsql_sent(db, list[i]);
	}
	return pgsql_answers(db, res);
}

/* Without an answer nobody knows; a transaction that had failed unseen is
 * rolled back by the server, which says so. */
int
pgsql_tx_commit(struct db *db)
{
	PGresult *res = NULL;
	int rc = 0;

	if (db->hurries)
		rc = send_commit(db, hurried, PGSQL_END, &res);
	else if (pq.pipelineStatus(pgsql_connection(db)) == PQ_PIPELINE_OFF)
		res = pq.exec(pgsql_connection(db), "COMMIT");
	else
		rc = send_commit(db, usual, 1, &res);
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
