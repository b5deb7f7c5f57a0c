/*
 * act_record.c - recording an act: the event with all that changed, the rows,
 * what was typed and handed in, and the words by which the case is found.
 */
#include "case/act_record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/act_message.h"
#include "case/case_account.h"
#include "case/case_child.h"
#include "case/column.h"
#include "case/field_form.h"
#include "case/reader.h"
#include "case/search.h"
#include "office/row.h"
#include "people/holder.h"
#include "store/id.h"

enum stmt {
	STMT_CASE_INSERT,
	STMT_CASE_COUNTED,
	STMT_CASE_PROMISED,
	STMT_CASE_ENDED,
	STMT_CASE_UPDATE,
	STMT_CASE_FOUND,
	STMT_TASK_INSERT,
	STMT_TASK_HELD,
	STMT_TASK_LIMITED,
	STMT_TASK_CLOSED,
	STMT_TASK_UPDATE,
	STMT_TASK_FOUND,
	STMT_SPAN_INSERT,
	STMT_DEPUTY,
	STMT_DOCUMENT,
	STMT_CONSENT,
	STMT_WORD,
	STMT__MAX
};

/*
 * The columns that most acts change, from the least to the most: the first part
 * that has all that changed is written, else the whole row.  The engine writes
 * every index anew whose column is named, changed or not, and an act waits for
 * the disk.  COLUMN_PART_UPDATE() of case/column.h says how a part is noted.
 */
#define CASE_COUNTED(FIRST, NEXT, arg) \
	FIRST(arg, 2, seq)
#define CASE_PROMISED(FIRST, NEXT, arg) \
	FIRST(arg, 2, seq) NEXT(arg, 3, promise_from) NEXT(arg, 4, promise_to)
#define CASE_ENDED(FIRST, NEXT, arg) \
	FIRST(arg, 2, state) NEXT(arg, 3, result) NEXT(arg, 4, refused) \
	NEXT(arg, 5, end_pos) NEXT(arg, 6, seq) NEXT(arg, 7, ended_at) \
	NEXT(arg, 8, promise_from) NEXT(arg, 9, promise_to) \
	NEXT(arg, 10, own) NEXT(arg, 11, queue) NEXT(arg, 12, outside) \
	NEXT(arg, 13, waiting) NEXT(arg, 14, closed)
#define TASK_HELD(FIRST, NEXT, arg) \
	FIRST(arg, 2, phase) NEXT(arg, 3, awaited) NEXT(arg, 4, version) \
	NEXT(arg, 5, received_at) NEXT(arg, 6, claimed_at) \
	NEXT(arg, 7, claimed_by) NEXT(arg, 8, min_at) \
	NEXT(arg, 9, queue_max) NEXT(arg, 10, moved)
#define TASK_LIMITED(FIRST, NEXT, arg) \
	FIRST(arg, 2, phase) NEXT(arg, 3, awaited) NEXT(arg, 4, version) \
	NEXT(arg, 5, received_at) NEXT(arg, 6, claimed_at) \
	NEXT(arg, 7, claimed_by) NEXT(arg, 8, min_at) NEXT(arg, 9, due_at) \
	NEXT(arg, 10, queue_max) NEXT(arg, 11, moved) \
	NEXT(arg, 12, calendar_id)
#define TASK_CLOSED(FIRST, NEXT, arg) \
	FIRST(arg, 2, open) NEXT(arg, 3, phase) NEXT(arg, 4, awaited) \
	NEXT(arg, 5, version) NEXT(arg, 6, received_at) \
	NEXT(arg, 7, claimed_at) NEXT(arg, 8, claimed_by) \
	NEXT(arg, 9, closed_at) NEXT(arg, 10, recorded_at) \
	NEXT(arg, 11, closed_by) NEXT(arg, 12, outcome) \
	NEXT(arg, 13, verdict) NEXT(arg, 14, min_at) NEXT(arg, 15, due_at) \
	NEXT(arg, 16, queue_max) NEXT(arg, 17, moved) \
	NEXT(arg, 18, late_reason) NEXT(arg, 19, late_entry) \
	NEXT(arg, 20, own_approval) NEXT(arg, 21, own) NEXT(arg, 22, queue) \
	NEXT(arg, 23, outside) NEXT(arg, 24, waiting) NEXT(arg, 25, closed) \
	NEXT(arg, 26, joint) NEXT(arg, 27, lent) NEXT(arg, 28, unproved)

