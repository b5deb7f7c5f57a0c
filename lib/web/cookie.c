/* cookie.c - cookies as browsers send them. */
#include <string.h>

#include "web/cookie.h"

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
