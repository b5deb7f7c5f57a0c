/* upload.c - judging and storing the files of a form. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <magic.h>

#include "conf/log.h"
#include "store/files.h"
#include "web/arena.h"
#include "web/request.h"
#include "web/upload.h"

#define HEAD_MAX 8192		/* bytes that decide the type */

/* A file on its way in. */
struct incoming {
	struct incoming	*next;
	struct upload	 upload;
	struct files_writer *writer;	/* NULL once refused, stored, dropped */
	unsigned	 scan;		/* pdf_encrypted()'s state */
	int		 encrypted;
	size_t		 headlen;
	char		 head[HEAD_MAX];
};

struct uploads {
	struct arena	*arena;
	const char	*folder;
	int64_t		 max;
	size_t		 count;
	struct incoming	*first, **end;
	struct incoming	*current;
};

/* What may be uploaded.  Both must say so: the first bytes, as every reader of
 * these formats wants them, and libmagic, which knows files that begin like
 * one thing and are another. */
static const struct {
	const char	*type;
	const char	*start;
	size_t		 len;
} allowed[] = {
	{ "application/pdf", "%PDF-", 5 },
	{ "image/jpeg", "\xff\xd8\xff", 3 },
	{ "image/png", "\x89PNG\r\n\x1a\n", 8 },
};

/* Papers of an office are zip files, told by what is in them: OpenDocument
 * says so in its first entry, Office Open XML by the folder of its text. */
static const struct {
	const char	*type;
	const char	*folder;	/* NULL: in the first entry */
} papers[] = {
	{ "application/vnd.oasis.opendocument.text", NULL },
	{ "application/vnd.oasis.opendocument.spreadsheet", NULL },
	{ "application/vnd.openxmlformats-officedocument"
	    ".wordprocessingml.document", "word/" },
	{ "application/vnd.openxmlformats-officedocument"
	    ".spreadsheetml.sheet", "xl/" },
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
paper_type(const char *head, size_t len)
{
	static const char mimetype[] = "mimetype";
	const char *word = head + ZIP_NAME + sizeof(mimetype) - 1;
	size_t n;

	if (len < ZIP_NAME + sizeof(mimetype) - 1 ||
	    memcmp(head, zip_entry, 4) != 0)
		return NULL;
	for (size_t i = 0; i < sizeof(papers) / sizeof(papers[0]); i++) {
		n = strlen(papers[i].type);
		if (papers[i].folder != NULL ?
		    (has_entry(head, len, "[Content_Types].xml") ||
		    has_entry(head, len, "_rels/.rels")) &&
		    has_entry(head, len, papers[i].folder) :
		    memcmp(head + ZIP_NAME, mimetype, strlen(mimetype)) == 0 &&
		    (size_t)(head + len - word) > n + 2 &&
		    memcmp(word, papers[i].type, n) == 0 &&
		    memcmp(word + n, "PK", 2) == 0)
			return papers[i].type;
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

/* The type of a file that may be uploaded, else NULL. */
static const char *
type_of(const char *head, size_t len)
{
	magic_t table;
	const char *guess = paper_type(head, len);

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

/* A name in a PDF ends at white space or a delimiter (ISO 32000, 7.2): so
 * /EncryptMetadata, which may stand for itself, is another name. */
int
pdf_encrypted(unsigned *state, const void *data, size_t len)
{
	static const char word[] = "/Encrypt";
	const char *s = data, *end = s + len;

	for (; s < end; s++) {
		if (*state == sizeof(word) - 1) {
			if (strchr("\t\n\f\r ()<>[]{}/%", *s) != NULL)
				return 1;	/* NUL is white space too */
			*state = 0;
		}
		if (*s == word[*state])
			++*state;
		else
			*state = *s == word[0];
	}
	return 0;
}

struct uploads *
uploads_new(struct arena *arena, const char *folder, int64_t max)
{
	struct uploads *ups = arena_alloc(arena, sizeof(*ups));

	ups->arena = arena;
	ups->folder = folder;
	ups->max = max;
	ups->end = &ups->first;
	return ups;
}

static void
refuse(struct incoming *in, const char *error)
{
	in->upload.error = error;
	if (in->writer != NULL)
		files_abort(in->writer);
	in->writer = NULL;
}

/* The store failed: the reason is for the log, the reader can try again. */
static void
fail(struct incoming *in)
{
	log_line(LOG_ERROR, "upload: %s", strerror(errno));
	refuse(in, "Berkas gagal diunggah. Unggah sekali lagi");
}

void
uploads_begin(struct uploads *ups, const char *field, const char *name)
{
	struct incoming *in = arena_alloc(ups->arena, sizeof(*in));

	in->upload.field = arena_strdup(ups->arena, field);
	in->upload.name = arena_strdup(ups->arena, name);
	if ((in->writer = files_begin(ups->folder)) == NULL)
		fail(in);
	*ups->end = in;
	ups->end = &in->next;
	ups->current = in;
	ups->count++;
}

void
uploads_data(struct uploads *ups, const void *data, size_t len)
{
	struct incoming *in = ups->current;
	size_t part = HEAD_MAX - in->headlen;

	in->upload.size += (int64_t)len;
	if (in->writer == NULL)
		return;
	if (in->upload.size > ups->max) {
		refuse(in, arena_printf(ups->arena,
		    "Ukuran berkas paling besar %lld MB",
		    (long long)(ups->max / (1024 * 1024))));
		return;
	}
	if (part > len)
		part = len;
	memcpy(in->head + in->headlen, data, part);
	in->headlen += part;
	in->encrypted |= pdf_encrypted(&in->scan, data, len);
	if (files_write(in->writer, data, len) == -1)
		fail(in);
}

void
uploads_end(struct uploads *ups)
{
	struct incoming *in = ups->current;

	if (in->writer == NULL)
		return;
	if (in->upload.size == 0) {
		refuse(in, "Berkas ini kosong");
		return;
	}
	in->upload.type = type_of(in->head, in->headlen);
	in->upload.unknown = in->upload.type == NULL;
	if (in->upload.unknown)
		refuse(in, "Pilih berkas PDF, JPEG atau PNG");
	else if (in->encrypted &&
	    strcmp(in->upload.type, "application/pdf") == 0)
		refuse(in, "Berkas ini memakai kata sandi. "
		    "Unggah berkas tanpa kata sandi");
}

size_t
uploads_count(const struct uploads *ups)
{
	size_t n = 0;

	for (const struct incoming *in = ups->first; in != NULL; in = in->next)
		n += in->writer != NULL;
	return n;
}

void
uploads_keep(struct uploads *ups, struct request *req)
{
	char hash[FILES_HASH_SIZE];
	struct files_writer *writer;
	size_t n = 0;

	req->upload = arena_alloc(ups->arena,
	    ups->count * sizeof(*req->upload));
	for (struct incoming *in = ups->first; in != NULL; in = in->next) {
		writer = in->writer;
		in->writer = NULL;
		if (writer != NULL &&
		    files_finish(writer, hash, &in->upload.size) == -1)
			fail(in);
		else if (writer != NULL)
			in->upload.hash = arena_strdup(ups->arena, hash);
		req->upload[n++] = in->upload;
	}
	req->nupload = n;
}

void
uploads_drop(struct uploads *ups)
{
	for (struct incoming *in = ups->first; in != NULL; in = in->next) {
		if (in->writer != NULL)
			files_abort(in->writer);
		in->writer = NULL;
	}
}
