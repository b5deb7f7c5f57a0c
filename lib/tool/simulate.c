/*
 * simulate.c - sopap simulate: months of history by the library's own calls.
 *
 * A queue of things to come, in order of time: requests arrive, people take
 * tasks when they are free, finish them after a drawn time, return some,
 * wait for outside parties, are late.  The clock jumps from one to the next.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "clock/calendar.h"
#include "case/target.h"
#include "store/id.h"
#include "tool/simulate.h"
#include "tool/tool.h"

enum what { ARRIVE, CLAIM, OUTSIDE, BACK, FINISH, PRESENT, FETCH, TICK };

struct todo {
	int64_t		at;
	int64_t		n;		/* order among equals */
	enum what	what;
	int64_t		task_id;
	int		service;	/* ARRIVE: index of services[] */
	struct sim_person *person;
};

struct queue {
	struct todo	*todo;
	size_t		 n, room;
	int64_t		 count;
};

/* How often each SOP begins.  Internal ones have their months. */
static const struct service {
	const char	*slug;
	double		 daily;		/* requests a working day */
	const char	*months;	/* "" or letters of months, Jan is 'a' */
	int		 monthly;	/* cases in each of those months */
} services[] = {
	{ "sigap-magang-penelitian", 4.2, "", 0 },
	{ "izin-magang-penelitian", 2.8, "", 0 },
	{ "keterangan-selesai-sertifikat", 1.8, "", 0 },
	{ "keimigrasian-wna", 1.5, "", 0 },
	{ "monev", 0, "abcdefghijkl", 1 },
	{ "data-capaian-kinerja", 0, "adgj", 1 },
	{ "pagu-anggaran", 0, "fi", 1 },
	{ "perjanjian-kinerja", 0, "a", 2 },
	{ "renstra", 0, "c", 1 },
	{ "rkt", 0, "bh", 1 },
	{ "skp", 0, "ab", 45 },
};
#define SERVICES ((int)(sizeof(services) / sizeof(services[0])))

/* Requests follow the terms: many before the holidays, few in Ramadan. */
static const double season[12] = { 1.25, 1.2, 0.75, 0.8, 0.95, 1.3, 1.35, 1.0,
    1.05, 1.0, 0.95, 0.7 };

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
static const char *const late_reasons[] = { "beban", "beban", "rapat",
    "dinas-luar", "sistem-luar", "berkas", "gangguan" };
#define PICK(s, list) \
	((list)[sim_below(s, (int)(sizeof(list) / sizeof((list)[0])))])

/* -- the queue: a heap by time ------------------------------------------ */

static int
before(const struct todo *a, const struct todo *b)
{
	return a->at < b->at || (a->at == b->at && a->n < b->n);
}

static int
push(struct queue *q, struct todo t)
{
	struct todo *more;
	size_t i;

	if (q->n == q->room) {
		q->room = q->room ? q->room * 2 : 1024;
		more = realloc(q->todo, q->room * sizeof(*more));
		if (more == NULL)
			return -1;
		q->todo = more;
	}
	t.n = q->count++;
	for (i = q->n++; i > 0 && before(&t, &q->todo[(i - 1) / 2]);
	    i = (i - 1) / 2)
		q->todo[i] = q->todo[(i - 1) / 2];
	q->todo[i] = t;
	return 0;
}

static struct todo
pop(struct queue *q)
{
	struct todo top = q->todo[0], last = q->todo[--q->n];
	size_t i = 0, child;

	while ((child = 2 * i + 1) < q->n) {
		if (child + 1 < q->n &&
		    before(&q->todo[child + 1], &q->todo[child]))
			child++;
		if (!before(&q->todo[child], &last))
			break;
		q->todo[i] = q->todo[child];
		i = child;
	}
	q->todo[i] = last;
	return top;
}

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

