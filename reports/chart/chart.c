/*
 * chart.c - what all charts share: sizes, head and foot, marks.  Each chart is
 * drawn in a chart_NAME.c.
 */
#include <math.h>
#include <stddef.h>

#include "reports/chart/chart.h"

static const struct chart_look looks[] = {
	[CHART_WIDE] = { .width = 960, .margin = 32, .title = 22,
	    .subtitle = 15, .row = 15, .label = 13.5, .note = 12.5 },
	[CHART_NARROW] = { .width = 480, .margin = 20, .title = 25,
	    .subtitle = 18, .row = 18, .label = 16.5, .note = 15.5 },
};

const struct chart_look *
chart_look(enum chart_layout layout)
{
	return &looks[layout];
}

/* Lines of text from the first baseline down; returns the last baseline. */
static double
lines(struct canvas *c, const struct text_lines *text, double x,
    double baseline, double leading, const struct text_style *style)
{
	int i;

	for (i = 0; i < text->n; i++)
		canvas_text(c, x, baseline + i * leading, ALIGN_LEFT, style,
		    text->line[i]);
	return baseline + (text->n > 0 ? text->n - 1 : 0) * leading;
}

double
chart_head(struct canvas *c, const struct chart_look *look, const char *title,
    const char *subtitle)
{
	const struct text_style big = { FACE_SEMIBOLD, look->title,
		COLOUR_INK, 0 };
	const struct text_style small = { FACE_REGULAR, look->subtitle,
		COLOUR_MUTED, 0 };
	const double width = look->width - 2 * look->margin;
	struct text_lines text;
	double y = round(look->margin / 2.0 + 1.1 * look->title);

	typeface_balance(canvas_typeface(c), &big, width, TYPEFACE_LINES,
	    title, &text);
	y = lines(c, &text, look->margin, y, round(1.25 * look->title), &big);
	typeface_balance(canvas_typeface(c), &small, width, 3, subtitle,
	    &text);
	y = lines(c, &text, look->margin, y + round(2 * look->subtitle),
	    round(1.35 * look->subtitle), &small);
	return y;
}

void
chart_foot(struct canvas *c, const struct chart_look *look, double y,
    const char *const *notes, int n)
{
	const struct text_style style = { FACE_REGULAR, look->note,
		COLOUR_MUTED, 0 };
	const double leading = round(1.45 * look->note);
	struct text_lines text;
	int i;

	for (i = 0; i < n; i++) {
		if (notes[i] == NULL || notes[i][0] == '\0')
			continue;
		typeface_wrap(canvas_typeface(c), &style,
		    look->width - 2 * look->margin, TYPEFACE_LINES, notes[i],
		    &text);
		y = lines(c, &text, look->margin, y + leading, leading,
		    &style);
	}
	canvas_crop(c, (int)ceil(y + 0.7 * look->margin));
}

void
chart_triangle(struct canvas *c, double x, double y, double size, int down,
    int colour)
{
	const double half = size / 2, rise = (down ? 1 : -1) * size * 0.43;
	const struct point p[] = {
		{ x - half, y - rise }, { x + half, y - rise }, { x, y + rise },
	};

	canvas_convex(c, p, 3, colour);
}

void
chart_ring(struct canvas *c, double x, double y, double r, double width,
    int colour)
{
	canvas_disc(c, x, y, r, colour);
	canvas_disc(c, x, y, r - width, COLOUR_PAPER);
}
