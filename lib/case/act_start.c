/*
 * act_start.c - the first row opens the case, whatever its kind.
 */
#include "case/act_start.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "case/act_form.h"
#include "case/act_frame.h"
#include "case/act_record.h"
#include "case/deadline.h"
#include "case/hand.h"
#include "case/lateness.h"
#include "case/promise.h"
#include "case/span.h"
#include "case/task_close.h"
#include "case/task_open.h"
#include "case/transition.h"
#include "clock/calendar.h"
#include "office/closed.h"
#include "office/soplist.h"
#include "people/holder.h"
#include "store/id.h"

enum stmt { STMT_ACCOUNT, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_ACCOUNT] = (
		"SELECT p.name, coalesce(p.institution_id, 0),"
		" coalesce(i.name, ''), p.phone, p.email FROM people p"
		"  LEFT JOIN institutions i ON i.id = p.institution_id"
		" WHERE p.id = $1"),
};

/* The applicant's account: name, institution, channels. */
static void
take_account(struct act_work *w)
{
	struct db_stmt *st = db_query(w->db, sql[STMT_ACCOUNT], "i", w->who);
	char both[512];

	if (db_step(st) && db_int(st, 1) != 0) {
		w->c.applicant_id = w->who;
		w->c.institution_id = db_int(st, 1);
		snprintf(both, sizeof(both), "%s, %s", db_text(st, 0),
		    db_text(st, 2));
		utf8_copy(w->c.applicant, sizeof(w->c.applicant), both);
		db_copy(st, 3, w->c.phone, sizeof(w->c.phone));
		db_copy(st, 4, w->c.email, sizeof(w->c.email));
	}
	db_done(st);
}

void
act_start_case(struct act_work *w)
{
	const struct act_start *s = w->start;
	char code[CASE_CODE_LEN + 1];
	int64_t begun = s->begun_at ? s->begun_at : w->at;

	w->c_fresh = 1;
	w->c.id = id_new(w->a->now);
	w->c.unit_id = office_unit(w->o);
	w->c.version_id = s->version_id;
	if (soplist_is_trial(w->o, s->version_id))
		w->c.number[0] = CASE_TRIAL_LETTER;
	w->c.opened_at = s->received_at && s->received_at < begun ?
	    s->received_at : begun;
	snprintf(w->c.state, sizeof(w->c.state), "open");
	office_code(w->o, w->c.id, code);
	office_code_hash(w->o, code, w->c.code_hash);
	w->a->case_id = w->c.id;
}

void
act_start_number(struct act_work *w, char letter)
{
	struct cal_local l;
	char counter[16];

	calendar_local(w->cal, w->at, &l);
	snprintf(counter, sizeof(counter), "%c-%04d", letter, l.year);
	snprintf(w->c.number, sizeof(w->c.number), "%s-%04lld", counter,
	    (long long)office_count(w->o, counter));
}

/* Drop the phases that the opening of the act's task began. */
static void
forget_phases(struct act_work *w)
{
	size_t i, n = 0;

	for (i = 0; i < w->nspan; i++)
		if (w->span[i].task_id != w->t->id)
			w->span[n++] = w->span[i];
	w->nspan = n;
}

/* The first task of row 1 is received when the letter came and claimed when
 * the draft was begun; without both it has no verdict. */
static int
time_first(struct act_work *w)
{
	const struct act_start *s = w->start;
	int64_t begun = s->begun_at ? s->begun_at : w->at;
	int64_t received = s->received_at;
	struct task_row *t = w->t;
	int err;

	if (t->external && received == 0)
		received = s->begun_at;
	forget_phases(w);
	t->opened_at = w->c.opened_at;
	t->awaited = 0;
	deadline_receive(w, t, received ? received : t->opened_at);
	t->received_at = received;
	if (t->external) {
		span_begin(w, t, PHASE_APPLICANT, t->opened_at);
		deadline_set(w, t);
		return CASE_OK;
	}
	if (received != 0)
		span_begin(w, t, PHASE_QUEUE, t->opened_at);
	t->claimed_at = s->begun_at || received ? begun : 0;
	t->claimed_by = w->who;
	err = hand_take(w, begun);
	deadline_set(w, t);
	return err;
}

