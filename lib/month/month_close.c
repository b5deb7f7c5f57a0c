/*
 * month_close.c - closing a month: its figures are written down as they stand,
 * for the office and each SOP, and read from there ever after.
 */
#include "month/month_close.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/slug.h"
#include "clock/calendar.h"
#include "month/grid.h"
#include "month/month_order.h"
#include "month/root.h"
#include "office/closed.h"
#include "office/row.h"
#include "people/holder.h"
#include "people/rights.h"

enum stmt {
	STMT_MONTH_INSERT,
	STMT_PART_INSERT,
	STMT_POINT_INSERT,
	STMT_MARK_INSERT,
	STMT_LAST,
	STMT_GET,
	STMT_PART,
	STMT_PUBLISHED,
	STMT_POINT,
	STMT_MARK,
	STMT_LIGHT,
	STMT__MAX
};

#define TYPE(name)	"i"
#define VALUE(name)	, p->name
#define READ(name)	p->name = db_int(st, col++);

/* Columns of month_figures behind unit, month, SOP and place. */
#define COLUMN(name)	", " #name
#define COLUMNS \
	"scope, key, grp, name, no, decree, version_id, pos" \
	MONTH_COUNTS(COLUMN)

/* Parameters of ten columns; those of the figures are $1 to $107. */
#define FIVE(n) ", $" #n "0, $" #n "1, $" #n "2, $" #n "3, $" #n "4"
#define TEN(n) FIVE(n) \
	", $" #n "5, $" #n "6, $" #n "7, $" #n "8, $" #n "9"
_Static_assert(12 + sizeof(MONTH_COUNTS(TYPE)) - 1 == 107,
    "STMT_PART_INSERT has another number of columns");

/* The rows of one sheet. */
#define OF_SHEET " WHERE unit_id = $1 AND month = $2 AND sop = $3"

static const char *const sql[STMT__MAX] = {
	[STMT_MONTH_INSERT] =
		"INSERT INTO months (unit_id, month, closed_at, closed_by,"
		" calendar_id, n, root, prev, role_name, held_on, place,"
		" attended, findings, decisions) VALUES ($1, $2, $3,"
		" nullif($4, 0), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
	[STMT_PART_INSERT] =
		"INSERT INTO month_figures (unit_id, month, sop, place, "
		COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9"
		TEN(1) TEN(2) TEN(3) TEN(4) TEN(5) TEN(6) TEN(7) TEN(8) TEN(9)
		FIVE(10) ", $105, $106, $107)",
	[STMT_POINT_INSERT] =
		"INSERT INTO month_points (unit_id, month, sop, scope, key,"
		" month_of, on_time, done, late_open)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
	[STMT_MARK_INSERT] =
		"INSERT INTO month_marks (unit_id, month, sop, place, sign,"
		" task_id, case_id, number, sop_name, no, performer, closed_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
	[STMT_LAST] =
		"SELECT n, root FROM months WHERE unit_id = $1"
		" ORDER BY n DESC LIMIT 1",
	[STMT_GET] =
		"SELECT m.closed_at, coalesce(m.closed_by, 0), m.n,"
		" m.calendar_id, v.version, m.root, m.prev, m.role_name,"
		" m.held_on, m.place, m.attended, m.findings, m.decisions"
		"  FROM months m"
		"  JOIN calendar_versions v ON v.id = m.calendar_id"
		" WHERE m.unit_id = $1 AND m.month = $2",
	[STMT_PART] =
		"SELECT " COLUMNS " FROM month_figures" OF_SHEET
		"   AND scope = $4 ORDER BY place",
	[STMT_PUBLISHED] =
		"SELECT " COLUMNS " FROM month_figures"
		" WHERE unit_id = $1 AND month = $2 AND sop = ''"
		"   AND scope IN ('office', 'sop') ORDER BY scope, place",
	[STMT_POINT] =
		"SELECT month_of, on_time, done, late_open, scope, key"
		"  FROM month_points" OF_SHEET
		" ORDER BY scope, key, month_of",
	[STMT_MARK] =
		"SELECT sign, task_id, case_id, number, sop_name, no,"
		" performer, closed_at FROM month_marks" OF_SHEET
		" ORDER BY place",
	[STMT_LIGHT] =
		"SELECT scope, key, name, version_id, external, done,"
		" below + within, late_open, decided, returned"
		"  FROM month_figures" OF_SHEET " ORDER BY scope, place",
};

