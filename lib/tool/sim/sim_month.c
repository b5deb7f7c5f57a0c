/* sim_month.c - the months of a simulation are closed, one after the other. */
#include <stdio.h>

#include "clock/calendar.h"
#include "month/month_close.h"
#include "tool/sim/sim.h"

#define CLOSING_DAY 5

/* The month of an instant, counted from the year 0. */
static int
month_at(struct sim *s, int64_t at, struct cal_local *l)
{
	calendar_local(office_calendar(s->o), at, l);
	return l->year * 12 + l->month - 1;
}

enum case_err
sim_month_close(struct sim *s, int64_t until)
{
	struct change ch = { .now = s->now };
	struct month_minutes m = { .place = "Ruang rapat pimpinan",
	    .attended = "Kepala Kantor Wilayah, para Kepala Divisi, Kepala "
	    "Bagian Program dan Humas",
	    .findings = "Angka setiap peran dan sebab keterlambatan dibahas.",
	    .decisions = "Tugas yang lewat waktu diselesaikan lebih dahulu." };
	struct cal_local l, end;
	int before = month_at(s, s->now, &l) - 1;
	enum case_err err;

	if (l.day < CLOSING_DAY || before <= s->closed ||
	    before >= month_at(s, until, &end) - 1 ||
	    before < month_at(s, s->began, &end) ||
	    !calendar_is_workday(office_calendar(s->o), s->now, NULL))
		return CASE_OK;
	snprintf(m.held_on, sizeof(m.held_on), "%04d-%02d-%02d", l.year,
	    l.month, l.day);
	ch.by = sim_holder(s, "kakanwil")->id;
	err = month_close(s->o, &ch, before / 12, before % 12 + 1, "kakanwil",
	    &m);
	if (err == CASE_OK)
		s->closed = before;
	return err;
}
