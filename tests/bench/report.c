/*
 * report.c - what the figures of a month cost: `make bench-report`.
 *
 *	report BIG SMALL YYYY-MM [PROGRAM FOLDER ASSETS]
 *	report --check BIG SMALL YYYY-MM
 *	report --lists BIG YYYY-MM
 *	report --growth BIG SMALL YYYY-MM
 *
 * BIG and SMALL are offices with the same cases in that month, SMALL with
 * hardly any other.  What is compared runs in turn, A B A B ..., and the ratio
 * of the medians is printed with its goal beside it.  Times are of
 * the processor, so that a busy machine does not change them.  With --check
 * nothing is timed: the figures are compared with what SQL counts.  With
 * --lists it is BIG alone, on either engine (tests/on-engine.sh), by the clock
 * on the wall: a server works elsewhere.  With --growth nothing is timed: the
 * cost of a list and of an act is told in the steps of the machine of SQLite,
 * which are the same at every run.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/case_list.h"
#include "case/document.h"
#include "case/inbox.h"
#include "clock/calendar.h"
#include "month/month.h"
#include "people/person.h"
#include "tests/store/place.h"
#include "store/event.h"
#include "store/sqlite.h"

#define RUNS	11		/* of each of two, after one to warm up */

/* The figures that one statement gives of the same rows. */
static const char aggregate[] =
    "SELECT performer, version_id, pos, count(*),"
    " sum(outcome IN ('forward', 'refuse', 'end', 'download')"
    "   AND verdict <> 'none' OR outcome IN ('return', 'withdrawn',"
    "   'cancelled', 'superseded') AND verdict = 'over'),"
    " sum(verdict = 'below'), sum(verdict = 'within'),"
    " sum(verdict = 'over'), sum(outcome = 'return'),"
    " sum(own), sum(queue), sum(outside), sum(waiting), sum(closed),"
    " max(own), max(closed_at - opened_at)"
    "  FROM tasks WHERE closed_at >= ?1 AND closed_at < ?2"
    " GROUP BY performer, version_id, pos ORDER BY 1, 2, 3";

struct bench {
	struct office	*big, *small;
	sqlite3		*sq;		/* of the big one */
	sqlite3_stmt	*st;
	int		 year, month;
	int64_t		 from, to, now;
	int64_t		 at_big, at_small; /* the same person there */
	int64_t		 rows, done, own; /* as the aggregate tells */
};

static void
fail(const char *what, const char *why)
{
	fprintf(stderr, "bench: %s: %s\n", what, why);
	exit(1);
}

