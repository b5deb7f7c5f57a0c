/*
 * act_frame.h - one act under way: the frame around every act, and the moves the
 * acts are made of.  Inside lib/case only.
 *
 * act_run() opens the transaction, raises the case's number of events, loads
 * the case with its open tasks and checks the version; the act's own function
 * changes the rows in memory; act_record() writes the event with what
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

#define ACT_TASKS 32
#define ACT_SPANS 64
#define ACT_MESSAGES 8
#define ACT_FACT_SIZE 32		/* bytes of a message's fact */

struct act_work;

/* What sort of act. */
struct act_kind {
	const char	*kind;			/* of the event */
	int		(*fn)(struct act_work *);
	int		 any_version;		/* whatever the page knew */
};

struct act_task {
	struct task_row	now, was;
	int		fresh;		/* not yet in the database */
	int		opened;		/* by this act */
};

struct act_span {
	int64_t	task_id, from;
	char	phase[12];
};

struct act_message_item {
	const char	*kind;
	int64_t		 task_id;	/* 0: none */
	const char	*text;		/* borrowed; or NULL */
};

struct act_work {
	struct office		*o;
	struct act		*a;
	const struct act_kind	*act;
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
	struct act_task	 task[ACT_TASKS];
	size_t			 ntask;
	struct task_row		*t;		/* the act's task, in task[] */
	struct act_span	 span[ACT_SPANS];
	size_t			 nspan;
	struct act_message_item	 message[ACT_MESSAGES];
	size_t			 nmessage;
	struct field_form	*form;		/* what was typed, checked */
	int64_t			 form_task;	/* whose files are to be saved */
	json_t			*payload;	/* what was said, for the event */
};

/* Run one act on a->task_id, or on a->case_id without it.  With a start, on a
 * new case. */
enum case_err	 act_run(struct office *, struct act *,
		    const struct act_kind *, const struct act_start *start);

/* As before the act: run again, or for the next case. */
void		 act_reset(struct act_work *);
/* Many acts of the system in one transaction: fn makes each of the work's
 * parts, after act_reset(), with a start and an SOP of its own. */
typedef int act_batch_fn(struct act_work *, void *arg);
enum case_err	 act_batch(struct office *, const struct change *,
		    const struct act_kind *, act_batch_fn *, void *arg);

/* Something typed goes into the payload, unless it is empty. */
void		 act_say(struct act_work *, const char *key, const char *text);

/* May whoever acts do the task (w->t)?  CASE_OK, or CASE_DENIED. */
int		 act_may(struct act_work *);
/* The same, and the task is still open. */
int		 act_may_now(struct act_work *);
int		 act_is_admin(struct act_work *, int64_t person_id);
int		 act_is_official(struct act_work *, int64_t person_id);

/* -- loading (load.c) -------------------------------------------------- */

/* Load an existing case for an act, raising its number of events first. */
int		 act_load(struct act_work *);
/* Was this form sent before?  Then tell its case and do nothing.  A key that
 * somebody else used tells nothing. */
int		 act_check_repeated(struct act_work *);

/* -- recording (save.c) ------------------------------------------------ */

/* Append the event with all that changed since the last, and save it. */
int		 act_record(struct act_work *, const char *kind,
		    int64_t task_id, enum actor_kind);

/* What the form brought, once its task is saved; and words for the search
 * (save_form.c). */
void		 act_record_form(struct act_work *);
void		 act_record_words(struct act_work *);

/* Write a whole row: for a rebuild; it may be missing. */
void		 act_record_case_row(struct db *, const struct case_row *);
void		 act_record_task_row(struct db *, const struct task_row *);

/* -- the time of a visit (limit.c) ------------------------------------- */

/* The task changes phase at an instant. */
void		 span_begin(struct act_work *, struct task_row *, enum phase,
		    int64_t from);
/* Its phases by instant, with those not yet saved: *list is given. */
size_t		 span_all(struct act_work *, const struct task_row *,
		    struct span **list);
/* The calendar its times are counted by: the one it was opened with, until
 * another is applied. */
const struct calendar	*deadline_calendar(struct act_work *,
		    const struct task_row *);
