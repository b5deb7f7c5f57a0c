/*
 * sopcheck.h - the rules of an SOP file that no single word can break.  Inside
 * lib/sop: sop_parse() checks every file.
 */
#pragma once

#include "sop/sop.h"
#include "sop/yamltext.h"

/* Is it a name that every step asks for by itself, so that no field has it? */
int	 sopcheck_is_own(const char *name);

#define SOPCHECK_ROWS_MAX 200	/* rows a file may have */

/*
 * Check what the rows say of each other and of the office's roles (slugs,
 * ended by NULL), the fields of the forms, and the pages of the request.  Every
 * mistake goes to the text by yamltext_error(), with its path.
 */
void	 sop_check(const struct sop *, const char *const *roles,
	    struct yamltext *);
