/*
 * act.c - the frame of every act: one transaction that orders, loads, checks,
 * records and saves.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/column.h"
#include "case/work.h"
#include "clock/calendar.h"
#include "store/id.h"

enum stmt {
	STMT_RAISE,
	STMT_IDEM,
	STMT_OPEN_TASKS,
	STMT_CASE_INSERT,
	STMT_CASE_UPDATE,
	STMT_TASK_INSERT,
	STMT_TASK_UPDATE,
	STMT_SPAN_INSERT,
	STMT_TASK_FOUND,
	STMT_DOCUMENT,
	STMT_LAST_EVENT,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_RAISE] = "UPDATE cases SET seq = seq + 1 WHERE id = $1",
	[STMT_IDEM] =
		"SELECT stream FROM events WHERE idem = $1",
	[STMT_OPEN_TASKS] =
		"SELECT " TASK_COLUMNS " FROM tasks t WHERE t.case_id = $1"
		"   AND (t.open = 1 OR t.id = $2) ORDER BY t.opened_at, t.id",
	[STMT_CASE_INSERT] =
		"INSERT INTO cases (id, number, unit_id, version_id,"
		" evaluation, period, subject, applicant_id, applicant, phone,"
		" email, institution_id, officer_id, code_hash, state, result,"
		" refused, end_pos, seq, opened_at, ended_at, promise_from,"
		" promise_to, own, queue, outside, waiting, closed) VALUES"
		" ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,"
		" $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,"
		" $26, $27, $28)",
	[STMT_CASE_UPDATE] =
		"UPDATE cases SET number = $2, unit_id = $3, version_id = $4,"
		" evaluation = $5, period = $6, subject = $7,"
		" applicant_id = $8, applicant = $9, phone = $10, email = $11,"
		" institution_id = $12, officer_id = $13, code_hash = $14,"
		" state = $15, result = $16, refused = $17, end_pos = $18,"
		" seq = $19, opened_at = $20, ended_at = $21,"
		" promise_from = $22, promise_to = $23, own = $24,"
		" queue = $25, outside = $26, waiting = $27, closed = $28"
		" WHERE id = $1",
	[STMT_TASK_INSERT] =
		"INSERT INTO tasks (id, case_id, version_id, pos, visit, kind,"
		" side, performer, external, assignee_id, institution_id, open,"
		" phase, awaited, version, opened_at, received_at, claimed_at,"
		" claimed_by, closed_at, recorded_at, closed_by, outcome,"
		" return_pos, verdict, min, max, unit, measure, min_at, due_at,"
		" queue_max, moved, calendar_id, late_reason, late_entry,"
		" own_approval, own, queue, outside, waiting, closed) VALUES"
		" ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,"
		" $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,"
		" $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37,"
		" $38, $39, $40, $41, $42)",
	[STMT_TASK_UPDATE] =
		"UPDATE tasks SET case_id = $2, version_id = $3, pos = $4,"
		" visit = $5, kind = $6, side = $7, performer = $8,"
		" external = $9, assignee_id = $10, institution_id = $11,"
		" open = $12, phase = $13, awaited = $14, version = $15,"
		" opened_at = $16, received_at = $17, claimed_at = $18,"
		" claimed_by = $19, closed_at = $20, recorded_at = $21,"
		" closed_by = $22, outcome = $23, return_pos = $24,"
		" verdict = $25, min = $26, max = $27, unit = $28,"
		" measure = $29, min_at = $30, due_at = $31, queue_max = $32,"
		" moved = $33, calendar_id = $34, late_reason = $35,"
		" late_entry = $36, own_approval = $37, own = $38,"
		" queue = $39, outside = $40, waiting = $41, closed = $42"
		" WHERE id = $1",
	[STMT_SPAN_INSERT] =
		"INSERT INTO spans (task_id, n, phase, from_at) SELECT $1,"
		" coalesce(max(n), 0) + 1, $2, $3 FROM spans WHERE task_id = $1",
	[STMT_TASK_FOUND] = "SELECT 1 FROM tasks WHERE id = $1",
	[STMT_DOCUMENT] =
		"INSERT INTO documents (id, case_id, task_id, field, name,"
		" type, size, sha256, added_at, added_by) VALUES ($1, $2, $3,"
		" $4, $5, $6, $7, $8, $9, nullif($10, 0))",
	[STMT_LAST_EVENT] =
		"SELECT coalesce(actor_id, 0), recorded_at FROM events"
		" WHERE stream = $1 AND task_id = $2"
		"   AND kind NOT IN ('note', 'call') ORDER BY seq DESC LIMIT 1",
};

int64_t
stmt_int(struct db_stmt *st)
{
	int64_t v = db_step(st) ? db_int(st, 0) : 0;

	db_done(st);
	return v;
}

struct task_row *
work_add(struct work *w, const struct task_row *t, int fresh)
{
	struct work_task *k;

	if (w->ntask == WORK_TASKS)
		return NULL;
	k = &w->task[w->ntask++];
	k->now = *t;
	k->fresh = fresh;
	if (!fresh)
		k->was = *t;
	else
		memset(&k->was, 0, sizeof(k->was));
	return &k->now;
}

/* Open tasks of the case, and the act's own task though it be closed. */
static int
load_tasks(struct work *w)
{
	struct db_stmt *st;
	struct task_row t;

	st = db_query(w->db, sql[STMT_OPEN_TASKS], "ii", w->c.id,
	    w->a->task_id);
	while (db_step(st)) {
		memset(&t, 0, sizeof(t));
		columns_read(task_columns, st, 0, &t);
		if (work_add(w, &t, 0) == NULL)
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
conflict(struct work *w)
{
	struct db_stmt *st;

	st = db_query(w->db, sql[STMT_LAST_EVENT], "ii", w->c.id, w->t->id);
	if (db_step(st)) {
		w->a->by_person = db_int(st, 0);
		w->a->by_at = db_int(st, 1);
	}
	db_done(st);
	return office_fail(w->o, CASE_CONFLICT, "",
	    "Langkah ini sudah berubah sejak halaman dibuka.");
}

/* Load an existing case for an act, raising its number of events first. */
static int
load(struct work *w)
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
		    CASE_NOT_FOUND, "", "Perkara tidak ditemukan.");
	if ((err = case_get(w->o, w->a->case_id, &w->c)) != CASE_OK)
		return err;
	w->c_was = w->c;
	w->c_was.seq--;
	if ((w->sop = office_sop(w->o, w->c.version_id)) == NULL)
		return CASE_DB;
	if ((err = load_tasks(w)) != CASE_OK)
		return err;
	if (w->t != NULL && w->t->version != w->a->version)
		return conflict(w);
	return CASE_OK;
}

