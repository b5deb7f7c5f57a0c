/* sim_work.c - simulated people: when they take a task, how long they work,
 * what they decide. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/case.h"
#include "case/lateness.h"
#include "clock/calendar.h"
#include "tool/sim/sim.h"

#define LED_SECONDS 600		/* of each row, on the way to the head */

/* How heavily loaded a performer is: mean hours before a task is taken. */
static const struct load {
	const char	*performer;
	double		 hours, slow;	/* and how slow the work is */
} loads[] = {
	{ "kakanwil", 4.0, 1.5 },
	{ "subbag-kepegawaian-tu-rt", 3.5, 1.75 },
	{ "kabag-program-humas", 3.0, 1.25 },
	{ "kadiv-keimigrasian", 2.0, 1.15 },
	{ "kabid-zinfokim", 2.0, 1.25 },
	{ "petugas-entry-scan-kanim", 0.1, 1.02 },
	{ "petugas-biometric-kanim", 0.05, 0.95 },
	{ "admin-kanwil", 0.8, 1.1 },
	{ "duta-sigap", 0.8, 1.0 },
	{ "petugas-layanan", 0.9, 1.08 },
	{ "jfu|jft", 2.0, 1.2 },
};

static const char *const reasons[] = { "Surat belum ditandatangani dekan.",
    "Daftar peserta belum lengkap.", "Periode magang belum jelas.",
    "Lampiran tidak terbaca, mohon dipindai ulang.",
    "Konsep perlu disesuaikan dengan kerangka.", "Nomor surat keliru." };
static const enum lateness late_reasons[] = { LATENESS_BEBAN, LATENESS_BEBAN,
    LATENESS_RAPAT, LATENESS_DINAS_LUAR, LATENESS_SISTEM_LUAR, LATENESS_BERKAS,
    LATENESS_GANGGUAN };
#define PICK(s, list) \
	((list)[sim_below(s, (int)(sizeof(list) / sizeof((list)[0])))])

/* -- when people do things ---------------------------------------------- */

static const struct load *
load_of(const char *performer)
{
	static const struct load usual = { "", 0.6, 0.9 };
	size_t i;

	for (i = 0; i < sizeof(loads) / sizeof(loads[0]); i++)
		if (strcmp(loads[i].performer, performer) == 0)
			return &loads[i];
	return &usual;
}

double
sim_hours(const char *performer)
{
	return load_of(performer)->hours;
}

const char *
sim_late_reason(struct sim *s)
{
	return lateness_slug(PICK(s, late_reasons));
}

int64_t
sim_after(struct sim *s, int64_t from, double seconds)
{
	return calendar_add(office_calendar(s->o),
	    calendar_next(office_calendar(s->o), from),
	    seconds < 1 ? 1 : (int64_t)seconds);
}

/* How slow everybody is: the office learns for twenty months, and around
 * Idulfitri it is short of staff. */
static double
tempo(struct sim *s)
{
	const struct calendar *cal = office_calendar(s->o);
	double months = fmin((double)(s->now - s->began) / (30.4 * 86400),
	    20);
	struct cal_local l;

	calendar_local(cal, s->now, &l);
	return 1.16 - 0.016 * months +
	    (calendar_day_length(cal, s->now) < 27000 || l.month == 4 ?
	    0.14 : 0.0);
}

/* How long the work on a task takes, in working seconds. */
double
sim_work_seconds(struct sim *s, const struct task_row *t)
{
	struct standard std = { (int32_t)t->min, (int32_t)t->max,
	    (enum time_unit)standard_unit_from(t->unit), MEASURE_WORK };
	double whole = (double)standard_seconds(&std, std.max, 27000);
	double slow = load_of(t->performer)->slow * tempo(s);

	if (std.unit == UNIT_DAY)
		return sim_lognormal(s, whole * 0.42 * slow, 0.42);
	if (sim_uniform(s) < 0.04)
		return sim_lognormal(s, whole * 1.3 * slow, 0.3);
	return sim_lognormal(s, whole * 0.62 * slow, 0.27);
}

