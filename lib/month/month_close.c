/*
 * month_close.c - closing a month: its figures are written down as they stand,
 * for the office and each SOP, and read from there ever after.
 */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "clock/calendar.h"
#include "month/grid.h"
#include "month/root.h"
#include "office/closed.h"
#include "office/row.h"
#include "people/holder.h"

enum stmt {
	STMT_MONTH_INSERT,
	STMT_PART_INSERT,
	STMT_POINT_INSERT,
	STMT_MARK_INSERT,
	STMT_LAST,
	STMT_GET,
	STMT__MAX
};

#define TYPE(name)	"i"
#define VALUE(name)	, p->name

static const char *const sql[STMT__MAX] = {
	[STMT_MONTH_INSERT] =
		"INSERT INTO months (unit_id, month, closed_at, closed_by,"
		" calendar_id, n, root, prev, role_name, held_on, place,"
		" attended, findings, decisions) VALUES ($1, $2, $3,"
		" nullif($4, 0), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
	[STMT_PART_INSERT] =
		"INSERT INTO month_figures (unit_id, month, sop, place, "
		MONTH_COLUMNS ") VALUES ("
		"$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,"
		" $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,"
		" $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35,"
		" $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46,"
		" $47, $48, $49, $50, $51, $52, $53, $54, $55, $56, $57,"
		" $58, $59, $60, $61, $62, $63, $64, $65, $66, $67, $68,"
		" $69, $70, $71, $72, $73, $74, $75, $76, $77, $78, $79,"
		" $80, $81, $82, $83, $84, $85, $86, $87, $88, $89, $90,"
		" $91, $92, $93, $94, $95, $96, $97, $98, $99)",
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
		"  FROM months m JOIN calendar_versions v ON v.id = m.calendar_id"
		" WHERE m.unit_id = $1 AND m.month = $2",
};

static int
write_part(struct office *o, const struct month_figures *f,
    const struct month_part *p, size_t place)
{
	char month[16];

	return db_run(office_db(o), sql[STMT_PART_INSERT],
	    "ittittitttii" MONTH_COUNTS(TYPE), office_unit(o),
	    month_text(f->year, f->month, month), f->sop, (int64_t)place,
	    month_scope_slug(p->scope), p->key, (int64_t)p->group, p->name, p->no,
	    p->decree, p->version_id, p->pos MONTH_COUNTS(VALUE));
}

static void
write_parts(struct office *o, const struct month_figures *f)
{
	size_t i;

	write_part(o, f, &f->office, 0);
	for (i = 0; i < f->nrole; i++)
		write_part(o, f, &f->role[i], i);
	for (i = 0; i < f->nsops; i++)
		write_part(o, f, &f->sops[i], i);
	for (i = 0; i < f->nrow; i++)
		write_part(o, f, &f->row[i], i);
	for (i = 0; i < f->nunit; i++)
		write_part(o, f, &f->unit[i], i);
}

/* The months of a part, each under the name it has in the office's. */
static void
write_series(struct office *o, const struct month_figures *f,
    const struct month_part *p)
{
	const struct month_tally *t = p->series;
	char month[16], of[16];
	int i;

	month_text(f->year, f->month, month);
	for (i = 0; i < MONTH_SERIES; i++, t++)
		if (t->done + t->late_open > 0)
			db_run(office_db(o), sql[STMT_POINT_INSERT],
			    "itttttiii", office_unit(o), month, f->sop,
			    month_scope_slug(p->scope), p->key,
			    month_text(f->series[i].year, f->series[i].month,
			    of), t->on_time, t->done, t->late_open);
}

