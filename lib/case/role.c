/*
 * role.c - units, roles, and the performers they are.
 */
#include "case/role.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "case/rows.h"
#include "store/id.h"

enum stmt {
	STMT_UNIT,
	STMT_UNIT_SLUG,
	STMT_UNITS,
	STMT_UNIT_INSERT,
	STMT_UNIT_UPDATE,
	STMT_ROLE,
	STMT_ROLE_SLUG,
	STMT_ROLES,
	STMT_ROLE_INSERT,
	STMT_ROLE_UPDATE,
	STMT_ROLE_END,
	STMT_HOLDERS_END,
	STMT_PERFORMER,
	STMT_PERFORMER_NAME,
	STMT__MAX
};

#define UNIT_COLUMNS "id, slug, name, coalesce(parent_id, 0)"
#define ROLE_COLUMNS \
	"id, slug, name, unit_id, external, system, single, valid_from," \
	" coalesce(valid_to, 0), coalesce(successor_id, 0)"

static const char *const sql[STMT__MAX] = {
	[STMT_UNIT] =
		"SELECT " UNIT_COLUMNS " FROM units WHERE id = $1",
	[STMT_UNIT_SLUG] =
		"SELECT " UNIT_COLUMNS " FROM units WHERE slug = $1",
	[STMT_UNITS] =
		"SELECT " UNIT_COLUMNS " FROM units ORDER BY name, id",
	[STMT_UNIT_INSERT] =
		"INSERT INTO units (id, slug, name, parent_id)"
		" VALUES ($1, $2, $3, nullif($4, 0))",
	[STMT_UNIT_UPDATE] =
		"UPDATE units SET name = $2, parent_id = nullif($3, 0)"
		" WHERE id = $1",
	[STMT_ROLE] =
		"SELECT " ROLE_COLUMNS " FROM roles WHERE id = $1",
	[STMT_ROLE_SLUG] =
		"SELECT " ROLE_COLUMNS " FROM roles WHERE slug = $1",
	[STMT_ROLES] =
		"SELECT " ROLE_COLUMNS " FROM roles"
		" WHERE $1 = 0 OR (valid_from <= $1"
		"   AND (valid_to IS NULL OR valid_to > $1))"
		" ORDER BY name, id",
	[STMT_ROLE_INSERT] =
		"INSERT INTO roles (id, slug, name, unit_id, external, system,"
		" single, valid_from) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
	[STMT_ROLE_UPDATE] =
		"UPDATE roles SET name = $2, unit_id = $3, single = $4"
		" WHERE id = $1",
	[STMT_ROLE_END] =
		"UPDATE roles SET valid_to = $2, successor_id = nullif($3, 0)"
		" WHERE id = $1",
	[STMT_HOLDERS_END] =
		"UPDATE holders SET to_at = $2"
		" WHERE role_id = $1 AND (to_at IS NULL OR to_at > $2)",
	[STMT_PERFORMER] =
		"INSERT INTO performers (expr, role_id, name)"
		" VALUES ($1, $2, $3)"
		" ON CONFLICT (expr, role_id) DO UPDATE SET name = excluded.name",
	[STMT_PERFORMER_NAME] =
		"UPDATE performers SET name = $3"
		" WHERE expr = $1 AND role_id = $2",
};

/* -- reading ----------------------------------------------------------- */

static void
read_unit(struct db_stmt *st, void *row)
{
	struct unit_row *u = row;

	u->id = db_int(st, 0);
	db_copy(st, 1, u->slug, sizeof(u->slug));
	db_copy(st, 2, u->name, sizeof(u->name));
	u->parent_id = db_int(st, 3);
}

static void
read_role(struct db_stmt *st, void *row)
{
	struct role_row *r = row;

	r->id = db_int(st, 0);
	db_copy(st, 1, r->slug, sizeof(r->slug));
	db_copy(st, 2, r->name, sizeof(r->name));
	r->unit_id = db_int(st, 3);
	r->external = db_int(st, 4);
	r->system = db_int(st, 5);
	r->single = db_int(st, 6);
	r->valid_from = db_int(st, 7);
	r->valid_to = db_int(st, 8);
	r->successor_id = db_int(st, 9);
}

static const struct row_kind units = {
	sizeof(struct unit_row), read_unit, "Unit tidak ditemukan."
};
static const struct row_kind roles = {
	sizeof(struct role_row), read_role, "Peran tidak ditemukan."
};

enum case_err
unit_get(struct office *o, int64_t id, struct unit_row *u)
{
	return row_one(o, db_query(office_db(o), sql[STMT_UNIT], "i", id),
	    &units, u);
}

enum case_err
unit_by_slug(struct office *o, const char *slug, struct unit_row *u)
{
	return row_one(o, db_query(office_db(o), sql[STMT_UNIT_SLUG], "t",
	    slug), &units, u);
}

