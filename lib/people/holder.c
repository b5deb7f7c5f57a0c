/*
 * holder.c - holders of roles, and the performers a person may act for.
 */
#include "people/holder.h"

#include <stdio.h>

#include "base/slug.h"
#include "office/row.h"
#include "office/unit.h"
#include "people/person.h"
#include "people/rights.h"
#include "people/role.h"
#include "people/tenure.h"
#include "store/id.h"

enum stmt {
	STMT_LIST,
	STMT_SAME,
	STMT_DEFINITIVE,
	STMT_INSERT,
	STMT_ACTING_FOR,
	STMT_SEATS,
	STMT_UNITS,
	STMT__MAX
};

/* A Plh. for an absence whose role is no position is a substitute. */
#define CAPACITY(h) "CASE WHEN " HOLDER_SQL_IS_SUBSTITUTE(h) \
	" THEN 'pengganti' ELSE " h ".capacity END"
#define HOLDERS TENURE_IN("holders", CAPACITY("t"), \
	"coalesce(t.unit_id, r.unit_id)")
/* In force at `at`, of somebody who is active. */
#define IN_FORCE(t, p, at) \
	p ".active = 1 AND " t ".from_at <= " at \
	"   AND (" t ".to_at IS NULL OR " t ".to_at > " at ")"

/* Do [from, to) of the row and [$2, $3) meet?  0 is no end. */
#define MEETS \
	" ($3 = 0 OR from_at < $3) AND (to_at IS NULL OR to_at > $2)"

static const char *const sql[STMT__MAX] = {
	[STMT_LIST] =
		HOLDERS " WHERE ($1 = 0 OR t.role_id = $1)"
		"   AND ($2 = 0 OR t.person_id = $2)"
		"   AND ($3 = 0 OR (t.from_at <= $3"
		"     AND (t.to_at IS NULL OR t.to_at > $3)))" TENURE_ORDER,
	[STMT_SAME] =
		"SELECT count(*) FROM holders h"
		"  JOIN roles r ON r.id = h.role_id"
		" WHERE h.role_id = $1 AND h.person_id = $4"
		"   AND coalesce(h.unit_id, r.unit_id) = CASE $5 WHEN 0"
		"     THEN r.unit_id ELSE $5 END AND" MEETS,
	[STMT_DEFINITIVE] =
		"SELECT count(*) FROM holders"
		" WHERE role_id = $1 AND capacity = 'definitif' AND" MEETS,
	[STMT_INSERT] =
		"INSERT INTO holders (id, role_id, person_id, capacity,"
		" letter_no, from_at, to_at, unit_id, absence_id)"
		" VALUES ($1, $2, $3, $4, $5, $6, nullif($7, 0),"
		" nullif($8, 0), nullif($9, 0))",
	[STMT_ACTING_FOR] =
		"SELECT " CAPACITY("h")
		"  FROM holders h"
		"  JOIN performers f ON f.role_id = h.role_id"
		"  JOIN roles r ON r.id = h.role_id"
		"  JOIN people p ON p.id = h.person_id"
		" WHERE h.person_id = $1 AND f.expr = $3"
		"   AND ($4 = 0 OR coalesce(h.unit_id, r.unit_id) = $4)"
		"   AND " IN_FORCE("h", "p", "$2")
		" ORDER BY h.capacity LIMIT 1",
	[STMT_SEATS] =
		HOLDERS " WHERE r.slug = $1 AND " IN_FORCE("t", "p", "$3")
		"   AND u.id IN (" UNIT_SQL_WITHIN("$2") ")"
		"   AND (t.capacity <> 'plh' OR NOT EXISTS (SELECT 1"
		"     FROM holders d JOIN people q ON q.id = d.person_id"
		"     WHERE d.role_id = t.role_id AND d.capacity <> 'plh'"
		"     AND coalesce(d.unit_id, r.unit_id) = u.id AND "
		IN_FORCE("d", "q", "$3") "))"
		" ORDER BY p.name, t.id",
	[STMT_UNITS] =
		HOLDERS " WHERE t.id IN (SELECT min(h.id) FROM holders h"
		"   JOIN performers f ON f.role_id = h.role_id"
		"   JOIN roles o ON o.id = h.role_id"
		"   JOIN people q ON q.id = h.person_id"
		"   WHERE h.person_id = $1 AND f.expr = $2 AND "
		IN_FORCE("h", "q", "$3")
		"   GROUP BY coalesce(h.unit_id, o.unit_id))"
		" ORDER BY u.name, t.id",
};

