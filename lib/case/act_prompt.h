/*
 * act_prompt.h - a superior reminds (ingatkan) of a task: whoever has it gets
 * one message a day, and the case keeps a note of it.
 */
#pragma once

#include "case/act.h"

/*
 * Remind of an open task that somebody below has (below_has() of case/below.h),
 * for the reason a->note: its claimer or who was handed it, else those below
 * who may take it.  By the channel they chose for their work (people/
 * preference.h), else by the address there is.  The results of every act;
 * CASE_STATE when it was reminded of today, or nobody has an address.
 */
enum case_err	 act_prompt(struct office *, struct act *);
