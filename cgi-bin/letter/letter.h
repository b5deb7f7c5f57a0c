/* letter.h - the parts of the program of letters beside the page a letter is
 * composed on. */
#pragma once

struct reply;
struct request;

/*
 * Answer GET /surat: the register of outgoing letters, or with format=csv its
 * entries as a table file; 403 for a person who neither composes nor signs
 * letters and is no administrator.  The status of the answer.
 *
 * Names of persons are masked in both: numbers can be looked after without
 * knowing whose letter it is.  The name is read in the case, which each row
 * leads to and which checks the right to see it.
 */
int	 letter_book(struct request *, struct reply *);

/* Answer /surat/tarik/ID, GET and POST: an administrator cancels a letter
 * in force.  The status of the answer. */
int	 letter_withdrawal(struct request *, struct reply *);
