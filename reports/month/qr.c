/*
 * qr.c - a QR code as a picture: black squares of whole pixels.
 *
 * Error correction M survives a fold or a stamp across the paper.
 */
#include "reports/month/qr.h"

#include <gd.h>
#include <qrencode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

void *
qr_png(const char *text, size_t *len)
{
	QRcode *qr = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	gdImagePtr im = qr != NULL ? draw(qr) : NULL;
	void *png = NULL, *copy = NULL;
	int size = 0;

	if (im != NULL && (png = gdImagePngPtrEx(im, &size, 9)) != NULL &&
	    (copy = malloc((size_t)size)) != NULL)
		memcpy(copy, png, (size_t)size);
	*len = (size_t)size;
	if (png != NULL)
		gdFree(png);
	if (im != NULL)
		gdImageDestroy(im);
	if (qr != NULL)
		QRcode_free(qr);
	return copy;
}

int
qr_write(const char *text, const char *path)
{
	char part[4096];
	size_t len;
	void *png = qr_png(text, &len);
	FILE *f = NULL;
	int failed = 1;

	snprintf(part, sizeof(part), "%s.%ld", path, (long)getpid());
	if (png != NULL && (f = fopen(part, "wb")) != NULL) {
		failed = fwrite(png, 1, len, f) != len;
		failed |= fclose(f);
		failed = failed || rename(part, path) == -1;
	}
	if (failed && f != NULL)
		unlink(part);
	free(png);
	return failed ? -1 : 0;
}
