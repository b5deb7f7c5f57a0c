/*
 * page_image.h - the pages of a stored file as pictures, to be looked at
 * without being opened.
 *
 * A PDF is drawn by pdftoppm(1), a photo is made a page by `photo` (photos.h)
 * first, both as limited children: nothing of the file is parsed here, and a
 * browser gets pixels alone.  What was drawn is kept beside the stored files,
 * under the hash of the file, until page_image_sweep(); it is no data and in no
 * backup.
 *
 * Who may see the file may see its pages, and that is asked by the caller, as
 * is whether it is in quarantine.
 */
#pragma once

#include <stddef.h>

struct files;

#define PAGE_IMAGE_TYPE "image/jpeg"	/* of what is drawn */

/* May files of this media type be drawn? */
int	 page_image_draws(const char *type);

/* The pages of a stored file; the first is drawn, so that it is known that it
 * can be.  0: it cannot be drawn; -1: not now, which is logged. */
int	 page_image_count(const struct files *, const char *hash,
	    const char *type);

/* A page, counted from 1: a descriptor at the beginning of its picture, or -1
 * when there is none. */
int	 page_image_open(const struct files *, const char *hash,
	    const char *type, int page);

/* Remove the pictures of files that are gone, and those made more than a month
 * ago, which are made again when they are wanted.  Their number. */
int	 page_image_sweep(const struct files *);
