/*
 * translation_template.c - a template in another language: what people read of it
 * is said, markers and tags stay as they are.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "page/translation_inner.h"

struct turning {
	const struct translation	*t;
	FILE			*out;
	translation_missing		*missing;
	void			*arg;
};

static int
has_letters(const char *text, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (isalpha((unsigned char)text[i]))
			return 1;
	return 0;
}

/* A piece of text, the space around it kept. */
static void
put_text(struct turning *w, const char *text, size_t len)
{
	size_t from = 0, to = len;
	char *said, *copy;

	while (from < to && isspace((unsigned char)text[from]))
		from++;
	while (to > from && isspace((unsigned char)text[to - 1]))
		to--;
	if (!has_letters(text + from, to - from)) {
		fwrite(text, 1, len, w->out);
		return;
	}
	said = translation_say_part(w->t, text + from, to - from);
	if (said == NULL && w->missing != NULL &&
	    (copy = strndup(text + from, to - from)) != NULL) {
		w->missing(w->arg, copy);
		free(copy);
	}
	fwrite(text, 1, from, w->out);
	if (said != NULL)
		fputs(said, w->out);
	else
		fwrite(text + from, 1, to - from, w->out);
	fwrite(text + to, 1, len - to, w->out);
	free(said);
}

/* Text and markers, up to a character that ends it. */
static const char *
put_until(struct turning *w, const char *text, char end)
{
	const char *at = text, *stop;

	for (;;) {
		stop = strpbrk(at, end == '<' ? "<{" : "\"{");
		if (stop == NULL)
			stop = at + strlen(at);
		if (*stop == '{' && stop[1] != '{') {
			at = stop + 1;
			continue;
		}
		put_text(w, text, (size_t)(stop - text));
		if (*stop != '{')
			return stop;
		text = strstr(stop, "}}");
		text = text != NULL ? text + 2 : stop + strlen(stop);
		fwrite(stop, 1, (size_t)(text - stop), w->out);
		at = text;
	}
}

/* How long is an attribute that people read, with its quote; 0: none is.  The
 * script says what stands in data-say-..., the style sheet data-label. */
static size_t
read_attribute(const char *tag)
{
	static const char *const read[] = { "aria-label=\"", "alt=\"",
		"data-label=\"", "placeholder=\"", "title=\"" };
	size_t i, n;

	for (i = 0; i < sizeof(read) / sizeof(read[0]); i++)
		if (strncmp(tag, read[i], strlen(read[i])) == 0)
			return strlen(read[i]);
	if (strncmp(tag, "data-say-", 9) != 0)
		return 0;
	n = strspn(tag, "abcdefghijklmnopqrstuvwxyz-");
	return strncmp(tag + n, "=\"", 2) == 0 ? n + 2 : 0;
}

/* A tag: of its attributes only those that people read are text. */
static const char *
put_tag(struct turning *w, const char *tag)
{
	const char *end;
	size_t n;

	while (*tag != '\0' && *tag != '>') {
		if ((n = read_attribute(tag)) > 0) {
			fwrite(tag, 1, n, w->out);
			tag = put_until(w, tag + n, '"');
		}
		if (tag[0] == '{' && tag[1] == '{' &&
		    (end = strstr(tag, "}}")) != NULL) {
			fwrite(tag, 1, (size_t)(end + 2 - tag), w->out);
			tag = end + 2;
		} else if (*tag != '\0')
			putc(*tag++, w->out);
	}
	return tag;
}

char *
translation_template(const struct translation *t, const char *text,
    translation_missing *missing, void *arg)
{
	char *out = NULL;
	size_t size;
	struct turning w = { .t = t, .missing = missing, .arg = arg,
	    .out = open_memstream(&out, &size) };

	if (w.out == NULL)
		return NULL;
	while (*text != '\0') {
		text = put_until(&w, text, '<');
		if (*text == '<')
			text = put_tag(&w, text);
		/* '>' itself is the beginning of the next text. */
		if (*text == '>')
			putc(*text++, w.out);
	}
	return fclose(w.out) == 0 ? out : NULL;
}
