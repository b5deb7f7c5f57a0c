/*
 * month.c - the figures of a month: this month whole, the twelve before it as
 * far as they are compared with.
 */
#include "month/month.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock/calendar.h"
#include "month/grid.h"
#include "month/month_cases.h"
#include "month/month_close.h"
#include "month/month_correct.h"
#include "month/month_order.h"
#include "month/month_promise.h"
#include "month/month_sign.h"
#include "month/month_visits.h"
#include "month/month_voice.h"
#include "office/closed.h"
#include "office/soplist.h"

enum stmt {
	STMT_SOP,
	STMT_EXTENT,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_SOP] =
		"SELECT s.id, v.name FROM sops s"
		"  JOIN sop_versions v ON v.sop_id = s.id WHERE s.slug = $1"
		" ORDER BY CASE WHEN v.effective_from < $2 AND "
		SOPLIST_SQL_BEGINS("v") " THEN 0 ELSE 1 END,"
		" v.version DESC LIMIT 1",
	[STMT_EXTENT] =
		/* Trials, too: they are no figure, and the end of an index
		 * tells it at once. */
		"SELECT coalesce((SELECT min(opened_at) FROM cases), 0),"
		" coalesce((SELECT max(opened_at) FROM cases), 0),"
		/* Said so, the index of closed tasks may answer. */
		" coalesce((SELECT max(closed_at) FROM tasks"
		"   WHERE closed_at IS NOT NULL), 0),"
		" coalesce((SELECT max(answered_at) FROM surveys), 0),"
		" coalesce((SELECT max(came_at) FROM complaints), 0),"
		" coalesce((SELECT max(answered_at) FROM complaints), 0)",
};

/* -- shares -------------------------------------------------------------- */

int64_t
month_on_time(const struct month_part *p)
{
	return p->below + p->within;
}

int64_t
month_counted(const struct month_part *p)
{
	return p->done + p->late_open;
}

int64_t
month_prev_counted(const struct month_part *p)
{
	return p->prev_done + p->prev_late_open;
}

int64_t
month_finished(const struct month_part *p)
{
	return p->done + p->apart_none;
}

int64_t
month_last_counted(const struct month_part *p)
{
	return p->last_done + p->last_late_open;
}

int64_t
month_promised(const struct month_part *p)
{
	return p->promised + (p->promise_late > 0 ? p->promise_late : 0);
}

/* -- this month, and those before -------------------------------------- */

static int
count_whole(struct grid *g)
{
	if (month_visits_closed(g) == -1 || month_visits_open(g, 0) == -1 ||
	    month_cases_count(g) == -1 || month_promise_count(g) == -1 ||
	    month_voice_count(g) == -1)
		return -1;
	if (month_visits_medians(g) == -1 || month_sign_acts(g) == -1)
		return -1;
	return month_sign_marks(g);
}

int
month_count_before(struct grid *g, int year, int month, const char *sop)
{
	size_t i;
	int frozen;

	for (i = 0; i < g->npart; i++)
		memset(&g->part[i].light, 0, sizeof(g->part[i].light));
	g->from = calendar_month(g->cal, year, month);
	g->to = calendar_month(g->cal, year, month + 1);
	if ((frozen = month_thaw_light(g, year, month, sop)) != 0)
		return frozen;
	if (month_visits_light(g) == -1)
		return -1;
	return month_visits_open(g, 1);
}

/* Add a month before to the twelve; the last of them and the same month a year
 * before are for comparison. */
static void
add_before(struct grid *g, int back)
{
	const struct grid_light *l;
	struct month_part *p;
	size_t i;

	for (i = 0; i < g->npart; i++) {
		p = &g->part[i].p;
		l = &g->part[i].light;
		if (back == MONTH_SERIES) {
			p->last_done = l->done;
			p->last_on_time = l->on_time;
			p->last_late_open = l->late_open;
			continue;
		}
		p->series[MONTH_SERIES - 1 - back] = (struct month_tally) {
		    l->on_time, l->done, l->late_open };
		p->year_done += l->done;
		p->year_on_time += l->on_time;
		if (back != 1)
			continue;
		p->prev_done = l->done;
		p->prev_on_time = l->on_time;
		p->prev_late_open = l->late_open;
		p->prev_decided = l->decided;
		p->prev_returned = l->returned;
	}
}

