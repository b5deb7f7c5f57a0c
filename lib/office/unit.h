/*
 * unit.h - the units of the office, one inside the other: the unit without a
 * parent is the office itself.
 *
 *	struct unit_row u = { .slug = "p3h", .name = "Divisi P3H",
 *	    .parent_id = office_unit(office) };
 *	err = unit_add(office, &change, &u, &id);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"

struct unit_row {
	int64_t	id;
	char	slug[64], name[160];
	int64_t	parent_id;		/* 0: none, it is the office */
};

/* A unit by its id, or by its slug: CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 unit_get(struct office *, int64_t id, struct unit_row *);
enum case_err	 unit_by_slug(struct office *, const char *slug,
		    struct unit_row *);

/* Part of a statement: the ids of a unit and of all below it. */
#define UNIT_SQL_WITHIN(id) \
	"WITH RECURSIVE within (id) AS (SELECT id FROM units" \
	"   WHERE id = " id " UNION SELECT l.id FROM units l" \
	"   JOIN within w ON l.parent_id = w.id) SELECT id FROM within"

/* All units by name; given, free() *rows.  CASE_OK, CASE_DB. */
enum case_err	 unit_list(struct office *, struct unit_row **rows,
		    size_t *count);

/*
 * Add a unit; the row's id is ignored, *id (or NULL) gets the new one.
 * CASE_INVALID: office_field() is the member's name (slug, name, parent_id).
 * CASE_REPEATED: the form's key was used before, nothing was done again.
 */
enum case_err	 unit_add(struct office *, const struct change *,
		    const struct unit_row *, int64_t *id);

/* CASE_OK when a slug has small letters, digits and dashes alone, as it
 * stands in addresses and file names; else CASE_INVALID (field "slug").
 * Roles have slugs of the same kind. */
enum case_err	 unit_check_slug(struct office *, const char *slug);
/* CASE_OK when there is a unit of this id; else CASE_INVALID, said of
 * `field` of the caller's form; CASE_DB. */
enum case_err	 unit_check(struct office *, int64_t id, const char *field);