/* Was this form sent before?  Then tell its case and do nothing. */
static int
repeated(struct work *w)
{
	struct db_stmt *st;
	int found;

	if (w->a->idem == NULL)
		return 0;
	st = db_query(w->db, sql[STMT_IDEM], "t", w->a->idem);
	if ((found = db_step(st)))
		w->a->case_id = db_int(st, 0);
	db_done(st);
	return found;
}

static void
reset(struct work *w)
{
	json_decref(w->payload);
	w->payload = json_object();
	w->ntask = w->nspan = 0;
	w->t = NULL;
	w->at = w->a->occurred_at ? w->a->occurred_at : w->a->now;
	w->c_fresh = w->recorded = 0;
	w->form_task = 0;
	memset(&w->c, 0, sizeof(w->c));
	memset(&w->c_was, 0, sizeof(w->c_was));
}

static int
run(struct db *db, void *arg)
{
	struct work *w = arg;
	int err;

	reset(w);
	w->db = db;
	if (repeated(w))
		return CASE_REPEATED;
	if (w->start == NULL && (err = load(w)) != CASE_OK)
		return err;
	if ((err = w->fn(w)) != CASE_OK)
		return err;
	if (db_failed(db))
		return CASE_DB;
	snprintf(w->a->number, sizeof(w->a->number), "%s", w->c.number);
	return CASE_OK;
}

