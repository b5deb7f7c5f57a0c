/*
 * case_child.h - a case that parts: from a row that says `tiap` (sop.h) on,
 * each person named has a child case under the number of the parent
 * ("K-2026-0412/3").
 *
 * Parent and child are cases like any other, with a history each.  The parent
 * has no task while its children run, and ends with the last of them; what ends
 * the parent ends them.  The parent is counted once, a child by its visits
 * alone.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/case.h"

struct act_work;

/* Open the children of the case, whose event is written: one for each person
 * that a row's `tiap` means, which begins at that row.  CASE_OK; CASE_STATE
 * when it means nobody; CASE_DB. */
int		 case_child_open_all(struct act_work *);

/* The case has just ended: end its children in the same way, or its parent when
 * this was the last child.  CASE_OK, CASE_DB. */
int		 case_child_ended(struct act_work *);

/* Take back what case_child_open_all() opened.  CASE_OK, CASE_DB. */
int		 case_child_take_back(struct act_work *);

/* Part of a statement: has somebody begun with one of the children of `id`? */
#define CASE_CHILD_SQL_TOUCHED(id) \
	"EXISTS (SELECT 1 FROM cases k JOIN tasks kt ON kt.case_id = k.id" \
	"   WHERE k.parent_id = " id " AND (kt.claimed_by IS NOT NULL" \
	"     OR (kt.open = 0 AND kt.outcome <> 'void')))"

/* A child on the page of its parent. */
struct case_child {
	struct case_row	c;
	char		person[160];	/* whom it is about */
	char		at_no[16];	/* printed number of its open row; "" */
	char		at_performer[96];
	int64_t		due_at;		/* 0: none */
};

/* The children of a case by number; none that were taken back.  Given, free()
 * *list.  CASE_OK, CASE_DB. */
enum case_err	 case_child_list(struct office *, int64_t parent_id,
		    struct case_child **list, size_t *count);

/* How many children a case has, and how many of them have ended.  CASE_OK,
 * CASE_DB. */
enum case_err	 case_child_count(struct office *, int64_t parent_id,
		    int64_t *all, int64_t *ended);
