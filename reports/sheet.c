/* sheet.c - pages and paragraphs. */
#include "reports/sheet_raw.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Metric twins of the typefaces official letters are written in; what they
 * lack is taken from whatever font has it. */
#define FACE		"Liberation Sans, Arial, DejaVu Sans"
#define FACE_FIXED	"Liberation Mono, DejaVu Sans Mono"
#define LEADING		1.15
#define TEXT_MAX	(256 * 1024)	/* bytes of a paragraph */

/* -- the document ------------------------------------------------------- */

static cairo_status_t
keep(void *arg, const unsigned char *data, unsigned int n)
{
	struct sheet *s = arg;
	char *more;

	if (s->len + n > s->room) {
		s->room = 2 * (s->len + n);
		if ((more = realloc(s->pdf, s->room)) == NULL)
			return CAIRO_STATUS_NO_MEMORY;
		s->pdf = more;
	}
	memcpy(s->pdf + s->len, data, n);
	s->len += n;
	return CAIRO_STATUS_SUCCESS;
}

/* What readers of the file are told of it; without a creation date cairo
 * would put the wall clock's. */
static void
describe(struct sheet *s)
{
	char text[32];
	struct tm tm;
	const time_t made = (time_t)s->setup.made;

	if (gmtime_r(&made, &tm) == NULL ||
	    strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &tm) == 0) {
		s->failed = 1;
		return;
	}
	cairo_pdf_surface_set_metadata(s->surface,
	    CAIRO_PDF_METADATA_CREATE_DATE, text);
	cairo_pdf_surface_set_metadata(s->surface, CAIRO_PDF_METADATA_TITLE,
	    s->setup.title);
	cairo_pdf_surface_set_metadata(s->surface, CAIRO_PDF_METADATA_AUTHOR,
	    s->setup.author);
	cairo_pdf_surface_set_metadata(s->surface, CAIRO_PDF_METADATA_CREATOR,
	    "sopap");
}

