/*
 * pgsql-t.c - PostgreSQL's own: connections that are lost, databases and
 * addresses that are refused, the guard of the history.
 */
#include <string.h>

#include "store/migrate.h"
#include "store/pgsql.h"
#include "store/transaction.h"
#include "tests/store/folder.h"
#include "tests/store/place.h"
#include "tests/tap.h"

static struct db *
open_office(enum db_mode mode)
{
	char why[512];
	struct db *db = db_open(folder_path("office.db"), mode, why,
	    sizeof(why));

	if (db == NULL)
		bail(why);
	return db;
}

static void
end_session(struct db *of, struct db *by)
{
	db_run(by, "SELECT pg_terminate_backend("
	    "CAST($1 AS INTEGER), 10000)", "i",
	    (int64_t)PQbackendPID(pgsql_connection(of)));
}

static int64_t
tries(struct db *db)
{
	struct db_stmt *st = db_query(db, "SELECT value FROM counters"
	    " WHERE name = $1", "t", "c");
	int64_t n = db_step(st) ? db_int(st, 0) : 0;

	return db_done(st) == 0 ? n : -1;
}

static int64_t
number(struct db *db, const char *sql)
{
	struct db_stmt *st = db_query(db, sql, "");
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	return db_done(st) == 0 ? n : -1;
}

static const char count[] = "INSERT INTO counters (name, value)"
    " VALUES ($1, 1) ON CONFLICT (name) DO UPDATE"
    " SET value = counters.value + 1";

/* -- connections ----------------------------------------------------------- */

static struct db *killer;

static int
lose_it_within(struct db *db, void *arg)
{
	int *calls = arg;

	db_run(db, count, "t", "c");
	if (++*calls == 1)
		end_session(db, killer);
	db_run(db, "UPDATE counters SET value = value WHERE name = $1", "t",
	    "c");
	return 0;
}

static int
add_one(struct db *db, void *arg)
{
	++*(int *)arg;
	db_run(db, count, "t", "c");
	return 0;
}

static void
loses_connections(struct db *db)
{
	struct db_stmt *st;
	int calls = 0;

	is_int(1, db_run(db, count, "t", "c"), "a counter");
	is_int(1, tries(db), "... is read by a prepared statement");
	end_session(db, killer);
	is_int(1, tries(db), "a lost connection is made again to read");
	end_session(db, killer);
	is_int(1, db_run(db, count, "t", "c"), "... and to write");
	is_int(2, tries(db), "... once");
	is_int(0, db_tx(db, lose_it_within, &calls),
	    "one that is lost within a transaction");
	is_int(2, calls, "... makes it run again");
	is_int(3, tries(db), "... and is done once");
	end_session(db, killer);
	st = db_scan(db, "SELECT value FROM counters WHERE name = $1", "t",
	    "c");
	is_int(1, db_step(st), "... before a long list");
	is_int(0, db_done(st), "... nobody notices");
}

static int
hurry_one(struct db *db, void *arg)
{
	transaction_hurry(db);
	return add_one(db, arg);
}

/* The session ends while the commit is on its way. */
static void
loses_a_commit(struct db *db)
{
	int calls = 0;

	pgsql_script(db, "CREATE FUNCTION die() RETURNS trigger"
	    " LANGUAGE plpgsql AS $$ BEGIN PERFORM"
	    " pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;"
	    "CREATE CONSTRAINT TRIGGER dies AFTER UPDATE ON counters"
	    " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
	    " EXECUTE FUNCTION die()");
	is_int(DB_BUSY, db_tx(db, add_one, &calls),
	    "a commit without an answer");
	is_int(1, calls, "... is not done twice");
	is_int(DB_BUSY, db_tx(db, hurry_one, &calls),
	    "one that hurries, without an answer");
	is_int(2, calls, "... is not, either");
	pgsql_script(killer, "DROP TRIGGER dies ON counters");
	is_int(3, tries(db), "... and the handle goes on");
}

