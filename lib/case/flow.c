/*
 * flow.c - the moves that acts are made of: phases, limits, closing a visit,
 * opening a row, going on, ending.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/work.h"
#include "clock/calendar.h"
#include "store/id.h"

enum stmt {
	STMT_VISITS,
	STMT_DONE_BY,
	STMT_FLAGS,
	STMT_SUPERIOR,
	STMT_HELD,
	STMT_MONTH,
	STMT_MESSAGE,
	STMT_ADMIN,
	STMT_OFFICIAL,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_VISITS] =
		"SELECT coalesce(max(visit), 0) FROM tasks"
		" WHERE case_id = $1 AND pos = $2 AND side = 0",
	[STMT_DONE_BY] =
		"SELECT performer, coalesce(closed_by, 0), external FROM tasks"
		" WHERE case_id = $1 AND pos = $2"
		"   AND outcome IN ('forward', 'end', 'refuse')"
		" ORDER BY closed_at DESC, id DESC LIMIT 1",
	[STMT_FLAGS] =
		"SELECT max(r.external), max(r.system) FROM performers p"
		"  JOIN roles r ON r.id = p.role_id WHERE p.expr = $1",
	[STMT_SUPERIOR] =
		"SELECT r.slug FROM people p"
		"  JOIN roles r ON r.id = p.superior_role_id WHERE p.id = $1",
	[STMT_HELD] =
		"SELECT 1 FROM roles r JOIN holders h ON h.role_id = r.id"
		"  JOIN people p ON p.id = h.person_id"
		" WHERE r.slug = $1 AND h.from_at <= $2 AND p.active = 1"
		"   AND (h.to_at IS NULL OR h.to_at > $2) LIMIT 1",
	[STMT_MONTH] =
		"SELECT 1 FROM months WHERE unit_id = $1 AND month = $2",
	[STMT_MESSAGE] =
		"INSERT INTO messages (id, case_id, task_id, kind, address,"
		" body, state, queued_at) VALUES ($1, $2, nullif($3, 0), $4,"
		" $5, $6, 'queued', $7)",
	[STMT_ADMIN] =
		"SELECT admin FROM people WHERE id = $1 AND active = 1",
	[STMT_OFFICIAL] =
		"SELECT 1 FROM people WHERE id = $1 AND active = 1"
		"   AND institution_id IS NULL",
};

struct standard
task_standard(const struct task_row *t)
{
	struct standard s;

	s.min = (int32_t)t->min;
	s.max = (int32_t)t->max;
	s.unit = (enum time_unit)time_unit_from(t->unit);
	s.measure = (enum time_measure)time_measure_from(t->measure);
	return s;
}

int
work_month_closed(struct work *w, int64_t at)
{
	struct cal_local l;
	char month[16];

	calendar_local(w->cal, at, &l);
	snprintf(month, sizeof(month), "%04d-%02d", l.year, l.month);
	return stmt_int(db_query(w->db, sql[STMT_MONTH], "it",
	    office_unit(w->o), month)) != 0;
}

void
work_phase(struct work *w, struct task_row *t, enum phase phase, int64_t from)
{
	struct work_span *s;

	snprintf(t->phase, sizeof(t->phase), "%s", phase_slug(phase));
	if (w->nspan == WORK_SPANS)
		return;
	s = &w->span[w->nspan++];
	s->task_id = t->id;
	s->from = from;
	memcpy(s->phase, t->phase, sizeof(s->phase));
}

static int
by_from(const void *a, const void *b)
{
	const struct span *x = a, *y = b;

	return x->from < y->from ? -1 : x->from > y->from;
}

/* Accounts of a task at an instant, with the spans not yet saved. */
static void
used(struct work *w, const struct task_row *t, int64_t at,
    struct accounts *sum)
{
	struct span *span;
	struct span_list list;
	size_t i;

	list.count = task_spans(w->o, t->id, WORK_SPANS, &span);
	for (i = 0; i < w->nspan; i++)
		if (span != NULL && w->span[i].task_id == t->id) {
			span[list.count].from = w->span[i].from;
			span[list.count++].phase = (enum phase)phase_from(
			    w->span[i].phase);
		}
	memset(sum, 0, sizeof(*sum));
	if (list.count > 0) {
		/* Spans are stored by instant; new ones may lie between. */
		for (i = 1; i < list.count; i++)
			if (span[i].from < span[i - 1].from)
				qsort(span, list.count, sizeof(*span), by_from);
		list.span = span;
		list.close = at;
		accounts_task(w->cal, &list, sum);
	}
	free(span);
}