/* Letters as they are drawn, not as they fit the pixels of a screen. */
static void
make_context(struct sheet *s)
{
	PangoFontMap *map = pango_cairo_font_map_get_default();
	cairo_font_options_t *how = cairo_font_options_create();

	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
	cairo_font_options_set_hint_style(how, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(how, CAIRO_HINT_METRICS_OFF);
	s->context = pango_font_map_create_context(map);
	pango_cairo_context_set_font_options(s->context, how);
	pango_context_set_language(s->context,
	    pango_language_from_string("id"));
	pango_context_set_round_glyph_positions(s->context, FALSE);
	cairo_font_options_destroy(how);
}

static void
watermark(struct sheet *s)
{
	const struct sheet_style big = { .size = 150, .bold = 1,
		.colour = 0xececec };
	PangoLayout *l = sheet_layout(s, &big, 0, s->setup.draft);
	double w, h;

	if (l == NULL)
		return;
	sheet_measure(l, &w, &h);
	cairo_save(s->cr);
	cairo_translate(s->cr, s->setup.width / 2, s->setup.height / 2);
	cairo_rotate(s->cr, -atan2(s->setup.height, s->setup.width));
	sheet_show(s, l, -w / 2, -h / 2);
	cairo_restore(s->cr);
	g_object_unref(l);
}

/* A line in the upper margin. */
static void
atop(struct sheet *s, const struct sheet_style *style, const char *text)
{
	PangoLayout *l = sheet_layout(s, style, sheet_inner(s), text);

	if (l == NULL)
		return;
	sheet_show(s, l, s->setup.left, s->setup.top / 2);
	g_object_unref(l);
}

/* The large word may be lost in a copy: the small one is not. */
static void
mark_draft(struct sheet *s)
{
	const struct sheet_style style = { .size = 10, .bold = 1,
		.align = ALIGN_RIGHT, .colour = 0x942514 };

	watermark(s);
	atop(s, &style, s->setup.draft);
}

static void
number(struct sheet *s)
{
	const struct sheet_style style = { .size = 11, .align = ALIGN_CENTRE };
	char text[24];

	snprintf(text, sizeof(text), "- %d -", s->pages);
	atop(s, &style, text);
}

static void
begin_page(struct sheet *s)
{
	s->pages++;
	s->y = s->setup.top;
	if (s->setup.draft != NULL)
		mark_draft(s);
	if (s->setup.numbered && s->pages > 1)
		number(s);
}

struct sheet *
sheet_new(const struct sheet_setup *setup)
{
	struct sheet *s = calloc(1, sizeof(*s));

	if (s == NULL)
		return NULL;
	s->setup = *setup;
	s->surface = cairo_pdf_surface_create_for_stream(keep, s,
	    setup->width, setup->height);
	s->cr = cairo_create(s->surface);
	describe(s);
	make_context(s);
	begin_page(s);
	return s;
}

int
sheet_finish(struct sheet *s, char **pdf, size_t *len)
{
	int failed;

	if (s == NULL)
		return -1;
	cairo_show_page(s->cr);
	failed = s->failed || cairo_status(s->cr) != CAIRO_STATUS_SUCCESS;
	cairo_destroy(s->cr);
	cairo_surface_finish(s->surface);
	failed |= cairo_surface_status(s->surface) != CAIRO_STATUS_SUCCESS;
	cairo_surface_destroy(s->surface);
	g_object_unref(s->context);
	if (failed) {
		free(s->pdf);
	} else {
		*pdf = s->pdf;
		*len = s->len;
	}
	free(s);
	return failed ? -1 : 0;
}

/* -- text --------------------------------------------------------------- */

void
sheet_colour(struct sheet *s, unsigned colour)
{
	cairo_set_source_rgb(s->cr, (colour >> 16 & 255) / 255.0,
	    (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
}

static void
set_font(PangoLayout *l, const struct sheet_style *style)
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
set_lines(PangoLayout *l, const struct sheet_style *style)
{
	static const PangoAlignment align[] = {
		[ALIGN_LEFT] = PANGO_ALIGN_LEFT,
		[ALIGN_CENTRE] = PANGO_ALIGN_CENTER,
		[ALIGN_RIGHT] = PANGO_ALIGN_RIGHT,
		[ALIGN_JUSTIFY] = PANGO_ALIGN_LEFT,
	};

	pango_layout_set_alignment(l, align[style->align]);
	pango_layout_set_justify(l, style->align == ALIGN_JUSTIFY);
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
sheet_layout(struct sheet *s, const struct sheet_style *style, double width,
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
	sheet_colour(s, style->colour);
	return l;
}

void
sheet_show(struct sheet *s, PangoLayout *l, double x, double y)
{
	cairo_move_to(s->cr, x, y);
	pango_cairo_show_layout(s->cr, l);
}

void
sheet_measure(PangoLayout *l, double *width, double *height)
{
	PangoRectangle ink, box;

	pango_layout_get_extents(l, &ink, &box);
	*width = (double)box.width / PANGO_SCALE;
	*height = (double)box.height / PANGO_SCALE;
}

static double
width_of(const struct sheet *s, const struct sheet_style *style)
{
	return style->width > 0 ? style->width : sheet_inner(s) - style->left;
}

/* Line by line, a new page where one does not fit; the first line of a
 * paragraph does not stand alone at the foot of a page. */
static void
show_lines(struct sheet *s, PangoLayout *l, const struct sheet_style *style)
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
			sheet_page(s);
			top = s->y;
		}
		sheet_colour(s, style->colour);
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
sheet_text(struct sheet *s, const struct sheet_style *style, const char *text)
{
	PangoLayout *l = sheet_layout(s, style, width_of(s, style), text);

	if (l == NULL)
		return;
	show_lines(s, l, style);
	g_object_unref(l);
	s->y += style->after;
}

static void
extent(struct sheet *s, const struct sheet_style *style, const char *text,
    double *width, double *height)
{
	PangoLayout *l = sheet_layout(s, style, width_of(s, style), text);

	*width = *height = 0;
	if (l == NULL)
		return;
	sheet_measure(l, width, height);
	g_object_unref(l);
}

double
sheet_height(struct sheet *s, const struct sheet_style *style,
    const char *text)
{
	double width, height;

	extent(s, style, text, &width, &height);
	return height;
}

double
sheet_width(struct sheet *s, const struct sheet_style *style, const char *text)
{
	double width, height;

	extent(s, style, text, &width, &height);
	return width;
}

void
sheet_pair(struct sheet *s, const struct sheet_style *style, const char *label,
    double beside, const char *text)
{
	struct sheet_style name = *style, value = *style;
	double top;

	name.width = beside;
	name.after = 0;
	name.align = ALIGN_LEFT;
	value.left = style->left + beside + style->size * 0.75;
	if (style->width > 0)
		value.width = style->width - beside - style->size * 0.75;
	sheet_need(s, fmin(sheet_height(s, &value, text),
	    3 * style->size) + 1);
	top = s->y;
	sheet_text(s, &name, label);
	s->y = top;
	name.left = style->left + beside;
	name.width = style->size;
	sheet_text(s, &name, ":");
	s->y = top;
	sheet_text(s, &value, text);
}

/* -- the pen ------------------------------------------------------------ */

void
sheet_space(struct sheet *s, double height)
{
	s->y += height;
}

void
sheet_page(struct sheet *s)
{
	cairo_show_page(s->cr);
	begin_page(s);
}

void
sheet_need(struct sheet *s, double height)
{
	if (height > sheet_room(s) && s->y > s->setup.top)
		sheet_page(s);
}

double
sheet_y(const struct sheet *s)
{
	return s->y;
}

void
sheet_move(struct sheet *s, double y)
{
	s->y = y;
}

double
sheet_room(const struct sheet *s)
{
	return s->setup.height - s->setup.bottom - s->y;
}

double
sheet_inner(const struct sheet *s)
{
	return s->setup.width - s->setup.left - s->setup.right;
}

const struct sheet_setup *
sheet_setup(const struct sheet *s)
{
	return &s->setup;
}

int
sheet_pages(const struct sheet *s)
{
	return s->pages;
}
