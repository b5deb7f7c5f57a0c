/*
 * sight-t.c - who sees which case: by a role of its SOP, also as Plh. or clerk;
 * from above; by having taken part; as the person a row names; by the right
 * lihat-semua.  The list of cases says for everybody what the predicate says.
 */
#include <stdlib.h>
#include <string.h>

#include "case/access.h"
#include "case/act_hold.h"
#include "case/case_list.h"
#include "people/rights.h"
#include "people/role.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"

#define IMIGRASI "keimigrasian-wna"

static int
sees(const char *login, int64_t id)
{
	struct actor a = { .person_id = play_person(login) };
	struct case_row c = play_row(id);

	return case_may_see(play_office, &a, &c, play_now);
}

/* A person's superior position; NULL: none. */
static void
stands_under(const char *login, const char *role)
{
	if (db_run(office_db(play_office), "UPDATE people SET superior_role_id"
	    " = (SELECT id FROM roles WHERE slug = $2) WHERE login = $1", "tt",
	    login, role != NULL ? role : "") != 1)
		bail(login);
}

static void
by_role(int64_t planning, int64_t immigration)
{
	is_int(1, sees("kasubbag-program-pelaporan", planning),
	    "who holds a role of the SOP sees its case");
	is_int(1, sees("jft", planning), "...also one of several");
	is_int(0, sees("kasubbag-program-pelaporan", immigration),
	    "a Kasubbag of planning sees no immigration file");
	is_int(0, sees("kasi-izin-tinggal", planning), "...nor the other way");
	is_int(0, sees("admin", planning),
	    "an administrator has no sight by that");
	play_hold("duta-sigap", "kasi-izin-tinggal", "plh");
	is_int(1, sees("duta-sigap", immigration), "a Plh. sees");
	fixture_run(play_office, "UPDATE holders SET to_at = 1767574800"
	    " WHERE capacity = 'plh'");
	is_int(0, sees("duta-sigap", immigration), "...until his order ends");
	fixture_run(play_office, "DELETE FROM holders WHERE capacity = 'plh'");
	fixture_run(play_office, "UPDATE people SET active = 0"
	    " WHERE login = 'jft'");
	is_int(0, sees("jft", planning), "who is gone sees nothing");
	fixture_run(play_office, "UPDATE people SET active = 1"
	    " WHERE login = 'jft'");
}

static void
from_above(int64_t planning, int64_t immigration)
{
	is_int(0, sees("kadiv-yankumham", immigration), "a head elsewhere");
	stands_under("kasi-izin-tinggal", "kadiv-yankumham");
	is_int(1, sees("kadiv-yankumham", immigration),
	    "who stands above a role of the SOP sees");
	stands_under("kadiv-yankumham", "kadiv-pemasyarakatan");
	is_int(1, sees("kadiv-pemasyarakatan", immigration),
	    "...and who stands above that one");
	is_int(0, sees("kadiv-pemasyarakatan", planning), "...of it alone");
	play_hold("duta-sigap", "kadiv-pemasyarakatan", "plh");
	is_int(1, sees("duta-sigap", immigration), "...also a Plh. up there");
	fixture_run(play_office, "DELETE FROM holders WHERE capacity = 'plh'");
	play_hold("kasi-izin-tinggal", "kakanwil", "plh");
	is_int(0, sees("kadiv-yankumham", planning), "who sits in for a higher "
	    "one does not raise his own superior");
	fixture_run(play_office, "DELETE FROM holders WHERE capacity = 'plh'");
	stands_under("kasi-izin-tinggal", NULL);
	stands_under("kadiv-yankumham", NULL);
	is_int(0, sees("kadiv-yankumham", immigration), "...no longer");
}

static void
by_part(int64_t planning)
{
	int64_t immigration = play_case(IMIGRASI, "petugas-entry-scan-kanim",
	    "3");
	struct task_row t;
	struct act a;

	play_claim("kasubsi-izin-tinggal", immigration);
	fixture_run(play_office, "UPDATE holders SET to_at = 1767574800"
	    " WHERE role_id = (SELECT id FROM roles"
	    "   WHERE slug = 'kasubsi-izin-tinggal')");
	is_int(1, sees("kasubsi-izin-tinggal", immigration),
	    "who took part still sees it when he has left");
	is_int(0, sees("kasubsi-izin-tinggal", play_case(IMIGRASI,
	    "petugas-entry-scan-kanim", "3")), "...and no other");
	fixture_run(play_office, "UPDATE holders SET to_at = NULL"
	    " WHERE role_id = (SELECT id FROM roles"
	    "   WHERE slug = 'kasubsi-izin-tinggal')");
	/* An administrator frees a task: no part in the case. */
	t = play_task(immigration, NULL);
	a = play_act("admin", &t);
	a.note = "Pegawai pindah.";
	play_must(act_release(play_office, &a), "freed");
	is_int(0, sees("admin", immigration),
	    "who frees a task has no sight of its case by that");
	is_int(0, sees("admin", planning), "...nor of others");
}

