/* composeraw.h - what the files of compose.h share.  For compose*.c only. */
#ifndef CASEPAGE_COMPOSERAW_H
#define CASEPAGE_COMPOSERAW_H

#include "casepage/compose.h"

/* What was typed in the first row, "" when nothing was; later rows have a
 * letter number, too. */
const char	*compose_known(const struct dossier *, const char *name);

/* Fill m->values, when text, head and persons are known. */
void		 compose_values(struct compose *);

/* A text with m->values; lives with the request.  NULL: no memory. */
const char	*compose_filled(struct compose *, const char *text);

/* "2 (dua)", as letters write numbers. */
const char	*compose_count(const struct request *, size_t n);

#endif