static const char *
setting(struct db *db, const char *sql)
{
	static char value[128];
	struct db_stmt *st = db_query(db, sql, "");

	db_step(st);
	db_copy(st, 0, value, sizeof(value));
	db_done(st);
	return value;
}

/* Where the log ends; whether it is on the disk as far as that. */
static int
hurry_far(struct db *db, void *arg)
{
	struct db_stmt *st;
	int calls = 0;

	hurry_one(db, &calls);
	st = db_query(db, "SELECT pg_current_wal_insert_lsn()", "");
	if (db_step(st))
		db_copy(st, 0, arg, 32);
	return db_done(st);
}

/* A row that others wait for is theirs early, and the answer comes late. */
static void
hurries(struct db *db)
{
	char end[32] = "";
	int64_t before = tries(db);
	struct db_stmt *st;

	is_int(0, db_tx(db, hurry_far, end), "a transaction that hurries");
	st = db_query(killer, "SELECT pg_current_wal_flush_lsn() >="
	    " CAST($1 AS pg_lsn)", "t", end);
	ok(db_step(st) && db_int(st, 0) == 1, "... is on the disk as far as "
	    "%s", end);
	db_done(st);
	is_int(before + 1, tries(killer), "... and done once");
	is_string("on", setting(db, "SHOW synchronous_commit"),
	    "... the next commit waits as ever");
}

/* -- trips ------------------------------------------------------------- */

static int
put_three(struct db *db, void *arg)
{
	struct pgsql *pg = (struct pgsql *)db;
	int *sent = arg;

	if (sent[0]++ == 1)
		end_session(db, killer);
	db_put(db, count, "t", "p");
	db_put(db, count, "t", "p");
	sent[1] = pg->nsent;
	db_run(db, count, "t", "p");
	sent[2] = pg->nsent;
	db_put(db, count, "t", "p");
	return 0;
}

/* Changes that nobody asks after go with what follows them. */
static void
saves_trips(struct db *db)
{
	int sent[3] = { 0 };

	is_int(0, db_tx(db, put_three, sent), "changes are put");
	is_int(2, sent[1], "... and wait");
	is_int(0, sent[2], "... for one that is asked after");
	is_int(0, db_tx(db, put_three, sent), "the connection is lost then");
	is_int(3, sent[0], "... and all is done again");
	is_int(8, number(db, "SELECT value FROM counters WHERE name = 'p'"),
	    "... once");
}

/* -- alone ------------------------------------------------------------- */

static void
is_claimed(struct db *db)
{
	struct db *alone = open_office(DB_OLD), *looks = open_office(DB_OLD);
	char why[512];

	is_int(DB_BUSY, db_claim(alone), "a database in use: %s",
	    db_error(alone));
	db_close(alone);
	end_session(killer, looks);
	end_session(db, looks);
	alone = open_office(DB_OLD);
	is_int(0, db_claim(alone), "one that nobody uses is claimed");
	ok(db_open(folder_path("office.db"), DB_READ, why, sizeof(why)) ==
	    NULL && strstr(why, "sopap upgrade") != NULL,
	    "... nobody opens it: %s", why);
	db_patience(db, 100);
	is_int(DB_BUSY, db_run(db, count, "t", "c"), "... nor comes back");
	end_session(alone, looks);
	is_int(3, tries(alone), "... when the connection was lost, too");
	is_int(DB_BUSY, db_run(db, count, "t", "c"), "... it is claimed");
	end_session(alone, looks);
	is_int(3, tries(db), "afterwards it goes on");
	db_patience(db, 5000);
	db_close(alone);
	db_close(looks);
}

/* -- servers ----------------------------------------------------------- */

/* The server lets nobody in, until the killer has slept. */
static void
close_server(struct db *db, const char *sleep)
{
	char sql[128];

	pgsql_script(killer, "ALTER ROLE waits NOLOGIN");
	end_session(db, killer);
	snprintf(sql, sizeof(sql), "SELECT pg_sleep(%s);"
	    "ALTER ROLE waits LOGIN", sleep);
	PQsendQuery(pgsql_connection(killer), sql);
}

