/*
 * month_close.c - closing a month: its figures are written down as they stand,
 * for the office and each SOP, and read from there ever after.
 */
#include <stdio.h>

#include "case/event.h"
#include "case/month_grid.h"
#include "clock/calendar.h"

enum stmt {
	STMT_MONTH_INSERT,
	STMT_PART_INSERT,
	STMT_POINT_INSERT,
	STMT_MARK_INSERT,
	STMT__MAX
};

#define TYPE(name)	"i"
#define VALUE(name)	, p->name

static const char *const sql[STMT__MAX] = {
	[STMT_MONTH_INSERT] =
		"INSERT INTO months (unit_id, month, closed_at, closed_by,"
		" calendar_id) VALUES ($1, $2, $3, nullif($4, 0), $5)",
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
		" $80)",
	[STMT_POINT_INSERT] =
		"INSERT INTO month_points (unit_id, month, sop, month_of,"
		" on_time, done, late_open) VALUES ($1, $2, $3, $4, $5, $6, $7)",
	[STMT_MARK_INSERT] =
		"INSERT INTO month_marks (unit_id, month, sop, place, sign,"
		" task_id, case_id, number, sop_name, no, performer, closed_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
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
		db_run(office_db(o), sql[STMT_POINT_INSERT], "itttiii",
		    office_unit(o), month, f->sop,
		    month_text(p->year, p->month, of), p->on_time, p->done,
		    p->late_open);
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
	struct office	*o;
	int64_t		 by, now;
	int		 year, month;
};

static int
record(struct db *db, const struct closing *c, const char *month)
{
	struct event e = { .kind = "month-closed", .capacity = "",
	    .payload = "{}" };
	char effect[64];

	if (db_run(db, sql[STMT_MONTH_INSERT], "itiii", office_unit(c->o),
	    month, c->now, c->by, office_calendar_id(c->o)) < 0)
		return -1;
	snprintf(effect, sizeof(effect), "{\"month\":\"%s\"}", month);
	e.stream = office_unit(c->o);
	e.actor_kind = c->by ? ACTOR_PERSON : ACTOR_SYSTEM;
	e.actor_id = c->by;
	e.recorded_at = e.occurred_at = c->now;
	e.effect = effect;
	return event_append(db, &e);
}

static int
close_month(struct db *db, void *arg)
{
	const struct closing *c = arg;
	struct month_figures *all, *one;
	enum case_err err;
	char month[16];
	int64_t at, calendar;
	size_t i;

	if (month_frozen(c->o, c->year, c->month, &at, &calendar) == 1)
		return office_fail(c->o, CASE_REPEATED, "bulan",
		    "Bulan ini sudah disahkan.");
	if (record(db, c, month_text(c->year, c->month, month)) == -1)
		return CASE_DB;
	err = freeze(c->o, c->year, c->month, "", c->now, &all);
	if (err != CASE_OK)
		return err;
	for (i = 0; i < all->nsops && err == CASE_OK; i++) {
		err = freeze(c->o, c->year, c->month, all->sops[i].key, c->now,
		    &one);
		if (err == CASE_OK)
			month_free(one);
	}
	month_free(all);
	return err;
}

enum case_err
month_close(struct office *o, int64_t by, int year, int month, int64_t now)
{
	struct closing c = { o, by, now, year, month };
	const struct calendar *cal;

	office_fresh(o);
	if ((cal = office_calendar(o)) == NULL)
		return office_fail(o, CASE_STATE, "",
		    "Kalender kantor belum ditetapkan.");
	if (month < 1 || month > 12 ||
	    calendar_month(cal, year, month + 1) > now)
		return office_fail(o, CASE_STATE, "bulan",
		    "Bulan ini belum berakhir.");
	return case_err_tx(o, db_tx(office_db(o), close_month, &c));
}
