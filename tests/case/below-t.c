/*
 * below-t.c - the work of the people below: counted as it is listed, handed
 * over by their superior and reminded of, and by nobody else.
 */
#include <stdlib.h>
#include <string.h>

#include "case/act_hold.h"
#include "case/act_prompt.h"
#include "case/below.h"
#include "case/case_list.h"
#include "case/inbox.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"

/* Everybody of the fixture has this superior. */
#define SUPERIOR "kasubbag-program-pelaporan"
#define REASON "Diperlukan siang ini."

static struct below work;

static void
count(const char *login)
{
	below_free(&work);
	play_must(below_read(play_office, play_person(login), play_now, &work),
	    "counted");
}

/* How many tasks the list has of a figure. */
static int64_t
listed(const char *login, enum inbox_term term, const char *party,
    const char *role, int64_t holder)
{
	struct inbox_query q = { .person_id = play_person(login),
	    .tab = INBOX_BELOW, .term = term, .party = party, .role = role,
	    .holder = holder, .now = play_now, .limit = 1 };
	struct inbox_row *rows;
	int64_t total;
	size_t n;

	play_must(inbox_list(play_office, &q, &rows, &n, &total), "listed");
	free(rows);
	return total;
}

/* Every figure is the number of tasks that its list has. */
static void
agrees(const char *what, const struct below_count *c, const char *role,
    int64_t holder)
{
	is_int(c->open, listed(SUPERIOR, INBOX_ANY_TERM, "", role, holder),
	    "%s: open", what);
	is_int(c->late, listed(SUPERIOR, INBOX_LATE, "", role, holder),
	    "%s: late", what);
	is_int(c->today, listed(SUPERIOR, INBOX_TODAY, "", role, holder),
	    "%s: today", what);
	is_int(c->outside, listed(SUPERIOR, INBOX_ANY_TERM, INBOX_ANY_PARTY,
	    role, holder), "%s: outside", what);
}

static void
all_agree(void)
{
	int64_t roles = 0, people = 0;

	count(SUPERIOR);
	agrees("all", &work.all, "", 0);
	for (size_t i = 0; i < work.nrole; i++) {
		roles += work.role[i].open;
		agrees(work.role[i].name, &work.role[i], work.role[i].key, 0);
	}
	for (size_t i = 0; i < work.nperson; i++) {
		people += work.person[i].open;
		agrees(work.person[i].name, &work.person[i], "",
		    work.person[i].id != 0 ? work.person[i].id :
		    INBOX_NOBODY);
	}
	is_int(work.all.open, roles, "the roles have all of them");
	is_int(work.all.open, people, "...and so have the people");
}

static void
whose(void)
{
	is_int(BELOW_PEOPLE, below_any(play_office, play_person(SUPERIOR),
	    play_now), "a superior has people below");
	is_int(0, below_any(play_office, play_person("jft"), play_now),
	    "another has none");
	fixture_sees_all(play_office, "jft");
	is_int(BELOW_ALL, below_any(play_office, play_person("jft"),
	    play_now), "...but with lihat-semua the whole office");
	is_int(0, below_is_top(play_office, play_person("jft")),
	    "...and somebody above");
}

/* A task that somebody has claimed. */
static struct task_row
claimed(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "3");
	struct task_row t = play_task(id, NULL);
	struct act a = play_act("petugas-layanan", &t);

	play_must(act_present(play_office, &a), "present");
	return play_claim("petugas-layanan", id);
}

static void
counted(void)
{
	all_agree();
	ok(work.all.open >= 2, "%d tasks are open", (int)work.all.open);
	ok(work.nperson == 2 && work.nrole >= 2, "by role and by person");
	is_int(work.all.open, listed("jft", INBOX_ANY_TERM, "", "", 0),
	    "who has lihat-semua has the same list");
	is_int(0, listed("jfu", INBOX_ANY_TERM, "", "", 0),
	    "who is above nobody has none");
	play_clock("2026-02-16T08:00");
	all_agree();
	ok(work.all.late >= 2, "in February %d are late",
	    (int)work.all.late);
	count("jfu");
	is_int(0, work.all.open + (int64_t)work.npromise, "nobody's are none");
}

