/*
 * chart_pace.h - strips of visits: how long does it really take?
 *
 * One row per step, on it a thin line for each visit: the part of its own limit
 * that it used.  So thirty seconds and ten days fit one chart, and right of the
 * line at the limit is late, without exception.  A filled dot stands at the
 * median, an open one where nine of ten were done; at the right how many were
 * late.  Steps fall into the same three groups as roles: ranked ones slowest
 * first; those of a single holder, and those done fewer than ten times, by
 * name and without dots.
 *
 * Where no step has a standard the lines stand for durations, on a scale of
 * powers of ten, and nothing is late.
 */
#pragma once

#include <stdint.h>

#include "reports/chart/canvas.h"
#include "reports/chart/chart.h"
#include "reports/chart/share.h"

#define PACE_DRAWN 12		/* rows drawn; langkah.csv has all */

struct chart_pace_row {
	char		 name[160];	/* "RKT, langkah 4" */
	const char	*activity;	/* its short name, or "" */
	char		 who[160];	/* performer as printed */
	char		 standard[48];	/* "10-20 menit", "" without one */
	struct share	 share;		/* on time; durations: 0 of n */
	const int64_t	*value;		/* sorted: thousandths of the limit of
					   each visit, or seconds */
	int		 n;
	int64_t		 median, p90;	/* of these */
	int		 single;	/* performer with one holder */
	int		 place;		/* among the rows of the SOPs */
};

struct chart_pace {
	const char	*period;	/* "Oktober 2026" */
	const char	*scope;		/* "SIGAP", or NULL for every SOP */
	const char	*source;	/* source and instant of the data */
	int		 durations;	/* no step has a standard: seconds */
	struct chart_pace_row	*rows;
	int		 n;
};

enum chart_pace_group { PACE_RANKED, PACE_SINGLE, PACE_FEW };

enum chart_pace_group	chart_pace_group(const struct chart_pace_row *);

/* 1 when a tenth of the visits or more were late, of at least SHARE_LEAST; else
 * 0. */
int	chart_pace_is_over(const struct chart_pace_row *);

/* "62%" of thousandths of a limit; "> 100%" when it is late by less than it
 * would show.  And "34 dari 118": late, of a share on time.  Each returns
 * buf. */
#define PACE_WORDS 128
char	*chart_pace_part(char buf[PACE_WORDS], int64_t thousandths);
char	*chart_pace_late(char buf[PACE_WORDS], struct share on_time);

/* Put the rows in order: first the PACE_DRAWN that are drawn, the slowest of
 * all groups. */
void	chart_pace_sort(struct chart_pace *);

/* Like chart_role_draw(). */
struct canvas	*chart_pace_draw(const struct chart_pace *,
		    const struct typeface *, enum chart_layout, int scale);
