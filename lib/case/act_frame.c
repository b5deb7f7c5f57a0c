/*
 * act_frame.c - the frame of every act: one transaction that orders, loads and
 * checks, before the act's own function moves anything.
 */
#include "case/act_frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/metrics.h"
#include "base/utf8.h"
#include "case/act_start.h"
#include "case/behalf.h"
#include "case/column.h"
#include "office/closed.h"
#include "office/row.h"
#include "people/clerk.h"
#include "people/rights.h"

enum stmt {
	STMT_OFFICIAL,
	STMT_RAISE,
	STMT_IDEM,
	STMT_OPEN_TASKS,
	STMT_CHANGED_BY,
	STMT_LATEST,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_OFFICIAL] = (
		"SELECT 1 FROM people WHERE id = $1 AND active = 1"
		"   AND institution_id IS NULL"),
	[STMT_RAISE] = "UPDATE cases SET seq = seq + 1 WHERE id = $1",
	[STMT_IDEM] = (
		"SELECT stream, coalesce(actor_id, 0) FROM events"
		" WHERE idem = $1"),
	[STMT_OPEN_TASKS] = (
		"SELECT " TASK_COLUMNS " FROM tasks t WHERE t.case_id = $1"
		"   AND (t.open = 1 OR t.id = $2) ORDER BY t.opened_at, t.id"),
	/* The last event with the task among what it changed. */
	[STMT_CHANGED_BY] = (
		"SELECT coalesce(actor_id, 0), recorded_at FROM events"
		" WHERE stream = $1 AND effect LIKE $2 ESCAPE '!'"
		" ORDER BY seq DESC LIMIT 1"),
	[STMT_LATEST] = (
		"SELECT coalesce(max(from_at), 0) FROM spans"
		" WHERE task_id = $1"),
};

/* -- rights ------------------------------------------------------------ */

int
act_is_admin(struct act_work *w, int64_t person_id)
{
	return rights_has(w->o, person_id, RIGHTS_MANAGE, w->a->now);
}

int
act_is_official(struct act_work *w, int64_t person_id)
{
	return row_int(db_query(w->db, sql[STMT_OFFICIAL], "i",
	    person_id)) != 0;
}

/* The performer of the act: the task's, or the one of the row that opens a
 * case. */
static const char *
performer_of(const struct act_work *w)
{
	const struct sop *sop;

	if (w->t != NULL)
		return w->t->performer;
	if (w->start == NULL)
		return "";
	sop = office_sop(w->o, w->start->version_id);
	return sop != NULL ? sop_row_at(sop, 1)->performer : "";
}

/* Recording for the holder needs an authorised clerk and evidence.  What is
 * approved is approved by the holder. */
static int
check_behalf(struct act_work *w)
{
	const struct act *a = w->a;

	if (a->actor.behalf_id == 0)
		return CASE_OK;
	if (!clerk_for(w->o, a->actor.person_id, performer_of(w), a->now))
		return office_fail(w->o, CASE_DENIED, "",
		    "Hanya petugas pencatat yang boleh mencatat atas nama "
		    "pejabat lain.");
	if (w->t != NULL && strcmp(w->t->kind, "approve") == 0)
		return office_fail(w->o, CASE_DENIED, "",
		    "Persetujuan tidak dicatat atas nama pejabat lain. "
		    "Pejabatnya sendiri yang menyetujui.");
	if (a->evidence == NULL || *a->evidence == '\0')
		return office_fail(w->o, CASE_INVALID, "evidence",
		    "Tulis bukti, misalnya nomor disposisi pada kertas.");
	return CASE_OK;
}

/* A person who acts needs the right now; a holder for whom a clerk records
 * needed it when the act occurred. */
int
act_may(struct act_work *w)
{
	int64_t then = w->a->actor.behalf_id ? w->at : w->a->now;

	if (case_may_do(w->o, &w->a->actor, w->t, then, &w->capacity))
		return CASE_OK;
	return office_fail(w->o, CASE_DENIED, "",
	    "Langkah ini bukan tugas peran Anda.");
}

int
act_may_now(struct act_work *w)
{
	if (w->t == NULL || !w->t->open)
		return office_fail(w->o, CASE_STATE, "",
		    "Langkah ini sudah selesai.");
	return act_may(w);
}

/* -- loading ----------------------------------------------------------- */

struct task_row *
act_add_task(struct act_work *w, const struct task_row *t, int fresh)
{
	struct act_task *k;

	if (w->ntask == ACT_TASKS) {
		w->broken = "too many open tasks";
		return NULL;
	}
	k = &w->task[w->ntask++];
	k->now = *t;
	k->fresh = k->opened = fresh;
	if (!fresh)
		k->was = *t;
	else
		memset(&k->was, 0, sizeof(k->was));
	return &k->now;
}

