/*
 * urlcode.h - percent-encoding of addresses and forms (RFC 3986).
 */
#pragma once

#include <stddef.h>

struct arena;

/* Decode %XX, and '+' as a space when `plus`; in place, the new length.  A
 * percent sign that begins no escape stands for itself, as browsers have it.
 * %00 is decoded, too: the caller checks what came out (utf8_valid()). */
size_t	 urlcode_decode(char *, size_t len, int plus);

/* A copy in the arena with every byte but letters, digits and "-._~" as %XX
 * in capitals. */
char	*urlcode_encode(struct arena *, const char *text);
