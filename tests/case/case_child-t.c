/*
 * case_child-t.c - every holder of a unit, and a child case for each: SKP of
 * two divisions with five employees.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_close.h"
#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/act_recall.h"
#include "case/act_start.h"
#include "case/case_child.h"
#include "people/holder.h"
#include "people/role.h"
#include "office/unit.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/case/walk.h"

#define KASUBBAG "kasubbag-program-pelaporan"
#define KABAG "kabag-program-humas"

static int64_t
unit_of(const char *slug)
{
	struct unit_row u;

	play_must(unit_by_slug(play_office, slug, &u), slug);
	return u.id;
}

static enum case_err
name(const char *login, const char *role, const char *unit,
    enum capacity capacity)
{
	const struct change ch = { .now = play_now };
	struct holder_row h = { .person_id = play_person(login),
	    .capacity = capacity, .from_at = play_now - 60,
	    .unit_id = unit != NULL ? unit_of(unit) : 0 };
	struct role_row r;

	play_must(role_by_slug(play_office, role, &r), role);
	h.role_id = r.id;
	if (capacity != CAPACITY_DEFINITIVE)
		snprintf(h.letter_no, sizeof(h.letter_no), "SP-1");
	return holder_add(play_office, &ch, &h, NULL);
}

/* Two divisions, each with its officials. */
static void
found(void)
{
	play_must(name("kadivmin", "kepala-divisi", "divisi-administrasi", 0),
	    "head");
	play_must(name(KABAG, "eselon-iii", "divisi-administrasi", 0), "iii");
	play_must(name(KASUBBAG, "eselon-iv", "subbag-program-pelaporan", 0),
	    "iv");
	play_must(name("admin-kanwil", "eselon-iv", "divisi-administrasi", 0),
	    "iv");
	play_must(name("kadiv-keimigrasian", "kepala-divisi",
	    "divisi-keimigrasian", 0), "head");
	play_must(name("kabid-zinfokim", "eselon-iii", "divisi-keimigrasian",
	    0), "iii");
	play_must(name("kasubid-perizinan", "eselon-iv",
	    "divisi-keimigrasian", 0), "iv");
	play_must(name("petugas-kanwil", "jfu", "divisi-keimigrasian", 0),
	    "jfu");
	is_int(CASE_INVALID, name("petugas-kanwil", "jfu",
	    "divisi-keimigrasian", 0), "nobody holds it twice in a unit");
}

/* Row 1: who takes part is of the division. */
static enum case_err
begin(const char *login, const char *who, int64_t unit, int64_t *id)
{
	char ids[32];
	const struct act_value value[] = { { "perihal", "SKP 2026" },
	    { "tahun", "2026" }, { "tanggal", "2026-01-05" },
	    { "peserta", ids } };
	struct act a = { .actor.person_id = play_person(login),
	    .now = play_now, .value = value, .nvalue = 4 };
	struct act_start st = { .version_id = fixture_sop(play_office, "skp"),
	    .unit_id = unit };
	enum case_err err;

	snprintf(ids, sizeof(ids), "%lld", (long long)play_person(who));
	err = act_start(play_office, &a, &st);
	*id = a.case_id;
	return err;
}

static struct task_row
seat(int64_t id, const char *login)
{
	struct task_row *all, found = { .id = 0 };
	size_t n;

	play_must(case_tasks(play_office, id, &all, &n), "tasks");
	for (size_t i = 0; i < n; i++)
		if (all[i].open && all[i].assignee_id == play_person(login))
			found = all[i];
	free(all);
	return found;
}

/* Finish the seat of a login, by another or himself; row 5 with employees. */
static enum case_err
finish(int64_t id, const char *of, const char *by, const char *employees)
{
	struct task_row t = seat(id, of);
	struct act a = play_act(by, &t);
	const struct act_value value[] = { { "tanggal", "2026-01-05" },
	    { "pegawai", employees }, { "isi", "Matriks" } };

	if (t.id == 0)
		bail(of);
	a.note = "Baik.";
	a.late_reason = "beban";
	if (strcmp(t.kind, "record") == 0) {
		a.value = value;
		a.nvalue = employees != NULL ? 2 : 1;
	} else {
		a.value = value + 2;
		a.nvalue = 1;
		if (t.claimed_by == 0 && act_claim(play_office, &a) ==
		    CASE_OK)
			a.version++;
	}
	return act_finish(play_office, &a, OUTCOME_FORWARD);
}

static const char *
id_of(const char *login)
{
	static char text[4][32];
	static int n;

	n = (n + 1) % 4;
	snprintf(text[n], sizeof(text[n]), "%lld",
	    (long long)play_person(login));
	return text[n];
}

