/*
 * holder.h - holders (pemegang) of roles: who holds a role, from when to
 * when, in which capacity, and for which performers a person may act.
 *
 * Somebody holds a role definitively, as Plt. (the position is vacant) or as
 * Plh. (its holder is away); Plt. and Plh. have a surat perintah, unless the
 * superior of who is away names the Plh. (absence.h).  Both are of positions:
 * a `single` role, or one held in a unit of its own.  Who stands in for a
 * holder of any other role is its substitute (pengganti), kept as a Plh. of an
 * absence.  The role's acts are the same in every capacity.
 *
 *	struct holder_row h = { .role_id = kabag, .person_id = p,
 *	    .capacity = CAPACITY_PLH, .letter_no = "W.6-KP.04-12",
 *	    .from_at = monday, .to_at = saturday };
 *	err = holder_add(office, &change, &h, &id);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"

struct role_row;

enum capacity {
	CAPACITY_DEFINITIVE,
	CAPACITY_PLH,		/* pelaksana harian */
	CAPACITY_PLT,		/* pelaksana tugas */
	CAPACITY_SUBSTITUTE,	/* pengganti */
	CAPACITY__MAX
};

/* "definitif", "plh", "plt", "pengganti"; -1 when unknown.  "", "Plh.", "Plt.",
 * "pengganti" in print.  Events keep a substitute as "plh". */
const char	*holder_capacity_slug(enum capacity);
int		 holder_capacity_from(const char *slug);
const char	*holder_capacity_title(enum capacity);

struct holder_row {
	int64_t		id, role_id, person_id;
	enum capacity	capacity;
	char		letter_no[64];	/* of the surat perintah */
	int64_t		from_at, to_at;	/* to_at 0: until further notice */
	int64_t		unit_id;	/* where; 0, when added: the role's */
	int64_t		absence_id;	/* for which it was given; 0 */

	/* read along, not written */
	char		role_slug[64], role_name[160], person_name[160];
	char		unit_name[160];
};

/*
 * Holders of the role `of->role_id` and the person `of->person_id` (0: any)
 * at an instant (0: at any time); the latest first.  Given, free() *rows.
 * CASE_OK, CASE_DB.
 */
enum case_err	 holder_list(struct office *, const struct holder_row *of,
		    int64_t at, struct holder_row **rows, size_t *count);

/* May the person, who is active, act for the performer ("jfu|jft") at `now`?
 * 1, and *capacity is the most definitive in which they hold one of its
 * roles; 0, and it is untouched. */
int		 holder_acts_for(struct office *, int64_t person_id,
		    const char *expr, int64_t now, enum capacity *capacity);
/* The same of one who holds it in a unit; 0: in any. */
int		 holder_acts_in(struct office *, int64_t person_id,
		    const char *expr, int64_t unit_id, int64_t now,
		    enum capacity *capacity);
/* The same of an official, who may do it as an administrator, too: 1 or 0. */
int		 holder_or_admin(struct office *, int64_t person_id,
		    const char *expr, int64_t now);
/* Does the person hold the role of this slug at `now`?  1, and `name` gets
 * the role as it is printed with them: "Plh. Kepala Bagian ..."; 0. */
int		 holder_acts_as(struct office *, int64_t person_id,
		    const char *role, int64_t now, char *name, size_t size);

/* Does the person hold the role in the unit (0: the role's) at any time of the
 * row?  1 or 0. */
int		 holder_meets(struct office *, const struct holder_row *);
/* Is it a position that the row holds, for which there is a Plh.?  1 or 0. */
int		 holder_is_position(const struct holder_row *,
		    const struct role_row *);

/*
 * The seats of a role in a unit and below it at `now`, by name: each holder but
 * a Plh. beside whose place there is a holder; *rows is given, free() it.
 * CASE_OK, CASE_DB.
 */
enum case_err	 holder_seats(struct office *, const char *role,
		    int64_t unit_id, int64_t now, struct holder_row **rows,
		    size_t *count);
/* The holdings by which a person acts for a performer at `now`, one for each
 * unit, as above. */
enum case_err	 holder_units(struct office *, int64_t person_id,
		    const char *expr, int64_t now, struct holder_row **rows,
		    size_t *count);

/*
 * Name a holder; *id (or NULL) gets the new row's.  CASE_INVALID,
 * office_field() is the member's name: a role of the system; an outsider for
 * a role of the office; Plt. or Plh. of what is no position, or without a
 * letter number; an end before the beginning; the same person twice at a time;
 * a second definitive holder of a `single` role.  CASE_REPEATED: the form's key
 * was used before.
 */
enum case_err	 holder_add(struct office *, const struct change *,
		    const struct holder_row *, int64_t *id);
/* The same as a part of a larger change: `row` is a struct holder_row, the
 * work's id becomes that of the new one.  A change_fn (office/change.h). */
enum case_err	 holder_insert(struct change_work *, const void *row);
/* May it be named?  As holder_add(), without a key. */
enum case_err	 holder_check(struct office *, const struct holder_row *);

/* The holder holds the role until `at`.  CASE_STATE when the time ended
 * before; CASE_INVALID (field "to_at") when it had not begun by then. */
enum case_err	 holder_end(struct office *, const struct change *,
		    int64_t holder_id, int64_t at);

/* In a statement: does a row of holders, whose role is r, stand in for somebody
 * whose role is no position? */
#define HOLDER_SQL_IS_SUBSTITUTE(h) \
	"(" h ".absence_id IS NOT NULL AND r.single = 0" \
	" AND " h ".unit_id IS NULL)"
