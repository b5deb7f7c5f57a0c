/*
 * photos.h - photos of a letter become one PDF: a page each, in their order,
 * upright, of a sensible size, and without what the camera wrote beside the
 * picture: where it was, and when, and whose it is.
 *
 * The pictures are looked at by the program `photo`, a limited child.
 */
#pragma once

#include <stddef.h>

struct files_writer;

#define PHOTOS_MAX 20		/* photos of one PDF */

/* Exit codes of `photo`, and what photos_join() answers: which photo, counted
 * from 0, is to be added. */
#define PHOTOS_CUT	40	/* its end is missing */
#define PHOTOS_LARGE	70	/* more pixels than can be held */
#define PHOTOS_BROKEN	100

/* Write the PDF of n photos: 0; one of the codes; -1 when it cannot be done,
 * which is logged. */
int	 photos_join(const int *fd, size_t n, struct files_writer *);
