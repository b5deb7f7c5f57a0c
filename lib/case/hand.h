/*
 * hand.h - what an officer has in hand: one task at a time.
 *
 * Work counts for the task in hand.  A task comes into a hand by being claimed
 * or taken up ("Kerjakan"), and leaves it when it is sent, given away, or when
 * its officer takes another.  What is claimed and not in hand waits: it is in
 * the phase "queue", as if nobody had it yet.  Who acts on a task that waits
 * has worked on it since his previous act, as at a counter; so nobody has to
 * press anything before he works.
 *
 * The acts of one person therefore lie behind one another.  What he tells of
 * an earlier time is taken as told, though it may overlap.
 *
 * Before schema 2 a claim was in hand until it was sent, any number of them.
 * That stays counted as it was; the first act of the officer after the upgrade
 * leaves one in hand.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

struct act_work;
struct task_row;

/* Since when work on a task would count, if the person acted on it at an
 * instant, now or as is `told`: the beginning of its being in hand, else the
 * later of the beginning of its waiting and the person's previous act; never
 * after that instant. */
int64_t		 hand_began(struct office *, int64_t person_id,
		    const struct task_row *, int64_t at, int told);

/* Would a limit of work be exceeded if the person finished the task now?  1 or
 * 0, of other limits too. */
int		 hand_exceeds(struct office *, int64_t person_id,
		    const struct task_row *, int64_t now);

/* Is the open task in the hand of the one who has claimed it?  1 or 0. */
int		 hand_holds(const struct task_row *);
/* The task a person has in hand: its id, 0 for none. */
int64_t		 hand_task(struct office *, int64_t person_id);

/*
 * Within an act, of w->t and w->who.  CASE_OK; CASE_DB breaks the act.
 *
 * hand_take() takes the task up at an instant, and lays down what was in hand.
 * hand_keep() does so of a task that stays open: what he turned to since that
 * instant, if it is told later, lays it down again.
 * hand_go_on() does so of what he has claimed: pages of it still hold.
 * hand_work() takes it up for an act of work on it at w->at, if he has not;
 * `first` is the told beginning, else w->at.  A task that nobody has is claimed
 * by that.
 * hand_alone() lays down whatever else is in hand at an instant.
 */
int		 hand_take(struct act_work *, int64_t from);
int		 hand_keep(struct act_work *, int64_t from);
int		 hand_go_on(struct act_work *);
int		 hand_work(struct act_work *, int64_t first);
int		 hand_alone(struct act_work *, int64_t from);

/* When w->who first worked on another task than w->t from an instant on; 0
 * when he has not. */
int64_t		 hand_turned(struct act_work *, int64_t since);