/* The open tasks of the case, and the act's own task, though it be closed. */
static int
load_tasks(struct act_work *w)
{
	struct db_stmt *st;
	struct task_row t;

	st = db_query(w->db, sql[STMT_OPEN_TASKS], "ii", w->c.id,
	    w->a->task_id);
	while (db_step(st)) {
		memset(&t, 0, sizeof(t));
		columns_read(task_columns, st, 0, &t);
		if (act_add_task(w, &t, 0) == NULL)
			break;
	}
	if (db_done(st) != 0)
		return CASE_DB;
	for (size_t i = 0; i < w->ntask; i++)
		if (w->task[i].now.id == w->a->task_id)
			w->t = &w->task[i].now;
	return CASE_OK;
}

/* The page's task changed meanwhile: say by whom and when. */
static int
conflict(struct act_work *w)
{
	struct db_stmt *st;
	char changed[40];

	snprintf(changed, sizeof(changed), "%%\"%lld\":{%%",
	    (long long)w->t->id);
	st = db_query(w->db, sql[STMT_CHANGED_BY], "it", w->c.id, changed);
	if (db_step(st)) {
		w->a->by_person = db_int(st, 0);
		w->a->by_at = db_int(st, 1);
	}
	db_done(st);
	return office_fail(w->o, CASE_CONFLICT, "",
	    "Langkah ini sudah berubah sejak halaman dibuka.");
}

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* The last instant that is known of the act's task; of an act on the case of
 * any open one. */
static int64_t
latest(struct act_work *w)
{
	const struct task_row *t;
	int64_t last = 0;

	for (size_t i = 0; i < w->ntask; i++) {
		t = &w->task[i].now;
		if (w->t != NULL && t != w->t)
			continue;
		last = later(last, later(t->opened_at, t->closed_at));
		last = later(last, row_int(db_query(w->db, sql[STMT_LATEST],
		    "i", t->id)));
	}
	return last;
}

/*
 * A machine's clock that went back changes nothing that was: what is done now
 * is never before the last that is known of its task.  The event says what the
 * clock said.
 */
static void
mend_clock(struct act_work *w)
{
	int64_t last = w->a->occurred_at != 0 ? 0 : latest(w);

	w->a->now = later(w->clock, last);
	if (last <= w->clock)
		return;
	w->at = last;
	json_object_set_new(w->payload, "clock",
	    json_integer((json_int_t)w->clock));
}

/*
 * Load the case with its open tasks, raising its number of events first, and
 * compare the version of the act's task with the one the page carried.
 * CASE_OK, CASE_NOT_FOUND, CASE_CONFLICT, CASE_DB.
 */
static int
load(struct act_work *w)
{
	struct task_row t;
	enum case_err err;

	if (w->a->task_id != 0) {
		if ((err = task_get(w->o, w->a->task_id, &t)) != CASE_OK)
			return err;
		w->a->case_id = t.case_id;
	}
	if (db_run(w->db, sql[STMT_RAISE], "i", w->a->case_id) != 1)
		return db_failed(w->db) ? CASE_DB : office_fail(w->o,
		    CASE_NOT_FOUND, "", "Berkas tidak ditemukan.");
	if ((err = case_get(w->o, w->a->case_id, &w->c)) != CASE_OK)
		return err;
	w->c_was = w->c;
	w->c_was.seq--;
	if ((w->sop = office_sop(w->o, w->c.version_id)) == NULL) {
		w->broken = "the SOP of the case cannot be read";
		return CASE_DB;
	}
	if ((err = load_tasks(w)) != CASE_OK)
		return err;
	mend_clock(w);
	if (w->t != NULL && !w->act->any_version &&
	    w->t->version != w->a->version)
		return conflict(w);
	return CASE_OK;
}

/*
 * Was this form sent before?  CASE_OK when it was not; CASE_REPEATED, with the
 * case in w->a, when it was; CASE_INVALID when somebody else used the key:
 * that person's case is not named.
 */
