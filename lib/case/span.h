/*
 * span.h - spans: from when on a task is in which phase (clock/account.h):
 * queue, own work, outside, applicant, system.
 *
 * A span ends where the next one begins.  They are never changed: what is told
 * later is one more span, and of two of one instant the later written counts.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "clock/account.h"

struct act_work;
struct office;
struct task_row;

/* The saved spans of a task by instant.  *list is given, free() it, with room
 * for `more` others; NULL when they cannot be read or memory ran out, the
 * count 0. */
size_t		 span_read(struct office *, int64_t task_id, size_t more,
		    struct span **list);

/* The same within an act, with the spans that it has begun and not yet saved.
 * NULL breaks the act. */
size_t		 span_all(struct act_work *, const struct task_row *,
		    struct span **list);

/* The task enters a phase at an instant; saved with the act's event. */
void		 span_begin(struct act_work *, struct task_row *, enum phase,
		    int64_t from);
/* The same of an instant that may be told later: from then on it is in this
 * phase alone. */
void		 span_set(struct act_work *, struct task_row *, enum phase,
		    int64_t from);

/* The same of the phase outside, with the slug of the party that has it; with
 * `still` it moves no limit (clock/account.h). */
void		 span_outside(struct act_work *, struct task_row *,
		    const char *party, int still, int64_t from);

/* Does the task's present span move no limit? */
int		 span_is_still(struct act_work *, const struct task_row *);
