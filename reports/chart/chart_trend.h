/*
 * chart_trend.h - twelve months: is anything different?
 *
 * A line of the share on time between its natural limits, with the target
 * dashed and the value of the period large; a month outside the limits is
 * marked, no other.  Below it, on the same months, the number of steps as
 * bars.  A month that is not over is drawn unfinished, and judged by nothing.
 */
#pragma once

#include <stdint.h>

#include "base/noise.h"
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
	const char	*note;		/* a sentence on the measure, or NULL */
	const char	*source;	/* source and instant of the data */
	int		 target;	/* tenths of a percent, or SHARE_NONE */
	/* A period of several months, "Tahun 2026", and its own share; NULL:
	 * it is the last month. */
	const char	*period;
	struct share	 own;
	int		 own_months;	/* of those drawn, the last ones */
	int		 running;	/* the last month is not over */
	/* The last n months, oldest first; fewer while there is no history. */
	struct chart_trend_month	month[TREND_MONTHS];
	int		 n;		/* 1 .. TREND_MONTHS */
};

/* The share the chart is about: of the period, or of the last month. */
struct share	 chart_trend_own(const struct chart_trend *);

/* The natural limits of the months that are over: 0, or -1 when they are too
 * few.  In words "78,8-93,8%", with an en dash; returns buf. */
int		 chart_trend_limits(const struct chart_trend *,
		    struct noise_limits *);
char		*chart_trend_limits_words(char *buf, size_t,
		    const struct noise_limits *);
/* Is a month outside these limits?  -1 below, 1 above, else 0. */
int		 chart_trend_signal(const struct chart_trend *,
		    const struct noise_limits *, int month);

/* Like chart_role_draw(). */
struct canvas	*chart_trend_draw(const struct chart_trend *,
		    const struct typeface *, enum chart_layout, int scale);
