/*
 * pgsql_statement.c - statements of PostgreSQL: sent at the first step, the
 * result whole; a long list (db_scan()) by a cursor.
 *
 * The types of the parameters are sent, or the server would take a 63-bit id
 * for an int4 wherever the text does not say what it is.  Values of a table
 * (db_query_values()) go to columns, which say it.  Results are text.
 */
#include "store/pgsql_statement.h"

#include <ctype.h>
#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "store/pgsql.h"

#define BATCH	1000			/* rows of a cursor at once */

/* Of pg_type: they never change. */
enum { TYPE_NONE = 0, TYPE_BOOL = 16, TYPE_BYTEA = 17, TYPE_INT8 = 20,
	TYPE_TEXT = 25 };

struct pgsql_stmt {
	struct db_stmt	 s;
	unsigned	 number;	/* its name: "s7", cursor "c7" */
	unsigned	 generation;	/* of the connection that has it */
	int		 planned;	/* anew for each call */
	Oid		*type;
	char		**value;	/* nparam; NULL is SQL NULL */
	char		*words;		/* what they point to */
	unsigned char	*bytes;		/* of a column of the row */
	PGresult	*res;		/* NULL: not yet sent */
	int		 at;		/* the row, from 0 */
	int		 cursor;	/* declared */
};

/* -- what a text says ------------------------------------------------------ */

/* Past a quoted text or a comment that begins at `at`; else `at` itself. */
static const char *
past_quoted(const char *at)
{
	const char *end = NULL;

	if (*at == '\'' || *at == '"')
		end = strchr(at + 1, *at);
	else if (strncmp(at, "/*", 2) == 0 && (end = strstr(at, "*/")) != NULL)
		end++;
	return end != NULL ? end + 1 : at;
}

/* How many parameters there are: they must be $1 .. $n.  -1: they are not. */
static int
count_parameters(const char *sql)
{
	unsigned char seen[512] = { 0 };
	const char *past;
	int n, most = 0;

	while (*sql != '\0') {
		if ((past = past_quoted(sql)) != sql) {
			sql = past;
			continue;
		}
		if (*sql == '?')
			return -1;
		if (*sql++ != '$' || !isdigit((unsigned char)*sql))
			continue;
		n = atoi(sql);
		if (n < 1 || n >= (int)sizeof(seen))
			return -1;
		seen[n] = 1;
		most = n > most ? n : most;
	}
	for (n = 1; n <= most; n++)
		if (!seen[n])
			return -1;
	return most;
}

static int
begins(const char *sql, const char *word)
{
	return strncasecmp(sql, word, strlen(word)) == 0 &&
	    !isalpha((unsigned char)sql[strlen(word)]);
}

/* A change is told by its first word, or is part of a WITH. */
static int
is_readonly(const char *sql)
{
	if (begins(sql, "WITH"))
		return strstr(sql, "INSERT ") == NULL &&
		    strstr(sql, "UPDATE ") == NULL &&
		    strstr(sql, "DELETE ") == NULL;
	return begins(sql, "SELECT") || begins(sql, "VALUES") ||
	    begins(sql, "EXPLAIN") || begins(sql, "SHOW");
}

static Oid
type_of(char letter)
{
	return letter == 'i' ? TYPE_INT8 : letter == 't' ? TYPE_TEXT :
	    letter == 'b' ? TYPE_BYTEA : TYPE_NONE;
}

/* The server refuses what is wrong with the text when it is sent. */
struct db_stmt *
pgsql_statement_prepare(struct db *db, const char *sql, const char *types)
{
	struct pgsql_stmt *st = calloc(1, sizeof(*st));
	int i, n = count_parameters(sql);

	if (st != NULL && n >= 0) {
		st->s.nparam = n;
		st->type = calloc((size_t)n + 1, sizeof(*st->type));
		st->value = calloc((size_t)n + 1, sizeof(*st->value));
	}
	if (st == NULL || n < 0 || st->type == NULL || st->value == NULL) {
		db_fail(db, n < 0 ? "parameters are not $1 .. $n: %s" :
		    "out of memory: %s", sql);
		if (st != NULL)
			pgsql_statement_free(&st->s);
		return NULL;
	}
	for (i = 0; i < n && types[0] != '\0'; i++)
		st->type[i] = i < (int)strlen(types) ? type_of(types[i]) :
		    TYPE_NONE;
	st->number = ++((struct pgsql *)db)->named;
	st->planned = strncmp(sql, DB_PLANNED, strlen(DB_PLANNED)) == 0;
	if (st->planned)
		sql += strlen(DB_PLANNED);
	st->s.readonly = is_readonly(sql);
	return &st->s;
}

void
pgsql_statement_free(struct db_stmt *s)
{
	struct pgsql_stmt *st = (struct pgsql_stmt *)s;

	pq.clear(st->res);
	free(st->words);
	free(st->bytes);
	free(st->value);
	free(st->type);
	free(st);
}

/* -- values ---------------------------------------------------------------- */

#define NUMBER	24			/* bytes of an int64_t as text */

static size_t
text_size(const struct db_value *v)
{
	return v->text != NULL ? strlen(v->text) + 1 :
	    v->bytes != NULL ? 2 * v->size + 3 : NUMBER;
}

