/*
 * month_period.c - quarters, semesters and years: months added up, with their
 * history and the periods they are compared with.
 */
#include "month/month.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock/calendar.h"
#include "month/grid.h"
#include "month/month_order.h"
#include "month/month_sign.h"
#include "office/soplist.h"

enum stmt { STMT_SINCE, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	/* Said so, the index of closed tasks may answer. */
	[STMT_SINCE] =
		"SELECT coalesce(min(closed_at), 0) FROM tasks"
		" WHERE closed_at IS NOT NULL"
		"   AND " SOPLIST_SQL_REAL("version_id"),
};

/* -- names ----------------------------------------------------------------- */

/* Read "2026-01-05..2026-02-10"; the calendar knows whether there are such
 * days. */
static int
read_days(const char *text, struct period *p)
{
	static const char shape[] = "dddd-dd-dd..dddd-dd-dd";
	size_t i;

	if (strlen(text) != strlen(shape))
		return -1;
	for (i = 0; shape[i] != '\0'; i++)
		if (shape[i] == 'd' ? text[i] < '0' || text[i] > '9' :
		    text[i] != shape[i])
			return -1;
	memset(p, 0, sizeof(*p));
	memcpy(p->first, text, 10);
	memcpy(p->last, text + 12, 10);
	return 0;
}

int
month_period_read(const char *text, struct period *p)
{
	const size_t len = strlen(text);
	int y, n = 12, months = 1;
	char end;

	if (read_days(text, p) == 0)
		return 0;
	if (len == 4 && sscanf(text, "%4d%c", &y, &end) == 1)
		months = 12;
	else if (len == 7 && sscanf(text, "%4d-T%1d%c", &y, &n, &end) == 2 &&
	    n >= 1 && n <= 4)
		months = 3;
	else if (len == 7 && sscanf(text, "%4d-S%1d%c", &y, &n, &end) == 2 &&
	    n >= 1 && n <= 2)
		months = 6;
	else if (len != 7 || sscanf(text, "%4d-%2d%c", &y, &n, &end) != 2 ||
	    n < 1 || n > 12)
		return -1;
	*p = (struct period) { .year = y, .months = months,
	    .month = months == 12 ? 12 : n * months };
	return 0;
}

char *
month_period_write(int year, int month, int months, char buf[PERIOD_SIZE])
{
	if (months == 12)
		snprintf(buf, PERIOD_SIZE, "%04d", year);
	else if (months == 1)
		snprintf(buf, PERIOD_SIZE, "%04d-%02d", year, month);
	else
		snprintf(buf, PERIOD_SIZE, "%04d-%c%d", year,
		    months == 3 ? 'T' : 'S', month / months);
	return buf;
}

/* -- adding up ------------------------------------------------------------- */

/* Columns that are not added: as the period began, as it ended, or of others
 * than its own months. */
enum column_kind { KIND_ADD, KIND_BEGIN, KIND_END, KIND_APART };

static enum column_kind
kind_of(size_t offset)
{
#define AT(name) offsetof(struct month_part, name)
	static const size_t end[] = { AT(external), AT(system), AT(single),
		AT(target), AT(late_open), AT(open_after), AT(age_day),
		AT(age_week), AT(age_fortnight), AT(age_older),
		AT(oldest_days), AT(oldest_at), AT(late_oldest_days),
		AT(year_done), AT(year_on_time), AT(cases_open_after),
		AT(complaints_open), AT(complaints_late), AT(promise_late) };
	static const size_t apart[] = { AT(own_median), AT(own_p90),
		AT(turn_median), AT(turn_p90), AT(prev_done),
		AT(prev_on_time), AT(prev_late_open), AT(prev_decided),
		AT(prev_returned), AT(last_done), AT(last_on_time),
		AT(last_late_open) };
	size_t i;

	if (offset == AT(open_before) || offset == AT(cases_open_before))
		return KIND_BEGIN;
#undef AT
	for (i = 0; i < sizeof(end) / sizeof(end[0]); i++)
		if (end[i] == offset)
			return KIND_END;
	for (i = 0; i < sizeof(apart) / sizeof(apart[0]); i++)
		if (apart[i] == offset)
			return KIND_APART;
	return KIND_ADD;
}

