/*
 * month_period.c - quarters, semesters and years: months put together.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock/calendar.h"
#include "month/grid.h"

/* -- names --------------------------------------------------------------- */

/* "2026-01-05..2026-02-10"; whether there are such days, the calendar says. */
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

/* -- what it is compared with ---------------------------------------------- */

static void
compare_part(struct month_part *p, const struct month_part *m, int year,
    int end)
{
	if (year) {
		p->last_done += m->done;
		p->last_on_time += month_on_time(m);
		p->last_late_open = end ? m->late_open : 0;
		return;
	}
	p->prev_done += m->done;
	p->prev_on_time += month_on_time(m);
	p->prev_decided += m->decided;
	p->prev_returned += m->returned;
	p->prev_late_open = end ? m->late_open : 0;
}

/* Months that ended `back` months before the period did: the period before it,
 * or the same one a year before. */
static enum case_err
compare(struct office *o, struct month_figures *f, int back, int year,
    int64_t now)
{
	struct month_figures *m;
	struct grid_list to[4], from[4];
	struct month_part *other;
	enum case_err err;
	int i, at;
	size_t k, n;

	for (i = f->months - 1; i >= 0; i--) {
		at = f->year * 12 + f->month - 1 - back - i;
		err = month_alone(o, at / 12, at % 12 + 1, f->sop, now, &m);
		if (err != CASE_OK)
			return err;
		grid_lists(f, to);
		grid_lists(m, from);
		compare_part(&f->office, &m->office, year, i == 0);
		for (k = 0; k < 4; k++)
			for (n = 0; n < *to[k].n; n++) {
				other = grid_listed(&from[k], (*to[k].list)[n].key);
				if (other != NULL)
					compare_part(&(*to[k].list)[n], other,
					    year, i == 0);
			}
		month_free(m);
	}
	return CASE_OK;
}

/* -- the period -------------------------------------------------------------- */

/* The earliest of each sign. */
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

/* The twelve months of what the last month has, as it has them; what it lacks
 * has them from the months themselves. */
static enum case_err
add_history(struct office *o, struct month_figures *f,
    struct month_figures *last)
{
	struct grid_list to[4], from[4];
	struct month_part *p;
	enum case_err err;
	size_t i, k;

	if ((err = month_history(o, f)) != CASE_OK)
		return err;
	grid_lists(f, to);
	grid_lists(last, from);
	for (k = 0; k < 4; k++)
		for (i = 0; i < *from[k].n; i++) {
			p = grid_listed(&to[k], (*from[k].list)[i].key);
			memcpy(p->series, (*from[k].list)[i].series,
			    sizeof(p->series));
		}
	return CASE_OK;
}

/* All months that have begun; the last of them with its twelve. */
static enum case_err
add_months(struct office *o, struct month_figures *f, int64_t now)
{
	const struct calendar *cal = office_calendar(o);
	struct month_figures *m;
	enum case_err err;
	int i, at, last;

	for (i = f->months - 1; i >= 0; i--) {
		at = f->year * 12 + f->month - 1 - i;
		last = i == 0 || calendar_month(cal, (at + 1) / 12,
		    (at + 1) % 12 + 1) > now;
		err = (last ? month_compute : month_alone)(o, at / 12,
		    at % 12 + 1, f->sop, now, &m);
		if (err != CASE_OK)
			return err;
		if (grid_add_month(f, m, i == f->months - 1) == -1)
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
	const int first = f->year * 12 + f->month - f->months;
	enum case_err err;

	f->from = calendar_month(office_calendar(o), first / 12,
	    first % 12 + 1);
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
	const int first = year * 12 + month - months;
	enum case_err err;

	if (months == 1)
		return month_compute(o, year, month, sop, data_now, out);
	if (office_calendar(o) == NULL)
		return office_fail(o, CASE_STATE, "",
		    "Kalender kantor belum ditetapkan.");
	if (year <= CAL_FIRST_YEAR + 1 || year >= CAL_LAST_YEAR ||
	    calendar_month(office_calendar(o), first / 12, first % 12 + 1) >
	    data_now)
		return office_fail(o, CASE_INVALID, "bulan",
		    "Pilih masa yang sudah berjalan.");
	if ((f = month_new(o, year, month, sop)) == NULL)
		return office_err_tx(o, DB_ERROR);
	f->months = months;
	month_period_write(year, month, months, f->period);
	if ((err = put_together(o, f, data_now)) != CASE_OK)
		month_free(f);
	else
		*out = f;
	return err;
}
