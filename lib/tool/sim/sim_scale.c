/*
 * sim_scale.c - a large history: any number of cases, spread evenly over whole
 * months and unevenly over all SOPs, each written from its first visit to its
 * last.
 *
 * A case is drawn from the seed, its month and its number in the month alone,
 * so a month is the same in a long history and in a short one.  What is open
 * at the end is what one office has open, however long its history.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "clock/calendar.h"
#include "page/terminal.h"
#include "store/id.h"
#include "tool/sim/sim.h"
#include "tool/sim/sim_case.h"
#include "tool/tool.h"

#define CHUNK	1000		/* cases of a transaction */
#define HANDS	8		/* people who share a performer's work */
#define PERFORMERS 64

/* Of 100 cases, how many of each SOP. */
static const struct {
	const char	*slug;
	int		 share;
} services[] = {
	{ "sigap-magang-penelitian", 28 },
	{ "izin-magang-penelitian", 20 },
	{ "keterangan-selesai-sertifikat", 14 },
	{ "keimigrasian-wna", 12 },
	{ "monev", 3 },
	{ "data-capaian-kinerja", 3 },
	{ "pagu-anggaran", 3 },
	{ "perjanjian-kinerja", 4 },
	{ "renstra", 2 },
	{ "rkt", 3 },
	{ "skp", 8 },
};
#define SERVICES (sizeof(services) / sizeof(services[0]))

struct hands {
	char	performer[96];
	int64_t	id[HANDS];
	size_t	n;
};

struct scale {
	struct sim	 s;
	const struct sim_options *opt;
	int64_t		 version[SERVICES];
	int64_t		*month;		/* first instants, opt->months + 1 */
	struct hands	 hands[PERFORMERS];
	size_t		 nhands;
	char		 applicant[96], subject[160], phone[24], typed[32];
};

/* -- one case ------------------------------------------------------------- */

/* The first case of a month, counted from the first month. */
static int64_t
first_of(const struct scale *c, int64_t month)
{
	return c->opt->scale * month / c->opt->months;
}

static int64_t
month_of(const struct scale *c, int64_t n)
{
	int64_t month = n * c->opt->months / c->opt->scale;

	while (n >= first_of(c, month + 1))
		month++;
	return month;
}

/* Dice of their own for each case. */
static void
take_dice(struct scale *c, int64_t month, int64_t nth)
{
	int i;

	c->s.dice[0] = (unsigned short)(c->month[month] / 86400);
	c->s.dice[1] = (unsigned short)(nth ^ c->opt->seed << 4);
	c->s.dice[2] = (unsigned short)(nth >> 16 ^ c->opt->seed);
	for (i = 0; i < 8; i++)
		sim_uniform(&c->s);
}

static size_t
pick_service(struct scale *c)
{
	int at = sim_below(&c->s, 100);
	size_t i;

	for (i = 0; i + 1 < SERVICES && at >= services[i].share; i++)
		at -= services[i].share;
	return i;
}

static const struct hands *
hands_of(struct scale *c, const char *performer)
{
	struct hands *h;
	size_t i;

	for (i = 0; i < c->nhands; i++)
		if (strcmp(c->hands[i].performer, performer) == 0)
			return &c->hands[i];
	h = &c->hands[c->nhands == PERFORMERS ? 0 : c->nhands++];
	snprintf(h->performer, sizeof(h->performer), "%s", performer);
	h->n = sim_holders(&c->s, performer, h->id, HANDS);
	return h;
}

static int64_t
one_of(struct scale *c, const char *performer)
{
	const struct hands *h = hands_of(c, performer);

	return h->n == 0 ? 0 : h->id[sim_below(&c->s, (int)h->n)];
}

