/* csv.c - comma-separated values. */
#include "base/csv.h"

#include <string.h>

void
csv_text(FILE *f, const char *text)
{
	putc('"', f);
	if (*text != '\0' && strchr("=+-@\t\r\n", *text) != NULL)
		putc('\'', f);
	for (; *text != '\0'; text++) {
		if (*text == '"')
			putc('"', f);
		putc(*text, f);
	}
	putc('"', f);
}
