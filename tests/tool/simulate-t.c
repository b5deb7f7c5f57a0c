/*
 * simulate-t.c - a simulated history is whole: chains verify, a rebuild finds
 * no difference, and the accounts of every task and case add up to the second;
 * the same seed and day give the same history.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "case/case.h"
#include "case/case_account.h"
#include "case/case_list.h"
#include "people/person.h"
#include "tests/case/whole.h"
#include "tests/tap.h"

static char folder[] = "/tmp/sopap-simulate-XXXXXX";

/* A year has every season.  Two take minutes: `bootstrap check --long` has
 * them.  The sanitizers take three times as long, and see all there is to see
 * in one month, made once. */
static int months = 12;

/* Simulate into a new folder; the office, open. */
static struct office *
simulate(const char *name, const char *options)
{
	struct office *o;
	char data[128], line[512], why[256];

	snprintf(data, sizeof(data), "%s/%s", folder, name);
	snprintf(line, sizeof(line), "\"$BUILDDIR\"/lib/tool/sopap --data %s"
	    " --share %s/share simulate %s >/dev/null 2>&1", data, folder,
	    options);
	if (mkdir(data, 0700) != 0 || system(line) != 0)
		bail("simulate failed");
	if ((o = office_open(data, DB_READ, why, sizeof(why))) == NULL)
		bail(why);
	return o;
}

/* A second computation knows what people did, not how it was counted. */
static void
is_computed_again(void)
{
	char line[512];

	if (system("command -v python3 >/dev/null") != 0) {
		skip(2, "no python3");
		return;
	}
	snprintf(line, sizeof(line), "python3 \"$SRCDIR\"/tests/tool/inhand.py"
	    " %s/whole/office.db", folder);
	ok(system(line) == 0, "work, queue and verdicts are those of one task "
	    "in hand, computed from the acts alone");
	snprintf(line, sizeof(line), "cd %s && cp whole/office.db false.db &&"
	    " sqlite3 false.db \"UPDATE tasks SET own = own + 1 WHERE id ="
	    " (SELECT max(id) FROM tasks WHERE open = 0 AND phase = 'own')\" &&"
	    " ! python3 \"$SRCDIR\"/tests/tool/inhand.py false.db", folder);
	ok(system(line) == 0, "... which finds one false second");
}

static int64_t
number(struct office *o, const char *sql)
{
	struct db_stmt *st = db_query(office_db(o), sql, "");
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	if (db_done(st) != 0)
		bail(db_error(office_db(o)));
	return n;
}

static void
is_whole(struct office *o)
{
	struct whole w;

	is_int(0, whole_faults(o, &w), "every chain verifies, a rebuild finds "
	    "no difference, and all accounts add up");
	ok(w.events > 2800 * months, "... over %lld events",
	    (long long)w.events);
	ok(w.cases > 178 * months && w.cases < 300 * (months + 1),
	    "... over %lld cases", (long long)w.cases);
	is_int(0, number(o, "SELECT count(*) FROM tasks WHERE opened_at < "
	    "(SELECT min(opened_at) FROM cases) OR closed_at < opened_at"),
	    "no visit is older than its case, none ends before it began");
	/* Some of the eleven begin in one season of the year only. */
	ok(months < 12 || number(o, "SELECT count(DISTINCT version_id)"
	    " FROM cases WHERE evaluation = 0") >= 11,
	    "in a year all SOPs were used");
}

/* The ids of a statement, at most `max`. */
static size_t
read_ids(struct office *o, const char *sql, int64_t *id, size_t max)
{
	struct db_stmt *st = db_query(office_db(o), sql, "");
	size_t n = 0;

	while (n < max && db_step(st))
		id[n++] = db_int(st, 0);
	db_done(st);
	return n;
}

/* Open tasks add up, too: at some instant of a night, to the second. */
static void
adds_up_while_open(struct office *o)
{
	static int64_t id[4000];
	int64_t now = number(o, "SELECT max(recorded_at) + 40001 FROM events");
	struct accounts a;
	struct task_row t;
	struct case_row c;
	size_t i, n, wrong = 0;

	n = read_ids(o, "SELECT id FROM tasks WHERE open = 1", id, 4000);
	for (i = 0; i < n; i++)
		wrong += task_get(o, id[i], &t) != CASE_OK ||
		    case_account_task(o, &t, now, &a) != CASE_OK ||
		    accounts_sum(&a) != now - t.opened_at;
	ok(n > 3 && wrong == 0, "accounts of %zu open tasks add up", n);
	n = read_ids(o, "SELECT id FROM cases WHERE state = 'open'", id, 4000);
	for (i = wrong = 0; i < n; i++)
		wrong += case_get(o, id[i], &c) != CASE_OK ||
		    case_accounts(o, &c, now, &a) != CASE_OK ||
		    accounts_sum(&a) != now - c.opened_at;
	ok(n > 3 && wrong == 0, "accounts of %zu open cases add up", n);
}

