/*
 * last_run.h - the last runs of the work that is done without anybody asking:
 * tick, messenger and backup.
 *
 * They are kept in the database, where each can look after the others, and
 * where pages and figures find them.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

enum last_run_job {
	LAST_RUN_TICK,
	LAST_RUN_MESSENGER,
	LAST_RUN_BACKUP,
	LAST_RUN__MAX
};
/* "tick", "messenger", "backup"; and back, -1 for other words. */
const char	*last_run_slug(enum last_run_job);
int		 last_run_from(const char *slug);

struct last_run {
	int64_t	ended_at;	/* 0: it never ran */
	int64_t	well_at;	/* the last that succeeded; 0: none */
	char	fault[200];	/* why the last failed; "": it did not */
};

/* A run ended at `now`: well, or with a fault that is not "".  CASE_OK,
 * CASE_BUSY, CASE_DB. */
enum case_err	 last_run_note(struct office *, enum last_run_job,
		    const char *fault, int64_t now);

/* The last run of each.  CASE_OK, CASE_DB. */
enum case_err	 last_run_list(struct office *,
		    struct last_run list[LAST_RUN__MAX]);
