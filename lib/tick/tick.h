/*
 * tick.h - the work that is due by itself, done once a minute by `sopap tick`.
 *
 * One call looks at everything and does what is due at its instant:
 *
 *	evaluations	of the months before, each from the first working day
 *			after it on (a year of them is made up for)
 *	unfetched.h	letters that nobody fetched for 30 days
 *	reminder.h	applicants who are waited for, and requests that lapse
 *	digest.h	messages to the people of the office
 *	case/disposal.h	archives that go by an approved list
 *	case/absence_move.h
 *			tasks of people who are away from today on, or back
 *
 * Each is idempotent: a tick that is late, repeated or cut off does nothing
 * twice.  sweep.h, for what expires by itself, is called beside it; it has a
 * lease of its own, since it is done once an hour.
 *
 *	struct tick_rules rules = { 25, 3, "https://.../kotak-masuk" };
 *	err = tick(office, holder, &rules, now, &done);
 *
 * Nothing here sends: messages are queued for the messenger.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

/* Settings of an office about its upkeep (sopap.conf(5)). */
struct tick_rules {
	int		 soon_percent;	/* nearly late under this share left */
	int		 remind_days;	/* working days an applicant is waited
					   for before a reminder */
	const char	*inbox;		/* address of the inbox, for messages */
};

/*
 * Do what is due at `now` (seconds UTC).  `holder` names the process in the
 * lease that keeps others out (office/lease.h); without rules (NULL) nobody is
 * sent anything.  *done gets the number of acts and messages.
 *
 * CASE_REPEATED: another process has the lease; CASE_STATE: the office has no
 * calendar; else the first failure, after all else was done.
 */
enum case_err	 tick(struct office *, const char *holder,
		    const struct tick_rules *, int64_t now, int *done);

/* For the parts of a tick: count an act that was done, pass over one that was
 * done before or is not possible, keep the first other failure in *first. */
void		 tick_count(enum case_err, int *done, enum case_err *first);