/* In the order of the enumeration, which is that of the letters of those that
 * the database keeps: the most definitive comes first when it sorts them. */
static const char *const capacities[CAPACITY__MAX] = {
	[CAPACITY_DEFINITIVE] = "definitif",
	[CAPACITY_PLH] = "plh",
	[CAPACITY_PLT] = "plt",
	[CAPACITY_SUBSTITUTE] = "pengganti",
};
static const char *const titles[CAPACITY__MAX] = {
	[CAPACITY_DEFINITIVE] = "",
	[CAPACITY_PLH] = "Plh.",
	[CAPACITY_PLT] = "Plt.",
	[CAPACITY_SUBSTITUTE] = "pengganti",
};

const char *
holder_capacity_slug(enum capacity c)
{
	return capacities[c];
}

const char *
holder_capacity_title(enum capacity c)
{
	return titles[c];
}

int
holder_capacity_from(const char *slug)
{
	return slug_index(capacities, CAPACITY__MAX, slug);
}

/* -- reading ----------------------------------------------------------- */

static const struct tenure_kind kind = {
	HOLDERS " WHERE t.id = $1",
	"UPDATE holders SET to_at = $2 WHERE id = $1",
	"Pemegang tidak ditemukan.", "", "role-named", "role-relieved",
	"holder_id"
};

enum case_err
holder_list(struct office *o, const struct holder_row *of, int64_t at,
    struct holder_row **rows, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "iii",
	    of->role_id, of->person_id, at), &tenure_rows, rows, count);
}

enum case_err
holder_seats(struct office *o, const char *role, int64_t unit_id, int64_t now,
    struct holder_row **rows, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_SEATS], "tii", role,
	    unit_id, now), &tenure_rows, rows, count);
}

enum case_err
holder_units(struct office *o, int64_t person_id, const char *expr,
    int64_t now, struct holder_row **rows, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_UNITS], "iti",
	    person_id, expr, now), &tenure_rows, rows, count);
}

int
holder_acts_for(struct office *o, int64_t person_id, const char *expr,
    int64_t now, enum capacity *as)
{
	return holder_acts_in(o, person_id, expr, 0, now, as);
}

int
holder_acts_in(struct office *o, int64_t person_id, const char *expr,
    int64_t unit_id, int64_t now, enum capacity *as)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_ACTING_FOR],
	    "iiti", person_id, now, expr, unit_id);
	int may = db_step(st);

	if (may)
		*as = (enum capacity)holder_capacity_from(db_text(st, 0));
	db_done(st);
	return may;
}

int
holder_or_admin(struct office *o, int64_t person_id, const char *expr,
    int64_t now)
{
	struct person p;
	enum capacity as;

	if (person_get(o, person_id, &p) != CASE_OK || !p.active ||
	    p.institution_id != 0)
		return 0;
	return rights_has(o, person_id, RIGHTS_MANAGE, now) ||
	    holder_acts_for(o, person_id, expr, now, &as);
}

/* -- naming and relieving ---------------------------------------------- */

static enum case_err
check_role(struct office *o, const struct holder_row *h, struct role_row *r)
{
	enum case_err err = role_get(o, h->role_id, r);

	if (err == CASE_NOT_FOUND)
		return change_invalid(o, "role_id", "Pilih peran");
	if (err != CASE_OK)
		return err;
	if (r->system)
		return change_invalid(o, "role_id",
		    "Peran ini dikerjakan sistem dan tidak dipegang orang");
	if (h->from_at < r->valid_from ||
	    (r->valid_to != 0 && h->from_at >= r->valid_to))
		return change_invalid(o, "from_at",
		    "Peran ini tidak berlaku pada tanggal mulai");
	return CASE_OK;
}

static enum case_err
check_person(struct office *o, const struct holder_row *h,
    const struct role_row *r)
{
	struct person p;
	enum case_err err = tenure_check(o, h, &p);

	if (err != CASE_OK)
		return err;
	if (p.institution_id != 0 && !r->external)
		return change_invalid(o, "person_id",
		    "Peran kantor hanya dipegang pegawai kantor");
	return CASE_OK;
}