/* One division, up to where it parts. */
static int64_t
to_row_5(void)
{
	int64_t id;

	play_must(begin("kadivmin", KABAG, 0, &id), "begin");
	play_must(finish(id, KABAG, KABAG, NULL), "row 2");
	play_must(finish(id, KABAG, KABAG, NULL), "row 3");
	play_must(finish(id, KASUBBAG, KASUBBAG, NULL), "row 4");
	play_must(finish(id, "admin-kanwil", "admin-kanwil", NULL), "row 4");
	play_must(finish(id, KASUBBAG, KASUBBAG, id_of("jfu")), "row 5");
	return id;
}

static int64_t
parted(void)
{
	int64_t id = to_row_5();

	play_must(finish(id, "admin-kanwil", "admin-kanwil", id_of("jft")),
	    "row 5");
	return id;
}

static void
each_holder(void)
{
	int64_t id, other;
	struct task_row t;
	struct act a;

	is_int(CASE_INVALID, begin("kadivmin", "kabid-zinfokim", 0, &id),
	    "nobody of another division takes part");
	is_string("peserta", office_field(play_office), "... is said");
	is_int(CASE_OK, begin("kadivmin", KABAG, 0, &id), "a division begins");
	is_int(unit_of("divisi-administrasi"), play_row(id).unit_id,
	    "... the case is its own");
	play_must(begin("kadiv-keimigrasian", "kabid-zinfokim", 0, &other),
	    "another");
	is_int(1, play_open_tasks(other), "its one eselon III");
	is_int(play_person("kabid-zinfokim"), play_task(other, NULL)
	    .assignee_id, "... who is that");
	t = seat(id, KABAG);
	is_string("eselon-iii", t.performer, "it counts for the role");
	play_keep(id);
	a = play_act("kabid-zinfokim", &t);
	play_refused(CASE_DENIED, act_claim(play_office, &a),
	    "the other division's does nothing here");
	a = play_act("eselon-iii", &t);
	play_refused(CASE_DENIED, act_claim(play_office, &a),
	    "nor one of no division");
	play_must(finish(id, KABAG, KABAG, NULL), "row 2");
	play_must(finish(id, KABAG, KABAG, NULL), "row 3");
	is_int(2, play_open_tasks(id), "row 4: each eselon IV, also below");
	play_must(finish(id, KASUBBAG, KASUBBAG, NULL), "row 4");
	is_int(1, play_open_tasks(id), "one is done");
	is_int(4, play_task(id, NULL).pos, "... the row is not");
	play_must(name("duta-sigap",
	    "eselon-iv", "divisi-administrasi", CAPACITY_PLH), "Plh.");
	t = seat(id, "admin-kanwil");
	is_int(CASE_OK, finish(id, "admin-kanwil", "duta-sigap", NULL),
	    "a Plh. sits in for the other");
	t = play_again(t.id);
	is_int(play_person("duta-sigap"), t.closed_by, "... and did it");
	is_int(2, play_open_tasks(id), "row 5: the two seats, not the Plh.'s");
	fixture_run(play_office, "DELETE FROM holders WHERE capacity = 'plh'");
}

static void
no_holder(void)
{
	int64_t id;

	play_must(name("kadiv-yankumham", "kepala-divisi", "divisi-yankumham",
	    0), "head");
	play_must(name("petugas-layanan", "jft", "divisi-yankumham", 0),
	    "a JFT");
	is_int(CASE_STATE, begin("kadiv-yankumham", "petugas-layanan", 0,
	    &id), "a division without eselon III does not begin");
	ok(strstr(office_why(play_office), "Langkah 2 dikerjakan setiap "
	    "Pejabat Eselon III di Divisi Pelayanan Hukum dan HAM") != NULL,
	    "... and says what is missing where");
	play_must(name("kadivmin", "kepala-divisi", "divisi-yankumham",
	    CAPACITY_PLT), "Plt.");
	is_int(CASE_INVALID, begin("kadivmin", KABAG, 0, &id),
	    "who heads two divisions says which");
	is_string("unit_id", office_field(play_office), "... is asked");
	is_int(CASE_OK, begin("kadivmin", KABAG,
	    unit_of("divisi-administrasi"), &id), "... then it begins");
	fixture_run(play_office, "DELETE FROM holders WHERE capacity = 'plt'");
}

static void
a_child_each(void)
{
	int64_t id = to_row_5(), child;
	struct task_row t;
	struct case_child *list;
	size_t n;
	char want[32];

	play_keep(id);
	play_refused(CASE_INVALID, finish(id, "admin-kanwil", "admin-kanwil",
	    id_of("petugas-kanwil")), "only people of the division");
	play_must(finish(id, "admin-kanwil", "admin-kanwil", id_of("jft")),
	    "row 5");
	is_int(0, play_open_tasks(id), "the parent waits");
	is_string("open", play_row(id).state, "... for its children");
	play_must(case_child_list(play_office, id, &list, &n), "children");
	is_int(5, (long long)n, "five: two employees, who did rows 2 and 4");
	snprintf(want, sizeof(want), "%s/3", play_row(id).number);
	ok(n == 5 && strcmp(list[2].c.number, want) == 0,
	    "... under its number");
	free(list);
	child = play_child(id, "jfu");
	t = play_task(child, NULL);
	is_int(6, t.pos, "an employee begins at row 6");
	is_string("jfu|jft", t.performer, "... as printed");
	t = play_task(play_child(id, KABAG), NULL);
	is_int(7, t.pos, "who did row 2 begins at row 7");
	is_string("eselon-iii", t.performer, "... as what he is");
	is_int(7, play_task(play_child(id, "admin-kanwil"), NULL).pos,
	    "who did row 4, too");
	ok(strstr(play_row(child).subject, "Pegawai jfu") != NULL,
	    "the child is called by its person");
}