/* It is received at an instant: the queue limit follows from that. */
void		 deadline_receive(struct act_work *, struct task_row *, int64_t at);
/* Set min_at and due_at as they stand now. */
void		 deadline_set(struct act_work *, struct task_row *);
/* The task follows another calendar: what was reckoned by the one before is
 * reckoned again. */
void		 deadline_follow(struct act_work *, struct task_row *);
/* Close a visit: outcome, verdict, accounts. */
void		 task_close(struct act_work *, struct task_row *, enum outcome,
		    int64_t at);
/* A closed visit as it would be by the calendar w->as_if: limits, accounts,
 * verdict. */
void		 task_close_again(struct act_work *, struct task_row *);
/* Close the other open tasks of its row; with NULL all there are. */
void		 task_close_others(struct act_work *, const struct task_row *but,
		    enum outcome, int64_t at);

/* Standard of a task as the clock wants it. */
struct standard	 task_standard(const struct task_row *);

/* -- when it occurred (moment.c) --------------------------------------- */

/* The act on w->t occurred at w->at: is that possible?  A task that nobody
 * had yet is received then. */
int		 backdate_act(struct act_work *);
/* Likewise of a finish, whose work may have begun before the claim; a task
 * not claimed is claimed with it when `claims`. */
int		 backdate_finish(struct act_work *, int claims);
/* An end of the whole case: nothing of it was recorded later. */
int		 backdate_end(struct act_work *);

/* -- moves (open.c, flow.c) -------------------------------------------- */

/* A new visit of a row as the SOP has it, opened now, of no number yet. */
void		 task_open_row(struct act_work *, const struct sop_row *,
		    const char *performer, struct task_row *);
/* Put a loaded or new task into task[]; NULL when there are too many. */
struct task_row	*act_add_task(struct act_work *, const struct task_row *, int fresh);
/* Open row `pos` as a new visit of each of its performers. */
int		 task_open(struct act_work *, int pos);
/* A side task of a row, for its fallback role, else for the nearest of the
 * office; blocks nothing. */
int		 task_open_side(struct act_work *, const struct task_row *of);
/* End the case. */
void		 transition_end(struct act_work *, const char *result, int64_t at);
/* When did the row of this closed visit end: with its last signer. */
int64_t		 transition_row_end(struct act_work *, const struct task_row *);
/* Go on after this visit: wait for the row's others, or the next row, or the
 * end. */
int		 transition_next(struct act_work *, struct task_row *);
/* Finish w->t, and go on: forward; send back to a row; refuse. */
int		 transition_forward(struct act_work *);
int		 transition_return(struct act_work *, int to);
int		 transition_refuse(struct act_work *);
/* Let the system do the rows that are its own, as long as there are any. */
int		 transition_system(struct act_work *);

/* -- form and messages (typed.c, notice.c) ----------------------------- */

/* Check the form's values and files (all that the row requires, or only what
 * was given) and note them: subject, applicant, documents. */
int		 act_form(struct act_work *, const struct sop_row *, int required);
/* Whoever finishes w->t late picks one reason. */
int		 lateness_take(struct act_work *);
/* Copy text, cut at a character's edge. */
void		 utf8_copy(char *buf, size_t size, const char *text);

/* Queue a message to the applicant, sent when the event stands. */
void		 act_message(struct act_work *, const char *kind, int64_t task_id,
		    const char *text);
/* The fact that a task's applicant was reminded: of one message only. */
void		 act_message_fact(int64_t task_id, char fact[ACT_FACT_SIZE]);
/* Write down what act_message() queued. */
void		 act_message_write(struct act_work *);

/* -- beginning --------------------------------------------------------- */

/* A new case of w->start, numbered in the year of its opening: K-2026-0412;
 * the letter says how it came. */
void		 act_start_case(struct act_work *, char letter);

/* Institution of an outsider, 0 for an official; -1 for nobody who is active,
 * of an active institution. */
int64_t		 institution_of(struct office *, int64_t person_id);

/* Spans of a task by instant; *list is given, with room for `more`. */
size_t		 span_read(struct office *, int64_t task_id, size_t more,
		    struct span **list);

#endif
