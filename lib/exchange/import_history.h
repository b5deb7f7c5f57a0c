/*
 * import_history.h - finished cases of an older system become cases of this
 * one, so that an office can evaluate its past year on its first day.
 *
 * The log's activities become the rows of an imported procedure, its
 * performers roles; a role that the office has under the same name is used.
 * The procedure is an SOP version that nobody can start: it ended when it was
 * imported.  Each case is one visit after the other: received when the one
 * before was finished, in hand since its beginning where the log tells that,
 * else since its receipt.  Every case has an event "import", from which it
 * can be rebuilt like any other.
 */
#pragma once

#include "clock/standard.h"
#include "exchange/import_log.h"
#include "office/change.h"

/* The time standard of an activity; one without has no verdicts. */
struct import_standard {
	const char	*activity;
	const char	*text;		/* as written: "5 hari" */
	struct standard	 standard;
};

struct import_request {
	const char	*slug;		/* small letters, digits, hyphens; the
					   SOP is "impor-SLUG" */
	const char	*name;
	const struct import_standard *standard;
	size_t		 nstandard;
};

struct import_sums {
	size_t	cases, events;	/* imported */
	size_t	known;		/* cases that were imported before */
	size_t	rows, roles;	/* of the procedure; roles that are new */
};

/* Called now and then while cases are written. */
typedef void import_progress(void *arg, size_t done, size_t all);

/*
 * Note events that cannot be imported here as faults of the log, and take them
 * out: those of the future, of closed months, or outside the calendar's years.
 * Standards of activities that do not occur are refused by import_history().
 */
void	 import_history_check(struct office *, struct import_log *,
	    int64_t now);

/*
 * Import all events of the log in one transaction: all or nothing.  The same
 * log again imports nothing twice.  CASE_INVALID with the reason when the
 * procedure cannot be made (over 200 activities, a bad slug).
 */
enum case_err	 import_history(struct office *, const struct change *,
		    const struct import_log *, const struct import_request *,
		    import_progress *, void *arg, struct import_sums *);
