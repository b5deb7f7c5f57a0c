/*
 * upload.c - the files of a form, on their way into the store: received,
 * judged (scanned, whole, joined), kept or dropped.
 */
#include "upload/upload.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sodium.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "store/files.h"
#include "upload/active.h"
#include "upload/child.h"
#include "upload/filetype.h"
#include "upload/pdf_check.h"
#include "upload/pdf_signature.h"
#include "upload/photos.h"
#include "upload/scan.h"

#define NAME_LENGTH 180		/* bytes of a file's name that are kept */

/* A file on its way in. */
struct incoming {
	struct incoming		*next;
	struct upload		 upload;
	struct files_writer	*writer;	/* NULL: refused, stored or
						   dropped */
	char			*memory;	/* kept here instead */
	crypto_hash_sha256_state *sum;		/* only this is wanted */
	unsigned		 scan;		/* state of the search */
	int			 signature;	/* it was found */
	size_t			 headlen;
	char			 head[FILETYPE_HEAD];
};

struct uploads {
	struct arena	*arena;
	const struct files *files;
	int64_t		 max;
	size_t		 in_memory;	/* bytes to keep; 0: files are stored */
	int		 hash_only;	/* nothing is kept */
	const char	*clamd;		/* NULL: nothing is scanned */
	size_t		 count;
	struct incoming	*first, **end;
	struct incoming	*current;
};

