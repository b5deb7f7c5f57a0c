/*
 * balance-t.c - whatever the history, the figures of every month balance: for
 * the office, each role, SOP, row and unit what was open and what came is what
 * was done, listed apart or is open; verdicts, ages and reasons are parts of
 * their sums; a month begins with what the one before left open; and counts
 * and the five accounts are those of the visits, summed by a bare statement.
 * Then a visit is falsified, and the balance is out.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "clock/calendar.h"
#include "month/month.h"
#include "tests/tap.h"

#define UNTIL "2026-06-11"

static char folder[] = "/tmp/sopap-balance-XXXXXX";
static struct office *o;
static int64_t last;		/* instant of the data */
static size_t parts, faults, shown;

/* One thing that does not balance. */
static void
must(const struct month_figures *f, const struct month_part *p,
    const char *what, int64_t left, int64_t right)
{
	if (left == right)
		return;
	faults++;
	if (shown++ < 12)
		printf("# %04d-%02d %s, %s %s: %lld and %lld\n", f->year,
		    f->month, *f->sop != '\0' ? f->sop : "all", p->key, what,
		    (long long)left, (long long)right);
}

static void
balances(const struct month_figures *f, const struct month_part *p)
{
	parts++;
	must(f, p, "in and out", p->open_before + p->came, p->done +
	    p->apart_returns + p->apart_void + p->apart_none +
	    p->apart_stopped + p->open_after);
	must(f, p, "verdicts", p->below + p->within + p->over, p->done);
	must(f, p, "ages", p->age_day + p->age_week + p->age_fortnight +
	    p->age_older, p->open_after);
	must(f, p, "reasons", p->why_rapat + p->why_dinas_luar +
	    p->why_sistem_luar + p->why_gangguan + p->why_beban +
	    p->why_berkas + p->why_none, p->over);
	must(f, p, "late among the open", p->late_open <= p->open_after, 1);
	if (p->scope == MONTH_OFFICE || p->scope == MONTH_SOP)
		must(f, p, "cases", p->cases_open_before + p->cases_came,
		    p->cases_done + p->cases_refused + p->cases_withdrawn +
		    p->cases_cancelled + p->cases_unfetched +
		    p->cases_open_after);
}

/* The part of the month before with the same key. */
static const struct month_part *
find(const struct month_part *list, size_t n, const char *key)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].key, key) == 0)
			return &list[i];
	return NULL;
}

/* The visits the month before left open; none for a part without figures. */
static void
goes_on(const struct month_figures *f, const struct month_part *p,
    const struct month_part *before)
{
	must(f, p, "left by the month before", p->open_before,
	    before != NULL ? before->open_after : 0);
	must(f, p, "cases left by it", p->cases_open_before,
	    before != NULL ? before->cases_open_after : 0);
}

#define EACH(f, list, n, call)						\
	for (size_t i_ = 0; i_ < (f)->n; i_++) {			\
		const struct month_part *p = &(f)->list[i_];		\
		call;							\
	}

static int64_t
accounts(const struct month_part *p)
{
	return p->own_time + p->queue_time + p->outside_time +
	    p->applicant_time + p->closed_time;
}

/* Visits of a month by a bare statement: closed, their seconds, came. */
static void
counted(const struct month_figures *f, const struct month_part *p,
    const char *where, const char *key, int64_t n)
{
	char sql[600];
	struct db_stmt *st;

	snprintf(sql, sizeof(sql), "SELECT coalesce(sum(closed_at >= $1 AND"
	    " closed_at < $2), 0), coalesce(sum(CASE WHEN closed_at >= $1 AND"
	    " closed_at < $2 THEN closed_at - opened_at ELSE 0 END), 0),"
	    " coalesce(sum(opened_at >= $1 AND opened_at < $2), 0)"
	    " FROM tasks t JOIN sop_versions v ON v.id = t.version_id"
	    " JOIN sops s ON s.id = v.sop_id WHERE ($3 = '' OR s.slug = $3)"
	    " AND %s", where);
	st = db_query(office_db(o), sql, "iitti", f->from, f->to, f->sop, key,
	    n);
	if (!db_step(st))
		bail(db_error(office_db(o)));
	must(f, p, "closed visits", p->done + p->apart_returns +
	    p->apart_void + p->apart_none + p->apart_stopped, db_int(st, 0));
	must(f, p, "seconds of the accounts", accounts(p), db_int(st, 1));
	must(f, p, "visits that came", p->came, db_int(st, 2));
	if (db_done(st) != 0)
		bail(db_error(office_db(o)));
}

/* Sums of a list are those of the office. */
static void
sums(const struct month_figures *f, const char *what,
    const struct month_part *list, size_t n)
{
	int64_t done = 0, open = 0, seconds = 0;

	for (size_t i = 0; i < n; i++) {
		if (list[i].group == MONTH_EXTERNAL ||
		    list[i].group == MONTH_SYSTEM)
			continue;
		done += list[i].done;
		open += list[i].open_after;
		seconds += accounts(&list[i]);
	}
	must(f, &f->office, what, done, f->office.done);
	must(f, &f->office, what, open, f->office.open_after);
	must(f, &f->office, what, seconds, accounts(&f->office));
}

