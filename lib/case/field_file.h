/*
 * field_file.h - which files a field of an SOP row takes, and what they are
 * called.
 *
 * A field takes the formats of its own list or else those of the row's kind:
 * signed papers are PDF, drafts and instructions may be office documents.
 */
#pragma once

#include "sop/sop.h"

/* The formats a field takes: FORMAT_* of sop/sop.h, or-ed. */
unsigned	 field_file_takes(const struct sop_row *,
		    const struct sop_field *);
/* Does it take files of this media type, as it was decided by content? */
int		 field_file_takes_type(const struct sop_row *,
		    const struct sop_field *, const char *type);

#define FIELD_FILE_FORMATS_SIZE 96
/* Its formats in words, "PDF, JPEG, atau PNG"; returns buf. */
char		*field_file_formats(const struct sop_row *,
		    const struct sop_field *,
		    char buf[FIELD_FILE_FORMATS_SIZE]);
/* The same as the value of the HTML attribute `accept`; returns buf. */
char		*field_file_accept(const struct sop_row *,
		    const struct sop_field *,
		    char buf[FIELD_FILE_FORMATS_SIZE]);
