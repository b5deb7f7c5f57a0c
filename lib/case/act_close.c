/*
 * act_close.c - acts that no row brings: a case withdrawn or cancelled, a
 * letter never fetched, a message that did not arrive, another calendar.
 */
#include "case/act_close.h"

#include <stdlib.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/act_record.h"
#include "case/backdate.h"
#include "case/deadline.h"
#include "case/task_close.h"
#include "case/task_open.h"
#include "case/transition.h"
#include "office/row.h"

enum stmt {
	STMT_MESSAGE,
	STMT_MESSAGE_FAILED,
	STMT_OTHER_CALENDAR,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_MESSAGE] =
		"SELECT case_id, coalesce(task_id, 0) FROM messages"
		" WHERE id = $1",
	[STMT_MESSAGE_FAILED] = (
		"UPDATE messages SET state = 'failed'"
		" WHERE id = $1 AND state <> 'failed'"),
	[STMT_OTHER_CALENDAR] = (
		"SELECT id FROM cases WHERE id IN (SELECT case_id FROM tasks"
		"   WHERE open = 1 AND calendar_id <> $1) ORDER BY id"),
};

/* -- by a person -------------------------------------------------------- */

/* Close all that is open and end the case. */
static int
end_now(struct act_work *w, enum outcome outcome, const char *result)
{
	int err;

	if (w->c.ended_at != 0)
		return office_fail(w->o, CASE_STATE, "",
		    "Ini sudah selesai.");
	if (w->a->note == NULL || *w->a->note == '\0')
		return office_fail(w->o, CASE_INVALID, "note",
		    "Tulis alasannya.");
	if ((err = backdate_end(w)) != CASE_OK)
		return err;
	task_close_others(w, NULL, outcome, w->at);
	transition_end(w, result, w->at);
	return act_record(w, w->act->kind, 0, w->actor_kind);
}

/* By the applicant: an actor who sees the case and is no official. */
static int
withdraw(struct act_work *w)
{
	const struct actor *a = &w->a->actor;
	size_t i;

	if (w->c.applicant[0] == '\0' ||
	    !case_may_see(w->o, a, &w->c, w->a->now) ||
	    act_is_official(w, a->person_id))
		return office_fail(w->o, CASE_DENIED, "",
		    "Hanya pemohon yang dapat mencabut permohonan.");
	/* A letter that lies there to be fetched has decided the case. */
	for (i = 0; i < w->ntask; i++)
		if (w->task[i].now.open && !w->task[i].now.side &&
		    strcmp(w->task[i].now.kind, "download") == 0)
			return office_fail(w->o, CASE_STATE, "",
			    "Permohonan ini sudah selesai diproses.");
	return end_now(w, OUTCOME_WITHDRAWN, "withdrawn");
}

enum case_err
act_withdraw(struct office *o, struct act *a)
{
	static const struct act_kind act = { "withdraw", withdraw, 0 };

	a->task_id = 0;
	return act_run(o, a, &act, NULL);
}

static int
cancel(struct act_work *w)
{
	if (!act_is_admin(w, w->a->actor.person_id))
		return office_fail(w->o, CASE_DENIED, "",
		    "Hanya administrator yang dapat membatalkan berkas.");
	return end_now(w, OUTCOME_CANCELLED, "cancelled");
}

enum case_err
act_cancel(struct office *o, struct act *a)
{
	static const struct act_kind act = { "cancel", cancel, 0 };

	a->task_id = 0;
	return act_run(o, a, &act, NULL);
}

/* -- by the system ------------------------------------------------------ */

static int
expire(struct act_work *w)
{
	int err;

	if (w->t == NULL || !w->t->open ||
	    strcmp(w->t->kind, "download") != 0 || w->t->side)
		return office_fail(w->o, CASE_STATE, "",
		    "Langkah ini bukan unduhan yang terbuka.");
	task_close(w, w->t, OUTCOME_EXPIRED, w->at);
	if ((err = transition_next(w, w->t)) != CASE_OK)
		return err;
	if (w->c.ended_at != 0)
		transition_end(w, "unfetched", w->c.ended_at);
	err = act_record(w, w->act->kind, w->t->id, ACTOR_SYSTEM);
	return err == CASE_OK ? transition_system(w) : err;
}

enum case_err
act_expire(struct office *o, int64_t task_id, int64_t now)
{
	static const struct act_kind act = { "expire", expire, 1 };
	struct act a = { .task_id = task_id, .now = now };

	return act_run(o, &a, &act, NULL);
}

/* The message is given up; somebody of the office has to tell the
 * applicant. */
static int
undeliverable(struct act_work *w)
{
	int err;

	if (db_run(w->db, sql[STMT_MESSAGE_FAILED], "i",
	    w->a->message_id) != 1)
		return db_failed(w->db) ? CASE_DB : office_fail(w->o,
		    CASE_REPEATED, "", "Pesan ini sudah tercatat gagal.");
	if (w->t != NULL && (err = task_open_side(w, w->t)) != CASE_OK)
		return err;
	return act_record(w, w->act->kind, w->a->task_id, ACTOR_SYSTEM);
}

enum case_err
act_undeliverable(struct office *o, int64_t message_id, int64_t now)
{
	static const struct act_kind act = { "undeliverable", undeliverable,
	    1 };
	struct act a = { .now = now, .message_id = message_id };
	struct db_stmt *st;

	st = db_query(office_db(o), sql[STMT_MESSAGE], "i", message_id);
	if (db_step(st)) {
		a.case_id = db_int(st, 0);
		a.task_id = db_int(st, 1);
	}
	db_done(st);
	if (a.case_id == 0)
		return office_fail(o, CASE_NOT_FOUND, "",
		    "Pesan tidak ditemukan.");
	return act_run(o, &a, &act, NULL);
}

/* -- another calendar --------------------------------------------------- */

/* Open tasks follow the calendar in force from now on. */
static int
calendar(struct act_work *w)
{
	int64_t id = office_calendar_id(w->o);
	struct task_row *t;
	size_t i;
	int changed = 0;

	if (w->a->actor.person_id != 0 &&
	    !act_is_admin(w, w->a->actor.person_id))
		return office_fail(w->o, CASE_DENIED, "",
		    "Hanya administrator yang dapat menerapkan kalender.");
	for (i = 0; i < w->ntask; i++) {
		t = &w->task[i].now;
		if (!t->open || t->calendar_id == id)
			continue;
		t->calendar_id = id;
		deadline_follow(w, t);
		changed = 1;
	}
	return changed ? act_record(w, w->act->kind, 0, w->actor_kind) :
	    CASE_REPEATED;
}

enum case_err
act_calendar(struct office *o, int64_t by, int64_t now, int64_t *cases)
{
	static const struct act_kind act = { "calendar", calendar, 1 };
	struct act a = { .actor = { .person_id = by }, .now = now };
	int64_t *id;
	size_t i, n;
	enum case_err err;

	*cases = 0;
	office_fresh(o);
	err = row_ids(o, db_query(office_db(o), sql[STMT_OTHER_CALENDAR], "i",
	    office_calendar_id(o)), &id, &n);
	if (err != CASE_OK)
		return err;
	for (i = 0; i < n && (err == CASE_OK || err == CASE_REPEATED); i++) {
		a.case_id = id[i];
		err = act_run(o, &a, &act, NULL);
		*cases += err == CASE_OK;
	}
	free(id);
	return err == CASE_REPEATED ? CASE_OK : err;
}
