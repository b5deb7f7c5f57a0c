/*
 * below.h - the open work of the people below: those whose superior holds a
 * position of the person, and those below them in turn.
 *
 *	struct below b;
 *	if (below_read(office, person, now, &b) == CASE_OK)
 *		... b.all.late tasks are late ...
 *	below_free(&b);
 *
 * Which tasks those are is said once, in BELOW_SQL_TASKS below; the list of
 * the same tasks is the tab INBOX_BELOW of case/inbox.h.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/access.h"
#include "office/office.h"

/* Open tasks that have something in common, counted: a task stands under each
 * of these that it is. */
struct below_count {
	int64_t	id;			/* of a person; 0: taken by nobody */
	char	key[96];		/* of a role: the performer */
	char	name[160];		/* as printed; of nobody "" */
	int64_t	open;
	int64_t	late;			/* past their limit */
	int64_t	today;			/* due before the next midnight */
	int64_t	outside;		/* lie with a party outside */
};

/* A case whose service time is over, or will be by the end of the next working
 * day, while somebody below has it. */
struct below_promise {
	int64_t	case_id;
	char	number[24], subject[256], sop[96];
	int64_t	due_at;			/* when its service time ends */
};

struct below {
	struct below_count	 all;
	struct below_count	*role, *person;	/* the most late first */
	size_t			 nrole, nperson;
	struct below_promise	*promise;	/* the earliest first */
	size_t			 npromise;
};

/* The work that the person sees: both, one or (also when the database fails)
 * none of these. */
#define BELOW_PEOPLE	1	/* of people below */
#define BELOW_ALL	2	/* all of it, by lihat-semua */
int		 below_any(struct office *, int64_t person_id, int64_t now);

/* Is there nobody above the person?  1 or 0. */
int		 below_is_top(struct office *, int64_t person_id);

/* Is this open task with somebody below, so that the person may hand it over
 * and remind of it?  1 or 0; lihat-semua alone gives neither. */
int		 below_has(struct office *, int64_t person_id, int64_t task_id,
		    int64_t now);

/* Count the work below.  CASE_OK, and below_free(); CASE_DB. */
enum case_err	 below_read(struct office *, int64_t person_id, int64_t now,
		    struct below *);
void		 below_free(struct below *);

/* -- parts of statements: $1 is the person, $2 the instant ----------------- */

/* Behind ACCESS_SQL_WITH("$1", "$2"): `staff` has the people below, `theirs`
 * the open tasks that they have, or that they may take. */
#define BELOW_SQL_THEIRS \
	", staff (id) AS (SELECT p.id FROM held a" \
	"  JOIN roles f ON f.id = a.role_id OR f.successor_id = a.role_id" \
	"  JOIN people p ON p.superior_role_id = f.id AND p.active = 1" \
	"  WHERE p.id <> $1 AND (a.unit_id = 0 OR EXISTS (" \
	"   SELECT 1 FROM holders h JOIN roles r ON r.id = h.role_id" \
	"   JOIN below w ON w.top = a.unit_id" \
	"    AND w.id = coalesce(h.unit_id, r.unit_id)" \
	"   WHERE h.person_id = p.id AND " ACCESS_SQL_NOW("h", "$2") ")))," \
	" theirs (id) AS (" \
	"  SELECT m.id FROM tasks m WHERE m.open = 1" \
	"   AND m.claimed_by IN (SELECT id FROM staff)" \
	"  UNION SELECT m.id FROM tasks m WHERE m.open = 1" \
	"   AND m.claimed_by IS NULL" \
	"   AND m.assignee_id IN (SELECT id FROM staff)" \
	"  UNION SELECT m.id FROM staff s JOIN holders h" \
	"    ON h.person_id = s.id AND h.capacity <> 'plh'" \
	"     AND " ACCESS_SQL_NOW("h", "$2") \
	"   JOIN roles r ON r.id = h.role_id" \
	"   JOIN performers f ON f.role_id = h.role_id" \
	"   JOIN tasks m ON m.performer = f.expr AND m.open = 1" \
	"   WHERE m.external = 0 AND m.claimed_by IS NULL" \
	"   AND coalesce(m.assignee_id, 0) = 0 AND (m.unit_id IS NULL" \
	"    OR m.unit_id = coalesce(h.unit_id, r.unit_id)))"
/* The tasks of `theirs`, or of the whole office by lihat-semua, whose cases the
 * person sees. */
#define BELOW_SQL_TASKS \
	ACCESS_SQL_WITH("$1", "$2") BELOW_SQL_THEIRS \
	" SELECT m.id FROM (SELECT id FROM theirs" \
	"   UNION SELECT t.id FROM tasks t WHERE t.open = 1" \
	"    AND t.external = 0 AND " \
	MANAGER_SQL_BY_ROLE("'lihat-semua'", "$1", "$2") ") asked" \
	"  JOIN tasks m ON m.id = asked.id JOIN cases c ON c.id = m.case_id" \
	" WHERE " ACCESS_SQL_SEES("c", "$1")
