/*
 * month-t.c - the figures of a month made by hand (tests/data/month.txt),
 * each worked out on paper, and what closing the month does to them.
 */
#include "month/month.h"

#include <stdlib.h>
#include <string.h>

#include "month/month_close.h"
#include "month/month_order.h"
#include "month/month_pace.h"
#include "office/closed.h"
#include "tests/case/fixture.h"
#include "tests/month/month_data.h"
#include "tests/tap.h"

#define SIGAP "sigap-magang-penelitian"
#define IZIN "izin-magang-penelitian"

static struct office *o;

static int64_t
at(const char *text)
{
	return month_data_at(o, text);
}

/* -- reading ------------------------------------------------------------ */

static struct month_figures *
compute(int year, int month, const char *sop, const char *now)
{
	struct month_figures *f = NULL;

	if (month_compute(o, year, month, sop, at(now), &f) != CASE_OK)
		bail(office_why(o));
	return f;
}

/* 33 done: 10 Admin Kanwil, 4 Duta, 2 Subbag, 10 Kakanwil, 2 Kadivmin, 1
 * JFU/JFT, 1 Kabag, 3 Petugas Layanan. */
static void
counts_the_office(const struct month_figures *f)
{
	const struct month_part *p = &f->office;

	IS(33, p, done);
	IS(3, p, below);		/* 2 Admin Kanwil, 1 Duta */
	IS(24, p, within);		/* 6 + 1 + 2 + 9 + 2 + 1 + 0 + 3 */
	IS(6, p, over);			/* 2 + 2 Duta + Kakanwil + Kabag */
	IS(3, p, late_open);		/* Admin Kanwil, Subbag, JFU/JFT */
	is_int(36, month_counted(p), "counted: done and late_open");
	is_int(27, month_on_time(p), "on time: below and within");
	IS(4, p, apart_returns);	/* 2 Admin Kanwil, 2 Subbag */
	IS(2, p, apart_void);		/* taken back; superseded in time */
	IS(1, p, apart_none);
	IS(1, p, apart_stopped);	/* cancelled in time */
	IS(7, p, open_after);		/* Admin 3, Subbag 2, JFU/JFT 2 */
	IS(2, p, open_before);		/* since August; since 30 September */
	IS(46, p, came);
	is_int(p->open_before + p->came, p->done + p->apart_returns +
	    p->apart_void + p->apart_none + p->apart_stopped + p->open_after,
	    "what was open and what came is done, apart or open");
	IS(90, p, target);
	is_string("SK 2", p->decree, "... by the decree in force");
}

static void
counts_ages_and_causes(const struct month_figures *f)
{
	const struct month_part *p = &f->office;

	IS(3, p, age_day);		/* two of the 30th, one of the 29th */
	IS(1, p, age_week);		/* of the 26th: 4 days */
	IS(1, p, age_fortnight);	/* of the 19th: 9 days */
	IS(2, p, age_older);		/* of the 12th: 14; of 20 August */
	/* 21, 24, 26, 27, 28, 31 August (the 25th is a holiday), 22 days of
	 * September, 22 of October. */
	IS(50, p, oldest_days);
	is_int(at("2026-08-20T09:00"), p->oldest_at, "oldest_at");
	IS(50, p, late_oldest_days);
	IS(36, p, decided);		/* 13 + 3 + 4 + 10 + 2 + 1 + 0 + 3 */
	IS(5, p, returned);		/* 3 Admin Kanwil, 2 Subbag */
	IS(1, p, refused);
	IS(1, p, withdrawn);
	IS(3, p, rework);		/* C2, E2 twice back, B4 again */
	IS(3300, p, rework_time);	/* 400 + 700 + 100, 2000 + 100 */
	IS(50151, p, own_time);
	IS(284200, p, queue_time);
	IS(86400, p, outside_time);
	IS(27000, p, outside_work);	/* of that day, its hours */
	IS(0, p, applicant_work);
	IS(1, p, why_rapat);
	IS(1, p, why_dinas_luar);
	IS(0, p, why_sistem_luar);
	IS(0, p, why_gangguan);
	IS(1, p, why_beban);
	IS(1, p, why_berkas);
	IS(2, p, why_none);		/* superseded, withdrawn */
}

