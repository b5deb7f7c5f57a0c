/*
 * answer.h - which papers of a case are whose: drafts and instructions stay in
 * the office, the answer is the applicant's once it is given out.
 */
#ifndef CASE_ANSWER_H
#define CASE_ANSWER_H

#include "case/case.h"

/* All papers and tasks of a case, in the order of case.h; borrowed. */
struct answer_papers {
	const struct case_row	*c;
	const struct task_row	*task;
	size_t			 ntask;
	const struct document	*document;
	size_t			 ndocument;
};

/* Is the answer given out: was its download row opened or, where the SOP has
 * none, did the case end as done or refused? */
int			 answer_is_given(const struct answer_papers *);

/* The answer: the newest file of the last approve or deliver row that was
 * finished with one; NULL when there is none. */
const struct document	*answer_find(const struct answer_papers *);

/* The answer of a case, once it is given out: CASE_OK, CASE_NOT_FOUND when there
 * is none (yet), CASE_DB. */
enum case_err		 case_answer(struct office *, const struct case_row *,
			    struct document *);

#endif
