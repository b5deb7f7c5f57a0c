/*
 * pgsql.c - the one place that connects to PostgreSQL (libpq).
 *
 * A handle is one connection.  It may be lost at any time: between two
 * transactions it is made again and nobody notices; within one the transaction
 * runs again; while a commit is on its way nobody knows what came of it, and
 * db_tx() answers DB_BUSY.
 */
#include "store/pgsql.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/pgsql_statement.h"
#include "store/pgsql_tx.h"
#include "store/transaction.h"

#define CONNECT_NAP	50000000L	/* nanoseconds between two tries */

#define OFFICE	"1936683118"		/* an advisory lock: "sopa" + 13 */

PGconn *
pgsql_connection(struct db *db)
{
	return ((struct pgsql *)db)->conn;
}

/* -- failures -------------------------------------------------------------- */

/* Codes of what passes: others are in the way, or the server is. */
static int
is_busy(const char *state)
{
	static const char *const codes[] = {
		"40001",	/* serialization_failure */
		"40P01",	/* deadlock_detected */
		"55P03",	/* lock_not_available: lock_timeout */
		"53300",	/* too_many_connections */
		"57P01",	/* admin_shutdown */
		"57P02",	/* crash_shutdown */
		"57P03",	/* cannot_connect_now */
		"25006",	/* read only: a standby before it is promoted */
	};
	size_t i;

	for (i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		if (strcmp(state, codes[i]) == 0)
			return 1;
	return 0;
}

int
pgsql_lost(struct db *db)
{
	return pq.status(pgsql_connection(db)) == CONNECTION_BAD;
}

int
pgsql_result(struct db *db, const PGresult *res, const char *sql)
{
	ExecStatusType status = pq.resultStatus(res);
	const char *state = pq.resultErrorField(res, PG_DIAG_SQLSTATE);
	const char *text = pq.resultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);
	int busy;

	if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
		return 0;
	state = state != NULL ? state : "";
	/* A handle that only reads is told so by the server, too. */
	busy = pgsql_lost(db) || (is_busy(state) &&
	    (db->mode >= DB_WRITE || strcmp(state, "25006") != 0));
	/* unique_violation */
	if (strcmp(state, "23505") == 0)
		db->conflict |= !db->failed;
	return db_fail_as(db, busy ? DB_BUSY : DB_ERROR, "%s (%s)%s%s",
	    text != NULL ? text : pq.errorMessage(pgsql_connection(db)), state,
	    sql != NULL ? ": " : "", sql != NULL ? sql : "");
}

/* -- several at once ------------------------------------------------------- */

void
pgsql_sent(struct db *db, const char *sql)
{
	struct pgsql *pg = (struct pgsql *)db;

	pg->sent[pg->nsent++] = sql;
}

/* The answer of one statement, and the end behind it. */
static PGresult *
next_answer(PGconn *conn)
{
	PGresult *res = pq.getResult(conn), *end;

	if (res != NULL && (end = pq.getResult(conn)) != NULL)
		pq.clear(end);
	return res;
}

int
pgsql_answers(struct db *db, PGresult **last)
{
	struct pgsql *pg = (struct pgsql *)db;
	PGresult *res;
	int i, n = pg->nsent, rc = 0;

	if (n == 0)
		return 0;
	pq.pipelineSync(pg->conn);
	for (i = 0; i < n; i++) {
		res = next_answer(pg->conn);
		if (last != NULL && i == n - 1) {
			*last = res;
			break;
		}
		if (rc == 0)
			rc = pgsql_result(db, res, pg->sent[i]);
		pq.clear(res);
	}
	pg->nsent = 0;
	pq.clear(pq.getResult(pg->conn));
	pq.exitPipelineMode(pg->conn);
	return rc;
}

int
pgsql_script(struct db *db, const char *sql)
{
	PGresult *res;
	int rc = pgsql_answers(db, NULL);

	if (rc != 0)
		return rc;
	res = pq.exec(pgsql_connection(db), sql);
	rc = pgsql_result(db, res, NULL);
	pq.clear(res);
	return rc;
}

/* -- connecting ------------------------------------------------------------ */

/* The server's notices are nobody's news. */
static void
be_quiet(void *arg, const PGresult *res)
{
}

/*
 * The settings of every session.  Waits are bounded, and a transaction that is
 * forgotten ends.  A page reads few rows by an index: to compile a statement
 * or to ask for helpers costs more than it gains.  No statement_timeout: it
 * would end the wait for a standby, and the commit be answered that no standby
 * has.
 */
