/*
 * row.c - reading one row, or all rows, of a statement into structs.
 */
#include "office/row.h"

#include <stdlib.h>
#include <string.h>

enum case_err
row_one(struct office *o, struct db_stmt *st, const struct row_kind *kind,
    void *row)
{
	int rc, found = db_step(st);

	if (found) {
		memset(row, 0, kind->size);
		kind->read(st, row);
	}
	if ((rc = db_done(st)) != 0)
		return office_err_tx(o, rc);
	if (!found)
		return office_fail(o, CASE_NOT_FOUND, "", "%s", kind->missing);
	return CASE_OK;
}

/* Read into a list that grows by doubling: 0, or -1 when out of memory. */
static int
read_all(struct db_stmt *st, const struct row_kind *kind, char **list,
    size_t *count)
{
	size_t room = 0;
	char *more;

	for (*count = 0; db_step(st); (*count)++) {
		if (*count == room) {
			room = room == 0 ? 8 : 2 * room;
			more = realloc(*list, room * kind->size);
			if (more == NULL)
				return -1;
			*list = more;
		}
		memset(*list + *count * kind->size, 0, kind->size);
		kind->read(st, *list + *count * kind->size);
	}
	return 0;
}

enum case_err
row_all(struct office *o, struct db_stmt *st, const struct row_kind *kind,
    void *rows, size_t *count)
{
	char *list = NULL;
	size_t n;
	int rc, full;

	full = read_all(st, kind, &list, &n);
	if ((rc = db_done(st)) != 0 || full != 0) {
		free(list);
		return office_err_tx(o, rc != 0 ? rc : DB_ERROR);
	}
	memcpy(rows, &list, sizeof(list));
	*count = n;
	return CASE_OK;
}

static void
read_id(struct db_stmt *st, void *row)
{
	*(int64_t *)row = db_int(st, 0);
}

enum case_err
row_ids(struct office *o, struct db_stmt *st, int64_t **ids, size_t *count)
{
	static const struct row_kind kind = { sizeof(**ids), read_id, "" };

	return row_all(o, st, &kind, ids, count);
}

int64_t
row_int(struct db_stmt *st)
{
	int64_t value = db_step(st) ? db_int(st, 0) : 0;

	db_done(st);
	return value;
}

enum case_err
row_number(struct office *o, struct db_stmt *st, int64_t *value)
{
	const int64_t found = db_step(st) ? db_int(st, 0) : 0;
	const int rc = db_done(st);

	if (rc == 0)
		*value = found;
	return office_err_tx(o, rc);
}
