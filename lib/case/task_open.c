/*
 * task_open.c - opening a row: who performs it, and a new visit for each.
 */
#include "case/task_open.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/act_message.h"
#include "case/deadline.h"
#include "case/promise.h"
#include "case/span.h"
#include "office/row.h"
#include "office/unit.h"
#include "people/holder.h"
#include "people/performer.h"
#include "people/person.h"
#include "people/role.h"
#include "store/id.h"

/* Tasks an act can open beside those it has. */
#define SEATS_MAX (ACT_TASKS - 8)

enum stmt {
	STMT_VISITS,
	STMT_DONE_BY,
	STMT_BEGAN_AS,
	STMT_FLAGS,
	STMT_HAS_HOLDER,
	STMT_ANYBODY,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	/* A task that was taken back does not count as a visit. */
	[STMT_VISITS] = (
		"SELECT coalesce(max(visit), 0) FROM tasks"
		" WHERE case_id = $1 AND pos = $2 AND side = 0"
		"   AND outcome <> 'void'"),
	[STMT_DONE_BY] =
		"SELECT performer, coalesce(closed_by, 0) FROM tasks"
		" WHERE case_id = $1 AND pos = $2 AND side = 0"
		"   AND outcome IN ('forward', 'end', 'refuse', 'download')"
		" ORDER BY closed_at DESC, visit DESC, id DESC LIMIT 1",
	[STMT_BEGAN_AS] = (
		"SELECT performer FROM tasks WHERE case_id = $1 AND side = 0"
		" ORDER BY opened_at, id LIMIT 1"),
	[STMT_FLAGS] = (
		"SELECT max(r.external), max(r.system) FROM performers p"
		"  JOIN roles r ON r.id = p.role_id WHERE p.expr = $1"),
	[STMT_HAS_HOLDER] = (
		"SELECT 1 FROM performers f"
		"  JOIN holders h ON h.role_id = f.role_id"
		"  JOIN people p ON p.id = h.person_id"
		" WHERE f.expr = $1 AND h.from_at <= $2 AND p.active = 1"
		"   AND (h.to_at IS NULL OR h.to_at > $2) LIMIT 1"),
	/* Somebody of the office, of the case's unit before others. */
	[STMT_ANYBODY] = (
		"SELECT r.slug FROM roles r"
		"  JOIN performers f ON f.expr = r.slug"
		"  JOIN holders h ON h.role_id = r.id"
		"  JOIN people p ON p.id = h.person_id"
		" WHERE r.external = 0 AND r.system = 0 AND p.active = 1"
		"   AND h.from_at <= $2 AND (h.to_at IS NULL OR h.to_at > $2)"
		" ORDER BY CASE WHEN r.unit_id = $1 THEN 0 ELSE 1 END, r.slug"
		" LIMIT 1"),
};

struct opening {
	const struct sop_row	*row;
	int64_t			 visit;
	char			 performer[96];
	int64_t			 assignee_id, unit_id;
	int			 side;
	int			 own;		/* the row's own performer, or
						   its fallback */
	int			 external, system;	/* the performer is */
};

/* Is the performer an outsider, or the system? */
static void
flags(struct act_work *w, struct opening *o)
{
	struct db_stmt *st = db_query(w->db, sql[STMT_FLAGS], "t",
	    o->performer);

	o->external = o->system = 0;
	if (db_step(st)) {
		o->external = db_int(st, 0) != 0;
		o->system = db_int(st, 1) != 0;
	}
	db_done(st);
}

/* The measure of its limit: real time is for applicants and software alone. */
static const char *
measure_of(const struct sop_row *row, int real)
{
	enum time_measure m = row->standard.measure;

	return standard_measure_slug(m == MEASURE_ELAPSED && !real ?
	    MEASURE_WORK : m);
}

static void
set_limits(const struct sop_row *row, struct task_row *t)
{
	t->min = row->standard.min;
	t->max = row->standard.max;
	snprintf(t->unit, sizeof(t->unit), "%s",
	    standard_unit_slug(row->standard.unit));
}

