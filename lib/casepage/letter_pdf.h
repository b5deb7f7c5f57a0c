/*
 * letter_pdf.h - papers of the office, composed by sopap-letter(1).
 *
 * The program runs as a child, so that no step program carries its libraries:
 * an order goes in as JSON, the bytes of a PDF come out.
 */
#pragma once

#include <stddef.h>

/* For the officers of an office whose build has no sopap-letter. */
#define LETTER_PDF_LEFT_OUT "Penyusun surat (PDF) tidak dipasang di kantor " \
	"ini. Buat surat di luar sistem ini, lalu unggah pada langkahnya."

struct json_t;
struct request;

/* Compose what is ordered: 0 with *pdf, which lives as long as the request;
 * else, logged: -1 when it cannot be done; 1 when the program was ended before
 * it could say so, by the clock or a limit, and may be asked again. */
int	 letter_pdf_make(const struct request *, const struct json_t *order,
	    const char **pdf, size_t *len);
