/*
 * desk.h - the queue at one desk of a counter: what waits for its performer
 * now, what was done there today, and the next number to hand out.
 *
 * A desk is a performer (a column of the SOP form) whose work stands in an SOP
 * with physical acts (rows of the kind `record`): only such work is done by
 * one keypress.
 */
#ifndef CASE_DESK_H
#define CASE_DESK_H

#include "case/case.h"

#define DESK_ROWS 25

struct desk_row {
	struct task_row	task;
	char		number[24];	/* of the case */
	char		subject[256];	/* the queue number, where the SOP has one */
	int64_t		total;		/* of the whole queue, in every row */
};

struct desk_station {
	char	performer[96];
};

/* A kind of row that one keypress at a counter can finish. */
int		 desk_kind(const char *kind);

/* Performers that are a desk in the SOPs in force at `now`: those the person
 * may act for, or with 0 all.  Given. */
enum case_err	 desk_stations(struct office *, int64_t person_id,
		    int64_t now, struct desk_station **, size_t *count);

/* Its open tasks in the order they were received, those that wait for the
 * applicant last; DESK_ROWS of them at most.  Given. */
enum case_err	 desk_queue(struct office *, const char *performer,
		    struct desk_row **, size_t *count);

/* How many of its tasks were finished since an instant. */
int64_t		 desk_done(struct office *, const char *performer,
		    int64_t since);

/* How many cases of an SOP version were opened since an instant. */
int64_t		 desk_opened(struct office *, int64_t version_id,
		    int64_t since);

#endif