/* An amount of working time from an instant; what is used up is due now. */
static int64_t
run_out(struct work *w, int64_t from, int64_t left)
{
	return left <= 0 ? from : calendar_add(w->cal, from, left);
}

static void
limits_work(struct work *w, struct task_row *t, const struct standard *s)
{
	struct accounts sum;
	int64_t day = calendar_day_length(w->cal, w->at);
	int64_t from = w->at > t->opened_at ? w->at : t->opened_at;

	used(w, t, from, &sum);
	if (strcmp(t->phase, "own") == 0) {
		t->min_at = run_out(w, from,
		    standard_seconds(s, s->min, day) - sum.own);
		t->due_at = run_out(w, from,
		    standard_seconds(s, s->max, day) - sum.own);
	} else {
		t->due_at = run_out(w, from, t->queue_max - sum.queue);
	}
}

void
work_limits(struct work *w, struct task_row *t)
{
	struct standard s = task_standard(t);
	int64_t start = t->received_at ? t->received_at : t->claimed_at;

	t->calendar_id = office_calendar_id(w->o);
	t->min_at = t->due_at = 0;
	if (t->awaited || strcmp(t->phase, "outside") == 0)
		return;
	if (s.measure == MEASURE_WORK && !t->external)
		limits_work(w, t, &s);
	else if (start != 0)
		standard_due(w->cal, &s, start, t->moved, &t->min_at,
		    &t->due_at);
}

/* Verdict of a visit that finishes at an instant. */
static enum verdict
verdict_at(struct work *w, const struct task_row *t, int64_t at,
    const struct accounts *sum)
{
	struct standard s = task_standard(t);
	int64_t start = t->received_at ? t->received_at : t->claimed_at;

	if (start == 0 || strcmp(t->phase, "system") == 0)
		return VERDICT_NONE;
	if (s.measure == MEASURE_WORK && !t->external)
		return standard_verdict_work(&s, sum->own, sum->queue,
		    t->queue_max, calendar_day_length(w->cal, at));
	return standard_verdict(w->cal, &s, start, t->moved, at);
}

int
work_close(struct work *w, struct task_row *t, enum outcome outcome,
    int64_t at)
{
	struct accounts sum;
	enum verdict v;
	int by_act = outcome <= OUTCOME_DOWNLOAD;

	if (at < t->opened_at)
		at = t->opened_at;
	used(w, t, at, &sum);
	v = verdict_at(w, t, at, &sum);
	/* What others ended counts only when it was late already. */
	if ((!by_act && v != VERDICT_OVER) || outcome == OUTCOME_VOID ||
	    outcome == OUTCOME_EXPIRED)
		v = VERDICT_NONE;
	t->open = 0;
	t->closed_at = at;
	t->recorded_at = w->a->now;
	if (by_act)
		t->closed_by = w->a->actor.behalf_id ?
		    w->a->actor.behalf_id : w->a->actor.person_id;
	snprintf(t->outcome, sizeof(t->outcome), "%s", outcome_slug(outcome));
	snprintf(t->verdict, sizeof(t->verdict), "%s", verdict_slug(v));
	t->own = sum.own;
	t->queue = sum.queue;
	t->outside = sum.outside;
	t->waiting = sum.applicant;
	t->closed = sum.closed;
	/* Recorded more than a working hour later: "dicatat belakangan". */
	t->late_entry = calendar_elapsed(w->cal, at, w->a->now) > 3600;
	return CASE_OK;
}

int
work_close_others(struct work *w, const struct task_row *but, int64_t pos,
    enum outcome outcome)
{
	struct task_row *t;
	size_t i;

	for (i = 0; i < w->ntask; i++) {
		t = &w->task[i].now;
		if (t == but || !t->open || (pos != 0 &&
		    (t->pos != pos || t->side)))
			continue;
		work_close(w, t, outcome, w->at);
	}
	return CASE_OK;
}

/* -- opening a row ----------------------------------------------------- */

struct opening {
	const struct sop_row	*row;
	int64_t			 visit;
	char			 performer[96];
	int64_t			 assignee_id;
	int			 ask_present;
	int			 side;
};

