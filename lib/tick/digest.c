/*
 * digest.c - messages to the people of the office: new work in bundles, and a
 * digest once a working morning.
 *
 * Each person is one transaction: the facts that are news to the person are
 * written down with the message that names them, so a tick that is cut off,
 * repeated or late names each fact once.  The database decides what is news: a
 * fact that is written down already is none.
 */
#include "tick/digest.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/column.h"
#include "case/inbox.h"
#include "clock/calendar.h"
#include "clock/month_name.h"
#include "office/row.h"
#include "people/performer.h"
#include "people/preference.h"
#include "store/id.h"
#include "tick/tick.h"

#define BUNDLE_SECONDS (15 * 60)	/* between two messages of new work */
#define FORGET_SECONDS (60 * 86400)	/* facts, after the task closed */
#define DIGEST_LINES 10			/* tasks a message names */

enum stmt {
	STMT_PEOPLE,
	STMT_FACT,
	STMT_MESSAGE,
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
	[STMT_PEOPLE] =
		"SELECT p.id, p.name, p.phone, p.email,"
		" coalesce(s.work_by, ''), coalesce(s.digest_by, 'mail'),"
		" coalesce(s.work_at, 0), coalesce(s.digest_at, 0)"
		"  FROM people p LEFT JOIN tellings s ON s.person_id = p.id"
		" WHERE p.active = 1 AND p.institution_id IS NULL"
		" ORDER BY p.id",
	[STMT_FACT] =
		"INSERT INTO told (person_id, task_id, fact)"
		" VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
	[STMT_MESSAGE] = (
		"INSERT INTO messages (id, person_id, kind, channel, address,"
		" subject, body, fact, state, queued_at, expires_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', $9, $10)"
		" ON CONFLICT (fact) DO NOTHING"),
	[STMT_TASKS] = (
		DIGEST_TASKS " WHERE t.external = 0 AND v.version > 0"
		"  AND t.id IN (" INBOX_SQL_MINE " UNION " INBOX_SQL_ROLE ")"
		DIGEST_ORDER),
	/* Late work of the people below: their superior position is one that
	 * the person holds, or one that was merged into it. */
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

struct digest_reader {
	int64_t	id;
	char	name[160], phone[24], email[128];
	char	work_by[12], digest_by[12];	/* preference.h; "": not */
	int64_t	work_at, digest_at;		/* the last of each */
};

struct digest_item {
	struct task_row	t;
	char		number[24], sop[96], no[8];
	int64_t		returned;
};

/* Tasks under one heading: how many there are, and the first of them. */
struct digest_section {
	int	n;
	char	lines[DIGEST_LINES * 200];
};

/* The tick for one person after the other. */
struct digest_run {
	struct office			*o;
	const struct tick_rules		*rules;
	int64_t				 now;
	const struct digest_reader	*to;
	int				 queued;
};

struct digest_message {
	const char	*kind, *way, *fact, *subject, *body;
};

#define MEMBER(m) ROW_MEMBER(struct digest_reader, m)
static const struct row_kind readers = ROW_KIND(struct digest_reader, "",
    MEMBER(id), MEMBER(name), MEMBER(phone), MEMBER(email), MEMBER(work_by),
    MEMBER(digest_by), MEMBER(work_at), MEMBER(digest_at));

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

static const struct row_kind items = ROW_READ(struct digest_item, read_item,
    "");

/* -- words --------------------------------------------------------------- */

/* Append to a text that ends within its buffer; cut when it is full. */
__attribute__((format(printf, 3, 4)))
static void
append_text(char *buf, size_t size, const char *fmt, ...)
{
	size_t len = strlen(buf);
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(buf + len, size - len, fmt, ap);
	va_end(ap);
}

/* ", batas 24 Nov, 10.00" in office time. */
static void
append_due(struct digest_run *x, char *buf, size_t size, int64_t due)
{
	struct cal_local l;

	if (due == 0)
		return;
	calendar_local(office_calendar(x->o), due, &l);
	append_text(buf, size, ", batas %d %s, %02d.%02d", l.day,
	    month_name_short("id", l.month), l.hour, l.minute);
}

/* Add a task to a section: number, SOP, row and limit, since nothing personal
 * leaves the office this way; `whose`: also its performer. */
static void
add_item(struct digest_run *x, struct digest_section *s,
    const struct digest_item *i, int whose)
{
	char who[160], *buf = s->lines;
	size_t size = sizeof(s->lines);

	if (s->n++ >= DIGEST_LINES)
		return;
	append_text(buf, size, "- %s, %s, langkah %s", i->number, i->sop,
	    i->no);
	if (whose)
		append_text(buf, size, ", %s", performer_name(x->o,
		    i->t.performer, who, sizeof(who)));
	append_due(x, buf, size, i->t.due_at);
	append_text(buf, size, "\n");
}

/* Append the heading and its tasks, unless there are none. */
static void
append_section(char *body, size_t size, const char *title,
    const struct digest_section *s)
{
	if (s->n == 0)
		return;
	append_text(body, size, "%s (%d):\n%s", title, s->n, s->lines);
	if (s->n > DIGEST_LINES)
		append_text(body, size, "dan %d lainnya\n",
		    s->n - DIGEST_LINES);
	append_text(body, size, "\n");
}

/* Does the instant lie in the day of now? */
static int
is_today(const struct digest_run *x, int64_t at)
{
	struct cal_local a, b;

	calendar_local(office_calendar(x->o), at, &a);
	calendar_local(office_calendar(x->o), x->now, &b);
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* -- one message --------------------------------------------------------- */

/* Note a fact about a task for this person; 1 when it was not noted before. */
static int
is_news(struct digest_run *x, const struct digest_item *i, const char *fact)
{
	return db_run(office_db(x->o), sql[STMT_FACT], "iit", x->to->id,
	    i->t.id, fact) == 1;
}

/* The person's address of a channel; "" without one. */
static const char *
address_of(const struct digest_reader *l, const char *way)
{
	return strcmp(way, PREFERENCE_WHATSAPP) == 0 ? l->phone :
	    strcmp(way, PREFERENCE_MAIL) == 0 ? l->email : "";
}

/* Queue a message to the person; it expires when the office closes. */
static void
queue_message(struct digest_run *x, const struct digest_message *m)
{
	int64_t closes = calendar_day_end(office_calendar(x->o), x->now, 0);

	x->queued += db_run(office_db(x->o), sql[STMT_MESSAGE], "iittttttii",
	    id_new(x->now), x->to->id, m->kind, m->way,
	    address_of(x->to, m->way), m->subject, m->body, m->fact, x->now,
	    closes) == 1;
}

/* -- new work ------------------------------------------------------------ */

/* Does it wait, and nobody has taken it? */
static int
is_untaken(const struct task_row *t)
{
	return strcmp(t->phase, "queue") == 0 && t->claimed_by == 0;
}

/* The fact that a task is new work: nobody has taken it.  NULL for others; a
 * task that was returned waits for the morning. */
static const char *
new_fact(const struct digest_run *x, const struct digest_item *i)
{
	if (!is_untaken(&i->t) || i->returned)
		return NULL;
	return i->t.assignee_id == x->to->id ? "handed" : "new";
}

/* Queue one message that names all new tasks; a transaction of its own. */
static int
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
	append_section(body, sizeof(body), "Tugas baru untuk Anda", &news);
	append_text(body, sizeof(body), "Kotak masuk: %s", x->rules->inbox);
	queue_message(x, &(struct digest_message){ "work", x->to->work_by, NULL,
	    subject, body });
	db_run(db, sql[STMT_BUNDLED], "ii", x->to->id, x->now);
	return CASE_OK;
}

/* -- the digest ---------------------------------------------------------- */

struct digest {
	struct digest_section	late, soon, returned, far;
	int	now_late, now_soon;	/* named before, too */
};

/* Must the digest name a task although most of its limit is left?  A month's
 * evaluation has days to be claimed and then minutes of work, so its last
 * morning does. */
static int
is_last_call(const struct digest_run *x, const struct task_row *t)
{
	return strcmp(t->kind, "evaluate") == 0 &&
	    strcmp(t->phase, "queue") == 0 && is_today(x, t->due_at);
}

/* Sort the person's own tasks into the digest. */
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
		    is_untaken(&list[i].t) &&
		    is_news(x, &list[i], "returned"))
			add_item(x, &d->returned, &list[i], 0);
	}
	if (err == CASE_OK)
		free(list);
	return err;
}