static double
processor(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* -- what is compared ------------------------------------------------------ */

static void
run_aggregate(struct bench *b)
{
	b->rows = b->done = b->own = 0;
	sqlite3_bind_int64(b->st, 1, b->from);
	sqlite3_bind_int64(b->st, 2, b->to);
	while (sqlite3_step(b->st) == SQLITE_ROW) {
		b->rows += sqlite3_column_int64(b->st, 3);
		b->done += sqlite3_column_int64(b->st, 4);
		b->own += sqlite3_column_int64(b->st, 9);
	}
	if (sqlite3_reset(b->st) != SQLITE_OK)
		fail("aggregate", sqlite3_errmsg(b->sq));
}

static struct month_figures *
figures(struct bench *b, struct office *o)
{
	struct month_figures *f;

	if (month_compute(o, b->year, b->month, NULL, b->now, &f) != CASE_OK)
		fail("month", office_why(o));
	return f;
}

static void
run_big(struct bench *b)
{
	month_free(figures(b, b->big));
}

static void
run_small(struct bench *b)
{
	month_free(figures(b, b->small));
}

static void
read_cases(struct office *o, int64_t person)
{
	struct case_query q = { .limit = 25, .now = (int64_t)time(NULL) };
	struct case_item *list;
	size_t n;
	int64_t total;

	q.actor.person_id = person;
	if (case_list(o, &q, &list, &n, &total) != CASE_OK)
		fail("cases", office_why(o));
	free(list);
}

static void
cases_big(struct bench *b)
{
	read_cases(b->big, b->at_big);
}

static void
cases_small(struct bench *b)
{
	read_cases(b->small, b->at_small);
}

static void
read_extent(struct office *o)
{
	int64_t first, last;

	if (month_extent(o, &first, &last) != CASE_OK)
		fail("extent", office_why(o));
}

static void
extent_big(struct bench *b)
{
	read_extent(b->big);
}

static void
extent_small(struct bench *b)
{
	read_extent(b->small);
}

static void
read_inbox(struct office *o, int64_t person, int64_t now)
{
	struct inbox_query q = { .person_id = person, .tab = INBOX_ROLE,
	    .now = now, .limit = 25 };
	struct inbox_row *list;
	struct inbox_counts counts;
	int64_t total;
	size_t n;

	if (inbox_list(o, &q, &list, &n, &total) != CASE_OK ||
	    inbox_count(o, person, now, 25, 101, &counts) != CASE_OK)
		fail("inbox", office_why(o));
	free(list);
}

static void
inbox_big(struct bench *b)
{
	read_inbox(b->big, b->at_big, b->now);
}

static void
inbox_small(struct bench *b)
{
	read_inbox(b->small, b->at_small, b->now);
}

static void
search_cases(struct office *o, int64_t person)
{
	struct case_query q = { .limit = 25, .search = "rahma",
	    .now = (int64_t)time(NULL) };
	struct case_item *list;
	size_t n;
	int64_t total;

	q.actor.person_id = person;
	if (case_list(o, &q, &list, &n, &total) != CASE_OK)
		fail("search", office_why(o));
	free(list);
}

static void
search_big(struct bench *b)
{
	search_cases(b->big, b->at_big);
}

static void
search_small(struct bench *b)
{
	search_cases(b->small, b->at_small);
}

/* A task of the role is taken and given back. */
static void
hold(struct office *o, int64_t person, int64_t now)
{
	struct inbox_query q = { .person_id = person, .tab = INBOX_ROLE,
	    .now = now, .limit = 1 };
	struct act a = { .actor.person_id = person, .now = now };
	struct inbox_row *list;
	size_t n;

	if (inbox_list(o, &q, &list, &n, NULL) != CASE_OK || n == 0)
		fail("a task", office_why(o));
	a.task_id = list[0].task.id;
	a.version = list[0].task.version;
	free(list);
	if (act_claim(o, &a) != CASE_OK)
		fail("claim", office_why(o));
	a.version++;
	if (act_release(o, &a) != CASE_OK)
		fail("release", office_why(o));
}

static void
hold_big(struct bench *b)
{
	hold(b->big, b->at_big, b->now);
}

static void
hold_small(struct bench *b)
{
	hold(b->small, b->at_small, b->now);
}

/* A task of the role is taken and sent on: the first that wants no form. */
static void
finish(struct office *o, int64_t person, int64_t now)
{
	struct inbox_query q = { .person_id = person, .tab = INBOX_ROLE,
	    .now = now, .limit = 25 };
	enum case_err err = CASE_NOT_FOUND;
	struct inbox_row *list;
	size_t n, i;

	if (inbox_list(o, &q, &list, &n, NULL) != CASE_OK)
		fail("a task", office_why(o));
	for (i = 0; i < n && err != CASE_OK; i++) {
		struct act a = { .actor.person_id = person, .now = now,
		    .task_id = list[i].task.id,
		    .version = list[i].task.version,
		    .late_reason = "beban" };

		if (strcmp(list[i].task.kind, "review") != 0 ||
		    act_claim(o, &a) != CASE_OK)
			continue;
		a.version++;
		err = act_finish(o, &a, OUTCOME_FORWARD);
	}
	free(list);
	if (err != CASE_OK)
		fail("finish", office_why(o));
}

static void
finish_big(struct bench *b)
{
	finish(b->big, b->at_big, b->now);
}

static void
finish_small(struct bench *b)
{
	finish(b->small, b->at_small, b->now);
}

/* The latest case with its visits, documents and history, as its page and the
 * page of a step have it. */
static void
read_case(struct office *o, int64_t person)
{
	struct case_query q = { .limit = 1, .actor.person_id = person,
	    .now = (int64_t)time(NULL) };
	struct case_item *list;
	struct document *document;
	struct task_row *task;
	struct event_reader *r;
	struct event e;
	size_t n;

	if (case_list(o, &q, &list, &n, NULL) != CASE_OK || n == 0 ||
	    case_tasks(o, list[0].c.id, &task, &n) != CASE_OK ||
	    case_documents(o, list[0].c.id, &document, &n) != CASE_OK)
		fail("a case", office_why(o));
	r = event_read(office_db(o), list[0].c.id);
	while (event_next(r, &e))
		;
	event_done(r);
	free(document);
	free(task);
	free(list);
}

static void
case_big(struct bench *b)
{
	read_case(b->big, b->at_big);
}

static void
case_small(struct bench *b)
{
	read_case(b->small, b->at_small);
}

/* -- in turn --------------------------------------------------------------- */

static int
by_time(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static double
median(double *list)
{
	qsort(list, RUNS, sizeof(*list), by_time);
	return list[RUNS / 2];
}

/* A and B in turn, `times` of each in a run. */
static void
compare(struct bench *b, const char *what, double goal, int times,
    void (*first)(struct bench *), void (*second)(struct bench *))
{
	double one[RUNS], other[RUNS], began;
	int i, k;

	for (i = -1; i < RUNS; i++) {
		began = processor();
		for (k = 0; k < times; k++)
			first(b);
		one[i < 0 ? 0 : i] = (processor() - began) / times;
		began = processor();
		for (k = 0; k < times; k++)
			second(b);
		other[i < 0 ? 0 : i] = (processor() - began) / times;
	}
	median(one);
	median(other);
	printf("%-44s %8.3f ms %8.3f ms %6.2f  <= %.1f  %s\n", what,
	    one[RUNS / 2], other[RUNS / 2], one[RUNS / 2] / other[RUNS / 2],
	    goal, one[RUNS / 2] <= goal * other[RUNS / 2] ? "yes" : "NO");
}

/* -- by the wall ----------------------------------------------------------- */

static double
wall(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* A line of engines.sh. */
static void
tell(struct bench *b, const char *what, void (*fn)(struct bench *))
{
	double list[RUNS], began;
	int i;

	fn(b);
	for (i = 0; i < RUNS; i++) {
		began = wall();
		fn(b);
		list[i] = wall() - began;
	}
	printf("%s\t-\t%.2f\n", what, median(list));
}

/* -- the program ----------------------------------------------------------- */

/* The report of a period in a process of its own: seconds of the processor. */
static double
run_program(char **argv, const char *period, struct rusage *use)
{
	const char *program = argv[0];
	int status;
	pid_t pid;

	fflush(stdout);
	if ((pid = fork()) == 0) {
		if (freopen("/dev/null", "w", stdout) == NULL)
			_exit(1);
		execl(program, program, "--out", argv[1], "--period", period,
		    "--assets", argv[2], (char *)NULL);
		_exit(127);
	}
	if (pid == -1 || wait4(pid, &status, 0, use) != pid || status != 0)
		fail(program, "failed");
	return (double)(use->ru_utime.tv_sec + use->ru_stime.tv_sec) +
	    (double)(use->ru_utime.tv_usec + use->ru_stime.tv_usec) / 1e6;
}

/* A search of the large office against the time that a caller waits. */
static void
measure_search(struct bench *b)
{
	double list[RUNS], began;

	for (int i = -1; i < RUNS; i++) {
		began = processor();
		search_big(b);
		list[i < 0 ? 0 : i] = processor() - began;
	}
	printf("%-44s %8.3f ms %26s  %s\n", "a search", median(list),
	    "<= 50 ms", list[RUNS / 2] <= 50 ? "yes" : "NO");
}

/* Peak memory and time of the whole report.  Of the days of the same month the
 * program writes the data alone: what it takes longer for the month are charts
 * and page. */
static void
run_report(const struct bench *b, char **argv)
{
	const int leap = (b->year % 4 == 0 && b->year % 100 != 0) ||
	    b->year % 400 == 0;
	const int days = b->month == 2 ? 28 + leap : 30 +
	    (b->month + b->month / 8) % 2;
	char month[16], range[48];
	struct rusage use, other;
	double whole, data;

	snprintf(month, sizeof(month), "%04d-%02d", b->year, b->month);
	snprintf(range, sizeof(range), "%s-01..%s-%02d", month, month, days);
	whole = run_program(argv, month, &use);
	data = run_program(argv, range, &other);
	printf("%-44s %8.1f MB %26s  %s\n", "peak memory of sopap-report",
	    (double)use.ru_maxrss / 1024, "< 64 MB",
	    use.ru_maxrss < 64 * 1024 ? "yes" : "NO");
	printf("%-44s %8.2f s %27s  %s\n", "its charts and page",
	    whole - data, "< 5 s", whole - data < 5 ? "yes" : "NO");
	printf("%-44s %8.2f s\n", "all of it, visits and event log too", whole);
}

/* -- growth ---------------------------------------------------------------- */

/* The steps of SQLite's machine that the statements of an office took since the
 * last call. */
static int64_t
steps(struct office *o)
{
	sqlite3_stmt *st = NULL;
	int64_t n = 0;

	while ((st = sqlite3_next_stmt(sqlite_handle(office_db(o)), st)) !=
	    NULL)
		n += sqlite3_stmt_status(st, SQLITE_STMTSTATUS_VM_STEP, 1);
	return n;
}

static int64_t
steps_of(struct bench *b, struct office *o, void (*run)(struct bench *))
{
	run(b);
	steps(o);
	run(b);
	return steps(o);
}

/* Does something grow with the office, and takes a fifth more there than in the
 * small one?  1 or 0. */
static int
grows(struct bench *b, const char *what, void (*big)(struct bench *),
    void (*small)(struct bench *))
{
	const int64_t one = steps_of(b, b->big, big);
	const int64_t other = steps_of(b, b->small, small);

	printf("%-20s %8lld steps, in the small office %8lld\n", what,
	    (long long)one, (long long)other);
	return one * 5 > other * 6;
}

static int
growth(struct bench *b)
{
	int n = grows(b, "inbox", inbox_big, inbox_small);

	n += grows(b, "list of cases", cases_big, cases_small);
	n += grows(b, "search", search_big, search_small);
	n += grows(b, "one case, read whole", case_big, case_small);
	n += grows(b, "claim and release", hold_big, hold_small);
	n += grows(b, "finish", finish_big, finish_small);
	printf("%d grow with the office\n", n);
	return n > 0;
}

/* -- opening --------------------------------------------------------------- */

static struct office *
open_office(const char *folder)
{
	char why[512];
	struct office *o;

	place_use();
	if ((o = office_open(folder, DB_WRITE, why, sizeof(why))) == NULL)
		fail(folder, why);
	return o;
}

static int64_t
ask(struct bench *b, const char *sql)
{
	sqlite3_stmt *st;
	int64_t n;

	if (sqlite3_prepare_v2(b->sq, sql, -1, &st, NULL) != SQLITE_OK ||
	    sqlite3_step(st) != SQLITE_ROW)
		fail(sql, sqlite3_errmsg(b->sq));
	n = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return n;
}

/* A person who has work and looks at the lists. */
static int64_t
person_of(struct office *o)
{
	struct person_query q = { .search = "Sulaiman", .limit = 1 };
	struct person *list;
	int64_t total, id;
	size_t n;

	if (person_search(o, &q, &list, &n, &total) != CASE_OK || n == 0)
		fail("people", office_why(o));
	id = list[0].id;
	free(list);
	return id;
}

static void
open_both(struct bench *b, const char *big, const char *small)
{
	const struct calendar *cal;
	char path[4096];
	int64_t first;

	b->big = open_office(big);
	b->small = open_office(small);
	snprintf(path, sizeof(path), "%s/office.db", big);
	if (sqlite3_open_v2(path, &b->sq, SQLITE_OPEN_READONLY, NULL) !=
	    SQLITE_OK || sqlite3_prepare_v2(b->sq, aggregate, -1, &b->st,
	    NULL) != SQLITE_OK)
		fail(path, sqlite3_errmsg(b->sq));
	if ((cal = office_calendar(b->big)) == NULL)
		fail(big, "no calendar");
	b->from = calendar_month(cal, b->year, b->month);
	b->to = calendar_month(cal, b->year, b->month + 1);
	if (month_extent(b->big, &first, &b->now) != CASE_OK)
		fail(big, office_why(b->big));
	b->at_big = person_of(b->big);
	b->at_small = person_of(b->small);
}

/* -- nothing is timed ------------------------------------------------------ */

static int
differs(const char *what, int64_t figure, int64_t counted)
{
	printf("%s: %lld, by SQL %lld\n", what, (long long)figure,
	    (long long)counted);
	return figure != counted;
}

static int
check(struct bench *b)
{
	struct month_figures *f = figures(b, b->big);
	int64_t rows = 0, done = 0, own = 0;
	const struct month_part *p;
	int wrong;
	size_t i;

	run_aggregate(b);
	for (i = 0; i < f->nrole; i++) {
		p = &f->role[i];
		done += p->done;
		own += p->own_time;
		rows += p->done + p->apart_returns + p->apart_void +
		    p->apart_none + p->apart_stopped;
	}
	month_free(f);
	wrong = differs("closed", rows, b->rows);
	wrong |= differs("done", done, b->done);
	wrong |= differs("own work", own, b->own);
	return wrong;
}

/* A month whose twelve months before are not closed: they are counted anew,
 * so it is compared with an aggregate of all thirteen. */
static void
measure_open(const struct bench *b)
{
	const struct calendar *cal = office_calendar(b->big);
	struct bench open = *b;
	int at = b->year * 12 + b->month - 1 - 13;

	open.year = at / 12;
	open.month = at % 12 + 1;
	open.from = calendar_month(cal, open.year - 1, open.month);
	open.to = calendar_month(cal, open.year, open.month + 1);
	compare(&open, "none of the 12 before closed : one aggregate", 2, 1,
	    run_big, run_aggregate);
}

static void
measure(struct bench *b)
{
	run_aggregate(b);
	printf("%lld cases; %lld visits closed in %04d-%02d\n",
	    (long long)ask(b, "SELECT count(*) FROM cases"),
	    (long long)b->rows, b->year, b->month);
	printf("%-44s %11s %11s %6s  %s\n", "", "this", "that", "ratio",
	    "goal");
	compare(b, "figures of the month : one aggregate", 2, 1, run_big,
	    run_aggregate);
	measure_open(b);
	compare(b, "figures of the month : in a small office", 1.2, 1,
	    run_big, run_small);
	compare(b, "months to choose from : in a small office", 1.2, 1000,
	    extent_big, extent_small);
	compare(b, "page of the cases : in a small office", 1.2, 20,
	    cases_big, cases_small);
	compare(b, "page of the inbox : in a small office", 1.2, 20,
	    inbox_big, inbox_small);
	compare(b, "a search : in a small office", 1.2, 20, search_big,
	    search_small);
	measure_search(b);
	compare(b, "claim and release : in a small office", 1.2, 5, hold_big,
	    hold_small);
}

static int
lists(struct bench *b, const char *folder, const char *month)
{
	int64_t first;

	if (sscanf(month, "%4d-%2d", &b->year, &b->month) != 2)
		fail(month, "no month");
	b->big = open_office(folder);
	if (month_extent(b->big, &first, &b->now) != CASE_OK)
		fail(folder, office_why(b->big));
	b->at_big = person_of(b->big);
	tell(b, "large office: figures of a month", run_big);
	tell(b, "large office: inbox", inbox_big);
	tell(b, "large office: list of cases", cases_big);
	tell(b, "large office: a search", search_big);
	tell(b, "large office: claim and release", hold_big);
	office_close(b->big);
	return 0;
}

int
main(int argc, char **argv)
{
	struct bench b = { 0 };
	const int checks = argc > 1 && strcmp(argv[1], "--check") == 0;
	const int grown = argc > 1 && strcmp(argv[1], "--growth") == 0;
	int rc = 0;

	if (argc == 4 && strcmp(argv[1], "--lists") == 0)
		return lists(&b, argv[2], argv[3]);
	argv += checks || grown;
	argc -= checks || grown;
	if ((argc != 4 && argc != 7) || sscanf(argv[3], "%4d-%2d", &b.year,
	    &b.month) != 2)
		fail("usage", "report [--check|--growth] BIG SMALL YYYY-MM "
		    "[PROGRAM FOLDER ASSETS]");
	open_both(&b, argv[1], argv[2]);
	if (checks)
		rc = check(&b);
	else if (grown)
		rc = growth(&b);
	else
		measure(&b);
	if (argc == 7)
		run_report(&b, argv + 4);
	sqlite3_finalize(b.st);
	sqlite3_close(b.sq);
	office_close(b.big);
	office_close(b.small);
	return rc;
}
