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

#include "case/act_start.h"
#include "case/case_list.h"
#include "clock/calendar.h"
#include "message/delivery.h"
#include "page/terminal.h"
#include "people/holder.h"
#include "people/person.h"
#include "store/id.h"
#include "tick/tick.h"
#include "tool/sim/sim.h"
#include "tool/tool.h"

/* How often each SOP begins.  Internal ones have their months. */
static const struct service {
	const char	*slug;
	double		 daily;		/* requests a working day */
	const char	*months;	/* "" or letters of months, 'a': Jan */
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

/* -- what comes of itself ------------------------------------------------- */

/* The unit in which the person begins a case. */
static int64_t
unit_of(struct sim *s, const struct sop *sop, int64_t person)
{
	struct holder_row *held;
	int64_t unit = office_unit(s->o);
	size_t n;

	if (!sop_in_unit(sop) || holder_units(s->o, person, sop_row_at(sop,
	    1)->performer, s->now, &held, &n) != CASE_OK)
		return unit;
	if (n > 0)
		unit = held[0].unit_id;
	free(held);
	return unit;
}

static enum case_err
do_arrive(struct sim *s, struct sim_queue *q, const struct sim_todo *d)
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
	s->institution_id = 0;
	if (!sop->public_request) {
		if ((p = sim_holder(s, row->performer)) == NULL)
			return CASE_OK;
		a.actor.person_id = p->id;
		s->institution_id = p->institution_id;
		p->free_at = sim_after(s, s->now, 300);
	}
	s->unit = unit_of(s, sop, a.actor.person_id);
	sim_fill(s, row, &form);
	a.value = form.value;
	a.nvalue = form.nvalue;
	a.file = form.file;
	a.nfile = form.nfile;
	/* Within the standard, mostly: 30 seconds for a queue number. */
	start.begun_at = s->now - (row->standard.unit == UNIT_SECOND ?
	    8 + sim_below(s, 24) : 20 + sim_below(s, 800));
	if ((err = act_start(s->o, &a, &start)) != CASE_OK)
		return err;
	if (d->what == LEAD)
		s->led = a.case_id;
	sim_plan_opened(s, q, a.case_id);
	return CASE_OK;
}

/* Evaluations the tick has just opened wait for someone, too. */
static enum case_err
do_tick(struct sim *s, struct sim_queue *q, int64_t until)
{
	struct case_query newest = { .state = "open", .limit = 16,
	    .now = s->now };
	struct case_item *list;
	enum case_err err;
	int64_t total;
	int done;
	size_t n, i;

	if ((err = sim_month_close(s, until)) != CASE_OK ||
	    (err = tick(s->o, "simulate", NULL, s->now, &done)) != CASE_OK ||
	    done == 0)
		return err;
	newest.actor.person_id = sim_holder(s, "kakanwil")->id;
	if ((err = case_list(s->o, &newest, &list, &n, &total)) != CASE_OK)
		return err;
	for (i = 0; i < n; i++)
		if (list[i].c.evaluation && list[i].c.opened_at == s->now)
			sim_plan_opened(s, q, list[i].c.id);
	free(list);
	return CASE_OK;
}

/* -- what arrives --------------------------------------------------------- */

/* Requests of one day: by their season, outsiders at any hour of the day. */
static void
arrivals_of_day(struct sim *s, struct sim_queue *q, int64_t day, int first)
{
	const struct calendar *cal = office_calendar(s->o);
	struct cal_local l;
	struct sim_todo d = { .what = ARRIVE };
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
				d.at = sim_after(s, day, sim_below(s, 12000));
			if (services[i].daily == 0)
				d.at = sim_after(s, day,
				    sim_below(s, 27000 * 6));
			sim_push(q, d);
		}
	}
}

/* One case comes to the head of office, and waits there at the end. */
static void
lead(struct sim_queue *q, int64_t at)
{
	struct sim_todo d = { .what = LEAD, .at = at };

	while (strcmp(services[d.service].slug, "monev") != 0)
		d.service++;
	sim_push(q, d);
}

