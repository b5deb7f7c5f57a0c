/*
 * claim_list.h - open tasks that somebody of the office has claimed or was
 * handed, for an administrator: those whose holder can no longer do them come
 * first.  act_release() frees one.
 */
#pragma once

#include "case/case.h"


struct claim_item {
	struct task_row	 task;
	char		 number[24];	/* of the case */
	char		 subject[256];
	char		 sop_name[96];
	int64_t		 person_id;	/* who has it */
	char		 holder[160];
	int		 lost;		/* that person is inactive, or holds
					   no role of its performer at `now` */
};

/* Given, free() *list; *total counts all there are. */
enum case_err	 claim_list(struct office *, int64_t now, int64_t offset,
		    int64_t limit, struct claim_item **list, size_t *count,
		    int64_t *total);
/* All that a person has; given, free() *list. */
enum case_err	 claim_list_of(struct office *, int64_t person_id, int64_t now,
		    struct claim_item **list, size_t *count);
/* One of them; CASE_NOT_FOUND when nobody has it. */
enum case_err	 claim_list_get(struct office *, int64_t task_id, int64_t now,
		    struct claim_item *);
