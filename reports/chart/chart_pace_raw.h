/*
 * chart_pace_raw.h - between the files of the two-dot rows: chart_pace.c
 * chooses columns and draws what is around the rows, chart_pace_row.c the rows.
 */
#ifndef REPORTS_CHART_CHART_PACE_RAW_H
#define REPORTS_CHART_CHART_PACE_RAW_H

#include "page/format.h"
#include "reports/chart/chart_pace.h"
#include "reports/chart/chart_rows.h"

#define PACE_DOT	5.0	/* radius of the median */
#define PACE_RING	6.5	/* of nine of ten */
#define PACE_STEPS	5	/* doublings from 1/8 to 4 */

struct pace_plan {
	struct chart_rows	 r;
	const struct chart_pace	*data;
	int			 n;		/* rows drawn */
	double			 standard, median, p90;	/* right ends */
	double			 high;		/* of a row with dots */
	int			 dots;		/* some row has them */
	int			 beyond;	/* some dot is off the scale */
};

/* Where a multiple of the standard lies; `step` 0 is an eighth, 3 the
 * standard, 5 four times. */
double	pace_x(const struct pace_plan *, double step);
/* A duration as the table prints it. */
char	*pace_words(char buf[PACE_WORDS], const struct chart_pace_row *,
	    int64_t seconds);

/* All rows, group by group; returns the y below. */
double	pace_draw_rows(const struct pace_plan *, double y);

#endif