static int
check_repeated(struct act_work *w)
{
	struct db_stmt *st;
	int64_t stream = 0, who = 0;

	if (w->a->idem == NULL)
		return CASE_OK;
	st = db_query(w->db, sql[STMT_IDEM], "t", w->a->idem);
	if (db_step(st)) {
		stream = db_int(st, 0);
		who = db_int(st, 1);
	}
	db_done(st);
	if (stream == 0)
		return CASE_OK;
	if (who != w->a->actor.person_id)
		return office_fail(w->o, CASE_INVALID, "",
		    "Muat ulang halaman ini, lalu kirim lagi.");
	w->a->case_id = stream;
	if (case_get(w->o, stream, &w->c) == CASE_OK)
		snprintf(w->a->number, sizeof(w->a->number), "%s",
		    w->c.number);
	return office_fail(w->o, CASE_REPEATED, "",
	    "Formulir ini sudah dikirim.");
}

/* -- the frame --------------------------------------------------------- */

void
act_say(struct act_work *w, const char *key, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	if (json_object_set_new(w->payload, key, json_string(text)) != 0)
		w->broken = "a text cannot be kept";
}

void
act_reset(struct act_work *w)
{
	json_decref(w->payload);
	json_decref(w->effect);
	w->payload = json_object();
	w->effect = NULL;
	free(w->form);
	w->form = NULL;
	w->ntask = w->nspan = w->nmessage = 0;
	w->t = NULL;
	w->via = NULL;
	w->parts = 0;
	w->at = w->a->occurred_at ? w->a->occurred_at : w->a->now;
	w->c_fresh = w->recorded = 0;
	w->form_task = 0;
	w->capacity = "";
	w->broken = NULL;
	w->a->children = w->a->next_task = w->a->by_person = w->a->by_at = 0;
	w->a->next_performer[0] = '\0';
	memset(&w->c, 0, sizeof(w->c));
	memset(&w->c_was, 0, sizeof(w->c_was));
	act_say(w, "note", w->a->note);
	act_say(w, "evidence", w->a->evidence);
}

/* Fill in the number of the case and the next performer, for the page that
 * follows. */
static void
say_next(struct act_work *w)
{
	const struct task_row *t;
	size_t i;

	snprintf(w->a->number, sizeof(w->a->number), "%s", w->c.number);
	for (i = 0; i < w->ntask; i++) {
		t = &w->task[i].now;
		if (!w->task[i].opened || !t->open || t->side)
			continue;
		w->a->next_task = t->id;
		snprintf(w->a->next_performer, sizeof(w->a->next_performer),
		    "%s", t->performer);
		return;
	}
}

/* The record of a closed month is whole: nothing is added to it. */
static enum case_err
check_closed(struct act_work *w)
{
	if (w->at == w->clock || !office_month_is_closed(w->o, w->at))
		return CASE_OK;
	return office_fail(w->o, CASE_STATE, "occurred_at",
	    "Bulan itu sudah disahkan; catatan tidak dapat ditambah.");
}

/* A transaction may run again: everything that an earlier try set is as it was
 * before it, and everything that others may change is read in it. */
static int
run(struct db *db, void *arg)
{
	struct act_work *w = arg;
	const struct actor *actor = &w->a->actor;
	int err;

	w->a->now = w->clock;
	act_reset(w);
	w->who = actor->behalf_id ? actor->behalf_id : actor->person_id;
	w->db = db;
	office_fresh(w->o);
	if ((w->cal = office_calendar(w->o)) == NULL)
		return office_fail(w->o, CASE_STATE, "",
		    "Kalender kantor belum ditetapkan.");
	if ((err = check_closed(w)) != CASE_OK ||
	    (err = check_repeated(w)) != CASE_OK)
		return err;
	if ((w->start == NULL && (err = load(w)) != CASE_OK) ||
	    (err = check_behalf(w)) != CASE_OK ||
	    (err = w->act->fn(w)) != CASE_OK) {
		if (err == CASE_DB && w->broken != NULL)
			office_fail(w->o, CASE_DB, "", "%s", w->broken);
		return err;
	}
	if (actor->behalf_id != 0)
		behalf_tell(w);
	say_next(w);
	return CASE_OK;
}

/* Text that cannot be kept as it was typed, or is longer than anybody reads,
 * is refused before anything: the history keeps it for ever. */
