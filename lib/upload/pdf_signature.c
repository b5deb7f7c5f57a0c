/*
 * pdf_signature.c - what pdfsig says of a PDF's signatures.
 *
 *	Signature #1:
 *	  - Signer Certificate Common Name: Ir. Tanda Tangan
 *	  - Signing Time: Nov 22 2026 19:08:51
 *	  - Total document signed
 *	  - Signature Validation: Signature is Valid.
 *
 * A name is any text the signer wrote, a line's end and such lines too: where
 * a signature says a thing twice, or one begins before the last has ended,
 * nothing is believed.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/utf8.h"
#include "upload/child.h"
#include "upload/pdf_signature.h"

#define SECONDS	5
#define PATIENCE 30
#define NONE	2		/* exit code: no signature in it */

int
pdf_signature_possible(unsigned *state, const void *data, size_t len)
{
	static const char word[] = "/ByteRange";
	const char *s = data, *end = s + len;

	for (; s < end; s++) {
		if (*s == word[*state])
			++*state;
		else
			*state = *s == word[0];
		if (word[*state] == '\0')
			return 1;
	}
	return 0;
}

/* One signature as its lines come in, and how often each was there. */
struct reading {
	struct signature *sig;
	int		 names, times, totals, total, verdicts;
	const char	*verdict;
};

/* The rest of a line that begins with these words, else NULL. */
static const char *
after(const char *line, const char *words)
{
	size_t n = strlen(words);

	return strncmp(line, words, n) == 0 ? line + n : NULL;
}

static void
read_line(struct reading *r, const char *line)
{
	struct tm tm = { .tm_isdst = 0 };
	const char *rest, *end;

	if ((rest = after(line, "  - Signer Certificate Common Name: "))) {
		r->names++;
		if (strlen(rest) < sizeof(r->sig->signer) &&
		    utf8_valid(rest, strlen(rest)) &&
		    strcmp(rest, "(null)") != 0)
			strcpy(r->sig->signer, rest);
	} else if ((rest = after(line, "  - Signing Time: "))) {
		r->times++;
		end = strptime(rest, "%b %d %Y %H:%M:%S", &tm);
		if (end != NULL && *end == '\0')
			r->sig->signed_at = timegm(&tm);
	} else if (strcmp(line, "  - Total document signed") == 0) {
		r->totals++;
		r->total = 1;
	} else if (strcmp(line, "  - Not total document signed") == 0) {
		r->totals++;
	} else if ((rest = after(line, "  - Signature Validation: "))) {
		r->verdicts++;
		r->verdict = rest;
	}
}

static void
conclude(struct reading *r)
{
	if (r->names > 1 || r->times > 1 || r->totals != 1 ||
	    r->verdicts != 1) {
		memset(r->sig, 0, sizeof(*r->sig));
		r->sig->state = SIGNATURE_UNKNOWN;
	} else if (strcmp(r->verdict, "Signature is Valid.") == 0)
		r->sig->state = r->total ? SIGNATURE_UNCHANGED :
		    SIGNATURE_EXTENDED;
	else if (strcmp(r->verdict, "Digest Mismatch.") == 0 ||
	    strcmp(r->verdict, "Signature is Invalid.") == 0)
		r->sig->state = SIGNATURE_CHANGED;
	else
		r->sig->state = SIGNATURE_UNKNOWN;
}

size_t
pdf_signature_parse(char *words, struct signature list[SIGNATURES_MAX])
{
	struct reading r = { .sig = NULL };
	size_t n = 0;
	char *line;

	while ((line = strsep(&words, "\n")) != NULL) {
		if (after(line, "Signature #") != NULL) {
			if (r.sig != NULL)
				conclude(&r);
			if (n == SIGNATURES_MAX)
				return n;
			memset(&list[n], 0, sizeof(list[n]));
			r = (struct reading){ .sig = &list[n++] };
		} else if (r.sig != NULL)
			read_line(&r, line);
	}
	if (r.sig != NULL)
		conclude(&r);
	return n;
}

size_t
pdf_signature_read(int fd, struct signature list[SIGNATURES_MAX])
{
	static const char *const pdfsig[] = { PDFSIG, "-nocert", "/dev/fd/0",
		NULL };
	struct child_words *words;
	/* Of signatures that say more than fits nothing is believed. */
	struct child child = { .argv = pdfsig, .input = fd,
		.seconds = SECONDS, .patience = PATIENCE,
		.most = sizeof(words->text) - 1 };
	int code = child_words(&child, &words);
	size_t n = code == 0 ? pdf_signature_parse(words->text, list) : 0;

	free(words);
	if (n > 0 || code == NONE)
		return n;
	memset(list, 0, sizeof(*list));
	list->state = SIGNATURE_UNKNOWN;
	return 1;
}
