/*
 * rebuild.c - derive cases, tasks and spans again from events, and compare.
 *
 * The effect of every event names the columns it changed; personal columns of
 * a case stand in the payload.  Where a payload was destroyed by a recorded
 * act its personal columns are left as they are.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/column.h"
#include "case/event.h"
#include "case/work.h"

enum stmt {
	STMT_CASES,
	STMT_SPANS,
	STMT_SPANS_DELETE,
	STMT_SPAN_INSERT,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_CASES] = "SELECT id FROM cases ORDER BY id",
	[STMT_SPANS] =
		"SELECT s.task_id, s.phase, s.from_at FROM spans s"
		"  JOIN tasks t ON t.id = s.task_id WHERE t.case_id = $1"
		" ORDER BY s.task_id, s.n",
	[STMT_SPANS_DELETE] = "DELETE FROM spans WHERE task_id = $1",
	[STMT_SPAN_INSERT] =
		"INSERT INTO spans (task_id, n, phase, from_at)"
		" VALUES ($1, $2, $3, $4)",
};

/* A case as its events tell it. */
struct told {
	struct case_row	 c;
	int		 destroyed;	/* some payload is gone */
	struct task_row	*task;
	size_t		 ntask;
	struct told_span {
		int64_t	task_id, from;
		char	phase[12];
	}		*span;
	size_t		 nspan;
};

struct check {
	struct office	*o;
	rebuild_fault	*fault;
	void		*arg;
	int		 faults;
	struct told	 told;
};

static void
fault(struct check *k, const char *what)
{
	k->faults++;
	k->fault(k->arg, k->told.c.id, what);
}

static struct task_row *
told_task(struct told *t, int64_t id)
{
	struct task_row *more;
	size_t i;

	for (i = 0; i < t->ntask; i++)
		if (t->task[i].id == id)
			return &t->task[i];
	more = realloc(t->task, (t->ntask + 1) * sizeof(*more));
	if (more == NULL)
		return NULL;
	t->task = more;
	memset(&more[t->ntask], 0, sizeof(*more));
	more[t->ntask].id = id;
	return &more[t->ntask++];
}

static void
told_spans(struct told *t, const json_t *spans)
{
	struct told_span *more;
	json_t *s;
	size_t i;

	json_array_foreach(spans, i, s) {
		more = realloc(t->span, (t->nspan + 1) * sizeof(*more));
		if (more == NULL)
			return;
		t->span = more;
		more += t->nspan++;
		more->task_id = json_integer_value(json_array_get(s, 0));
		snprintf(more->phase, sizeof(more->phase), "%s",
		    json_string_value(json_array_get(s, 1)));
		more->from = json_integer_value(json_array_get(s, 2));
	}
}

/* One event more. */
static void
tell(struct check *k, const struct event *e)
{
	struct told *t = &k->told;
	json_t *effect = json_loads(e->effect, 0, NULL), *payload, *cols;
	const char *id;
	struct task_row *row;

	if (effect == NULL) {
		fault(k, "efek kejadian tidak terbaca");
		return;
	}
	columns_apply(case_columns, json_object_get(effect, "case"), &t->c);
	t->c.seq = e->seq;
	json_object_foreach(json_object_get(effect, "tasks"), id, cols)
		if ((row = told_task(t, strtoll(id, NULL, 10))) != NULL)
			columns_apply(task_columns, cols, row);
	told_spans(t, json_object_get(effect, "spans"));
	json_decref(effect);
	payload = e->payload[0] ? json_loads(e->payload, 0, NULL) : NULL;
	if (payload == NULL)
		t->destroyed = 1;
	columns_apply(case_columns, json_object_get(payload, "case"), &t->c);
	json_decref(payload);
}

static void
compare(struct check *k, const struct column *c, const void *told,
    const void *row, const char *which)
{
	char what[128];

	for (; c->name != NULL; c++) {
		if (column_same(c, told, row) ||
		    (c->personal && k->told.destroyed))
			continue;
		snprintf(what, sizeof(what), "%s: %s berbeda", which, c->name);
		fault(k, what);
	}
}

