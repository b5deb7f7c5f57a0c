/*
 * pgsql_library.h - libpq, which is loaded by the first handle of PostgreSQL.
 *
 * Linked, it would bring twenty libraries more (TLS, Kerberos, LDAP) into every
 * program of an office that has its one file: half of what a program takes to
 * start, and a megabyte of memory that is its own.
 *
 *	PGresult *res = pq.exec(conn, "SELECT 1");	(PQexec() of libpq)
 */
#pragma once

#include <libpq-fe.h>

struct db;

/* The calls that the engine makes, without the PQ they begin with. */
#define PGSQL_CALLS(CALL) \
	CALL(clear) CALL(cmdStatus) CALL(cmdTuples) CALL(connectdbParams) \
	CALL(conninfoFree) CALL(conninfoParse) CALL(enterPipelineMode) \
	CALL(errorMessage) CALL(exec) CALL(execParams) CALL(execPrepared) \
	CALL(exitPipelineMode) CALL(finish) CALL(freemem) CALL(ftype) \
	CALL(getResult) CALL(getisnull) CALL(getvalue) CALL(nfields) \
	CALL(ntuples) CALL(pipelineStatus) CALL(pipelineSync) CALL(prepare) \
	CALL(reset) CALL(resultErrorField) CALL(resultMemorySize) \
	CALL(resultStatus) CALL(sendQueryParams) CALL(sendQueryPrepared) \
	CALL(setNoticeReceiver) CALL(status) CALL(transactionStatus)

struct pgsql_library {
#define PGSQL_CALL(name) __typeof__(PQ##name) *name;
	PGSQL_CALLS(PGSQL_CALL)
#undef PGSQL_CALL
};

extern struct pgsql_library pq;

/* Load it, unless it is: 0, or DB_ERROR when it is not on this machine. */
int	 pgsql_library_open(struct db *);
