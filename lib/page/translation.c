/*
 * translation.c - a catalogue of texts in another language.
 */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "page/translation.h"

#define LINE_MAX_BYTES	4096

struct entry {
	char	*text, *said;
	int	 pattern;		/* has %1 ... */
	size_t	 place;			/* among the others, as it came */
	size_t	 own;			/* of a pattern: bytes of its own */
};

struct translation {
	char		*code, *name;
	struct entry	*entry;		/* whole texts sorted, then patterns */
	size_t		 n, whole;
};

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

/* The bytes of a text beside its %1 to %9. */
static size_t
own_bytes(const char *text)
{
	size_t n = strlen(text);

	for (; *text != '\0'; text++)
		if (text[0] == '%' && isdigit((unsigned char)text[1]))
			n -= 2;
	return n;
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
	t->entry[t->n].place = t->n;
	t->entry[t->n].own = own_bytes(text);
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

/* Whole texts by themselves, sorted; patterns after them, the one that says
 * most by itself first: of "%1 permohonan" and "Menampilkan %1 dari %2
 * permohonan", the second. */
static int
by_text(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return strcmp(x->text, y->text);
}

static int
by_own(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->own != y->own)
		return x->own > y->own ? -1 : 1;
	return x->place < y->place ? -1 : 1;
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
	qsort(all + t->whole, used - t->whole, sizeof(*all), by_own);
	free(t->entry);
	t->entry = all;
	for (i = 1; i < t->whole; i++)
		if (strcmp(all[i - 1].text, all[i].text) == 0)
			return refuse(r, "twice: %.100s", all[i].text);
	return 0;
}

/* A catalogue out of r->f (NULL: it could not be opened), which is closed. */
static struct translation *
read_catalogue(struct reader *r, const char *code)
{
	struct translation *t = calloc(1, sizeof(*t));
	int rc;

	if (r->f == NULL || t == NULL) {
		snprintf(r->why, r->size, "%s: cannot be read", r->path);
		if (r->f != NULL)
			fclose(r->f);
		free(t);
		return NULL;
	}
	t->code = strdup(code);
	rc = read_all(r, t);
	fclose(r->f);
	if (rc == -1 || sort(r, t) == -1) {
		translation_free(t);
		return NULL;
	}
	return t;
}

struct translation *
translation_read(const char *path, const char *code, char *why, size_t size)
{
	struct reader r = { .path = path, .why = why, .size = size,
		.f = fopen(path, "r") };

	return read_catalogue(&r, code);
}

struct translation *
translation_parse(const char *name, const char *text, const char *code,
    char *why, size_t size)
{
	struct reader r = { .path = name, .why = why, .size = size,
		.f = fmemopen((char *)text, strlen(text), "r") };

	return read_catalogue(&r, code);
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

/* -- a text in the language -------------------------------------------- */

#define DEPTH_MAX	4		/* of texts within texts */
#define PARTS_MAX	10

static char	*say(const struct translation *, const char *text, size_t len,
		    int depth);

/* The parts of a text that stand for %1 to %9 of its form. */
struct parts {
	const char	*at[PARTS_MAX];
	size_t		 len[PARTS_MAX];
};

/* The entry of a whole text, no pattern; NULL when there is none. */
static const struct entry *
find_entry(const struct translation *t, const char *text)
{
	struct entry key = { .text = (char *)text };

	return t->whole == 0 ? NULL : bsearch(&key, t->entry, t->whole,
	    sizeof(key), by_text);
}

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
		else if (p->len[n] > 0)		/* else it may be nowhere */
			fwrite(p->at[n], 1, p->len[n], f);
		free(part);
	}
	return fclose(f) == 0 ? out : NULL;
}

const char *
translation_whole(const struct translation *t, const char *text)
{
	const struct entry *e = find_entry(t, text);

	return e != NULL ? e->said : NULL;
}

/* As a whole text of the catalogue. */
static char *
say_whole(const struct translation *t, const char *text)
{
	const struct entry *e = find_entry(t, text);

	return e != NULL ? strdup(e->said) : NULL;
}

/* By a pattern of the catalogue. */
static char *
say_pattern(const struct translation *t, const char *text, int depth)
{
	struct parts p = { { NULL }, { 0 } };
	size_t i, len = strlen(text);

	for (i = t->whole; i < t->n; i++)
		if (fits(t->entry[i].text, text, len, &p))
			return fill(t, t->entry[i].said, &p, depth);
	return NULL;
}

/* Begin with a small letter, as the text does, unless it is a name ("WhatsApp
 * number"). */
static char *
small(char *said)
{
	if (said != NULL && !isupper((unsigned char)said[1]) &&
	    strncmp(said, "WhatsApp", 8) != 0)
		said[0] = (char)tolower((unsigned char)said[0]);
	return said;
}

/* A text in small letters inside a sentence may stand in the catalogue with a
 * capital.  As a whole it is looked for in both ways before any pattern. */
static char *
say_text(const struct translation *t, char *text, int depth)
{
	const char first = text[0];
	const int is_small = islower((unsigned char)first) != 0;
	char *said = say_whole(t, text);

	if (said != NULL)
		return said;
	if (is_small) {
		text[0] = (char)toupper((unsigned char)first);
		said = small(say_whole(t, text));
		text[0] = first;
	}
	if (said == NULL)
		said = say_pattern(t, text, depth);
	if (said != NULL || !is_small)
		return said;
	text[0] = (char)toupper((unsigned char)first);
	return small(say_pattern(t, text, depth));
}

static char *
say(const struct translation *t, const char *text, size_t len, int depth)
{
	char *copy, *said;

	/* A part that the Indonesian text does not have is nothing. */
	copy = depth > DEPTH_MAX ? NULL : strndup(text != NULL ? text : "",
	    len);
	if (copy == NULL)
		return NULL;
	said = say_text(t, copy, depth);
	free(copy);
	return said;
}

char *
translation_part(const struct translation *t, const char *text, size_t len)
{
	return say(t, text, len, 0);
}

char *
translation_say(const struct translation *t, const char *text)
{
	return say(t, text, strlen(text), 0);
}

/* -- a template in the language ---------------------------------------- */

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
	said = translation_part(w->t, text + from, to - from);
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

/* The length of the beginning of an attribute that people read, its quote
 * included; 0 when none begins here.  A script shows data-say-..., the style
 * sheet data-label. */
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
