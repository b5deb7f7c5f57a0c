/*
 * absence_move.h - the tasks of somebody who is away (people/absence.h): moved
 * when the absence begins, told of when it is over.
 *
 * Each task is an act of its own (act_move() in case/act_hold.h); those that
 * have gone on meanwhile, and those that the stand-in may not do, stay where
 * they are.  An absence that is left half done by a crash, or that begins some
 * other day, is done by the next tick.
 *
 *	struct absence_moved m;
 *
 *	err = absence_move(office, id, person, now, &m);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

struct absence_moved {
	int64_t	moved;		/* now */
	int64_t	kept;		/* could not be moved */
};

/* Move the tasks of a confirmed absence that has begun at `now`, by the person
 * who confirmed it or (0) the system; of one that has not, or was seen to,
 * nothing.  CASE_OK; CASE_BUSY and CASE_DB leave the rest to the next tick. */
enum case_err	 absence_move(struct office *, int64_t id, int64_t by,
		    int64_t now, struct absence_moved *);

/* Absences that have begun, or are over: of these, what the stand-in has and
 * may no longer do goes back.  *done grows by those that were seen to.
 * CASE_OK, or the first failure. */
enum case_err	 absence_tick(struct office *, int64_t now, int *done);

/* A task that was moved, as it is now. */
struct absence_item {
	int64_t	task_id, case_id, moved_at;
	char	number[24], sop_name[96], no[8];
	char	to[160];		/* "": back to the role */
	int64_t	open;
	char	with[160];		/* who has it now, or "" */
};

/* The tasks that an absence moved, by number; given, free() *list. */
enum case_err	 absence_items(struct office *, int64_t absence_id,
		    struct absence_item **list, size_t *count);