static int
open_first(struct act_work *w)
{
	int err;

	/* An applicant without an account has the code of what he opens. */
	if (w->who == 0) {
		if (!w->sop->public_request)
			return office_fail(w->o, CASE_DENIED, "",
			    "SOP ini dimulai oleh petugas.");
		w->a->actor.case_id = w->c.id;
	}
	if ((err = task_open(w, 1)) != CASE_OK)
		return err;
	for (size_t i = 0; i < w->ntask && w->t == NULL; i++)
		if (case_may_do(w->o, &w->a->actor, &w->task[i].now, w->a->now,
		    &w->capacity))
			w->t = &w->task[i].now;
	if (w->t == NULL)
		return office_fail(w->o, CASE_DENIED, "",
		    "Peran Anda tidak memulai SOP ini.");
	return time_first(w);
}

/* A case that goes to every holder of a unit is of the unit in which its first
 * row's performer is held; any other is the whole office's. */
static int
take_unit(struct act_work *w)
{
	struct holder_row *held;
	size_t n, i;
	int64_t unit = 0;
	int err;

	if (!sop_in_unit(w->sop))
		return CASE_OK;
	err = holder_units(w->o, w->who, sop_row_at(w->sop, 1)->performer,
	    w->a->now, &held, &n);
	if (err != CASE_OK)
		return err;
	for (i = 0; i < n; i++)
		if (n == 1 || held[i].unit_id == w->start->unit_id)
			unit = held[i].unit_id;
	free(held);
	if (unit == 0 && n > 1)
		return office_fail(w->o, CASE_INVALID, "unit_id",
		    "Pilih unit berkas ini");
	if (unit != 0)
		w->c.unit_id = unit;
	return CASE_OK;
}

/* The case would be opened then: not in a month that is closed. */
static int
is_closed(struct act_work *w, int64_t at)
{
	return at != 0 && office_month_is_closed(w->o, at);
}

/* Wherever a trial shows up, its subject says what it is. */
static void
mark_trial(struct act_work *w)
{
	char subject[sizeof(w->c.subject) + 16];

	snprintf(subject, sizeof(subject), "Uji coba: %s", w->c.subject);
	utf8_copy(w->c.subject, sizeof(w->c.subject), subject);
}

static int
start(struct act_work *w)
{
	int err;

	w->sop = office_sop(w->o, w->start->version_id);
	if (w->sop == NULL)
		return office_fail(w->o, CASE_NOT_FOUND, "",
		    "SOP ini tidak ditemukan.");
	if (is_closed(w, w->start->received_at) ||
	    is_closed(w, w->start->begun_at))
		return office_fail(w->o, CASE_STATE, "received_at",
		    "Bulan itu sudah disahkan; catatan tidak dapat ditambah.");
	act_start_case(w);
	utf8_copy(w->c.language, sizeof(w->c.language),
	    w->start->language != NULL ? w->start->language : "");
	take_account(w);
	promise_begin(w);
	if ((err = take_unit(w)) != CASE_OK ||
	    (err = open_first(w)) != CASE_OK ||
	    (err = act_form(w, sop_row_at(w->sop, 1), 1)) != CASE_OK)
		return err;
	if (w->start->subject != NULL && *w->start->subject != '\0')
		utf8_copy(w->c.subject, sizeof(w->c.subject),
		    w->start->subject);
	if (w->c.subject[0] == '\0')
		utf8_copy(w->c.subject, sizeof(w->c.subject),
		    w->c.applicant[0] ? w->c.applicant : w->sop->name);
	if (case_is_trial(&w->c))
		mark_trial(w);
	task_close(w, w->t, OUTCOME_FORWARD, w->at);
	if ((err = lateness_take(w)) != CASE_OK ||
	    (err = transition_next(w, w->t)) != CASE_OK)
		return err;
	act_start_number(w, case_is_trial(&w->c) ? CASE_TRIAL_LETTER : 'K');
	err = act_record(w, "start", w->t->id, w->actor_kind);
	return err == CASE_OK ? transition_system(w) : err;
}

enum case_err
act_start(struct office *o, struct act *a, const struct act_start *s)
{
	static const struct act_kind act = { "start", start, 0 };
	int64_t at = a->occurred_at ? a->occurred_at : a->now;

	if (s->received_at < 0 || s->received_at > at)
		return office_fail(o, CASE_INVALID, "received_at",
		    "Waktu surat diterima tidak boleh di masa depan.");
	if (s->begun_at < 0 || s->begun_at > at)
		return office_fail(o, CASE_INVALID, "begun_at",
		    "Waktu mulai harus sebelum waktu selesai.");
	a->task_id = 0;
	return act_run(o, a, &act, s);
}
