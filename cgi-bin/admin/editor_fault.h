/*
 * editor_fault.h - everything that keeps a draft (editor.h) from being
 * published, each at its row and field: first what is missing; when nothing is,
 * what does not fit together.
 */
#pragma once

#include <stddef.h>

struct edit;
struct editor;

struct editor_fault {
	int		 row;		/* position; 0: of the identity page */
	const char	*field;		/* of the form of that; "isian": of its
					   fields */
	const char	*text;		/* words of the page */
};

/* All of them as the tree stands, as long as the request; how many. */
size_t		 editor_fault_list(const struct editor *,
		    struct editor_fault **);
/* Those of a row (0: the identity page) as errors beside the fields of its
 * form. */
void		 editor_fault_show(const struct editor *, int row,
		    struct edit *);
