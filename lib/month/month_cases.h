/* month_cases.h - inside lib/month: the cases of a month. */
#pragma once

struct grid;

/* Count the cases that came, ended (by result) and are open at the end of
 * g->from .. g->to into office, SOPs and units; evaluation cases aside.  0, or
 * -1 when it failed. */
int	 month_cases_count(struct grid *);
