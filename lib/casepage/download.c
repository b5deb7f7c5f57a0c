/*
 * download.c - the applicant fetches the letter.
 */
#include <stdlib.h>
#include <string.h>

#include "casepage/download.h"

#include "base/arena.h"
#include "case/act.h"
#include "case/act_finish.h"
#include "case/answer.h"
#include "case/document.h"
#include "casepage/compose.h"
#include "casepage/letterfile.h"
#include "office/office.h"
#include "sop/sop.h"
#include "upload/filetype.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"

/* -- its name ----------------------------------------------------------- */

/* The kind of paper, in a word for a name. */
static const char *
kind_of(const struct dossier *d)
{
	const struct letterfile *f;

	if (!compose_possible(d))
		return "surat-keputusan";
	f = letterfile_named(d->c->refused ? "balasan-tolak" :
	    compose_usual(d));
	return f->file;
}

static const char *
suffix_of(const struct document *doc)
{
	if (strcmp(doc->type, TYPE_JPEG) == 0)
		return "jpg";
	return strcmp(doc->type, TYPE_PNG) == 0 ? "png" : "pdf";
}

const char *
download_name(const struct request *req, const struct dossier *d,
    const struct document *doc)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789.-";
	const char *number = dossier_signed(d, "nomor_surat");
	char *name = arena_strdup(req->arena, *number != '\0' ? number :
	    d->c->number);

	for (char *s = name; *(s += strspn(s, plain)) != '\0'; )
		*s = '-';
	return arena_printf(req->arena, "%s-%s.%s", kind_of(d), name,
	    suffix_of(doc));
}

const char *
download_name_of(const struct request *req, const struct case_row *c,
    const struct document *doc)
{
	struct dossier d;

	return dossier_read(req, c, &d) == CASE_OK ?
	    download_name(req, &d, doc) : doc->name;
}

/* -- fetching it -------------------------------------------------------- */

/* Find the open download task of a case: CASE_OK, CASE_NOT_FOUND, CASE_DB. */
static enum case_err
find_waiting(struct office *o, int64_t case_id, struct task_row *t)
{
	struct task_row *list;
	size_t n;
	enum case_err err = case_tasks(o, case_id, &list, &n);

	if (err != CASE_OK)
		return err;
	err = CASE_NOT_FOUND;
	for (size_t i = 0; i < n; i++) {
		if (!list[i].open || list[i].side ||
		    step_kind_from(list[i].kind) != STEP_DOWNLOAD)
			continue;
		*t = list[i];
		err = CASE_OK;
	}
	free(list);
	return err;
}

/* Record the first download: 0, or the status of a refusal. */
static int
record(struct request *req, struct reply *rep, const struct case_row *c,
    const struct actor *actor)
{
	struct act a = { .actor = *actor, .idem = idempotency_key(req),
		.now = req->now };
	struct task_row t;
	enum case_err err = find_waiting(req->office, c->id, &t);

	if (err == CASE_NOT_FOUND)
		return 0;
	if (a.idem == NULL)
		return reply_error(rep, req, 400, NULL);
	if (err == CASE_OK) {
		a.task_id = t.id;
		a.version = t.version;
		err = act_finish(req->office, &a, OUTCOME_DOWNLOAD);
	}
	if (err == CASE_OK || err == CASE_REPEATED)
		return 0;
	/* A colleague of the same institution was faster: it is recorded. */
	if (err == CASE_CONFLICT && find_waiting(req->office, c->id, &t) ==
	    CASE_NOT_FOUND)
		return 0;
	return reply_case_error(rep, req, err);
}

int
download_letter(struct request *req, struct reply *rep,
    const struct case_row *c, const struct actor *actor)
{
	struct document doc;
	enum case_err err = case_answer(req->office, c, &doc);
	int status;

	if (err == CASE_NOT_FOUND)
		return reply_error(rep, req, 404, office_why(req->office));
	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	if ((status = reply_file_ready(rep, req, doc.sha256)) != 0 ||
	    (status = record(req, rep, c, actor)) != 0)
		return status;
	return reply_file(rep, req, doc.sha256, doc.type,
	    download_name_of(req, c, &doc), 0);
}
