/*
 * canvas_palette.h - an image in at most 256 colours.
 */
#pragma once

#include <gd.h>

/*
 * Turn a true-colour image into one with a palette and destroy the first.
 * Returns the new image, for gdImageDestroy(); returns the image it was given,
 * unchanged, when memory is short or when the image has more than 16,384
 * colours, so that no palette would do.
 */
gdImagePtr	 canvas_palette(gdImagePtr);