int
holder_is_position(const struct holder_row *h, const struct role_row *r)
{
	return r->single || (h->unit_id != 0 && h->unit_id != r->unit_id);
}

/* Plt. and Plh. act by a surat perintah (SE Kepala BKN 1/SE/I/2021); of an
 * absence absence.c looks after it. */
static enum case_err
check_terms(struct office *o, const struct holder_row *h,
    const struct role_row *r)
{
	if ((int)h->capacity < 0 || h->capacity >= CAPACITY_SUBSTITUTE)
		return change_invalid(o, "capacity",
		    "Pilih definitif, Plt., atau Plh.");
	if (h->capacity == CAPACITY_DEFINITIVE || h->absence_id != 0)
		return CASE_OK;
	if (!holder_is_position(h, r))
		return change_invalid(o, "capacity", "Plt. dan Plh. hanya "
		    "untuk jabatan yang dipegang satu orang. Untuk peran ini "
		    "catat pengganti di Tidak masuk");
	if (h->letter_no[0] == '\0')
		return change_invalid(o, "letter_no",
		    "Isi nomor surat perintah");
	return CASE_OK;
}

int
holder_meets(struct office *o, const struct holder_row *h)
{
	return row_int(db_query(office_db(o), sql[STMT_SAME], "iiiii",
	    h->role_id, h->from_at, h->to_at, h->person_id, h->unit_id)) > 0;
}

/* Nobody holds a role twice at a time in a unit; a single role has one
 * definitive holder, beside whom a Plh. may act. */
static enum case_err
check_others(struct office *o, const struct holder_row *h,
    const struct role_row *r)
{
	struct db *db = office_db(o);

	if (holder_meets(o, h))
		return change_invalid(o, "person_id",
		    "Orang ini sudah memegang peran itu pada masa yang sama");
	if (r->single && h->capacity == CAPACITY_DEFINITIVE &&
	    row_int(db_query(db, sql[STMT_DEFINITIVE], "iii", h->role_id,
	    h->from_at, h->to_at)) > 0)
		return change_invalid(o, "role_id",
		    "Peran ini sudah punya pemegang definitif pada masa itu");
	return CASE_OK;
}

enum case_err
holder_check(struct office *o, const struct holder_row *h)
{
	struct role_row r;
	enum case_err err;

	if ((err = check_role(o, h, &r)) != CASE_OK ||
	    (err = check_person(o, h, &r)) != CASE_OK ||
	    (err = check_terms(o, h, &r)) != CASE_OK ||
	    (h->unit_id != 0 && (err = unit_check(o, h->unit_id, "unit_id"))
	    != CASE_OK))
		return err;
	return check_others(o, h, &r);
}

enum case_err
holder_insert(struct change_work *w, const void *in)
{
	const struct holder_row *h = in;
	enum case_err err = holder_check(w->o, h);

	if (err != CASE_OK)
		return err;
	w->id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_INSERT], "iiittiiii", w->id, h->role_id,
	    h->person_id, capacities[h->capacity], h->letter_no, h->from_at,
	    h->to_at, h->unit_id, h->absence_id);
	return tenure_named(w, &kind, h, capacities[h->capacity]);
}

enum case_err
holder_add(struct office *o, const struct change *ch,
    const struct holder_row *h, int64_t *id)
{
	return change_run(o, ch, holder_insert, h, id);
}

enum case_err
holder_end(struct office *o, const struct change *ch, int64_t holder_id,
    int64_t at)
{
	return tenure_end(o, ch, &kind, holder_id, at);
}

int
holder_acts_as(struct office *o, int64_t person_id, const char *slug,
    int64_t now, char *name, size_t size)
{
	enum capacity as;
	struct role_row role;
	const char *title;

	if (!holder_acts_for(o, person_id, slug, now, &as) ||
	    role_by_slug(o, slug, &role) != CASE_OK)
		return 0;
	title = holder_capacity_title(as);
	snprintf(name, size, "%s%s%s", title, *title != '\0' ? " " : "",
	    role.name);
	return 1;
}
