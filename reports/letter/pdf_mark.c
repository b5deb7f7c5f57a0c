/* pdf_mark.c - tables, rules, frames, pictures and QR codes on a sheet. */
#include "reports/letter/pdf_raw.h"

#include <math.h>
#include <stdlib.h>

#include <qrencode.h>

#define CELL_PAD	3.5
#define TABLE_LINE	0.6
#define QR_QUIET	4	/* modules of white around, ISO/IEC 18004 */

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
	return pdf_layout(s, &style, column_width(s, i) - 2 * CELL_PAD,
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
		pdf_measure(l, &w, &h);
		most = fmax(most, h);
		if (draw) {
			pdf_show(s, l, x + CELL_PAD, s->y + CELL_PAD);
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
	if (cells(s, cell, 0, 0, 0) > pdf_room(s)) {
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
	pdf_colour(s, 0);
	cairo_rectangle(s->cr, s->setup.left, s->y, pdf_inner(s),
	    thickness);
	cairo_fill(s->cr);
	s->y += thickness;
}

void
pdf_frame(struct pdf *s, double x, double y, double width, double height,
    double thickness, unsigned colour)
{
	pdf_colour(s, colour);
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