static const char *const sql[STMT__MAX] = {
	/* The order by which a person holds a performer, whose place it is,
	 * and whether it is no position. */
	[STMT_DEPUTY] = (
		"SELECT h.letter_no, coalesce((SELECT a.person_id"
		"   FROM absences a WHERE a.id = h.absence_id),"
		"  (SELECT d.person_id"
		"   FROM holders d WHERE d.role_id = h.role_id"
		"   AND d.capacity = 'definitif' AND d.person_id <> $1"
		"   AND d.from_at <= $2 AND (d.to_at IS NULL OR d.to_at > $2)"
		"   AND ($5 = 0 OR coalesce(d.unit_id, r.unit_id) = $5)"
		"   ORDER BY CASE d.person_id WHEN $6 THEN 0 ELSE 1 END,"
		"    d.from_at DESC, d.id LIMIT 1), 0),"
		"  CASE WHEN " HOLDER_SQL_IS_SUBSTITUTE("h")
		"   THEN 1 ELSE 0 END"
		"  FROM holders h JOIN performers f ON f.role_id = h.role_id"
		"  JOIN roles r ON r.id = h.role_id"
		" WHERE ($5 = 0 OR coalesce(h.unit_id, r.unit_id) = $5) AND"
		"  h.person_id = $1 AND f.expr = $3 AND h.capacity = $4"
		"  AND h.from_at <= $2 AND (h.to_at IS NULL OR h.to_at > $2)"
		" ORDER BY h.from_at DESC, h.id LIMIT 1"),
	[STMT_CASE_INSERT] = (COLUMN_INSERT("cases", CASE_LIST)),
	[STMT_CASE_COUNTED] = (COLUMN_PART_UPDATE("cases", CASE_COUNTED)),
	[STMT_CASE_PROMISED] = (COLUMN_PART_UPDATE("cases", CASE_PROMISED)),
	[STMT_CASE_ENDED] = (COLUMN_PART_UPDATE("cases", CASE_ENDED)),
	[STMT_CASE_UPDATE] = (COLUMN_UPDATE("cases", CASE_LIST)),
	[STMT_CASE_FOUND] = "SELECT 1 FROM cases WHERE id = $1",
	[STMT_TASK_INSERT] = (COLUMN_INSERT("tasks", TASK_LIST)),
	[STMT_TASK_HELD] = (COLUMN_PART_UPDATE("tasks", TASK_HELD)),
	[STMT_TASK_LIMITED] = (COLUMN_PART_UPDATE("tasks", TASK_LIMITED)),
	[STMT_TASK_CLOSED] = (COLUMN_PART_UPDATE("tasks", TASK_CLOSED)),
	[STMT_TASK_UPDATE] = (COLUMN_UPDATE("tasks", TASK_LIST)),
	[STMT_TASK_FOUND] = "SELECT 1 FROM tasks WHERE id = $1",
	[STMT_SPAN_INSERT] =
		"INSERT INTO spans (task_id, n, phase, from_at, party, still)"
		" SELECT $1, coalesce(max(n), 0) + 1, $2, $3, $4, $5"
		" FROM spans WHERE task_id = $1",
	[STMT_DOCUMENT] =
		"INSERT INTO documents (id, case_id, task_id, field, name,"
		" type, size, sha256, added_at, added_by) VALUES ($1, $2, $3,"
		" $4, $5, $6, $7, $8, $9, nullif($10, 0))",
	[STMT_CONSENT] =
		"INSERT INTO consents (id, case_id, field, version, text,"
		" agreed_at) VALUES ($1, $2, $3, $4, $5, $6)",
	[STMT_WORD] = (
		"INSERT INTO search_words (word, case_id, office)"
		" VALUES ($1, $2, $3) ON CONFLICT (word, case_id) DO UPDATE"
		" SET office = 0"
		"  WHERE search_words.office = 1 AND excluded.office = 0"),
};

