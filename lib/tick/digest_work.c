/*
 * digest_work.c - what is news of a person's work: new tasks, and the digest of
 * a morning.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/column.h"
#include "case/inbox_sql.h"
#include "clock/calendar.h"
#include "office/row.h"
#include "tick/digest_raw.h"

#define FORGET_SECONDS (60 * 86400)	/* after the task closed */

enum stmt {
	STMT_TASKS,
	STMT_BELOW,
	STMT_BUNDLED,
	STMT_DIGESTED,
	STMT_FORGET,
	STMT__MAX
};

/* The task was opened by a return to its row. */
#define RETURNED \
	"EXISTS (SELECT 1 FROM tasks r WHERE r.case_id = t.case_id" \
	"  AND r.outcome = 'return' AND r.return_pos = t.pos" \
	"  AND r.recorded_at = t.opened_at)"
#define DIGEST_TASKS \
	"SELECT " TASK_COLUMNS ", c.number, v.name, s.no, " RETURNED \
	"  FROM tasks t JOIN cases c ON c.id = t.case_id" \
	"  JOIN sop_versions v ON v.id = t.version_id" \
	"  JOIN steps s ON s.version_id = t.version_id AND s.pos = t.pos"
#define DIGEST_ORDER \
	" ORDER BY t.due_at IS NULL, t.due_at, c.number, t.id"

static const char *const sql[STMT__MAX] = {
	[STMT_TASKS] = (
		DIGEST_TASKS " WHERE t.external = 0"
		"  AND t.id IN (" INBOX_SQL_MINE " UNION " INBOX_SQL_ROLE ")" DIGEST_ORDER),
	/* Late work of those whose superior position the person holds, or held
	 * by a position that was merged into one he holds. */
	[STMT_BELOW] = (
		"WITH RECURSIVE above (id) AS ("
		"  SELECT h.role_id FROM holders h WHERE h.person_id = $1"
		"    AND h.from_at <= $2 AND (h.to_at IS NULL OR h.to_at > $2)"
		"  UNION SELECT r.id FROM roles r JOIN above a"
		"    ON r.successor_id = a.id WHERE r.valid_to <= $2) "
		DIGEST_TASKS " WHERE t.open = 1 AND t.external = 0"
		"  AND t.due_at < $2 AND EXISTS (SELECT 1 FROM people p"
		"   WHERE p.superior_role_id IN (SELECT id FROM above)"
		"   AND p.active = 1 AND p.id <> $1"
		"   AND p.id IN (SELECT coalesce(t.claimed_by, t.assignee_id)"
		"    UNION SELECT h.person_id FROM performers f"
		"     JOIN holders h ON h.role_id = f.role_id"
		"     WHERE f.expr = t.performer AND t.claimed_by IS NULL"
		"      AND t.assignee_id IS NULL AND h.from_at <= $2"
		"      AND (h.to_at IS NULL OR h.to_at > $2)))" DIGEST_ORDER),
	[STMT_BUNDLED] = (
		"INSERT INTO tellings (person_id, work_by, digest_by, work_at,"
		" digest_at) VALUES ($1, '', 'mail', $2, 0)"
		" ON CONFLICT (person_id) DO UPDATE"
		" SET work_at = excluded.work_at"),
	[STMT_DIGESTED] = (
		"INSERT INTO tellings (person_id, work_by, digest_by, work_at,"
		" digest_at) VALUES ($1, '', 'mail', 0, $2)"
		" ON CONFLICT (person_id) DO UPDATE"
		" SET digest_at = excluded.digest_at"),
	[STMT_FORGET] = (
		"DELETE FROM told WHERE person_id = $1 AND EXISTS"
		" (SELECT 1 FROM tasks t WHERE t.id = told.task_id"
		"   AND t.open = 0 AND t.recorded_at < $2)"),
};

static void
read_item(struct db_stmt *st, void *row)
{
	struct digest_item *i = row;
	int n = TASK_NCOLUMNS;

	columns_read(task_columns, st, 0, &i->t);
	db_copy(st, n, i->number, sizeof(i->number));
	db_copy(st, n + 1, i->sop, sizeof(i->sop));
	db_copy(st, n + 2, i->no, sizeof(i->no));
	i->returned = db_int(st, n + 3);
}

static const struct row_kind items = { sizeof(struct digest_item), read_item,
	"" };

/* -- new work ------------------------------------------------------------ */

/* A task that lies in the queue; one that came back waits for the morning. */
static const char *
new_fact(const struct digest_run *x, const struct digest_item *i)
{
	if (strcmp(i->t.phase, "queue") != 0 || i->returned)
		return NULL;
	return i->t.assignee_id == x->to->id ? "handed" : "new";
}

