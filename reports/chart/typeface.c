/*
 * typeface.c - the letters of the charts: texts measured and set by gd and
 * FreeType, the fonts, and texts that fit.
 *
 * Measuring a text takes FreeType as long as setting it, and a chart measures
 * hundreds, many times: to choose columns, to break lines, in four forms.
 * There is no kerning, so that a text is as long as its letters one behind the
 * other; each letter is measured once and remembered.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "reports/chart/typeface.h"

#define DEJAVU_FOLDER "/usr/share/fonts/truetype/dejavu"
#define ELLIPSIS "\xe2\x80\xa6"

/* gd truncates a box to whole pixels; asked at a finer resolution, it does
 * not: the pen moves by the same steps whatever the resolution. */
#define FINE 64

#define MEMOS 2048

/* Bytes of the UTF-8 character at p. */
static size_t
char_size(const char *p)
{
	size_t n = 1;

	while (((unsigned char)p[n] & 0xc0) == 0x80)
		n++;
	return n;
}

/* -- measuring and setting ------------------------------------------------- */

#define LETTER	8		/* bytes of a character, and its end */

/* A letter: its extent, and the step to the next; `serial` 0: an empty slot. */
struct memo {
	int			 serial, scale;
	enum face		 face;
	double			 size;
	char			 text[LETTER];
	struct text_extent	 ext;
	double			 step;
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

/* The slot in which a letter is remembered, the last of all that share it. */
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

/* Its step is told by one with ink behind it, as a blank has none, and by a few
 * of them, as gd's figures are whole 64ths. */
static const struct memo *
letter(const struct typeface *tf, const struct text_style *style, int scale,
    const char *text)
{
	struct memo *m = memo_of(tf, style, scale, text);
	struct text_extent ink, both;
	char row[4 * LETTER + 1];

	if (is_same(m, tf, style, scale, text))
		return m;
	snprintf(row, sizeof(row), "%s%s%s%s0", text, text, text, text);
	if (measure(tf, style, scale, text, &m->ext) == -1 ||
	    measure(tf, style, scale, "0", &ink) == -1 ||
	    measure(tf, style, scale, row, &both) == -1) {
		m->serial = 0;
		return NULL;
	}
	m->step = (both.right - ink.right) / 4;
	m->serial = tf->serial;
	m->face = style->face;
	m->size = style->size;
	m->scale = scale;
	snprintf(m->text, sizeof(m->text), "%s", text);
	return m;
}

static int
plain_extent(const struct typeface *tf, const struct text_style *style,
    int scale, const char *text, struct text_extent *ext)
{
	const struct memo *m;
	double pen = 0;
	char one[LETTER];
	size_t n;

	*ext = (struct text_extent) { 0 };
	for (const char *s = text; *s != '\0'; s += n, pen += m->step) {
		if ((n = char_size(s)) >= sizeof(one))
			return -1;
		memcpy(one, s, n);
		one[n] = '\0';
		if ((m = letter(tf, style, scale, one)) == NULL)
			return -1;
		if (s == text)
			*ext = m->ext;
		ext->left = fmin(ext->left, pen + m->ext.left);
		ext->top = fmin(ext->top, m->ext.top);
		ext->right = fmax(ext->right, pen + m->ext.right);
		ext->bottom = fmax(ext->bottom, m->ext.bottom);
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

/* -- fonts ----------------------------------------------------------------- */

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

/* Open a family: 1 when each of its files lies in the folder and is a font,
 * else 0. */
static int
family_open(struct typeface *tf, const char *folder, const char *const *names)
{
	static int opened;
	struct text_style probe = { .size = 16 };
	struct text_extent ext;
	int face, n;

	tf->serial = ++opened;
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

/* -- texts that fit -------------------------------------------------------- */

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

/* Do n bytes of text and then `tail` fit into the width, and into
 * TYPEFACE_LINE_SIZE bytes? */
static int
fits(const struct typeface *tf, const struct text_style *style, double width,
    const char *text, size_t n, const char *tail)
{
	char buf[TYPEFACE_LINE_SIZE];

	if (n + strlen(tail) >= sizeof(buf))
		return 0;
	memcpy(buf, text, n);
	memcpy(buf + n, tail, strlen(tail) + 1);
	return typeface_width(tf, style, buf) <= width;
}

/* Bytes of the longest beginning that fits with an ellipsis, of at most n: by
 * halves, as texts grow wider letter by letter. */
static size_t
most_that_fits(const struct typeface *tf, const struct text_style *style,
    double width, const char *text, size_t n)
{
	size_t low = 0, high = n, middle, end;

	while (low < high) {
		end = middle = (low + high + 1) / 2;
		while (end > 0 && ((unsigned char)text[end] & 0xc0) == 0x80)
			end--;
		if (fits(tf, style, width, text, end, ELLIPSIS))
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

char *
typeface_fit(const struct typeface *tf, const struct text_style *style,
    double width, const char *text, char *buf, size_t size)
{
	const size_t room = size < TYPEFACE_LINE_SIZE ? size :
	    TYPEFACE_LINE_SIZE;
	size_t n = strlen(text);

	if (n < room && fits(tf, style, width, text, n, "")) {
		memcpy(buf, text, n + 1);
		return buf;
	}
	if (n + sizeof(ELLIPSIS) > room)
		n = room - sizeof(ELLIPSIS);
	for (n = most_that_fits(tf, style, width, text, n); n > 0; n--) {
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
	while (*text != '\0' && lines->n < most && lines->n < TYPEFACE_LINES) {
		n = line_size(tf, style, width, text);
		if (lines->n + 1 == most || lines->n + 1 == TYPEFACE_LINES)
			n = strlen(text);
		if (n == strlen(text)) {
			typeface_fit(tf, style, width, text,
			    lines->line[lines->n++], TYPEFACE_LINE_SIZE);
			return;
		}
		memcpy(lines->line[lines->n], text, n);
		lines->line[lines->n++][n] = '\0';
		text += n;
		text += strspn(text, " ");
	}
}

/* Was the last line shortened? */
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