/* In the order of enum month_scope and enum month_sign. */
static const char *const scopes[MONTH_SCOPE__MAX] = {
	"office", "role", "sop", "row", "unit"
};
#define SLUG(arg, id, member, slug) slug,
static const char *const signs[SIGN__MAX] = { MONTH_SIGNS(SLUG, ) };

/* -- writing ------------------------------------------------------------- */

/* A sheet that is written; its period is the name of its month. */
struct freezing {
	struct office			*o;
	const struct month_figures	*f;
	int64_t				 place;	/* of the last of its scope; */
	enum month_scope		 scope;
};

static void
write_part(struct month_part *p, void *arg)
{
	struct freezing *z = arg;

	z->place = p->scope == z->scope ? z->place + 1 : 0;
	z->scope = p->scope;
	db_run(office_db(z->o), sql[STMT_PART_INSERT],
	    "ittittitttii" MONTH_COUNTS(TYPE), office_unit(z->o),
	    z->f->period, z->f->sop, z->place, scopes[p->scope], p->key,
	    (int64_t)p->group, p->name, p->no, p->decree, p->version_id, p->pos
	    MONTH_COUNTS(VALUE));
}

/* The months of the office, an SOP or a row, each under the name it has in the
 * office's; without visits the office's alone. */
static void
write_series(struct month_part *p, void *arg)
{
	const struct freezing *z = arg;
	const struct month_tally *t = p->series;
	const struct month_point *at = z->f->series;
	char of[PERIOD_SIZE];

	if (p->scope == MONTH_ROLE || p->scope == MONTH_UNIT)
		return;
	for (; at < z->f->series + MONTH_SERIES; at++, t++)
		if (p->scope == MONTH_OFFICE || t->done + t->late_open > 0)
			db_run(office_db(z->o), sql[STMT_POINT_INSERT],
			    "itttttiii", office_unit(z->o), z->f->period,
			    z->f->sop, scopes[p->scope], p->key,
			    month_period_write(at->year, at->month, 1, of),
			    t->on_time, t->done, t->late_open);
}

static void
write_marks(struct office *o, const struct month_figures *f)
{
	const struct month_mark *m;
	size_t i;

	for (i = 0; i < f->nmark; i++) {
		m = &f->mark[i];
		db_run(office_db(o), sql[STMT_MARK_INSERT], "ittitiitttti",
		    office_unit(o), f->period, f->sop, (int64_t)i,
		    signs[m->sign], m->task_id, m->case_id, m->number, m->sop,
		    m->no, m->performer, m->closed_at);
	}
}

/* Compute and write down one SOP, or all; given: month_free(). */
static enum case_err
freeze(struct office *o, int year, int month, const char *sop, int64_t now,
    struct month_figures **out)
{
	struct month_figures *f = month_new(o, year, month, sop);
	struct freezing z = { o, f, -1, MONTH_OFFICE };
	enum case_err err;

	if (f == NULL)
		return CASE_DB;
	if ((err = month_live(o, f, now, 0)) == CASE_OK) {
		month_each(f, write_part, &z);
		month_each(f, write_series, &z);
		write_marks(o, f);
	}
	return month_give(err, f, out);
}

struct closing {
	int				 year, month;
	const char			*role;
	const struct month_minutes	*minutes;
};

/* -- the closer and the minutes ----------------------------------------- */

/* By the role that closes months, or by the right to. */
static int
may_close(struct office *o, int64_t person_id, const char *role, int64_t now,
    char *name, size_t size)
{
	return holder_acts_as(o, person_id, role, now, name, size) ||
	    rights_by_role(o, person_id, RIGHTS_CLOSE, now, name, size);
}

int
month_may_close(struct office *o, int64_t person_id, const char *role,
    int64_t now)
{
	char name[192];

	return may_close(o, person_id, role, now, name, sizeof(name));
}

/* Check that a person who closes holds the role (its name goes to `role`) and
 * has written minutes; the office's command needs neither. */