enum case_err
unit_list(struct office *o, struct unit_row **rows, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_UNITS], ""), &units,
	    rows, count);
}

enum case_err
role_get(struct office *o, int64_t id, struct role_row *r)
{
	return row_one(o, db_query(office_db(o), sql[STMT_ROLE], "i", id),
	    &roles, r);
}

enum case_err
role_by_slug(struct office *o, const char *slug, struct role_row *r)
{
	return row_one(o, db_query(office_db(o), sql[STMT_ROLE_SLUG], "t",
	    slug), &roles, r);
}

enum case_err
role_list(struct office *o, int64_t at, struct role_row **rows, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_ROLES], "i", at),
	    &roles, rows, count);
}

/* -- units ------------------------------------------------------------- */

/* Small letters, digits and dashes: what stands in addresses and files. */
static enum case_err
check_slug(struct office *o, const char *slug)
{
	size_t n = strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-");

	if (n == 0 || slug[n] != '\0')
		return office_fail(o, CASE_INVALID, "slug",
		    "Isi kode dengan huruf kecil, angka, dan tanda hubung");
	return CASE_OK;
}

static enum case_err
check_unit(struct office *o, int64_t id, const char *field)
{
	struct unit_row u;
	enum case_err err = unit_get(o, id, &u);

	if (err == CASE_NOT_FOUND)
		return office_fail(o, CASE_INVALID, field, "Pilih unit");
	return err;
}

/* The parent exists, and is neither the unit itself nor below it. */
static enum case_err
check_parent(struct office *o, const struct unit_row *u)
{
	struct unit_row up = { .parent_id = u->parent_id };
	enum case_err err;

	while (up.parent_id != 0) {
		if (up.parent_id == u->id)
			return office_fail(o, CASE_INVALID, "parent_id",
			    "Unit tidak dapat berada di bawah dirinya sendiri");
		if ((err = check_unit(o, up.parent_id, "parent_id")) != CASE_OK)
			return err;
		unit_get(o, up.parent_id, &up);
	}
	return CASE_OK;
}

static enum case_err
unit_event(struct change_work *w, const struct unit_row *u, const char *kind)
{
	struct change_event e = { .stream = u->id, .kind = kind };

	e.effect = json_text("{s:s, s:s, s:I}", "slug", u->slug, "name",
	    u->name, "parent_id", (json_int_t)u->parent_id);
	return change_record(w, &e);
}

static enum case_err
add_unit(struct change_work *w, const void *in)
{
	struct unit_row u = *(const struct unit_row *)in, other;
	enum case_err err;

	if ((err = check_slug(w->o, u.slug)) != CASE_OK ||
	    (err = change_filled(w->o, "name", "nama", u.name)) != CASE_OK ||
	    (err = check_parent(w->o, &u)) != CASE_OK)
		return err;
	if (unit_by_slug(w->o, u.slug, &other) == CASE_OK)
		return office_fail(w->o, CASE_INVALID, "slug",
		    "Kode ini sudah dipakai");
	w->id = u.id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_UNIT_INSERT], "itti", u.id, u.slug, u.name,
	    u.parent_id);
	return unit_event(w, &u, "unit-added");
}

static enum case_err
change_unit(struct change_work *w, const void *in)
{
	struct unit_row u = *(const struct unit_row *)in, was;
	enum case_err err;

	if ((err = unit_get(w->o, u.id, &was)) != CASE_OK ||
	    (err = change_filled(w->o, "name", "nama", u.name)) != CASE_OK ||
	    (err = check_parent(w->o, &u)) != CASE_OK)
		return err;
	memcpy(u.slug, was.slug, sizeof(u.slug));
	db_run(w->db, sql[STMT_UNIT_UPDATE], "iti", u.id, u.name, u.parent_id);
	return unit_event(w, &u, "unit-changed");
}

enum case_err
unit_add(struct office *o, const struct change *ch, const struct unit_row *u,
    int64_t *id)
{
	struct unit_row in = *u;

	in.id = 0;
	return change_run(o, ch, add_unit, &in, id);
}

enum case_err
unit_change(struct office *o, const struct change *ch,
    const struct unit_row *u)
{
	return change_run(o, ch, change_unit, u, NULL);
}

/* -- roles ------------------------------------------------------------- */

static enum case_err
role_event(struct change_work *w, const struct role_row *r, const char *kind)
{
	struct change_event e = { .stream = r->id, .kind = kind };

	e.effect = json_text("{s:s, s:s, s:I, s:I, s:I, s:I, s:I}", "slug",
	    r->slug, "name", r->name, "unit_id", (json_int_t)r->unit_id,
	    "external", (json_int_t)r->external, "system",
	    (json_int_t)r->system, "single", (json_int_t)r->single,
	    "valid_from", (json_int_t)r->valid_from);
	return change_record(w, &e);
}