/* An act may have occurred earlier, never later; not in a closed month. */
static enum case_err
check_times(struct work *w)
{
	const struct act *a = w->a;

	w->at = a->occurred_at ? a->occurred_at : a->now;
	if (w->at > a->now)
		return office_fail(w->o, CASE_INVALID, "occurred_at",
		    "Waktu kejadian tidak boleh di masa depan.");
	if (a->begun_at > w->at)
		return office_fail(w->o, CASE_INVALID, "begun_at",
		    "Waktu mulai harus sebelum waktu selesai.");
	if (w->at != a->now && work_month_closed(w, w->at))
		return office_fail(w->o, CASE_STATE, "occurred_at",
		    "Bulan itu sudah disahkan; catatan tidak dapat ditambah.");
	return CASE_OK;
}

enum case_err
work_run(struct office *o, struct act *a, const char *kind,
    int (*fn)(struct work *), const struct act_start *start)
{
	struct work *w;
	enum case_err err;

	if ((w = calloc(1, sizeof(*w))) == NULL)
		return CASE_DB;
	w->o = o;
	w->a = a;
	w->kind = kind;
	w->fn = fn;
	w->start = start;
	w->db = office_db(o);
	w->capacity = "";
	w->actor_kind = a->actor.person_id ? ACTOR_PERSON :
	    a->actor.case_id || start ? ACTOR_APPLICANT : ACTOR_SYSTEM;
	a->next_task = a->by_person = a->by_at = 0;
	a->next_performer[0] = '\0';
	office_fresh(o);
	if ((w->cal = office_calendar(o)) == NULL)
		err = office_fail(o, CASE_STATE, "",
		    "Kalender kantor belum ditetapkan.");
	else if ((err = check_times(w)) == CASE_OK)
		err = case_err_tx(o, db_tx(w->db, run, w));
	json_decref(w->payload);
	free(w);
	return err;
}

/* -- recording --------------------------------------------------------- */

/* Changed columns of the tasks, by id; a changed task counts its version. */
static json_t *
tasks_effect(struct work *w)
{
	json_t *tasks = json_object(), *part;
	struct work_task *k;
	char id[24];

	for (k = w->task; k < w->task + w->ntask; k++) {
		part = json_object();
		columns_diff(task_columns, &k->was, &k->now, 0, part);
		if (json_object_size(part) > 0) {
			k->now.version += !k->fresh;
			json_object_set_new(part, "version",
			    json_integer(k->now.version));
			snprintf(id, sizeof(id), "%lld",
			    (long long)k->now.id);
			json_object_set(tasks, id, part);
		}
		json_decref(part);
	}
	return tasks;
}

static json_t *
spans_effect(const struct work *w)
{
	json_t *spans = json_array();
	size_t i;

	for (i = 0; i < w->nspan; i++)
		json_array_append_new(spans, json_pack("[IsI]",
		    (json_int_t)w->span[i].task_id, w->span[i].phase,
		    (json_int_t)w->span[i].from));
	return spans;
}

static void
save_row(struct db *db, const char *text, const struct column *columns,
    const void *row)
{
	struct db_value v[TASK_NCOLUMNS];
	size_t n = columns_values(columns, row, v);

	db_done(db_query_values(db, text, v, n));
}

void
work_save_case(struct db *db, const struct case_row *c)
{
	save_row(db, sql[STMT_CASE_UPDATE], case_columns, c);
}

void
work_save_task(struct db *db, const struct task_row *t)
{
	struct db_value v[TASK_NCOLUMNS];
	size_t n = columns_values(task_columns, t, v);
	struct db_stmt *st = db_query(db, sql[STMT_TASK_FOUND], "i", t->id);
	int found = db_step(st);

	db_done(st);
	db_done(db_query_values(db, sql[found ? STMT_TASK_UPDATE :
	    STMT_TASK_INSERT], v, n));
}

