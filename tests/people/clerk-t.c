/* clerk-t.c - who may write down for the holders of a role, and what. */
#include <stdlib.h>
#include <string.h>

#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/behalf.h"
#include "month/month.h"
#include "people/clerk.h"
#include "people/counter_desk.h"
#include "people/role.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"

#define ENTRY	"petugas-entry-scan-kanim"
#define SLUG	"keimigrasian-wna"
#define CLERK	"duta-sigap"		/* of the office, at no desk */

static int64_t
role_of(const char *slug)
{
	struct role_row r;

	play_must(role_by_slug(play_office, slug, &r), slug);
	return r.id;
}

static enum case_err
name(const char *role, const char *login, int64_t from, int64_t to,
    int64_t *id)
{
	struct change ch = { .by = play_person("admin"), .now = play_now };
	struct holder_row k = { .role_id = role_of(role),
		.person_id = play_person(login), .letter_no = "ST-1",
		.from_at = from, .to_at = to };

	return clerk_add(play_office, &ch, &k, id);
}

static int
may(const char *login, const char *performer)
{
	return clerk_for(play_office, play_person(login), performer, play_now);
}

/* -- naming ------------------------------------------------------------ */

static void
refuses_who_cannot(void)
{
	int64_t at = play_now;

	is_int(CASE_INVALID, name("layanan", CLERK, at, 0, NULL),
	    "the system has no clerk");
	is_int(CASE_INVALID, name("admin-user", CLERK, at, 0, NULL),
	    "an institution has none here");
	is_int(CASE_INVALID, name(ENTRY, "admin-user", at, 0, NULL),
	    "an outsider is none");
	is_string("person_id", office_field(play_office), "...which is told");
	is_int(CASE_INVALID, name(ENTRY, CLERK, at, at, NULL),
	    "no end before the beginning");
	ok(!may(CLERK, ENTRY), "nobody is one by himself");
	ok(!may("admin", ENTRY), "...an administrator neither");
}

/* -- writing down ------------------------------------------------------ */

/* Both counts stand among the signs of the month. */
static void
in_the_month(void)
{
	struct month_figures *f;

	play_must(month_compute(play_office, 2026, 1, NULL, play_now + 1, &f),
	    "figures");
	is_int(1, f->office.contested, "it is a sign of the month");
	is_int(0, f->office.alone, "...of that kind alone");
	month_free(f);
}

/* Messages to the holder about a task. */
static int64_t
told(int64_t task)
{
	return fixture_int(play_office, "SELECT count(*) FROM messages"
	    " WHERE kind = 'behalf' AND address = '+6281200000001'"
	    " AND fact LIKE 'behalf:' || $1 || ':%'", task);
}

/* "Bukan tindakan saya", by the holder alone, once, with how it was. */
static void
is_contested(int64_t id, const struct task_row *t)
{
	struct act a = play_act(CLERK, t);
	struct behalf *list;
	size_t n;

	play_must(behalf_list(play_office, id, play_person(ENTRY), &list, &n),
	    "list");
	is_int(1, (int64_t)n, "the holder sees what was written down");
	is_int(n > 0 ? list[0].task_id : 0, t->id, "...of which task");
	is_string("Pegawai " CLERK, n > 0 ? list[0].clerk : "", "...by whom");
	free(list);
	a.note = "Saya cuti.";
	play_keep(id);
	play_refused(CASE_STATE, behalf_contest(play_office, &a),
	    "the clerk contests nothing");
	a = play_act(ENTRY, t);
	play_refused(CASE_INVALID, behalf_contest(play_office, &a),
	    "...nor the holder without a word");
	a.note = "Saya cuti.";
	play_must(behalf_contest(play_office, &a), "contest");
	is_int(1, play_events(id, "contest"), "it is an event");
	is_int(t->closed_by, play_again(t->id).closed_by, "the act stays");
	play_keep(id);
	play_refused(CASE_STATE, behalf_contest(play_office, &a),
	    "...and once");
	play_must(behalf_list(play_office, id, play_person(ENTRY), &list, &n),
	    "list");
	is_int(0, (int64_t)n, "then nothing is left to contest");
	free(list);
	in_the_month();
}

