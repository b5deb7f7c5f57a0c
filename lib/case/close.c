/*
 * close.c - ends that no row brings: withdrawn, cancelled, never fetched;
 * and what the system opens by itself: evaluations, side tasks; the tick.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/work.h"
#include "clock/calendar.h"
#include "store/id.h"

#define FETCH_DAYS 30	/* a finished letter waits this long to be fetched */
#define LEASE_SECONDS 55

enum stmt {
	STMT_EVALUATION,
	STMT_MESSAGE,
	STMT_MESSAGE_FAILED,
	STMT_UNFETCHED,
	STMT_SERVICES,
	STMT_LEASE,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_EVALUATION] =
		"SELECT c.id FROM cases c"
		"  JOIN sop_versions v ON v.id = c.version_id"
		" WHERE c.evaluation = 1 AND c.period = $2 AND v.sop_id ="
		" (SELECT sop_id FROM sop_versions WHERE id = $1) LIMIT 1",
	[STMT_MESSAGE] =
		"SELECT m.case_id, m.task_id, t.version FROM messages m"
		"  JOIN tasks t ON t.id = m.task_id"
		" WHERE m.id = $1 AND m.state <> 'failed'",
	[STMT_MESSAGE_FAILED] =
		"UPDATE messages SET state = 'failed' WHERE id = $1",
	[STMT_UNFETCHED] =
		"SELECT id FROM tasks WHERE open = 1 AND kind = 'download'"
		"   AND opened_at <= $1 ORDER BY opened_at, id",
	[STMT_SERVICES] =
		"SELECT DISTINCT v.id FROM sop_versions v"
		"  JOIN steps s ON s.version_id = v.id"
		" WHERE s.kind = 'evaluate' AND v.effective_from <= $1"
		"   AND (v.effective_to IS NULL OR v.effective_to > $1)"
		" ORDER BY v.id",
	[STMT_LEASE] =
		"INSERT INTO leases (name, holder, until)"
		" VALUES ('tick', $1, $3) ON CONFLICT (name) DO UPDATE"
		" SET holder = excluded.holder, until = excluded.until"
		" WHERE leases.until <= $2 OR leases.holder = excluded.holder",
};

/* Close all that is open and end the case. */
static int
end_now(struct work *w, enum outcome outcome, const char *result)
{
	if (w->c.ended_at != 0)
		return office_fail(w->o, CASE_STATE, "",
		    "Perkara ini sudah selesai.");
	if (w->a->note == NULL || *w->a->note == '\0')
		return office_fail(w->o, CASE_INVALID, "note",
		    "Tulis alasannya.");
	json_object_set_new(w->payload, "note", json_string(w->a->note));
	work_close_others(w, NULL, 0, outcome);
	work_end(w, result, w->at);
	return work_record(w, w->kind, 0, w->actor_kind);
}

static int
withdraw(struct work *w)
{
	const struct actor *a = &w->a->actor;

	/* By the applicant: whoever sees the case without being an official. */
	if (!case_may_see(w->o, a, &w->c) || (a->person_id != 0 &&
	    w->c.applicant_id != a->person_id && w->c.institution_id == 0))
		return office_fail(w->o, CASE_DENIED, "",
		    "Hanya pemohon yang dapat mencabut permohonan.");
	if (a->person_id != 0 && work_is_official(w, a->person_id))
		return office_fail(w->o, CASE_DENIED, "",
		    "Hanya pemohon yang dapat mencabut permohonan.");
	return end_now(w, OUTCOME_WITHDRAWN, "withdrawn");
}

enum case_err
act_withdraw(struct office *o, struct act *a)
{
	a->task_id = 0;
	return work_run(o, a, "withdraw", withdraw, NULL);
}

static int
cancel(struct work *w)
{
	if (!work_is_admin(w, w->a->actor.person_id))
		return office_fail(w->o, CASE_DENIED, "",
		    "Hanya administrator yang dapat membatalkan perkara.");
	return end_now(w, OUTCOME_CANCELLED, "cancelled");
}

enum case_err
act_cancel(struct office *o, struct act *a)
{
	a->task_id = 0;
	return work_run(o, a, "cancel", cancel, NULL);
}

/* -- by the system ------------------------------------------------------ */

static int
expire(struct work *w)
{
	if (w->t == NULL || !w->t->open ||
	    strcmp(w->t->kind, "download") != 0)
		return CASE_STATE;
	work_close(w, w->t, OUTCOME_EXPIRED, w->at);
	work_end(w, "unfetched", w->at);
	return work_record(w, "expire", w->t->id, ACTOR_SYSTEM);
}

enum case_err
act_expire(struct office *o, int64_t task_id, int64_t now)
{
	struct act a = { .task_id = task_id, .now = now };
	struct task_row t;
	enum case_err err;

	if ((err = task_get(o, task_id, &t)) != CASE_OK)
		return err;
	a.version = t.version;
	return work_run(o, &a, "expire", expire, NULL);
}