static void
counts_cases_and_promises(const struct month_figures *f)
{
	const struct month_part *p = &f->office;

	IS(3, p, cases_open_before);	/* G, K, L */
	IS(8, p, cases_came);		/* A B C D E F H J, not I */
	IS(3, p, cases_done);		/* A, B, and K at midnight */
	IS(1, p, cases_refused);
	IS(1, p, cases_withdrawn);
	IS(1, p, cases_cancelled);	/* J, in the last second */
	IS(0, p, cases_unfetched);	/* D, but in November */
	IS(5, p, cases_open_after);	/* C, D, E, H, L */
	/* A on the last second, D early; B late but for a day outside; F late
	 * but for the applicant; C late; E in the first second of November. */
	IS(5, p, promised);
	IS(2, p, kept);
	IS(4, p, kept_own);
	IS(0, p, promise_late);		/* E has until 2 November */
	is_int(5, month_promised(p), "all that were promised");
	p = part(f->sops, f->nsops, SIGAP);
	IS(4, p, promised);
	IS(2, p, kept);
	IS(3, p, kept_own);
	IS(4, p, cases_open_after);
	IS(2, p, cases_open_before);
	p = part(f->sops, f->nsops, "pagu-anggaran");
	IS(0, p, promised);
}

/* Own work of the ten done, in order: 30 200 300 350 400 450 500 600 601 700;
 * receipt to close adds 1000 in the queue to the third. */
static void
counts_an_even_role(const struct month_figures *f)
{
	const struct month_part *p = part(f->role, f->nrole, "admin-kanwil");

	is_string("Admin Kanwil", p->name, "the role as printed");
	IS(10, p, done);
	is_int(8, month_on_time(p), "on time");
	IS(1, p, late_open);
	IS(3, p, open_after);
	IS(15, p, came);
	IS(2, p, open_before);
	IS(425, p, own_median);		/* (400 + 450) / 2 */
	IS(611, p, own_p90);		/* 601 + 0.1 x 99 */
	IS(475, p, turn_median);	/* (450 + 500) / 2 */
	IS(760, p, turn_p90);		/* 700 + 0.1 x 600 */
	IS(4791, p, own_time);
	IS(1600, p, queue_time);
	IS(1, p, fast);
	IS(1, p, tight_returns);
	IS(75, p, target);
	is_string("SK 4", p->decree, "... in force on the last day alone");
	IS(1, p, prev_done);
	IS(1, p, prev_on_time);
	IS(1, p, prev_late_open);	/* the one since August */
	is_int(2, month_prev_counted(p), "the month before counted");
	IS(11, p, year_done);		/* not the one of October 2025 */
	IS(9, p, year_on_time);
	is_int(MONTH_RANKED, p->group, "eleven counted are ranked");
}

