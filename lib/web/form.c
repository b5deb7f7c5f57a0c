/* form.c - decoding of percent-encoding, forms and cookies. */
#include <string.h>

#include "base/arena.h"
#include "base/percent.h"
#include "web/form.h"

/* Length of the UTF-8 character at s, at most n bytes; 0 when it is none. */
static size_t
utf8_length(const unsigned char *s, size_t n)
{
	size_t len;
	unsigned char low = 0x80, high = 0xbf;	/* of the second byte */

	if (s[0] < 0x80)
		return 1;
	if (s[0] >= 0xc2 && s[0] <= 0xdf)
		len = 2;
	else if (s[0] >= 0xe0 && s[0] <= 0xef)
		len = 3;
	else if (s[0] >= 0xf0 && s[0] <= 0xf4)
		len = 4;
	else
		return 0;
	if (s[0] == 0xe0)
		low = 0xa0;	/* shorter forms exist */
	else if (s[0] == 0xed)
		high = 0x9f;	/* surrogates */
	else if (s[0] == 0xf0)
		low = 0x90;
	else if (s[0] == 0xf4)
		high = 0x8f;	/* beyond U+10FFFF */
	if (n < len || s[1] < low || s[1] > high)
		return 0;
	for (size_t i = 2; i < len; i++)
		if (s[i] < 0x80 || s[i] > 0xbf)
			return 0;
	return len;
}

int
utf8_valid(const char *text, size_t len)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t n;

	for (; len > 0; s += n, len -= n)
		if (s[0] == '\0' || (n = utf8_length(s, len)) == 0)
			return 0;
	return 1;
}

size_t
utf8_fold_lines(char *s, size_t len)
{
	size_t in, out = 0;

	for (in = 0; in < len; in++) {
		if (s[in] == '\r') {
			s[out++] = '\n';
			if (in + 1 < len && s[in + 1] == '\n')
				in++;
		} else
			s[out++] = s[in];
	}
	return out;
}

/* One name or value: a decoded copy in the arena, NULL when no valid text. */
static char *
decode(struct arena *arena, const char *text, size_t len)
{
	char *copy = arena_strndup(arena, text, len);

	len = percent_decode(copy, len, 1);
	if (!utf8_valid(copy, len))
		return NULL;
	copy[utf8_fold_lines(copy, len)] = '\0';
	return copy;
}

/* Pairs in the text; empty ones ("a=1&&b=2") are none. */
static size_t
count_pairs(const char *text, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		if (text[i] != '&' && (i == 0 || text[i - 1] == '&'))
			n++;
	return n;
}

int
form_decode(struct arena *arena, const char *text, size_t len, size_t max,
    struct field **fields, size_t *count)
{
	size_t n = 0, pairs = count_pairs(text, len), pair, name;
	const char *end;
	struct field *list;

	if (pairs > max)
		return -2;
	list = arena_alloc(arena, pairs * sizeof(*list));
	for (; len > 0; text += pair, len -= pair) {
		end = memchr(text, '&', len);
		pair = end != NULL ? (size_t)(end - text) : len;
		if (pair == 0) {
			pair = 1;
			continue;
		}
		end = memchr(text, '=', pair);
		name = end != NULL ? (size_t)(end - text) : pair;
		list[n].name = decode(arena, text, name);
		list[n].value = name < pair ?
		    decode(arena, text + name + 1, pair - name - 1) : "";
		if (list[n].name == NULL || list[n].value == NULL)
			return -1;
		n++;
	}
	*fields = list;
	*count = n;
	return 0;
}

/* cookie-octet of RFC 6265, section 4.1.1. */
static int
is_cookie_octet(char c)
{
	return c > 0x20 && c < 0x7f && strchr("\",;\\", c) == NULL;
}

int
cookie_get(const char *header, const char *name, char *buf, size_t size)
{
	size_t namelen = strlen(name), len;
	const char *value;

	for (; *header != '\0'; header += *header == ';') {
		header += strspn(header, " \t");
		len = strcspn(header, ";");
		if (len > namelen && header[namelen] == '=' &&
		    memcmp(header, name, namelen) == 0)
			break;
		header += len;
	}
	if (*header == '\0')
		return -1;
	value = header + namelen + 1;
	for (len = 0; is_cookie_octet(value[len]); len++)
		;
	if (value[len + strspn(value + len, " \t")] != ';' &&
	    value[len + strspn(value + len, " \t")] != '\0')
		return -1;
	if (len >= size)
		return -1;
	memcpy(buf, value, len);
	buf[len] = '\0';
	return (int)len;
}
