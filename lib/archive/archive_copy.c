/*
 * archive_copy.c - an office's database copied into another.
 *
 * A row that names another of its own table may come before that one: such
 * columns are filled when the table is whole.  The texts of the statements are
 * made from the schema, which is the program's own: nothing of an office is in
 * them.
 */
#include "archive/archive_copy.h"

#include <sys/file.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "archive/archive_copy_files.h"
#include "base/arena.h"
#include "store/engine.h"
#include "store/installation.h"
#include "store/migrate.h"
#include "store/schema_table.h"

#define BATCH		500	/* rows of one transaction */
#define DIGEST		(2 * crypto_hash_sha256_BYTES + 1)

enum stmt {
	STMT_EVENTS,
	STMT_FORGET,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_EVENTS] =
		"SELECT count(*) FROM events",
	[STMT_FORGET] =
		"DELETE FROM installation WHERE name = $1",
};

struct run {
	struct archive_copy	*c;
	struct arena		*arena;	/* of the whole run */
	struct db		*from, *to;
	struct schema_table	*table;
	int			 n;
	char			 key[65];	/* tells the office */
	int			 folder;	/* of the office, locked */
	int			 whole;	/* it was copied before: compare */
};

/* Rows on their way, all of one table. */
struct batch {
	struct run		*run;
	const struct schema_table *table;
	const char		*insert;
	struct arena		*arena;
	struct db_value		*value;
	size_t			 rows;
};

__attribute__((format(printf, 2, 3))) static int
fail(struct run *r, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(r->c->why, sizeof(r->c->why), fmt, ap);
	va_end(ap);
	return -1;
}

static int
failed(struct run *r, const char *path, struct db *db)
{
	return fail(r, "%s: %s", path, db_error(db));
}

/* The other database is not ours to fill. */
static int
occupied(struct run *r)
{
	return fail(r, "%s: sudah berisi kantor; beri basis data yang kosong",
	    r->c->to);
}

/* -- digests --------------------------------------------------------------- */

/* Each value with its length, so that no two rows write the same bytes. */
static void
digest_value(crypto_hash_sha256_state *sha, struct db_stmt *st, int col)
{
	const char *text = db_text(st, col);
	char head[32];

	snprintf(head, sizeof(head), db_null(st, col) ? "-" : "%zu:",
	    strlen(text));
	crypto_hash_sha256_update(sha, (const unsigned char *)head,
	    strlen(head));
	crypto_hash_sha256_update(sha, (const unsigned char *)text,
	    strlen(text));
}

static void
digest_row(crypto_hash_sha256_state *sha, struct db_stmt *st, size_t columns)
{
	for (size_t i = 0; i < columns; i++)
		digest_value(sha, st, (int)i);
}

static void
digest_end(crypto_hash_sha256_state *sha, char hex[DIGEST])
{
	unsigned char sum[crypto_hash_sha256_BYTES];

	crypto_hash_sha256_final(sha, sum);
	sodium_bin2hex(hex, DIGEST, sum, sizeof(sum));
}

/* -- one table ------------------------------------------------------------- */

static const char *
all_rows(struct run *r, const struct schema_table *t)
{
	return arena_printf(r->arena, "SELECT %s FROM %s ORDER BY %s",
	    t->columns, t->name, t->keys);
}

static const char *
insert_row(struct run *r, const struct schema_table *t)
{
	const char *places = "$1";

	for (size_t i = 2; i <= t->n; i++)
		arena_append(r->arena, &places, ", $%zu", i);
	return arena_printf(r->arena, "INSERT INTO %s (%s) VALUES (%s)",
	    t->name, t->columns, places);
}

/* How many rows the table has, or -1. */
static int64_t
count_rows(struct run *r, struct db *db, const struct schema_table *t)
{
	struct db_stmt *st = db_query(db, arena_printf(r->arena,
	    "SELECT count(*) FROM %s", t->name), "");
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	return db_done(st) == 0 ? n : -1;
}

static int
insert_batch(struct db *db, void *arg)
{
	const struct batch *b = arg;
	const size_t n = b->table->n;

	for (size_t i = 0; i < b->rows; i++)
		db_done(db_query_values(db, b->insert, b->value + i * n, n));
	return 0;
}

/* Write what is gathered: 0, or -1. */
static int
flush(struct batch *b)
{
	struct run *r = b->run;
	int rc = db_tx(r->to, insert_batch, b);

	r->c->added += (int64_t)b->rows;
	b->rows = 0;
	arena_free(b->arena);
	b->arena = arena_new();
	return rc == 0 ? 0 : failed(r, r->c->to, r->to);
}

static void
gather(struct batch *b, struct db_stmt *st)
{
	const struct schema_table *t = b->table;
	struct db_value *v = b->value + b->rows++ * t->n;

	memset(v, 0, t->n * sizeof(*v));
	for (size_t i = 0; i < t->n; i++) {
		v[i].null = t->column[i].self || db_null(st, (int)i);
		if (t->column[i].number)
			v[i].num = db_int(st, (int)i);
		else
			v[i].text = arena_strdup(b->arena,
			    db_text(st, (int)i));
	}
}

