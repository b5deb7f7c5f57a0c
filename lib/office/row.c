/*
 * row.c - reading one row, or all rows, of a statement into structs.
 */
#include "office/row.h"

#include <stdlib.h>
#include <string.h>

static void
read_member(struct db_stmt *st, int col, const struct row_member *m, void *to)
{
	switch (m->type) {
	case ROW_INT64:
		*(int64_t *)to = db_int(st, col);
		break;
	case ROW_INT:
		*(int *)to = (int)db_int(st, col);
		break;
	case ROW_TEXT:
		db_copy(st, col, to, m->size);
		break;
	case ROW_ENUM:
		*(int *)to = m->from(db_text(st, col));
		break;
	}
}

void
row_read(struct db_stmt *st, const struct row_kind *kind, void *row)
{
	const struct row_member *m = kind->member;
	int col;

	memset(row, 0, kind->size);
	for (col = 0; m != NULL && m->size != 0; m++, col++)
		read_member(st, col, m, (char *)row + m->offset);
	if (kind->read != NULL)
		kind->read(st, row);
}

enum case_err
row_one(struct office *o, struct db_stmt *st, const struct row_kind *kind,
    void *row)
{
	int rc, found = db_step(st);

	if (found)
		row_read(st, kind, row);
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
		row_read(st, kind, *list + *count * kind->size);
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

struct id {
	int64_t	id;
};
static const struct row_kind ids = ROW_KIND(struct id, "",
    ROW_MEMBER(struct id, id));

enum case_err
row_ids(struct office *o, struct db_stmt *st, int64_t **list, size_t *count)
{
	return row_all(o, st, &ids, list, count);
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
