/*
 * fixture.c - the small office of fixture.h.
 */
#include "tests/case/fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "case/field_date.h"
#include "office/change.h"
#include "sop/rolefile.h"
#include "store/id.h"
#include "store/sqlite.h"
#include "tests/slurp.h"
#include "tests/store/place.h"
#include "tests/tap.h"

static const char *const sops[] = {
	"sigap-magang-penelitian", "pagu-anggaran", "monev",
	"data-capaian-kinerja", "perjanjian-kinerja", "renstra", "rkt", "skp",
	"keimigrasian-wna", "izin-magang-penelitian",
	"keterangan-selesai-sertifikat",
};

/* Every transaction runs twice (store/engine.h): tests/case/again-t.sh. */
static void
again(void)
{
}

/* Ids begin behind those of the template. */
#define FIXTURE_IDS 100000

static const struct change set_up_by = { .now = FIXTURE_START };

struct setup {
	struct office		*o;
	const struct rolefile	*roles;
};

static int64_t
id_of(struct db *db, const char *sql, const char *slug)
{
	struct db_stmt *st = db_query(db, sql, "t", slug);
	int64_t id = db_step(st) ? db_int(st, 0) : 0;

	db_done(st);
	return id;
}

static void
add_units(struct db *db, const struct rolefile *r)
{
	size_t i;

	for (i = 0; i < r->nunit; i++)
		db_run(db, "INSERT INTO units (id, slug, name, parent_id)"
		    " VALUES ($1, $2, $3, nullif($4, 0))", "itti",
		    id_new(FIXTURE_START), r->unit[i].slug, r->unit[i].name,
		    r->unit[i].parent ? id_of(db, "SELECT id FROM units"
		    " WHERE slug = $1", r->unit[i].parent) : (int64_t)0);
}

/* Second holders have names that are ordered otherwise by bytes than by
 * letters. */
static const struct {
	const char	*login, *name;
} unlike[] = {
	{ "admin-kanwil-2", "\303\211mile_Ali" },
	{ "petugas-layanan-2", "ali_B-Wati" },
	{ "jfu-2", "K-2 d'Arcy" },
};

static int64_t
add_person(struct db *db, const char *login, const char *role,
    int64_t institution, int admin)
{
	int64_t id = id_new(FIXTURE_START);
	char name[96];
	size_t i;

	snprintf(name, sizeof(name), "Pegawai %s", login);
	for (i = 0; i < sizeof(unlike) / sizeof(unlike[0]); i++)
		if (strcmp(login, unlike[i].login) == 0)
			snprintf(name, sizeof(name), "%s", unlike[i].name);
	db_run(db, "INSERT INTO people (id, login, name, nip, password,"
	    " unit_id, institution_id, superior_role_id, phone, email, admin,"
	    " active) VALUES ($1, $2, $3, '', '', (SELECT id FROM units"
	    " WHERE parent_id IS NULL), nullif($4, 0), (SELECT id FROM roles"
	    " WHERE slug = 'kasubbag-program-pelaporan'), '', '', $5, 1)",
	    "ittii", id, login, name, institution, (int64_t)admin);
	if (role != NULL)
		db_run(db, "INSERT INTO holders (id, role_id, person_id,"
		    " capacity, letter_no, from_at) SELECT $1, id, $2,"
		    " 'definitif', '', 0 FROM roles WHERE slug = $3", "iit",
		    id_new(FIXTURE_START), id, role);
	return id;
}

static void
add_roles(struct db *db, const struct rolefile *r)
{
	size_t i;

	for (i = 0; i < r->nrole; i++)
		db_run(db, "INSERT INTO roles (id, slug, name, unit_id,"
		    " external, system, single, valid_from) SELECT $1, $2, $3,"
		    " id, $4, $5, $6, 0 FROM units WHERE slug = $7",
		    "ittiiit", id_new(FIXTURE_START), r->role[i].slug,
		    r->role[i].name,
		    (int64_t)(r->role[i].kind == ROLE_EXTERNAL),
		    (int64_t)(r->role[i].kind == ROLE_SYSTEM),
		    (int64_t)r->role[i].single, r->role[i].unit);
	for (i = 0; i < r->nrole; i++)
		if (r->role[i].kind == ROLE_OFFICE)
			add_person(db, r->role[i].slug, r->role[i].slug, 0, 0);
}

static void
add_outsiders(struct db *db)
{
	int64_t a = id_new(FIXTURE_START), b = id_new(FIXTURE_START);
	const char *sql = "INSERT INTO institutions (id, name, kind, state)"
	    " VALUES ($1, $2, 'kampus', 'active')";

	db_run(db, sql, "it", a, "Universitas Sriwijaya");
	db_run(db, sql, "it", b, "Politeknik_Negeri-\303\211");
	add_person(db, "admin-user", "admin-user", a, 0);
	add_person(db, "admin-user-2", "admin-user", b, 0);
}