static int
open_one(struct work *w, const struct opening *o)
{
	const struct sop_row *row = o->row;
	struct task_row t = { .open = 1, .version = 1 }, *p;
	struct db_stmt *st;
	int system = 0;

	st = db_query(w->db, sql[STMT_FLAGS], "t", o->performer);
	if (db_step(st)) {
		t.external = db_int(st, 0);
		system = db_int(st, 1) != 0;
	}
	db_done(st);
	t.id = id_new(w->a->now);
	t.case_id = w->c.id;
	t.version_id = w->c.version_id;
	t.pos = row->pos;
	t.visit = o->visit;
	t.side = o->side;
	t.assignee_id = o->assignee_id;
	t.institution_id = t.external ? w->c.institution_id : 0;
	t.opened_at = w->a->now;
	t.min = row->standard.min;
	t.max = row->standard.max;
	snprintf(t.kind, sizeof(t.kind), "%s", step_kind_slug(row->kind));
	snprintf(t.performer, sizeof(t.performer), "%s", o->performer);
	snprintf(t.unit, sizeof(t.unit), "%s",
	    time_unit_slug(row->standard.unit));
	snprintf(t.measure, sizeof(t.measure), "%s",
	    time_measure_slug(row->standard.measure));
	snprintf(t.verdict, sizeof(t.verdict), "none");
	t.awaited = row->present && (o->visit == 1 || o->ask_present);
	t.received_at = t.awaited ? 0 : t.opened_at;
	t.queue_max = queue_allowance(w->cal, t.opened_at,
	    row->queue_days ? row->queue_days : 1);
	if ((p = work_add(w, &t, 1)) == NULL)
		return CASE_DB;
	work_phase(w, p, system ? PHASE_SYSTEM : t.external || t.awaited ?
	    PHASE_APPLICANT : PHASE_QUEUE, t.opened_at);
	work_limits(w, p);
	if (!o->side) {
		w->a->next_task = p->id;
		snprintf(w->a->next_performer, sizeof(w->a->next_performer),
		    "%s", p->performer);
	}
	return CASE_OK;
}

/* Who did a row last: in this act, else before it. */
static void
done_by(struct work *w, int pos, char *performer, size_t size,
    int64_t *person)
{
	struct db_stmt *st;
	size_t i;

	*person = 0;
	performer[0] = '\0';
	for (i = 0; i < w->ntask; i++)
		if (w->task[i].now.pos == pos && !w->task[i].now.open &&
		    w->task[i].was.open) {
			*person = w->task[i].now.closed_by;
			snprintf(performer, size, "%s",
			    w->task[i].now.performer);
			return;
		}
	st = db_query(w->db, sql[STMT_DONE_BY], "ii", w->c.id, (int64_t)pos);
	if (db_step(st)) {
		db_copy(st, 0, performer, size);
		*person = db_int(st, 1);
	}
	db_done(st);
}

/* "superior-of:N": the position above whoever did row N; it must be held. */
static int
open_superior(struct work *w, struct opening *o, const char *no)
{
	struct db_stmt *st;
	char name[96];
	int64_t person;

	done_by(w, sop_row_no(w->sop, no), name, sizeof(name), &person);
	st = db_query(w->db, sql[STMT_SUPERIOR], "i", person);
	o->performer[0] = '\0';
	if (db_step(st))
		db_copy(st, 0, o->performer, sizeof(o->performer));
	db_done(st);
	if (o->performer[0] == '\0' || stmt_int(db_query(w->db,
	    sql[STMT_HELD], "ti", o->performer, w->a->now)) == 0)
		return office_fail(w->o, CASE_STATE, "",
		    "Atasan langsung untuk langkah %s belum ditetapkan. "
		    "Hubungi admin untuk mengisinya, lalu kirim lagi.",
		    o->row->no);
	return open_one(w, o);
}

/* "same-as:N": the person who did row N, for outsiders the institution. */
static int
open_same(struct work *w, struct opening *o, const char *no)
{
	struct db_stmt *st;
	int64_t person;

	done_by(w, sop_row_no(w->sop, no), o->performer, sizeof(o->performer),
	    &person);
	st = db_query(w->db, sql[STMT_FLAGS], "t", o->performer);
	if (db_step(st) && db_int(st, 0) == 0)
		o->assignee_id = person;
	db_done(st);
	return open_one(w, o);
}

int
work_open(struct work *w, int pos, int ask_present)
{
	struct opening o = { .ask_present = ask_present };
	char all[512], *role, *save;
	int err = CASE_OK;

	o.row = sop_row_at(w->sop, pos);
	o.visit = 1 + stmt_int(db_query(w->db, sql[STMT_VISITS], "ii",
	    w->c.id, (int64_t)pos));
	if (strncmp(o.row->performer, "same-as:", 8) == 0)
		return open_same(w, &o, o.row->performer + 8);
	if (strncmp(o.row->performer, "superior-of:", 12) == 0)
		return open_superior(w, &o, o.row->performer + 12);
	if (o.row->designate != NULL)
		o.assignee_id = w->c.officer_id;
	snprintf(all, sizeof(all), "%s", o.row->performer);
	for (role = strtok_r(all, "+", &save); role != NULL && err == CASE_OK;
	    role = strtok_r(NULL, "+", &save)) {
		snprintf(o.performer, sizeof(o.performer), "%s", role);
		err = open_one(w, &o);
	}
	return err;
}