struct uploads *
uploads_new(struct arena *arena, const struct files *files, int64_t max)
{
	struct uploads *ups = arena_alloc(arena, sizeof(*ups));

	ups->arena = arena;
	ups->files = files;
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
uploads_in_memory(struct uploads *ups, size_t bytes)
{
	ups->in_memory = bytes;
}

void
uploads_hash_only(struct uploads *ups)
{
	ups->hash_only = 1;
}

/* The file is not taken, for this reason. */
static void
refuse(struct incoming *in, const char *error)
{
	in->upload.error = error;
	in->sum = NULL;
	if (in->writer != NULL)
		files_abort(in->writer);
	in->writer = NULL;
}

/* The store failed: the reason is for the log, the reader can try again. */
static void
fail(struct incoming *in)
{
	log_line(LOG_ERROR, "upload: %s", strerror(errno));
	refuse(in, "Dokumen gagal diunggah. Unggah sekali lagi");
}

/* A file's name for people: nothing in it that cannot be seen, and not longer
 * than they read. */
static char *
tidy_name(struct arena *arena, const char *name)
{
	char *clean = unicode_clean(name), *tidy, *to;

	to = tidy = arena_strdup(arena, clean != NULL ? clean : "");
	free(clean);
	for (const char *s = tidy; *s != '\0'; s++)
		if ((unsigned char)*s >= ' ' && *s != 0x7f)
			*to++ = *s;
	*to = '\0';
	tidy[utf8_cut(tidy, (size_t)(to - tidy), NAME_LENGTH)] = '\0';
	return tidy;
}

void
uploads_begin(struct uploads *ups, const char *field, const char *name)
{
	struct incoming *in = arena_alloc(ups->arena, sizeof(*in));

	in->upload.field = arena_strdup(ups->arena, field);
	in->upload.name = tidy_name(ups->arena, name);
	if (ups->in_memory > 0 && ups->count == 0)
		in->memory = arena_alloc(ups->arena, ups->in_memory + 1);
	else if (ups->in_memory > 0)
		refuse(in, "Pilih satu dokumen");
	else if (ups->hash_only) {
		in->sum = arena_alloc(ups->arena, sizeof(*in->sum));
		crypto_hash_sha256_init(in->sum);
	} else if ((in->writer = files_begin(ups->files)) == NULL)
		fail(in);
	*ups->end = in;
	ups->end = &in->next;
	ups->current = in;
	ups->count++;
}

/* Keep the beginning of a file that stays in memory. */
static void
remember(struct incoming *in, size_t room, const void *data, size_t len)
{
	size_t most = room - in->upload.len;

	if (len > most)
		len = most;
	if (len > 0)
		memcpy(in->memory + in->upload.len, data, len);
	in->upload.len += len;
}

void
uploads_data(struct uploads *ups, const void *data, size_t len)
{
	struct incoming *in = ups->current;
	size_t part = sizeof(in->head) - in->headlen;

	in->upload.size += (int64_t)len;
	if (in->memory != NULL)
		remember(in, ups->in_memory + 1, data, len);
	if (in->writer == NULL && in->sum == NULL)
		return;
	if (in->upload.size > ups->max) {
		refuse(in, arena_printf(ups->arena,
		    "Ukuran dokumen paling besar %lld MB",
		    (long long)(ups->max / (1024 * 1024))));
		return;
	}
	if (part > len)
		part = len;
	memcpy(in->head + in->headlen, data, part);
	in->headlen += part;
	if (in->sum != NULL) {
		crypto_hash_sha256_update(in->sum, data, len);
		return;
	}
	in->signature |= pdf_signature_possible(&in->scan, data, len);
	if (files_write(in->writer, data, len) == -1)
		fail(in);
}

static const char *
hash_of(struct arena *arena, crypto_hash_sha256_state *sum)
{
	unsigned char bytes[crypto_hash_sha256_BYTES];
	char *hex = arena_alloc(arena, FILES_HASH_SIZE);

	crypto_hash_sha256_final(sum, bytes);
	return sodium_bin2hex(hex, FILES_HASH_SIZE, bytes, sizeof(bytes));
}

void
uploads_end(struct uploads *ups)
{
	struct incoming *in = ups->current;

	in->upload.data = in->memory;
	if (in->writer == NULL && in->memory == NULL && in->sum == NULL)
		return;
	if (in->upload.size == 0) {
		refuse(in, "Dokumen ini kosong");
		return;
	}
	if (in->memory != NULL)
		return;
	in->upload.type = filetype_of(in->head, in->headlen);
	in->upload.unknown = in->upload.type == NULL;
	if (in->upload.unknown)
		refuse(in, "Pilih dokumen PDF, JPEG atau PNG");
	else if (in->sum != NULL)
		in->upload.hash = hash_of(ups->arena, in->sum);
}

/* -- judging --------------------------------------------------------------- */

/* Have a file scanned, before anything else looks into it. */
static void
scan(struct uploads *ups, struct incoming *in)
{
	char finding[SCAN_FINDING_SIZE];
	int fd = files_reread(in->writer);
	enum scan result = fd != -1 ? scan_file(ups->clamd, fd, finding) :
	    SCAN_NONE;

	if (fd != -1)
		close(fd);
	in->upload.scanned = result == SCAN_CLEAN;
	in->upload.unscanned = result == SCAN_NONE || result == SCAN_UNABLE;
	if (result == SCAN_UNABLE)
		log_line(LOG_WARN, "clamd cannot look at a file of %lld bytes",
		    (long long)in->upload.size);
	if (result == SCAN_FOUND)
		refuse(in, arena_printf(ups->arena, "Antivirus "
		    "menemukan %s dalam dokumen ini. Unggah dokumen yang "
		    "bersih", finding));
}

/* A whole PDF is looked at before it gets its name. */
static void
judge_pdf(struct arena *arena, struct incoming *in)
{
	static const char *const wrong[] = {
		[PDF_GOOD] = NULL,
		[PDF_LOCKED] = "Dokumen ini memakai kata sandi. "
		    "Unggah dokumen tanpa kata sandi",
		[PDF_CUT] = "Dokumen ini terpotong, bagian akhirnya tidak ada. "
		    "Unggah dokumen yang utuh",
		[PDF_BROKEN] = "Dokumen PDF ini rusak. "
		    "Simpan ulang sebagai PDF, lalu unggah lagi",
		[PDF_NO_PAGE] = "Dokumen PDF ini tidak berisi halaman",
		[PDF_UNKNOWN] = "Dokumen ini tidak dapat diperiksa. "
		    "Simpan ulang sebagai PDF, lalu unggah lagi",
		[PDF_ABSENT] = NULL,
	};
	enum pdf_state state;
	int fd = files_reread(in->writer);

	if (fd == -1) {
		fail(in);
		return;
	}
	state = pdf_check(fd);
	in->upload.unchecked = state == PDF_ABSENT;
	if (wrong[state] != NULL)
		refuse(in, wrong[state]);
	else if (state == PDF_GOOD)
		in->upload.active = active_read(fd);
	if (wrong[state] == NULL && in->signature) {
		in->upload.signature = arena_alloc(arena, SIGNATURES_MAX *
		    sizeof(*in->upload.signature));
		in->upload.nsignature = pdf_signature_read(fd,
		    in->upload.signature);
	}
	close(fd);
}

/* -- photos of one field ----------------------------------------------- */

static int
is_photo(const struct incoming *in)
{
	return in->writer != NULL && in->upload.type != NULL &&
	    (strcmp(in->upload.type, TYPE_JPEG) == 0 ||
	    strcmp(in->upload.type, TYPE_PNG) == 0);
}

/* The next photo of the same field; NULL behind the last. */
static struct incoming *
next_photo(const struct incoming *in)
{
	struct incoming *other = in->next;

	while (other != NULL && (!is_photo(other) ||
	    strcmp(other->upload.field, in->upload.field) != 0))
		other = other->next;
	return other;
}

/* "IMG_1.jpg" becomes "IMG_1.pdf". */
static const char *
pdf_name(struct arena *arena, const char *name)
{
	const char *dot = strrchr(name, '.');

	return arena_printf(arena, "%.*s.pdf", (int)(dot != NULL &&
	    dot > name ? (size_t)(dot - name) : strlen(name)), name);
}

/* Only the first of a field's photos stays. */
static void
drop_others(struct uploads *ups, struct incoming *first)
{
	struct incoming **at = &first->next, *in;

	while ((in = *at) != NULL) {
		if (!is_photo(in) ||
		    strcmp(in->upload.field, first->upload.field) != 0) {
			at = &in->next;
			continue;
		}
		files_abort(in->writer);
		*at = in->next;
		ups->count--;
	}
	ups->end = at;
}

static const char *
photo_error(struct arena *arena, const struct incoming *first, int code)
{
	const struct incoming *in = first;
	int i = code >= PHOTOS_BROKEN ? code - PHOTOS_BROKEN :
	    code >= PHOTOS_LARGE ? code - PHOTOS_LARGE : code - PHOTOS_CUT;

	for (; i > 0 && next_photo(in) != NULL; i--)
		in = next_photo(in);
	return arena_printf(arena, code >= PHOTOS_BROKEN ?
	    "%s: foto ini rusak. Ambil foto lagi, lalu unggah" :
	    code >= PHOTOS_LARGE ?
	    "%s: foto ini terlalu besar. Perkecil foto, lalu unggah lagi" :
	    "%s: foto ini terpotong, bagian akhirnya tidak ada. "
	    "Unggah foto yang utuh", in->upload.name);
}

/* The photos of a field, taken as one PDF, in the place of the first. */
static void
join_photos(struct uploads *ups, struct incoming *first)
{
	struct files_writer *writer;
	int fd[PHOTOS_MAX], code = -1;
	size_t n = 0;

	for (struct incoming *in = first; in != NULL && n < PHOTOS_MAX;
	    in = next_photo(in)) {
		fd[n++] = files_reread(in->writer);
		first->upload.unscanned |= in->upload.unscanned;
	}
	first->upload.photos = n;
	writer = files_begin(ups->files);
	if (writer != NULL)
		code = photos_join(fd, n, writer);
	while (n > 0)
		if (fd[--n] != -1)
			close(fd[n]);
	if (code == 0) {
		files_abort(first->writer);
		first->writer = writer;
		first->upload.type = TYPE_PDF;
		first->upload.name = pdf_name(ups->arena, first->upload.name);
		return;
	}
	if (writer != NULL)
		files_abort(writer);
	if (code >= PHOTOS_CUT)
		refuse(first, photo_error(ups->arena, first, code));
	else
		fail(first);
}

static size_t
count_photos(const struct incoming *in)
{
	size_t n = 0;

	for (; in != NULL; in = next_photo(in))
		n++;
	return n;
}

/* The photos of a field become one PDF, or have a fault. */
static void
judge_photos(struct uploads *ups, struct incoming *first)
{
	if (count_photos(first) > PHOTOS_MAX)
		refuse(first, arena_printf(ups->arena,
		    "Pilih paling banyak %d foto", PHOTOS_MAX));
	else
		join_photos(ups, first);
	drop_others(ups, first);
}

int
uploads_judge(struct uploads *ups)
{
	for (struct incoming *in = ups->first; in != NULL &&
	    ups->clamd != NULL; in = in->next)
		if (in->writer != NULL)
			scan(ups, in);
	for (struct incoming *in = ups->first; in != NULL &&
	    child_refused() == 0; in = in->next)
		if (in->writer != NULL &&
		    strcmp(in->upload.type, TYPE_PDF) == 0)
			judge_pdf(ups->arena, in);
	for (struct incoming *in = ups->first; in != NULL &&
	    child_refused() == 0; in = in->next)
		if (is_photo(in))
			judge_photos(ups, in);
	return child_refused();
}

/* -- keeping --------------------------------------------------------------- */

size_t
uploads_count(const struct uploads *ups)
{
	size_t n = 0;

	for (const struct incoming *in = ups->first; in != NULL; in = in->next)
		n += in->writer != NULL;
	return n;
}

int64_t
uploads_bytes(const struct uploads *ups)
{
	int64_t sum = 0;

	for (const struct incoming *in = ups->first; in != NULL; in = in->next)
		if (in->writer != NULL)
			sum += in->upload.size;
	return sum;
}

const char *
uploads_stray(const struct uploads *ups,
    int (*takes)(void *arg, const char *field), void *arg)
{
	const char *known = "";

	for (const struct incoming *in = ups->first; in != NULL;
	    in = in->next) {
		if (strcmp(in->upload.field, known) == 0)
			continue;
		if (!takes(arg, in->upload.field))
			return in->upload.field;
		known = in->upload.field;
	}
	return NULL;
}

struct upload *
uploads_keep(struct uploads *ups, size_t *count)
{
	char hash[FILES_HASH_SIZE];
	struct files_writer *writer;
	struct upload *list = arena_alloc(ups->arena,
	    ups->count * sizeof(*list));
	size_t n = 0;

	for (struct incoming *in = ups->first; in != NULL; in = in->next) {
		writer = in->writer;
		in->writer = NULL;
		if (writer != NULL &&
		    files_finish(writer, hash, &in->upload.size) == -1)
			fail(in);
		else if (writer != NULL) {
			in->upload.hash = arena_strdup(ups->arena, hash);
			in->upload.stored = 1;
		}
		list[n++] = in->upload;
	}
	*count = n;
	return list;
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
