/* sop_diff.h - the changes that a new version of an SOP makes. */
#pragma once

#include <stddef.h>

struct page;
struct request;
struct sop;

/* Add them as rows to the page that asks once more (check.tpl); how many there
 * are.  With `old` NULL everything is new. */
size_t		 sop_diff_show(const struct request *, struct page *check,
		    const struct sop *old, const struct sop *new);
