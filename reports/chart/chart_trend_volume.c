/* chart_trend_volume.c - number of steps and months, below the plot. */
#include <math.h>
#include <stdio.h>

#include "page/format.h"
#include "reports/chart/chart_trend_raw.h"

#define HEIGHT 66.0		/* of the tallest bar */
#define BAR 0.55		/* of the width of a month */

/* Where the middle of the last column's text is: within the canvas. */
static double
last_middle(const struct plan *p, double width)
{
	return fmin(trend_x(p, p->data->n - 1),
	    p->look->width - p->look->margin / 2.0 - width / 2);
}

/* Every how manyth column, from the last, can carry texts of this width. */
static int
every(const struct plan *p, double width)
{
	const double shift = trend_x(p, p->data->n - 1) - last_middle(p, width);
	int k = 1;

	while (k < TREND_MONTHS && k * p->slot < width + 8 + shift)
		k++;
	return k;
}

/* The upper end of a month's bar. */
static double
top_of(const struct plan *p, int i)
{
	int64_t most = 1;
	int k;

	for (k = 0; k < p->data->n; k++)
		if (p->data->month[k].done > most)
			most = p->data->month[k].done;
	return round(p->base - HEIGHT * (double)p->data->month[i].done /
	    (double)most);
}

/* The left edge of a month's bar, on a whole pixel. */
static double
left_of(const struct plan *p, int i)
{
	return round(trend_x(p, i) - round(BAR * p->slot) / 2);
}

static void
draw_bar(const struct plan *p, int i)
{
	const double width = round(BAR * p->slot);
	const double x = left_of(p, i), top = top_of(p, i);

	if (p->data->month[i].done == 0)
		return;
	canvas_rect(p->canvas, x, top, width, p->base - top,
	    i == p->data->n - 1 ? COLOUR_MUTED : COLOUR_PALE);
	canvas_mark(p->canvas, x, top, width, p->base - top);
}

/* The number of a month above its bar, and above its neighbours' where it is
 * so long that it reaches over them. */
static void
draw_count(const struct plan *p, int i, double widest)
{
	const int last = i == p->data->n - 1;
	const struct text_style *style = last ? &p->strong : &p->muted;
	const double middle = last ? last_middle(p, widest) :
	    left_of(p, i) + round(BAR * p->slot) / 2;
	char words[FORMAT_SIZE];
	double reach, top = top_of(p, i);
	int k;

	format_int(words, sizeof(words), p->data->month[i].done);
	reach = typeface_width(p->typeface, style, words) / 2 +
	    BAR * p->slot / 2 + 3;
	for (k = 0; k < p->data->n; k++)
		if (fabs(trend_x(p, k) - middle) < reach)
			top = fmin(top, top_of(p, k));
	canvas_text(p->canvas, middle, top - 7, ALIGN_CENTRE, style, words);
}

/* The number of steps, as bars on the same months. */
static void
draw_bars(const struct plan *p)
{
	const int n = p->data->n;
	char words[FORMAT_SIZE];
	double widest = 0;
	int i, k;

	for (i = 0; i < n; i++) {
		format_int(words, sizeof(words), p->data->month[i].done);
		widest = fmax(widest, typeface_width(p->typeface, &p->strong,
		    words));
	}
	k = every(p, widest);
	for (i = 0; i < n; i++) {
		draw_bar(p, i);
		if ((n - 1 - i) % k == 0)
			draw_count(p, i, widest);
	}
	canvas_rect(p->canvas, p->left, p->base, p->right - p->left, 1,
	    COLOUR_AXIS);
}

/* Months below the bars; returns the lowest baseline. */
static double
draw_months(const struct plan *p)
{
	const struct chart_trend_month *m = p->data->month;
	const double baseline = p->base + round(1.5 * p->plain.size);
	const double below = baseline + round(1.55 * p->plain.size);
	const double top = p->narrow ? baseline + 6 : p->base;
	const int n = p->data->n;
	int i, first = 0, k = every(p, typeface_width(p->typeface, &p->plain,
	    "Mar"));
	char year[16];

	for (i = 0; i < n; i++) {
		if ((n - 1 - i) % k == 0)
			canvas_text(p->canvas, trend_x(p, i), baseline,
			    ALIGN_CENTRE, i == n - 1 ? &p->strong : &p->plain,
			    format_month_short(m[i].month));
		if (i + 1 < n && m[i + 1].year == m[i].year)
			continue;
		snprintf(year, sizeof(year), "%d", m[i].year);
		canvas_text(p->canvas, (trend_x(p, first) + trend_x(p, i)) / 2,
		    below, ALIGN_CENTRE, &p->muted, year);
		if (i + 1 < n)
			canvas_rect(p->canvas, trend_x(p, i) + p->slot / 2, top,
			    1, below + 3 - top, COLOUR_AXIS);
		first = i + 1;
	}
	return below;
}

/* While there is little history, the empty months say so. */
static void
draw_empty(const struct plan *p)
{
	const char *words = "belum ada catatan";
	const double width = (TREND_MONTHS - p->data->n) * p->slot;

	if (typeface_width(p->typeface, &p->muted, words) + 20 < width)
		canvas_text(p->canvas, p->left + width / 2, round(p->base - 8),
		    ALIGN_CENTRE, &p->muted, words);
}

double
trend_draw_volume(struct plan *p, double y)
{
	const struct text_style heading = { FACE_MEDIUM, p->look->row,
		COLOUR_INK, 0 };

	y += round(2.6 * p->look->label);
	canvas_text(p->canvas, p->look->margin, y, ALIGN_LEFT, &heading,
	    "Jumlah langkah selesai");
	p->base = y + 104;
	draw_bars(p);
	draw_empty(p);
	return draw_months(p);
}
