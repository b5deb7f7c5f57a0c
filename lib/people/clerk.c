/*
 * clerk.c - clerks: named, relieved, asked for.
 */
#include "people/clerk.h"

#include <jansson.h>

#include "office/row.h"
#include "people/person.h"
#include "people/role.h"
#include "people/tenure.h"
#include "store/id.h"

enum stmt {
	STMT_FOR,
	STMT_GET,
	STMT_LIST,
	STMT_SAME,
	STMT_INSERT,
	STMT_END,
	STMT__MAX
};

#define COLUMNS \
	"k.id, k.role_id, k.person_id, k.letter_no, k.from_at," \
	" coalesce(k.to_at, 0), r.slug, r.name, p.name" \
	" FROM clerks k JOIN roles r ON r.id = k.role_id" \
	" JOIN people p ON p.id = k.person_id"

static const char *const sql[STMT__MAX] = {
	[STMT_FOR] =
		"SELECT 1 FROM people p WHERE p.id = $1 AND p.active = 1"
		"   AND p.institution_id IS NULL AND (p.admin = 1 OR EXISTS"
		"     (SELECT 1 FROM clerks k"
		"       JOIN performers f ON f.role_id = k.role_id"
		"      WHERE k.person_id = p.id AND f.expr = $2"
		"        AND k.from_at <= $3"
		"        AND (k.to_at IS NULL OR k.to_at > $3)))",
	[STMT_GET] =
		(TENURE_GET("clerks")),
	[STMT_LIST] =
		"SELECT " COLUMNS
		" WHERE ($1 = 0 OR k.role_id = $1)"
		"   AND ($2 = 0 OR k.person_id = $2)"
		"   AND ($3 = 0 OR k.to_at IS NULL OR k.to_at > $3)"
		" ORDER BY k.from_at DESC, r.name, p.name, k.id",
	/* Do [from, to) of the row and [$3, $4) meet?  0 is no end. */
	[STMT_SAME] =
		"SELECT count(*) FROM clerks"
		" WHERE role_id = $1 AND person_id = $2"
		"   AND ($4 = 0 OR from_at < $4)"
		"   AND (to_at IS NULL OR to_at > $3)",
	[STMT_INSERT] =
		"INSERT INTO clerks (id, role_id, person_id, letter_no,"
		" from_at, to_at) VALUES ($1, $2, $3, $4, $5, nullif($6, 0))",
	[STMT_END] =
		"UPDATE clerks SET to_at = $2 WHERE id = $1",
};

#define MEMBER(m) ROW_MEMBER(struct clerk_row, m)
static const struct row_kind clerks = ROW_KIND(struct clerk_row, "",
    MEMBER(id), MEMBER(role_id), MEMBER(person_id), MEMBER(letter_no),
    MEMBER(from_at), MEMBER(to_at), MEMBER(role_slug), MEMBER(role_name),
    MEMBER(person_name));

int
clerk_for(struct office *o, int64_t person_id, const char *performer,
    int64_t now)
{
	return row_int(db_query(office_db(o), sql[STMT_FOR], "iti", person_id,
	    performer, now)) != 0;
}

enum case_err
clerk_list(struct office *o, int64_t role_id, int64_t person_id, int64_t at,
    struct clerk_row **rows, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "iii",
	    role_id, person_id, at), &clerks, rows, count);
}

/* -- naming and relieving ---------------------------------------------- */

static enum case_err
check_role(struct office *o, const struct clerk_row *k)
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
check_person(struct office *o, const struct clerk_row *k)
{
	struct person p;
	enum case_err err = tenure_check(o, k->person_id, k->from_at,
	    k->to_at, &p);

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
	const struct clerk_row *k = in;
	struct change_event e = { .stream = k->role_id,
		.kind = "clerk-named" };
	enum case_err err;

	if ((err = check_role(w->o, k)) != CASE_OK ||
	    (err = check_person(w->o, k)) != CASE_OK)
		return err;
	w->id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_INSERT], "iiitii", w->id, k->role_id,
	    k->person_id, k->letter_no, k->from_at, k->to_at);
	e.effect = change_json("{s:I, s:I, s:s, s:I, s:I}", "clerk_id",
	    (json_int_t)w->id, "person_id", (json_int_t)k->person_id,
	    "letter_no", k->letter_no, "from_at", (json_int_t)k->from_at,
	    "to_at", (json_int_t)k->to_at);
	return change_record(w, &e);
}

enum case_err
clerk_add(struct office *o, const struct change *ch,
    const struct clerk_row *k, int64_t *id)
{
	return change_run(o, ch, insert, k, id);
}

enum case_err
clerk_end(struct office *o, const struct change *ch, int64_t clerk_id,
    int64_t at)
{
	const struct tenure_kind kind = { sql[STMT_GET], sql[STMT_END],
		"Pencatat tidak ditemukan.", "pencatat ", "clerk-relieved",
		"clerk_id" };

	return tenure_end(o, ch, &kind, clerk_id, at);
}