static int
set_up(struct db *db, void *arg)
{
	struct setup *s = arg;

	add_units(db, s->roles);
	add_roles(db, s->roles);
	add_outsiders(db);
	add_person(db, "admin-kanwil-2", "admin-kanwil", 0, 0);
	add_person(db, "petugas-layanan-2", "petugas-layanan", 0, 0);
	add_person(db, "jfu-2", "jfu", 0, 0);
	add_person(db, "admin", NULL, 0, 1);
	return 0;
}

static void
publish_all(struct office *o)
{
	char path[128], *yaml;
	int64_t id;
	size_t i, len;

	for (i = 0; i < sizeof(sops) / sizeof(sops[0]); i++) {
		snprintf(path, sizeof(path), "lib/sop/%s.yaml", sops[i]);
		yaml = slurp(path, &len);
		if (office_publish(o, &set_up_by, path, yaml, len, &id) !=
		    CASE_OK)
			bail(office_why(o));
		free(yaml);
	}
}

static struct office *
open_office(const char *data)
{
	char why[512];
	struct office *o;

	if (getenv("AGAIN") != NULL)
		db_again = again;
	place_use();
	o = office_open(data, DB_CREATE, why, sizeof(why));

	if (o == NULL)
		bail(why);
	return o;
}

struct office *
fixture_make(const char *data)
{
	struct setup s = { .o = open_office(data) };
	struct rolefile *roles;
	char why[512], *yaml;
	size_t len;

	id_seed(1);
	yaml = slurp("lib/sop/peran.yaml", &len);
	roles = rolefile_parse("peran.yaml", yaml, len, why, sizeof(why));
	free(yaml);
	if (roles == NULL)
		bail(why);
	s.roles = roles;
	if (db_tx(office_db(s.o), set_up, &s) != 0)
		bail(db_error(office_db(s.o)));
	rolefile_free(roles);
	yaml = slurp("lib/clock/kanwil-sumsel.yaml", &len);
	if (office_set_calendar(s.o, &set_up_by, yaml) != CASE_OK)
		bail(office_why(s.o));
	free(yaml);
	publish_all(s.o);
	return s.o;
}

/* Every page of the template into the office's database, which is empty. */
static void
copy_template(struct office *o, const char *path)
{
	sqlite3 *from = NULL, *to = sqlite_handle(office_db(o));
	sqlite3_backup *job = NULL;

	if (sqlite3_open_v2(path, &from, SQLITE_OPEN_READONLY, NULL) ==
	    SQLITE_OK)
		job = sqlite3_backup_init(to, "main", from, "main");
	if (job != NULL)
		sqlite3_backup_step(job, -1);
	if (job == NULL || sqlite3_backup_finish(job) != SQLITE_OK)
		bail(sqlite3_errmsg(to));
	sqlite3_close(from);
}

struct office *
fixture_open(const char *data)
{
	const char *built = getenv("BUILDDIR");
	char path[4096];
	struct office *o;

	snprintf(path, sizeof(path), "%s/" FIXTURE_TEMPLATE,
	    built != NULL ? built : ".");
	if (access(path, R_OK) != 0 || place_is_server())
		return fixture_make(data);
	o = open_office(data);
	copy_template(o, path);
	if (data != NULL) {
		/* The database learns the key of its own folder. */
		office_close(o);
		o = open_office(data);
	}
	id_seed(FIXTURE_IDS);
	return o;
}

int64_t
fixture_person(struct office *o, const char *login)
{
	return id_of(office_db(o), "SELECT id FROM people WHERE login = $1",
	    login);
}

int64_t
fixture_sop(struct office *o, const char *slug)
{
	return office_sop_version(o, slug, FIXTURE_START);
}

void
fixture_date(struct office *o, const struct sop_field *f, int64_t now,
    char *buf, size_t size)
{
	const struct sop_bound *b = field_date_bound(f, NULL, 0);
	const char *day = strstr(f->name, "_selesai") != NULL ? "2026-02-09" :
	    "2026-02-02";
	struct field_days days;

	field_date_days(o, now, now, &days);
	if (b != NULL && (strcmp(days.today, day) > 0 || (b->last != NULL &&
	    strcmp(b->last, "hari-ini") == 0)))
		day = days.today;
	snprintf(buf, size, "%s", day);
}

