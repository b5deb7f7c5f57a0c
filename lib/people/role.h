/*
 * role.h - units, roles, who holds them when, and for which performers of SOP
 * rows a person may act.
 *
 * A role is a position, not a person.  A holder holds it from an instant to
 * another, definitively, as Plt. (the position is vacant) or as Plh. (its
 * holder is away); Plt. and Plh. have a surat perintah.  The role's acts are
 * the same whoever holds it.
 *
 *	struct holder_row h = { .role_id = kabag, .person_id = p,
 *	    .capacity = CAPACITY_PLH, .letter_no = "W.6-KP.04-12",
 *	    .from_at = monday, .to_at = saturday };
 *	err = holder_add(office, &change, &h, &id);
 */
#ifndef PEOPLE_ROLE_H
#define PEOPLE_ROLE_H

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"

enum capacity {
	CAPACITY_DEFINITIVE,
	CAPACITY_PLH,		/* pelaksana harian */
	CAPACITY_PLT,		/* pelaksana tugas */
	CAPACITY__MAX
};

/* "definitif", "plh", "plt"; -1 when unknown.  "", "Plh.", "Plt." in print. */
const char	*holder_capacity_slug(enum capacity);
int		 holder_capacity_from(const char *slug);
const char	*holder_capacity_title(enum capacity);

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

struct holder_row {
	int64_t		id, role_id, person_id;
	enum capacity	capacity;
	char		letter_no[64];	/* of the surat perintah */
	int64_t		from_at, to_at;	/* to_at 0: until further notice */

	/* read along, not written */
	char		role_slug[64], role_name[160], person_name[160];
};

/* CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 role_get(struct office *, int64_t id, struct role_row *);
enum case_err	 role_by_slug(struct office *, const char *, struct role_row *);

/* Lists are given: free() *rows.  Units by name; roles by name, those in force
 * at `at` (0: all there ever were). */
enum case_err	 role_list(struct office *, int64_t at, struct role_row **rows,
		    size_t *count);

/*
 * Changes.  The row's id is ignored by _add, and says which by _change.
 * CASE_INVALID: office_field() is the member's name.  CASE_REPEATED: the key
 * was used before, nothing was done again.
 */
/* A role is its own performer from its beginning (expr: its slug). */
enum case_err	 role_add(struct office *, const struct change *,
		    const struct role_row *, int64_t *id);
/* Name, unit and single; what the role is stays. */
enum case_err	 role_change(struct office *, const struct change *,
		    const struct role_row *);
/* The role ends at an instant, and with it its holders; successor 0: none. */
enum case_err	 role_end(struct office *, const struct change *, int64_t id,
		    int64_t at, int64_t successor_id);
/* Roles that are one performer, "jfu|jft", and its printed name.  CASE_INVALID
 * when a role is unknown. */
enum case_err	 role_join_performer(struct office *, const struct change *,
		    const char *expr, const char *name);

/*
 * Name a holder.  CASE_INVALID: a role of the system; an outsider for a role
 * of the office; no letter number for Plt. or Plh.; an end before the
 * beginning; the same person twice at a time; a second definitive holder of a
 * `single` role.
 */
enum case_err	 holder_add(struct office *, const struct change *,
		    const struct holder_row *, int64_t *id);
/* They hold it until `at`; CASE_STATE when it ended before. */
enum case_err	 holder_end(struct office *, const struct change *,
		    int64_t holder_id, int64_t at);
/* Of a role or a person (0: any), at an instant (0: ever); latest first. */
enum case_err	 holder_list(struct office *, const struct holder_row *of,
		    int64_t at, struct holder_row **rows, size_t *count);

/* May they act for this performer?  *capacity tells as what. */
int		 holder_acts_for(struct office *, int64_t person_id,
		    const char *expr, int64_t now, enum capacity *capacity);
/* Do they hold this role (slug)?  As printed: "Plh. Kepala Bagian ...". */
int		 holder_acts_as(struct office *, int64_t person_id,
		    const char *role, int64_t now, char *name, size_t size);

#endif
