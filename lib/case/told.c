/*
 * told.c - what is due to be told to the people of the office: new work in
 * bundles, and a digest once a working morning.
 *
 * Each person is one transaction: the facts that are news are written down
 * with the message that tells them, so a tick that is cut off, repeated or
 * late tells each fact once.  The database decides what is news: a fact that
 * is written down already is none.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/column.h"
#include "case/mine.h"
#include "case/rows.h"
#include "case/telling.h"
#include "case/work.h"
#include "clock/calendar.h"
#include "store/id.h"

#define BUNDLE_SECONDS (15 * 60)	/* new work is told at most so often */
#define FORGET_SECONDS (60 * 86400)	/* after the task closed */
#define LINES 10			/* tasks a message names */

enum stmt {
	STMT_PEOPLE,
	STMT_TASKS,
	STMT_BELOW,
	STMT_FACT,
	STMT_MESSAGE,
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
#define TOLD_TASKS \
	"SELECT " TASK_COLUMNS ", c.number, v.name, s.no, " RETURNED \
	"  FROM tasks t JOIN cases c ON c.id = t.case_id" \
	"  JOIN sop_versions v ON v.id = t.version_id" \
	"  JOIN steps s ON s.version_id = t.version_id AND s.pos = t.pos"
#define TOLD_ORDER \
	" ORDER BY t.due_at IS NULL, t.due_at, c.number, t.id"

static const char *const sql[STMT__MAX] = {
	[STMT_PEOPLE] = (
		"SELECT p.id, p.name, p.phone, p.email,"
		" coalesce(s.work_by, ''), coalesce(s.digest_by, 'mail'),"
		" coalesce(s.work_at, 0), coalesce(s.digest_at, 0)"
		"  FROM people p LEFT JOIN tellings s ON s.person_id = p.id"
		" WHERE p.active = 1 AND p.institution_id IS NULL"
		" ORDER BY p.id"),
	[STMT_TASKS] = (
		TOLD_TASKS " WHERE t.external = 0"
		"  AND t.id IN (" MINE " UNION " ROLE ")" TOLD_ORDER),
	/* Late work of those whose superior position the person holds, or held
	 * by a position that was merged into one he holds. */
	[STMT_BELOW] = (
		"WITH RECURSIVE above (id) AS ("
		"  SELECT h.role_id FROM holders h WHERE h.person_id = $1"
		"    AND h.from_at <= $2 AND (h.to_at IS NULL OR h.to_at > $2)"
		"  UNION SELECT r.id FROM roles r JOIN above a"
		"    ON r.successor_id = a.id WHERE r.valid_to <= $2) "
		TOLD_TASKS " WHERE t.open = 1 AND t.external = 0"
		"  AND t.due_at < $2 AND EXISTS (SELECT 1 FROM people p"
		"   WHERE p.superior_role_id IN (SELECT id FROM above)"
		"   AND p.active = 1 AND p.id <> $1"
		"   AND p.id IN (SELECT coalesce(t.claimed_by, t.assignee_id)"
		"    UNION SELECT h.person_id FROM performers f"
		"     JOIN holders h ON h.role_id = f.role_id"
		"     WHERE f.expr = t.performer AND t.claimed_by IS NULL"
		"      AND t.assignee_id IS NULL AND h.from_at <= $2"
		"      AND (h.to_at IS NULL OR h.to_at > $2)))" TOLD_ORDER),
	[STMT_FACT] =
		"INSERT INTO told (person_id, task_id, fact)"
		" VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
	[STMT_MESSAGE] = (
		"INSERT INTO messages (id, person_id, kind, channel, address,"
		" subject, body, fact, state, queued_at, expires_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', $9, $10)"
		" ON CONFLICT (fact) DO NOTHING"),
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
		"DELETE FROM told WHERE person_id = $1 AND task_id IN"
		" (SELECT t.id FROM tasks t WHERE t.open = 0"
		"   AND t.recorded_at < $2)"),
};

struct listener {
	int64_t	id;
	char	name[160], phone[24], email[128];
	char	work_by[12], digest_by[12];
	int64_t	work_at, digest_at;
};

struct item {
	struct task_row	t;
	char		number[24], sop[96], no[8];
	int64_t		returned;
};

/* Tasks under one heading: how many there are, and the first of them. */
struct section {
	int	n;
	char	lines[LINES * 200];
};

/* One person being told. */
struct telling_tx {
	struct office			*o;
	const struct tick_rules		*rules;
	int64_t				 now;
	const struct listener		*to;
	int				 queued;
};

static void
read_listener(struct db_stmt *st, void *row)
{
	struct listener *l = row;

	l->id = db_int(st, 0);
	db_copy(st, 1, l->name, sizeof(l->name));
	db_copy(st, 2, l->phone, sizeof(l->phone));
	db_copy(st, 3, l->email, sizeof(l->email));
	db_copy(st, 4, l->work_by, sizeof(l->work_by));
	db_copy(st, 5, l->digest_by, sizeof(l->digest_by));
	l->work_at = db_int(st, 6);
	l->digest_at = db_int(st, 7);
}