/* SKP: the person counts. */
static void
by_name(void)
{
	int64_t id = play_case("skp", "kepala-divisi", "9"), child;

	child = play_child(id, "jfu");
	is_int(1, sees("jfu", child), "whom an appraisal is about sees it");
	is_int(0, sees("jfu-2", child), "...a colleague not");
	is_int(0, sees("eselon-iv", play_child(id, "eselon-iii")),
	    "...nor of another seat");
	is_int(1, sees("kepala-divisi", child), "who began it does");
}

static void
by_right(int64_t planning, int64_t immigration)
{
	struct change ch = { .by = play_person("admin"), .now = play_now };
	struct right_row g = { .right = RIGHTS_SEE_ALL, .from_at = play_now };
	struct role_row r;
	int64_t id;

	play_must(role_by_slug(play_office, "duta-sigap", &r), "role");
	g.role_id = r.id;
	is_int(0, sees("duta-sigap", planning), "without the right");
	play_must(rights_give(play_office, &ch, &g, &id), "give");
	is_int(1, sees("duta-sigap", planning), "with it all is seen");
	is_int(1, sees("duta-sigap", immigration), "...of every SOP");
	play_must(rights_end(play_office, &ch, id, play_now), "end");
	is_int(0, sees("duta-sigap", planning), "...until it ends");
}

static void
a_clerk(int64_t immigration)
{
	is_int(0, sees("duta-sigap", immigration), "nobody's clerk");
	fixture_clerk(play_office, "duta-sigap", "kasi-izin-tinggal");
	is_int(1, sees("duta-sigap", immigration),
	    "the clerk of a role of the SOP sees");
	fixture_run(play_office, "DELETE FROM clerks");
}

/* -- the list -------------------------------------------------------------- */

static int64_t *
all_ids(const char *from, size_t *n)
{
	static int64_t id[2][400];
	int which = strcmp(from, "people") == 0;
	struct db_stmt *st = db_query(office_db(play_office), which ?
	    "SELECT id FROM people ORDER BY id" :
	    "SELECT id FROM cases ORDER BY id", "");

	for (*n = 0; db_step(st) && *n < 400; ++*n)
		id[which][*n] = db_int(st, 0);
	db_done(st);
	return id[which];
}

static int
listed(const struct case_item *item, size_t n, int64_t id)
{
	for (; n > 0; n--, item++)
		if (item->c.id == id)
			return 1;
	return 0;
}

/* The cases of a list, in parts of `limit`, one behind the other; of an SOP
 * the second and further pages. */
static size_t
read_list(struct case_query q, struct case_item *out)
{
	struct case_item *part;
	size_t n, all = 0;

	do {
		play_must(case_list(play_office, &q, &part, &n, NULL), "list");
		for (size_t i = 0; i < n && all < 400; i++)
			out[all++] = part[i];
		if (q.sop != NULL)
			q.offset += q.limit;
		else if (n > 0) {
			q.after_at = part[n - 1].c.opened_at;
			q.after_id = part[n - 1].c.id;
		}
		free(part);
	} while (n == (size_t)q.limit);
	return all;
}

/* Is it what the list was asked for? */
static int
asked(const struct case_query *q, const struct case_row *c)
{
	struct db_stmt *st;
	int is;

	if (q->state != NULL && strcmp(q->state, c->state) != 0)
		return 0;
	if (q->sop == NULL)
		return 1;
	st = db_query(office_db(play_office), "SELECT 1 FROM sop_versions v"
	    "  JOIN sops s ON s.id = v.sop_id WHERE v.id = $1 AND s.slug = $2",
	    "it", c->version_id, q->sop);
	is = db_step(st);
	db_done(st);
	return is;
}

/* Where list and predicate differ for a person. */
static int
differs(int64_t person, struct case_query q, const int64_t *id, size_t n)
{
	static struct case_item item[400];
	struct actor a = { .person_id = person };
	int64_t total;
	struct case_item *first;
	size_t count, got, expected = 0;
	int bad = 0;

	q.actor = a;
	q.now = play_now;
	got = read_list(q, item);
	for (size_t i = 0; i < n; i++) {
		struct case_row c = play_row(id[i]);
		int may = case_may_see(play_office, &a, &c, play_now) &&
		    asked(&q, &c);

		expected += (size_t)may;
		bad += may != listed(item, got, id[i]);
	}
	play_must(case_list(play_office, &q, &first, &count, &total), "count");
	free(first);
	return bad + (got != expected) + (total != (int64_t)expected);
}

/* Where somebody may do an open task of a case that he does not see. */
static int
blind(int64_t person, const struct task_row *t)
{
	const struct actor a = { .person_id = person };
	const char *capacity;
	struct case_row c;

	if (!t->open || t->external || !case_may_do(play_office, &a, t,
	    play_now, &capacity))
		return 0;
	c = play_row(t->case_id);
	return !case_may_see(play_office, &a, &c, play_now);
}

