/*
 * task_open-t.c - who performs a row: the same as did another, the superior of
 * whom, a named employee.
 */
#include <string.h>

#include "case/act_start.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"

static void
set_superior(const char *login, const char *role)
{
	if (db_run(office_db(play_office), "UPDATE people SET superior_role_id"
	    " = (SELECT id FROM roles WHERE slug = $2) WHERE login = $1",
	    "tt", login, role) != 1)
		bail(db_error(office_db(play_office)));
}

/* SKP: rows 6 and 7 the employee, 8 and 9 his superior. */
static void
superiors(void)
{
	int64_t id = play_child(play_case("skp", "kepala-divisi", "6"),
	    "jfu");
	struct task_row t = play_task(id, NULL);

	is_int(play_person("jfu"), t.assignee_id, "the employee of row 5");
	play_claim("jfu", id);
	play_finish("jfu", id, OUTCOME_FORWARD);
	t = play_claim("jfu", id);
	is_int(7, t.pos, "row 7: the same person");
	is_int(play_person("jfu"), t.assignee_id, "... and nobody else");
	set_superior("jfu", NULL);
	play_keep(id);
	play_refused(CASE_STATE, play_try("jfu", &t, OUTCOME_FORWARD),
	    "without a superior position it does not go on");
	set_superior("jfu", "eselon-iv");
	fixture_run(play_office, "UPDATE people SET active = 0"
	    " WHERE login = 'eselon-iv'");
	play_refused(CASE_STATE, play_try("jfu", &t, OUTCOME_FORWARD),
	    "nor when nobody holds it");
	play_hold("jft", "eselon-iv", "plh");
	is_int(CASE_OK, play_try("jfu", &t, OUTCOME_FORWARD),
	    "a Plh. holds it");
	t = play_task(id, NULL);
	is_string("eselon-iv", t.performer, "the position performs row 8");
	is_int(0, t.assignee_id, "... not a person");
	play_claim("jft", id);
	play_finish("jft", id, OUTCOME_FORWARD);
	fixture_run(play_office, "UPDATE people SET active = 1"
	    " WHERE login = 'eselon-iv'");
	fixture_run(play_office, "DELETE FROM holders WHERE capacity = 'plh'");
	play_claim("eselon-iv", id);
	play_finish("eselon-iv", id, OUTCOME_FORWARD);
	is_int(10, play_task(id, NULL).pos, "its definitive holder goes on");
}

/* A position that was merged into another. */
static void
successors(void)
{
	int64_t id = play_child(play_case("skp", "kepala-divisi", "7"),
	    "jfu");

	play_claim("jfu", id);
	fixture_run(play_office, "UPDATE roles SET valid_to = 1767574800,"
	    " successor_id = (SELECT id FROM roles WHERE slug = 'eselon-iii')"
	    " WHERE slug = 'eselon-iv'");
	play_finish("jfu", id, OUTCOME_FORWARD);
	is_string("eselon-iii", play_task(id, NULL).performer,
	    "the successor of the superior position performs it");
	fixture_run(play_office, "UPDATE roles SET valid_to = NULL,"
	    " successor_id = NULL WHERE slug = 'eselon-iv'");
}

/* "same-as" an outsider is his institution. */
static void
institutions(void)
{
	int64_t id = play_case("sigap-magang-penelitian", "admin-user-2", "8");
	struct task_row t = play_task(id, NULL);
	struct case_row c = play_row(id);

	is_string("admin-user", t.performer, "row 8: the role of row 1");
	is_int(c.institution_id, t.institution_id, "... of that institution");
	is_int(0, t.assignee_id, "... whoever of it");
	play_keep(id);
	play_refused(CASE_DENIED, play_try("admin-user", &t,
	    OUTCOME_DOWNLOAD), "not another institution");
	play_refused(CASE_INVALID, play_try("admin-user-2", &t,
	    OUTCOME_FORWARD), "a download is not forwarded");
	play_finish("admin-user-2", id, OUTCOME_DOWNLOAD);
	is_string("download", play_again(t.id).outcome, "its own fetches it");
	t = play_again(t.id);
	play_keep(id);
	play_refused(CASE_STATE, play_try("admin-user-2", &t,
	    OUTCOME_DOWNLOAD), "once");
	is_string("done", play_row(id).result, "... then the case has ended");
}

