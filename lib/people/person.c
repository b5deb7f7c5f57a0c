/*
 * person.c - the people who work with the office, as they are.
 */
#include "people/person.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "office/row.h"

enum stmt {
	STMT_GET,
	STMT_LOGIN,
	STMT_ALL,
	STMT_LIST,
	STMT_HOLDING,
	STMT_CLAIMS,
	STMT_SUPERIOR,
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
	[STMT_HOLDING] =
		"SELECT " COLUMNS
		" WHERE p.active = 1 AND EXISTS"
		"  (SELECT 1 FROM performers f"
		"    JOIN holders h ON h.role_id = f.role_id"
		"   WHERE f.expr = $1 AND h.person_id = p.id"
		"     AND h.from_at <= $2"
		"     AND (h.to_at IS NULL OR h.to_at > $2))"
		" ORDER BY p.name, p.id",
	[STMT_CLAIMS] = (
		"SELECT count(*) FROM tasks"
		" WHERE claimed_by = $1 AND open = 1"),
	[STMT_SUPERIOR] =
		"SELECT superior_role_id FROM people WHERE id = $1",
};

static void
read_person(struct db_stmt *st, void *row)
{
	struct person *p = row;

	p->id = db_int(st, 0);
	db_copy(st, 1, p->login, sizeof(p->login));
	db_copy(st, 2, p->name, sizeof(p->name));
	db_copy(st, 3, p->nip, sizeof(p->nip));
	db_copy(st, 4, p->phone, sizeof(p->phone));
	db_copy(st, 5, p->email, sizeof(p->email));
	p->unit_id = db_int(st, 6);
	p->institution_id = db_int(st, 7);
	p->superior_role_id = db_int(st, 8);
	p->admin = db_int(st, 9);
	p->active = db_int(st, 10);
}

static const struct row_kind persons = {
	sizeof(struct person), read_person, "Orang ini tidak ditemukan."
};

void
person_fold_login(const char *typed, char *buf, size_t size)
{
	size_t n = 0;

	for (; *typed != '\0' && n + 1 < size; typed++)
		if (!isspace((unsigned char)*typed))
			buf[n++] = (char)tolower((unsigned char)*typed);
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
	return row_all(o, db_query(office_db(o), sql[STMT_HOLDING], "ti",
	    performer, now), &persons, list, count);
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