/* A history is believable only with these. */
/* The cases of an SOP in somebody's list. */
static int64_t
in_list(struct office *o, const char *login, const char *sop)
{
	struct case_query q = { .sop = sop, .limit = 1,
		.now = number(o, "SELECT max(recorded_at) FROM events") };
	struct case_item *list;
	struct person p;
	int64_t total;
	size_t n;

	if (person_by_login(o, login, &p) != CASE_OK)
		bail(login);
	q.actor.person_id = p.id;
	if (case_list(o, &q, &list, &n, &total) != CASE_OK)
		bail(office_why(o));
	free(list);
	return total;
}

/* In the demo everybody finds the cases that are his. */
static void
has_borders(struct office *o)
{
	is_int(0, in_list(o, "kasubbag", "keimigrasian-wna"),
	    "a Kasubbag of planning finds no immigration file");
	ok(in_list(o, "kasubbag", "monev") > 0, "...but those of planning");
	ok(in_list(o, "kasi", "keimigrasian-wna") > 0,
	    "the section of residence permits finds them");
	is_int(0, in_list(o, "kasi", "rkt"), "...and no plan");
	ok(in_list(o, "kadivim", "keimigrasian-wna") > 0,
	    "its head of division, too");
	is_int(0, in_list(o, "admin", "rkt"), "an administrator none");
}

static void
is_lively(struct office *o)
{
	static const char *const some[] = { "outcome = 'return'",
	    "outcome = 'refuse'", "outcome = 'download'",
	    "outcome = 'expired'", "outside > 0", "verdict = 'over'",
	    "verdict = 'below'", "visit > 1", "open = 1" };
	char sql[128];
	size_t i;

	for (i = 0; i < sizeof(some) / sizeof(some[0]); i++) {
		snprintf(sql, sizeof(sql), "SELECT count(*) FROM tasks"
		    " WHERE %s", some[i]);
		ok(number(o, sql) > 3, "there are visits with %s", some[i]);
	}
	is_int(months + 1, number(o, "SELECT count(DISTINCT strftime('%Y-%m',"
	    " opened_at + 25200, 'unixepoch')) FROM cases"),
	    "it spans %d whole months and the running one", months);
}

/* Those who try it find work: all months are closed but the last whole one,
 * and the head of office has a task of the last working day. */
static void
leaves_work(struct office *o)
{
	is_int(months - 1, number(o, "SELECT count(*) FROM months"),
	    "the months are closed, one by one");
	is_int(months - 1, number(o, "SELECT count(*) FROM months m"
	    " JOIN holders h ON h.person_id = m.closed_by"
	    " JOIN roles r ON r.id = h.role_id"
	    " WHERE r.slug = 'kakanwil' AND m.findings <> ''"
	    " AND strftime('%Y-%m', m.closed_at + 25200, 'unixepoch',"
	    " 'start of month', '-1 day') = m.month"),
	    "... in the month after, by the head of office, with minutes");
	is_int(0, number(o, "SELECT count(*) FROM months"
	    " WHERE month >= '2026-10'"), "... but not the last whole one");
	is_int(1, number(o, "SELECT count(*) FROM tasks"
	    " WHERE open = 1 AND performer = 'kakanwil' AND claimed_at IS NULL"
	    " AND opened_at > (SELECT max(recorded_at) - 4 * 86400"
	    " FROM events)"), "a task of the last days waits for the head");
}

static void
is_the_same(void)
{
	static const char *const sums[] = { "SELECT count(*) FROM events",
	    "SELECT sum(opened_at % 100003) + sum(closed_at % 100003)"
	    " FROM tasks", "SELECT sum(own * 7 + queue * 3 + outside)"
	    " FROM tasks" };
	struct office *a = simulate("a", "--months 1 --until 2026-03-10");
	struct office *b = simulate("b", "--months 1 --until 2026-03-10");
	struct office *c = simulate("c", "--months 1 --until 2026-03-10"
	    " --seed 2");
	size_t i;

	for (i = 0; i < 3; i++)
		is_int(number(a, sums[i]), number(b, sums[i]),
		    "the same seed, the same: %s", sums[i]);
	ok(number(a, sums[1]) != number(c, sums[1]),
	    "another seed, another history");
	office_close(a);
	office_close(b);
	office_close(c);
}

int
main(void)
{
	struct office *o;
	char line[512];

	if (mkdtemp(folder) == NULL)
		bail("mkdtemp");
	snprintf(line, sizeof(line), "cd %s && mkdir share &&"
	    " ln -s \"$SRCDIR\"/lib/sop share/sop &&"
	    " ln -s \"$SRCDIR\"/lib/clock share/calendar", folder);
	if (system(line) != 0)
		bail("share folder");
	if (getenv("SANITIZED") != NULL)
		months = 1;
	else if (getenv("LONG") != NULL)
		months = 24;
	snprintf(line, sizeof(line), "--until 2026-11-22 --months %d", months);
	o = simulate("whole", line);
	is_whole(o);
	is_computed_again();
	adds_up_while_open(o);
	has_borders(o);
	if (months >= 12)
		is_lively(o);
	leaves_work(o);
	office_close(o);
	if (getenv("SANITIZED") == NULL)
		is_the_same();
	snprintf(line, sizeof(line), "rm -rf %s", folder);
	return system(line) == 0 ? tap_done() : 1;
}
