/*
 * bottleneck.h - the causes behind the figures of a period: why cases were sent
 * back, which visits waited longest, which cases took longest.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "month/month.h"

#define BOTTLENECK_MOST	5
#define BOTTLENECK_LEAST	3	/* times: less may tell of one person */

struct bottleneck_reason {
	char	text[160];
	int64_t	count;
};

struct bottleneck_wait {
	int64_t	case_id, time;		/* seconds: unclaimed, working time; or
					   outside, day and night */
	char	number[24], sop[96], no[8], role[160];
};

struct bottleneck_case {
	int64_t	case_id;
	char	number[24], sop[96];
	int64_t	own, queue, away;	/* working seconds; with others */
};

struct bottlenecks {
	struct bottleneck_reason	reason[BOTTLENECK_MOST];
	struct bottleneck_wait	wait[BOTTLENECK_MOST];
	struct bottleneck_wait	outside[BOTTLENECK_MOST];
	struct bottleneck_case	slow[BOTTLENECK_MOST];
	size_t			nreason, nwait, noutside, nslow;
};

/*
 * Of the period and SOP of these figures: reasons of returns given at least
 * BOTTLENECK_LEAST times (the usual phrases and the first line of what was
 * written), the longest waits in a queue of the office and with a party
 * outside, and the cases that
 * ended after the most working time in its hands; evaluations aside.
 */
enum case_err	 bottleneck_find(struct office *, const struct month_figures *,
		    struct bottlenecks *);
