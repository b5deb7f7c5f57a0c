/*
 * role.h - roles (jabatan): a role is a position, not a person.
 *
 * The acts of a case belong to a role; who holds it, and in which capacity,
 * says holder.h.  A role is the performer of its own slug from its beginning;
 * roles that may all do a row of an SOP are joined into one performer
 * (performer.h).
 *
 *	struct role_row r = { .slug = "kabag-tu", .name = "Kepala Bagian TU",
 *	    .unit_id = unit, .single = 1, .valid_from = now };
 *	err = role_add(office, &change, &r, &id);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"

/* Instants are seconds UTC, 0 when not there (SQL NULL); ids likewise. */
struct role_row {
	int64_t	id;
	char	slug[64], name[160];	/* name: as printed in the column */
	int64_t	unit_id;
	int64_t	external;		/* outside the office */
	int64_t	system;			/* no person is needed */
	int64_t	single;			/* one holder: never ranked */
	int64_t	valid_from, valid_to;
	int64_t	successor_id;
};

/* A role by its id, or by its slug: CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 role_get(struct office *, int64_t id, struct role_row *);
enum case_err	 role_by_slug(struct office *, const char *slug,
		    struct role_row *);

/* Roles in force at `at` (0: all there ever were), by name; given, free()
 * *rows.  CASE_OK, CASE_DB. */
enum case_err	 role_list(struct office *, int64_t at, struct role_row **rows,
		    size_t *count);

/*
 * Changes.  CASE_INVALID: office_field() is the member's name.
 * CASE_REPEATED: the form's key was used before, nothing was done again.
 */

/* The row's id is ignored; *id (or NULL) gets the new one. */
enum case_err	 role_add(struct office *, const struct change *,
		    const struct role_row *, int64_t *id);
/* Change name, unit and single of the role of the row's id; all else stays.
 * CASE_NOT_FOUND. */
enum case_err	 role_change(struct office *, const struct change *,
		    const struct role_row *);
/* The role ends at an instant, and with it the time of its holders; successor
 * 0: none.  CASE_STATE when it ended before. */
enum case_err	 role_end(struct office *, const struct change *, int64_t id,
		    int64_t at, int64_t successor_id);
/* Roles become one performer, "jfu|jft", with its printed name.  CASE_INVALID
 * when a role is unknown. */
enum case_err	 role_join_performer(struct office *, const struct change *,
		    const char *expr, const char *name);
