/* filetype.c - the types of files that are taken. */
#include <string.h>

#include <magic.h>

#include "base/log.h"
#include "upload/filetype.h"

/* The types that may be uploaded.  Two must say so: the first bytes, as every
 * reader of these formats wants them, and libmagic, which knows files that
 * begin like one thing and are another. */
static const struct {
	const char	*type;
	const char	*start;
	size_t		 len;
} allowed[] = {
	{ TYPE_PDF, "%PDF-", 5 },
	{ TYPE_JPEG, "\xff\xd8\xff", 3 },
	{ TYPE_PNG, "\x89PNG\r\n\x1a\n", 8 },
};

/* Documents of an office are zip files, known by their entries: OpenDocument
 * says so in its first entry, Office Open XML by the folder of its text. */
static const struct {
	const char	*type;
	const char	*folder;	/* NULL: in the first entry */
} documents[] = {
	{ "application/vnd.oasis.opendocument.text", NULL },
	{ "application/vnd.oasis.opendocument.spreadsheet", NULL },
	{ "application/vnd.oasis.opendocument.presentation", NULL },
	{ "application/vnd.openxmlformats-officedocument"
	    ".wordprocessingml.document", "word/" },
	{ "application/vnd.openxmlformats-officedocument"
	    ".spreadsheetml.sheet", "xl/" },
	{ "application/vnd.openxmlformats-officedocument"
	    ".presentationml.presentation", "ppt/" },
};

static const char zip_entry[] = "PK\x03\x04";
#define ZIP_NAME 30		/* where an entry's name begins */

/* Does an entry's name in these bytes begin like this? */
static int
has_entry(const char *head, size_t len, const char *name)
{
	const char *s = head, *end = head + len;
	size_t n = strlen(name);

	while ((s = memmem(s, (size_t)(end - s), zip_entry, 4)) != NULL) {
		if ((size_t)(end - s) >= ZIP_NAME + n &&
		    memcmp(s + ZIP_NAME, name, n) == 0)
			return 1;
		s += 4;
	}
	return 0;
}

static const char *
office_type(const char *head, size_t len)
{
	static const char mimetype[] = "mimetype";
	const char *word = head + ZIP_NAME + sizeof(mimetype) - 1;
	size_t n;

	if (len < ZIP_NAME + sizeof(mimetype) - 1 ||
	    memcmp(head, zip_entry, 4) != 0)
		return NULL;
	for (size_t i = 0; i < sizeof(documents) / sizeof(documents[0]); i++) {
		n = strlen(documents[i].type);
		if (documents[i].folder != NULL ?
		    (has_entry(head, len, "[Content_Types].xml") ||
		    has_entry(head, len, "_rels/.rels")) &&
		    has_entry(head, len, documents[i].folder) :
		    memcmp(head + ZIP_NAME, mimetype, strlen(mimetype)) == 0 &&
		    (size_t)(head + len - word) > n + 2 &&
		    memcmp(word, documents[i].type, n) == 0 &&
		    memcmp(word + n, "PK", 2) == 0)
			return documents[i].type;
	}
	return NULL;
}

/*
 * libmagic's table takes some 8 MB, so it is loaded by the first upload of a
 * process and kept.  NULL when it cannot be had.
 */
static magic_t
magic_table(void)
{
	static magic_t table;

	if (table != NULL)
		return table;
	if ((table = magic_open(MAGIC_MIME_TYPE)) == NULL)
		return NULL;
	if (magic_load(table, NULL) == -1) {
		log_line(LOG_ERROR, "libmagic: %s", magic_error(table));
		magic_close(table);
		table = NULL;
	}
	return table;
}

const char *
filetype_of(const char *head, size_t len)
{
	magic_t table;
	const char *guess = office_type(head, len);

	if (guess != NULL)
		return guess;
	table = magic_table();
	if (table == NULL || (guess = magic_buffer(table, head, len)) == NULL)
		return NULL;
	for (size_t i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++)
		if (len >= allowed[i].len &&
		    memcmp(head, allowed[i].start, allowed[i].len) == 0 &&
		    strcmp(guess, allowed[i].type) == 0)
			return allowed[i].type;
	return NULL;
}
