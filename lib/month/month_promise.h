/* month_promise.h - inside lib/month: the service times that were kept. */
#pragma once

struct grid;

/* Count the cases decided in g->from .. g->to that have a service time
 * (promised), those decided within it (kept), and those within it without the
 * time that was not the office's (kept_own); and those that run at g->to, past
 * their service time (promise_late); into office, SOPs and units.  0, or -1
 * when it failed. */
int	 month_promise_count(struct grid *);
