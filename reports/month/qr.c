/*
 * qr.c - a QR code as a picture: black squares of whole pixels.
 *
 * Error correction M survives a fold or a stamp across the paper.
 */
#include "reports/month/qr.h"

#include <gd.h>
#include <qrencode.h>
#include <stdio.h>
#include <unistd.h>

#define MODULE 4	/* pixels */
#define QUIET 4		/* modules of white around it, as the standard asks */

static gdImagePtr
draw(const QRcode *qr)
{
	const int side = (qr->width + 2 * QUIET) * MODULE;
	gdImagePtr im = gdImageCreate(side, side);
	int black, x, y, left, top;

	if (im == NULL)
		return NULL;
	gdImageColorAllocate(im, 255, 255, 255);
	black = gdImageColorAllocate(im, 0, 0, 0);
	for (y = 0; y < qr->width; y++)
		for (x = 0; x < qr->width; x++) {
			if ((qr->data[y * qr->width + x] & 1) == 0)
				continue;
			left = (x + QUIET) * MODULE;
			top = (y + QUIET) * MODULE;
			gdImageFilledRectangle(im, left, top,
			    left + MODULE - 1, top + MODULE - 1, black);
		}
	return im;
}

int
qr_write(const char *text, const char *path)
{
	QRcode *qr = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	gdImagePtr im = qr != NULL ? draw(qr) : NULL;
	char part[4096];
	FILE *f = NULL;
	int failed = 1;

	snprintf(part, sizeof(part), "%s.%ld", path, (long)getpid());
	if (im != NULL && (f = fopen(part, "wb")) != NULL) {
		gdImagePngEx(im, f, 9);
		failed = ferror(f) != 0;
		failed |= fclose(f);
		failed = failed || rename(part, path) == -1;
	}
	if (failed && f != NULL)
		unlink(part);
	if (im != NULL)
		gdImageDestroy(im);
	if (qr != NULL)
		QRcode_free(qr);
	return failed ? -1 : 0;
}