int
send_new_work(struct db *db, void *arg)
{
	struct digest_run *x = arg;
	struct digest_section news = { 0 };
	struct digest_item *list;
	const char *fact;
	char body[4096] = "", subject[64];
	size_t i, n;
	enum case_err err;

	x->queued = 0;
	err = row_all(x->o, db_query(db, sql[STMT_TASKS], "ii", x->to->id,
	    x->now), &items, &list, &n);
	if (err != CASE_OK)
		return err;
	for (i = 0; i < n; i++)
		if ((fact = new_fact(x, &list[i])) != NULL &&
		    is_news(x, &list[i], fact))
			add_item(x, &news, &list[i], 0);
	free(list);
	if (news.n == 0)
		return CASE_OK;
	snprintf(subject, sizeof(subject), "%d tugas baru menunggu Anda",
	    news.n);
	digest_section(body, sizeof(body), "Tugas baru untuk Anda", &news);
	append_text(body, sizeof(body), "Kotak masuk: %s", x->rules->inbox);
	queue_message(x, &(struct digest_message){ "work", x->to->work_by, NULL,
	    subject, body });
	db_run(db, sql[STMT_BUNDLED], "ii", x->to->id, x->now);
	return CASE_OK;
}

/* -- the digest ---------------------------------------------------------- */

struct digest {
	struct digest_section	late, soon, returned, far;
	int		now_late, now_soon;	/* told before, too */
};

/* A month's evaluation has days to be taken and then minutes of work, so that
 * too little of its limit is left for a digest: the last morning tells. */
static int
is_last_call(const struct digest_run *x, const struct task_row *t)
{
	return strcmp(t->kind, "evaluate") == 0 &&
	    strcmp(t->phase, "queue") == 0 && is_today(x, t->due_at);
}

static enum case_err
gather_own(struct digest_run *x, struct digest *d)
{
	struct digest_item *list;
	size_t i, n;
	int urgency;
	enum case_err err = row_all(x->o, db_query(office_db(x->o),
	    sql[STMT_TASKS], "ii", x->to->id, x->now), &items, &list, &n);

	for (i = 0; err == CASE_OK && i < n; i++) {
		urgency = task_urgency(x->o, &list[i].t, x->now,
		    x->rules->soon_percent);
		if (urgency == 0 && is_last_call(x, &list[i].t))
			urgency = 1;
		d->now_late += urgency == 2;
		d->now_soon += urgency == 1;
		if (urgency == 2 && is_news(x, &list[i], "late"))
			add_item(x, &d->late, &list[i], 0);
		else if (urgency == 1 && is_news(x, &list[i], "soon"))
			add_item(x, &d->soon, &list[i], 0);
		else if (urgency == 0 && list[i].returned &&
		    strcmp(list[i].t.phase, "queue") == 0 &&
		    is_news(x, &list[i], "returned"))
			add_item(x, &d->returned, &list[i], 0);
	}
	if (err == CASE_OK)
		free(list);
	return err;
}

/* Late by more than the standard once again. */
static int
is_far(const struct digest_run *x, const struct task_row *t)
{
	const struct calendar *cal = office_calendar(x->o);
	struct standard s = task_standard(t);

	return calendar_elapsed(cal, t->due_at, x->now) > standard_seconds(&s,
	    s.max, calendar_day_length(cal, x->now));
}

static enum case_err
gather_below(struct digest_run *x, struct digest *d)
{
	struct digest_item *list;
	size_t i, n;
	enum case_err err = row_all(x->o, db_query(office_db(x->o),
	    sql[STMT_BELOW], "ii", x->to->id, x->now), &items, &list, &n);

	for (i = 0; err == CASE_OK && i < n; i++)
		if (is_far(x, &list[i].t) && is_news(x, &list[i], "far"))
			add_item(x, &d->far, &list[i], 1);
	if (err == CASE_OK)
		free(list);
	return err;
}

static void
queue_digest(struct digest_run *x, const struct digest *d)
{
	char body[4 * sizeof(d->late.lines)] = "", subject[96], fact[64];
	struct cal_local l;

	calendar_local(office_calendar(x->o), x->now, &l);
	snprintf(fact, sizeof(fact), "digest/%lld/%04d-%02d-%02d",
	    (long long)x->to->id, l.year, l.month, l.day);
	snprintf(subject, sizeof(subject), "Tugas Anda: %d terlambat, %d "
	    "hampir habis waktunya", d->now_late, d->now_soon);
	digest_section(body, sizeof(body), "Baru terlambat", &d->late);
	digest_section(body, sizeof(body), "Hampir habis waktunya", &d->soon);
	digest_section(body, sizeof(body), "Dikembalikan kepada Anda",
	    &d->returned);
	digest_section(body, sizeof(body), "Tugas bawahan Anda, terlambat "
	    "lebih dari satu kali batasnya lagi", &d->far);
	append_text(body, sizeof(body), "Sekarang pada Anda: %d terlambat, %d "
	    "hampir habis waktunya.\nKotak masuk: %s", d->now_late,
	    d->now_soon, x->rules->inbox);
	queue_message(x, &(struct digest_message){ "digest", x->to->digest_by, fact,
	    subject, body });
}

int
send_digest(struct db *db, void *arg)
{
	struct digest_run *x = arg;
	struct digest d = { 0 };
	enum case_err err;

	x->queued = 0;
	if ((err = gather_own(x, &d)) != CASE_OK ||
	    (err = gather_below(x, &d)) != CASE_OK)
		return err;
	if (d.late.n + d.soon.n + d.returned.n + d.far.n > 0)
		queue_digest(x, &d);
	db_run(db, sql[STMT_FORGET], "ii", x->to->id,
	    x->now - FORGET_SECONDS);
	db_run(db, sql[STMT_DIGESTED], "ii", x->to->id, x->now);
	return CASE_OK;
}