static void
begin_year(struct grid *g, const struct month_figures *f,
    struct month_point *at)
{
	struct month_part *p;
	size_t i;

	at->year = f->year;
	at->month = f->month;
	at->on_time = month_on_time(&g->part[0].p);
	at->done = g->part[0].p.done;
	at->late_open = g->part[0].p.late_open;
	for (i = 0; i < g->npart; i++) {
		p = &g->part[i].p;
		p->series[MONTH_SERIES - 1] = (struct month_tally) {
		    month_on_time(p), p->done, p->late_open };
		p->year_done = p->done;
		p->year_on_time = month_on_time(p);
	}
}

static int
count_year(struct grid *g, struct month_figures *f)
{
	struct month_point at = { .year = f->year, .month = f->month };
	const struct grid_light *office;
	int back;

	begin_year(g, f, &f->series[MONTH_SERIES - 1]);
	for (back = 1; back <= MONTH_SERIES; back++) {
		at.year -= at.month == 1;
		at.month = at.month == 1 ? 12 : at.month - 1;
		if (month_count_before(g, at.year, at.month, f->sop) == -1)
			return -1;
		add_before(g, back);
		office = &g->part[0].light;
		at.on_time = office->on_time;
		at.done = office->done;
		at.late_open = office->late_open;
		if (back < MONTH_SERIES)
			f->series[MONTH_SERIES - 1 - back] = at;
	}
	return 0;
}

static int
compute(struct grid *g, struct month_figures *f, int alone)
{
	g->from = f->from;
	g->to = f->to;
	if (count_whole(g) == -1 || (!alone && count_year(g, f) == -1))
		return -1;
	if (month_order_take(g, f) == -1)
		return -1;
	f->mark = g->mark;
	f->nmark = g->nmark;
	g->mark = NULL;
	return 0;
}

enum case_err
month_sop(struct office *o, struct month_figures *f, int64_t *id)
{
	struct db_stmt *st;

	*id = 0;
	if (f->sop[0] == '\0')
		return CASE_OK;
	st = db_query(office_db(o), sql[STMT_SOP], "ti", f->sop, f->to);
	if (db_step(st)) {
		*id = db_int(st, 0);
		db_copy(st, 1, f->sop_name, sizeof(f->sop_name));
	}
	if (db_done(st) != 0)
		return office_err_tx(o, DB_ERROR);
	return *id != 0 ? CASE_OK : office_fail(o, CASE_NOT_FOUND, "sop",
	    "SOP \"%s\" tidak ada.", f->sop);
}

enum case_err
month_live(struct office *o, struct month_figures *f, int64_t data_now,
    int alone)
{
	struct grid g;
	enum case_err err;
	int64_t sop_id;
	int failed;

	f->at = data_now;
	if (data_now < f->to - 1) {
		f->running = 1;
		f->to = data_now < f->from ? f->from : data_now + 1;
	}
	f->calendar_id = office_calendar_id(o);
	if ((err = month_sop(o, f, &sop_id)) != CASE_OK)
		return err;
	failed = grid_open(&g, o, sop_id, f->to) == -1 ||
	    (f->corrected && month_correct_begin(&g) == -1) ||
	    compute(&g, f, alone) == -1;
	grid_close(&g);
	return failed ? office_err_tx(o, DB_ERROR) : CASE_OK;
}

/* Copy the medians of a part from those of a grid, when it is there. */
static void
set_medians(struct month_part *p, void *grid)
{
	const struct grid_part *from = grid_find(grid, p->scope, p->key);

	if (from == NULL)
		return;
	p->own_median = from->p.own_median;
	p->own_p90 = from->p.own_p90;
	p->turn_median = from->p.turn_median;
	p->turn_p90 = from->p.turn_p90;
}

enum case_err
month_medians(struct office *o, struct month_figures *f)
{
	struct grid g;
	enum case_err err;
	int64_t sop_id;
	int failed;

	if ((err = month_sop(o, f, &sop_id)) != CASE_OK)
		return err;
	failed = grid_open(&g, o, sop_id, f->to) == -1;
	g.from = f->from;
	g.to = f->to;
	if (!failed && (failed = month_visits_closed(&g) == -1 ||
	    month_visits_medians(&g) == -1) == 0)
		month_each(f, set_medians, &g);
	grid_close(&g);
	return failed ? office_err_tx(o, DB_ERROR) : CASE_OK;
}

