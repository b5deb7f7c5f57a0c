/* pdf_raw.h - what the files of the sheet share. */
#ifndef REPORTS_LETTER_PDF_RAW_H
#define REPORTS_LETTER_PDF_RAW_H

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "reports/letter/pdf.h"

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

/* A text set for a style, `width` wide; NULL when there is no memory. */
PangoLayout	*pdf_layout(struct pdf *, const struct pdf_style *,
		    double width, const char *text);
/* Write a whole layout with its corner at x, y. */
void		 pdf_show(struct pdf *, PangoLayout *, double x, double y);
void		 pdf_colour(struct pdf *, unsigned colour);
/* Height and width of a layout in points. */
void		 pdf_measure(PangoLayout *, double *width, double *height);

#endif
