/* pdf.c - pages: the document, its paragraphs, its tables and other marks. */
#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <qrencode.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "reports/letter/pdf.h"

#include "base/unicode.h"
#include "base/utf8.h"

/* Metric twins of the typefaces official letters are written in; what they
 * lack is taken from whatever font has it. */
#define SANS		"Liberation Sans"
#define MONO		"Liberation Mono"
#define FACE		SANS ", Arial, DejaVu Sans"
#define FACE_FIXED	MONO ", DejaVu Sans Mono"
#define LEADING		1.15
#define TEXT_MAX	(256 * 1024)	/* bytes of a paragraph */

#define CELL_PAD	3.5
#define TABLE_LINE	0.6
#define QR_QUIET	4	/* modules of white around, ISO/IEC 18004 */

struct pdf {
	struct pdf_setup	 setup;
	cairo_surface_t		*surface;
	cairo_t			*cr;
	PangoContext		*context;
	double			 y;		/* of the next line's top */
	int			 pages;
	int			 failed;
	char			*pdf;		/* written so far */
	size_t			 len, room;
	struct pdf_style	 cell;		/* of the table being written */
	struct pdf_column	 column[PDF_COLUMNS];
	int			 ncolumns;
};

/* -- texts as Pango sets them ---------------------------------------------- */

static void
set_colour(struct pdf *s, unsigned colour)
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

/* Control characters have no picture: they count as spaces.  What nobody sees
 * must not turn or hide what is printed. */
static char *
plain(const char *text)
{
	char *copy = unicode_clean(text), *p;

	if (copy != NULL)
		copy[utf8_cut(copy, strlen(copy), TEXT_MAX)] = '\0';
	for (p = copy; p != NULL && *p != '\0'; p++)
		if ((unsigned char)*p < ' ' && *p != '\n')
			*p = ' ';
	return copy;
}

/* A text set for a style, `width` wide; NULL when there is no memory. */
static PangoLayout *
make_layout(struct pdf *s, const struct pdf_style *style, double width,
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
	set_colour(s, style->colour);
	return l;
}

/* Write a whole layout with its corner at x, y. */
static void
show_layout(struct pdf *s, PangoLayout *l, double x, double y)
{
	cairo_move_to(s->cr, x, y);
	pango_cairo_show_layout(s->cr, l);
}

/* Width and height of a layout in points. */
static void
measure(PangoLayout *l, double *width, double *height)
{
	PangoRectangle ink, box;

	pango_layout_get_extents(l, &ink, &box);
	*width = (double)box.width / PANGO_SCALE;
	*height = (double)box.height / PANGO_SCALE;
}

/* -- the document ------------------------------------------------------- */