/* Save tasks and spans; afterwards they are as they were. */
static void
save_tasks(struct work *w)
{
	struct work_task *k;
	size_t i;

	for (k = w->task; k < w->task + w->ntask; k++) {
		if (memcmp(&k->now, &k->was, sizeof(k->now)) == 0)
			continue;
		save_row(w->db, sql[k->fresh ? STMT_TASK_INSERT :
		    STMT_TASK_UPDATE], task_columns, &k->now);
		k->fresh = 0;
		k->was = k->now;
	}
	for (i = 0; i < w->nspan; i++)
		db_run(w->db, sql[STMT_SPAN_INSERT], "iti",
		    w->span[i].task_id, w->span[i].phase, w->span[i].from);
	w->nspan = 0;
}

/* Files of the form, now that their task is in the database. */
static void
save_files(struct work *w)
{
	const struct act_file *f = w->a->file;
	size_t i;

	for (i = 0; i < w->a->nfile && w->form_task != 0; i++)
		db_run(w->db, sql[STMT_DOCUMENT], "iiitttitii",
		    id_new(w->a->now), w->c.id, w->form_task, f[i].field,
		    f[i].name, f[i].type, f[i].size, f[i].hash, w->a->now,
		    w->a->actor.person_id);
	w->form_task = 0;
}

/* Accounts of a case that has just ended, over the saved tasks. */
static void
end_accounts(struct work *w)
{
	struct accounts sum;

	if (case_accounts(w->o, &w->c, w->c.ended_at, &sum) != CASE_OK)
		return;
	w->c.own = sum.own;
	w->c.queue = sum.queue;
	w->c.outside = sum.outside;
	w->c.waiting = sum.applicant;
	w->c.closed = sum.closed;
}

/* What changed, as the event's effect; personal columns go to the payload. */
static char *
effect_text(struct work *w, json_t *tasks, json_t *spans)
{
	json_t *all, *c = json_object(), *personal = json_object();
	char *text;

	columns_diff(case_columns, &w->c_was, &w->c, 0, c);
	columns_diff(case_columns, &w->c_was, &w->c, 1, personal);
	if (json_object_size(personal) > 0)
		json_object_set(w->payload, "case", personal);
	json_decref(personal);
	all = json_pack("{sososo}", "case", c, "tasks", tasks, "spans", spans);
	text = json_dumps(all, JSON_COMPACT);
	json_decref(all);
	return text;
}

static void
describe(const struct work *w, struct event *e, enum actor_kind who)
{
	e->stream = w->c.id;
	e->actor_kind = who;
	e->recorded_at = w->a->now;
	e->occurred_at = w->at;
	e->capacity = "";
	if (who == ACTOR_PERSON) {
		e->actor_id = w->a->actor.person_id;
		e->behalf_id = w->a->actor.behalf_id;
		e->capacity = w->capacity;
	}
	if (!w->recorded)
		e->idem = w->a->idem;
}

int
work_record(struct work *w, const char *kind, int64_t task_id,
    enum actor_kind who)
{
	struct event e = { .kind = kind, .task_id = task_id };
	char *effect, *payload;
	json_t *tasks, *spans;
	int failed;

	/* The first event of an act has the number that ordered it. */
	if (w->c.seq == w->c_was.seq)
		w->c.seq++;
	describe(w, &e, who);
	tasks = tasks_effect(w);
	spans = spans_effect(w);
	if (w->c_fresh)
		save_row(w->db, sql[STMT_CASE_INSERT], case_columns, &w->c);
	w->c_fresh = 0;
	save_tasks(w);
	save_files(w);
	if (w->c.ended_at != 0 && w->c_was.ended_at == 0)
		end_accounts(w);
	effect = effect_text(w, tasks, spans);
	payload = json_dumps(w->payload, JSON_COMPACT);
	e.effect = effect;
	e.payload = payload;
	failed = effect == NULL || payload == NULL ||
	    event_append(w->db, &e) == -1 || e.seq != w->c.seq;
	save_row(w->db, sql[STMT_CASE_UPDATE], case_columns, &w->c);
	w->c_was = w->c;
	w->recorded = 1;
	free(effect);
	free(payload);
	json_object_clear(w->payload);
	return failed || db_failed(w->db) ? CASE_DB : CASE_OK;
}
