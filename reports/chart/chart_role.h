/*
 * chart_role.h - rows of shares: which role keeps its time, and which SOP?
 *
 * One row per role: bar for this period, black tick for the target, open
 * circle for the period before, thin line for the 95% interval, then
 * percentage, change and counts.  One row per SOP: instead of the bar a line of
 * twelve months, all rows on one scale.  Rows fall into three groups, drawn one
 * below the other: ranked ones, tier by tier, by name within a tier, whose
 * intervals meet; roles with one holder, by name; those with fewer than ten
 * tasks, by name, as "4 dari 5" without a bar.  Those without a task are one
 * sentence below.
 */
#pragma once

#include <stdint.h>

#include "reports/chart/canvas.h"
#include "reports/chart/chart.h"
#include "reports/chart/share.h"

#define ROLE_MONTHS 12

enum chart_role_kind { ROWS_OF_ROLES, ROWS_OF_SOPS };

struct chart_role_row {
	const char	*name;		/* as printed in the SOP */
	struct share	 now;		/* this period */
	struct share	 before;	/* the period before; 0 counted: none */
	struct share	 year;		/* twelve months, printed when few */
	int		 tier;		/* 0 the lowest (month_order.h) */
	int		 single;	/* one holder: never ranked or named */
	struct share	 month[ROLE_MONTHS];	/* of SOPs: the last n */
};

struct chart_role {
	enum chart_role_kind kind;
	const char	*period;	/* "Oktober 2026" */
	const char	*column;	/* heading of the figures: "Oktober" */
	const char	*before;	/* the period before: "September" */
	const char	*scope;		/* "SIGAP", or NULL for every SOP */
	const char	*note;		/* a sentence on the measure, or NULL */
	const char	*source;	/* source and instant of the data */
	int		 target;	/* tenths of a percent, or SHARE_NONE */
	struct share	 office;	/* of all roles together */
	struct chart_role_row	*rows;
	int		 n;
	/* Of SOPs: their months, and names of the first and the last. */
	int		 months;	/* 1 .. ROLE_MONTHS */
	int		 longer;	/* the period is longer than the last */
	int		 running;	/* the last month is not over */
	const char	*from, *to;	/* "Nov 2025", "Okt 2026" */
};

enum chart_role_group { ROLE_RANKED, ROLE_SINGLE, ROLE_FEW, ROLE_NONE };

enum chart_role_group	chart_role_group(const struct chart_role_row *);

/* Put the rows in the order of chart and table. */
void	chart_role_sort(struct chart_role *);

/*
 * Draw sorted rows; a canvas to be freed by the caller, or NULL when out of
 * memory.  The texts of the chart are borrowed for the call alone.
 */
struct canvas	*chart_role_draw(const struct chart_role *,
		    const struct typeface *, enum chart_layout, int scale);
