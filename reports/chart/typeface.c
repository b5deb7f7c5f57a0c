/* typeface.c - the letters of the charts: which fonts, and texts that fit. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "reports/chart/typeface_raw.h"

#define DEJAVU_FOLDER "/usr/share/fonts/truetype/dejavu"
#define ELLIPSIS "\xe2\x80\xa6"

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

/* Whether n bytes of text and then `tail` fit into width and TYPEFACE_LINE_SIZE. */
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
	const size_t room = size < TYPEFACE_LINE_SIZE ? size : TYPEFACE_LINE_SIZE;
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
