/* pdf.c - pages: the document, its marks, the pen. */
#include "reports/letter/pdf_raw.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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

/* What readers of the file are told of it; without a creation date cairo
 * would put the wall clock's. */
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

static void
watermark(struct pdf *s)
{
	const struct pdf_style big = { .size = 150, .bold = 1,
		.colour = 0xececec };
	PangoLayout *l = pdf_layout(s, &big, 0, s->setup.draft);
	double w, h;

	if (l == NULL)
		return;
	pdf_measure(l, &w, &h);
	cairo_save(s->cr);
	cairo_translate(s->cr, s->setup.width / 2, s->setup.height / 2);
	cairo_rotate(s->cr, -atan2(s->setup.height, s->setup.width));
	pdf_show(s, l, -w / 2, -h / 2);
	cairo_restore(s->cr);
	g_object_unref(l);
}

/* A line in the upper margin, y from the edge. */
static void
atop(struct pdf *s, const struct pdf_style *style, double y,
    const char *text)
{
	PangoLayout *l = pdf_layout(s, style, pdf_inner(s), text);

	if (l == NULL)
		return;
	pdf_show(s, l, s->setup.left, y);
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

void
pdf_need(struct pdf *s, double height)
{
	if (height > pdf_room(s) && s->y > s->setup.top)
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
pdf_room(const struct pdf *s)
{
	return s->setup.height - s->setup.bottom - s->y;
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
