/* slurp.h - files of the source tree, whole, for the tests of SOP files. */
#pragma once

#include <stdio.h>
#include <stdlib.h>

#include "tests/tap.h"

/* The text of SRCDIR/NAME, ended by a NUL; free() it. */
static inline char *
slurp(const char *name, size_t *len)
{
	const char *dir = getenv("SRCDIR");
	char path[4096], *text = malloc(1 << 20);
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", dir != NULL ? dir : ".", name);
	f = fopen(path, "r");
	if (f == NULL || text == NULL)
		bail(path);
	*len = fread(text, 1, (1 << 20) - 1, f);
	text[*len] = '\0';
	fclose(f);
	return text;
}
