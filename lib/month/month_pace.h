/*
 * month_pace.h - how the visits of each row stand against their own limits.
 *
 * Of a row with a standard: the thousandths of its own limit that each visit
 * used (clock/pace.h), of those that were done, and of those open at the end
 * and late, as far as they had come.  So more than PACE_LIMIT is late without
 * exception, and as many are as the row counts late.  Of a row without one:
 * seconds from receipt to close of those that were finished.
 *
 * They are computed from the visits, also of a closed month: nothing of it is
 * kept, and a closed visit does not change.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "clock/pace.h"
#include "month/month.h"

struct month_pace_row {
	int64_t		 version_id, pos;
	int		 limited;	/* it has a standard */
	const int64_t	*value;		/* sorted */
	size_t		 n;		/* 1 or more */
	int64_t		 median, p90;	/* of these, R type 7, rounded */
};

struct month_pace {
	struct month_pace_row	*row;
	size_t			 nrow;
	int64_t			*value;	/* of all rows */
};

/* Of the period and SOP of these figures, corrected ones by the calendar in
 * force.  Given: free with month_pace_free().  CASE_OK, CASE_NOT_FOUND (no such
 * SOP), CASE_DB. */
enum case_err	 month_pace(struct office *, const struct month_figures *,
		    struct month_pace **out);
void		 month_pace_free(struct month_pace *);	/* NULL: nothing */

/* The row of a part, NULL when it has no visit. */
const struct month_pace_row	*month_pace_row(const struct month_pace *,
		    const struct month_part *);

/* -- inside lib/month ------------------------------------------------------ */

struct grid;
struct grid_visit;

/* A visit against its own limit. */
struct pace	 month_pace_visit(struct grid *, size_t cell,
		    const struct grid_visit *);
/* Keep a visit with a verdict, or without a standard, for its row. */
void		 month_pace_keep(struct grid *, size_t cell,
		    const struct grid_visit *);
