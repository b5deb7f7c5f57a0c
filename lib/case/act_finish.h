/*
 * act_finish.h - a task is finished and the case moves on.
 */
#pragma once

#include "case/act.h"
#include "case/task.h"

/*
 * Finish a task with OUTCOME_FORWARD, _RETURN, _REFUSE or _DOWNLOAD.
 *
 * A forward needs the whole form of the row (case/field_form.h), but for files
 * that were handed in before; a return and a refusal need a note.  The claimer
 * finishes a task.  A record row that nobody claimed, and any row at a counter
 * (a->counter), is claimed by the same keypress: its work counts from the
 * later of its receipt and the officer's previous keypress.  A task that ends
 * over its limit needs a->late_reason (case/lateness.h).
 *
 * The results of every act (case/act.h); CASE_INVALID names the form's field,
 * "note", "kembali_ke", "mend", "exception", "late_reason", "unproved" or
 * "keputusan".
 */
enum case_err	 act_finish(struct office *, struct act *, enum outcome);
