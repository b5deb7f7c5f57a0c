/*
 * inbox_sql.h - which open tasks are a person's, as parts of statements: $1 is the
 * person, $2 the instant.  Inside lib/case only.
 */
#ifndef CASE_INBOX_SQL_H
#define CASE_INBOX_SQL_H

/* Performers a person acts for at an instant. */
#define INBOX_SQL_PERFORMERS \
	"(SELECT p.expr FROM holders h JOIN performers p" \
	"  ON p.role_id = h.role_id WHERE h.person_id = $1" \
	"  AND h.from_at <= $2 AND (h.to_at IS NULL OR h.to_at > $2))"

/*
 * Claimed by me, handed to me, or my institution's turn; and what nobody of my
 * roles has taken.  Each part is looked up in an index of the open tasks.
 */
#define INBOX_SQL_MINE \
	"SELECT m.id FROM tasks m WHERE m.open = 1 AND m.claimed_by = $1" \
	" UNION SELECT m.id FROM tasks m WHERE m.open = 1" \
	"   AND m.assignee_id = $1 AND m.claimed_by IS NULL" \
	" UNION SELECT m.id FROM tasks m WHERE m.open = 1 AND m.external = 1" \
	"   AND m.performer IN " INBOX_SQL_PERFORMERS " AND m.institution_id =" \
	"   (SELECT p.institution_id FROM people p WHERE p.id = $1)"
#define INBOX_SQL_ROLE \
	"SELECT m.id FROM tasks m WHERE m.open = 1 AND m.external = 0" \
	"   AND m.performer IN " INBOX_SQL_PERFORMERS " AND m.claimed_by IS NULL" \
	"   AND coalesce(m.assignee_id, 0) = 0"

#endif
