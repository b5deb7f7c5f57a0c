/* month_sign.h - inside lib/month: signs that figures were helped along. */
#pragma once

#include <stddef.h>

struct grid;
struct grid_visit;

/* Look for signs in a visit of a cell: they are counted for all its parts, and
 * the earliest MONTH_MARKS of each listed. */
void	 month_sign_visit(struct grid *, size_t cell,
	    const struct grid_visit *);

/* Count the acts that their holders have contested, and the changes that an
 * administrator made alone: 0, or -1 when the database failed. */
int	 month_sign_acts(struct grid *);

/* Sort the marks of a grid and give them the numbers of their cases: 0, or -1
 * when the database failed. */
int	 month_sign_marks(struct grid *);

/* The order of marks, for qsort(3): by sign, then by time. */
int	 month_sign_order(const void *, const void *);
