/*
 * qr.h - a text as a QR code (ISO/IEC 18004), for paper:
 * the root of a closed month.  pdf_qr() draws the code of a letter.
 */
#pragma once

#define QR_SIZE 1024

/* Write it as a PNG file, which appears whole or not at all: 0, or -1. */
int	qr_write(const char *text, const char *path);

/* The address at which a root of a closed month is compared; returns buf. */
char	*qr_root(const char *site, const char *root, char buf[QR_SIZE]);
