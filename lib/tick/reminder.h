/*
 * reminder.h - applicants whose turn it is: each is reminded once, and a
 * request that is not mended after that is closed, if its SOP says so.  After
 * how many days says the key remind_days (base/conf.c); what is soon late in
 * the office is told by digest.h.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

struct tick_rules;

/* Remind the applicant a task waits for, once in a turn.  CASE_REPEATED: it
 * was done; CASE_STATE: the task does not wait for the applicant. */
enum case_err	 reminder_send(struct office *, int64_t task_id, int64_t now);

/* A correction did not come in the working days its SOP gives after the
 * reminder: the case ends as withdrawn.  CASE_STATE: the time is not over, or
 * the task does not wait for a correction. */
enum case_err	 reminder_lapse(struct office *, int64_t task_id, int64_t now);

/* Do both wherever it is due; nothing while the office is closed.  *done grows
 * by the acts.  The first failure is returned, the others are done. */
enum case_err	 reminder_tick(struct office *, const struct tick_rules *,
		    int64_t now, int *done);
