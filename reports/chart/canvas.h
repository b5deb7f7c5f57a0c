/*
 * canvas.h - a drawing surface for charts, over libgd.
 *
 * Layout is in CSS pixels; scale 1 or 2 says how many image pixels each has.
 * Shapes and texts are kept in a list until the picture is asked for.  Then
 * shapes are filled on a canvas four times larger in each direction, which is
 * averaged down in linear light; texts are set last, at their final size, on
 * whole-pixel baselines.  The same calls give the same bytes.
 *
 *	struct canvas *c = canvas_new(&typeface, 960, 2);
 *	canvas_rect(c, 10, 10, 100, 20, 0x0072b2);
 *	canvas_text(c, 10, 60, ALIGN_LEFT, &style, "tepat waktu");
 *	canvas_crop(c, 80);
 *	err = canvas_write(c, "peran.png");
 *	canvas_free(c);
 *
 * Drawing calls do not report errors: out of memory, or a text gd cannot set,
 * makes the canvas fail, and the picture is then refused.
 */
#pragma once

#include <stddef.h>

#include <gd.h>

#include "reports/chart/typeface.h"

#define CANVAS_SCALE_MAX 4

struct canvas;

struct point {
	double	x, y;
};

struct box {
	double	x, y, w, h;
};

enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

/* A text as it was set; the box holds its ink, in CSS pixels. */
struct label {
	char			*text;
	struct text_style	 style;
	struct box		 box;
	int			 x, baseline;	/* of the pen, image pixels */
};

/*
 * A white canvas `width` wide, to be freed with canvas_free(); its height is
 * set by canvas_crop().  `scale` is 1 to CANVAS_SCALE_MAX image pixels a CSS
 * pixel.  The typeface is borrowed until canvas_free().  NULL when out of
 * memory, or of a width or scale that cannot be.
 */
struct canvas	*canvas_new(const struct typeface *, int width, int scale);
void		 canvas_free(struct canvas *);
void		 canvas_crop(struct canvas *, int height);
/* In CSS pixels, for tests. */
int		 canvas_width(const struct canvas *);
int		 canvas_height(const struct canvas *);
const struct typeface *canvas_typeface(const struct canvas *);

/* Shapes cover what was drawn before them.  A rectangle's edges are snapped
 * to whole image pixels, and it is at least one pixel in each direction. */
void	canvas_rect(struct canvas *, double x, double y, double w, double h,
	    int colour);
void	canvas_convex(struct canvas *, const struct point *, int n,
	    int colour);
void	canvas_disc(struct canvas *, double x, double y, double r,
	    int colour);
/* Straight pieces of `width` through the points, round at each of them. */
void	canvas_line(struct canvas *, const struct point *, int n,
	    double width, int colour);

/*
 * Set a text: its left edge of ink, its middle, or its right end at x.
 * Returns the box of its ink, which canvas_labels() also lists.
 */
struct box	canvas_text(struct canvas *, double x, double baseline,
		    enum align, const struct text_style *, const char *text);
/* All texts set so far, for tests; owned by the canvas, valid until the next
 * text. */
const struct label	*canvas_labels(const struct canvas *, int *n);

/*
 * Record that a dot, a bar or another mark stands here, which no text may
 * cover.  Nothing is drawn; only tests read the marks.
 */
void	canvas_mark(struct canvas *, double x, double y, double w, double h);
const struct box	*canvas_marks(const struct canvas *, int *n);

/* 1 when two boxes share more than an edge, else 0. */
int	canvas_box_overlap(const struct box *, const struct box *);

/* The picture: an image for gdImageDestroy(), bytes for gdFree(), or a file.
 * NULL or -1 when the canvas failed; canvas_write() also with errno. */
gdImagePtr	 canvas_image(const struct canvas *);
void		*canvas_png(const struct canvas *, size_t *len);
int		 canvas_write(const struct canvas *, const char *path);