#define OFFSET(name) offsetof(struct month_part, name),
static const size_t columns[] = { MONTH_COUNTS(OFFSET) };
#define NCOLUMNS (sizeof(columns) / sizeof(columns[0]))

static int64_t *
column(struct month_part *p, size_t i)
{
	return (int64_t *)((char *)p + columns[i]);
}

/* The sum; what is unknown of one month is unknown of all. */
static int64_t
add_known(int64_t sum, int64_t n)
{
	return sum < 0 || n < 0 ? -1 : sum + n;
}

/* Add a month to a part; NULL: it has nothing there. */
static void
add_part(struct month_part *p, struct month_part *m, int first)
{
	size_t i;

	for (i = 0; i < NCOLUMNS; i++) {
		switch (kind_of(columns[i])) {
		case KIND_ADD:
			*column(p, i) = add_known(*column(p, i),
			    m != NULL ? *column(m, i) : 0);
			break;
		case KIND_BEGIN:
			if (first && m != NULL)
				*column(p, i) = *column(m, i);
			break;
		case KIND_END:
			if (m != NULL)
				*column(p, i) = *column(m, i);
			else if (columns[i] >= offsetof(struct month_part,
			    open_before))
				*column(p, i) = 0;
			break;
		case KIND_APART:
			break;
		}
	}
}

/* Make a part of that scope for each of a month's that is new, empty. */
static int
make_parts(struct month_figures *f, struct month_figures *m,
    enum month_scope scope)
{
	const struct month_list to = month_list(f, scope);
	const struct month_list from = month_list(m, scope);
	struct month_part *list, *p;
	size_t i, c;

	list = realloc(*to.part, (*to.n + *from.n + 1) * sizeof(*list));
	if (list == NULL)
		return -1;
	*to.part = list;
	for (i = 0; i < *from.n; i++) {
		if (month_find(f, scope, (*from.part)[i].key) != NULL)
			continue;
		p = &list[(*to.n)++];
		*p = (*from.part)[i];
		for (c = 0; c < NCOLUMNS; c++)
			*column(p, c) = 0;
		p->own_median = p->own_p90 = -1;
		p->turn_median = p->turn_p90 = -1;
		memset(p->series, 0, sizeof(p->series));
	}
	return 0;
}

static int
add_marks(struct month_figures *f, const struct month_figures *m)
{
	struct month_mark *list;

	if (m->nmark == 0)
		return 0;
	list = realloc(f->mark, (f->nmark + m->nmark) * sizeof(*list));
	if (list == NULL)
		return -1;
	f->mark = list;
	memcpy(list + f->nmark, m->mark, m->nmark * sizeof(*list));
	f->nmark += m->nmark;
	return 0;
}

/* One month more at the end of a part's twelve. */
static void
add_tally(struct month_part *p, const struct month_part *m)
{
	memmove(p->series, p->series + 1, (MONTH_SERIES - 1) *
	    sizeof(p->series[0]));
	p->series[MONTH_SERIES - 1] = m == NULL ? (struct month_tally) { 0 } :
	    (struct month_tally) { month_on_time(m), m->done, m->late_open };
}

/* A month that is added to the sheet of a period, its first or not. */
struct adding {
	struct month_figures	*month;
	int			 first;
};

/* Add to a part what the month has of it. */
static void
add_to_part(struct month_part *p, void *arg)
{
	const struct adding *a = arg;
	struct month_part *m = month_find(a->month, p->scope, p->key);

	add_part(p, m, a->first);
	if (p->scope != MONTH_OFFICE)
		add_tally(p, m);
	if (m != NULL)
		memcpy(p->decree, m->decree, sizeof(p->decree));
}

/* Add a month to the sheet of a period: 0, or -1 without memory. */
static int
add_month(struct month_figures *f, struct month_figures *m, int first)
{
	enum month_scope scope;

	for (scope = MONTH_ROLE; scope < MONTH_SCOPE__MAX; scope++)
		if (make_parts(f, m, scope) == -1)
			return -1;
	month_each(f, add_to_part, &(struct adding){ m, first });
	memcpy(f->sop_name, m->sop_name, sizeof(f->sop_name));
	f->calendar_id = m->calendar_id;
	f->to = m->to;
	f->running |= m->running;
	f->frozen &= m->frozen;
	if (m->at > f->at)
		f->at = m->at;
	memcpy(f->series, m->series, sizeof(f->series));
	return add_marks(f, m);
}