/* An outsider acts at home, in the evening too, never at night. */
static int64_t
at_home(struct sim *s, int64_t from, double mean)
{
	struct cal_local l;
	int64_t at = from + 60 + (int64_t)sim_exponential(s, mean);

	calendar_local(office_calendar(s->o), at, &l);
	if (l.hour < 6)
		at += (6 - l.hour) * 3600;
	return at;
}

static void
plan(struct sim *s, struct sim_queue *q, const struct task_row *t)
{
	struct sim_todo d = { .task_id = t->id };
	double hours = sim_hours(t->performer);

	if (t->awaited) {
		d.what = PRESENT;
		d.at = sim_after(s, s->now + 86400, sim_exponential(s, 9000));
	} else if (t->external) {
		d.what = strcmp(t->kind, "download") == 0 ? FETCH : FINISH;
		d.at = at_home(s, s->now, 90000);
		if (d.what == FETCH && sim_uniform(s) < 0.02)
			return;		/* never fetched */
	} else if (strcmp(t->phase, "outside") == 0) {
		d.person = sim_doer(s, t);
		if (d.person == NULL)
			return;
		d.what = BACK;
		d.at = sim_after(s, s->now, sim_lognormal(s, 21600, 0.7));
	} else if (t->case_id == s->led) {
		d.person = sim_doer(s, t);
		if (strcmp(t->performer, "kakanwil") == 0 || d.person == NULL)
			return;
		d.what = CLAIM;
		d.at = sim_after(s, s->now, LED_SECONDS);
	} else {
		d.person = sim_doer(s, t);
		if (d.person == NULL)
			return;
		d.what = CLAIM;
		d.at = s->now > d.person->free_at ? s->now :
		    d.person->free_at;
		d.at = sim_after(s, d.at, sim_exponential(s, hours * 3600));
	}
	sim_push(q, d);
}

void
sim_plan_opened(struct sim *s, struct sim_queue *q, int64_t case_id)
{
	struct task_row *t;
	size_t n, i;

	/* From where it parts, the work is its children's. */
	if (case_family_tasks(s->o, case_id, &t, &n) != CASE_OK)
		return;
	for (i = 0; i < n; i++)
		if (t[i].open && t[i].version == 1 && t[i].opened_at == s->now)
			plan(s, q, &t[i]);
	free(t);
}

/* -- what people do ------------------------------------------------------ */

static void
act_as(struct sim *s, struct act *a, const struct task_row *t,
    const struct sim_person *p)
{
	memset(a, 0, sizeof(*a));
	a->task_id = t->id;
	a->version = t->version;
	a->now = s->now;
	a->actor.person_id = p != NULL ? p->id : 0;
	a->actor.case_id = t->case_id;
	a->late_reason = sim_late_reason(s);
}

const char *
sim_party(const struct sop_row *row)
{
	return row->via_time == VIA_WITHIN ? row->via : row->outside;
}

/* The number under which a party has it. */
static const char *
agenda(const struct task_row *t, char *buf, size_t size)
{
	snprintf(buf, size, "AGD-%lld", (long long)(t->id % 100000));
	return buf;
}

static enum case_err
do_claim(struct sim *s, struct sim_queue *q, const struct sim_todo *d,
    const struct task_row *t)
{
	const struct sop *sop = office_sop(s->o, t->version_id);
	const struct sop_row *row = sop_row_at(sop, (int)t->pos);
	struct sim_todo next = *d;
	struct act a;
	enum case_err err;
	double work = t->case_id == s->led ? LED_SECONDS :
	    sim_work_seconds(s, t);

	act_as(s, &a, t, d->person);
	if ((err = act_claim(s->o, &a)) != CASE_OK)
		return err;
	next.what = FINISH;
	next.at = sim_after(s, s->now, work);
	if (sim_party(row) != NULL && t->visit == 1 &&
	    sim_uniform(s) < SIM_OUTSIDE) {
		next.what = OUTSIDE;
		next.at = sim_after(s, s->now, work * 0.5);
	}
	/* Days of turnaround are not days of work: others come between. */
	d->person->free_at = work < 7200 ? next.at : sim_after(s, s->now, 1800);
	sim_push(q, next);
	return CASE_OK;
}

