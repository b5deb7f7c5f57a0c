/*
 * report_trend.h - the months of the trend.
 */
#pragma once

#include "reports/chart/share.h"

struct month_part;
struct report;

/* The shares of an SOP or a row in the months that the trend shows, into `out`
 * with room for MONTH_SERIES.  The trend is opened first. */
void	 report_trend_series(const struct report *,
	    const struct month_part *, struct share *out);