static void
counts_other_roles(const struct month_figures *f)
{
	const struct month_part *p = part(f->role, f->nrole, "duta-sigap");

	IS(4, p, done);			/* superseded late is done */
	IS(2, p, over);
	IS(1, p, apart_void);
	IS(3000, p, own_median);	/* 1700 2000 4000 5000 */
	IS(4700, p, own_p90);		/* 4000 + 0.7 x 1000 */
	IS(1, p, unchanged);
	IS(90, p, target);		/* its own begins in November */
	is_int(MONTH_SMALL, p->group, "four counted are told, not ranked");
	p = part(f->role, f->nrole, "subbag-kepegawaian-tu-rt");
	IS(2, p, done);
	IS(2, p, apart_returns);
	IS(1, p, late_open);		/* went outside when it was late */
	IS(33300, p, turn_median);	/* 23,600 and 43,000 */
	IS(41060, p, turn_p90);
	IS(1, p, tight_returns);	/* 71,280 of 79,200 s */
	IS(1, p, saved);
	IS(0, p, late_waits);
	IS(9, p, oldest_days);
	IS(1, p, prev_returned);
	IS(4, p, year_done);
	IS(3, p, year_on_time);
	p = part(f->role, f->nrole, "kakanwil");
	IS(10, p, done);
	IS(600, p, own_median);
	IS(640, p, own_p90);		/* 600 + 0.1 x 400 */
	is_int(MONTH_SINGLE, p->group, "one holder is not ranked");
	p = part(f->role, f->nrole, "jfu|jft");
	is_string("JFU/JFT", p->name, "alternatives count as printed");
	IS(1, p, done);
	IS(1, p, late_open);
	IS(2, p, open_after);
	IS(65, p, target);		/* of one of its roles */
	p = part(f->role, f->nrole, "kabag-program-humas");
	IS(1, p, done);			/* withdrawn when it was late */
	p = part(f->role, f->nrole, "petugas-layanan");
	IS(3, p, done);			/* the evaluation too */
	IS(500, p, own_median);		/* 400 500 4000 */
	IS(3300, p, own_p90);		/* 500 + 0.8 x 3500 */
}

static void
keeps_outsiders_apart(const struct month_figures *f)
{
	const struct month_part *p = part(f->role, f->nrole, "admin-user");

	IS(0, p, done);			/* nobody outside is judged */
	IS(0, p, over);
	IS(3, p, apart_none);
	IS(0, p, year_done);
	IS(1, p, apart_stopped);	/* never downloaded */
	IS(1200, p, turn_median);	/* real time: 300 1200 2400 */
	IS(2160, p, turn_p90);
	IS(-1, p, target);
	is_int(MONTH_EXTERNAL, p->group, "outside the office");
	p = part(f->role, f->nrole, "layanan");
	IS(0, p, done);
	IS(1, p, apart_none);
	is_int(MONTH_SYSTEM, p->group, "the software");
}

static void
puts_them_in_order(const struct month_figures *f)
{
	static const char *const roles[] = { "admin-kanwil", "kakanwil",
		"duta-sigap", "jfu|jft", "kabag-program-humas", "kadivmin",
		"kasubbag-program-pelaporan", "petugas-layanan",
		"subbag-kepegawaian-tu-rt", "admin-user", "pemohon",
		"layanan" };
	static const char *const sops[] = { SIGAP, "pagu-anggaran", IZIN };
	const size_t n = sizeof(roles) / sizeof(roles[0]);
	size_t i;

	is_int((int64_t)n, (int64_t)f->nrole, "twelve performers");
	for (i = 0; i < n && i < f->nrole; i++)
		is_string(roles[i], f->role[i].key, "role %zu", i);
	is_int(3, (int64_t)f->nsops, "three SOPs");
	for (i = 0; i < 3 && i < f->nsops; i++)
		is_string(sops[i], f->sops[i].key, "SOP %zu", i);
	is_int(18, month_counted(&f->sops[0]), "12 of 18: the worst first");
	is_int(15, month_counted(&f->sops[1]), "12 of 15");
	for (i = 1; i < f->nrow; i++)
		if (strcmp(f->row[i - 1].key, f->row[i].key) >= 0)
			break;
	is_int((int64_t)f->nrow, (int64_t)i, "rows in their order");
}

static void
counts_rows(const struct month_figures *f)
{
	const struct month_part *p = part(f->row, f->nrow,
	    SIGAP "/001/002");

	IS(5, p, done);			/* A B C D, and E sent back late */
	IS(1, p, late_open);
	IS(2, p, apart_returns);
	IS(75, p, target);
	is_string("2", p->no, "the row as printed");
	p = part(f->row, f->nrow, IZIN "/001/006");
	is_string("7", p->no, "the sixth row is printed as 7");
}

