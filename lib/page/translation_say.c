/*
 * translation_say.c - a text in another language: as it stands in the catalogue, or
 * put together from a pattern and what stands in between.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "page/translation_inner.h"

#define DEPTH_MAX	4		/* of texts within texts */
#define PARTS_MAX	10

static char	*say(const struct translation *, const char *text, size_t len,
		    int depth);

/* What stands for %1 to %9 in a text. */
struct parts {
	const char	*at[PARTS_MAX];
	size_t		 len[PARTS_MAX];
};

/* Does the text have this form?  Each part is as short as it can be, and not
 * empty. */
static int
fits(const char *form, const char *text, size_t len, struct parts *p)
{
	size_t n;
	int part;

	while (form[0] != '\0' && (form[0] != '%' ||
	    !isdigit((unsigned char)form[1]))) {
		if (len == 0 || *form++ != *text++)
			return 0;
		len--;
	}
	if (form[0] == '\0')
		return len == 0;
	part = form[1] - '0';
	for (n = 1; n <= len; n++) {
		p->at[part] = text;
		p->len[part] = n;
		if (fits(form + 2, text + n, len - n, p))
			return 1;
	}
	return 0;
}

/* Put a translation together, its parts said in turn. */
static char *
fill(const struct translation *t, const char *said, const struct parts *p,
    int depth)
{
	char *out = NULL, *part;
	size_t size;
	FILE *f = open_memstream(&out, &size);
	int n;

	if (f == NULL)
		return NULL;
	for (; *said != '\0'; said++) {
		if (said[0] != '%' || !isdigit((unsigned char)said[1])) {
			putc(*said, f);
			continue;
		}
		n = *++said - '0';
		part = say(t, p->at[n], p->len[n], depth + 1);
		if (part != NULL)
			fputs(part, f);
		else
			fwrite(p->at[n], 1, p->len[n], f);
		free(part);
	}
	return fclose(f) == 0 ? out : NULL;
}

/* As the text stands in the catalogue. */
static char *
say_as_is(const struct translation *t, char *text, int depth)
{
	const struct entry *e = translation_find(t, text);
	struct parts p = { { NULL }, { 0 } };
	size_t i, len = strlen(text);

	if (e != NULL)
		return strdup(e->said);
	for (i = t->whole; i < t->n; i++)
		if (fits(t->entry[i].text, text, len, &p))
			return fill(t, t->entry[i].said, &p, depth);
	return NULL;
}

/* Inside a sentence a text may begin with a small letter: so does what it says
 * then, unless that is a name ("WhatsApp number"). */
static char *
say_small(const struct translation *t, char *text, int depth)
{
	char *said;

	if (!islower((unsigned char)text[0]))
		return NULL;
	text[0] = (char)toupper((unsigned char)text[0]);
	said = say_as_is(t, text, depth);
	if (said != NULL && !isupper((unsigned char)said[1]) &&
	    strncmp(said, "WhatsApp", 8) != 0)
		said[0] = (char)tolower((unsigned char)said[0]);
	return said;
}

static char *
say(const struct translation *t, const char *text, size_t len, int depth)
{
	char *copy = depth > DEPTH_MAX ? NULL : strndup(text, len), *said;

	if (copy == NULL)
		return NULL;
	said = say_as_is(t, copy, depth);
	if (said == NULL)
		said = say_small(t, copy, depth);
	free(copy);
	return said;
}

char *
translation_say_part(const struct translation *t, const char *text, size_t len)
{
	return say(t, text, len, 0);
}

char *
translation_say(const struct translation *t, const char *text)
{
	return say(t, text, strlen(text), 0);
}
