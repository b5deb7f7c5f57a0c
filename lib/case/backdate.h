/*
 * backdate.h - when an act occurred, where that is earlier than it is recorded
 * ("dicatat belakangan").
 *
 * Nothing may lie before what was recorded of the task last, with two
 * exceptions.  The first act on a task that nobody had yet may lie before its
 * opening, down to the end of what led to the task: it then is the receipt.
 * And a finish may say that its work began before the claim.
 *
 * All give CASE_OK or CASE_INVALID ("occurred_at", "begun_at").
 */
#pragma once

struct act_work;

/* May the act on w->t have occurred at w->at?  Then an untouched task is
 * received at that instant. */
int		 backdate_act(struct act_work *);

/* Likewise of a finish, whose work may have begun at w->a->begun_at; then the
 * task is in the hand of w->who, whose it becomes if it was nobody's. */
int		 backdate_finish(struct act_work *);

/* May the case as a whole have ended at w->at? */
int		 backdate_end(struct act_work *);
