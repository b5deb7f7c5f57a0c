/* stored_file.c - what names a stored file, and which are damaged. */
#include "office/stored_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/row.h"

/* Each place that names files; a schema may be older than a place. */
static const struct {
	const char	*table;
	const char	*list;
	const char	*find;
} places[] = {
	{ "documents",
	    "SELECT DISTINCT sha256 FROM documents ORDER BY sha256",
	    "SELECT 1 FROM documents WHERE sha256 = $1 LIMIT 1" },
	{ "activities",
	    "SELECT DISTINCT sha256 FROM activities ORDER BY sha256",
	    "SELECT 1 FROM activities WHERE sha256 = $1 LIMIT 1" },
	{ "sop_papers",
	    "SELECT DISTINCT sha256 FROM sop_papers ORDER BY sha256",
	    "SELECT 1 FROM sop_papers WHERE sha256 = $1 LIMIT 1" },
	{ "draft_files",
	    "SELECT DISTINCT sha256 FROM draft_files ORDER BY sha256",
	    "SELECT 1 FROM draft_files WHERE sha256 = $1 LIMIT 1" },
	{ "message_files",
	    "SELECT DISTINCT f.sha256 FROM message_files f"
	    "  JOIN messages m ON m.id = f.message_id"
	    " WHERE m.state = 'queued' ORDER BY f.sha256",
	    "SELECT 1 FROM message_files f"
	    "  JOIN messages m ON m.id = f.message_id"
	    " WHERE f.sha256 = $1 AND m.state = 'queued' LIMIT 1" },
};

enum stmt {
	STMT_NOTE,
	STMT_LIST,
	STMT_FORGET,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_NOTE] =
		"INSERT INTO damages (sha256, state, since)"
		" VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING",
	[STMT_LIST] =
		"SELECT g.sha256, g.state, g.since, coalesce(d.name, ''),"
		" coalesce(d.case_id, 0) FROM damages g"
		"  LEFT JOIN documents d ON d.id = (SELECT max(x.id)"
		"    FROM documents x WHERE x.sha256 = g.sha256)"
		" ORDER BY g.since, g.sha256",
	[STMT_FORGET] = (
		"DELETE FROM damages WHERE sha256 = $1"),
};

#define PLACES	(sizeof(places) / sizeof(places[0]))

int
stored_file_named(struct office *o, const char *sha256)
{
	struct db_stmt *st;
	int found = 0;

	for (size_t i = 0; i < PLACES && found == 0; i++) {
		st = db_query(office_db(o), places[i].find, "t", sha256);
		found = db_step(st);
		if (db_done(st) != 0)
			return -1;
	}
	return found;
}

int
stored_file_each(struct db *db, int (*fn)(void *, const char *), void *arg)
{
	struct db_stmt *st;
	int rc = 0;

	for (size_t i = 0; i < PLACES && rc == 0; i++) {
		if (!db_has_table(db, places[i].table))
			continue;
		st = db_scan(db, places[i].list, "");
		while (rc == 0 && db_step(st))
			rc = fn(arg, db_text(st, 0));
		if (db_done(st) != 0)
			rc = -1;
	}
	return rc;
}

struct listing {
	struct stored_file	*list;
	size_t			 n, room;
};

static int
add_file(void *arg, const char *sha256)
{
	struct listing *l = arg;
	struct stored_file *more;

	if (l->n == l->room) {
		l->room = l->room * 2 + 64;
		more = realloc(l->list, l->room * sizeof(*more));
		if (more == NULL)
			return 1;
		l->list = more;
	}
	snprintf(l->list[l->n++].sha256, FILES_HASH_SIZE, "%s", sha256);
	return 0;
}

static int
by_hash(const void *a, const void *b)
{
	return strcmp(((const struct stored_file *)a)->sha256,
	    ((const struct stored_file *)b)->sha256);
}

/* The sorted list without what stands in it twice: its new length. */
static size_t
unique(struct stored_file *list, size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		if (n == 0 || by_hash(&list[n - 1], &list[i]) != 0)
			list[n++] = list[i];
	return n;
}

enum case_err
stored_file_list(struct office *o, struct stored_file **list, size_t *count)
{
	struct listing l = { 0 };
	int rc = stored_file_each(office_db(o), add_file, &l);

	*list = NULL;
	*count = 0;
	if (rc != 0) {
		free(l.list);
		return office_fail(o, CASE_DB, "", "%s", rc > 0 ?
		    "out of memory" : db_error(office_db(o)));
	}
	if (l.n > 0)
		qsort(l.list, l.n, sizeof(*l.list), by_hash);
	*list = l.list;
	*count = unique(l.list, l.n);
	return CASE_OK;
}

#define MEMBER(m) ROW_MEMBER(struct stored_file, m)
static const struct row_kind rows = ROW_KIND(struct stored_file, "",
    MEMBER(sha256));

enum case_err
stored_file_forget(struct office *o, const char *query, const char *forget)
{
	struct stored_file *list;
	size_t n;
	int rc = 0;
	enum case_err err = row_all(o, db_query(office_db(o), query, ""),
	    &rows, &list, &n);

	if (err != CASE_OK)
		return err;
	for (size_t i = 0; i < n && rc >= 0; i++)
		if (files_is_gone(office_files(o), list[i].sha256))
			rc = db_run(office_db(o), forget, "t",
			    list[i].sha256);
	free(list);
	return rc < 0 ? office_err_tx(o, rc) : CASE_OK;
}

/* -- damages -------------------------------------------------------------- */

#undef MEMBER
#define MEMBER(m) ROW_MEMBER(struct stored_damage, m)
static const struct row_kind damages = ROW_KIND(struct stored_damage, "",
    MEMBER(sha256), MEMBER(state), MEMBER(since), MEMBER(name),
    MEMBER(case_id));

enum case_err
stored_file_damage_note(struct office *o, const char *sha256,
    enum files_state state, int64_t now)
{
	int rc = db_run(office_db(o), sql[STMT_NOTE], "tti", sha256,
	    state == FILES_ALTERED ? "altered" : "missing", now);

	if (rc < 0)
		return office_err_tx(o, rc);
	return rc > 0 ? CASE_OK : CASE_REPEATED;
}

enum case_err
stored_file_damage_list(struct office *o, struct stored_damage **list,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], ""),
	    &damages, list, count);
}

enum case_err
stored_file_damage_mend(struct office *o)
{
	struct stored_damage *list;
	enum case_err err;
	size_t n;
	int rc = 0;

	if ((err = stored_file_damage_list(o, &list, &n)) != CASE_OK)
		return err;
	for (size_t i = 0; i < n && rc >= 0; i++)
		if (files_look(office_files(o), list[i].sha256, NULL) ==
		    FILES_GOOD)
			rc = db_run(office_db(o), sql[STMT_FORGET], "t",
			    list[i].sha256);
	free(list);
	return rc < 0 ? office_err_tx(o, rc) : CASE_OK;
}
