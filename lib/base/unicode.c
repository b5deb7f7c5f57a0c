/* unicode.c - texts by what their characters are. */
#include "base/unicode.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"

#define DROPPED		0xad	/* soft hyphen: an ignorable, so it goes */
#define MINUS		0x2212
#define BRAILLE_BLANK	0x2800	/* a sign in name, a space to the eye */
#define NEXT_LINE	0x85

/* The options of NFC. */
#define COMPOSED	(UTF8PROC_STABLE | UTF8PROC_COMPOSE)

typedef utf8proc_int32_t point;

int
unicode_is_ascii(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s >= 0x80)
			return 0;
	return 1;
}

/* A character as clean text has it. */
static point
clean(point c, void *arg)
{
	(void)arg;
	if (c < 0x80)
		return c;
	switch (utf8proc_category(c)) {
	case UTF8PROC_CATEGORY_ZS:
		return ' ';
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return '\n';
	case UTF8PROC_CATEGORY_CC:
		return c == NEXT_LINE ? '\n' : DROPPED;
	default:
		/* Anchors of annotations are seen no more than joiners. */
		return c >= 0xfff9 && c <= 0xfffb ? DROPPED :
		    c == BRAILLE_BLANK ? ' ' : c;
	}
}

/* A character as a code has it. */
static point
typed(point c, void *arg)
{
	switch (utf8proc_category(c)) {
	case UTF8PROC_CATEGORY_PD:
		return '-';
	case UTF8PROC_CATEGORY_PI:
	case UTF8PROC_CATEGORY_PF:
		return '\'';
	default:
		break;
	}
	return c == MINUS ? '-' : c < ' ' || c == 0x7f ? ' ' : clean(c, arg);
}

/* The text by utf8proc; as it is when it is no UTF-8. */
static char *
map(const char *s, int options, utf8proc_custom_func fn)
{
	utf8proc_uint8_t *out = NULL;

	if (utf8proc_map_custom((const utf8proc_uint8_t *)s,
	    (utf8proc_ssize_t)strlen(s), &out, (utf8proc_option_t)options,
	    fn, NULL) < 0)
		return strdup(s);
	return (char *)out;
}

char *
unicode_clean(const char *s)
{
	return unicode_is_ascii(s) ? strdup(s) :
	    map(s, COMPOSED | UTF8PROC_IGNORE, clean);
}

char *
unicode_composed(const char *s)
{
	return map(s, COMPOSED, NULL);
}

char *
unicode_decomposed(const char *s)
{
	return map(s, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, NULL);
}

char *
unicode_folded(const char *s)
{
	return map(s, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
	    UTF8PROC_IGNORE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, typed);
}

char *
unicode_typed(const char *s, char *buf, size_t size)
{
	static const char marks[] = " .,;:!?()[]{}<>*#|\\/'\"`";
	char *all = map(s, COMPOSED | UTF8PROC_COMPAT | UTF8PROC_IGNORE,
	    typed), *from, *to;

	if (all == NULL)
		return utf8_copy(buf, size, "");
	from = to = all + strspn(all, marks);
	for (const char *c = from; *c != '\0'; c++)
		if (*c != ' ' || to[-1] != ' ')
			*to++ = *c;
	while (to > from && strchr(marks, to[-1]) != NULL)
		to--;
	*to = '\0';
	utf8_copy(buf, size, from);
	free(all);
	return buf;
}

/* -- single characters -------------------------------------------------- */

/* The character at s and its bytes; one byte of what is no UTF-8. */
static size_t
next(const char *s, point *c)
{
	utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s, -1,
	    c);

	if (n > 0)
		return (size_t)n;
	*c = (unsigned char)*s;
	return 1;
}

static int
is_letter(point c)
{
	int category = utf8proc_category(c);

	return category >= UTF8PROC_CATEGORY_LU &&
	    category <= UTF8PROC_CATEGORY_LO;
}

int
unicode_has_letter(const char *s)
{
	point c;

	for (; *s != '\0'; s += next(s, &c))
		if (next(s, &c) > 0 && is_letter(c))
			return 1;
	return 0;
}

int
unicode_has_digit(const char *s)
{
	point c;

	for (; *s != '\0'; s += next(s, &c))
		if (next(s, &c) > 0 && utf8proc_category(c) ==
		    UTF8PROC_CATEGORY_ND)
			return 1;
	return 0;
}

/* -- limits --------------------------------------------------------------- */

static size_t
units(point c, size_t bytes, enum unicode_unit unit)
{
	if (unit == UNICODE_BYTES)
		return bytes;
	return unit == UNICODE_UTF16 && c > 0xffff ? 2 : 1;
}

size_t
unicode_count(const char *s, enum unicode_unit unit)
{
	size_t n, count = 0;
	point c;

	for (; *s != '\0'; s += n) {
		n = next(s, &c);
		count += units(c, n, unit);
	}
	return count;
}

size_t
unicode_cut(const char *s, size_t max, enum unicode_unit unit)
{
	size_t at = 0, edge = 0, count = 0, n;
	utf8proc_int32_t state = 0;
	point c, before = 0;

	while (s[at] != '\0') {
		n = next(s + at, &c);
		if (at == 0 || utf8proc_grapheme_break_stateful(before, c,
		    &state))
			edge = at;
		if ((count += units(c, n, unit)) > max)
			return edge;
		at += n;
		before = c;
	}
	return at;
}
