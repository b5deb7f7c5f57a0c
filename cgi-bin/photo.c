/*
 * photo.c - photos of a letter into one PDF: no page, but what the programs
 * that take uploads start, as a limited child (web/child.h), to look at
 * pictures in their place.
 */
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/photo.h"

#include "web/photos.h"

static enum photo_err
read_photo(FILE *fp, struct photo *p)
{
	int first = getc(fp);

	ungetc(first, fp);
	return first == 0xff ? photo_jpeg(fp, p) : photo_png(fp, p);
}

/* What went wrong with photo i as an exit code. */
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

	if (n < 1 || n > PHOTOS_MAX) {
		fprintf(stderr, "photo: to be started with the number of "
		    "photos, at descriptors 3, 4, ...\n");
		return 2;
	}
	if (photo_pdf_begin(&pdf, stdout, n) != 0)
		return 1;
	for (int i = 0; i < n; i++) {
		struct photo p = { .data = NULL };
		FILE *fp = fdopen(3 + i, "r");

		err = fp == NULL ? PHOTO_BROKEN : read_photo(fp, &p);
		if (err != PHOTO_OK)
			return code(err, i);
		if (photo_pdf_page(&pdf, &p) != 0)
			return 1;
		free(p.data);
		fclose(fp);
	}
	return photo_pdf_end(&pdf) == 0 ? 0 : 1;
}