/* A person who may do a task sees what it is about, whatever his unit is. */
static void
doers_see(const int64_t *person, size_t npeople, const int64_t *id, size_t n)
{
	struct task_row *task;
	size_t ntask;
	int bad = 0;

	for (size_t i = 0; i < n; i++) {
		play_must(case_tasks(play_office, id[i], &task, &ntask),
		    "tasks");
		for (size_t k = 0; k < ntask * npeople; k++)
			bad += blind(person[k % npeople], &task[k / npeople]);
		free(task);
	}
	is_int(0, bad, "whoever may do an open task sees its case");
}

static void
lists_agree(void)
{
	static const char *const states[] = { NULL, "open", "ended" };
	static const char *const words[] = { NULL, "K-2026" };
	static const char *const sops[] = { NULL, IMIGRASI };
	size_t npeople, ncases, i, k;
	int64_t *person = all_ids("people", &npeople);
	int64_t *id = all_ids("cases", &ncases);
	int bad = 0;

	ok(ncases > 10, "%zu cases, %zu people", ncases, npeople);
	for (i = 0; i < npeople; i++)
		for (k = 0; k < 3 * 2 * 2; k++)
			bad += differs(person[i], (struct case_query){
			    .state = states[k % 3], .search = words[k / 3 % 2],
			    .sop = sops[k / 6], .limit = 3 }, id, ncases);
	is_int(0, bad, "everybody's list has what he may see, neither more nor "
	    "less, in parts and counted");
	doers_see(person, npeople, id, ncases);
}

/* The unit of a case, by its word; returns the one before. */
static int64_t
moves_to(int64_t id, const char *unit)
{
	int64_t before = play_row(id).unit_id;

	if (db_run(office_db(play_office), "UPDATE cases SET unit_id ="
	    " (SELECT id FROM units WHERE slug = $2) WHERE id = $1", "it", id,
	    unit) != 1)
		bail(unit);
	return before;
}

/* A role held in one unit shows what runs there, below and above; elsewhere
 * the cases alone of which it has a task to do. */
static void
by_unit(int64_t immigration)
{
	int64_t open = play_case(IMIGRASI, "petugas-entry-scan-kanim", "3");
	int64_t before, too;

	play_hold("duta-sigap", "kasubsi-izin-tinggal", "plh");
	fixture_run(play_office, "UPDATE holders SET unit_id = (SELECT id"
	    " FROM units WHERE slug = 'divisi-administrasi')"
	    " WHERE capacity = 'plh'");
	before = moves_to(immigration, "divisi-pemasyarakatan");
	too = moves_to(open, "divisi-pemasyarakatan");
	is_int(0, sees("duta-sigap", immigration), "a role held elsewhere");
	is_int(1, sees("duta-sigap", open), "...shows what waits for it");
	lists_agree();
	play_claim("kasubsi-izin-tinggal", open);
	play_finish("kasubsi-izin-tinggal", open, OUTCOME_FORWARD);
	is_int(0, sees("duta-sigap", open), "...until that is done");
	lists_agree();
	moves_to(immigration, "subbag-program-pelaporan");
	is_int(1, sees("duta-sigap", immigration), "...in the unit above");
	lists_agree();
	moves_to(immigration, "kanwil-sumsel");
	is_int(1, sees("duta-sigap", immigration), "...in one below");
	fixture_run(play_office, "DELETE FROM holders WHERE capacity = 'plh'");
	if (db_run(office_db(play_office), "UPDATE cases SET unit_id ="
	    " CASE id WHEN $1 THEN $2 ELSE $4 END WHERE id IN ($1, $3)",
	    "iiii", immigration, before, open, too) != 2)
		bail("back");
}

int
main(void)
{
	int64_t planning, immigration;

	play_open();
	fixture_run(play_office, "UPDATE people SET superior_role_id = NULL"
	    " WHERE login NOT IN ('jfu', 'jft', 'jfu-2',"
	    " 'eselon-iii', 'eselon-iv')");
	planning = play_case("pagu-anggaran", "kakanwil", "5");
	immigration = play_case(IMIGRASI, "petugas-entry-scan-kanim", "8");
	by_role(planning, immigration);
	from_above(planning, immigration);
	a_clerk(immigration);
	by_right(planning, immigration);
	by_part(planning);
	by_name();
	play_case("sigap-magang-penelitian", "admin-user", "5");
	play_case("sigap-magang-penelitian", "admin-user-2", "3");
	play_case("izin-magang-penelitian", NULL, "3");
	play_case("renstra", "kakanwil", "4");
	play_case("rkt", "kakanwil", "6");
	play_case("monev", "jfu", "4");
	play_case("pinjam-ruang", "admin-user", "4");
	stands_under("kasi-izin-tinggal", "kadiv-keimigrasian");
	lists_agree();
	by_unit(immigration);
	play_whole();
	office_close(play_office);
	return tap_done();
}
