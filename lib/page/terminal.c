/* terminal.c - help, version and messages in the language of who asks. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "page/terminal.h"

#include "page/translation.h"

/* lib/page/en/tools, made into C by lib/page/catalogue.awk. */
extern const char terminal_english[];

/* -- the language ------------------------------------------------------- */

/* The first variable that is set counts; "id", "id_ID.UTF-8" are Indonesian,
 * "idx" is not. */
static int
is_indonesian(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *locale;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		locale = getenv(names[i]);
		if (locale != NULL && *locale != '\0')
			return strncmp(locale, "id", 2) == 0 &&
			    !isalpha((unsigned char)locale[2]);
	}
	return 0;
}

/* The English, read once; NULL: texts are said as they are. */
static const struct translation *
english(void)
{
	static struct translation *t;
	static int begun;
	char why[256];

	if (begun || is_indonesian())
		return t;
	begun = 1;
	t = translation_parse("tools", terminal_english, "en", why,
	    sizeof(why));
	if (t == NULL)
		fprintf(stderr, "%s\n", why);
	return t;
}

const char *
terminal_word(const char *text)
{
	const struct translation *t = english();
	const char *said = t != NULL ? translation_whole(t, text) : NULL;

	return said != NULL ? said : text;
}

/* -- saying ------------------------------------------------------------- */

/* A line without its end; the space around it is kept. */
static void
say_line(FILE *out, char *line)
{
	const struct translation *t = english();
	size_t space = strspn(line, " \t\r"), len = strlen(line);
	char *said, *end = line + len;

	while (end > line + space && strchr(" \t\r", end[-1]) != NULL)
		end--;
	said = t == NULL ? NULL : translation_part(t, line + space,
	    (size_t)(end - line) - space);
	if (said != NULL)
		fprintf(out, "%.*s%s%s", (int)space, line, said, end);
	else
		fputs(line, out);
	free(said);
}

void
terminal_vsay(FILE *out, const char *fmt, va_list ap)
{
	char *text, *rest, *line;

	if (vasprintf(&text, fmt, ap) == -1)
		return;
	rest = text;
	while ((line = strsep(&rest, "\n")) != NULL) {
		say_line(out, line);
		if (rest != NULL)
			fputc('\n', out);
	}
	free(text);
}

void
terminal_say(FILE *out, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	terminal_vsay(out, fmt, ap);
	va_end(ap);
}

int
terminal_asked(int argc, char **argv, const char *program,
    void (*usage)(FILE *))
{
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--version") == 0)
			printf("%s %s\n", program, PACKAGE_VERSION);
		else if (strcmp(argv[i], "--help") == 0)
			usage(stdout);
		else
			continue;
		return 1;
	}
	return 0;
}
