/*
 * chart_pace.h - two-dot rows: how long does it really take?
 *
 * One row per step: a filled dot at the median, an open one where nine of ten
 * were done, on a doubling scale of shares of the standard, so that thirty
 * seconds and ten days fit one chart; a line at the standard, and the real
 * durations at the right.  Steps fall into the same three groups as roles:
 * ranked ones slowest first; those of a single holder, and those done fewer
 * than ten times, by name.
 */
#pragma once

#include <stdint.h>

#include "reports/chart/canvas.h"
#include "reports/chart/chart.h"
#include "reports/chart/share.h"

#define PACE_MOST 12		/* rows drawn; langkah.csv has all */

struct chart_pace_row {
	char		 name[160];	/* "RKT, langkah 4" */
	char		 who[160];	/* performer as printed */
	char		 standard[48];	/* "10-20 menit" */
	struct share	 share;		/* on time, printed when few */
	int64_t		 done;
	int64_t		 limit;		/* upper end of the standard, seconds */
	int64_t		 median, p90;	/* of done steps, seconds */
	int64_t		 day;		/* length of a day of these */
	int		 single;	/* performer with one holder */
	int		 place;		/* among the rows of the SOPs */
};

struct chart_pace {
	const char	*period;	/* "Oktober 2026" */
	const char	*scope;		/* "SIGAP", or NULL for every SOP */
	const char	*source;	/* source and instant of the data */
	struct chart_pace_row	*rows;
	int		 n;
};

enum chart_pace_group { PACE_RANKED, PACE_SINGLE, PACE_FEW };

enum chart_pace_group	chart_pace_group(const struct chart_pace_row *);

/* 1 when a tenth of the steps or more took longer than the standard, and the
 * step was done at least SHARE_LEAST times; else 0. */
int	chart_pace_is_over(const struct chart_pace_row *);

/*
 * A duration as chart and table print it, by the units of format_duration();
 * "> 10 menit" when it is longer than the limit but would read the same.
 */
#define PACE_WORDS 128
char	*chart_pace_words(char buf[PACE_WORDS], int64_t seconds,
	    int64_t limit, int64_t day);

/* Put the rows in order: first the PACE_MOST that are drawn, the slowest of
 * all groups. */
void	chart_pace_sort(struct chart_pace *);

/* Like chart_role_draw(). */
struct canvas	*chart_pace_draw(const struct chart_pace *,
		    const struct typeface *, enum chart_layout, int scale);
