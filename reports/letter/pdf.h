/*
 * pdf.h - paper to write on: pages of a PDF filled from top to bottom with
 * text, tables, rules and QR codes, by Pango and Cairo.
 *
 * Lengths are points (1/72 inch); texts are UTF-8 and never markup.  The same
 * calls give the same bytes, as long as the same fonts are installed.
 *
 *	struct pdf *s = pdf_new(&setup);
 *	pdf_text(s, &body, "Sehubungan dengan ...");
 *	if (pdf_finish(s, &pdf, &len) == 0) ...
 *
 * A PDF that ran out of memory takes nothing more; pdf_finish() says so.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#define PDF_MM	(72 / 25.4)
#define PDF_A4_SHORT	595.276
#define PDF_A4_LONG	841.89

struct pdf;

struct pdf_setup {
	double		 width, height;
	double		 top, right, bottom, left;	/* margins */
	int64_t		 made;		/* creation date, seconds UTC */
	const char	*language;	/* NULL: Indonesian */
	const char	*title;		/* of the document */
	const char	*author;
	const char	*draft;		/* word across every page, or NULL */
	int		 numbered;	/* "- 2 -" atop from page 2 on */
};

enum pdf_align { PDF_LEFT, PDF_CENTRE, PDF_RIGHT, PDF_JUSTIFY };

struct pdf_style {
	double			 size;
	int			 bold, italic;
	enum pdf_align		 align;
	double			 left;		/* from the left margin */
	double			 width;		/* 0: to the right margin */
	double			 indent;	/* of the first line */
	double			 leading;	/* of a line; 0: 1.15 */
	double			 after;		/* space below */
	unsigned		 colour;	/* 0xrrggbb */
	int			 lines;		/* at most; then an ellipsis */
	int			 fixed;		/* letters of one width */
};

/* The first typeface of official letters that is not installed, for which
 * another stands in; NULL when all are. */
const char	*pdf_font_missing(void);

/* Begin a PDF and its first page; NULL when out of memory. */
struct pdf	*pdf_new(const struct pdf_setup *);

/* End the PDF and give its bytes, to be freed with free(): 0, or -1 when
 * anything failed.  The struct pdf is gone either way. */
int		 pdf_finish(struct pdf *, char **pdf, size_t *len);

/* A paragraph at the pen; lines that do not fit go on on the next page. */
void		 pdf_text(struct pdf *, const struct pdf_style *,
		    const char *text);
/* Its height in points, without the space below. */
double		 pdf_height(struct pdf *, const struct pdf_style *,
		    const char *text);
/* The width of its longest line in points. */
double		 pdf_width(struct pdf *, const struct pdf_style *,
		    const char *text);

/* A label, and beside it, `beside` from the left, after a colon, its text. */
void		 pdf_pair(struct pdf *, const struct pdf_style *,
		    const char *label, double beside, const char *text);

/* -- tables ------------------------------------------------------------ */

#define PDF_COLUMNS 6

struct pdf_column {
	const char		*head;
	double			 width;		/* a share of the whole */
	enum pdf_align		 align;
};

/* A framed table: pdf_table() begins it and writes its head, again on each
 * page it goes on on; a row is never broken. */
void		 pdf_table(struct pdf *, const struct pdf_style *,
		    const struct pdf_column *, int ncolumns);
void		 pdf_row(struct pdf *, const char *const *cell);
void		 pdf_table_end(struct pdf *, double after);

/* -- other marks -------------------------------------------------------- */

void		 pdf_space(struct pdf *, double);
/* Begin a new page unless `height` is left on this one. */
void		 pdf_need(struct pdf *, double height);
void		 pdf_page(struct pdf *);
/* A line from margin to margin. */
void		 pdf_rule(struct pdf *, double thickness);
/* A frame, its corner at x from the left edge and y from the top one. */
void		 pdf_frame(struct pdf *, double x, double y, double width,
		    double height, double thickness, unsigned colour);
/* A QR code with its quiet zone, in a square at x, y; -1 when it cannot be
 * made. */
int		 pdf_qr(struct pdf *, const char *text, double x, double y,
		    double size);
/* A PNG file, `height` points high, its corner at x, y.  Returns its width; 0
 * when it cannot be read. */
double		 pdf_picture(struct pdf *, const char *path, double x,
		    double y, double height);
/* The width it would have; 0 likewise. */
double		 pdf_picture_width(const char *path, double height);

/* The top of the next line, from the top edge; and moving it there. */
double		 pdf_y(const struct pdf *);
void		 pdf_move(struct pdf *, double y);
/* The width between the margins, and the page's. */
double		 pdf_inner(const struct pdf *);
const struct pdf_setup *pdf_setup(const struct pdf *);

/* -- what a form places by itself ---------------------------------------- */

/* A text set for its style and width, to be shown whole or some of its lines
 * at a time.  A NULL one, of a PDF out of memory, has no lines. */
struct pdf_block;

struct pdf_block	*pdf_block(struct pdf *, const struct pdf_style *,
			    const char *text);
void			 pdf_block_free(struct pdf_block *);
int			 pdf_block_lines(const struct pdf_block *);
/* The height of the lines from .. to - 1. */
double			 pdf_block_height(const struct pdf_block *, int from,
			    int to);
/* The line behind the last one that fits into a height, from a line on. */
int			 pdf_block_fit(const struct pdf_block *, int from,
			    double height);
/* Show lines from .. to - 1, the corner of the first at x, y. */
void			 pdf_block_show(struct pdf *, const struct pdf_block *,
			    int from, int to, double x, double y);

/* Lines through points; they may be dashed, closed, filled black or filled
 * white with a line around. */
struct pdf_point {
	double	x, y;
};
enum { PDF_DASHED = 1, PDF_CLOSED = 2, PDF_BLACK = 4, PDF_WHITE = 8 };
void		 pdf_path(struct pdf *, const struct pdf_point *, int n,
		    double thickness, unsigned how);
/* A white capsule with a line around. */
void		 pdf_capsule(struct pdf *, double x, double y, double width,
		    double height, double thickness);

/* A new page of another size; those after it are like it. */
void		 pdf_page_sized(struct pdf *, double width, double height);
