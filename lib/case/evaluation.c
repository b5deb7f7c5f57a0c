/*
 * evaluation.c - the monthly evaluation of a service.
 */
#include "case/evaluation.h"

#include <stdio.h>

#include "base/utf8.h"
#include "case/act_frame.h"
#include "case/act_record.h"
#include "case/act_start.h"
#include "case/task_open.h"
#include "office/row.h"

enum stmt {
	STMT_EVALUATION,
	STMT_EVALUATIONS,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	/* That of a month, of whichever version of the SOP. */
	[STMT_EVALUATION] = (
		"SELECT c.id FROM sop_versions v"
		"  JOIN sop_versions x ON x.sop_id = v.sop_id"
		"  JOIN cases c ON c.version_id = x.id AND c.period = $2"
		"   AND c.evaluation = 1 WHERE v.id = $1 LIMIT 1"),
	[STMT_EVALUATIONS] =
		"SELECT c.id, coalesce(t.id, 0), v.name, c.number,"
		" coalesce(c.ended_at, 0) FROM cases c"
		"  JOIN sop_versions v ON v.id = c.version_id"
		"  LEFT JOIN tasks t ON t.case_id = c.id AND t.open = 1"
		" WHERE c.evaluation = 1 AND c.period = $1"
		" ORDER BY v.name, c.id",
};

#define MEMBER(m) ROW_MEMBER(struct evaluation, m)
static const struct row_kind evaluations = ROW_KIND(struct evaluation, "",
    MEMBER(case_id), MEMBER(task_id), MEMBER(sop), MEMBER(number),
    MEMBER(ended_at));

enum case_err
evaluation_list(struct office *o, int year, int month,
    struct evaluation **list, size_t *count)
{
	char period[24];

	snprintf(period, sizeof(period), "%04d-%02d", year, month);
	return row_all(o, db_query(office_db(o), sql[STMT_EVALUATIONS], "t",
	    period), &evaluations, list, count);
}

/* -- opening one --------------------------------------------------------- */

static const struct sop_row *
evaluate_row(const struct sop *s)
{
	int i;

	for (i = 1; s != NULL && i <= s->nrows; i++)
		if (sop_row_at(s, i)->kind == STEP_EVALUATE)
			return sop_row_at(s, i);
	return NULL;
}

static int
evaluation(struct act_work *w)
{
	const struct sop_row *row;
	char subject[512];
	int64_t found;
	int err;

	w->sop = office_sop(w->o, w->start->version_id);
	if ((row = evaluate_row(w->sop)) == NULL)
		return office_fail(w->o, CASE_NOT_FOUND, "",
		    "SOP ini tidak memiliki evaluasi bulanan.");
	found = row_int(db_query(w->db, sql[STMT_EVALUATION], "it",
	    w->start->version_id, w->start->subject));
	if (found != 0) {
		w->a->case_id = found;
		return office_fail(w->o, CASE_REPEATED, "",
		    "Evaluasi bulan itu sudah dibuka.");
	}
	w->c.evaluation = 1;
	utf8_copy(w->c.period, sizeof(w->c.period), w->start->subject);
	act_start_case(w);
	snprintf(subject, sizeof(subject), "Evaluasi %s %s", w->sop->name,
	    w->c.period);
	utf8_copy(w->c.subject, sizeof(w->c.subject), subject);
	w->c.end_pos = row->pos;
	if ((err = task_open(w, row->pos)) != CASE_OK)
		return err;
	act_start_number(w, 'E');
	return act_record(w, w->act->kind, w->task[0].now.id, ACTOR_SYSTEM);
}

enum case_err
evaluation_open(struct office *o, int64_t version_id, const char *period,
    int64_t now, int64_t *case_id)
{
	static const struct act_kind act = { "evaluation", evaluation, 0 };
	struct act a = { .now = now };
	struct act_start s = { .version_id = version_id, .subject = period };
	enum case_err err;

	err = act_run(o, &a, &act, &s);
	if (err == CASE_OK || err == CASE_REPEATED)
		*case_id = a.case_id;
	return err;
}
