/*
 * person.c - the people who work with the office: read, added and changed.
 */
#include "people/person.h"

#include <ctype.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/phone.h"
#include "base/unicode.h"
#include "office/audit.h"
#include "office/manager.h"
#include "office/row.h"
#include "office/unit.h"
#include "people/institution.h"
#include "people/role.h"
#include "store/id.h"

#define LOGIN_TYPED	256	/* bytes of a login that are read */

enum stmt {
	STMT_GET,
	STMT_LOGIN,
	STMT_ALL,
	STMT_LIST,
	STMT_HOLDING,
	STMT_ALONE,
	STMT_CLAIMS,
	STMT_SUPERIOR,
	STMT_SUPERIOR_UNIT,
	STMT_BELOW,
	STMT_OF_UNIT,
	STMT_INSERT,
	STMT_UPDATE,
	STMT_ADMINS,
	STMT_SESSIONS_END,
	STMT_COUNT,
	STMT__MAX
};

#define COLUMNS \
	"p.id, p.login, p.name, p.nip, p.phone, p.email, p.unit_id," \
	" coalesce(p.institution_id, 0), coalesce(p.superior_role_id, 0)," \
	" p.admin, p.active FROM people p"

static const char *const sql[STMT__MAX] = {
	[STMT_GET] =
		"SELECT " COLUMNS " WHERE p.id = $1",
	[STMT_LOGIN] =
		"SELECT " COLUMNS " WHERE p.login = $1",
	[STMT_ALL] =
		"SELECT " COLUMNS " WHERE p.active >= $1"
		" ORDER BY p.name, p.id",
	[STMT_LIST] =
		"SELECT " COLUMNS
		" WHERE p.active = 1 AND p.institution_id IS NULL"
		" ORDER BY p.name, p.id",
	/* From the performer on: people of an office are many. */
	[STMT_HOLDING] = (
		"SELECT " COLUMNS " WHERE p.active = 1 AND p.id IN ("
		"SELECT h.person_id FROM performers f"
		"   JOIN holders h ON h.role_id = f.role_id"
		"   JOIN roles r ON r.id = h.role_id"
		"  WHERE f.expr = $1"
		"    AND ($3 = 0 OR coalesce(h.unit_id, r.unit_id) = $3)"
		"    AND h.from_at <= $2"
		"    AND (h.to_at IS NULL OR h.to_at > $2))"
		" ORDER BY p.name, p.id"),
	[STMT_ALONE] = (
		"SELECT min(p.id) = $3 AND max(p.id) = $3 FROM performers f"
		"  JOIN holders h ON h.role_id = f.role_id"
		"  JOIN people p ON p.id = h.person_id"
		" WHERE f.expr = $1 AND p.active = 1 AND h.from_at <= $2"
		"   AND (h.to_at IS NULL OR h.to_at > $2)"),
	/* Those who hold a role of the office in a unit or below it. */
	[STMT_OF_UNIT] =
		"SELECT " COLUMNS
		" WHERE p.active = 1 AND p.institution_id IS NULL AND EXISTS"
		"  (SELECT 1 FROM holders h JOIN roles r ON r.id = h.role_id"
		"   WHERE h.person_id = p.id AND r.external = 0"
		"     AND ($2 = '' OR h.role_id IN (SELECT f.role_id"
		"       FROM performers f WHERE f.expr = $2))"
		"     AND coalesce(h.unit_id, r.unit_id) IN ("
		UNIT_SQL_WITHIN("$1") ")"
		"     AND h.from_at <= $3"
		"     AND (h.to_at IS NULL OR h.to_at > $3))"
		" ORDER BY p.name, p.id",
	/* The unit nearest above one where the person holds a role, in which
	 * somebody holds $2; only of a role that is held in several. */
	[STMT_SUPERIOR_UNIT] =
		"WITH RECURSIVE above (id, far) AS (SELECT"
		"   coalesce(h.unit_id, r.unit_id), 0 FROM holders h"
		"   JOIN roles r ON r.id = h.role_id WHERE h.person_id = $1"
		"   AND h.from_at <= $3 AND (h.to_at IS NULL OR h.to_at > $3)"
		"  UNION SELECT u.parent_id, a.far + 1 FROM units u"
		"   JOIN above a ON a.id = u.id WHERE u.parent_id IS NOT NULL),"
		" held (id) AS (SELECT DISTINCT coalesce(h.unit_id, r.unit_id)"
		"   FROM holders h JOIN roles r ON r.id = h.role_id"
		"   JOIN people p ON p.id = h.person_id AND p.active = 1"
		"   WHERE h.role_id = $2 AND h.from_at <= $3"
		"   AND (h.to_at IS NULL OR h.to_at > $3))"
		" SELECT a.id FROM above a JOIN held k ON k.id = a.id"
		" WHERE (SELECT count(*) FROM held) > 1"
		" ORDER BY a.far, a.id LIMIT 1",
	/* A position may have been merged into another. */
	[STMT_BELOW] =
		"WITH RECURSIVE above (id) AS ("
		"  SELECT h.role_id FROM holders h WHERE h.person_id = $1"
		"    AND h.from_at <= $2 AND (h.to_at IS NULL OR h.to_at > $2)"
		"  UNION SELECT r.id FROM roles r JOIN above a"
		"    ON r.successor_id = a.id WHERE r.valid_to <= $2)"
		" SELECT " COLUMNS " WHERE p.active = 1 AND p.id <> $1"
		"   AND p.institution_id IS NULL"
		"   AND p.superior_role_id IN (SELECT id FROM above)"
		" ORDER BY p.name, p.id",
	[STMT_CLAIMS] = (
		"SELECT count(*) FROM tasks"
		" WHERE claimed_by = $1 AND open = 1"),
	[STMT_COUNT] =
		"SELECT count(*), count(CASE WHEN active = 0 THEN 1 END)"
		"  FROM people",
	[STMT_SUPERIOR] =
		"SELECT superior_role_id FROM people WHERE id = $1",
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
		"SELECT count(*) FROM people p WHERE p.active = 1"
		"   AND p.id <> $1 AND p.institution_id IS NULL"
		"   AND " MANAGER_SQL("p", "$2")),
	[STMT_SESSIONS_END] =
		"DELETE FROM sessions WHERE person_id = $1",
};

