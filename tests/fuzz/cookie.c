/* cookie.c - fuzz the reading of cookies: a value fits and is printable. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tests/fuzz/fuzz.h"
#include "web/cookie.h"

void
fuzz_cookie(const uint8_t *data, size_t size)
{
	char *header = malloc(size + 1), value[16];
	int len;

	if (header == NULL)
		return;
	memcpy(header, data, size);
	header[size] = '\0';
	len = cookie_get(header, "a", value, sizeof(value));
	if (len >= 0 && (len >= (int)sizeof(value) ||
	    strlen(value) != (size_t)len || strpbrk(value, " ;,\"\\") != NULL))
		abort();
	free(header);
}