void
task_open_row(struct act_work *w, const struct sop_row *row,
    const char *performer, struct task_row *t)
{
	memset(t, 0, sizeof(*t));
	t->open = t->version = 1;
	t->id = id_new(w->a->now);
	t->case_id = w->c.id;
	t->version_id = w->c.version_id;
	t->pos = row->pos;
	t->opened_at = w->a->now;
	t->calendar_id = office_calendar_id(w->o);
	snprintf(t->kind, sizeof(t->kind), "%s", step_kind_slug(row->kind));
	snprintf(t->performer, sizeof(t->performer), "%s", performer);
	snprintf(t->measure, sizeof(t->measure), "%s", measure_of(row, 1));
	snprintf(t->verdict, sizeof(t->verdict), "none");
	set_limits(row, t);
}

void
task_open_follow(struct act_work *w, struct task_row *t, int pos)
{
	const struct sop_row *row = sop_row_at(w->sop, pos);

	t->version_id = w->c.version_id;
	t->pos = pos;
	if (t->side)
		return;
	set_limits(row, t);
	snprintf(t->measure, sizeof(t->measure), "%s", measure_of(row,
	    t->external || strcmp(t->phase, "system") == 0));
	deadline_follow(w, t);
}

/* The new task of one performer. */
static void
describe(struct act_work *w, const struct opening *o, struct task_row *t)
{
	task_open_row(w, o->row, o->performer, t);
	t->visit = o->visit;
	t->side = o->side;
	/* The work of a side task is to tell the applicant something. */
	if (o->side)
		snprintf(t->kind, sizeof(t->kind), "%s",
		    step_kind_slug(STEP_NOTIFY));
	/* The limit of a row is its own performer's. */
	if (o->side && !o->own)
		t->min = t->max = 0;
	t->external = o->external;
	t->assignee_id = o->assignee_id;
	t->unit_id = o->unit_id;
	t->institution_id = o->external ? w->c.institution_id : 0;
	snprintf(t->measure, sizeof(t->measure), "%s", measure_of(o->row,
	    o->external || o->system));
}

static int
open_one(struct act_work *w, struct opening *o)
{
	struct task_row t, *p;
	int outside;

	flags(w, o);
	describe(w, o, &t);
	/* Presence is asked for again only if the performer said so. */
	t.awaited = o->row->present && !o->external && !o->side &&
	    (o->visit == 1 || w->a->ask_present);
	deadline_receive(w, &t, t.opened_at);
	outside = w->via != NULL && !o->system && !t.external && !o->side;
	if (t.awaited || outside)
		t.received_at = 0;
	if ((p = act_add_task(w, &t, 1)) == NULL)
		return CASE_DB;
	if (outside)
		span_outside(w, p, w->via->via, 1, t.opened_at);
	else
		span_begin(w, p, o->system ? PHASE_SYSTEM : t.external ||
		    t.awaited ? PHASE_APPLICANT : PHASE_QUEUE, t.opened_at);
	deadline_set(w, p);
	if (o->row->kind == STEP_DOWNLOAD && !o->side)
		act_message(w, "ready", p->id, NULL);
	return CASE_OK;
}

/* Did this visit do its row? */
static int
did(const struct task_row *t)
{
	switch (task_outcome_from(t->outcome)) {
	case OUTCOME_FORWARD:
	case OUTCOME_REFUSE:
	case OUTCOME_END:
	case OUTCOME_DOWNLOAD:
		return !t->side;
	default:
		return 0;
	}
}

/* The performer and the person of the last task that did a row: of this act,
 * else before it; "" and 0 when there is none. */
static void
done_by(struct act_work *w, int pos, char *performer, size_t size,
    int64_t *person)
{
	const struct task_row *t;
	struct db_stmt *st;
	size_t i;

	*person = 0;
	performer[0] = '\0';
	for (i = 0; i < w->ntask; i++) {
		t = &w->task[i].now;
		if (t->pos != pos || !did(t) || did(&w->task[i].was))
			continue;
		*person = t->closed_by;
		snprintf(performer, size, "%s", t->performer);
		return;
	}
	st = db_query(w->db, sql[STMT_DONE_BY], "ii", w->c.id, (int64_t)pos);
	if (db_step(st)) {
		db_copy(st, 0, performer, size);
		*person = db_int(st, 1);
	}
	db_done(st);
}

