/* diff.h - the lines and the words in which two texts differ. */
#pragma once

#include <stddef.h>

struct page;
struct request;

/* Add them as rows to the page that asks once more (check.tpl); how many
 * changes there are. */
size_t		 diff_show(const struct request *, struct page *check,
		    const char *old, const char *new);

/* Two short texts side by side, the words that differ marked: the sections OLD
 * and NEW of `row` get a section PIECES for each run of words, in it SAME, GONE
 * or ADDED {TEXT}. */
void		 diff_words(const struct request *, struct page *row,
		    const char *old, const char *new);