static void
end_of_sleep(void)
{
	PGresult *res;

	while ((res = PQgetResult(pgsql_connection(killer))) != NULL)
		PQclear(res);
}

/* Another server takes over, or the same comes up again. */
static void
waits_for_a_server(void)
{
	char why[512], place[512];
	struct db *db;
	int64_t before;

	tries(killer);		/* it was ended itself */
	pgsql_script(killer, "CREATE ROLE waits SUPERUSER LOGIN");
	snprintf(place, sizeof(place), "%.*s?host=%s&user=waits&options="
	    "-csearch_path%%3Ds0", (int)strcspn(getenv("PLACE"), "?"),
	    getenv("PLACE"), getenv("PGSERVER"));
	if ((db = db_open(place, DB_WRITE, why, sizeof(why))) == NULL)
		bail(why);
	before = tries(db);
	close_server(db, "0.3");
	is_int(1, db_run(db, count, "t", "c"),
	    "a server that is away a moment is waited for");
	end_of_sleep();
	is_int(before + 1, tries(db), "... and asked once");
	close_server(db, "0.3");
	is_int(before + 1, tries(db), "... to read, too");
	end_of_sleep();
	db_patience(db, 100);
	close_server(db, "1");
	is_int(DB_BUSY, db_run(db, count, "t", "c"),
	    "one that stays away is not waited for for ever");
	end_of_sleep();
	is_int(1, db_run(db, count, "t", "c"), "... then it is there again");
	db_close(db);
}

static const char *
option(struct db *db, const char *keyword)
{
	static char value[128];
	PQconninfoOption *list = PQconninfo(pgsql_connection(db)), *o;

	for (o = list; o != NULL && o->keyword != NULL; o++)
		if (strcmp(o->keyword, keyword) == 0)
			snprintf(value, sizeof(value), "%s",
			    o->val != NULL ? o->val : "");
	PQconninfoFree(list);
	return value;
}

/* An answered commit is where it was promised to be, and a server that died
 * without a word is given up. */
static void
keeps_settings(struct db *db)
{
	struct db *reader = open_office(DB_READ);

	is_string("10000", option(db, "tcp_user_timeout"),
	    "a server that says nothing is given up");
	is_string("read-write", option(db, "target_session_attrs"),
	    "who writes wants the server that takes it");
	is_string("any", option(reader, "target_session_attrs"),
	    "... who reads any");
	db_close(reader);
	is_string("0", setting(db, "SHOW statement_timeout"),
	    "no timeout cuts the wait for a standby");
	pgsql_script(db, "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET"
	    " synchronous_commit = remote_apply', current_database());"
	    " END $$");
	end_session(db, killer);
	tries(db);
	db_bulk(db, 1);
	db_bulk(db, 0);
	is_string("remote_apply", setting(db, "SHOW synchronous_commit"),
	    "the server says when a commit is safe");
	pgsql_script(db, "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET"
	    " synchronous_commit', current_database()); END $$");
}

/* -- refusals -------------------------------------------------------------- */

static void
refuses(const char *place, const char *part, const char *what)
{
	char why[512];
	struct db *db = db_open(place, DB_WRITE, why, sizeof(why));

	ok(db == NULL && strstr(why, part) != NULL, "%s: %s", what, why);
	ok(strstr(why, "rahasia") == NULL, "... and no password is told");
	db_close(db);
}

