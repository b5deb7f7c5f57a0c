/*
 * institution.h - universities, schools and other bodies outside the office,
 * whose operators have accounts.
 *
 *	struct institution_row i = { .name = "Universitas Sriwijaya",
 *	    .kind = KIND_CAMPUS, .state = STATE_ACTIVE };
 *	err = institution_add(office, &change, &i, &id);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"

enum institution_kind { KIND_CAMPUS, KIND_SCHOOL, KIND_OTHER, KIND__MAX };
enum institution_state {
	STATE_PENDING,
	STATE_ACTIVE,
	STATE_CLOSED,
	STATE__MAX
};

struct institution_row {
	int64_t			id;
	char			name[160];
	enum institution_kind	kind;
	enum institution_state	state;
};

/* One by its id: CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 institution_get(struct office *, int64_t id,
		    struct institution_row *);
/* All of them by name; given, free() *rows.  CASE_OK, CASE_DB. */
enum case_err	 institution_list(struct office *,
		    struct institution_row **rows, size_t *count);

/* How many there are, and how many wait to be admitted: CASE_OK, CASE_DB. */
struct institution_count {
	int64_t	all, waiting;
};
enum case_err	 institution_count(struct office *, struct institution_count *);

/* The institution a person acts for: its id for an outsider, 0 for an
 * official of the office; -1 when the person or the institution is not
 * active, or there is no such person. */
int64_t		 institution_of(struct office *, int64_t person_id);

/*
 * Add one, or change the one of the row's id; _add ignores that id, and *id
 * (or NULL) gets the new one.  CASE_INVALID: office_field() is the member's
 * name.  CASE_NOT_FOUND; CASE_REPEATED: the form's key was used before.
 */
enum case_err	 institution_add(struct office *, const struct change *,
		    const struct institution_row *, int64_t *id);
enum case_err	 institution_change(struct office *, const struct change *,
		    const struct institution_row *);

/* The addition as a part of a larger change: `row` is a struct
 * institution_row, the work's id becomes that of the new one.  A change_fn
 * (office/change.h). */
enum case_err	 institution_insert(struct change_work *, const void *row);

/* The kind as it is stored ("kampus", "sekolah", "lain"), and back; what is
 * unknown is KIND_OTHER. */
const char	*institution_kind_slug(enum institution_kind);
int		 institution_kind_from(const char *slug);
