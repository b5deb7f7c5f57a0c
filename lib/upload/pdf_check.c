/* pdf_check.c - what qpdf finds in a PDF. */
#include <stdlib.h>
#include <string.h>

#include "upload/child.h"
#include "upload/pdf_check.h"

#define SECONDS		5
#define PATIENCE	30
#define WORDS		65536
#define PAGES_MAX	100000	/* more is a lie in its head */

/* Exit codes of qpdf(1). */
#define QPDF_ERRORS	2
#define QPDF_WARNINGS	3

struct words {
	size_t	 len;
	char	 text[WORDS];
};

static int
keep(void *arg, const void *data, size_t len)
{
	struct words *w = arg;
	const char *s = data;

	/* The first words tell; of thousands of warnings the rest may go, but
	 * the number of pages comes after them. */
	if (len > sizeof(w->text) - 1 - w->len) {
		size_t half = sizeof(w->text) / 2;

		if (w->len > half)
			w->len = half;
		if (len > half - 1) {
			s += len - (half - 1);
			len = half - 1;
		}
	}
	memcpy(w->text + w->len, s, len);
	w->len += len;
	w->text[w->len] = '\0';
	return 0;
}

/* The number of pages, a line of its own; -1 when there is none. */
static long long
pages(const char *words)
{
	long long found = -1;
	const char *line = words;
	size_t n;

	for (; *line != '\0'; line += n + (line[n] == '\n')) {
		n = strcspn(line, "\n");
		if (n > 0 && strspn(line, "0123456789") == n)
			found = strtoll(line, NULL, 10);
	}
	return found;
}

static enum pdf_state
verdict(int code, const char *words)
{
	long long n = pages(words);

	if (code != 0 && code != QPDF_ERRORS && code != QPDF_WARNINGS)
		return PDF_UNKNOWN;
	if (code == QPDF_ERRORS && strstr(words, ": invalid password") != NULL)
		return PDF_LOCKED;
	if (strstr(words, ": can't find startxref") != NULL)
		return PDF_CUT;
	if (code == QPDF_ERRORS || n > PAGES_MAX)
		return PDF_BROKEN;
	return n > 0 ? PDF_GOOD : PDF_NO_PAGE;
}

enum pdf_state
pdf_check(int fd)
{
	static const char *const qpdf[] = { QPDF, "--check", "--show-npages",
		"/dev/fd/0", NULL };
	struct words *words = calloc(1, sizeof(*words));
	struct child child = { .argv = qpdf, .input = fd, .errors = 1,
		.seconds = SECONDS, .patience = PATIENCE,
		.most = 64 * WORDS, .take = keep, .arg = words };
	enum pdf_state state = PDF_UNKNOWN;

	if (words != NULL)
		state = verdict(child_run(&child), words->text);
	free(words);
	return state;
}
