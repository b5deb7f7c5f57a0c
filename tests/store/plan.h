/*
 * plan.h - how an engine would run the statements that a handle has prepared:
 * by SQLite's words (EXPLAIN QUERY PLAN) in the tests themselves, by
 * PostgreSQL's here (EXPLAIN (FORMAT JSON)).
 *
 * PostgreSQL rightly reads a small table whole.  So what a test has made is
 * multiplied first, and looked at by ANALYZE; then only a table that has become
 * large counts.  A text that is planned once is asked for its plan of any
 * values; one that is planned for each call (DB_PLANNED) tells it as it runs.
 */
#pragma once

#include "store/pgsql.h"
#include "tests/store/meddle.h"

#define PLAN_LARGE	"5000"		/* rows of a large table */
#define PLAN_TEXTS	1000

static const char *plan_before[PLAN_TEXTS];
static int plan_nbefore;

/* Statements that were prepared until now may read as they like. */
static inline void
plan_begin(struct db *db)
{
	for (int i = 0; i < DB_BUCKETS; i++)
		for (struct db_stmt *st = db->stmt[i]; st != NULL;
		    st = st->next)
			if (plan_nbefore < PLAN_TEXTS)
				plan_before[plan_nbefore++] = st->sql;
}

static inline int
plan_is_before(const char *sql)
{
	for (int i = 0; i < plan_nbefore; i++)
		if (plan_before[i] == sql)
			return 1;
	return 0;
}

/*
 * Each row so many times more, in the past: under other ids and keys, closed,
 * and at other times.  A table that refers to one that grows does so, too.
 */
static inline void
plan_scale(struct db *db, const char *times)
{
	char sql[4096];

	snprintf(sql, sizeof(sql), "SET session_replication_role = replica;"
	    "DO $$ DECLARE t record; names text; makes text; BEGIN"
	    " FOR t IN SELECT c.oid, c.relname FROM pg_class c"
	    "  WHERE c.relkind = 'r' AND c.relnamespace ="
	    "   current_schema()::regnamespace AND c.relname IN ('cases',"
	    "   'tasks', 'events', 'event_data', 'search_words', 'documents',"
	    "   'messages', 'deliveries', 'told', 'consents', 'reads')"
	    " LOOP"
	    "  SELECT string_agg(quote_ident(a.attname), ', '),"
	    "   string_agg(CASE"
	    "    WHEN a.attname IN ('id', 'case_id', 'task_id', 'stream',"
	    "     'message_id') THEN format('%%I + g * 1000003', a.attname)"
	    "    WHEN a.attname IN ('number', 'code_hash', 'idem',"
	    "     'word') THEN format('%%I || ''-'' || g', a.attname)"
	    "    WHEN a.attname LIKE '%%\\_at' ESCAPE '\\' THEN"
	    "     format('%%I - g * 43200', a.attname)"
	    "    WHEN a.attname = 'open' THEN '0'"
	    "    ELSE quote_ident(a.attname) END, ', ')"
	    "   INTO names, makes FROM pg_attribute a"
	    "   WHERE a.attrelid = t.oid AND a.attnum > 0"
	    "    AND NOT a.attisdropped;"
	    "  EXECUTE format('INSERT INTO %%I (%%s) SELECT %%s FROM %%I,"
	    "   generate_series(1, %s) g ON CONFLICT DO NOTHING', t.relname,"
	    "   names, makes, t.relname);"
	    " END LOOP; END $$;"
	    "UPDATE cases SET parent_id = id - 1000003 WHERE id %% 50 = 0;"
	    "SET session_replication_role = origin; ANALYZE", times);
	meddle(db, sql);
}

static inline const char *
plan_type(char letter)
{
	return letter == 'i' ? "bigint" : letter == 't' ? "text" :
	    letter == 'b' ? "bytea" : "unknown";
}

/* "PREPARE plan (bigint, text) AS ...", and "EXECUTE plan (NULL, NULL)". */
static inline void
plan_texts(const struct db_stmt *st, FILE *prepare, FILE *execute)
{
	fputs("PREPARE plan", prepare);
	fputs("EXPLAIN (FORMAT JSON) EXECUTE plan", execute);
	for (int i = 0; i < st->nparam; i++) {
		fprintf(prepare, "%s%s", i == 0 ? " (" : ", ",
		    plan_type(st->types[0] != '\0' ? st->types[i] : 'n'));
		fprintf(execute, "%sNULL", i == 0 ? " (" : ", ");
	}
	if (st->nparam > 0) {
		putc(')', prepare);
		putc(')', execute);
	}
	fprintf(prepare, " AS %s", st->text);
}

