/* month_wait.h - inside lib/month: the working time in which a visit of the
 * office lay with others, and what its outside waits did to its verdict. */
#pragma once

#include <stdint.h>

struct calendar;
struct grid;
struct grid_cell;
struct grid_visit;

/*
 * Of a closed visit that was with a named party or with the applicant, set
 * outside_work and applicant_work, and the signs of outside waits: saved (late
 * without them) and late_wait (one began in the last tenth of the time).  0, or
 * -1 when the database failed.
 */
int	 month_wait_visit(struct grid *, const struct grid_cell *,
	    struct grid_visit *);
