/* chart_rows.c - names, rules, headings and legends of charts of rows. */
#include <math.h>

#include "reports/chart/chart_rows.h"

#define LEAD	1.25		/* line height of a wrapped name */

struct canvas *
chart_rows_begin(struct chart_rows *r, const struct typeface *typeface,
    enum chart_layout layout, int scale)
{
	const struct chart_look *look = chart_look(layout);

	r->canvas = canvas_new(typeface, look->width, scale);
	r->typeface = typeface;
	r->look = look;
	r->narrow = layout == CHART_NARROW;
	r->plain = (struct text_style) { FACE_REGULAR, look->row,
	    COLOUR_INK, 0 };
	r->bold = (struct text_style) { FACE_SEMIBOLD, look->row,
	    COLOUR_INK, 0 };
	r->figure = (struct text_style) { FACE_SEMIBOLD, look->row,
	    COLOUR_INK, 1 };
	r->few = (struct text_style) { FACE_REGULAR, look->row,
	    COLOUR_INK, 1 };
	r->muted = (struct text_style) { FACE_REGULAR, look->row - 0.5,
	    COLOUR_MUTED, 1 };
	r->small = (struct text_style) { FACE_MEDIUM, look->label - 0.5,
	    COLOUR_MUTED, 0 };
	r->words = (struct text_style) { FACE_REGULAR, look->label,
	    COLOUR_MUTED, 0 };
	return r->canvas;
}

double
chart_rows_widest(const struct chart_rows *r, const struct text_style *style,
    const char *text, double width)
{
	return fmax(width, typeface_width(r->typeface, style, text));
}

/* The lines of a name. */
static void
wrap_name(const struct chart_rows *r, const struct text_style *style,
    const char *name, struct text_lines *lines)
{
	typeface_wrap(r->typeface, style, r->name, 2, name, lines);
}

double
chart_rows_more(const struct chart_rows *r, const struct text_style *style,
    const char *name)
{
	struct text_lines lines;

	wrap_name(r, style, name, &lines);
	return lines.n > 1 ? round(LEAD * r->look->row) : 0;
}

double
chart_rows_name(const struct chart_rows *r, const struct text_style *style,
    const char *name, double baseline)
{
	const double leading = round(LEAD * r->look->row);
	struct text_lines lines;
	int i;

	wrap_name(r, style, name, &lines);
	for (i = 0; i < lines.n; i++)
		canvas_text(r->canvas, r->look->margin, baseline + i * leading,
		    ALIGN_LEFT, style, lines.line[i]);
	return baseline + (lines.n > 1 ? leading : 0);
}

void
chart_rows_name_beside(const struct chart_rows *r,
    const struct text_style *style, const char *name, double baseline)
{
	const double more = chart_rows_more(r, style, name);

	chart_rows_name(r, style, name, more > 0 ?
	    baseline - floor(LEAD * r->look->row / 2) : baseline);
}

void
chart_rows_rule(const struct chart_rows *r, double y)
{
	canvas_rect(r->canvas, r->look->margin, y - 1,
	    r->look->width - 2 * r->look->margin, 1, COLOUR_GRID);
}

double
chart_rows_heading(const struct chart_rows *r, const char *words, double y)
{
	y += round(2.2 * r->small.size);
	canvas_text(r->canvas, r->look->margin, y, ALIGN_LEFT, &r->small,
	    words);
	y += 12;
	chart_rows_rule(r, y);
	return y;
}

double
chart_rows_header(const struct chart_rows *r, const char *names,
    const struct chart_column *column, int n, double y)
{
	int i;

	if (!r->narrow) {
		y += 8;
		canvas_text(r->canvas, r->look->margin, y, ALIGN_LEFT,
		    &r->small, names);
		for (i = 0; i < n; i++)
			if (column[i].words != NULL)
				canvas_text(r->canvas, column[i].right, y,
				    ALIGN_RIGHT, &r->small, column[i].words);
		y += 11;
	}
	chart_rows_rule(r, y);
	return y;
}

double
chart_rows_fit(const struct chart_rows *r, const struct text_style *style,
    double x, double baseline, double width, const char *text)
{
	char fitted[TYPEFACE_LINE_SIZE];

	typeface_fit(r->typeface, style, width, text, fitted, sizeof(fitted));
	canvas_text(r->canvas, x, baseline, ALIGN_LEFT, style, fitted);
	return typeface_width(r->typeface, style, fitted);
}

double
chart_rows_nothing(const struct chart_rows *r, const char *words, double y)
{
	struct text_lines lines;
	int i;

	y += 40;
	typeface_wrap(r->typeface, &r->plain,
	    r->look->width - 2 * r->look->margin, TYPEFACE_LINES, words,
	    &lines);
	for (i = 0; i < lines.n; i++, y += round(LEAD * r->look->row))
		canvas_text(r->canvas, r->look->margin, y, ALIGN_LEFT,
		    &r->plain, lines.line[i]);
	return y;
}

struct point
chart_rows_legend(const struct chart_rows *r, double room, const char *words,
    struct point *pen)
{
	const struct text_style style = { FACE_REGULAR, r->look->label,
		COLOUR_INK, 0 };
	const double width = room + typeface_width(r->typeface, &style, words);
	struct point mark;

	if (pen->x > r->look->margin &&
	    pen->x + width > r->look->width - r->look->margin) {
		pen->x = r->look->margin;
		pen->y += round(1.8 * r->look->label);
	}
	canvas_text(r->canvas, pen->x + room,
	    pen->y + round(0.36 * r->look->label), ALIGN_LEFT, &style, words);
	mark = *pen;
	pen->x += width + 22;
	return mark;
}
