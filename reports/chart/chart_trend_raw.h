/*
 * chart_trend_raw.h - between the files of the twelve months: chart_trend.c
 * has plot, axis and line, chart_trend_label.c the labels in the plot,
 * chart_trend_volume.c the bars and months below it.
 */
#ifndef REPORTS_CHART_CHART_TREND_RAW_H
#define REPORTS_CHART_CHART_TREND_RAW_H

#include "reports/chart/chart_trend.h"

/* Everything the drawing needs to know; y grows downwards. */
struct plan {
	struct canvas			*canvas;
	const struct typeface		*typeface;
	const struct chart_trend	*data;
	const struct chart_look		*look;
	int				 narrow;
	double				 left, right, top, bottom, slot;
	int				 floor, step;	/* of the axis */
	int				 lowest;	/* month, or -1 */
	int				 named;		/* target labelled */
	double				 base;		/* of the volume */
	struct text_style		 plain, strong, muted, last;
	struct box			 taken[8];	/* labels in the plot */
	int				 ntaken;
};

int	trend_has_share(const struct plan *, int i);
int	trend_tenths(const struct plan *, int i);
int	trend_is_below(const struct plan *, int i);

/* The middle of a month's column; the last month is always rightmost. */
double	trend_x(const struct plan *, int i);
double	trend_y(const struct plan *, int tenths);
struct point	trend_point(const struct plan *, int i);

/* All labels of the plot, before the line, which lies above their ground. */
void	trend_draw_labels(struct plan *);

/* Heading, bars and months below the plot; returns the lowest baseline. */
double	trend_draw_volume(struct plan *, double y);

#endif
