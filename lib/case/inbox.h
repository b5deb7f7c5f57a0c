/*
 * inbox.h - the list people of the office and operators work from: tasks that
 * are theirs, tasks of their roles, what they passed on, and what the people
 * below them have (case/below.h).
 *
 * Which open tasks those are is said once, in INBOX_SQL_MINE and
 * INBOX_SQL_ROLE below; the morning's digest uses the same text.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/task.h"
#include "office/office.h"

enum inbox_tab {
	INBOX_MINE,		/* claimed by, or handed to, the person; or the
				   turn of the person's institution */
	INBOX_ROLE,		/* of the person's roles, taken by nobody */
	INBOX_SENT,		/* finished by the person in three months */
	INBOX_BELOW		/* open with the people below */
};
enum inbox_sort {
	INBOX_BY_DUE,
	INBOX_BY_SOP,
	INBOX_BY_NUMBER,
	INBOX_BY_SUBJECT,
	INBOX_BY_STEP,		/* its kind */
	INBOX_BY_SENT,		/* since when it is there */
	INBOX_SORTS
};
/* How much time is left, as task_urgency() has it. */
enum inbox_term {
	INBOX_ANY_TERM,
	INBOX_LATE,
	INBOX_SOON,		/* with less than soon_percent */
	INBOX_TODAY,		/* due before the next midnight */
	INBOX_TERMS
};

#define INBOX_ANY_PARTY "semua"	/* no slug of a party */
#define INBOX_NOBODY (-1)

struct inbox_query {
	int64_t		 person_id;
	enum inbox_tab	 tab;
	enum inbox_sort	 sort;
	const char	*search;	/* NULL or "": all */
	const char	*sop;		/* slug, NULL or "": all */
	const char	*kind;		/* of step, as in tasks; NULL or "" */
	const char	*party;		/* that has it outside: slug,
					   INBOX_ANY_PARTY; or "" */
	const char	*role;		/* performer; NULL or "": all */
	int64_t		 holder;	/* who has it; INBOX_NOBODY; 0: all */
	enum inbox_term	 term;
	int		 soon_percent;	/* of INBOX_SOON */
	int		 workable;	/* only what can be done now: not what
					   is outside or waits for presence */
	int		 backwards;	/* the order turned round */
	int64_t		 now;
	int64_t		 offset, limit;
};

struct inbox_row {
	struct task_row	 task;
	char		 number[24];
	char		 subject[256];
	char		 sop_slug[64], sop_name[96];
	int64_t		 returns;	/* times the case was sent back */
	char		 sender[160];	/* who sent it, and when; of
					   INBOX_BELOW who has it */
	int64_t		 sent_at;
	int		 untouched;	/* of INBOX_SENT: nobody has what
					   followed (act_recall.h) */
};

struct inbox_counts {
	int64_t	mine, role, sent;	/* tabs */
	int64_t	late, soon;		/* of mine and role, at `now` */
};

/* The first instant of the day after `now` in the office's zone. */
int64_t		 inbox_midnight(struct office *, int64_t now);

/* The open tasks of the office that are nearly late, ",12,15,": given, free()
 * it; NULL: no memory, or the database failed. */
char		*inbox_soon(struct office *, int64_t now, int soon_percent);

/* A page of a tab: *rows is given, free() it; *total (NULL: not asked) counts
 * all that match, which costs a look at each.  Of a tab without a filter
 * inbox_count() knows it.  CASE_OK, CASE_DB. */
enum case_err	 inbox_list(struct office *, const struct inbox_query *,
		    struct inbox_row **rows, size_t *count, int64_t *total);

/* The counts of all tabs, and how many open tasks are late or, with less than
 * `soon_percent` of their time left, nearly late.  Those passed on, which are
 * more every day, are counted up to `sent_most`.  CASE_OK, CASE_DB. */
enum case_err	 inbox_count(struct office *, int64_t person_id, int64_t now,
		    int soon_percent, int64_t sent_most, struct inbox_counts *);

/* -- parts of statements: $1 is the person, $2 the instant ----------------- */

/* Performers a person acts for at an instant. */
#define INBOX_SQL_PERFORMERS \
	"(SELECT p.expr FROM holders h JOIN performers p" \
	"  ON p.role_id = h.role_id WHERE h.person_id = $1" \
	"  AND h.from_at <= $2 AND (h.to_at IS NULL OR h.to_at > $2))"

/* Tasks of INBOX_MINE, and of INBOX_ROLE.  Each part is looked up in an index
 * of the open tasks. */
#define INBOX_SQL_MINE \
	"SELECT m.id FROM tasks m WHERE m.open = 1 AND m.claimed_by = $1" \
	" UNION SELECT m.id FROM tasks m WHERE m.open = 1" \
	"   AND m.assignee_id = $1 AND m.claimed_by IS NULL" \
	" UNION SELECT m.id FROM tasks m WHERE m.open = 1 AND m.external = 1" \
	"   AND m.performer IN " INBOX_SQL_PERFORMERS \
	"   AND m.institution_id =" \
	"   (SELECT p.institution_id FROM people p WHERE p.id = $1)"
#define INBOX_SQL_ROLE \
	"SELECT m.id FROM tasks m WHERE m.open = 1 AND m.external = 0" \
	"   AND m.performer IN " INBOX_SQL_PERFORMERS \
	"   AND m.claimed_by IS NULL AND coalesce(m.assignee_id, 0) = 0" \
	"   AND (m.unit_id IS NULL OR " INBOX_SQL_THERE "0 = 0))" \
	/* The seat of another, for whom the person sits in. */ \
	" UNION SELECT m.id FROM tasks m WHERE m.open = 1" \
	"   AND m.unit_id IS NOT NULL AND m.claimed_by IS NULL" \
	"   AND m.assignee_id <> $1 AND " INBOX_SQL_THERE \
	"     h.capacity = 'plh')"
/* Does the person hold the performer of m in its unit? */
#define INBOX_SQL_THERE \
	"EXISTS (SELECT 1 FROM holders h" \
	"  JOIN performers p ON p.role_id = h.role_id" \
	"  JOIN roles r ON r.id = h.role_id" \
	"  WHERE h.person_id = $1 AND p.expr = m.performer" \
	"  AND coalesce(h.unit_id, r.unit_id) = m.unit_id" \
	"  AND h.from_at <= $2 AND (h.to_at IS NULL OR h.to_at > $2) AND "