static void
tells_twelve_months(const struct month_figures *f)
{
	const struct month_point *s = f->series;

	is_int(2025, s[0].year, "the series begins in");
	is_int(11, s[0].month, "... November");
	is_int(1, s[0].done, "... with one done");
	is_int(0, s[9].done, "none in August");
	is_int(1, s[9].late_open, "... but one late");
	is_int(2, s[10].done, "two in September");
	is_int(1, s[10].on_time, "... one on time");
	is_int(1, s[10].late_open, "... the one of August late again");
	is_int(10, s[11].month, "it ends in October");
	is_int(27, s[11].on_time, "... on time");
	is_int(33, s[11].done, "... done");
	is_int(3, s[11].late_open, "... and the one of August late again");
	is_int(36, f->office.year_done, "done in twelve months");
	is_int(29, f->office.year_on_time, "... on time");
	is_int(1, f->office.prev_returned, "sent back in September");
}

/* Of SIGAP's row 2: A, B, C, D and E's second; L open since August. */
static void
tells_months_of_parts(const struct month_figures *f)
{
	const struct month_part *p = part(f->row, f->nrow, SIGAP "/001/002");

	is_tally(p, 11, 4, 5, 1);
	is_tally(p, 10, 1, 1, 1);	/* September: K */
	is_tally(p, 9, 0, 0, 1);	/* August: L, late already */
	is_tally(p, 8, 0, 0, 0);
	is_tally(p, 0, 0, 0, 0);	/* not the one of October 2025 */
	p = part(f->row, f->nrow, SIGAP "/001/003");
	is_tally(p, 11, 2, 2, 0);
	is_tally(p, 10, 0, 1, 0);	/* K, sent back late */
	is_tally(p, 0, 1, 1, 0);	/* November 2025 */
	/* All but 3 of IZIN and 14 of PAGU, 12 of which were on time. */
	p = part(f->sops, f->nsops, SIGAP);
	is_tally(p, 11, 12, 16, 2);
	is_tally(p, 10, 1, 2, 1);
	is_tally(p, 9, 0, 0, 1);
	is_tally(p, 0, 1, 1, 0);
	p = part(f->row, f->nrow, "pagu-anggaran/001/001");
	is_int(1, p->single, "the row of a role with one holder");
	is_int(0, part(f->row, f->nrow, SIGAP "/001/002")->single,
	    "... and of others");
}

static void
lists_signs(const struct month_figures *f)
{
	static const struct {
		enum month_sign	sign;
		const char	*number, *no, *performer;
	} want[] = {
		{ SIGN_TIGHT_RETURN, "K-2026-A", "5", NULL },
		{ SIGN_TIGHT_RETURN, "K-2026-E", "2", "Admin Kanwil" },
		{ SIGN_UNCHANGED, "K-2026-B", "4", "DUTA SIGAP" },
		{ SIGN_FAST, "K-2026-H", "2", "Kadivmin" },
		{ SIGN_FAST, "K-2026-C", "7", "Admin Kanwil" },
		{ SIGN_LATE_ENTRY, "K-2026-H", "2", "Kadivmin" },
		{ SIGN_OWN_APPROVAL, "K-2026-H", "8", "Kadivmin" },
		{ SIGN_UNPROVED, "K-2026-H", "8", "Kadivmin" },
		/* Two days after the 6th, and one more outside. */
		{ SIGN_SAVED, "K-2026-B", "3", NULL },
	};
	const size_t n = sizeof(want) / sizeof(want[0]);
	const struct month_mark *m = f->mark;
	size_t i;

	is_int((int64_t)n, (int64_t)f->nmark, "visits with a sign");
	for (i = 0; i < n && i < f->nmark; i++) {
		is_int(want[i].sign, m[i].sign, "sign %zu", i);
		is_string(want[i].number, m[i].number, "... of case");
		is_string(want[i].no, m[i].no, "... row");
		if (want[i].performer != NULL)
			is_string(want[i].performer, m[i].performer,
			    "... by");
	}
}