static void
look(const struct month_figures *f, const struct month_figures *before)
{
	balances(f, &f->office);
	EACH(f, role, nrole, balances(f, p))
	EACH(f, sops, nsops, balances(f, p))
	EACH(f, row, nrow, balances(f, p))
	EACH(f, unit, nunit, balances(f, p))
	EACH(f, role, nrole, counted(f, p, "t.performer = $4 AND $5 = 0",
	    p->key, 0))
	EACH(f, row, nrow, counted(f, p, "t.version_id = $5 AND t.pos ="
	    " CAST($4 AS INTEGER)", strrchr(p->key, '/') + 1, p->version_id))
	sums(f, "roles", f->role, f->nrole);
	sums(f, "SOPs", f->sops, f->nsops);
	sums(f, "units", f->unit, f->nunit);
	if (before == NULL)
		return;
	goes_on(f, &f->office, &before->office);
	EACH(f, role, nrole, goes_on(f, p, find(before->role, before->nrole,
	    p->key)))
	EACH(f, sops, nsops, goes_on(f, p, find(before->sops, before->nsops,
	    p->key)))
	EACH(f, row, nrow, goes_on(f, p, find(before->row, before->nrow,
	    p->key)))
	EACH(f, unit, nunit, goes_on(f, p, find(before->unit, before->nunit,
	    p->key)))
}

/* All months of the history, of one SOP ("": of all). */
static int
months(const char *sop)
{
	const struct calendar *cal = office_calendar(o);
	struct month_figures *f, *before = NULL;
	struct cal_local l;
	int64_t first;
	int n, end, looked = 0;

	if (month_extent(o, &first, &last) != CASE_OK)
		bail(office_why(o));
	calendar_local(cal, first, &l);
	n = l.year * 12 + l.month - 1;
	calendar_local(cal, last, &l);
	end = l.year * 12 + l.month - 1;
	for (; n <= end; n++, looked++) {
		if (month_compute(o, n / 12, n % 12 + 1, sop, last, &f) !=
		    CASE_OK)
			bail(office_why(o));
		look(f, before);
		if (before != NULL)
			month_free(before);
		before = f;
	}
	if (before != NULL)
		month_free(before);
	return looked;
}

/* Every SOP that had work, by itself. */
static void
each_sop(void)
{
	struct db_stmt *st = db_query(office_db(o), "SELECT DISTINCT s.slug"
	    " FROM sops s JOIN sop_versions v ON v.sop_id = s.id"
	    " JOIN cases c ON c.version_id = v.id ORDER BY s.slug", "");
	char slug[16][64];
	size_t n = 0, i;

	while (n < 16 && db_step(st))
		db_copy(st, 0, slug[n++], sizeof(slug[0]));
	db_done(st);
	for (i = 0; i < n; i++) {
		faults = 0;
		months(slug[i]);
		is_int(0, (int64_t)faults, "%s by itself balances", slug[i]);
	}
}

/* As somebody with the file would; put right again. */
static void
notices(const char *what, const char *wrong, const char *right)
{
	struct db *db = office_db(o);

	if (db_run(db, wrong, "") < 1)
		bail(db_error(db));
	faults = 0;
	shown = 9;		/* one line or so of what it says */
	months("");
	ok(faults > 0, "%s: %zu faults", what, faults);
	if (db_run(db, right, "") < 1)
		bail(db_error(db));
}

int
main(void)
{
	char line[600], why[256], data[128];
	int looked;

	/* The figures are the same, and take four times as long. */
	if (getenv("SANITIZED") != NULL)
		skip_all("figures balance without the sanitizers");
	if (mkdtemp(folder) == NULL)
		bail("mkdtemp");
	snprintf(line, sizeof(line), "cd %s && mkdir data share &&"
	    " ln -s \"$SRCDIR\"/lib/sop share/sop &&"
	    " ln -s \"$SRCDIR\"/lib/clock share/calendar &&"
	    " \"$BUILDDIR\"/lib/tool/sopap --data %s/data --share %s/share"
	    " simulate --months 5 --until " UNTIL " >/dev/null", folder,
	    folder, folder);
	if (system(line) != 0)
		bail("simulate failed");
	snprintf(data, sizeof(data), "%s/data", folder);
	if ((o = office_open(data, DB_WRITE, why, sizeof(why))) == NULL)
		bail(why);
	looked = months("");
	ok(looked >= 6, "%d months, %zu parts looked at", looked, parts);
	is_int(0, (int64_t)faults, "every month balances in every part");
	each_sop();
	/* The months before are closed: their figures are kept. */
	notices("a second too many in an account",
	    "UPDATE tasks SET own = own + 1 WHERE id = (SELECT max(id)"
	    " FROM tasks WHERE open = 0)",
	    "UPDATE tasks SET own = own - 1 WHERE id = (SELECT max(id)"
	    " FROM tasks WHERE open = 0)");
	notices("a visit that ended before it began to count",
	    "UPDATE tasks SET opened_at = opened_at - 40 * 86400"
	    " WHERE id = (SELECT min(id) FROM tasks WHERE open = 0)",
	    "UPDATE tasks SET opened_at = opened_at + 40 * 86400"
	    " WHERE id = (SELECT min(id) FROM tasks WHERE open = 0)");
	faults = 0;
	months("");
	is_int(0, (int64_t)faults, "put right, it balances again");
	office_close(o);
	snprintf(line, sizeof(line), "rm -rf %s", folder);
	return system(line) == 0 ? tap_done() : 1;
}