/* Copy what is not there: all but the first `there` rows.  0, or -1. */
static int
copy_rows(struct batch *b, int64_t there, int64_t all, char hex[DIGEST])
{
	struct run *r = b->run;
	const struct schema_table *t = b->table;
	struct db_stmt *st = db_scan(r->from, all_rows(r, t), "");
	crypto_hash_sha256_state sha;
	int64_t done = 0;
	int rc = 0;

	crypto_hash_sha256_init(&sha);
	while (rc == 0 && db_step(st)) {
		digest_row(&sha, st, t->n);
		if (done++ < there)
			continue;
		gather(b, st);
		if (b->rows < BATCH)
			continue;
		rc = flush(b);
		if (r->c->progress != NULL)
			r->c->progress(r->c->arg, t->name, done, all);
	}
	digest_end(&sha, hex);
	r->c->rows += done;
	if (db_done(st) != 0 && rc == 0)
		return failed(r, r->c->from, r->from);
	if (rc == 0 && b->rows > 0)
		rc = flush(b);
	if (r->c->progress != NULL)
		r->c->progress(r->c->arg, t->name, done, all);
	return rc;
}

/* -- rows that name each other --------------------------------------------- */

struct link {
	struct run		*run;
	const struct schema_table *table;
	const struct schema_column *column;
};

/* Such tables have one key, a number. */
static int
link_rows(struct db *db, void *arg)
{
	const struct link *l = arg;
	struct run *r = l->run;
	const char *set = arena_printf(r->arena, "UPDATE %s SET %s = $1"
	    " WHERE %s = $2", l->table->name, l->column->name, l->table->keys);
	struct db_stmt *st = db_scan(r->from, arena_printf(r->arena, "SELECT"
	    " %s, %s FROM %s WHERE %s IS NOT NULL", l->column->name,
	    l->table->keys, l->table->name, l->column->name), "");

	while (db_step(st))
		db_run(db, set, "ii", db_int(st, 0), db_int(st, 1));
	return db_done(st) == 0 ? 0 : 1;
}

static int
link_table(struct run *r, const struct schema_table *t)
{
	struct link l = { r, t, NULL };
	int rc = 0;

	for (size_t i = 0; i < t->n && rc == 0; i++)
		if (t->column[i].self) {
			l.column = &t->column[i];
			rc = db_tx(r->to, link_rows, &l);
		}
	return rc == 0 ? 0 : rc > 0 ? failed(r, r->c->from, r->from) :
	    failed(r, r->c->to, r->to);
}

/* -- comparing ------------------------------------------------------------- */

static int
compare(struct run *r, const struct schema_table *t, const char *want)
{
	struct db_stmt *st = db_scan(r->to, all_rows(r, t), "");
	crypto_hash_sha256_state sha;
	char hex[DIGEST];

	crypto_hash_sha256_init(&sha);
	while (db_step(st))
		digest_row(&sha, st, t->n);
	digest_end(&sha, hex);
	if (db_done(st) != 0)
		return failed(r, r->c->to, r->to);
	if (strcmp(hex, want) == 0)
		return 0;
	if (r->whole)
		return occupied(r);
	return fail(r, "tabel %s: salinannya bukan aslinya, karena kantor ini "
	    "berubah sejak penyalinan dimulai; hapus %s, lalu mulai lagi",
	    t->name, r->c->to);
}

static int
copy_table(struct run *r, const struct schema_table *t)
{
	struct batch b = { .run = r, .table = t, .insert = insert_row(r, t),
		.arena = arena_new(), .value = arena_alloc(r->arena,
		    BATCH * t->n * sizeof(struct db_value)) };
	int64_t all = count_rows(r, r->from, t);
	int64_t there = r->whole ? all : count_rows(r, r->to, t);
	char hex[DIGEST];
	int rc;

	if (all < 0)
		rc = failed(r, r->c->from, r->from);
	else if (there < 0)
		rc = failed(r, r->c->to, r->to);
	else
		rc = copy_rows(&b, there, all, hex);
	arena_free(b.arena);
	if (rc == 0 && !r->whole)
		rc = link_table(r, t);
	if (rc == 0)
		rc = compare(r, t, hex);
	r->c->tables += rc == 0;
	return rc;
}

/* -- the whole ------------------------------------------------------------- */

/* Both ends have tables of their own: what tells of themselves, and of the
 * files that each keeps. */
static int
is_own(const struct schema_table *t)
{
	return strcmp(t->name, "installation") == 0 ||
	    strncmp(t->name, "file_", 5) == 0;
}

static int64_t
count_events(struct db *db)
{
	struct db_stmt *st = db_query(db, sql[STMT_EVENTS], "");
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	return db_done(st) == 0 ? n : -1;
}

