/* typeface.c - the letters of the charts, set by gd and FreeType. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "reports/typeface.h"

#define DEJAVU_FOLDER "/usr/share/fonts/truetype/dejavu"
#define ELLIPSIS "\xe2\x80\xa6"

/* gd truncates a box to whole pixels; asked at a finer resolution, it does
 * not: the pen moves by the same steps whatever the resolution. */
#define FINE 64

static const char *const inter[FACE__MAX] = {
	[FACE_REGULAR]	= "Inter-Regular.otf",
	[FACE_MEDIUM]	= "Inter-Medium.otf",
	[FACE_SEMIBOLD]	= "Inter-SemiBold.otf",
};

static const char *const dejavu[FACE__MAX] = {
	[FACE_REGULAR]	= "DejaVuSans.ttf",
	[FACE_MEDIUM]	= "DejaVuSans.ttf",
	[FACE_SEMIBOLD]	= "DejaVuSans-Bold.ttf",
};

/* Whether every file of a family lies in the folder and is a font. */
static int
family_open(struct typeface *tf, const char *folder, const char *const *names)
{
	static const struct text_style style = { .size = 16 };
	struct text_style probe = style;
	struct text_extent ext;
	int face, n;

	for (face = 0; face < FACE__MAX; face++) {
		n = snprintf(tf->path[face], sizeof(tf->path[face]), "%s/%s",
		    folder, names[face]);
		if (n < 0 || (size_t)n >= sizeof(tf->path[face]) ||
		    access(tf->path[face], R_OK) == -1)
			return 0;
		probe.face = (enum face)face;
		if (typeface_extent(tf, &probe, 1, "0", &ext) == -1)
			return 0;
	}
	return 1;
}

int
typeface_open(struct typeface *tf, const char *folder)
{
	gdFTUseFontConfig(0);
	if (family_open(tf, folder, inter))
		return 0;
	if (family_open(tf, folder, dejavu) ||
	    family_open(tf, DEJAVU_FOLDER, dejavu))
		return 1;
	return -1;
}

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

static int
plain_extent(const struct typeface *tf, const struct text_style *style,
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

/* Bytes of the UTF-8 character at p. */
static size_t
char_size(const char *p)
{
	size_t n = 1;

	while (((unsigned char)p[n] & 0xc0) == 0x80)
		n++;
	return n;
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

double
typeface_width(const struct typeface *tf, const struct text_style *style,
    const char *text)
{
	struct text_extent one = { 0 }, two = { 0 };

	if (typeface_extent(tf, style, 1, text, &one) == -1 ||
	    typeface_extent(tf, style, 2, text, &two) == -1)
		return 0;
	return ceil(fmax(one.right, two.right / 2));
}

/* Whether n bytes of text and then `tail` fit into width and TEXT_SIZE. */
static int
fits(const struct typeface *tf, const struct text_style *style, double width,
    const char *text, size_t n, const char *tail)
{
	char buf[TEXT_SIZE];

	if (n + strlen(tail) >= sizeof(buf))
		return 0;
	memcpy(buf, text, n);
	memcpy(buf + n, tail, strlen(tail) + 1);
	return typeface_width(tf, style, buf) <= width;
}

char *
typeface_fit(const struct typeface *tf, const struct text_style *style,
    double width, const char *text, char *buf, size_t size)
{
	const size_t room = size < TEXT_SIZE ? size : TEXT_SIZE;
	size_t n = strlen(text);

	if (n < room && fits(tf, style, width, text, n, "")) {
		memcpy(buf, text, n + 1);
		return buf;
	}
	if (n + sizeof(ELLIPSIS) > room)
		n = room - sizeof(ELLIPSIS);
	for (; n > 0; n--) {
		/* Never inside a character, never after a space or comma. */
		if (((unsigned char)text[n] & 0xc0) == 0x80 ||
		    strchr(" ,", text[n - 1]) != NULL)
			continue;
		if (fits(tf, style, width, text, n, ELLIPSIS))
			break;
	}
	memcpy(buf, text, n);
	memcpy(buf + n, ELLIPSIS, sizeof(ELLIPSIS));
	return buf;
}

/* Bytes of the longest beginning of text that ends a word and fits. */
static size_t
line_size(const struct typeface *tf, const struct text_style *style,
    double width, const char *text)
{
	const char *end;
	size_t best = 0, n;

	for (end = text; *end != '\0';) {
		end += strspn(end, " ");
		end += strcspn(end, " ");
		if (!fits(tf, style, width, text, (size_t)(end - text), ""))
			break;
		best = (size_t)(end - text);
	}
	if (best > 0)
		return best;
	/* A word wider than the line is cut where the line ends. */
	for (n = 0; text[n] != '\0'; n += char_size(text + n))
		if (!fits(tf, style, width, text, n + char_size(text + n), ""))
			break;
	return n > 0 ? n : char_size(text);
}

void
typeface_wrap(const struct typeface *tf, const struct text_style *style,
    double width, int most, const char *text, struct text_lines *lines)
{
	size_t n;

	lines->n = 0;
	text += strspn(text, " ");
	while (*text != '\0' && lines->n < most && lines->n < TEXT_LINES) {
		n = line_size(tf, style, width, text);
		if (lines->n + 1 == most || lines->n + 1 == TEXT_LINES)
			n = strlen(text);
		if (n == strlen(text)) {
			typeface_fit(tf, style, width, text,
			    lines->line[lines->n++], TEXT_SIZE);
			return;
		}
		memcpy(lines->line[lines->n], text, n);
		lines->line[lines->n++][n] = '\0';
		text += n;
		text += strspn(text, " ");
	}
}

/* Whether the last line had to be shortened. */
static int
shortened(const struct text_lines *lines)
{
	const char *last;
	size_t n;

	if (lines->n == 0)
		return 0;
	last = lines->line[lines->n - 1];
	n = strlen(last);
	return n >= strlen(ELLIPSIS) &&
	    strcmp(last + n - strlen(ELLIPSIS), ELLIPSIS) == 0;
}

void
typeface_balance(const struct typeface *tf, const struct text_style *style,
    double width, int most, const char *text, struct text_lines *lines)
{
	struct text_lines trial;
	double low = width / 2, middle;

	typeface_wrap(tf, style, width, most, text, lines);
	if (lines->n < 2 || shortened(lines))
		return;
	/* The narrowest width that needs no more lines, to a few pixels. */
	while (width - low > 4) {
		middle = (low + width) / 2;
		typeface_wrap(tf, style, middle, lines->n, text, &trial);
		if (shortened(&trial)) {
			low = middle;
		} else {
			width = middle;
			*lines = trial;
		}
	}
}
