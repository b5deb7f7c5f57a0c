/*
 * access-t.c - who may see a case and act on its tasks: role, person, code,
 * deputy, clerk, and one institution nothing of another's; whoever may not
 * changes nothing.
 */
#include <stdlib.h>
#include <string.h>

#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/act_start.h"
#include "case/case.h"
#include "store/event.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/tap.h"

#define SIGAP "sigap-magang-penelitian"
#define IZIN "izin-magang-penelitian"

static enum case_err
try_claim(const char *login, int64_t id)
{
	struct task_row t = play_task(id, NULL);
	struct act a = play_act(login, &t);

	return act_claim(play_office, &a);
}

/* Capacity of the actor in the last event of a case. */
static const char *
last_capacity(int64_t id, int64_t *actor, int64_t *behalf)
{
	static char capacity[16];
	struct event_reader *r = event_read(office_db(play_office), id);
	struct event e;

	while (event_next(r, &e)) {
		snprintf(capacity, sizeof(capacity), "%s", e.capacity);
		*actor = e.actor_id;
		*behalf = e.behalf_id;
	}
	event_done(r);
	return capacity;
}

static void
roles(void)
{
	int64_t id = play_case("pagu-anggaran", "kakanwil", "5"), who, behalf;
	struct task_row t = play_task(id, NULL);

	play_keep(id);
	play_refused(CASE_DENIED, try_claim("kabag-program-humas", id),
	    "another role cannot claim");
	play_refused(CASE_DENIED, try_claim("admin", id),
	    "an administrator neither");
	play_refused(CASE_STATE, play_try("jfu", &t, OUTCOME_FORWARD),
	    "nobody finishes what he has not claimed");
	t = play_claim("jft", id);
	is_string("definitif", last_capacity(id, &who, &behalf),
	    "one of several roles claims");
	is_int(play_person("jft"), who, "... and is named");
	play_keep(id);
	play_refused(CASE_STATE, try_claim("jfu", id),
	    "what is claimed is claimed");
	play_refused(CASE_DENIED, play_try("jfu", &t, OUTCOME_FORWARD),
	    "only its claimer finishes");
	play_finish("jft", id, OUTCOME_FORWARD);
	is_int(play_person("jft"), play_again(t.id).closed_by,
	    "the claimer does");
}

static void
deputies(void)
{
	int64_t id = play_case("pagu-anggaran", "kakanwil", "2"), who, behalf;

	play_keep(id);
	play_refused(CASE_DENIED, try_claim("jfu-2", id),
	    "who holds nothing may not");
	play_hold("jfu-2", "kadivmin", "plh");
	play_claim("jfu-2", id);
	is_string("plh", last_capacity(id, &who, &behalf), "a Plh. may");
	play_finish("jfu-2", id, OUTCOME_FORWARD);
	is_string("plh", last_capacity(id, &who, &behalf),
	    "... and the history says so");
	fixture_run(play_office, "UPDATE holders SET to_at = 1767574800"
	    " WHERE capacity = 'plh'");
	id = play_case("pagu-anggaran", "kakanwil", "2");
	play_keep(id);
	play_refused(CASE_DENIED, try_claim("jfu-2", id),
	    "not from the instant his order ends");
	fixture_run(play_office, "UPDATE holders SET to_at = NULL,"
	    " from_at = 1767574801 WHERE capacity = 'plh'");
	play_refused(CASE_DENIED, try_claim("jfu-2", id),
	    "... nor before it begins");
	fixture_run(play_office, "DELETE FROM holders WHERE capacity = 'plh'");
}

static void
inactive(void)
{
	int64_t id = play_case("pagu-anggaran", "kakanwil", "2");

	play_keep(id);
	fixture_run(play_office, "UPDATE people SET active = 0"
	    " WHERE login = 'kadivmin'");
	play_refused(CASE_DENIED, try_claim("kadivmin", id),
	    "who is no longer active may not");
	fixture_run(play_office, "UPDATE people SET active = 1"
	    " WHERE login = 'kadivmin'");
	is_int(CASE_OK, try_claim("kadivmin", id), "... active again he may");
	is_int(play_person("kadivmin"), play_task(id, NULL).claimed_by,
	    "... and has it");
}