/* Of roles given as on time and late: the order in which they are shown. */
static void
ranks_beyond_chance(void)
{
	static const struct {
		const char	*name;
		int64_t		 on_time, late, tier;
	} want[] = {
		/* 60-85% and 69-79%: neither is the lowest. */
		{ "Kabid", 32, 11, 0 },
		{ "Subbag", 242, 84, 0 },
		/* 89-95% and 86-94%: above Subbag, though Kabid's 85%... */
		{ "Admin", 222, 18, 1 },
		{ "Duta", 274, 29, 1 },
		/* ... and these above Duta alone. */
		{ "Kasi", 595, 5, 2 },
	};
	const size_t n = sizeof(want) / sizeof(want[0]);
	struct month_figures f = { 0 };
	size_t i;

	f.role = calloc(n, sizeof(*f.role));
	f.nrole = n;
	if (f.role == NULL)
		bail("no memory");
	for (i = 0; i < n; i++) {
		struct month_part *p = &f.role[n - 1 - i];

		snprintf(p->name, sizeof(p->name), "%s", want[i].name);
		p->done = want[i].on_time + want[i].late;
		p->within = want[i].on_time;
		p->over = want[i].late;
	}
	month_arrange(&f);
	for (i = 0; i < n; i++) {
		is_string(want[i].name, f.role[i].name, "in order: %s",
		    want[i].name);
		is_int(want[i].tier, f.role[i].tier, "... of tier");
	}
	/* One holder is in no tier. */
	f.role[1].single = 1;
	month_arrange(&f);
	is_string("Subbag", f.role[n - 1].name, "one holder stands apart");
	free(f.role);
}

static void
counts_one_sop(void)
{
	struct month_figures *f = compute(2026, 10, IZIN, "2026-12-10T08:00");

	is_int(3, f->office.done, "one SOP alone: done");
	is_int(1, f->office.cases_came, "... cases came");
	is_int(1, f->office.kept_own, "... promises kept");
	is_int(3, (int64_t)f->nrole, "... its three performers");
	is_int(0, f->series[10].done, "... its own months");
	ok(f->sop_name[0] != '\0', "... its name");
	month_free(f);
	f = NULL;
	is_int(CASE_NOT_FOUND, month_compute(o, 2026, 10, "tiada",
	    at("2026-12-10T08:00"), &f), "an SOP nobody knows");
	ok(f == NULL, "... gives nothing");
}

/* On 12 October at noon: F and the JFU/JFT visit of that morning are open. */
static void
counts_a_running_month(void)
{
	struct month_figures *f = compute(2026, 10, "", "2026-10-12T12:00");

	ok(f->running, "the month runs");
	/* C of the 1st, whose five days ended on the 8th; A's end today. */
	IS(1, &f->office, promise_late);
	IS(1, part(f->sops, f->nsops, SIGAP), promise_late);
	is_int(f->office.promised + 1, month_promised(&f->office),
	    "... which counts beside the decided ones");
	is_int(at("2026-10-12T12:00") + 1, f->to, "... as far as the data");
	is_int(0, part(f->role, f->nrole, "jfu|jft")->late_open,
	    "... what is due on the 15th is not late");
	is_int(CASE_INVALID, month_compute(o, 2026, 11, NULL,
	    at("2026-10-12T12:00"), &f), "a month to come is refused");
	is_int(CASE_INVALID, month_compute(o, 2026, 13, NULL,
	    at("2026-12-12T12:00"), &f), "there is no month 13");
	month_free(f);
}

static void
tells_the_extent(void)
{
	int64_t first, last;

	is_int(CASE_OK, month_extent(o, &first, &last), "extent");
	is_int(at("2026-08-20T08:00"), first, "... from the first case");
	is_int(at("2026-12-01T09:00"), last, "... to the last act");
}

/* -- closing ------------------------------------------------------------ */

