/*
 * qr.h - a text as a QR code (ISO/IEC 18004), for paper:
 * the root of a closed month.  pdf_qr() draws the code of a letter.
 */
#pragma once

#include <stddef.h>

/* The same in memory: given, free() it; NULL, always in such a build. */
void	*qr_png(const char *text, size_t *len);
/* Write it as a PNG file, which appears whole or not at all: 0, or -1, always
 * in a build without QR codes (built_letter). */
int	 qr_write(const char *text, const char *path);
