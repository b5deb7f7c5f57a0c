/*
 * behalf.h - acts that a clerk wrote down for a holder (people/clerk.h): the
 * holder hears of them at once, and may say "bukan tindakan saya".
 *
 * That is an event of the case and stands among the signs of the month; the act
 * stays, as all that is recorded.
 *
 *	behalf_list(o, case, person, &list, &n);
 *	struct act a = { .actor = { .person_id = person },
 *	    .task_id = list[0].task_id, .note = "Saya cuti hari itu." };
 *	behalf_contest(o, &a);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/act.h"

struct act_work;

/* Tell the holder of an act that is about to be recorded for them; once a
 * task. */
void		 behalf_tell(struct act_work *);

/* A task with acts that were written down for a person. */
struct behalf {
	int64_t	task_id, pos;
	int64_t	at;			/* when the last was written down */
	char	clerk[160];		/* by whom */
};

/* The tasks of a case with such acts that the person has not contested, the
 * last first; given, free() *list.  CASE_OK, CASE_DB. */
enum case_err	 behalf_list(struct office *, int64_t case_id,
		    int64_t person_id, struct behalf **list, size_t *count);

/* The acts written down for the actor at a->task_id were none of theirs;
 * a->note says how it was.  The results of every act (case/act.h): CASE_STATE
 * when there are none, or they were contested before. */
enum case_err	 behalf_contest(struct office *, struct act *);
