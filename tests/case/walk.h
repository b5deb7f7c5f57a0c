/*
 * walk.h - cases that are somewhere on their way, for tests of what is shown.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/act.h"
#include "case/task.h"

/* Open a case of an SOP at `now`, by a person (0: an applicant without
 * account), with up to seven values for the form of its first row (the rest is
 * filled in); bails out on failure. */
int64_t		 walk_start(struct office *, const char *slug, int64_t person,
		    const struct act_value *, size_t nvalue, int64_t now);

/* The open task of a case that is no side task: 1, or 0 when there is none. */
int		 walk_current(struct office *, int64_t case_id,
		    struct task_row *);

/* Somebody who may do the task; 0 for an applicant without account. */
int64_t		 walk_doer(struct office *, const struct task_row *);

/* Claim the open task of a case and finish it, both at `now`; presence is
 * recorded before.  The file, which may be NULL, goes into the first field for
 * one, whatever its own.  Returns who did it. */
int64_t		 walk_step(struct office *, int64_t case_id, enum outcome,
		    const struct act_file *, int64_t now);

/* A wait for a party before the open row ends at `now`. */
void		 walk_back(struct office *, int64_t case_id, int64_t now);

/* The id of the only document of a row of a case; 0 when there is none. */
int64_t		 walk_document(struct office *, int64_t case_id, int pos);

/* Forward a case until its open task is row `pos` (0: to its end). */
void		 walk_to(struct office *, int64_t case_id, int pos,
		    int64_t now);