/* -- sheets -------------------------------------------------------------- */

struct month_figures *
month_new(struct office *o, int year, int month, const char *sop)
{
	const struct calendar *cal = office_calendar(o);
	struct month_figures *f = calloc(1, sizeof(*f));

	if (f == NULL)
		return NULL;
	f->year = year;
	f->month = month;
	f->months = 1;
	month_period_write(year, month, 1, f->period);
	f->from = calendar_month(cal, year, month);
	f->to = calendar_month(cal, year, month + 1);
	snprintf(f->sop, sizeof(f->sop), "%s", sop != NULL ? sop : "");
	return f;
}

void
month_free(struct month_figures *f)
{
	if (f == NULL)
		return;
	free(f->role);
	free(f->sops);
	free(f->row);
	free(f->unit);
	free(f->mark);
	free(f);
}

enum case_err
month_give(enum case_err err, struct month_figures *f,
    struct month_figures **out)
{
	if (err != CASE_OK)
		month_free(f);
	else
		*out = f;
	return err;
}

struct month_list
month_list(struct month_figures *f, enum month_scope scope)
{
	const struct month_list lists[MONTH_SCOPE__MAX] = {
		[MONTH_ROLE] = { &f->role, &f->nrole },
		[MONTH_SOP] = { &f->sops, &f->nsops },
		[MONTH_ROW] = { &f->row, &f->nrow },
		[MONTH_UNIT] = { &f->unit, &f->nunit },
	};

	return lists[scope];
}

struct month_part *
month_find(struct month_figures *f, enum month_scope scope, const char *key)
{
	struct month_list in;
	size_t i;

	if (scope == MONTH_OFFICE)
		return &f->office;
	in = month_list(f, scope);
	for (i = 0; i < *in.n; i++)
		if (strcmp((*in.part)[i].key, key) == 0)
			return &(*in.part)[i];
	return NULL;
}

void
month_each(struct month_figures *f, void (*fn)(struct month_part *, void *),
    void *arg)
{
	enum month_scope scope;
	struct month_list in;
	size_t i;

	fn(&f->office, arg);
	for (scope = MONTH_ROLE; scope < MONTH_SCOPE__MAX; scope++) {
		in = month_list(f, scope);
		for (i = 0; i < *in.n; i++)
			fn(&(*in.part)[i], arg);
	}
}

/* -- computing one -------------------------------------------------------- */

static enum case_err
fill(struct office *o, struct month_figures *f, int64_t data_now, int alone)
{
	enum case_err err;
	int64_t id;

	switch (office_month_closing(o, f->year, f->month, &f->at,
	    &f->calendar_id)) {
	case 0:
		return month_live(o, f, data_now, alone);
	case 1:
		if ((err = month_sop(o, f, &id)) != CASE_OK)
			return err;
		return month_thaw(o, f);
	default:
		return office_err_tx(o, DB_ERROR);
	}
}

enum case_err
month_one(struct office *o, int year, int month, const char *sop,
    int64_t data_now, int alone, struct month_figures **out)
{
	struct month_figures *f = month_new(o, year, month, sop);

	return month_give(f != NULL ? fill(o, f, data_now, alone) :
	    office_err_tx(o, DB_ERROR), f, out);
}

enum case_err
month_compute(struct office *o, int year, int month, const char *sop,
    int64_t data_now, struct month_figures **out)
{
	if (office_calendar(o) == NULL)
		return office_fail(o, CASE_STATE, "",
		    "Kalender kantor belum ditetapkan.");
	if (year <= CAL_FIRST_YEAR || year >= CAL_LAST_YEAR || month < 1 ||
	    month > 12 ||
	    calendar_month(office_calendar(o), year, month) > data_now)
		return office_fail(o, CASE_INVALID, "bulan",
		    "Pilih bulan yang sudah berjalan.");
	return month_one(o, year, month, sop, data_now, 0, out);
}

enum case_err
month_extent(struct office *o, int64_t *first, int64_t *last)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_EXTENT], "");
	int64_t from = 0, latest = 0;
	int i;

	if (db_step(st)) {
		from = db_int(st, 0);
		for (i = 1; i < 6; i++)
			if (db_int(st, i) > latest)
				latest = db_int(st, i);
	}
	if (db_done(st) != 0)
		return office_err_tx(o, DB_ERROR);
	*first = from;
	*last = latest;
	return CASE_OK;
}