/* A row is not opened for nobody: the row it names was never done. */
static void
never_done(void)
{
	int64_t id = play_case("sigap-magang-penelitian", "admin-user-2", "7");
	struct task_row t = play_claim("admin-kanwil", id);

	t = play_again(t.id);
	fixture_run(play_office, "UPDATE tasks SET outcome = 'superseded'"
	    " WHERE pos = 1 AND outcome = 'forward' AND case_id = (SELECT"
	    " max(id) FROM cases)");
	play_keep(id);
	play_refused(CASE_STATE, play_try("admin-kanwil", &t, OUTCOME_FORWARD),
	    "row 8 as row 1, which nobody did");
	ok(strstr(office_why(play_office), "langkah 1") != NULL, "... %s",
	    office_why(play_office));
	fixture_run(play_office, "UPDATE tasks SET outcome = 'forward'"
	    " WHERE pos = 1 AND outcome = 'superseded' AND case_id = (SELECT"
	    " max(id) FROM cases)");
	play_must(play_try("admin-kanwil", &t, OUTCOME_FORWARD), "row 7");
	is_int(8, play_task(id, NULL).pos, "... until somebody did");
}

/* The person who did the row before, in the same act. */
static void
right_after(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "8");
	struct task_row t;

	play_claim("jfu-2", id);
	play_finish("jfu-2", id, OUTCOME_FORWARD);
	t = play_task(id, NULL);
	is_int(9, t.pos, "row 9: the same as row 8");
	is_int(play_person("jfu-2"), t.assignee_id, "... who has just done it");
	is_string("jfu|jft", t.performer, "... counted for the same role");
}

/* Only the field a row names says who performs it; another employee in the
 * form is nobody's business. */
static void
named_employee(void)
{
	struct act_start s = { .version_id = office_sop_version(play_office,
	    "pinjam-ruang", play_now) };
	struct act a = { .now = play_now };
	char jfu2[24], kakanwil[24];
	struct act_value own[] = { { "pegawai", jfu2 }, { "saksi", kakanwil } };
	struct fixture_form form;

	snprintf(jfu2, sizeof(jfu2), "%lld", (long long)play_person("jfu-2"));
	snprintf(kakanwil, sizeof(kakanwil), "%lld",
	    (long long)play_person("kakanwil"));
	fixture_form(play_office, sop_row_at(office_sop(play_office,
	    s.version_id), 1), play_now, own, 2, &form);
	form.value[form.nvalue++] = own[1];
	a.value = form.value;
	a.nvalue = form.nvalue;
	a.file = form.file;
	a.nfile = form.nfile;
	a.actor.person_id = play_person("admin-user");
	play_must(act_start(play_office, &a, &s), "start");
	is_int(play_person("jfu-2"), play_row(a.case_id).officer_id,
	    "the employee the SOP means");
	play_claim("jft", a.case_id);
	play_finish("jft", a.case_id, OUTCOME_FORWARD);
	is_int(0, play_task(a.case_id, NULL).assignee_id,
	    "other rows are anybody's of the role");
	own[0].value = "12345";
	a.value = own;
	a.nvalue = 1;
	a.case_id = 0;
	is_int(CASE_INVALID, act_start(play_office, &a, &s),
	    "nobody has that number");
}

int
main(void)
{
	play_open();
	superiors();
	successors();
	institutions();
	never_done();
	right_after();
	named_employee();
	play_whole();
	office_close(play_office);
	return tap_done();
}
