/*
 * translation_inner.h - a catalogue as its own modules see it: one reads it, one
 * says texts, one turns templates.
 */
#ifndef PAGE_TRANSLATION_INNER_H
#define PAGE_TRANSLATION_INNER_H

#include "page/translation.h"

struct entry {
	char	*text, *said;
	int	 pattern;		/* has %1 ... */
};

struct translation {
	char		*code, *name;
	struct entry	*entry;		/* whole texts sorted, then patterns */
	size_t		 n, whole;
};

/* The entry of a whole text, no pattern; NULL when there is none. */
const struct entry	*translation_find(const struct translation *, char *text);

/* translation_say() of the first `len` bytes of a text. */
char	*translation_say_part(const struct translation *, const char *text, size_t len);

#endif
