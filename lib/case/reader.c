/*
 * reader.c - the people of cases, kept and compared.
 */
#include "case/reader.h"

#include "office/row.h"
#include "store/event.h"

enum stmt {
	STMT_ADD,
	STMT_DROP,
	STMT_ADD_VERSION,
	STMT_DROP_VERSION,
	STMT_MISSING,
	STMT_TOO_MANY,
	STMT_ADD_ALL,
	STMT_DROP_ALL,
	STMT__MAX
};

/* The people of all cases, as events, tasks and cases tell them.  An act in no
 * capacity (a note, a task that an administrator frees) is no part in a
 * case. */
#define PEOPLE \
	"(SELECT stream AS case_id, actor_id AS person_id FROM events" \
	"   WHERE capacity <> '' AND actor_id IS NOT NULL" \
	" UNION SELECT stream, behalf_id FROM events" \
	"   WHERE capacity <> '' AND behalf_id IS NOT NULL" \
	" UNION SELECT case_id, assignee_id FROM tasks" \
	"   WHERE assignee_id IS NOT NULL" \
	" UNION SELECT case_id, closed_by FROM tasks" \
	"   WHERE closed_by IS NOT NULL" \
	" UNION SELECT id, officer_id FROM cases" \
	"   WHERE officer_id IS NOT NULL) x"
#define TOLD \
	"SELECT x.person_id, c.version_id, c.opened_at, c.id FROM " PEOPLE \
	" JOIN cases c ON c.id = x.case_id"
#define KEPT \
	"SELECT person_id, version_id, opened_at, case_id FROM took_part"

static const char *const sql[STMT__MAX] = {
	[STMT_ADD] = (
		"INSERT INTO took_part (person_id, version_id, opened_at,"
		" case_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"),
	/* To whom a task is no longer given, unless there is more. */
	[STMT_DROP] = (
		"DELETE FROM took_part WHERE person_id = $1"
		"   AND version_id = $2 AND opened_at = $3 AND case_id = $4"
		"   AND NOT EXISTS (SELECT 1 FROM events e"
		"     WHERE e.stream = $4 AND e.capacity <> ''"
		"     AND (e.actor_id = $1 OR e.behalf_id = $1))"
		"   AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.case_id = $4"
		"     AND (t.assignee_id = $1 OR t.closed_by = $1))"
		"   AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.id = $4"
		"     AND c.officer_id = $1)"),
	/* A case has gone over to another version of its SOP. */
	[STMT_ADD_VERSION] = (
		"INSERT INTO took_part (person_id, version_id, opened_at,"
		" case_id) SELECT x.person_id, $2, $3, $1 FROM " PEOPLE
		" WHERE x.case_id = $1 ON CONFLICT DO NOTHING"),
	[STMT_DROP_VERSION] = (
		"DELETE FROM took_part WHERE case_id = $1"
		"   AND version_id = $2 AND opened_at = $3 AND person_id IN"
		"   (SELECT x.person_id FROM " PEOPLE " WHERE x.case_id = $1)"),
	[STMT_MISSING] = (
		"SELECT count(*) FROM (" TOLD " EXCEPT " KEPT ") missing"),
	[STMT_TOO_MANY] = (
		"SELECT count(*) FROM (" KEPT " EXCEPT " TOLD ") more"),
	[STMT_ADD_ALL] = (
		"INSERT INTO took_part (person_id, version_id, opened_at,"
		" case_id) " TOLD " WHERE 1 = 1 ON CONFLICT DO NOTHING"),
	[STMT_DROP_ALL] = "DELETE FROM took_part",
};

static void
add(struct act_work *w, int64_t person)
{
	if (person != 0)
		db_put(w->db, sql[STMT_ADD], "iiii", person, w->c.version_id,
		    w->c.opened_at, w->c.id);
}

static void
change(struct act_work *w, int64_t was, int64_t now)
{
	if (was == now)
		return;
	add(w, now);
	if (was != 0)
		db_put(w->db, sql[STMT_DROP], "iiii", was, w->c.version_id,
		    w->c.opened_at, w->c.id);
}

void
reader_task(struct act_work *w, const struct task_row *was,
    const struct task_row *now)
{
	change(w, was->assignee_id, now->assignee_id);
	/* The actor who closes it is told by the event. */
	if (now->closed_by != w->a->actor.person_id || was->closed_by != 0)
		change(w, was->closed_by, now->closed_by);
}

void
reader_event(struct act_work *w, const struct event *e)
{
	if (e->capacity[0] != '\0') {
		add(w, e->actor_id);
		add(w, e->behalf_id);
	}
	if (w->c.officer_id != w->c_was.officer_id)
		add(w, w->c.officer_id);
	if (w->c_was.version_id != 0 &&
	    w->c.version_id != w->c_was.version_id) {
		db_run(w->db, sql[STMT_ADD_VERSION], "iii", w->c.id,
		    w->c.version_id, w->c.opened_at);
		db_run(w->db, sql[STMT_DROP_VERSION], "iii", w->c.id,
		    w->c_was.version_id, w->c.opened_at);
	}
}

/* -- compared -------------------------------------------------------------- */

struct count {
	int	mends;
	int64_t	missing, more;
};

static int
compare(struct db *db, void *arg)
{
	struct count *k = arg;

	k->missing = row_int(db_scan(db, sql[STMT_MISSING], ""));
	k->more = row_int(db_scan(db, sql[STMT_TOO_MANY], ""));
	if (k->mends && k->missing + k->more > 0) {
		db_run(db, sql[STMT_DROP_ALL], "");
		db_run(db, sql[STMT_ADD_ALL], "");
	}
	return 0;
}

int
reader_check(struct office *o, int mends)
{
	struct count k = { .mends = mends };
	struct db *db = office_db(o);

	if (mends)
		return db_tx_alone(db, compare, &k) != 0 ? -1 :
		    (int)(k.missing + k.more);
	compare(db, &k);
	return db_failed(db) ? -1 : (int)(k.missing + k.more);
}
