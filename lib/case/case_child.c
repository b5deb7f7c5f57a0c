/*
 * case_child.c - a case that parts: its children opened, ended, taken back,
 * listed.
 *
 * What an act does to another case than its own is work beside it, in the same
 * transaction: an event of the system in that case's own history.
 */
#include "case/case_child.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "case/act_frame.h"
#include "case/act_record.h"
#include "case/column.h"
#include "case/task_close.h"
#include "case/task_open.h"
#include "case/transition.h"
#include "office/row.h"
#include "people/person.h"
#include "store/id.h"

enum stmt {
	STMT_RAISE,
	STMT_OPEN_TASKS,
	STMT_OPEN,
	STMT_COUNT,
	STMT_COUNT_ALL,
	STMT_DONE,
	STMT_DOERS,
	STMT_NAMED,
	STMT_LIST,
	STMT__MAX
};

/* A child that was taken back has no visit but those. */
#define REAL \
	" AND EXISTS (SELECT 1 FROM tasks r WHERE r.case_id = c.id" \
	"   AND r.outcome <> 'void')"

static const char *const sql[STMT__MAX] = {
	[STMT_RAISE] = "UPDATE cases SET seq = seq + 1 WHERE id = $1",
	[STMT_OPEN_TASKS] = (
		"SELECT " TASK_COLUMNS " FROM tasks t WHERE t.case_id = $1"
		"   AND t.open = 1 ORDER BY t.opened_at, t.id"),
	[STMT_OPEN] = (
		"SELECT id FROM cases WHERE parent_id = $1 AND state = 'open'"
		" ORDER BY id"),
	[STMT_COUNT] = (
		"SELECT count(*), coalesce(sum(CASE c.state WHEN 'ended'"
		"   THEN 1 ELSE 0 END), 0) FROM cases c"
		" WHERE c.parent_id = $1" REAL),
	[STMT_COUNT_ALL] =
		"SELECT count(*) FROM cases WHERE parent_id = $1",
	[STMT_DONE] = (
		"SELECT count(*) FROM cases WHERE parent_id = $1"
		"   AND result = 'done'"),
	/* The persons who did a row the last time, each with the performer; of
	 * a seat it is the holder, whoever sat in for him. */
	[STMT_DOERS] = (
		"SELECT coalesce(t.assignee_id, t.closed_by), t.performer"
		"  FROM tasks t WHERE t.case_id = $1 AND t.pos = $2"
		"   AND t.side = 0 AND t.outcome = 'forward'"
		"   AND t.visit = (SELECT max(l.visit) FROM tasks l"
		"     WHERE l.case_id = $1 AND l.pos = $2 AND l.side = 0"
		"     AND l.outcome <> 'void')"
		" ORDER BY t.closed_at, t.id"),
	/* The texts typed when the last visits of a row were done. */
	[STMT_NAMED] = (
		"SELECT d.payload FROM tasks t"
		"  JOIN events e ON e.stream = $1 AND e.task_id = t.id"
		"    AND e.kind IN ('start', 'forward')"
		"  JOIN event_data d ON d.stream = e.stream AND d.seq = e.seq"
		" WHERE t.case_id = $1 AND t.pos = $2 AND t.side = 0"
		"   AND t.outcome = 'forward' AND e.seq = (SELECT max(l.seq)"
		"     FROM events l WHERE l.stream = $1 AND l.task_id = t.id"
		"     AND l.kind IN ('start', 'forward'))"
		"   AND t.visit = (SELECT max(v.visit) FROM tasks v"
		"     WHERE v.case_id = $1 AND v.pos = $2 AND v.side = 0"
		"     AND v.outcome <> 'void')"
		" ORDER BY t.closed_at, t.id"),
	[STMT_LIST] = (
		"SELECT " CASE_COLUMNS ", coalesce(p.name, ''),"
		" coalesce(s.no, ''), coalesce(t.performer, ''),"
		" coalesce(t.due_at, 0) FROM cases c"
		"  LEFT JOIN people p ON p.id = c.officer_id"
		"  LEFT JOIN tasks t ON t.id = (SELECT min(o.id) FROM tasks o"
		"    WHERE o.case_id = c.id AND o.open = 1 AND o.side = 0)"
		"  LEFT JOIN steps s ON s.version_id = t.version_id"
		"    AND s.pos = t.pos"
		" WHERE c.parent_id = $1" REAL " ORDER BY c.opened_at, c.id"),
};

/* -- work beside an act --------------------------------------------------- */

static struct act_work *
beside(struct act_work *w)
{
	struct act_work *sub = calloc(1, sizeof(*sub));

	if (sub == NULL) {
		w->broken = "out of memory";
		return NULL;
	}
	sub->o = w->o;
	sub->a = w->a;
	sub->act = w->act;
	sub->db = w->db;
	sub->cal = w->cal;
	sub->as_if = w->as_if;
	sub->sop = w->sop;
	sub->at = w->at;
	sub->capacity = "";
	sub->payload = json_object();
	sub->beside = 1;
	/* The key of the form is that of the act's own case. */
	sub->recorded = 1;
	return sub;
}

