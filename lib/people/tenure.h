/*
 * tenure.h - tenures (masa): the time of a person in a role, as its holder
 * (holder.h) or as its clerk (clerk.h).  Both keep to the rules here, and end
 * here.
 */
#pragma once

#include "office/change.h"

struct person;

/* CASE_OK with the person when they may be named from an instant to another
 * (0: no end); else CASE_INVALID names the field. */
enum case_err	 tenure_check(struct office *, int64_t person_id,
		    int64_t from_at, int64_t to_at, struct person *);

/* The statement that reads one of a table. */
#define TENURE_GET(table) \
	"SELECT t.id, t.role_id, t.person_id, t.from_at," \
	" coalesce(t.to_at, 0), r.name, p.name" \
	" FROM " table " t JOIN roles r ON r.id = t.role_id" \
	" JOIN people p ON p.id = t.person_id WHERE t.id = $1"

/* A kind of tenure, with its statements and words. */
struct tenure_kind {
	const char	*get;		/* statement: TENURE_GET() */
	const char	*end;		/* statement: $1 ends at $2 */
	const char	*missing;	/* "Pemegang tidak ditemukan." */
	const char	*as;		/* before the role: "pencatat " */
	const char	*event;		/* "role-relieved" */
	const char	*key;		/* of its id in the event */
};

/* End a tenure by one change: it is in force until `at`; one that ends at its
 * very beginning never was.  CASE_STATE when it had ended before. */
enum case_err	 tenure_end(struct office *, const struct change *,
		    const struct tenure_kind *, int64_t id, int64_t at);