static enum case_err
do_outside(struct sim *s, struct sim_queue *q, const struct sim_todo *d,
    const struct task_row *t)
{
	const struct sop *sop = office_sop(s->o, t->version_id);
	struct sim_todo next = *d;
	struct act a;
	enum case_err err;
	char number[48];

	act_as(s, &a, t, d->person);
	a.register_no = agenda(t, number, sizeof(number));
	if (d->what == OUTSIDE) {
		a.party = sim_party(sop_row_at(sop, (int)t->pos));
		err = act_outside(s->o, &a);
		next.what = BACK;
		next.at = sim_after(s, s->now, sim_lognormal(s, 21600, 0.7));
	} else {
		err = act_outside_back(s->o, &a);
		next.what = t->claimed_by != 0 ? FINISH : CLAIM;
		next.at = sim_after(s, s->now, t->claimed_by != 0 ?
		    sim_work_seconds(s, t) * 0.4 : sim_exponential(s,
		    sim_hours(t->performer) * 3600));
	}
	if (err == CASE_OK)
		sim_push(q, next);
	return err;
}

static enum outcome
decide(struct sim *s, const struct task_row *t, const struct sop_row *row)
{
	if (t->case_id == s->led)
		return OUTCOME_FORWARD;
	if (t->visit < 3 && row->nreturns > 0 && sim_uniform(s) < SIM_RETURNED)
		return OUTCOME_RETURN;
	if (row->refuse != REFUSE_NO && sim_uniform(s) < SIM_REFUSED)
		return OUTCOME_REFUSE;
	return OUTCOME_FORWARD;
}

static enum case_err
do_finish(struct sim *s, struct sim_queue *q, const struct sim_todo *d,
    const struct task_row *t)
{
	const struct sop *sop = office_sop(s->o, t->version_id);
	const struct sop_row *row = sop_row_at(sop, (int)t->pos);
	struct sim_person *p = d->person ? d->person : sim_doer(s, t);
	struct sim_form form;
	struct case_row c;
	struct act a;
	char number[48];
	enum outcome outcome = d->what == FETCH ? OUTCOME_DOWNLOAD :
	    decide(s, t, row);
	enum case_err err;

	act_as(s, &a, t, p);
	if (outcome == OUTCOME_RETURN || outcome == OUTCOME_REFUSE) {
		a.note = PICK(s, reasons);
	} else if (outcome == OUTCOME_FORWARD) {
		s->institution_id = p != NULL ? p->institution_id : 0;
		if (case_get(s->o, t->case_id, &c) == CASE_OK)
			s->unit = c.unit_id;
		sim_fill(s, row, &form);
		a.value = form.value;
		a.nvalue = form.nvalue;
		a.file = form.file;
		a.nfile = form.nfile;
		a.register_no = agenda(t, number, sizeof(number));
		if (row->kind == STEP_ASSIGN)
			a.note = "Tindak lanjuti sesuai ketentuan.";
	}
	if ((err = act_finish(s->o, &a, outcome)) == CASE_OK)
		sim_plan_opened(s, q, t->case_id);
	return err;
}

static enum case_err
do_present(struct sim *s, struct sim_queue *q, const struct task_row *t)
{
	struct sim_todo next = { .task_id = t->id, .what = CLAIM };
	struct act a;
	enum case_err err;

	if ((next.person = sim_doer(s, t)) == NULL)
		return CASE_OK;
	act_as(s, &a, t, next.person);
	if ((err = act_present(s->o, &a)) != CASE_OK)
		return err;
	next.at = sim_after(s, s->now, sim_exponential(s, 300));
	sim_push(q, next);
	return CASE_OK;
}

enum case_err
sim_do(struct sim *s, struct sim_queue *q, const struct sim_todo *d)
{
	struct task_row t;

	if (task_get(s->o, d->task_id, &t) != CASE_OK || !t.open)
		return CASE_OK;
	switch (d->what) {
	case CLAIM:
		return do_claim(s, q, d, &t);
	case OUTSIDE:
	case BACK:
		return do_outside(s, q, d, &t);
	case PRESENT:
		return do_present(s, q, &t);
	default:
		return do_finish(s, q, d, &t);
	}
}
