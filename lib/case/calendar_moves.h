/*
 * calendar_moves.h - which open tasks another calendar would move, before
 * act_calendar() (case/act_close.h) lets them follow it.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

/* An open task that a calendar would give another limit. */
struct calendar_move {
	int64_t	case_id, task_id;
	char	number[24];		/* of the case */
	char	subject[256];
	char	no[8];			/* of the row, as printed */
	char	performer[160];		/* as printed */
	int64_t	was, will;		/* due, 0: none */
};

/*
 * The open tasks whose limits move when they follow the calendar of a text
 * (NULL: the one in force), earliest first, from `skip` on at most `limit`;
 * *total counts all.  Given, free() *rows.  Nothing is changed.
 * CASE_OK, CASE_DB.
 */
enum case_err	 calendar_moves(struct office *, const char *yaml,
		    int64_t now, size_t skip, size_t limit,
		    struct calendar_move **rows, size_t *count,
		    size_t *total);
