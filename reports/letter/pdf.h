/*
 * pdf.h - paper to write on: pages of a PDF filled from top to bottom with
 * text, tables, rules and QR codes, by Pango and Cairo.
 *
 * Lengths are points (1/72 inch); texts are UTF-8 and never markup.  What was
 * written follows from the arguments alone: the same calls give the same
 * bytes, with the same fonts installed.
 *
 *	struct sheet *s = sheet_new(&setup);
 *	sheet_text(s, &body, "Sehubungan dengan ...");
 *	if (sheet_finish(s, &pdf, &len) == 0) ...
 *
 * A sheet that ran out of memory does nothing more; sheet_finish() tells.
 */
#ifndef REPORTS_LETTER_PDF_H
#define REPORTS_LETTER_PDF_H

#include <stddef.h>
#include <stdint.h>

#define SHEET_MM	(72 / 25.4)
#define SHEET_A4_SHORT	595.276
#define SHEET_A4_LONG	841.89

struct sheet;

struct sheet_setup {
	double		 width, height;
	double		 top, right, bottom, left;	/* margins */
	int64_t		 made;		/* creation date, seconds UTC */
	const char	*language;	/* NULL: Indonesian */
	const char	*title;		/* of the document */
	const char	*author;
	const char	*draft;		/* word across every page, or NULL */
	int		 numbered;	/* "- 2 -" atop from page 2 on */
};

enum sheet_align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT, ALIGN_JUSTIFY };

struct sheet_style {
	double			 size;
	int			 bold, italic;
	enum sheet_align	 align;
	double			 left;		/* from the left margin */
	double			 width;		/* 0: to the right margin */
	double			 indent;	/* of the first line */
	double			 leading;	/* of the line height; 0: 1.15 */
	double			 after;		/* space below */
	unsigned		 colour;	/* 0xrrggbb */
	int			 lines;		/* at most; then an ellipsis */
	int			 fixed;		/* letters of one width */
};

struct sheet	*sheet_new(const struct sheet_setup *);

/* Give the PDF, to be freed with free(), and forget the sheet: 0, or -1 when
 * anything failed. */
int		 sheet_finish(struct sheet *, char **pdf, size_t *len);

/* A paragraph below what was written last; what does not fit goes on on the
 * next page. */
void		 sheet_text(struct sheet *, const struct sheet_style *,
		    const char *text);
/* How high it would be, without the space below. */
double		 sheet_height(struct sheet *, const struct sheet_style *,
		    const char *text);
/* How wide its longest line is. */
double		 sheet_width(struct sheet *, const struct sheet_style *,
		    const char *text);

/* A label, and beside it, `beside` from the left, after a colon, its text. */
void		 sheet_pair(struct sheet *, const struct sheet_style *,
		    const char *label, double beside, const char *text);

/* -- tables ------------------------------------------------------------ */

#define SHEET_COLUMNS 6

struct sheet_column {
	const char		*head;
	double			 width;		/* a share of the whole */
	enum sheet_align	 align;
};

/* A framed table: sheet_table() begins it and writes its head, again on each
 * page it goes on on; a row is never broken. */
void		 sheet_table(struct sheet *, const struct sheet_style *,
		    const struct sheet_column *, int ncolumns);
void		 sheet_row(struct sheet *, const char *const *cell);
void		 sheet_table_end(struct sheet *, double after);

/* -- other marks -------------------------------------------------------- */

void		 sheet_space(struct sheet *, double);
/* Begin a new page unless so much room is left. */
void		 sheet_need(struct sheet *, double height);
void		 sheet_page(struct sheet *);
/* A line from margin to margin. */
void		 sheet_rule(struct sheet *, double thickness);
/* A frame, its corner at x from the left edge and y from the top one. */
void		 sheet_frame(struct sheet *, double x, double y, double width,
		    double height, double thickness, unsigned colour);
/* A QR code with its quiet zone, in a square at x, y; -1 when it cannot be
 * made. */
int		 sheet_qr(struct sheet *, const char *text, double x, double y,
		    double size);
/* A PNG, as high as told, at x, y: its width; 0 when it cannot be read. */
double		 sheet_picture(struct sheet *, const char *path, double x,
		    double y, double height);

/* Where the next line begins, from the top edge; put it there. */
double		 sheet_y(const struct sheet *);
void		 sheet_move(struct sheet *, double y);
/* Room to the bottom margin. */
double		 sheet_room(const struct sheet *);
/* The width between the margins, and the page's. */
double		 sheet_inner(const struct sheet *);
const struct sheet_setup *sheet_setup(const struct sheet *);

#endif
