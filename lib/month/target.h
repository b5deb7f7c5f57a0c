/*
 * target.h - the share of tasks that is to be on time, by decree.
 *
 * Without a target in force no figure is coloured: there is nothing to hold it
 * against.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"

struct target {
	int64_t	id;
	int64_t	role_id;	/* 0: all roles */
	int64_t	percent;	/* 0 .. 100 */
	char	decree[128];	/* by which it is set */
	int64_t	valid_from;	/* seconds UTC */
	int64_t	valid_to;	/* 0: until the next */
};

/* All there ever were, the latest first; given, free() *rows. */
enum case_err	 target_list(struct office *, struct target **rows,
		    size_t *count);

/* Set a target from an instant on; the one before it ends there.
 * CASE_INVALID: a percent out of range, no decree, no such role, a beginning
 * before that of the one in force. */
enum case_err	 target_set(struct office *, const struct change *,
		    const struct target *);