static void
beside_end(struct act_work *w, struct act_work *sub)
{
	if (sub->broken != NULL)
		w->broken = sub->broken;
	json_decref(sub->payload);
	free(sub);
}

/* Another case of the act's SOP version, with its open tasks. */
static int
load(struct act_work *sub, int64_t id)
{
	struct db_stmt *st;
	struct task_row t;
	int err;

	if (db_run(sub->db, sql[STMT_RAISE], "i", id) != 1)
		return CASE_DB;
	if ((err = case_get(sub->o, id, &sub->c)) != CASE_OK)
		return err;
	sub->c_was = sub->c;
	sub->c_was.seq--;
	st = db_query(sub->db, sql[STMT_OPEN_TASKS], "i", id);
	while (db_step(st)) {
		memset(&t, 0, sizeof(t));
		columns_read(task_columns, st, 0, &t);
		if (act_add_task(sub, &t, 0) == NULL)
			break;
	}
	return db_done(st) == 0 ? CASE_OK : CASE_DB;
}

/* -- opening -------------------------------------------------------------- */

#define CHILDREN_MAX 500

/* A person to have a child: from which row on, and as which performer. */
struct named {
	int64_t	person;
	int	pos;
	char	performer[96];
};

struct naming {
	struct named	list[CHILDREN_MAX];
	size_t		n;
};

/* Nobody has two; the first row that means a person counts. */
static void
name(struct naming *all, int64_t person, int pos, const char *performer)
{
	struct named *k;
	size_t i;

	for (i = 0; i < all->n; i++)
		if (all->list[i].person == person)
			return;
	if (person == 0 || all->n == CHILDREN_MAX)
		return;
	k = &all->list[all->n++];
	k->person = person;
	k->pos = pos;
	snprintf(k->performer, sizeof(k->performer), "%s", performer);
}

/* `tiap: same-as:2|same-as:4`: who did those rows. */
static void
name_doers(struct act_work *w, const struct sop_row *row, struct naming *all)
{
	char each[256], *part, *rest = each;
	struct db_stmt *st;
	char performer[96];
	int64_t person;

	snprintf(each, sizeof(each), "%s", row->each);
	while ((part = strsep(&rest, "|")) != NULL) {
		st = db_query(w->db, sql[STMT_DOERS], "ii", w->c.id,
		    (int64_t)sop_row_no(w->sop, part + strlen("same-as:")));
		while (db_step(st)) {
			person = db_int(st, 0);
			db_copy(st, 1, performer, sizeof(performer));
			name(all, person, row->pos, performer);
		}
		db_done(st);
	}
}

/* The persons whom a field of an earlier row named, an id on each line. */
static void
name_listed(struct act_work *w, const struct sop_row *row,
    const struct sop_row *of, struct naming *all)
{
	struct db_stmt *st = db_query(w->db, sql[STMT_NAMED], "ii", w->c.id,
	    (int64_t)of->pos);
	const char *ids;
	json_t *payload;
	char *end;
	int64_t person;

	while (db_step(st)) {
		payload = json_loads(db_text(st, 0), 0, NULL);
		ids = json_string_value(json_object_get(json_object_get(
		    payload, "fields"), row->designate));
		while (ids != NULL && *ids != '\0') {
			person = strtoll(ids, &end, 10);
			name(all, person, row->pos, row->performer);
			ids = end + strspn(end, "\n");
			if (person == 0)
				break;
		}
		json_decref(payload);
	}
	db_done(st);
}

static void
name_all(struct act_work *w, struct naming *all)
{
	const struct sop_row *row;
	int pos, of;

	for (pos = 1; pos <= w->sop->nrows; pos++) {
		row = sop_row_at(w->sop, pos);
		if (row->each == NULL)
			continue;
		if (strncmp(row->each, "same-as:", 8) == 0) {
			name_doers(w, row, all);
			continue;
		}
		for (of = 1; of < pos; of++)
			if (sop_field_of(sop_row_at(w->sop, of),
			    row->designate) != NULL)
				name_listed(w, row, sop_row_at(w->sop, of),
				    all);
	}
}

static void
describe(struct act_work *w, struct act_work *sub, int64_t person, size_t n)
{
	struct case_row *c = &sub->c;
	char code[CASE_CODE_LEN + 1], who[160], subject[512];

	sub->c_fresh = 1;
	c->id = id_new(w->a->now);
	c->parent_id = w->c.id;
	c->officer_id = person;
	c->unit_id = w->c.unit_id;
	c->version_id = w->c.version_id;
	c->opened_at = w->a->now;
	snprintf(c->number, sizeof(c->number), "%.16s/%zu", w->c.number, n);
	snprintf(c->state, sizeof(c->state), "open");
	snprintf(subject, sizeof(subject), "%s, %s", person_name(w->o, person,
	    who, sizeof(who)), w->c.subject);
	utf8_copy(c->subject, sizeof(c->subject), subject);
	office_code(w->o, c->id, code);
	office_code_hash(w->o, code, c->code_hash);
}

