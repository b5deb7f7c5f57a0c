/* chart_role_line.c - twelve months of an SOP as a line in its row. */
#include <math.h>
#include <stdio.h>

#include "page/format.h"
#include "reports/chart/chart_role_raw.h"

#define FULL	1000		/* 100% in tenths */
#define INSET	10		/* of the first and the last month */
#define DOT	2.5		/* a month with none beside it */

static int
has_share(const struct chart_role_row *row, int i)
{
	return !share_is_few(row->month[i]);
}

int
spark_has(const struct plan *p, const struct chart_role_row *row)
{
	int i;

	for (i = 0; i < p->data->months; i++)
		if (has_share(row, i))
			return 1;
	return 0;
}

/* A round figure below everything drawn; zero when the range is wide. */
void
spark_choose(struct plan *p)
{
	const struct chart_role_row *row;
	int i, tenths;
	int least = p->data->target != SHARE_NONE ? p->data->target : FULL;

	for (row = p->data->rows; row < p->data->rows + p->data->n; row++)
		for (i = 0; i < p->data->months; i++) {
			tenths = share_tenths(row->month[i], p->data->target);
			if (has_share(row, i) && tenths < least)
				least = tenths;
		}
	p->floor = least > 900 ? 900 : least / 100 * 100;
	if (FULL - p->floor > 500)
		p->floor = 0;
}

double
spark_names(const struct plan *p)
{
	return p->data->kind == ROWS_OF_SOPS ?
	    typeface_width(p->r.typeface, &p->r.words, "100%") + 8 : 0;
}

static double
y_of(const struct plan *p, int tenths, double middle)
{
	return middle + SPARK_HIGH / 2.0 - SPARK_HIGH *
	    (double)(tenths - p->floor) / (FULL - p->floor);
}

/* The last month is always rightmost. */
static double
x_of(const struct plan *p, int i)
{
	return p->spark + INSET + (p->room - 2 * INSET) *
	    (ROLE_MONTHS - p->data->months + i) / (ROLE_MONTHS - 1);
}

static struct point
point_of(const struct plan *p, const struct chart_role_row *row, int i,
    double middle)
{
	return (struct point) { x_of(p, i), y_of(p,
	    share_tenths(row->month[i], p->data->target), middle) };
}

/* The ground is what there is between the floor and 100%. */
static void
draw_ground(const struct plan *p, double middle, int first)
{
	const struct text_style *style = &p->r.words;
	const double top = middle - SPARK_HIGH / 2.0;
	const double x = p->spark - 8;
	char words[FORMAT_SIZE];

	canvas_rect(p->r.canvas, p->spark, top, p->room, SPARK_HIGH,
	    COLOUR_TRACK);
	canvas_mark(p->r.canvas, p->spark, top, p->room, SPARK_HIGH);
	if (p->data->target != SHARE_NONE)
		canvas_rect(p->r.canvas, p->spark,
		    y_of(p, p->data->target, middle) - 0.5, p->room, 1,
		    COLOUR_INK);
	if (!first)
		return;
	canvas_text(p->r.canvas, x, round(top + 0.72 * style->size),
	    ALIGN_RIGHT, style, "100%");
	canvas_text(p->r.canvas, x, top + SPARK_HIGH, ALIGN_RIGHT, style,
	    format_int(words, sizeof(words), p->floor / 10));
}

/* The months, broken where one has no share of its own. */
void
spark_draw(const struct plan *p, const struct chart_role_row *row, double y,
    int first)
{
	const int target = p->data->target, n = p->data->months;
	const int colour = target == SHARE_NONE ? COLOUR_PLAIN : COLOUR_BLUE;
	struct point run[ROLE_MONTHS];
	int i, k = 0;

	draw_ground(p, y, first);
	for (i = 0; i <= n; i++) {
		if (i < n && has_share(row, i)) {
			run[k++] = point_of(p, row, i, y);
			continue;
		}
		if (k == 1)
			canvas_disc(p->r.canvas, run[0].x, run[0].y, DOT,
			    colour);
		canvas_line(p->r.canvas, run, k, 2, colour);
		k = 0;
	}
	if (!has_share(row, n - 1))
		return;
	run[0] = point_of(p, row, n - 1, y);
	canvas_disc(p->r.canvas, run[0].x, run[0].y, SPARK_DOT + 1.5,
	    COLOUR_TRACK);
	canvas_disc(p->r.canvas, run[0].x, run[0].y, SPARK_DOT,
	    share_is_below(row->month[n - 1], target) ? COLOUR_VERMILION :
	    colour);
}

/* The first month where there is room for both. */
double
spark_axis(const struct plan *p, double y)
{
	const struct text_style *style = &p->r.words;
	const double baseline = y + round(1.5 * style->size);
	const double from = x_of(p, 0) - INSET;
	const double to = p->spark + p->room -
	    typeface_width(p->r.typeface, style, p->data->to);

	if (from + typeface_width(p->r.typeface, style, p->data->from) + 12 <
	    to)
		canvas_text(p->r.canvas, from, baseline, ALIGN_LEFT, style,
		    p->data->from);
	canvas_text(p->r.canvas, p->spark + p->room, baseline, ALIGN_RIGHT,
	    style, p->data->to);
	return y + round(2.4 * style->size);
}