/* -- reading ----------------------------------------------------------- */

#define MEMBER(m) ROW_MEMBER(struct person, m)
static const struct row_kind persons = ROW_KIND(struct person,
    "Orang ini tidak ditemukan.", MEMBER(id), MEMBER(login), MEMBER(name),
    MEMBER(nip), MEMBER(phone), MEMBER(email), MEMBER(unit_id),
    MEMBER(institution_id), MEMBER(superior_role_id), MEMBER(admin),
    MEMBER(active));

void
person_fold_login(const char *typed, char *buf, size_t size)
{
	char plain[LOGIN_TYPED];
	size_t n = 0;
	int number;

	unicode_typed(typed, plain, sizeof(plain));
	number = plain[strspn(plain, "0123456789 .-")] == '\0';
	for (const char *s = plain; *s != '\0' && n + 1 < size; s++)
		if (number ? isdigit((unsigned char)*s) : *s != ' ')
			buf[n++] = (char)tolower((unsigned char)*s);
	buf[n] = '\0';
}

enum case_err
person_get(struct office *o, int64_t id, struct person *p)
{
	return row_one(o, db_query(office_db(o), sql[STMT_GET], "i", id),
	    &persons, p);
}

enum case_err
person_by_login(struct office *o, const char *typed, struct person *p)
{
	char login[sizeof(p->login)];

	person_fold_login(typed, login, sizeof(login));
	return row_one(o, db_query(office_db(o), sql[STMT_LOGIN], "t", login),
	    &persons, p);
}

char *
person_name(struct office *o, int64_t id, char *buf, size_t size)
{
	struct person p;

	snprintf(buf, size, "%s",
	    id != 0 && person_get(o, id, &p) == CASE_OK ? p.name : "");
	return buf;
}

static const struct row_kind counts = ROW_KIND(struct person_count, "",
    ROW_MEMBER(struct person_count, all),
    ROW_MEMBER(struct person_count, inactive));

enum case_err
person_count(struct office *o, struct person_count *c)
{
	return row_one(o, db_query(office_db(o), sql[STMT_COUNT], ""),
	    &counts, c);
}

enum case_err
person_list(struct office *o, struct person **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], ""),
	    &persons, list, count);
}

enum case_err
person_holders(struct office *o, const char *performer, int64_t now,
    struct person **list, size_t *count)
{
	return person_holders_in(o, performer, 0, now, list, count);
}

enum case_err
person_holders_in(struct office *o, const char *performer, int64_t unit_id,
    int64_t now, struct person **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_HOLDING], "tii",
	    performer, now, unit_id), &persons, list, count);
}

enum case_err
person_of_unit(struct office *o, int64_t unit_id, const char *performer,
    int64_t now, struct person **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_OF_UNIT], "iti",
	    unit_id, performer, now), &persons, list, count);
}

int64_t
person_superior_unit(struct office *o, int64_t id, int64_t role_id,
    int64_t now)
{
	return row_int(db_query(office_db(o), sql[STMT_SUPERIOR_UNIT], "iii",
	    id, role_id, now));
}

int
person_holds_alone(struct office *o, int64_t person_id, const char *performer,
    int64_t now)
{
	return row_int(db_query(office_db(o), sql[STMT_ALONE], "tii",
	    performer, now, person_id)) != 0;
}

/* An office has hundreds of people: what matches is picked here, since the
 * engines fold letters differently. */