static void
writes_for_the_holder(void)
{
	int64_t id = play_case(SLUG, ENTRY, "2");
	struct task_row t = play_task(id, ENTRY);
	struct act a = play_act(CLERK, &t);
	struct fixture_form form;

	fixture_fill(play_office, sop_row_at(office_sop(play_office,
	    t.version_id), 2), &form, &a);
	a.counter = 1;
	play_keep(id);
	play_refused(CASE_DENIED, act_finish(play_office, &a,
	    OUTCOME_FORWARD), "nothing in the clerk's own name");
	a.actor.behalf_id = play_person(ENTRY);
	play_refused(CASE_INVALID, act_finish(play_office, &a,
	    OUTCOME_FORWARD), "nothing without evidence");
	a.evidence = "buku antrean";
	play_must(act_finish(play_office, &a, OUTCOME_FORWARD), "written");
	t = play_again(t.id);
	is_int(play_person(ENTRY), t.closed_by, "it is the holder's act");
	is_int(1, told(t.id), "who hears of it at once");
	is_contested(id, &t);
}

static void
another_role_is_not_theirs(void)
{
	int64_t id = play_case(SLUG, ENTRY, "3");
	struct task_row t = play_task(id, "kasubsi-izin-tinggal");
	struct act a = play_act(CLERK, &t);

	a.counter = 1;
	a.actor.behalf_id = play_person("kasubsi-izin-tinggal");
	a.evidence = "buku";
	play_keep(id);
	play_refused(CASE_DENIED, act_finish(play_office, &a,
	    OUTCOME_FORWARD), "for another role he writes nothing");
}

static void
notes_who_is_there(void)
{
	int64_t id = play_case(SLUG, ENTRY, "4");
	struct task_row t = play_task(id, ENTRY);
	struct act a = play_act(CLERK, &t);

	play_must(act_present(play_office, &a), "present");
	t = play_again(t.id);
	is_int(0, t.awaited, "that the applicant is there he notes himself");
	is_int(play_now, t.received_at, "...it is the receipt");
	is_int(play_person(CLERK), fixture_int(play_office, "SELECT actor_id"
	    " FROM events WHERE stream = $1 AND kind = 'present'", id),
	    "...by whoever saw them");
	id = play_case(SLUG, ENTRY, "4");
	t = play_task(id, ENTRY);
	a = play_act("kakanwil", &t);
	play_keep(id);
	play_refused(CASE_DENIED, act_present(play_office, &a),
	    "not by just anybody");
}

/* -- the desk, and the end --------------------------------------------- */

static void
has_a_desk(void)
{
	struct counter_desk *list;
	size_t n;

	play_must(counter_desk_list(play_office, play_person(CLERK), play_now,
	    &list, &n), "stations");
	is_int(1, (int64_t)n, "a clerk has the desk he writes for");
	is_string(ENTRY, n > 0 ? list[0].performer : "", "...that one");
	is_int(1, n > 0 && list[0].clerk, "...as a clerk");
	free(list);
	is_int(1, counter_desk_has(play_office, play_person(CLERK), play_now),
	    "...in the menu");
}

static void
ends(int64_t id)
{
	struct change ch = { .by = play_person("admin"), .now = play_now };
	struct holder_row *list;
	size_t n;

	play_must(clerk_list(play_office, 0, play_person(CLERK), play_now,
	    &list, &n), "list");
	is_int(1, (int64_t)n, "one is listed");
	is_string("ST-1", n > 0 ? list[0].letter_no : "", "...by which letter");
	free(list);
	play_must(clerk_end(play_office, &ch, id, play_now), "end");
	ok(!may(CLERK, ENTRY), "relieved, he writes nothing more");
	is_int(CASE_STATE, clerk_end(play_office, &ch, id, play_now + 1),
	    "nobody is relieved twice");
	is_int(2, fixture_int(play_office, "SELECT count(*) FROM events"
	    " WHERE stream = $1 AND kind IN ('clerk-named',"
	    " 'clerk-relieved')", role_of(ENTRY)), "both are events");
}

int
main(void)
{
	int64_t id = 0;

	play_open();
	fixture_run(play_office, "UPDATE people SET phone = '+6281200000001'"
	    " WHERE login = '" ENTRY "'");
	refuses_who_cannot();
	play_must(name(ENTRY, CLERK, play_now, 0, &id), "a clerk");
	ok(may(CLERK, ENTRY), "a clerk is named");
	ok(!may(CLERK, "kasubsi-izin-tinggal"), "...for one role");
	is_int(CASE_INVALID, name(ENTRY, CLERK, play_now, 0, NULL),
	    "...once at a time");
	writes_for_the_holder();
	another_role_is_not_theirs();
	notes_who_is_there();
	has_a_desk();
	ends(id);
	play_whole();
	return tap_done();
}
