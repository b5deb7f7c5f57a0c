/* bottleneck.c - reasons of returns, longest waits, slowest cases. */
#include "month/bottleneck.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock/calendar.h"
#include "office/soplist.h"
#include "people/performer.h"

enum stmt {
	STMT_RETURNS,
	STMT_WAITS,
	STMT_OUTSIDE,
	STMT_SLOW,
	STMT__MAX
};

#define OF_SOP(table) \
	" AND " SOPLIST_SQL_REAL(table ".version_id") \
	" AND ($3 = '' OR EXISTS (SELECT 1 FROM sop_versions x" \
	" JOIN sops s ON s.id = x.sop_id" \
	" WHERE x.id = " table ".version_id AND s.slug = $3))"

/* The visits of the office that were longest in an account. */
#define LONGEST(account) ( \
	"SELECT c.id, t." account ", c.number, v.name, r.no, t.performer" \
	"  FROM tasks t JOIN cases c ON c.id = t.case_id" \
	"  JOIN sop_versions v ON v.id = t.version_id" \
	"  JOIN steps r ON r.version_id = t.version_id" \
	"   AND r.pos = t.pos" \
	" WHERE t.closed_at >= $1 AND t.closed_at < $2" \
	"   AND t.external = 0 AND t." account " > 0" \
	"   AND t.outcome <> 'void'" \
	OF_SOP("t") " ORDER BY t." account " DESC, t.id LIMIT 5")

static const char *const sql[STMT__MAX] = {
	[STMT_RETURNS] = (
		"SELECT d.payload FROM tasks t"
		"  JOIN events e ON e.stream = t.case_id AND e.task_id = t.id"
		"   AND e.kind = 'return'"
		"  JOIN event_data d ON d.stream = e.stream AND d.seq = e.seq"
		" WHERE t.closed_at >= $1 AND t.closed_at < $2"
		"   AND t.outcome = 'return'" OF_SOP("t")
		" ORDER BY t.closed_at, t.id"),
	[STMT_WAITS] = LONGEST("queue"),
	[STMT_OUTSIDE] = LONGEST("outside"),
	[STMT_SLOW] = (
		"SELECT c.id, c.number, v.name, c.own, c.queue, c.opened_at,"
		" c.ended_at FROM cases c"
		"  JOIN sop_versions v ON v.id = c.version_id"
		" WHERE c.ended_at >= $1 AND c.ended_at < $2"
		"   AND c.evaluation = 0 AND c.parent_id IS NULL"
		"   AND c.own + c.queue > 0" OF_SOP("c")
		" ORDER BY c.own + c.queue DESC, c.id LIMIT 5"),
};

static struct db_stmt *
query(struct office *o, enum stmt which, const struct month_figures *f)
{
	return db_query(office_db(o), sql[which], "iit", f->from, f->to,
	    f->sop);
}

/* -- reasons --------------------------------------------------------------- */

struct reasons {
	struct bottleneck_reason	*list;
	size_t			 n;
};

static int
count_reason(struct reasons *r, const char *text, size_t len)
{
	struct bottleneck_reason *list;
	char key[sizeof(list->text)];
	size_t i;

	while (len > 0 && (*text == ' ' || *text == '.')) {
		text++;
		len--;
	}
	if (len < 3 || len >= sizeof(key))
		return 0;
	snprintf(key, sizeof(key), "%.*s", (int)len, text);
	for (i = 0; i < r->n; i++)
		if (strcmp(r->list[i].text, key) == 0) {
			r->list[i].count++;
			return 0;
		}
	list = realloc(r->list, (r->n + 1) * sizeof(*list));
	if (list == NULL)
		return -1;
	r->list = list;
	memcpy(list[r->n].text, key, sizeof(key));
	list[r->n++].count = 1;
	return 0;
}

/* Count the first line of a note, sentence by sentence. */
static int
count_note(struct reasons *r, const char *note)
{
	const char *end = note + strcspn(note, "\n"), *dot;
	int failed = 0;

	while (!failed && note < end) {
		for (dot = note; dot < end && *dot != '.'; dot++)
			continue;
		failed = count_reason(r, note, (size_t)(dot - note));
		note = dot + 1;
	}
	return failed;
}

static int
by_count(const void *a, const void *b)
{
	const struct bottleneck_reason *x = a, *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return strcmp(x->text, y->text);
}

static int
find_reasons(struct office *o, const struct month_figures *f,
    struct bottlenecks *c)
{
	struct db_stmt *st = db_scan(office_db(o), sql[STMT_RETURNS], "iit",
	    f->from, f->to, f->sop);
	struct reasons r = { NULL, 0 };
	const char *note;
	json_t *payload;
	size_t i;
	int failed = 0;

	while (!failed && db_step(st)) {
		payload = json_loads(db_text(st, 0), 0, NULL);
		note = json_string_value(json_object_get(payload, "note"));
		if (note != NULL)
			failed = count_note(&r, note);
		json_decref(payload);
	}
	if (r.n > 0)
		qsort(r.list, r.n, sizeof(*r.list), by_count);
	for (i = 0; i < r.n && i < BOTTLENECK_MOST; i++)
		if (r.list[i].count >= BOTTLENECK_LEAST)
			c->reason[c->nreason++] = r.list[i];
	free(r.list);
	return db_done(st) != 0 || failed ? -1 : 0;
}

/* -- waits and cases ------------------------------------------------------ */

static int
find_waits(struct office *o, const struct month_figures *f, enum stmt which,
    struct bottleneck_wait *list, size_t *n)
{
	struct db_stmt *st = query(o, which, f);
	struct bottleneck_wait *w;

	while (*n < BOTTLENECK_MOST && db_step(st)) {
		w = &list[(*n)++];
		w->case_id = db_int(st, 0);
		w->time = db_int(st, 1);
		db_copy(st, 2, w->number, sizeof(w->number));
		db_copy(st, 3, w->sop, sizeof(w->sop));
		db_copy(st, 4, w->no, sizeof(w->no));
		performer_name(o, db_text(st, 5), w->role, sizeof(w->role));
	}
	return db_done(st);
}

static int
find_slow(struct office *o, const struct month_figures *f,
    struct bottlenecks *c)
{
	struct db_stmt *st = query(o, STMT_SLOW, f);
	const struct calendar *cal = office_calendar(o);
	struct bottleneck_case *s;

	while (c->nslow < BOTTLENECK_MOST && db_step(st)) {
		s = &c->slow[c->nslow++];
		s->case_id = db_int(st, 0);
		db_copy(st, 1, s->number, sizeof(s->number));
		db_copy(st, 2, s->sop, sizeof(s->sop));
		s->own = db_int(st, 3);
		s->queue = db_int(st, 4);
		/* Working time is the office's, or it is not. */
		s->away = calendar_elapsed(cal, db_int(st, 5),
		    db_int(st, 6)) - s->own - s->queue;
		if (s->away < 0)
			s->away = 0;
	}
	return db_done(st);
}

enum case_err
bottleneck_find(struct office *o, const struct month_figures *f,
    struct bottlenecks *c)
{
	memset(c, 0, sizeof(*c));
	if (find_reasons(o, f, c) != 0 || find_slow(o, f, c) != 0 ||
	    find_waits(o, f, STMT_WAITS, c->wait, &c->nwait) != 0 ||
	    find_waits(o, f, STMT_OUTSIDE, c->outside, &c->noutside) != 0)
		return office_err_tx(o, DB_ERROR);
	return CASE_OK;
}
