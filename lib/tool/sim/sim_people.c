/* sim_people.c - the people of a demo office, and who is free to work. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/task.h"
#include "office/unit.h"
#include "people/holder.h"
#include "people/institution.h"
#include "people/password.h"
#include "people/person.h"
#include "people/rights.h"
#include "people/role.h"
#include "tool/sim/sim.h"
#include "tool/tool.h"

/* The people of the demo.  Names are invented; NIPs are of the right shape.
 * `superior` is the slug of the superior position. */
static const struct demo_person {
	const char	*login, *name, *role, *superior;
	const char	*unit;		/* NULL: the role's */
} demo[] = {
	{ "kakanwil", "Bambang Setiawan", "kakanwil", NULL, NULL },
	{ "kadivmin", "Ratna Kusuma", "kadivmin", "kakanwil", NULL },
	{ "kadivyankum", "Hasan Basri", "kadiv-yankumham", "kakanwil", NULL },
	{ "kadivpas", "Sri Wahyuni", "kadiv-pemasyarakatan", "kakanwil", NULL },
	{ "kadivim", "Teguh Santoso", "kadiv-keimigrasian", "kakanwil", NULL },
	{ "kabag", "Maya Kartika", "kabag-program-humas", "kadivmin", NULL },
	{ "kasubbag", "Dedi Irawan", "kasubbag-program-pelaporan",
	    "kabag-program-humas", NULL },
	{ "jfu", "Rudi Hartono", "jfu", "kasubbag-program-pelaporan", NULL },
	{ "jft", "Lina Marlina", "jft", "kasubbag-program-pelaporan", NULL },
	{ "jfu2", "Eko Prasetyo", "jfu", "kasubbag-program-pelaporan", NULL },
	{ "adminkanwil", "Dewi Lestari", "admin-kanwil", "kadivmin", NULL },
	{ "tu", "Sulaiman Harun", "subbag-kepegawaian-tu-rt", "kadivmin",
	    NULL },
	{ "dutasigap", "Novi Andriani", "duta-sigap",
	    "subbag-kepegawaian-tu-rt", NULL },
	{ "dutasigap2", "Arif Rahman", "duta-sigap",
	    "subbag-kepegawaian-tu-rt", NULL },
	{ "layanan", "Fitri Handayani", "petugas-layanan",
	    "subbag-kepegawaian-tu-rt", NULL },
	{ "kadiv", "Ratih Puspita", "kepala-divisi", "kakanwil",
	    "divisi-administrasi" },
	{ "eselon3", "Joko Susilo", "eselon-iii", "kadivmin",
	    "divisi-administrasi" },
	{ "eselon4", "Wati Suryani", "eselon-iv", "kabag-program-humas",
	    "subbag-program-pelaporan" },
	{ "analis", "Yuni Astuti", "jft-analis-kepegawaian",
	    "subbag-kepegawaian-tu-rt", NULL },
	{ "pengelola", "Anton Sudrajat", "jfu-pengelola-kepegawaian",
	    "subbag-kepegawaian-tu-rt", NULL },
	{ "loket", "Vina Oktaviani", "petugas-entry-scan-kanim",
	    "kasubsi-izin-tinggal", NULL },
	{ "loket2", "Gilang Ramdan", "petugas-entry-scan-kanim",
	    "kasubsi-izin-tinggal", NULL },
	{ "biometrik", "Hari Purnomo", "petugas-biometric-kanim",
	    "kasubsi-izin-tinggal", NULL },
	{ "kasubsi", "Desi Natalia", "kasubsi-izin-tinggal",
	    "kasi-izin-tinggal", NULL },
	{ "kasi", "Imam Syafii", "kasi-izin-tinggal", "kadiv-keimigrasian",
	    NULL },
	{ "petugaskanwil", "Citra Amelia", "petugas-kanwil",
	    "kasubid-perizinan", NULL },
	{ "kasubid", "Zainal Abidin", "kasubid-perizinan", "kabid-zinfokim",
	    NULL },
	{ "kabid", "Endang Sulastri", "kabid-zinfokim",
	    "kadiv-keimigrasian", NULL },
};

static const struct demo_operator {
	const char		*login, *name, *institution;
	enum institution_kind	 kind;
} operators[] = {
	{ "unsri", "Operator Unsri", "Universitas Sriwijaya", KIND_CAMPUS },
	{ "polsri", "Operator Polsri", "Politeknik Negeri Sriwijaya",
	    KIND_CAMPUS },
	{ "smkn2", "Operator SMKN 2", "SMK Negeri 2 Palembang", KIND_SCHOOL },
};

/* Rights that the head and the head of administration have besides. */
static const struct { const char *role; enum right right; } rights[] = {
	{ "kakanwil", RIGHTS_SEE_ALL },
	{ "kakanwil", RIGHTS_CLOSE },
	{ "kadivmin", RIGHTS_PERSONAL },
};

struct adding {
	struct office	*o;
	struct change	 ch;
	const char	*password;
	int64_t		 unit;
};

