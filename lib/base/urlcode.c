/* urlcode.c - percent-encoding, there and back. */
#include <stdio.h>
#include <string.h>

#include "base/urlcode.h"

#include "base/arena.h"

/* The value of a hex digit; -1 when it is none. */
static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

size_t
urlcode_decode(char *s, size_t len, int plus)
{
	size_t in, out = 0;

	for (in = 0; in < len; in++) {
		if (s[in] == '%' && len - in > 2 && hex(s[in + 1]) >= 0 &&
		    hex(s[in + 2]) >= 0) {
			s[out++] = (char)(hex(s[in + 1]) << 4 |
			    hex(s[in + 2]));
			in += 2;
		} else
			s[out++] = plus && s[in] == '+' ? ' ' : s[in];
	}
	return out;
}

char *
urlcode_encode(struct arena *arena, const char *text)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-._~";
	char *out = arena_alloc(arena, 3 * strlen(text) + 1), *to = out;

	for (; *text != '\0'; text++) {
		if (strchr(plain, *text) != NULL)
			*to++ = *text;
		else
			to += snprintf(to, 4, "%%%02X", (unsigned char)*text);
	}
	return out;
}
