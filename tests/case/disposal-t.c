/*
 * disposal-t.c - archives whose term is over are listed, approved and
 * destroyed, and the history says so.
 */
#include <string.h>

#include "case/act_close.h"
#include "case/disposal.h"
#include "case/rebuild.h"
#include "month/month_close.h"
#include "month/root.h"
#include "store/event.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/store/meddle.h"

#define IZIN "izin-magang-penelitian"
#define SIGAP "sigap-magang-penelitian"

static struct disposal_rules rules = { 5, "renstra=permanen" };
static int64_t old, young, running;

static void
put_document(int64_t id)
{
	struct task_row t;
	char sql[512];

	play_must(task_get(play_office, fixture_int(play_office,
	    "SELECT min(id) FROM tasks WHERE case_id = $1", id), &t), "task");
	snprintf(sql, sizeof(sql), "INSERT INTO documents (id, case_id,"
	    " task_id, field, name, type, size, sha256, added_at) VALUES"
	    " (%lld, %lld, %lld, 'surat', 'Rina.pdf', 'application/pdf', 5,"
	    " 'aa', 1)", (long long)id + 1, (long long)id, (long long)t.id);
	meddle(office_db(play_office), sql);
	snprintf(sql, sizeof(sql), "INSERT INTO surveys VALUES (%lld, 1, 4, 4,"
	    " 4, 4, 4, 4, 4, 4, 4, 'Terima kasih dari Rina')", (long long)id);
	meddle(office_db(play_office), sql);
}

/* A case that ends at once: withdrawn. */
static int64_t
end_one(const char *slug, const char *at)
{
	int64_t id;
	struct act a = { .now = 0 };

	play_clock(at);
	id = play_case(slug, NULL, "3");
	a.case_id = id;
	a.actor.case_id = id;
	a.now = play_now;
	a.note = "tidak jadi";
	play_must(act_withdraw(play_office, &a), "withdrawn");
	put_document(id);
	return id;
}

static int64_t
due_at(const char *at, int64_t first)
{
	struct disposal_case *list;
	size_t n;

	play_clock(at);
	play_must(disposal_due(play_office, &rules, play_now, &list, &n),
	    "the list");
	if (n > 0)
		is_int(first, list[0].case_id, "the first of them");
	free(list);
	return (int64_t)n;
}

static void
lists_what_is_over(void)
{
	is_int(0, due_at("2031-12-31T23:59", 0),
	    "within five whole years nothing is due");
	is_int(1, due_at("2032-01-01T00:00", old),
	    "from the first day after them, what ended in their first");
	rules.others = "renstra=permanen " IZIN "=permanen";
	is_int(0, due_at("2032-01-01T00:00", 0), "what stays for ever is not");
	rules.others = IZIN "=2";
	is_int(2, due_at("2032-01-01T00:00", old),
	    "a shorter term of the SOP");
	rules.others = "renstra=permanen";
}

static void
is_refused(enum case_err want, const char *no, const char *on,
    const char *who, const char *what)
{
	struct change ch = { .now = play_now };
	struct disposal d = { .id = 0 };

	snprintf(d.letter_no, sizeof(d.letter_no), "%s", no);
	snprintf(d.letter_on, sizeof(d.letter_on), "%s", on);
	snprintf(d.official, sizeof(d.official), "%s", who);
	is_int(want, disposal_approve(play_office, &ch, &rules, &d, NULL),
	    "%s", what);
}

static void
needs_an_approval(void)
{
	int done = 0;

	is_refused(CASE_INVALID, "", "2032-01-20", "Kepala", "no number");
	is_refused(CASE_INVALID, "B-1", "", "Kepala", "no date");
	is_refused(CASE_INVALID, "B-1", "2032-01-20", "", "nobody");
	play_must(disposal_tick(play_office, play_now, &done), "the minute");
	is_int(0, done, "nothing goes before it is approved");
	play_clock("2031-12-01T08:00");
	is_refused(CASE_STATE, "B-1", "2031-12-01", "Kepala",
	    "nothing is due");
	is_int(0, fixture_int(play_office, "SELECT count(*) FROM disposals"
	    " WHERE $1 = 0", 0), "... and nothing is approved");
	play_clock("2032-02-02T08:00");
	is_refused(CASE_OK, "B-1", "2032-01-20", "Kepala", "approved");
	is_refused(CASE_STATE, "B-1", "2032-01-20", "Kepala",
	    "what is on a list is on no other");
}

static int64_t
left(const char *sql)
{
	return fixture_int(play_office, sql, old);
}

/* Is a word of the applicant anywhere in the database? */
static int64_t
words(void)
{
	return left("SELECT (SELECT count(*) FROM event_data WHERE stream = $1"
	    " AND seq < (SELECT max(seq) FROM events WHERE stream = $1))"
	    " + (SELECT count(*) FROM documents WHERE case_id = $1)"
	    " + (SELECT count(*) FROM surveys WHERE case_id = $1 AND note <>"
	    "   '') + (SELECT count(*) FROM messages WHERE case_id = $1 AND"
	    "   (body <> '' OR address <> ''))"
	    " + (SELECT count(*) FROM cases WHERE id = $1 AND (applicant <> ''"
	    "   OR phone <> '' OR email <> '' OR institution <> ''))");
}

