/*
 * reminder.c - reminders of applicants, and requests that lapse.
 */
#include "tick/reminder.h"

#include <stdlib.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/act_message.h"
#include "case/act_record.h"
#include "case/task_close.h"
#include "case/transition.h"
#include "clock/calendar.h"
#include "office/row.h"
#include "tick/tick.h"

enum stmt {
	STMT_WAITING,
	STMT_REMINDED,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	/* Tasks that wait for the applicant since $1 or longer, with the
	 * instant of the reminder. */
	[STMT_WAITING] = (
		"SELECT t.id, t.version_id, t.pos, t.opened_at,"
		" coalesce(m.queued_at, 0) FROM tasks t"
		"  LEFT JOIN messages m"
		"  ON m.fact = 'remind/' || CAST(t.id AS TEXT)"
		" WHERE t.open = 1 AND t.phase = 'applicant' AND t.side = 0"
		"  AND t.opened_at <= $1 ORDER BY t.opened_at, t.id"),
	[STMT_REMINDED] =
		"SELECT queued_at FROM messages WHERE fact = $1",
};

struct waiting {
	int64_t	task_id, version_id, pos, since, reminded_at;
};

#define MEMBER(m) ROW_MEMBER(struct waiting, m)
static const struct row_kind waitings = ROW_KIND(struct waiting, "",
    MEMBER(task_id), MEMBER(version_id), MEMBER(pos), MEMBER(since),
    MEMBER(reminded_at));

/* -- the acts ------------------------------------------------------------ */

static int
is_waiting(const struct act_work *w)
{
	return w->t != NULL && w->t->open && !w->t->side &&
	    strcmp(w->t->phase, "applicant") == 0;
}

/* Its event changes nothing in the task, so that a form the applicant has
 * begun keeps its version. */
static int
remind(struct act_work *w)
{
	char fact[ACT_FACT_SIZE];

	if (!is_waiting(w))
		return office_fail(w->o, CASE_STATE, "",
		    "Berkas ini tidak menunggu pemohon.");
	act_message_fact(w->t->id, fact);
	if (row_int(db_query(w->db, sql[STMT_REMINDED], "t", fact)) != 0)
		return office_fail(w->o, CASE_REPEATED, "",
		    "Pemohon sudah diingatkan.");
	act_message(w, "reminder", w->t->id, NULL);
	return act_record(w, w->act->kind, w->t->id, ACTOR_SYSTEM);
}

enum case_err
reminder_send(struct office *o, int64_t task_id, int64_t now)
{
	static const struct act_kind act = { "remind", remind, 1 };
	struct act a = { .task_id = task_id, .now = now };

	return act_run(o, &a, &act, NULL);
}

/* Close a request whose applicant was reminded and has waited too long. */
static int
lapse(struct act_work *w)
{
	char fact[ACT_FACT_SIZE];
	int64_t reminded;

	if (!is_waiting(w) || strcmp(w->t->kind, "submit") != 0)
		return office_fail(w->o, CASE_STATE, "",
		    "Berkas ini tidak menunggu perbaikan.");
	act_message_fact(w->t->id, fact);
	reminded = row_int(db_query(w->db, sql[STMT_REMINDED], "t", fact));
	if (w->sop->mend_days == 0 || reminded == 0 || calendar_days(w->cal,
	    reminded, w->at) <= w->sop->mend_days)
		return office_fail(w->o, CASE_STATE, "",
		    "Batas perbaikan belum lewat.");
	act_message(w, "lapsed", w->t->id, NULL);
	task_close_others(w, NULL, OUTCOME_WITHDRAWN, w->at);
	transition_end(w, "withdrawn", w->at);
	return act_record(w, w->act->kind, w->t->id, ACTOR_SYSTEM);
}

enum case_err
reminder_lapse(struct office *o, int64_t task_id, int64_t now)
{
	static const struct act_kind act = { "lapse", lapse, 1 };
	struct act a = { .task_id = task_id, .now = now };

	return act_run(o, &a, &act, NULL);
}

/* -- the tick ------------------------------------------------------------ */

/* Is the reminder older than the SOP waits after it?  The last day is the
 * applicant's to its end. */
static int
is_lapsed(struct office *o, const struct sop *sop, const struct waiting *x,
    int64_t now)
{
	const struct sop_row *row = sop_row_at(sop, (int)x->pos);

	return row != NULL && row->kind == STEP_SUBMIT && sop->mend_days > 0 &&
	    calendar_days(office_calendar(o), x->reminded_at, now) >
	    sop->mend_days;
}

/* Remind the applicant, or let the request lapse; CASE_REPEATED when neither
 * is due. */
static enum case_err
attend(struct office *o, const struct tick_rules *rules,
    const struct waiting *x, int64_t now)
{
	const struct sop *sop;

	if (x->reminded_at != 0) {
		if ((sop = office_sop(o, x->version_id)) == NULL)
			return office_fail(o, CASE_DB, "",
			    "SOP berkas ini tidak terbaca.");
		return is_lapsed(o, sop, x, now) ?
		    reminder_lapse(o, x->task_id, now) : CASE_REPEATED;
	}
	return calendar_days(office_calendar(o), x->since, now) >=
	    rules->remind_days ? reminder_send(o, x->task_id, now) :
	    CASE_REPEATED;
}

enum case_err
reminder_tick(struct office *o, const struct tick_rules *rules, int64_t now,
    int *done)
{
	struct waiting *list;
	size_t i, n;
	enum case_err err, first = CASE_OK;

	if (!calendar_is_open(office_calendar(o), now))
		return CASE_OK;
	err = row_all(o, db_query(office_db(o), sql[STMT_WAITING], "i",
	    now - (int64_t)rules->remind_days * 86400), &waitings, &list, &n);
	if (err != CASE_OK)
		return err;
	for (i = 0; i < n; i++)
		tick_count(attend(o, rules, &list[i], now), done, &first);
	free(list);
	return first;
}
