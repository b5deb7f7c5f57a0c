/*
 * download.c - the applicant fetches the letter.
 */
#include <stdlib.h>

#include "casepage/download.h"

#include "case/act.h"
#include "case/act_finish.h"
#include "case/answer.h"
#include "case/document.h"
#include "office/office.h"
#include "sop/sop.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"

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
	return reply_file(rep, req, doc.sha256, doc.type, doc.name, 0);
}
