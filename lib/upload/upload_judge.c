/* upload_judge.c - the files of a form, looked into: scanned, whole, joined. */
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/log.h"
#include "upload/pdf_check.h"
#include "upload/pdf_signature.h"
#include "upload/photos.h"
#include "upload/scan.h"
#include "upload/uploadraw.h"

/* Before anything else looks into it. */
static void
scan(struct uploads *ups, struct upload_in *in)
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
		upload_refuse(in, arena_printf(ups->arena, "Antivirus "
		    "menemukan %s dalam berkas ini. Unggah berkas yang bersih",
		    finding));
}

/* A whole PDF is looked at before it gets its name. */
static void
judge_pdf(struct arena *arena, struct upload_in *in)
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
		upload_fail(in);
		return;
	}
	state = pdf_check(fd);
	if (wrong[state] != NULL)
		upload_refuse(in, wrong[state]);
	else if (in->signature) {
		in->upload.signature = arena_alloc(arena, SIGNATURES_MAX *
		    sizeof(*in->upload.signature));
		in->upload.nsignature = pdf_signature_read(fd,
		    in->upload.signature);
	}
	close(fd);
}

/* -- several files of one field ---------------------------------------- */

static int
is_photo(const struct upload_in *in)
{
	return in->upload.type != NULL &&
	    (strcmp(in->upload.type, TYPE_JPEG) == 0 ||
	    strcmp(in->upload.type, TYPE_PNG) == 0);
}

static struct upload_in *
next_of_field(const struct upload_in *in)
{
	struct upload_in *other = in->next;

	while (other != NULL &&
	    strcmp(other->upload.field, in->upload.field) != 0)
		other = other->next;
	return other;
}

/* What is wrong with the first one that is wrong; of several it is said
 * which. */
static const char *
group_error(struct arena *arena, struct upload_in *first, size_t *count)
{
	int photos = 1;

	*count = 0;
	for (struct upload_in *in = first; in != NULL; in = next_of_field(in)) {
		++*count;
		if (in->upload.error != NULL)
			return next_of_field(first) == NULL ? in->upload.error :
			    arena_printf(arena, "%s: %s", in->upload.name,
			    in->upload.error);
		photos &= is_photo(in);
	}
	if (*count > 1 && !photos)
		return "Pilih satu berkas, atau beberapa foto yang akan "
		    "menjadi satu PDF";
	if (*count > PHOTOS_MAX)
		return arena_printf(arena, "Pilih paling banyak %d foto",
		    PHOTOS_MAX);
	return NULL;
}

/* "IMG_1.jpg" becomes "IMG_1.pdf". */
static const char *
pdf_name(struct arena *arena, const char *name)
{
	const char *dot = strrchr(name, '.');

	return arena_printf(arena, "%.*s.pdf", (int)(dot != NULL &&
	    dot > name ? (size_t)(dot - name) : strlen(name)), name);
}

/* Only the first of a field's files stays. */
static void
drop_others(struct uploads *ups, struct upload_in *first)
{
	struct upload_in **at = &first->next, *in;

	while ((in = *at) != NULL) {
		if (strcmp(in->upload.field, first->upload.field) != 0) {
			at = &in->next;
			continue;
		}
		if (in->writer != NULL)
			files_abort(in->writer);
		*at = in->next;
		ups->count--;
	}
	ups->end = at;
}

static const char *
photo_error(struct arena *arena, const struct upload_in *first, int code)
{
	const struct upload_in *in = first;
	int i = code >= PHOTOS_BROKEN ? code - PHOTOS_BROKEN :
	    code >= PHOTOS_LARGE ? code - PHOTOS_LARGE : code - PHOTOS_CUT;

	for (; i > 0 && next_of_field(in) != NULL; i--)
		in = next_of_field(in);
	return arena_printf(arena, code >= PHOTOS_BROKEN ?
	    "%s: foto ini rusak. Ambil foto lagi, lalu unggah" :
	    code >= PHOTOS_LARGE ?
	    "%s: foto ini terlalu besar. Perkecil foto, lalu unggah lagi" :
	    "%s: foto ini terpotong, bagian akhirnya tidak ada. "
	    "Unggah foto yang utuh", in->upload.name);
}

/* The photos of a field, taken as one PDF, in the place of the first. */
static void
join_photos(struct uploads *ups, struct upload_in *first, size_t count)
{
	struct files_writer *writer = files_begin(ups->folder);
	struct upload_in *in = first;
	int fd[PHOTOS_MAX], code = -1;
	size_t n;

	for (n = 0; n < count; n++, in = next_of_field(in)) {
		fd[n] = files_reread(in->writer);
		first->upload.unscanned |= in->upload.unscanned;
	}
	if (writer != NULL)
		code = photos_join(fd, n, writer);
	while (n > 0)
		if (fd[--n] != -1)
			close(fd[n]);
	if (code == 0) {
		files_abort(first->writer);
		first->writer = writer;
		first->upload.photos = count;
		first->upload.type = TYPE_PDF;
		first->upload.name = pdf_name(ups->arena, first->upload.name);
		return;
	}
	if (writer != NULL)
		files_abort(writer);
	if (code >= PHOTOS_CUT)
		upload_refuse(first, photo_error(ups->arena, first, code));
	else
		upload_fail(first);
}

void
uploads_judge(struct uploads *ups)
{
	const char *error;
	size_t count;

	for (struct upload_in *in = ups->first; in != NULL &&
	    ups->clamd != NULL; in = in->next)
		if (in->writer != NULL)
			scan(ups, in);
	for (struct upload_in *in = ups->first; in != NULL; in = in->next) {
		if (in->writer != NULL &&
		    strcmp(in->upload.type, TYPE_PDF) == 0)
			judge_pdf(ups->arena, in);
		error = group_error(ups->arena, in, &count);
		if (error != NULL)
			upload_refuse(in, error);
		else if (is_photo(in))
			join_photos(ups, in, count);
		drop_others(ups, in);
	}
}
