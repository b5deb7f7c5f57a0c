/*
 * whole.h - is all that an office holds whole?
 */
#pragma once

#include <stdio.h>

#include "case/rebuild.h"
#include "office/office.h"
#include "store/event.h"
#include "tests/tap.h"

/* How much was looked at. */
struct whole {
	int64_t	events, cases;
};

static inline void
print_fault(void *arg, int64_t stream, int64_t seq, const char *what)
{
	printf("# %lld/%lld: %s\n", (long long)stream, (long long)seq, what);
}

static inline void
print_difference(void *arg, int64_t id, const char *what)
{
	printf("# case %lld: %s\n", (long long)id, what);
}

/* How many rows of a statement are told as faults. */
static inline int64_t
print_rows(struct office *o, const char *sql, const char *what)
{
	struct db_stmt *st = db_query(office_db(o), sql, "");
	int64_t n;

	for (n = 0; db_step(st); n++)
		print_difference(NULL, db_int(st, 0), what);
	if (db_done(st) != 0)
		bail(db_error(office_db(o)));
	return n;
}

/* Faults of the chains, differences of a rebuild, and tasks and cases whose
 * accounts do not add up; each is printed. */
static inline int64_t
whole_faults(struct office *o, struct whole *w)
{
	return event_verify(office_db(o), print_fault, NULL, NULL,
	    &w->events) +
	    rebuild(o, 0, print_difference, NULL, &w->cases) +
	    print_rows(o, "SELECT case_id FROM tasks WHERE open = 0 AND"
	    " own + queue + outside + waiting + closed <>"
	    " closed_at - opened_at ORDER BY id", "a task does not add up") +
	    print_rows(o, "SELECT id FROM cases WHERE ended_at IS NOT NULL AND"
	    " own + queue + outside + waiting + closed <>"
	    " ended_at - opened_at ORDER BY id", "does not add up");
}