/* The plan of a statement, for whatever values; to be freed. */
static inline char *
plan_of(struct db *db, const struct db_stmt *st)
{
	char *prepare = NULL, *execute = NULL, *plan;
	size_t n, m;
	FILE *p = open_memstream(&prepare, &n);
	FILE *e = open_memstream(&execute, &m);
	struct db_stmt *explain;

	plan_texts(st, p, e);
	fclose(p);
	fclose(e);
	meddle(db, prepare);
	explain = db_query(db, execute, "");
	plan = strdup(db_step(explain) ? db_text(explain, 0) : "");
	if (db_done(explain) != 0)
		bail(db_error(db));
	meddle(db, "DEALLOCATE plan");
	free(prepare);
	free(execute);
	return plan;
}

static inline int
plan_is_large(struct db *db, const char *table)
{
	struct db_stmt *st = db_query(db, "SELECT 1 FROM pg_class"
	    " WHERE relname = $1 AND relnamespace ="
	    " current_schema()::regnamespace AND reltuples > " PLAN_LARGE,
	    "t", table);
	int large = db_step(st);

	db_done(st);
	return large;
}

/* How often a plan reads a large table whole. */
static inline int
plan_scans_in(struct db *db, const char *plan, const char *text)
{
	static const char scan[] = "\"Node Type\": \"Seq Scan\"";
	static const char name[] = "\"Relation Name\": \"";
	const char *at = plan;
	char table[64];
	int n = 0;

	while ((at = strstr(at, scan)) != NULL) {
		at = strstr(at, name) + sizeof(name) - 1;
		snprintf(table, sizeof(table), "%.*s", (int)strcspn(at, "\""),
		    at);
		if (!plan_is_large(db, table))
			continue;
		printf("# Seq Scan of %s\n#   in %.*s\n", table,
		    (int)strcspn(text, "}"), text);
		n++;
	}
	return n;
}

static inline int
plan_scans(struct db *db, const struct db_stmt *st)
{
	char *plan = plan_of(db, st);
	int n = plan_scans_in(db, plan, st->text);

	free(plan);
	return n;
}

/* -- as they run ----------------------------------------------------------- */

static char *plan_ran[PLAN_TEXTS];
static int plan_nran;

static inline void
plan_hear(void *arg, const PGresult *res)
{
	const char *text = pq.resultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);

	if (plan_nran < PLAN_TEXTS && text != NULL)
		plan_ran[plan_nran++] = strdup(text);
}

/* From now on every statement tells its plan. */
static inline void
plan_watch(struct db *db)
{
	meddle(db, "LOAD 'auto_explain'; SET auto_explain.log_format = json;"
	    "SET auto_explain.log_level = notice;"
	    "SET client_min_messages = notice; SET plan_cache_mode = auto;"
	    "SET auto_explain.log_min_duration = 0");
	pq.setNoticeReceiver(pgsql_connection(db), plan_hear, NULL);
}

/* How many were told, and how often these read a large table whole. */
static inline int
plan_watched(struct db *db, int *scans)
{
	int n = 0, told = plan_nran;

	meddle(db, "SET auto_explain.log_min_duration = -1");
	plan_nran = PLAN_TEXTS;
	for (int i = 0; i < told; i++) {
		n++;
		*scans += plan_scans_in(db, plan_ran[i], plan_ran[i]);
		free(plan_ran[i]);
	}
	return n;
}

/* Of all that was prepared since plan_begin(); unless `planned`, without what
 * is planned for each call. */
static inline int
plan_scans_all(struct db *db, int planned, int *statements)
{
	const struct db_stmt *list[PLAN_TEXTS];
	int n = 0, scans = 0;

	for (int i = 0; i < DB_BUCKETS; i++)
		for (const struct db_stmt *st = db->stmt[i]; st != NULL;
		    st = st->next)
			if (n < PLAN_TEXTS && !plan_is_before(st->sql) &&
			    (planned || strncmp(st->sql, DB_PLANNED,
			    strlen(DB_PLANNED)) != 0))
				list[n++] = st;
	meddle(db, "SET plan_cache_mode = force_generic_plan");
	for (int i = 0; i < n; i++)
		scans += plan_scans(db, list[i]);
	*statements = n;
	return scans;
}