/* A usual value of a field. */
static void
usual(struct office *o, const struct sop_field *f, int64_t now, char *buf,
    size_t size)
{
	switch (f->type) {
	case FIELD_NUMBER:
		snprintf(buf, size, "%lld",
		    (long long)(f->min > 1 ? f->min : 1));
		break;
	case FIELD_DATE:
		fixture_date(o, f, now, buf, size);
		break;
	case FIELD_CONSENT:
	case FIELD_CHOICE:
		snprintf(buf, size, "%s", f->choice[0].value);
		break;
	case FIELD_PHONE:
		snprintf(buf, size, "+6281234567890");
		break;
	case FIELD_EMAIL:
		snprintf(buf, size, "siti@contoh.invalid");
		break;
	case FIELD_PEOPLE:
		snprintf(buf, size, "Siti Rahmawati; 02011; Ilmu Hukum");
		break;
	case FIELD_REFUSED:
		*buf = '\0';
		break;
	case FIELD_OFFICERS:
		snprintf(buf, size, "%lld", (long long)fixture_person(o,
		    f->list != NULL ? "jfu" : "eselon-iii"));
		break;
	case FIELD_OFFICER:
		snprintf(buf, size, "%lld",
		    (long long)fixture_person(o, "jfu"));
		break;
	default:
		snprintf(buf, size, "%s", strcmp(f->name, "nama") == 0 ?
		    "Siti Rahmawati" : f->max == 0 || f->max >= 12 ?
		    "Contoh isian" : "A1");
	}
}

static const struct act_value *
own_value(const struct act_value *own, size_t n, const char *name)
{
	for (; n > 0; n--, own++)
		if (own->name != NULL && strcmp(own->name, name) == 0)
			return own;
	return NULL;
}

void
fixture_form(struct office *o, const struct sop_row *row, int64_t now,
    const struct act_value *own, size_t nown, struct fixture_form *form)
{
	const struct act_value *given;
	const struct sop_field *f;

	form->nvalue = form->nfile = 0;
	for (f = row->field; f < row->field + row->nfield; f++) {
		given = own_value(own, nown, f->name);
		if (given == NULL && !f->required &&
		    f->type != FIELD_OFFICERS &&
		    strcmp(f->name, "nama") != 0)
			continue;
		if (form->nvalue == FIXTURE_FIELDS ||
		    form->nfile == FIXTURE_FIELDS)
			bail("a form of too many fields");
		if (f->type == FIELD_FILE) {
			form->file[form->nfile++] = (struct act_file){
			    f->name, "surat.pdf", "0123456789abcdef",
			    "application/pdf", 1000 };
			continue;
		}
		usual(o, f, now, form->text[form->nvalue],
		    sizeof(form->text[0]));
		form->value[form->nvalue].name = f->name;
		form->value[form->nvalue].value = given != NULL ?
		    given->value : form->text[form->nvalue];
		form->nvalue++;
	}
}

void
fixture_fill(struct office *o, const struct sop_row *row,
    struct fixture_form *form, struct act *a)
{
	fixture_form(o, row, a->now, NULL, 0, form);
	a->value = form->value;
	a->nvalue = form->nvalue;
	a->file = form->file;
	a->nfile = form->nfile;
	if (row->via_time == VIA_AFTER)
		a->register_no = "AGD-17";
}

int64_t
fixture_int(struct office *o, const char *sql, int64_t arg)
{
	struct db_stmt *st = db_query(office_db(o), sql, "i", arg);
	int64_t v = db_step(st) ? db_int(st, 0) : -1;

	if (db_done(st) != 0)
		bail(db_error(office_db(o)));
	return v;
}

void
fixture_run(struct office *o, const char *sql)
{
	if (db_run(office_db(o), sql, "") < 0)
		bail(db_error(office_db(o)));
}

void
fixture_sees_all(struct office *o, const char *login)
{
	static const char *const sql[] = {
		"INSERT INTO roles (id, slug, name, unit_id, external, system,"
		" single, valid_from) SELECT p.id + 1, 'pembaca-' || p.login,"
		" 'Pembaca', u.id, 0, 0, 0, 0 FROM people p, units u"
		" WHERE p.login = $1 AND u.parent_id IS NULL",
		"INSERT INTO rights (id, role_id, word, letter_no, from_at)"
		" SELECT p.id, p.id + 1, 'lihat-semua', '', 0 FROM people p"
		" WHERE p.login = $1",
		"INSERT INTO holders (id, role_id, person_id, capacity,"
		" letter_no, from_at) SELECT p.id, p.id + 1, p.id, 'definitif',"
		" '', 0 FROM people p WHERE p.login = $1",
	};

	for (int i = 0; i < 3; i++)
		if (db_run(office_db(o), sql[i], "t", login) != 1)
			bail(login);
}

void
fixture_clerk(struct office *o, const char *login, const char *role)
{
	if (db_run(office_db(o), "INSERT INTO clerks (id, role_id, person_id,"
	    " letter_no, from_at) SELECT r.id, r.id, p.id, '', 0 FROM roles r,"
	    " people p WHERE r.slug = $2 AND p.login = $1", "tt", login,
	    role) != 1)
		bail(login);
}

void
fixture_close_month(struct office *o, const char *month)
{
	if (db_run(office_db(o), "INSERT INTO months (unit_id, month,"
	    " closed_at, calendar_id, n, root, prev, role_name, held_on,"
	    " place, attended, findings, decisions) SELECT u.id, $1, 0, c.id,"
	    " 1, '', '', '', '', '', '', '', '' FROM units u,"
	    " calendar_versions c WHERE u.parent_id IS NULL", "t", month) < 0)
		bail(db_error(office_db(o)));
}
