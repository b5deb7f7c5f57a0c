/*
 * act_frame_load.c - what an act begins with: the case, its open tasks, and whether the
 * page that asked for it knew them.
 */
#include <stdio.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/column.h"
#include "office/row.h"

enum stmt {
	STMT_RAISE,
	STMT_IDEM,
	STMT_OPEN_TASKS,
	STMT_CHANGED_BY,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
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
		" WHERE stream = $1 AND effect LIKE $2"
		" ORDER BY seq DESC LIMIT 1"),
};

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

/* Open tasks of the case, and the act's own task though it be closed. */
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

int
act_load(struct act_work *w)
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
	if ((w->sop = office_sop(w->o, w->c.version_id)) == NULL) {
		w->broken = "the SOP of the case cannot be read";
		return CASE_DB;
	}
	if ((err = load_tasks(w)) != CASE_OK)
		return err;
	if (w->t != NULL && !w->act->any_version &&
	    w->t->version != w->a->version)
		return conflict(w);
	return CASE_OK;
}

int
act_check_repeated(struct act_work *w)
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
