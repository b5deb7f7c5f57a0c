/* form.c - decoding of percent-encoding, forms and cookies. */
#include <string.h>

#include "base/arena.h"
#include "base/percent.h"
#include "base/utf8.h"
#include "web/form.h"

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
