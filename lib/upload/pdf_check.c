/* pdf_check.c - what qpdf finds in a PDF. */
#include <stdlib.h>
#include <string.h>

#include "upload/child.h"
#include "upload/pdf_check.h"

#define SECONDS		5
#define PATIENCE	30
#define MOST		(4 << 20)
#define PAGES_MAX	100000	/* more is a lie in its head */

/* Exit codes of qpdf(1). */
#define QPDF_ERRORS	2
#define QPDF_WARNINGS	3

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

	/* Without a turn it is looked at another time, too. */
	if (code == CHILD_ABSENT || code == CHILD_BUSY)
		return PDF_ABSENT;
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
	struct child child = { .argv = qpdf, .input = fd, .errors = 1,
		.seconds = SECONDS, .patience = PATIENCE, .most = MOST };
	struct child_words *words;
	int code = child_words(&child, &words);
	enum pdf_state state = words != NULL ? verdict(code, words->text) :
	    PDF_UNKNOWN;

	free(words);
	return state;
}

int
pdf_check_pages(int fd)
{
	static const char *const qpdf[] = { QPDF, "--show-npages",
		"/dev/fd/0", NULL };
	struct child child = { .argv = qpdf, .input = fd,
		.seconds = SECONDS, .patience = PATIENCE, .most = MOST };
	struct child_words *words;
	int code = child_words(&child, &words);
	long long n = words != NULL ? pages(words->text) : 0;

	free(words);
	if (code == CHILD_ABSENT || code == CHILD_BUSY || code == CHILD_SPENT)
		return -1;
	return code >= 0 && n > 0 && n <= PAGES_MAX ? (int)n : 0;
}
