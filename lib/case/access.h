/*
 * access.h - who may see a case, read its files, and do its tasks.
 *
 * There is one predicate for each, and no page has rules of its own:
 *
 *	case_may_see()		the case: its rows, its history, its list entry
 *	case_may_see_document()	one file of it
 *	case_may_do()		a task
 *
 * A case is seen by
 *	- whoever has its tracking code, with no account (person_id 0);
 *	- its applicant, and the active operators of the applicant's active
 *	  institution;
 *	- officials who now hold, also as Plt. or Plh., or are clerk of, a role
 *	  of its SOP; of a case that runs in a unit those who hold it in that
 *	  unit, below or above it, or in the role's own;
 *	- who stands above such a role: holds the position of the superior of
 *	  its holder, or of that one's, and so on;
 *	- who took part in it, whom it is about, and to whom one of its tasks is
 *	  given (case/reader.h);
 *	- who may do one of its open tasks;
 *	- who has the right lihat-semua (people/rights.h).
 * Where a row names a person (same-as, superior-of, setiap, ditunjuk) its role
 * gives nothing.  To everybody else it is not there.
 *
 *	struct actor a = { .person_id = p };
 *	if (!case_may_see(office, &a, &c, now))
 *		return CASE_NOT_FOUND;
 *
 * Lists select by the same rule: ACCESS_SQL_WITH and ACCESS_SQL_SEES below.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"
#include "people/rights.h"

struct case_row;
struct document;
struct task_row;

/* The person who acts.  person_id 0 with case_id: an applicant who gave the
 * tracking code of that case.  behalf_id: the holder an authorised clerk
 * records for. */
struct actor {
	int64_t	person_id;
	int64_t	case_id;
	int64_t	behalf_id;
};

/* May this actor see the case?  1 or 0; 0 also when the database fails. */
int		 case_may_see(struct office *, const struct actor *,
		    const struct case_row *, int64_t now);

/* The same of a person and the id of a case, for a link to it. */
int		 case_may_see_id(struct office *, int64_t person_id,
		    int64_t case_id, int64_t now);

/* May this actor have the file?  An official who sees the case has all of its
 * files; an outsider who does has those that came from outside, and the answer
 * (case/answer.h) once it is given out.
 * CASE_OK, CASE_DENIED; CASE_NOT_FOUND, also of a case that is not to be seen;
 * CASE_DB. */
enum case_err	 case_may_see_document(struct office *,
		    const struct actor *, const struct document *,
		    int64_t now);

/* May this actor do the task now: as a holder of its role (of a task that was
 * handed to somebody, as that person alone), for an applicant's task as a
 * member of the institution, or with the case's code?  1 or 0.  *capacity gets
 * "" (no role is needed), definitif, plt or plh: a constant. */
int		 case_may_do(struct office *, const struct actor *,
		    const struct task_row *, int64_t now,
		    const char **capacity);

/* The roles of a version by which cases of it are seen, by name, with commas;
 * "" when there is none.  Returns buf, cut to `size`. */
char		*case_seeing_roles(struct office *, int64_t version_id,
		    char *buf, size_t size);

/* Note that a person saw the personal data of a case, once in an hour; the
 * audit (office/audit.h) has it, too.  Not inside a transaction.  CASE_OK,
 * CASE_BUSY, CASE_DB. */
enum case_err	 case_seen(struct office *, int64_t person_id,
		    int64_t case_id, int64_t now);

/* -- parts of statements of an official's lists ---------------------------- */

/* In force at `now`. */
#define ACCESS_SQL_NOW(h, now) \
	h ".from_at <= " now " AND (" h ".to_at IS NULL OR " h ".to_at > " now \
	")"
/* The unit in which a role is held; 0: its own, which counts everywhere. */
#define ACCESS_SQL_UNIT \
	"CASE WHEN h.unit_id IS NULL OR h.unit_id = r.unit_id THEN 0" \
	" ELSE h.unit_id END"

/*
 * The beginning of a statement: `seen` has the versions whose cases the person
 * sees by roles, each with a unit (0: any); `seats` the cases with an open task
 * that the person may do although `seen` may leave its case out: it was given
 * to a person or to a superior, or the role is held in another unit than its
 * own, and a task is done wherever its role is held (case_may_do()).
 * `person` and `now` are parameters.  Nothing here grows with the cases but
 * `seats`, which is looked up in the open tasks of the person's roles.  What
 * stands behind a CROSS JOIN is looked up from what stands before: the planner
 * of SQLite began with all people, and with all open tasks.
 */
