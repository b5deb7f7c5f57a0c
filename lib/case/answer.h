/*
 * answer.h - the answer of a case ("surat jawaban"): the file the applicant
 * gets, once it is given out.  Drafts and instructions stay in the office.
 */
#pragma once

#include "case/case.h"
#include "case/document.h"
#include "case/task.h"

/* All files and tasks of a case, in the order of case_documents() and
 * case_tasks(); borrowed. */
struct answer_files {
	const struct case_row	*c;
	const struct task_row	*task;
	size_t			 ntask;
	const struct document	*document;
	size_t			 ndocument;
};

/* Is the answer given out: was its download row opened or, where the SOP has
 * none, did the case end as done or refused? */
int			 answer_is_given(const struct answer_files *);

/* The answer: the newest file of the last approve or deliver row that was
 * finished with one, also by a refusal; NULL when there is none. */
const struct document	*answer_find(const struct answer_files *);

/* Read the answer of a case, once it is given out.  CASE_OK, CASE_NOT_FOUND
 * when there is none (yet), CASE_DB. */
enum case_err		 case_answer(struct office *, const struct case_row *,
			    struct document *);