int
work_open_side(struct work *w, const struct task_row *of)
{
	struct opening o = { .side = 1, .visit = of->visit };

	o.row = sop_row_at(w->sop, (int)of->pos);
	snprintf(o.performer, sizeof(o.performer), "%s",
	    o.row->fallback ? o.row->fallback : of->performer);
	return open_one(w, &o);
}

/* -- going on ---------------------------------------------------------- */

int
work_end(struct work *w, const char *result, int64_t at)
{
	snprintf(w->c.state, sizeof(w->c.state), "ended");
	snprintf(w->c.result, sizeof(w->c.result), "%s", result);
	w->c.ended_at = at < w->c.opened_at ? w->c.opened_at : at;
	return CASE_OK;
}

/* Is another visit of the row still open (all of several)? */
static int
row_open(const struct work *w, int pos)
{
	size_t i;

	for (i = 0; i < w->ntask; i++)
		if (w->task[i].now.open && w->task[i].now.pos == pos &&
		    !w->task[i].now.side)
			return 1;
	return 0;
}

int
work_next(struct work *w, int pos)
{
	int next;

	if (row_open(w, pos))
		return CASE_OK;
	if (pos == w->sop->promise_from && w->c.promise_from == 0)
		w->c.promise_from = w->at;
	if (w->sop->promise_to != 0 && pos == w->sop->promise_to)
		w->c.promise_to = w->at;
	next = w->c.end_pos == pos ? 0 : sop_next(w->sop, pos);
	if (next == 0)
		return work_end(w, w->c.refused ? "refused" : "done", w->at);
	return work_open(w, next, 1);
}

int
work_system(struct work *w)
{
	struct task_row *t;
	size_t i;
	int err = CASE_OK;

	for (i = 0; i < w->ntask && err == CASE_OK; i++) {
		t = &w->task[i].now;
		if (!t->open || strcmp(t->phase, "system") != 0)
			continue;
		w->at = w->a->now;
		work_message(w, "confirmed", t->id, NULL);
		work_close(w, t, OUTCOME_FORWARD, w->at);
		t->closed_by = 0;
		if ((err = work_next(w, (int)t->pos)) == CASE_OK)
			err = work_record(w, "forward", t->id, ACTOR_SYSTEM);
	}
	return err;
}

/* What the applicant is told; without identity numbers. */
static void
message_text(struct work *w, const char *kind, const char *text, char *buf,
    size_t size)
{
	char code[CASE_CODE_LEN + 1];

	office_code(w->o, w->c.id, code);
	if (strcmp(kind, "confirmed") == 0)
		snprintf(buf, size, "Permohonan Anda sudah kami terima dengan "
		    "nomor %s. Kode pelacakan: %.4s-%.4s-%.4s.", w->c.number,
		    code, code + 4, code + 8);
	else if (strcmp(kind, "returned") == 0)
		snprintf(buf, size, "Permohonan %s perlu diperbaiki: %s",
		    w->c.number, text ? text : "");
	else if (strcmp(kind, "ready") == 0)
		snprintf(buf, size, "Surat balasan permohonan %s siap "
		    "diunduh.", w->c.number);
	else
		snprintf(buf, size, "%s", text && *text ? text :
		    "Permohonan Anda sudah diproses. Hasilnya dapat dilihat "
		    "di halaman pelacakan.");
}

int
work_message(struct work *w, const char *kind, int64_t task_id,
    const char *text)
{
	char body[2048];

	message_text(w, kind, text, body, sizeof(body));
	db_run(w->db, sql[STMT_MESSAGE], "iiittti", id_new(w->a->now),
	    w->c.id, task_id, kind, w->c.phone[0] ? w->c.phone : w->c.email,
	    body, w->a->now);
	return CASE_OK;
}

int
work_ready(struct work *w)
{
	size_t i;

	for (i = 0; i < w->ntask; i++)
		if (w->task[i].fresh && w->task[i].now.open &&
		    strcmp(w->task[i].now.kind, "download") == 0)
			return work_message(w, "ready", 0, NULL);
	return CASE_OK;
}

int
work_is_admin(struct work *w, int64_t person_id)
{
	return stmt_int(db_query(w->db, sql[STMT_ADMIN], "i", person_id)) != 0;
}

int
work_is_official(struct work *w, int64_t person_id)
{
	return stmt_int(db_query(w->db, sql[STMT_OFFICIAL], "i",
	    person_id)) != 0;
}