static void
refuses_places(struct db *db)
{
	char place[512], *end;

	refuses("postgresql://a:rahasia@/x?host=/nowhere", "passfile",
	    "a password in the address");
	refuses("postgresql://db.contoh.invalid/x?sslmode=require",
	    "verify-full", "a server that is not verified");
	refuses("postgresql://localhost,db.contoh.invalid/x?sslmode=disable",
	    "verify-full", "... the second of two");
	refuses("postgresql:///x?host=/nowhere,db.contoh.invalid"
	    "&sslmode=require", "verify-full", "... behind a socket");
	refuses("postgresql://localhost/x?hostaddr=192.0.2.1&sslmode=prefer",
	    "verify-full", "... by another address than its name");
	refuses("postgresql:///x?host=/nowhere,/nobody&sslmode=disable",
	    "/nobody", "no server of two");
	refuses("postgresql:///x?host=/nowhere", "/nowhere", "no server");
	snprintf(place, sizeof(place), "%s&options=-csearch_path%%3Dnone",
	    getenv("PLACE"));
	refuses(place, "search_path", "a schema that is not there");
	snprintf(place, sizeof(place), "%s&options=-csearch_path%%3Ds60",
	    getenv("PLACE"));
	refuses(place, "bukan basis data sopap", "an empty schema");
	pgsql_script(db, "CREATE DATABASE other TEMPLATE template0"
	    " LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'");
	end = strchr(getenv("PLACE"), '?');
	snprintf(place, sizeof(place), "postgresql:///other%s", end);
	refuses(place, "CREATE DATABASE \"other\" ENCODING 'UTF8'",
	    "another order of letters");
}

/* -- the history ----------------------------------------------------------- */

/* The role of the programs owns nothing, and may not change events, though it
 * was given all tables. */
static void
guards_the_history(struct db *db)
{
	char why[512], place[512];
	struct db *mine, *program;
	int calls = 0;

	pgsql_script(db, "CREATE ROLE program LOGIN;"
	    "GRANT USAGE ON SCHEMA s61 TO program;"
	    "ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE"
	    " ON TABLES TO program");
	snprintf(place, sizeof(place), "%s&options=-csearch_path%%3Ds61",
	    getenv("PLACE"));
	mine = db_open(place, DB_CREATE, why, sizeof(why));
	ok(mine != NULL, "the owner makes the tables: %s", why);
	db_close(mine);
	snprintf(place, sizeof(place), "%.*s?host=%s&user=program&options="
	    "-csearch_path%%3Ds61", (int)strcspn(getenv("PLACE"), "?"),
	    getenv("PLACE"), getenv("PGSERVER"));
	program = db_open(place, DB_WRITE, why, sizeof(why));
	ok(program != NULL, "the programs work with them: %s", why);
	if (program == NULL)
		return;
	is_int(1, db_run(program, count, "t", "c"), "... and write");
	is_int(0, db_tx(program, hurry_one, &calls), "... in a hurry, too");
	is_int(DB_ERROR, db_run(program, "DELETE FROM events", ""),
	    "... but delete no event");
	ok(strstr(db_error(program), "permission denied") != NULL, "... %s",
	    db_error(program));
	is_int(DB_ERROR, db_run(program, "UPDATE events SET seq = 0", ""),
	    "... change none");
	is_int(DB_ERROR, pgsql_script(program, "TRUNCATE events CASCADE"),
	    "... nor empty the history");
	is_int(DB_ERROR, pgsql_script(program, "DROP TRIGGER events_no_update"
	    " ON events"), "... nor take its guard away");
	db_close(program);
	is_int(DB_ERROR, pgsql_script(db, "TRUNCATE events CASCADE"),
	    "even its owner is stopped");
	ok(strstr(db_error(db), "append-only") != NULL, "... %s",
	    db_error(db));
}

int
main(void)
{
	struct db *db;

	if (!place_is_server()) {
		printf("1..0 # SKIP a server of PostgreSQL is needed\n");
		return 0;
	}
	folder_make();
	place_use();
	db = open_office(DB_CREATE);
	killer = open_office(DB_WRITE);
	loses_connections(db);
	loses_a_commit(db);
	saves_trips(db);
	is_claimed(db);
	hurries(db);
	waits_for_a_server();
	keeps_settings(db);
	refuses_places(db);
	guards_the_history(db);
	db_close(killer);
	db_close(db);
	return tap_done();
}
