/*
 * rights.h - the four rights (hak) that a person may have beside the tasks of
 * roles.  They are given to roles, from an instant to another: whoever holds
 * the role, also as Plt. or Plh., has the right while both are in force.
 *
 *	kelola		people, roles, SOPs, calendar, letters: the pages of
 *			administration; also of whoever is an administrator by
 *			name (struct person, `admin`)
 *	lihat-semua	all cases, and lists of them as tables
 *	data-pribadi	figures of a person, the audit, requests of persons
 *			about their data, destruction
 *	sahkan-bulan	the closing of a month
 *
 *	if (!rights_has(office, person, RIGHTS_PERSONAL, now))
 *		... refused ...
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"
#include "office/manager.h"

enum right {
	RIGHTS_MANAGE,		/* kelola */
	RIGHTS_SEE_ALL,		/* lihat-semua */
	RIGHTS_PERSONAL,	/* data-pribadi */
	RIGHTS_CLOSE,		/* sahkan-bulan */
	RIGHTS__MAX
};

/* The word of a right, "kelola"; what it opens, as the pages say it; the right
 * of a word, or -1. */
const char	*rights_word(enum right);
const char	*rights_says(enum right);
int		 rights_from(const char *word);

/* Has the person, who is active and of the office, the right at `now`?  1 or 0;
 * 0 also when the database fails. */
int		 rights_has(struct office *, int64_t person_id, enum right,
		    int64_t now);

/* Of the rights that open pages of their own (kelola and data-pribadi), those
 * that the person has, each as 1 << right, in one look.  Where nobody has
 * data-pribadi, whoever has kelola looks after it: there is always somebody who
 * can answer. */
unsigned	 rights_doors(struct office *, int64_t person_id, int64_t now);

/* Has the person the right by a role?  1, and `name` gets the role as it is
 * printed with them: "Plh. Kepala Bagian ..."; 0. */
int		 rights_by_role(struct office *, int64_t person_id, enum right,
		    int64_t now, char *name, size_t size);

/* A right of a role. */
struct right_row {
	int64_t	id, role_id;
	int	right;			/* enum right */
	char	letter_no[64];		/* that ordered it, or "" */
	int64_t	from_at, to_at;		/* to_at 0: until further notice */
};

/* The rights of a role (0: of all) that are or will be in force after `at` (0:
 * all there ever were); given, free() *rows.  CASE_OK, CASE_DB. */
enum case_err	 rights_list(struct office *, int64_t role_id, int64_t at,
		    struct right_row **rows, size_t *count);

/* Give a right; *id (or NULL) gets the new row's.  CASE_INVALID: a role outside
 * the office or of the system, an end before the beginning, the same right
 * twice at a time; office_field() is the member's name. */
enum case_err	 rights_give(struct office *, const struct change *,
		    const struct right_row *, int64_t *id);
/* The role has it until `at`: CASE_NOT_FOUND; CASE_STATE when it ended before,
 * or nobody would have kelola any more. */
enum case_err	 rights_end(struct office *, const struct change *, int64_t id,
		    int64_t at);