/* "superior-of:N": the position above the person who did row N; it must have a
 * holder. */
static int
open_superior(struct act_work *w, struct opening *o, const char *no)
{
	struct role_row superior;
	char name[96];
	int64_t person;
	enum case_err err;

	done_by(w, sop_row_no(w->sop, no), name, sizeof(name), &person);
	err = person_superior(w->o, person, w->a->now, &superior);
	if (err != CASE_OK && err != CASE_STATE)
		return err;
	snprintf(o->performer, sizeof(o->performer), "%s", superior.slug);
	if (err == CASE_STATE || row_int(db_query(w->db, sql[STMT_HAS_HOLDER],
	    "ti", superior.slug, w->a->now)) == 0)
		return office_fail(w->o, CASE_STATE, "",
		    "Atasan langsung untuk langkah %s belum ditetapkan. "
		    "Hubungi admin untuk mengisinya, lalu kirim lagi.",
		    o->row->no);
	o->unit_id = person_superior_unit(w->o, person, superior.id,
	    w->a->now);
	return open_one(w, o);
}

/* The performer as which the person of a child began it. */
static void
began_as(struct act_work *w, struct opening *o)
{
	struct db_stmt *st = db_query(w->db, sql[STMT_BEGAN_AS], "i",
	    w->c.id);

	if (db_step(st))
		db_copy(st, 0, o->performer, sizeof(o->performer));
	db_done(st);
}

/* "same-as:N": the person who did row N, for outsiders the institution; it
 * must have been done. */
static int
open_same(struct act_work *w, struct opening *o, const char *no)
{
	done_by(w, sop_row_no(w->sop, no), o->performer, sizeof(o->performer),
	    &o->assignee_id);
	/* A child that began behind that row is its person's. */
	if (o->performer[0] == '\0' && w->c.parent_id != 0) {
		o->assignee_id = w->c.officer_id;
		began_as(w, o);
	}
	if (o->performer[0] == '\0')
		return office_fail(w->o, CASE_STATE, "",
		    "Langkah %s dikerjakan oleh pelaksana langkah %s, yang "
		    "belum dikerjakan dalam berkas ini. Hubungi admin untuk "
		    "memperbaiki SOP.", o->row->no, no);
	flags(w, o);
	if (o->external)
		o->assignee_id = 0;
	return open_one(w, o);
}

/* Each performer of "a+b" has a visit of his own. */
static int
open_all(struct act_work *w, struct opening *o)
{
	char all[512], *role, *save;
	int err = CASE_OK;

	snprintf(all, sizeof(all), "%s", o->row->performer);
	for (role = strtok_r(all, "+", &save); role != NULL && err == CASE_OK;
	    role = strtok_r(NULL, "+", &save)) {
		snprintf(o->performer, sizeof(o->performer), "%s", role);
		err = open_one(w, o);
	}
	return err;
}

/* "setiap:ROLE": each seat of the role in the unit of the case. */
static int
open_every(struct act_work *w, struct opening *o, const char *role)
{
	struct holder_row *seat;
	struct unit_row unit = { .id = 0 };
	char name[160];
	size_t n, i;
	int err = holder_seats(w->o, role, w->c.unit_id, w->a->now, &seat, &n);

	if (err != CASE_OK)
		return err;
	if (n == 0 || n > SEATS_MAX) {
		unit_get(w->o, w->c.unit_id, &unit);
		err = office_fail(w->o, CASE_STATE, "", n == 0 ?
		    "Langkah %s dikerjakan setiap %s di %s, tetapi belum ada "
		    "pemegangnya di sana. Hubungi admin untuk menetapkannya, "
		    "lalu kirim lagi." : "Langkah %s: pemegang %s di %s "
		    "terlalu banyak. Hubungi admin untuk membagi unitnya.",
		    o->row->no, performer_name(w->o, role, name,
		    sizeof(name)), unit.name);
	}
	snprintf(o->performer, sizeof(o->performer), "%s", role);
	for (i = 0; i < n && err == CASE_OK; i++) {
		o->assignee_id = seat[i].person_id;
		o->unit_id = seat[i].unit_id;
		err = open_one(w, o);
	}
	free(seat);
	return err;
}

