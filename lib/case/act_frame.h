/*
 * act_frame.h - one act under way: the frame around every act.
 *
 * act_run() opens the transaction, raises the case's number of events, loads
 * the case with its open tasks and checks the version; the act's own function
 * changes the rows in memory; act_record() writes the event with what
 * changed and saves the rows.  One act may record several events (a system
 * row that follows closes at once).
 *
 *	static int
 *	claim(struct act_work *w)
 *	{
 *		... check w->t, change it ...
 *		return act_record(w, "claim", w->t->id, w->actor_kind);
 *	}
 *
 *	static const struct act_kind act = { "claim", claim, 0 };
 *	return act_run(office, a, &act, NULL);
 *
 * For files that make an act, in this room and in those above it that have
 * acts of their own (letters, corrections of a month, take-overs, reminders,
 * the simulator); pages use case/act.h and the header of the act.
 */
#pragma once

#include <jansson.h>

#include "case/act.h"
#include "case/case.h"
#include "case/task.h"
#include "office/change.h"
#include "sop/sop.h"
#include "store/event.h"

struct act_start;
struct calendar;
struct field_form;

#define ACT_TASKS 128
#define ACT_SPANS 256
#define ACT_MESSAGES 8

struct act_work;

/* A kind of act. */
struct act_kind {
	const char	*kind;			/* of the event */
	int		(*fn)(struct act_work *);
	int		 any_version;		/* whatever the page knew */
};

struct act_task {
	struct task_row	now, was;
	int		fresh;		/* not yet in the database */
	int		opened;		/* by this act */
	int		held;		/* only taken up or laid down (case/
					   hand.h): pages of it still hold */
};

struct act_span {
	int64_t	task_id, from;
	char	phase[12];
	char	party[64];	/* slug of an outside party, or "" */
	int	still;		/* as in struct span */
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
	const struct sop_row	*via;		/* the row before what is
						   opened passed the matter on
						   through a party, or NULL */
	int64_t			 clock;		/* of the machine; a->now is
						   later when it went back */
	int64_t			 at;		/* when it occurred */
	int64_t			 who;		/* the actor, or the holder a
						   clerk records for */
	const char		*capacity;
	enum actor_kind		 actor_kind;
	int			 parts;		/* the row from which on the
						   case parts; 0 */
	int			 beside;	/* of a case beside the act's */
	const char		*broken;	/* why the act cannot stand */
	int			 recorded;	/* an event was written */
	struct case_row		 c, c_was;
	int			 c_fresh;
	struct act_task	 task[ACT_TASKS];
	size_t			 ntask;
	struct task_row		*t;		/* the act's task, in task[] */
	struct act_span	 span[ACT_SPANS];
	size_t			 nspan;
	struct act_message_item	 message[ACT_MESSAGES];
	size_t			 nmessage;
	struct field_form	*form;		/* as typed, checked */
	int64_t			 form_task;	/* with files to be saved */
	json_t			*payload;	/* of the next event */
	json_t			*effect;	/* what it says beside the
						   changed columns, or NULL */
};

/* Run one act on a->task_id, or on a->case_id without it.  With a start, on a
 * new case. */
enum case_err	 act_run(struct office *, struct act *,
		    const struct act_kind *, const struct act_start *start);

/* Within an act, one more of the same actor on a task of another case, as it
 * occurred at an instant or, from w->clock on, now.  It asks for no right and
 * carries no texts. */
int		 act_beside(struct act_work *, int64_t task_id, int64_t at,
		    const struct act_kind *);

/* The work as before the act: to run it again, or for the next case. */
void		 act_reset(struct act_work *);
/* Many acts of the system in one transaction: fn makes each of the work's
 * parts, after act_reset(), with a start and an SOP of its own. */
typedef int act_batch_fn(struct act_work *, void *arg);
enum case_err	 act_batch(struct office *, const struct change *,
		    const struct act_kind *, act_batch_fn *, void *arg);

/* A text that was typed goes into the payload of the event, unless it is NULL
 * or empty. */
void		 act_say(struct act_work *, const char *key, const char *text);

/* May the actor do the task w->t: now, or when it occurred, for the holder a
 * clerk records for?  CASE_OK, and w->capacity says as what; CASE_DENIED. */
int		 act_may(struct act_work *);
/* The same of a task that has to be open: also CASE_STATE. */
int		 act_may_now(struct act_work *);

/* Is the person an active administrator; an active person of the office? */
int		 act_is_admin(struct act_work *, int64_t person_id);
int		 act_is_official(struct act_work *, int64_t person_id);

/* Put a loaded or new (`fresh`) task into w->task[]: where it lies there, or
 * NULL when there are too many, which breaks the act. */
struct task_row	*act_add_task(struct act_work *, const struct task_row *,
		    int fresh);