static enum case_err
check_closing(struct change_work *w, const struct closing *c, char *role,
    size_t size)
{
	const struct month_minutes *m = c->minutes;
	enum case_err err;

	role[0] = '\0';
	if (w->ch->by == 0)
		return CASE_OK;
	if (!may_close(w->o, w->ch->by, c->role, w->ch->now, role, size))
		return office_fail(w->o, CASE_DENIED, "",
		    "Anda tidak memegang peran yang mengesahkan bulan.");
	if ((err = change_filled(w->o, "held_on", "tanggal rapat",
	    m->held_on)) != CASE_OK ||
	    (err = change_filled(w->o, "attended", "yang hadir",
	    m->attended)) != CASE_OK ||
	    (err = change_filled(w->o, "findings", "hasil pembahasan",
	    m->findings)) != CASE_OK)
		return err;
	return change_filled(w->o, "decisions", "keputusan", m->decisions);
}

/* -- the act ------------------------------------------------------------- */

/* Make the root, write the row of the month, queue the mail of the root. */
static int
record(struct change_work *w, const struct closing *c, const char *role,
    char root[ROOT_SIZE])
{
	const struct calendar *cal = office_calendar(w->o);
	const struct month_minutes *m = c->minutes;
	struct db_stmt *st;
	char month[PERIOD_SIZE], prev[ROOT_SIZE] = "";
	int64_t n = 1;

	st = db_query(w->db, sql[STMT_LAST], "i", office_unit(w->o));
	if (db_step(st)) {
		n = db_int(st, 0) + 1;
		db_copy(st, 1, prev, sizeof(prev));
	}
	db_done(st);
	month_period_write(c->year, c->month, 1, month);
	if (root_make(w->o, month, calendar_month(cal, c->year, c->month),
	    calendar_month(cal, c->year, c->month + 1), prev, root) == -1)
		return -1;
	if (m->post != NULL && m->post->address[0] != '\0')
		root_mail(w->db, m->post, &(struct root_news){ c->year,
		    c->month, n, root, prev, role }, w->ch->now);
	return db_run(w->db, sql[STMT_MONTH_INSERT], "itiiiitttttttt",
	    office_unit(w->o), month, w->ch->now, w->ch->by,
	    office_calendar_id(w->o), n, root, prev, role, m->held_on,
	    m->place, m->attended, m->findings, m->decisions);
}

static enum case_err
freeze_all(struct change_work *w, const struct closing *c)
{
	struct month_figures *all, *one;
	enum case_err err;
	size_t i;

	err = freeze(w->o, c->year, c->month, "", w->ch->now, &all);
	if (err != CASE_OK)
		return err;
	for (i = 0; i < all->nsops && err == CASE_OK; i++) {
		err = freeze(w->o, c->year, c->month, all->sops[i].key,
		    w->ch->now, &one);
		if (err == CASE_OK)
			month_free(one);
	}
	month_free(all);
	return err;
}

static enum case_err
close_month(struct change_work *w, const void *in)
{
	const struct closing *c = in;
	const struct month_minutes *m = c->minutes;
	struct change_event e = { .stream = office_unit(w->o),
		.kind = "month-closed" };
	enum case_err err;
	char month[PERIOD_SIZE], role[192], root[ROOT_SIZE];
	int64_t at, calendar;

	if (office_month_closing(w->o, c->year, c->month, &at, &calendar) == 1)
		return office_fail(w->o, CASE_REPEATED, "bulan",
		    "Bulan ini sudah disahkan.");
	if ((err = check_closing(w, c, role, sizeof(role))) != CASE_OK)
		return err;
	if (record(w, c, role, root) < 0 ||
	    (err = freeze_all(w, c)) != CASE_OK)
		return err != CASE_OK ? err : CASE_DB;
	e.effect = change_json("{s:s, s:s, s:I}", "month",
	    month_period_write(c->year, c->month, 1, month), "root", root,
	    "calendar_id", (json_int_t)office_calendar_id(w->o));
	e.payload = change_json("{s:s, s:s, s:s, s:s, s:s, s:s}", "role", role,
	    "held_on", m->held_on, "place", m->place, "attended", m->attended,
	    "findings", m->findings, "decisions", m->decisions);
	return change_record(w, &e);
}

