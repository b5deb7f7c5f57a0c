/*
 * floor.c - the least that an answer, and an act, can cost: `make bench`.
 *
 *	SOPAP_SOCKET=ADDRESS floor DATABASE	25 rows of a SELECT
 *	floor --commit DATABASE N		N durable commits of a row
 *
 * The first is a FastCGI program of one prepared statement that is written out
 * as it comes.  The second prints microseconds of processor and of wall clock
 * of each commit: log mode and syncs are those of an office.
 */
/* Also where the programs are built without. */
#pragma GCC optimize 2

#include <fcgiapp.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char list[] =
    "SELECT number, subject, applicant, state, opened_at FROM cases"
    " ORDER BY opened_at DESC, id LIMIT 25";

static sqlite3 *sq;

static void
fail(const char *what)
{
	fprintf(stderr, "floor: %s: %s\n", what, sqlite3_errmsg(sq));
	exit(1);
}

static void
run(const char *sql)
{
	if (sqlite3_exec(sq, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail(sql);
}

static sqlite3_stmt *
prepare(const char *sql)
{
	sqlite3_stmt *st;

	if (sqlite3_prepare_v2(sq, sql, -1, &st, NULL) != SQLITE_OK)
		fail(sql);
	return st;
}

static void
answer(sqlite3_stmt *st, FCGX_Stream *out)
{
	FCGX_PutS("Content-Type: text/html\r\n\r\n", out);
	while (sqlite3_step(st) == SQLITE_ROW)
		FCGX_FPrintF(out, "<li>%s %s, %s (%s) %s</li>\n",
		    sqlite3_column_text(st, 0), sqlite3_column_text(st, 1),
		    sqlite3_column_text(st, 2), sqlite3_column_text(st, 3),
		    sqlite3_column_text(st, 4));
	sqlite3_reset(st);
}

static void
serve(const char *address)
{
	sqlite3_stmt *st = prepare(list);
	FCGX_Request req;
	int sock;

	if (FCGX_Init() != 0 || (sock = FCGX_OpenSocket(address, 128)) == -1 ||
	    FCGX_InitRequest(&req, sock, 0) != 0)
		fail(address);
	while (FCGX_Accept_r(&req) == 0) {
		answer(st, req.out);
		FCGX_Finish_r(&req);
	}
}

static double
clock_of(clockid_t id)
{
	struct timespec t;

	clock_gettime(id, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void
commit(int n)
{
	double cpu, wall;

	run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
	    "PRAGMA wal_autocheckpoint = 0;"
	    "CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, n INTEGER);"
	    "INSERT OR REPLACE INTO t VALUES (1, 0)");
	while (n-- > 0) {
		cpu = clock_of(CLOCK_PROCESS_CPUTIME_ID);
		wall = clock_of(CLOCK_MONOTONIC);
		run("BEGIN IMMEDIATE; UPDATE t SET n = n + 1; COMMIT");
		printf("%.1f %.1f\n",
		    clock_of(CLOCK_PROCESS_CPUTIME_ID) - cpu,
		    clock_of(CLOCK_MONOTONIC) - wall);
	}
}

int
main(int argc, char **argv)
{
	const int commits = argc == 4 && strcmp(argv[1], "--commit") == 0;
	const char *address = getenv("SOPAP_SOCKET");

	if (!commits && (argc != 2 || address == NULL)) {
		fprintf(stderr, "usage: floor DATABASE, "
		    "floor --commit DATABASE N\n");
		return 2;
	}
	if (sqlite3_open(argv[commits ? 2 : 1], &sq) != SQLITE_OK)
		fail(argv[1]);
	if (commits)
		commit(atoi(argv[3]));
	else
		serve(address);
	sqlite3_close(sq);
	return 0;
}
