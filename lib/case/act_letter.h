/*
 * act_letter.h - what the acts of a case do to its letters.
 *
 * A letter is prepared at the row that approves it (letter/letter.h), and what
 * becomes of it is decided by the act that ends the visit: sent with the
 * signed file it is in force, by any other end it is cancelled.  All of it
 * happens in the transaction of that act.  The event says it (`letters`: a
 * list of numbers for each new state).
 */
#pragma once

struct act_work;

/*
 * May the form of w->t be sent with the letter that is prepared at it?  Call
 * it behind act_form(); `refuses`: the act refuses the request.  CASE_OK, also
 * when no letter is prepared; CASE_INVALID on the decision when the letter says
 * the opposite, on number or date when they are not the letter's, and on the
 * row's file when that is missing.
 */
int	 act_letter_check(struct act_work *, int refuses);

/* The act is sent with the signed file: what is prepared at w->t is in force,
 * and stands in the place of letters of its kind.  Nothing happens
 * while the file is missing that the row asks for. */
void	 act_letter_send(struct act_work *);

/* Cancel all that is only prepared in the case. */
void	 act_letter_cancel(struct act_work *);

/* The sending of w->t is taken back: its letters are only prepared again, and
 * those they had replaced are in force. */
void	 act_letter_recall(struct act_work *);
