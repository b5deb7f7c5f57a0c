/*
 * evaluation.h - the monthly evaluation of a service: a case of its own, which
 * has one row, the SOP's evaluate row.  What it asks to be mended:
 * case/followup.h.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

/* An evaluation, open or ended. */
struct evaluation {
	int64_t	case_id, task_id;	/* task_id 0: it is ended */
	char	sop[96];		/* short name */
	char	number[24];
	int64_t	ended_at;
};

/* The evaluations of a month, by service: *list is given, free() it.
 * CASE_OK, CASE_DB. */
enum case_err	 evaluation_list(struct office *, int year, int month,
		    struct evaluation **list, size_t *count);

/* Open the evaluation of a service for a month ("2026-10").  CASE_OK, or
 * CASE_REPEATED when it is open already: *case_id is its case; CASE_NOT_FOUND
 * when the SOP has no evaluate row; CASE_DB. */
enum case_err	 evaluation_open(struct office *, int64_t version_id,
		    const char *period, int64_t now, int64_t *case_id);
