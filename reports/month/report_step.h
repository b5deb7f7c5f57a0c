/*
 * report_step.h - the step of an SOP that figures are of: its row in the SOP
 * file, its names, and its visits against their limits.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct month_pace_row;
struct month_part;
struct report;
struct sop_row;

/* The row of the SOP, or NULL when the SOP is not known. */
const struct sop_row *report_step(const struct report *,
	    const struct month_part *);

/* "SIGAP, langkah 2", in a report of one SOP "Langkah 2"; returns buf. */
char	*report_step_name(const struct report *, const struct month_part *,
	    char *buf, size_t);
/* The short name of the activity, and the activity with its slips mended; ""
 * when the SOP is not known. */
const char *report_step_short(const struct report *,
	    const struct month_part *);
const char *report_step_activity(const struct report *,
	    const struct month_part *);

/* Its performer as printed, and its time, "10-20 menit" or "" without one;
 * each returns buf. */
char	*report_step_who(const struct report *, const struct month_part *,
	    char *buf, size_t);
char	*report_step_standard(const struct report *,
	    const struct month_part *, char *buf, size_t);

/* How its visits stand against their own limits; NULL without a visit. */
const struct month_pace_row *report_step_pace(const struct report *,
	    const struct month_part *);

/* Seconds of a day for durations of a part: 24 hours outside the office and
 * for the system, whose time is real.  Working time has no day (0): days of
 * the office are not equally long. */
int64_t	 report_step_day(const struct month_part *);
