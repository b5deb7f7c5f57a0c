/*
 * act_hold.h - who has a task, and what it waits for.  None of these acts
 * moves the case on, and none begins a limit anew.
 *
 * All give the results of every act (case/act.h).
 */
#pragma once

#include "case/act.h"

/* "Ambil": a holder of the performer takes an open task that nobody has, and
 * has it in hand (case/hand.h).  CASE_STATE for an applicant's task, one that
 * waits for presence, or one that is taken. */
enum case_err	 act_claim(struct office *, struct act *);

/* "Kerjakan": the claimer takes in hand what waits with him.  CASE_STATE when
 * it is there, or lies outside. */
enum case_err	 act_take(struct office *, struct act *);

/* "Lepaskan": the claimer gives the task back to the role.  An administrator
 * may free a task that somebody else has claimed or was handed, with a note
 * that says why (CASE_INVALID "note"). */
enum case_err	 act_release(struct office *, struct act *);

/* "Alihkan": give the task to another holder of its performer, a->person_id,
 * who still has to claim it.  CASE_INVALID ("person_id") for anybody else;
 * CASE_STATE when a third person has it or it lies outside.  A superior
 * (below_has() of case/below.h) may give away what anybody below has, also to
 * himself where he holds the performer, with a note that says why
 * (CASE_INVALID "note"). */
enum case_err	 act_hand_over(struct office *, struct act *);

/*
 * A task of somebody who is away goes where a confirmed absence says,
 * a->absence_id: to its stand-in, a->person_id, who has it as the person had it
 * but not in hand; without one (0) back to the role; or back to the person who
 * was away.  Whoever acts needs no right of his own.  A task that lies outside
 * moves to a person alone.  CASE_STATE when it is no longer with who had it, is
 * about himself, or is none that the receiver may do.
 */
enum case_err	 act_move(struct office *, struct act *);

/* "Pemohon hadir": the receipt of a task that waits for presence, by an actor
 * who may do the task or a clerk of its performer. */
enum case_err	 act_present(struct office *, struct act *);

/* The claimer notes that the matter lies with an outside party, a->party with
 * a->register_no there; and that it is back, which moves the limit by the
 * working time of the wait. */
enum case_err	 act_outside(struct office *, struct act *);
enum case_err	 act_outside_back(struct office *, struct act *);

/* An internal note (kind "note") or a telephone note (any other: "call"), by
 * an official who sees the case, whatever version the task has. */
enum case_err	 act_note(struct office *, struct act *, const char *kind);