/* All arrivals of the whole span, and a tick every morning. */
static void
arrivals(struct sim *s, struct sim_queue *q, int64_t from, int64_t until)
{
	const struct calendar *cal = office_calendar(s->o);
	struct sim_todo tick_at = { .what = TICK };
	struct cal_local l;
	int64_t day, last = 0;
	int month = 0;

	for (day = from; day < until; day += 86400) {
		calendar_local(cal, day, &l);
		tick_at.at = day + 27060;	/* 07.31; idle on days off */
		sim_push(q, tick_at);
		if (!calendar_is_workday(cal, day, NULL))
			continue;
		arrivals_of_day(s, q, day, l.month != month);
		month = l.month;
		if (day + 36000 < until)	/* 10.00: it has come */
			last = day;
	}
	if (last != 0)
		lead(q, last + 27600);		/* 07.40 */
}

static enum case_err
do_one(struct sim *s, struct sim_queue *q, const struct sim_todo *d,
    int64_t until)
{
	s->now = d->at;
	if (d->what == ARRIVE || d->what == LEAD)
		return do_arrive(s, q, d);
	if (d->what == TICK)
		return do_tick(s, q, until);
	return sim_do(s, q, d);
}

/* -- the command ---------------------------------------------------------- */

static int
run(struct sim *s, struct sim_queue *q, int64_t until)
{
	struct cal_local l;
	struct sim_todo d;
	time_t began = time(NULL);
	int month = 0;
	enum case_err err;

	while (q->n > 0) {
		d = sim_pop(q);
		if (d.at >= until)
			break;
		calendar_local(office_calendar(s->o), d.at, &l);
		if (l.month != month && time(NULL) - began > 1)
			terminal_say(stderr, "  %04d-%02d: %lld berkas\n",
			    l.year, l.month, (long long)s->serial);
		month = l.month;
		if ((err = do_one(s, q, &d, until)) != CASE_OK) {
			fprintf(stderr, "sopap: simulate: kind %d at %lld\n",
			    (int)d.what, (long long)d.at);
			return tool_why(s->o, "simulate");
		}
	}
	return 0;
}

/* All of it, by the library's own calls. */
static int
work_through(struct sim *s, struct sim_queue *q, int64_t until)
{
	int rc;

	arrivals(s, q, s->began, until);
	rc = run(s, q, until);
	if (rc == 0 && delivery_past(s->o, until) != CASE_OK)
		rc = tool_why(s->o, "simulate");
	if (db_bulk(office_db(s->o), 0) != 0)
		rc = tool_fail("%s", db_error(office_db(s->o)));
	return rc;
}

static int
simulate(const struct tool *t, const struct sim_options *opt)
{
	struct sim s = { .dice = { 0x330e, 1, 1 } };
	struct sim_queue q = { 0 };
	int rc;

	s.dice[1] = (unsigned short)opt->seed;
	id_seed((uint32_t)opt->seed);
	rc = sim_found(t, &s, opt->until, opt->months);
	if (rc == 0)
		rc = work_through(&s, &q, opt->until);
	tool_say("%lld permohonan disimulasikan\n", (long long)s.serial);
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
tool_simulate(const struct tool *t, int argc, char **argv)
{
	struct sim_options opt = { .until = t->now, .seed = 1 };
	const char *word;

	if ((word = tool_option(&argc, argv, "--until", 1)) != NULL)
		opt.until = parse_day(word);
	if ((word = tool_option(&argc, argv, "--months", 1)) != NULL)
		opt.months = atoi(word);
	if ((word = tool_option(&argc, argv, "--seed", 1)) != NULL)
		opt.seed = atoi(word);
	if ((word = tool_option(&argc, argv, "--scale", 1)) != NULL)
		opt.scale = atoll(word);
	if (opt.months == 0)
		opt.months = opt.scale ? SIM_SCALE_MONTHS : SIM_MONTHS;
	if (argc != 1 || opt.until <= 0 || opt.months < 1 || opt.scale < 0 ||
	    opt.months > (opt.scale ? SIM_SCALE_MOST : 60))
		return tool_usage("simulate [--until YYYY-MM-DD] [--months N] "
		    "[--seed N] [--scale BERKAS]");
	return opt.scale ? sim_scale(t, &opt) : simulate(t, &opt);
}
