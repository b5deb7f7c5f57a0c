/*
 * role.c - roles, added, changed and ended; and the performers they are.
 */
#include "people/role.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "office/row.h"
#include "office/unit.h"
#include "store/id.h"

enum stmt {
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

#define ROLE_COLUMNS \
	"id, slug, name, unit_id, external, system, single, valid_from," \
	" coalesce(valid_to, 0), coalesce(successor_id, 0)"

static const char *const sql[STMT__MAX] = {
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
		" ON CONFLICT (expr, role_id)"
		" DO UPDATE SET name = excluded.name",
	[STMT_PERFORMER_NAME] =
		"UPDATE performers SET name = $3"
		" WHERE expr = $1 AND role_id = $2",
};

/* -- reading ----------------------------------------------------------- */

#define MEMBER(m) ROW_MEMBER(struct role_row, m)
static const struct row_kind roles = ROW_KIND(struct role_row,
    "Peran tidak ditemukan.", MEMBER(id), MEMBER(slug), MEMBER(name),
    MEMBER(unit_id), MEMBER(external), MEMBER(system), MEMBER(single),
    MEMBER(valid_from), MEMBER(valid_to), MEMBER(successor_id));

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

/* -- roles ------------------------------------------------------------- */

static char *
role_json(const struct role_row *r)
{
	return change_json("{s:s, s:s, s:I, s:I, s:I, s:I, s:I}", "slug",
	    r->slug, "name", r->name, "unit_id", (json_int_t)r->unit_id,
	    "external", (json_int_t)r->external, "system",
	    (json_int_t)r->system, "single", (json_int_t)r->single,
	    "valid_from", (json_int_t)r->valid_from);
}

/* `was` is the role before; NULL: it is new. */
static enum case_err
role_event(struct change_work *w, const struct role_row *r,
    const struct role_row *was, const char *kind)
{
	return change_record(w, &(struct change_event){ .stream = r->id,
	    .kind = kind, .effect = role_json(r),
	    .was = was != NULL ? role_json(was) : NULL });
}

static enum case_err
add_role(struct change_work *w, const void *in)
{
	struct role_row r = *(const struct role_row *)in, other;
	enum case_err err;

	if ((err = unit_check_slug(w->o, r.slug)) != CASE_OK ||
	    (err = change_filled(w->o, "name", "nama", r.name)) != CASE_OK ||
	    (err = unit_check(w->o, r.unit_id, "unit_id")) != CASE_OK)
		return err;
	if (role_by_slug(w->o, r.slug, &other) == CASE_OK)
		return office_fail(w->o, CASE_INVALID, "slug",
		    "Kode ini sudah dipakai");
	w->id = r.id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_ROLE_INSERT], "ittiiiii", r.id, r.slug, r.name,
	    r.unit_id, r.external, r.system, r.single, r.valid_from);
	db_run(w->db, sql[STMT_PERFORMER], "tit", r.slug, r.id, r.name);
	return role_event(w, &r, NULL, "role-added");
}

static enum case_err
change_role(struct change_work *w, const void *in)
{
	const struct role_row *new = in;
	struct role_row r, was;
	enum case_err err;

	if ((err = role_get(w->o, new->id, &r)) != CASE_OK ||
	    (err = change_filled(w->o, "name", "nama", new->name)) != CASE_OK ||
	    (err = unit_check(w->o, new->unit_id, "unit_id")) != CASE_OK)
		return err;
	was = r;
	memcpy(r.name, new->name, sizeof(r.name));
	r.unit_id = new->unit_id;
	r.single = new->single;
	db_run(w->db, sql[STMT_ROLE_UPDATE], "itii", r.id, r.name, r.unit_id,
	    r.single);
	db_run(w->db, sql[STMT_PERFORMER_NAME], "tit", r.slug, r.id, r.name);
	return role_event(w, &r, &was, "role-changed");
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
	e.effect = change_json("{s:I, s:I}", "valid_to", (json_int_t)end->at,
	    "successor_id", (json_int_t)end->successor_id);
	e.was = change_json("{s:I, s:I}", "valid_to", (json_int_t)r.valid_to,
	    "successor_id", (json_int_t)r.successor_id);
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
	e.effect = change_json("{s:s, s:s}", "expr", j->expr, "name", j->name);
	return change_record(w, &e);
}

enum case_err
role_join_performer(struct office *o, const struct change *ch, const char *expr,
    const char *name)
{
	struct joint j = { expr, name };

	return change_run(o, ch, join, &j, NULL);
}