/* -- rows -------------------------------------------------------------- */

static void
save_row(struct db *db, const char *text, const struct column *columns,
    const void *row)
{
	struct db_value v[TASK_NCOLUMNS];
	size_t n = columns_values(columns, row, v);

	db_done(db_query_values(db, text, v, n));
}

/* A statement that writes a part of a row; the last of a list writes all. */
struct part {
	enum stmt	stmt;
	uint64_t	columns;
};

static const struct part case_parts[] = {
	{ STMT_CASE_COUNTED, COLUMN_PART_SET_OF(CASE, CASE_COUNTED) },
	{ STMT_CASE_PROMISED, COLUMN_PART_SET_OF(CASE, CASE_PROMISED) },
	{ STMT_CASE_ENDED, COLUMN_PART_SET_OF(CASE, CASE_ENDED) },
	{ STMT_CASE_UPDATE, UINT64_MAX }
};
static const struct part task_parts[] = {
	{ STMT_TASK_HELD, COLUMN_PART_SET_OF(TASK, TASK_HELD) },
	{ STMT_TASK_LIMITED, COLUMN_PART_SET_OF(TASK, TASK_LIMITED) },
	{ STMT_TASK_CLOSED, COLUMN_PART_SET_OF(TASK, TASK_CLOSED) },
	{ STMT_TASK_UPDATE, UINT64_MAX }
};

/* Write what changed of a row that is there as `was`. */
static void
save_changes(struct db *db, const struct part *part,
    const struct column *columns, const void *was, const void *now)
{
	const uint64_t changed = columns_changed(columns, was, now);
	struct db_value all[TASK_NCOLUMNS], v[TASK_NCOLUMNS];
	size_t n = columns_values(columns, now, all), count = 0;

	if (changed == 0)
		return;
	while ((changed & ~part->columns) != 0)
		part++;
	for (size_t i = 0; i < n; i++)
		if ((part->columns >> i & 1) != 0)
			v[count++] = all[i];
	db_done(db_query_values(db, sql[part->stmt], v, count));
}

void
act_record_case_row(struct db *db, const struct case_row *c)
{
	int64_t found = row_int(db_query(db, sql[STMT_CASE_FOUND], "i",
	    c->id));

	save_row(db, sql[found ? STMT_CASE_UPDATE : STMT_CASE_INSERT],
	    case_columns, c);
}

void
act_record_task_row(struct db *db, const struct task_row *t)
{
	int64_t found = row_int(db_query(db, sql[STMT_TASK_FOUND], "i",
	    t->id));

	save_row(db, sql[found ? STMT_TASK_UPDATE : STMT_TASK_INSERT],
	    task_columns, t);
}

/* Save tasks and spans; afterwards they are as they were. */
static void
save_tasks(struct act_work *w)
{
	struct act_task *k;
	size_t i;

	for (k = w->task; k < w->task + w->ntask; k++) {
		if (memcmp(&k->now, &k->was, sizeof(k->now)) == 0)
			continue;
		if (k->fresh)
			save_row(w->db, sql[STMT_TASK_INSERT], task_columns,
			    &k->now);
		else
			save_changes(w->db, task_parts, task_columns, &k->was,
			    &k->now);
		reader_task(w, &k->was, &k->now);
		k->fresh = 0;
		k->was = k->now;
	}
	for (i = 0; i < w->nspan; i++)
		db_put(w->db, sql[STMT_SPAN_INSERT], "ititi",
		    w->span[i].task_id, w->span[i].phase, w->span[i].from,
		    w->span[i].party, (int64_t)w->span[i].still);
	w->nspan = 0;
}

/* Accounts of a case that has just ended, over the saved tasks. */
static void
end_accounts(struct act_work *w)
{
	struct accounts sum;

	if (case_accounts(w->o, &w->c, w->c.ended_at, &sum) != CASE_OK) {
		w->broken = "the accounts of the case cannot be made";
		return;
	}
	w->c.own = sum.own;
	w->c.queue = sum.queue;
	w->c.outside = sum.outside;
	w->c.waiting = sum.applicant;
	w->c.closed = sum.closed;
}

