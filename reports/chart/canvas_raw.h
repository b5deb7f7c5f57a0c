/*
 * canvas_raw.h - the list a canvas keeps, shared by the file that fills it
 * (canvas.c), the one that makes a picture of it (canvas_image.c), and the
 * tests that measure it.
 */
#ifndef REPORTS_CHART_CANVAS_RAW_H
#define REPORTS_CHART_CANVAS_RAW_H

#include "reports/chart/canvas.h"

#define CANVAS_OVER 4		/* subpixels per pixel and direction */

/* A convex polygon, or a disc when it has one point; in subpixels. */
struct shape {
	size_t	first;		/* of its points */
	int	n;
	double	r;
	double	top, bottom;
	int	colour;
};

struct canvas {
	const struct typeface	*typeface;
	int			 width, height, scale;
	int			 failed;
	struct shape		*shapes;
	size_t			 nshapes, maxshapes;
	struct point		*points;
	size_t			 npoints, maxpoints;
	struct label		*labels;
	size_t			 nlabels, maxlabels;
	struct box		*marks;
	size_t			 nmarks, maxmarks;
};

/* The image in 256 colours, in place of the one given; that one as it is when
 * memory is short, or when it has so many that no palette would do. */
gdImagePtr	 canvas_palette(gdImagePtr);

#endif
