/*
 * act_record.h - the end of an act: its event is written, with all that
 * changed, and the rows are saved.
 */
#pragma once

#include <stdint.h>

#include "store/event.h"

struct act_file;
struct act_work;
struct case_row;
struct db;
struct task_row;

/*
 * Append an event of a kind about a task (0: about the case) and save all that
 * changed since the last one: case, tasks, spans, what the form brought,
 * messages, words for the search.  Changed tasks get a new version.  The first
 * event of an act has its idempotency key.  CASE_OK, or CASE_DB, with
 * w->broken when the reason is not the database's.
 */
int		 act_record(struct act_work *, const char *kind,
		    int64_t task_id, enum actor_kind);

/* Keep a file as a document of the case and a task: its id. */
int64_t		 act_record_document(struct act_work *, int64_t task_id,
		    const struct act_file *);

/* Write a whole row, which may be missing: for a rebuild. */
void		 act_record_case_row(struct db *, const struct case_row *);
void		 act_record_task_row(struct db *, const struct task_row *);