/* How many cases the list of an official has of a filter. */
static int64_t
cases(const char *login, const struct case_query *of)
{
	struct case_query q = *of;
	struct case_item *items;
	int64_t total;
	size_t n;

	q.actor.person_id = play_person(login);
	q.now = play_now;
	q.limit = 25;
	q.soon_percent = 25;
	play_must(case_list(play_office, &q, &items, &n, &total), "cases");
	is_int(total, (int64_t)n, "...all of them on the page");
	free(items);
	return total;
}

#define OPEN_CASES "SELECT count(DISTINCT case_id) FROM tasks" \
	" WHERE open = 1 AND side = 0 AND external = 0 AND "

/* The list of all cases has the filters of the inbox, holder and result. */
static void
cases_are_filtered(const struct task_row *t)
{
	const struct case_query late = { .term = INBOX_LATE },
	    kind = { .kind = t->kind }, holder = { .holder = t->claimed_by },
	    nobody = { .holder = INBOX_NOBODY },
	    party = { .party = INBOX_ANY_PARTY }, result = { .result =
	    "refused" }, done = { .result = "done", .search = "siti" },
	    soon = { .term = INBOX_SOON }, today = { .term = INBOX_TODAY };

	is_int(fixture_int(play_office, OPEN_CASES "due_at < $1", play_now),
	    cases("jft", &late), "cases whose task is late");
	is_int(fixture_int(play_office, OPEN_CASES "claimed_by = $1",
	    t->claimed_by), cases("jft", &holder), "...that somebody has");
	is_int(fixture_int(play_office, OPEN_CASES "claimed_by IS NULL"
	    " AND assignee_id IS NULL AND id > $1", 0), cases("jft", &nobody),
	    "...that nobody has");
	ok(cases("jft", &kind) >= 1, "...of a kind of step");
	is_int(cases("jft", &holder), cases(SUPERIOR, &holder),
	    "who is above the holder has the same");
	is_int(0, cases("kasi-izin-tinggal", &holder),
	    "who sees none of them has none");
	is_int(0, cases("jft", &party) + cases("jft", &result) + cases("jft",
	    &done) + cases("jft", &soon) + cases("jft", &today),
	    "none is outside, refused, done, nearly late or due today");
	is_int(0, cases(SUPERIOR, &result), "...for her, too");
}

static struct act
by(const char *login, const struct task_row *t, const char *note)
{
	struct task_row now = play_again(t->id);
	struct act a = play_act(login, &now);

	a.note = note;
	return a;
}

static void
hands_over(const struct task_row *t)
{
	struct act a = by(SUPERIOR, t, NULL);

	play_keep(t->case_id);
	a.person_id = play_person("petugas-layanan-2");
	play_refused(CASE_INVALID, act_hand_over(play_office, &a),
	    "a superior says why");
	is_string("note", office_field(play_office), "...in the note");
	a = by("jft", t, REASON);
	a.person_id = play_person("petugas-layanan-2");
	play_refused(CASE_DENIED, act_hand_over(play_office, &a),
	    "lihat-semua moves nothing");
	a = by(SUPERIOR, t, REASON);
	a.person_id = play_person("jfu");
	play_refused(CASE_INVALID, act_hand_over(play_office, &a),
	    "who may not do it does not get it");
	a = by(SUPERIOR, t, REASON);
	a.person_id = a.actor.person_id;
	play_refused(CASE_STATE, act_hand_over(play_office, &a),
	    "nor does the superior, without the role");
	a.person_id = play_person("petugas-layanan-2");
	is_int(CASE_OK, act_hand_over(play_office, &a), "another holder does");
	is_int(a.person_id, play_again(t->id).assignee_id, "...it is his");
	is_int(0, play_again(t->id).claimed_by, "...for him to take");
	is_int(t->due_at, play_again(t->id).due_at, "...with the same limit");
	play_hold(SUPERIOR, "petugas-layanan", "definitif");
	a = by(SUPERIOR, t, REASON);
	a.person_id = a.actor.person_id;
	is_int(CASE_OK, act_hand_over(play_office, &a),
	    "with the role the superior takes it over");
	is_int(a.actor.person_id, play_again(t->id).assignee_id, "...himself");
	a = by(SUPERIOR, t, NULL);
	a.person_id = play_person("petugas-layanan");
	is_int(CASE_OK, act_hand_over(play_office, &a),
	    "what is his own he gives away without a word");
}