static int
open_one(struct act_work *w, const struct named *k, size_t n)
{
	struct act_work *sub = beside(w);
	int err;

	if (sub == NULL)
		return CASE_DB;
	describe(w, sub, k->person, n);
	if ((err = task_open_child(sub, k->pos, k->performer)) == CASE_OK)
		err = act_record(sub, "child", sub->task[0].now.id,
		    ACTOR_SYSTEM);
	beside_end(w, sub);
	return err;
}

int
case_child_open_all(struct act_work *w)
{
	struct naming *all = calloc(1, sizeof(*all));
	size_t i, before;
	int err = CASE_OK;

	if (all == NULL)
		return CASE_DB;
	before = (size_t)row_int(db_query(w->db, sql[STMT_COUNT_ALL], "i",
	    w->c.id));
	name_all(w, all);
	if (all->n == 0)
		err = office_fail(w->o, CASE_STATE, "",
		    "Belum ada pegawai yang disebut untuk langkah %s.",
		    sop_row_at(w->sop, w->parts)->no);
	for (i = 0; i < all->n && err == CASE_OK; i++)
		err = open_one(w, &all->list[i], before + i + 1);
	w->a->children = (int64_t)all->n;
	free(all);
	return err;
}

/* -- ending --------------------------------------------------------------- */

/* A child ends as its parent did, with the same words. */
static int
end_child(struct act_work *w, int64_t id, enum outcome outcome,
    const char *kind)
{
	struct act_work *sub = beside(w);
	int err;

	if (sub == NULL)
		return CASE_DB;
	if ((err = load(sub, id)) == CASE_OK) {
		act_say(sub, "note", w->a->note);
		task_close_others(sub, NULL, outcome, w->at);
		transition_end(sub, outcome == OUTCOME_VOID ? "cancelled" :
		    w->c.result, w->at);
		err = act_record(sub, kind, 0, ACTOR_SYSTEM);
	}
	beside_end(w, sub);
	return err;
}

static int
end_children(struct act_work *w, enum outcome outcome, const char *kind)
{
	int64_t *id;
	size_t i, n;
	int err = row_ids(w->o, db_query(w->db, sql[STMT_OPEN], "i", w->c.id),
	    &id, &n);

	if (err != CASE_OK)
		return err;
	for (i = 0; i < n && err == CASE_OK; i++)
		err = end_child(w, id[i], outcome, kind);
	free(id);
	return err;
}

int
case_child_take_back(struct act_work *w)
{
	return end_children(w, OUTCOME_VOID, "recall");
}

/* The last child has ended: the parent is done, or has the last result when no
 * child was done. */
static int
end_parent(struct act_work *w)
{
	struct act_work *sub = beside(w);
	int err;

	if (sub == NULL)
		return CASE_DB;
	if ((err = load(sub, w->c.parent_id)) == CASE_OK &&
	    sub->c.ended_at == 0) {
		transition_end(sub, row_int(db_query(w->db, sql[STMT_DONE],
		    "i", sub->c.id)) != 0 ? "done" : w->c.result,
		    w->c.ended_at);
		err = act_record(sub, "children", 0, ACTOR_SYSTEM);
	}
	beside_end(w, sub);
	return err;
}

int
case_child_ended(struct act_work *w)
{
	if (w->c.parent_id == 0)
		return end_children(w, strcmp(w->c.result, "withdrawn") == 0 ?
		    OUTCOME_WITHDRAWN : OUTCOME_CANCELLED, w->act->kind);
	if (row_int(db_query(w->db, sql[STMT_OPEN], "i",
	    w->c.parent_id)) != 0)
		return CASE_OK;
	return end_parent(w);
}

/* -- reading -------------------------------------------------------------- */

static void
read_child(struct db_stmt *st, void *row)
{
	const int n = CASE_NCOLUMNS;
	struct case_child *k = row;

	columns_read(case_columns, st, 0, &k->c);
	db_copy(st, n, k->person, sizeof(k->person));
	db_copy(st, n + 1, k->at_no, sizeof(k->at_no));
	db_copy(st, n + 2, k->at_performer, sizeof(k->at_performer));
	k->due_at = db_int(st, n + 3);
}

static const struct row_kind children = ROW_READ(struct case_child, read_child,
    "");

enum case_err
case_child_list(struct office *o, int64_t parent_id, struct case_child **list,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "i",
	    parent_id), &children, list, count);
}

enum case_err
case_child_count(struct office *o, int64_t parent_id, int64_t *all,
    int64_t *ended)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_COUNT], "i",
	    parent_id);
	int rc;

	*all = *ended = 0;
	if (db_step(st)) {
		*all = db_int(st, 0);
		*ended = db_int(st, 1);
	}
	rc = db_done(st);
	return rc != 0 ? office_err_tx(o, rc) : CASE_OK;
}
