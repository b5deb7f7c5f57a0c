/* pdf_text.c - paragraphs: set by Pango, written line by line. */
#include "reports/letter/pdf_raw.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Metric twins of the typefaces official letters are written in; what they
 * lack is taken from whatever font has it. */
#define FACE		"Liberation Sans, Arial, DejaVu Sans"
#define FACE_FIXED	"Liberation Mono, DejaVu Sans Mono"
#define LEADING		1.15
#define TEXT_MAX	(256 * 1024)	/* bytes of a paragraph */

void
pdf_colour(struct pdf *s, unsigned colour)
{
	cairo_set_source_rgb(s->cr, (colour >> 16 & 255) / 255.0,
	    (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
}

static void
set_font(PangoLayout *l, const struct pdf_style *style)
{
	PangoFontDescription *font = pango_font_description_from_string(
	    style->fixed ? FACE_FIXED : FACE);

	pango_font_description_set_absolute_size(font,
	    style->size * PANGO_SCALE);
	if (style->bold)
		pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
	if (style->italic)
		pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
	pango_layout_set_font_description(l, font);
	pango_font_description_free(font);
}

static void
set_lines(PangoLayout *l, const struct pdf_style *style)
{
	static const PangoAlignment align[] = {
		[PDF_LEFT] = PANGO_ALIGN_LEFT,
		[PDF_CENTRE] = PANGO_ALIGN_CENTER,
		[PDF_RIGHT] = PANGO_ALIGN_RIGHT,
		[PDF_JUSTIFY] = PANGO_ALIGN_LEFT,
	};

	pango_layout_set_alignment(l, align[style->align]);
	pango_layout_set_justify(l, style->align == PDF_JUSTIFY);
	pango_layout_set_indent(l, (int)(style->indent * PANGO_SCALE));
	pango_layout_set_line_spacing(l, (float)(style->leading > 0 ?
	    style->leading : LEADING));
	pango_layout_set_wrap(l, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_auto_dir(l, FALSE);
	if (style->lines > 0) {
		pango_layout_set_height(l, -style->lines);
		pango_layout_set_ellipsize(l, PANGO_ELLIPSIZE_END);
	}
}

/* Control characters have no picture: they count as spaces. */
static char *
plain(const char *text)
{
	char *copy = strndup(text, TEXT_MAX), *p;

	for (p = copy; p != NULL && *p != '\0'; p++)
		if ((unsigned char)*p < ' ' && *p != '\n')
			*p = ' ';
	return copy;
}

PangoLayout *
pdf_layout(struct pdf *s, const struct pdf_style *style, double width,
    const char *text)
{
	char *copy = plain(text);
	PangoLayout *l;

	if (copy == NULL) {
		s->failed = 1;
		return NULL;
	}
	l = pango_layout_new(s->context);
	set_font(l, style);
	set_lines(l, style);
	if (width > 0)
		pango_layout_set_width(l, (int)(width * PANGO_SCALE));
	pango_layout_set_text(l, copy, -1);
	free(copy);
	pdf_colour(s, style->colour);
	return l;
}

void
pdf_show(struct pdf *s, PangoLayout *l, double x, double y)
{
	cairo_move_to(s->cr, x, y);
	pango_cairo_show_layout(s->cr, l);
}

void
pdf_measure(PangoLayout *l, double *width, double *height)
{
	PangoRectangle ink, box;

	pango_layout_get_extents(l, &ink, &box);
	*width = (double)box.width / PANGO_SCALE;
	*height = (double)box.height / PANGO_SCALE;
}

static double
width_of(const struct pdf *s, const struct pdf_style *style)
{
	return style->width > 0 ? style->width : pdf_inner(s) - style->left;
}

/* Line by line, a new page where one does not fit; the first line of a
 * paragraph does not stand alone at the foot of a page. */
static void
show_lines(struct pdf *s, PangoLayout *l, const struct pdf_style *style)
{
	PangoLayoutIter *it = pango_layout_get_iter(l);
	double left = s->setup.left + style->left;
	int n = 0, all = pango_layout_get_line_count(l);

	do {
		PangoRectangle box;
		double height, top = s->y;

		pango_layout_iter_get_line_extents(it, NULL, &box);
		height = (double)box.height / PANGO_SCALE;
		if (top + height * (n == 0 && all > 1 ? 2 : 1) >
		    s->setup.height - s->setup.bottom) {
			pdf_page(s);
			top = s->y;
		}
		pdf_colour(s, style->colour);
		cairo_move_to(s->cr, left + (double)box.x / PANGO_SCALE, top +
		    (double)(pango_layout_iter_get_baseline(it) - box.y) /
		    PANGO_SCALE);
		pango_cairo_show_layout_line(s->cr,
		    pango_layout_iter_get_line_readonly(it));
		s->y = top + height;
		n++;
	} while (pango_layout_iter_next_line(it));
	pango_layout_iter_free(it);
}

void
pdf_text(struct pdf *s, const struct pdf_style *style, const char *text)
{
	PangoLayout *l = pdf_layout(s, style, width_of(s, style), text);

	if (l == NULL)
		return;
	show_lines(s, l, style);
	g_object_unref(l);
	s->y += style->after;
}

static void
extent(struct pdf *s, const struct pdf_style *style, const char *text,
    double *width, double *height)
{
	PangoLayout *l = pdf_layout(s, style, width_of(s, style), text);

	*width = *height = 0;
	if (l == NULL)
		return;
	pdf_measure(l, width, height);
	g_object_unref(l);
}

double
pdf_height(struct pdf *s, const struct pdf_style *style,
    const char *text)
{
	double width, height;

	extent(s, style, text, &width, &height);
	return height;
}

double
pdf_width(struct pdf *s, const struct pdf_style *style, const char *text)
{
	double width, height;

	extent(s, style, text, &width, &height);
	return width;
}

void
pdf_pair(struct pdf *s, const struct pdf_style *style, const char *label,
    double beside, const char *text)
{
	struct pdf_style name = *style, value = *style;
	double top;

	name.width = beside;
	name.after = 0;
	name.align = PDF_LEFT;
	value.left = style->left + beside + style->size * 0.75;
	if (style->width > 0)
		value.width = style->width - beside - style->size * 0.75;
	pdf_need(s, fmin(pdf_height(s, &value, text),
	    3 * style->size) + 1);
	top = s->y;
	pdf_text(s, &name, label);
	s->y = top;
	name.left = style->left + beside;
	name.width = style->size;
	pdf_text(s, &name, ":");
	s->y = top;
	pdf_text(s, &value, text);
}
