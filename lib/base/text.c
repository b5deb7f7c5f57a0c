/* text.c - a text that grows in a buffer of fixed size. */
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void
text_add(char *buf, size_t size, const char *fmt, ...)
{
	const size_t n = strlen(buf);
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(buf + n, size - n, fmt, ap);
	va_end(ap);
}