/* A person with a password; the login names them in the demo. */
static enum case_err
add(struct adding *a, struct person *p, const char *role, const char *unit)
{
	struct holder_row h = { .from_at = a->ch.now };
	struct role_row r;
	struct unit_row u = { .id = 0 };
	enum case_err err;
	int64_t id;

	p->unit_id = a->unit;
	p->active = 1;
	if ((err = person_add(a->o, &a->ch, p, &h.person_id)) != CASE_OK ||
	    (err = password_set(a->o, &a->ch, h.person_id, a->password)) !=
	    CASE_OK || role == NULL)
		return err;
	if ((err = role_by_slug(a->o, role, &r)) != CASE_OK ||
	    (unit != NULL && (err = unit_by_slug(a->o, unit, &u)) != CASE_OK))
		return err;
	h.role_id = r.id;
	h.unit_id = u.id;
	return holder_add(a->o, &a->ch, &h, &id);
}

static enum case_err
add_officials(struct adding *a)
{
	struct person p;
	struct role_row superior;
	enum case_err err = CASE_OK;
	size_t i;

	for (i = 0; i < sizeof(demo) / sizeof(demo[0]) && err == CASE_OK;
	    i++) {
		memset(&p, 0, sizeof(p));
		snprintf(p.login, sizeof(p.login), "%s", demo[i].login);
		snprintf(p.name, sizeof(p.name), "%s", demo[i].name);
		snprintf(p.nip, sizeof(p.nip), "1985%02d%02d2010%02d1%03d",
		    (int)(i % 12) + 1, (int)(i % 28) + 1, (int)(i % 12) + 1,
		    (int)i + 1);
		if (demo[i].superior != NULL && (err = role_by_slug(a->o,
		    demo[i].superior, &superior)) == CASE_OK)
			p.superior_role_id = superior.id;
		if (err == CASE_OK)
			err = add(a, &p, demo[i].role, demo[i].unit);
	}
	if (err != CASE_OK)
		return err;
	memset(&p, 0, sizeof(p));
	snprintf(p.login, sizeof(p.login), "admin");
	snprintf(p.name, sizeof(p.name), "Administrator");
	p.admin = 1;
	return add(a, &p, NULL, NULL);
}

static enum case_err
add_operators(struct adding *a)
{
	struct institution_row i;
	struct person p;
	enum case_err err = CASE_OK;
	size_t n;

	for (n = 0; n < sizeof(operators) / sizeof(operators[0]) &&
	    err == CASE_OK; n++) {
		memset(&i, 0, sizeof(i));
		snprintf(i.name, sizeof(i.name), "%s",
		    operators[n].institution);
		i.kind = operators[n].kind;
		i.state = STATE_ACTIVE;
		memset(&p, 0, sizeof(p));
		snprintf(p.login, sizeof(p.login), "%s", operators[n].login);
		snprintf(p.name, sizeof(p.name), "%s", operators[n].name);
		if ((err = institution_add(a->o, &a->ch, &i,
		    &p.institution_id)) == CASE_OK)
			err = add(a, &p, "admin-user", NULL);
	}
	return err;
}

static enum case_err
add_rights(struct adding *a)
{
	struct right_row g = { .from_at = a->ch.now };
	struct role_row r;
	enum case_err err = CASE_OK;

	for (size_t i = 0; i < sizeof(rights) / sizeof(rights[0]) &&
	    err == CASE_OK; i++) {
		if ((err = role_by_slug(a->o, rights[i].role, &r)) != CASE_OK)
			break;
		g.role_id = r.id;
		g.right = rights[i].right;
		err = rights_give(a->o, &a->ch, &g, NULL);
	}
	return err;
}

int
sim_people_add(struct office *o, const char *password, int64_t since)
{
	struct adding a = { .o = o, .password = password };

	a.ch.now = since;
	a.unit = office_unit(o);
	if (add_officials(&a) != CASE_OK || add_operators(&a) != CASE_OK ||
	    add_rights(&a) != CASE_OK)
		return tool_why(o, "people");
	return 0;
}

int
sim_people_load(struct sim *s)
{
	struct person_query q = { .limit = 200 };
	struct person *rows;
	size_t n, i;
	int64_t total;

	if (person_search(s->o, &q, &rows, &n, &total) != CASE_OK)
		return tool_why(s->o, "people");
	s->person = calloc(n + 1, sizeof(*s->person));
	for (i = 0; s->person != NULL && i < n; i++) {
		s->person[i].id = rows[i].id;
		s->person[i].institution_id = rows[i].institution_id;
	}
	s->nperson = s->person != NULL ? n : 0;
	free(rows);
	return 0;
}

/* The person who is free first among those who may do the task. */
struct sim_person *
sim_doer(struct sim *s, const struct task_row *t)
{
	struct sim_person *best = NULL, *p;
	struct actor a = { 0 };
	const char *capacity;

	for (p = s->person; p < s->person + s->nperson; p++) {
		a.person_id = p->id;
		if ((best == NULL || p->free_at < best->free_at) &&
		    case_may_do(s->o, &a, t, s->now, &capacity))
			best = p;
	}
	return best;
}

size_t
sim_holders(struct sim *s, const char *performer, int64_t *id, size_t max)
{
	struct task_row t = { 0 };
	struct actor a = { 0 };
	const char *capacity;
	size_t i, n = 0;

	snprintf(t.performer, sizeof(t.performer), "%s", performer);
	for (i = 0; i < s->nperson && n < max; i++) {
		a.person_id = s->person[i].id;
		if (case_may_do(s->o, &a, &t, s->now, &capacity))
			id[n++] = a.person_id;
	}
	return n;
}

struct sim_person *
sim_holder(struct sim *s, const char *performer)
{
	struct task_row t = { 0 };

	snprintf(t.performer, sizeof(t.performer), "%s", performer);
	return sim_doer(s, &t);
}
