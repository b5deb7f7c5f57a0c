/*
 * act_frame.h - one act under way: the frame around every act, and the moves the
 * acts are made of.  Inside lib/case only.
 *
 * work_run() opens the transaction, raises the case's number of events, loads
 * the case with its open tasks and checks the version; the act's own function
 * changes the rows in memory; work_record() writes the event with what
 * changed and saves the rows.  One act may record several events (a system
 * row that follows closes at once).
 */
#ifndef CASE_ACT_FRAME_H
#define CASE_ACT_FRAME_H

#include <jansson.h>

#include "case/act.h"
#include "office/change.h"
#include "sop/sop.h"
#include "store/event.h"

struct calendar;
struct field_form;

#define WORK_TASKS 32
#define WORK_SPANS 64
#define WORK_MESSAGES 8
#define WORK_FACT 32		/* bytes of a message's fact */

struct work;

/* What sort of act. */
struct work_act {
	const char	*kind;			/* of the event */
	int		(*fn)(struct work *);
	int		 any_version;		/* whatever the page knew */
};

struct work_task {
	struct task_row	now, was;
	int		fresh;		/* not yet in the database */
	int		opened;		/* by this act */
};

struct work_span {
	int64_t	task_id, from;
	char	phase[12];
};

struct work_message {
	const char	*kind;
	int64_t		 task_id;	/* 0: none */
	const char	*text;		/* borrowed; or NULL */
};

struct work {
	struct office		*o;
	struct act		*a;
	const struct work_act	*act;
	const struct act_start	*start;		/* act_start() alone */

	struct db		*db;
	const struct calendar	*cal;		/* in force */
	int64_t			 as_if;		/* id of a calendar: only
						   reckoned by that one; 0 */
	const struct sop	*sop;
	int64_t			 at;		/* when it occurred */
	int64_t			 who;		/* whose act: the actor, or the
						   holder a clerk records for */
	const char		*capacity;
	enum actor_kind		 actor_kind;
	const char		*broken;	/* why the act cannot stand */
	int			 recorded;	/* an event of this act stands */
	struct case_row		 c, c_was;
	int			 c_fresh;
	struct work_task	 task[WORK_TASKS];
	size_t			 ntask;
	struct task_row		*t;		/* the act's task, in task[] */
	struct work_span	 span[WORK_SPANS];
	size_t			 nspan;
	struct work_message	 message[WORK_MESSAGES];
	size_t			 nmessage;
	struct field_form	*form;		/* what was typed, checked */
	int64_t			 form_task;	/* whose files are to be saved */
	json_t			*payload;	/* what was said, for the event */
};

/* Run one act on a->task_id, or on a->case_id without it.  With a start, on a
 * new case. */
enum case_err	 work_run(struct office *, struct act *,
		    const struct work_act *, const struct act_start *start);

/* As before the act: run again, or for the next case. */
void		 work_reset(struct work *);
/* Many acts of the system in one transaction: fn makes each of the work's
 * parts, after work_reset(), with a start and an SOP of its own. */
typedef int work_batch_fn(struct work *, void *arg);
enum case_err	 work_batch(struct office *, const struct change *,
		    const struct work_act *, work_batch_fn *, void *arg);

/* Something typed goes into the payload, unless it is empty. */
void		 work_say(struct work *, const char *key, const char *text);

/* May whoever acts do the task (w->t)?  CASE_OK, or CASE_DENIED. */
int		 work_may(struct work *);
/* The same, and the task is still open. */
int		 work_may_now(struct work *);
int		 work_is_admin(struct work *, int64_t person_id);
int		 work_is_official(struct work *, int64_t person_id);

/* -- loading (load.c) -------------------------------------------------- */

/* Load an existing case for an act, raising its number of events first. */
int		 work_load(struct work *);
/* Was this form sent before?  Then tell its case and do nothing.  A key that
 * somebody else used tells nothing. */
int		 work_check_repeated(struct work *);

/* -- recording (save.c) ------------------------------------------------ */

/* Append the event with all that changed since the last, and save it. */
int		 work_record(struct work *, const char *kind,
		    int64_t task_id, enum actor_kind);

/* What the form brought, once its task is saved; and words for the search
 * (save_form.c). */
void		 work_keep_form(struct work *);
void		 work_keep_words(struct work *);

/* Write a whole row: for a rebuild; it may be missing. */
void		 work_save_case(struct db *, const struct case_row *);
void		 work_save_task(struct db *, const struct task_row *);

/* -- the time of a visit (limit.c) ------------------------------------- */

/* The task changes phase at an instant. */
void		 work_phase(struct work *, struct task_row *, enum phase,
		    int64_t from);
