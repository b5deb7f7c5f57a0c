/*
 * absence_move.c - the tasks of somebody who is away: moved, and back.
 */
#include "case/absence_move.h"

#include <stdlib.h>

#include "case/act.h"
#include "case/act_hold.h"
#include "case/task.h"
#include "office/row.h"
#include "people/absence.h"

enum stmt {
	STMT_ALL,
	STMT_CHOSEN,
	STMT_GIVEN,
	STMT_ITEMS,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_ALL] = (
		"SELECT id FROM tasks WHERE open = 1 AND claimed_by = $1"
		"   AND external = 0"
		" UNION SELECT id FROM tasks WHERE open = 1"
		"   AND assignee_id = $1 AND claimed_by IS NULL"
		"   AND external = 0 ORDER BY 1"),
	[STMT_CHOSEN] = (
		"SELECT task_id FROM absence_tasks WHERE absence_id = $1"
		"   AND moved_at IS NULL ORDER BY task_id"),
	/* Those that the stand-in still has. */
	[STMT_GIVEN] = (
		"SELECT t.id FROM absence_tasks x JOIN tasks t"
		"  ON t.id = x.task_id WHERE x.absence_id = $1"
		"   AND t.open = 1 AND t.claimed_by = x.to_id ORDER BY t.id"),
	[STMT_ITEMS] = (
		"SELECT t.id, t.case_id, x.moved_at, c.number, v.name, s.no,"
		" coalesce(p.name, ''), t.open, coalesce(q.name, '')"
		"  FROM absence_tasks x JOIN tasks t ON t.id = x.task_id"
		"  JOIN cases c ON c.id = t.case_id"
		"  JOIN sop_versions v ON v.id = t.version_id"
		"  JOIN steps s ON s.version_id = t.version_id"
		"   AND s.pos = t.pos"
		"  LEFT JOIN people p ON p.id = x.to_id"
		"  LEFT JOIN people q ON q.id = coalesce(t.closed_by,"
		"   t.claimed_by, t.assignee_id)"
		" WHERE x.absence_id = $1 AND x.moved_at IS NOT NULL"
		" ORDER BY c.number, t.id"),
};

#define MEMBER(m) ROW_MEMBER(struct absence_item, m)
static const struct row_kind items = ROW_KIND(struct absence_item, "",
    MEMBER(task_id), MEMBER(case_id), MEMBER(moved_at), MEMBER(number),
    MEMBER(sop_name), MEMBER(no), MEMBER(to), MEMBER(open), MEMBER(with));

enum case_err
absence_items(struct office *o, int64_t absence_id,
    struct absence_item **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_ITEMS], "i",
	    absence_id), &items, list, count);
}

/* -- moving ---------------------------------------------------------------- */

/* Move each; what is refused stays where it is. */
static enum case_err
move_each(struct office *o, const struct act *how, const int64_t *id,
    size_t n, struct absence_moved *m)
{
	for (size_t i = 0; i < n; i++) {
		struct act a = *how;
		enum case_err err;

		a.task_id = id[i];
		err = act_move(o, &a);
		if (err == CASE_BUSY || err == CASE_DB)
			return err;
		m->moved += err == CASE_OK;
		m->kept += err != CASE_OK;
	}
	return CASE_OK;
}

static enum case_err
move_tasks(struct office *o, const struct absence *x, int64_t by, int64_t now,
    struct absence_moved *m)
{
	const struct act how = { .actor = { .person_id = by }, .now = now,
	    .absence_id = x->id, .person_id = x->stand_in_id,
	    .note = x->reason };
	int chosen = x->tasks == ABSENCE_CHOSEN;
	int64_t *id;
	size_t n;
	enum case_err err;

	if (x->tasks == ABSENCE_KEPT)
		return CASE_OK;
	err = row_ids(o, db_query(office_db(o), sql[chosen ? STMT_CHOSEN :
	    STMT_ALL], "i", chosen ? x->id : x->person_id), &id, &n);
	if (err != CASE_OK)
		return err;
	err = move_each(o, &how, id, n, m);
	free(id);
	return err;
}

enum case_err
absence_move(struct office *o, int64_t id, int64_t by, int64_t now,
    struct absence_moved *m)
{
	struct absence x;
	enum case_err err = absence_get(o, id, &x);

	*m = (struct absence_moved){ 0, 0 };
	if (err != CASE_OK || x.state != ABSENCE_CONFIRMED ||
	    x.from_at > now || x.moved_at != 0 ||
	    (x.to_at != 0 && x.to_at <= now))
		return err;
	if ((err = move_tasks(o, &x, by, now, m)) != CASE_OK)
		return err;
	return absence_is_moved(o, id, now, x.stand_in_id != 0 ? m->moved : 0);
}

/* -- the tick -------------------------------------------------------------- */

/* Back to the person who was away.  Where he holds the role no longer either it
 * stays, and administrators see it as one to be freed (claim_list.h). */
static enum case_err
give_back(struct office *o, const struct absence *x, int64_t task_id,
    int64_t now)
{
	struct act a = { .now = now, .absence_id = x->id, .task_id = task_id,
	    .person_id = x->person_id, .note = "masa pengganti berakhir" };
	struct actor stand_in = { .person_id = x->stand_in_id };
	struct task_row t;
	const char *capacity;
	enum case_err err = task_get(o, task_id, &t);

	if (err != CASE_OK || case_may_do(o, &stand_in, &t, now, &capacity))
		return err;
	return act_move(o, &a);
}

static enum case_err
see_over(struct office *o, int64_t id, int64_t now)
{
	struct absence x;
	int64_t *task;
	size_t n;
	enum case_err err = absence_get(o, id, &x);

	if (err != CASE_OK || (err = row_ids(o, db_query(office_db(o),
	    sql[STMT_GIVEN], "i", id), &task, &n)) != CASE_OK)
		return err;
	for (size_t i = 0; i < n && err != CASE_BUSY && err != CASE_DB; i++)
		err = give_back(o, &x, task[i], now);
	free(task);
	return err == CASE_BUSY || err == CASE_DB ? err :
	    absence_is_over(o, id, now);
}

static enum case_err
see_begun(struct office *o, int64_t id, int64_t now)
{
	struct absence_moved m;

	return absence_move(o, id, 0, now, &m);
}

static enum case_err
see_all(struct office *o, int64_t now, int *done,
    enum case_err (*due)(struct office *, int64_t, int64_t **, size_t *),
    enum case_err (*see)(struct office *, int64_t, int64_t))
{
	int64_t *id;
	size_t n;
	enum case_err first = CASE_OK, err = due(o, now, &id, &n);

	if (err != CASE_OK)
		return err;
	for (size_t i = 0; i < n; i++) {
		if ((err = see(o, id[i], now)) == CASE_OK)
			++*done;
		else if (first == CASE_OK)
			first = err;
	}
	free(id);
	return first;
}

enum case_err
absence_tick(struct office *o, int64_t now, int *done)
{
	enum case_err begun = see_all(o, now, done, absence_begun, see_begun);
	enum case_err over = see_all(o, now, done, absence_over, see_over);

	return begun != CASE_OK ? begun : over;
}
