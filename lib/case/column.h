/*
 * column.h - the columns of cases and tasks: one list of each serves reading,
 * writing, the effects kept in events, and the comparison of a rebuild.
 */
#pragma once

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>

#include "store/db.h"

enum column_type {
	COLUMN_INT,
	COLUMN_ID,		/* 0 in the struct is SQL NULL */
	COLUMN_TEXT
};

struct column {
	const char		*name;
	enum column_type	 type;
	size_t			 offset, size;
	int			 personal; /* in the payload, not the effect */
};

/*
 * The columns of cases and of tasks, once each: number of the parameter,
 * type, name of the column and the member, and whether it is personal.  KEY is
 * called for the key, FIRST for the column after it, REST for all others; `arg`
 * is passed on.  SELECT, INSERT and UPDATE, the tables below and their counts
 * are made of these lists by the compiler.  A new column is written at the end
 * of a list, in struct case_row or task_row, and in lib/store/schema.
 */
#define CASE_LIST(KEY, FIRST, REST, arg) \
	KEY(arg, 1, INT, id, 0) \
	FIRST(arg, 2, TEXT, number, 0) \
	REST(arg, 3, INT, unit_id, 0) \
	REST(arg, 4, INT, version_id, 0) \
	REST(arg, 5, INT, evaluation, 0) \
	REST(arg, 6, TEXT, period, 0) \
	REST(arg, 7, TEXT, subject, 1) \
	REST(arg, 8, ID, applicant_id, 0) \
	REST(arg, 9, TEXT, applicant, 1) \
	REST(arg, 10, TEXT, phone, 1) \
	REST(arg, 11, TEXT, email, 1) \
	REST(arg, 12, ID, institution_id, 0) \
	REST(arg, 13, ID, officer_id, 0) \
	REST(arg, 14, TEXT, code_hash, 0) \
	REST(arg, 15, TEXT, state, 0) \
	REST(arg, 16, TEXT, result, 0) \
	REST(arg, 17, INT, refused, 0) \
	REST(arg, 18, INT, end_pos, 0) \
	REST(arg, 19, INT, seq, 0) \
	REST(arg, 20, INT, opened_at, 0) \
	REST(arg, 21, ID, ended_at, 0) \
	REST(arg, 22, ID, promise_from, 0) \
	REST(arg, 23, ID, promise_to, 0) \
	REST(arg, 24, INT, own, 0) \
	REST(arg, 25, INT, queue, 0) \
	REST(arg, 26, INT, outside, 0) \
	REST(arg, 27, INT, waiting, 0) \
	REST(arg, 28, INT, closed, 0) \
	REST(arg, 29, TEXT, institution, 1) \
	REST(arg, 30, TEXT, language, 0) \
	REST(arg, 31, ID, parent_id, 0)
#define TASK_LIST(KEY, FIRST, REST, arg) \
	KEY(arg, 1, INT, id, 0) \
	FIRST(arg, 2, INT, case_id, 0) \
	REST(arg, 3, INT, version_id, 0) \
	REST(arg, 4, INT, pos, 0) \
	REST(arg, 5, INT, visit, 0) \
	REST(arg, 6, TEXT, kind, 0) \
	REST(arg, 7, INT, side, 0) \
	REST(arg, 8, TEXT, performer, 0) \
	REST(arg, 9, INT, external, 0) \
	REST(arg, 10, ID, assignee_id, 0) \
	REST(arg, 11, ID, institution_id, 0) \
	REST(arg, 12, INT, open, 0) \
	REST(arg, 13, TEXT, phase, 0) \
	REST(arg, 14, INT, awaited, 0) \
	REST(arg, 15, INT, version, 0) \
	REST(arg, 16, INT, opened_at, 0) \
	REST(arg, 17, ID, received_at, 0) \
	REST(arg, 18, ID, claimed_at, 0) \
	REST(arg, 19, ID, claimed_by, 0) \
	REST(arg, 20, ID, closed_at, 0) \
	REST(arg, 21, ID, recorded_at, 0) \
	REST(arg, 22, ID, closed_by, 0) \
	REST(arg, 23, TEXT, outcome, 0) \
	REST(arg, 24, INT, return_pos, 0) \
	REST(arg, 25, TEXT, verdict, 0) \
	REST(arg, 26, INT, min, 0) \
	REST(arg, 27, INT, max, 0) \
	REST(arg, 28, TEXT, unit, 0) \
	REST(arg, 29, TEXT, measure, 0) \
	REST(arg, 30, ID, min_at, 0) \
	REST(arg, 31, ID, due_at, 0) \
	REST(arg, 32, INT, queue_max, 0) \
	REST(arg, 33, INT, moved, 0) \
	REST(arg, 34, INT, calendar_id, 0) \
	REST(arg, 35, TEXT, late_reason, 0) \
	REST(arg, 36, INT, late_entry, 0) \
	REST(arg, 37, INT, own_approval, 0) \
	REST(arg, 38, INT, own, 0) \
	REST(arg, 39, INT, queue, 0) \
	REST(arg, 40, INT, outside, 0) \
	REST(arg, 41, INT, waiting, 0) \
	REST(arg, 42, INT, closed, 0) \
	REST(arg, 43, INT, joint, 0) \
	REST(arg, 44, INT, lent, 0) \
	REST(arg, 45, INT, unproved, 0) \
	REST(arg, 46, ID, unit_id, 0)

