/*
 * qr.h - a text as a QR code (ISO/IEC 18004), for paper:
 * the root of a closed month.  pdf_qr() draws the code of a letter, qr_path()
 * (web/qr_path.h) that of a page.
 */
#pragma once

/* Write it as a PNG file, which appears whole or not at all: 0, or -1, always
 * in a build without QR codes (built_letter). */
int	 qr_write(const char *text, const char *path);
