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
