/*
 * act_letter.h - what the acts of a case do to its letters.
 *
 * A letter is prepared at the row that approves it (letter/letter.h), and what
 * becomes of it is decided by the act that ends the visit: sent with the
 * signed file it is in force, by any other end it is cancelled.  Until it has
 * left the office it is also cancelled by what undoes the decision: a return to
 * its row or before, a refusal, the end of the case without one.  All of it
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

/*
 * Cancel all that is only prepared in the case, and what was sent by rows from
 * `from` on (ACT_LETTER_PREPARED: nothing) as long as nobody outside has it;
 * `why` is its reason.
 * A letter that the applicant has got or was told of stays in force whatever
 * becomes of the case: he may have shown it, so it is not to end unseen, as the
 * by-product of another act.  An administrator cancels it by an act of its own
 * that says why (letter_withdraw()).  What w->t sends in this act stays, too.
 */
#define ACT_LETTER_PREPARED	0
void	 act_letter_cancel(struct act_work *, int from, const char *why);

/* The sending of w->t is taken back: its letters are only prepared again, and
 * those they had replaced are in force. */
void	 act_letter_recall(struct act_work *);
