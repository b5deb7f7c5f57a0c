/*
 * run.h - Kerjakan beruntun: one task after another of a view of the inbox.
 *
 * The view stands in the address of each step page (`beruntun=1` and the
 * parameters of inbox_view.h), so nothing is kept anywhere else.  Only the
 * press of a button takes a task: that which begins the run, that which sends
 * the one before, and that which passes it over.  A page that is loaded again,
 * or gone back to, takes nothing.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

struct inbox_row;
struct request;
struct task_row;

/* Does the request's address carry a run? */
int		 run_is_on(const struct request *);

/* An address of a step with the run that this request carries, if any. */
char		*run_address(const struct request *, const char *step);

/* The list that the run goes through. */
char		*run_list(const struct request *);

/* How many tasks of it are still to be done, beside the one in hand. */
int64_t		 run_left(const struct request *);

/*
 * Claim the next task of the view that can be done now, and take it in hand;
 * `key` makes a second press of the same button take none (idempotency.h).
 * `passes` leaves the present one where it is, and goes on behind it.
 * CASE_OK, *address its page in the run; CASE_NOT_FOUND: there is none, and
 * *address is the list.  CASE_BUSY, CASE_DB.
 */
enum case_err	 run_next(const struct request *, const char *key,
		    int passes, const char **address);

/* Its words for the notice behind an act outside a run: the line of a link
 * (web/session.h) to the next task of the inbox; "" when there is none. */
const char	*run_ahead(const struct request *);