static void
outsiders(void)
{
	int64_t id = play_case(SIGAP, "admin-user", "2");
	struct actor by_code = { .case_id = id };
	struct case_row c = play_row(id);
	struct task_row t;

	play_claim("admin-kanwil", id);
	play_finish("admin-kanwil", id, OUTCOME_RETURN);
	t = play_task(id, "admin-user");
	play_keep(id);
	play_refused(CASE_DENIED, play_try("admin-user-2", &t, OUTCOME_FORWARD),
	    "another institution may not");
	play_refused(CASE_DENIED, play_try("admin-kanwil", &t, OUTCOME_FORWARD),
	    "an official may not");
	play_refused(CASE_STATE, try_claim("admin-user", id),
	    "an outsider has nothing to claim");
	fixture_run(play_office, "UPDATE institutions SET state = 'closed'");
	play_refused(CASE_DENIED, play_try("admin-user", &t, OUTCOME_FORWARD),
	    "nor an institution that is no longer one");
	fixture_run(play_office, "UPDATE institutions SET state = 'active'");
	play_finish("admin-user", id, OUTCOME_FORWARD);
	is_int(1, case_may_see(play_office, &by_code, &c, play_now),
	    "the code shows its case");
	by_code.case_id = id + 1;
	is_int(0, case_may_see(play_office, &by_code, &c, play_now),
	    "... another code does not");
	by_code.person_id = play_person("admin-user-2");
	is_int(0, case_may_see(play_office, &by_code, &c, play_now),
	    "another institution does not see it");
	by_code.person_id = play_person("kasi-izin-tinggal");
	is_int(0, case_may_see(play_office, &by_code, &c, play_now),
	    "nor does an official without a role in it");
	by_code.person_id = play_person("duta-sigap");
	is_int(1, case_may_see(play_office, &by_code, &c, play_now),
	    "one who has sees it");
}

/* An applicant without account has the code; nobody else is he. */
static void
codes(void)
{
	int64_t id = play_case(IZIN, NULL, "3");
	int64_t other = play_case(IZIN, NULL, "3");
	struct task_row t;
	struct act a;

	t = play_task(id, NULL);
	a = play_act(NULL, &t);
	play_keep(id);
	play_refused(CASE_DENIED, act_claim(play_office, &a),
	    "the code does no work of the office");
	play_claim("petugas-layanan", id);
	play_finish("petugas-layanan", id, OUTCOME_RETURN);
	t = play_task(id, "pemohon");
	play_keep(id);
	a = play_act(NULL, &t);
	a.actor.case_id = other;
	play_refused(CASE_DENIED, act_finish(play_office, &a, OUTCOME_FORWARD),
	    "the code of another case does not help");
	play_hold("admin-user", "pemohon", "definitif");
	play_refused(CASE_DENIED, play_try("admin-user", &t, OUTCOME_FORWARD),
	    "nor an account of the same role");
	fixture_run(play_office, "DELETE FROM holders WHERE role_id ="
	    " (SELECT id FROM roles WHERE slug = 'pemohon')");
	play_finish(NULL, id, OUTCOME_FORWARD);
	is_string("petugas-layanan", play_task(id, NULL).performer,
	    "its own code does");
}

static void
assignees(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "4");
	struct task_row t = play_task(id, NULL);

	play_keep(id);
	is_int(play_person("jfu"), t.assignee_id,
	    "the employee the form named");
	play_refused(CASE_DENIED, try_claim("jfu-2", id),
	    "another holder of the role may not");
	is_int(CASE_OK, try_claim("jfu", id), "... he himself may");
	t = play_finish("jfu", id, OUTCOME_FORWARD);
	is_int(play_person("jfu"), t.closed_by, "... and does it");
}

/* Nobody approves for another, with whatever evidence. */
static void
never_approve(void)
{
	int64_t id = play_case("pagu-anggaran", "kakanwil", "9");
	struct task_row t = play_task(id, "kakanwil");
	struct act a = play_act("admin", &t);
	struct fixture_form form;

	fixture_fill(play_office, sop_row_at(office_sop(play_office,
	    t.version_id), (int)t.pos), &form, &a);
	is_string("approve", t.kind, "an approval is due");
	a.evidence = "Lembar disposisi 12";
	a.actor.behalf_id = play_person("kakanwil");
	play_keep(id);
	play_refused(CASE_DENIED, act_claim(play_office, &a),
	    "a clerk claims no approval");
	play_refused(CASE_DENIED, act_finish(play_office, &a, OUTCOME_FORWARD),
	    "...and approves nothing");
	play_refused(CASE_DENIED, act_finish(play_office, &a, OUTCOME_RETURN),
	    "...nor sends it back");
}