#define ACCESS_SQL_WITH(person, now) \
	"WITH RECURSIVE below (top, id) AS (SELECT id, id FROM units" \
	"  UNION SELECT w.top, u.id FROM below w" \
	"   JOIN units u ON u.parent_id = w.id)," \
	" held (role_id, unit_id) AS (" \
	"  SELECT h.role_id, " ACCESS_SQL_UNIT " FROM holders h" \
	"   JOIN roles r ON r.id = h.role_id WHERE h.person_id = " person \
	"   AND " ACCESS_SQL_NOW("h", now) \
	/* A Plh. has no other superior by the role he sits in for. */ \
	"  UNION SELECT h.role_id, " ACCESS_SQL_UNIT " FROM held a" \
	"   CROSS JOIN roles f CROSS JOIN people p CROSS JOIN holders h" \
	"   JOIN roles r ON r.id = h.role_id AND r.external = 0" \
	"   WHERE (f.id = a.role_id OR f.successor_id = a.role_id)" \
	"   AND p.superior_role_id = f.id AND p.active = 1" \
	"   AND h.person_id = p.id AND h.capacity <> 'plh'" \
	"   AND " ACCESS_SQL_NOW("h", now) \
	"   AND (a.unit_id = 0 OR EXISTS (SELECT 1 FROM below w" \
	"     WHERE w.top = a.unit_id" \
	"     AND w.id = coalesce(h.unit_id, r.unit_id))))," \
	" seen (version_id, unit_id) AS MATERIALIZED (" \
	"  SELECT v.version_id, a.unit_id FROM (" \
	"    SELECT role_id, unit_id FROM held" \
	"    UNION SELECT k.role_id, 0 FROM clerks k" \
	"     WHERE k.person_id = " person " AND " ACCESS_SQL_NOW("k", now) \
	"   ) a JOIN version_roles v ON v.role_id = a.role_id" \
	"  UNION SELECT v.id, 0 FROM sop_versions v" \
	"   WHERE " MANAGER_SQL_BY_ROLE("'lihat-semua'", person, now) ")," \
	" seats (case_id) AS (" \
	"  SELECT m.case_id FROM holders h JOIN roles r ON r.id = h.role_id" \
	"   JOIN performers f ON f.role_id = h.role_id" \
	"   JOIN tasks m ON m.performer = f.expr AND m.open = 1" \
	"     AND m.unit_id = coalesce(h.unit_id, r.unit_id)" \
	"   WHERE h.person_id = " person " AND " ACCESS_SQL_NOW("h", now) \
	"   AND (m.assignee_id IS NULL OR h.capacity = 'plh')" \
	"  UNION SELECT m.case_id FROM holders h" \
	"   JOIN roles r ON r.id = h.role_id" \
	"   JOIN performers f ON f.role_id = h.role_id CROSS JOIN tasks m" \
	"   WHERE m.performer = f.expr AND m.open = 1 AND m.external = 0" \
	"   AND m.unit_id IS NULL AND m.assignee_id IS NULL" \
	"   AND h.person_id = " person " AND " ACCESS_SQL_NOW("h", now) \
	"   AND h.unit_id <> r.unit_id" \
	"  UNION SELECT m.case_id FROM holders h" \
	"   JOIN roles r ON r.id = h.role_id CROSS JOIN tasks m" \
	"   JOIN steps s ON s.version_id = m.version_id AND s.pos = m.pos" \
	"     AND s.performer LIKE 'superior-of:%'" \
	"   WHERE m.performer = r.slug AND m.open = 1" \
	"   AND m.unit_id IS NULL AND m.assignee_id IS NULL" \
	"   AND h.person_id = " person " AND " ACCESS_SQL_NOW("h", now) \
	"   AND EXISTS (SELECT 1 FROM roles f JOIN people p" \
	"     ON p.superior_role_id = f.id" \
	"     WHERE f.id = h.role_id OR f.successor_id = h.role_id)) "

/* In such a statement: does the person see `cases c` by a role?  Asked of lists
 * that are made once, not of the case. */
#define ACCESS_SQL_BY_ROLE(c) \
	"(" c ".version_id IN (SELECT version_id FROM seen WHERE unit_id = 0)" \
	" OR " ACCESS_SQL_THERE(c) ")"
/* ...by one that is held in the unit of the case, below or above it? */
#define ACCESS_SQL_THERE(c) \
	"(" c ".version_id, " c ".unit_id) IN (" \
	"SELECT k.version_id, w.id FROM seen k JOIN below w" \
	"   ON w.top = k.unit_id" \
	" UNION SELECT k.version_id, w.top FROM seen k JOIN below w" \
	"   ON w.id = k.unit_id)"
/* In such a statement: does the person see `cases c`? */
#define ACCESS_SQL_SEES(c, person) \
	"(" ACCESS_SQL_BY_ROLE(c) \
	" OR EXISTS (SELECT 1 FROM took_part y WHERE y.person_id = " person \
	"   AND y.version_id = " c ".version_id" \
	"   AND y.opened_at = " c ".opened_at AND y.case_id = " c ".id)" \
	" OR " c ".id IN (SELECT case_id FROM seats))"