static int
evaluation(struct work *w)
{
	const struct sop_row *row = NULL;
	int64_t found;
	int i, err;

	w->sop = office_sop(w->o, w->start->version_id);
	for (i = 1; w->sop != NULL && i <= w->sop->nrows; i++)
		if (sop_row_at(w->sop, i)->kind == STEP_EVALUATE)
			row = sop_row_at(w->sop, i);
	if (row == NULL)
		return office_fail(w->o, CASE_NOT_FOUND, "",
		    "SOP ini tidak memiliki evaluasi bulanan.");
	found = stmt_int(db_query(w->db, sql[STMT_EVALUATION], "it",
	    w->start->version_id, w->start->subject));
	if (found != 0) {
		w->a->case_id = found;
		return CASE_REPEATED;
	}
	w->c.evaluation = 1;
	snprintf(w->c.period, sizeof(w->c.period), "%s", w->start->subject);
	work_new_case(w);
	snprintf(w->c.subject, sizeof(w->c.subject), "Evaluasi %s %s",
	    w->sop->name, w->c.period);
	w->c.end_pos = row->pos;
	if ((err = work_open(w, row->pos, 0)) != CASE_OK)
		return err;
	return work_record(w, "evaluation", w->task[0].now.id, ACTOR_SYSTEM);
}

enum case_err
act_evaluation(struct office *o, int64_t version_id, const char *period,
    int64_t now, int64_t *case_id)
{
	struct act a = { .now = now };
	struct act_start s = { .version_id = version_id, .subject = period };
	enum case_err err;

	err = work_run(o, &a, "evaluation", evaluation, &s);
	if (err == CASE_OK || err == CASE_REPEATED)
		*case_id = a.case_id;
	return err;
}

static int
undeliverable(struct work *w)
{
	int err;

	/* person_id carries the message, as no person acts here. */
	db_run(w->db, sql[STMT_MESSAGE_FAILED], "i", w->a->person_id);
	if ((err = work_open_side(w, w->t)) != CASE_OK)
		return err;
	return work_record(w, "undeliverable", w->t->id, ACTOR_SYSTEM);
}

enum case_err
act_undeliverable(struct office *o, int64_t message_id, int64_t now)
{
	struct act a = { .now = now };
	struct db_stmt *st;

	st = db_query(office_db(o), sql[STMT_MESSAGE], "i", message_id);
	if (db_step(st)) {
		a.case_id = db_int(st, 0);
		a.task_id = db_int(st, 1);
		a.version = db_int(st, 2);
	}
	db_done(st);
	if (a.case_id == 0)
		return office_fail(o, CASE_NOT_FOUND, "",
		    "Pesan tidak ditemukan.");
	a.person_id = message_id;
	return work_run(o, &a, "undeliverable", undeliverable, NULL);
}

/* -- what is due -------------------------------------------------------- */

/* Evaluations of last month, from the first working day of this one on. */
static enum case_err
tick_evaluations(struct office *o, int64_t now, int *done)
{
	const struct calendar *cal = office_calendar(o);
	struct cal_local l;
	struct db_stmt *st;
	int64_t first, id, version[64];
	char period[24];
	int i, n = 0;
	enum case_err err = CASE_OK;

	calendar_local(cal, now, &l);
	first = calendar_next(cal, calendar_month(cal, l.year, l.month));
	if (now < first)
		return CASE_OK;
	snprintf(period, sizeof(period), "%04d-%02d",
	    l.month == 1 ? l.year - 1 : l.year,
	    l.month == 1 ? 12 : l.month - 1);
	st = db_query(office_db(o), sql[STMT_SERVICES], "i", now);
	while (n < 64 && db_step(st))
		version[n++] = db_int(st, 0);
	db_done(st);
	for (i = 0; i < n && (err == CASE_OK || err == CASE_REPEATED); i++) {
		err = act_evaluation(o, version[i], period, now, &id);
		*done += err == CASE_OK;
	}
	return err == CASE_REPEATED ? CASE_OK : err;
}

static enum case_err
tick_unfetched(struct office *o, int64_t now, int *done)
{
	struct db_stmt *st;
	int64_t task[256];
	int i, n = 0;
	enum case_err err = CASE_OK;

	st = db_query(office_db(o), sql[STMT_UNFETCHED], "i",
	    now - FETCH_DAYS * (int64_t)86400);
	while (n < 256 && db_step(st))
		task[n++] = db_int(st, 0);
	db_done(st);
	for (i = 0; i < n && err == CASE_OK; i++) {
		err = act_expire(o, task[i], now);
		*done += err == CASE_OK;
		if (err == CASE_CONFLICT || err == CASE_STATE)
			err = CASE_OK;	/* fetched this very moment */
	}
	return err;
}

enum case_err
tick(struct office *o, const char *holder, int64_t now, int *done)
{
	enum case_err err;
	int changed;

	*done = 0;
	office_fresh(o);
	if (office_calendar(o) == NULL)
		return office_fail(o, CASE_STATE, "",
		    "Kalender kantor belum ditetapkan.");
	changed = db_run(office_db(o), sql[STMT_LEASE], "tii", holder, now,
	    now + LEASE_SECONDS);
	if (changed < 0)
		return case_err_tx(o, changed);
	if (changed == 0)
		return CASE_REPEATED;	/* another one is at it */
	if ((err = tick_evaluations(o, now, done)) != CASE_OK)
		return err;
	return tick_unfetched(o, now, done);
}
