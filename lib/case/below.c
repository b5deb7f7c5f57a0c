/* below.c - the open work of the people below, counted. */
#include "case/below.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/inbox.h"
#include "clock/calendar.h"
#include "office/row.h"
#include "people/performer.h"
#include "sop/sop.h"

enum stmt {
	STMT_ANY,
	STMT_TOP,
	STMT_HAS,
	STMT_TASKS,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_ANY] = (
		"SELECT CASE WHEN EXISTS (SELECT 1 FROM holders h"
		"  JOIN roles f"
		"   ON f.id = h.role_id OR f.successor_id = h.role_id"
		"  JOIN people p ON p.superior_role_id = f.id AND p.active = 1"
		"   AND p.id <> $1 WHERE h.person_id = $1"
		"   AND " ACCESS_SQL_NOW("h", "$2") ") THEN 1 ELSE 0 END"
		" + CASE WHEN "
		MANAGER_SQL_BY_ROLE("'lihat-semua'", "$1", "$2")
		" THEN 2 ELSE 0 END"),
	[STMT_TOP] =
		"SELECT 1 FROM people WHERE id = $1"
		"   AND superior_role_id IS NULL",
	[STMT_HAS] = (
		ACCESS_SQL_WITH("$1", "$2") BELOW_SQL_THEIRS
		" SELECT 1 FROM theirs WHERE id = $3"),
	[STMT_TASKS] = (
		"SELECT t.due_at, t.phase, t.performer,"
		" coalesce(t.claimed_by, t.assignee_id, 0),"
		" coalesce(p.name, ''), c.id, c.number, c.subject, v.name,"
		" c.version_id, c.promise_from, c.promise_to"
		"  FROM tasks t JOIN cases c ON c.id = t.case_id"
		"  JOIN sop_versions v ON v.id = t.version_id"
		"  LEFT JOIN people p"
		"   ON p.id = coalesce(t.claimed_by, t.assignee_id)"
		" WHERE v.version > 0 AND t.id IN (" BELOW_SQL_TASKS ")"
		" ORDER BY t.id"),
};

int
below_any(struct office *o, int64_t person_id, int64_t now)
{
	return (int)row_int(db_query(office_db(o), sql[STMT_ANY], "ii",
	    person_id, now));
}

int
below_is_top(struct office *o, int64_t person_id)
{
	return row_int(db_query(office_db(o), sql[STMT_TOP], "i",
	    person_id)) != 0;
}

int
below_has(struct office *o, int64_t person_id, int64_t task_id, int64_t now)
{
	return row_int(db_query(office_db(o), sql[STMT_HAS], "iii", person_id,
	    now, task_id)) != 0;
}

/* -- counting -------------------------------------------------------------- */

/* One read of the tasks; `failed`: no memory. */
struct counting {
	struct office	*o;
	struct below	*b;
	int64_t		 now, midnight, risk;	/* promises end by then */
	int		 failed;
};

/* Room for one more at the end of a list of n, which is zeroed; NULL without
 * memory. */
static void *
more(struct counting *k, void *list, size_t n, size_t size)
{
	char *longer = list;

	if ((n & (n - 1)) == 0)
		longer = realloc(list, (n == 0 ? 1 : 2 * n) * size);
	if (longer == NULL)
		k->failed = 1;
	else
		memset(longer + n * size, 0, size);
	return longer;
}

/* The entry of a list with that id and key, made when it is new; NULL without
 * memory. */
static struct below_count *
entry(struct counting *k, struct below_count **list, size_t *n, int64_t id,
    const char *key)
{
	struct below_count *longer;

	for (size_t i = 0; i < *n; i++)
		if ((*list)[i].id == id && strcmp((*list)[i].key, key) == 0)
			return &(*list)[i];
	if ((longer = more(k, *list, *n, sizeof(*longer))) == NULL)
		return NULL;
	*list = longer;
	longer += (*n)++;
	longer->id = id;
	snprintf(longer->key, sizeof(longer->key), "%s", key);
	return longer;
}

