/*
 * typeface_raw.h - between the files of the letters: typeface.c opens fonts
 * and makes texts fit, typeface_set.c measures and sets them.
 */
#ifndef REPORTS_CHART_TYPEFACE_RAW_H
#define REPORTS_CHART_TYPEFACE_RAW_H

#include <stddef.h>

#include "reports/chart/typeface.h"

/* Bytes of the UTF-8 character at p. */
static inline size_t
char_size(const char *p)
{
	size_t n = 1;

	while (((unsigned char)p[n] & 0xc0) == 0x80)
		n++;
	return n;
}

#endif
