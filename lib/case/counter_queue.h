/*
 * counter_queue.h - the queue at one desk of a counter: the tasks that
 * wait for its performer, those done there today, the next number to hand out.
 *
 * people/counter_desk.h says which desks there are and who works at one.
 */
#pragma once

#include "case/case.h"
#include "sop/sop.h"

#define COUNTER_QUEUE_ROWS 25		/* beside the form, with no pager */
#define COUNTER_QUEUE_NUMBER 24		/* bytes of a number */

struct counter_queue_row {
	struct task_row	task;
	char		number[24];	/* of the case */
	char		subject[256];	/* or the queue number */
	int64_t		total;		/* of the whole queue, in every row */
};

/* Open tasks of the desk in the order they were received, those that wait for
 * the applicant last; COUNTER_QUEUE_ROWS of them at most.  Those whose subject
 * has the text `wanted` in it come first; "": all are alike.  Given. */
enum case_err	 counter_queue_list(struct office *, const char *performer,
		    const char *wanted, struct counter_queue_row **,
		    size_t *count);

/* How many of its tasks were finished since an instant. */
int64_t		 counter_queue_done(struct office *, const char *performer,
		    int64_t since);

/* The next number to hand out, "007": one more than the cases of the SOP
 * version that were opened since an instant, usually the morning.  Returns
 * buf. */
char		*counter_queue_next(struct office *, int64_t version_id,
		    int64_t since, char buf[COUNTER_QUEUE_NUMBER]);

/*
 * One press finishes the rows of a desk that follow one another: when each of
 * them was done.  The officer's time is shared by their standards, from `begun`
 * (0: hand_began() of the first) to `end`, which is `now` or told; each row
 * begins where the one before it ends, and done[n - 1] is `end`.
 */
void		 counter_queue_share(struct office *, int64_t person_id,
		    const struct task_row *first, int64_t begun, int64_t end,
		    int64_t now, const struct sop_row *const row[], size_t n,
		    int64_t done[]);