/* Is the task late by more than its limit once again? */
static int
is_far(const struct digest_run *x, const struct task_row *t)
{
	const struct calendar *cal = office_calendar(x->o);

	return calendar_elapsed(cal, t->due_at, x->now) > task_limit(cal, t);
}

/* Add the very late tasks of the people below. */
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
	append_section(body, sizeof(body), "Baru terlambat", &d->late);
	append_section(body, sizeof(body), "Hampir habis waktunya", &d->soon);
	append_section(body, sizeof(body), "Dikembalikan kepada Anda",
	    &d->returned);
	append_section(body, sizeof(body), "Tugas bawahan Anda, terlambat "
	    "lebih dari satu kali batasnya lagi", &d->far);
	append_text(body, sizeof(body), "Sekarang pada Anda: %d terlambat, %d "
	    "hampir habis waktunya.\nKotak masuk: %s", d->now_late,
	    d->now_soon, x->rules->inbox);
	queue_message(x, &(struct digest_message){ "digest", x->to->digest_by,
	    fact, subject, body });
}

/* Queue the morning's digest when there is news; a transaction of its own. */
static int
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

/* -- the tick ------------------------------------------------------------ */

/* Send one person what is due: the digest once a day, new work in bundles. */
static enum case_err
write_to_one(struct digest_run *x, int *done)
{
	const struct digest_reader *l = x->to;
	enum case_err err = CASE_OK;

	if (address_of(l, l->digest_by)[0] != '\0' &&
	    !is_today(x, l->digest_at)) {
		err = office_err_tx(x->o, db_tx(office_db(x->o), send_digest,
		    x));
		*done += err == CASE_OK ? x->queued : 0;
	}
	if (err == CASE_OK && address_of(l, l->work_by)[0] != '\0' &&
	    (l->work_at > x->now ||
	    x->now - l->work_at >= BUNDLE_SECONDS)) {
		err = office_err_tx(x->o, db_tx(office_db(x->o), send_new_work,
		    x));
		*done += err == CASE_OK ? x->queued : 0;
	}
	return err;
}

enum case_err
digest_tick(struct office *o, const struct tick_rules *rules, int64_t now,
    int *done)
{
	struct digest_run x = { .o = o, .rules = rules, .now = now };
	struct digest_reader *list;
	size_t i, n;
	enum case_err err, first = CASE_OK;

	if (!calendar_is_open(office_calendar(o), now))
		return CASE_OK;
	err = row_all(o, db_query(office_db(o), sql[STMT_PEOPLE], ""),
	    &readers, &list, &n);
	if (err != CASE_OK)
		return err;
	for (i = 0; i < n; i++) {
		x.to = &list[i];
		err = write_to_one(&x, done);
		if (first == CASE_OK)
			first = err;
	}
	free(list);
	return first;
}