static void
read_item(struct db_stmt *st, void *row)
{
	struct item *i = row;
	int n = TASK_NCOLUMNS;

	columns_read(task_columns, st, 0, &i->t);
	db_copy(st, n, i->number, sizeof(i->number));
	db_copy(st, n + 1, i->sop, sizeof(i->sop));
	db_copy(st, n + 2, i->no, sizeof(i->no));
	i->returned = db_int(st, n + 3);
}

static const struct row_kind listeners = { sizeof(struct listener),
	read_listener, "" };
static const struct row_kind items = { sizeof(struct item), read_item, "" };

/* -- words --------------------------------------------------------------- */

__attribute__((format(printf, 3, 4))) static void
append(char *buf, size_t size, const char *fmt, ...)
{
	size_t len = strlen(buf);
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(buf + len, size - len, fmt, ap);
	va_end(ap);
}

/* ", batas 24 Nov, 10.00" in office time. */
static void
append_due(struct telling_tx *x, char *buf, size_t size, int64_t due)
{
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr",
		"Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des" };
	struct cal_local l;

	if (due == 0)
		return;
	calendar_local(office_calendar(x->o), due, &l);
	append(buf, size, ", batas %d %s, %02d.%02d", l.day,
	    months[l.month - 1], l.hour, l.minute);
}

/* Number, SOP, row and limit: nothing personal leaves the office this way. */
static void
add(struct telling_tx *x, struct section *s, const struct item *i,
    int whose)
{
	char who[160], *buf = s->lines;
	size_t size = sizeof(s->lines);

	if (s->n++ >= LINES)
		return;
	append(buf, size, "- %s, %s, langkah %s", i->number, i->sop, i->no);
	if (whose)
		append(buf, size, ", %s", performer_name(x->o, i->t.performer,
		    who, sizeof(who)));
	append_due(x, buf, size, i->t.due_at);
	append(buf, size, "\n");
}

static void
append_section(char *body, size_t size, const char *title,
    const struct section *s)
{
	if (s->n == 0)
		return;
	append(body, size, "%s (%d):\n%s", title, s->n, s->lines);
	if (s->n > LINES)
		append(body, size, "dan %d lainnya\n", s->n - LINES);
	append(body, size, "\n");
}

/* -- one message --------------------------------------------------------- */

/* Is it the first time that this person is told this of the task? */
static int
is_news(struct telling_tx *x, const struct item *i, const char *fact)
{
	return db_run(office_db(x->o), sql[STMT_FACT], "iit", x->to->id,
	    i->t.id, fact) == 1;
}

static const char *
address(const struct listener *l, const char *way)
{
	return strcmp(way, TELLING_WHATSAPP) == 0 ? l->phone :
	    strcmp(way, TELLING_MAIL) == 0 ? l->email : "";
}

struct letter {
	const char	*kind, *way, *fact, *subject, *body;
};

/* What is not sent before the office closes is not sent at all. */
static void
queue(struct telling_tx *x, const struct letter *m)
{
	int64_t closes = calendar_day_end(office_calendar(x->o), x->now, 0);

	x->queued += db_run(office_db(x->o), sql[STMT_MESSAGE], "iittttttii",
	    id_new(x->now), x->to->id, m->kind, m->way,
	    address(x->to, m->way), m->subject, m->body, m->fact, x->now,
	    closes) == 1;
}

/* -- new work ------------------------------------------------------------ */

/* A task that lies in the queue; one that came back waits for the morning. */
static const char *
new_fact(const struct telling_tx *x, const struct item *i)
{
	if (strcmp(i->t.phase, "queue") != 0 || i->returned)
		return NULL;
	return i->t.assignee_id == x->to->id ? "handed" : "new";
}

static int
bundle(struct db *db, void *arg)
{
	struct telling_tx *x = arg;
	struct section news = { 0 };
	struct item *list;
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
			add(x, &news, &list[i], 0);
	free(list);
	if (news.n == 0)
		return CASE_OK;
	snprintf(subject, sizeof(subject), "%d tugas baru menunggu Anda",
	    news.n);
	append_section(body, sizeof(body), "Tugas baru untuk Anda", &news);
	append(body, sizeof(body), "Kotak masuk: %s", x->rules->inbox);
	queue(x, &(struct letter){ "work", x->to->work_by, NULL, subject,
	    body });
	db_run(db, sql[STMT_BUNDLED], "ii", x->to->id, x->now);
	return CASE_OK;
}

/* -- the digest ---------------------------------------------------------- */

struct digest {
	struct section	late, soon, returned, far;
	int		now_late, now_soon;	/* told before, too */
};

