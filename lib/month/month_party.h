/*
 * month_party.h - what was with the parties outside the office in a period.
 *
 * A wait is a stretch of a visit whose matter lay with a party (case/span.h).
 * Counted is the part of it within the period, in working time of the office
 * and in real time; the two are never added.  It is computed from the visits,
 * also of a closed month: their spans do not change.  Visits that were taken
 * back do not count.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "month/month.h"

struct month_party {
	char	slug[64];	/* office/party.h; "" when nobody said */
	char	name[160];	/* as the office's list has it now */
	int64_t	cases;		/* that were there in the period */
	int64_t	waits;		/* how often */
	int64_t	work, real;	/* seconds there, of all together */
	int64_t	now;		/* cases there at its end */
};

/*
 * The parties that had something in the period and SOP of these figures, the
 * one with the most real time first; corrected figures have the working time of
 * the calendar in force.  Given, free() *list; NULL when there are none.
 * CASE_OK, CASE_NOT_FOUND (no such SOP), CASE_DB.
 */
enum case_err	 month_party_list(struct office *, const struct month_figures *,
		    struct month_party **list, size_t *count);