enum case_err
month_close(struct office *o, const struct change *ch, int year, int month,
    const char *role, const struct month_minutes *minutes)
{
	struct closing c = { year, month, role, minutes };
	const struct calendar *cal;

	office_fresh(o);
	if ((cal = office_calendar(o)) == NULL)
		return office_fail(o, CASE_STATE, "",
		    "Kalender kantor belum ditetapkan.");
	if (month < 1 || month > 12 || year <= CAL_FIRST_YEAR ||
	    year >= CAL_LAST_YEAR ||
	    calendar_month(cal, year, month + 1) > ch->now)
		return office_fail(o, CASE_STATE, "bulan",
		    "Bulan ini belum berakhir.");
	return change_run(o, ch, close_month, &c, NULL);
}

#define MEMBER(m) ROW_MEMBER(struct month_closing, m)
static const struct row_kind closings = ROW_KIND(struct month_closing,
    "Bulan ini belum disahkan.", MEMBER(closed_at), MEMBER(closed_by),
    MEMBER(n), MEMBER(calendar_id), MEMBER(calendar), MEMBER(root),
    MEMBER(prev), MEMBER(role_name), MEMBER(minutes.held_on),
    MEMBER(minutes.place), MEMBER(minutes.attended),
    MEMBER(minutes.findings), MEMBER(minutes.decisions));

enum case_err
month_closing_get(struct office *o, int year, int month,
    struct month_closing *c)
{
	char text[PERIOD_SIZE];

	return row_one(o, db_query(office_db(o), sql[STMT_GET], "it",
	    office_unit(o), month_period_write(year, month, 1, text)),
	    &closings, c);
}

/* -- reading ------------------------------------------------------------- */

static void
read_part(struct db_stmt *st, void *row)
{
	struct month_part *p = row;
	int col = 8;

	p->scope = (enum month_scope)slug_index(scopes, MONTH_SCOPE__MAX,
	    db_text(st, 0));
	db_copy(st, 1, p->key, sizeof(p->key));
	p->group = (enum month_group)db_int(st, 2);
	db_copy(st, 3, p->name, sizeof(p->name));
	db_copy(st, 4, p->no, sizeof(p->no));
	db_copy(st, 5, p->decree, sizeof(p->decree));
	p->version_id = db_int(st, 6);
	p->pos = db_int(st, 7);
	MONTH_COUNTS(READ)
}

static void
read_mark(struct db_stmt *st, void *row)
{
	struct month_mark *m = row;

	m->sign = (enum month_sign)slug_index(signs, SIGN__MAX,
	    db_text(st, 0));
	m->task_id = db_int(st, 1);
	m->case_id = db_int(st, 2);
	db_copy(st, 3, m->number, sizeof(m->number));
	db_copy(st, 4, m->sop, sizeof(m->sop));
	db_copy(st, 5, m->no, sizeof(m->no));
	db_copy(st, 6, m->performer, sizeof(m->performer));
	m->closed_at = db_int(st, 7);
}

static struct db_stmt *
query_parts(struct office *o, const struct month_figures *f,
    enum month_scope scope)
{
	return db_query(office_db(o), sql[STMT_PART], "ittt", office_unit(o),
	    f->period, f->sop, scopes[scope]);
}

static const struct row_kind parts = ROW_READ(struct month_part, read_part,
    "");

enum case_err
month_published(struct office *o, int year, int month,
    struct month_part **list, size_t *n)
{
	char text[PERIOD_SIZE];

	return row_all(o, db_query(office_db(o), sql[STMT_PUBLISHED], "it",
	    office_unit(o), month_period_write(year, month, 1, text)), &parts,
	    list, n);
}

static enum case_err
thaw_parts(struct office *o, struct month_figures *f)
{
	enum month_scope scope = MONTH_OFFICE;
	struct month_list to;
	enum case_err err;

	/* An SOP that is younger than the month has no figures. */
	err = row_one(o, query_parts(o, f, scope), &parts, &f->office);
	if (err == CASE_NOT_FOUND)
		err = CASE_OK;
	while (err == CASE_OK && ++scope < MONTH_SCOPE__MAX) {
		to = month_list(f, scope);
		err = row_all(o, query_parts(o, f, scope), &parts, to.part,
		    to.n);
	}
	return err;
}

