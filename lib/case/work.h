/*
 * work.h - one act under way: the frame around every act, and the moves the
 * acts are made of.  Inside lib/case only.
 *
 * work_run() opens the transaction, raises the case's number of events, loads
 * the case with its open tasks and checks the version; the act's own function
 * changes the rows in memory; work_record() writes the event with what
 * changed and saves the rows.  One act may record several events (a system
 * row that follows closes at once).
 */
#ifndef CASE_WORK_H
#define CASE_WORK_H

#include <jansson.h>

#include "case/act.h"
#include "case/event.h"
#include "case/sop.h"

struct calendar;

#define WORK_TASKS 24
#define WORK_SPANS 48

struct work_task {
	struct task_row	now, was;
	int		fresh;		/* not yet in the database */
};

struct work_span {
	int64_t	task_id, from;
	char	phase[12];
};

struct work {
	struct office		*o;
	struct act		*a;
	const char		*kind;		/* of the event */
	int			(*fn)(struct work *);
	const struct act_start	*start;		/* act_start() alone */

	struct db		*db;
	const struct calendar	*cal;
	const struct sop	*sop;
	int64_t			 at;		/* when it occurred */
	const char		*capacity;
	enum actor_kind		 actor_kind;
	int			 recorded;	/* an event of this act stands */
	int64_t			 form_task;	/* whose files are to be saved */
	struct case_row		 c, c_was;
	int			 c_fresh;
	struct work_task	 task[WORK_TASKS];
	size_t			 ntask;
	struct task_row		*t;		/* the act's task, in task[] */
	struct work_span	 span[WORK_SPANS];
	size_t			 nspan;
	json_t			*payload;	/* what was said, for the event */
};

/* Run fn as one act of `kind` on a->task_id, or on a->case_id without it.
 * With a start, on a new case. */
enum case_err	 work_run(struct office *, struct act *, const char *kind,
		    int (*fn)(struct work *), const struct act_start *);

/* Append the event with all that changed since the last, and save it. */
int		 work_record(struct work *, const char *kind,
		    int64_t task_id, enum actor_kind);

/* Write a whole row: for a rebuild; a task may be missing. */
void		 work_save_case(struct db *, const struct case_row *);
void		 work_save_task(struct db *, const struct task_row *);

/* -- moves ------------------------------------------------------------- */

/* Put a loaded or new task into task[]; NULL when there are too many. */
struct task_row	*work_add(struct work *, const struct task_row *, int fresh);
/* The task changes phase at an instant. */
void		 work_phase(struct work *, struct task_row *, enum phase,
		    int64_t from);
/* Set min_at and due_at as they stand now. */
void		 work_limits(struct work *, struct task_row *);
/* Close a visit: outcome, verdict, accounts. */
int		 work_close(struct work *, struct task_row *, enum outcome,
		    int64_t at);
/* Close every open task but `but`; only those of row `pos` unless 0. */
int		 work_close_others(struct work *, const struct task_row *but,
		    int64_t pos, enum outcome);
/* Open row `pos` as a new visit of each of its performers. */
int		 work_open(struct work *, int pos, int ask_present);
/* A side task of a row, for its fallback role; blocks nothing. */
int		 work_open_side(struct work *, const struct task_row *of);
/* End the case. */
int		 work_end(struct work *, const char *result, int64_t at);
/* Go on after row `pos` was done: the next row, or the end; rows of the
 * system close at once. */
int		 work_next(struct work *, int pos);
/* Let the system do the rows that are its own, as long as there are any. */
int		 work_system(struct work *);

/* Standard of a task as the clock wants it. */
struct standard	 task_standard(const struct task_row *);

/* Note the form's values and files: subject, applicant, documents. */
int		 work_form(struct work *, const struct sop_row *);
/* Queue a message to the applicant. */
int		 work_message(struct work *, const char *kind,
		    int64_t task_id, const char *text);

/* Tell the applicant when a download row was opened by this act. */
int		 work_ready(struct work *);
int		 work_is_admin(struct work *, int64_t person_id);
int		 work_is_official(struct work *, int64_t person_id);

/* A new case of w->start, numbered in the year of its opening. */
void		 work_new_case(struct work *);

/* Is the month of an instant closed? */
int		 work_month_closed(struct work *, int64_t at);
/* Spans of a task by instant, with room for `more`; *list is given. */
size_t		 task_spans(struct office *, int64_t task_id, size_t more,
		    struct span **list);
/* One integer of a one-row statement, 0 without a row. */
int64_t		 stmt_int(struct db_stmt *);

#endif
