/*
 * schema_table.c - the tables of the schema, by its own account.
 *
 * The schema files are the same for every engine: they are brought into an
 * empty database in memory, and SQLite is asked what it has made of them.
 */
#include "store/schema_table.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "store/engine.h"
#include "store/migrate.h"

enum stmt {
	STMT_COUNT,
	STMT_TABLES,
	STMT_COLUMNS,
	STMT_KEYS,
	STMT_REFERENCES,
	STMT__MAX
};

#define OURS	"type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"

static const char *const sql[STMT__MAX] = {
	[STMT_COUNT] =
		"SELECT count(*) FROM sqlite_schema WHERE " OURS,
	[STMT_TABLES] =
		"SELECT name FROM sqlite_schema WHERE " OURS " ORDER BY name",
	[STMT_COLUMNS] =
		"SELECT c.name, c.type = 'INTEGER', c.pk, EXISTS"
		" (SELECT 1 FROM pragma_foreign_key_list($1) f"
		"   WHERE f.\"table\" = $1 AND f.\"from\" = c.name)"
		" FROM pragma_table_info($1) c ORDER BY c.cid",
	[STMT_KEYS] =
		"SELECT name FROM pragma_table_info($1) WHERE pk > 0"
		" ORDER BY pk",
	[STMT_REFERENCES] =
		"SELECT DISTINCT \"table\" FROM pragma_foreign_key_list($1)",
};

/* The tables read so far. */
struct reader {
	struct db		*db;
	struct arena		*arena;
	struct schema_table	*table;
	size_t			 n;
};

static int64_t
number(struct db_stmt *st)
{
	int64_t n = db_step(st) ? db_int(st, 0) : 0;

	db_done(st);
	return n;
}

/* The first column of all rows as "a, b". */
static const char *
join(struct reader *r, struct db_stmt *st)
{
	const char *list = "";

	while (db_step(st))
		arena_append(r->arena, &list, "%s%s",
		    list[0] != '\0' ? ", " : "", db_text(st, 0));
	db_done(st);
	return list;
}

static void
read_columns(struct reader *r, struct schema_table *t)
{
	struct schema_column *c;
	struct db_stmt *st;
	const char *at;
	size_t room = 1;

	t->columns = join(r, db_query(r->db, sql[STMT_COLUMNS], "t",
	    t->name));
	t->keys = join(r, db_query(r->db, sql[STMT_KEYS], "t", t->name));
	for (at = t->columns; *at != '\0'; at++)
		room += *at == ',';
	t->column = arena_alloc(r->arena, room * sizeof(*t->column));
	st = db_query(r->db, sql[STMT_COLUMNS], "t", t->name);
	while (t->n < room && db_step(st)) {
		c = &t->column[t->n++];
		c->name = arena_strdup(r->arena, db_text(st, 0));
		c->number = (int)db_int(st, 1);
		c->key = (int)db_int(st, 2);
		c->self = (int)db_int(st, 3);
	}
	db_done(st);
}

static int
is_listed(const struct reader *r, const char *name)
{
	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->table[i].name, name) == 0)
			return 1;
	return 0;
}

/* Are all that it refers to in the list, but for itself? */
static int
may_follow(struct reader *r, const char *name)
{
	struct db_stmt *st = db_query(r->db, sql[STMT_REFERENCES], "t", name);
	int may = 1;

	while (db_step(st))
		may &= strcmp(db_text(st, 0), name) == 0 ||
		    is_listed(r, db_text(st, 0));
	return db_done(st) == 0 && may;
}

/* Add the tables that may come next: how many. */
static size_t
add_next(struct reader *r)
{
	struct db_stmt *st = db_query(r->db, sql[STMT_TABLES], "");
	struct schema_table *t;
	size_t before = r->n;

	while (db_step(st)) {
		if (is_listed(r, db_text(st, 0)) ||
		    !may_follow(r, db_text(st, 0)))
			continue;
		t = &r->table[r->n++];
		t->name = arena_strdup(r->arena, db_text(st, 0));
		read_columns(r, t);
	}
	return db_done(st) == 0 ? r->n - before : 0;
}

int
schema_table_list(struct arena *arena, int count, struct schema_table **list,
    char *why, size_t whysize)
{
	struct reader r = { .arena = arena };
	size_t all;

	r.db = db_open_schema(":memory:", DB_CREATE, db_schema, count, why,
	    whysize);
	if (r.db == NULL)
		return -1;
	all = (size_t)number(db_query(r.db, sql[STMT_COUNT], ""));
	*list = r.table = arena_alloc(arena, (all + 1) * sizeof(*r.table));
	while (r.n < all && add_next(&r) > 0)
		;
	if (r.n < all)
		snprintf(why, whysize, "the tables cannot be put in an order");
	db_close(r.db);
	return r.n == all ? (int)r.n : -1;
}
