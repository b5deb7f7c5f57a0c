/*
 * clerk.h - clerks (pencatat): they write down what the holders of a role did,
 * without holding it, as at a counter.
 *
 * An administrator names a clerk for a role, from an instant to another; nobody
 * is one by himself, administrators neither.  Every act of a clerk is the
 * holder's, with evidence (case/act.h); only that an applicant is present a
 * clerk notes as his own.
 */
#pragma once

#include "office/change.h"
#include "people/holder.h"

/* A clerk is a struct holder_row without a capacity; its letter is the surat
 * tugas, or "". */

/* May the person write down for the performer ("jfu|jft") at an instant?  1 or
 * 0. */
int		 clerk_for(struct office *, int64_t person_id,
		    const char *performer, int64_t now);

/* Clerks of a role or a person (0: any), those that are or will be after `at`
 * (0: all there ever were); the latest first.  Given, free() it. */
enum case_err	 clerk_list(struct office *, int64_t role_id,
		    int64_t person_id, int64_t at, struct holder_row **,
		    size_t *count);

/* Name a clerk; *id (or NULL) gets the new row's.  CASE_INVALID: a role
 * outside the office or of the system; an outsider or somebody inactive; an
 * end before the beginning; the same clerk twice at a time. */
enum case_err	 clerk_add(struct office *, const struct change *,
		    const struct holder_row *, int64_t *id);
/* The clerk is one until `at`; CASE_STATE when the time ended before. */
enum case_err	 clerk_end(struct office *, const struct change *,
		    int64_t clerk_id, int64_t at);