static cairo_status_t
keep(void *arg, const unsigned char *data, unsigned int n)
{
	struct pdf *s = arg;
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

/* Title, author and creation date of the file; without a date cairo would put
 * the wall clock's. */
static void
describe(struct pdf *s)
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
make_context(struct pdf *s)
{
	PangoFontMap *map = pango_cairo_font_map_get_default();
	cairo_font_options_t *how = cairo_font_options_create();

	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
	cairo_font_options_set_hint_style(how, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(how, CAIRO_HINT_METRICS_OFF);
	s->context = pango_font_map_create_context(map);
	pango_cairo_context_set_font_options(s->context, how);
	pango_context_set_language(s->context, pango_language_from_string(
	    s->setup.language != NULL ? s->setup.language : "id"));
	pango_context_set_round_glyph_positions(s->context, FALSE);
	cairo_font_options_destroy(how);
}

static int
is_installed(PangoFontFamily **list, int n, const char *name)
{
	for (int i = 0; i < n; i++)
		if (strcmp(pango_font_family_get_name(list[i]), name) == 0)
			return 1;
	return 0;
}

const char *
pdf_font_missing(void)
{
	static const char *const names[] = { SANS, MONO };
	const char *missing = NULL;
	PangoFontFamily **list;
	int n;

	pango_font_map_list_families(pango_cairo_font_map_get_default(), &list,
	    &n);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (missing == NULL && !is_installed(list, n, names[i]))
			missing = names[i];
	g_free(list);
	return missing;
}

static void
watermark(struct pdf *s)
{
	const struct pdf_style big = { .size = 150, .bold = 1,
		.colour = 0xececec };
	PangoLayout *l = make_layout(s, &big, 0, s->setup.draft);
	double w, h;

	if (l == NULL)
		return;
	measure(l, &w, &h);
	cairo_save(s->cr);
	cairo_translate(s->cr, s->setup.width / 2, s->setup.height / 2);
	cairo_rotate(s->cr, -atan2(s->setup.height, s->setup.width));
	show_layout(s, l, -w / 2, -h / 2);
	cairo_restore(s->cr);
	g_object_unref(l);
}

/* A line in the upper margin, y from the edge. */
static void
atop(struct pdf *s, const struct pdf_style *style, double y,
    const char *text)
{
	PangoLayout *l = make_layout(s, style, pdf_inner(s), text);

	if (l == NULL)
		return;
	show_layout(s, l, s->setup.left, y);
	g_object_unref(l);
}

/* The large word may be lost in a copy: the small one is not. */
static void
mark_draft(struct pdf *s)
{
	const struct pdf_style style = { .size = 10, .bold = 1,
		.align = PDF_RIGHT, .colour = 0x942514 };

	watermark(s);
	/* Below the frame of a certificate. */
	atop(s, &style, s->setup.top * 0.62, s->setup.draft);
}

static void
number(struct pdf *s)
{
	const struct pdf_style style = { .size = 11, .align = PDF_CENTRE };
	char text[24];

	snprintf(text, sizeof(text), "- %d -", s->pages);
	atop(s, &style, s->setup.top / 2, text);
}

static void
begin_page(struct pdf *s)
{
	s->pages++;
	s->y = s->setup.top;
	if (s->setup.draft != NULL)
		mark_draft(s);
	if (s->setup.numbered && s->pages > 1)
		number(s);
}

struct pdf *
pdf_new(const struct pdf_setup *setup)
{
	struct pdf *s = calloc(1, sizeof(*s));

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
pdf_finish(struct pdf *s, char **pdf, size_t *len)
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

/* -- the pen ------------------------------------------------------------ */

void
pdf_space(struct pdf *s, double height)
{
	s->y += height;
}

void
pdf_page(struct pdf *s)
{
	cairo_show_page(s->cr);
	begin_page(s);
}

/* Points to the bottom margin. */
static double
room_left(const struct pdf *s)
{
	return s->setup.height - s->setup.bottom - s->y;
}

void
pdf_need(struct pdf *s, double height)
{
	if (height > room_left(s) && s->y > s->setup.top)
		pdf_page(s);
}

double
pdf_y(const struct pdf *s)
{
	return s->y;
}

void
pdf_move(struct pdf *s, double y)
{
	s->y = y;
}

double
pdf_inner(const struct pdf *s)
{
	return s->setup.width - s->setup.left - s->setup.right;
}

const struct pdf_setup *
pdf_setup(const struct pdf *s)
{
	return &s->setup;
}

/* -- paragraphs ------------------------------------------------------------ */

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
		set_colour(s, style->colour);
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
	PangoLayout *l = make_layout(s, style, width_of(s, style), text);

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
	PangoLayout *l = make_layout(s, style, width_of(s, style), text);

	*width = *height = 0;
	if (l == NULL)
		return;
	measure(l, width, height);
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

/* -- tables ------------------------------------------------------------- */

static double
column_width(const struct pdf *s, int i)
{
	double all = 0;

	for (int k = 0; k < s->ncolumns; k++)
		all += s->column[k].width;
	return pdf_inner(s) * s->column[i].width / all;
}

static PangoLayout *
cell_layout(struct pdf *s, int i, int head, const char *text)
{
	struct pdf_style style = s->cell;

	style.bold = head;
	style.align = head ? PDF_CENTRE : s->column[i].align;
	style.indent = 0;
	return make_layout(s, &style, column_width(s, i) - 2 * CELL_PAD,
	    text);
}

/* A line of cells at the pen; its height, or nothing written when !draw. */
static double
cells(struct pdf *s, const char *const *text, int head, int draw,
    double height)
{
	double x = s->setup.left, most = 0, w, h;

	for (int i = 0; i < s->ncolumns; i++) {
		PangoLayout *l = cell_layout(s, i, head, text[i]);

		if (l == NULL)
			return 0;
		measure(l, &w, &h);
		most = fmax(most, h);
		if (draw) {
			show_layout(s, l, x + CELL_PAD, s->y + CELL_PAD);
			pdf_frame(s, x, s->y, column_width(s, i), height,
			    TABLE_LINE, 0);
		}
		x += column_width(s, i);
		g_object_unref(l);
	}
	return most + 2 * CELL_PAD;
}

static void
put_line(struct pdf *s, const char *const *text, int head)
{
	double height = cells(s, text, head, 0, 0);

	cells(s, text, head, 1, height);
	s->y += height;
}

static void
put_head(struct pdf *s)
{
	const char *text[PDF_COLUMNS];

	for (int i = 0; i < s->ncolumns; i++)
		text[i] = s->column[i].head;
	put_line(s, text, 1);
}

void
pdf_table(struct pdf *s, const struct pdf_style *style,
    const struct pdf_column *column, int ncolumns)
{
	s->cell = *style;
	s->ncolumns = ncolumns;
	for (int i = 0; i < ncolumns; i++)
		s->column[i] = column[i];
	/* A head has a row below it on its page. */
	pdf_need(s, 4 * style->size + 4 * CELL_PAD);
	put_head(s);
}

void
pdf_row(struct pdf *s, const char *const *cell)
{
	if (cells(s, cell, 0, 0, 0) > room_left(s)) {
		pdf_page(s);
		put_head(s);
	}
	put_line(s, cell, 0);
}

void
pdf_table_end(struct pdf *s, double after)
{
	s->ncolumns = 0;
	s->y += after;
}

/* -- lines and pictures ------------------------------------------------- */

void
pdf_rule(struct pdf *s, double thickness)
{
	set_colour(s, 0);
	cairo_rectangle(s->cr, s->setup.left, s->y, pdf_inner(s),
	    thickness);
	cairo_fill(s->cr);
	s->y += thickness;
}

void
pdf_frame(struct pdf *s, double x, double y, double width, double height,
    double thickness, unsigned colour)
{
	set_colour(s, colour);
	cairo_set_line_width(s->cr, thickness);
	cairo_rectangle(s->cr, x, y, width, height);
	cairo_stroke(s->cr);
}

int
pdf_qr(struct pdf *s, const char *text, double x, double y, double size)
{
	QRcode *code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8,
	    1);
	double module;

	if (code == NULL)
		return -1;
	module = size / (code->width + 2 * QR_QUIET);
	cairo_save(s->cr);
	cairo_set_antialias(s->cr, CAIRO_ANTIALIAS_NONE);
	cairo_set_source_rgb(s->cr, 1, 1, 1);
	cairo_rectangle(s->cr, x, y, size, size);
	cairo_fill(s->cr);
	cairo_set_source_rgb(s->cr, 0, 0, 0);
	for (int i = 0; i < code->width * code->width; i++)
		if (code->data[i] & 1)
			cairo_rectangle(s->cr,
			    x + (QR_QUIET + i % code->width) * module,
			    y + (QR_QUIET + i / code->width) * module,
			    module, module);
	cairo_fill(s->cr);
	cairo_restore(s->cr);
	QRcode_free(code);
	return 0;
}

double
pdf_picture_width(const char *path, double height)
{
	cairo_surface_t *png = cairo_image_surface_create_from_png(path);
	double width = 0;

	if (cairo_surface_status(png) == CAIRO_STATUS_SUCCESS)
		width = height / cairo_image_surface_get_height(png) *
		    cairo_image_surface_get_width(png);
	cairo_surface_destroy(png);
	return width;
}

double
pdf_picture(struct pdf *s, const char *path, double x, double y,
    double height)
{
	cairo_surface_t *png = cairo_image_surface_create_from_png(path);
	double scale = 0, width = 0;

	if (cairo_surface_status(png) == CAIRO_STATUS_SUCCESS) {
		scale = height / cairo_image_surface_get_height(png);
		width = scale * cairo_image_surface_get_width(png);
		cairo_save(s->cr);
		cairo_translate(s->cr, x, y);
		cairo_scale(s->cr, scale, scale);
		cairo_set_source_surface(s->cr, png, 0, 0);
		cairo_paint(s->cr);
		cairo_restore(s->cr);
	}
	cairo_surface_destroy(png);
	return width;
}

/* -- what a form places by itself ---------------------------------------- */

struct pdf_block {
	PangoLayout	*l;
	unsigned	 colour;
	int		 n;
	double		*top;		/* of each line, and of none behind */
};

struct pdf_block *
pdf_block(struct pdf *s, const struct pdf_style *style, const char *text)
{
	struct pdf_block *b = calloc(1, sizeof(*b));
	PangoLayoutIter *it;
	PangoRectangle box;

	if (b == NULL || (b->l = make_layout(s, style, style->width,
	    text)) == NULL || (b->top = calloc(
	    (size_t)pango_layout_get_line_count(b->l) + 1,
	    sizeof(*b->top))) == NULL) {
		s->failed = 1;
		pdf_block_free(b);
		return NULL;
	}
	b->colour = style->colour;
	it = pango_layout_get_iter(b->l);
	do {
		pango_layout_iter_get_line_extents(it, NULL, &box);
		b->top[b->n + 1] = b->top[b->n] + (double)box.height /
		    PANGO_SCALE;
		b->n++;
	} while (pango_layout_iter_next_line(it));
	pango_layout_iter_free(it);
	return b;
}

void
pdf_block_free(struct pdf_block *b)
{
	if (b == NULL)
		return;
	if (b->l != NULL)
		g_object_unref(b->l);
	free(b->top);
	free(b);
}

int
pdf_block_lines(const struct pdf_block *b)
{
	return b != NULL ? b->n : 0;
}

double
pdf_block_height(const struct pdf_block *b, int from, int to)
{
	return b != NULL ? b->top[to] - b->top[from] : 0;
}

int
pdf_block_fit(const struct pdf_block *b, int from, double height)
{
	int to = from;

	while (to < pdf_block_lines(b) &&
	    b->top[to + 1] - b->top[from] <= height + 0.01)
		to++;
	return to;
}

void
pdf_block_show(struct pdf *s, const struct pdf_block *b, int from, int to,
    double x, double y)
{
	PangoLayoutIter *it;

	if (b == NULL)
		return;
	set_colour(s, b->colour);
	it = pango_layout_get_iter(b->l);
	for (int i = 0; i < to; i++, pango_layout_iter_next_line(it)) {
		PangoRectangle box;

		if (i < from)
			continue;
		pango_layout_iter_get_line_extents(it, NULL, &box);
		cairo_move_to(s->cr, x + (double)box.x / PANGO_SCALE, y +
		    b->top[i] - b->top[from] +
		    (double)(pango_layout_iter_get_baseline(it) - box.y) /
		    PANGO_SCALE);
		pango_cairo_show_layout_line(s->cr,
		    pango_layout_iter_get_line_readonly(it));
	}
	pango_layout_iter_free(it);
}

/* The path that was laid, filled and drawn. */
static void
ink(struct pdf *s, double thickness, unsigned how)
{
	const double dash[] = { 3, 2 };

	set_colour(s, how & PDF_WHITE ? 0xffffff : 0);
	if (how & (PDF_WHITE | PDF_BLACK))
		cairo_fill_preserve(s->cr);
	set_colour(s, 0);
	cairo_set_line_width(s->cr, thickness);
	cairo_set_dash(s->cr, dash, how & PDF_DASHED ? 2 : 0, 0);
	cairo_stroke(s->cr);
	cairo_set_dash(s->cr, dash, 0, 0);
}

void
pdf_path(struct pdf *s, const struct pdf_point *point, int n,
    double thickness, unsigned how)
{
	cairo_move_to(s->cr, point[0].x, point[0].y);
	for (int i = 1; i < n; i++)
		cairo_line_to(s->cr, point[i].x, point[i].y);
	if (how & PDF_CLOSED)
		cairo_close_path(s->cr);
	ink(s, thickness, how);
}

void
pdf_capsule(struct pdf *s, double x, double y, double width, double height,
    double thickness)
{
	const double r = height / 2;

	cairo_new_sub_path(s->cr);
	cairo_arc(s->cr, x + r, y + r, r, M_PI / 2, 3 * M_PI / 2);
	cairo_arc(s->cr, x + width - r, y + r, r, -M_PI / 2, M_PI / 2);
	cairo_close_path(s->cr);
	ink(s, thickness, PDF_WHITE);
}

void
pdf_page_sized(struct pdf *s, double width, double height)
{
	cairo_show_page(s->cr);
	cairo_pdf_surface_set_size(s->surface, width, height);
	s->setup.width = width;
	s->setup.height = height;
	begin_page(s);
}
