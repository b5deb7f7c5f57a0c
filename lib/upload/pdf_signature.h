/*
 * pdf_signature.h - the electronic signatures of a PDF: pdfsig(1) finds them,
 * as a limited child.  Certificates are not looked into: that would take a
 * list of trusted issuers, and the network.
 */
#pragma once

#include <stddef.h>

#include "upload/signature.h"

/* A PDF that is signed says "/ByteRange" in the clear: found across blocks,
 * `state` begins at 0; 1 as soon as it was seen. */
int	 pdf_signature_possible(unsigned *state, const void *, size_t);

/* The signatures of the file behind a descriptor: their number, at most
 * SIGNATURES_MAX; one of state unknown when they could not be found out. */
size_t	 pdf_signature_read(int fd, struct signature list[SIGNATURES_MAX]);

/* The same from pdfsig's words, which are taken apart. */
size_t	 pdf_signature_parse(char *words,
	    struct signature list[SIGNATURES_MAX]);
