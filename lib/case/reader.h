/*
 * reader.h - the people of a case: who took part in it, whom it is about, and
 * to whom one of its tasks was given.  They see it whatever they hold
 * (case/access.h).  Inside lib/case only.
 *
 * They stand in the table took_part, which is derived: every act keeps it,
 * and a rebuild compares it.
 */
#pragma once

#include "case/act_frame.h"

struct event;

/* Keep the people of the act's case up to date: of a task whose row was just
 * written, as it was before and is now; and of the event. */
void	 reader_task(struct act_work *, const struct task_row *was,
	    const struct task_row *now);
void	 reader_event(struct act_work *, const struct event *);

/* How many people of cases the table has too many or too few; it is made anew
 * when `mends`.  -1: the database failed. */
int	 reader_check(struct office *, int mends);