static void
compare_tasks(struct check *k)
{
	struct task_row *rows, *t;
	size_t n, i, j;

	if (case_tasks(k->o, k->told.c.id, &rows, &n) != CASE_OK)
		return;
	for (i = 0; i < n; i++) {
		for (j = 0; j < k->told.ntask; j++)
			if (k->told.task[j].id == rows[i].id)
				break;
		if (j == k->told.ntask)
			fault(k, "tugas tanpa kejadian");
		else
			compare(k, task_columns, &k->told.task[j], &rows[i],
			    "tugas");
	}
	for (j = 0; j < k->told.ntask; j++) {
		t = &k->told.task[j];
		for (i = 0; i < n && rows[i].id != t->id; i++)
			;
		if (i == n)
			fault(k, "tugas hilang");
	}
	free(rows);
}

/* Spans are compared as a list: by task, in the order they were written. */
static void
compare_spans(struct check *k)
{
	struct db_stmt *st = db_query(office_db(k->o), sql[STMT_SPANS], "i",
	    k->told.c.id);
	const struct told_span *s;
	char *seen = calloc(k->told.nspan + 1, 1);
	size_t i, n = 0;

	while (seen != NULL && db_step(st)) {
		n++;
		for (i = 0; i < k->told.nspan; i++) {
			s = &k->told.span[i];
			if (!seen[i] && s->task_id == db_int(st, 0) &&
			    strcmp(s->phase, db_text(st, 1)) == 0 &&
			    s->from == db_int(st, 2))
				break;
		}
		if (i < k->told.nspan)
			seen[i] = 1;
		else
			fault(k, "jejak waktu tanpa kejadian");
	}
	db_done(st);
	if (seen != NULL && n < k->told.nspan)
		fault(k, "jejak waktu hilang");
	free(seen);
}

static void
told_free(struct told *t)
{
	free(t->task);
	free(t->span);
	memset(t, 0, sizeof(*t));
}

static int
check_case(struct check *k, int64_t id)
{
	struct event_reader *r;
	struct event e;
	struct case_row row;

	r = event_read(office_db(k->o), id);
	while (event_next(r, &e))
		tell(k, &e);
	event_done(r);
	if (k->told.c.id == 0) {
		k->told.c.id = id;
		fault(k, "perkara tanpa kejadian");
	} else if (case_get(k->o, id, &row) != CASE_OK) {
		return -1;
	} else {
		compare(k, case_columns, &k->told.c, &row, "perkara");
		compare_tasks(k);
		compare_spans(k);
	}
	return 0;
}

/* -- mending ------------------------------------------------------------ */

static int
mend(struct db *db, void *arg)
{
	struct check *k = arg;
	struct told *t = &k->told;
	struct case_row row;
	size_t i, j;
	int64_t n;

	if (case_get(k->o, t->c.id, &row) != CASE_OK)
		return CASE_DB;
	if (t->destroyed) {
		memcpy(t->c.subject, row.subject, sizeof(row.subject));
		memcpy(t->c.applicant, row.applicant, sizeof(row.applicant));
		memcpy(t->c.phone, row.phone, sizeof(row.phone));
		memcpy(t->c.email, row.email, sizeof(row.email));
	}
	work_save_case(db, &t->c);
	for (i = 0; i < t->ntask; i++) {
		work_save_task(db, &t->task[i]);
		db_run(db, sql[STMT_SPANS_DELETE], "i", t->task[i].id);
		for (j = 0, n = 0; j < t->nspan; j++)
			if (t->span[j].task_id == t->task[i].id)
				db_run(db, sql[STMT_SPAN_INSERT], "iiti",
				    t->task[i].id, ++n, t->span[j].phase,
				    t->span[j].from);
	}
	return CASE_OK;
}

int
rebuild(struct office *o, int mends, rebuild_fault *f, void *arg,
    int64_t *cases)
{
	struct check k = { .o = o, .fault = f, .arg = arg };
	struct db_stmt *st = db_query(office_db(o), sql[STMT_CASES], "");
	int64_t *id = NULL, *more;
	size_t n = 0, i;
	int before, failed = 0;

	while (db_step(st)) {
		if ((more = realloc(id, (n + 1) * sizeof(*id))) == NULL)
			break;
		id = more;
		id[n++] = db_int(st, 0);
	}
	failed = db_done(st) != 0;
	for (i = 0; i < n && !failed; i++) {
		before = k.faults;
		failed = check_case(&k, id[i]) != 0;
		if (!failed && mends && k.faults > before)
			failed = db_tx(office_db(o), mend, &k) != 0;
		told_free(&k.told);
	}
	free(id);
	*cases = (int64_t)n;
	return failed ? -1 : k.faults;
}