static void
write_lists(struct office *o, const struct month_figures *f)
{
	const struct month_point *p;
	const struct month_mark *m;
	char month[16], of[16];
	size_t i;

	month_text(f->year, f->month, month);
	for (p = f->series; p < f->series + MONTH_SERIES; p++)
		db_run(office_db(o), sql[STMT_POINT_INSERT], "itttttiii",
		    office_unit(o), month, f->sop,
		    month_scope_slug(MONTH_OFFICE), "",
		    month_text(p->year, p->month, of), p->on_time, p->done,
		    p->late_open);
	for (i = 0; i < f->nsops; i++)
		write_series(o, f, &f->sops[i]);
	for (i = 0; i < f->nrow; i++)
		write_series(o, f, &f->row[i]);
	for (i = 0; i < f->nmark; i++) {
		m = &f->mark[i];
		db_run(office_db(o), sql[STMT_MARK_INSERT], "ittitiitttti",
		    office_unit(o), month, f->sop, (int64_t)i, month_sign_slug(m->sign),
		    m->task_id, m->case_id, m->number, m->sop, m->no,
		    m->performer, m->closed_at);
	}
}

/* Compute and write down one SOP, or all; given: month_free(). */
static enum case_err
freeze(struct office *o, int year, int month, const char *sop, int64_t now,
    struct month_figures **out)
{
	struct month_figures *f = month_new(o, year, month, sop);
	enum case_err err;

	if (f == NULL)
		return CASE_DB;
	if ((err = month_live(o, f, now)) != CASE_OK) {
		month_free(f);
		return err;
	}
	write_parts(o, f);
	write_lists(o, f);
	*out = f;
	return CASE_OK;
}

struct closing {
	int				 year, month;
	const char			*role;
	const struct month_minutes	*minutes;
};

/* -- who closes, and what was said ------------------------------------- */

int
month_may_close(struct office *o, int64_t person_id, const char *role,
    int64_t now)
{
	char name[192];

	return holder_acts_as(o, person_id, role, now, name, sizeof(name));
}

/* A person who closes says what was found and decided. */
static enum case_err
check_closing(struct change_work *w, const struct closing *c, char *role,
    size_t size)
{
	const struct month_minutes *m = c->minutes;
	enum case_err err;

	role[0] = '\0';
	if (w->ch->by == 0)
		return CASE_OK;
	if (!holder_acts_as(w->o, w->ch->by, c->role, w->ch->now, role, size))
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

/* The root, and the row of the month. */
static int
record(struct change_work *w, const struct closing *c, const char *role,
    char root[ROOT_SIZE])
{
	const struct calendar *cal = office_calendar(w->o);
	const struct month_minutes *m = c->minutes;
	struct db_stmt *st;
	char month[16], prev[ROOT_SIZE] = "";
	int64_t n = 1;

	st = db_query(w->db, sql[STMT_LAST], "i", office_unit(w->o));
	if (db_step(st)) {
		n = db_int(st, 0) + 1;
		db_copy(st, 1, prev, sizeof(prev));
	}
	db_done(st);
	month_text(c->year, c->month, month);
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
	char month[16], role[192], root[ROOT_SIZE];
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
	    month_text(c->year, c->month, month), "root", root,
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

static void
read_closing(struct db_stmt *st, void *row)
{
	struct month_closing *c = row;
	struct month_minutes *m = &c->minutes;

	c->closed_at = db_int(st, 0);
	c->closed_by = db_int(st, 1);
	c->n = db_int(st, 2);
	c->calendar_id = db_int(st, 3);
	c->calendar = db_int(st, 4);
	db_copy(st, 5, c->root, sizeof(c->root));
	db_copy(st, 6, c->prev, sizeof(c->prev));
	db_copy(st, 7, c->role_name, sizeof(c->role_name));
	db_copy(st, 8, m->held_on, sizeof(m->held_on));
	db_copy(st, 9, m->place, sizeof(m->place));
	db_copy(st, 10, m->attended, sizeof(m->attended));
	db_copy(st, 11, m->findings, sizeof(m->findings));
	db_copy(st, 12, m->decisions, sizeof(m->decisions));
}

enum case_err
month_closing_get(struct office *o, int year, int month,
    struct month_closing *c)
{
	static const struct row_kind kind = { sizeof(*c), read_closing,
		"Bulan ini belum disahkan." };
	char text[16];

	return row_one(o, db_query(office_db(o), sql[STMT_GET], "it",
	    office_unit(o), month_text(year, month, text)), &kind, c);
}
