/* diff.h - the lines in which two texts differ. */
#pragma once

#include <stddef.h>

struct page;
struct request;

/* Add them as rows to the page that asks once more (check.tpl); how many
 * changes there are. */
size_t		 diff_show(const struct request *, struct page *check,
		    const char *old, const char *new);