/* Write a value as text; the place behind it. */
static char *
write_text(char *at, const struct db_value *v)
{
	if (v->text != NULL)
		return stpcpy(at, v->text) + 1;
	if (v->bytes == NULL)
		return at + snprintf(at, NUMBER, "%" PRId64, v->num) + 1;
	memcpy(at, "\\x", 2);
	sodium_bin2hex(at + 2, 2 * v->size + 1, v->bytes, v->size);
	return at + 2 * v->size + 3;
}

int
pgsql_statement_bind(struct db_stmt *s, const struct db_value *v)
{
	struct pgsql_stmt *st = (struct pgsql_stmt *)s;
	size_t size = 1;
	char *at;
	int i;

	for (i = 0; i < s->nparam; i++)
		size += text_size(&v[i]);
	if ((at = st->words = malloc(size)) == NULL)
		return db_fail(s->db, "out of memory");
	for (i = 0; i < s->nparam; i++) {
		st->value[i] = v[i].null ? NULL : at;
		if (!v[i].null)
			at = write_text(at, &v[i]);
	}
	st->at = -1;
	return 0;
}

/* -- sending --------------------------------------------------------------- */

static const char *const *
values(const struct pgsql_stmt *st)
{
	return (const char *const *)st->value;
}

/* The answer of a statement that was sent behind others; of those the first
 * failure is noted. */
static PGresult *
last_answer(struct pgsql_stmt *st, int sent)
{
	PGresult *res = NULL;

	if (sent)
		pgsql_sent(st->s.db, st->s.text);
	pgsql_answers(st->s.db, sent ? &res : NULL);
	return res;
}

/* Planned for these values. */
static PGresult *
send_once(struct pgsql_stmt *st, const char *sql)
{
	PGconn *conn = pgsql_connection(st->s.db);

	if (pq.pipelineStatus(conn) == PQ_PIPELINE_OFF)
		return pq.execParams(conn, sql, st->s.nparam, st->type,
		    values(st), NULL, NULL, 0);
	return last_answer(st, pq.sendQueryParams(conn, sql, st->s.nparam,
	    st->type, values(st), NULL, NULL, 0));
}

/* Its name on this connection, where it is prepared once: NULL, or the failure
 * of that. */
static PGresult *
prepare(struct pgsql_stmt *st, char name[16])
{
	struct pgsql *pg = (struct pgsql *)st->s.db;
	PGresult *res;

	snprintf(name, 16, "s%u", st->number);
	if (st->generation == pg->generation)
		return NULL;
	pgsql_answers(st->s.db, NULL);
	res = pq.prepare(pg->conn, name, st->s.text, st->s.nparam, st->type);
	if (pq.resultStatus(res) != PGRES_COMMAND_OK)
		return res;
	pq.clear(res);
	st->generation = pg->generation;
	return NULL;
}

static PGresult *
send_prepared(struct pgsql_stmt *st)
{
	PGconn *conn = pgsql_connection(st->s.db);
	char name[16];
	PGresult *res = prepare(st, name);

	if (res != NULL)
		return res;
	if (pq.pipelineStatus(conn) == PQ_PIPELINE_OFF)
		return pq.execPrepared(conn, name, st->s.nparam, values(st),
		    NULL, NULL, 0);
	return last_answer(st, pq.sendQueryPrepared(conn, name, st->s.nparam,
	    values(st), NULL, NULL, 0));
}

/* Of the values libpq keeps a copy. */
int
pgsql_statement_later(struct db_stmt *s)
{
	struct pgsql_stmt *st = (struct pgsql_stmt *)s;
	struct pgsql *pg = (struct pgsql *)s->db;
	char name[16];
	PGresult *res = prepare(st, name);
	int rc = res != NULL ? pgsql_result(s->db, res, s->sql) : 0;

	pq.clear(res);
	if (rc == 0 && pg->nsent == PGSQL_SENT - PGSQL_END)
		rc = pgsql_answers(s->db, NULL);
	if (rc != 0)
		return rc;
	if (!pq.enterPipelineMode(pg->conn) ||
	    !pq.sendQueryPrepared(pg->conn, name, s->nparam, values(st), NULL,
	    NULL, 0))
		return pgsql_result(s->db, NULL, s->sql);
	pgsql_sent(s->db, s->text);
	return 0;
}

static PGresult *
fetch(struct pgsql_stmt *st)
{
	char sql[48];

	snprintf(sql, sizeof(sql), "FETCH %d FROM c%u", BATCH, st->number);
	return pq.exec(pgsql_connection(st->s.db), sql);
}

/* Outside a transaction the scan has one of its own, which sees one instant and
 * may be read slowly. */
static int
begin_scan(struct db *db)
{
	struct pgsql *pg = (struct pgsql *)db;
	int rc = 0;

	if (db->in_tx || (pg->scans == 0 && pq.transactionStatus(pg->conn) !=
	    PQTRANS_IDLE))
		return 0;
	if (pg->scans == 0)
		rc = pgsql_script(db, "BEGIN ISOLATION LEVEL REPEATABLE READ"
		    " READ ONLY; SET LOCAL"
		    " idle_in_transaction_session_timeout = '1h'");
	pg->scans += rc == 0;
	return rc;
}

