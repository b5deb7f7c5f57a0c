/*
 * qr_path.h - a text as a QR code (ISO/IEC 18004) on a page: the path of an SVG
 * picture, for which no library of pictures is loaded.
 */
#pragma once

struct arena;

/* *side: how many modules wide it is, white around it included.  NULL when it
 * cannot be made, always in a build without QR codes (base/built.h). */
const char	*qr_path(struct arena *, const char *text, int *side);
