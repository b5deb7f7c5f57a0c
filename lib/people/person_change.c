/*
 * person_change.c - people of the office and of institutions are added and
 * changed.
 */
#include "people/person.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "office/row.h"
#include "office/unit.h"
#include "people/changeraw.h"
#include "store/id.h"

enum stmt {
	STMT_INSERT,
	STMT_UPDATE,
	STMT_ADMINS,
	STMT_SESSIONS_END,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_INSERT] =
		"INSERT INTO people (id, login, name, nip, password, unit_id,"
		" institution_id, superior_role_id, phone, email, admin,"
		" active) VALUES ($1, $2, $3, $4, '', $5, nullif($6, 0),"
		" nullif($7, 0), $8, $9, $10, $11)",
	[STMT_UPDATE] =
		"UPDATE people SET login = $2, name = $3, nip = $4,"
		" unit_id = $5, institution_id = nullif($6, 0),"
		" superior_role_id = nullif($7, 0), phone = $8, email = $9,"
		" admin = $10, active = $11 WHERE id = $1",
	[STMT_ADMINS] = (
		"SELECT count(*) FROM people"
		" WHERE admin = 1 AND active = 1 AND id <> $1"),
	[STMT_SESSIONS_END] =
		"DELETE FROM sessions WHERE person_id = $1",
};

/* E.164: a plus, then 8 to 15 digits. */
static int
is_phone(const char *s)
{
	size_t n;

	if (s[0] == '\0')
		return 1;
	n = s[0] == '+' ? strspn(s + 1, "0123456789") : 0;
	return n >= 8 && n <= 15 && s[n + 1] == '\0';
}

static int
is_email(const char *s)
{
	const char *at = strchr(s, '@');

	return s[0] == '\0' || (at != NULL && at != s && at[1] != '\0' &&
	    strpbrk(s, " \t\r\n<>") == NULL && strchr(at + 1, '@') == NULL);
}

enum case_err
person_addresses(struct office *o, const char *phone, const char *email)
{
	if (!is_phone(phone))
		return change_invalid(o, "phone",
		    "Isi nomor telepon dengan angka, diawali +62");
	if (!is_email(email))
		return change_invalid(o, "email",
		    "Isi alamat surel yang lengkap");
	return CASE_OK;
}

static enum case_err
check_words(struct office *o, const struct person *p)
{
	struct person other;
	enum case_err err;

	if ((err = change_filled(o, "name", "nama lengkap", p->name)) !=
	    CASE_OK ||
	    (err = change_filled(o, "login", "NIP atau nama pengguna",
	    p->login)) != CASE_OK)
		return err;
	err = person_by_login(o, p->login, &other);
	if (err == CASE_OK && other.id != p->id)
		return change_invalid(o, "login",
		    "NIP atau nama pengguna ini sudah dipakai");
	if (p->nip[0] != '\0' &&
	    (strspn(p->nip, "0123456789") != 18 || p->nip[18] != '\0'))
		return change_invalid(o, "nip", "Isi NIP dengan 18 angka");
	return person_addresses(o, p->phone, p->email);
}

static enum case_err
check_places(struct office *o, const struct person *p)
{
	struct institution_row institution;
	struct role_row role;
	struct unit_row unit;

	if (unit_get(o, p->unit_id, &unit) != CASE_OK)
		return change_invalid(o, "unit_id", "Pilih unit");
	if (p->institution_id != 0 &&
	    institution_get(o, p->institution_id, &institution) != CASE_OK)
		return change_invalid(o, "institution_id", "Pilih instansi");
	if (p->superior_role_id != 0 &&
	    role_get(o, p->superior_role_id, &role) != CASE_OK)
		return change_invalid(o, "superior_role_id",
		    "Pilih jabatan atasan");
	if (p->admin && p->institution_id != 0)
		return change_invalid(o, "admin",
		    "Hanya pegawai kantor dapat menjadi admin");
	return CASE_OK;
}

static enum case_err
person_event(struct change_work *w, const struct person *p,
    const char *kind)
{
	struct change_event e = { .stream = p->id, .kind = kind };

	e.effect = change_json("{s:I, s:I, s:I, s:I, s:I}", "unit_id",
	    (json_int_t)p->unit_id, "institution_id",
	    (json_int_t)p->institution_id, "superior_role_id",
	    (json_int_t)p->superior_role_id, "admin", (json_int_t)p->admin,
	    "active", (json_int_t)p->active);
	e.payload = change_json("{s:s, s:s, s:s, s:s, s:s}", "login", p->login,
	    "name", p->name, "nip", p->nip, "phone", p->phone, "email",
	    p->email);
	if (e.payload == NULL) {
		free(e.effect);
		return CASE_DB;
	}
	return change_record(w, &e);
}

/* The row as it will stand, checked. */
static enum case_err
check(struct office *o, struct person *p)
{
	char login[sizeof(p->login)];
	enum case_err err;

	person_fold_login(p->login, login, sizeof(login));
	memcpy(p->login, login, sizeof(login));
	p->admin = p->admin != 0;
	p->active = p->active != 0;
	err = check_words(o, p);
	return err != CASE_OK ? err : check_places(o, p);
}

enum case_err
person_insert(struct change_work *w, const void *in)
{
	struct person p = *(const struct person *)in;
	enum case_err err;

	p.id = 0;
	if ((err = check(w->o, &p)) != CASE_OK)
		return err;
	w->id = p.id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_INSERT], "itttiiittii", p.id, p.login, p.name,
	    p.nip, p.unit_id, p.institution_id, p.superior_role_id, p.phone,
	    p.email, p.admin, p.active);
	return person_event(w, &p, "person-added");
}

static enum case_err
change(struct change_work *w, const void *in)
{
	struct person p = *(const struct person *)in, was;
	enum case_err err;

	if ((err = person_get(w->o, p.id, &was)) != CASE_OK ||
	    (err = check(w->o, &p)) != CASE_OK)
		return err;
	if (was.admin && was.active && !(p.admin && p.active) &&
	    row_int(db_query(w->db, sql[STMT_ADMINS], "i", p.id)) == 0)
		return office_fail(w->o, CASE_STATE, "admin",
		    "Harus tetap ada seorang admin yang aktif.");
	db_run(w->db, sql[STMT_UPDATE], "itttiiittii", p.id, p.login, p.name,
	    p.nip, p.unit_id, p.institution_id, p.superior_role_id, p.phone,
	    p.email, p.admin, p.active);
	if (!p.active)
		db_run(w->db, sql[STMT_SESSIONS_END], "i", p.id);
	return person_event(w, &p, "person-changed");
}

enum case_err
person_add(struct office *o, const struct change *ch,
    const struct person *p, int64_t *id)
{
	return change_run(o, ch, person_insert, p, id);
}

enum case_err
person_change(struct office *o, const struct change *ch,
    const struct person *p)
{
	return change_run(o, ch, change, p, NULL);
}