static void
begin(void *arg, int64_t n, struct sim_case *out)
{
	struct scale *c = arg;
	const struct calendar *cal = office_calendar(c->s.o);
	int64_t month = month_of(c, n), nth = n - first_of(c, month);
	int64_t from = c->month[month], to = c->month[month + 1];
	double at;
	size_t service;

	take_dice(c, month, nth);
	service = pick_service(c);
	at = ((double)nth + sim_uniform(&c->s)) /
	    (double)(first_of(c, month + 1) - first_of(c, month));
	c->s.now = calendar_add(cal, from, 1 + (int64_t)(at *
	    (double)(calendar_elapsed(cal, from, to) - 8 * 3600)));
	sim_name(&c->s, c->applicant, sizeof(c->applicant));
	snprintf(c->subject, sizeof(c->subject), "%s %lld",
	    sim_topic(&c->s), (long long)n % 10000);
	snprintf(c->phone, sizeof(c->phone), "+62812%07lld",
	    (long long)n % 10000000);
	out->version_id = c->version[service];
	out->begun_at = c->s.now;
	out->subject = c->subject;
	out->applicant = c->applicant;
	out->phone = c->phone;
	if (strcmp(services[service].slug, "skp") == 0)
		out->officer_id = one_of(c, "jfu|jft");
}

static enum outcome
decide(struct sim *s, const struct sop_row *row, const struct task_row *t)
{
	if (row->kind == STEP_DOWNLOAD)
		return OUTCOME_DOWNLOAD;
	if (t->pos == 1 || strchr(row->performer, '+') != NULL)
		return OUTCOME_FORWARD;
	if (t->visit < 3 && row->nreturns > 0 && sim_uniform(s) < SIM_RETURNED)
		return OUTCOME_RETURN;
	if (row->refuse != REFUSE_NO && sim_uniform(s) < SIM_REFUSED)
		return OUTCOME_REFUSE;
	return OUTCOME_FORWARD;
}

/* The applicant, who needs no claim; the first row is filled in at once. */
static void
turn_outside(struct scale *c, const struct task_row *t,
    struct sim_case_turn *turn)
{
	turn->closed_at = t->opened_at + 60 + (int64_t)(t->pos == 1 ?
	    sim_below(&c->s, 1200) : sim_exponential(&c->s, 90000));
}

static void
turn_office(struct scale *c, const struct sop_row *row,
    const struct task_row *t, struct sim_case_turn *turn)
{
	struct sim *s = &c->s;
	double wait = sim_exponential(s, sim_hours(t->performer) * 3600);
	double work = sim_work_seconds(s, t);

	turn->by = t->assignee_id ? t->assignee_id : one_of(c, t->performer);
	if (t->pos == 1) {
		wait = 0;
		work = row->standard.unit == UNIT_SECOND ?
		    8 + sim_below(s, 24) : 20 + sim_below(s, 800);
	}
	turn->claimed_at = t->pos == 1 ? t->opened_at :
	    sim_after(s, t->opened_at + (t->awaited ? 86400 : 0), wait);
	turn->closed_at = sim_after(s, turn->claimed_at, work);
	if (sim_party(row) == NULL || t->visit > 1 ||
	    sim_uniform(s) > SIM_OUTSIDE)
		return;
	turn->outside_at = sim_after(s, turn->claimed_at, work * 0.5);
	turn->back_at = sim_after(s, turn->outside_at,
	    sim_lognormal(s, 21600, 0.7));
	turn->closed_at = sim_after(s, turn->back_at, work * 0.5);
}

static void
turn(void *arg, const struct sop_row *row, const struct task_row *t,
    struct sim_case_turn *out)
{
	struct scale *c = arg;

	c->s.now = t->opened_at;
	if (t->external)
		turn_outside(c, t, out);
	else
		turn_office(c, row, t, out);
	out->outcome = decide(&c->s, row, t);
	out->late_reason = sim_late_reason(&c->s);
	/* Some send again what was sent back, as it was. */
	snprintf(c->typed, sizeof(c->typed), "Contoh %d", t->visit > 1 &&
	    sim_uniform(&c->s) < 0.1 ? 1 : (int)t->visit);
	if (row->nfield > 0)
		out->typed = c->typed;
}

/* -- all of them ---------------------------------------------------------- */

