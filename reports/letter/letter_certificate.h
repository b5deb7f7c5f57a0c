/*
 * letter_certificate.h - letters that are one a person: surat keterangan,
 * sertifikat.
 */
#pragma once

#include "reports/letter/letter_parts.h"

/* Write the copy of letter->person on one page: surat keterangan ... */
void		 letter_statement(struct letter *);
/* ... or sertifikat, whose signature stands at the foot of the page and whose
 * size of letters is its own, whatever letter->body says. */
void		 letter_certificate(struct letter *);
