/* utf8.c - is a text UTF-8, how its lines end, where it may be cut. */
#include "base/utf8.h"

#include <string.h>

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

/* Is the byte one of a character that began before it? */
static int
continues(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

size_t
utf8_count(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += !continues(*s);
	return n;
}

size_t
utf8_cut(const char *text, size_t len, size_t max)
{
	if (len <= max)
		return len;
	while (max > 0 && continues(text[max]))
		max--;
	return max;
}

char *
utf8_copy(char *buf, size_t size, const char *text)
{
	size_t n = utf8_cut(text, strlen(text), size - 1);

	memmove(buf, text, n);
	buf[n] = '\0';
	return buf;
}