static int
set_session(struct db *db)
{
	pq.setNoticeReceiver(pgsql_connection(db), be_quiet, NULL);
	return pgsql_script(db, db->mode < DB_WRITE ?
	    "SET default_transaction_read_only = on" :
	    "SET default_transaction_read_only = off") != 0 ? DB_ERROR :
	    pgsql_script(db,
	    "SET client_min_messages = warning;"
	    "SET lock_timeout = '5s';"
	    "SET statement_timeout = 0;"
	    "SET idle_in_transaction_session_timeout = '30s';"
	    "SET tcp_keepalives_idle = 5;"
	    "SET tcp_keepalives_interval = 2;"
	    "SET tcp_keepalives_count = 3;"
	    "SET jit = off;"
	    "SET max_parallel_workers_per_gather = 0;"
	    "SET random_page_cost = 1.1;"
	    "SET cursor_tuple_fraction = 1");
}

/* Every session that has the office open shares a lock; who upgrades or moves
 * the office holds it alone, whichever host the others are on.  A session that
 * has just ended is waited for: the server takes a moment to see it. */
#define WAIT	"SET LOCAL lock_timeout = '500ms'; SELECT "

static int
lock_office(struct db *db)
{
	const struct pgsql *pg = (const struct pgsql *)db;
	PGresult *res = pq.exec(pg->conn, pg->claimed ?
	    WAIT "pg_advisory_lock(" OFFICE ")" :
	    WAIT "pg_advisory_lock_shared(" OFFICE ")");
	const char *state = pq.resultErrorField(res, PG_DIAG_SQLSTATE);
	int rc;

	/* lock_not_available */
	if (state != NULL && strcmp(state, "55P03") == 0)
		rc = db_fail_as(db, DB_BUSY, "%s", pg->claimed ?
		    "kantor ini sedang dipakai. Hentikan semua programnya "
		    "dahulu (\"systemctl stop sopap.target\"), di semua "
		    "mesin" :
		    "kantor ini sedang ditingkatkan atau dipindahkan; tunggu "
		    "sampai \"sopap upgrade\" atau \"sopap copy\" selesai");
	else
		rc = pgsql_result(db, res, NULL);
	pq.clear(res);
	return rc;
}

/* A new connection may be used when this gives 0. */
static int
set_up(struct db *db)
{
	struct pgsql *pg = (struct pgsql *)db;
	int rc = set_session(db);

	if (rc == 0 && (pg->claimed || db->mode >= DB_READ))
		rc = lock_office(db);
	pg->ready = rc == 0;
	return rc;
}

/* Each server of the address in turn; then whether it is the one that was
 * meant. */
static int
connect_anew(struct pgsql *pg, char *why, size_t whysize)
{
	struct db *db = &pg->db;
	int rc;

	pq.reset(pg->conn);
	pg->generation++;
	pg->scans = pg->nsent = 0;
	db->failed = 0;
	rc = pgsql_lost(db) ? db_fail(db, "%s", pq.errorMessage(pg->conn)) :
	    set_up(db);
	snprintf(why, whysize, "%s", rc != 0 ? db->error : "");
	if (rc == 0 && db->look != NULL)
		rc = db->look(db->look_arg, why, whysize);
	pg->ready = rc == 0;
	db->failed = 0;
	return rc;
}

/*
 * A server that was killed is up again within seconds, or another has taken its
 * place: so long the first who notices waits.  Those after him, while none has
 * come, are told at once.
 */
static int
connect_patiently(struct pgsql *pg)
{
	char why[512];

	if (pg->lost_since == 0)
		pg->lost_since = transaction_milliseconds();
	while (connect_anew(pg, why, sizeof(why)) != 0) {
		if (transaction_milliseconds() >=
		    pg->lost_since + pg->db.patience)
			return db_fail_as(&pg->db, DB_BUSY, "%s", why);
		transaction_nap(CONNECT_NAP);
	}
	pg->lost_since = 0;
	return 0;
}

int
pgsql_connected(struct db *db)
{
	struct pgsql *pg = (struct pgsql *)db;
	int rc;

	if (!pgsql_lost(db) && (pg->ready || pg->connecting))
		return 0;
	if (pg->connecting)
		return DB_BUSY;
	pg->connecting = 1;
	rc = connect_patiently(pg);
	pg->connecting = 0;
	return rc;
}

static int
claim(struct db *db)
{
	((struct pgsql *)db)->claimed = 1;
	return lock_office(db);
}

/* One without a name is the socket of this machine. */
static int
is_here(const char *host, size_t len)
{
	static const char *const here[] = { "", "localhost", "127.0.0.1",
		"::1" };
	size_t i;

	for (i = 0; i < sizeof(here) / sizeof(here[0]); i++)
		if (strlen(here[i]) == len && strncmp(host, here[i], len) == 0)
			return 1;
	return *host == '/';
}

