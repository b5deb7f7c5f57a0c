/*
 * field_format.c - which formats of files a field takes, and their words.
 */
#include "case/field_format.h"

#include <stdio.h>
#include <string.h>

static const struct {
	enum file_format format;
	const char	*type;		/* as decided by content */
	const char	*words;
	const char	*suffixes;
} formats[] = {
	{ FORMAT_PDF, "application/pdf", "PDF", ".pdf" },
	{ FORMAT_PHOTO, "image/jpeg", "JPEG", ".jpg,.jpeg" },
	{ FORMAT_PHOTO, "image/png", "PNG", ".png" },
	{ FORMAT_WORD, "application/vnd.openxmlformats-officedocument"
	    ".wordprocessingml.document", "Word", ".docx" },
	{ FORMAT_EXCEL, "application/vnd.openxmlformats-officedocument"
	    ".spreadsheetml.sheet", "Excel", ".xlsx" },
	{ FORMAT_SLIDES, "application/vnd.openxmlformats-officedocument"
	    ".presentationml.presentation", "PowerPoint", ".pptx" },
	{ FORMAT_OPEN, "application/vnd.oasis.opendocument.text",
	    "OpenDocument", ".odt" },
	{ FORMAT_OPEN, "application/vnd.oasis.opendocument.spreadsheet", NULL,
	    ".ods" },
	{ FORMAT_OPEN, "application/vnd.oasis.opendocument.presentation", NULL,
	    ".odp" },
};
#define FORMATS (sizeof(formats) / sizeof(formats[0]))

unsigned
field_format_takes(const struct sop_row *row, const struct sop_field *f)
{
	if (f->formats != 0)
		return f->formats;
	switch (row->kind) {
	case STEP_APPROVE:
		return FORMAT_PDF;
	case STEP_DRAFT:
	case STEP_ASSIGN:
	case STEP_REVIEW:
	case STEP_EVALUATE:
		return FORMAT_PDF | FORMAT_PHOTO | FORMAT_WORD | FORMAT_EXCEL |
		    FORMAT_SLIDES | FORMAT_OPEN;
	default:
		return FORMAT_PDF | FORMAT_PHOTO;
	}
}

int
field_format_takes_type(const struct sop_row *row, const struct sop_field *f,
    const char *type)
{
	for (size_t i = 0; i < FORMATS; i++)
		if (strcmp(formats[i].type, type) == 0)
			return (field_format_takes(row, f) &
			    formats[i].format) != 0;
	return 0;
}

char *
field_format_words(const struct sop_row *row, const struct sop_field *f,
    char buf[FIELD_FORMAT_SIZE])
{
	const char *word[FORMATS];
	size_t n = 0, len = 0;

	for (size_t i = 0; i < FORMATS; i++)
		if ((field_format_takes(row, f) & formats[i].format) != 0 &&
		    formats[i].words != NULL)
			word[n++] = formats[i].words;
	buf[0] = '\0';
	for (size_t i = 0; i < n; i++)
		len += (size_t)snprintf(buf + len,
		    FIELD_FORMAT_SIZE - len, "%s%s%s",
		    i > 0 && n > 2 ? ", " : i > 0 ? " " : "",
		    i > 0 && i == n - 1 ? "atau " : "", word[i]);
	return buf;
}

char *
field_format_accept(const struct sop_row *row, const struct sop_field *f,
    char buf[FIELD_FORMAT_SIZE])
{
	size_t len = 0;

	buf[0] = '\0';
	for (size_t i = 0; i < FORMATS; i++)
		if ((field_format_takes(row, f) & formats[i].format) != 0)
			len += (size_t)snprintf(buf + len,
			    FIELD_FORMAT_SIZE - len, "%s%s",
			    len > 0 ? "," : "", formats[i].suffixes);
	return buf;
}