/* -- the months before ----------------------------------------------------- */

/* Rows of a frozen month are read only where the grid has them. */
static int
make_rows(struct grid *g, const struct month_figures *f)
{
	size_t i;

	for (i = 0; i < f->nrow; i++)
		if (grid_part(g, MONTH_ROW, f->row[i].key) == NULL)
			return -1;
	return 0;
}

static void
copy_light(struct grid *g, struct month_part *list, size_t n, int month)
{
	const struct grid_part *part;
	size_t i;

	for (i = 0; i < n; i++) {
		part = grid_find(g, list[i].scope, list[i].key);
		if (part == NULL)
			continue;
		list[i].series[month] = (struct month_tally) {
		    part->light.on_time, part->light.done,
		    part->light.late_open };
	}
}

/* Read the months of f->series before f->from, of the SOPs and rows that the
 * period has. */
static enum case_err
read_history(struct office *o, struct month_figures *f)
{
	struct grid g;
	const struct month_point *at = f->series;
	enum case_err err;
	int64_t sop_id;
	int failed, i;

	if ((err = month_sop(o, f, &sop_id)) != CASE_OK)
		return err;
	failed = grid_open(&g, o, sop_id, f->to) == -1 ||
	    make_rows(&g, f) == -1;
	for (i = 0; i < MONTH_SERIES && !failed; i++, at++) {
		if (calendar_month(g.cal, at->year, at->month) >= f->from)
			break;
		failed = month_count_before(&g, at->year, at->month, f->sop) ==
		    -1;
		copy_light(&g, f->sops, f->nsops, i);
		copy_light(&g, f->row, f->nrow, i);
	}
	grid_close(&g);
	return failed ? office_err_tx(o, DB_ERROR) : CASE_OK;
}

/* -- comparison ------------------------------------------------------------ */

/* A month that a period is compared with. */
struct comparison {
	struct month_figures	*month;
	int			 year;	/* of the period a year before */
	int			 end;	/* its last month */
};

static void
compare_part(struct month_part *p, void *arg)
{
	const struct comparison *c = arg;
	const struct month_part *m = month_find(c->month, p->scope, p->key);

	if (m == NULL)
		return;
	if (c->year) {
		p->last_done += m->done;
		p->last_on_time += month_on_time(m);
		p->last_late_open = c->end ? m->late_open : 0;
		return;
	}
	p->prev_done += m->done;
	p->prev_on_time += month_on_time(m);
	p->prev_decided += m->decided;
	p->prev_returned += m->returned;
	p->prev_late_open = c->end ? m->late_open : 0;
}

static void
compare_nothing(struct month_part *p, void *arg)
{
	const struct comparison *c = arg;

	if (c->year) {
		p->last_done = p->last_on_time = p->last_late_open = -1;
		return;
	}
	p->prev_done = p->prev_on_time = p->prev_late_open = -1;
	p->prev_decided = p->prev_returned = -1;
}

int
month_begun(const struct month_figures *f)
{
	const struct month_point *last = &f->series[MONTH_SERIES - 1];

	return f->months - (f->year * 12 + f->month - last->year * 12 -
	    last->month);
}

/* When the first visit of the office closed, 0 without one. */
static int
begin_of_history(struct office *o, int64_t *since)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_SINCE], "");

	*since = db_step(st) ? db_int(st, 0) : 0;
	return db_done(st);
}

/*
 * Compare with the months that ended `back` months before the period did: the
 * period before it, or (year) the same one a year before.  Of a period that
 * runs, with as many months from its beginning; with nothing when one of these
 * was over before the office's first visit was.
 */
static enum case_err
compare(struct office *o, struct month_figures *f, int back, int year,
    int64_t now)
{
	const int begun = month_begun(f);
	const int first = f->year * 12 + f->month - f->months - back;
	struct comparison c = { .year = year };
	enum case_err err;
	int64_t since;
	int i;

	if (begin_of_history(o, &since) != 0)
		return office_err_tx(o, DB_ERROR);
	if (calendar_month(office_calendar(o), first / 12, first % 12 + 2) <=
	    since) {
		month_each(f, compare_nothing, &c);
		return CASE_OK;
	}
	for (i = first; i < first + begun; i++) {
		err = month_one(o, i / 12, i % 12 + 1, f->sop, now, 1,
		    &c.month);
		if (err != CASE_OK)
			return err;
		c.end = i == first + begun - 1;
		month_each(f, compare_part, &c);
		month_free(c.month);
	}
	return CASE_OK;
}

