/* stored_file.c - what names a stored file. */
#include "office/stored_file.h"

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

#define MEMBER(m) ROW_MEMBER(struct stored_file, m)
static const struct row_kind rows = ROW_KIND(struct stored_file, "",
    MEMBER(sha256));

/* Add the files of one place to the list. */
static enum case_err
add_place(struct office *o, const char *query, struct stored_file **list,
    size_t *count)
{
	struct stored_file *more, *all;
	size_t n;
	enum case_err err = row_all(o, db_query(office_db(o), query, ""),
	    &rows, &more, &n);

	if (err != CASE_OK || n == 0)
		return err;
	all = realloc(*list, (*count + n) * sizeof(*all));
	if (all == NULL) {
		free(more);
		return office_fail(o, CASE_DB, "", "out of memory");
	}
	memcpy(all + *count, more, n * sizeof(*all));
	free(more);
	*list = all;
	*count += n;
	return CASE_OK;
}

static int
by_hash(const void *a, const void *b)
{
	return memcmp(a, b, sizeof(struct stored_file));
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
	enum case_err err = CASE_OK;

	*list = NULL;
	*count = 0;
	for (size_t i = 0; i < PLACES && err == CASE_OK; i++)
		if (db_has_table(office_db(o), places[i].table))
			err = add_place(o, places[i].list, list, count);
	if (err != CASE_OK) {
		free(*list);
		*list = NULL;
		return err;
	}
	if (*count > 0)
		qsort(*list, *count, sizeof(**list), by_hash);
	*count = unique(*list, *count);
	return CASE_OK;
}
