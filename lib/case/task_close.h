/*
 * task_close.h - closing a task: its outcome, its verdict, and its accounts.
 *
 * The verdict (none, below, within, over) compares the time of the task with
 * its limit.  A task that somebody finished has one; a task that another act
 * ended has none unless it was late already; one that was taken back or
 * expired never has.
 */
#pragma once

#include <stdint.h>

#include "case/task.h"

struct act_work;

/* Close a task at an instant, but not before its opening.  Of an outcome that
 * an act brings, w->who is the one who closed it, and it is noted whether that
 * was recorded more than a working hour later. */
void		 task_close(struct act_work *, struct task_row *, enum outcome,
		    int64_t at);

/* Close the other open tasks of a task's row; with NULL all open tasks. */
void		 task_close_others(struct act_work *,
		    const struct task_row *but, enum outcome, int64_t at);

/* Reckon a closed task again by the calendar w->as_if: limit, accounts,
 * verdict. */
void		 task_close_again(struct act_work *, struct task_row *);