static int
same_part(const struct month_part *a, const struct month_part *b)
{
#define SAME(name) && a->name == b->name
	return a->scope == b->scope && a->group == b->group &&
	    strcmp(a->key, b->key) == 0 && strcmp(a->name, b->name) == 0 &&
	    strcmp(a->no, b->no) == 0 && strcmp(a->decree, b->decree) == 0 &&
	    a->version_id == b->version_id &&
	    ((a->scope != MONTH_SOP && a->scope != MONTH_ROW) ||
	    memcmp(a->series, b->series,
	    sizeof(a->series)) == 0) &&
	    a->pos == b->pos MONTH_COUNTS(SAME);
#undef SAME
}

static int
same_parts(const struct month_part *a, size_t na, const struct month_part *b,
    size_t nb)
{
	size_t i;

	for (i = 0; i < na && i < nb; i++)
		if (!same_part(&a[i], &b[i]))
			return 0;
	return na == nb;
}

static int
same_marks(const struct month_figures *a, const struct month_figures *b)
{
	const struct month_mark *x = a->mark, *y = b->mark;
	size_t i;

	for (i = 0; i < a->nmark && i < b->nmark; i++)
		if (x[i].sign != y[i].sign || x[i].task_id != y[i].task_id ||
		    x[i].closed_at != y[i].closed_at ||
		    strcmp(x[i].number, y[i].number) != 0 ||
		    strcmp(x[i].sop, y[i].sop) != 0 ||
		    strcmp(x[i].performer, y[i].performer) != 0)
			return 0;
	return a->nmark == b->nmark;
}

static void
is_same(const struct month_figures *a, const struct month_figures *b)
{
	ok(same_parts(&a->office, 1, &b->office, 1), "the office is the same");
	ok(same_parts(a->role, a->nrole, b->role, b->nrole), "... roles");
	ok(same_parts(a->sops, a->nsops, b->sops, b->nsops), "... SOPs");
	ok(same_parts(a->row, a->nrow, b->row, b->nrow), "... rows");
	ok(memcmp(a->series, b->series, sizeof(a->series)) == 0,
	    "... series");
	ok(same_marks(a, b), "... signs");
}

static enum case_err
closing(const char *now)
{
	const struct change ch = { .now = at(now) };
	static const struct month_minutes said;

	return month_close(o, &ch, 2026, 10, "", &said);
}

/* The public reads the figures of the report. */
static void
published_is_frozen(const struct month_figures *f)
{
	struct month_part *list;
	size_t n;

	is_int(CASE_OK, month_published(o, 2026, 10, &list, &n),
	    "the public's part of a closed month");
	is_int((int64_t)f->nsops + 1, (int64_t)n,
	    "... the office and its SOPs");
	ok(n > 1 && list[0].scope == MONTH_OFFICE && list[0].promised ==
	    f->office.promised && list[0].kept == f->office.kept &&
	    list[0].surveys == f->office.surveys &&
	    list[0].complaints_answered == f->office.complaints_answered,
	    "... the office with the report's figures");
	for (size_t i = 1; i < n; i++)
		ok(list[i].promised == part(f->sops, f->nsops,
		    list[i].key)->promised && list[i].kept == part(f->sops,
		    f->nsops, list[i].key)->kept, "... and %s", list[i].key);
	free(list);
	is_int(CASE_OK, month_published(o, 2026, 11, &list, &n), "an open one");
	is_int(0, (int64_t)n, "... has none");
	free(list);
}