static void
end_scan(struct db *db)
{
	struct pgsql *pg = (struct pgsql *)db;

	if (!db->in_tx && pg->scans > 0 && --pg->scans == 0)
		pq.clear(pq.exec(pg->conn, "COMMIT"));
}

static PGresult *
send_scan(struct pgsql_stmt *st)
{
	char *sql = NULL;
	PGresult *res;

	if (pgsql_answers(st->s.db, NULL) != 0 ||
	    begin_scan(st->s.db) != 0 || asprintf(&sql, "DECLARE c%u NO SCROLL"
	    " CURSOR FOR %s", st->number, st->s.text) == -1)
		return NULL;
	st->cursor = 1;
	res = send_once(st, sql);
	free(sql);
	if (pq.resultStatus(res) != PGRES_COMMAND_OK)
		return res;
	pq.clear(res);
	return fetch(st);
}

static PGresult *
send_statement(struct pgsql_stmt *st)
{
	if (st->s.scan)
		return send_scan(st);
	return st->planned ? send_once(st, st->s.text) : send_prepared(st);
}

/* Nothing of a reading is lost with the connection, outside a transaction: it
 * is sent again on a new one. */
static int
execute(struct pgsql_stmt *st)
{
	struct db *db = st->s.db;
	int alone = !db->in_tx && ((struct pgsql *)db)->scans == 0, rc;

	if (alone && (rc = pgsql_connected(db)) != 0)
		return rc;
	st->res = send_statement(st);
	if (alone && pgsql_lost(db)) {
		pq.clear(st->res);
		st->res = NULL;
		st->cursor = 0;
		if ((rc = pgsql_connected(db)) != 0)
			return rc;
		st->res = send_statement(st);
	}
	if ((rc = pgsql_result(db, st->res, st->s.sql)) != 0)
		return rc;
	st->s.ncolumn = pq.nfields(st->res);
	st->s.taken = pq.resultMemorySize(st->res);
	return 0;
}

/* The next rows of the cursor. */
static int
go_on(struct pgsql_stmt *st)
{
	pq.clear(st->res);
	st->res = fetch(st);
	st->at = 0;
	return pgsql_result(st->s.db, st->res, st->s.sql);
}

int
pgsql_statement_step(struct db_stmt *s)
{
	struct pgsql_stmt *st = (struct pgsql_stmt *)s;
	int rc = 0;

	if (st->res == NULL && (rc = execute(st)) != 0)
		return rc;
	if (++st->at == BATCH && st->cursor && (rc = go_on(st)) != 0)
		return rc;
	return st->at < pq.ntuples(st->res);
}

void
pgsql_statement_reset(struct db_stmt *s)
{
	struct pgsql_stmt *st = (struct pgsql_stmt *)s;
	char sql[32];

	if (st->cursor) {
		snprintf(sql, sizeof(sql), "CLOSE c%u", st->number);
		pq.clear(pq.exec(pgsql_connection(s->db), sql));
		end_scan(s->db);
	}
	pq.clear(st->res);
	st->res = NULL;
	st->cursor = 0;
	free(st->words);
	free(st->bytes);
	st->words = NULL;
	st->bytes = NULL;
}

/* -- the row --------------------------------------------------------------- */

int
pgsql_statement_changes(struct db_stmt *s)
{
	return atoi(pq.cmdTuples(((struct pgsql_stmt *)s)->res));
}

int
pgsql_statement_null(struct db_stmt *s, int col)
{
	const struct pgsql_stmt *st = (const struct pgsql_stmt *)s;

	return pq.getisnull(st->res, st->at, col);
}

/* A comparison is 1 or 0, as SQLite has it. */
const char *
pgsql_statement_text(struct db_stmt *s, int col)
{
	const struct pgsql_stmt *st = (const struct pgsql_stmt *)s;
	const char *text = pq.getvalue(st->res, st->at, col);

	if (pq.getisnull(st->res, st->at, col))
		return NULL;
	if (pq.ftype(st->res, col) == TYPE_BOOL)
		return *text == 't' ? "1" : "0";
	return text;
}

/* They come as "\\x" and digits. */
const void *
pgsql_statement_bytes(struct db_stmt *s, int col, size_t *size)
{
	struct pgsql_stmt *st = (struct pgsql_stmt *)s;
	const char *text = pq.getvalue(st->res, st->at, col);
	size_t n = strlen(text);

	free(st->bytes);
	st->bytes = malloc(n / 2 + 1);
	if (st->bytes != NULL && n >= 2 && sodium_hex2bin(st->bytes, n / 2,
	    text + 2, n - 2, NULL, size, NULL) == 0)
		return st->bytes;
	s->rc = db_fail(s->db, "out of memory, or no bytes: %s", s->sql);
	return "";
}

int64_t
pgsql_statement_number(struct db_stmt *s, int col)
{
	const char *text = pgsql_statement_text(s, col);

	return text != NULL ? strtoll(text, NULL, 10) : 0;
}
