/* upload.c - judging and storing the files of a form. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "conf/log.h"
#include "store/files.h"
#include "web/arena.h"
#include "web/filetype.h"
#include "web/pdfcheck.h"
#include "web/request.h"
#include "web/upload.h"

/* A file on its way in. */
struct incoming {
	struct incoming	*next;
	struct upload	 upload;
	struct files_writer *writer;	/* NULL once refused, stored, dropped */
	size_t		 headlen;
	char		 head[FILETYPE_HEAD];
};

struct uploads {
	struct arena	*arena;
	const char	*folder;
	int64_t		 max;
	size_t		 count;
	struct incoming	*first, **end;
	struct incoming	*current;
};

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
	size_t part = sizeof(in->head) - in->headlen;

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
	in->upload.type = file_type(in->head, in->headlen);
	in->upload.unknown = in->upload.type == NULL;
	if (in->upload.unknown)
		refuse(in, "Pilih berkas PDF, JPEG atau PNG");
}

size_t
uploads_count(const struct uploads *ups)
{
	size_t n = 0;

	for (const struct incoming *in = ups->first; in != NULL; in = in->next)
		n += in->writer != NULL;
	return n;
}

/* A whole PDF is looked at before it gets its name. */
static void
judge_pdf(struct incoming *in)
{
	static const char *const wrong[] = {
		[PDF_GOOD] = NULL,
		[PDF_LOCKED] = "Berkas ini memakai kata sandi. "
		    "Unggah berkas tanpa kata sandi",
		[PDF_CUT] = "Berkas ini terpotong, bagian akhirnya tidak ada. "
		    "Unggah berkas yang utuh",
		[PDF_BROKEN] = "Berkas PDF ini rusak. "
		    "Simpan ulang sebagai PDF, lalu unggah lagi",
		[PDF_NO_PAGE] = "Berkas PDF ini tidak berisi halaman",
		[PDF_UNKNOWN] = "Berkas ini tidak dapat diperiksa. "
		    "Simpan ulang sebagai PDF, lalu unggah lagi",
	};
	enum pdf_state state;
	int fd = files_reread(in->writer);

	if (fd == -1) {
		fail(in);
		return;
	}
	state = pdf_check(fd);
	close(fd);
	if (wrong[state] != NULL)
		refuse(in, wrong[state]);
}

void
uploads_judge(struct uploads *ups)
{
	for (struct incoming *in = ups->first; in != NULL; in = in->next)
		if (in->writer != NULL &&
		    strcmp(in->upload.type, TYPE_PDF) == 0)
			judge_pdf(in);
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
