/*
 * letter.h - from an order to a paper: what is to stand on it comes as one
 * JSON object (sopap-letter(1)), the paper goes out as the bytes of a PDF.
 *
 * The papers: "bukti", the receipt of a request.  The same order gives the
 * same bytes.  Nothing is read but the fonts, and the files an order names.
 */
#ifndef REPORTS_LETTER_LETTER_H
#define REPORTS_LETTER_LETTER_H

#include <stddef.h>

/*
 * Compose the paper an order asks for.  0 with *pdf, to be freed with free();
 * -1 with the reason in why: no JSON, no such paper, something missing or of
 * the wrong kind, out of memory.
 */
int	 letter_compose(const char *order, size_t len, char **pdf,
	    size_t *pdflen, char *why, size_t whysize);

#endif
