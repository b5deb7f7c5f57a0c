/*
 * tenure.h - tenures (masa): the time of a person in a role, as its holder
 * (holder.h) or as its clerk (clerk.h).  Both keep to the rules here, and end
 * here.  The tasks of a person who goes stay with him until somebody frees them
 * (case/claim_list.h), unless it was said where they go (absence.h).
 */
#pragma once

#include "office/change.h"
#include "people/holder.h"

struct person;
struct row_kind;

/* CASE_OK with the person when they may be named from an instant to another
 * (0: no end); else CASE_INVALID names the field. */
enum case_err	 tenure_check(struct office *, const struct holder_row *,
		    struct person *);

/* The columns of a table of tenures, `capacity` among them and `unit` where
 * each is, as tenure_rows reads them. */
#define TENURE_SELECT(table, capacity) \
	TENURE_IN(table, capacity, "r.unit_id")
#define TENURE_IN(table, capacity, unit) \
	"SELECT t.id, t.role_id, t.person_id, " capacity ", t.letter_no," \
	" t.from_at, coalesce(t.to_at, 0), r.slug, r.name, p.name, u.id," \
	" u.name FROM " table " t JOIN roles r ON r.id = t.role_id" \
	" JOIN people p ON p.id = t.person_id JOIN units u ON u.id = " unit
#define TENURE_ORDER " ORDER BY t.from_at DESC, r.name, p.name, t.id"
extern const struct row_kind tenure_rows;	/* of struct holder_row */

/* A kind of tenure, with its statements and words. */
struct tenure_kind {
	const char	*get;		/* statement: the row of id $1 */
	const char	*end;		/* statement: $1 ends at $2 */
	const char	*missing;	/* "Pemegang tidak ditemukan." */
	const char	*as;		/* before the role: "pencatat " */
	const char	*named, *relieved;	/* the events */
	const char	*key;		/* of its id in them */
};

/* Record that the work's new row was named, in a capacity or (NULL) none. */
enum case_err	 tenure_named(struct change_work *, const struct tenure_kind *,
		    const struct holder_row *, const char *capacity);

/* End a tenure by one change: it is in force until `at`; one that ends at its
 * very beginning never was.  CASE_STATE when it had ended before. */
enum case_err	 tenure_end(struct office *, const struct change *,
		    const struct tenure_kind *, int64_t id, int64_t at);