/* The superior of an employee is the one of the own unit. */
static void
own_superior(void)
{
	int64_t id = parted(), child = play_child(id, "jfu");
	struct task_row t;
	struct act a;

	fixture_run(play_office, "UPDATE people SET superior_role_id ="
	    " (SELECT id FROM roles WHERE slug = 'eselon-iv')"
	    " WHERE login = 'jfu'");
	play_claim("jfu", child);
	play_finish("jfu", child, OUTCOME_FORWARD);
	play_claim("jfu", child);
	play_finish("jfu", child, OUTCOME_FORWARD);
	t = play_task(child, NULL);
	is_int(8, t.pos, "row 8");
	is_int(unit_of("subbag-program-pelaporan"), t.unit_id,
	    "... is the superior's of that subsection");
	play_keep(child);
	a = play_act("kasubid-perizinan", &t);
	play_refused(CASE_DENIED, act_claim(play_office, &a),
	    "not another's");
	play_claim(KASUBBAG, child);
	t = play_task(child, NULL);
	is_int(CASE_OK, play_try(KASUBBAG, &t, OUTCOME_RETURN), "sent back");
	is_int(play_person("jfu"), play_task(child, NULL).assignee_id,
	    "... to the same person");
}

/* A forward that parted the case is taken back while nobody has begun. */
static void
taken_back(void)
{
	int64_t id = to_row_5(), child;
	struct task_row t = seat(id, "admin-kanwil");
	struct act a;

	play_must(finish(id, "admin-kanwil", "admin-kanwil", id_of("jft")),
	    "row 5");
	child = play_child(id, "jft");
	t = play_again(t.id);
	a = play_act("admin-kanwil", &t);
	is_int(CASE_OK, act_recall(play_office, &a), "taken back");
	is_string("ended", play_row(child).state, "its children are void");
	is_int(1, play_open_tasks(id), "the row is open again");
	is_string("open", play_row(id).state, "... the parent runs");
	play_must(finish(id, "admin-kanwil", "admin-kanwil", id_of("jft")),
	    "again");
	child = play_child(id, "jft");
	ok(strchr(play_row(child).number, '/') != NULL,
	    "new children have new numbers");
	play_claim("jft", child);
	t = play_again(t.id);
	a = play_act("admin-kanwil", &t);
	play_keep(id);
	play_refused(CASE_STATE, act_recall(play_office, &a),
	    "not once somebody has begun");
}

static void
ends_with_the_last(void)
{
	int64_t id = parted(), all, ended;
	struct task_row t = play_task(play_child(id, "jfu"), NULL);
	struct act a = play_act("admin", &t);
	struct case_row c;

	a.note = "Pindah unit.";
	a.task_id = 0;
	play_must(act_cancel(play_office, &a), "cancel a child");
	is_string("open", play_row(id).state, "the parent goes on");
	play_clock("2026-01-07T10:00");
	walk_to(play_office, id, -1, play_now);
	c = play_row(id);
	is_string("done", c.result, "it ends with the last child");
	is_int(c.ended_at - c.opened_at, c.own + c.queue + c.outside +
	    c.waiting + c.closed, "its accounts add up over all");
	play_must(case_child_count(play_office, id, &all, &ended), "count");
	is_int(5, all, "five children");
	is_int(5, ended, "... all ended");
	play_clock("2026-01-05T08:00");
}

static void
cancelled_whole(void)
{
	int64_t id = parted(), child = play_child(id, "jft");
	struct act a = { .case_id = id, .now = play_now,
	    .actor.person_id = play_person("admin"), .note = "Ditunda." };

	play_must(act_cancel(play_office, &a), "cancel the parent");
	is_string("cancelled", play_row(id).result, "the parent");
	is_string("cancelled", play_row(child).result, "... and its children");
	is_int(0, play_open_tasks(child), "... with nothing left open");
	is_int(1, play_events(child, "cancel"), "... as their history says");
}

int
main(void)
{
	play_open();
	found();
	each_holder();
	no_holder();
	a_child_each();
	own_superior();
	taken_back();
	ends_with_the_last();
	cancelled_whole();
	play_whole();
	office_close(play_office);
	return tap_done();
}
