/*
 * act_recall.h - "tarik kembali": a forward is taken back.
 */
#pragma once

#include "case/act.h"

struct task_row;

/* The person who forwarded the closed task a->task_id takes that back as long
 * as nobody has what followed: the next tasks are closed as void and this one
 * goes on with its clock running.  The results of every act (case/act.h). */
enum case_err	 act_recall(struct office *, struct act *);

/* Could that be done now?  1 or 0: whether the button is shown. */
int		 act_may_recall(struct office *, const struct actor *,
		    const struct task_row *, int64_t now);
