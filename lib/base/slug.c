/* slug.c - the words by which enumerations are stored. */
#include "base/slug.h"

#include <string.h>

int
slug_index(const char *const *slugs, int count, const char *slug)
{
	int i;

	for (i = 0; slug != NULL && i < count; i++)
		if (strcmp(slugs[i], slug) == 0)
			return i;
	return -1;
}