enum case_err
person_search(struct office *o, const struct person_query *q,
    struct person **out, size_t *count, int64_t *total)
{
	struct person *list;
	size_t i, n, kept = 0;
	int64_t match = 0;
	enum case_err err;

	err = row_all(o, db_query(office_db(o), sql[STMT_ALL], "i",
	    (int64_t)!q->inactive), &persons, &list, &n);
	if (err != CASE_OK)
		return err;
	for (i = 0; i < n; i++) {
		if (q->search != NULL &&
		    strcasestr(list[i].name, q->search) == NULL &&
		    strcasestr(list[i].login, q->search) == NULL)
			continue;
		if (match >= q->offset && match - q->offset < q->limit)
			list[kept++] = list[i];
		match++;
	}
	*out = list;
	*count = kept;
	*total = match;
	return CASE_OK;
}

int64_t
person_claims(struct office *o, int64_t id)
{
	return row_int(db_query(office_db(o), sql[STMT_CLAIMS], "i", id));
}

enum case_err
person_below(struct office *o, int64_t id, int64_t now, struct person **list,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_BELOW], "ii", id,
	    now), &persons, list, count);
}

/* A position may have been merged into another, and that again. */
enum case_err
person_superior(struct office *o, int64_t id, int64_t now, struct role_row *r)
{
	struct role_row role = { .successor_id = row_int(db_query(
	    office_db(o), sql[STMT_SUPERIOR], "i", id)) };
	enum case_err err;
	int hops;

	for (hops = 0; hops < 10 && role.successor_id != 0; hops++) {
		if ((err = role_get(o, role.successor_id, &role)) != CASE_OK)
			return err;
		if (role.valid_from <= now &&
		    (role.valid_to == 0 || role.valid_to > now)) {
			*r = role;
			return CASE_OK;
		}
	}
	return office_fail(o, CASE_STATE, "superior_role_id",
	    "Atasan langsung belum ditentukan. Minta admin mengisinya.");
}

/* -- changes ----------------------------------------------------------- */

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
		    "Isi nomor telepon " PHONE_HINT);
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

/* Somebody who was none before is an administrator now. */
static void
note_admin(const struct change_work *w, const struct person *p)
{
	audit_note(&(struct audit_entry){ .kind = AUDIT_ADMIN,
	    .person_id = w->ch->by, .about_id = p->id, .at = w->ch->now });
}

static char *
person_json(const struct person *p)
{
	return change_json("{s:I, s:I, s:I, s:I, s:I}", "unit_id",
	    (json_int_t)p->unit_id, "institution_id",
	    (json_int_t)p->institution_id, "superior_role_id",
	    (json_int_t)p->superior_role_id, "admin", (json_int_t)p->admin,
	    "active", (json_int_t)p->active);
}

/* Its personal part. */
static char *
personal_json(const struct person *p)
{
	return change_json("{s:s, s:s, s:s, s:s, s:s}", "login", p->login,
	    "name", p->name, "nip", p->nip, "phone", p->phone, "email",
	    p->email);
}

/* `was` is the person before; NULL: it is new. */
static enum case_err
person_event(struct change_work *w, const struct person *p,
    const struct person *was, const char *kind)
{
	struct change_event e = { .stream = p->id, .kind = kind };

	if ((e.payload = personal_json(p)) == NULL)
		return CASE_DB;
	e.effect = person_json(p);
	if (was != NULL) {
		e.was = person_json(was);
		e.payload_was = personal_json(was);
	}
	return change_record(w, &e);
}

/* Bring the row into the form it will be stored in, and check it. */
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
	if (p.admin)
		note_admin(w, &p);
	return person_event(w, &p, NULL, "person-added");
}

enum case_err
person_update(struct change_work *w, const void *in)
{
	struct person p = *(const struct person *)in, was;
	enum case_err err;

	if ((err = person_get(w->o, p.id, &was)) != CASE_OK ||
	    (err = check(w->o, &p)) != CASE_OK)
		return err;
	if (was.admin && was.active && !(p.admin && p.active) &&
	    row_int(db_query(w->db, sql[STMT_ADMINS], "ii", p.id,
	    w->ch->now)) == 0)
		return office_fail(w->o, CASE_STATE, "admin",
		    "Harus tetap ada seorang admin yang aktif.");
	db_run(w->db, sql[STMT_UPDATE], "itttiiittii", p.id, p.login, p.name,
	    p.nip, p.unit_id, p.institution_id, p.superior_role_id, p.phone,
	    p.email, p.admin, p.active);
	if (!p.active)
		db_run(w->db, sql[STMT_SESSIONS_END], "i", p.id);
	if (p.admin && p.active && !(was.admin && was.active))
		note_admin(w, &p);
	return person_event(w, &p, &was, "person-changed");
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
	return change_run(o, ch, person_update, p, NULL);
}