/* -- what was typed and handed in -------------------------------------- */

/* Save the consents of the form, with the words that were shown. */
static void
save_consents(struct act_work *w)
{
	const struct sop_row *row = w->form_task == 0 ? NULL :
	    sop_row_at(w->sop, (int)w->t->pos);
	size_t i;

	for (i = 0; row != NULL && i < w->form->nvalue; i++) {
		const struct act_value *v = &w->form->value[i];
		const struct sop_field *f = sop_field_of(row, v->name);

		if (f->type == FIELD_CONSENT)
			db_put(w->db, sql[STMT_CONSENT], "iittti",
			    id_new(w->a->now), w->c.id, f->name, v->value,
			    f->choice[0].label, w->a->now);
	}
}

int64_t
act_record_document(struct act_work *w, int64_t task_id,
    const struct act_file *f)
{
	int64_t id = id_new(w->a->now);

	db_put(w->db, sql[STMT_DOCUMENT], "iiitttitii", id, w->c.id, task_id,
	    f->field, f->name, f->type, f->size, f->hash, w->a->now,
	    w->a->actor.person_id);
	return id;
}

/* Files of the form, now that their task is in the database. */
static void
save_files(struct act_work *w)
{
	size_t i;

	for (i = 0; w->form_task != 0 && i < w->form->nfile; i++)
		act_record_document(w, w->form_task, &w->form->file[i]);
	w->form_task = 0;
}

/* -- words for the search ---------------------------------------------- */

static void
put_word(void *arg, const char *word, int office)
{
	const struct act_work *w = arg;

	db_put(w->db, sql[STMT_WORD], "tii", word, w->c.id, (int64_t)office);
}

/* The event's words, by which its case is found. */
static void
save_words(struct act_work *w, int64_t task_id)
{
	const char *number = strcmp(w->c_was.number, w->c.number) != 0 ?
	    w->c.number : NULL;
	struct task_row t = { 0 };

	for (size_t i = 0; i < w->ntask; i++)
		if (w->task[i].now.id == task_id)
			t = w->task[i].now;
	if (t.id == 0 && task_id != 0)
		task_get(w->o, task_id, &t);
	search_event(number, w->payload, t.id != 0 && w->sop != NULL ?
	    sop_row_at(w->sop, (int)t.pos) : NULL, t.external != 0, put_word,
	    w);
}

/* -- the event --------------------------------------------------------- */