/* Is each host of a list this machine? */
static int
all_here(const char *list)
{
	size_t len = strcspn(list, ",");

	while (is_here(list, len) && list[len] != '\0') {
		list += len + 1;
		len = strcspn(list, ",");
	}
	return is_here(list, len);
}

/* A password in the address would stand in every list of processes and every
 * message; what is not encrypted, or not for this server, could be read. */
static int
check_address(struct db *db, const PQconninfoOption *o)
{
	const char *tls = "";
	int here = 1;

	for (; o->keyword != NULL; o++) {
		if (o->val == NULL)
			continue;
		if (strcmp(o->keyword, "password") == 0)
			return db_fail(db, "kata sandi tidak ditulis dalam "
			    "alamat; tulis dalam berkas (passfile=...) atau "
			    "layanan (service=...)");
		if (strcmp(o->keyword, "host") == 0 ||
		    strcmp(o->keyword, "hostaddr") == 0)
			here &= all_here(o->val);
		if (strcmp(o->keyword, "sslmode") == 0)
			tls = o->val;
	}
	if (*tls == '\0' || strcmp(tls, "verify-full") == 0 || here)
		return 0;
	return db_fail(db, "sslmode=%s: lewat jaringan hanya "
	    "sslmode=verify-full", tls);
}

static int
read_address(struct db *db, const char *place)
{
	char *why = NULL;
	PQconninfoOption *option = pq.conninfoParse(place, &why);
	int rc = option != NULL ? check_address(db, option) :
	    db_fail(db, "%s", why != NULL ? why : "out of memory");

	pq.conninfoFree(option);
	pq.freemem(why);
	return rc;
}

/* Texts are compared by their bytes, as SQLite does: lists, roots of months
 * and chains are the same on both. */
static int
check_database(struct db *db)
{
	PGresult *res = pq.exec(pgsql_connection(db),
	    "SELECT datname FROM pg_database"
	    " WHERE datname = current_database() AND"
	    " (datcollate NOT IN ('C', 'POSIX')"
	    "  OR datctype NOT IN ('C', 'POSIX') OR datlocprovider <> 'c'"
	    "  OR pg_encoding_to_char(encoding) <> 'UTF8')");
	int rc = pgsql_result(db, res, NULL);

	if (rc == 0 && pq.ntuples(res) > 0)
		rc = db_fail(db, "urutan huruf basis data ini bukan C, atau "
		    "hurufnya bukan UTF-8; buat dengan: CREATE DATABASE \"%s\""
		    " ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
		    " LOCALE_PROVIDER libc TEMPLATE template0",
		    pq.getvalue(res, 0, 0));
	pq.clear(res);
	return rc;
}

static int
open_place(struct db *db, const char *place)
{
	/* The address may say otherwise than what stands before it.  Of several
	 * servers who writes wants the one that takes it; one that is gone
	 * without a word is given up after as long as a person waits. */
	static const char *const key[] = { "sslmode",
		"fallback_application_name", "connect_timeout",
		"tcp_user_timeout", "keepalives_idle", "keepalives_interval",
		"keepalives_count", "target_session_attrs", "dbname",
		"client_encoding", NULL };
	const char *value[] = { "verify-full",
		program_invocation_short_name, "5", "10000", "5", "2", "3",
		db->mode < DB_WRITE ? "any" : "read-write", place, "UTF8",
		NULL };
	struct pgsql *pg = (struct pgsql *)db;

	if (pgsql_library_open(db) != 0 || read_address(db, place) != 0)
		return DB_ERROR;
	pg->generation = 1;
	pg->conn = pq.connectdbParams(key, value, 1);
	if (pgsql_lost(db))
		return db_fail(db, "%s", pq.errorMessage(pg->conn));
	return set_up(db) == 0 ? check_database(db) : DB_ERROR;
}

static int
ready(struct db *db)
{
	return 0;
}

static void
close_connection(struct db *db)
{
	if (pgsql_connection(db) != NULL)
		pq.finish(pgsql_connection(db));
}

/* -- what is in the database ----------------------------------------------- */

/* The one number a statement answers, or -1. */
static int64_t
number(struct db *db, const char *sql)
{
	struct db_stmt *st = db_query(db, sql, "");
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	return db_done(st) == 0 ? n : -1;
}

static int
has_table(struct db *db, const char *name)
{
	struct db_stmt *st = db_query(db, "SELECT 1 FROM pg_tables"
	    " WHERE schemaname = current_schema() AND tablename = $1", "t",
	    name);
	int found = db_step(st);

	return db_done(st) == 0 && found;
}

static int
is_empty(struct db *db)
{
	int64_t tables = number(db, "SELECT count(*) FROM pg_tables"
	    " WHERE schemaname = current_schema()");

	return tables < 0 ? DB_ERROR : tables == 0;
}

