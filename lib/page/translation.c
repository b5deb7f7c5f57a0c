/*
 * translation.c - a catalogue of texts in another language.
 */
#include "page/translation_inner.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINE_MAX_BYTES	4096

struct reader {
	FILE		*f;
	const char	*path;
	int		 line;
	char		*why;
	size_t		 size;
	char		 text[LINE_MAX_BYTES];
};

__attribute__((format(printf, 2, 3))) static int
refuse(struct reader *r, const char *fmt, ...)
{
	char reason[256];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(reason, sizeof(reason), fmt, ap);
	va_end(ap);
	snprintf(r->why, r->size, "%s:%d: %s", r->path, r->line, reason);
	return -1;
}

/* The next line: 1, 0 at the end, -1 when it is too long. */
static int
next_line(struct reader *r)
{
	size_t n;

	if (fgets(r->text, sizeof(r->text), r->f) == NULL)
		return 0;
	r->line++;
	n = strlen(r->text);
	if (n == sizeof(r->text) - 1 && r->text[n - 1] != '\n')
		return refuse(r, "the line is too long");
	r->text[strcspn(r->text, "\n")] = '\0';
	return 1;
}

static int
keep(struct translation *t, const char *text, const char *said)
{
	struct entry *more;

	if ((t->n & (t->n - 1)) == 0) {
		more = realloc(t->entry, (t->n == 0 ? 1 : 2 * t->n) *
		    sizeof(*more));
		if (more == NULL)
			return -1;
		t->entry = more;
	}
	t->entry[t->n].text = strdup(text);
	t->entry[t->n].said = strdup(said);
	t->entry[t->n].pattern = strchr(text, '%') != NULL &&
	    isdigit((unsigned char)strchr(text, '%')[1]);
	t->n++;
	return 0;
}

/* A pair: what was read, and the line below it. */
static int
read_pair(struct reader *r, struct translation *t)
{
	char text[LINE_MAX_BYTES];
	int rc;

	memcpy(text, r->text, strlen(r->text) + 1);
	if ((rc = next_line(r)) == -1)
		return -1;
	if (rc == 0 || r->text[0] == '\0')
		return refuse(r, "no translation of: %.100s", text);
	return keep(t, text, r->text) == 0 ? 0 : refuse(r, "out of memory");
}

static int
read_all(struct reader *r, struct translation *t)
{
	int rc;

	while ((rc = next_line(r)) == 1) {
		if (r->text[0] == '\0' || r->text[0] == '#')
			continue;
		if (t->name == NULL) {
			t->name = strdup(r->text);
			continue;
		}
		if (read_pair(r, t) == -1)
			return -1;
	}
	if (rc == 0 && t->name == NULL)
		return refuse(r, "the language's name is missing");
	return rc;
}

/* Whole texts by themselves, sorted; patterns after them as they came. */
static int
by_text(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return strcmp(x->text, y->text);
}

static int
sort(struct reader *r, struct translation *t)
{
	struct entry *all = calloc(t->n + 1, sizeof(*all));
	size_t used = 0, i;

	if (all == NULL)
		return refuse(r, "out of memory");
	for (i = 0; i < t->n; i++)
		if (!t->entry[i].pattern)
			all[used++] = t->entry[i];
	t->whole = used;
	for (i = 0; i < t->n; i++)
		if (t->entry[i].pattern)
			all[used++] = t->entry[i];
	qsort(all, t->whole, sizeof(*all), by_text);
	free(t->entry);
	t->entry = all;
	for (i = 1; i < t->whole; i++)
		if (strcmp(all[i - 1].text, all[i].text) == 0)
			return refuse(r, "twice: %.100s", all[i].text);
	return 0;
}

struct translation *
translation_read(const char *path, const char *code, char *why, size_t size)
{
	struct reader r = { .path = path, .why = why, .size = size };
	struct translation *t = calloc(1, sizeof(*t));
	int rc;

	if ((r.f = fopen(path, "r")) == NULL || t == NULL) {
		snprintf(why, size, "%s: cannot be read", path);
		free(t);
		return NULL;
	}
	t->code = strdup(code);
	rc = read_all(&r, t);
	fclose(r.f);
	if (rc == -1 || sort(&r, t) == -1) {
		translation_free(t);
		return NULL;
	}
	return t;
}

void
translation_free(struct translation *t)
{
	size_t i;

	if (t == NULL)
		return;
	for (i = 0; i < t->n; i++) {
		free(t->entry[i].text);
		free(t->entry[i].said);
	}
	free(t->entry);
	free(t->code);
	free(t->name);
	free(t);
}

const char *
translation_code(const struct translation *t)
{
	return t->code;
}

const char *
translation_name(const struct translation *t)
{
	return t->name;
}

const char *
translation_entry(const struct translation *t, size_t n, const char **said)
{
	if (n >= t->n)
		return NULL;
	*said = t->entry[n].said;
	return t->entry[n].text;
}

const struct entry *
translation_find(const struct translation *t, char *text)
{
	struct entry key = { .text = text };

	return t->whole == 0 ? NULL : bsearch(&key, t->entry, t->whole,
	    sizeof(key), by_text);
}
