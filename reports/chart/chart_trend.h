/*
 * chart_trend.h - twelve months: is it getting better?
 *
 * A line of the share on time, with the target dashed, the last value large
 * and the lowest explained; below it, on the same months, the number of steps
 * as bars.
 */
#pragma once

#include <stdint.h>

#include "reports/chart/canvas.h"
#include "reports/chart/chart.h"
#include "reports/chart/share.h"

#define TREND_MONTHS 12

struct chart_trend_month {
	int		 year, month;	/* month 1 .. 12 */
	struct share	 share;
	int64_t		 done;		/* steps finished */
};

struct chart_trend {
	const char	*scope;		/* "SIGAP", or NULL for every SOP */
	const char	*lowest;	/* why the lowest is low, or NULL */
	const char	*note;		/* a sentence on the measure, or NULL */
	const char	*source;	/* source and instant of the data */
	int		 target;	/* tenths of a percent, or SHARE_NONE */
	/* The last n months, oldest first; fewer while there is no history. */
	struct chart_trend_month	month[TREND_MONTHS];
	int		 n;		/* 1 .. TREND_MONTHS */
};

/* The first month with the lowest share, or -1 when none is higher. */
int	chart_trend_lowest(const struct chart_trend *);

/* Like chart_role_draw(). */
struct canvas	*chart_trend_draw(const struct chart_trend *,
		    const struct typeface *, enum chart_layout, int scale);
