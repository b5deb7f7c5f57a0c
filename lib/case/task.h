/*
 * task.h - a task: one visit of a row of the SOP by one performer.
 *
 * A row that several performers do ("a+b") has a task for each; a row that is
 * done again after a return has new tasks, whose `visit` is one higher.  A
 * side task stands beside the row's own: somebody of the office has to tell
 * the applicant something, and nothing waits for it.  How tasks change is
 * told by their case's events alone (case/act.h).
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "clock/standard.h"
#include "office/office.h"

/* How a task was closed; the column holds the slug. */
enum outcome {
	OUTCOME_OPEN,		/* '': not closed */
	OUTCOME_FORWARD,
	OUTCOME_RETURN,
	OUTCOME_REFUSE,
	OUTCOME_END,		/* forward that ended the case */
	OUTCOME_DOWNLOAD,
	OUTCOME_SUPERSEDED,	/* voided by another signer's return */
	OUTCOME_WITHDRAWN,
	OUTCOME_CANCELLED,
	OUTCOME_VOID,		/* its opening was taken back */
	OUTCOME_EXPIRED,	/* never downloaded */
	OUTCOME__MAX
};

/* The slug of an outcome, "" for OUTCOME_OPEN; and the outcome of a slug, -1
 * when it is none. */
const char	*task_outcome_slug(enum outcome);
int		 task_outcome_from(const char *slug);

/* Instants are seconds UTC, 0 when not there (SQL NULL); ids likewise; own,
 * queue, outside, waiting and closed are seconds (clock/account.h); so is
 * lent, by how much a clock that went back was behind when it was closed. */
struct task_row {
	int64_t	id, case_id, version_id;
	int64_t	pos, visit;
	char	kind[12];
	int64_t	side;
	char	performer[96];
	int64_t	external, assignee_id, institution_id;
	int64_t	open;
	char	phase[12];
	int64_t	awaited, version;
	int64_t	opened_at, received_at, claimed_at, claimed_by;
	int64_t	closed_at, recorded_at, closed_by;
	char	outcome[12];
	int64_t	return_pos;
	char	verdict[8];
	int64_t	min, max;
	char	unit[8], measure[12];
	int64_t	min_at, due_at, queue_max, moved, calendar_id;
	char	late_reason[16];
	int64_t	late_entry, own_approval, joint, unproved;
	int64_t	own, queue, outside, waiting, closed;
	int64_t	lent;
	int64_t	unit_id;	/* who holds the performer there alone */
};

/* The task of an id.  CASE_OK; CASE_NOT_FOUND and CASE_DB leave it. */
enum case_err	 task_get(struct office *, int64_t id, struct task_row *);

/* All tasks of a case in order of opening: *tasks is given, free() it.
 * CASE_OK, CASE_DB. */
enum case_err	 case_tasks(struct office *, int64_t case_id,
		    struct task_row **tasks, size_t *count);

/* The same with the tasks of its children (case/case_child.h). */
enum case_err	 case_family_tasks(struct office *, int64_t case_id,
		    struct task_row **tasks, size_t *count);

/* The limits a task was opened with, as the clock wants them. */
struct standard	 task_standard(const struct task_row *);

/* Working seconds of the whole limit of an open task: in hari from its receipt
 * to its own due, as days are not equally long. */
int64_t		 task_limit(const struct calendar *, const struct task_row *);

/* How urgent an open task is at `now`: 2 when its limit is over, 1 when less
 * than `percent` of the working time up to it is left, else 0.  An applicant's
 * task is never nearly late. */
int		 task_urgency(struct office *, const struct task_row *,
		    int64_t now, int percent);

/* How many open tasks of the office are past their limit at `now`.  CASE_OK,
 * CASE_DB. */
enum case_err	 task_count_late(struct office *, int64_t now, int64_t *count);

/* The instant of the last act of a person up to `until`; 0 when there is
 * none.  Work that nobody timed began then at the earliest. */
int64_t		 task_previous_act(struct office *, int64_t person_id,
		    int64_t until);