/* Changed columns of the tasks, by id; a changed task counts its version. */
static json_t *
tasks_effect(struct act_work *w)
{
	json_t *tasks = json_object(), *part;
	struct act_task *k;
	char id[24];

	for (k = w->task; k < w->task + w->ntask; k++) {
		part = json_object();
		if (columns_diff(task_columns, &k->was, &k->now, 0, part) != 0)
			w->broken = "a column cannot be kept";
		if (json_object_size(part) > 0) {
			k->now.version += !k->fresh &&
			    (!k->held || !k->now.open);
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

/* [task, phase, instant], and of a party outside its slug and whether the limit
 * stands still. */
static json_t *
spans_effect(const struct act_work *w)
{
	const struct act_span *s;
	json_t *spans = json_array(), *span;

	for (s = w->span; s < w->span + w->nspan; s++) {
		span = json_pack("[IsI]", (json_int_t)s->task_id, s->phase,
		    (json_int_t)s->from);
		if (s->party[0] != '\0') {
			json_array_append_new(span, json_string(s->party));
			json_array_append_new(span, json_integer(s->still));
		}
		json_array_append_new(spans, span);
	}
	return spans;
}

/* The event's effect: the columns that changed.  Personal columns go to the
 * payload.  Given, free(). */
static char *
effect_text(struct act_work *w, json_t *tasks, json_t *spans)
{
	json_t *all, *c = json_object(), *personal = json_object();
	char *text;

	if (columns_diff(case_columns, &w->c_was, &w->c, 0, c) != 0 ||
	    columns_diff(case_columns, &w->c_was, &w->c, 1, personal) != 0)
		w->broken = "a column cannot be kept";
	if (json_object_size(personal) > 0)
		json_object_set(w->payload, "case", personal);
	json_decref(personal);
	all = json_pack("{sososo}", "case", c, "tasks", tasks, "spans", spans);
	if (w->effect != NULL)
		json_object_update(all, w->effect);
	text = json_dumps(all, JSON_COMPACT);
	json_decref(all);
	return text;
}

static void
describe(const struct act_work *w, struct event *e)
{
	e->stream = w->c.id;
	e->recorded_at = w->a->now;
	e->occurred_at = w->at;
	e->capacity = "";
	if (e->actor_kind == ACTOR_PERSON) {
		e->actor_id = w->a->actor.person_id;
		e->behalf_id = w->a->actor.behalf_id;
		e->capacity = w->capacity;
	}
	if (!w->recorded)
		e->idem = w->a->idem;
	e->begins = w->c_fresh;
}

/* The event of a deputy names the order and the person whose place it is. */
static void
say_deputy(struct act_work *w, const struct event *e)
{
	struct db_stmt *st;
	json_t *deputy = NULL;

	if (w->t == NULL || (strcmp(e->capacity, "plh") != 0 &&
	    strcmp(e->capacity, "plt") != 0))
		return;
	st = db_query(w->db, sql[STMT_DEPUTY], "iittii", w->who,
	    w->a->actor.behalf_id ? w->at : w->a->now, w->t->performer,
	    e->capacity, w->t->unit_id, w->t->assignee_id);
	if (db_step(st))
		deputy = json_pack("{s:s, s:I, s:o*}", "order", db_text(st, 0),
		    "of", (json_int_t)db_int(st, 1), "substitute",
		    db_int(st, 2) ? json_true() : NULL);
	db_done(st);
	if (deputy != NULL)
		json_object_set_new(w->payload, "deputy", deputy);
}

/* Append the event; its effect is taken over. */
static void
append(struct act_work *w, struct event *e, json_t *tasks, json_t *spans)
{
	char *effect = effect_text(w, tasks, spans);
	char *payload = json_dumps(w->payload, JSON_COMPACT);

	save_words(w, e->task_id);
	e->effect = effect;
	e->payload = payload;
	if (effect == NULL || payload == NULL)
		w->broken = "an event cannot be written";
	else if (event_append(w->db, e) == 0 && e->seq != w->c.seq)
		w->broken = "the case and its history differ in length";
	free(effect);
	free(payload);
	json_object_clear(w->payload);
}

/* A case that parts opens its children; one that ended ends its own, or its
 * parent. */
static int
follow(struct act_work *w, int ended)
{
	int err = CASE_OK;

	if (w->parts != 0 && !w->beside)
		err = case_child_open_all(w);
	w->parts = 0;
	return err == CASE_OK && ended && !w->beside ? case_child_ended(w) :
	    err;
}

int
act_record(struct act_work *w, const char *kind, int64_t task_id,
    enum actor_kind who)
{
	struct event e = { .kind = kind, .task_id = task_id,
	    .actor_kind = who };
	struct case_row saved = w->c_was;	/* as the database has it */
	json_t *tasks, *spans;
	int ended;

	/* The first event of an act has the number that ordered it, and that is
	 * written already. */
	if (w->c.seq == w->c_was.seq)
		w->c.seq++;
	else
		saved.seq = w->c.seq;
	describe(w, &e);
	say_deputy(w, &e);
	tasks = tasks_effect(w);
	spans = spans_effect(w);
	if (w->c_fresh) {
		save_row(w->db, sql[STMT_CASE_INSERT], case_columns, &w->c);
		saved = w->c;
	}
	w->c_fresh = 0;
	save_tasks(w);
	save_consents(w);
	save_files(w);
	act_message_write(w);
	ended = w->c.ended_at != 0 && w->c_was.ended_at == 0;
	if (ended)
		end_accounts(w);
	append(w, &e, tasks, spans);
	reader_event(w, &e);
	save_changes(w->db, case_parts, case_columns, &saved, &w->c);
	w->c_was = w->c;
	w->recorded = 1;
	return w->broken != NULL || db_failed(w->db) ? CASE_DB :
	    follow(w, ended);
}
