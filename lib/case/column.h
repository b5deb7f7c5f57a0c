/*
 * column.h - the columns of cases and tasks as tables: one description serves
 * reading, writing, the effects kept in events, and the comparison of a
 * rebuild.  Inside lib/case only.
 */
#ifndef CASE_COLUMN_H
#define CASE_COLUMN_H

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

/* Ended by a NULL name; in the order of the statements below. */
extern const struct column case_columns[];
extern const struct column task_columns[];

/* "id, number, ..." for SELECT. */
#define CASE_COLUMNS \
	"c.id, c.number, c.unit_id, c.version_id, c.evaluation, c.period," \
	" c.subject, c.applicant_id, c.applicant, c.phone, c.email," \
	" c.institution_id, c.officer_id, c.code_hash, c.state, c.result," \
	" c.refused, c.end_pos, c.seq, c.opened_at, c.ended_at," \
	" c.promise_from, c.promise_to, c.own, c.queue, c.outside," \
	" c.waiting, c.closed"
#define CASE_NCOLUMNS 28
#define TASK_COLUMNS \
	"t.id, t.case_id, t.version_id, t.pos, t.visit, t.kind, t.side," \
	" t.performer, t.external, t.assignee_id, t.institution_id, t.open," \
	" t.phase, t.awaited, t.version, t.opened_at, t.received_at," \
	" t.claimed_at, t.claimed_by, t.closed_at, t.recorded_at," \
	" t.closed_by, t.outcome, t.return_pos, t.verdict, t.min, t.max," \
	" t.unit, t.measure, t.min_at, t.due_at, t.queue_max, t.moved," \
	" t.calendar_id, t.late_reason, t.late_entry, t.own_approval," \
	" t.own, t.queue, t.outside, t.waiting, t.closed, t.joint"
#define TASK_NCOLUMNS 43

/* Read a row whose columns begin at `first` of the statement. */
void	 columns_read(const struct column *, struct db_stmt *, int first,
	    void *row);
/* All columns as values for $1 .. $n; returns n. */
size_t	 columns_values(const struct column *, const void *row,
	    struct db_value *);

/* Is the column alike in both rows? */
int	 column_same(const struct column *, const void *a, const void *b);
/* Columns of `now` that differ from `was`, by name, into an object: those
 * that are personal, or those that are not.  0, or -1 for a text that is no
 * UTF-8 or when out of memory. */
int	 columns_diff(const struct column *, const void *was, const void *now,
	    int personal, json_t *object);
/* Set the columns an object names. */
void	 columns_apply(const struct column *, const json_t *object, void *row);

#endif
