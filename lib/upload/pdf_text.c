/* pdf_text.c - what pdftotext finds in a PDF. */
#include "upload/pdf_text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "upload/child.h"

#define SECONDS		5
#define PATIENCE	30
#define TEXT_MAX	(1 << 20)	/* of a hundred certificates: a third */

/* -- reading ------------------------------------------------------------ */

struct text {
	char	*s;
	size_t	 len, room;
};

static int
keep(void *arg, const void *data, size_t n)
{
	struct text *t = arg;
	char *more;

	if (t->len + n >= t->room) {
		t->room = 2 * (t->len + n) + 1;
		if ((more = realloc(t->s, t->room)) == NULL)
			return -1;
		t->s = more;
	}
	memcpy(t->s + t->len, data, n);
	t->len += n;
	t->s[t->len] = '\0';
	return 0;
}

char *
pdf_text_read(int fd)
{
	static const char *const pdftotext[] = { PDFTOTEXT, "-q", "-enc",
		"UTF-8", "-nopgbrk", "/dev/fd/0", "-", NULL };
	struct text text = { calloc(1, 1), 0, 1 };
	struct child child = { .argv = pdftotext, .input = fd,
		.seconds = SECONDS, .patience = PATIENCE, .most = TEXT_MAX,
		.take = keep, .arg = &text };

	if (text.s != NULL && child_run(&child) == 0)
		return text.s;
	free(text.s);
	return NULL;
}

/* -- searching ---------------------------------------------------------- */

/* Bytes at s that do not count: a blank, a dash of any kind (U+2010 to U+2015,
 * U+00AD, U+2212); 0 when it counts. */
static size_t
passed_over(const char *s)
{
	const unsigned char *c = (const unsigned char *)s;

	if (isspace(c[0]) || c[0] == '-')
		return 1;
	if (c[0] == 0xc2 && (c[1] == 0xad || c[1] == 0xa0))
		return 2;
	if (c[0] == 0xe2 && ((c[1] == 0x80 && c[2] >= 0x90 && c[2] <= 0x95) ||
	    (c[1] == 0x88 && c[2] == 0x92)))
		return 3;
	return 0;
}

static int
is_alike(char a, char b)
{
	return tolower((unsigned char)a) == tolower((unsigned char)b);
}

/* Does a number go on here: with a letter or digit, or behind a dash, a stroke
 * or a full stop? */
static int
goes_on(const char *s)
{
	return isalnum((unsigned char)*s) || (*s != '\0' &&
	    strchr("-/.", *s) != NULL && isalnum((unsigned char)s[1]));
}

/* Is the word here?  A blank before its next character may be in the text. */
static int
is_here(const char *text, const char *word)
{
	size_t n;

	for (;; text++, word++) {
		while ((n = passed_over(word)) > 0)
			word += n;
		if (*word == '\0')
			return !goes_on(text);
		while ((n = passed_over(text)) > 0)
			text += n;
		if (*text == '\0' || !is_alike(*text, *word))
			return 0;
	}
}

int
pdf_text_has(const char *text, const char *word)
{
	char before = ' ';

	for (; *text != '\0'; before = *text++)
		if (!isalnum((unsigned char)before) && is_here(text, word))
			return 1;
	return 0;
}