/* A clerk who was named records for the holder, with evidence. */
static void
clerks(void)
{
	int64_t id = play_case("pagu-anggaran", "kakanwil", "2"), who, behalf;
	struct task_row t = play_task(id, NULL);
	struct act a = play_act("admin", &t);

	play_keep(id);
	a.evidence = "Lembar disposisi 12";
	a.actor.behalf_id = play_person("kadivmin");
	a.actor.person_id = play_person("jfu");
	play_refused(CASE_DENIED, act_claim(play_office, &a),
	    "not everybody records for others");
	play_refused(CASE_DENIED, act_finish(play_office, &a, OUTCOME_FORWARD),
	    "... nor finishes for them");
	a.actor.person_id = play_person("admin");
	play_refused(CASE_DENIED, act_claim(play_office, &a),
	    "an administrator is nobody's clerk by himself");
	fixture_clerk(play_office, "admin", "kadivmin");
	fixture_clerk(play_office, "admin", "kakanwil");
	a.evidence = NULL;
	play_refused(CASE_INVALID, act_claim(play_office, &a),
	    "a clerk needs evidence");
	is_string("evidence", office_field(play_office), "... and is told");
	a.evidence = "Lembar disposisi 12";
	a.actor.behalf_id = play_person("kabag-program-humas");
	play_refused(CASE_DENIED, act_claim(play_office, &a),
	    "for somebody who had the right");
	a.actor.behalf_id = play_person("kadivmin");
	play_must(act_claim(play_office, &a), "claim for the holder");
	is_int(a.actor.behalf_id, play_again(t.id).claimed_by,
	    "the claim is the holder's");
	is_string("definitif", last_capacity(id, &who, &behalf),
	    "... in his capacity");
	is_int(play_person("admin"), who, "... recorded by the clerk");
	is_int(play_person("kadivmin"), behalf, "... on behalf of him");
	t = play_again(t.id);
	play_finish("kadivmin", id, OUTCOME_FORWARD);
	is_int(play_person("kadivmin"), play_again(t.id).closed_by,
	    "the holder goes on himself");
	never_approve();
}

static int64_t
cases(void)
{
	return fixture_int(play_office, "SELECT count(*) FROM cases"
	    " WHERE id > $1", 0);
}

static enum case_err
try_start(const char *slug, const char *login)
{
	struct act_start s = { .version_id = office_sop_version(play_office,
	    slug, play_now) };
	struct act a = { .now = play_now };
	struct fixture_form form;

	a.actor.person_id = play_person(login);
	fixture_fill(play_office, sop_row_at(office_sop(play_office,
	    s.version_id), 1), &form, &a);
	return act_start(play_office, &a, &s);
}

static void
starters(void)
{
	int64_t n = cases(), number;

	number = fixture_int(play_office, "SELECT value FROM counters"
	    " WHERE name = 'K-2026' AND $1 = 0", 0);
	is_int(CASE_DENIED, try_start("pagu-anggaran", "jfu"),
	    "who does not hold row 1 opens no case");
	is_int(CASE_DENIED, try_start("pagu-anggaran", NULL),
	    "nor does the public");
	is_int(CASE_DENIED, try_start(IZIN, "jfu"),
	    "a request is the applicant's own");
	is_int(CASE_DENIED, try_start(SIGAP, "jfu"), "... also with account");
	is_int(n, cases(), "no case came of it");
	is_int(number, fixture_int(play_office, "SELECT value FROM counters"
	    " WHERE name = 'K-2026' AND $1 = 0", 0), "... nor a number");
	is_int(CASE_OK, try_start(IZIN, NULL), "the public opens its own");
	is_int(n + 1, cases(), "... one case");
}

int
main(void)
{
	play_open();
	roles();
	deputies();
	inactive();
	outsiders();
	codes();
	assignees();
	clerks();
	starters();
	play_whole();
	office_close(play_office);
	return tap_done();
}