static void
count(const struct counting *k, struct below_count *c, struct db_stmt *st)
{
	const int64_t due = db_int(st, 0);

	if (c == NULL)
		return;
	c->open++;
	c->late += due != 0 && due < k->now;
	c->today += due >= k->now && due < k->midnight;
	c->outside += strcmp(db_text(st, 1), "outside") == 0;
}

static int
has_case(const struct below *b, int64_t id)
{
	for (size_t i = 0; i < b->npromise; i++)
		if (b->promise[i].case_id == id)
			return 1;
	return 0;
}

/* Keep the case of a task when its service time is at risk; each once. */
static void
keep_promise(struct counting *k, struct db_stmt *st)
{
	const struct sop *sop = office_sop(k->o, db_int(st, 9));
	struct below *b = k->b;
	struct below_promise *p;
	int64_t due;

	if (sop == NULL || sop->promise_days == 0 || db_null(st, 10) ||
	    !db_null(st, 11) || has_case(b, db_int(st, 5)))
		return;
	due = calendar_day_end(office_calendar(k->o), db_int(st, 10),
	    sop->promise_days);
	if (due > k->risk || (p = more(k, b->promise, b->npromise,
	    sizeof(*p))) == NULL)
		return;
	b->promise = p;
	p += b->npromise++;
	p->case_id = db_int(st, 5);
	p->due_at = due;
	db_copy(st, 6, p->number, sizeof(p->number));
	db_copy(st, 7, p->subject, sizeof(p->subject));
	db_copy(st, 8, p->sop, sizeof(p->sop));
}

static void
add(struct counting *k, struct db_stmt *st)
{
	struct below *b = k->b;
	struct below_count *role = entry(k, &b->role, &b->nrole, 0,
	    db_text(st, 2));
	struct below_count *person = entry(k, &b->person, &b->nperson,
	    db_int(st, 3), "");

	if (role != NULL && role->open == 0)
		performer_name(k->o, role->key, role->name,
		    sizeof(role->name));
	if (person != NULL && person->open == 0)
		db_copy(st, 4, person->name, sizeof(person->name));
	count(k, &b->all, st);
	count(k, role, st);
	count(k, person, st);
	keep_promise(k, st);
}

static int
by_lateness(const void *a, const void *b)
{
	const struct below_count *x = a, *y = b;

	if (x->late != y->late)
		return x->late > y->late ? -1 : 1;
	if (x->today != y->today)
		return x->today > y->today ? -1 : 1;
	if (x->open != y->open)
		return x->open > y->open ? -1 : 1;
	return strcmp(x->name, y->name);
}

static int
by_due(const void *a, const void *b)
{
	const struct below_promise *x = a, *y = b;

	if (x->due_at != y->due_at)
		return x->due_at < y->due_at ? -1 : 1;
	return strcmp(x->number, y->number);
}

enum case_err
below_read(struct office *o, int64_t person_id, int64_t now, struct below *b)
{
	struct counting k = { .o = o, .b = b, .now = now,
		.midnight = inbox_midnight(o, now),
		.risk = calendar_day_end(office_calendar(o), now, 1) };
	struct db_stmt *st = db_query(office_db(o), sql[STMT_TASKS], "ii",
	    person_id, now);

	memset(b, 0, sizeof(*b));
	while (!k.failed && db_step(st))
		add(&k, st);
	if (db_done(st) != 0 || k.failed) {
		below_free(b);
		return office_err_tx(o, DB_ERROR);
	}
	if (b->nrole > 0)
		qsort(b->role, b->nrole, sizeof(*b->role), by_lateness);
	if (b->nperson > 0)
		qsort(b->person, b->nperson, sizeof(*b->person), by_lateness);
	if (b->npromise > 0)
		qsort(b->promise, b->npromise, sizeof(*b->promise), by_due);
	return CASE_OK;
}

void
below_free(struct below *b)
{
	free(b->role);
	free(b->person);
	free(b->promise);
	memset(b, 0, sizeof(*b));
}
