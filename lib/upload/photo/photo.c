/*
 * photo.c - photos of a letter into one PDF: no page, but what the programs
 * that take uploads start, as a limited child (upload/child.h), to look at
 * pictures in their place.
 */
#include <stdlib.h>

#include "upload/photo/photo.h"

#include "upload/photos.h"

/* One descriptor's photo onto a page; -1 when the page cannot be written. */
static int
add_photo(struct photo_pdf *pdf, int fd, enum photo_err *err)
{
	struct photo p = { .data = NULL };
	FILE *fp = fdopen(fd, "r");
	int rc = 0, first;

	*err = PHOTO_BROKEN;
	if (fp == NULL)
		return 0;
	first = getc(fp);
	ungetc(first, fp);
	*err = first == 0xff ? photo_jpeg(fp, &p) : photo_png(fp, &p);
	if (*err == PHOTO_OK)
		rc = photo_pdf_page(pdf, &p);
	free(p.data);
	fclose(fp);
	return rc;
}

/* The fault of photo i as an exit code. */
static int
code(enum photo_err err, int i)
{
	static const int base[] = { [PHOTO_CUT] = PHOTOS_CUT,
		[PHOTO_LARGE] = PHOTOS_LARGE, [PHOTO_BROKEN] = PHOTOS_BROKEN };

	return base[err] + i;
}

int
main(int argc, char **argv)
{
	int n = argc == 2 ? atoi(argv[1]) : 0;
	struct photo_pdf pdf;
	enum photo_err err;
	int rc = 0;

	if (n < 1 || n > PHOTOS_MAX) {
		fprintf(stderr, "photo: to be started with the number of "
		    "photos, at descriptors 3, 4, ...\n");
		return 2;
	}
	if (photo_pdf_begin(&pdf, stdout, n) != 0)
		return 1;
	for (int i = 0; i < n && rc == 0; i++)
		if (add_photo(&pdf, 3 + i, &err) != 0)
			rc = 1;
		else if (err != PHOTO_OK)
			rc = code(err, i);
	if (rc == 0 && photo_pdf_end(&pdf) != 0)
		rc = 1;
	free(pdf.at);
	return rc;
}
