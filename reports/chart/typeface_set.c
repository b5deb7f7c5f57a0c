/*
 * typeface_set.c - texts measured and set by gd and FreeType.
 *
 * Measuring a text takes FreeType as long as setting it, and a chart measures
 * each many times: to choose columns, to break lines, in four forms.  What was
 * measured lately is remembered.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reports/chart/typeface_raw.h"

/* gd truncates a box to whole pixels; asked at a finer resolution, it does
 * not: the pen moves by the same steps whatever the resolution. */
#define FINE 64

#define MEMOS 2048

/* What was measured; `serial` 0 is none. */
struct memo {
	int			 serial, scale;
	enum face		 face;
	double			 size;
	char			 text[104];
	struct text_extent	 ext;
};

/* gd reads entities in a string, so a name's own `&` is spelled as one. */
static char *
escape(const char *text)
{
	char *copy, *p;

	if ((copy = malloc(5 * strlen(text) + 1)) == NULL)
		return NULL;
	for (p = copy; *text != '\0'; text++) {
		if (*text == '&')
			p = stpcpy(p, "&amp;");
		else
			*p++ = (unsigned char)*text < ' ' ? ' ' : *text;
	}
	*p = '\0';
	return copy;
}

/* One call of gd: the box at `dpi` into brect, and the text onto im. */
static int
set(const struct typeface *tf, const struct text_style *style, int scale,
    int dpi, const char *text, gdImagePtr im, int x, int baseline, int *brect)
{
	gdFTStringExtra extra = {
		.flags = gdFTEX_RESOLUTION | gdFTEX_DISABLE_KERNING,
		.hdpi = dpi, .vdpi = dpi,
	};
	char *safe, *error;

	if ((safe = escape(text)) == NULL)
		return -1;
	error = gdImageStringFTEx(im, brect, style->colour,
	    tf->path[style->face], style->size * scale, 0, x, baseline, safe,
	    &extra);
	free(safe);
	return error == NULL ? 0 : -1;
}

/* The extent of a text as gd has it. */
static int
measure(const struct typeface *tf, const struct text_style *style,
    int scale, const char *text, struct text_extent *ext)
{
	int b[8] = { 0 };

	if (set(tf, style, scale, 72 * FINE, text, NULL, 0, 0, b) == -1)
		return -1;
	*ext = (struct text_extent) {
		.left = (double)b[6] / FINE, .top = (double)b[7] / FINE,
		.right = (double)b[2] / FINE, .bottom = (double)b[3] / FINE,
	};
	return 0;
}

/* Where an extent is remembered: of all texts of a slot the last. */
static struct memo *
memo_of(const struct typeface *tf, const struct text_style *style, int scale,
    const char *text)
{
	static struct memo memos[MEMOS];
	const int size = (int)lround(style->size * 4);
	uint32_t h = (uint32_t)(size * 31 + scale * 7 + (int)style->face +
	    tf->serial * 1009);

	for (; *text != '\0'; text++)
		h = h * 16777619u ^ (unsigned char)*text;
	return &memos[(h ^ h >> 15) % MEMOS];
}

static int
is_same(const struct memo *m, const struct typeface *tf,
    const struct text_style *style, int scale, const char *text)
{
	return m->serial == tf->serial && m->face == style->face &&
	    !(m->size < style->size || m->size > style->size) &&
	    m->scale == scale && strcmp(m->text, text) == 0;
}

static int
plain_extent(const struct typeface *tf, const struct text_style *style,
    int scale, const char *text, struct text_extent *ext)
{
	struct memo *m = memo_of(tf, style, scale, text);

	if (is_same(m, tf, style, scale, text)) {
		*ext = m->ext;
		return 0;
	}
	if (measure(tf, style, scale, text, ext) == -1)
		return -1;
	if (strlen(text) < sizeof(m->text)) {
		m->serial = tf->serial;
		m->face = style->face;
		m->size = style->size;
		m->scale = scale;
		m->ext = *ext;
		snprintf(m->text, sizeof(m->text), "%s", text);
	}
	return 0;
}

/*
 * Walk a text digit by digit, each centred in the width of a zero; set it
 * when im is not NULL, and say what room it took.
 */
static int
tabular(const struct typeface *tf, const struct text_style *style, int scale,
    const char *text, gdImagePtr im, int x, int baseline,
    struct text_extent *ext)
{
	struct text_extent zero, one;
	double pen = 0, cell;
	char c[8];
	size_t n;
	int b[8];

	*ext = (struct text_extent) { 0 };
	if (plain_extent(tf, style, scale, "0", &zero) == -1)
		return -1;
	for (; *text != '\0'; text += n) {
		if ((n = char_size(text)) >= sizeof(c))
			return -1;
		memcpy(c, text, n);
		c[n] = '\0';
		if (plain_extent(tf, style, scale, c, &one) == -1)
			return -1;
		cell = *c >= '0' && *c <= '9' ? zero.right : one.right;
		if (im != NULL && set(tf, style, scale, 72, c, im,
		    x + (int)lround(pen + (cell - one.right) / 2), baseline,
		    b) == -1)
			return -1;
		if (pen == 0)
			ext->left = one.left + (cell - one.right) / 2;
		ext->top = fmin(ext->top, one.top);
		ext->bottom = fmax(ext->bottom, one.bottom);
		pen += cell;
	}
	ext->right = pen;
	return 0;
}

int
typeface_extent(const struct typeface *tf, const struct text_style *style,
    int scale, const char *text, struct text_extent *ext)
{
	if (style->tabular)
		return tabular(tf, style, scale, text, NULL, 0, 0, ext);
	return plain_extent(tf, style, scale, text, ext);
}

int
typeface_set(const struct typeface *tf, const struct text_style *style,
    int scale, const char *text, gdImagePtr im, int x, int baseline)
{
	struct text_extent ext;
	int b[8];

	if (style->tabular)
		return tabular(tf, style, scale, text, im, x, baseline, &ext);
	return set(tf, style, scale, 72, text, im, x, baseline, b);
}
