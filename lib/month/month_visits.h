/* month_visits.h - inside lib/month: the visits of a month, into a grid. */
#pragma once

#include "case/case.h"
#include "clock/verdict.h"

struct grid;

/* Does a closed visit count as done: with a verdict, and either finished by
 * somebody or late (month.h)?  1 or 0. */
int	 month_is_done(enum outcome, enum verdict);

/* Each 0, or -1 when it failed. */

/* Count the visits that closed in g->from .. g->to, and look for signs. */
int	 month_visits_closed(struct grid *);
/* Count them into the light of the parts, all that later months need. */
int	 month_visits_light(struct grid *);
/* Set the medians and 90th percentiles of the visits counted before. */
int	 month_visits_medians(struct grid *);
/* Count the visits open at g->to; `light`: only the late ones, as above. */
int	 month_visits_open(struct grid *, int light);
