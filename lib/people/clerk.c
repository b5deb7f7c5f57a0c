/*
 * clerk.c - clerks: named, relieved, asked for.
 */
#include "people/clerk.h"

#include "office/row.h"
#include "people/person.h"
#include "people/role.h"
#include "people/tenure.h"
#include "store/id.h"

enum stmt {
	STMT_FOR,
	STMT_LIST,
	STMT_SAME,
	STMT_INSERT,
	STMT__MAX
};

/* A clerk writes down, in no capacity. */
#define CLERKS TENURE_SELECT("clerks", "''")

static const char *const sql[STMT__MAX] = {
	[STMT_FOR] =
		"SELECT 1 FROM people p WHERE p.id = $1 AND p.active = 1"
		"   AND p.institution_id IS NULL AND EXISTS"
		"     (SELECT 1 FROM clerks k"
		"       JOIN performers f ON f.role_id = k.role_id"
		"      WHERE k.person_id = p.id AND f.expr = $2"
		"        AND k.from_at <= $3"
		"        AND (k.to_at IS NULL OR k.to_at > $3))",
	[STMT_LIST] =
		CLERKS " WHERE ($1 = 0 OR t.role_id = $1)"
		"   AND ($2 = 0 OR t.person_id = $2)"
		"   AND ($3 = 0 OR t.to_at IS NULL OR t.to_at > $3)"
		TENURE_ORDER,
	/* Do [from, to) of the row and [$3, $4) meet?  0 is no end. */
	[STMT_SAME] =
		"SELECT count(*) FROM clerks"
		" WHERE role_id = $1 AND person_id = $2"
		"   AND ($4 = 0 OR from_at < $4)"
		"   AND (to_at IS NULL OR to_at > $3)",
	[STMT_INSERT] =
		"INSERT INTO clerks (id, role_id, person_id, letter_no,"
		" from_at, to_at) VALUES ($1, $2, $3, $4, $5, nullif($6, 0))",
};

static const struct tenure_kind kind = {
	CLERKS " WHERE t.id = $1",
	"UPDATE clerks SET to_at = $2 WHERE id = $1",
	"Pencatat tidak ditemukan.", "pencatat ", "clerk-named",
	"clerk-relieved", "clerk_id"
};

int
clerk_for(struct office *o, int64_t person_id, const char *performer,
    int64_t now)
{
	return row_int(db_query(office_db(o), sql[STMT_FOR], "iti", person_id,
	    performer, now)) != 0;
}

enum case_err
clerk_list(struct office *o, int64_t role_id, int64_t person_id, int64_t at,
    struct holder_row **rows, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "iii",
	    role_id, person_id, at), &tenure_rows, rows, count);
}

/* -- naming and relieving ---------------------------------------------- */

static enum case_err
check_role(struct office *o, const struct holder_row *k)
{
	struct role_row r;
	enum case_err err = role_get(o, k->role_id, &r);

	if (err == CASE_NOT_FOUND)
		return change_invalid(o, "role_id", "Pilih peran");
	if (err == CASE_OK && (r.system || r.external))
		return change_invalid(o, "role_id",
		    "Peran ini tidak dipegang pegawai kantor");
	return err;
}

static enum case_err
check_person(struct office *o, const struct holder_row *k)
{
	struct person p;
	enum case_err err = tenure_check(o, k, &p);

	if (err != CASE_OK)
		return err;
	if (p.institution_id != 0)
		return change_invalid(o, "person_id",
		    "Pencatat haruslah pegawai kantor");
	if (row_int(db_query(office_db(o), sql[STMT_SAME], "iiii", k->role_id,
	    k->person_id, k->from_at, k->to_at)) > 0)
		return change_invalid(o, "person_id",
		    "Orang ini sudah mencatat untuk peran itu pada masa yang "
		    "sama");
	return CASE_OK;
}

static enum case_err
insert(struct change_work *w, const void *in)
{
	const struct holder_row *k = in;
	enum case_err err;

	if ((err = check_role(w->o, k)) != CASE_OK ||
	    (err = check_person(w->o, k)) != CASE_OK)
		return err;
	w->id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_INSERT], "iiitii", w->id, k->role_id,
	    k->person_id, k->letter_no, k->from_at, k->to_at);
	return tenure_named(w, &kind, k, NULL);
}

enum case_err
clerk_add(struct office *o, const struct change *ch,
    const struct holder_row *k, int64_t *id)
{
	return change_run(o, ch, insert, k, id);
}

enum case_err
clerk_end(struct office *o, const struct change *ch, int64_t clerk_id,
    int64_t at)
{
	return tenure_end(o, ch, &kind, clerk_id, at);
}
