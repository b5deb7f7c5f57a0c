/* body.c - reading the body of a POST. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/number.h"
#include "base/price.h"
#include "base/utf8.h"
#include "upload/upload.h"
#include "web/body.h"
#include "web/form.h"
#include "web/gateway.h"
#include "web/multipart.h"
#include "web/request.h"

/* A body on its way in. */
struct body {
	struct gateway	*gw;
	int64_t		 length;	/* declared; -1 unknown */
	int64_t		 limit;
	int64_t		 count;		/* bytes so far */
	int		 status;	/* why reading stopped, 0 so far */
};

/*
 * The declared length: -1 when there is none.  nginx gives an empty string
 * for a chunked body it does not buffer, Apache nothing.
 */
static int
declared_length(struct gateway *gw, int64_t *length)
{
	const char *text = gw->param(gw, "CONTENT_LENGTH");

	*length = -1;
	if (text == NULL || *text == '\0')
		return 0;
	return number_parse(text, 0, INT64_MAX, length);
}

/* A block of the body, never past its declared end: a plain CGI's standard
 * input may stay open there. */
static ssize_t
read_block(void *arg, void *buf, size_t size)
{
	struct body *body = arg;
	ssize_t n;

	if (body->length >= 0 && (int64_t)size > body->length - body->count)
		size = (size_t)(body->length - body->count);
	if (size == 0)
		return 0;
	n = body->gw->read(body->gw, buf, size);
	if (n < 0 || (n == 0 && body->length >= 0)) {
		body->status = 400;
		return -1;
	}
	body->count += n;
	if (body->count > body->limit) {
		body->status = 413;
		return -1;
	}
	return n;
}

/* All of a body of text; it grows by doubling, up to the limit. */
static int
read_urlencoded(struct request *req, struct body *body)
{
	size_t size = 0, len = 0;
	char *text = NULL, *more;
	ssize_t n;
	int rc;

	do {
		if (len == size) {
			size = size ? size * 2 : 4096;
			more = arena_alloc(req->arena, size);
			if (len > 0)
				memcpy(more, text, len);
			text = more;
		}
		if ((n = read_block(body, text + len, size - len)) < 0)
			return body->status;
		len += (size_t)n;
	} while (n > 0);
	rc = form_decode(req->arena, text, len, PRICE_FIELDS, &req->form,
	    &req->nform);
	return rc == 0 ? 0 : rc == -2 ? 413 : 400;
}

/* The parts of a multipart form as they come in. */
struct intake {
	struct request	*req;
	struct uploads	*uploads;
	struct form_field *field;	/* PRICE_PARTS of them */
	size_t		 nfield, nfile;
	enum { PART_FIELD, PART_FILE, PART_NO_FILE } part;
	char		*value;		/* of the field being read */
	size_t		 len, size;
	size_t		 text;		/* bytes of all values so far */
	int		 status;
	const char	*why;		/* ... in a sentence; or NULL */
};

static int
refuse(struct intake *in, int status)
{
	in->status = status;
	return -1;
}

static int
part_begin(void *arg, const struct multipart_part *part)
{
	struct intake *in = arg;
	const char *file = part->filename;

	if (!utf8_valid(part->name, strlen(part->name)) ||
	    (file != NULL && !utf8_valid(file, strlen(file))))
		return refuse(in, 400);
	if (file == NULL) {
		in->part = PART_FIELD;
		in->field[in->nfield].name = arena_strdup(in->req->arena,
		    part->name);
		in->len = 0;
	} else if (*file == '\0')
		in->part = PART_NO_FILE;	/* nothing was chosen */
	else {
		in->part = PART_FILE;
		if (in->uploads == NULL)
			return refuse(in, 415);
		if (in->nfile++ == PRICE_FILES) {
			in->why = arena_printf(in->req->arena, "Sekali kirim "
			    "paling banyak %d dokumen. Pilih dokumen yang "
			    "lebih sedikit, lalu kirim sisanya sesudah itu.",
			    PRICE_FILES);
			return refuse(in, 413);
		}
		uploads_begin(in->uploads, part->name, file);
	}
	return 0;
}

static int
part_data(void *arg, const void *data, size_t len)
{
	struct intake *in = arg;
	char *more;

	if (in->part == PART_FILE)
		uploads_data(in->uploads, data, len);
	if (in->part != PART_FIELD)
		return 0;
	in->text += len;
	if (in->text > PRICE_TEXT)
		return refuse(in, 413);
	if (in->len + len > in->size) {
		in->size = (in->len + len) * 2;
		if ((more = realloc(in->value, in->size)) == NULL)
			return refuse(in, 500);
		in->value = more;
	}
	memcpy(in->value + in->len, data, len);
	in->len += len;
	return 0;
}

static int
part_end(void *arg)
{
	struct intake *in = arg;

	if (in->part == PART_FILE)
		uploads_end(in->uploads);
	if (in->part != PART_FIELD)
		return 0;
	if (!utf8_valid(in->value, in->len))
		return refuse(in, 400);
	in->len = utf8_fold_lines(in->value, in->len);
	in->field[in->nfield].value = in->len == 0 ? "" :
	    form_clean(in->req->arena, in->field[in->nfield].name,
	    arena_strndup(in->req->arena, in->value, in->len));
	in->nfield++;
	return 0;
}

static int
read_multipart(struct request *req, struct body *body, const char *boundary,
    struct uploads *uploads, const char **why)
{
	struct intake in = { .req = req, .uploads = uploads };
	struct multipart_sink sink = { part_begin, part_data, part_end, &in };
	enum multipart_err err;

	in.field = arena_alloc(req->arena,
	    PRICE_PARTS * sizeof(*in.field));
	err = multipart_parse(boundary, PRICE_PARTS, read_block, body,
	    &sink);
	free(in.value);
	req->form = in.field;
	req->nform = in.nfield;
	*why = in.why;
	if (err == MULTIPART_OK)
		return 0;
	if (err == MULTIPART_STOPPED)
		return in.status != 0 ? in.status : 500;
	if (err == MULTIPART_MANY)
		return 413;
	return body->status != 0 ? body->status : 400;
}

/* Is it this media type, with or without parameters? */
static int
is_type(const char *content_type, const char *type)
{
	size_t len = strlen(type);

	return strncasecmp(content_type, type, len) == 0 &&
	    strchr("; \t", content_type[len]) != NULL;
}

int
body_read(struct request *req, struct gateway *gw, struct uploads *uploads,
    int64_t upload_max, const char **why)
{
	struct body body = { .gw = gw, .limit = PRICE_TEXT };
	const char *type = gw->param(gw, "CONTENT_TYPE");
	char boundary[MULTIPART_BOUNDARY_MAX + 1];
	int parts;

	*why = NULL;
	if (type == NULL)
		type = "";
	if (declared_length(gw, &body.length) == -1)
		return 400;
	parts = is_type(type, "multipart/form-data");
	if (parts && uploads != NULL)
		body.limit += PRICE_LARGEST * upload_max;
	if (body.length > body.limit)
		return 413;
	if (*type == '\0' && body.length <= 0)
		return 0;
	if (is_type(type, "application/x-www-form-urlencoded"))
		return read_urlencoded(req, &body);
	if (!parts)
		return 415;
	if (multipart_boundary(type, boundary) == -1)
		return 400;
	return read_multipart(req, &body, boundary, uploads, why);
}