/* Working time later, at least a second. */
static int64_t
after(struct sim *s, int64_t from, double seconds)
{
	return calendar_add(office_calendar(s->o),
	    calendar_next(office_calendar(s->o), from),
	    seconds < 1 ? 1 : (int64_t)seconds);
}

/* The office learns over the months; around Idulfitri it is short of staff. */
static double
tempo(struct sim *s)
{
	const struct calendar *cal = office_calendar(s->o);
	double months = (double)(s->now - s->began) / (30.4 * 86400);
	struct cal_local l;

	calendar_local(cal, s->now, &l);
	return 1.16 - 0.016 * months +
	    (calendar_day_length(cal, s->now) < 27000 || l.month == 4 ?
	    0.14 : 0.0);
}

/* How long the work on a task takes, in working seconds. */
static double
work_seconds(struct sim *s, const struct task_row *t)
{
	struct standard std = { (int32_t)t->min, (int32_t)t->max,
	    (enum time_unit)time_unit_from(t->unit), MEASURE_WORK };
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

/* A task was opened: when will whoever do it next? */
static void
plan(struct sim *s, struct queue *q, const struct task_row *t)
{
	struct todo d = { .task_id = t->id };
	double hours = load_of(t->performer)->hours;

	if (t->awaited) {
		d.what = PRESENT;
		d.at = after(s, s->now + 86400, sim_exponential(s, 9000));
	} else if (t->external) {
		d.what = strcmp(t->kind, "download") == 0 ? FETCH : FINISH;
		d.at = at_home(s, s->now, 90000);
		if (d.what == FETCH && sim_uniform(s) < 0.02)
			return;		/* never fetched */
	} else {
		d.person = sim_doer(s, t);
		if (d.person == NULL)
			return;
		d.what = CLAIM;
		d.at = s->now > d.person->free_at ? s->now :
		    d.person->free_at;
		d.at = after(s, d.at, sim_exponential(s, hours * 3600));
	}
	push(q, d);
}

/* Plan what an act has just opened in a case. */
static void
plan_opened(struct sim *s, struct queue *q, int64_t case_id)
{
	struct task_row *t;
	size_t n, i;

	if (case_tasks(s->o, case_id, &t, &n) != CASE_OK)
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
	a->late_reason = PICK(s, late_reasons);
}

static enum case_err
do_claim(struct sim *s, struct queue *q, const struct todo *d,
    const struct task_row *t)
{
	const struct sop *sop = office_sop(s->o, t->version_id);
	const struct sop_row *row = sop_row_at(sop, (int)t->pos);
	struct todo next = *d;
	struct act a;
	enum case_err err;
	double work = work_seconds(s, t);

	act_as(s, &a, t, d->person);
	if ((err = act_claim(s->o, &a)) != CASE_OK)
		return err;
	next.what = FINISH;
	next.at = after(s, s->now, work);
	if (row->outside != NULL && t->visit == 1 && sim_uniform(s) < 0.85) {
		next.what = OUTSIDE;
		next.at = after(s, s->now, work * 0.5);
	}
	/* Days of turnaround are not days of work: others come between. */
	d->person->free_at = work < 7200 ? next.at : after(s, s->now, 1800);
	push(q, next);
	return CASE_OK;
}

static enum case_err
do_outside(struct sim *s, struct queue *q, const struct todo *d,
    const struct task_row *t)
{
	const struct sop *sop = office_sop(s->o, t->version_id);
	struct todo next = *d;
	struct act a;
	enum case_err err;
	char number[48];

	act_as(s, &a, t, d->person);
	snprintf(number, sizeof(number), "AGD-%lld",
	    (long long)(t->id % 100000));
	a.register_no = number;
	if (d->what == OUTSIDE) {
		a.party = sop_row_at(sop, (int)t->pos)->outside;
		err = act_outside(s->o, &a);
		next.what = BACK;
		next.at = after(s, s->now, sim_lognormal(s, 21600, 0.7));
	} else {
		err = act_outside_back(s->o, &a);
		next.what = FINISH;
		next.at = after(s, s->now, work_seconds(s, t) * 0.4);
	}
	if (err == CASE_OK)
		push(q, next);
	return err;
}

static enum outcome
decide(struct sim *s, const struct task_row *t, const struct sop_row *row)
{
	if (t->visit < 3 && row->nreturns > 0 && sim_uniform(s) < 0.09)
		return OUTCOME_RETURN;
	if (row->refuse != REFUSE_NO && sim_uniform(s) < 0.035)
		return OUTCOME_REFUSE;
	return OUTCOME_FORWARD;
}

static enum case_err
do_finish(struct sim *s, struct queue *q, const struct todo *d,
    const struct task_row *t)
{
	const struct sop *sop = office_sop(s->o, t->version_id);
	const struct sop_row *row = sop_row_at(sop, (int)t->pos);
	struct sim_person *p = d->person ? d->person : sim_doer(s, t);
	struct sim_form form;
	struct act a;
	enum outcome outcome = d->what == FETCH ? OUTCOME_DOWNLOAD :
	    decide(s, t, row);
	enum case_err err;

	act_as(s, &a, t, p);
	if (outcome == OUTCOME_RETURN || outcome == OUTCOME_REFUSE) {
		a.note = PICK(s, reasons);
	} else if (outcome == OUTCOME_FORWARD) {
		sim_fill(s, row, &form);
		a.value = form.value;
		a.nvalue = form.nvalue;
		a.file = form.file;
		a.nfile = form.nfile;
		if (row->kind == STEP_ASSIGN)
			a.note = "Tindak lanjuti sesuai ketentuan.";
	}
	if ((err = act_finish(s->o, &a, outcome)) == CASE_OK)
		plan_opened(s, q, t->case_id);
	return err;
}

static enum case_err
do_present(struct sim *s, struct queue *q, const struct task_row *t)
{
	struct todo next = { .task_id = t->id, .what = CLAIM };
	struct act a;
	enum case_err err;

	if ((next.person = sim_doer(s, t)) == NULL)
		return CASE_OK;
	act_as(s, &a, t, next.person);
	if ((err = act_present(s->o, &a)) != CASE_OK)
		return err;
	next.at = after(s, s->now, sim_exponential(s, 300));
	push(q, next);
	return CASE_OK;
}

static enum case_err
do_arrive(struct sim *s, struct queue *q, const struct todo *d)
{
	int64_t version = office_sop_version(s->o, services[d->service].slug,
	    s->now);
	const struct sop *sop = office_sop(s->o, version);
	const struct sop_row *row = sop_row_at(sop, 1);
	struct act_start start = { .version_id = version };
	struct act a = { .now = s->now, .late_reason = "beban" };
	struct sim_person *p;
	struct sim_form form;
	enum case_err err;

	s->serial++;
	sim_fill(s, row, &form);
	a.value = form.value;
	a.nvalue = form.nvalue;
	a.file = form.file;
	a.nfile = form.nfile;
	if (!sop->public_request) {
		if ((p = sim_holder(s, row->performer)) == NULL)
			return CASE_OK;
		a.actor.person_id = p->id;
		p->free_at = after(s, s->now, 300);
	}
	/* Within the standard, mostly: 30 seconds for a queue number. */
	start.begun_at = s->now - (row->standard.unit == UNIT_SECOND ?
	    8 + sim_below(s, 24) : 20 + sim_below(s, 800));
	if ((err = act_start(s->o, &a, &start)) == CASE_OK)
		plan_opened(s, q, a.case_id);
	return err;
}

static enum case_err
do_tick(struct sim *s, struct queue *q)
{
	struct task_row *t;
	struct db_stmt *st;
	enum case_err err;
	int64_t id[64];
	int done, i, n = 0;
	size_t count, k;

	if ((err = tick(s->o, "simulate", s->now, &done)) != CASE_OK ||
	    done == 0)
		return err;
	st = db_query(office_db(s->o), "SELECT id FROM cases"
	    " WHERE evaluation = 1 AND opened_at = $1", "i", s->now);
	while (n < 64 && db_step(st))
		id[n++] = db_int(st, 0);
	db_done(st);
	for (i = 0; i < n; i++) {
		if (case_tasks(s->o, id[i], &t, &count) != CASE_OK)
			continue;
		for (k = 0; k < count; k++)
			plan(s, q, &t[k]);
		free(t);
	}
	return CASE_OK;
}

/* One thing of the queue; what no longer applies is passed over. */
static enum case_err
do_one(struct sim *s, struct queue *q, const struct todo *d)
{
	struct task_row t;

	s->now = d->at;
	if (d->what == ARRIVE)
		return do_arrive(s, q, d);
	if (d->what == TICK)
		return do_tick(s, q);
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

/* -- what arrives --------------------------------------------------------- */

/* Requests of one day: by their season, outsiders at any hour of the day. */
static void
arrivals_of_day(struct sim *s, struct queue *q, int64_t day, int first)
{
	const struct calendar *cal = office_calendar(s->o);
	struct cal_local l;
	struct todo d = { .what = ARRIVE };
	int i, n;

	calendar_local(cal, day, &l);
	for (i = 0; i < SERVICES; i++) {
		n = 0;
		if (services[i].daily > 0)
			n = sim_poisson(s, services[i].daily *
			    season[l.month - 1]);
		else if (first && strchr(services[i].months,
		    'a' + l.month - 1) != NULL)
			n = services[i].monthly;
		for (d.service = i; n > 0; n--) {
			d.at = day + 27000 + sim_below(s, 43200);
			if (strcmp(services[i].slug, "sigap-magang-penelitian")
			    != 0 && services[i].daily < 2.5)
				d.at = after(s, day, sim_below(s, 12000));
			if (services[i].daily == 0)
				d.at = after(s, day,
				    sim_below(s, 27000 * 6));
			push(q, d);
		}
	}
}

/* All arrivals of the whole span, and a tick every morning. */
static void
arrivals(struct sim *s, struct queue *q, int64_t from, int64_t until)
{
	const struct calendar *cal = office_calendar(s->o);
	struct todo tick_at = { .what = TICK };
	struct cal_local l;
	int64_t day;
	int month = 0;

	for (day = from; day < until; day += 86400) {
		calendar_local(cal, day, &l);
		tick_at.at = day + 27060;	/* 07.31, and idle on days off */
		push(q, tick_at);
		if (!calendar_is_workday(cal, day, NULL))
			continue;
		arrivals_of_day(s, q, day, l.month != month);
		month = l.month;
	}
}

/* -- the command ---------------------------------------------------------- */

struct options {
	int64_t	until;
	int	months;
	int	seed;
};

static int
run(struct sim *s, struct queue *q, int64_t until)
{
	struct cal_local l;
	struct todo d;
	time_t began = time(NULL);
	int month = 0;
	enum case_err err;

	while (q->n > 0) {
		d = pop(q);
		if (d.at >= until)
			break;
		calendar_local(office_calendar(s->o), d.at, &l);
		if (l.month != month && time(NULL) - began > 1)
			fprintf(stderr, "  %04d-%02d: %lld perkara\n", l.year,
			    l.month, (long long)s->serial);
		month = l.month;
		if ((err = do_one(s, q, &d)) != CASE_OK) {
			fprintf(stderr, "sopap: simulate: kind %d at %lld\n",
			    (int)d.what, (long long)d.at);
			return tool_why(s->o, "simulate");
		}
	}
	return 0;
}

static int
publish_path(const char *path, void *arg)
{
	struct sim *s = arg;
	const char *base = strrchr(path, '/') + 1;
	char *text;
	size_t len;
	int64_t id;
	int rc = 0;

	if (strcmp(base, "peran.yaml") == 0)
		return 0;
	if ((text = tool_read(path, &len)) == NULL)
		return 1;
	if (office_publish(s->o, base, text, len, 0, s->now, &id) != CASE_OK)
		rc = tool_why(s->o, base);
	free(text);
	return rc;
}

/* The office's target, from the beginning of the history on. */
static int
set_target(struct sim *s, int64_t from)
{
	struct change ch = { .now = from };
	struct target t = { .percent = 90, .valid_from = from,
	    .decree = "Keputusan Kepala Kantor Wilayah (contoh)" };

	return target_set(s->o, &ch, &t) == CASE_OK ? 0 :
	    tool_why(s->o, "target");
}

static int
simulate(const struct tool *t, const struct options *opt)
{
	struct sim s = { .dice = { 0x330e, 1, 1 } };
	struct queue q = { 0 };
	struct cal_local l;
	char path[4096];
	int64_t from;
	int rc = 1;

	s.dice[1] = (unsigned short)opt->seed;
	id_seed((uint32_t)opt->seed);
	snprintf(path, sizeof(path), "%s/sop", t->share);
	if ((s.o = tool_office(t, DB_CREATE)) == NULL)
		return 1;
	/* Zone and months are the calendar's; it is set up a little before. */
	from = opt->until - (int64_t)(opt->months + 2) * 31 * 86400;
	if (office_unit(s.o) == 0 && tool_setup(t, s.o, from) == 0) {
		calendar_local(office_calendar(s.o), opt->until, &l);
		from = calendar_month(office_calendar(s.o), l.year - 1 -
		    opt->months / 12, l.month + 12 - opt->months % 12);
		s.now = from;
		if (tool_each(path, ".yaml", publish_path, &s) == 0 &&
		    sim_people_add(s.o, SIM_PASSWORD, from) == 0 &&
		    set_target(&s, from) == 0 &&
		    sim_people_load(&s) == 0 && sim_letter(&s) == 0) {
			s.began = from;
			arrivals(&s, &q, from, opt->until);
			db_bulk(office_db(s.o), 1);
			rc = run(&s, &q, opt->until);
			if (db_bulk(office_db(s.o), 0) != 0)
				rc = tool_fail("%s", db_error(office_db(s.o)));
		}
	} else {
		tool_fail("simulate: hanya untuk kantor baru");
	}
	printf("%lld permohonan disimulasikan\n", (long long)s.serial);
	free(s.person);
	free(q.todo);
	office_close(s.o);
	return rc;
}

/* "2026-11-22" as the end of that day in UTC+7; -1 when it is no date. */
static int64_t
parse_day(const char *text)
{
	struct tm tm = { 0 };

	if (sscanf(text, "%4d-%2d-%2d", &tm.tm_year, &tm.tm_mon,
	    &tm.tm_mday) != 3)
		return -1;
	tm.tm_year -= 1900;
	tm.tm_mon -= 1;
	tm.tm_mday += 1;
	return (int64_t)timegm(&tm) - 7 * 3600;
}

int
cmd_simulate(const struct tool *t, int argc, char **argv)
{
	struct options opt = { t->now, 14, 1 };
	int i;

	for (i = 1; i + 1 < argc; i += 2) {
		if (strcmp(argv[i], "--until") == 0)
			opt.until = parse_day(argv[i + 1]);
		else if (strcmp(argv[i], "--months") == 0)
			opt.months = atoi(argv[i + 1]);
		else if (strcmp(argv[i], "--seed") == 0)
			opt.seed = atoi(argv[i + 1]);
		else
			break;
	}
	if (i != argc || opt.until <= 0 || opt.months < 1 || opt.months > 60)
		return tool_fail("simulate [--until YYYY-MM-DD] [--months N] "
		    "[--seed N]");
	return simulate(t, &opt);
}
