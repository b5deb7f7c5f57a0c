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

/* The same, one change after the other, as the page of two versions has them
 * side by side. */
typedef void sop_diff_fn(void *arg, const char *key, const char *old,
		    const char *new);
size_t		 sop_diff_each(const struct request *, const struct sop *old,
		    const struct sop *new, sop_diff_fn *, void *arg);