static void
destroys(void)
{
	struct case_row before = play_row(old), after;
	int64_t events = play_events(old, NULL);
	int done = 0;

	ok(words() > 4, "what was typed is there");
	play_must(disposal_tick(play_office, play_now, &done), "the minute");
	is_int(1, done, "the case is destroyed");
	is_int(0, words(), "... and nothing of it is left");
	after = play_row(old);
	is_string("Dimusnahkan", after.subject, "... which it says");
	is_string(before.number, after.number, "its number stays");
	is_int(before.own, after.own, "... and its times");
	is_int(before.ended_at, after.ended_at, "... and its end");
	is_int(events + 1, play_events(old, NULL), "by one event");
	is_int(1, play_events(old, "destroy"), "... of its kind");
	is_int(1, left("SELECT count(*) FROM search_words w JOIN cases c ON"
	    " c.id = w.case_id AND w.word = lower(c.number)"
	    " WHERE c.id = $1"), "it is found by its number");
	ok(fixture_int(play_office, "SELECT count(*) FROM event_data WHERE"
	    " stream = $1", young) > 0, "another case has all of its texts");
	done = 0;
	play_must(disposal_tick(play_office, play_now, &done), "again");
	is_int(0, done, "once");
	is_int(1, fixture_int(play_office, "SELECT count(*) FROM disposals"
	    " WHERE done_at IS NOT NULL AND $1 = 0", 0), "the list is done");
	is_int(2, fixture_int(play_office, "SELECT count(*) FROM events e JOIN"
	    " disposals d ON d.id = e.stream WHERE $1 = 0", 0),
	    "... approved and done are events of it");
}

static int told;
static void
tell(void *arg, int64_t stream, int64_t seq, const char *what)
{
	told += stream == old && strstr(what, "dimusnahkan oleh") != NULL;
}

static void
fault(void *arg, int64_t stream, int64_t seq, const char *what)
{
	printf("# %lld %lld: %s\n", (long long)stream, (long long)seq, what);
}

static void
fault_of_month(void *arg, const char *month, int64_t stream, const char *what)
{
	printf("# %s %lld: %s\n", month, (long long)stream, what);
}

static void
differs(void *arg, int64_t id, const char *what)
{
	printf("# %lld: %s\n", (long long)id, what);
}

/* Chains, roots of closed months and rebuild are as they were. */
static void
verifies(void)
{
	int64_t n, months = 0;

	is_int(0, event_verify(office_db(play_office), fault, tell, NULL, &n),
	    "the chains verify");
	is_int(play_events(old, NULL) - 1, told,
	    "... and say by which act each text went");
	is_int(0, rebuild(play_office, 0, differs, NULL, &n),
	    "a rebuild finds no difference");
	is_int(0, rebuild(play_office, 1, differs, NULL, &n),
	    "... and brings nothing back");
	is_int(0, words(), "... indeed");
	is_int(0, root_verify(play_office, 0, fault_of_month, NULL, &months),
	    "the roots of closed months stand");
}

/* Many at once, the tick cut off between any two of them. */
static void
goes_on(void)
{
	int64_t n;
	int done = 0;

	rules = (struct disposal_rules){ 1, "" };
	play_clock("2035-01-01T08:00");
	is_refused(CASE_OK, "B-2", "2035-01-01", "Kepala", "a longer list");
	n = fixture_int(play_office, "SELECT count(*) FROM disposal_cases"
	    " WHERE done = $1", 0);
	ok(n >= 1, "%lld more", (long long)n);
	is_int(1, fixture_int(play_office, "SELECT count(*) FROM cases WHERE"
	    " id = $1 AND state = 'open'", running), "one is at work still");
	is_int(0, fixture_int(play_office, "SELECT count(*) FROM"
	    " disposal_cases WHERE case_id = $1", running), "... and on none");
	play_must(disposal_tick(play_office, play_now, &done), "the minute");
	is_int(n, done, "all go");
	is_int(2, fixture_int(play_office, "SELECT max(number) FROM disposals"
	    " WHERE $1 = 0", 0), "lists are numbered");
}

/* The figures of a closed month, as one number. */
static int64_t
figures(void)
{
	return fixture_int(play_office, "SELECT sum(cases_withdrawn * 1000 +"
	    " cases_came) FROM month_figures WHERE $1 = 0", 0);
}

static void
close_month(void)
{
	const struct change ch = { .now = play_at("2026-03-02T08:00") };
	const struct month_minutes none = { .held_on = "" };

	play_must(month_close(play_office, &ch, 2026, 2, "", &none),
	    "a month is closed");
	ok(figures() > 0, "with the case in its figures");
}

int
main(void)
{
	int64_t before;

	play_open();
	old = end_one(IZIN, "2026-02-03T08:00");
	close_month();
	young = end_one(IZIN, "2029-02-06T08:00");
	running = play_case(SIGAP, "admin-user", "3");
	before = figures();
	lists_what_is_over();
	needs_an_approval();
	destroys();
	verifies();
	is_int(before, figures(), "... and their figures");
	goes_on();
	play_whole();
	office_close(play_office);
	return tap_done();
}
