/* exposition.c - writes lines of Prometheus's text format. */
#include "web/exposition.h"

#include <stdarg.h>

/* Quotes are escaped in the text of a label, not in that of a HELP line. */
static void
escape(FILE *f, const char *text, int quotes)
{
	for (; *text != '\0'; text++)
		if (*text == '\n')
			fputs("\\n", f);
		else if (*text == '\\' || (quotes && *text == '"'))
			fprintf(f, "\\%c", *text);
		else
			fputc(*text, f);
}

void
exposition_family(FILE *f, const char *name, const char *type,
    const char *help)
{
	fprintf(f, "# HELP %s ", name);
	escape(f, help, 0);
	fprintf(f, "\n# TYPE %s %s\n", name, type);
}

void
exposition_sample(FILE *f, const char *name, const char *const *label,
    const char *fmt, ...)
{
	char before = '{';
	va_list ap;

	fputs(name, f);
	for (; *label != NULL; label += 2) {
		fprintf(f, "%c%s=\"", before, label[0]);
		escape(f, label[1], 1);
		fputc('"', f);
		before = ',';
	}
	fputs(before == ',' ? "} " : " ", f);
	va_start(ap, fmt);
	vfprintf(f, fmt, ap);
	va_end(ap);
	fputc('\n', f);
}