/* Its phases by instant, with those not yet saved: *list is given. */
size_t		 work_spans(struct work *, const struct task_row *,
		    struct span **list);
/* The calendar its times are counted by: the one it was opened with, until
 * another is applied. */
const struct calendar	*work_calendar(struct work *,
		    const struct task_row *);
/* It is received at an instant: the queue limit follows from that. */
void		 work_receive(struct work *, struct task_row *, int64_t at);
/* Set min_at and due_at as they stand now. */
void		 work_limits(struct work *, struct task_row *);
/* The task follows another calendar: what was reckoned by the one before is
 * reckoned again. */
void		 work_follow(struct work *, struct task_row *);
/* Close a visit: outcome, verdict, accounts. */
void		 work_close(struct work *, struct task_row *, enum outcome,
		    int64_t at);
/* A closed visit as it would be by the calendar w->as_if: limits, accounts,
 * verdict. */
void		 work_judge_again(struct work *, struct task_row *);
/* Close the other open tasks of its row; with NULL all there are. */
void		 work_close_others(struct work *, const struct task_row *but,
		    enum outcome, int64_t at);

/* Standard of a task as the clock wants it. */
struct standard	 task_standard(const struct task_row *);

/* -- when it occurred (moment.c) --------------------------------------- */

/* The act on w->t occurred at w->at: is that possible?  A task that nobody
 * had yet is received then. */
int		 work_moment(struct work *);
/* Likewise of a finish, whose work may have begun before the claim; a task
 * not claimed is claimed with it when `claims`. */
int		 work_finished(struct work *, int claims);
/* An end of the whole case: nothing of it was recorded later. */
int		 work_moment_end(struct work *);

/* -- moves (open.c, flow.c) -------------------------------------------- */

/* A new visit of a row as the SOP has it, opened now, of no number yet. */
void		 work_visit(struct work *, const struct sop_row *,
		    const char *performer, struct task_row *);
/* Put a loaded or new task into task[]; NULL when there are too many. */
struct task_row	*work_add(struct work *, const struct task_row *, int fresh);
/* Open row `pos` as a new visit of each of its performers. */
int		 work_open(struct work *, int pos);
/* A side task of a row, for its fallback role, else for the nearest of the
 * office; blocks nothing. */
int		 work_open_side(struct work *, const struct task_row *of);
/* End the case. */
void		 work_end(struct work *, const char *result, int64_t at);
/* When did the row of this closed visit end: with its last signer. */
int64_t		 work_row_end(struct work *, const struct task_row *);
/* Go on after this visit: wait for the row's others, or the next row, or the
 * end. */
int		 work_next(struct work *, struct task_row *);
/* Finish w->t, and go on: forward; send back to a row; refuse. */
int		 work_forward(struct work *);
int		 work_return(struct work *, int to);
int		 work_refuse(struct work *);
/* Let the system do the rows that are its own, as long as there are any. */
int		 work_system(struct work *);

/* -- form and messages (typed.c, notice.c) ----------------------------- */

/* Check the form's values and files (all that the row requires, or only what
 * was given) and note them: subject, applicant, documents. */
int		 work_form(struct work *, const struct sop_row *, int required);
/* Whoever finishes w->t late picks one reason. */
int		 work_late_reason(struct work *);
/* Copy text, cut at a character's edge. */
void		 work_copy(char *buf, size_t size, const char *text);

/* Queue a message to the applicant, sent when the event stands. */
void		 work_tell(struct work *, const char *kind, int64_t task_id,
		    const char *text);
/* The fact that a task's applicant was reminded: of one message only. */
void		 work_fact(int64_t task_id, char fact[WORK_FACT]);
/* Write down what work_tell() queued. */
void		 work_messages(struct work *);

/* -- what is due (tick.c, remind.c, told.c) ------------------------------- */

/* Count an act that was done.  One that fails leaves the others be; the first
 * failure is told. */
void		 tick_count(enum case_err, int *done, enum case_err *first);
/* Remind applicants, and close requests they do not mend. */
enum case_err	 tick_applicants(struct office *, const struct tick_rules *,
		    int64_t now, int *done);
/* Queue what the people of the office want to be told. */
enum case_err	 tick_told(struct office *, const struct tick_rules *,
		    int64_t now, int *done);

/* -- beginning --------------------------------------------------------- */

/* A new case of w->start, numbered in the year of its opening: K-2026-0412;
 * the letter says how it came. */
void		 work_new_case(struct work *, char letter);

/* Institution of an outsider, 0 for an official; -1 for nobody who is active,
 * of an active institution. */
int64_t		 institution_of(struct office *, int64_t person_id);

/* Spans of a task by instant; *list is given, with room for `more`. */
size_t		 task_spans(struct office *, int64_t task_id, size_t more,
		    struct span **list);

#endif