/* Read the twelve months: the office's into the sheet, those of SOPs and rows
 * into their parts. */
static enum case_err
thaw_series(struct office *o, struct month_figures *f)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_POINT], "itt",
	    office_unit(o), f->period, f->sop);
	struct month_part *p;
	struct month_tally t;
	enum month_scope scope;
	int year, month, i;

	while (db_step(st)) {
		scope = (enum month_scope)slug_index(scopes, MONTH_SCOPE__MAX,
		    db_text(st, 4));
		p = month_find(f, scope, db_text(st, 5));
		if (p == NULL || sscanf(db_text(st, 0), "%d-%d", &year,
		    &month) != 2)
			continue;
		i = MONTH_SERIES - 1 - (12 * (f->year - year) + f->month -
		    month);
		if (i < 0 || i >= MONTH_SERIES)
			continue;
		t = (struct month_tally) { db_int(st, 1), db_int(st, 2),
		    db_int(st, 3) };
		if (scope != MONTH_OFFICE)
			p->series[i] = t;
		else
			f->series[i] = (struct month_point) { year, month,
			    t.on_time, t.done, t.late_open };
	}
	return office_err_tx(o, db_done(st));
}

enum case_err
month_thaw(struct office *o, struct month_figures *f)
{
	static const struct row_kind marks = ROW_READ(struct month_mark,
	    read_mark, "");
	enum case_err err;

	f->frozen = 1;
	f->office.target = -1;
	if ((err = thaw_parts(o, f)) != CASE_OK ||
	    (err = thaw_series(o, f)) != CASE_OK)
		return err;
	month_arrange(f);
	return row_all(o, db_query(office_db(o), sql[STMT_MARK], "itt",
	    office_unit(o), f->period, f->sop), &marks, &f->mark, &f->nmark);
}

/* -- what the months after it need --------------------------------------- */

/* The part of a unit, named as it was then. */
static size_t
unit_part(struct grid *g, const char *key, const char *name)
{
	struct grid_part *part = grid_part(g, MONTH_UNIT, key);

	if (part == NULL)
		return GRID_NONE;
	snprintf(part->p.name, sizeof(part->p.name), "%s", name);
	return (size_t)(part - g->part);
}

/* The part of the grid that a frozen part belongs to; NULL for a row that the
 * month in hand does not have, and (failed) without memory. */
static struct grid_part *
light_part(struct grid *g, struct db_stmt *st)
{
	const enum month_scope scope = (enum month_scope)slug_index(scopes,
	    MONTH_SCOPE__MAX, db_text(st, 0));
	size_t i;

	if (scope == MONTH_ROLE)
		i = grid_role(g, db_text(st, 1), db_int(st, 4) != 0);
	else if (scope == MONTH_SOP)
		i = grid_sop(g, db_int(st, 3));
	else if (scope == MONTH_UNIT)
		i = unit_part(g, db_text(st, 1), db_text(st, 2));
	else
		return grid_find(g, scope, db_text(st, 1));
	if (i == GRID_NONE)
		g->failed = 1;
	return i == GRID_NONE ? NULL : &g->part[i];
}

int
month_thaw_light(struct grid *g, int year, int month, const char *sop)
{
	struct db_stmt *st;
	struct grid_part *part;
	int64_t at, calendar;
	char text[PERIOD_SIZE];
	int closed;

	closed = office_month_closing(g->office, year, month, &at, &calendar);
	if (closed != 1)
		return closed;
	st = db_query(g->db, sql[STMT_LIGHT], "itt", office_unit(g->office),
	    month_period_write(year, month, 1, text), sop);
	while (!g->failed && db_step(st)) {
		if ((part = light_part(g, st)) == NULL)
			continue;
		part->light.done = db_int(st, 5);
		part->light.on_time = db_int(st, 6);
		part->light.late_open = db_int(st, 7);
		part->light.decided = db_int(st, 8);
		part->light.returned = db_int(st, 9);
	}
	return db_done(st) != 0 || g->failed ? -1 : 1;
}
