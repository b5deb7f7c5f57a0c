/*
 * chart_heat.h - rows of the SOPs by months: where in the SOP is time lost?
 *
 * One line per row, in the order of the SOPs, one cell per month: the share on
 * time as a whole percent, on one of five colours around the target.  A month
 * with fewer than five tasks has an en dash and no colour.  When there are
 * many rows, those with most late tasks are drawn.
 */
#pragma once

#include <stdint.h>

#include "reports/chart/canvas.h"
#include "reports/chart/chart.h"
#include "reports/chart/share.h"

#define HEAT_MONTHS 12
#define HEAT_LEAST 5		/* tasks of a cell with a share */
#define HEAT_MOST 20		/* rows drawn */

/* Around the target: more than 20 points below it, more than 10, below; on it,
 * and in the upper half between it and 100%. */
enum heat_class {
	HEAT_FAR,
	HEAT_LOW,
	HEAT_NEAR,
	HEAT_ON,
	HEAT_ABOVE,
	HEAT__MAX
};

struct chart_heat_row {
	const char	*sop;		/* heading over its rows */
	const char	*name;		/* "Langkah 2" */
	const char	*activity;	/* its short name, or "" */
	int64_t		 order;		/* place among all rows */
	int		 single;	/* one holder: never named in a title */
	struct share	 month[HEAT_MONTHS];	/* the last n, oldest first */
};

struct chart_heat {
	const char	*scope;		/* one SOP: no headings; or NULL */
	const char	*note;		/* a sentence on the measure, or NULL */
	const char	*source;	/* source and instant of the data */
	int		 target;	/* tenths of a percent, or SHARE_NONE */
	int		 year, month;	/* of the last column */
	int		 n;		/* months, 1 .. HEAT_MONTHS */
	struct chart_heat_row	*rows;
	int		 nrows;
	int		 all;		/* rows before the choice */
	int		 judged, below;	/* of all, in the last month */
	/* The row with most late tasks; NULL when two have as many, or when
	 * it must not be named. */
	const struct chart_heat_row	*most;
};

/*
 * Of rows in any order leave out those without a cell to show, and all but the
 * HEAT_MOST with most late tasks; put the others in their order; count them.
 */
void	chart_heat_choose(struct chart_heat *);

/* Has a month a share of its own? */
int	chart_heat_has(struct share);
/* "76", or an en dash; as in the table. */
char	*chart_heat_words(char *buf, size_t, struct share, int target);
/* Tasks that were late, of all months. */
int64_t	chart_heat_late(const struct chart_heat_row *);
/* The class of a whole percent; the colour of its cells, and of letters on
 * them.  Outside the drawing only tests ask. */
enum heat_class	chart_heat_class(int percent, int target);
int	chart_heat_colour(enum heat_class);
int	chart_heat_ink(enum heat_class);

/* Like chart_role_draw(), of rows that were chosen. */
struct canvas	*chart_heat_draw(const struct chart_heat *,
		    const struct typeface *, enum chart_layout, int scale);
