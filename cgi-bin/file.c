/*
 * file.c - a stored file of a case, for a person who may see it, and its pages
 * as pictures; and one of a form that is not sent yet, for whoever uploaded it.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/number.h"
#include "case/access.h"
#include "case/document.h"
#include "casepage/fields.h"
#include "office/audit.h"
#include "upload/page_image.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/serve.h"

/* The address was signed for this session when the form was shown. */
static int
get_new(struct request *req, struct reply *reply)
{
	struct act_file f;

	if (request_segment(req, 3) != NULL || fields_file_named(req, &f) == -1)
		return reply_error(reply, req, 404, NULL);
	return reply_file(reply, req, f.hash, f.type, f.name, 1);
}

/* The number of the page that the address asks for; 0: the whole file; -1:
 * neither. */
static int64_t
page_asked(const struct request *req)
{
	const char *word = request_segment(req, 2);
	const char *text = word != NULL ? request_segment(req, 3) : NULL;
	int64_t page;

	if (word == NULL)
		return 0;
	return text != NULL && strcmp(word, "halaman") == 0 &&
	    request_segment(req, 4) == NULL &&
	    number_parse(text, 1, INT32_MAX, &page) == 0 ? page : -1;
}

/* A page of it, drawn.  The file is held back as the whole of it would be. */
static int
reply_page_image(struct request *req, struct reply *reply,
    const struct document *d, int page)
{
	int status = reply_file_ready(reply, req, d->sha256), fd;
	FILE *f;

	if (status != 0)
		return status;
	fd = page_image_open(office_files(req->office), d->sha256, d->type,
	    page);
	f = fd != -1 ? fdopen(fd, "rb") : NULL;
	if (f != NULL)
		return reply_written(reply, req, PAGE_IMAGE_TYPE, f);
	if (fd != -1)
		close(fd);
	return reply_error(reply, req, 404,
	    "Halaman ini tidak dapat ditampilkan. Unduh dokumennya.");
}

static int
get(struct request *req, struct reply *reply)
{
	const char *id = request_segment(req, 1);
	int64_t page = page_asked(req);
	const char *show = request_query(req, "lihat");
	struct actor actor = { .person_id = req->session.person_id };
	struct document d;
	int64_t number;
	enum case_err err;

	if (id != NULL && strcmp(id, FIELDS_NEW_FILE) == 0)
		return get_new(req, reply);
	/* A PIN is enough for what was just scanned at the counter. */
	if (req->session.pin)
		return reply_login(reply, req);
	if (id == NULL || page == -1 ||
	    number_parse(id, 1, INT64_MAX, &number) == -1)
		return reply_error(reply, req, 404, NULL);
	err = document_get(req->office, number, &d);
	if (err == CASE_OK)
		err = case_may_see_document(req->office, &actor, &d,
		    req->now);
	/* Nobody learns that a file is there but who may have it. */
	if (err == CASE_DENIED || err == CASE_NOT_FOUND)
		return reply_error(reply, req, 404, NULL);
	if (err == CASE_OK)
		err = case_seen(req->office, actor.person_id, d.case_id,
		    req->now);
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	audit(req->office, &(struct audit_entry){ .kind = AUDIT_FILE,
	    .person_id = actor.person_id, .about_id = d.case_id,
	    .about = req->path, .at = req->now });
	if (page > 0)
		return reply_page_image(req, reply, &d, (int)page);
	return reply_file(reply, req, d.sha256, d.type, d.name,
	    show != NULL && strcmp(show, "1") == 0);
}

static const struct web_program file = {
	.name = "file",
	.get = get,
};

int
main(int argc, char **argv)
{
	return web_serve(&file, argc, argv);
}