/* All tables, at one instant of the office. */
static int
copy_tables(struct db *db, void *arg)
{
	struct run *r = arg;
	int rc = 0;

	r->c->tables = 0;
	r->c->rows = 0;
	for (int i = 0; i < r->n && rc == 0; i++)
		if (!is_own(&r->table[i]))
			rc = copy_table(r, &r->table[i]);
	if (rc == 0 && !r->c->live)
		rc = archive_copy_files(r->c, db, r->to);
	return rc == 0 ? 0 : 1;
}

/* Is the other database empty, or of a copy of this office?  Then it says
 * whose, until it is whole. */
static int
begin(struct run *r)
{
	char copying[65] = "", key[65] = "";
	int rc = installation_get(r->to, INSTALLATION_COPYING, copying,
	    sizeof(copying));

	if (rc == 0 && installation_get(r->to, INSTALLATION_KEY_CHECK, key,
	    sizeof(key)) == 1 && strcmp(key, r->key) == 0) {
		r->whole = 1;
		return 0;
	}
	if (rc == 0 && count_events(r->to) != 0)
		return occupied(r);
	if (rc == 1 && strcmp(copying, r->key) != 0)
		return fail(r, "%s: berisi salinan kantor lain yang belum "
		    "selesai; beri basis data yang kosong", r->c->to);
	if (rc == 0)
		rc = installation_put(r->to, INSTALLATION_COPYING, r->key);
	return rc < 0 ? failed(r, r->c->to, r->to) : 0;
}

/* The folder of an office in a file: 0, or -1. */
static int
lock_folder(struct run *r)
{
	const char *slash = strrchr(r->c->from, '/');
	char dir[PATH_MAX] = ".";

	if (slash != NULL)
		snprintf(dir, sizeof(dir), "%.*s", (int)(slash + 1 -
		    r->c->from), r->c->from);
	r->folder = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (r->folder != -1 && flock(r->folder, LOCK_EX | LOCK_NB) == 0)
		return 0;
	return errno != EWOULDBLOCK ? fail(r, "%s: %s", dir, strerror(errno)) :
	    fail(r, "kantor ini sedang dipakai. Hentikan semua programnya "
	    "dahulu (\"systemctl stop sopap.target\")");
}

/* No program may have the office open while it moves. */
static int
lock_office(struct run *r)
{
	if (r->c->live)
		return 0;
	if (!db_is_server(r->c->from))
		return lock_folder(r);
	return db_claim(r->from) == 0 ? 0 : fail(r, "%s", db_error(r->from));
}

/* It is an office now. */
static int
end(struct db *db, void *arg)
{
	struct run *r = arg;
	char release[65];

	if (installation_get(r->from, "release", release,
	    sizeof(release)) == 1)
		installation_put(db, "release", release);
	installation_put(db, INSTALLATION_KEY_CHECK, r->key);
	db_run(db, sql[STMT_FORGET], "t", INSTALLATION_COPYING);
	return 0;
}

static int
copy(struct run *r)
{
	int rc;

	r->n = schema_table_list(r->arena, db_version(r->from), &r->table,
	    r->c->why, sizeof(r->c->why));
	if (r->n < 0)
		return -1;
	if (installation_get(r->from, INSTALLATION_KEY_CHECK, r->key,
	    sizeof(r->key)) != 1)
		return fail(r, "%s: belum ada kantor di sini "
		    "(\"sopap init\")", r->c->from);
	if (lock_office(r) != 0 || begin(r) != 0)
		return -1;
	rc = db_tx(r->from, copy_tables, r);
	if (rc != 0)
		return r->c->why[0] != '\0' ? -1 :
		    failed(r, r->c->from, r->from);
	return r->whole || db_tx(r->to, end, r) == 0 ? 0 :
	    failed(r, r->c->to, r->to);
}

/* Both ends have the schema that the office has: 0, or -1. */
static int
open_both(struct run *r)
{
	struct archive_copy *c = r->c;
	enum db_schema_state state;

	r->from = db_open(c->from, DB_OLD, c->why, sizeof(c->why));
	if (r->from == NULL)
		return -1;
	state = db_schema_state(r->from, db_schema, db_schema_count);
	if (state != DB_SCHEMA_CURRENT && state != DB_SCHEMA_OLDER)
		return fail(r, "%s: skema ini bukan dari rilis sopap dan "
		    "tidak dapat disalin", c->from);
	r->to = db_open_schema(c->to, DB_CREATE, db_schema,
	    db_version(r->from), c->why, sizeof(c->why));
	return r->to != NULL ? 0 : -1;
}

int
archive_copy(struct archive_copy *c)
{
	struct run r = { .c = c, .arena = arena_new(), .folder = -1 };
	int rc = -1;

	c->why[0] = '\0';
	if (open_both(&r) == 0)
		rc = copy(&r);
	if (rc == 0 && db_checkpoint(r.to) != 0)
		rc = failed(&r, c->to, r.to);
	db_close(r.from);
	db_close(r.to);
	if (r.folder != -1)
		close(r.folder);
	arena_free(r.arena);
	return rc;
}
