/*
 * column.c - moving rows between structs, statements and JSON by table.
 */
#include "case/column.h"

#include <stdio.h>
#include <string.h>

#include "case/case.h"

#define C_INT(m)  { #m, COLUMN_INT, offsetof(struct case_row, m), 8, 0 }
#define C_ID(m)   { #m, COLUMN_ID, offsetof(struct case_row, m), 8, 0 }
#define C_TEXT(m, p) { #m, COLUMN_TEXT, offsetof(struct case_row, m), \
	sizeof(((struct case_row *)0)->m), p }

const struct column case_columns[] = {
	C_INT(id), C_TEXT(number, 0), C_INT(unit_id), C_INT(version_id),
	C_INT(evaluation), C_TEXT(period, 0), C_TEXT(subject, 1),
	C_ID(applicant_id), C_TEXT(applicant, 1), C_TEXT(phone, 1),
	C_TEXT(email, 1), C_ID(institution_id), C_ID(officer_id),
	C_TEXT(code_hash, 0), C_TEXT(state, 0), C_TEXT(result, 0),
	C_INT(refused), C_INT(end_pos), C_INT(seq), C_INT(opened_at),
	C_ID(ended_at), C_ID(promise_from), C_ID(promise_to), C_INT(own),
	C_INT(queue), C_INT(outside), C_INT(waiting), C_INT(closed),
	{ NULL, COLUMN_INT, 0, 0, 0 }
};

#define T_INT(m)  { #m, COLUMN_INT, offsetof(struct task_row, m), 8, 0 }
#define T_ID(m)   { #m, COLUMN_ID, offsetof(struct task_row, m), 8, 0 }
#define T_TEXT(m) { #m, COLUMN_TEXT, offsetof(struct task_row, m), \
	sizeof(((struct task_row *)0)->m), 0 }

const struct column task_columns[] = {
	T_INT(id), T_INT(case_id), T_INT(version_id), T_INT(pos),
	T_INT(visit), T_TEXT(kind), T_INT(side), T_TEXT(performer),
	T_INT(external), T_ID(assignee_id), T_ID(institution_id),
	T_INT(open), T_TEXT(phase), T_INT(awaited), T_INT(version),
	T_INT(opened_at), T_ID(received_at), T_ID(claimed_at),
	T_ID(claimed_by), T_ID(closed_at), T_ID(recorded_at),
	T_ID(closed_by), T_TEXT(outcome), T_INT(return_pos),
	T_TEXT(verdict), T_INT(min), T_INT(max), T_TEXT(unit),
	T_TEXT(measure), T_ID(min_at), T_ID(due_at), T_INT(queue_max),
	T_INT(moved), T_INT(calendar_id), T_TEXT(late_reason),
	T_INT(late_entry), T_INT(own_approval), T_INT(own), T_INT(queue),
	T_INT(outside), T_INT(waiting), T_INT(closed), T_INT(joint),
	{ NULL, COLUMN_INT, 0, 0, 0 }
};

_Static_assert(sizeof(case_columns) / sizeof(case_columns[0]) ==
    CASE_NCOLUMNS + 1, "case columns");
_Static_assert(sizeof(task_columns) / sizeof(task_columns[0]) ==
    TASK_NCOLUMNS + 1, "task columns");

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
