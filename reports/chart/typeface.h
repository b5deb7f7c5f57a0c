/*
 * typeface.h - the letters of the charts: finding the font files, and
 * measuring, shortening, wrapping and setting texts on a gd image.
 *
 * Sizes are CSS pixels; an image of scale 2 has two image pixels in each.
 * Texts are UTF-8; control characters count as spaces.
 */
#pragma once

#include <stddef.h>

#include <gd.h>

enum face { FACE_REGULAR, FACE_MEDIUM, FACE_SEMIBOLD, FACE__MAX };

/* The font files; filled by typeface_open(), nothing to free. */
struct typeface {
	char	path[FACE__MAX][256];
	int	serial;			/* no two opened ones have the same */
};

struct text_style {
	enum face	face;
	double		size;		/* CSS pixels */
	int		colour;		/* 0xrrggbb */
	int		tabular;	/* digits of one width, for columns */
};

/* The ink of a text, in image pixels from pen and baseline. */
struct text_extent {
	double	left, top;		/* of the ink; top is negative */
	double	right;			/* where the next letter would start */
	double	bottom;			/* of the ink */
};

#define TYPEFACE_LINES 6
#define TYPEFACE_LINE_SIZE  256

/* A text cut into lines. */
struct text_lines {
	int	n;
	char	line[TYPEFACE_LINES][TYPEFACE_LINE_SIZE];
};

/*
 * Find the fonts: Inter in `folder`, else DejaVu Sans in `folder`, else
 * DejaVu Sans where Debian keeps it.  Each file is opened once to see that it
 * is a font.  Returns 0; 1 when it had to fall back; -1 when there is none.
 */
int	typeface_open(struct typeface *, const char *folder);

/* Measure a text; set it on an image, its pen at x and the baseline.  0, or -1
 * when gd cannot set it (no memory). */
int	typeface_extent(const struct typeface *, const struct text_style *,
	    int scale, const char *text, struct text_extent *);
int	typeface_set(const struct typeface *, const struct text_style *,
	    int scale, const char *text, gdImagePtr, int x, int baseline);

/*
 * The width to plan with: the larger of what the text takes at scale 1 and 2,
 * since letter widths are rounded differently and both must have one layout.
 */
double	typeface_width(const struct typeface *, const struct text_style *,
	    const char *text);

/* Copy text into buf, shortened with an ellipsis to fit width and size. */
char	*typeface_fit(const struct typeface *, const struct text_style *,
	    double width, const char *text, char *buf, size_t size);

/*
 * Break text at spaces into at most `most` lines of `width`; a text that does
 * not fit ends in an ellipsis.  typeface_balance() makes the lines about
 * equally long, for headings.
 */
void	typeface_wrap(const struct typeface *, const struct text_style *,
	    double width, int most, const char *text, struct text_lines *);
void	typeface_balance(const struct typeface *, const struct text_style *,
	    double width, int most, const char *text, struct text_lines *);
