/* upload.c - the files of a form, on their way into the store. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/log.h"
#include "upload/pdf_signature.h"
#include "upload/uploadraw.h"

#define NAME_LENGTH 180		/* bytes of a file's name that are kept */

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

void
uploads_scan(struct uploads *ups, const char *where)
{
	ups->clamd = where;
}

void
uploads_in_memory(struct uploads *ups, size_t hold)
{
	ups->hold = hold;
}

void
upload_refuse(struct upload_in *in, const char *error)
{
	in->upload.error = error;
	if (in->writer != NULL)
		files_abort(in->writer);
	in->writer = NULL;
}

void
upload_fail(struct upload_in *in)
{
	log_line(LOG_ERROR, "upload: %s", strerror(errno));
	upload_refuse(in, "Berkas gagal diunggah. Unggah sekali lagi");
}

/* Characters that turn the direction of writing: "exe.fdp" for a reader, but
 * not for a machine. */
static int
turns_text(const char *s)
{
	const unsigned char *c = (const unsigned char *)s;

	return c[0] == 0xe2 && ((c[1] == 0x80 && (c[2] == 0x8e ||
	    c[2] == 0x8f || (c[2] >= 0xaa && c[2] <= 0xae))) ||
	    (c[1] == 0x81 && c[2] >= 0xa6 && c[2] <= 0xa9));
}

/* A file's name for people: nothing in it that cannot be seen, and not longer
 * than they read. */
static char *
tidy_name(struct arena *arena, const char *name)
{
	char *tidy = arena_strdup(arena, name), *to = tidy;
	const char *s;

	for (s = name; *s != '\0' && to < tidy + NAME_LENGTH; s++)
		if (turns_text(s))
			s += 2;
		else if ((unsigned char)*s >= ' ' && *s != 0x7f)
			*to++ = *s;
	/* Not in the middle of a character. */
	while (((unsigned char)*s & 0xc0) == 0x80 && to > tidy &&
	    ((unsigned char)*--to & 0xc0) == 0x80)
		;
	*to = '\0';
	return tidy;
}

void
uploads_begin(struct uploads *ups, const char *field, const char *name)
{
	struct upload_in *in = arena_alloc(ups->arena, sizeof(*in));

	in->upload.field = arena_strdup(ups->arena, field);
	in->upload.name = tidy_name(ups->arena, name);
	if (ups->hold > 0 && ups->count == 0)
		in->held = arena_alloc(ups->arena, ups->hold + 1);
	else if (ups->hold > 0)
		upload_refuse(in, "Pilih satu berkas");
	else if ((in->writer = files_begin(ups->folder)) == NULL)
		upload_fail(in);
	*ups->end = in;
	ups->end = &in->next;
	ups->current = in;
	ups->count++;
}

/* Keep the beginning of a file that is held in memory. */
static void
hold(struct upload_in *in, size_t room, const void *data, size_t len)
{
	size_t most = room - in->upload.len;

	if (len > most)
		len = most;
	if (len > 0)
		memcpy(in->held + in->upload.len, data, len);
	in->upload.len += len;
}

void
uploads_data(struct uploads *ups, const void *data, size_t len)
{
	struct upload_in *in = ups->current;
	size_t part = sizeof(in->head) - in->headlen;

	in->upload.size += (int64_t)len;
	if (in->held != NULL)
		hold(in, ups->hold + 1, data, len);
	if (in->writer == NULL)
		return;
	if (in->upload.size > ups->max) {
		upload_refuse(in, arena_printf(ups->arena,
		    "Ukuran berkas paling besar %lld MB",
		    (long long)(ups->max / (1024 * 1024))));
		return;
	}
	if (part > len)
		part = len;
	memcpy(in->head + in->headlen, data, part);
	in->headlen += part;
	in->signature |= pdf_signature_possible(&in->scan, data, len);
	if (files_write(in->writer, data, len) == -1)
		upload_fail(in);
}

void
uploads_end(struct uploads *ups)
{
	struct upload_in *in = ups->current;

	in->upload.data = in->held;
	if (in->writer == NULL && in->held == NULL)
		return;
	if (in->upload.size == 0) {
		upload_refuse(in, "Berkas ini kosong");
		return;
	}
	if (in->held != NULL)
		return;
	in->upload.type = filetype_of(in->head, in->headlen);
	in->upload.unknown = in->upload.type == NULL;
	if (in->upload.unknown)
		upload_refuse(in, "Pilih berkas PDF, JPEG atau PNG");
}

size_t
uploads_count(const struct uploads *ups)
{
	size_t n = 0;

	for (const struct upload_in *in = ups->first; in != NULL; in = in->next)
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
	for (struct upload_in *in = ups->first; in != NULL; in = in->next) {
		writer = in->writer;
		in->writer = NULL;
		if (writer != NULL &&
		    files_finish(writer, hash, &in->upload.size) == -1)
			upload_fail(in);
		else if (writer != NULL)
			in->upload.hash = arena_strdup(ups->arena, hash);
		req->upload[n++] = in->upload;
	}
	req->nupload = n;
}

void
uploads_drop(struct uploads *ups)
{
	for (struct upload_in *in = ups->first; in != NULL; in = in->next) {
		if (in->writer != NULL)
			files_abort(in->writer);
		in->writer = NULL;
	}
}