static void
address(const char *login, const char *email)
{
	db_run(office_db(play_office), "UPDATE people SET email = $1"
	    " WHERE login = $2", "tt", email, login);
}

static int64_t
messages(void)
{
	return fixture_int(play_office, "SELECT count(*) FROM messages"
	    " WHERE kind = 'prompt' AND id > $1", 0);
}

static void
reminds(const struct task_row *t)
{
	struct act a = by(SUPERIOR, t, REASON);
	int64_t notes = play_events(t->case_id, "note");

	play_keep(t->case_id);
	play_refused(CASE_STATE, act_prompt(play_office, &a),
	    "nobody without an address is reminded");
	address("petugas-layanan", "layanan@example.invalid");
	a.note = "";
	play_refused(CASE_INVALID, act_prompt(play_office, &a),
	    "nor without a reason");
	a = by("jft", t, REASON);
	play_refused(CASE_DENIED, act_prompt(play_office, &a),
	    "nor by somebody who is not above");
	a = by(SUPERIOR, t, REASON);
	is_int(CASE_OK, act_prompt(play_office, &a), "the holder is");
	is_int(1, messages(), "...by one message");
	is_int(1, fixture_int(play_office, "SELECT count(*) FROM messages"
	    " WHERE kind = 'prompt' AND person_id = $1"
	    " AND body LIKE '%" REASON "%'", play_person("petugas-layanan")),
	    "...to him, with the reason");
	is_int(notes + 1, play_events(t->case_id, "note"),
	    "...and the case notes it");
	play_keep(t->case_id);
	a = by(SUPERIOR, t, REASON);
	play_refused(CASE_STATE, act_prompt(play_office, &a),
	    "once a day");
	play_clock("2026-02-17T08:00");
	a = by(SUPERIOR, t, REASON);
	is_int(CASE_OK, act_prompt(play_office, &a), "...and the next day");
}

/* Of a task that nobody has taken, all who may take it are reminded. */
static void
reminds_of_a_queue(const struct task_row *t)
{
	struct act a = by(SUPERIOR, t, REASON);
	int64_t before = messages();

	address("admin-kanwil", "satu@example.invalid");
	address("admin-kanwil-2", "dua@example.invalid");
	is_int(CASE_OK, act_prompt(play_office, &a), "a queue is reminded of");
	is_int(before + 2, messages(), "...all who may take it");
}

static void
lies_outside(const struct task_row *t)
{
	struct act a = by("petugas-layanan", t, NULL);

	play_must(act_claim(play_office, &a), "claimed");
	a = by("petugas-layanan", t, NULL);
	a.party = "SISUMAKER";
	play_must(act_outside(play_office, &a), "outside");
	all_agree();
	is_int(1, work.all.outside, "one lies outside");
	play_keep(t->case_id);
	a = by(SUPERIOR, t, REASON);
	a.person_id = play_person("petugas-layanan-2");
	play_refused(CASE_STATE, act_hand_over(play_office, &a),
	    "what lies outside is not handed over");
}

int
main(void)
{
	struct task_row t, queued;
	int64_t id;

	play_open();
	whose();
	t = claimed();
	id = play_case("sigap-magang-penelitian", "admin-user", "2");
	queued = play_task(id, NULL);
	counted();
	cases_are_filtered(&t);
	hands_over(&t);
	reminds(&t);
	reminds_of_a_queue(&queued);
	lies_outside(&t);
	play_whole();
	below_free(&work);
	office_close(play_office);
	return tap_done();
}
