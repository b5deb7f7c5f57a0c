/*
 * letter.h - from an order to a paper: the texts that are to stand on it come
 * as one JSON object (sopap-letter(1)), the paper goes out as the bytes of a
 * PDF.
 *
 * The papers are "bukti", the receipt of a request, "surat", a letter by the
 * office's text (letter/letter_text.h): surat balasan, surat keterangan or
 * sertifikat, and "sop", an SOP as its official form
 * (letter/official_form.h).  The same order gives the same bytes.  It knows no
 * database and no clock, and reads nothing but the fonts and the files an order
 * names.
 *
 *	const char order[] = "{\"paper\": \"bukti\", \"code\": \"KFDX-2M7Q\"}";
 *	if (letter_compose(order, strlen(order), &pdf, &len, why,
 *	    sizeof(why)) == 0)
 *		fwrite(pdf, 1, len, stdout);
 */
#pragma once

#include <stddef.h>

/*
 * Compose the paper an order asks for.  0 with *pdf, to be freed with free();
 * -1 with the reason in why: no JSON, no such paper, something missing or of
 * the wrong kind, out of memory.
 */
int	 letter_compose(const char *order, size_t len, char **pdf,
	    size_t *pdflen, char *why, size_t whysize);
