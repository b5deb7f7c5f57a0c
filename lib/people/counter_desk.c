/*
 * counter_desk.c - the desks of a counter, and who works at them.
 */
#include "people/counter_desk.h"

#include <string.h>

#include "office/row.h"

enum stmt { STMT_LIST, STMT_HAS, STMT__MAX };

/* The row d of the version v makes its performer a desk at $1. */
#define DESK \
	" v.effective_from <= $1" \
	" AND (v.effective_to IS NULL OR v.effective_to > $1)" \
	" AND d.kind IN " COUNTER_KINDS \
	" AND EXISTS (SELECT 1 FROM steps a LEFT JOIN steps n" \
	"    ON n.version_id = a.version_id AND n.pos = a.pos + 1" \
	"   WHERE a.version_id = d.version_id AND (a.kind = 'record'" \
	"     OR (a.performer = d.performer AND n.performer = d.performer" \
	"       AND a.kind IN " COUNTER_KINDS \
	"       AND n.kind IN " COUNTER_KINDS ")))"

/* Has the person $2 (not 0) a role of the performer at $1, in this table of
 * holders or clerks? */
#define THEIRS(table) \
	"EXISTS (SELECT 1 FROM " table " h" \
	" JOIN performers q ON q.role_id = h.role_id" \
	" WHERE h.person_id = $2 AND q.expr = d.performer" \
	" AND h.from_at <= $1 AND (h.to_at IS NULL OR h.to_at > $1))"

static const char *const sql[STMT__MAX] = {
	[STMT_LIST] = (
		"SELECT DISTINCT d.performer,"
		" CASE WHEN " THEIRS("holders") " THEN 0 ELSE 1 END"
		"  FROM steps d JOIN sop_versions v ON v.id = d.version_id"
		"  JOIN performers f ON f.expr = d.performer"
		"  JOIN roles r ON r.id = f.role_id"
		"   AND r.external = 0 AND r.system = 0"
		" WHERE" DESK
		"   AND ($2 = 0 OR " THEIRS("holders") " OR "
		THEIRS("clerks") ")"
		" ORDER BY d.performer"),
	/* Asked for every page of an official: from the person on. */
	[STMT_HAS] = (
		"SELECT 1 FROM (SELECT role_id, person_id, from_at, to_at"
		"    FROM holders UNION ALL"
		"   SELECT role_id, person_id, from_at, to_at FROM clerks) h"
		"  JOIN performers f ON f.role_id = h.role_id"
		"  JOIN steps d ON d.performer = f.expr"
		"  JOIN sop_versions v ON v.id = d.version_id"
		" WHERE h.person_id = $2 AND h.from_at <= $1"
		"   AND (h.to_at IS NULL OR h.to_at > $1) AND" DESK
		" LIMIT 1"),
};

int
counter_desk_kind(const char *kind)
{
	static const char *const kinds[] = { "record", "submit", "review",
		"deliver", "archive" };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i], kind) == 0)
			return 1;
	return 0;
}

#define MEMBER(m) ROW_MEMBER(struct counter_desk, m)
static const struct row_kind kind = ROW_KIND(struct counter_desk, "",
    MEMBER(performer), MEMBER(clerk));

enum case_err
counter_desk_list(struct office *o, int64_t person_id, int64_t now,
    struct counter_desk **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "ii", now,
	    person_id), &kind, list, count);
}

int
counter_desk_has(struct office *o, int64_t person_id, int64_t now)
{
	return row_int(db_query(office_db(o), sql[STMT_HAS], "ii", now,
	    person_id)) != 0;
}