static enum case_err
check_text(struct act_work *w)
{
	const struct act *a = w->a;
	const struct {
		const char *field, *text;
		size_t max;
	} list[] = {
		{ "note", a->note, ACT_NOTE_MAX },
		{ "evidence", a->evidence, ACT_LINE_MAX },
		{ "party", a->party, ACT_LINE_MAX },
		{ "register_no", a->register_no, ACT_LINE_MAX },
		{ "register_on", a->register_on, ACT_LINE_MAX },
		{ "unproved", a->unproved, ACT_NOTE_MAX },
		{ "subject", w->start != NULL ? w->start->subject : NULL,
		  ACT_NOTE_MAX },
	};
	json_t *json;
	size_t i;

	for (i = 0; i < sizeof(list) / sizeof(list[0]); i++) {
		if (list[i].text == NULL)
			continue;
		if (utf8_count(list[i].text) > list[i].max)
			return office_fail(w->o, CASE_INVALID, list[i].field,
			    "Tulis paling banyak %zu karakter",
			    list[i].max);
		if ((json = json_string(list[i].text)) == NULL)
			return office_fail(w->o, CASE_INVALID, list[i].field,
			    "Tulis dengan huruf, angka, dan tanda baca biasa.");
		json_decref(json);
	}
	return CASE_OK;
}

/* An act may have occurred earlier, never later. */
static enum case_err
check_times(const struct act_work *w)
{
	const struct act *a = w->a;
	int64_t at = a->occurred_at ? a->occurred_at : a->now;

	if (at > a->now)
		return office_fail(w->o, CASE_INVALID, "occurred_at",
		    "Waktu kejadian tidak boleh di masa depan.");
	if (a->begun_at > at)
		return office_fail(w->o, CASE_INVALID, "begun_at",
		    "Waktu mulai harus sebelum waktu selesai.");
	return CASE_OK;
}

static void
work_free(struct act_work *w)
{
	json_decref(w->payload);
	json_decref(w->effect);
	free(w->form);
	free(w);
}

enum case_err
act_run(struct office *o, struct act *a, const struct act_kind *act,
    const struct act_start *start)
{
	struct act_work *w;
	enum case_err err;

	if ((w = calloc(1, sizeof(*w))) == NULL)
		return office_fail(o, CASE_DB, "", "out of memory");
	w->o = o;
	w->a = a;
	w->act = act;
	w->start = start;
	w->db = office_db(o);
	w->clock = a->now;
	w->actor_kind = a->actor.person_id ? ACTOR_PERSON :
	    a->actor.case_id || start ? ACTOR_APPLICANT : ACTOR_SYSTEM;
	if ((err = check_times(w)) == CASE_OK &&
	    (err = check_text(w)) == CASE_OK)
		err = office_err_tx(o, db_tx(w->db, run, w));
	a->now = w->clock;
	work_free(w);
	metrics_add(1, ACT_COUNTER, office_err_word(err));
	return err;
}

int
act_beside(struct act_work *w, int64_t task_id, int64_t at,
    const struct act_kind *act)
{
	struct act a = { .actor = w->a->actor, .task_id = task_id,
	    .now = w->clock, .occurred_at = at < w->clock ? at : 0 };
	struct act_work *beside = calloc(1, sizeof(*beside));
	int err;

	if (beside == NULL)
		return office_fail(w->o, CASE_DB, "", "out of memory");
	beside->o = w->o;
	beside->a = &a;
	beside->act = act;
	beside->db = w->db;
	beside->cal = w->cal;
	beside->clock = a.now;
	beside->who = w->who;
	beside->actor_kind = w->actor_kind;
	act_reset(beside);
	if ((err = load(beside)) == CASE_OK)
		err = act->fn(beside);
	if (err != CASE_OK)
		w->broken = beside->broken;
	work_free(beside);
	return err;
}

/* -- many at once ------------------------------------------------------- */

struct batch {
	struct act_work	*w;
	act_batch_fn	*fn;
	void		*arg;
};

static int
run_batch(struct db *db, void *arg)
{
	struct batch *b = arg;

	if ((b->w->cal = office_calendar(b->w->o)) == NULL)
		return office_fail(b->w->o, CASE_STATE, "",
		    "Kalender kantor belum ditetapkan.");
	return b->fn(b->w, b->arg);
}

enum case_err
act_batch(struct office *o, const struct change *ch,
    const struct act_kind *act, act_batch_fn *fn, void *arg)
{
	struct act a = { .now = ch->now, .actor = { .person_id = ch->by } };
	struct batch b = { calloc(1, sizeof(*b.w)), fn, arg };
	enum case_err err;

	if (b.w == NULL)
		return office_fail(o, CASE_DB, "", "out of memory");
	b.w->o = o;
	b.w->a = &a;
	b.w->act = act;
	b.w->db = office_db(o);
	err = office_err_tx(o, db_tx_alone(b.w->db, run_batch, &b));
	if (err == CASE_DB && b.w->broken != NULL)
		office_fail(o, CASE_DB, "", "%s", b.w->broken);
	work_free(b.w);
	metrics_add(1, ACT_COUNTER, office_err_word(err));
	return err;
}