static int
is_ours(struct db *db)
{
	int64_t schema = number(db, "SELECT count(current_schema())");

	if (schema == 0)
		return db_fail(db, "skema dari search_path tidak ada");
	return schema < 0 ? DB_ERROR : has_table(db, "sopap_schema");
}

static int
version(struct db *db)
{
	return has_table(db, "sopap_schema") ?
	    (int)number(db, "SELECT version FROM sopap_schema") : 0;
}

static int
set_version(struct db *db, int n)
{
	int rc = 0;

	if (!has_table(db, "sopap_schema"))
		rc = pgsql_script(db,
		    "CREATE TABLE sopap_schema (version BIGINT NOT NULL);"
		    "INSERT INTO sopap_schema VALUES (0)");
	if (rc == 0)
		rc = db_run(db, "UPDATE sopap_schema SET version = $1", "i",
		    (int64_t)n);
	return rc < 0 ? rc : 0;
}

static int64_t
now(struct db *db)
{
	return number(db, "SELECT floor(extract(epoch FROM"
	    " clock_timestamp()))::bigint");
}

/* -- what the server does by itself ---------------------------------------- */

static const char *
file(struct db *db)
{
	return NULL;
}

static int64_t
last_row(struct db *db)
{
	return 0;
}

static int
backup(struct db *db, const char *path)
{
	return db_fail(db, "a server is copied row by row (archive_copy.h)");
}

static int
check(struct db *db, void (*fault)(void *, const char *), void *arg)
{
	return 0;
}

static int
checkpoint(struct db *db)
{
	return 0;
}

/* A crash may lose the last commits then, but breaks nothing. */
static int
bulk(struct db *db, int on)
{
	return pgsql_script(db, on ? "SET synchronous_commit = off" :
	    "RESET synchronous_commit");
}

/*
 * The guard of the history: a trigger, and whoever was given the table (the
 * role of the programs, by default privileges) may not change it.
 */
static const char events_kept[] =
    "CREATE FUNCTION events_kept() RETURNS trigger LANGUAGE plpgsql AS $$\n"
    "BEGIN RAISE EXCEPTION 'events are append-only'; END $$;\n"
    "CREATE TRIGGER events_no_update BEFORE UPDATE ON events\n"
    "FOR EACH ROW EXECUTE FUNCTION events_kept();\n"
    "CREATE TRIGGER events_no_delete BEFORE DELETE ON events\n"
    "FOR EACH ROW EXECUTE FUNCTION events_kept();\n"
    "CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events\n"
    "FOR EACH STATEMENT EXECUTE FUNCTION events_kept();\n"
    "DO $$ DECLARE who name; BEGIN\n"
    "FOR who IN SELECT r.rolname FROM pg_class c,\n"
    "  aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee\n"
    "  WHERE c.oid = 'events'::regclass AND a.grantee <> c.relowner\n"
    "LOOP EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON events"
    " FROM %I', who);\n"
    "END LOOP; END $$;";

static const struct db_token token[] = {
	{ "@ID@", "BIGINT PRIMARY KEY" },
	{ "@INT@", "BIGINT" },
	{ "@BLOB@", "BYTEA" },
	{ "@STRICT@", "" },
	{ "@KEYED@", "" },
	{ "@EVENTS_KEPT@", events_kept },
	{ NULL, NULL }
};

const struct db_engine pgsql_engine = {
	.size		= sizeof(struct pgsql),
	.shared		= 1,
	.token		= token,
	.open		= open_place,
	.ready		= ready,
	.claim		= claim,
	.close		= close_connection,
	.prepare	= pgsql_statement_prepare,
	.bind		= pgsql_statement_bind,
	.reset		= pgsql_statement_reset,
	.free		= pgsql_statement_free,
	.step		= pgsql_statement_step,
	.changes	= pgsql_statement_changes,
	.later		= pgsql_statement_later,
	.text		= pgsql_statement_text,
	.bytes		= pgsql_statement_bytes,
	.number		= pgsql_statement_number,
	.null		= pgsql_statement_null,
	.begin		= pgsql_tx_begin,
	.running	= pgsql_tx_running,
	.commit		= pgsql_tx_commit,
	.roll_back	= pgsql_tx_roll_back,
	.over		= pgsql_tx_over,
	.script		= pgsql_script,
	.has_table	= has_table,
	.empty		= is_empty,
	.ours		= is_ours,
	.version	= version,
	.set_version	= set_version,
	.clock		= now,
	.file		= file,
	.last_row	= last_row,
	.backup		= backup,
	.check		= check,
	.checkpoint	= checkpoint,
	.bulk		= bulk,
};
