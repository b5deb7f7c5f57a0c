/*
 * month_range.c - what closed between two days: for the files that leave the
 * office, which no month binds.
 */
#include <stdio.h>

#include "clock/calendar.h"
#include "month/grid.h"

/* The first instant of a day: 0, or -1 when there is none in the calendar. */
static int
begin_of(const struct calendar *cal, const char *day, int64_t *at)
{
	char text[20];

	snprintf(text, sizeof(text), "%.10sT00:00", day);
	return calendar_read(cal, text, at);
}

static int64_t
day_after(const struct calendar *cal, int64_t at)
{
	struct cal_local l;

	calendar_local(cal, at, &l);
	return calendar_instant(cal, l.year, l.month, l.day + 1, 0, 0, 0);
}

static enum case_err
read_range(struct office *o, const struct period *p, int64_t now,
    int64_t *from, int64_t *to)
{
	const struct calendar *cal = office_calendar(o);
	int64_t last;

	if (cal == NULL)
		return office_fail(o, CASE_STATE, "",
		    "Kalender kantor belum ditetapkan.");
	if (begin_of(cal, p->first, from) == -1)
		return office_fail(o, CASE_INVALID, "first",
		    "Tanggal mulai %s tidak ada dalam kalender.", p->first);
	if (begin_of(cal, p->last, &last) == -1)
		return office_fail(o, CASE_INVALID, "last",
		    "Tanggal selesai %s tidak ada dalam kalender.", p->last);
	if (last < *from)
		return office_fail(o, CASE_INVALID, "last", "Tanggal selesai "
		    "harus sama dengan atau sesudah tanggal mulai.");
	if (last > now)
		return office_fail(o, CASE_INVALID, *from > now ? "first" :
		    "last", "Tanggal %s belum tiba. Pilih hari ini atau "
		    "sebelumnya.", *from > now ? p->first : p->last);
	*to = day_after(cal, last);
	return CASE_OK;
}

/* Nothing stands before it. */
static void
compare_nothing(struct month_part *p, void *arg)
{
	p->prev_done = p->prev_on_time = p->prev_late_open = -1;
	p->prev_decided = p->prev_returned = -1;
	p->last_done = p->last_on_time = p->last_late_open = -1;
	p->year_done = p->year_on_time = -1;
}

enum case_err
month_range_check(struct office *o, const struct period *p, int64_t now)
{
	int64_t from, to;

	return read_range(o, p, now, &from, &to);
}

enum case_err
month_range(struct office *o, const struct period *p, const char *sop,
    int64_t now, int64_t data_now, struct month_figures **out)
{
	struct month_figures *f;
	struct cal_local l;
	int64_t from, to;
	enum case_err err;

	if ((err = read_range(o, p, now, &from, &to)) != CASE_OK)
		return err;
	calendar_local(office_calendar(o), to - 1, &l);
	if ((f = month_new(o, l.year, l.month, sop)) == NULL)
		return office_err_tx(o, DB_ERROR);
	snprintf(f->period, sizeof(f->period), "%.10s..%.10s", p->first,
	    p->last);
	f->months = 0;
	f->from = from;
	f->to = to;
	if ((err = month_live(o, f, data_now, 1)) == CASE_OK)
		month_each(f, compare_nothing, NULL);
	return month_give(err, f, out);
}