static void
closing_freezes(void)
{
	struct month_figures *was = compute(2026, 10, "", "2026-12-10T08:00");
	struct month_figures *one = compute(2026, 10, SIGAP,
	    "2026-12-10T08:00");
	struct month_figures *now;
	int64_t unit = office_unit(o);

	is_int(CASE_STATE, closing("2026-10-31T23:59"),
	    "a month that runs cannot be closed");
	ok(!office_month_is_closed(o, at("2026-10-15T08:00")), "it is open");
	is_int(CASE_OK, closing("2026-12-10T08:00"),
	    "closed");
	is_int(1, fixture_int(o, "SELECT count(*) FROM events"
	    " WHERE stream = $1 AND kind = 'month-closed'", unit),
	    "... an event of the unit");
	is_int(CASE_REPEATED, closing("2026-12-11T08:00"), "... once");
	ok(office_month_is_closed(o, at("2026-10-01T00:00")),
	    "its first second");
	ok(office_month_is_closed(o, at("2026-10-31T23:59:59")),
	    "... and last");
	ok(!office_month_is_closed(o, at("2026-11-01T00:00")),
	    "... and no more");
	published_is_frozen(was);
	fixture_run(o, "UPDATE tasks SET verdict = 'over', performer ="
	    " 'kadivmin' WHERE verdict = 'within'");
	fixture_run(o, "UPDATE cases SET result = 'refused'");
	fixture_run(o, "UPDATE performers SET name = 'lain'");
	fixture_run(o, "DELETE FROM targets");
	now = compute(2026, 10, "", "2027-01-10T08:00");
	ok(now->frozen, "read as it was closed");
	is_int(at("2026-12-10T08:00"), now->at, "... then");
	is_same(was, now);
	month_free(now);
	now = compute(2026, 10, SIGAP, "2027-01-10T08:00");
	is_same(one, now);
	is_string(one->sop_name, now->sop_name, "... its name");
	month_free(now);
	now = compute(2026, 10, "renstra", "2027-01-10T08:00");
	is_int(0, now->office.done + now->office.cases_came,
	    "an SOP that did nothing");
	month_free(now);
	month_free(was);
	month_free(one);
}

/* November compares itself with what was frozen. */
static void
later_months_compare(void)
{
	struct month_figures *f = compute(2026, 11, "", "2026-12-10T08:00");

	is_int(33, f->office.prev_done, "November sees October as frozen");
	is_int(27, f->office.prev_on_time, "... on time");
	is_int(3, f->office.prev_late_open, "... late");
	is_int(5, f->office.prev_returned, "... sent back");
	is_int(33, f->series[10].done, "... in the series");
	is_tally(part(f->row, f->nrow, SIGAP "/001/002"), 10, 4, 5, 1);
	is_tally(part(f->sops, f->nsops, SIGAP), 10, 12, 16, 2);
	is_int(10, part(f->role, f->nrole, "admin-kanwil")->prev_done,
	    "... of a role");
	is_int(10, part(f->role, f->nrole, "kakanwil")->year_done,
	    "... of a role that had nothing to do");
	is_int(-1, part(f->role, f->nrole, "kakanwil")->own_median,
	    "... and has no median");
	month_free(f);
}

/* -- limits -------------------------------------------------------------- */

static const struct month_pace_row *
pace_of_row(const struct month_pace *p, const struct month_figures *f,
    const char *key)
{
	const struct month_pace_row *row = month_pace_row(p, part(f->row,
	    f->nrow, key));

	if (row == NULL)
		bail(key);
	return row;
}

/* Each visit against its own limit: as many right of it as the row counts
 * late, whatever the limit measures. */
