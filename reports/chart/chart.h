/*
 * chart.h - the parts all charts have in common: colours, sizes of letters for
 * the wide and the narrow layout, title and subtitle above, notes below.
 *
 * A chart_NAME.h has the numbers of one chart and draws them; chart_rows.h is
 * for charts that are rows; finding.h says in a sentence what a chart shows;
 * share.h says how a share on time is judged and printed.  None of them knows
 * the office, the report or the database.
 *
 *	c = chart_role_draw(&data, &typeface, CHART_WIDE, 2);
 *	err = c == NULL || canvas_write(c, "peran@2x.png") == -1;
 *	canvas_free(c);
 */
#pragma once

#include "reports/chart/canvas.h"

/* Wide is for pages and paper.  Narrow is for phones, which show it at about
 * three quarters of its size; so its letters are larger. */
enum chart_layout { CHART_WIDE, CHART_NARROW };

enum chart_colour {
	COLOUR_INK	= 0x1b1f24,
	COLOUR_MUTED	= 0x57606a,
	COLOUR_GRID	= 0xdfe3e8,
	COLOUR_TRACK	= 0xeceff2,
	COLOUR_PAPER	= 0xffffff,
	COLOUR_BLUE	= 0x0072b2,	/* on target */
	COLOUR_VERMILION = 0xd55e00,	/* below it */
	COLOUR_RUST	= 0xa84300,	/* the same, for letters */
	COLOUR_PALE	= 0xb8c0ca,	/* volume, months past */
	COLOUR_AXIS	= 0x8c959f,
	COLOUR_PLAIN	= 0x6e7781	/* no target to judge by */
};

/* Measures of a layout, in CSS pixels. */
struct chart_look {
	int	width, margin;
	double	title, subtitle, row, label, note;	/* letter sizes */
};

const struct chart_look	*chart_look(enum chart_layout);

/* Title and subtitle; returns the y below them. */
double	chart_head(struct canvas *, const struct chart_look *,
	    const char *title, const char *subtitle);

/* Notes, each a paragraph, empty ones left out; crops the canvas. */
void	chart_foot(struct canvas *, const struct chart_look *, double y,
	    const char *const *notes, int n);

/* A triangle of `size` around the middle, pointing down or up. */
void	chart_triangle(struct canvas *, double x, double y, double size,
	    int down, int colour);
/* A white disc with a rim of ink. */
void	chart_ring(struct canvas *, double x, double y, double r,
	    double width, int colour);