static enum case_err
add_role(struct change_work *w, const void *in)
{
	struct role_row r = *(const struct role_row *)in, other;
	enum case_err err;

	if ((err = check_slug(w->o, r.slug)) != CASE_OK ||
	    (err = change_filled(w->o, "name", "nama", r.name)) != CASE_OK ||
	    (err = check_unit(w->o, r.unit_id, "unit_id")) != CASE_OK)
		return err;
	if (role_by_slug(w->o, r.slug, &other) == CASE_OK)
		return office_fail(w->o, CASE_INVALID, "slug",
		    "Kode ini sudah dipakai");
	w->id = r.id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_ROLE_INSERT], "ittiiiii", r.id, r.slug, r.name,
	    r.unit_id, r.external, r.system, r.single, r.valid_from);
	db_run(w->db, sql[STMT_PERFORMER], "tit", r.slug, r.id, r.name);
	return role_event(w, &r, "role-added");
}

static enum case_err
change_role(struct change_work *w, const void *in)
{
	const struct role_row *new = in;
	struct role_row r;
	enum case_err err;

	if ((err = role_get(w->o, new->id, &r)) != CASE_OK ||
	    (err = change_filled(w->o, "name", "nama", new->name)) != CASE_OK ||
	    (err = check_unit(w->o, new->unit_id, "unit_id")) != CASE_OK)
		return err;
	memcpy(r.name, new->name, sizeof(r.name));
	r.unit_id = new->unit_id;
	r.single = new->single;
	db_run(w->db, sql[STMT_ROLE_UPDATE], "itii", r.id, r.name, r.unit_id,
	    r.single);
	db_run(w->db, sql[STMT_PERFORMER_NAME], "tit", r.slug, r.id, r.name);
	return role_event(w, &r, "role-changed");
}

struct ending {
	int64_t	id, at, successor_id;
};

static enum case_err
end_role(struct change_work *w, const void *in)
{
	const struct ending *end = in;
	struct change_event e = { .stream = end->id, .kind = "role-ended" };
	struct role_row r, next;
	enum case_err err;

	if ((err = role_get(w->o, end->id, &r)) != CASE_OK)
		return err;
	if (r.valid_to != 0)
		return office_fail(w->o, CASE_STATE, "",
		    "Peran %s sudah berakhir.", r.name);
	if (end->at < r.valid_from)
		return office_fail(w->o, CASE_INVALID, "valid_to",
		    "Tanggal selesai harus setelah tanggal mulai");
	if (end->successor_id != 0 && (end->successor_id == r.id ||
	    role_get(w->o, end->successor_id, &next) != CASE_OK))
		return office_fail(w->o, CASE_INVALID, "successor_id",
		    "Pilih peran penerus yang lain");
	db_run(w->db, sql[STMT_ROLE_END], "iii", r.id, end->at,
	    end->successor_id);
	db_run(w->db, sql[STMT_HOLDERS_END], "ii", r.id, end->at);
	e.effect = json_text("{s:I, s:I}", "valid_to", (json_int_t)end->at,
	    "successor_id", (json_int_t)end->successor_id);
	return change_record(w, &e);
}

enum case_err
role_add(struct office *o, const struct change *ch, const struct role_row *r,
    int64_t *id)
{
	return change_run(o, ch, add_role, r, id);
}

enum case_err
role_change(struct office *o, const struct change *ch,
    const struct role_row *r)
{
	return change_run(o, ch, change_role, r, NULL);
}

enum case_err
role_end(struct office *o, const struct change *ch, int64_t id, int64_t at,
    int64_t successor_id)
{
	struct ending end = { id, at, successor_id };

	return change_run(o, ch, end_role, &end, NULL);
}

/* -- performers of several roles --------------------------------------- */

struct joint {
	const char	*expr, *name;
};

static enum case_err
join(struct change_work *w, const void *in)
{
	const struct joint *j = in;
	struct change_event e = { .kind = "performer-joined" };
	char slugs[96], *slug, *rest = slugs;
	struct role_row r;

	snprintf(slugs, sizeof(slugs), "%s", j->expr);
	while ((slug = strsep(&rest, "|")) != NULL) {
		if (role_by_slug(w->o, slug, &r) != CASE_OK)
			return office_fail(w->o, CASE_INVALID, "expr",
			    "Tidak ada peran dengan kode \"%s\"", slug);
		if (e.stream == 0)
			e.stream = r.id;
		db_run(w->db, sql[STMT_PERFORMER], "tit", j->expr, r.id,
		    j->name);
	}
	e.effect = json_text("{s:s, s:s}", "expr", j->expr, "name", j->name);
	return change_record(w, &e);
}

enum case_err
performer_join(struct office *o, const struct change *ch, const char *expr,
    const char *name)
{
	struct joint j = { expr, name };

	return change_run(o, ch, join, &j, NULL);
}
