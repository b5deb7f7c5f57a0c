/*
 * unit.c - the units of the office.
 */
#include "office/unit.h"

#include <jansson.h>
#include <string.h>

#include "office/row.h"
#include "store/id.h"

#define UNIT_COLUMNS "id, slug, name, coalesce(parent_id, 0)"

enum stmt {
	STMT_UNIT,
	STMT_UNIT_SLUG,
	STMT_UNITS,
	STMT_UNIT_INSERT,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_UNIT] =
		"SELECT " UNIT_COLUMNS " FROM units WHERE id = $1",
	[STMT_UNIT_SLUG] =
		"SELECT " UNIT_COLUMNS " FROM units WHERE slug = $1",
	[STMT_UNITS] =
		"SELECT " UNIT_COLUMNS " FROM units ORDER BY name, id",
	[STMT_UNIT_INSERT] = (
		"INSERT INTO units (id, slug, name, parent_id)"
		" VALUES ($1, $2, $3, nullif($4, 0))"),
};

#define MEMBER(m) ROW_MEMBER(struct unit_row, m)
static const struct row_kind units = ROW_KIND(struct unit_row,
    "Unit tidak ditemukan.", MEMBER(id), MEMBER(slug), MEMBER(name),
    MEMBER(parent_id));

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
unit_check_slug(struct office *o, const char *slug)
{
	size_t n = strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-");

	if (n == 0 || slug[n] != '\0')
		return office_fail(o, CASE_INVALID, "slug",
		    "Isi kode dengan huruf kecil, angka, dan tanda hubung");
	return CASE_OK;
}

enum case_err
unit_check(struct office *o, int64_t id, const char *field)
{
	struct unit_row u;
	enum case_err err = unit_get(o, id, &u);

	if (err == CASE_NOT_FOUND)
		return office_fail(o, CASE_INVALID, field, "Pilih unit");
	return err;
}

static enum case_err
add_unit(struct change_work *w, const void *in)
{
	const struct unit_row *u = in;
	struct unit_row other;
	struct change_event e = { .kind = "unit-added" };
	enum case_err err;

	if ((err = unit_check_slug(w->o, u->slug)) != CASE_OK ||
	    (err = change_filled(w->o, "name", "nama", u->name)) != CASE_OK ||
	    (u->parent_id != 0 && (err = unit_check(w->o, u->parent_id,
	    "parent_id")) != CASE_OK))
		return err;
	if (unit_by_slug(w->o, u->slug, &other) == CASE_OK)
		return office_fail(w->o, CASE_INVALID, "slug",
		    "Kode ini sudah dipakai");
	w->id = e.stream = id_new(w->ch->now);
	db_run(w->db, sql[STMT_UNIT_INSERT], "itti", w->id, u->slug, u->name,
	    u->parent_id);
	e.effect = change_json("{s:s, s:s, s:I}", "slug", u->slug, "name",
	    u->name, "parent_id", (json_int_t)u->parent_id);
	return change_record(w, &e);
}

enum case_err
unit_add(struct office *o, const struct change *ch, const struct unit_row *u,
    int64_t *id)
{
	return change_run(o, ch, add_unit, u, id);
}
