/* photo.h - a photo on its way to a page of a PDF (photo.c). */
#pragma once

#include <stddef.h>
#include <stdio.h>

#define PHOTO_SIDE	3000	/* pixels of the longer side: 250 to an inch
				   of A4, enough to read what is small */
#define PHOTO_QUALITY	82
#define PHOTO_PIXELS	(40u << 20)	/* of a PNG, which is read whole; a
				   JPEG shrinks as it is read, and has sides
				   of 8 times PHOTO_SIDE at most */

/* One photo, as JPEG without anything but the picture. */
struct photo {
	unsigned char	*data;		/* free() */
	unsigned long	 len;
	unsigned	 width, height;	/* pixels, as they lie in the data */
	int		 gray;
	int		 turn;		/* 1 .. 8 as Exif has it: how the
					   camera was held */
};

enum photo_err { PHOTO_OK, PHOTO_CUT, PHOTO_LARGE, PHOTO_BROKEN };

/* Read a photo, made smaller where it is larger than PHOTO_SIDE. */
enum photo_err	 photo_jpeg(FILE *, struct photo *);
enum photo_err	 photo_png(FILE *, struct photo *);

/* A picture of the size in *p, its lines (3 bytes a pixel) given one by one. */
enum photo_err	 photo_jpeg_lines(struct photo *, void (*line)(void *arg,
		    unsigned y, unsigned char *), void *arg);

/* Write the pages of a PDF, and what ends it. */
struct photo_pdf {
	FILE	*out;
	int	 pages;
	long	 size;			/* bytes so far */
	long	*at;			/* where each object begins; free() */
};
int		 photo_pdf_begin(struct photo_pdf *, FILE *, int pages);
int		 photo_pdf_page(struct photo_pdf *, const struct photo *);
int		 photo_pdf_end(struct photo_pdf *);
