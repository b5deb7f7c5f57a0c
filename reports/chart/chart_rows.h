/*
 * chart_rows.h - the layout of charts of rows: a name at the left, a graphic,
 * and figures at the right.  In the narrow layout the name takes the whole
 * width and the graphic lies below it.
 */
#pragma once

#include "reports/chart/canvas.h"
#include "reports/chart/chart.h"

#define CHART_GAP	22	/* between columns of figures */
#define CHART_NAME_MOST	280	/* a wider name is wrapped, when wide */

/* Places and letters of a chart; set by chart_rows_begin() but for name, left
 * and width, which each chart chooses by its figures. */
struct chart_rows {
	struct canvas			*canvas;
	const struct typeface		*typeface;
	const struct chart_look		*look;
	int				 narrow;
	double				 name;		/* width for names */
	double				 left, width;	/* of the graphic */
	struct text_style	 plain, bold;	/* names */
	struct text_style	 figure, few;	/* the leading figure */
	struct text_style	 muted;		/* other figures */
	struct text_style	 small;		/* headings of columns */
	struct text_style	 words;		/* beside or below graphics */
};

/* Begin with a canvas, which is returned: NULL when out of memory. */
struct canvas	*chart_rows_begin(struct chart_rows *,
		    const struct typeface *, enum chart_layout, int scale);

/* The larger of `width` and that of a text. */
double	chart_rows_widest(const struct chart_rows *,
	    const struct text_style *, const char *text, double width);

/*
 * A name in at most two lines of rows->name: chart_rows_more() is the height by
 * which it makes its row higher, chart_rows_name() sets it from its first
 * baseline on and returns the last one.
 */
double	chart_rows_more(const struct chart_rows *, const struct text_style *,
	    const char *name);
double	chart_rows_name(const struct chart_rows *, const struct text_style *,
	    const char *name, double baseline);
/* ... with its lines centred on the baseline of the row's figures. */
void	chart_rows_name_beside(const struct chart_rows *,
	    const struct text_style *, const char *name, double baseline);

/* A line between rows, across the chart. */
void	chart_rows_rule(const struct chart_rows *, double y);
/* A heading over further rows; returns the y of the rule below it. */
double	chart_rows_heading(const struct chart_rows *, const char *words,
	    double y);
/* A column of figures: its heading (NULL: none) and its right end. */
struct chart_column {
	const char	*words;
	double		 right;
};
/* In the wide layout the headings over the names and over n columns; in both
 * the rule below, whose y is returned. */
double	chart_rows_header(const struct chart_rows *, const char *names,
	    const struct chart_column *, int n, double y);
/* One line from the left end x on, cut to a width; returns how wide it is. */
double	chart_rows_fit(const struct chart_rows *, const struct text_style *,
	    double x, double baseline, double width, const char *text);
/* A sentence in place of the rows; returns the y below. */
double	chart_rows_nothing(const struct chart_rows *, const char *words,
	    double y);

/*
 * The words of one entry of a legend, `room` after its mark; returns the left
 * end and middle of the mark.  The pen begins at the margin; it goes on to a
 * new line when it must, and its y ends as the middle of the last one.
 */
struct point	chart_rows_legend(const struct chart_rows *, double room,
		    const char *words, struct point *pen);