#define COLUMN_AT(arg, n, type, m, personal) arg##_AT_##m,
enum { CASE_LIST(COLUMN_AT, COLUMN_AT, COLUMN_AT, CASE) CASE_NCOLUMNS };
enum { TASK_LIST(COLUMN_AT, COLUMN_AT, COLUMN_AT, TASK) TASK_NCOLUMNS };
#undef COLUMN_AT

/* Their order in the tables is that of the lists; ended by a NULL name. */
extern const struct column case_columns[];
extern const struct column task_columns[];

/* "c.id, c.number, ..." of `cases c`, "t.id, t.case_id, ..." of `tasks t`. */
#define COLUMN_KEY(alias, n, type, m, personal) alias #m
#define COLUMN_NEXT(alias, n, type, m, personal) ", " alias #m
#define CASE_COLUMNS CASE_LIST(COLUMN_KEY, COLUMN_NEXT, COLUMN_NEXT, "c.")
#define TASK_COLUMNS TASK_LIST(COLUMN_KEY, COLUMN_NEXT, COLUMN_NEXT, "t.")

/* Statements that write a whole row, with all columns as $1 .. $n. */
#define COLUMN_KEY_VALUE(arg, n, type, m, personal) "$" #n
#define COLUMN_NEXT_VALUE(arg, n, type, m, personal) ", $" #n
#define COLUMN_NONE(arg, n, type, m, personal)
#define COLUMN_SET(arg, n, type, m, personal) #m " = $" #n
#define COLUMN_NEXT_SET(arg, n, type, m, personal) ", " #m " = $" #n
#define COLUMN_INSERT(table, LIST) \
	"INSERT INTO " table \
	" (" LIST(COLUMN_KEY, COLUMN_NEXT, COLUMN_NEXT, "") ") VALUES (" \
	LIST(COLUMN_KEY_VALUE, COLUMN_NEXT_VALUE, COLUMN_NEXT_VALUE, ) ")"
#define COLUMN_UPDATE(table, LIST) \
	"UPDATE " table " SET " LIST(COLUMN_NONE, COLUMN_SET, \
	    COLUMN_NEXT_SET, ) " WHERE id = $1"

/*
 * A part of the columns, as a list of (number of the parameter, name) from 2 on
 * in the order of the whole list; $1 is the key.  The statement that writes
 * them, and the set of them and the key as columns_changed() has it.
 */
#define COLUMN_PART_SET(arg, n, m) #m " = $" #n
#define COLUMN_PART_NEXT_SET(arg, n, m) ", " #m " = $" #n
#define COLUMN_PART_BIT(arg, n, m) | UINT64_C(1) << arg##_AT_##m
#define COLUMN_PART_UPDATE(table, PART) \
	"UPDATE " table " SET " PART(COLUMN_PART_SET, COLUMN_PART_NEXT_SET, ) \
	" WHERE id = $1"
#define COLUMN_PART_SET_OF(row, PART) \
	(UINT64_C(1) PART(COLUMN_PART_BIT, COLUMN_PART_BIT, row))

/* Read a row whose columns begin at `first` of the statement. */
void	 columns_read(const struct column *, struct db_stmt *, int first,
	    void *row);
/* All columns as values for $1 .. $n; returns n. */
size_t	 columns_values(const struct column *, const void *row,
	    struct db_value *);

/* Is the column alike in both rows? */
int	 column_same(const struct column *, const void *a, const void *b);
/* The set of columns that differ: bit n is the column n of the list. */
uint64_t columns_changed(const struct column *, const void *was,
	    const void *now);
/* Columns of `now` that differ from `was`, by name, into an object: those
 * that are personal, or those that are not.  0, or -1 for a text that is no
 * UTF-8 or when out of memory. */
int	 columns_diff(const struct column *, const void *was, const void *now,
	    int personal, json_t *object);
/* Set the columns an object names. */
void	 columns_apply(const struct column *, const json_t *object, void *row);
