/*
 * field_format.h - which formats of files a field of an SOP row takes, and what
 * they are called.
 *
 * A field takes the formats of its own list or else those of the row's kind:
 * signed papers are PDF, drafts and instructions may be office documents.  How
 * many files it takes is judged in case/field_form.c; casepage/fields.c takes
 * them.
 */
#pragma once

#include "sop/sop.h"

/* The formats a field takes: FORMAT_* of sop/sop.h, or-ed. */
unsigned	 field_format_takes(const struct sop_row *,
		    const struct sop_field *);
/* Does it take files of this media type, as it was decided by content? */
int		 field_format_takes_type(const struct sop_row *,
		    const struct sop_field *, const char *type);

#define FIELD_FORMAT_SIZE 96
/* Its formats in words, "PDF, JPEG, atau PNG"; returns buf. */
char		*field_format_words(const struct sop_row *,
		    const struct sop_field *,
		    char buf[FIELD_FORMAT_SIZE]);
/* The same as the value of the HTML attribute `accept`; returns buf. */
char		*field_format_accept(const struct sop_row *,
		    const struct sop_field *,
		    char buf[FIELD_FORMAT_SIZE]);
