/*
 * chart_return.h - bars per row of the SOPs: where is work sent back?
 *
 * One bar per row that sent something back: the share of its decisions that
 * were returns, and beside it the two counts.  Bars begin at zero; their
 * scale ends at a round figure above the longest.  Rows fall into the groups
 * of chart_role.h: ranked ones most first; those whose role has one holder, by
 * name; those with fewer than ten decisions, by name, as "2 dari 5".
 */
#pragma once

#include "reports/chart/canvas.h"
#include "reports/chart/chart.h"
#include "reports/chart/chart_role.h"
#include "reports/chart/share.h"

#define CHART_RETURN_MOST 20	/* rows drawn; the table has all */

struct chart_return_row {
	const char	*name;		/* "SIGAP, langkah 2" */
	const char	*activity;	/* its short name, or "" */
	struct share	 sent;		/* sent back, of all decided */
	int		 single;	/* one holder: never ranked or named */
};

struct chart_return {
	const char	*period;	/* "Oktober 2026" */
	const char	*column;	/* heading of the shares: "Oktober" */
	const char	*scope;		/* "SIGAP", or NULL for every SOP */
	const char	*note;		/* a sentence on the measure, or NULL */
	const char	*source;	/* source and instant of the data */
	struct share	 office;	/* of all rows together */
	struct chart_return_row	*rows;	/* those that sent something back */
	int		 n;
};

/* Put the rows in the order of chart and table. */
void	chart_return_sort(struct chart_return *);

/* The row where most is sent back, of sorted rows: NULL when another has the
 * same share, or when it must not be named. */
const struct chart_return_row	*chart_return_most(const struct chart_return *);

/* Like chart_role_draw(). */
struct canvas	*chart_return_draw(const struct chart_return *,
		    const struct typeface *, enum chart_layout, int scale);
