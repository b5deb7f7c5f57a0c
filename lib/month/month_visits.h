/* month_visits.h - inside lib/month: the visits of a month, into a grid. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/case.h"
#include "clock/verdict.h"

struct grid;
struct grid_visit;

/* Does a closed visit count as done: with a verdict, and either finished by
 * somebody or late (month.h)?  1 or 0. */
int	 month_is_done(enum outcome, enum verdict);

/* Each 0, or -1 when it failed. */

/* Call fn for each visit that closed in g->from .. g->to and is asked for. */
typedef void	 month_visits_fn(struct grid *, size_t cell,
		    const struct grid_visit *);
int	 month_visits_each(struct grid *, month_visits_fn *);
/* Count the visits that closed in g->from .. g->to, and look for signs. */
int	 month_visits_closed(struct grid *);
/* Count them into the light of the parts, all that later months need. */
int	 month_visits_light(struct grid *);
/* Set the medians and 90th percentiles of the visits counted before. */
int	 month_visits_medians(struct grid *);
/* Count the visits open at g->to; `light`: only the late ones, as above. */
int	 month_visits_open(struct grid *, int light);
/* Give the late ones to month_pace_keep(), as if they closed at g->to. */
int	 month_visits_late(struct grid *);

/* Seconds from receipt to close, in working time and outside waits excluded
 * (elapsed limits: real time). */
int64_t	 month_visits_turn(const struct grid_visit *);

/* The quantile of n sorted values by linear interpolation (R type 7), rounded;
 * -1 without values.  tenths: 5 the median, 9 nine of ten. */
int64_t	 month_visits_quantile(const int64_t *, size_t n, size_t tenths);