/* Does the instant lie in the day of now? */
static int
is_today(const struct telling_tx *x, int64_t at)
{
	struct cal_local a, b;

	calendar_local(office_calendar(x->o), at, &a);
	calendar_local(office_calendar(x->o), x->now, &b);
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* A month's evaluation has days to be taken and then minutes of work, so that
 * too little of its limit is left for a digest: the last morning tells. */
static int
is_last_call(const struct telling_tx *x, const struct task_row *t)
{
	return strcmp(t->kind, "evaluate") == 0 &&
	    strcmp(t->phase, "queue") == 0 && is_today(x, t->due_at);
}

static enum case_err
gather_own(struct telling_tx *x, struct digest *d)
{
	struct item *list;
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
			add(x, &d->late, &list[i], 0);
		else if (urgency == 1 && is_news(x, &list[i], "soon"))
			add(x, &d->soon, &list[i], 0);
		else if (urgency == 0 && list[i].returned &&
		    strcmp(list[i].t.phase, "queue") == 0 &&
		    is_news(x, &list[i], "returned"))
			add(x, &d->returned, &list[i], 0);
	}
	if (err == CASE_OK)
		free(list);
	return err;
}

/* Late by more than the standard once again. */
static int
is_far(const struct telling_tx *x, const struct task_row *t)
{
	const struct calendar *cal = office_calendar(x->o);
	struct standard s = task_standard(t);

	return calendar_elapsed(cal, t->due_at, x->now) > standard_seconds(&s,
	    s.max, calendar_day_length(cal, x->now));
}

static enum case_err
gather_below(struct telling_tx *x, struct digest *d)
{
	struct item *list;
	size_t i, n;
	enum case_err err = row_all(x->o, db_query(office_db(x->o),
	    sql[STMT_BELOW], "ii", x->to->id, x->now), &items, &list, &n);

	for (i = 0; err == CASE_OK && i < n; i++)
		if (is_far(x, &list[i].t) && is_news(x, &list[i], "far"))
			add(x, &d->far, &list[i], 1);
	if (err == CASE_OK)
		free(list);
	return err;
}

static void
queue_digest(struct telling_tx *x, const struct digest *d)
{
	char body[4 * sizeof(d->late.lines)] = "", subject[96], fact[64];
	struct cal_local l;

	calendar_local(office_calendar(x->o), x->now, &l);
	snprintf(fact, sizeof(fact), "digest/%lld/%04d-%02d-%02d",
	    (long long)x->to->id, l.year, l.month, l.day);
	snprintf(subject, sizeof(subject), "Tugas Anda: %d terlambat, %d "
	    "hampir habis waktunya", d->now_late, d->now_soon);
	append_section(body, sizeof(body), "Baru terlambat", &d->late);
	append_section(body, sizeof(body), "Hampir habis waktunya", &d->soon);
	append_section(body, sizeof(body), "Dikembalikan kepada Anda",
	    &d->returned);
	append_section(body, sizeof(body), "Tugas bawahan Anda, terlambat "
	    "lebih dari satu kali batasnya lagi", &d->far);
	append(body, sizeof(body), "Sekarang pada Anda: %d terlambat, %d "
	    "hampir habis waktunya.\nKotak masuk: %s", d->now_late,
	    d->now_soon, x->rules->inbox);
	queue(x, &(struct letter){ "digest", x->to->digest_by, fact, subject,
	    body });
}

static int
digest(struct db *db, void *arg)
{
	struct telling_tx *x = arg;
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

/* -- the tick ------------------------------------------------------------ */

static enum case_err
tell_one(struct telling_tx *x, int *done)
{
	const struct listener *l = x->to;
	enum case_err err = CASE_OK;

	if (address(l, l->digest_by)[0] != '\0' &&
	    !is_today(x, l->digest_at)) {
		err = case_err_tx(x->o, db_tx(office_db(x->o), digest, x));
		*done += err == CASE_OK ? x->queued : 0;
	}
	if (err == CASE_OK && address(l, l->work_by)[0] != '\0' &&
	    x->now - l->work_at >= BUNDLE_SECONDS) {
		err = case_err_tx(x->o, db_tx(office_db(x->o), bundle, x));
		*done += err == CASE_OK ? x->queued : 0;
	}
	return err;
}

enum case_err
tick_told(struct office *o, const struct tick_rules *rules, int64_t now,
    int *done)
{
	struct telling_tx x = { .o = o, .rules = rules, .now = now };
	struct listener *list;
	size_t i, n;
	enum case_err err, first = CASE_OK;

	if (!calendar_is_open(office_calendar(o), now))
		return CASE_OK;
	err = row_all(o, db_query(office_db(o), sql[STMT_PEOPLE], ""),
	    &listeners, &list, &n);
	if (err != CASE_OK)
		return err;
	for (i = 0; i < n; i++) {
		x.to = &list[i];
		err = tell_one(&x, done);
		if (first == CASE_OK)
			first = err;
	}
	free(list);
	return first;
}
