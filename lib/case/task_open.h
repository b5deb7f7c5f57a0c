/*
 * task_open.h - opening a row: who performs it, and a new task for each.
 */
#pragma once

struct act_work;
struct sop_row;
struct task_row;

/*
 * Open row `pos` of w->sop as a new visit, with a task for each performer.
 * "same-as:N" is the person (of outsiders the institution) who did row N last,
 * "superior-of:N" the position above that person, which must have a holder,
 * "a+b" everybody named, "setiap:ROLE" every holder in the unit of the case.  A
 * designated officer is the assignee.  From a row with `tiap` on the case parts
 * (w->parts), and no task is opened.
 * CASE_OK; CASE_STATE without a superior or a holder; CASE_DB.
 */
int		 task_open(struct act_work *, int pos);

/* Open the first task of a child case (case/case_child.h) at a row: its
 * person's, as a performer.  CASE_OK, CASE_DB. */
int		 task_open_child(struct act_work *, int pos,
		    const char *performer);

/* Open a side task of a task's row, for the row's fallback role, else for the
 * nearest performer who is of the office and has a holder.  CASE_OK,
 * CASE_DB. */
int		 task_open_side(struct act_work *, const struct task_row *of);

/* Fill *task as a visit of a row by a performer, opened at w->a->now and with
 * the row's limits; its visit number stays 0 and nothing is written. */
void		 task_open_row(struct act_work *, const struct sop_row *,
		    const char *performer, struct task_row *task);

/* An open task becomes one of another row, of w->sop, as its case has gone over
 * to that (case/version_move.h): its limit is that row's, counted from its
 * receipt; a side task keeps its own. */
void		 task_open_follow(struct act_work *, struct task_row *,
		    int pos);
