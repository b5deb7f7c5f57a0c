/*
 * operator.c - operators of institutions ask for an account, which is decided
 * in operator_decide.c.
 */
#include "people/operator.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "office/row.h"
#include "people/changeraw.h"
#include "people/role.h"
#include "store/id.h"

enum stmt {
	STMT_ADD,
	STMT_GET,
	STMT_LIST,
	STMT_WAITING,
	STMT__MAX
};

#define COLUMNS \
	"id, institution, kind, name, phone, email, state, asked_at," \
	" coalesce(decided_at, 0), coalesce(decided_by, 0), reason," \
	" coalesce(person_id, 0) FROM registrations"

static const char *const sql[STMT__MAX] = {
	[STMT_ADD] = (
		"INSERT INTO registrations (id, institution, kind, name, phone,"
		" email, state, asked_at, reason)"
		" VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, '')"),
	[STMT_GET] =
		"SELECT " COLUMNS " WHERE id = $1",
	[STMT_LIST] = (
		"SELECT " COLUMNS
		" ORDER BY CASE state WHEN 'waiting' THEN 0 ELSE 1 END,"
		" CASE state WHEN 'waiting' THEN asked_at ELSE -decided_at END,"
		" id LIMIT 200"),
	[STMT_WAITING] =
		"SELECT count(*) FROM registrations WHERE state = 'waiting'",
};

static const char *const kinds[KIND__MAX] = {
	[KIND_CAMPUS] = "kampus",
	[KIND_SCHOOL] = "sekolah",
	[KIND_OTHER] = "lain",
};

static void
read_registration(struct db_stmt *st, void *row)
{
	struct registration *r = row;

	r->id = db_int(st, 0);
	db_copy(st, 1, r->institution, sizeof(r->institution));
	for (int k = 0; k < KIND__MAX; k++)
		if (strcmp(kinds[k], db_text(st, 2)) == 0)
			r->kind = (enum institution_kind)k;
	db_copy(st, 3, r->name, sizeof(r->name));
	db_copy(st, 4, r->phone, sizeof(r->phone));
	db_copy(st, 5, r->email, sizeof(r->email));
	db_copy(st, 6, r->state, sizeof(r->state));
	r->asked_at = db_int(st, 7);
	r->decided_at = db_int(st, 8);
	r->decided_by = db_int(st, 9);
	db_copy(st, 10, r->reason, sizeof(r->reason));
	r->person_id = db_int(st, 11);
}

static const struct row_kind registrations = {
	sizeof(struct registration), read_registration,
	"Pendaftaran tidak ditemukan."
};

enum case_err
operator_get(struct office *o, int64_t id, struct registration *r)
{
	return row_one(o, db_query(office_db(o), sql[STMT_GET], "i", id),
	    &registrations, r);
}

enum case_err
operator_list(struct office *o, struct registration **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], ""),
	    &registrations, list, count);
}

int64_t
operator_waiting(struct office *o)
{
	return row_int(db_query(office_db(o), sql[STMT_WAITING], ""));
}

int
operator_may_decide(struct office *o, int64_t person_id, int64_t now)
{
	struct person p;
	enum capacity as;

	if (person_get(o, person_id, &p) != CASE_OK || !p.active ||
	    p.institution_id != 0)
		return 0;
	return p.admin || holder_acts_for(o, person_id, OPERATOR_OFFICE, now, &as);
}

/* -- asking ------------------------------------------------------------ */

static enum case_err
check(struct office *o, const struct registration *r)
{
	enum case_err err;

	if ((err = change_filled(o, "institution", "nama lembaga",
	    r->institution)) != CASE_OK ||
	    (err = change_filled(o, "name", "nama lengkap", r->name)) !=
	    CASE_OK ||
	    (err = change_filled(o, "phone", "nomor WhatsApp", r->phone)) !=
	    CASE_OK)
		return err;
	if ((int)r->kind < 0 || r->kind >= KIND__MAX)
		return office_fail(o, CASE_INVALID, "kind",
		    "Pilih jenis lembaga");
	return person_addresses(o, r->phone, r->email);
}

static enum case_err
add(struct change_work *w, const void *in)
{
	const struct registration *r = in;
	struct change_event e = { .kind = "registration-added" };
	enum case_err err = check(w->o, r);

	if (err != CASE_OK)
		return err;
	w->id = e.stream = id_new(w->ch->now);
	db_run(w->db, sql[STMT_ADD], "ittttti", w->id, r->institution,
	    kinds[r->kind], r->name, r->phone, r->email, w->ch->now);
	e.effect = change_json("{s:s}", "kind", kinds[r->kind]);
	e.payload = change_json("{s:s, s:s}", "institution", r->institution,
	    "name", r->name);
	return change_record(w, &e);
}

enum case_err
operator_add(struct office *o, const struct change *ch,
    const struct registration *r, int64_t *id)
{
	return change_run(o, ch, add, r, id);
}
