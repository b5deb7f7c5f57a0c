/*
 * report_share.h - shares on time of the parts of an office: as numbers, as
 * rows of a chart, as cells of a table.
 */
#pragma once

#include <stddef.h>

#include "reports/chart/chart_role.h"
#include "reports/chart/share.h"

struct month_part;
struct page;
struct report;

/* The share of a part: in this period, in the one before, and in the same one
 * a year before. */
struct share	report_share(const struct month_part *);
struct share	report_share_before(const struct month_part *);
struct share	report_share_year(const struct month_part *);

/* "69-79%", the 95% interval of the share in whole percents, en dash when
 * nothing was counted; returns buf. */
char		*report_interval(char *buf, size_t, const struct month_part *);

/* The cases within their service time, of those decided and those that run past
 * it; of a part, or (NULL) nothing. */
struct share	report_kept(const struct month_part *);
/* Is the service time of some SOP of the report inferred, not promised? */
int		report_is_inferred(const struct report *);

/* The share the office would have, had its SOPs counted as in the period
 * before, in tenths; SHARE_NONE of one SOP, and without such a period. */
int		report_mixed(const struct report *);

/*
 * Fill a chart of shares with those of n parts that have anything to show,
 * without outsiders and the system, and sort it.  The kind of the chart and its
 * months are set by the caller.  0, or -1 when out of memory; the rows are
 * freed by report_close() either way.
 */
int	 report_share_rows_open(const struct report *, struct chart_role *,
	    const struct month_part *, size_t n);

/* Four cells: the share now and before, the change, and a year before (none
 * when the report has no year before). */
void	 report_share_cells(const struct report *, struct page *row,
	    const struct month_part *, int target);
