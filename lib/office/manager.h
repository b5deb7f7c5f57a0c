/*
 * manager.h - who manages the office, as a part of statements: persons who are
 * administrators by name, or hold a role with the right kelola
 * (people/rights.h).
 */
#pragma once

/* Of `people p`, active, at an instant. */
#define MANAGER_SQL(p, now) \
	"(" p ".admin = 1 OR " MANAGER_SQL_BY_ROLE("'kelola'", p ".id", now) ")"
/* Has the person a right by a role at the instant?  All three are parameters or
 * columns. */
#define MANAGER_SQL_BY_ROLE(word, person, now) \
	"EXISTS (SELECT 1 FROM holders gh JOIN rights g" \
	"  ON g.role_id = gh.role_id AND g.word = " word \
	"  WHERE gh.person_id = " person " AND gh.from_at <= " now \
	"  AND (gh.to_at IS NULL OR gh.to_at > " now ")" \
	"  AND g.from_at <= " now " AND (g.to_at IS NULL OR g.to_at > " now \
	"))"
