/*
 * column.c - moving rows between structs, statements and JSON by table.
 */
#include "case/column.h"

#include <stdio.h>
#include <string.h>

#include "case/case.h"

/* A column of a struct; its number is that of its place in the list. */
#define COLUMN(row, n, type, m, personal) \
	{ #m, COLUMN_##type, offsetof(struct row, m), \
	    sizeof(((struct row *)0)->m), personal },
#define PLACED(row, n, type, m, personal) \
	_Static_assert(row##_AT_##m == (n) - 1, #m " has another number");

const struct column case_columns[] = {
	CASE_LIST(COLUMN, COLUMN, COLUMN, case_row)
	{ NULL, COLUMN_INT, 0, 0, 0 }
};
CASE_LIST(PLACED, PLACED, PLACED, CASE)

const struct column task_columns[] = {
	TASK_LIST(COLUMN, COLUMN, COLUMN, task_row)
	{ NULL, COLUMN_INT, 0, 0, 0 }
};
TASK_LIST(PLACED, PLACED, PLACED, TASK)

_Static_assert(CASE_NCOLUMNS <= 64 && TASK_NCOLUMNS <= 64,
    "a set of columns is a number of 64 bits");

static int64_t
get_int(const struct column *c, const void *row)
{
	int64_t v;

	memcpy(&v, (const char *)row + c->offset, sizeof(v));
	return v;
}

static const char *
get_text(const struct column *c, const void *row)
{
	return (const char *)row + c->offset;
}

static void
set_int(const struct column *c, void *row, int64_t v)
{
	memcpy((char *)row + c->offset, &v, sizeof(v));
}

void
columns_read(const struct column *c, struct db_stmt *st, int first, void *row)
{
	for (; c->name != NULL; c++, first++)
		if (c->type == COLUMN_TEXT)
			db_copy(st, first, (char *)row + c->offset, c->size);
		else
			set_int(c, row, db_int(st, first));
}

size_t
columns_values(const struct column *c, const void *row, struct db_value *v)
{
	size_t n;

	for (n = 0; c->name != NULL; c++, n++) {
		memset(&v[n], 0, sizeof(v[n]));
		if (c->type == COLUMN_TEXT)
			v[n].text = get_text(c, row);
		else
			v[n].num = get_int(c, row);
		v[n].null = c->type == COLUMN_ID && v[n].num == 0;
	}
	return n;
}

int
column_same(const struct column *c, const void *a, const void *b)
{
	if (c->type == COLUMN_TEXT)
		return strcmp(get_text(c, a), get_text(c, b)) == 0;
	return get_int(c, a) == get_int(c, b);
}

uint64_t
columns_changed(const struct column *c, const void *was, const void *now)
{
	uint64_t changed = 0, bit = 1;

	for (; c->name != NULL; c++, bit <<= 1)
		if (!column_same(c, was, now))
			changed |= bit;
	return changed;
}

int
columns_diff(const struct column *c, const void *was, const void *now,
    int personal, json_t *object)
{
	int failed = 0;

	for (; c->name != NULL; c++) {
		if (c->personal != personal || column_same(c, was, now))
			continue;
		failed |= json_object_set_new(object, c->name,
		    c->type == COLUMN_TEXT ? json_string(get_text(c, now)) :
		    json_integer(get_int(c, now)));
	}
	return failed;
}

void
columns_apply(const struct column *c, const json_t *object, void *row)
{
	const json_t *v;

	for (; c->name != NULL; c++) {
		if ((v = json_object_get(object, c->name)) == NULL)
			continue;
		if (c->type == COLUMN_TEXT)
			snprintf((char *)row + c->offset, c->size, "%s",
			    json_is_string(v) ? json_string_value(v) : "");
		else
			set_int(c, row, json_integer_value(v));
	}
}