int
task_open_child(struct act_work *w, int pos, const char *performer)
{
	struct opening o = { .row = sop_row_at(w->sop, pos), .visit = 1,
	    .assignee_id = w->c.officer_id };

	snprintf(o.performer, sizeof(o.performer), "%s", performer);
	return open_one(w, &o);
}

int
task_open(struct act_work *w, int pos)
{
	struct opening o = { .row = sop_row_at(w->sop, pos) };

	promise_row_open(w, pos);
	o.visit = 1 + row_int(db_query(w->db, sql[STMT_VISITS], "ii", w->c.id,
	    (int64_t)pos));
	if (o.row->each != NULL && w->c.parent_id == 0) {
		w->parts = pos;
		return CASE_OK;
	}
	if (sop_every(o.row->performer) != NULL)
		return open_every(w, &o, sop_every(o.row->performer));
	if (strncmp(o.row->performer, "same-as:", 8) == 0)
		return open_same(w, &o, o.row->performer + 8);
	if (strncmp(o.row->performer, "superior-of:", 12) == 0)
		return open_superior(w, &o, o.row->performer + 12);
	if (o.row->designate != NULL)
		o.assignee_id = w->c.officer_id;
	return open_all(w, &o);
}

/* -- beside the way ----------------------------------------------------- */

/* Is this performer of the office, and does somebody hold it? */
static int
has_holder(struct act_work *w, struct opening *o, const char *performer,
    size_t len)
{
	snprintf(o->performer, sizeof(o->performer), "%.*s", (int)len,
	    performer);
	flags(w, o);
	return !o->external && !o->system && row_int(db_query(w->db,
	    sql[STMT_HAS_HOLDER], "ti", o->performer, w->a->now)) != 0;
}

/* Has one of the performers of a row a holder?  A row that names another row
 * has no performer of its own. */
static int
row_has_holder(struct act_work *w, struct opening *o, int pos)
{
	const struct sop_row *row = pos > 0 ? sop_row_at(w->sop, pos) : NULL;
	const char *name;
	size_t len;

	if (row == NULL || strchr(row->performer, ':') != NULL)
		return 0;
	for (name = row->performer; *name != '\0'; name += len +
	    (name[len] == '+')) {
		len = strcspn(name, "+");
		if (has_holder(w, o, name, len))
			return 1;
	}
	return 0;
}

/*
 * Find the performer of a side task, which tells the applicant what a message
 * could not: there always is one.  It is the first of these that is of the
 * office and has a holder: the row's fallback role; the performer of the row;
 * that of the row nearest to it (of two as near the one before, which had the
 * case); any role, those of the case's unit first.  Without any holder at all
 * the task waits for one of the fallback role.
 */
static void
find_side_performer(struct act_work *w, const struct task_row *of,
    struct opening *o)
{
	int pos = (int)of->pos, i;
	struct db_stmt *st;

	o->own = 1;
	if ((o->row->fallback != NULL && has_holder(w, o, o->row->fallback,
	    strlen(o->row->fallback))) || has_holder(w, o, of->performer,
	    strlen(of->performer)))
		return;
	o->own = 0;
	for (i = 1; i < w->sop->nrows; i++)
		if (row_has_holder(w, o, pos - i) ||
		    row_has_holder(w, o, pos + i))
			return;
	snprintf(o->performer, sizeof(o->performer), "%s",
	    o->row->fallback != NULL ? o->row->fallback : "");
	st = db_query(w->db, sql[STMT_ANYBODY], "ii", w->c.unit_id,
	    w->a->now);
	if (db_step(st))
		db_copy(st, 0, o->performer, sizeof(o->performer));
	db_done(st);
}

int
task_open_side(struct act_work *w, const struct task_row *of)
{
	struct opening o = { .side = 1, .visit = of->visit };

	o.row = sop_row_at(w->sop, (int)of->pos);
	find_side_performer(w, of, &o);
	return o.performer[0] != '\0' ? open_one(w, &o) : CASE_OK;
}
