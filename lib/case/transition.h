/*
 * transition.h - where a case goes when a task is finished: the row's other
 * performers, the next row, another row, the end; and the rows that the system
 * does itself.
 *
 * Those that return int give CASE_OK, CASE_INVALID ("late_reason"),
 * CASE_STATE (a row without performer) or CASE_DB.
 */
#pragma once

#include <stdint.h>

struct act_work;
struct task_row;

/* Finish w->t and go on: forward to what follows, back to a row, or refused to
 * the row the SOP names for that. */
int		 transition_forward(struct act_work *);
int		 transition_return(struct act_work *, int to);
int		 transition_refuse(struct act_work *);

/* Go on after a closed task: wait while its row has open tasks, else open the
 * next row, else end the case as done or refused. */
int		 transition_next(struct act_work *, struct task_row *);

/* Do the rows that are the system's own, as long as one is open, with an event
 * each. */
int		 transition_system(struct act_work *);

/* End the case with a result at an instant, but not before its opening. */
void		 transition_end(struct act_work *, const char *result,
		    int64_t at);

/* When the row of a closed task ended: with the last of its signers. */
int64_t		 transition_row_end(struct act_work *,
		    const struct task_row *);