/* -- the period ------------------------------------------------------------ */

/* Keep the earliest marks of each sign. */
static void
cut_marks(struct month_figures *f)
{
	size_t i, kept = 0, of = 0;

	if (f->nmark > 0)
		qsort(f->mark, f->nmark, sizeof(*f->mark), month_sign_order);
	for (i = 0; i < f->nmark; i++) {
		of = i > 0 && f->mark[i].sign == f->mark[i - 1].sign ?
		    of + 1 : 0;
		if (of < MONTH_MARKS)
			f->mark[kept++] = f->mark[i];
	}
	f->nmark = kept;
}

/* Copy the twelve months of a part into that of the period; the office's are
 * those of the sheet. */
static void
copy_series(struct month_part *p, void *period)
{
	if (p->scope != MONTH_OFFICE)
		memcpy(month_find(period, p->scope, p->key)->series,
		    p->series, sizeof(p->series));
}

/* Give each part its twelve months: as the last month has them, else from the
 * months themselves. */
static enum case_err
add_history(struct office *o, struct month_figures *f,
    struct month_figures *last)
{
	enum case_err err = read_history(o, f);

	if (err == CASE_OK)
		month_each(last, copy_series, f);
	return err;
}

/* Add all months that have begun; the last of them with its twelve. */
static enum case_err
add_months(struct office *o, struct month_figures *f, int64_t now)
{
	const struct calendar *cal = office_calendar(o);
	struct month_figures *m;
	enum case_err err;
	int i, at, last;

	for (i = f->months - 1; i >= 0; i--) {
		at = f->year * 12 + f->month - 1 - i;
		last = i == 0 || calendar_month(cal, f->year, f->month - i +
		    1) > now;
		err = month_one(o, at / 12, at % 12 + 1, f->sop, now, !last,
		    &m);
		if (err != CASE_OK)
			return err;
		if (add_month(f, m, i == f->months - 1) == -1)
			err = office_err_tx(o, DB_ERROR);
		else if (last)
			err = add_history(o, f, m);
		month_free(m);
		if (err != CASE_OK)
			return err;
		if (last && i > 0) {
			f->running = 1;
			f->frozen = 0;
			break;
		}
	}
	return CASE_OK;
}

static enum case_err
put_together(struct office *o, struct month_figures *f, int64_t now)
{
	enum case_err err;

	f->from = calendar_month(office_calendar(o), f->year,
	    f->month - f->months + 1);
	f->frozen = 1;
	f->office.own_median = f->office.own_p90 = -1;
	f->office.turn_median = f->office.turn_p90 = -1;
	if ((err = add_months(o, f, now)) != CASE_OK ||
	    (err = month_medians(o, f)) != CASE_OK ||
	    (err = compare(o, f, f->months, 0, now)) != CASE_OK ||
	    (err = compare(o, f, 12, 1, now)) != CASE_OK)
		return err;
	cut_marks(f);
	month_arrange(f);
	return CASE_OK;
}

enum case_err
month_period(struct office *o, int year, int month, int months,
    const char *sop, int64_t data_now, struct month_figures **out)
{
	struct month_figures *f;

	if (months == 1)
		return month_compute(o, year, month, sop, data_now, out);
	if (office_calendar(o) == NULL)
		return office_fail(o, CASE_STATE, "",
		    "Kalender kantor belum ditetapkan.");
	if (year <= CAL_FIRST_YEAR + 1 || year >= CAL_LAST_YEAR ||
	    calendar_month(office_calendar(o), year, month - months + 1) >
	    data_now)
		return office_fail(o, CASE_INVALID, "bulan",
		    "Pilih masa yang sudah berjalan.");
	if ((f = month_new(o, year, month, sop)) == NULL)
		return office_err_tx(o, DB_ERROR);
	f->months = months;
	month_period_write(year, month, months, f->period);
	return month_give(put_together(o, f, data_now), f, out);
}
