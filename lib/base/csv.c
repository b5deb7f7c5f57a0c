/* csv.c - writing comma-separated values. */
#include "base/csv.h"

#include <stdarg.h>
#include <string.h>

#define SEPARATOR ','
#define LINE_END "\r\n"

void
csv_begin(struct csv *c, FILE *f, int mark)
{
	*c = (struct csv) { .f = f };
	if (mark)
		fputs("\xef\xbb\xbf", f);
}

void
csv_plain(struct csv *c, const char *text)
{
	if (c->within)
		putc(SEPARATOR, c->f);
	c->within = 1;
	fputs(text, c->f);
}

void
csv_text(struct csv *c, const char *text)
{
	csv_plain(c, "\"");
	if (*text != '\0' && strchr("=+-@\t\r\n", *text) != NULL)
		putc('\'', c->f);
	for (; *text != '\0'; text++) {
		if (*text == '"')
			putc('"', c->f);
		putc(*text, c->f);
	}
	putc('"', c->f);
}

void
csv_texts(struct csv *c, const char *text, ...)
{
	va_list ap;

	va_start(ap, text);
	for (; text != NULL; text = va_arg(ap, const char *))
		csv_text(c, text);
	va_end(ap);
}

void
csv_int(struct csv *c, int64_t n)
{
	csv_plain(c, "");
	fprintf(c->f, "%lld", (long long)n);
}

void
csv_end(struct csv *c)
{
	fputs(LINE_END, c->f);
	c->within = 0;
}
