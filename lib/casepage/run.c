/* run.c - one task after another of a view. */
#include "casepage/run.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "case/act_hold.h"
#include "case/case.h"
#include "case/hand.h"
#include "casepage/inbox_view.h"
#include "casepage/words.h"
#include "sop/sop.h"
#include "web/address.h"
#include "web/request.h"
#include "web/route.h"

#define TRIES	10		/* tasks that others were faster at */
#define PASSED_MAX 100000

int
run_is_on(const struct request *req)
{
	return req->session.person_id != 0 &&
	    req->session.institution_id == 0 &&
	    request_query(req, "beruntun") != NULL;
}

/* Tasks of the person's own that were passed over: they stay at the head of the
 * list, as those of the role do not. */
static int64_t
passed(const struct request *req)
{
	const char *text = request_query(req, "lewat");
	int64_t n;

	return text != NULL && number_parse(text, 1, PASSED_MAX, &n) == 0 ? n :
	    0;
}

static void
read_view(const struct request *req, struct inbox_query *q)
{
	inbox_view_read(req, q);
	if (q->tab == INBOX_SENT)
		q->tab = INBOX_MINE;
	q->workable = 1;
	q->offset = passed(req);
	q->limit = TRIES;
}

static char *
with_run(const struct request *req, const char *path, int64_t lewat)
{
	struct inbox_query q;
	char *a;

	read_view(req, &q);
	a = address_with(req->arena, inbox_view_address(req, path, &q),
	    "beruntun", "1");
	return lewat == 0 ? a : address_with(req->arena, a, "lewat",
	    arena_printf(req->arena, "%lld", (long long)lewat));
}

char *
run_address(const struct request *req, const char *step)
{
	return run_is_on(req) ? with_run(req, step, passed(req)) :
	    arena_strdup(req->arena, step);
}

char *
run_list(const struct request *req)
{
	struct inbox_query q;

	read_view(req, &q);
	return inbox_view_address(req, PATH_KOTAK_MASUK, &q);
}

int64_t
run_left(const struct request *req)
{
	struct inbox_row *rows;
	struct inbox_query q;
	int64_t total;
	size_t n;

	read_view(req, &q);
	if (inbox_list(req->office, &q, &rows, &n, &total) != CASE_OK)
		return 0;
	free(rows);
	/* The one in hand is among one's own. */
	total -= q.offset + (q.tab == INBOX_MINE);
	return total > 0 ? total : 0;
}

static const char *
page_of(const struct request *req, const struct task_row *t)
{
	return address_of_step(req->arena,
	    (enum step_kind)step_kind_from(t->kind), t->id);
}

/* Claim a task that nobody has, take up one's own that waits. */
static enum case_err
take(const struct request *req, const struct task_row *t, const char *key)
{
	struct act a = { .actor = { .person_id = req->session.person_id },
	    .task_id = t->id, .version = t->version, .now = req->now,
	    .idem = key };

	if (t->claimed_by == 0)
		return act_claim(req->office, &a);
	return hand_holds(t) ? CASE_OK : act_take(req->office, &a);
}

/* The same press again: the task that the first took. */
static const char *
taken_before(const struct request *req)
{
	struct task_row t;

	return task_get(req->office, hand_task(req->office,
	    req->session.person_id), &t) == CASE_OK ?
	    with_run(req, page_of(req, &t), passed(req)) : run_list(req);
}

enum case_err
run_next(const struct request *req, const char *key, int passes,
    const char **address)
{
	enum case_err err = CASE_NOT_FOUND;
	struct inbox_row *rows;
	struct inbox_query q;
	int64_t lewat = passed(req);
	size_t n;

	read_view(req, &q);
	if (q.tab == INBOX_MINE)
		q.offset = lewat += passes;
	*address = run_list(req);
	if ((err = inbox_list(req->office, &q, &rows, &n, NULL)) != CASE_OK)
		return err;
	arena_adopt(req->arena, rows);
	for (size_t i = 0; i < n; i++) {
		err = take(req, &rows[i].task, key);
		if (err == CASE_OK)
			*address = with_run(req, page_of(req, &rows[i].task),
			    lewat);
		if (err == CASE_REPEATED)
			*address = taken_before(req);
		if (err == CASE_OK || err == CASE_REPEATED)
			return CASE_OK;
		if (err == CASE_BUSY || err == CASE_DB)
			return err;
	}
	return CASE_NOT_FOUND;
}

const char *
run_ahead(const struct request *req)
{
	struct inbox_query q = { .person_id = req->session.person_id,
	    .workable = 1, .now = req->now, .limit = 1 };
	struct inbox_row *rows = NULL;
	const struct sop *sop;
	const struct sop_row *row;
	size_t n = 0;

	for (q.tab = INBOX_MINE; q.tab <= INBOX_ROLE && n == 0; q.tab++) {
		if (inbox_list(req->office, &q, &rows, &n, NULL) != CASE_OK)
			return "";
		arena_adopt(req->arena, rows);
	}
	if (n == 0)
		return "";
	sop = office_sop(req->office, rows[0].task.version_id);
	row = sop != NULL ? sop_row_at(sop, (int)rows[0].task.pos) : NULL;
	return row == NULL ? "" : arena_printf(req->arena,
	    "%s Tugas berikutnya: %s, %s", page_of(req, &rows[0].task),
	    words_asked(row, rows[0].task.side != 0), rows[0].subject);
}