/* The months, the last of them over when `until` begins. */
static int
set_months(struct scale *c)
{
	const struct calendar *cal = office_calendar(c->s.o);
	struct cal_local l;
	int i, at;

	c->month = calloc((size_t)c->opt->months + 1, sizeof(*c->month));
	if (c->month == NULL)
		return tool_fail("simulate: %s", strerror(errno));
	calendar_local(cal, c->opt->until, &l);
	for (i = 0; i <= c->opt->months; i++) {
		at = l.year * 12 + l.month - 1 - c->opt->months + i;
		c->month[i] = calendar_month(cal, at / 12, at % 12 + 1);
	}
	return 0;
}

static int
write_all(struct scale *c)
{
	const struct sim_case_plan plan = { begin, turn, c,
	    c->month[c->opt->months] };
	time_t told = time(NULL);
	int64_t n, count;
	size_t i;

	for (i = 0; i < SERVICES; i++)
		c->version[i] = office_sop_version(c->s.o, services[i].slug,
		    c->month[0]);
	for (n = 0; n < c->opt->scale; n += count) {
		count = c->opt->scale - n < CHUNK ? c->opt->scale - n : CHUNK;
		if (sim_case_write(c->s.o, &plan, n, count) != CASE_OK)
			return tool_why(c->s.o, "simulate");
		if (time(NULL) - told < 2)
			continue;
		told = time(NULL);
		terminal_say(stderr, "  %lld dari %lld berkas\n",
		    (long long)(n + count), (long long)c->opt->scale);
	}
	return 0;
}

static int
make(const struct tool *t, struct scale *c)
{
	int rc;

	c->s.dice[1] = (unsigned short)c->opt->seed;
	id_seed((uint32_t)c->opt->seed);
	rc = sim_found(t, &c->s, c->opt->until, c->opt->months);
	c->s.began = 0;		/* an office that learns no more */
	if (rc == 0 && (rc = set_months(c)) == 0 &&
	    (rc = write_all(c)) == 0 && db_bulk(office_db(c->s.o), 0) != 0)
		rc = tool_fail("%s", db_error(office_db(c->s.o)));
	free(c->month);
	free(c->s.person);
	office_close(c->s.o);
	return rc;
}

/* -- kept between runs ---------------------------------------------------- */

/* The options a history was made by, as the file beside it has them once it is
 * whole. */
static void
describe(const struct sim_options *opt, char *buf, size_t size)
{
	snprintf(buf, size, "simulate --scale %lld --months %d --seed %d "
	    "until %lld\n", (long long)opt->scale, opt->months, opt->seed,
	    (long long)opt->until);
}

static int
write_mark(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");
	int bad = f == NULL || fputs(text, f) == EOF;

	if (f != NULL && fclose(f) != 0)
		bad = 1;
	return bad ? tool_fail("%s: %s", path, strerror(errno)) : 0;
}

int
sim_scale(const struct tool *t, const struct sim_options *opt)
{
	struct scale *c;
	char path[4096], want[160], have[160] = "";
	FILE *f;
	int rc;

	if (t->data == NULL)
		return tool_fail("%s", t->trouble);
	snprintf(path, sizeof(path), "%s/simulation", t->data);
	describe(opt, want, sizeof(want));
	if ((f = fopen(path, "r")) != NULL) {
		have[fread(have, 1, sizeof(have) - 1, f)] = '\0';
		fclose(f);
		if (strcmp(have, want) != 0)
			return tool_fail("simulate: %s berisi riwayat lain: %s",
			    t->data, have);
		tool_say("%lld berkas sudah ada di %s, dipakai lagi\n",
		    (long long)opt->scale, t->data);
		return 0;
	}
	if ((c = calloc(1, sizeof(*c))) == NULL)
		return tool_fail("simulate: %s", strerror(errno));
	c->opt = opt;
	rc = make(t, c);
	free(c);
	if (rc == 0 && (rc = write_mark(path, want)) == 0)
		tool_say("%lld berkas disimulasikan\n", (long long)opt->scale);
	return rc;
}
