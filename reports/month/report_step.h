/*
 * report_step.h - the step of an SOP that figures are of: its row in the SOP
 * file, its name, and the time it took against its standard.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct month_part;
struct report;
struct sop_row;

/* The row of the SOP, or NULL when the SOP is not known. */
const struct sop_row *report_step(const struct report *,
	    const struct month_part *);

/* "SIGAP, langkah 2", in a report of one SOP "Langkah 2"; returns buf. */
char	*report_step_name(const struct report *, const struct month_part *,
	    char *buf, size_t);
/* The activity as the SOP prints it, "" when the SOP is not known. */
const char *report_step_activity(const struct report *,
	    const struct month_part *);

/* The times that count against the limit of a row, in seconds: of work, or from
 * receipt to end.  Median and nine of ten are -1 without a visit that was
 * done. */
struct report_step_measure {
	int64_t	median, p90, limit;
	int64_t	day;		/* length of a day of these durations */
};
void	 report_step_measure(const struct report *, const struct month_part *,
	    const struct sop_row *, struct report_step_measure *);

/* Seconds of a day for durations of a part: 24 hours outside the office and
 * for the system, else the working day at the end of the period. */
int64_t	 report_step_day(const struct report *, const struct month_part *);