static void
compares_with_limits(const struct month_figures *f)
{
	const struct month_pace_row *row;
	const struct month_part *p;
	struct month_pace *pace;
	int64_t late;
	size_t i;
	int wrong = 0;

	is_int(CASE_OK, month_pace(o, f, &pace), "visits and limits");
	for (p = f->row; p < f->row + f->nrow; p++) {
		row = month_pace_row(pace, p);
		if (row != NULL && !row->limited)
			continue;
		for (i = 0, late = 0; row != NULL && i < row->n; i++)
			late += row->value[i] > PACE_LIMIT;
		if (late != p->over + p->late_open ||
		    (row != NULL && (int64_t)row->n != month_counted(p))) {
			printf("# %s: %d of %d\n", p->key, (int)late,
			    row != NULL ? (int)row->n : 0);
			wrong++;
		}
	}
	is_int(0, wrong, "as many are right of the limit as are late");
	/* 30, 350, 450, 600 and 601 of 600 seconds of work. */
	row = pace_of_row(pace, f, SIGAP "/001/007");
	is_int(5, row->n, "five visits of ten minutes");
	ok(row->value[0] == 50 && row->value[1] == 583 &&
	    row->value[2] == 750 && row->value[3] == 1000 &&
	    row->value[4] == 1002, "... up to a second more than all");
	is_int(750, row->median, "... their median");
	is_int(1001, row->p90, "... and nine of ten");
	/* Open since the 12th at 08.00, due on the 15th at 16.00: 7 + 14 x
	 * 7.5 hours of 7 + 3 x 7.5. */
	row = pace_of_row(pace, f, "pagu-anggaran/001/005");
	is_int(3797, row->value[row->n - 1],
	    "one that stays open, as far as it has come");
	month_pace_free(pace);
}

/* Without a standard nothing is judged; how long it took is still told. */
static void
judges_nothing_without_standards(void)
{
	const struct month_pace_row *row;
	struct month_figures *f;
	struct month_pace *pace;
	int64_t median, finished;
	size_t i;
	int limited = 0;

	f = compute(2026, 10, NULL, "2026-12-10T08:00");
	median = part(f->role, f->nrole, "kakanwil")->own_median;
	finished = month_finished(&f->office);
	month_free(f);
	fixture_run(o, "UPDATE tasks SET min = 0, max = 0, due_at = NULL"
	    " WHERE closed_at IS NULL"
	    " OR closed_at >= 1793466000");	/* 1 November, 00.00 */
	f = compute(2026, 10, NULL, "2026-12-10T08:00");
	IS(33, &f->office, done);
	IS(0, &f->office, late_open);
	month_free(f);
	fixture_run(o, "UPDATE tasks SET min = 0, max = 0, due_at = NULL,"
	    " verdict = 'none'");
	f = compute(2026, 10, NULL, "2026-12-10T08:00");
	IS(0, &f->office, done);
	IS(0, &f->office, over);
	IS(0, &f->office, late_open);
	IS(0, &f->office, fast);
	is_int(0, month_counted(&f->office), "no rate");
	ok(month_finished(&f->office) > 30 && month_finished(&f->office) <=
	    finished, "as many are finished as somebody finished");
	is_int(median, part(f->role, f->nrole, "kakanwil")->own_median,
	    "... and take as long");
	is_int(CASE_OK, month_pace(o, f, &pace), "no limits");
	for (i = 0; i < pace->nrow; i++)
		limited += pace->row[i].limited;
	is_int(0, limited, "... of no row");
	row = pace_of_row(pace, f, SIGAP "/001/007");
	ok(row->n == 5 && row->value[0] == 30 && row->value[4] == 601,
	    "... durations in their place");
	month_pace_free(pace);
	month_free(f);
}

int
main(void)
{
	struct month_figures *f;

	o = fixture_open(NULL);
	month_data_load(o);
	f = compute(2026, 10, NULL, "2026-12-10T08:00");
	counts_the_office(f);
	counts_ages_and_causes(f);
	counts_cases_and_promises(f);
	counts_an_even_role(f);
	counts_other_roles(f);
	keeps_outsiders_apart(f);
	puts_them_in_order(f);
	counts_rows(f);
	tells_twelve_months(f);
	tells_months_of_parts(f);
	lists_signs(f);
	compares_with_limits(f);
	month_free(f);
	ranks_beyond_chance();
	counts_one_sop();
	counts_a_running_month();
	tells_the_extent();
	closing_freezes();
	later_months_compare();
	office_close(o);
	o = fixture_open(NULL);
	month_data_load(o);
	judges_nothing_without_standards();
	office_close(o);
	return tap_done();
}
